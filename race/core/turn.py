"""One month: everybody has decided on the same position, the laws are carried out in this order.

`play_month` copies the position once; the laws write the private copy; what leaves is frozen by
custom and guarded by tests.
No law calls another, and no law reads an event.
"""

from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event, Happening
from race.core.formulas.owners.holders import trust_sum
from race.core.ids import Firm, Keeps
from race.core.outcome import judge_ending, true_gap
from race.core.receipts import Account, Balance, Receipt
from race.core.rules.house.courting import court_owners
from race.core.rules.house.demands import show_files
from race.core.rules.house.file import keep_file
from race.core.rules.house.people import keep_house
from race.core.rules.house.probing import look_about
from race.core.rules.house.regulator import watch_records
from race.core.rules.house.sale import sell_lab
from race.core.rules.house.stake import keep_stake
from race.core.rules.house.tales import tell_tales
from race.core.rules.owners.carmaker import run_carmaker
from race.core.rules.owners.court import do_justice
from race.core.rules.owners.diversion import divert
from race.core.rules.owners.lending import lend_back
from race.core.rules.owners.meetings import hold_meeting
from race.core.rules.owners.opinion import move_opinion
from race.core.rules.owners.press import report_news
from race.core.rules.owners.promises import keep_word
from race.core.rules.owners.things import pass_things
from race.core.rules.race.chip_market import trade_chips
from race.core.rules.race.claims import keep_face
from race.core.rules.race.demand import win_users
from race.core.rules.race.finance import raise_money
from race.core.rules.race.lending import lend
from race.core.rules.race.money import settle_books
from race.core.rules.race.releases import publish
from race.core.rules.race.safety import run_risks
from race.core.rules.race.sites import power_sites
from race.core.rules.race.talent import move_people
from race.core.rules.race.training import train
from race.core.rules.race.wear import wear_out
from race.core.world import World

_TESLA: Final = Firm.TESLA
_ALL: Final = Keeps.ALL

_ORDER: Final = (
    Account.CASH,
    Account.CHIPS,
    Account.QUALITY,
    Account.USERS,
    Account.VALUATION,
    Account.PRICE,
    Account.TRUST,
)
"""The accounts in the order of a balance."""
_CASH, _CHIPS, _QUALITY, _USERS, _VALUATION, _PRICE, _TRUST = _ORDER
_Held = dict[Account, dict[Firm, int]]
"""What every account holds, in whole units."""

Law = Callable[[World, Orders, Chance], list[Event]]
"""A rule of the world: writes the private copy and tells what happened."""

LAWS: Final[tuple[Law, ...]] = (
    sell_lab,  # at the price that was seen when it was ordered
    divert,  # first: a crate that changes docks this month is delivered to the new one
    pass_things,
    lend_back,
    lend,  # before chips are paid for
    trade_chips,
    wear_out,
    power_sites,  # after deliveries: chips that arrived are placed where there is power
    train,
    publish,  # a run that finished this month can be out this month
    keep_face,  # claims are held against what runs and is published by now
    win_users,  # users choose among what is published now
    run_risks,
    move_people,
    run_carmaker,
    keep_stake,  # shares are sold and pledged at last month's price, before the month's trade
    tell_tales,  # what the house's answers cost or bring stands in this month's books
    settle_books,  # after everything that earns or spends at the labs
    raise_money,  # investors and banks read the books of this month
    keep_word,  # promises are checked against the books of this month
    report_news,
    watch_records,
    look_about,  # what people find out, and who is seen in private, is this month's news
    court_owners,
    move_opinion,  # holders have heard this month's news ...
    hold_meeting,  # ... when they vote
    show_files,  # whom the files were shown to may sue
    do_justice,  # courts act late, on what is published and true
    keep_house,  # who remembers has seen the whole month, and is heard when files are open
    keep_file,  # last: what was ordered is written down, and read out after the witnesses
)


class Books:
    """The accounts of one month, checked when it was closed.

    Batches play on without reading them, so that balances are drawn up for whoever asks first.
    """

    __slots__ = ("_balances", "_before", "_receipts", "now")

    def __init__(self, before: _Held, now: _Held, receipts: list[Receipt]) -> None:
        """Take what every account held before and holds now, and the receipts in between."""
        self._before = before
        self.now = now
        self._receipts = receipts
        self._balances: tuple[Balance, ...] | None = None

    def balances(self) -> tuple[Balance, ...]:
        """Return start, receipts and now of every account."""
        if self._balances is None:
            posted: dict[tuple[Firm, Account], list[Receipt]] = {}
            for receipt in self._receipts:
                posted.setdefault((receipt.firm, receipt.account), []).append(receipt)
            self._balances = tuple(
                Balance(
                    firm=firm,
                    account=account,
                    before=self._before[account][firm],
                    now=held[firm],
                    receipts=tuple(posted.get((firm, account), ())),
                )
                for firm in self.now[_CASH]
                for account, held in self.now.items()
                if firm in held
            )
        return self._balances


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """What a month is played from: a position, everybody's orders, the game's luck."""

    world: World
    orders: Orders
    chance: Chance
    closed: Books | None = None
    """The books of the month that led to this position: what they close with need not be counted again,
    unless somebody has touched the position since."""
    keeps: Keeps = Keeps.ALL


class Played(msgspec.Struct, frozen=True, kw_only=True):
    """One month that has been played: the next position and what happened."""

    world: World
    events: tuple[Event, ...]
    books: Books | None
    """None where nothing is kept."""

    @property
    def balances(self) -> tuple[Balance, ...]:
        """Return start, receipts and now of every account, if books were kept."""
        return self.books.balances() if self.books else ()


class BooksDoNotBalanceError(AssertionError):
    """Report an account whose receipts do not add up: an error in a law, never a player's."""


def play_month(world: World, orders: Orders, chance: Chance, closed: Books | None = None) -> Played:
    """Play one month and return the next position; the given one is not touched. See `Turn`.

    Raises BooksDoNotBalanceError when an account's start and receipts do not make its end.
    """
    return play_months((Turn(world=world, orders=orders, chance=chance, closed=closed),))[0]


def play_months(turns: Sequence[Turn]) -> list[Played]:
    """Play one month of each of some games, law by law; of each return what `play_month` returns.

    A law that is carried out for several games in a row finds its code and its numbers at hand.
    Raises BooksDoNotBalanceError as `play_month` does.
    """
    months = [_Month(turn) for turn in turns]
    for law in LAWS:
        for month in months:
            month.events += law(month.world, month.orders, month.chance)
    return [month.end() for month in months]


class _Month:
    """A month under way: the world that the laws write, and what was there when it began."""

    __slots__ = ("_before", "_money", "_turn", "chance", "events", "orders", "world")

    def __init__(self, turn: Turn) -> None:
        """Count what there is, and take a copy of the position, or the position itself if it is not kept."""
        given, closed, keeps = turn.world, turn.closed, turn.keeps
        self._turn = turn
        if keeps:
            self._money = given.money()
            self._before = balances_of(given) if closed is None else closed.now
        self.world = world = given.copy() if keeps is _ALL else given
        world.month += 1
        world.receipts, world.writes = [], keeps > Keeps.NOTHING
        self.events: list[Event] = []
        self.orders, self.chance = turn.orders, turn.chance

    def end(self) -> Played:
        """Take the gap, check money and books, and see whether the game is over."""
        world, events = self.world, self.events
        world.gaps.append(true_gap(world))
        books = self._close() if self._turn.keeps else None
        world.ending = judge_ending(world)
        if world.ending is not None:
            events.append(Event(kind=Happening.ENDING, firm=Firm.XAI, numbers={"month": world.month}))
        return Played(world=world, events=tuple(events), books=books)

    def _close(self) -> Books:
        """Check that no money was made or lost, and that start and receipts make the end of every account."""
        world, turn, before = self.world, self._turn, self._before
        if (made := world.money() - self._money) != 0:
            message = f"month {world.month}: money was made or lost, {made} dollars"
            raise BooksDoNotBalanceError(message)
        now, expected = balances_of(world), _explained(before, world.receipts)
        if expected != now and turn.closed is not None and turn.keeps is _ALL:
            before = balances_of(turn.world)  # a test or a what-if may have touched the position
            expected = _explained(before, world.receipts)
        if expected != now:
            raise BooksDoNotBalanceError(_difference(world.month, before, expected, now))
        return Books(before, now, world.receipts)


def balances_of(world: World) -> _Held:
    """Return what every account holds, in whole units (see `race.core.receipts`)."""
    held: _Held = {account: {} for account in _ORDER}
    cash, chips = held[_CASH], held[_CHIPS]
    quality, users, valuation = held[_QUALITY], held[_USERS], held[_VALUATION]
    for firm, lab in world.labs.items():
        best = lab.best()
        cash[firm] = lab.cash_usd
        chips[firm] = lab.depot.chips()
        quality[firm] = round(1000 * best.elo_published) if best else 0
        users[firm] = lab.users_k
        valuation[firm] = lab.valuation_usd
    carmaker = world.carmaker
    cash[_TESLA] = carmaker.cash_usd
    chips[_TESLA] = carmaker.depot.chips()
    held[_PRICE][_TESLA] = carmaker.price_cents
    held[_TRUST][_TESLA] = trust_sum(world.holders)
    return held


def _explained(before: _Held, receipts: list[Receipt]) -> _Held:
    """Return what every account should hold after the receipts of a month."""
    expected = {account: held.copy() for account, held in before.items()}
    for receipt in receipts:
        expected[receipt.account][receipt.firm] += receipt.amount
    return expected


def _difference(month: int, before: _Held, expected: _Held, now: _Held) -> str:
    """Say which account does not balance, and by what."""
    firm, account = next(
        (firm, account)
        for account, held in now.items()
        for firm in held
        if expected[account][firm] != held[firm]
    )
    was, ends = before[account][firm], now[account][firm]
    return (
        f"month {month}: {firm.value}.{account.value} was {was}, is {ends} "
        f"with receipts of {expected[account][firm] - was}"
    )
