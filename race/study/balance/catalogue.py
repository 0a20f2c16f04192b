"""The catalogue of 22 measures, each with the band in which a designer is alarmed, and what was found.

Bands are proposals from the literature on games (Browne 2008; Ludii; Jaffe et al. 2012). What another
command measures is named; what too few games were played for has no line.
"""

from collections.abc import Iterator, Sequence
from math import exp, inf, log
from typing import Final

import msgspec
import numpy as np

from race.core.ids import Ending
from race.core.words import N_
from race.speech import _
from race.study.balance.drama import Drama
from race.study.balance.measures import IN, OUT, levels
from race.study.balance.plan import ARCHETYPES
from race.study.balance.tally import Side, Tally, best, lead_of, points, ratio, won
from race.study.balance.told import share, span
from race.study.balance.worth.dose import response
from race.study.balance.worth.lifts import lifts
from race.study.balance.worth.skill import ladder_of
from race.study.compare import mean
from race.study.measures.choices import FORCED, MATTERS, SAME, Choice
from race.study.measures.exploit import MOST

ELSEWHERE: Final = "elsewhere"
SHOWN: Final = "shown"
"""Verdicts of a line that another command answers, and of one without a band."""

_RARE: Final = 0.02
"""Share of the games below which an ending is rare."""
_JUMP: Final = 0.4
"""Change of the founder's chance in a month that is a jump."""
_ENOUGH: Final = 0.6
"""Share of the months in which the best order has to matter."""
_ALONE: Final = N_("One mechanic alone")
_EXPLOITS: Final = N_("Exploits")
_CHOICES: Final = N_("Choices that matter")
_DIFFICULTIES: Final = N_("Difficulties")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the catalogue."""

    number: int
    name: str
    band: str
    found: str
    verdict: str


def catalogue(tally: Tally, drama: Drama | None) -> tuple[Line, ...]:
    """Return the lines that the games can answer, and those that another command does, in order."""
    found = [
        *_outcomes(tally),
        *(_traced(drama) if drama else ()),
        *_worth(tally),
        *_skill(tally),
        *_strategies(tally),
        *_difficulties(tally),
    ]
    known = {line.number for line in found}
    lines = [*found, *(line for line in _ELSE if line.number not in known)]
    return tuple(sorted(lines, key=lambda line: line.number))


def _line(number: int, name: str, band: str, found: str, *, holds: bool | None = None) -> Line:
    verdict = SHOWN if holds is None else IN if holds else OUT
    return Line(number=number, name=name, band=band, found=found, verdict=verdict)


def _within(value: float, low: float, high: float = inf) -> bool:
    return low <= value <= high


def _archetypes(tally: Tally) -> list[Side]:
    return [side for side in tally.of("field") if side.arm.founder in ARCHETYPES]


def _outcomes(tally: Tally) -> Iterator[Line]:
    lead, sides = lead_of(tally), _archetypes(tally)
    games = [game for side in sides for game in side.games]
    if lead is None or not games:
        return
    shares = [sum(game.ending == ending.value for game in games) / len(games) for ending in Ending]
    rare = [
        ending.value.replace("_", "-") for ending, part in zip(Ending, shares, strict=True) if part < _RARE
    ]
    mixed = -sum(part * log(part) for part in shares if part) / log(len(shares))
    months = sorted(game.months for game in games)
    early = sum(game.months < months[-1] for game in games) / len(games)
    yield _line(1, N_("Rate of the best founder"), "–", f"{lead.arm.founder}: {share(lead.rate().value)}")
    yield _line(
        2,
        N_("Mix of endings"),
        N_("none below 2 %"),
        f"entropy {mixed:.2f}; < 2 %: {', '.join(rare) or '–'}",
        holds=not rare,
    )
    low, middle, high = (int(np.quantile(months, part)) for part in (0.05, 0.5, 0.95))
    yield _line(
        3,
        N_("Length, months"),
        "–",
        _("{low} / {middle} / {high}; {share} end early").format(
            low=low, middle=middle, high=high, share=share(early)
        ),
    )
    scores = _variances(sides)
    if scores is not None:
        yield _line(
            17, N_("Luck's part of the score"), ".2–.5", f"{scores:.2f}", holds=_within(scores, 0.2, 0.5)
        )
    yield from _diversity(sides)


def _variances(sides: list[Side]) -> float | None:
    """Return the seed's part of the variance of scores, founders by seeds (balanced, method of moments)."""
    tables = [{game.seed: points(game) for game in side.games} for side in sides]
    seeds = sorted(set(tables[0]).intersection(*tables[1:])) if tables else []
    if len(seeds) < 2 or len(tables) < 2:  # noqa: PLR2004 - no variance of one
        return None
    table = np.array([[found[seed] for seed in seeds] for found in tables])
    rest = table - table.mean(axis=0) - table.mean(axis=1, keepdims=True) + table.mean()
    noise = float((rest**2).sum()) / ((len(tables) - 1) * (len(seeds) - 1))
    luck = max(0.0, float(table.mean(axis=0).var(ddof=1)) - noise / len(tables))
    skill = max(0.0, float(table.mean(axis=1).var(ddof=1)) - noise / len(seeds))
    return luck / max(1e-9, luck + skill + noise)


def _diversity(sides: list[Side]) -> Iterator[Line]:
    wins = [sum(map(won, side.games)) for side in sides]
    if sum(wins):
        parts = [count / sum(wins) for count in wins if count]
        kinds = exp(-sum(part * log(part) for part in parts)) / len(sides)
        yield _line(
            14, N_("Founders that win, as a share"), "> .5", f"{kinds:.2f}", holds=_within(kinds, 0.5)
        )


def _traced(drama: Drama) -> Iterator[Line]:
    leads, severity, back = drama.mean("leads"), drama.mean("drama"), drama.mean("comeback")
    dead, moved = drama.mean("dead"), drama.mean("excitement")
    killer = sum(trace.jump > _JUMP for trace in drama.traces) / len(drama.traces)
    yield _line(
        5,
        N_("Changes of the race's leader, a month"),
        ".02–.15",
        f"{leads:.3f}",
        holds=_within(leads, 0.02, 0.15),
    )
    yield _line(
        6,
        N_("Drama: the winner's deficit while behind"),
        "> .2",
        f"{severity:.2f}",
        holds=_within(severity, 0.2),
    )
    yield _line(7, N_("Comebacks after half-time"), "15–40 %", share(back), holds=_within(back, 0.15, 0.4))
    yield _line(8, N_("Months after the decision"), "< 25 %", share(dead), holds=_within(dead, 0.0, 0.25))
    yield _line(9, N_("Games with a jump above .4"), "≤ 5 %", share(killer), holds=_within(killer, 0.0, 0.05))
    yield _line(10, N_("Uncertainty"), "–", f"{drama.mean('uncertainty'):.2f}")
    yield _line(11, N_("Excitement: how far the chance moves"), "–", f"{moved:.1f}")


def _worth(tally: Tally) -> Iterator[Line]:
    found = lifts(tally)
    if found:
        felt = sum(lift.felt for lift in found)
        yield _line(
            12, N_("Mechanics that are felt"), N_("all"), f"{felt} / {len(found)}", holds=felt == len(found)
        )
    curve = response(tally)
    if curve is not None:
        yield _line(
            19,
            N_("Diverting: peak over the better of none and all"),
            N_("> 10 points"),
            _("{points} points at {share}").format(
                points=f"{100 * curve.beyond.value:+.1f}", share=share(curve.peak.value)
            ),
            holds=_within(curve.beyond.value, 0.1) and 0 < curve.peak.value < 1,
        )


def _skill(tally: Tally) -> Iterator[Line]:
    ladder = ladder_of(tally)
    if ladder:
        told = ", ".join(f"{step.lower} → {step.upper} {span(step.gain, 1)}" for step in ladder)
        yield _line(
            16,
            N_("Skill: steps of the log odds of a better score"),
            "> .3",
            told,
            holds=_within(min(step.gain.low for step in ladder), 0.3) if ladder[0].gain.known else None,
        )
    refused = sum(game.refusals for side in _archetypes(tally) for game in side.games)
    yield _line(
        22,
        N_("Health: failed games, refused orders"),
        N_("all 0"),
        f"{len(tally.lost)}, {refused}",
        holds=not tally.lost and not refused,
    )


def _strategies(tally: Tally) -> Iterator[Line]:
    """Yield whether one way alone, or one that nobody thought of, is too good, and whether orders matter."""
    alone, lead = best(tally.of("single")), lead_of(tally)
    if alone is not None and lead is not None and not lead.rate().value:
        yield _line(13, _ALONE, "< .9", _("nobody reached Frontier"))
    elif alone is not None and lead is not None:
        part = ratio(alone, lead)
        yield _line(
            13, _ALONE, "< .9", f"{alone.arm.founder}: {span(part, 2)}", holds=_within(part.value, 0.0, 0.9)
        )
    found = tally.exploit
    if found is not None:
        told = _("{points} points over {founder}").format(points=span(found.more), founder=found.best_made)
        settled = found.is_one or found.more.value < MOST
        yield _line(15, _EXPLOITS, N_("< 15 points"), told, holds=not found.is_one if settled else None)
    if tally.choices:
        yield _matter(tally.choices)


def _matter(choices: Sequence[Choice]) -> Line:
    """Return in how many months the best order gains enough: on the figure, and surely.

    The line holds or fails only where both agree.
    """
    gains = mean([choice.gain.value for choice in choices])
    figured = sum(choice.gain.value > MATTERS for choice in choices) / len(choices)
    surely = sum(choice.gain.value > MATTERS and choice.gain.low > 0 for choice in choices) / len(choices)
    same = sum(choice.span < SAME for choice in choices) / len(choices)
    forced = sum(choice.lead > FORCED for choice in choices) / len(choices)
    told = _(
        "{surely} surely, {figured} on the figure, of {n} months; {gain} points; all alike {same}, one far "
        "ahead {forced}"
    ).format(
        surely=share(surely),
        figured=share(figured),
        n=len(choices),
        gain=span(gains),
        same=share(same),
        forced=share(forced),
    )
    enough = {part > _ENOUGH for part in (surely, figured)}
    return _line(18, _CHOICES, "> 60 %", told, holds=enough.pop() if len(enough) == 1 else None)


def _difficulties(tally: Tally) -> Iterator[Line]:
    found = levels(tally)
    if found:
        told = ", ".join(f"{level} {share(line.found.value)}" for level, line in found.items())
        bands = ", ".join(line.target for line in found.values())
        verdicts = {line.verdict for line in found.values()}
        holds = False if OUT in verdicts else True if verdicts == {IN} else None
        yield _line(21, _DIFFICULTIES, bands, told, holds=holds)


def _elsewhere(number: int, name: str, band: str, where: str) -> Line:
    return Line(number=number, name=name, band=band, found=where, verdict=ELSEWHERE)


_ELSE: Final = (
    _elsewhere(4, N_("Advantage of a seat"), N_("< 3 points"), "python -m tools.measure symmetry"),
    _elsewhere(13, _ALONE, "< .9", N_("not played")),
    _elsewhere(15, _EXPLOITS, N_("< 15 points"), "diverted balance --exploit 150"),
    _elsewhere(18, _CHOICES, "> 60 %", "diverted balance --choices 40"),
    _elsewhere(20, N_("Sensitivity to a number"), "ST < .5", "diverted sensitivity"),
    _elsewhere(21, _DIFFICULTIES, N_("see the balance"), N_("not played")),
)
