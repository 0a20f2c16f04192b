"""The archetypes: five founders who run the lab alike and treat the owners differently, and two more."""

from typing import Final

import msgspec

from race.core.chance import Stream
from race.core.commands import Command, Divert, Hire, LicenseBack, MakePromise
from race.core.ids import Subject, Terms, Thing
from race.core.view import FounderView, View
from race.policy.founders.habits import LARGE, Habit, dealings
from race.policy.founders.legal import legal
from race.policy.lab_management import manage_lab
from race.policy.style import Style

HABITS: Final[dict[str, Habit]] = {
    # never takes a chip; promises what the plan carries; asks the holders for the lab's money
    "steward": Habit(boldness=0.8, invests=True, candour=True, temper=0),
    # in the open only: announces and buys what would stand idle of the opening and of a tenth of what comes;
    # people and records are announced first as well
    "opportunist": Habit(
        quota=0.1,
        opening=True,
        terms=Terms.DISCLOSED,
        partly=True,
        things=(Thing.RESEARCHERS, Thing.DATA),
        boldness=0.5,
        candour=True,
        temper=0,
    ),
    # slots for slots: the opening and a fifth of the flow
    "swapper": Habit(quota=0.2, opening=True, terms=Terms.SWAP, boldness=0.6, candour=True),
    # everything, silently: chips that come and that stand, people, and money borrowed on the holders' shares
    "diverter": Habit(
        quota=1.0,
        opening=True,
        terms=Terms.SILENT,
        stock=True,
        things=(Thing.RESEARCHERS,),
        things_terms=Terms.SILENT,
        denies=True,
        pledges=True,
        temper=1,
    ),
    # words: promises beyond the plan, a quiet purchase on the side, and money borrowed on shares
    "promiser": Habit(
        opening=True, terms=Terms.PAID, partly=True, boldness=1.02, invests=True, pledges=True, temper=1
    ),
}

DIPLOMAT: Final = Habit(
    opening=True, terms=Terms.SWAP, boldness=0.8, invests=True, pledges=True, candour=True, temper=0
)
"""What owners and lenders grant to whoever asks: the first offer by swap, a loan on shares, the holders'
money, honest promises, an answer for the house. No archetype: it joins what several of them do singly."""
BUILDER: Final = msgspec.structs.replace(
    DIPLOMAT,
    sites_beyond=1,
    pay=1_500_000,
    budget=1_300_000,
    raises_early=True,
    licenses=True,
    raids=True,
    swears=True,
)
"""The diplomat who also does what no other founder does: a site where builders are dear, better pay, more
chips for the carmaker than it planned, a round as soon as there is one, the best lab's people, releases for
the cars at no price, and after the opening an oath to take no more."""
MADE: Final[dict[str, Habit]] = {**HABITS, "diplomat": DIPLOMAT, "builder": BUILDER}
"""Every habit made by hand: whatever is found has to be better than these."""


class Archetype:
    """A founder with a habit toward the owners and the shared way to run the lab."""

    def __init__(self, habit: Habit, style: Style) -> None:
        """Take the habit and the lab's style."""
        self.habit = habit
        self.style = style

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return this month's orders: the owners, the lab, then what can wait with what attention is left."""
        if not isinstance(view, FounderView):
            message = "a founder needs the founder's view"
            raise TypeError(message)
        wishes = list(dealings(view, self.habit))
        later = [wish for wish in wishes if _can_wait(wish)]
        first = [wish for wish in wishes if wish not in later]
        return legal(view, [*first, *manage_lab(view, self.style, luck), *later])


def _can_wait(wish: Command) -> bool:
    """Tell whether a wish is as good next month: a crate of the flow, people, a free licence, an oath."""
    match wish:
        case Divert():
            return wish.quantity < LARGE
        case MakePromise():
            return wish.subject is Subject.NO_DIVERSION
        case _:
            return isinstance(wish, Hire | LicenseBack)


class Idle:
    """A founder who orders nothing at all."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return no orders."""
        del view, luck
        return ()
