"""Standing orders: the lab's routine, run by its officers without the founder's attention.

They order what the shared lab management would order, through the same judge, and leave alone
whatever has been ordered by hand this month.
"""

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import Final

from msgspec.structs import replace

from race.core import commands as c
from race.core.chance import Stream
from race.core.legality.judge import Judged, admit_after
from race.core.view import LabView
from race.policy.lab_management import manage_lab
from race.policy.style import BOOKS_AHEAD, Style


class Routine(StrEnum):
    """What can be left to the lab's officers."""

    SPLIT = "split"
    TRAIN = "train"
    RELEASE = "release"
    RENT = "rent"
    CHIPS = "chips"
    MONEY = "money"
    HIRE = "hire"


OFFICERS: Final = tuple(Routine)
"""Everything that can be left to them: they run the whole lab."""

KINDS: Final[dict[Routine, tuple[type[c.Command], ...]]] = {
    Routine.SPLIT: (c.SplitCompute,),
    Routine.TRAIN: (c.StartRun,),
    Routine.RELEASE: (c.PublishRelease,),
    Routine.RENT: (c.RentCloud,),
    Routine.CHIPS: (c.OrderChips, c.BuildSite, c.CancelOrder),
    Routine.MONEY: (c.RaiseRound, c.Borrow),
    Routine.HIRE: (c.Hire,),
}
"""The kinds of command each standing order may give."""


_ROUNDS: Final = frozenset({Routine.CHIPS, Routine.MONEY})
"""Who has both books chips on a round ahead, as founder bots do; a player's own round may never come."""
_LASTING: Final = (c.SplitCompute, c.RentCloud)
"""Settings that stand until they are changed."""


def kept_by_hand(orders: Iterable[c.Command]) -> frozenset[Routine]:
    """Return the routines whose lasting settings somebody has set by hand: officers would undo them.

    >>> sorted(kept_by_hand([c.RentCloud(quantity=5), c.RaiseRound()]))
    [<Routine.RENT: 'rent'>]
    """
    lasting = {type(order) for order in orders if isinstance(order, _LASTING)}
    return frozenset(routine for routine, kinds in KINDS.items() if lasting.intersection(kinds))


def obey(
    view: LabView, routines: Collection[Routine], given: Sequence[c.Command], style: Style, luck: Stream
) -> Judged:
    """Return the founder's own orders followed by what the standing ones add to them this month."""
    if _ROUNDS.issubset(routines):
        style = replace(style, books_ahead=BOOKS_AHEAD, ahead_if_richer=True)
    ordered = set(map(type, given))
    kinds = {kind for routine in Routine if routine in routines for kind in KINDS[routine]}
    wishes = [
        wish for wish in manage_lab(view, style, luck) if type(wish) in kinds and type(wish) not in ordered
    ]
    return admit_after(view, given, wishes)
