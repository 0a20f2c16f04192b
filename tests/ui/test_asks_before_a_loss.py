"""The window asks once before a promise is broken, and before a month is lost that no disk would take."""

import re
from pathlib import Path

import pygame
import pytest

from race.core.commands import Divert, MakePromise
from race.core.ids import Subject
from race.core.words import N_, PlainError, Sentence
from race.session.session import Session
from race.session.store import Slots
from race.ui.screens.sheets.confirm import ConfirmSheet
from race.ui.window import Window
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def promised(tmp_path: Path) -> Window:
    """Return a window on a game whose founder has promised to divert nothing."""
    found = seats.table(tmp_path)
    session = seats.main(found).game.session
    session.submit(MakePromise(subject=Subject.NO_DIVERSION, quantity=0, due=10))
    seats.keys(found, [pygame.K_RETURN])
    while not hasattr(found.top, "game") or found.top.stage.find("board") is None:
        seats.keys(found, [pygame.K_ESCAPE])
    return found


def move_the_first(found: Window) -> None:
    seats.focus_on(found, "board")
    seats.keys(found, [pygame.K_RIGHT])


def diverted(found: Window) -> list[Divert]:
    session = seats.main(found).game.session
    return [order for order in session.pending if isinstance(order, Divert)]


def test_who_is_asked_reads_what_breaking_the_word_takes(tmp_path: Path) -> None:
    found = promised(tmp_path)
    move_the_first(found)
    assert isinstance(found.top, ConfirmSheet)

    lost = found.top.asked.text.partition("If it is missed: ")[2]

    assert re.fullmatch(r"trust −[\d.]+.*, share price −[\d.]+.%\.", lost)


def test_who_keeps_the_word_orders_nothing(tmp_path: Path) -> None:
    found = promised(tmp_path)
    move_the_first(found)
    assert isinstance(found.top, ConfirmSheet)

    seats.keys(found, [pygame.K_RETURN])

    assert diverted(found) == []


def test_who_goes_on_has_ordered_it_and_is_asked_no_more(tmp_path: Path) -> None:
    found = promised(tmp_path)
    move_the_first(found)

    seats.click(found, seats.centre(found.top, "confirm.go"))
    first = len(diverted(found))
    seats.main(found).game.session.undo()
    seats.main(found).lay()
    move_the_first(found)

    assert first == 1
    assert len(diverted(found)) == 1


def test_a_drop_that_breaks_nothing_is_not_asked_about(tmp_path: Path) -> None:
    found = seats.table(tmp_path)

    move_the_first(found)

    assert len(diverted(found)) == 1


def full_disk(_slots: Slots, _session: Session) -> Path:
    raise PlainError(Sentence(N_("Nothing yet.")))


def test_quitting_asks_when_the_disk_takes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = seats.table(tmp_path)
    move_the_first(found)
    monkeypatch.setattr(Slots, "autosave", full_disk)

    found.feed([pygame.event.Event(pygame.QUIT)], 0)
    asked, open_still = isinstance(found.top, ConfirmSheet), not found.done
    seats.keys(found, [pygame.K_RETURN])
    stayed = found.stack[-1] is seats.main(found)
    found.feed([pygame.event.Event(pygame.QUIT)], 0)
    seats.click(found, seats.centre(found.top, "confirm.go"))

    assert asked
    assert open_still
    assert stayed
    assert found.done


def test_a_saved_game_is_left_without_a_question(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    move_the_first(found)

    found.feed([pygame.event.Event(pygame.QUIT)], 0)

    assert found.done
