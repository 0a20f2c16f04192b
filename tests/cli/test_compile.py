from collections.abc import Callable
from pathlib import Path

import pytest

from race.cli.exits import Exit
from race.cli.laboratory import compile as compiling
from race.cli.laboratory import playing
from race.core.words import PlainError, Sentence
from race.study import run
from race.study.bench import translated
from race.study.native import build as builder
from race.study.native import whole
from race.study.native.build import Built, Step, Tell
from tests.cli.conftest import Ask

BATCH = ("batch", "--scenario", "the-twelve-thousand", "--founder", "idle", "--runs", "2")
BALANCE = (
    "balance",
    "--scenario",
    "the-twelve-thousand",
    "--difficulty",
    "standard",
    "--founder",
    "idle,steward",
    "--runs",
    "2",
    "--planner",
    "0",
)


def test_compile_says_what_it_proved_where_it_lies_and_how_fast_it_is(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(tell: Tell, *, once: bool) -> Built:
        assert not once
        tell(Step(Sentence("compiling"), 3, 12))
        return Built(Path("there"), 12)

    monkeypatch.setattr(whole, "build", build)
    monkeypatch.setattr(translated, "against_plain", lambda: 1.875)

    answer = ask("compile")

    assert answer.code == Exit.FINE
    assert "12 games" in answer.out
    assert "there" in answer.out
    assert "1.88 times" in answer.out
    assert "3/12" in answer.err


def test_what_is_there_already_is_not_compiled_again(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "build", lambda _tell, **_often: Built(Path("there"), 0))

    answer = ask("compile")

    assert (answer.code, answer.err) == (Exit.FINE, "")
    assert answer.out == "It is there already, in there; nothing has changed since.\n"


def test_what_is_damaged_is_taken_away_before_it_is_built_and_sealed_afterwards(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def build(_tell: Tell, *, once: bool) -> Built:
        assert not once
        done.append("built")
        return Built(Path("there"), 0)

    monkeypatch.setattr(whole, "clear_damaged", lambda: done.append("cleared"))
    monkeypatch.setattr(whole, "build", build)
    monkeypatch.setattr(whole, "whole_tree", lambda: done.append("sealed"))

    assert ask("compile").code == Exit.FINE
    assert done == ["cleared", "built", "sealed"]


def test_whoever_has_no_patience_has_it_compiled_once(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    often: list[bool] = []

    def build(_tell: Tell, *, once: bool) -> Built:
        often.append(once)
        return Built(Path("there"), 0)

    monkeypatch.setattr(whole, "build", build)

    assert ask("compile", "--once").code == Exit.FINE
    assert often == [True]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("command", [BATCH, BALANCE])
def test_a_damaged_core_is_told_in_a_sentence_to_whoever_would_have_played_in_it(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], *, workers: int
) -> None:
    monkeypatch.setattr(whole, "damage", lambda: Sentence("It is damaged."))

    answer = ask(*command, "--workers", workers, "--out", tmp_path / "there")

    assert answer.code == Exit.FINE
    assert answer.err.splitlines().count("It is damaged.") == workers - 1


LACKS = {
    "mypy": (("find_spec", lambda _name: None), Exit.MISSING_EXTRA, "pip install"),
    "a compiler": (("TRY", "raise SystemExit(1)"), Exit.ENVIRONMENT, "No C compiler answers"),
}
"""What is missing, with the exit code and words of the remedy."""


@pytest.mark.parametrize("lack", LACKS)
def test_a_lack_is_one_sentence_with_its_remedy(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lack: str
) -> None:
    (name, value), code, remedy = LACKS[lack]
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path))
    monkeypatch.setattr(builder, name, value)

    answer = ask("compile")

    assert (answer.code, answer.out) == (code, "")
    assert remedy in answer.err
    assert "Traceback" not in answer.err


def test_a_compiled_core_that_cannot_play_is_named(tmp_path: Path) -> None:
    (tmp_path / "race").mkdir()
    (tmp_path / "race" / "__init__.py").write_text("raise SystemExit(3)", encoding="utf-8")

    with pytest.raises(PlainError, match="cannot play"):
        translated.Translated(tmp_path)


@pytest.mark.parametrize(("wish", "told"), [("", 1), ("0", 0)])
def test_after_a_long_batch_whoever_has_no_compiled_core_hears_of_it(
    wish: str, told: int, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playing, "LONG", 0.0)
    monkeypatch.setenv("DIVERTED_FAST", wish)
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path / "home"))

    answer = ask(*BATCH, "--workers", "2", "--out", str(tmp_path / "batch"))

    assert answer.code == Exit.FINE
    assert answer.err.count("`diverted compile` makes it once") == told


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count the builds in a home without a compiled core; nothing is built."""
    done: list[str] = []

    def build(_tell: Tell, *, once: bool) -> Built:
        assert not once
        done.append("built")
        return Built(Path("there"), 12)

    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(whole, "build", build)
    return done


@pytest.mark.parametrize(("workers", "switch", "built"), [(2, "", 1), (1, "", 0), (2, "0", 0)])
@pytest.mark.parametrize("command", [BATCH, BALANCE])
def test_before_work_that_takes_long_the_core_is_compiled(  # noqa: PLR0913 - two tables and three doors
    ask: Ask,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    builds: list[str],
    command: tuple[str, ...],
    *,
    workers: int,
    switch: str,
    built: int,
) -> None:
    monkeypatch.setattr(compiling, "PAYS", 0.0)
    monkeypatch.setenv("DIVERTED_FAST", switch)

    answer = ask(*command, "--workers", workers, "--out", tmp_path / "there")

    assert answer.code == Exit.FINE
    assert len(builds) == built
    assert answer.err.count("compiled first") == built


def test_short_work_begins_at_once(builds: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "PAYS", 900.0)

    compiling.compile_first(seconds=899.0)

    assert builds == []
    compiling.compile_first(seconds=900.0)
    assert builds == ["built"]


def test_where_it_cannot_be_compiled_the_work_goes_on(
    monkeypatch: pytest.MonkeyPatch, builds: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_tell: Tell, **_often: bool) -> Built:
        raise PlainError(Sentence("No C compiler answers."), code=4)

    monkeypatch.setattr(whole, "build", refused)

    compiling.compile_first()

    assert builds == []
    assert capsys.readouterr().err.splitlines()[-1] == "No C compiler answers."


def test_who_interrupts_it_has_the_work_begin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_tell: Tell, **_often: bool) -> Built:
        raise KeyboardInterrupt

    monkeypatch.setattr(whole, "build", interrupted)

    compiling.compile_first()

    assert "interrupt once more" in capsys.readouterr().err


def stopped(*_given: object, before: Callable[[], object], **_how: object) -> None:
    """Prepare a batch, and stop before its first game."""
    before()
    raise KeyboardInterrupt


def test_games_of_who_imagines_others_weigh_as_much_as_they_take(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, builds: list[str]
) -> None:
    monkeypatch.setattr(compiling, "PAYS", 5.0)
    monkeypatch.setattr(run, "run", stopped)

    counted = []
    for founder in ("steward", "planner"):
        ask("batch", "--founder", founder, "--runs", 2, "--workers", 2, "--out", tmp_path / founder)
        counted.append(len(builds))

    assert counted == [0, 1]


def test_what_is_refused_or_resumed_is_not_compiled_for(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, builds: list[str]
) -> None:
    words = ("batch", "--founder", "idle", "--runs", 2, "--workers", 2, "--out", tmp_path / "there")
    monkeypatch.setattr(compiling, "PAYS", 900.0)
    ask(*words)
    monkeypatch.setattr(compiling, "PAYS", 0.0)

    refused, resumed = ask(*words), ask(*words, "--resume")

    assert (refused.code, resumed.code, builds) == (Exit.ENVIRONMENT, Exit.FINE, [])
