"""The door: `python main.py` plays in whatever there is, and leaves quietly."""

import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from race.cli import main
from race.cli.play import check_shared, shared_world
from race.core.words import PlainError
from race.session.hindsight.code import code_of
from race.session.session import Session
from tests.architecture.house import ROOT

NOBODY = "There is neither a display nor a terminal here: a bot plays one game."
TERMINAL = "There is no display here: the game is played as text; type help for its words."
MONTH = re.compile(r"^[A-Z][a-z]+ 20\d\d  Cash", re.MULTILINE)


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """Return an environment without a display, speaking English, with a home of its own."""
    kept = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and "SDL_" not in name}
    return kept | {"DIVERTED_HOME": str(tmp_path), "LANGUAGE": "en", "PYTHONWARNINGS": "ignore"}


def piped(surroundings: Mapping[str, str], *words: str, told: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *words],
        cwd=ROOT,
        env=dict(surroundings),
        input=told,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _heed_interrupts() -> None:
    """Hear Control-C as on a terminal, even where the tests themselves run behind a shell's back."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def on_terminal(
    surroundings: Mapping[str, str], lines: list[str], *words: str, after: Callable[[int], None] | None = None
) -> tuple[int, str]:
    """Run the program on a terminal of its own, type the lines, and return its exit code and its screen."""
    master, slave = pty.openpty()
    ran = subprocess.Popen(
        [sys.executable, "main.py", *words],
        cwd=ROOT,
        env=dict(surroundings),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        preexec_fn=_heed_interrupts,  # noqa: PLW1509 - no threads here
    )
    os.close(slave)
    seen, typed = b"", False
    while True:
        try:
            seen += os.read(master, 4_096)
        except OSError:  # the terminal closes with the program
            break
        if not typed and b" > " in seen:
            typed = True
            os.write(master, "".join(line + "\n" for line in lines).encode())
            if after is not None:
                after(ran.pid)
    os.close(master)
    return ran.wait(timeout=60), seen.decode("utf-8", "replace").replace("\r\n", "\n")


def test_without_a_display_or_a_terminal_a_bot_plays_a_whole_game(surroundings: dict[str, str]) -> None:
    ran = piped(surroundings)

    assert (ran.returncode, ran.stderr) == (0, NOBODY + "\n")
    assert len(MONTH.findall(ran.stdout)) >= 6
    assert ran.stdout.splitlines()[-1].startswith("Score ")


@pytest.mark.parametrize("driver", ["dummy", "no-such-driver"])
def test_a_display_that_cannot_be_used_is_no_display(surroundings: dict[str, str], driver: str) -> None:
    ran = piped(surroundings | {"SDL_VIDEODRIVER": driver}, "--scenario", "the-twelve-thousand")

    assert (ran.returncode, ran.stderr) == (0, NOBODY + "\n")


def test_a_display_that_is_named_and_not_there_is_no_display(surroundings: dict[str, str]) -> None:
    ran = piped(surroundings | {"DISPLAY": ":4711"}, "--scenario", "the-twelve-thousand")

    assert (ran.returncode, ran.stderr) == (0, NOBODY + "\n")


def test_on_a_terminal_the_game_is_text(surroundings: dict[str, str]) -> None:
    code, screen = on_terminal(surroundings, ["move 1 to lab by swap", "end", "why trust", "quit"])

    assert code == 0
    assert screen.splitlines()[0] == TERMINAL
    assert "Ordered: Swap" in screen
    assert len(MONTH.findall(screen)) == 1
    assert "a month ago" in screen


def test_a_script_plays_text_through_a_pipe(surroundings: dict[str, str]) -> None:
    words = ("--text", "--plain", "--scenario", "the-twelve-thousand", "--seed", "5")

    ran = piped(surroundings, *words, told="do 1\nend\n" * 12)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(MONTH.findall(ran.stdout)) == 12
    assert any(line.startswith("Score ") for line in ran.stdout.splitlines()[-3:])


def test_an_interrupt_leaves_quietly(surroundings: dict[str, str]) -> None:
    code, screen = on_terminal(surroundings, [], after=lambda pid: os.kill(pid, signal.SIGINT))

    assert code == 130
    assert "Traceback" not in screen


def test_a_reader_that_goes_away_is_no_error(surroundings: dict[str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    ran = subprocess.run(
        [sys.executable, "main.py"],
        cwd=ROOT,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)

    assert (ran.returncode, ran.stderr) == (0, NOBODY + "\n")


def test_a_save_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("a file where the folder should be")
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("LANGUAGE", "en")

    code = main(["--text"])

    told = capsys.readouterr().err
    assert (code, told.count("\n")) == (4, 1)
    assert "is a file, not a folder" in told


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--text", "--scenario", "nowhere"], "There is no scenario 'nowhere'"),
        (["--text", "--seed", "-1"], "A seed is a whole number"),
        (["--lang", "xx"], "There is no language 'xx'"),
        (["play", "--daily", "--seed", "3"], "leave --seed or --daily out"),
        (["--daily", "--scenario", "history"], "leave --scenario or --daily out"),
        (["--code", "803K-Y1AB-0000-F5", "--trait", "showman"], "leave --trait or --code out"),
        (["--code", "803K-Y1AB-0000-F5", "--daily"], "two worlds"),
        (["--seed", "x"], "diverted --help"),
        (["play", "--seed", "x"], "diverted play --help"),
    ],
)
def test_bad_words_get_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")

    code = main(words)

    told = capsys.readouterr().err
    assert (code, told.count("\n")) == (2, 1)
    assert sentence in told


def test_a_code_of_other_rules_is_played_with_a_word_of_warning(surroundings: dict[str, str]) -> None:
    own, other = code_of(Session("history", 20417).journal), "803K-Y1AB-0000-F5"

    silent, warned = (piped(surroundings, "--text", "--code", code, told="quit\n") for code in (own, other))

    assert "written under other rules" in warned.stderr
    assert (warned.returncode, silent.returncode, silent.stderr) == (0, 0, "")


def test_an_empty_code_is_no_code() -> None:
    with pytest.raises(PlainError, match="no code of a world"):
        shared_world("", daily=False)


def test_what_a_shared_world_leaves_open_may_be_named() -> None:
    coded = shared_world("803K-Y1AB-0000-F5", daily=False)
    dated = shared_world(None, daily=True)

    check_shared(coded, {"scenario": "history", "seed": 20417}, daily=False)
    check_shared(dated, {"difficulty": "relentless", "trait": "showman"}, daily=True)
    with pytest.raises(PlainError, match="has its own"):
        check_shared(dated, {"difficulty": "relentless", "seed": 3}, daily=True)
