"""Dresses what lies ahead: fans become charts, chances become rails."""

from dataclasses import replace

from race.core.ids import Firm
from race.speech import _, capital, language
from race.ui.kit import text
from race.ui.kit.theme import LABEL, SECONDARY_BOLD, Palette, Theme, blend
from race.ui.kit.widgets import Row
from race.ui.pieces.ahead.chronicle import Told
from race.ui.pieces.ahead.rails import Rail, RailsSpec
from race.ui.pieces.plot import ChartSpec, Note, Series
from race.ui.present.ahead.charts import ChartState, Foreseen, Ranked
from race.ui.present.ahead.told import Chance, FanState
from race.ui.screens import looks


def fan_margins(theme: Theme, states: tuple[FanState, ...]) -> tuple[int, int]:
    """Return the room at the left and the right that all fans need, so that they share one axis of time."""
    ticks = [text.width(theme, label, LABEL) for state in states for _value, label in state.ticks]
    words = [name for state in states for name in (state.names if state.futures else (_past_name(),))]
    names = [text.width(theme, name, SECONDARY_BOLD) for name in words]
    return max([*ticks, 0]) + theme.px(10), max([*names, 0]) + theme.px(30)


def _past_name() -> str:
    """Return what stands at the end of a line that no future goes on from."""
    return _("Now")


def fan_chart(state: FanState, palette: Palette, margins: tuple[int, int]) -> ChartSpec:
    """Return a fan as a chart: the past as a line, each plan's futures as a dashed line among its bands."""
    look, car = looks.look_of(Firm.XAI.value), state.key == "trust"
    ink = palette.car if car else look.colour
    found = [
        Series(
            f"plan.{place}",
            state.names[place],
            ink if place == 0 else palette.text2,
            look.marker,
            state.past if place == 0 else (*(None,) * state.now, state.past[-1]),
            forecast=median,
            bands=bands,
            mine=place == 0,
            dashed=place > 0,
        )
        for place, (median, bands) in reversed(list(enumerate(state.futures)))
    ]
    past = Series("past", _past_name(), ink, look.marker, state.past, mine=True)
    labelled = tuple(index for index in range(len(state.labels)) if (index - state.now) % 3 == 0)
    return ChartSpec(
        tuple(found) or (past,),
        state.labels,
        state.now,
        labelled,
        state.ticks,
        state.low,
        state.high,
        limit=state.limit,
        calm=not car or not state.now,
        margins=margins,
        now_note=_("forecast"),
        digits=max(1, state.digits),
        range_words=_("{n} ({low} to {high})"),
        comma=language() == "fr",
        dates=state.dates,
    )


def rails(found: tuple[Chance, ...], names: tuple[str, ...], palette: Palette) -> RailsSpec:
    """Return chances as rails; a difference that is sure has the colour of its worth."""
    inks = {1: palette.good, 0: palette.text3, -1: palette.bad}
    heads = (*names, _("Difference")) if len(names) > 1 else names
    return RailsSpec(
        tuple(Rail(one.text, one.shares, one.shown, one.change, inks[one.good], one.tip) for one in found),
        heads,
    )


def race_chart(state: ChartState, palette: Palette, chosen: str = "") -> ChartSpec:
    """Return a chart of the race; a chosen lab keeps its colour while the others step back."""
    series = []
    for line in state.lines:
        look, ahead = looks.look_of(line.key), state.foreseen.get(line.key)
        back = bool(chosen) and chosen != line.key
        series.append(
            Series(
                line.key,
                line.name,
                blend(palette.panel, look.colour, 0.4) if back else look.colour,
                look.marker,
                line.values,
                forecast=ahead.median if ahead else (),
                bands=ahead.bands if ahead else (),
                mine=line.mine if not chosen else chosen == line.key,
                releases=line.releases or (() if state.now else (0,)),
                errors=line.errors,
                tip=line.told,
            )
        )
    first, last = state.start, len(state.months) - 1
    labelled = dict.fromkeys((state.now, *looks.halves(first, last), *looks.quarters(first, last)))
    return ChartSpec(
        tuple(series),
        state.months,
        state.now,
        tuple(labelled),
        state.ticks,
        state.low,
        state.high,
        notes=tuple(Note(index, state.high, "!") for index in state.marks),
        now_note=_("forecast"),
        digits=state.digits,
        unit=state.unit,
        range_words=_("{n} ({low} to {high})"),
        told_of=tuple((one.index, one.words) for one in state.events),
        dates=state.dates,
        comma=language() == "fr",
    )


def table_chart(state: ChartState, palette: Palette, note: str) -> ChartSpec:
    """Return the race as the table has room for: no bars of errors, what is compared as a noted area."""
    spec = race_chart(state, palette)
    return replace(
        spec, series=tuple(_slim(line, state.foreseen.get(line.key), note) for line in spec.series)
    )


def _slim(line: Series, ahead: Foreseen | None, note: str) -> Series:
    if ahead is None or not ahead.without:
        return replace(line, errors=())
    return replace(line, errors=(), forecast=ahead.without, preview=ahead.median, preview_note=note, bands=())


def ranks(found: tuple[Ranked, ...], chosen: str) -> tuple[Row, ...]:
    """Return the labs of one month as rows, with marker, value and change over a year."""
    return tuple(
        Row(
            one.key,
            one.name,
            looks.look_of(one.key).marker,
            looks.look_of(one.key).colour,
            middle=(("+" if one.up else "\u2212") + one.change) if one.change else "",
            right=one.shown,
            tip=one.told or None,
            faint=bool(chosen) and chosen != one.key,
        )
        for one in found
    )


def chronicle(state: ChartState, palette: Palette) -> tuple[Told, ...]:
    """Return what happened, the latest first, with the marker of the lab that it is about."""
    found = []
    for one in reversed(state.events):
        icon, ink = "info", palette.text3
        if one.alarming:
            icon, ink = "warning", palette.warning
        elif one.lab:
            icon, ink = looks.look_of(one.lab).marker, looks.look_of(one.lab).colour
        found.append(Told(one.index, capital(state.dates[one.index]), one.words, icon, ink))
    return tuple(found)
