"""A frame draws what has changed, and shows the same as one that draws everything."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from race.ui.kit import paint
from race.ui.kit.layout import Rect
from race.ui.kit.theme import DARK, trust_ink
from race.ui.pieces.dots import draw_seats
from race.ui.pieces.seats import seat
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.table.main import MainScreen
from race.ui.window import Window
from tests.ui import seats

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
    return pygame.surfarray.array3d(found.surface).astype(np.int64)


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


def test_a_frame_over_a_kept_picture_is_the_frame_drawn_anew(tmp_path: Path) -> None:
    found = _orders(tmp_path)
    _move(found, found.top.stage.controls[0].rect.centre)
    found.draw()
    kept = _shown(found)

    again = Window(pygame.Surface(found.surface.get_size()))
    again.stack, again.desk = found.stack, found.desk
    again.draw()

    assert (_shown(again) == kept).all()


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
