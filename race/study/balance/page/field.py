"""Charts of the field: measures on their targets, the mix of endings, who wins and is trusted, difficulty."""

from collections.abc import Sequence
from html import escape
from math import isfinite
from typing import Final

from race.core.ids import Ending
from race.speech import _
from race.study.balance.measures import IN, OUT, Measure
from race.study.balance.page.svg import WIDTH, Chart, ceiling, percents, sheet
from race.study.balance.plan import ARCHETYPES
from race.study.balance.tally import Side
from race.study.balance.told import percent

GOOD_FIRST: Final = (
    Ending.TRIUMPH,
    Ending.FRONTIER,
    Ending.CONTENDER,
    Ending.STEWARD,
    Ending.ALSO_RAN,
    Ending.ENJOINED,
    Ending.PYRRHIC,
    Ending.REMOVED,
    Ending.ABSORBED,
    Ending.BANKRUPT,
    Ending.CATASTROPHE,
)
"""Endings from the one hoped for to the one feared."""
_WIDE: Final = 220
_ROW: Final = 30


def ending_name(ending: Ending) -> str:
    """Return an ending as words.

    >>> ending_name(Ending.ALSO_RAN)
    'also-ran'
    """
    return ending.value.replace("_", "-")


def bullet(line: Measure) -> str:
    """Return one measure as a point with its interval on its target, or nothing where that says nothing."""
    if line.band is None or not line.found.games:
        return ""
    low, high = line.band
    found = line.found
    ends = [value for value in (found.value, found.low, found.high, low, high) if isfinite(value)]
    right = max(ends) * 1.08 if max(ends) > 0 else 0.01
    if line.unit == "%":
        right = min(1.0, max(right, 0.05))
    left = min(0.0, *ends) * 1.08

    def across(value: float) -> float:
        return round(4 + (_WIDE - 8) * (min(right, max(left, value)) - left) / (right - left), 1)

    css = "" if line.verdict in (IN, OUT) else " weak"
    wide = max(2.0, across(high) - across(low))
    parts = [
        f'<line class="grid" x1="4" x2="{_WIDE - 4}" y1="11" y2="11"/>',
        f'<rect class="target" x="{across(low)}" y="2" width="{wide:.1f}" height="18" rx="2"/>',
        f'<line class="span{css}" x1="{across(found.low)}" x2="{across(found.high)}" y1="11" y2="11"/>',
        f'<circle class="dot{css}" cx="{across(found.value)}" cy="11" r="4.4"/>',
    ]
    return sheet(parts, 22, _("where the figure lies on its target"), _WIDE)


def ending_bars(sides: Sequence[Side]) -> str:
    """Return a bar a founder, divided into its endings."""
    parts = []
    for row, side in enumerate(sides):
        down, left = row * _ROW, 0.0
        parts.append(f'<text x="0" y="{down + 10}" class="strong">{escape(side.arm.founder)}</text>')
        for ending in GOOD_FIRST:
            share = side.endings().get(ending.value, 0.0)
            if share:
                parts.append(_piece(ending, left * WIDTH, share * WIDTH, down + 14))
                left += share
    told = "; ".join(
        f"{side.arm.founder}: " + ", ".join(f"{end} {share:.0%}" for end, share in side.endings().items())
        for side in sides
    )
    return sheet(parts, len(sides) * _ROW, told)


def _piece(ending: Ending, left: float, width: float, down: float) -> str:
    told = f"{ending_name(ending)} {width / WIDTH:.0%}"
    gap = min(1.2, width / 4)
    drawn = (
        f'<rect x="{left:.1f}" y="{down}" width="{width - gap:.1f}" height="11" rx="1.5"'
        f' style="fill:var(--end-{ending.value})"><title>{escape(told)}</title></rect>'
    )
    if width < 0.16 * WIDTH:
        return drawn
    light = ending not in (Ending.CONTENDER, Ending.ENJOINED, Ending.ALSO_RAN, Ending.STEWARD, Ending.PYRRHIC)
    ink = "#fff" if light else "#20252b"
    return drawn + (
        f'<text class="small" x="{left + 4:.1f}" y="{down + 9}" style="fill:{ink}">{width / WIDTH:.0%}</text>'
    )


def ending_legend(sides: Sequence[Side]) -> list[tuple[str, str]]:
    """Return the colours of the endings that occur."""
    seen = {ending for side in sides for ending in side.endings()}
    return [(f"end-{ending.value}", ending_name(ending)) for ending in GOOD_FIRST if ending.value in seen]


def standing(sides: Sequence[Side], beaten: set[str]) -> str:
    """Return founders by what they win and how far they are trusted, with both intervals."""
    top = ceiling(max(side.rate().high for side in sides), 0.1, 0.2)
    chart = Chart((0.0, 1.0), (0.0, top), height=270, right=26)
    chart.beside(percents(20 if top > 0.5 else 10, round(100 * top)))  # noqa: PLR2004 - lines a reader can count
    chart.below([(share / 5, f"{share / 5:.1f}") for share in range(6)], _("trust at the end, by shares"))
    taken: list[float] = []
    for side in sorted(sides, key=lambda side: -side.rate().value):
        rate, trust = side.rate(), side.mean(lambda game: game.trust)
        weak = " weak" if side.arm.founder in beaten or side.arm.founder not in ARCHETYPES else ""
        for ends in (
            ((trust.value, rate.low), (trust.value, rate.high)),
            ((trust.low, rate.value), (trust.high, rate.value)),
        ):
            (left, one), (right, two) = (chart.at(*end) for end in ends)
            chart.add(
                f'<line class="span{weak}" x1="{left}" x2="{right}" y1="{one}" y2="{two}" opacity=".55"/>'
            )
        chart.dot(trust.value, rate.value, f"dot{weak}", f"{side.arm.founder}: {percent(rate)}", 4.2)
        _label(chart, (trust.value, rate.value), side.arm.founder, taken)
    return chart.svg(_("share of games at Frontier or better over trust, by founder"))


def _label(chart: Chart, place: tuple[float, float], words: str, taken: list[float]) -> None:
    """Write a name beside its point, moved down where another name stands."""
    across, down = chart.at(*place)
    wanted = down + 3.5
    while any(abs(wanted - other) < 12 for other in taken):  # noqa: PLR2004 - the height of a line
        wanted += 3
    taken.append(wanted)
    left = across > 0.62 * WIDTH
    chart.text(
        *place, words, dx=-9 if left else 9, dy=wanted - down, css="small", anchor="end" if left else "start"
    )


def difficulty_lines(found: dict[str, dict[str, Side]], bands: dict[str, tuple[float, float]]) -> str:
    """Return each founder's rate over the difficulties, the best drawn strong, the targets shaded."""
    levels = list(found)
    best = {
        level: max((side.rate().value for side in found[level].values()), default=0.0) for level in levels
    }
    top = ceiling(max([*best.values(), *(high for _low, high in bands.values())]), 0.1, 0.5)
    chart = Chart((-0.35, len(levels) - 0.65), (0.0, top), height=240, right=64)
    chart.beside(percents(20, round(100 * top)))
    chart.below([(place, level) for place, level in enumerate(levels)])
    for place, level in enumerate(levels):
        if level in bands:
            chart.zone((place - 0.16, place + 0.16), bands[level])
    names = [name for name in found[levels[0]] if all(name in found[level] for level in levels)]
    strong = max(names, key=lambda name: found[levels[-2 if len(levels) > 1 else 0]][name].rate().value)
    taken: list[float] = []
    for name in sorted(names, key=lambda name: -found[levels[-1]][name].rate().value):
        rates = [found[level][name].rate() for level in levels]
        points = [(float(place), rate.value) for place, rate in enumerate(rates)]
        chart.line(points, "link strong" if name == strong else "link")
        for point, rate, level in zip(points, rates, levels, strict=True):
            told = f"{name}, {level}: {percent(rate)}"
            chart.dot(*point, "dot" if name == strong else "dot weak", told, 3)
        _label_right(chart, points[-1], name, taken)
    return chart.svg(_("share of games at Frontier or better, by difficulty and founder"))


def _label_right(chart: Chart, place: tuple[float, float], words: str, taken: list[float]) -> None:
    _across, down = chart.at(*place)
    wanted = down + 3.5
    while any(abs(wanted - other) < 10.5 for other in taken):  # noqa: PLR2004 - the height of a line
        wanted -= 2
    taken.append(wanted)
    chart.text(*place, words, dx=7, dy=wanted - down, css="small")
