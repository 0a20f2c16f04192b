"""Draws the report's charts as SVG text: the race, the owners' trust, the place among founders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

WIDE: Final = 1_000
_LEFT, _RIGHT, _TOP, _FOOT = 52, 170, 12, 24
_STEP: Final = 16
"""Least distance between two names at the end of lines, units."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart: name, values by month, number of its colour; None is the dashed one."""

    name: str
    values: tuple[float | None, ...]
    colour: str
    mine: bool = False
    never: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a chart shows: lines, months under it, ticks beside it, numbered months, a limit with words."""

    lines: tuple[Line, ...]
    months: tuple[str, ...]
    ticks: tuple[tuple[float, str], ...]
    low: float
    high: float
    high_px: int
    numbered: tuple[tuple[int, float, str], ...] = ()
    limit: tuple[float, str] | None = None

    def x(self, month: float) -> float:
        """Return the column of a month."""
        return _LEFT + (WIDE - _LEFT - _RIGHT) * month / max(1, len(self.months) - 1)

    def y(self, value: float) -> float:
        """Return the row of a value."""
        share = min(1.0, max(0.0, (value - self.low) / max(1e-9, self.high - self.low)))
        return self.high_px - _FOOT - (self.high_px - _FOOT - _TOP) * share


def chart(sheet: Sheet, told: str) -> str:
    """Return a line chart; `told` says to a screen reader what is seen."""
    parts = [*_ground(sheet), *_lines(sheet), *_names(sheet), *_discs(sheet)]
    label = escape(told, quote=True)
    return f'<svg viewBox="0 0 {WIDE} {sheet.high_px}" role="img" aria-label="{label}">{"".join(parts)}</svg>'


def _ground(sheet: Sheet) -> Iterator[str]:
    right = WIDE - _RIGHT
    for value, words in sheet.ticks:
        y = sheet.y(value)
        yield f'<line class="grid" x1="{_LEFT}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{escape(words)}</text>'
    for month, words in enumerate(sheet.months):
        if words:
            yield (
                f'<text x="{sheet.x(month):.1f}" y="{sheet.high_px - 6}" text-anchor="middle">'
                f"{escape(words)}</text>"
            )
    if sheet.limit is not None:
        y = sheet.y(sheet.limit[0])
        yield f'<line class="limit" x1="{_LEFT}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{_LEFT + 6}" y="{y - 5:.1f}">{escape(sheet.limit[1])}</text>'


def _lines(sheet: Sheet) -> Iterator[str]:
    for line in sheet.lines:
        points = " ".join(
            f"{sheet.x(month):.1f},{sheet.y(value):.1f}"
            for month, value in enumerate(line.values)
            if value is not None
        )
        if line.never:
            yield f'<polyline class="never" points="{points}"/>'
        else:
            thick = 3.2 if line.mine else 1.6
            yield (
                f'<polyline fill="none" stroke="var(--{line.colour})" stroke-width="{thick}" '
                f'stroke-linejoin="round" points="{points}"/>'
            )


def _names(sheet: Sheet) -> Iterator[str]:
    ends = [
        (sheet.y([value for value in line.values if value is not None][-1]), line)
        for line in sheet.lines
        if any(value is not None for value in line.values)
    ]
    rows = apart([row for row, _line in ends], _STEP, _TOP, sheet.high_px - _FOOT)
    for y, (_wanted, line) in zip(rows, ends, strict=True):
        x = WIDE - _RIGHT + 10
        kind = "mine" if line.mine else "name"
        sign = (
            f'<line class="never" x1="{x}" x2="{x + 12}" y1="{y:.1f}" y2="{y:.1f}"/>'
            if line.never
            else f'<circle cx="{x + 5}" cy="{y:.1f}" r="4" fill="var(--{line.colour})"/>'
        )
        yield f'{sign}<text class="{kind}" x="{x + 18}" y="{y + 4:.1f}">{escape(line.name)}</text>'


def _discs(sheet: Sheet) -> Iterator[str]:
    for month, value, shown in sheet.numbered:
        x, y = sheet.x(month), sheet.y(value)
        yield (
            f'<circle class="disc" cx="{x:.1f}" cy="{y:.1f}" r="10"/><text class="count" x="{x:.1f}" '
            f'y="{y + 4:.1f}" text-anchor="middle">{escape(shown)}</text>'
        )


def apart(wanted: Sequence[float], step: float, low: float, high: float) -> list[float]:
    """Return rows at least a step apart and near the wanted ones, in the order given.

    >>> apart([10.0, 11.0, 50.0], 8.0, 0.0, 60.0)
    [10.0, 18.0, 50.0]
    >>> apart([58.0, 59.0], 8.0, 0.0, 60.0)
    [52.0, 60.0]
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    rows = [0.0] * len(wanted)
    least = low
    for place in order:
        rows[place] = max(wanted[place], least)
        least = rows[place] + step
    most = high
    for place in reversed(order):
        rows[place] = min(rows[place], most)
        most = rows[place] - step
    return rows


def bars(counts: Sequence[int], mine: int, marks: Sequence[float], told: str) -> str:
    """Return a histogram with one's own bar bright and marks under it (0-1)."""
    high, foot, most = 120, 16, max(1, *counts)
    parts = []
    step = WIDE / len(counts)
    for place, count in enumerate(counts):
        tall = max(2.0, (high - foot) * count / most)
        tall = max(tall, 14.0) if place == mine else tall
        colour = "lab" if place == mine else "line"
        parts.append(
            f'<rect x="{place * step + 2:.1f}" y="{high - foot - tall:.1f}" width="{step - 4:.1f}" '
            f'height="{tall:.1f}" rx="2" fill="var(--{colour})"/>'
        )
    for share in marks:
        x, y = share * WIDE, high - foot + 4
        parts.append(f'<path d="M{x:.1f} {y} l5 8 l-10 0 z" fill="var(--soft)"/>')
    label = escape(told, quote=True)
    return f'<svg viewBox="0 0 {WIDE} {high}" role="img" aria-label="{label}">{"".join(parts)}</svg>'
