from collections.abc import Callable
from typing import NamedTuple

import pytest

from race.cli import bench, main
from race.cli.laboratory import compile  # noqa: A004 - the command is called so
from race.speech import language, set_language


class Answer(NamedTuple):
    """What the program said and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def uncompiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody compile unasked, which takes minutes."""
    monkeypatch.setattr(compile, "PAYS", float("inf"))
    monkeypatch.setattr(bench, "compile_first", lambda: None)


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run the program in English with the given words."""
    monkeypatch.setenv("LANGUAGE", "en")

    def run(*words: object) -> Answer:
        before = language()
        try:
            code = main([str(word) for word in words])
        finally:
            set_language(before)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run
