"""A finished game as it was: every month's position, the founder's orders, and what each order was about.

Ids are counted, so that one order fewer shifts all later ones. What an order was about is therefore
remembered by what it was (the carmaker's line of a generation, due in a month) and found again by that.
"""

from functools import lru_cache
from typing import Final

import msgspec

from race.core.commands import CallVote, CancelOrder, Command, DelaySite, Divert, DivertThing, PlugLeak, Speak
from race.core.events import Event
from race.core.ids import Ballot, Firm, Generation, Seat, Thing
from race.core.receipts import Balance
from race.core.view import FounderView
from race.core.world import World
from race.scenario.load import Scenario
from race.session.journal import STUMBLES, Journal, scenario_of
from race.sim.race_model import RaceModel

_FAR: Final = 3
"""Months by which chips may come earlier or later and still be the ones that were meant."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What an order was about, in words that outlive its id."""

    sort: str
    """`line`, `batch`, `site` or `act`."""
    firm: Firm
    when: int
    """Month in which it was due, arrived, was started or was done."""
    generation: Generation | None = None
    thing: Thing | None = None


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """One order of the founder's, with what it was about."""

    command: Command
    mark: Mark | None = None
    key: int = 0
    """The id that it named."""


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """One game from its opening; every tuple has a place for each month played."""

    scenario: Scenario
    seed: int
    first: int
    """Month index of the opening."""
    worlds: tuple[World, ...]
    """Positions, the opening first; one more than months."""
    events: tuple[tuple[Event, ...], ...]
    balances: tuple[tuple[Balance, ...], ...]
    orders: tuple[tuple[Given, ...], ...]
    true: bool
    """Whether this program plays the game as it was played; if not, no re-run means anything."""


def pack(journal: Journal) -> bytes:
    """Return a journal as another process takes it."""
    return msgspec.json.encode(journal)


@lru_cache(maxsize=2)
def remember(packed: bytes) -> Past:
    """Return the game of a journal, played again on the recorded orders."""
    journal = msgspec.json.decode(packed, type=Journal)
    scenario = scenario_of(journal)
    race = RaceModel(scenario, "idle", journal.seed, collect=False)
    first = race.world.month
    worlds, events, balances, orders = [race.world], [race.events], [race.balances], []
    try:
        for record in journal.months:
            view = founders(race)
            orders.append(tuple([_given(view, each) for each in record.orders.get(Seat.FOUNDER, ())]))
            race.play(record.as_orders())
            worlds.append(race.world)
            events.append(race.events)
            balances.append(race.balances)
        true = not journal.months or race.fingerprint() == journal.months[-1].fingerprint
    except STUMBLES:  # a journal of other rules, or one that somebody has written in
        true = False
    finally:
        race.close()
    return Past(
        scenario=scenario,
        seed=journal.seed,
        first=first,
        worlds=tuple(worlds),
        events=tuple(events),
        balances=tuple(balances),
        orders=tuple(orders),
        true=true,
    )


def founders(race: RaceModel) -> FounderView:
    """Return what the founder of a game sees."""
    view = race.view(Seat.FOUNDER)
    if not isinstance(view, FounderView):
        message = "the founder's seat has the founder's view"
        raise TypeError(message)
    return view


def _given(view: FounderView, command: Command) -> Given:
    key = named(command)
    if key is None:
        return Given(command=command)
    return Given(command=command, mark=things(view).get(key), key=key)


def named(command: Command) -> int | None:
    """Return the id that an order names, or None when it names none."""
    match command:
        case Divert() | CallVote(ballot=Ballot.DEAL):
            return command.source
        case CancelOrder():
            return command.line
        case Speak() | PlugLeak():
            return command.act
        case DelaySite():
            return command.site
        case _ if isinstance(command, DivertThing) and command.thing is Thing.SITE:
            return command.quantity
        case _:
            return None


def things(view: FounderView) -> dict[int, Mark]:
    """Return everything of the founder's two companies that an order can name, by id."""
    found = {
        line.id: Mark(sort="line", firm=line.owner, when=line.due, generation=line.generation)
        for line in view.lines
    }
    for firm, depot in ((view.firm, view.own.depot), (Firm.TESLA, view.carmaker.depot)):
        for batch in depot.batches:
            found[batch.id] = Mark(sort="batch", firm=firm, when=batch.arrived, generation=batch.generation)
        for site in depot.sites:
            found[site.id] = Mark(sort="site", firm=firm, when=site.started)
    for act in view.affairs.acts:
        found[act.id] = Mark(sort="act", firm=Firm.TESLA, when=act.month, thing=act.thing)
    return found


def found_again(view: FounderView, mark: Mark, key: int) -> int | None:
    """Return the id of what a mark means in another course of the same game, or None if it is not there.

    Of several that one is meant which bears the very id, else the nearest in time; acts must be of the
    very month.
    """
    there = things(view)
    if there.get(key) == mark:
        return key
    near = [
        (abs(other.when - mark.when), other_key)
        for other_key, other in there.items()
        if (other.sort, other.firm, other.generation, other.thing)
        == (mark.sort, mark.firm, mark.generation, mark.thing)
    ]
    far = 0 if mark.sort == "act" else _FAR
    return min([pair for pair in near if pair[0] <= far], default=(0, None))[1]
