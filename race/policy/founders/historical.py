"""The historical founder: what was publicly reported, month by month, then a rule on the state.

Reported (sources in `assets/facts/SOURCES.md`): the swap of 12,000 in December 2023; 85,000 chips
promised in April 2024 for the end of the year; ground broken on 24 April 2024, 100,000 running there
by September and 200,000 by February 2025; 24,000 rented from a cloud, as the founder said in public
on 9 July 2024; equity rounds in May and at the end of 2024;
people moved from the carmaker.
Not reported is what paid for the second half before the round of that winter: here banks lend on the
chips of the first (design).
After June 2025 nothing is looked up: the shared management of a lab goes on, and nothing is taken.
"""

from collections.abc import Iterator
from typing import Final

from race.core import commands as c
from race.core.chance import Stream
from race.core.formulas.race.loans import loan_room
from race.core.ids import Firm, Stance, Subject, Terms
from race.core.view import FounderView, View
from race.policy.founders.habits import LARGE
from race.policy.founders.legal import legal
from race.policy.lab_management import manage_lab
from race.policy.style import Style

_REPORTED_UNTIL: Final = 18
"""June 2025, the last month of which deeds are reported here."""

_HALLS_KW: Final = 181_000
"""Power of the halls for the first 100,000 chips (1.81 kW each)."""
_TOLD_UNTIL: Final = 12
"""December 2024, until which rounds, sites, runs and orders of chips are those that were reported."""
_TOLD: Final = (c.RaiseRound, c.BuildSite, c.OrderChips, c.RentCloud, c.StartRun, c.Borrow)
_BOOKED: Final = {3: (140_000, 0), 5: (10_000, 11), 11: (50_000, 13)}
"""Chips booked for the first halls, for half of their doubling and for the rest; when they are wanted."""
_RENTED: Final = 24_000
"""Chips rented from a cloud, as the founder said in public on 9 July 2024, as far as the cloud has them."""
_RENTED_FROM: Final = 8
"""The month after he said so: what trained before is in the compute of December 2023 and the swap."""
_BORROWING: Final = (5, 9, 10)
"""Months in which banks lend on the chips that have come to run."""
_DEEDS: Final[dict[int, tuple[c.Command, ...]]] = {
    3: (c.Hire(researchers=5, source=Firm.TESLA),),
    4: (
        c.MakePromise(subject=Subject.CHIPS_POWERED, quantity=85_000, due=12),
        c.BuildSite(company=Firm.XAI, power_kw=_HALLS_KW, forced=True),
        c.StartRun(months=3),
    ),
    5: (c.RaiseRound(),),
    6: (
        c.Hire(researchers=5, source=Firm.TESLA),
        c.BuildSite(company=Firm.XAI, power_kw=_HALLS_KW // 2, forced=True),
    ),
    10: (c.StartRun(months=4),),
    11: (c.RaiseRound(), c.BuildSite(company=Firm.XAI, power_kw=_HALLS_KW // 2, forced=True)),
}
"""What was reported, by the month it was done in."""


class Historical:
    """Do what was reported to June 2025, then go on by rule."""

    def __init__(self, style: Style, *, swaps: bool = True) -> None:
        """Take the style of the lab's management; `swaps` is False for the founder who left the 12,000."""
        self.style = style
        self.swaps = swaps

    def decide(self, view: View, luck: Stream) -> tuple[c.Command, ...]:
        """Return this month's orders."""
        if not isinstance(view, FounderView):
            message = "a founder needs the founder's view"
            raise TypeError(message)
        deeds = list(_reported(view, swaps=self.swaps)) if view.board.month < _REPORTED_UNTIL else []
        told = view.board.month + 1 <= _TOLD_UNTIL
        routine = [
            wish for wish in manage_lab(view, self.style, luck) if not (told and isinstance(wish, _TOLD))
        ]
        return legal(view, [*deeds, *routine])


def _reported(view: FounderView, *, swaps: bool) -> Iterator[c.Command]:
    """Yield the reported deeds of the month that is about to be played."""
    coming = view.board.month + 1
    if coming == 1 and swaps:
        for line in view.lines:
            if line.owner is Firm.TESLA and line.quantity >= LARGE:
                yield c.Divert(source=line.id, quantity=line.quantity, terms=Terms.SWAP)
    yield from _DEEDS.get(coming, ())
    yield from _compute(view, coming)
    for act in view.affairs.acts:
        # the defence that was given in June 2024: there was no place to power them
        if act.published == view.board.month and not act.justified:
            yield c.Speak(act=act.id, stance=Stance.JUSTIFY)


def _compute(view: FounderView, coming: int) -> Iterator[c.Command]:
    """Yield the loans, the cloud and the chips of a month."""
    if coming in _BORROWING:
        room = loan_room(view.board.rules.money, view.own, view.board.chip_price_usd)
        yield c.Borrow(amount_usd=room // 10**6 * 10**6)
    if coming == _RENTED_FROM:
        rented = view.own.depot.rented
        yield c.RentCloud(quantity=min(_RENTED, rented + view.board.cloud_room))
    if coming in _BOOKED:
        quantity, wanted = _BOOKED[coming]
        yield c.OrderChips(
            company=Firm.XAI, generation=view.board.generation, quantity=quantity, not_before=wanted
        )
