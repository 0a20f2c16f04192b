"""Months that run until something asks, and the standing orders that let them."""

from pathlib import Path
from unittest.mock import Mock

import pygame
import pytest

from race.core.words import Sentence
from race.session.asking import Asks, Halt, Reason
from race.session.session import Session
from race.session.store import Slots
from race.ui.kit.widgets import Label
from race.ui.present.seat.players import Plan
from race.ui.screens.game import Game, Shelf
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.overlays import ListSheet
from race.ui.screens.seat.spectate import Spectate
from race.ui.screens.table.main import MainScreen
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def test_a_key_runs_months_until_something_asks_and_says_what(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    session = seats.main(found).game.session

    seats.keys(found, [pygame.K_f])

    shown = found.top
    assert isinstance(shown, ListSheet)
    assert session.month >= 1
    assert shown.lines
    seats.keys(found, [pygame.K_ESCAPE])
    assert isinstance(found.top, MainScreen)


def test_the_key_that_stopped_the_months_goes_on_from_where_they_stopped(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    letter = Reason(asks=Asks.SUIT, sentence=Sentence("Holders write an open letter."))
    run = Mock(return_value=Halt(months=3, reasons=(letter,)))
    seats.main(found).game.run_on = run  # type: ignore[method-assign]

    seats.keys(found, [pygame.K_f, pygame.K_f])

    assert run.call_count == 2
    assert isinstance(found.top, ListSheet)


def test_a_reason_that_stopped_the_months_leads_to_the_orders_that_answer_it(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    letter = Reason(asks=Asks.SUIT, sentence=Sentence("Holders write an open letter."))
    halt = Halt(months=3, reasons=(letter, letter))
    seats.main(found).game.run_on = Mock(return_value=halt)  # type: ignore[method-assign]

    seats.keys(found, [pygame.K_f])
    shown = found.top
    seats.keys(found, [pygame.K_SPACE])

    assert isinstance(shown, ListSheet)
    assert len(shown.lines) == 1
    assert isinstance(found.top, OrdersPanel)
    assert found.top.group == "court"


def test_standing_orders_are_switched_by_a_key_and_stand_in_the_session(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    session = seats.main(found).game.session

    seats.keys(found, [pygame.K_t])
    seats.keys(found, [pygame.K_RETURN])
    once = session.standing
    seats.keys(found, [pygame.K_RETURN])

    assert len(once) == 1
    assert session.standing == ()
    seats.keys(found, [pygame.K_t])
    assert isinstance(found.top, MainScreen)


def test_the_last_month_of_the_fastest_bot_is_drawn_though_nothing_moves(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    table = seats.main(found)
    for _month in range(11):
        table.game.end_month(found.desk)
    screen = Spectate(found.desk, table.game, Plan(speed="fastest", stops=frozenset()))
    screen.wait()
    while screen.hands.busy:
        pass

    wait = screen.wait()

    assert screen.game.session.ending is not None
    assert wait == 0
    assert not screen.playing
    assert screen.wait() is None


@pytest.mark.parametrize(("founder", "told"), [(None, "holds your seat"), ("steward", "the founder's seat")])
def test_who_watches_reads_whose_seat_is_held(tmp_path: Path, founder: str | None, told: str) -> None:
    session = Session("the-twelve-thousand", 7, founder)
    screen = Spectate(seats.desk(), Game(session, Shelf(Slots(tmp_path))), Plan(), playing=False)

    why = screen.stage.find("why")

    assert isinstance(why, Label)
    assert told in why.spec.text
