"""The war room in the hand: opened by its key, asked in the background, read, and acted on."""

from pathlib import Path

import pygame
import pytest

from race.core.commands import Divert
from race.core.words import usd
from race.session.beside import crew
from race.speech import quantity, set_language
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, Segmented
from race.ui.pieces import chart as pictures
from race.ui.pieces.chart import Chart
from race.ui.pieces.plot import value_at
from race.ui.present.ahead.told import cash_told
from race.ui.present.league import scale
from race.ui.screens.ahead.charts import ChartsScreen
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.ahead.watching import BESIDE, LOOK_MS
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.screen import Screen, Wish
from race.ui.screens.table.main import MainScreen
from race.ui.window import Window
from tests.inline import Idle
from tests.ui import seats


def opened(folder: Path) -> tuple[Window, WarRoom]:
    found = seats.table(folder)
    seats.keys(found, [pygame.K_w])
    assert isinstance(found.top, WarRoom)
    return found, found.top


def choose(found: Window, key: str) -> None:
    room = found.top
    assert isinstance(room, WarRoom)
    box = room.stage.find("subjects")
    place = next(rect for index, rect in box.row_rects() if box.spec.rows[index].key == key)  # type: ignore[union-attr]
    seats.click(found, place.centre)


def drawn(found: Window) -> None:
    """Draw until no frame is wished for at once: what takes long is drawn before it is shown."""
    found.draw()
    while found.wait() == 0:
        found.draw()


def lines_drawn() -> int:
    """Return of how many charts the lines have been drawn so far."""
    return pictures._lines_picture.cache_info().misses  # noqa: SLF001 - nothing else tells


def a_crate(room: WarRoom) -> str:
    return next(one.key for one in room.subjects if one.key.startswith("crate.") and not one.why_not)


@pytest.mark.usefixtures("own_home")
def test_its_key_opens_and_closes_it_over_the_table(tmp_path: Path) -> None:
    found, _room = opened(tmp_path)

    seats.keys(found, [pygame.K_w])

    assert isinstance(found.top, MainScreen)


@pytest.mark.usefixtures("own_home")
def test_an_order_is_weighed_given_and_taken_back_by_mouse(tmp_path: Path) -> None:
    found, room = opened(tmp_path)
    session = room.game.session

    choose(found, a_crate(room))
    weighed = room.seen
    seats.click(found, seats.centre(room, "give"))
    given = session.pending
    seats.click(found, seats.centre(room, "give"))

    assert weighed is not None
    assert len(weighed.fans) == 2
    assert len(given) == 1
    assert session.pending == ()
    assert room.subject().command == given[0]


@pytest.mark.usefixtures("own_home")
def test_the_chart_ends_where_the_futures_end(tmp_path: Path) -> None:
    found, room = opened(tmp_path)
    choose(found, a_crate(room))

    chart = room.stage.find("gap")

    assert isinstance(chart, Chart)
    assert room.seen is not None
    own = next(series for series in chart.spec.series if series.key == "plan.0")
    assert value_at(own, len(chart.spec.months) - 1) == room.seen.fans[0]["gap"].median[-1]


@pytest.mark.usefixtures("own_home")
def test_the_months_that_are_chosen_are_those_that_are_told(tmp_path: Path) -> None:
    room = WarRoom(seats.desk(), seats.game(tmp_path, 1, scenario="the-twelve-thousand"))

    months = room.stage.find("months")

    assert isinstance(months, Segmented)
    assert [option.text for option in months.spec.options] == ["6", "11"]
    assert room.seen is not None
    assert room.seen.months == 11


@pytest.mark.usefixtures("own_home")
def test_the_cash_at_the_end_is_told_with_the_order_and_without(tmp_path: Path) -> None:
    found, room = opened(tmp_path)
    choose(found, a_crate(room))
    assert room.seen is not None

    told = cash_told(room.seen)

    ends = [quantity(usd(round(plan["cash"].median[-1]))) for plan in room.seen.fans]
    assert told.startswith("The lab's cash in ")
    assert f": {ends[0]} (" in told
    assert f"; without it {ends[1]} (" in told
    assert room.where.cash.h > 0


@pytest.mark.parametrize(("low", "high"), [(57.6, 66.0), (60.2, 69.9), (0.0, 1.2), (10.0, 130.0)])
def test_the_labels_of_an_axis_are_its_ticks(low: float, high: float) -> None:
    bottom, top, step = scale(low, high)

    ticks = [bottom + step * place for place in range(round((top - bottom) / step) + 1)]

    digits = 1 if step < 1 else 0
    assert ticks == pytest.approx([float(f"{tick:.{digits}f}") for tick in ticks], abs=1e-9)


@pytest.mark.usefixtures("own_home")
def test_the_window_goes_on_while_futures_are_played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    idle = Idle()
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    found, room = opened(tmp_path)

    early, wait = room.seen, found.wait()
    idle.play()
    drawn(found)
    some = room.seen
    idle.play()
    drawn(found)

    assert early is None
    assert wait == LOOK_MS
    assert some is not None
    assert some.futures == 1
    assert room.seen is not None
    assert room.seen.futures == 2
    assert found.wait() is None


@pytest.mark.usefixtures("own_home")
def test_a_frame_draws_the_lines_of_one_chart_at_most_while_futures_are_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle = Idle()
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    pictures._lines_picture.cache_clear()  # noqa: SLF001 - other tests draw the same futures
    found, room = opened(tmp_path)
    found.draw()
    idle.play()

    drawn_in = []
    while room.seen is None:
        before = lines_drawn()
        found.draw()
        drawn_in.append(lines_drawn() - before)

    assert sum(drawn_in) == 2
    assert max(drawn_in) == 1


@pytest.mark.usefixtures("own_home")
def test_fewer_frames_are_drawn_while_futures_are_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle = Idle()
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    found, room = opened(tmp_path)

    found.wait()
    meanwhile = room.frames
    while room.game.lookout.running:
        idle.play()
    found.wait()

    assert meanwhile == BESIDE
    assert room.frames == Screen.frames > BESIDE


@pytest.mark.usefixtures("own_home")
def test_a_longer_look_asks_anew_and_gives_the_old_question_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle = Idle()
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    found, room = opened(tmp_path)
    first = room.game.lookout.forecast

    seats.focus_on(found, "months")
    seats.keys(found, [pygame.K_LEFT])

    assert first is not None
    assert first.cancelled
    assert room.game.lookout.forecast is not None
    assert room.game.lookout.forecast.months == 6


@pytest.mark.usefixtures("own_home")
def test_leaving_the_game_gives_the_futures_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    idle = Idle()
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    found, room = opened(tmp_path)

    found._answer(Wish("menu"))  # noqa: SLF001 - what its button wishes for

    assert not room.game.lookout.running


@pytest.mark.usefixtures("own_home")
def test_tab_reaches_everything(tmp_path: Path) -> None:
    found, room = opened(tmp_path)

    for name in ("subjects", "months", "futures", "run", "give", "gap", "trust", "rails", "close"):
        seats.focus_on(found, name)

        assert room.stage.focus == name


@pytest.mark.usefixtures("own_home")
def test_the_crate_under_the_keys_is_the_one_that_is_weighed(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.focus_on(found, "board")
    crate = seats.board(found).pointed()

    seats.keys(found, [pygame.K_w])

    room = found.top
    assert crate is not None
    assert isinstance(room, WarRoom)
    command = room.subject().command
    assert isinstance(command, Divert)
    assert str(command.source) == crate.key


@pytest.mark.usefixtures("own_home")
def test_an_order_of_the_panel_is_weighed_and_the_panel_waits_beneath(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_o])
    panel = found.top
    assert isinstance(panel, OrdersPanel)

    seats.click(found, seats.centre(panel, "weigh"))
    room = found.top
    seats.keys(found, [pygame.K_ESCAPE])

    assert isinstance(room, WarRoom)
    assert room.subject().command == panel.orders[panel.chosen].command
    assert found.top is panel


@pytest.mark.usefixtures("own_home")
def test_the_difference_starts_at_nothing_and_ends_where_the_pairs_end(tmp_path: Path) -> None:
    found, room = opened(tmp_path)
    choose(found, a_crate(room))

    seats.focus_on(found, "shown")
    seats.keys(found, [pygame.K_RIGHT])

    chart = room.stage.find("trust")
    assert isinstance(chart, Chart)
    assert room.seen is not None
    (own,) = chart.spec.series
    assert own.values == (0.0,)
    assert own.forecast[-1] == pytest.approx(room.seen.apart["trust"].median[-1] / 10_000)


@pytest.mark.usefixtures("own_home")
def test_the_table_shows_what_the_war_room_has_seen_until_the_month_ends(tmp_path: Path) -> None:
    found, room = opened(tmp_path)
    seats.keys(found, [pygame.K_ESCAPE])
    foreseen = [series.forecast for series in table_chart(found).spec.series if series.mine]

    seats.keys(found, [pygame.K_RETURN])
    while not isinstance(found.top, MainScreen):
        seats.keys(found, [pygame.K_ESCAPE])

    assert room.seen is not None
    assert foreseen == [room.seen.fans[0]["xai"].median[1:]]
    assert not any(series.forecast for series in table_chart(found).spec.series)


@pytest.mark.usefixtures("own_home")
def test_a_click_on_the_tables_chart_opens_the_charts(tmp_path: Path) -> None:
    found = seats.table(tmp_path)

    seats.click(found, seats.centre(found.top, "chart"))

    assert isinstance(found.top, ChartsScreen)


def table_chart(found: Window) -> Chart:
    chart = found.top.stage.find("chart")
    assert isinstance(chart, Chart)
    return chart


@pytest.mark.usefixtures("own_home")
def test_an_order_that_is_refused_is_told_so_and_not_to_change_nothing(tmp_path: Path) -> None:
    room = WarRoom(seats.desk(), seats.game(tmp_path, 1, scenario="the-twelve-thousand"))
    before = room.verdict()
    locked = next(one for one in room.subjects if one.key.startswith("crate."))

    room.take(Action("select", "subjects", locked.key))

    box = room.stage.find("subjects")
    assert isinstance(box, ListBox)
    assert next(row for row in box.spec.rows if row.key == locked.key).icon == "lock"
    assert room.verdict() == f"Not now: {locked.why_not}"
    assert locked.why_not.startswith("A swap gives the lab's own later chips")
    assert "Not now" not in before


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_choices_stay_where_they_are_when_the_first_futures_come_in(tmp_path: Path, code: str) -> None:
    set_language(code)
    found, room = opened(tmp_path)
    choose(found, a_crate(room))
    assert room.seen is not None

    before, after = room._places(None), room._places(room.seen)  # noqa: SLF001 - the frame before is gone

    assert (before.months, before.shown, before.run) == (after.months, after.shown, after.run)
    assert before.charts[0].y == after.charts[0].y
