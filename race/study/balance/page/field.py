"""Charts of the field: measures on their targets, the mix of endings, who wins and is trusted, difficulty."""

from collections.abc import Sequence
from html import escape
from math import isfinite
from typing import Final

from race.core.ids import Ending
from race.speech import _, labelled, listed
from race.study.balance.measures import IN, OUT, Measure
from race.study.balance.page.svg import WIDTH, Chart, ceiling, drawn, percents, sheet
from race.study.balance.plan import ARCHETYPES
from race.study.balance.tally import Side, points
from race.study.balance.told import percent, share

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
_TALL: Final = 10.5
"""Height of a line of small words."""
_LETTER: Final = 5.4
"""Width of one of their letters, on the whole."""
_DOT: Final = 4.2
_ASIDE: Final = 9.0
"""From the middle of a dot to its name."""
_Box = tuple[float, float, float, float]
"""Left, middle line, width, height."""


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
    found = drawn(line.found)
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
        parts.append(f'<text x="0" y="{row * _ROW + 10}" class="strong">{escape(side.arm.founder)}</text>')
        parts += _pieces(side, row * _ROW + 14)
    told = listed(labelled(side.arm.founder, _mix(side)) for side in sides)
    return sheet(parts, len(sides) * _ROW, told)


def ending_bar(side: Side) -> str:
    """Return one founder's endings without the name."""
    return sheet(_pieces(side, 0), 12, _mix(side))


def _mix(side: Side) -> str:
    return ", ".join(f"{end} {share(part)}" for end, part in side.endings().items())


def _pieces(side: Side, down: float) -> list[str]:
    parts, left = [], 0.0
    for ending in GOOD_FIRST:
        part = side.endings().get(ending.value, 0.0)
        if part:
            parts.append(_piece(ending, left * WIDTH, part * WIDTH, down))
            left += part
    return parts


def _piece(ending: Ending, left: float, width: float, down: float) -> str:
    told = f"{ending_name(ending)} {share(width / WIDTH)}"
    gap = min(1.2, width / 4)
    drawn = (
        f'<rect x="{left:.1f}" y="{down}" width="{width - gap:.1f}" height="11" rx="1.5"'
        f' style="fill:var(--end-{ending.value})"><title>{escape(told)}</title></rect>'
    )
    if width < 0.16 * WIDTH:
        return drawn
    return drawn + (
        f'<text class="small" x="{left + 4:.1f}" y="{down + 9}" style="fill:var(--on-{ending.value})">'
        f"{share(width / WIDTH)}</text>"
    )


def ending_legend(sides: Sequence[Side]) -> list[tuple[str, str]]:
    """Return the colours of the endings that occur."""
    seen = {ending for side in sides for ending in side.endings()}
    return [(f"end-{ending.value}", ending_name(ending)) for ending in GOOD_FIRST if ending.value in seen]


def standing(sides: Sequence[Side], beaten: set[str]) -> str:
    """Return founders by what they win and how far they are trusted, with both intervals."""
    top = ceiling(max(side.rate().high for side in sides), 0.1, 0.2)
    trusts = [drawn(side.mean(lambda game: game.trust)) for side in sides]
    low = int(10 * min(trust.low for trust in trusts)) / 10
    high = ceiling(max(trust.high for trust in trusts), 0.1, low + 0.2)
    chart = Chart((low, high), (0.0, top), height=270, right=26)
    chart.beside(percents(20 if top > 0.5 else 10, round(100 * top)))  # noqa: PLR2004 - lines a reader can count
    tenths = range(round(10 * low), round(10 * high) + 1)
    chart.below([(tenth / 10, f"{tenth / 10:.1f}") for tenth in tenths], _("trust at the end, by shares"))
    best_first = sorted(sides, key=lambda side: -side.rate().value)
    figures = [(side.rate(), drawn(side.mean(lambda game: game.trust))) for side in best_first]
    dots = [chart.at(trust.value, rate.value) for rate, trust in figures]
    taken = [(across - _DOT, down, 2 * _DOT, 2 * _DOT) for across, down in dots]
    for side, (rate, trust) in zip(best_first, figures, strict=True):
        weak = " weak" if side.arm.founder in beaten or side.arm.founder not in ARCHETYPES else ""
        for ends in (
            ((trust.value, rate.low), (trust.value, rate.high)),
            ((trust.low, rate.value), (trust.high, rate.value)),
        ):
            (left, one), (right, two) = (chart.at(*end) for end in ends)
            chart.add(
                f'<line class="span{weak}" x1="{left}" x2="{right}" y1="{one}" y2="{two}" opacity=".55"/>'
            )
        chart.dot(trust.value, rate.value, f"dot{weak}", labelled(side.arm.founder, percent(rate)), _DOT)
        taken.append(_label(chart, (trust.value, rate.value), side.arm.founder, taken))
    return chart.svg(_("share of games at Frontier or better over trust, by founder"))


def _label(chart: Chart, place: tuple[float, float], words: str, taken: Sequence[_Box]) -> _Box:
    """Write a name beside its point, as near as other names and points allow; return its box."""
    across, down = chart.at(*place)
    wide = _LETTER * len(words)
    boxes = [
        (across + _ASIDE if right else across - _ASIDE - wide, down + step * way, wide, _TALL)
        for step in range(0, 120, 2)
        for way in (1, -1)
        for right in (True, False)
    ]
    inside = [
        box for box in boxes if box[0] > 0 and box[0] + wide < WIDTH and _TALL < box[1] < chart.height - 36
    ]
    free = [box for box in inside if not any(_meet(box, other) for other in taken)]
    box = next(iter(free), boxes[0])
    chart.text(*place, words, dx=box[0] - across, dy=box[1] - down + 3.5, css="small")
    return box


def _meet(one: _Box, other: _Box) -> bool:
    """Tell whether two boxes overlap."""
    beside = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return beside and abs(one[1] - other[1]) < (one[3] + other[3]) / 2


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
    above = float(chart.height)
    for name in sorted(names, key=lambda name: found[levels[-1]][name].rate().value):
        rates = [found[level][name].rate() for level in levels]
        points = [(float(place), rate.value) for place, rate in enumerate(rates)]
        chart.line(points, "link strong" if name == strong else "link")
        for point, rate, level in zip(points, rates, levels, strict=True):
            told = labelled(f"{name}, {level}", percent(rate))
            chart.dot(*point, "dot" if name == strong else "dot weak", told, 3)
        above = _label_right(chart, points[-1], name, above)
    return chart.svg(_("share of games at Frontier or better, by difficulty and founder"))


def _label_right(chart: Chart, place: tuple[float, float], words: str, above: float) -> float:
    """Write a name on the right of its point, no lower than the last one's top; return its own top."""
    _across, down = chart.at(*place)
    wanted = min(down + 3.5, above)
    chart.text(*place, words, dx=7, dy=wanted - down, css="small")
    return wanted - _TALL


def ladder(sides: Sequence[Side]) -> str:
    """Return founders from the best score down, each with its interval and the share it wins."""
    line, left = 22, 76
    scores = [drawn(side.mean(points)) for side in sides]
    low = int(min(score.low for score in scores) / 100) * 100
    high = int(ceiling(max(score.high for score in scores), 100, low + 100))
    foot = len(sides) * line
    wide = WIDTH - left - 62

    def across(value: float) -> float:
        return round(left + wide * (value - low) / (high - low), 1)

    parts = []
    for value in range(low, high + 1, 100 if high - low <= 500 else 200):  # noqa: PLR2004 - lines one can count
        parts.append(f'<line class="grid" x1="{across(value)}" x2="{across(value)}" y1="0" y2="{foot}"/>')
        parts.append(
            f'<text class="tick" x="{across(value)}" y="{foot + 13}" text-anchor="middle">{value}</text>'
        )
    for row, (side, score) in enumerate(zip(sides, scores, strict=True)):
        down, css = row * line + line / 2, "" if side.arm.founder in ARCHETYPES else " weak"
        ends = f'x1="{across(score.low)}" x2="{across(score.high)}" y1="{down}" y2="{down}"'
        parts += [
            f'<text x="0" y="{down + 3.5}">{escape(side.arm.founder)}</text>',
            f'<line class="span{css}" {ends}/>',
            f'<circle class="dot{css}" cx="{across(score.value)}" cy="{down}" r="3.8"/>',
            f'<text class="soft" x="{WIDTH}" y="{down + 3.5}" text-anchor="end">',
            f"{share(side.rate().value)}</text>",
        ]
    return sheet(parts, foot + 18, _("mean score by founder"))
