"""What founders do with the carmaker's chips and with their word: habits as plain data."""

from collections.abc import Iterator
from typing import Final

import msgspec

from race.core.commands import (
    Answer,
    CallVote,
    Command,
    Divert,
    DivertThing,
    GiveGift,
    Hire,
    LicenseBack,
    MakePromise,
    PlanCarmaker,
    PledgeStake,
    RaiseRound,
    Reassure,
    SellStake,
    SetPay,
    Speak,
)
from race.core.formulas.house.stake import pledge_room
from race.core.formulas.owners.ballots import investment_room
from race.core.formulas.owners.carmaker import MILESTONES, autonomy_due
from race.core.formulas.owners.court import not_settled
from race.core.formulas.passing.diversion import swapped, weigh
from race.core.formulas.race.chips import planned_fleet
from race.core.ids import Ballot, Firm, Gift, Person, Stance, Subject, Terms, Thing
from race.core.legality.diversion import SALES, left_for_sale
from race.core.legality.purse import coming, cost
from race.core.view import FounderView
from race.core.world.books import Batch, OrderLine

_TESLA: Final = Firm.TESLA


class Habit(msgspec.Struct, frozen=True, kw_only=True):
    """How a founder deals with the owners, and how far the lab may build."""

    quota: float = 0.0
    """Part of the carmaker's deliveries that is taken, 0-1."""
    opening: bool = False
    """Whether the 12,000 of the opening are taken."""
    opening_part: float = 1.0
    """Part of the opening's chips that is taken, 0-1."""
    partly: bool = False
    """Take as much as there are slots for or the directors sell, when not everything can go on the terms."""
    terms: Terms = Terms.SWAP
    fallback: Terms | None = None
    """Terms when the first are not possible."""
    only_idle: bool = False
    """Take only what the carmaker could not power."""
    stock: bool = False
    """Take delivered chips from the carmaker's warehouse and floor as well."""
    things: tuple[Thing, ...] = ()
    """What else goes to the lab, as soon as it may and the lab can pay with ease."""
    things_terms: Terms = Terms.DISCLOSED
    boldness: float = 0.0
    """What is promised over what is planned, 0 promises nothing, 1 promises the plan."""
    invests: bool = False
    """Whether the holders are asked to invest in the lab."""
    pledges: bool = False
    """Whether the founder borrows on shares for the lab, as much as a lender gives."""
    candour: bool = False
    """Explain and apologise for what is published, make peace in court."""
    denies: bool = False
    """Deny what is published."""
    sites_beyond: int = 0
    """Sites of the lab under way beyond the ordinary number for which what builders ask is paid."""
    pay: int | None = None
    """What the lab pays its people, ppm of the usual; None leaves that alone."""
    budget: int | None = None
    """What the carmaker spends on chips, ppm of its plan; None leaves that alone."""
    raises_early: bool = False
    """Whether a round is closed as soon as investors give one, not when slots are near or money is short."""
    sells: float = 0.0
    """Part of the largest sale of the founder's shares that is sold in every window, 0-1."""
    licenses: bool = False
    """Whether the lab's releases go to the carmaker for nothing, as often as they may."""
    raids: bool = False
    """Whether the best other lab's people are asked to come, every month, as many as may be asked."""
    swears: bool = False
    """Whether the owners are promised that no chips go to the lab without a vote."""
    temper: int = -1
    """Which answer the house gets: 0 what costs or gives, 1 the bold one, -1 silence."""


FRESH_MONTHS: Final = 3
"""Months after publication in which a founder still speaks about an act."""
COMPLAINTS_BORNE: Final = 2
"""Suits after which a candid founder appoints a director."""
PROMISE_EVERY: Final = 6
CHIPS_SEASON: Final = 2
AUTONOMY_SEASON: Final = 5
"""Months of the half year in which each kind of promise is made."""
EASE: Final = 8
"""A lab has this many times the price of what it buys of the carmaker beside chips."""
PEOPLE: Final = 20
"""Of the carmaker's researchers, those who are asked to come: the first bring most of what they know."""
SMALLEST: Final = 1_000
"""Fewer chips than this are not worth a trail."""
LARGE: Final = 8_000
"""A line larger than this at the start is the opening offer, not a crate of the flow."""


def dealings(view: FounderView, habit: Habit) -> Iterator[Command]:
    """Yield what a habit does this month, most important first."""
    yield from answers(view, habit)
    yield from _house(view, habit.temper)
    if habit.candour:
        yield from _talks(view)
    yield from takings(view, habit)
    yield from _things(view, habit)
    yield from _business(view, habit)
    yield from _money(view, habit)
    if habit.boldness > 0.0:
        yield from _promises(view, habit.boldness)
    yield from _beside(view, habit)


def _business(view: FounderView, habit: Habit) -> Iterator[Command]:
    """Yield a round as soon as there is one, and the budget and the pay that the habit has."""
    if habit.raises_early:
        yield RaiseRound()
    if habit.budget is not None and habit.budget != view.carmaker.chip_budget:
        yield PlanCarmaker(chip_budget=habit.budget)
    if habit.pay is not None and habit.pay != view.own.pay_level:
        yield SetPay(level=habit.pay)


def _money(view: FounderView, habit: Habit) -> Iterator[Command]:
    """Yield what brings money of the carmaker's owners and of the founder's shares."""
    if habit.invests:
        yield from _ask(view)
    if habit.pledges and not view.carmaker.pledged_ppm:
        yield from _pledge(view)
    if habit.sells > 0.0:
        yield SellStake(shares_ppm=int(view.board.rules.stake.sale_most * habit.sells))


def _beside(view: FounderView, habit: Habit) -> Iterator[Command]:
    """Yield what is as good a month later: a free licence, a raid on the best other lab, an oath."""
    if habit.licenses:
        yield LicenseBack(free=True)
    if habit.raids:
        yield Hire(researchers=view.board.rules.race.hire_limit, source=_best_other(view))
    if habit.swears:
        yield MakePromise(subject=Subject.NO_DIVERSION, quantity=0, due=_far(view))


def _best_other(view: FounderView) -> Firm | None:
    """Return the best lab but one's own, None where no other has published anything."""
    return next((line.firm for line in view.board.league if line.firm is not view.firm), None)


def _far(view: FounderView) -> int:
    """Return the latest date that a promise of today may have."""
    board = view.board
    return min(board.month + board.rules.founder.promise_most_months, board.setting.months)


def _house(view: FounderView, temper: int) -> Iterator[Command]:
    """Yield the answer to the house's question, if one waits and the habit is not to keep silent."""
    tales = view.affairs.tales
    if temper >= 0 and tales and tales[-1].choice is None:
        yield Answer(tale=tales[-1].key, choice=temper)


def _talks(view: FounderView) -> Iterator[Command]:
    """Yield a talk with whoever of the house has said that they will leave."""
    for member in view.affairs.house.members:
        if member.warned is not None and member.person is not Person.LAWYER:
            yield Reassure(person=member.person)


def takings(view: FounderView, habit: Habit) -> Iterator[Command]:
    """Yield the diversions of a habit: its part of the lines due soon, and of stock if it takes that."""
    if habit.quota <= 0.0 and not habit.opening:
        return
    for line in view.lines:
        # a line is judged once, in the month before it arrives
        if line.payer is _TESLA and line.owner is _TESLA and line.due == view.board.month + 1:
            opening = line.quantity >= LARGE and view.board.month <= 1
            part = (habit.opening_part if habit.opening else 0.0) if opening else habit.quota
            yield from _take(view, habit, line, int(line.quantity * part))
    if habit.stock:
        for batch in view.carmaker.depot.batches:
            if batch.payer is _TESLA and batch.site is None:
                yield from _take(view, habit, batch, batch.quantity)


def _take(view: FounderView, habit: Habit, source: OrderLine | Batch, quantity: int) -> Iterator[Command]:
    if quantity < SMALLEST:
        return
    terms, able = habit.terms, _able(view, source, quantity, habit.terms)
    if able < quantity:
        if habit.partly and able >= SMALLEST:
            quantity = able
        elif habit.fallback is None:
            return
        else:
            terms = habit.fallback
    if (
        habit.only_idle
        and weigh(coming(view), source, quantity, terms).idle_share > view.board.rules.court.justified_idle
    ):
        return
    yield Divert(source=source.id, quantity=quantity, terms=terms)


def _able(view: FounderView, source: OrderLine | Batch, quantity: int, terms: Terms) -> int:
    """Return how many of some chips can go on these terms, H100e: a swap needs slots, a sale idle chips."""
    if terms in SALES:
        return min(quantity, left_for_sale(view, (), source))
    return sum(part for _, part in swapped(view.lines, quantity)) if terms is Terms.SWAP else quantity


def answers(view: FounderView, habit: Habit) -> Iterator[Command]:
    """Yield what a habit says about published diversions and gives in court."""
    if not view.affairs.acts:  # nothing to speak about, nothing to be sued for
        return
    fresh = [
        act
        for act in view.affairs.acts
        if act.published is not None and view.board.month - act.published <= FRESH_MONTHS
    ]
    for act in fresh:
        if habit.denies and not act.denied:
            yield Speak(act=act.id, stance=Stance.DENY)
        if habit.candour and not act.justified and act.idle_share <= view.board.rules.court.justified_idle:
            yield Speak(act=act.id, stance=Stance.JUSTIFY)
    if habit.candour and any(not_settled(case) for case in view.affairs.cases):
        yield GiveGift(gift=Gift.SETTLEMENT)
    if (
        habit.candour
        and (view.affairs.injunction or view.affairs.complaints > COMPLAINTS_BORNE)
        and not view.affairs.director
    ):
        yield GiveGift(gift=Gift.DIRECTOR)
    if habit.candour and view.affairs.injunction and not view.affairs.sharing_policy:
        yield GiveGift(gift=Gift.SHARING_POLICY)


def _things(view: FounderView, habit: Habit) -> Iterator[Command]:
    """Yield the wishes for people, a licence of the records, and the cars; what may not be yet is dropped."""
    for thing in habit.things:
        quantity = 1
        if thing is Thing.RESEARCHERS:
            there = sum(act.outstanding for act in view.affairs.acts if act.thing is thing)
            quantity = min(PEOPLE - there, view.carmaker.researchers, view.board.rules.race.hire_limit)
        wish = DivertThing(thing=thing, quantity=quantity, terms=habit.things_terms)
        if quantity > 0 and EASE * cost(view, wish) <= view.own.cash_usd:
            yield wish


def _ask(view: FounderView) -> Iterator[Command]:
    """Put an investment to the next meeting, the month before it."""
    board = view.board
    room = investment_room(board.rules, view.own.valuation_usd, view.carmaker.cash_usd)
    if room and board.month + 2 in board.setting.meetings:
        yield CallVote(ballot=Ballot.INVESTMENT, amount_usd=room)


def _pledge(view: FounderView) -> Iterator[Command]:
    """Borrow on shares in the first half of the game, when the lab's money buys most."""
    room = pledge_room(view.board.rules, view.carmaker)
    if room and 2 * view.board.month < view.board.setting.months:
        yield PledgeStake(shares_ppm=room)


def _promises(view: FounderView, boldness: float) -> Iterator[Command]:
    """Promise chips by a date and the next milestone of autonomy, as boldly as the habit is."""
    board = view.board
    if board.month % PROMISE_EVERY not in (CHIPS_SEASON, AUTONOMY_SEASON):
        return
    still = {promise.subject for promise in view.affairs.promises if promise.kept is None}
    if Subject.CHIPS_POWERED not in still and board.month % PROMISE_EVERY == CHIPS_SEASON:
        due = min(board.month + 8, board.setting.months)
        fleet = planned_fleet(board.rules, board.setting, view.carmaker, board.month, due - 2)
        yield MakePromise(
            subject=Subject.CHIPS_POWERED, quantity=max(1_000, int(fleet * boldness) // 500 * 500), due=due
        )
    reached = view.carmaker.autonomy_reached
    if (
        Subject.AUTONOMY not in still
        and board.month % PROMISE_EVERY == AUTONOMY_SEASON
        and reached < MILESTONES
    ):
        slack = 4 if boldness < 1.0 else 0
        due = max(board.month + 3, autonomy_due(board.rules, reached) + slack)
        yield MakePromise(subject=Subject.AUTONOMY, quantity=reached + 1, due=min(due, board.setting.months))
