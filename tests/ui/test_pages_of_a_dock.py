"""A dock with more crates than it can show turns them page by page, so that every crate can be moved."""

from pathlib import Path

import pygame
import pytest

from race.core.commands import Divert
from race.core.ids import Terms
from race.session.store import Slots
from race.speech import set_language
from race.ui.kit.actions import Action
from race.ui.kit.theme import SMALLEST_TARGET, Theme
from race.ui.pieces.board import Board
from race.ui.pieces.shipped.paged import turn_key
from race.ui.present import supply
from race.ui.present.ahead.subjects import subjects
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.guide.lesson import LessonScreen
from race.ui.screens.screen import Desk
from race.ui.screens.table.main import MainScreen
from race.ui.text.table import Table
from race.ui.window import Window
from tests.ui import seats
from tests.ui.reader import read
from tests.ui.text.spoken import answer

MONTHS = 24
SMALL, USUAL, LARGE = seats.SIZES
FIRST, SECOND = f"1–{supply.CRATES} of 15", f"{supply.CRATES + 1}–15 of 15"


def crowded(folder: Path, size: tuple[int, int] = USUAL) -> Window:
    """Return a window in a month in which the carmaker has 15 crates, and the lab 11."""
    found = seats.table(folder, "history")
    found.resize(pygame.Surface(size))
    seats.main(found).game.session = seats.played(MONTHS).fork()
    seats.main(found).lay()
    return found


def shown(found: Window, dock: int = 0) -> str:
    """Return which crates of a dock are seen, as its button says."""
    return seats.board(found).spec.docks[dock].page


def turn(found: Window, dock: str = "carmaker") -> None:
    """Click on the button of a dock's pages."""
    seats.click(found, seats.board(found).turns[dock].centre)


def at_the_button(found: Window) -> None:
    """Go to the carmaker's button by keys alone."""
    seats.focus_on(found, "board")
    for _crate in range(supply.CRATES):
        seats.keys(found, [pygame.K_DOWN])
    assert seats.board(found).cursor == turn_key("carmaker")


def moves(found: Window) -> list[str]:
    """Return the crates that this month's orders divert, by their keys."""
    pending = seats.main(found).game.session.pending
    return [str(order.source) for order in pending if isinstance(order, Divert)]


def free_beyond(board: Board) -> str:
    """Return a crate of the carmaker's that may go and is not seen."""
    free = (one.key for one in board.whole.on("carmaker") if not board.whole.why_not(one.key, "lab"))
    return next(key for key in free if key not in board.slots)


@pytest.mark.parametrize("size", seats.SIZES)
def test_a_click_shows_the_next_page_and_after_the_last_the_first(
    size: tuple[int, int], tmp_path: Path
) -> None:
    found = crowded(tmp_path, size)
    seen, keys = [shown(found)], set(seats.board(found).slots)

    for _page in range(2):
        turn(found)
        seen.append(shown(found))
        keys |= set(seats.board(found).slots)

    board = seats.board(found)
    assert seen == [FIRST, SECOND, FIRST]
    assert {crate.key for crate in board.whole.on("carmaker")} <= keys
    assert shown(found, 1) == "1–8 of 11"


def test_a_crate_of_the_second_page_is_dragged_and_stands_first_at_the_lab(tmp_path: Path) -> None:
    found = crowded(tmp_path)
    turn(found, "lab")
    turn(found)
    board = seats.board(found)
    crate = next(key for key in board.slots if not board.spec.why_not(key, "lab"))

    seats.drag(found, board.slots[crate].centre, board.where.docks[1].rect.centre)

    assert moves(found) == [crate]
    assert crate in seats.board(found).slots
    assert (shown(found), shown(found, 1)) == ("9–14 of 14", "1–8 of 12")


def test_a_crate_taken_back_is_seen_where_it_stood(tmp_path: Path) -> None:
    found = crowded(tmp_path)
    turn(found)
    board = seats.board(found)
    crate = next(key for key in board.slots if not board.spec.why_not(key, "lab"))
    seats.drag(found, board.slots[crate].centre, board.where.docks[1].rect.centre)
    for dock in ("carmaker", "lab"):
        turn(found, dock)

    seats.keys(found, [pygame.K_z], pygame.KMOD_CTRL)

    assert moves(found) == []
    assert shown(found) == SECOND
    assert seats.board(found).spec.crate(crate) is not None


def test_keys_alone_turn_the_page_and_move_a_crate_of_it(tmp_path: Path) -> None:
    found = crowded(tmp_path)
    at_the_button(found)
    month = seats.main(found).game.session.month

    seats.keys(found, [pygame.K_SPACE])
    assert (shown(found), seats.board(found).cursor) == (SECOND, turn_key("carmaker"))
    seats.keys(found, [pygame.K_RETURN, pygame.K_LEFT])
    assert (shown(found), seats.main(found).game.session.month) == (SECOND, month)
    seats.keys(found, [pygame.K_UP])
    crate = seats.board(found).cursor
    seats.keys(found, [pygame.K_RIGHT])

    assert moves(found) == [crate]
    assert crate == theirs()[-1]
    assert seats.board(found).cursor == crate


def theirs() -> list[str]:
    """Return the carmaker's crates, the last to arrive last, before anything was moved."""
    return [str(one.source) for one in supply.shipments(seats.played(MONTHS)) if one.dock == "carmaker"]


def test_page_up_and_down_turn_the_page_of_the_chosen_crate(tmp_path: Path) -> None:
    found = crowded(tmp_path)
    seats.focus_on(found, "board")
    first = seats.board(found).cursor

    seats.keys(found, [pygame.K_PAGEDOWN])
    second = seats.board(found).cursor
    seats.keys(found, [pygame.K_PAGEUP])

    assert second == theirs()[supply.CRATES]
    assert (shown(found), seats.board(found).cursor) == (FIRST, first)


def test_with_a_crate_in_the_hand_no_page_turns(tmp_path: Path) -> None:
    found = crowded(tmp_path)
    board = seats.board(found)
    seats.click(found, board.slots[board.spec.on("carmaker")[0].key].centre)
    assert seats.board(found).lifted

    seats.keys(found, [pygame.K_PAGEDOWN])
    held = shown(found)
    turn(found)  # this drops the crate where it was

    assert (held, shown(found), seats.board(found).lifted) == (FIRST, FIRST, "")


def test_the_button_under_the_keys_has_a_ring_and_the_tooltip_of_its_own(tmp_path: Path) -> None:
    found = crowded(tmp_path)
    at_the_button(found)
    seats.keys(found, [pygame.K_SPACE])
    board = seats.board(found)
    picture = pygame.Surface(USUAL)

    board.draw(picture)

    place, gap = board.turns["carmaker"], board.theme.px(3)
    assert picture.get_at((place.centre[0], place.y - gap))[:3] == board.theme.palette.text
    assert "15 crates" in str(board.tip)
    assert SECOND in str(board.tip)


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize("growth", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", seats.SIZES)
def test_the_button_says_which_page_it_is_whole_in_every_size(
    size: tuple[int, int], growth: float, tongue: str, tmp_path: Path
) -> None:
    set_language(tongue)
    desk = Desk(size, Theme.for_window(*size, text_scale=growth))
    table = MainScreen(desk, seats.game(tmp_path, MONTHS))
    board = table.stage.find("board")
    assert isinstance(board, Board)

    for _page in range(2):
        page = read(table)
        for dock in board.spec.docks:
            place = board.turns[dock.key]
            inside = {line.text for line in page.words if line.box.within(place)}
            assert {dock.page, dock.more} <= inside
            assert min(place.w, place.h) >= SMALLEST_TARGET
            assert place.within(board.where.docks[0].rect) or place.within(board.where.docks[1].rect)
            assert not any(place.meets(slot) for slot in board.slots.values())
            board.turn(dock.key, 1)
        assert all(min(slot.w, slot.h) >= SMALLEST_TARGET for slot in board.slots.values())


def test_the_place_of_the_button_is_the_same_on_every_page(tmp_path: Path) -> None:
    found = crowded(tmp_path)
    before = dict(seats.board(found).turns)

    turn(found)

    assert seats.board(found).turns == before


def test_the_next_month_begins_on_the_first_page(tmp_path: Path) -> None:
    found = crowded(tmp_path)
    seats.main(found).game.session = seats.played(30).fork()
    seats.main(found).lay()
    turn(found, "lab")
    assert shown(found, 1) == "9–16 of 16"

    seats.main(found).end_month()

    assert shown(found, 1).startswith("1–8 of ")


def test_the_war_room_weighs_and_orders_crates_of_every_page_and_they_are_then_seen(tmp_path: Path) -> None:
    found = crowded(tmp_path)
    table, board = seats.main(found), seats.board(found)
    crate = free_beyond(board)
    turn(found, "lab")
    weighed = {one.key: one for one in subjects(table.game.session, Terms.SWAP)}
    assert {f"crate.{key}" for key in theirs()} <= weighed.keys()

    seats.keys(found, [pygame.K_w])
    assert isinstance(found.top, WarRoom)
    found.top.take(Action("select", "subjects", f"crate.{crate}"))
    found.top.take(Action("press", "give"))
    seats.keys(found, [pygame.K_ESCAPE])
    table.refresh()

    assert moves(found) == [crate]
    assert seats.board(found).slots[crate].within(seats.board(found).where.docks[1].rect)


def test_the_crate_that_the_keys_chose_on_another_page_is_weighed(tmp_path: Path) -> None:
    found = crowded(tmp_path)
    seats.focus_on(found, "board")
    crate = free_beyond(seats.board(found))
    seats.board(found).point_to(crate)

    seats.keys(found, [pygame.K_w])

    assert isinstance(found.top, WarRoom)
    command = found.top.subject().command
    assert isinstance(command, Divert)
    assert str(command.source) == crate


def test_the_first_steps_lift_a_crate_that_may_go_from_whichever_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = crowded(tmp_path)
    table, board = seats.main(found), seats.board(found)
    crate = free_beyond(board)
    others = {(one.key, "lab", 0): "Not this one." for one in board.whole.crates if one.key != crate}
    monkeypatch.setattr(table.game, "refusals", lambda: others)
    table.lay()

    seats.keys(found, [pygame.K_F2])
    seats.keys(found, [pygame.K_RETURN] * 2)

    assert isinstance(found.top, LessonScreen)
    held = found.top.table.stage.find("board")
    assert isinstance(held, Board)
    assert (held.lifted, held.spec.docks[0].page) == (crate, SECOND)


def test_the_text_game_numbers_every_crate_and_moves_the_last(tmp_path: Path) -> None:
    session = seats.played(MONTHS).fork()
    table, crates = Table(session, Slots(tmp_path)), supply.shipments(session)
    free = [
        one for one in crates if one.dock == "carmaker" and not supply.why_stays(session, one, Terms.SILENT)
    ]
    number = 1 + crates.index(free[-1])

    page = answer(table, "board")
    told = answer(table, f"move {number} by silent")

    lines = [line.strip() for line in page.splitlines()]
    assert all(any(line.startswith(f"{n}. ") for line in lines) for n in range(1, len(crates) + 1))
    assert number > supply.CRATES
    assert told.startswith("Ordered: ")
    (order,) = session.pending
    assert isinstance(order, Divert)
    assert (order.source, order.quantity) == (free[-1].source, free[-1].quantity)


def test_a_window_of_another_size_keeps_the_page_and_what_the_keys_have_chosen(tmp_path: Path) -> None:
    found = crowded(tmp_path)
    turn(found)
    seats.focus_on(found, "board")
    seats.keys(found, [pygame.K_DOWN])
    chosen = seats.board(found).cursor

    found.resize(pygame.Surface(LARGE))

    assert (shown(found), seats.board(found).cursor) == (SECOND, chosen)
