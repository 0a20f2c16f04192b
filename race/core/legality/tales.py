"""Whether a question of the house can be answered, and the sentence that says why not."""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.legality.chips import Rule
from race.core.tales import SCRIPTS
from race.core.view import FounderView
from race.core.words import N_, Sentence, count


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


RULES: Final[dict[type[c.Command], Rule]] = {c.Answer: _answer}
"""The one command that answers."""
