"""Runs every window test without a screen and without sound."""

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from collections.abc import Iterator
from pathlib import Path

import pytest

from race.session.beside import crew
from race.speech import set_language
from tests.inline import Remembering


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the window keep its saves and settings in the test's own folder."""
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English at the start, whatever another test spoke, and at the end."""
    set_language("en")
    yield
    set_language("en")


@pytest.fixture(autouse=True)
def futures_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Play the war room's few futures in this process, each of them once."""
    monkeypatch.setattr(crew, "open_crew", Remembering)
    monkeypatch.setattr("race.ui.present.ahead.lookout.FEW", 2)
    monkeypatch.setattr("race.ui.screens.ahead.war_room.FUTURES", (2, 3, 4))
    monkeypatch.setattr("race.ui.text.ahead.FUTURES", 2)
