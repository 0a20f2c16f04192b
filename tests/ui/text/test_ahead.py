"""The war room in words."""

from race.ui.text.table import Table
from tests.ui.text.spoken import answer


def test_a_move_is_told_with_and_without(table: Table) -> None:
    told = answer(table, "forecast move 1 to lab by swap over 3 months in 2 futures")

    assert "With: " in told
    assert "Without: " in told
    assert "A secret comes out. " in told
    assert "2 futures of 3 months" in told
    assert table.session.pending == ()


def test_one_future_has_a_dash_for_what_it_does_not_tell(table: Table) -> None:
    told = answer(table, "forecast move 1 to lab by swap over 3 months in 1 future")

    assert "1 future of 3 months" in told
    assert sum(line.endswith(" (–)") for line in told.splitlines()) == 2
    assert "It " not in told
    assert "Trust stays" not in told


def test_what_is_ordered_can_be_weighed_by_its_number(table: Table) -> None:
    answer(table, "move 1 to lab by swap", "do 1")

    told = answer(table, "forecast ordered 2 over 2 months in 2 futures")

    assert "Without: " in told
    assert len(table.session.pending) == 2


def test_without_orders_it_tells_what_is_likely(table: Table) -> None:
    told = answer(table, "forecast over 2 months")

    assert "Likely: " in told
    assert "Without" not in told


def test_too_many_futures_are_refused_in_a_sentence(table: Table) -> None:
    told = answer(table, "forecast in 99999 futures")

    assert told == "Ask for 1 month or more, and for 1 to 1024 futures."


def test_a_chart_is_told_by_rank_with_what_happened(table: Table) -> None:
    answer(table, "end", "end")

    told = answer(table, "charts compute").splitlines()

    assert told[0].startswith("Running chips")
    assert [line.split(".")[0].strip() for line in told[1:8]] == [str(place) for place in range(1, 8)]


def test_a_chart_that_does_not_exist_is_answered_with_those_that_do(table: Table) -> None:
    assert answer(table, "charts moon").startswith("There are charts of quality, compute")


def test_a_forecast_looks_no_further_than_the_end_of_the_game(table: Table) -> None:
    answer(table, "auto idle until 10")

    assert "2 futures of 2 months" in answer(table, "forecast over 99 months in 2 futures")


def test_a_forecast_is_of_one_month_or_more(table: Table) -> None:
    assert "1 future of 1 month." in answer(table, "forecast over 1 month in 1 future")
    assert answer(table, "forecast over 0 months").startswith("Ask for 1 month or more")


def test_the_small_words_of_a_forecast_may_be_left_out(table: Table) -> None:
    short, long = "forecast 2 1 month 1 future", "forecast 2 over 1 month in 1 future"

    assert answer(table, short) == answer(table, long)
    assert "1 future of 1 month, " in answer(table, short)
