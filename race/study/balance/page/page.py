"""The whole page: what holds first, then the field, the dilemma, the mechanics, the months, the small print.

The same games give the same bytes: nothing on the page says when or how fast it was made.
"""

from collections.abc import Iterator
from html import escape
from pathlib import Path

import msgspec

from race import __version__
from race.core.words import N_
from race.session.disk import write_atomically
from race.speech import _, language, number
from race.study.balance.catalogue import ELSEWHERE, Line, catalogue
from race.study.balance.drama import Drama, drama_of
from race.study.balance.measures import IN, OUT, UNSETTLED, Measure, measures
from race.study.balance.page.field import bullet
from race.study.balance.page.html import section, table, verdict
from race.study.balance.page.months import drama_section, months_section
from race.study.balance.page.sections import field_section, worth_section
from race.study.balance.page.style import RULES, inks
from race.study.balance.plan import FULL, QUICK, Sizes, Spec, scaled
from race.study.balance.tally import Tally
from race.study.balance.told import shown

PAGE = "balance.html"


def write_page(folder: Path, tally: Tally, health: tuple[int, int]) -> Path:
    """Write the page and return where it is; `health` is games played again, and those that differed."""
    path = folder / PAGE
    write_atomically(path, page(tally, health).encode())
    return path


def page(tally: Tally, health: tuple[int, int]) -> str:
    """Return the page as HTML, nothing of which is fetched from anywhere."""
    drama, lines = drama_of(tally), measures(tally)
    body = "".join(
        (
            *_opening(tally, lines),
            _balance(lines),
            *field_section(tally),
            *worth_section(tally),
            *months_section(tally),
            *drama_section(tally, drama),
            _catalogue(tally, drama),
            *_closing(tally, health),
        )
    )
    title = escape(_("How Diverted is balanced"))
    return (
        f'<!doctype html>\n<html lang="{language()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<link rel="icon" href="data:,">'
        f"<title>{title}</title><style>{inks()}{RULES}</style></head><body><main>{body}</main></body></html>\n"
    )


def _opening(tally: Tally, lines: tuple[Measure, ...]) -> Iterator[str]:
    scenario, difficulty = tally.spec.home
    counts = {word: sum(line.verdict == word for line in lines) for word in (IN, OUT, UNSETTLED)}
    title = _("How Diverted is balanced")
    yield f"<header><h1>{escape(title)}</h1>"
    told = _("{games} games of bots; looked at closely: {scenario} at {difficulty}, seeds from {seed}.")
    told = told.format(
        games=number(tally.games), scenario=scenario, difficulty=difficulty, seed=tally.spec.seed
    )
    yield f'<p class="quiet">{escape(told)}</p>'
    names = {IN: _("lines hold"), OUT: _("do not hold"), UNSETTLED: _("not settled")}
    css = {IN: "in", OUT: "out", UNSETTLED: "open"}
    yield '<div class="sum">' + "".join(
        f'<div class="{css[word]}"><strong>{count}</strong>'
        f'<span class="quiet">{escape(names[word])}</span></div>'
        for word, count in counts.items()
    )
    yield "</div></header>"


def _balance(lines: tuple[Measure, ...]) -> str:
    rows = [
        [
            escape(_(line.name)),
            escape(_(line.target)),
            escape(shown(line)),
            bullet(line),
            verdict(line.verdict),
            f'<span class="quiet">{escape(line.who)}</span>',
        ]
        for line in lines
    ]
    headings = [_("measure"), _("target"), _("measured"), _("on its target"), _("verdict"), _("who")]
    return section(
        _("What must hold"),
        _(
            "The dot is what was measured, the line its 95 % interval, the green field the target. A line is "
            "settled when the interval lies on one side of the target's edge."
        ),
        table(headings, rows, "measures"),
    )


def _catalogue(tally: Tally, drama: Drama | None) -> str:
    headings = ["#", _("measure"), _("band"), _("found"), ""]
    rows = [_row(line) for line in catalogue(tally, drama)]
    return section(
        _("The catalogue of 22 measures"),
        _("Bands in which a designer need not be alarmed, proposed from the literature on games."),
        table(headings, rows),
    )


def _row(line: Line) -> list[str]:
    judged = verdict(line.verdict) if line.verdict in (IN, OUT) else ""
    found = escape(_(line.found) if line.verdict == ELSEWHERE else line.found)
    if line.found.startswith(("python", "diverted")):
        found = f"<code>{found}</code>"
    css = ' class="quiet"' if line.verdict == ELSEWHERE else ""
    return [
        str(line.number),
        escape(_(line.name)),
        escape(_(line.band)),
        f"<span{css}>{found}</span>",
        judged,
    ]


def command(spec: Spec) -> str:
    """Return the command line that plays these games again."""
    standard = Spec()
    words = ["diverted balance", *_size_words(spec.sizes), f"--seed {spec.seed}"]
    words.append(f"--scenario {','.join(spec.scenarios)}")
    words.append(f"--difficulty {','.join(spec.difficulties)}")
    if spec.founders != standard.founders:
        words.append(f"--founder {','.join(spec.founders)}")
    return " ".join(words)


def _size_words(sizes: Sizes) -> Iterator[str]:
    """Yield the options that ask for these sizes: what they are in proportion to, then what differs."""
    few, usual = scaled(QUICK, sizes.field), scaled(FULL, sizes.field)
    ways = {"--quick": QUICK, f"--runs {sizes.field}": usual, f"--quick --runs {sizes.field}": few}
    named = ("planner", "choices", "exploit")
    asked = {name: getattr(sizes, name) for name in named}
    words = next(
        (words for words, way in ways.items() if msgspec.structs.replace(way, **asked) == sizes),
        f"--runs {sizes.field}",
    )
    yield words
    yield from (f"--{name} {n}" for name, n in asked.items() if n != getattr(ways[words], name))


_SMALL_PRINT = (
    N_(
        "Every founder plays the same seeds, so that differences are taken game by game. Rates have "
        "Wilson intervals, means and differences t intervals, ratios Fieller's. Where diverting pays most is "
        "read from a parabola through all eleven rates, its interval from samples of the seeds. All cover "
        "95 %."
    ),
    N_(
        "The best founder is chosen on the games it is judged by: with few games its rate is a little "
        "too high."
    ),
    N_(
        "Games with a mechanic switched off are played by the same founders; "
        "the best of them may be another one."
    ),
)


def _closing(tally: Tally, health: tuple[int, int]) -> Iterator[str]:
    sizes = tally.spec.sizes
    sizes_told = _(
        "Games of each arm: {field} in the field, {other} elsewhere, {quota} a share of the flow, "
        "{mechanic} a founder and mechanic, {single} with one mechanic alone, {planner} of the planner."
    ).format(
        field=sizes.field,
        other=sizes.other,
        quota=sizes.quota,
        mechanic=sizes.mechanic,
        single=sizes.single,
        planner=sizes.planner,
    )
    again = _("{n} games were played again; {differing} came out otherwise.").format(
        n=health[0], differing=health[1]
    )
    lines = [*(_(line) for line in _SMALL_PRINT), sizes_told, again]
    yield '<footer class="quiet">' + "".join(f"<p>{escape(line)}</p>" for line in lines)
    yield f"<p><code>{escape(command(tally.spec))}</code> · Diverted {__version__}</p></footer>"
