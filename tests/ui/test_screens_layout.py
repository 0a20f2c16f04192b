from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pygame
import pytest

from race.speech import set_language
from race.ui.kit import text
from race.ui.kit.choices import ListBox
from race.ui.kit.theme import SMALLEST_TARGET
from race.ui.kit.tooltips import Receipt
from race.ui.pieces.board import Board
from race.ui.screens import overlays
from race.ui.screens.ending import EndingScreen
from race.ui.screens.failure import Failure
from race.ui.screens.game import Game
from race.ui.screens.help import Help
from race.ui.screens.menu import Menu, Shelf
from race.ui.screens.new_game import NewGame
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.screen import Desk, Screen
from race.ui.screens.sheets.file import file_sheet
from race.ui.screens.sheets.house import HouseSheet
from race.ui.screens.sheets.papers import PapersSheet
from race.ui.screens.sheets.word import WordSheet
from race.ui.screens.table.main import MainScreen
from tests.ui import seats

Maker = Callable[[Desk, Game], Screen]


def page(name: str) -> Maker:
    def make(desk: Desk, game: Game) -> Screen:
        screen = Help(desk, game.session.view().board.rules.score)
        screen.page = name
        screen.lay()
        return screen

    return make


def group(name: str) -> Maker:
    return lambda desk, game: OrdersPanel(desk, game, name)


SCREENS: dict[str, Maker] = {
    "menu": lambda desk, _game: Menu(desk, Shelf(state="August 2024 · xAI 5th of 7")),
    "new game": lambda desk, _game: NewGame(desk),
    "table": MainScreen,
    "train": group("train"),
    "chips": group("chips"),
    "money": group("money"),
    "between": group("between"),
    "owners": group("owners"),
    "court": group("court"),
    "news": overlays.all_news,
    "papers": PapersSheet,
    "word": WordSheet,
    "file": file_sheet,
    "house": HouseSheet,
    "hall": overlays.HallSheet,
    "pause": overlays.Pause,
    "help": page("game"),
    "score": page("score"),
    "keys": page("keys"),
    "ending": EndingScreen,
    "failure": lambda desk, _game: Failure(desk, Path("reports/failure-001.txt"), can_go_on=True),
}


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    set_language("en")


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize("size", seats.SIZES)
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_overlaps_and_every_word_can_be_read(
    name: str, size: tuple[int, int], tongue: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_language(tongue)
    desk = seats.desk(size)
    screen = SCREENS[name](desk, seats.game(tmp_path, 36 if name == "ending" else 8))

    cut = words_cut(screen, monkeypatch)

    controls = screen.stage.controls
    assert [each.name for each in controls if not each.rect.within(desk.area)] == []
    assert [(a.name, b.name) for a, b in combinations(controls, 2) if a.rect.meets(b.rect)] == []
    assert [each.name for each in controls if each.focusable and each.rect.h < SMALLEST_TARGET - 2] == []
    assert cut - readable(screen) == set()


def words_cut(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Draw the screen and return every text that did not fit, whole."""
    found: set[str] = set()
    fit, wrap = text.fit, text.wrap

    def watched_fit(theme, words, kind, room):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        fitted = fit(theme, words, kind, room)
        if fitted.cut and room > 0:
            found.add(words)
        return fitted

    def watched_wrap(theme, words, kind, room, most=0):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        if most and len(wrap(theme, words, kind, room)) > most:
            found.add(words)
        return wrap(theme, words, kind, room, most)

    monkeypatch.setattr(text, "fit", watched_fit)
    monkeypatch.setattr(text, "wrap", watched_wrap)
    screen.draw(pygame.Surface(screen.desk.size))
    return found


def readable(screen: Screen) -> set[str]:
    """Return the texts that a tooltip gives whole: those of rows, of crates, of cut labels."""
    found: set[str] = set()
    for control in screen.stage.controls:
        tip = control.tip
        found |= {tip} if isinstance(tip, str) else set()
        if isinstance(tip, Receipt):
            found |= {tip.title, tip.shown}
        if isinstance(control, ListBox):
            found |= {
                part for row in control.spec.rows if row.tip for part in (row.text, row.middle, row.right)
            }
        if isinstance(control, Board):
            crates = [crate for crate in control.spec.crates if crate.tip]
            found |= {crate.payer_short for crate in crates} | {crate.tag for crate in crates}
    return found


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


def test_tab_visits_every_control_of_the_table_by_reading(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    ring = [control.name for control in found.top.stage.ring()]

    visited = []
    for _control in ring:
        seats.keys(found, [pygame.K_TAB])
        visited.append(found.top.stage.focus)

    assert visited == ring
    assert {"undo", "help", "menu", "hall", "terms", "board", "chart", "tab", "orders", "end"} <= set(ring)
