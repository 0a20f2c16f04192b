"""What a command would do, said before it is given: named numbers, from the laws' own arithmetic.

The figures are what the founder can know; where the outcome is luck or depends on others, a figure
is a chance or a range.
"""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.formulas.house.damage import damage_of
from race.core.formulas.house.writing import WRITES
from race.core.formulas.passing.things import weigh_thing
from race.core.ids import PPM, Terms
from race.core.legality import attention, cost
from race.core.legality.purse import amount_of, coming
from race.core.view import FounderView
from race.core.wording.filed import ENTRIES
from race.core.wording.filed.entry import Grade
from race.core.words import N_, Sentence, count, percent, usd
from race.session.preview.answering import PRIVATE
from race.session.preview.craft_orders import run_lengths
from race.session.preview.diverting import AUTONOMY, LEAK, QUALITY, TRUST, act_of, of_divert
from race.session.preview.effect import AT_THE_END, Effect, Preview, Previews
from race.session.preview.lab_orders import LAB, after_the_end
from race.session.preview.ordered import ordered
from race.session.preview.owner_orders import OWNERS, if_missed
from race.session.preview.passing import PASSING, of_hire
from race.session.preview.stake import STAKE
from race.session.preview.tales import of_answer

_IN_WRITING = Sentence(N_("It goes into your file in writing; a court could have it read out."))

_ON_THE_BOOKS: Final[Previews] = {**OWNERS, **STAKE, **PASSING, **PRIVATE}
"""What is judged on the books as they stand, whatever else is ordered."""
_OWNED: Final = N_("It goes into your file too; told in the open, it weighs {part} of what a secret would.")
_FILED: Final = Sentence(
    N_("The quarterly filing shows it; your own line in the file could be read out by a court all the same.")
)


def preview(view: FounderView, command: c.Command, given: Sequence[c.Command] = ()) -> Preview:
    """Return what a command would do after other orders of the month, as far as the founder can know it.

    What is between the two companies is judged on the books as they stand; what the lab makes of its
    compute and its money, as the other orders leave them.
    """
    if isinstance(command, c.Answer):
        return of_answer(view, command)  # it costs nothing but what it says
    if isinstance(command, c.Divert):
        seen, price = of_divert(view, command), _price(view, command)[:-1]
    else:
        seen, price = _seen(view, command, given), _price(view, command)
        if isinstance(command, c.BuildSite):
            price = price[-1:]  # its preview says what each month takes, the first among them
    acts = of_hire(view, command) if isinstance(command, c.Hire) else ()
    warnings = (*seen.warnings, *_undone(command, given), *_filed(view, command))
    return Preview(line=seen.line, effects=(*seen.effects, *acts, *price), warnings=warnings)


def _seen(view: FounderView, command: c.Command, given: Sequence[c.Command]) -> Preview:
    """Return what the command itself would do, before its price and what it leaves in writing."""
    kind = type(command)
    if kind in LAB:
        return LAB[kind](ordered(view, given), command)
    told = _ON_THE_BOOKS.get(kind)
    return told(view, command) if told else Preview(line=AT_THE_END)


def _undone(command: c.Command, given: Sequence[c.Command]) -> tuple[Sentence, ...]:
    """Warn of a run that is both stopped and given more months in one month: it stops."""
    kinds = {type(other) for other in given}
    if isinstance(command, c.StopRun) and c.ExtendRun in kinds:
        return (Sentence(N_("You ordered it to train longer; stopped, it ends this month all the same.")),)
    if isinstance(command, c.ExtendRun) and c.StopRun in kinds:
        return (Sentence(N_("You ordered this run to stop: it ends this month all the same.")),)
    return ()


def _filed(view: FounderView, command: c.Command) -> tuple[Sentence, ...]:
    """Warn of a line in the file that a court could have read out."""
    write = WRITES.get(type(command)) if view.board.rules.switches.file else None
    if write is None or ENTRIES[write(command)[0]].grade < Grade.BAD:
        return ()
    if isinstance(command, c.DivertThing):
        return _filed_in_the_open(view, command, write(command)[0])
    return (_IN_WRITING,)


def _filed_in_the_open(view: FounderView, command: c.DivertThing, kind: str) -> tuple[Sentence, ...]:
    """Warn of the line of what goes to the lab: what is told weighs less, what is filed is no secret."""
    file, quantity = view.board.rules.file, amount_of(view, command)
    act = act_of(view, command, weigh_thing(coming(view), command.thing, quantity, command.terms), quantity)
    if damage_of(view.board.rules, kind, act) < file.least:
        return ()
    if act.disclosed:
        return (Sentence(_OWNED, {"part": percent(int(PPM * file.owned))}),)
    return (_FILED,) if command.terms in (Terms.PAID, Terms.LEASE) else (_IN_WRITING,)


def _price(view: FounderView, command: c.Command) -> tuple[Effect, ...]:
    price = cost(view, command)
    paid = (Effect(label=N_("Costs now"), value=usd(price), good=-1),) if price else ()
    return (*paid, Effect(label=N_("Attention"), value=count(attention(command))))


__all__ = [
    "AUTONOMY",
    "LEAK",
    "QUALITY",
    "TRUST",
    "Effect",
    "Preview",
    "after_the_end",
    "if_missed",
    "preview",
    "run_lengths",
]
