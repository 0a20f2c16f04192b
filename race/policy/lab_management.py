"""How a lab is run, the same for every lab and every founder bot: orders, sites, runs, releases, money.

What differs is the style: means and temperament from the table of labs. Founder bots share this and
differ only in what they do with the carmaker's chips, in what they say and in what they promise.
"""

from typing import Final

from race.core.chance import Stream
from race.core.commands import Command, Hire, PublishRelease, RaiseRound, RentCloud, SplitCompute, StartRun
from race.core.formulas.race.demand import serving_load
from race.core.formulas.race.money import consumer_revenue, rent_of_month
from race.core.formulas.race.temper import safety_level, serving_most
from race.core.ids import PPM, Mood
from race.core.view import LabView
from race.policy.book import give_up
from race.policy.borrowing import borrow
from race.policy.budget import RENT_STEP, grow, monthly_chips
from race.policy.expansion import expand
from race.policy.feeling import Feeling, feel
from race.policy.purse import Purse, is_worth_renting, read_purse
from race.policy.style import Style

_ALARMED: Final = Mood.ALARMED

__all__ = ["Style", "manage_lab", "opens"]

CONTENT: Final = (Mood.LEADING, Mood.CALM)
"""Moods in which nobody is hired by name."""


def manage_lab(view: LabView, style: Style, luck: Stream, feeling: Feeling | None = None) -> list[Command]:
    """Return a month's orders for a lab, most important first."""
    purse, feeling = read_purse(view), feeling or feel(view)
    orders = _release(view, style, feeling) if view.own.candidate is not None else []
    growth = _grow(view, purse, style, feeling)
    orders += growth
    orders += borrow(view, purse, raising=bool(growth) and type(growth[0]) is RaiseRound)  # it comes first
    if purse.cash < 0:
        orders += give_up(view, purse, raises=style.raises)
    if view.own.run is None:
        orders += _train(view, style, feeling)
    orders += _split(view, style, feeling)
    orders += _hire(view, style, purse, feeling, luck)
    return orders


def _grow(view: LabView, purse: Purse, style: Style, feeling: Feeling) -> list[Command]:
    """Spend on compute: in a partner's halls, or for itself with everything it takes."""
    if not style.builds_forced:
        return grow(view, purse, style, feeling)
    wanted = monthly_chips(view, purse, style, feeling)
    due = (view.board.month + 1) % style.order_every == 0
    return [
        *expand(view, purse, wanted, style, due=due),
        *_rent(view, purse),
    ]


def _release(view: LabView, style: Style, feeling: Feeling) -> list[Command]:
    own, board = view.own, view.board
    candidate, conduct = own.candidate, board.rules.conduct
    if candidate is None:
        return []
    waited = board.month + 1 - candidate.finished
    tested = waited > board.rules.race.test_months
    hurried = feeling.mood is _ALARMED and style.caution < conduct.hurried and not board.regulated
    if not (tested or hurried):
        return []
    best = max([release.elo_true for release in own.releases], default=0.0)
    gain = candidate.elo - best
    if gain > style.releases_for or (waited >= conduct.stale_months and gain > 0.0):
        return [PublishRelease(open_weights=opens(view, style), tested=tested)]
    return []


def opens(view: LabView, style: Style) -> bool:
    """Return whether a lab publishes its weights, where that is allowed at all."""
    rules = view.board.rules
    return style.openness > rules.conduct.open_from and bool(rules.switches.open_weights)


def _train(view: LabView, style: Style, feeling: Feeling) -> list[Command]:
    own = view.own
    cycle = style.cycle_months - (1 if feeling.mood is _ALARMED else 0)
    if own.run is not None or view.board.month + 1 < own.last_start + cycle or view.running <= 0:
        return []
    return [StartRun(months=style.run_months)]


def _rent(view: LabView, purse: Purse) -> list[Command]:
    """Rent cloud in between: for chips that are on their way or have no power yet."""
    board, depot, conduct = view.board, view.own.depot, view.board.rules.conduct
    gap = depot.chips() - depot.powered()
    for line in view.lines:
        if line.owner is view.firm and line.due <= board.month + conduct.rent_ahead:
            gap += line.quantity
    each = max(1, rent_of_month(board.rules.money, 1, board.rental_cents))
    budget = max(0, purse.cash - purse.committed // 2) // conduct.rent_months
    most = depot.rented + board.cloud_room
    target = max(0, min(gap, budget // each, most)) // RENT_STEP * RENT_STEP
    return [RentCloud(quantity=target)] if is_worth_renting(view, target) else []


def _split(view: LabView, style: Style, feeling: Feeling) -> list[Command]:
    """Serve the users there are, keep the safety the mood allows, share the rest as planned."""
    own, rules, conduct = view.own, view.board.rules, view.board.rules.conduct
    firms = own.revenue_usd - consumer_revenue(rules.money, own.users_k, own.price_level)
    load = serving_load(rules.race, own.users_k, firms if firms > 0 else 0)
    needed, most = (
        int(load * conduct.serve_spare / (view.running or 1) * PPM),
        serving_most(conduct, feeling.mood),
    )
    serving = needed if needed > style.serving else style.serving
    serving = serving if serving < most else most
    safety = int(safety_level(rules.race, style.safety, feeling.lead, feeling.mood))
    rest = PPM - serving - safety
    training = rest * style.training // (style.training + style.research)
    now = own.split
    change = abs(safety - now.safety)
    moved = abs(training - now.training) + abs(serving - now.serving) + change
    if moved > conduct.split_step or (change > conduct.safety_step and change > now.safety // 5):
        return [SplitCompute(training=training, research=rest - training, serving=serving, safety=safety)]
    return []


def _hire(view: LabView, style: Style, purse: Purse, feeling: Feeling, luck: Stream) -> list[Command]:
    """Hire by name from the open market when money is plenty and the race is not going well."""
    rules = view.board.rules
    price = rules.money.hire_usd
    if feeling.mood in CONTENT or purse.cash <= purse.committed // 2 + rules.conduct.hire_bank * price:
        return []
    if not luck.happens(style.greed):
        return []
    people = min(
        int(rules.conduct.people_part * purse.cash / max(1, price)),
        rules.race.hire_limit // 2,
        view.board.open_people,
    )
    return [Hire(researchers=people)] if people > 0 else []
