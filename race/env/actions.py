"""What a learner can want: a few choices a month, each of a few orders with sensible magnitudes.

The founder has nine, six of which every lab has (without what only a founder has to pledge and to sell).
The first of a head is to order nothing there. An order that the position leaves no room for is masked;
what several orders together cannot pay is left out by the judge, in the order of `orders_of`.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from race.core import commands as c
from race.core.formulas.house.stake import pledge_room
from race.core.formulas.owners.ballots import investment_room
from race.core.formulas.owners.carmaker import MILESTONES, autonomy_due
from race.core.formulas.race.chips import planned_fleet
from race.core.formulas.race.loans import loan_room
from race.core.ids import PPM, Ballot, Firm, Gift, Stance, Subject, Terms
from race.core.legality import free_cash, refusal
from race.core.legality.diversion import SALES, left_for_sale
from race.core.legality.purse import find_source
from race.core.view import FounderView, LabView

Order = Callable[[FounderView], c.Command | None]
LabOrder = Callable[[LabView], c.Command | None]
_Seen = TypeVar("_Seen", bound=LabView)
Mask = NDArray[np.bool_]
_AHEAD: Final = 6
"""Months from a promise to its date."""


def _fixed(command: c.Command) -> LabOrder:
    return lambda _view: command


def _split(training: int, research: int, serving: int, safety: int) -> LabOrder:
    return _fixed(
        c.SplitCompute(
            training=10_000 * training,
            research=10_000 * research,
            serving=10_000 * serving,
            safety=10_000 * safety,
        )
    )


def _chips(part: float, view: LabView) -> c.Command:
    board = view.board
    quantity = int(part * free_cash(view, ()) / max(1, board.coming_price_usd)) // 100 * 100
    return c.OrderChips(company=view.firm, generation=board.generation, quantity=quantity)


def _rent(part: float, view: LabView) -> c.Command:
    return c.RentCloud(quantity=int(part * view.board.supply) // 100 * 100)


def _build(power_kw: int, view: LabView) -> c.Command:
    return c.BuildSite(company=view.firm, power_kw=power_kw, forced=True)


def _build_most(view: LabView, *, forced: bool) -> c.Command:
    """Build the largest site that the rules allow."""
    return c.BuildSite(company=view.firm, power_kw=view.board.rules.chips.site_limit_kw, forced=forced)


def _borrow(view: LabView) -> c.Command:
    rules = view.board.rules.money
    room = loan_room(rules, view.own, view.board.chip_price_usd)
    return c.Borrow(amount_usd=max(rules.loan_least_usd, room // 2))


def _pledge(view: FounderView) -> c.Command:
    return c.PledgeStake(shares_ppm=max(1, pledge_room(view.board.rules, view.carmaker) // 2))


def _sell(view: FounderView) -> c.Command:
    """Sell the most that one window takes; less brings less, and has to wait as long for the next."""
    return c.SellStake(shares_ppm=view.board.rules.stake.sale_most)


def _pay(level: int) -> LabOrder:
    return _fixed(c.SetPay(level=level))


def _divert(part: float, terms: Terms, view: FounderView) -> c.Command | None:
    """Take a part of the carmaker's stock without power, or else of the line that arrives next.

    On terms on which its directors must sell: a part of what is for sale of it.
    """
    stock = [batch.id for batch in view.carmaker.depot.batches if batch.site is None]
    lines = [line for line in view.lines if line.payer is Firm.TESLA and line.owner is Firm.TESLA]
    sources = [*stock, *(line.id for line in sorted(lines, key=lambda line: (line.due, line.id)))]
    source = find_source(view, sources[0]) if sources else None
    if source is None:
        return None
    most = left_for_sale(view, (), source) if terms in SALES else source.quantity
    return c.Divert(source=source.id, quantity=max(1, int(part * most)), terms=terms)


def _promise_chips(view: FounderView) -> c.Command:
    board = view.board
    due = min(board.month + _AHEAD, board.setting.months)
    fleet = planned_fleet(board.rules, board.setting, view.carmaker, board.month, due)
    return c.MakePromise(subject=Subject.CHIPS_POWERED, quantity=max(1_000, fleet // 500 * 500), due=due)


def _promise_autonomy(view: FounderView) -> c.Command | None:
    board, reached = view.board, view.carmaker.autonomy_reached
    if reached >= MILESTONES:
        return None
    due = min(max(board.month + 3, autonomy_due(board.rules, reached)), board.setting.months)
    return c.MakePromise(subject=Subject.AUTONOMY, quantity=reached + 1, due=due)


def _ask(view: FounderView) -> c.Command:
    room = investment_room(view.board.rules, view.own.valuation_usd, view.carmaker.cash_usd)
    return c.CallVote(ballot=Ballot.INVESTMENT, amount_usd=room)


def _speak(stance: Stance, view: FounderView) -> c.Command | None:
    """Speak about the latest act that is public, or disclose the latest that is secret."""
    secret = stance is Stance.DISCLOSE
    acts = [act.id for act in view.affairs.acts if (act.published is None) is secret]
    return c.Speak(act=acts[-1], stance=stance) if acts else None


def _answer(choice: int, view: FounderView) -> c.Command | None:
    waiting = [tale.key for tale in view.affairs.tales if tale.choice is None]
    return c.Answer(tale=waiting[-1], choice=choice) if waiting else None


PARTS: Final = {"none": 0.0, "quarter": 0.25, "half": 0.5, "all": 1.0}
TERMS: Final = {terms.value: terms for terms in Terms}
LAB: Final[dict[str, dict[str, LabOrder | None]]] = {
    "run": {
        "none": None,
        "three months": _fixed(c.StartRun(months=3)),
        "six months": _fixed(c.StartRun(months=6)),
        "stop": _fixed(c.StopRun()),
        "release tested": _fixed(c.PublishRelease(tested=True)),
        "release untested": _fixed(c.PublishRelease(tested=False)),
        "release open": _fixed(c.PublishRelease(open_weights=True, tested=True)),
    },
    "compute": {
        "none": None,
        "train": _split(60, 20, 15, 5),
        "research": _split(30, 50, 15, 5),
        "serve": _split(35, 20, 40, 5),
        "safety": _split(40, 20, 15, 25),
    },
    "money": {
        "none": None,
        "round": _fixed(c.RaiseRound()),
        "loan": _borrow,
    },
    "chips": {
        "none": None,
        "a tenth": partial(_chips, 0.1),
        "a quarter": partial(_chips, 0.25),
        "half": partial(_chips, 0.5),
        "all": partial(_chips, 1.0),
    },
    "power": {
        "none": None,
        "rent nothing": partial(_rent, 0.0),
        "rent a little": partial(_rent, 0.01),
        "rent more": partial(_rent, 0.03),
        "build 20 MW": partial(_build, 20_000),
        "build 60 MW": partial(_build, 60_000),
        "build the most": partial(_build_most, forced=True),
        "build the most, unhurried": partial(_build_most, forced=False),
    },
    "people": {
        "none": None,
        "hire three": _fixed(c.Hire(researchers=3)),
        "hire ten": _fixed(c.Hire(researchers=10)),
        "usual pay": _pay(PPM),
        "higher pay": _pay(PPM * 6 // 5),
    },
}
"""The heads of every lab: the orders of each by name; chips are parts of what the cash buys outright."""
PLAIN: Final[dict[str, dict[str, Order | None]]] = {
    "owners": {
        "none": None,
        "promise chips": _promise_chips,
        "promise autonomy": _promise_autonomy,
        "ask for investment": _ask,
        "director": _fixed(c.GiveGift(gift=Gift.DIRECTOR)),
        "sharing policy": _fixed(c.GiveGift(gift=Gift.SHARING_POLICY)),
        "settle": _fixed(c.GiveGift(gift=Gift.SETTLEMENT)),
        "disclose": partial(_speak, Stance.DISCLOSE),
        "justify": partial(_speak, Stance.JUSTIFY),
        "apologise": partial(_speak, Stance.APOLOGISE),
        "deny": partial(_speak, Stance.DENY),
        "first answer": partial(_answer, 0),
        "second answer": partial(_answer, 1),
    },
    **{name: {**orders} for name, orders in LAB.items()},
    "money": {**LAB["money"], "pledge": _pledge, "sell shares": _sell},
}
"""The founder's heads that stand alone."""
HEADS: Final[dict[str, tuple[str, ...]]] = {
    "crates": tuple(PARTS),
    "terms": tuple(TERMS),
    **{name: tuple(orders) for name, orders in PLAIN.items()},
}
"""Every head of the founder's with the names of its choices, in the order of an action."""
SIZES: Final = tuple(len(names) for names in HEADS.values())
LAB_HEADS: Final[dict[str, tuple[str, ...]]] = {name: tuple(orders) for name, orders in LAB.items()}
"""Every head of another lab's."""


def heads_of(view: LabView) -> dict[str, tuple[str, ...]]:
    """Return the heads of a seat with the names of their choices, in the order of an action."""
    return HEADS if isinstance(view, FounderView) else LAB_HEADS


def orders_of(view: LabView, action: Sequence[int] | NDArray[Any]) -> list[c.Command]:
    """Return what an action wants, shape (heads,), in the order in which it is judged; legal or not."""
    choices = [int(choice) for choice in action]
    if not isinstance(view, FounderView):
        return _wanted(view, LAB, choices)
    crates, terms, *rest = choices
    wanted = _divert(list(PARTS.values())[crates], list(TERMS.values())[terms], view) if crates else None
    return [*([] if wanted is None else [wanted]), *_wanted(view, PLAIN, rest)]


def _wanted(
    view: _Seen,
    heads: Mapping[str, Mapping[str, Callable[[_Seen], c.Command | None] | None]],
    choices: Sequence[int],
) -> list[c.Command]:
    chosen = [list(orders.values())[choice] for orders, choice in zip(heads.values(), choices, strict=True)]
    wanted = [order(view) for order in chosen if order is not None]
    return [order for order in wanted if order is not None]


def masks_of(view: LabView) -> Mask:
    """Return which choices are open in a position, head after head, shape (sum of the heads' sizes,).

    Each is judged by itself; of the crates and their terms, what goes with some choice of the other.
    """
    if not isinstance(view, FounderView):
        return np.concatenate(_open_of(view, LAB))
    fits = np.array(
        [[_open(view, partial(_divert, part, terms)) for terms in TERMS.values()] for part in PARTS.values()]
    )
    fits[0] = True  # no crate needs no terms
    taken = fits[1:].any(axis=0)
    masks = [fits.any(axis=1), taken if taken.any() else np.ones(len(TERMS), dtype=bool)]
    return np.concatenate([*masks, *_open_of(view, PLAIN)])


def by_head(masks: Mask, sizes: Sequence[int]) -> tuple[NDArray[np.int8], ...]:
    """Return masks head by head, as a space's `sample(mask=)` asks for them."""
    return tuple(np.split(masks.astype(np.int8), np.cumsum(sizes)[:-1]))


def _open_of(
    view: _Seen, heads: Mapping[str, Mapping[str, Callable[[_Seen], c.Command | None] | None]]
) -> list[Mask]:
    return [np.array([_open(view, order) for order in orders.values()]) for orders in heads.values()]


def _open(view: _Seen, order: Callable[[_Seen], c.Command | None] | None) -> bool:
    if order is None:
        return True
    wanted = order(view)
    return wanted is not None and refusal(view, (), wanted) is None
