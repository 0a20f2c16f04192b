"""How a lab is run, the same for every lab and every founder bot: orders, sites, runs, releases, money.

What differs is the style: means and temperament from the table of labs. Founder bots share this and
differ only in what they do with the carmaker's chips, in what they say and in what they promise.
"""

from typing import Final

import msgspec

from race.core.chance import Stream
from race.core.commands import (
    Command,
    Hire,
    OrderChips,
    PublishRelease,
    RaiseRound,
    RentCloud,
    SplitCompute,
    StartRun,
)
from race.core.formulas.race.chips import generation_for, own_most
from race.core.formulas.race.demand import serving_load
from race.core.formulas.race.money import consumer_revenue, rent_of_month
from race.core.formulas.race.temper import safety_level
from race.core.ids import PPM, Generation, Mood
from race.core.view import LabView
from race.policy.borrowing import borrow
from race.policy.expansion import LEAST_ORDER, expand
from race.policy.purse import Purse, affordable_chips, can_raise_by, due_soon, read_purse

MOOD_ORDERS: Final = {Mood.LEADING: 1.0, Mood.CALM: 1.0, Mood.PRESSED: 1.15, Mood.ALARMED: 1.35}
"""How much more a worried lab orders."""
OPEN: Final = 0.6
"""Openness from which a lab publishes its weights."""
WORTH_RELEASING: Final = 12.0
"""Gain over its best release for which a lab releases, Elo."""
STALE_MONTHS: Final = 4
"""Months after which a candidate is released for a small gain."""
RUNWAY: Final = 4
"""Months ahead that a lab wants paid for before it stops raising money."""


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """How a lab is managed; shares are ppm (see `assets/scenarios/labs.toml`)."""

    order_ppm: int = 50_000
    training: int = 300_000
    research: int = 300_000
    serving: int = 350_000
    safety: int = 50_000
    run_months: int = 3
    cycle_months: int = 5
    greed: float = 0.5
    caution: float = 0.5
    openness: float = 0.3
    raises: bool = True
    builds_forced: bool = False
    order_every: int = 1


def manage_lab(view: LabView, style: Style, luck: Stream) -> list[Command]:
    """Return a month's orders for a lab, most important first."""
    purse = read_purse(view)
    wanted = _wanted_chips(view, style)
    due = (view.board.month + 1) % style.order_every == 0
    growth = (
        expand(view, purse, wanted, raises=style.raises, due=due)
        if style.builds_forced
        else [*_raise(view, style, purse), *_order(view, style, purse, wanted)]
    )
    raising = any(isinstance(order, RaiseRound) for order in growth)
    return [
        *_release(view, style),
        *growth,
        *borrow(view, purse, raising=raising),
        *_train(view, style),
        *_rent(view, style, purse),
        *_split(view, style),
        *_hire(view, style, purse, luck),
    ]


def lead_of(view: LabView) -> float:
    """Return the own lead over the best other lab in the league, Elo (negative: behind)."""
    own = next((line.elo_published for line in view.board.league if line.firm is view.firm), 0.0)
    rest = next((line.elo_published for line in view.board.league if line.firm is not view.firm), 0.0)
    return own - rest


def _wanted_chips(view: LabView, style: Style) -> int:
    """Return the chips a month this lab would like, H100e."""
    return int(view.board.supply * style.order_ppm / PPM * MOOD_ORDERS[view.own.mood])


def _release(view: LabView, style: Style) -> list[Command]:
    own, board = view.own, view.board
    candidate = own.candidate
    if candidate is None:
        return []
    best = max((release.elo_true for release in own.releases), default=0.0)
    waited = board.month + 1 - candidate.finished
    tested = waited > board.rules.race.test_months
    gain = candidate.elo - best
    worth = gain > WORTH_RELEASING or (waited >= STALE_MONTHS and gain > 0.0)
    hurried = own.mood is Mood.ALARMED and style.caution < 0.4 and not board.regulated  # noqa: PLR2004
    if worth and (tested or hurried):
        return [PublishRelease(open_weights=opens(view, style), tested=tested)]
    return []


def opens(view: LabView, style: Style) -> bool:
    """Return whether a lab publishes its weights, where that is allowed at all."""
    return style.openness > OPEN and bool(view.board.rules.switches.open_weights)


def _raise(view: LabView, style: Style, purse: Purse) -> list[Command]:
    """Raise when the money will not last for what falls due in the coming months."""
    own = view.own
    if not style.raises or not can_raise_by(view, view.board.month + 1) or own.valuation_usd <= 0:
        return []
    short = due_soon(view, RUNWAY) - RUNWAY * purse.flow
    return [RaiseRound()] if purse.cash < short + 2 * purse.costs else []


def _train(view: LabView, style: Style) -> list[Command]:
    own = view.own
    cycle = style.cycle_months - (1 if own.mood is Mood.ALARMED else 0)
    if own.run is not None or view.board.month + 1 < own.last_start + cycle or own.depot.running() <= 0:
        return []
    return [StartRun(months=style.run_months)]


def _order(view: LabView, style: Style, purse: Purse, wanted: int) -> list[Command]:
    board = view.board
    can = affordable_chips(view, purse, raises=style.raises)
    own = _own_silicon(view, wanted, can)
    rest = min(wanted - own, can - int(own * board.rules.chips.own_silicon_price), board.supply)
    orders: list[Command] = []
    if own >= LEAST_ORDER:
        orders.append(OrderChips(company=view.firm, generation=Generation.OWN_SILICON, quantity=own))
    if rest >= LEAST_ORDER:
        generation = generation_for(board.rules, board.month, view.own.export_ppm)
        orders.append(OrderChips(company=view.firm, generation=generation, quantity=rest))
    return orders


def _own_silicon(view: LabView, wanted: int, can: int) -> int:
    """Return the chips of its own that a lab books first, H100e: they are cheaper and queue for nobody.

    `can` is how many of the chipmaker's it could afford.
    """
    board = view.board
    if not view.own.own_silicon_ppm or not board.rules.switches.own_silicon:
        return 0
    most = own_most(board.setting, view.own.own_silicon_ppm, board.month + 1)
    return max(0, min(wanted, most, int(can / board.rules.chips.own_silicon_price)))


def _rent(view: LabView, style: Style, purse: Purse) -> list[Command]:
    """Rent cloud in between: for chips that are on their way or have no power yet."""
    if not style.builds_forced:
        return []  # a partner's halls grow in time
    board, depot = view.board, view.own.depot
    soon = sum(
        line.quantity for line in view.lines if line.owner is view.firm and line.due <= board.month + 6
    )
    gap = depot.chips() - depot.powered() + soon
    each = max(1, rent_of_month(board.rules.money, 1, board.rental_cents))
    budget = max(0, purse.cash - purse.committed // 2) // 25
    most = depot.rented + board.cloud_room
    target = max(0, min(gap, budget // each, most)) // 100 * 100
    if abs(target - depot.rented) <= max(500, depot.rented // 5):
        return []
    return [RentCloud(quantity=target)]


def _split(view: LabView, style: Style) -> list[Command]:
    """Serve the users there are, keep the safety the mood allows, share the rest as planned."""
    own, rules = view.own, view.board.rules
    running = max(1, own.depot.running())
    firms = max(0, own.revenue_usd - consumer_revenue(rules.money, own.users_k, own.price_level))
    load = serving_load(rules.race, own.users_k, firms)
    serving = min(600_000, max(style.serving, int(load * 1.25 / running * PPM)))
    safety = int(safety_level(rules.race, style.safety, lead_of(view), own.mood))
    rest = PPM - serving - safety
    training = rest * style.training // (style.training + style.research)
    wish = SplitCompute(training=training, research=rest - training, serving=serving, safety=safety)
    now = own.split
    moved = (
        abs(wish.training - now.training) + abs(wish.serving - now.serving) + abs(wish.safety - now.safety)
    )
    return [wish] if moved > 40_000 else []  # noqa: PLR2004


def _hire(view: LabView, style: Style, purse: Purse, luck: Stream) -> list[Command]:
    """Hire by name from the open market when money is plenty and the race is not going well."""
    own, rules = view.own, view.board.rules
    price = rules.money.hire_usd
    rich = purse.cash > purse.committed + 100 * price
    if not rich or own.mood in (Mood.LEADING, Mood.CALM) or not luck.happens(style.greed):
        return []
    return [Hire(researchers=min(4, rules.race.hire_limit))]
