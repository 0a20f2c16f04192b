"""What is foreseen unasked is given up, held back and told for what it is; the window sleeps afterwards."""

from pathlib import Path

import pygame
import pytest

from race.core.ids import Firm, Terms
from race.session.beside import crew
from race.session.forecast.running import Forecast
from race.ui.pieces.board import Board
from race.ui.pieces.chart import Chart
from race.ui.pieces.plot import ChartSpec
from race.ui.present import supply
from race.ui.present.ahead.subjects import ALL, Subject, subjects
from race.ui.present.seat.players import Plan
from race.ui.screens import door
from race.ui.screens.ahead.charts import ChartsScreen
from race.ui.screens.seat.spectate import Spectate
from race.ui.screens.table.main import MainScreen
from race.ui.window import Window
from tests.inline import Idle
from tests.ui import seats
from tests.ui.thinking import own, settle, start_thinking, thinking

pytestmark = pytest.mark.usefixtures("own_home")


def hold(found: Window) -> Board:
    """Hold the first crate of the carmaker's that may go over the lab's dock, by mouse."""
    game, board = seats.main(found).game, seats.board(found)
    free = [
        one for one in supply.shipments(game.session) if not supply.why_stays(game.session, one, Terms.SWAP)
    ]
    crate = next(one for one in free if one.dock == "carmaker")
    seats.click(found, board.slots[str(crate.source)].centre)
    places = zip(board.spec.docks, board.where.docks, strict=True)
    seats.point(found, next(place.rect.centre for dock, place in places if dock.key == "lab"))
    return board


def together(found: Window) -> Subject:
    """Return the comparison of all orders of the month with none."""
    return next(one for one in subjects(seats.main(found).game.session, Terms.SWAP) if one.key == ALL)


@pytest.mark.parametrize("size", [130, 200])
def test_the_window_sleeps_where_the_chart_is_not_seen(size: int, tmp_path: Path) -> None:
    found = thinking(tmp_path)
    found.choose("text_size", size)

    settle(found)

    assert found.top.stage.find("chart") is None
    assert seats.main(found).game.lookout.now(seats.main(found).game.session) is not None


def test_a_crate_that_leaves_the_hand_unheard_is_foreseen_no_more(tmp_path: Path) -> None:
    found = thinking(tmp_path)
    settle(found)
    hold(found)
    settle(found)
    held = own(found).preview_note

    found.resize(pygame.Surface((1400, 800)))
    settle(found)

    assert held.startswith("with these chips")
    assert not own(found).preview
    assert seats.main(found).seen is None


def test_months_that_run_on_under_the_hand_leave_nothing_weighed(tmp_path: Path) -> None:
    found = thinking(tmp_path)
    settle(found)
    hold(found)

    seats.keys(found, [pygame.K_f, pygame.K_ESCAPE])
    table, board = seats.main(found), seats.board(found)

    assert table.game.session.month > 0
    assert (table.weighed is None) == (not board.lifted)
    assert table.weighed is None or supply.move(table.game.session, int(board.lifted), "lab", Terms.SWAP)


def test_an_order_taken_back_under_the_hand_is_weighed_with_it_no_more(tmp_path: Path) -> None:
    found = thinking(tmp_path)
    game = seats.main(found).game
    game.order(seats.an_order(game.session))
    hold(found)
    seen = seats.main(found).seen

    seats.keys(found, [pygame.K_z], pygame.KMOD_CTRL)

    assert seats.board(found).lifted
    assert seats.main(found).seen is not None
    assert seats.main(found).seen is not seen


def before_and_after(folder: Path, months: int) -> tuple[ChartSpec, ChartSpec]:
    """Return the chart of the race before futures have been played, and with them."""
    screen = MainScreen(seats.desk(), seats.game(folder, months))
    screen.desk.crew = Idle
    screen.lay()
    before = screen.stage.find("chart")
    for _look in range(40):
        screen.wait()
    screen.lay()
    after = screen.stage.find("chart")
    assert isinstance(before, Chart)
    assert isinstance(after, Chart)
    assert any(series.forecast for series in after.spec.series)
    return before.spec, after.spec


@pytest.mark.parametrize("months", [0, 8, 30])
def test_the_axis_keeps_its_months_when_the_futures_come(months: int, tmp_path: Path) -> None:
    before, after = before_and_after(tmp_path, months)

    assert after.months == before.months


@pytest.mark.parametrize("months", [8, 30])
def test_the_scale_has_room_for_the_futures_before_they_come(months: int, tmp_path: Path) -> None:
    before, after = before_and_after(tmp_path, months)

    assert after.ticks == before.ticks


def test_what_was_asked_for_and_stopped_does_not_hide_what_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = thinking(tmp_path)
    lookout, idle = seats.main(found).game.lookout, Idle()
    with monkeypatch.context() as still:
        still.setattr(crew, "open_crew", lambda: idle)
        lookout.ask(seats.main(found).game.session, together(found))
        lookout.stop()

    settle(found)

    assert own(found).forecast


def test_one_order_of_two_that_was_weighed_is_not_drawn_as_the_month(tmp_path: Path) -> None:
    found = thinking(tmp_path)
    game = seats.main(found).game
    assert game.move(str(next(one.source for one in supply.shipments(game.session))), "lab") == ""
    game.order(seats.an_order(game.session))
    last = next(each for each in subjects(game.session, Terms.SWAP) if each.place == 1)

    game.lookout.ask(game.session, last)
    settle(found)
    weighed, month = game.lookout.seen(), Forecast(game.session, (game.session.pending, ()), 12, 2).look()

    assert weighed is not None
    assert month is not None
    without = month.fans[1][Firm.XAI.value].median[1:]
    assert weighed.fans[1][Firm.XAI.value].median[1:] != without
    assert own(found).forecast == without


def test_the_charts_say_when_a_line_goes_without_the_orders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = thinking(tmp_path)
    settle(found)
    idle, game = Idle(), seats.main(found).game
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    told = []

    for _look in range(2):
        seats.keys(found, [pygame.K_g])
        assert isinstance(found.top, ChartsScreen)
        told.append(found.top._foresight())  # noqa: SLF001 - the line beneath the chart
        seats.keys(found, [pygame.K_ESCAPE])
        game.order(seats.an_order(game.session))

    assert "with this month's orders" in told[0]
    assert "without the month's orders" in told[1]


def test_whoever_forbids_it_in_the_middle_has_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = thinking(tmp_path)
    idle = Idle()
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    start_thinking(found)

    found.choose("foresight", value=False)
    found.wait()

    assert not seats.main(found).game.lookout.looking_on


def test_nothing_is_thought_of_while_a_bots_months_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "open_crew", Idle)
    game = seats.game(tmp_path)
    screen = Spectate(seats.desk(), game, Plan(bot="idle", stops=frozenset()))
    screen.desk.crew = Idle

    for _look in range(40):
        screen.due = screen.desk.now + 1_000  # the next month is still to come
        screen.wait()
    running = game.lookout.looking_on
    screen.playing = False
    screen.wait()

    assert not running
    assert game.lookout.looking_on


def test_nothing_is_thought_of_while_a_bot_plays_one_month(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "open_crew", Idle)
    screen = Spectate(seats.desk(), seats.game(tmp_path), Plan(bot="idle"), playing=False)
    screen.desk.crew = Idle
    monkeypatch.setattr(type(screen.hands), "busy", True)

    for _look in range(40):
        screen.wait()

    assert not screen.game.lookout.looking_on


def test_a_world_that_is_played_again_leaves_no_futures_of_the_old_game(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = thinking(tmp_path)
    monkeypatch.setattr(crew, "open_crew", Idle)
    start_thinking(found)
    old = seats.main(found).game

    wish = door.again(found.desk, old)

    assert isinstance(wish.screen, MainScreen)
    assert not old.lookout.looking_on


def test_processes_that_are_being_started_are_waited_for_and_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, idle = thinking(tmp_path), Idle()
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    monkeypatch.setattr(crew, "gathering", lambda: True)

    start_thinking(found)
    asked = len(idle.asked)
    looks_again = found.wait()
    monkeypatch.setattr(crew, "gathering", lambda: False)
    assert seats.main(found).game.lookout.looking_on  # they may have started between two questions
    found.wait()

    assert asked == 0
    assert looks_again is not None
    assert idle.asked
