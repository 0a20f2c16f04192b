import json
import sys
from pathlib import Path

import pytest

from race.cli.exits import Exit
from tests.cli.conftest import Ask

SMALL = ("batch", "--scenario", "the-twelve-thousand", "--runs", 2, "--workers", 1)


def test_a_batch_ends_with_a_table_of_its_founders(ask: Ask, tmp_path: Path) -> None:
    answer = ask(*SMALL, "--founder", "steward, diverter", "--out", tmp_path / "out")

    lines = answer.out.splitlines()
    assert answer.code == Exit.FINE
    assert lines[0].split() == ["scenario", "founder", "score", "trust", "gap,", "Elo", "endings"]
    assert [line.split()[1] for line in lines if line.startswith("the-twelve-thousand")] == [
        "steward",
        "diverter",
    ]
    assert lines[-1].startswith(f"4 games in {tmp_path / 'out'}")
    assert "games/s" in answer.err


def test_a_machine_reads_json_and_nothing_else(ask: Ask, tmp_path: Path) -> None:
    answer = ask(*SMALL, "--founder", "idle", "--out", tmp_path / "out", "--json", "--no-months")

    told = json.loads(answer.out)
    assert (answer.code, answer.err) == (Exit.FINE, "")
    assert told["manifest"]["games"] == 2
    assert told["cells"][0]["score"]["games"] == 2
    assert not (tmp_path / "out" / "months.parquet").exists()


def test_one_game_is_one_game_and_claims_no_interval(ask: Ask, tmp_path: Path) -> None:
    answer = ask(*SMALL[:3], "--founder", "idle", "--runs", 1, "--no-months", "--out", tmp_path / "out")

    row, last = answer.out.splitlines()[1], answer.out.splitlines()[-1]
    assert row.split()[3] == row.split()[5] == row.split()[7] == "–"
    assert last.startswith("1 game in ")


def test_a_finished_batch_can_be_resumed_for_nothing(ask: Ask, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = ask(*SMALL, "--founder", "idle", "--out", out)
    games = (out / "games.parquet").read_bytes()

    refused = ask(*SMALL, "--founder", "idle", "--out", out)
    resumed = ask(*SMALL, "--founder", "idle", "--out", out, "--resume")

    assert (refused.code, "--resume" in refused.err) == (Exit.ENVIRONMENT, True)
    assert resumed.code == Exit.FINE
    assert resumed.out.splitlines()[:2] == first.out.splitlines()[:2]
    assert (out / "games.parquet").read_bytes() == games


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--scenario", "atlantis"), "history"),
        (("--founder", "nobody"), "steward"),
        (("--founder", "steward,steward"), "name it once"),
        (("--founder", ","), "at least one"),
        (("--runs", "0"), "1 or more"),
        (("--runs", "-5"), "1 or more"),
        (("--runs", "many"), "--runs"),
        (("--runs", "99999999999999999999"), "ask for fewer runs"),
        (("--seed", "-1"), "2**63"),
        (("--workers", "0"), "1 or more"),
        (("--sneed", "1"), "--seed"),
    ],
    ids=" ".join,
)
def test_a_wrong_word_is_answered_in_one_sentence_and_nothing_is_written(
    ask: Ask, tmp_path: Path, words: tuple[str, str], said: str
) -> None:
    answer = ask("batch", "--out", tmp_path / "out", *words)

    assert answer.code == Exit.USAGE
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1
    assert answer.out == ""
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_named(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    answer = ask(*SMALL, "--out", tmp_path / "file" / "out")

    assert answer.code == Exit.ENVIRONMENT
    assert f"{tmp_path / 'file'} is a file, not a folder; choose another folder" in answer.err


def test_a_missing_extra_is_answered_with_the_line_that_installs_it(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pyarrow"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    answer = ask(*SMALL, "--out", tmp_path / "out")

    assert answer.code == Exit.MISSING_EXTRA
    assert "pip install 'diverted[lab]'" in answer.err
    assert len(answer.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_an_interruption_is_told_with_the_folder(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_words: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("race.study.run.run", interrupt)

    answer = ask(*SMALL, "--out", tmp_path / "out")

    assert answer.code == Exit.INTERRUPTED
    assert str(tmp_path / "out") in answer.err


def test_more_games_than_the_memory_holds_are_refused_at_once(ask: Ask, tmp_path: Path) -> None:
    answer = ask("batch", "--runs", 10**12, "--founder", "idle", "--out", tmp_path / "out")

    assert answer.code == Exit.USAGE
    assert answer.err == (
        "That makes 1,000,000,000,000 games; one batch plays 2,000,000 at most: ask for fewer runs.\n"
    )
    assert not (tmp_path / "out").exists()
