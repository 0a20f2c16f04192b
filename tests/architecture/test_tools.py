"""Every program of `make` says what it does when asked, and what is wrong with a word."""

import importlib
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

SHARED = {"__init__", "asked", "room", "tally"}
"""The files of the folder that are no programs."""
TOOLS = sorted(path.stem for path in (ROOT / "tools").glob("*.py") if path.stem not in SHARED)
WRITTEN = (
    ROOT / "docs" / "formulas.md",
    ROOT / "docs" / "picture.png",
    *sorted((ROOT / "assets" / "locale").glob("*/LC_MESSAGES/diverted.po")),
)
"""What tools write in the repository."""
NUMBERS = (
    ("frames", "rest"),
    ("measure", "dilemma", "--games"),
    ("measure", "dilemma", "--seed"),
    ("monkey",),
    ("monkey", "40"),
    ("monkey", "--minutes"),
    ("monkey", "--share"),
    ("peeking",),
    ("pictures", "--text"),
    ("pictures", "--sizes"),
    ("soak",),
    ("storm",),
    ("texts",),
    ("war_room", "--futures"),
    ("war_room", "--months"),
    ("war_room", "--played"),
    ("war_room", "--reaches"),
    ("war_room", "--reads"),
)


def run(tool: str, words: tuple[str, ...], home: Path, monkeypatch: pytest.MonkeyPatch) -> int | str | None:
    """Start a tool in an empty folder and return the code it ends with."""
    monkeypatch.setattr(sys, "argv", [tool, *words])
    monkeypatch.chdir(home)
    with pytest.raises(SystemExit) as ended:
        importlib.import_module(f"tools.{tool}").main()
    return ended.value.code


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_that_is_asked_for_help_describes_itself_and_does_nothing(
    tool: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = [path.stat().st_mtime_ns for path in WRITTEN]

    code = run(tool, ("--help",), tmp_path, monkeypatch)

    told = " ".join(capsys.readouterr().out.split())
    first = (importlib.import_module(f"tools.{tool}").__doc__ or "").splitlines()[0]
    assert code == 0
    assert " ".join(first.split()[:4]) in told
    assert list(tmp_path.iterdir()) == []
    assert [path.stat().st_mtime_ns for path in WRITTEN] == before


@pytest.mark.parametrize("number", ["-5", "many", "9" * 30])
@pytest.mark.parametrize("words", NUMBERS, ids=" ".join)
def test_a_number_that_cannot_be_is_answered_in_words(
    words: tuple[str, ...],
    number: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = run(words[0], (*words[1:], number), tmp_path, monkeypatch)

    told = capsys.readouterr()
    assert code == 2
    assert told.out == ""
    assert "error: argument" in told.err.splitlines()[-1]


def test_a_tool_says_in_one_sentence_that_there_is_no_such_scenario(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("measure", ("dilemma", "--games", "1", "--scenario", "yesterday"), tmp_path, monkeypatch)

    assert code == 2
    assert "There is no scenario 'yesterday'; there are: history" in capsys.readouterr().err


@pytest.mark.parametrize("founder", ["nobody", "steward"])
def test_a_tool_says_in_one_sentence_whose_opening_it_can_measure(
    founder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("measure", ("dilemma", "--games", "1", "--founder", founder), tmp_path, monkeypatch)

    assert code == 2
    assert f"'{founder}' takes none of the opening's chips; these founders do: historical," in (
        " ".join(capsys.readouterr().err.split())
    )
