"""In a receipt that is kept open underlined words open the next level, by mouse and by keys."""

from pathlib import Path

import pygame
import pytest

from race.core.terms.glossary import TERMS
from race.speech import set_language
from race.ui.kit.layout import Rect
from race.ui.present.guide.linked import opened_by, page
from race.ui.screens.screen import Wish
from race.ui.screens.table.main import MainScreen
from tests.ui import pseudo, seats

pytestmark = pytest.mark.usefixtures("own_home")


def kept(tmp_path: Path, size: tuple[int, int] = (1280, 720)) -> MainScreen:
    """Return a table with the receipt of trust kept open."""
    table = MainScreen(seats.desk(size), seats.game(tmp_path))
    table.stage.focus_on("tesla.trust")
    key(table, pygame.K_LALT)
    return table


def look(table: MainScreen) -> None:
    surface = pygame.Surface(table.desk.size)
    table.draw(surface)
    table.draw_tip(surface)


def key(table: MainScreen, code: int) -> Wish | None:
    wish = table.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="", scancode=0))
    look(table)
    return wish


def click(table: MainScreen, spot: tuple[int, int]) -> None:
    for kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        table.handle(pygame.event.Event(kind, pos=spot, button=1, rel=(0, 0), buttons=(0, 0, 0)))
    look(table)


def test_keys_walk_over_the_words_open_them_and_go_back_a_level_at_a_time(tmp_path: Path) -> None:
    table = kept(tmp_path)

    key(table, pygame.K_DOWN)
    key(table, pygame.K_RETURN)
    first = list(table.nest.levels)
    key(table, pygame.K_RETURN)
    second = list(table.nest.levels)
    wishes = [key(table, pygame.K_ESCAPE) for _level in range(2)]
    open_still = table.pinned
    wishes.append(key(table, pygame.K_ESCAPE))

    assert first[0].startswith("term.")
    assert second[:1] == first
    assert second[1].startswith("number.")
    assert table.nest.levels == []
    assert open_still == "tesla.trust"
    assert table.pinned == ""
    assert wishes == [None] * 3  # the game's menu has not been asked for


def test_a_click_opens_a_word_and_one_beside_it_all_closes_them(tmp_path: Path) -> None:
    table = kept(tmp_path)
    title = table.nest.words[0][0]

    click(table, title.centre)
    opened = list(table.nest.levels)
    click(table, (title.x, title.y - 1))
    back = list(table.nest.levels)
    click(table, (2, table.desk.area.h - 2))

    assert opened == ["term.trust"]
    assert back == []
    assert table.pinned == ""


def test_what_opens_lies_in_the_window_however_small_it_is(tmp_path: Path) -> None:
    table = kept(tmp_path, (960, 600))

    for _level in range(4):
        key(table, pygame.K_RETURN)

    area = Rect(0, 0, 960, 600)
    assert len(table.nest.levels) == 4
    assert all(area.holds((place.x, place.y)) for place, _opens in table.nest.words)


def test_every_term_and_number_that_opens_has_its_page(tmp_path: Path) -> None:
    session = seats.game(tmp_path).session
    waiting, seen = [f"term.{name}" for name in TERMS], set[str]()

    while waiting:
        name = waiting.pop()
        found = page(session, name)
        assert found is not None, name
        seen.add(name)
        waiting += [line.opens for line in found.lines if line.opens and line.opens not in seen]

    assert len(seen) > len(TERMS)


def test_a_cause_opens_the_term_behind_it_whatever_its_numbers_are() -> None:
    assert opened_by("Word of mouth") == "term.trust"
    assert opened_by("12 000 chips swapped") == "term.seen"
    assert opened_by("New promise: autonomy, due January 2025") == "term.promise"
    assert opened_by("Building of sites") == ""


def test_a_cause_opens_its_term_in_whatever_is_spoken_after_another_language() -> None:
    with pseudo.spoken():
        assert opened_by(pseudo.pseudo("Word of mouth")) == "term.trust"
        assert opened_by("Word of mouth") == ""

    assert opened_by("Word of mouth") == "term.trust"
    set_language("fr")
    assert opened_by("Word of mouth") == ""
    assert opened_by("Bouche à oreille") == "term.trust"
