"""What the table foresees unasked: futures of the month as it stands, played beside the game."""

from pathlib import Path

import pygame
import pytest

from race.core.ids import Firm
from race.session.beside import crew
from race.session.forecast.outlook import Change, Outlook
from race.session.forecast.paths import GAP
from race.ui.kit.actions import Action
from race.ui.present import supply
from race.ui.present.ahead.told import nearer
from race.ui.screens.ahead.charts import ChartsScreen
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.game import Game
from race.ui.window import Window
from tests.inline import Idle
from tests.ui import seats
from tests.ui.thinking import own, settle, start_thinking, thinking

pytestmark = pytest.mark.usefixtures("own_home")


def a_crate(game: Game) -> supply.Shipment:
    """Return the first crate at the carmaker's dock."""
    return next(one for one in supply.shipments(game.session) if one.dock == "carmaker")


def thinking_of_an_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Window, Idle]:
    """Return a table whose futures of an order have been asked for, and who is to play them."""
    found, idle = thinking(folder), Idle()
    settle(found)
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    game = seats.main(found).game
    game.order(seats.an_order(game.session))
    start_thinking(found)
    return found, idle


def test_the_chart_goes_on_dashed_though_nobody_asked(tmp_path: Path) -> None:
    found = thinking(tmp_path)
    settle(found)

    seen = seats.main(found).game.lookout.now(seats.main(found).game.session)
    assert seen is not None
    assert own(found).forecast == seen.fans[0][Firm.XAI.value].median[1:]
    assert own(found).bands
    assert not own(found).errors


def test_the_months_orders_are_drawn_beside_what_comes_without_them(tmp_path: Path) -> None:
    found = thinking(tmp_path)
    settle(found)
    without = own(found).forecast

    game = seats.main(found).game
    crate = a_crate(game)
    assert game.move(str(crate.source), "lab") == ""
    settle(found)

    assert own(found).forecast == without
    assert len(own(found).preview) == len(without)
    assert own(found).preview_note.startswith("with your orders: ")


def test_while_new_orders_are_thought_of_the_future_without_any_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = thinking(tmp_path)
    settle(found)
    without = own(found).forecast
    idle = Idle()
    monkeypatch.setattr(crew, "open_crew", lambda: idle)

    game = seats.main(found).game
    game.order(seats.an_order(game.session))
    start_thinking(found)
    found.draw()

    assert own(found).forecast == without
    assert not own(found).preview


def test_the_war_room_finds_the_futures_without_an_order_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = thinking(tmp_path)
    settle(found)
    idle = Idle()
    monkeypatch.setattr(crew, "open_crew", lambda: idle)

    seats.keys(found, [pygame.K_w])

    assert isinstance(found.top, WarRoom)
    assert found.top.seen is not None
    assert not found.top.game.lookout.running


def test_the_war_room_takes_over_what_is_being_played_of_the_orders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, idle = thinking_of_an_order(tmp_path, monkeypatch)
    game, asked = seats.main(found).game, [*idle.asked]

    seats.keys(found, [pygame.K_w])

    assert isinstance(found.top, WarRoom)
    assert game.lookout.running
    assert idle.asked == asked
    assert not any(answer.cancelled() for answer, _ask in asked)


def test_another_question_gives_up_what_is_being_played_of_the_orders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, idle = thinking_of_an_order(tmp_path, monkeypatch)
    game, asked = seats.main(found).game, [*idle.asked]
    game.lookout.futures = 16

    seats.keys(found, [pygame.K_w])

    assert len(idle.asked) > len(asked)
    assert all(answer.cancelled() for answer, _ask in asked)


def test_the_charts_show_what_the_table_foresees(tmp_path: Path) -> None:
    found = thinking(tmp_path)
    settle(found)
    foreseen = own(found).forecast

    seats.keys(found, [pygame.K_g])
    settle(found)

    assert isinstance(found.top, ChartsScreen)
    assert own(found).forecast == foreseen


def test_next_month_forgets_it_and_thinks_anew(tmp_path: Path) -> None:
    found = thinking(tmp_path)
    settle(found)
    game = seats.main(found).game

    game.end_month(found.desk)
    seats.main(found).lay()
    forgotten = not own(found).forecast
    settle(found)

    assert forgotten
    assert own(found).forecast


def test_a_player_can_forbid_it(tmp_path: Path) -> None:
    found = thinking(tmp_path)
    found.desk.kept.foresight = False
    settle(found)

    assert not own(found).forecast
    assert not seats.main(found).game.lookout.looking_on


def test_a_crate_held_over_the_dock_shows_what_it_would_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = thinking(tmp_path)
    settle(found)
    without = own(found).forecast
    table, chart = seats.main(found), found.top.stage.find("chart")
    crate = a_crate(table.game)

    table.take(Action("consider", str(crate.source), "lab"))
    monkeypatch.setattr(seats.board(found), "holding", lambda: True)
    settle(found)
    held = own(found)
    table.take(Action("return", str(crate.source)))
    settle(found)

    assert found.top.stage.find("chart") is chart
    assert held.forecast == without
    assert held.preview != without
    assert held.preview_note.startswith("with these chips: ")
    assert not own(found).preview


def test_a_drop_finds_its_futures_played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = thinking(tmp_path)
    settle(found)
    table = seats.main(found)
    crate = a_crate(table.game)
    table.take(Action("consider", str(crate.source), "lab"))
    settle(found)
    monkeypatch.setattr(crew, "open_crew", Idle)

    table.take(Action("move_crate", str(crate.source), "lab"))
    settle(found)

    assert table.game.session.pending
    assert own(found).preview_note.startswith("with your orders: ")


def test_nothing_is_laid_out_anew_under_the_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = thinking(tmp_path)
    idle = Idle()
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    start_thinking(found)
    board = seats.board(found)
    chart = found.top.stage.find("chart")
    monkeypatch.setattr(board, "holding", lambda: True)
    while idle.asked:
        idle.play()

    found.draw()
    held = found.top.stage.find("chart")
    monkeypatch.undo()
    found.draw()

    assert held is chart
    assert own(found).forecast


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (4.0, 20.0, "12 Elo nearer"),
        (-20.0, -4.0, "12 Elo farther"),
        (-1.0, 25.0, "no sure change"),
        (0.1, 0.5, "no sure change"),
    ],
)
def test_what_the_orders_change_is_told_only_where_it_is_sure(low: float, high: float, said: str) -> None:
    change = Change(mean=(low + high) / 2, low=low, high=high)
    seen = Outlook(
        month=0, months=12, futures=2, fans=(), changes={GAP: change}, apart={}, odds={}, support=(None, None)
    )

    assert nearer(seen) == said
