"""Chips on the way as lots: what reaches which dock in which month, and whose money it is."""

from dataclasses import dataclass

from race.core.ids import Firm
from race.core.view import FounderView
from race.core.words import chips, month, months, usd
from race.core.world.books import OrderLine
from race.speech import _, labelled, name, plural
from race.speech import quantity as write
from race.ui.present.league import short_month
from race.ui.present.rounding import thousands
from race.ui.present.standing import generation_names, line_told


@dataclass(frozen=True, slots=True)
class Lot:
    """Everything that one company paid for and that reaches one dock in one month.

    Attributes:
        key: name of its line.
        due: month index; of what is late, the coming month.
        when: the month in short, and in full.
        shown: how many, as written; `short` in thousands.
        share: part of the largest lot, 0 to 1.
        payer: `car` or `lab`.
        owner: `car` or `lab`: whose dock.
        late: whether a part of it is late already.
        told: what it is made of, line by line.
    """

    key: str
    due: int
    when: tuple[str, str]
    shown: str
    short: str
    share: float
    payer: str
    owner: str
    late: bool
    told: tuple[str, ...]


def side(firm: Firm) -> str:
    """Return a company's side of the ground."""
    return "car" if firm is Firm.TESLA else "lab"


def lots(view: FounderView) -> tuple[Lot, ...]:
    """Return what is on the way to both docks, the next to arrive first."""
    coming = view.board.month + 1
    heaps: dict[tuple[int, str, str], list[OrderLine]] = {}
    for line in view.lines:
        if line.quantity > 0:
            key = max(coming, line.due), side(line.owner), side(line.payer)
            heaps.setdefault(key, []).append(line)
    most = max((sum(line.quantity for line in heap) for heap in heaps.values()), default=1)
    return tuple(_lot(view, key, heap, most) for key, heap in sorted(heaps.items()))


def _lot(view: FounderView, key: tuple[int, str, str], heap: list[OrderLine], most: int) -> Lot:
    due, owner, payer = key
    total = sum(line.quantity for line in heap)
    left = sum(line.quantity * line.unit_price_usd - line.deposit_usd for line in heap)
    late = any(line.due <= view.board.month for line in heap)
    told = [
        plural(
            "{n} chip, paid by {payer}, to {owner}'s dock in {due}.",
            "{n} chips, paid by {payer}, to {owner}'s dock in {due}.",
            total,
        ).format(
            n=write(chips(total)),
            payer=name(heap[0].payer),
            owner=name(heap[0].owner),
            due=write(month(due)),
        ),
        _("{amount} falls due on delivery.").format(amount=write(usd(left))),
    ]
    for line in heap:
        told += [labelled(write(chips(line.quantity)), words) for words in line_told(line)]
        told += late_told(view, line)
    return Lot(
        key=f"lot.{owner}.{due}.{payer}",
        due=due,
        when=(short_month(due), write(month(due))),
        shown=write(chips(total)),
        short=thousands(total),
        share=total / max(1, most),
        payer=payer,
        owner=owner,
        late=late,
        told=tuple(told),
    )


def late_told(view: FounderView, line: OrderLine) -> tuple[str, ...]:
    """Return what is to be said of a line that is late, or that went to the other's dock."""
    late = view.board.month + 1 - line.due
    told = [_("It is {time} late already.").format(time=write(months(late)))] if late > 0 else []
    told += [_("It was diverted.")] if line.payer is not line.owner else []
    return tuple(told)


def kind_of(line: OrderLine) -> str:
    """Return what kind of chips a line brings."""
    return generation_names()[line.generation]
