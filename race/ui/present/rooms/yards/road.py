"""The road to the docks: what comes later than the crates on them, by month and payer."""

from dataclasses import dataclass

from race.core.ids import Firm
from race.core.words import chips
from race.session.session import Session
from race.speech import quantity as write
from race.ui.present.league import short_month
from race.ui.present.supply import SOON


@dataclass(frozen=True, slots=True)
class Transit:
    """Chips further away: month of arrival, quantity, whose money."""

    when: str
    shown: str
    payer_side: str


def on_the_way(session: Session) -> tuple[Transit, ...]:
    """Return the next three later deliveries by month and payer, the nearest last, as on a road."""
    view = session.view()
    sums: dict[tuple[int, str], int] = {}
    for line in view.lines:
        if line.due > view.board.month + SOON:
            key = (line.due, "carmaker" if line.payer is Firm.TESLA else "lab")
            sums[key] = sums.get(key, 0) + line.quantity
    near = sorted(sums.items())[:3]
    return tuple(
        Transit(when=short_month(due), shown=write(chips(total)), payer_side=side)
        for (due, side), total in reversed(near)
    )
