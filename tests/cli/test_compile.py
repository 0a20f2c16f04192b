from pathlib import Path

import pytest

from race.cli.exits import Exit
from race.core.words import PlainError, Sentence
from race.study.bench import translated
from race.study.native import build as builder
from race.study.native.build import Built, Step, Tell
from tests.cli.conftest import Ask


def test_compile_says_what_it_proved_where_it_lies_and_how_fast_it_is(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(tell: Tell) -> Built:
        tell(Step(Sentence("compiling"), 3, 12))
        return Built(Path("there"), 12)

    monkeypatch.setattr(builder, "build", build)
    monkeypatch.setattr(translated, "against_plain", lambda: 1.875)

    answer = ask("compile")

    assert answer.code == Exit.FINE
    assert "12 games" in answer.out
    assert "there" in answer.out
    assert "1.88 times" in answer.out
    assert "3/12" in answer.err


def test_what_is_there_already_is_not_compiled_again(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "build", lambda _tell: Built(Path("there"), 0))

    answer = ask("compile")

    assert (answer.code, answer.err) == (Exit.FINE, "")
    assert answer.out == "It is there already, in there; nothing has changed since.\n"


LACKS = {
    "mypy": (("find_spec", lambda _name: None), Exit.MISSING_EXTRA, "pip install"),
    "a compiler": (("_TRY", "raise SystemExit(1)"), Exit.ENVIRONMENT, "No C compiler answers"),
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
