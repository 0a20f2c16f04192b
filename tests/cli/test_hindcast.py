import json
from pathlib import Path

import pytest

from race.cli.exits import Exit
from race.study.manifest import alone_in
from tests.cli.conftest import Ask

EARLIER = 'command = "hindcast"\nruns = 3\n'


def test_the_table_ends_with_the_rows_that_are_in(ask: Ask, tmp_path: Path) -> None:
    answer = ask("hindcast", "--runs", 2, "--workers", 1, "--no-figures", "--out", tmp_path)

    assert answer.code == Exit.FINE
    assert "C40" in answer.out
    assert "of 16" in answer.out
    assert "of 24" in answer.out
    assert {path.name for path in tmp_path.iterdir()} == {
        "hindcast.csv",
        "inputs.csv",
        "months.csv",
        "spec.toml",
        ".lock",
    }


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
    assert not list(tmp_path.iterdir())


def test_a_folder_with_somebody_elses_table_is_left_as_it_is(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "hindcast.csv").write_text("mine")

    answer = ask("hindcast", "--runs", 1, "--workers", 1, "--no-figures", "--out", tmp_path)

    assert answer.code == Exit.ENVIRONMENT
    assert "holds other files" in answer.err
    assert (tmp_path / "hindcast.csv").read_text() == "mine"
    assert len(list(tmp_path.iterdir())) == 1


def test_its_own_folder_is_written_again_and_another_commands_is_not(ask: Ask, tmp_path: Path) -> None:
    words = ("--runs", 1, "--workers", 1, "--no-figures", "--out", tmp_path)
    (tmp_path / "spec.toml").write_text('command = "tune"\n')

    refused = ask("hindcast", *words)
    (tmp_path / "spec.toml").write_text('command = "hindcast"\n')
    taken = ask("hindcast", *words)

    assert (refused.code, taken.code) == (Exit.ENVIRONMENT, Exit.FINE)
    assert "runs = 1" in (tmp_path / "spec.toml").read_text()


def test_figures_of_an_earlier_hindcast_do_not_stand_beside_new_tables(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "spec.toml").write_text(EARLIER)
    (tmp_path / "overview.png").write_bytes(b"of other games")

    ask("hindcast", "--runs", 1, "--workers", 1, "--no-figures", "--out", tmp_path)

    assert not (tmp_path / "overview.png").exists()


@pytest.mark.parametrize("words", [("hindcast", "--runs", 1), ("tune", "--numbers", "race.luck_sd")])
def test_a_folder_is_written_by_one_run_at_a_time(
    ask: Ask, tmp_path: Path, words: tuple[str | int, ...]
) -> None:
    with alone_in(tmp_path):
        answer = ask(*words, "--workers", 1, "--out", tmp_path)

    assert answer.code == Exit.ENVIRONMENT
    assert "Another run writes" in answer.err


def test_an_interrupted_hindcast_says_that_nothing_is_kept(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_words: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("race.study.hindcast.study.run_hindcast", interrupt)
    (tmp_path / "spec.toml").write_text(EARLIER)
    (tmp_path / "hindcast.csv").write_text("found")

    answer = ask("hindcast", "--runs", 2, "--workers", 1, "--out", tmp_path)

    assert answer.code == Exit.INTERRUPTED
    assert "no game is kept" in answer.err
    assert len(answer.err.splitlines()) == 1
    assert (tmp_path / "spec.toml").read_text() == EARLIER
    assert (tmp_path / "hindcast.csv").read_text() == "found"
