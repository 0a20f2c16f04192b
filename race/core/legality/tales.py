"""Whether a question of the house can be answered, or one of its people talked to, and why not."""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.formulas.house.people import in_office
from race.core.formulas.house.sayings import name_of
from race.core.ids import Person
from race.core.legality.chips import Rule
from race.core.tales import SCRIPTS
from race.core.view import FounderView
from race.core.words import N_, Sentence, count, month


def _answer(view: FounderView, given: Sequence[c.Command], command: c.Answer) -> Sentence | None:
    waiting = [tale.key for tale in view.affairs.tales if tale.choice is None]
    if command.tale not in waiting:
        return Sentence(N_("Nobody in the house waits for an answer to this."))
    if any(isinstance(other, c.Answer) and other.tale == command.tale for other in given):
        return Sentence(N_("This is answered already this month; undo it to answer otherwise."))
    ways = len(SCRIPTS[command.tale].ways)
    if not 0 <= command.choice < ways:
        return Sentence(N_("There are {n} answers to this."), {"n": count(ways)})
    return None


def _reassure(view: FounderView, given: Sequence[c.Command], command: c.Reassure) -> Sentence | None:
    rules, now = view.board.rules, view.board.month + 1
    if command.person is Person.LAWYER:
        return Sentence(N_("The fund's lawyer does not work for you; only what you do counts there."))
    if any(isinstance(other, c.Reassure) and other.person is command.person for other in given):
        return Sentence(N_("You are already talking to this person this month."))
    member = next((one for one in view.affairs.house.members if one.person is command.person), None)
    if member is None or not in_office(member, rules.founder.officer_month, now):
        return Sentence(N_("Nobody holds this post at the moment."))
    if now < member.calmed + rules.house.calm_wait:
        return Sentence(
            N_("You gave {who} your word in {then}; another talk helps from {date} on."),
            {
                "who": name_of(member),
                "then": month(member.calmed),
                "date": month(member.calmed + rules.house.calm_wait),
            },
        )
    return None


RULES: Final[dict[type[c.Command], Rule]] = {c.Answer: _answer, c.Reassure: _reassure}
"""What the founder says inside the house."""
