"""What is alike has one size and stands in line: crates, figures, changes, the letters of a heading."""

from pathlib import Path
from unittest.mock import patch

import pygame
import pytest

from race.session.preview import AUTONOMY, QUALITY, TRUST
from race.speech import _, set_language
from race.ui.kit import icons, text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import EYEBROW, Theme
from race.ui.pieces.board import Board
from race.ui.pieces.board_paint import draw_slots, draw_strip
from race.ui.pieces.chart import draw_chart
from race.ui.pieces.crates import DockPlaces, Effect, Preview
from race.ui.pieces.plot import ChartSpec, Series
from race.ui.pieces.rooms.ledger import Entry, Ledger, LedgerSpec
from race.ui.present.consequences import brief
from race.ui.screens.table.main import MainScreen
from tests.ui import seats
from tests.ui.gallery import make
from tests.ui.reader import Page, read
from tests.ui.test_screens_layout import large

SMALLEST = (960, 600)


@pytest.mark.parametrize("months", [5, 8])
def test_the_numbers_of_all_crates_have_one_size(months: int, tmp_path: Path) -> None:
    table = MainScreen(large(200, SMALLEST), seats.game(tmp_path, months))
    board = table.stage.find("board")
    assert isinstance(board, Board)

    said = read(table)

    slots = [board.slots[crate.key] for crate in board.spec.crates if not crate.tag]
    numbers = [line for line in said.words if line.text[:1].isdigit()]
    assert len({line.size for line in numbers if any(line.box.within(slot) for slot in slots)}) == 1


@pytest.mark.parametrize("size", seats.SIZES)
@pytest.mark.parametrize("scale", [100, 200])
def test_the_figures_of_the_strip_have_one_size(size: tuple[int, int], scale: int, tmp_path: Path) -> None:
    set_language("fr")
    table = MainScreen(large(scale, size), seats.game(tmp_path))
    board = table.stage.find("board")
    assert isinstance(board, Board)
    effects = (
        Effect(_(QUALITY), "+1 à +18", good=True, up=True, short=brief(QUALITY)),
        Effect(_(TRUST), "−3 à +2,4", short=brief(TRUST)),
        Effect(_("Share price"), "−24 % à +17 %"),
        Effect(_(AUTONOMY), "107 %", short=brief(AUTONOMY)),
    )
    page = Page(size)

    with page.listening():
        draw_strip(page, table.desk.theme, board.where.strip, Preview("", "", effects), (255, 255, 255))

    figures = [line for line in page.reading.words if line.text in {effect.shown for effect in effects}]
    assert len(figures) == len(effects)
    assert len({line.size for line in figures}) == 1


def test_a_spaced_heading_keeps_the_pairs_of_its_letters() -> None:
    theme = Theme.for_window(1280, 720)

    wide = text.spaced_width(theme, "avait", EYEBROW)
    apart = text.spaced_width(theme, "ont voté", EYEBROW)

    words = [text.spaced_width(theme, each, EYEBROW) for each in ("ont", " ", "voté")]
    assert apart == sum(words)  # no kern eats a space
    assert wide == text.width(theme, "AVAIT", EYEBROW) + 5 * theme.px(1)
    assert text.width(theme, "AVAIT", EYEBROW) < sum(text.width(theme, each, EYEBROW) for each in "AVAIT")


def test_changes_over_a_year_stand_under_each_other(tmp_path: Path) -> None:
    charts = make("charts", seats.desk(), tmp_path)
    place = next(control.rect for control in charts.stage.controls if control.name == "ranks")

    said = read(charts)

    changes = [line for line in said.words if line.box.within(place) and line.text[0] in "+−"]
    assert len({len(line.text) for line in changes}) > 1
    assert max(line.box.right for line in changes) - min(line.box.right for line in changes) <= 2


@pytest.mark.parametrize(("months", "marked"), [(8, 1), (12, 0)])
def test_a_line_that_ends_at_its_name_has_its_sign_there_once(months: int, marked: int) -> None:
    values = tuple(50.0 + month for month in range(months))
    line = Series("mine", "Trust", (200, 150, 40), "circle", values, mine=True)
    dates = tuple(f"{month}" for month in range(12))
    spec = ChartSpec((line,), dates, months - 1, (0,), ((50.0, "50"),), 40.0, 70.0)
    surface = pygame.Surface((480, 320))

    with patch.object(icons, "marked", wraps=icons.marked) as drawn:
        draw_chart(surface, Theme.for_window(1280, 720), Rect(0, 0, 480, 320), spec)

    assert drawn.call_count == marked


@pytest.mark.parametrize(("size", "thick"), [((1280, 720), 1), ((1920, 1080), 2), ((3840, 2160), 3)])
def test_the_dashes_round_an_empty_place_grow_with_the_window(size: tuple[int, int], thick: int) -> None:
    theme, surface = Theme.for_window(*size), pygame.Surface((300, 300))
    slot = Rect(20, 20, 200, 200)

    draw_slots(surface, theme, DockPlaces(slot, slot, slot, (slot,), slot), 0, one=False)

    green = theme.palette.line[1]
    inked = [
        sum(surface.get_at((x, y)).g for x in range(slot.x, slot.x + 20)) / green
        for y in range(slot.y + 60, slot.y + 140)
    ]
    assert max(inked) == pytest.approx(thick, abs=0.3)


@pytest.mark.parametrize(("size", "lacking"), [((1280, 720), 4), ((1920, 1080), 9)])
def test_lines_of_a_table_draw_together_where_that_brings_one_more_into_view(
    size: tuple[int, int], lacking: int
) -> None:
    theme = Theme.for_window(*size)
    entries = tuple(Entry(f"{n}", (f"Line {n}", f"{n}"), "tick", theme.palette.good) for n in range(12))
    high = round(0.86 * theme.row)
    head = Ledger("t", Rect(0, 0, 400, 900), theme, LedgerSpec(("Part", "Now"), entries)).head_high

    room = Rect(0, 0, theme.px(300), head + 7 * high - lacking)
    table = Ledger("t", room, theme, LedgerSpec(("Part", "Now"), entries))
    fewer = Ledger("t", room, theme, LedgerSpec(("Part", "Now"), entries[:6]))

    assert table.page == 7
    assert all(place.within(room) for _line, place in table.row_rects())
    assert {place.h for _line, place in fewer.row_rects()} == {high}
