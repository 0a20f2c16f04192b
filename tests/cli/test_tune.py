import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from race.cli.exits import Exit
from race.study.hindcast import table
from race.study.hindcast.games import Observed
from race.study.hindcast.table import Hindcast
from race.study.plan import TUNING_SEEDS
from race.study.tuning.tuner import CHECK_SEEDS
from tests.cli.conftest import Ask


def test_a_fit_says_before_and_after(ask: Ask, tmp_path: Path) -> None:
    answer = ask(
        *(
            "tune",
            "--numbers",
            "money.revenue_multiple",
            "--rows",
            "C40",
            "--trials",
            2,
            "--games",
            1,
            "--checks",
            1,
        ),
        *("--workers", 1, "--out", tmp_path),
    )

    assert answer.code == Exit.FINE
    assert "money.revenue_multiple" in answer.out
    assert "trial 1: loss" in answer.err
    assert re.search(r"trial 0: loss .* \(about \d+\.\d minutes for 1 more trial\)", answer.err)
    assert (tmp_path / "history-fitted.toml").is_file()
    assert 'numbers = "money.revenue_multiple"' in (tmp_path / "spec.toml").read_text(encoding="utf-8")


def test_a_machine_reads_the_numbers(ask: Ask, tmp_path: Path) -> None:
    answer = ask(
        *("tune", "--numbers", "race.luck_sd", "--bounds", "race.luck_sd=10:20", "--trials", 1),
        *("--games", 1, "--checks", 1, "--workers", 1, "--out", tmp_path, "--json"),
    )

    assert answer.code == Exit.FINE
    assert answer.err == ""
    assert 10 <= json.loads(answer.out)["best"]["values"]["race.luck_sd"] <= 20


def test_a_number_that_is_not_there_is_answered_with_the_nearest(ask: Ask, tmp_path: Path) -> None:
    answer = ask("tune", "--numbers", "race.luck_ds", "--out", tmp_path)

    assert answer.code == Exit.USAGE
    assert "race.luck_sd" in answer.err


def test_no_workers_are_refused_whatever_is_fitted(ask: Ask, tmp_path: Path) -> None:
    for target in ("hindcast", "balance"):
        answer = ask(
            *("tune", "--numbers", "race.luck_sd", "--target", target, "--workers", 0, "--out", tmp_path)
        )

        assert answer.code == Exit.USAGE
        assert "must be 1 or more" in answer.err
        assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("option", "figure", "least"), [("trials", 0, 1), ("games", -3, 1), ("checks", 0, 1), ("seed", -1, 0)]
)
def test_a_figure_that_is_too_small_is_named_by_its_option(
    ask: Ask, tmp_path: Path, option: str, figure: int, least: int
) -> None:
    answer = ask("tune", "--numbers", "race.luck_sd", f"--{option}", figure, "--out", tmp_path / "fit")

    assert answer.code == Exit.USAGE
    assert f"--{option} must be {least} or more, not {figure}." in answer.err
    assert not (tmp_path / "fit").exists()


@pytest.mark.parametrize("content", ["folder", "text", "nowhere"])
def test_a_storage_that_cannot_be_one_is_a_sentence(ask: Ask, tmp_path: Path, content: str) -> None:
    place = tmp_path / "trials.db"
    if content == "folder":
        place.mkdir()
    elif content == "text":
        place.write_text("no trials here, only words " * 100)
    else:
        place = tmp_path / "nowhere" / "trials.db"

    answer = ask("tune", "--numbers", "race.luck_sd", "--storage", place, "--out", tmp_path / "out")

    assert answer.code == Exit.ENVIRONMENT
    assert len(answer.err.splitlines()) == 1
    assert f"{place} cannot keep the trials (" in answer.err


def test_a_fit_leaves_somebody_elses_numbers_as_they_are(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "numbers.csv").write_text("mine")

    answer = ask("tune", "--numbers", "race.luck_sd", "--out", tmp_path)

    assert answer.code == Exit.ENVIRONMENT
    assert "holds other files" in answer.err
    assert (tmp_path / "numbers.csv").read_text() == "mine"


@pytest.fixture
def interrupt(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Press Control-C after the games of a seed or a later one."""

    def after(seed: int) -> None:
        def judge(name: str, games: list[Observed]) -> Hindcast:
            if games[0].seed >= seed:
                raise KeyboardInterrupt
            return table.judge(name, games)

        monkeypatch.setattr("race.study.tuning.aims.judge", judge)

    return after


SHORT = ("tune", "--numbers", "race.luck_sd", "--trials", 1, "--games", 1, "--checks", 1, "--workers", 1)


def test_a_fit_that_is_interrupted_in_its_first_trial_says_so(
    ask: Ask, tmp_path: Path, interrupt: Callable[[int], None]
) -> None:
    interrupt(TUNING_SEEDS)

    answer = ask(*SHORT, "--out", tmp_path)

    assert answer.code == Exit.INTERRUPTED
    assert answer.err.startswith("Interrupted")
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]


def test_an_interruption_of_the_comparison_leaves_the_fit(
    ask: Ask, tmp_path: Path, interrupt: Callable[[int], None]
) -> None:
    ask(*SHORT, "--out", tmp_path)
    (tmp_path / "numbers.csv").unlink()
    interrupt(CHECK_SEEDS)

    answer = ask(*SHORT, "--out", tmp_path)

    assert answer.code == Exit.INTERRUPTED
    assert {path.name for path in tmp_path.iterdir()} == {
        *("history-fitted.toml", "overrides.toml", "trials.csv", "numbers.csv", "spec.toml", ".lock")
    }


def test_another_programs_tables_are_no_storage_and_stay_as_they_are(ask: Ask, tmp_path: Path) -> None:
    place = tmp_path / "notes.db"
    with closing(sqlite3.connect(place)) as file:
        file.execute("CREATE TABLE studies (mine TEXT)")
    before = place.read_bytes()

    answer = ask(*SHORT, "--storage", place, "--out", tmp_path / "out")

    assert answer.code == Exit.ENVIRONMENT
    assert answer.err == f"{place} belongs to another program; choose another file.\n"
    assert place.read_bytes() == before
