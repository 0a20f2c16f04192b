"""The founder's file as a sheet: its sections, and how many lines each has."""

from pathlib import Path

from race.session.store import Slots
from race.ui.present.opened.file import filed, worst_first
from race.ui.screens.game import Game, Shelf
from race.ui.screens.sheets.file import file_sheet
from tests.ui import seats


def test_what_a_court_would_read_out_stands_under_a_heading_of_its_own(tmp_path: Path) -> None:
    game = seats.game(tmp_path, 12)

    rows = file_sheet(seats.desk(), game).lines

    heads = [place for place, row in enumerate(rows) if row.head]
    assert [rows[place].text for place in heads[1:]] == ["What a court would read out first", "All lines"]
    assert heads[2] - heads[1] - 1 == len(worst_first(game.session)) > 0
    assert len(rows) - heads[2] - 1 == len(filed(game.session))


def test_a_file_with_nothing_to_read_out_has_no_sections(tmp_path: Path) -> None:
    rows = file_sheet(seats.desk(), seats.game(tmp_path, 0)).lines

    assert [row.key for row in rows if row.head] == ["note"]


def test_after_the_end_the_sheet_says_what_courts_have_read_out(tmp_path: Path) -> None:
    game = Game(seats.finished("diverter").fork(), Shelf(Slots(tmp_path)))

    rows = file_sheet(seats.desk(), game).lines

    assert [row.text for row in rows if row.head][1:] == ["What courts have read out", "All lines"]


def test_after_the_end_nothing_of_the_file_is_told_as_still_to_come(tmp_path: Path) -> None:
    session = seats.finished("swapper")
    game = Game(session.fork(), Shelf(Slots(tmp_path)))

    note, *rows = file_sheet(seats.desk(), game).lines

    assert note.text.endswith("A court would have read out: 3.")
    assert {row.right for row in rows if row.key.startswith("worst.")} == {"this would have been read out"}
    assert "What a court would have read out first" in [row.text for row in rows]
