"""The core compiled beside the window: news becomes a toast, and processes that play in it are called."""

from pathlib import Path

import pygame
import pytest

from race.core.words import Sentence
from race.session.beside.making import Making, Stage, Told
from race.ui import app
from race.ui.screens import settings
from race.ui.screens.preferences.sheet import SettingsSheet
from race.ui.window import Window
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the calls for processes instead of starting any."""
    calls: list[str] = []
    monkeypatch.setattr(app, "call_early", lambda: calls.append("called"))
    return calls


def heard(found: Window, core: Making, stage: Stage, why: Sentence | None = None) -> list[str]:
    """Let the core be somewhere, ring, and return what the toasts say."""
    core.stage, core.told = stage, Told(why=why)
    found.desk.toasts.clear()
    key = pygame.event.Event(pygame.KEYUP, key=pygame.K_a)

    assert app.without_news(found, core, [pygame.event.Event(app.CORE), key]) == [key]

    return [toast.text for toast in found.desk.toasts]


def test_who_plays_hears_of_the_core_and_futures_are_played_in_it(tmp_path: Path, called: list[str]) -> None:
    found, core = seats.table(tmp_path), Making("", list)

    begun = heard(found, core, Stage.MAKING)
    waited = list(called)
    done = heard(found, core, Stage.THERE)

    assert [words[:11] for words in begun + done] == ["Looks ahead"] * 2
    assert begun != done
    assert waited == []
    assert called == ["called"]


def test_news_can_be_read_by_who_has_thought_for_minutes(
    tmp_path: Path, called: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found, minutes = seats.table(tmp_path), 600_000
    monkeypatch.setattr(pygame.time, "get_ticks", lambda: minutes)

    told = heard(found, Making("", list), Stage.THERE)

    assert len(told) == len([toast for toast in found.desk.toasts if toast.seen(minutes + 1_000)]) == 1
    assert called


def test_who_plays_hears_why_there_will_be_none(tmp_path: Path, called: list[str]) -> None:
    why = Sentence("The compiler is at lunch.")

    assert heard(seats.table(tmp_path), Making("", list), Stage.FAILED, why) == ["The compiler is at lunch."]
    assert called == []


def test_without_news_nothing_is_told(tmp_path: Path, called: list[str]) -> None:
    found = seats.table(tmp_path)
    found.desk.toasts.clear()
    found.dirty = False

    assert app.without_news(found, Making("", list), []) == []

    assert (found.desk.toasts, found.dirty, called) == ([], False, [])


def test_the_core_rings_in_the_window_and_tells_the_settings(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    pygame.event.clear(app.CORE)

    core = app.core_of(found, "a.module")
    core._changed()  # noqa: SLF001 - what its thread does
    core.stage = Stage.THERE

    assert [event.type for event in pygame.event.get(app.CORE)] == [app.CORE]
    assert found.desk.core_told is not None
    assert "It is there" in found.desk.core_told()


def test_where_nobody_may_compile_the_settings_say_nothing_of_it(tmp_path: Path) -> None:
    found = seats.table(tmp_path)

    app.core_of(found, "")

    assert found.desk.core_told is None


def test_the_switch_of_the_settings_is_kept(tmp_path: Path) -> None:
    found = seats.window(tmp_path)
    seats.click(found, seats.centre(found.top, "settings"))
    assert isinstance(found.top, SettingsSheet)
    before = found.kept.compiles

    seats.click(found, seats.centre(found.top, "compiles"))

    assert (before, settings.read().compiles) == (True, False)
