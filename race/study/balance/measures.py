"""The balance that must hold: each line with its target, what was measured, and the verdict."""

from collections.abc import Callable, Iterator
from itertools import permutations
from math import inf
from operator import attrgetter
from typing import Final

import msgspec

from race.core.ids import Ending
from race.core.rulebook.seats.rivals import STANDARD
from race.core.words import N_
from race.study.balance.games import Outcome
from race.study.balance.plan import ARCHETYPES
from race.study.balance.tally import Side, Tally, best, lead_of, paired, paired_rate, ratio
from race.study.balance.worth.dose import response
from race.study.balance.worth.lifts import lifts
from race.study.compare import Interval, mean, rate

IN: Final = "in"
OUT: Final = "out"
UNSETTLED: Final = "unsettled"
"""The figure is on one side of the target's edge, its interval on both."""
OF_THE_BEST: Final = {"apprentice": (0.45, 0.70), STANDARD: (0.20, 0.32), "relentless": (0.05, 0.15)}
"""Between what the share of games lies that the best archetype wins, by difficulty."""
PEAK: Final = (0.10, 0.60)
"""Between what the share of the flow lies at which diverting pays most."""
_NONE: Final = 0.01
"""Where the interval of a rate of 0 has to end for "never" to be believed."""
_MARGIN: Final = 0.02
"""Points of rate or trust below which two founders count as equal."""


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the balance."""

    name: str
    """English msgid."""
    target: str
    unit: str
    """`%`, `points`, `x`, `months`, `changes`, `of` (all `found.games`) or `archetypes`."""
    found: Interval
    verdict: str
    band: tuple[float, float] | None = None
    """The target as figures, where it is a band."""
    who: str = ""
    """The founder, quota or ending the figure is of."""


def judge(found: Interval, low: float, high: float) -> str:
    """Say whether a figure is in its band, and whether its interval agrees.

    >>> judge(Interval(0.3, 0.25, 0.35, 9), 0.2, 0.4), judge(Interval(0.3, 0.1, 0.5, 9), 0.2, 0.4)
    ('in', 'unsettled')
    """
    if not found.games:
        return UNSETTLED
    inside = low <= found.value <= high
    if inside:
        return IN if low <= found.low and found.high <= high else UNSETTLED
    return OUT if found.high < low or found.low > high else UNSETTLED


def _percents(band: tuple[float, float]) -> str:
    return f"{100 * band[0]:.0f}–{100 * band[1]:.0f} %"


def measures(tally: Tally) -> tuple[Measure, ...]:
    """Return every line that the games played can answer."""
    return tuple(line for read in _LINES for line in read(tally))


def _rate(tally: Tally, founder: str, name: str, target: str, high: float) -> Iterator[Measure]:
    side = tally.side("field", founder)
    if side is not None:
        found = side.rate()
        verdict = judge(found, 0.0, high) if high else judge(found, 0.0, _NONE) if not found.value else OUT
        band = (0.0, high)
        yield Measure(
            name=name, target=target, unit="%", found=found, verdict=verdict, band=band, who=founder
        )


def _idle(tally: Tally) -> Iterator[Measure]:
    yield from _rate(tally, "idle", N_("Idle founder at Frontier or better"), "0 %", 0.0)


def _random(tally: Tally) -> Iterator[Measure]:
    yield from _rate(tally, "random", N_("Random founder at Frontier or better"), "≤ 1 %", 0.01)


def _archetype(tally: Tally) -> Iterator[Measure]:
    side = lead_of(tally)
    if side is not None:
        yield Measure(
            name=N_("Best simple archetype at Frontier or better"),
            target=_percents(OF_THE_BEST[STANDARD]),
            unit="%",
            found=side.rate(),
            verdict=judge(side.rate(), *OF_THE_BEST[STANDARD]),
            band=OF_THE_BEST[STANDARD],
            who=side.arm.founder,
        )


def _relative(
    tally: Tally, side: Side | None, name: str, target: str, band: tuple[float, float]
) -> Iterator[Measure]:
    lead = lead_of(tally)
    if side is not None and lead is not None:
        found = ratio(side, lead)
        verdict, who = judge(found, *band), lead.arm.founder
        yield Measure(name=name, target=target, unit="x", found=found, verdict=verdict, band=band, who=who)


def _steward(tally: Tally) -> Iterator[Measure]:
    name = N_("Honest Steward over the best archetype")
    yield from _relative(tally, tally.side("field", "steward"), name, "≥ 0.40", (0.40, inf))


def _diverter(tally: Tally) -> Iterator[Measure]:
    name = N_("Greedy Diverter over the best archetype")
    side = tally.side("field", "diverter")
    yield from _relative(tally, side, name, "≤ 0.60", (0.0, 0.60))
    others = [other for other in tally.of("field") if other.arm.founder in ARCHETYPES]
    rivals = [other for other in others if other.arm.founder != "diverter"]
    if side is None or not rivals:
        return
    next_best = max(rivals, key=lambda other: other.mean(_early).value)
    found = paired(side, next_best, _early)
    yield Measure(
        name=N_("Diverter's months at the frontier by month 18, beyond the next best"),
        target="> 0",
        unit="months",
        found=found,
        verdict=judge(found, 1e-9, inf),
        band=(1e-9, inf),
        who=next_best.arm.founder,
    )


def _early(game: Outcome) -> float:
    return float(game.frontier_months_by_18)


def _hump(tally: Tally) -> Iterator[Measure]:
    found = response(tally)
    if found is None:
        return
    inner = PEAK[0] <= found.peak.value <= PEAK[1]
    beyond, place = found.beyond, judge(found.peak, *PEAK)
    yield Measure(
        name=N_("Share of the flow at which diverting pays most"),
        target=_percents(PEAK),
        unit="%",
        found=found.peak,
        verdict=place,
        band=PEAK,
    )
    yield Measure(
        name=N_("Rate there, beyond the better of none and all"),
        target="> 0",
        unit="points",
        found=beyond,
        verdict=(IN if beyond.low > 0 else UNSETTLED if beyond.high > 0 else OUT) if inner else place,
    )


def _planner(tally: Tally) -> Iterator[Measure]:
    name = N_("Planner over the best archetype")
    yield from _relative(tally, tally.side("planner", "planner"), name, "≥ 1.4", (1.4, inf))


def _one_ending(tally: Tally) -> Iterator[Measure]:
    games = [game for side in tally.of("field") if side.arm.founder in ARCHETYPES for game in side.games]
    if not games:
        return
    counts = {ending.value: sum(game.ending == ending.value for game in games) for ending in Ending}
    most = max(counts, key=lambda ending: counts[ending])
    found = rate(counts[most], len(games))
    yield Measure(
        name=N_("Most frequent ending over all archetypes"),
        target="≤ 50 %",
        unit="%",
        found=found,
        verdict=judge(found, 0.0, 0.5),
        band=(0.0, 0.5),
        who=most,
    )


def _leads(tally: Tally) -> Iterator[Measure]:
    tracks = [
        game.track
        for side in tally.of("field")
        if side.arm.founder in ARCHETYPES
        for game in side.games
        if game.track
    ]
    if tracks:
        found = mean([float(track.leads) for track in tracks])
        yield Measure(
            name=N_("Changes of the leader in a game (8 Elo ahead)"),
            target="2–7",
            unit="changes",
            found=found,
            verdict=judge(found, 2.0, 7.0),
            band=(2.0, 7.0),
        )


def _mechanics(tally: Tally) -> Iterator[Measure]:
    found = lifts(tally)
    if found:
        felt = sum(lift.felt for lift in found)
        missing = [lift.switch for lift in found if not lift.felt]
        sure = all(lift.slight for lift in found if not lift.felt)
        yield Measure(
            name=N_("Mechanics that make a difference when switched off"),
            target=N_("all ten"),
            unit="of",
            found=Interval(float(felt), float(felt), float(felt), len(found)),
            verdict=IN if not missing else OUT if sure else UNSETTLED,
            who=", ".join(missing),
        )


def _difficulty(tally: Tally) -> Iterator[Measure]:
    yield from levels(tally).values()


def levels(tally: Tally) -> dict[str, Measure]:
    """Return how the best archetype fares at the difficulties beside standard, as far as played."""
    names = {
        "apprentice": N_("Best archetype against apprentice rivals"),
        "relentless": N_("Best archetype against relentless rivals"),
    }
    found = {}
    for difficulty, name in names.items():
        world, band = (tally.spec.home[0], difficulty), OF_THE_BEST[difficulty]
        side = best(
            side
            for side in tally.of("other")
            if (side.arm.scenario, side.arm.difficulty) == world and side.arm.founder in ARCHETYPES
        )
        if side is not None:
            found[difficulty] = Measure(
                name=name,
                target=_percents(band),
                unit="%",
                found=side.rate(),
                verdict=judge(side.rate(), *band),
                band=band,
                who=side.arm.founder,
            )
    return found


def dominated(tally: Tally) -> tuple[tuple[str, str], ...]:
    """Return (founder, by whom) for each archetype that another beats in both rate and trust."""
    return tuple(pair for pair, apart in _apart(tally).items() if all(each.value > _MARGIN for each in apart))


def _apart(tally: Tally) -> dict[tuple[str, str], tuple[Interval, Interval]]:
    """Return for (founder, by whom) how far every archetype lies under every other in rate and trust."""
    sides = [side for side in tally.of("field") if side.arm.founder in ARCHETYPES]
    return {
        (ours.arm.founder, theirs.arm.founder): (paired_rate(theirs, ours), paired(theirs, ours, _trust))
        for ours, theirs in permutations(sides, 2)
    }


def _trust(game: Outcome) -> float:
    return game.trust


def _dominance(tally: Tally) -> Iterator[Measure]:
    if len(tally.of("field")) > 1:
        apart = {pair: figures for pair, figures in _apart(tally).items() if pair[0] != "diverter"}
        losers, surely, perhaps = (
            sorted({pair[0] for pair, figures in apart.items() if min(map(read, figures)) > _MARGIN})
            for read in (attrgetter("value"), attrgetter("low"), attrgetter("high"))
        )
        games = sum(len(side.games) for side in tally.of("field") if side.arm.founder in ARCHETYPES)
        found = Interval(float(len(losers)), float(len(surely)), float(len(perhaps)), games)
        yield Measure(
            name=N_("Archetypes but the Diverter beaten in both rate and trust"),
            target="0",
            unit="archetypes",
            found=found,
            verdict=judge(found, 0.0, 0.0),
            who=", ".join(losers),
        )


_LINES: Final[tuple[Callable[[Tally], Iterator[Measure]], ...]] = (
    _idle,
    _random,
    _archetype,
    _steward,
    _diverter,
    _hump,
    _planner,
    _one_ending,
    _leads,
    _mechanics,
    _difficulty,
    _dominance,
)
