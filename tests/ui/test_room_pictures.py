"""Rooms show what their tables say: the ladder, the calendar of one's word, the courses of the books."""

from pathlib import Path

import pytest

from race.core.ids import RUNGS, Firm
from race.core.receipts import Account
from race.speech import set_language
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme
from race.ui.pieces.ahead.chronicle import Chronicle
from race.ui.pieces.chart import Chart
from race.ui.pieces.rooms.calendar import WordCalendar
from race.ui.pieces.rooms.told import Reading
from race.ui.present.figures import Said
from race.ui.present.owners import rung
from race.ui.present.rooms.doors import PAGES
from race.ui.present.rooms.lately import lately
from race.ui.present.rooms.page import told
from race.ui.present.rooms.pictured.courses import courses, trusted
from race.ui.present.rooms.pictured.ladder import ladder
from race.ui.screens.ahead.charts import ChartsScreen
from race.ui.screens.rooms.page import RoomScreen
from tests.ui import hands, seats


def test_the_ladder_lights_the_step_on_which_the_owners_stand(tmp_path: Path) -> None:
    session = seats.game(tmp_path, 8).session

    steps = ladder(session)

    here = RUNGS.index(rung(session))
    assert [step.state for step in steps] == ["past"] * here + ["now"] + ["ahead"] * (len(RUNGS) - 1 - here)


def test_a_mark_on_the_calendar_opens_the_line_that_tells_it(tmp_path: Path) -> None:
    screen = RoomScreen(seats.desk(), seats.game(tmp_path, 8), "promises")
    calendar = screen.stage.find("calendar")
    assert isinstance(calendar, WordCalendar)
    mark, place = next((mark, place) for mark, place in calendar.marks if mark.key.startswith("vote."))

    asked = hands.click(screen.stage, place.centre)

    assert asked == Action("select", "calendar", mark.key)
    assert mark.key in {line.key for line in screen.page.lines()}


def test_the_arrows_walk_over_every_mark_of_the_calendar(tmp_path: Path) -> None:
    screen = RoomScreen(seats.desk(), seats.game(tmp_path, 8), "promises")
    calendar = screen.stage.find("calendar")
    assert isinstance(calendar, WordCalendar)
    keys = [mark.key for mark, _place in calendar.marks if mark.key]

    walked = [calendar.act(Action("right")) for _key in keys]

    assert {asked.value for asked in walked if asked} == set(keys)


def test_a_course_ends_at_the_figure_of_the_books(tmp_path: Path) -> None:
    session = seats.game(tmp_path, 6).session

    shown = {course.firm: course for course in courses(session, "two.cash")}

    for firm in (Firm.XAI, Firm.TESLA):
        now = next(b.now for b in session.balances() if b.firm is firm and b.account is Account.CASH)
        course = shown[firm.value]
        assert course.values[-1] == pytest.approx(now / 1e9)
        assert course.low <= min(course.values) <= max(course.values) <= course.high
        assert len(course.values) == len(course.months) == 7


def test_only_causes_that_come_to_a_sum_are_drawn_against_each_other() -> None:
    told = [
        Said("It moved", "+4", "", 4.0),
        Said("What follows is counted"),
        Said("One", "+2", "", 2.0),
        Said("Another", "−1", "", -1.0),
        Said("Together", "+1", "sum"),
    ]

    reading = Reading("reading", Rect(0, 0, 300, 300), Theme(), told)

    assert [band.share for band in reading.bands] == [0.0, 0.0, 1.0, -0.5, 0.0]


@pytest.mark.parametrize("room", ["cases", "promises"])
def test_room_that_tables_leave_shows_what_the_trust_has_been(room: str, tmp_path: Path) -> None:
    game = seats.game(tmp_path, 8)

    screen = RoomScreen(seats.desk(), game, room)

    (course,) = trusted(game.session)
    chart = screen.stage.find("course.0")
    assert isinstance(chart, Chart)
    assert chart.spec.series[0].values == course.values
    assert course.values[-1] == game.session.reports[-1].trust_ppm / 10_000
    assert not any(chart.rect.meets(place) for _table, place in screen.parts()[1])


@pytest.mark.parametrize("room", PAGES)
def test_late_news_fill_what_is_left_under_a_line_and_are_never_scrolled_for(
    room: str, tmp_path: Path
) -> None:
    game = seats.game(tmp_path, 8)
    screen = RoomScreen(seats.desk(), game, room)
    line = next(one for one in screen.page.lines() if one.key == screen.chosen)

    shown = screen.stage.find("reading")

    assert isinstance(shown, Reading)
    news = [band.said for band in shown.bands][len(told(game.session, line)) :]
    assert not news or shown.height() <= shown.rect.h
    assert tuple(news[1:]) == lately(game.session, room)[: max(0, len(news) - 1)]


def test_a_room_was_in_the_news_for_what_happened_in_it() -> None:
    news = lately(seats.played(8), "cases")

    assert [said.words.partition(":")[0] for said in news][:2] == ["June 2024", "May 2024"]
    assert all(said.part == "note" for said in news)


def test_french_months_are_written_large_where_they_begin_a_line(tmp_path: Path) -> None:
    set_language("fr")
    game = seats.game(tmp_path)

    news = lately(game.session, "cases")
    charts = ChartsScreen(seats.desk(), game)
    happened = charts.stage.find("events")

    assert news[0].words.startswith("Juin 2024")
    assert isinstance(happened, Chronicle)
    assert happened.told[0].date == "Août 2024"
