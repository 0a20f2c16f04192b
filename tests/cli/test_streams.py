"""The program's streams: closed, full, narrow or gone; each is a sentence or silence, never a traceback."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from race.cli import answers
from race.cli.exits import Exit
from tests.architecture.house import ROOT

_SHORT = ("watch", "--scenario", "the-twelve-thousand", "--founder", "idle")


def told(shell: str, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program by a shell's line, in which "$@" is the program with its words."""
    return subprocess.run(
        ["/bin/sh", "-c", shell, "sh", sys.executable, "main.py", *words],
        cwd=ROOT,
        env={**os.environ, "LANGUAGE": "en", **more},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_reader_that_has_gone_is_no_mistake() -> None:
    answer = told('{ "$@"; echo "code $?" >&2; } | head -n 1', *_SHORT)

    assert answer.stderr == "code 0\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_output_that_is_not_taken_is_one_sentence() -> None:
    answer = told('"$@" > /dev/full', *_SHORT)

    assert answer.returncode == Exit.ENVIRONMENT
    assert answer.stderr == "The system refuses: No space left on device.\n"


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_a_program_without_streams_still_runs(closed: str) -> None:
    answer = told(f'"$@" {closed}', *_SHORT)

    assert answer.returncode == Exit.FINE
    assert answer.stderr == ""


def test_a_console_that_lacks_letters_gets_others() -> None:
    answer = told('"$@"', "explain", "quality", PYTHONIOENCODING="ascii")

    assert answer.returncode == Exit.FINE
    assert "quality:" in answer.stdout
    assert "1000 ... 1500" in answer.stdout


def test_a_console_without_narrow_spaces_still_parts_thousands() -> None:
    answer = told('"$@"', *_SHORT, PYTHONIOENCODING="ascii")

    assert answer.returncode == Exit.FINE
    assert re.search(r"\d \d{3}\b", answer.stdout)
    assert "?" not in answer.stdout


def test_a_name_that_no_file_can_have_is_one_sentence() -> None:
    answer = told('"$@"', "check", "a" * 5_000)

    assert answer.returncode == Exit.ENVIRONMENT
    assert len(answer.stderr.splitlines()) == 1
    assert "File name too long" in answer.stderr


_CLOSED = """
import os
os.close(2)  # as in a windowed program without a console
from race.cli.play import display_opens
print(display_opens())
"""


@pytest.mark.window
def test_a_display_is_tried_without_a_console_too() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", _CLOSED],
        cwd=ROOT,
        env={**os.environ, "SDL_VIDEODRIVER": "dummy"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.stdout == "False\n", "the dummy driver draws for nobody, and nothing fails"


@pytest.mark.parametrize(("system", "code"), [("win32", Exit.FINE), ("linux", Exit.ENVIRONMENT)])
def test_windows_has_another_word_for_a_reader_that_has_gone(
    system: str, code: Exit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> int:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(answers, "_give_up_output", lambda: None)
    monkeypatch.setattr("sys.platform", system)

    ended = answers.guarded(refuse)

    assert ended == code
    assert (capsys.readouterr().err == "") == (code == Exit.FINE)
