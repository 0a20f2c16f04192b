"""The table of the hindcast: median and spread of every figure against its band, and what counts.

A sub-value is in when its median is, and more than half of the games have the figure at all.
A row is in when all its sub-values are; a row that is a parameter is shown and not counted.
"""

from collections.abc import Sequence
from math import floor, isinf
from typing import Final

import msgspec

from race.study.hindcast.bands import COUNTED, LAST_MONTH, OWNER_ROWS, RACE_ROWS, Band, bands
from race.study.hindcast.games import Observed

SPREAD: Final = (0.1, 0.5, 0.9)
"""Quantiles that are shown."""


class SubValue(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of one row: its band, what the games say, and whether that is in the band."""

    band: Band
    games: int
    """Games that have the figure."""
    low: float | None
    """10 % of the games lie below."""
    median: float | None
    high: float | None
    """90 % of the games lie below."""
    inside: bool


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """How many rows of a group are in their bands."""

    inside: int
    rows: int
    missed: tuple[str, ...]


class Hindcast(msgspec.Struct, frozen=True, kw_only=True):
    """The whole answer: every sub-value, the counts, and how the games went."""

    scenario: str
    first_seed: int
    games: int
    ended_early: dict[str, int]
    """Games that ended before June 2025, by ending."""
    values: tuple[SubValue, ...]
    race: Count
    owners: Count
    all: Count


def judge(scenario: str, games: Sequence[Observed]) -> Hindcast:
    """Return the table of some games of a scenario."""
    values = tuple(
        sub_value(band, [game.values[place] for game in games]) for place, band in enumerate(bands())
    )
    early = [game.ending for game in games if game.months < LAST_MONTH]
    return Hindcast(
        scenario=scenario,
        first_seed=games[0].seed,
        games=len(games),
        ended_early={ending: early.count(ending) for ending in sorted(set(early))},
        values=values,
        race=_count(values, RACE_ROWS),
        owners=_count(values, OWNER_ROWS),
        all=_count(values, COUNTED),
    )


def sub_value(band: Band, figures: Sequence[float | None]) -> SubValue:
    """Judge one figure over the games; None is a game without it."""
    known = sorted(figure for figure in figures if figure is not None)
    low, middle, high = (quantile(known, part) for part in SPREAD)
    enough = 2 * len(known) > len(figures)
    return SubValue(
        band=band,
        games=len(known),
        low=low,
        median=middle,
        high=high,
        inside=enough and middle is not None and band.low <= middle <= band.high,
    )


def quantile(ordered: Sequence[float], part: float) -> float | None:
    """Return a quantile of ordered figures, interpolated; None without any.

    >>> quantile([1.0, 2.0, 3.0, 4.0], 0.5), quantile([1.0, float("inf")], 0.5), quantile([], 0.5)
    (2.5, inf, None)
    """
    if not ordered:
        return None
    place = part * (len(ordered) - 1)
    under = floor(place)
    rest = place - under
    if rest == 0.0 or isinf(ordered[under]):
        return ordered[under]
    return ordered[under] + rest * (ordered[under + 1] - ordered[under])


def _count(values: Sequence[SubValue], rows: Sequence[str]) -> Count:
    missed = tuple(row for row in rows if not row_inside(values, row))
    return Count(inside=len(rows) - len(missed), rows=len(rows), missed=missed)


def row_inside(values: Sequence[SubValue], row: str) -> bool:
    """Return whether all sub-values of a row are in their bands."""
    return all(value.inside for value in values if value.band.row == row)
