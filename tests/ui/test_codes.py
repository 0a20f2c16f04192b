"""Worlds that somebody shared: codes typed, given on the command line, and the world of the day."""

from pathlib import Path

import pygame
import pytest

from race.cli import play as program
from race.session.hindsight.code import code_of
from race.session.session import Session
from race.ui import app
from race.ui.kit.actions import Action
from race.ui.screens.new_game import NewGame, Start, coded, daily
from tests.ui import seats


def test_a_code_typed_under_new_game_plays_the_same_world(tmp_path: Path) -> None:
    session = Session("scarcity", 417, difficulty="relentless", trait="lawyer")
    code = code_of(session.journal)
    found = seats.window(tmp_path)
    seats.keys(found, [pygame.K_RETURN])
    seats.focus_on(found, "seed")
    seats.keys(found, [pygame.K_BACKSPACE] * 8)

    for letter in code.lower():
        found.feed([pygame.event.Event(pygame.TEXTINPUT, text=letter)], found.desk.now + 10)
    seats.focus_on(found, "start")
    seats.keys(found, [pygame.K_RETURN])

    started = seats.main(found).game.session
    assert started.fingerprint() == session.fingerprint()
    assert (started.journal.difficulty, started.journal.trait) == ("relentless", "lawyer")


@pytest.mark.usefixtures("own_home")
def test_a_window_that_a_code_of_other_rules_opens_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = seats.window(tmp_path)
    for place, name, answer in (
        (program, "has_display", True),
        (program, "display_opens", True),
        (app, "open_display", None),
        (app, "Window", found),
        (app, "_loop", None),
        (found.world, "fetch", None),
        (pygame.display, "flip", None),
        (pygame.display, "quit", None),
    ):
        monkeypatch.setattr(place, name, lambda *_asked, answer=answer: answer)

    program.play(code="803K-Y1AB-0000-F5")

    assert seats.main(found).game.session.seed == 20417
    assert any("under other rules" in toast.text for toast in found.desk.toasts)


def test_what_is_neither_a_number_nor_a_code_starts_nothing_and_says_why() -> None:
    new = NewGame(seats.desk())

    new.take(Action("edit", "seed", "hello"))

    start = new.stage.find("start")
    assert new.start() is None
    assert start is not None
    assert start.tip == "This is neither a number nor the code of a world."
    assert coded("hello", "real") is None


def test_todays_world_is_the_same_for_everybody_and_needs_a_date() -> None:
    desk = seats.desk()
    desk.today = 20_261_126
    dated, undated = NewGame(desk), NewGame(seats.desk())
    dated.story = "scarcity"

    dated.take(Action("press", "today", ""))

    assert dated.start_now() == daily(20_261_126, "real")
    assert daily(20_261_126, "real") == Start("the-twelve-thousand", 20_261_126, "real")
    assert undated.stage.find("today") is None
