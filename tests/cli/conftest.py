from collections.abc import Callable
from typing import NamedTuple

import pytest

from race.cli import main
from race.speech import language, set_language


class Answer(NamedTuple):
    """What the program said and how it ended."""

    code: int
    out: str
    err: str


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
