"""What is true of every position a game can reach; a stranger's save is held against it.

A re-signed save may hold anything that has the right shape: it is opened only if no law could
stumble over it.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

import msgspec
from numpy.typing import NDArray

from race.core.events import Event, Happening
from race.core.formulas.owners.crowd import NEIGHBOURS
from race.core.formulas.owners.holders import long_seats
from race.core.formulas.race.people import counted
from race.core.ids import KINDS, LABS, PERSONS, PPM, RIVALS, Firm
from race.core.tales import SCRIPTS
from race.core.wording.filed import ENTRIES
from race.core.world import Depot, File, Holders, House, Lab, Setting, Tale, World

_MOST: Final = 10**15
"""Above every amount of dollars, chips, kilowatts or people that a game knows."""
_LARGEST: Final = 10**18
"""Above every whole number of a position, sums of shares times ppm included."""
_LARGEST_FLOAT: Final = 1e40
"""Above every fraction of a position; training compute is the largest."""
_MOST_ELO: Final = 10_000.0
"""Above every score; exponents of more than this are not numbers any more."""
_MONTHS: Final = frozenset(
    [
        "month",
        "published",
        "made",
        "due",
        "asked",
        "filed",
        "discovery",
        "decision",
        "arrived",
        "born",
        "papers",
        "watched",
        "started",
        "ready",
        "booked",
        "finished",
        "months",
        "last_start",
        "last_round",
        "last_complaint",
        "last_letter",
        "injunction_since",
        "booked_until",
        "margin_call",
        "since",
        "until",
        "opened",
        "delayed",
        "last_license",
        "courted",
        "answer",
        "printed",
        "released",
        "warned",
        "gone",
        "calmed",
        "spoke",
    ]
)
"""Names of fields that hold a month or a number of months; laws count through them one by one."""
_LONGEST: Final = 1_200
_WEEKS: Final = 6_000
_READ: Final = {Happening.RELEASE: frozenset({"score", "refresh"})}
"""Numbers of the news that rivals read."""
_HOLDERS: Final = 3
"""People with a name for each post of the house."""


def is_news(event: Event) -> bool:
    """Return whether an event of a month gone by has the numbers that somebody will read."""
    return event.numbers.keys() >= _READ.get(event.kind, frozenset())


def is_sound(world: World) -> bool:
    """Return whether a position keeps every invariant."""
    return all(_checks(world))


def _checks(world: World) -> Iterator[bool]:
    """Yield the invariants, the cheap ones that others rely on first."""
    yield _numbers_hold(msgspec.to_builtins(world, enc_hook=lambda _array: None, str_keys=True))
    yield _setting_holds(world.setting)
    yield 0 <= world.month <= world.setting.months
    yield len(world.gaps) == world.month
    yield tuple(world.labs) == LABS and all(lab.firm is firm for firm, lab in world.labs.items())
    yield all(_lab_holds(lab) for lab in world.labs.values())
    yield _company_holds(world)
    yield world.money() == 0
    yield all(_depot_holds(world.depot_of(firm)) for firm in Firm)
    yield all(
        0 <= line.quantity <= _MOST and 0 <= line.unit_price_usd <= _MOST for line in world.market.lines
    )
    yield _chips_hold(world)
    yield _ids_hold(world)
    yield _people_hold(world.holders)
    there, should_be = counted(world)
    yield there == should_be
    yield _affairs_hold(world)


def _numbers_hold(value: Any, name: str = "") -> bool:  # noqa: ANN401 - a tree of plain values
    """Return whether every number of a tree is one that a game can reach by the name of its field."""
    match value:
        case dict():
            return all(_numbers_hold(inner, key) for key, inner in value.items())
        case list() | tuple():
            return all(_numbers_hold(inner, name) for inner in value)
        case float():
            return abs(value) <= _LARGEST_FLOAT
        case int():
            most = _LONGEST if name in _MONTHS else _WEEKS if name == "week" else _LARGEST
            return abs(value) <= most
        case _:
            return True


def _setting_holds(setting: Setting) -> bool:
    paths = (setting.supply, setting.chipmaker_supply, setting.chip_price_usd, setting.own_supply)
    return 0 < setting.months <= min(len(path) for path in paths) - 1 and all(
        0 < value <= _MOST for path in paths for value in path
    )


def _lab_holds(lab: Lab) -> bool:
    split = lab.split
    parts = (split.training, split.research, split.serving, split.safety)
    counted = (
        lab.staff,
        lab.researchers,
        lab.users_k,
        lab.price_level,
        lab.incidents,
        lab.people_lost,
        lab.turned_k,
        lab.credibility,
        lab.pay_level,
        lab.skill,
    )
    return (
        abs(lab.cash_usd) <= _MOST
        and min(parts) >= 0
        and sum(parts) == PPM
        and all(0 <= value <= _MOST for value in counted)
        and 1 <= lab.researchers <= lab.staff
        and all(0 <= value <= PPM for value in (lab.share_ppm, lab.business_ppm, lab.founder_ppm))
        and all(0 <= loan.left_usd <= loan.amount_usd <= _MOST for loan in lab.loans)
        and lab.valuation_usd == lab.worth.total()
        and (lab.run is None or (lab.run.months > 0 and lab.run.flop >= 0.0))
        and all(abs(value) <= _MOST_ELO for value in _elo_of(lab))
    )


def _elo_of(lab: Lab) -> Iterator[float]:
    """Yield everything of a lab that is measured in Elo or in the users' like measure."""
    yield from (lab.recipe, lab.recipe_goal, lab.novelty, lab.reach, lab.business_reach)
    for release in lab.releases:
        yield release.elo_true
        yield release.elo_published
    if lab.candidate is not None:
        yield lab.candidate.elo
        yield lab.candidate.luck


def _company_holds(world: World) -> bool:
    carmaker = world.carmaker
    return (
        abs(carmaker.cash_usd) <= _MOST
        and 0 < carmaker.price_cents <= _MOST
        and 0 < carmaker.price_start_cents <= _MOST
        and 0 < carmaker.shares <= _MOST
        and 0 < carmaker.sector_ppm <= _MOST
        and 0 <= carmaker.pledged_ppm <= carmaker.stake_ppm <= PPM
        and 0 <= carmaker.pledge_usd <= _MOST
        and 0 <= carmaker.planned_chips <= _MOST
    )


def _depot_holds(depot: Depot) -> bool:
    places = {site.id for site in depot.sites}
    return (
        0 <= depot.rented <= _MOST
        and 0 <= depot.worn <= _MOST
        and all(0 <= batch.quantity <= _MOST for batch in depot.batches)
        and all(batch.site is None or batch.site in places for batch in depot.batches)
        and all(0 <= site.power_kw <= _MOST for site in depot.sites)
    )


def _chips_hold(world: World) -> bool:
    """Return whether every chip that was made is held or scrapped, and the chipmaker's memory in bounds."""
    market = world.market
    held = sum(world.depot_of(firm).chips() for firm in Firm)
    return (
        market.chips_made == held + market.chips_scrapped
        and market.chips_scrapped >= 0
        and all(0 <= liked <= PPM for liked in market.relation.values())
        and all(0 <= weight <= _MOST for weight in market.weights.values())
    )


def _ids_hold(world: World) -> bool:
    """Return whether ids are unique over lines, batches and sites, and below the next one."""
    depots = [world.depot_of(firm) for firm in Firm]
    ids = [line.id for line in world.market.lines]
    ids += [batch.id for depot in depots for batch in depot.batches]
    ids += [site.id for depot in depots for site in depot.sites]
    return len(set(ids)) == len(ids) and all(abs(one) < world.next_id for one in ids)


def _people_hold(people: Holders) -> bool:
    size = people.kind.shape[0] if people.kind.ndim == 1 else 0
    arrays: list[NDArray[Any]] = [people.kind, people.trust, people.prior, people.shares]
    if size == 0 or any(array.shape != (size,) for array in [*arrays, *people.heard.values()]):
        return False
    kinds = people.kind.tolist()
    dtypes = tuple(array.dtype.name for array in [*arrays, people.neighbours])
    return (
        dtypes == ("int8", "int32", "int32", "int64", "int32")
        and all(earlier <= later for earlier, later in pairwise(kinds))
        and set(kinds) == set(range(len(KINDS)))
        and people.neighbours.shape == (NEIGHBOURS, size)
        and 0 <= int(people.neighbours.min()) <= int(people.neighbours.max()) < size
        and all(0 <= int(array.min()) <= int(array.max()) <= PPM for array in (people.trust, people.prior))
        and int(people.shares[: long_seats(people)].min()) >= 0
        and int(abs(people.shares).max()) <= _MOST // size
        and len(people.keen) == len(KINDS)
        and all(0 <= keen <= PPM for keen in people.keen)
        and all(known.dtype.name == "bool" for known in people.heard.values())
    )


def _tale_holds(tale: Tale) -> bool:
    """Return whether a question is one that the tables know, and its answer one of theirs."""
    script = SCRIPTS.get(tale.key)
    return script is not None and (tale.choice is None or 0 <= tale.choice < len(script.ways))


def _house_holds(house: House) -> bool:
    """Return whether every post is there once, held by somebody who has a name."""
    people = [*house.members, *house.former]
    return tuple(member.person for member in house.members) == PERSONS and all(
        1 <= member.holder <= _HOLDERS and 0 <= member.loyalty <= PPM for member in people
    )


def _file_holds(file: File) -> bool:
    """Return whether every line is one that the tables know, and what was read out is in the file."""
    return all(line.kind in ENTRIES and line.wording >= 0 for line in file.lines) and all(
        0 <= heard.line < len(file.lines) for heard in file.read
    )


def _affairs_hold(world: World) -> bool:
    affairs, kinds = world.affairs, len(KINDS)
    acts = {act.id for act in affairs.acts}
    return (
        all(0 < act.quantity <= _MOST and 0 <= act.outstanding <= act.quantity for act in affairs.acts)
        and all(0 < deal.quantity <= _MOST for deal in (affairs.deal, affairs.approved) if deal)
        and set(affairs.probes) <= set(RIVALS)
        and all(case.act in acts for case in affairs.cases)
        and all(len(story.effect) == kinds for story in affairs.stories)
        and all(_tale_holds(tale) for tale in affairs.tales)
        and _house_holds(affairs.house)
        and _file_holds(affairs.file)
        and set(world.holders.heard) <= {story.id for story in affairs.stories}
    )
