"""The process that makes the core while somebody plays."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from race.core.words import PlainError, Sentence
from race.session.beside.making import WHOLE, Told
from race.session.beside.use import environment
from race.study.native import beside
from race.study.native.build import AGAIN, BUSY, COMPILING, PROVING, READING, Built, Step, Tell


@pytest.fixture(autouse=True)
def only_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "end_with", lambda _asker, _end: None)


def told(capsys: pytest.CaptureFixture[str]) -> list[Told]:
    return [msgspec.json.decode(line, type=Told) for line in capsys.readouterr().out.splitlines()]


def test_it_says_how_far_it_is_and_never_goes_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def made(tell: Tell) -> Built:
        for step in (Step(READING, 0, 0), Step(COMPILING, 5, 10), Step(READING, 0, 0), Step(AGAIN, 1, 9)):
            tell(step)
        tell(Step(PROVING, 11, 12))
        return Built(Path("there"), 12)

    monkeypatch.setattr(beside, "make_whole", made)

    code = beside.main()

    parts = [each.part for each in told(capsys)]
    assert code == 0
    assert parts[-1] == WHOLE
    assert all(before <= after for before, after in pairwise(parts))
    assert len(set(parts)) == 5


def test_what_is_missing_is_its_last_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    why = Sentence("No C compiler answers.")

    def refused(_tell: Tell) -> Built:
        raise PlainError(why, code=4)

    monkeypatch.setattr(beside, "make_whole", refused)

    assert beside.main() == 4
    assert told(capsys) == [Told(0, why)]


def test_its_steps_are_those_of_a_build() -> None:
    assert set(beside._PARTS) == {step.msgid for step in (READING, COMPILING, AGAIN, PROVING)}  # noqa: SLF001


def test_while_somebody_else_compiles_it_waits(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    others = [PlainError(Sentence(BUSY, {"folder": "there"}), code=4)] * 2

    def busy(_tell: Tell) -> Built:
        if others:
            raise others.pop()
        return Built(Path("there"), 0)

    monkeypatch.setattr(beside, "_PAUSE", 0.0)
    monkeypatch.setattr(beside, "make_whole", busy)

    assert beside.main() == 0
    assert (others, told(capsys)[-1]) == ([], Told(WHOLE))


_DEAF = """
import runpy, signal, sys

signal.signal(signal.SIGINT, signal.SIG_IGN)
runpy.run_module(sys.argv[1], run_name="__main__")
"""
"""Starts a module as a shell's script does in the background: deaf to interruptions."""


@pytest.mark.parametrize("start", [("-m",), ("-c", _DEAF)])
def test_it_ends_with_its_input_and_leaves_nothing(tmp_path: Path, start: tuple[str, ...]) -> None:
    ran = subprocess.run(
        [sys.executable, *start, "race.study.native.beside"],
        env=environment(None) | {"DIVERTED_HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (130, "")
    assert [*tmp_path.rglob(".building-*")] == []
