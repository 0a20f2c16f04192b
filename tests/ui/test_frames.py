"""A frame draws what has changed, and shows the same as one that draws everything."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from race.core.commands import BuildSite
from race.core.ids import Firm
from race.ui.frames import Frames
from race.ui.kit import paint
from race.ui.kit.layout import Rect
from race.ui.kit.theme import DARK, trust_ink
from race.ui.pieces.dots import draw_seats
from race.ui.pieces.seats import seat
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.table.main import MainScreen
from race.ui.window import Window
from tests.ui import seats
from tests.ui.gallery import BENEATH, SCREENS, make

pytestmark = pytest.mark.usefixtures("own_home")

_A_SHADE = 8
"""Step of a colour between neighbours of the trust ramp, and what rounding adds."""
Picture = npt.NDArray[np.int64]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by one whenever the table is drawn."""
    times: list[str] = []
    usual = MainScreen.paint

    def counted(self: MainScreen, surface: pygame.Surface) -> None:
        times.append("table")
        usual(self, surface)

    monkeypatch.setattr(MainScreen, "paint", counted)
    return times


def _orders(folder: Path) -> Window:
    """Return a window with the orders open over the table, drawn once."""
    found = seats.table(folder)
    seats.keys(found, [pygame.K_o])
    assert isinstance(found.top, OrdersPanel)
    found.draw()
    return found


def _shown(found: Window) -> Picture:
    return pygame.surfarray.array2d(found.surface)


def _move(found: Window, spot: tuple[int, int]) -> None:
    found.feed(
        [pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(1, 1), buttons=(0, 0, 0))], found.desk.now + 17
    )


def test_the_mouse_over_a_sheet_draws_the_sheet_alone(tmp_path: Path, drawn: list[str]) -> None:
    found = _orders(tmp_path)
    before = len(drawn)

    for control in found.top.stage.controls[:6]:
        _move(found, control.rect.centre)
        found.draw()

    assert len(drawn) == before


def _same_anew(found: Window) -> bool:
    """Draw a frame, then everything, and tell whether both show the same."""
    found.draw()
    kept = _shown(found)
    found.frames = Frames()
    found.draw()
    return bool((_shown(found) == kept).all())


def _frames(found: Window, spots: Iterable[tuple[int, int]]) -> None:
    for spot in spots:
        _move(found, spot)
        found.draw()


def test_a_frame_over_a_kept_sheet_shows_what_one_drawn_anew_shows(tmp_path: Path) -> None:
    found = _orders(tmp_path)
    spots = [control.rect.centre for control in found.top.stage.controls]

    for many in (3, 4, 6):
        _frames(found, spots[:many])
        assert _same_anew(found)


def test_a_frame_of_kept_controls_shows_what_one_drawn_anew_shows(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    spots = [control.rect.centre for control in found.top.stage.controls]

    for many in range(3, len(spots), 4):
        _frames(found, spots[:many])
        assert _same_anew(found)


def test_an_order_draws_what_it_changes_and_nothing_beneath(tmp_path: Path, drawn: list[str]) -> None:
    found = seats.table(tmp_path)
    table = found.top
    assert isinstance(table, MainScreen)
    for _frame in range(3):
        found.draw()
    before = len(drawn)

    assert not table.game.order(BuildSite(company=Firm.XAI, power_kw=20_000))
    found.draw()

    assert table.game.session.pending
    assert len(drawn) == before
    assert _same_anew(found)


def test_a_crate_in_the_hand_shows_the_same_over_what_was_kept(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    board, hall = seats.board(found), seats.centre(found.top, "hall")
    crate = next(crate for crate in board.spec.on("carmaker") if not board.spec.why_not(crate.key, "lab"))
    start, lab = board.slots[crate.key].centre, board.where.docks[1].rect.centre
    _move(found, start)
    found.feed([pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1)], found.desk.now + 10)
    assert board.holding()

    for ways in ([lab, lab, lab], [hall, lab, hall, start], [start, lab, hall], [(2, 2), hall, lab]):
        _frames(found, ways)
        assert board.holding()
        assert _same_anew(found)


def _window_on(name: str, folder: Path, size: tuple[int, int] = (1280, 720)) -> Window:
    found, beneath = Window(pygame.Surface(size)), BENEATH.get(name, "table")
    top = make(name, found.desk, folder)
    found.stack = [top] if top.covers else [make(beneath, found.desk, folder), top]
    return found


@pytest.mark.parametrize("name", SCREENS)
def test_on_every_screen_a_frame_is_the_frame_drawn_anew(name: str, tmp_path: Path) -> None:
    found = _window_on(name, tmp_path)
    spots = [control.rect.centre for control in found.top.stage.controls]

    _frames(found, [*spots[:9], *spots[-5:]])
    after_moves = _same_anew(found)
    _frames(found, spots[:3])
    for key in (pygame.K_TAB, pygame.K_TAB, pygame.K_DOWN, pygame.K_TAB, pygame.K_RIGHT):
        seats.keys(found, [key])
        found.draw()

    assert after_moves
    assert _same_anew(found)


def test_letters_that_reach_out_of_their_control_in_a_tiny_window_stay_whole(tmp_path: Path) -> None:
    found = _window_on("table", tmp_path, (640, 400))

    for _frame in range(4):
        found.draw()

    assert _same_anew(found)


def test_the_wave_runs_over_what_was_kept(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    table = seats.main(found)
    table.wave_from = found.desk.now
    seen = []

    for _frame in range(6):
        found.desk.now += 150
        found.draw()
        seen.append(_shown(found))
    found.frames = Frames()
    found.draw()

    assert not table.animated()
    assert (_shown(found) == seen[-1]).all()


def test_a_key_that_walks_on_draws_no_ground(tmp_path: Path, drawn: list[str]) -> None:
    found = seats.table(tmp_path)
    found.draw()
    before = len(drawn)

    for _key in range(5):
        seats.keys(found, [pygame.K_TAB])
        found.draw()

    assert len(drawn) == before


def test_the_table_beneath_a_sheet_is_laid_anew_for_an_order(tmp_path: Path) -> None:
    found = _orders(tmp_path)
    table = found.stack[0]
    before = table.stage.controls

    seats.keys(found, [pygame.K_RETURN])
    found.draw()

    assert table.stage.controls is not before
    assert _same_anew(found)


def test_an_order_given_on_a_sheet_shows_beneath_it_at_once(tmp_path: Path, drawn: list[str]) -> None:
    found = _orders(tmp_path)
    before = len(drawn)

    seats.keys(found, [pygame.K_RETURN])
    found.draw()

    assert len(drawn) > before


@pytest.mark.parametrize("size", [(70, 70), (90, 61), (400, 300)])
@pytest.mark.parametrize("edge", [None, DARK.strong])
def test_a_large_box_looks_like_a_small_one_stretched(
    size: tuple[int, int], edge: tuple[int, int, int] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = []
    for large in (0, 10**9):
        monkeypatch.setattr(paint, "_LARGE", large)
        surface = pygame.Surface((420, 320))
        surface.fill(DARK.panel)
        paint.box(surface, Rect(8, 6, *size), DARK.raised, radius=10, edge=edge, thick=2)
        pictures.append(pygame.surfarray.array3d(surface).astype(np.int64))

    assert int(np.abs(pictures[0] - pictures[1]).max()) <= 1


def test_a_veil_dims_like_a_transparent_sheet() -> None:
    veiled, blended = pygame.Surface((256, 8)), pygame.Surface((256, 8))
    for surface in (veiled, blended):
        for column in range(256):
            surface.fill((column, 255 - column, 128), (column, 0, 1, 8))
    sheet = pygame.Surface((256, 8), pygame.SRCALPHA)
    sheet.fill((9, 13, 21, 170))

    paint.veil(veiled, Rect(0, 0, 256, 8), (9, 13, 21), 170)
    blended.blit(sheet, (0, 0))

    pictures = [pygame.surfarray.array3d(surface).astype(np.int64) for surface in (veiled, blended)]
    assert int(np.abs(pictures[0] - pictures[1]).max()) <= 2


def test_every_dot_has_the_colour_of_its_trust() -> None:
    seating = seat((120, 240), 150.0)
    values = np.linspace(0.0, 1.0, seating.dots)
    surface = pygame.Surface((340, 180))

    for opinion in (np.zeros(seating.dots), values):
        draw_seats(surface, seating, opinion, (170, 170))

    for x, y, trust in zip(seating.x, seating.y, values, strict=True):
        shown = surface.get_at((round(170 + x), round(170 - y)))[:3]
        apart = [abs(one - other) for one, other in zip(shown, trust_ink(trust), strict=True)]
        assert max(apart) <= _A_SHADE
