"""Docks with many crates say in words how many chips, when, who paid and what kind; all can be moved."""

from pathlib import Path

import pytest

from race.core.commands import Divert
from race.core.ids import Terms
from race.session.session import Session
from race.speech import set_language
from race.ui.kit.theme import SMALLEST_TARGET, Theme
from race.ui.pieces.board import Board
from race.ui.present import supply
from race.ui.screens.screen import Desk
from race.ui.screens.table.main import MainScreen
from race.ui.window import Window
from tests.ui import seats
from tests.ui.reader import read

MONTHS = 24
SMALL, USUAL, LARGE = seats.SIZES


def crowded(folder: Path, size: tuple[int, int] = USUAL) -> MainScreen:
    """Return a table in a month in which both docks are full."""
    return MainScreen(seats.desk(size), seats.game(folder, MONTHS))


def board_of(table: MainScreen) -> Board:
    """Return the board of a table."""
    found = table.stage.find("board")
    assert isinstance(found, Board)
    return found


def dealt(folder: Path) -> Window:
    """Return a window with the crowded table."""
    found = seats.table(folder, "history")
    game = seats.main(found).game
    game.session = seats.played(MONTHS).fork()
    seats.main(found).lay()
    return found


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize("size", seats.SIZES)
def test_every_crate_says_how_many_when_and_who_paid(
    size: tuple[int, int], tongue: str, tmp_path: Path
) -> None:
    set_language(tongue)
    table = crowded(tmp_path, size)
    board = board_of(table)

    page = read(table)

    assert [len(board.spec.on(dock.key)) for dock in board.spec.docks] == [supply.CRATES] * 2
    for crate in board.spec.crates:
        slot = board.slots[crate.key]
        inside = {line.text for line in page.words if line.box.within(slot)}
        assert inside & {crate.amount, crate.amount_short}
        assert inside & {crate.when, crate.when_short}
        assert inside & {crate.tag, crate.tag_short} if crate.tag else crate.payer_short in inside
        assert min(slot.w, slot.h) >= SMALLEST_TARGET
        assert size == SMALL or crate.kind in inside


@pytest.mark.parametrize("size", [SMALL, USUAL])
def test_with_somewhat_larger_text_the_road_gives_way_to_the_words(
    size: tuple[int, int], tmp_path: Path
) -> None:
    desk = Desk(size, Theme.for_window(*size, text_scale=1.15))
    board = board_of(MainScreen(desk, seats.game(tmp_path, MONTHS)))

    assert all(len({slot.x for slot in dock.slots}) == 2 for dock in board.where.docks)
    assert all(min(slot.w, slot.h) >= SMALLEST_TARGET for slot in board.slots.values())
    assert board.where.transit.h == 0 or size == SMALL


def test_the_generation_of_every_lot_has_a_short_word() -> None:
    session = seats.played(MONTHS)

    assert {crate.kind for crate in supply.shipments(session)} == {"GB300", "B200"}


def test_a_crate_on_another_page_is_counted_beside_the_others(tmp_path: Path) -> None:
    table = crowded(tmp_path)
    board = board_of(table)
    words = [line.text for line in read(table).words]

    for dock in board.spec.docks:
        whole = len(board.whole.on(dock.key))
        assert {f"+ {whole - supply.CRATES} more", f"1–{supply.CRATES} of {whole}"} < set(words)
        assert f"{whole} crates stand on the dock: " in str(dock.tip)


def test_the_button_of_the_pages_says_how_many_crates_there_are(tmp_path: Path) -> None:
    found = dealt(tmp_path)
    board = seats.board(found)
    place, dock = board.where.docks[0], board.spec.docks[0]

    seats.point(found, place.more.centre)

    assert place.more.within(place.rect)
    tip = str(seats.board(found).tip)
    assert tip.startswith(dock.crowd)
    assert dock.page in tip


def test_a_crate_of_a_crowded_dock_is_dragged_and_dropped(tmp_path: Path) -> None:
    found = dealt(tmp_path)
    board, game = seats.board(found), seats.main(found).game
    free = (crate for crate in board.spec.on("carmaker") if not board.spec.why_not(crate.key, "lab"))
    crate = next(free)

    seats.drag(found, board.slots[crate.key].centre, board.where.docks[1].slots[-1].centre)

    moved = [order for order in game.session.pending if isinstance(order, Divert)]
    assert [str(order.source) for order in moved] == [crate.key]


def test_what_moved_this_month_stands_on_a_full_dock_and_can_go_back() -> None:
    session: Session = seats.played(MONTHS).fork()
    crates = [crate for crate in supply.shipments(session) if crate.dock == "carmaker"]
    last = crates[-1]
    order = Divert(source=last.source, quantity=last.quantity, terms=Terms.SILENT)
    before = [crate for crate in supply.shipments(session) if crate.dock == "lab"]

    session.submit(order)

    here = [crate for crate in supply.shipments(session) if crate.dock == "lab"]
    assert [crate.quantity for crate in here if crate.pending] == [last.quantity]
    assert len(here) == len(before) + 1 > supply.CRATES
