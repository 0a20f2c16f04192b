"""The charts of the race: read by mouse and keys, the same month in every part, futures only when asked."""

from pathlib import Path

import pygame
import pytest

from race.core.events import Happening
from race.core.ids import Firm
from race.ui.kit.choices import ListBox
from race.ui.kit.widgets import Button
from race.ui.pieces.ahead.chronicle import Chronicle
from race.ui.pieces.chart import Chart
from race.ui.pieces.plot import ranked
from race.ui.present.ahead import charts
from race.ui.screens.ahead.charts import ChartsScreen
from race.ui.screens.ahead.war_room import WarRoom
from tests.ui import seats


def shown(folder: Path, tab: str = "quality", months: int = 8) -> ChartsScreen:
    return ChartsScreen(seats.desk(), seats.game(folder, months), tab)


def chart(screen: ChartsScreen) -> Chart:
    found = screen.stage.find("chart")
    assert isinstance(found, Chart)
    return found


def point(screen: ChartsScreen, month: int) -> None:
    spot = (round(chart(screen).plot.x(month)), chart(screen).plot.area.centre[1])
    screen.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(0, 0, 0)))
    screen.draw(pygame.Surface(screen.desk.size))


@pytest.mark.usefixtures("own_home")
def test_its_key_opens_and_closes_it_and_the_war_room_lies_beside(tmp_path: Path) -> None:
    found = seats.table(tmp_path)

    seats.keys(found, [pygame.K_g])
    opened = found.top
    seats.keys(found, [pygame.K_w])
    beside = found.top
    seats.keys(found, [pygame.K_w, pygame.K_g])

    assert isinstance(opened, ChartsScreen)
    assert isinstance(beside, WarRoom)
    assert found.top is seats.main(found)


def test_the_ranking_shows_the_month_under_the_mouse(tmp_path: Path) -> None:
    screen = shown(tmp_path)

    point(screen, 3)

    ranks = screen.stage.find("ranks")
    assert isinstance(ranks, ListBox)
    told = [(row.text, row.right) for row in ranks.spec.rows]
    spec = chart(screen).spec
    assert told == [(each.name, spec.written(value)) for each, value in ranked(spec, 3)]


def test_what_happened_leads_to_its_month(tmp_path: Path) -> None:
    screen = shown(tmp_path)
    events = screen.stage.find("events")
    assert isinstance(events, Chronicle)

    screen.stage.focus_on("events")
    for code in (pygame.K_DOWN, pygame.K_DOWN):
        screen.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=""))

    assert chart(screen).month == events.told[2].place


def test_a_list_of_what_happened_scrolls_to_its_end_and_back(tmp_path: Path) -> None:
    screen = shown(tmp_path, months=24)
    events = screen.stage.find("events")
    assert isinstance(events, Chronicle)

    events.scroll(1000)
    last = [index for index, _place in events.places()][-1]
    events.scroll(-1000)

    assert last == len(events.told) - 1
    assert events.first == 0


def test_a_chosen_lab_keeps_its_colour_while_the_others_step_back(tmp_path: Path) -> None:
    screen = shown(tmp_path)
    before = {series.key: series.colour for series in chart(screen).spec.series}
    ranks = screen.stage.find("ranks")
    assert isinstance(ranks, ListBox)

    spot = ranks.row_rects()[0][1].centre
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        screen.handle(pygame.event.Event(kind, pos=spot, button=1))

    after = {series.key: series.colour for series in chart(screen).spec.series}
    assert [key for key in after if after[key] == before[key]] == [screen.chosen]


def test_futures_are_drawn_only_after_somebody_looked_ahead(tmp_path: Path) -> None:
    screen = shown(tmp_path)
    before = [series.forecast for series in chart(screen).spec.series]

    screen.stage.focus_on("ahead")
    screen.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" "))

    own = next(series for series in chart(screen).spec.series if series.mine)
    seen = screen.game.lookout.seen()
    assert not any(before)
    assert seen is not None
    assert own.forecast == seen.fans[0][Firm.XAI.value].median[1:]
    assert own.bands[0] == seen.fans[0][Firm.XAI.value].wide[1:]


def test_a_forecast_of_last_month_is_not_shown_as_this_months(tmp_path: Path) -> None:
    screen = shown(tmp_path)
    screen.stage.focus_on("ahead")
    screen.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" "))

    screen.game.end_month(screen.desk)
    screen.lay()

    assert not any(series.forecast for series in chart(screen).spec.series)


@pytest.mark.parametrize("which", ["value", "cash", "revenue"])
def test_the_page_of_money_has_three_charts(which: str, tmp_path: Path) -> None:
    screen = shown(tmp_path, which)

    assert screen.state.chart == which
    assert [value for line in screen.state.lines for value in line.values if value is not None]


def test_nobody_elses_incident_is_told_with_a_name(tmp_path: Path) -> None:
    screen = shown(tmp_path, "safety", months=24)
    reports = screen.game.session.reports
    kinds = {
        place: [event.firm for event in report.events if event.kind is Happening.INCIDENT]
        for place, report in enumerate(reports)
    }

    marked = screen.state.marks

    assert marked == tuple(place for place, firms in kinds.items() if firms)
    assert {one.lab for one in screen.state.events if one.alarming} <= {"", "xai"}


def test_the_own_chance_of_an_incident_is_the_laws(tmp_path: Path) -> None:
    session = seats.game(tmp_path).session
    view = session.view()
    best = view.own.best()
    race = view.board.rules.race

    state = charts.chart(session, "safety")

    assert best is not None
    factor = race.incident_open if best.open_weights else 1.0
    assert state.lines[0].values[-1] == pytest.approx(
        100 * race.incident_rate * factor * view.own.safety_debt / 1e6, abs=1e-3
    )


@pytest.mark.usefixtures("own_home")
def test_the_first_month_has_charts_without_a_past(tmp_path: Path) -> None:
    found = seats.table(tmp_path)

    seats.keys(found, [pygame.K_g])
    for _page in charts.tab_names():
        found.draw()
        seats.focus_on(found, "tabs")
        seats.keys(found, [pygame.K_RIGHT])

    assert isinstance(found.top, ChartsScreen)


def test_a_chart_that_no_forecast_goes_with_ends_at_this_month(tmp_path: Path) -> None:
    session = seats.game(tmp_path).session

    past = charts.chart(session, charts.SAFETY, room=12)
    ahead = charts.chart(session, "quality", room=12)

    assert (charts.foreseeable(charts.SAFETY), charts.foreseeable("quality")) == (False, True)
    assert len(past.months) == past.now + 1
    assert len(ahead.months) == ahead.now + 13


@pytest.mark.parametrize(("tab", "offered"), [("quality", True), ("cash", True), ("safety", False)])
def test_looking_ahead_is_offered_where_the_chart_would_show_it(
    tab: str, tmp_path: Path, *, offered: bool
) -> None:
    button = shown(tmp_path, tab).stage.find("ahead")

    assert isinstance(button, Button)
    assert button.spec.enabled is offered
    assert ("No forecast goes with this chart" in button.spec.why_not) is not offered
