"""Every screen of the list can be read and used, at every size of window, in both languages."""

from itertools import combinations, product
from pathlib import Path

import pygame
import pytest

from race.speech import set_language
from race.ui.kit.choices import ListBox
from race.ui.kit.focus import Control
from race.ui.kit.theme import SMALLEST_TARGET, TEXT_SIZES
from race.ui.present.orders import orders
from race.ui.screens.screen import Desk, Screen, Sheet
from race.ui.screens.table.main import MainScreen
from tests.ui import seats
from tests.ui.gallery import SCREENS, make
from tests.ui.reader import read, tip_words

Size = tuple[int, int]
OTHER_SIZES = ((1920, 1080), (3840, 2160), (1024, 768), (2560, 1080), (1366, 768), (1080, 1200))
BENEATH_MOST = 40
"""Controls at most of a screen beneath, where Tab leads there between two rounds."""
SOME = [*product(seats.SIZES[:2], ("en", "fr")), (seats.SIZES[2], "fr")]
OTHERS = [*product(OTHER_SIZES, ["fr"]), ((3840, 2160), "en"), ((1080, 1200), "en")]
"""French is the longer language: English has the largest window and the narrowest besides."""


@pytest.mark.parametrize(("size", "tongue"), SOME)
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_overlaps_and_every_word_can_be_read(
    name: str, size: Size, tongue: str, tmp_path: Path
) -> None:
    set_language(tongue)
    screen = make(name, seats.desk(size), tmp_path)

    assert faults(screen) == []


@pytest.mark.slow
@pytest.mark.parametrize(("size", "tongue"), OTHERS)
@pytest.mark.parametrize("name", SCREENS)
def test_windows_of_any_shape_can_be_read(name: str, size: Size, tongue: str, tmp_path: Path) -> None:
    set_language(tongue)
    screen = make(name, seats.desk(size), tmp_path)

    assert faults(screen) == []


@pytest.mark.parametrize("name", SCREENS)
def test_text_can_be_as_large_as_it_gets(name: str, tmp_path: Path) -> None:
    set_language("fr")

    screen = make(name, large(TEXT_SIZES[-1]), tmp_path)

    assert faults(screen) == []


@pytest.mark.slow
@pytest.mark.parametrize(("size", "tongue"), [(115, "en"), (130, "fr"), (150, "fr"), (200, "fr")])
@pytest.mark.parametrize("name", SCREENS)
def test_every_size_of_text_can_be_read_in_every_window(
    name: str, size: int, tongue: str, tmp_path: Path
) -> None:
    set_language(tongue)

    assert [faults(make(name, large(size, window), tmp_path)) for window in seats.SIZES] == [[], [], []]


def large(size: int, window: Size = (1280, 720)) -> Desk:
    """Return the desk of a reader who wants text of a size in per cent."""
    desk = seats.desk(window)
    desk.kept.text_size = size
    desk.refit()
    return desk


def faults(screen: Screen) -> list[str]:
    """Return everything that is wrong with where things stand on a screen."""
    area, reading = screen.desk.area, read(screen)
    controls = [each for each in screen.stage.controls if not screen.roll.hides(each.rect)]
    room = screen.box if isinstance(screen, Sheet) else area
    found = [f"{each.name} leaves its room" for each in controls if not each.rect.within(room)]
    found += [f"{a.name} over {b.name}" for a, b in combinations(controls, 2) if a.rect.meets(b.rect)]
    found += [f"{each.name} is small: {each.rect}" for each in controls if too_small(each)]
    found += [f"cut: {words}" for words in sorted(reading.cut - tip_words(screen))]
    found += [f"written over each other: {a} / {b}" for a, b in reading.collisions()]
    found += [f"across an edge: {words}" for words in reading.across([each.rect for each in controls])]
    found += [f"outside: {line.text}" for line in reading.words if not line.box.within(room)]
    found += [f"sliced: {line.text}" for line in reading.words if not line.whole]
    return found


def too_small(control: Control) -> bool:
    return control.focusable and min(control.rect.w, control.rect.h) < SMALLEST_TARGET


@pytest.mark.parametrize("name", SCREENS)
def test_tab_visits_every_control_by_reading_and_comes_back(name: str, tmp_path: Path) -> None:
    screen = make(name, seats.desk(), tmp_path)
    ring = [control.name for control in screen.stage.ring()]

    visited = list[str]()
    for _control in range(2 * len(ring) + BENEATH_MOST):
        screen.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t"))
        visited += [screen.stage.focus] if screen.stage.focus else []  # what lies beneath may have it between

    start = ring.index(visited[0]) if ring else 0
    assert len(set(ring)) == len(ring)
    assert visited[: len(ring) + 1] == ([*ring[start:], *ring[:start], ring[start]] if ring else [])


@pytest.mark.parametrize("name", SCREENS)
def test_whatever_answers_to_the_mouse_answers_to_keys(name: str, tmp_path: Path) -> None:
    screen = make(name, seats.desk(), tmp_path)

    deaf = [control.name for control in screen.stage.controls if not control.focusable and clicked(control)]

    assert deaf == []


def clicked(control: Control) -> bool:
    """Tell whether a click in the middle of a control asks for something."""
    asked = [
        control.handle(pygame.event.Event(kind, pos=control.rect.centre, button=1))
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    ]
    return any(asked)


def test_every_row_that_is_cut_tells_the_whole(tmp_path: Path) -> None:
    screen = MainScreen(seats.desk((960, 600)), seats.game(tmp_path))

    rows = [
        row
        for control in screen.stage.controls
        if isinstance(control, ListBox) and control.name in ("news_list", "affairs_list")
        for row in control.spec.rows
    ]

    assert rows
    assert all(row.text in str(row.tip) and row.right in str(row.tip) for row in rows)


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_a_month_of_much_attention_is_still_named(tongue: str, tmp_path: Path) -> None:
    set_language(tongue)
    game = seats.game(tmp_path, 2, "random", "open-field")
    game.order(next(order.command for order in orders(game.session) if not order.why_not))

    assert faults(MainScreen(seats.desk((960, 600)), game)) == []


def test_the_table_can_be_walked_by_tab(tmp_path: Path) -> None:
    ring = {control.name for control in seats.table(tmp_path).top.stage.ring()}

    assert {"undo", "help", "menu", "hall", "terms", "board", "chart", "tab", "orders", "end"} <= ring
