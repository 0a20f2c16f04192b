"""Months gone by, in words: any of them can be gone on from, and nothing is lost by it."""

from race.session.kept.draft import take_up
from race.session.store import load
from race.ui.text import keeping
from race.ui.text.table import Table
from tests.builders import a_game
from tests.ui.text.spoken import answer


def test_a_month_of_a_save_is_opened_by_its_number(table: Table) -> None:
    answer(table, "move 1 to lab by swap", "end", "end", "end", "save the vote")
    mark = table.session.journal.months[0].fingerprint

    told = answer(table, "load the vote 1")

    assert told == "Opened the vote: January 2024."
    assert (table.session.month, table.session.fingerprint()) == (1, mark)


def test_a_name_that_ends_in_a_number_is_a_name(table: Table) -> None:
    answer(table, "end", "save vote 2", "end")

    told = answer(table, "load vote 2")

    assert told == "Opened vote 2: January 2024."


def test_going_back_keeps_the_game_that_is_left(table: Table) -> None:
    answer(table, "end", "end", "end")

    told = answer(table, "rewind 1")

    assert told == "Back in January 2024; what came after is kept as left-000001."
    assert table.session.month == 1
    assert load(table.slots.folder / "left-000001.diverted").month == 3


def test_the_months_are_listed_with_what_happened(table: Table) -> None:
    answer(table, "auto diverter until 4")

    told = answer(table, "months").splitlines()

    assert len(told) == table.session.month + 1
    assert told[0].strip() == "0 December 2023"
    assert any("chips were diverted" in line for line in told)


def test_a_later_month_than_todays_is_no_month_to_go_back_to(table: Table) -> None:
    answer(table, "end")

    assert "rewind 5; months lists them" in answer(table, "rewind 1")
    assert "rewind 5; months lists them" in answer(table, "rewind soon")


def test_orders_given_since_the_last_save_are_taken_up_again(table: Table) -> None:
    keeping.listen(table)
    answer(table, "end", "move 1 to lab by swap", "do 1")
    given = table.session.pending

    again = Table(a_game(), table.slots)
    answer(again, "load auto")

    assert again.session.pending == given
    assert len(given) == 2


def test_orders_of_another_game_are_not_taken_up(table: Table) -> None:
    keeping.listen(table)
    answer(table, "move 1 to lab by swap")

    other = a_game(months=1)

    assert not take_up(table.slots.folder, other)
    assert other.pending == ()


def test_orders_of_a_month_are_kept_when_another_game_is_opened(table: Table) -> None:
    answer(table, "save first", "end", "move 1 to lab by swap", "do 1")
    given = table.session.pending

    told = answer(table, "load first")

    assert told.splitlines() == [
        "The orders of this month are kept as left-000001.",
        "Opened first: December 2023.",
    ]
    assert load(table.slots.folder / "left-000001.diverted").pending == given


def test_the_newest_save_is_the_game_that_was_left_last(table: Table) -> None:
    answer(table, "save first", "end", "load first")

    assert list(keeping.get_up(table)) == []
    assert answer(Table(a_game(), table.slots), "load auto") == "Opened auto-000002: December 2023."


def test_a_game_that_is_the_newest_save_already_is_not_kept_twice(table: Table) -> None:
    answer(table, "end", "load auto")

    assert list(keeping.get_up(table)) == []
    assert [path.stem for path in table.slots.listed()] == ["auto-000001"]


def test_who_gets_up_hears_that_the_disk_took_nothing(table: Table) -> None:
    table.slots.folder = table.slots.folder / "a file"
    table.slots.folder.write_text("no folder")
    answer(table, "do 1")

    assert "is a file, not a folder" in " ".join(keeping.get_up(table))


def test_a_save_of_another_game_is_overwritten_only_at_the_second_word(table: Table) -> None:
    answer(table, "save mine")
    other = Table(a_game(seed=table.session.seed + 1), table.slots)

    first, second = answer(other, "save mine"), answer(other, "save mine")

    assert first == "mine is a save of another game; say it again to overwrite it."
    assert second == "Saved as mine."
    assert load(table.slots.folder / "mine.diverted").seed == other.session.seed
    assert answer(other, "end", "save mine").endswith("Saved as mine.")


def test_no_save_takes_the_name_that_opens_the_newest(table: Table) -> None:
    assert answer(table, "save auto") == "The game itself uses this name; choose another."


def test_months_after_the_one_that_is_loaded_of_the_newest_save_are_kept(table: Table) -> None:
    answer(table, "end", "end", "end")

    told = answer(table, "load auto 1")

    assert told.startswith("Opened auto-")
    assert table.session.month == 1
    assert load(table.slots.folder / "left-000001.diverted").month == 3
