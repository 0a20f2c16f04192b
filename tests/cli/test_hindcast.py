import json
from pathlib import Path

from race.cli.exits import Exit
from tests.cli.conftest import Ask


def test_the_table_ends_with_the_rows_that_are_in(ask: Ask, tmp_path: Path) -> None:
    answer = ask("hindcast", "--runs", 2, "--workers", 1, "--no-figures", "--out", tmp_path)

    assert answer.code == Exit.FINE
    assert "C40" in answer.out
    assert "of 16" in answer.out
    assert "of 24" in answer.out
    assert {path.name for path in tmp_path.iterdir()} == {"hindcast.csv", "inputs.csv", "months.csv"}


def test_a_machine_reads_the_same_table(ask: Ask, tmp_path: Path) -> None:
    answer = ask("hindcast", "--runs", 1, "--workers", 1, "--no-figures", "--json", "--out", tmp_path)

    table = json.loads(answer.out)["table"]

    assert answer.code == Exit.FINE
    assert table["race"]["rows"] == 16
    assert len(table["values"]) > 40


def test_seeds_on_which_worlds_are_fitted_are_refused(ask: Ask, tmp_path: Path) -> None:
    answer = ask("hindcast", "--runs", 1, "--seed", 1_000_000, "--out", tmp_path)

    assert answer.code == Exit.USAGE
    assert "1000000" in answer.err
