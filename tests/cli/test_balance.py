import json
from pathlib import Path

import pytest

from race.cli.exits import Exit
from tests.cli.conftest import Ask

_FEW = (
    *("--scenario", "the-twelve-thousand", "--difficulty", "standard", "--founder", "idle,steward"),
    *("--runs", 2, "--planner", 0, "--workers", 1),
)


def test_a_dry_run_says_how_long_it_would_take_and_plays_nothing(ask: Ask, tmp_path: Path) -> None:
    answer = ask("balance", *_FEW, "--dry-run", "--out", tmp_path / "report")

    assert answer.code == Exit.FINE
    assert "games in" in answer.err
    assert "minutes on 1 process" in answer.err
    assert not (tmp_path / "report").exists()


def test_a_report_is_a_page_and_tables_and_a_summary_for_machines(ask: Ask, tmp_path: Path) -> None:
    answer = ask("balance", *_FEW, "--json", "--out", tmp_path / "report")

    told = json.loads(answer.out)
    names = {path.name for path in (tmp_path / "report").iterdir()}

    assert answer.code == Exit.FINE
    assert told["sheet"]["differing"] == 0
    assert {line["verdict"] for line in told["measures"]} <= {"in", "out", "unsettled"}
    assert {"balance.html", "measures.csv", "games.csv", "manifest.json"} <= names


@pytest.mark.parametrize("option", ["--planner", "--choices", "--exploit"])
def test_less_than_no_games_are_refused(ask: Ask, tmp_path: Path, option: str) -> None:
    answer = ask("balance", option, -1, "--out", tmp_path / "report")

    assert answer.code == Exit.USAGE
    assert f"{option} must be 0 or more, not -1" in answer.err
    assert not (tmp_path / "report").exists()


def test_a_second_report_into_the_same_folder_asks_for_leave(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")

    answer = ask("balance", *_FEW, "--out", tmp_path)

    assert answer.code == Exit.ENVIRONMENT
    assert "other files" in answer.err
    assert "minutes on" not in answer.err


def test_a_report_can_be_asked_for_again_from_its_own_options(ask: Ask, tmp_path: Path) -> None:
    ask("balance", *_FEW, "--json", "--out", tmp_path / "first")

    answer = ask(
        *("balance", "--spec", tmp_path / "first" / "spec.toml", "--workers", 1, "--json"),
        *("--out", tmp_path / "second"),
    )

    assert answer.code == Exit.FINE
    for name in ("measures.csv", "games.csv", "spec.toml"):
        assert (tmp_path / "second" / name).read_bytes() == (tmp_path / "first" / name).read_bytes()
