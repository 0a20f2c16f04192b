"""Dresses what lies ahead: fans become charts, chances become rails."""

from race.core.ids import Firm
from race.speech import _, language
from race.ui.kit import text
from race.ui.kit.theme import LABEL, SECONDARY_BOLD, Palette, Theme
from race.ui.pieces.ahead.rails import Rail, RailsSpec
from race.ui.pieces.plot import ChartSpec, Series
from race.ui.present.ahead.told import Chance, FanState
from race.ui.screens import looks


def fan_margins(theme: Theme, states: tuple[FanState, ...]) -> tuple[int, int]:
    """Return the room at the left and the right that all fans need, so that they share one axis of time."""
    ticks = [text.width(theme, label, LABEL) for state in states for _value, label in state.ticks]
    names = [text.width(theme, name, SECONDARY_BOLD) for state in states for name in state.names]
    return max([*ticks, 0]) + theme.px(10), max([*names, 0]) + theme.px(30)


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
    past = Series("past", _("Now"), ink, look.marker, state.past, mine=True)
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
        margins=margins,
        now_note=_("forecast"),
        digits=max(1, state.digits),
        range_words=_("{n} ({low} to {high})"),
        comma=language() == "fr",
    )


def rails(found: tuple[Chance, ...], names: tuple[str, ...], palette: Palette) -> RailsSpec:
    """Return chances as rails; a difference that is sure has the colour of its worth."""
    inks = {1: palette.good, 0: palette.text3, -1: palette.bad}
    heads = (*names, _("Difference")) if len(names) > 1 else names
    return RailsSpec(
        tuple(Rail(one.text, one.shares, one.shown, one.change, inks[one.good], one.tip) for one in found),
        heads,
    )
