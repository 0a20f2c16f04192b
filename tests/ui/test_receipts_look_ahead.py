"""An open receipt says what is expected next month, and stays as long as it is kept."""

import dataclasses
from pathlib import Path

import pygame
import pytest
from msgspec.structs import replace

from race.core.ids import PPM, Firm
from race.core.receipts import Account
from race.ui.kit import text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, Theme
from race.ui.kit.tooltips import Line, Receipt, draw_receipt
from race.ui.pieces.board import Board
from race.ui.present.ahead.closing import _pace, closing
from race.ui.present.figures import balance_of, footing, header, moved_by
from race.ui.present.rounding import unit_of
from race.ui.screens.table.main import MainScreen
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def screen(tmp_path: Path) -> MainScreen:
    return MainScreen(seats.desk(), seats.game(tmp_path))


def point_at(table: MainScreen, name: str) -> None:
    event = pygame.event.Event(
        pygame.MOUSEMOTION, pos=seats.centre(table, name), rel=(0, 0), buttons=(0, 0, 0)
    )
    table.handle(event)
    table.desk.now += 400


def receipt(table: MainScreen) -> Receipt:
    control = table.stage.find(table.tip_name())
    assert control is not None
    tip = table.tip_of(control)
    assert isinstance(tip, Receipt)
    return tip


def at_rest(table: MainScreen) -> list[str]:
    board = table.stage.find("board")
    assert isinstance(board, Board)
    return [effect.shown for effect in board.spec.rest.effects]


def test_the_strip_beneath_the_docks_says_what_the_month_brings_if_it_is_ended_now(tmp_path: Path) -> None:
    table = screen(tmp_path)
    before = at_rest(table)

    while table.wait() == 0:
        pass

    told = at_rest(table)
    assert before == ["…"] * 4
    assert sum(" to " in shown for shown in told) >= 2
    assert told == [each.shown for each in closing(table.game.session, table.game.coming)]


def test_a_programme_that_may_keep_its_plan_is_no_loss() -> None:
    kept, slowed = _pace(PPM - 50_000, PPM), _pace(PPM - 90_000, PPM - 50_000)

    assert (kept.good, slowed.good) == (0, -1)


def test_nothing_is_played_while_a_crate_is_in_the_hand(tmp_path: Path) -> None:
    table = screen(tmp_path)
    table.stage.focus_on("board")
    for code in (pygame.K_SPACE, pygame.K_RIGHT):
        table.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="", scancode=0))

    waited = table.wait()

    assert waited != 0
    assert at_rest(table) == ["…"] * 4


def test_the_range_of_a_receipt_is_there_when_the_month_has_been_played(tmp_path: Path) -> None:
    table = screen(tmp_path)
    point_at(table, "tesla.trust")
    first = receipt(table).expected

    while table.wait() == 0:
        pass

    last = receipt(table).expected
    assert first is not None
    assert last is not None
    assert first.shown == "…"
    assert " to " in last.shown
    assert table.wait() is None


def test_the_foot_of_a_receipt_says_which_keys_lead_on(tmp_path: Path) -> None:
    table = screen(tmp_path)

    point_at(table, "tesla.trust")

    assert [cap for cap, _words in receipt(table).hints] == ["Alt", "F1"]


def test_alt_keeps_what_the_mouse_has_opened_until_it_is_pressed_again(tmp_path: Path) -> None:
    table = screen(tmp_path)
    point_at(table, "xai.cash")
    alt = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_LALT, mod=0, unicode="", scancode=0)

    table.handle(alt)
    point_at(table, "board")
    kept = table.tip_name()
    table.handle(alt)

    assert kept == "xai.cash"
    assert table.tip_name() != "xai.cash"


def test_a_change_in_the_head_is_what_its_receipt_adds_up_to(tmp_path: Path) -> None:
    session = seats.game(tmp_path, months=4).session
    for account in (Account.TRUST, Account.QUALITY):
        firm = Firm.TESLA if account is Account.TRUST else Firm.XAI
        balance = balance_of(session, firm, account)
        assert balance is not None
        unit = unit_of(session, account)
        tenths = replace(balance, before=round(0.449 * unit), now=round(7.351 * unit), receipts=())
        assert moved_by(session, tenths) == round(7 * unit)


def test_the_change_of_trust_in_the_head_is_told_in_the_points_of_its_receipt() -> None:
    (trust,) = [figure for figure in header(seats.played(6)) if figure.key == "tesla.trust"]
    assert trust.receipt is not None

    before, now = (float(words.split()[0]) for words in (trust.receipt.before, trust.receipt.now))

    assert float(trust.change.split()[0]) == pytest.approx(abs(now - before))
    assert trust.up == (now > before)


def test_a_long_range_stands_under_its_words_and_nothing_of_it_is_cut() -> None:
    theme = Theme()
    said = Line("Expected next month", "$18 087.8 M to $18 156.0 M")
    line = Line("Last month", "$19 795.3 M")
    opened = Receipt("Valuation", "$22 845.0 M", "What it is worth.", line, (), line, said)
    short = dataclasses.replace(opened, expected=Line("Expected next month", "60 % to 66 %"))
    surface, anchor = pygame.Surface((1280, 720)), Rect(600, 20, 40, 20)

    high, low = (draw_receipt(surface, theme, each, anchor).h for each in (opened, short))

    assert high - low == text.line_height(theme, BODY)


def test_users_are_opened_in_the_same_numbers_as_they_stand_in(tmp_path: Path) -> None:
    table = screen(tmp_path)
    point_at(table, "xai.users")

    (shown,) = (figure.shown for figure in footing(table.game.session) if figure.key == "xai.users")

    assert receipt(table).shown.replace("\u202f", "") == str(table.game.session.view().own.users_k * 1000)
    assert receipt(table).shown == shown
