"""What the founder decided that may have mattered: single orders, or all orders of one kind."""

from collections.abc import Callable, Iterator
from typing import Final, Literal

import msgspec

from race.core import commands as c
from race.core.ids import Firm, Seat, Stance
from race.session.hindsight.recorded import Place
from race.session.journal import Journal

Grouped = Literal["each", "month", "all"]
"""What one decision is: an order, a month's orders, or all of the kind."""


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One decision: what is left out when the game is played without it."""

    key: str
    """Kind of the decision, see `KINDS`, or `diversions` for every diversion of the game."""
    left_out: tuple[Place, ...]
    command: c.Command
    """The weightiest of its orders."""
    quantity: int
    """Sum of what its orders were about (chips, people, kW); 0 where nothing can be summed."""

    @property
    def month(self) -> int:
        """Return the place of its first month since the opening, 0 for the first turn."""
        return self.left_out[0][0]


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of decision: which orders, how they are grouped, how many are looked at, what weighs."""

    asks: Callable[[c.Command], bool]
    grouped: Grouped
    most: int = 1
    weighs: Callable[[c.Command], int] = lambda _command: 0


def _amount(command: c.Command) -> int:
    for name in ("quantity", "power_kw", "researchers", "amount_usd"):
        if isinstance(found := getattr(command, name, None), int):
            return found
    return 0


def _own(command: c.Command) -> bool:
    return getattr(command, "company", Firm.XAI) is Firm.XAI


KINDS: Final[dict[str, Kind]] = {
    "divert": Kind(asks=lambda one: isinstance(one, c.Divert), grouped="month", most=3, weighs=_amount),
    "thing": Kind(asks=lambda one: isinstance(one, c.DivertThing), grouped="each", most=2),
    "promise": Kind(asks=lambda one: isinstance(one, c.MakePromise), grouped="each", most=2),
    "vote": Kind(asks=lambda one: isinstance(one, c.CallVote), grouped="each", most=2),
    "denial": Kind(asks=lambda one: isinstance(one, c.Speak) and one.stance is Stance.DENY, grouped="all"),
    "word": Kind(asks=lambda one: isinstance(one, c.Speak) and one.stance is not Stance.DENY, grouped="all"),
    "gift": Kind(asks=lambda one: isinstance(one, c.GiveGift), grouped="all"),
    "round": Kind(asks=lambda one: isinstance(one, c.RaiseRound), grouped="each", most=2),
    "order": Kind(
        asks=lambda one: isinstance(one, c.OrderChips) and _own(one), grouped="each", most=2, weighs=_amount
    ),
    "site": Kind(
        asks=lambda one: isinstance(one, c.BuildSite) and _own(one), grouped="each", most=2, weighs=_amount
    ),
    "risk": Kind(
        asks=lambda one: isinstance(one, c.PublishRelease) and (one.open_weights or not one.tested),
        grouped="all",
    ),
    "price": Kind(asks=lambda one: isinstance(one, c.SetPrice), grouped="all"),
    "pay": Kind(asks=lambda one: isinstance(one, c.SetPay), grouped="all"),
    "hire": Kind(asks=lambda one: isinstance(one, c.Hire), grouped="all", weighs=_amount),
    "rent": Kind(asks=lambda one: isinstance(one, c.RentCloud), grouped="all"),
    "borrow": Kind(asks=lambda one: isinstance(one, c.Borrow), grouped="all", weighs=_amount),
    "stake": Kind(asks=lambda one: isinstance(one, c.SellStake | c.PledgeStake), grouped="all"),
    "lobby": Kind(asks=lambda one: isinstance(one, c.Lobby), grouped="all"),
    "answer": Kind(asks=lambda one: isinstance(one, c.Answer), grouped="all"),
    "sale": Kind(asks=lambda one: isinstance(one, c.SellLab), grouped="each"),
}
DIVERSIONS: Final = "diversions"


def decisions(journal: Journal) -> tuple[Decision, ...]:
    """Return what was decided, every diversion together first; none is the same as another."""
    orders = [
        ((month, place), command)
        for month, record in enumerate(journal.months)
        for place, command in enumerate(record.orders.get(Seat.FOUNDER, ()))
    ]
    taken = [pair for pair in orders if isinstance(pair[1], c.Divert | c.DivertThing)]
    found = [_decision(DIVERSIONS, taken)] if taken else []
    for key, kind in KINDS.items():
        mine = [pair for pair in orders if kind.asks(pair[1])]
        groups = sorted(_groups(mine, kind.grouped), key=lambda group: -_weight(kind, group))
        found += [_decision(key, group) for group in groups[: kind.most]]
    seen = {decision.left_out: decision for decision in reversed(found)}
    return tuple(decision for decision in found if seen[decision.left_out] is decision)


Pairs = list[tuple[Place, c.Command]]


def _groups(pairs: Pairs, grouped: Grouped) -> Iterator[Pairs]:
    if grouped == "all":
        yield from [pairs] if pairs else []
    elif grouped == "each":
        yield from ([pair] for pair in pairs)
    else:
        for month in dict.fromkeys(place[0] for place, _command in pairs):
            yield [pair for pair in pairs if pair[0][0] == month]


def _weight(kind: Kind, pairs: Pairs) -> int:
    return sum(kind.weighs(command) for _place, command in pairs)


def _decision(key: str, pairs: Pairs) -> Decision:
    orders = [command for _place, command in pairs]
    told: list[c.Command] = [command for command in orders if isinstance(command, c.Divert)] or orders
    return Decision(
        key=key,
        left_out=tuple(place for place, _command in pairs),
        command=max(told, key=_amount),
        quantity=sum(map(_amount, told)),
    )
