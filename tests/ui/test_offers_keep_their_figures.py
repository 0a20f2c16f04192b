"""A list of orders keeps the figures of those that can be given when others cannot."""

from pathlib import Path

import pygame
import pytest

from race.speech import set_language
from race.ui.kit import text
from race.ui.kit.choices import ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import SECONDARY, Ink, Theme
from race.ui.kit.widgets import Row
from race.ui.pieces.lists.offers import Offer, Offers
from tests.ui import gallery, seats
from tests.ui.reader import read

CLOSED = "cannot be given now"


def drawn(theme: Theme, place: Rect, *rows: Row) -> pygame.Surface:
    """Return the first line of a list with a figure for each of its orders."""
    surface = pygame.Surface((place.w, place.h))
    offers = {row.key: Offer("Trust", "+0.8", theme.palette.good) for row in rows}
    Offers("orders", place, theme, ListSpec(rows, right_share=0.6), offers).draw(surface)
    return surface.subsurface((0, 0, place.w, theme.row))


def test_an_order_that_cannot_be_given_takes_no_room_from_the_others() -> None:
    pygame.font.init()
    theme = Theme.for_window(1280, 720)
    ink: Ink = theme.palette.lab
    open_one = Row("talk", "Talk in private", "people", ink, right="●")
    closed = Row("promise", "Promise", "word", ink, right=CLOSED, faint=True)
    place = Rect(0, 0, 240, 3 * theme.row)
    assert text.width(theme, CLOSED, SECONDARY) > text.width(theme, "●", SECONDARY)

    alone = drawn(theme, place, open_one)
    beside = drawn(theme, place, open_one, closed)

    painted = {tuple(alone.get_at((x, y)))[:3] for x in range(place.w) for y in range(theme.row)}
    assert tuple(theme.palette.good) in painted
    assert pygame.image.tobytes(alone, "RGB") == pygame.image.tobytes(beside, "RGB")


@pytest.mark.parametrize("size", seats.SIZES[1:])
@pytest.mark.parametrize(
    ("group", "figure", "times"), [("between", "Prochain score", 5), ("money", "Viendraient", 5)]
)
def test_long_french_orders_keep_what_they_would_do(
    group: str, figure: str, times: int, size: tuple[int, int], tmp_path: Path
) -> None:
    set_language("fr")

    told = [line.text for line in read(gallery.make(group, seats.desk(size), tmp_path)).words]

    assert told.count(figure) >= times
