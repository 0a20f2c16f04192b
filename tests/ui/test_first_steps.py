"""The first steps wait for the real act, by keys and by mouse, can be left at any time and walked again."""

from pathlib import Path

import pygame
import pytest

from race.core.commands import Divert
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme
from race.ui.pieces.board import Board
from race.ui.present.guide import LESSON
from race.ui.present.guide.firsts import FIRSTS, first_hint
from race.ui.screens import settings
from race.ui.screens.guide.lesson import LessonScreen
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.table import hint
from race.ui.screens.table.bubble import Bubble, CardKey, Said
from race.ui.screens.table.main import MainScreen
from race.ui.window import Window
from tests.builders import a_game, a_world
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def newcomer(folder: Path) -> Window:
    """Return a window in which somebody who has never played has pressed New game and Start."""
    found = seats.window(folder)
    found.kept.seen = ()
    seats.click(found, seats.centre(found.top, "new_game"))
    seats.click(found, seats.centre(found.top, "start"))
    return found


def lesson(found: Window) -> LessonScreen:
    """Return the steps that lie on top."""
    assert isinstance(found.top, LessonScreen)
    return found.top


def card(found: Window, name: str) -> tuple[int, int]:
    """Return the middle of a button of the card."""
    return next(key.rect.centre for key in lesson(found).bubble.keys if key.name == name)


def settle(found: Window) -> None:
    """Close whatever opened over the steps."""
    while not isinstance(found.top, LessonScreen):
        seats.keys(found, [pygame.K_ESCAPE])


def test_a_newcomer_walks_all_six_steps_with_enter_and_space(tmp_path: Path) -> None:
    found = newcomer(tmp_path)
    walked = [lesson(found).step.key]

    for pressed in (pygame.K_RETURN, pygame.K_RETURN, pygame.K_SPACE, pygame.K_RETURN, pygame.K_RETURN):
        seats.keys(found, [pressed])
        settle(found)
        walked.append(lesson(found).step.key)
    seats.keys(found, [pygame.K_RETURN, pygame.K_RETURN])
    walked.append(lesson(found).step.key)
    seats.keys(found, [pygame.K_RETURN])
    opened = found.top
    seats.keys(found, [pygame.K_RETURN, pygame.K_ESCAPE])
    walked.append(lesson(found).step.key)
    seats.keys(found, [pygame.K_RETURN])

    assert walked == ["two", "move", "move", "undo", "end", "trust", "word", "rest"]
    assert isinstance(opened, OrdersPanel)
    assert isinstance(found.top, MainScreen)
    assert settings.read().seen == (LESSON,)


def test_the_step_of_the_promise_opens_the_orders_where_the_promises_are(tmp_path: Path) -> None:
    found = newcomer(tmp_path)
    for pressed in (pygame.K_RETURN, pygame.K_RETURN, pygame.K_SPACE, pygame.K_RETURN, pygame.K_RETURN):
        seats.keys(found, [pressed])
        settle(found)
    seats.keys(found, [pygame.K_RETURN, pygame.K_RETURN])
    step = lesson(found).step.key

    seats.keys(found, [pygame.K_o])

    assert step == "word"
    assert isinstance(found.top, OrdersPanel)
    assert found.top.group == "owners"


def test_a_mouse_that_rests_in_the_dark_opens_no_tip_over_the_card(tmp_path: Path) -> None:
    found = newcomer(tmp_path)
    table = lesson(found).table
    board = table.stage.find("board")
    assert isinstance(board, Board)
    spot = next(iter(board.slots.values())).centre
    found.desk.mouse = spot
    table.stage.rest(spot, found.desk.now)
    found.desk.now += 5_000

    assert lesson(found).step.key == "two"
    assert table.tip_name() == "board"
    assert lesson(found).tip_name() == ""


def test_a_crate_dragged_by_mouse_is_the_act_of_the_second_step(tmp_path: Path) -> None:
    found = newcomer(tmp_path)
    seats.click(found, card(found, "main"))
    board = lesson(found).table.stage.find("board")
    assert isinstance(board, Board)
    first = board.spec.on("carmaker")[0].key

    seats.drag(found, board.slots[first].centre, board.where.docks[1].slots[-1].centre)

    assert lesson(found).step.key == "undo"
    assert any(isinstance(order, Divert) for order in lesson(found).table.game.session.pending)


def test_while_a_crate_is_held_the_card_leaves_escape_to_it(tmp_path: Path) -> None:
    found = newcomer(tmp_path)
    seats.keys(found, [pygame.K_RETURN, pygame.K_RETURN])
    held = [key.words for key in lesson(found).bubble.keys if isinstance(key, CardKey)]
    seats.keys(found, [pygame.K_ESCAPE])

    back = [key.words for key in lesson(found).bubble.keys if isinstance(key, CardKey)]

    assert held == [("Skip the steps", "")]
    assert ("Skip the steps", "Esc") in back
    assert lesson(found).step.key == "move"


def test_taking_the_crate_back_is_as_good_as_keeping_it(tmp_path: Path) -> None:
    found = newcomer(tmp_path)
    seats.keys(found, [pygame.K_RETURN, pygame.K_RETURN, pygame.K_SPACE])

    seats.click(found, seats.centre(lesson(found).table, "undo"))

    assert lesson(found).step.key == "end"
    assert lesson(found).table.game.session.pending == ()

    month = lesson(found).table.game.session.month
    seats.keys(found, [pygame.K_RETURN])
    settle(found)
    assert lesson(found).table.game.session.month == month + 1


def test_what_is_dark_does_not_answer_and_what_is_bright_does(tmp_path: Path) -> None:
    found = newcomer(tmp_path)
    seats.keys(found, [pygame.K_RETURN])
    month = lesson(found).table.game.session.month

    seats.click(found, seats.centre(lesson(found).table, "end"))
    seats.click(found, seats.centre(lesson(found).table, "menu"))

    assert lesson(found).step.key == "move"
    assert lesson(found).table.game.session.month == month


def test_escape_leaves_the_steps_for_good_and_f2_shows_them_again(tmp_path: Path) -> None:
    found = newcomer(tmp_path)

    seats.keys(found, [pygame.K_ESCAPE])
    left = found.top
    known = settings.read().seen
    seats.keys(found, [pygame.K_F2])

    assert isinstance(left, MainScreen)
    assert known == (LESSON,)
    assert lesson(found).step.key == "two"
    assert lesson(found).table is left


def test_tab_walks_from_the_card_to_what_is_bright_and_back(tmp_path: Path) -> None:
    found = newcomer(tmp_path)
    seats.keys(found, [pygame.K_RETURN])
    visited = []

    for _step in range(4):
        seats.keys(found, [pygame.K_TAB])
        visited.append(lesson(found).stage.focus or lesson(found).table.stage.focus)

    assert visited == ["quiet", "main", "terms", "board"]


@pytest.mark.parametrize("size", seats.SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_card_stays_on_the_screen_beside_what_it_is_about(size: tuple[int, int], scale: float) -> None:
    theme, screen = Theme.for_window(*size, text_scale=scale), Rect(0, 0, *size)
    said = Said(
        "Step 2 of 6",
        (2, 6),
        "Déplacez une caisse",
        "Le constructeur a payé ces puces. " * 4,
        "Montrer",
        "Passer",
    )
    about = Rect(size[0] // 3, size[1] // 9, size[0] // 4, size[1] // 3)

    bubble = Bubble(theme, screen, said, [about], ("Entrée", "Échap"))

    assert bubble.rect.within(screen)
    assert all(key.rect.within(bubble.rect) and key.rect.h >= 28 for key in bubble.keys)
    assert scale > 1.0 or not bubble.rect.meets(about)


def test_a_hint_comes_at_first_need_goes_with_the_next_key_and_never_comes_again(tmp_path: Path) -> None:
    found = seats.table(tmp_path, "history")
    table = seats.main(found)
    shown = []

    for _month in range(8):
        table.end_month()
        table.shown_again()
        found.draw()
        shown += [table.first.key] if table.first else []
        table.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(1, 1), button=3))
        assert table.first is None

    assert shown
    assert len(shown) == len(set(shown))
    assert set(shown) <= set(settings.read().seen)


def first_hint_shown(folder: Path) -> Window:
    """Return a window in which a hint has come, with nothing over the table."""
    found = seats.table(folder, "history")
    table = seats.main(found)
    for _month in range(8):
        found._answer(table.end_month())  # noqa: SLF001 - what its button wishes for
        while found.top is not table:
            assert table.first is None  # it waits
            seats.keys(found, [pygame.K_ESCAPE])
        if table.first is not None:
            return found
    message = "no hint came"
    raise AssertionError(message)


def test_a_hint_waits_until_nothing_lies_on_the_table_and_escape_closes_only_it(tmp_path: Path) -> None:
    found = first_hint_shown(tmp_path)
    table = seats.main(found)

    seats.keys(found, [pygame.K_ESCAPE])

    assert found.top is table
    assert table.first is None


def test_a_click_on_a_hint_closes_it_and_does_nothing_else(tmp_path: Path) -> None:
    found = first_hint_shown(tmp_path)
    table = seats.main(found)
    assert table.first is not None
    (close,) = hint.card(table, table.first).keys

    seats.click(found, close.rect.centre)

    assert found.top is table
    assert table.first is None


def test_nobody_is_given_hints_before_the_first_steps(tmp_path: Path) -> None:
    found = seats.table(tmp_path, "history")
    found.kept.seen = ()
    table = seats.main(found)

    for _month in range(3):
        table.end_month()

    assert table.first is None


def test_the_hint_of_a_vote_comes_while_there_is_time_and_not_after_it() -> None:
    game = a_game()
    (meeting,) = game.view().board.setting.meetings
    shown = []

    for month in range(meeting - 3, meeting + 1):
        game.resume(a_world(month=month), game.journal, game.reports)
        first = first_hint(game, [key for key in FIRSTS if key != "vote"])
        shown.append(first is not None)

    assert shown == [False, True, True, False]
