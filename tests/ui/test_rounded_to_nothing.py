"""What is written as nothing is painted as nothing: no sign, and neither the good nor the bad colour."""

import math

import pygame
import pytest

from race.core.ids import Firm
from race.core.receipts import Account
from race.core.words import Quantity, cents, percent, points
from race.session.forecast.outlook import LEAK, Change, Odds, Outlook
from race.session.forecast.paths import GAP, TRUST
from race.speech import NARROW, nought, quantity
from race.ui.kit.layout import Rect
from race.ui.pieces.rooms.told import Reading
from race.ui.present.ahead.told import chances, verdict
from race.ui.present.consequences import ranged
from race.ui.present.figures import Cause, Receipt, Said, receipt, signed
from race.ui.screens import looks
from tests.ui import seats


@pytest.mark.parametrize(
    ("shown", "none"),
    [("0", True), ("0.0 %", True), ("0,0 %", True), ("$0.00", True), ("0.1 %", False), ("a month", False)],
)
def test_nothing_is_digits_that_are_all_zeros(shown: str, *, none: bool) -> None:
    assert nought(shown) is none


@pytest.mark.parametrize("amount", [percent(-300), percent(300), points(-300), points(300)])
def test_what_rounds_to_nothing_has_no_sign(amount: Quantity) -> None:
    assert quantity(amount).removesuffix(f"{NARROW}%") == "0"
    assert signed(amount) == quantity(amount)


@pytest.mark.parametrize(
    ("low", "high", "good"),
    [
        (points(-300), points(-100), 0),
        (points(-300), points(300), 0),
        (points(-9_000), points(-300), -1),
        (points(300), points(9_000), 1),
        (cents(-1), cents(-1), -1),
    ],
)
def test_a_change_has_the_direction_that_can_be_read(low: Quantity, high: Quantity, good: int) -> None:
    found = ranged("Trust", low, high)

    assert found.good == good
    assert found.up is (None if not good else good > 0)


def test_a_cause_of_nothing_is_neither_good_nor_bad() -> None:
    causes = (
        Cause("rent", "0.0 %", -20.0),
        Cause("a leak", "\u22121.2 %", -1200.0),
        Cause("luck", "+0.3 %", 9.0),
    )

    drawn = looks.receipt(Receipt("Trust", "", "60 %", causes, "59 %")).causes

    assert [cause.good for cause in drawn] == [None, False, True]


@pytest.mark.parametrize(("shown", "alarming"), [("0.0 %", False), ("\u22121.2 %", True)])
def test_a_room_paints_a_cause_of_nothing_like_words(shown: str, *, alarming: bool) -> None:
    theme, surface = seats.desk().theme, pygame.Surface((400, 100))

    Reading("told", Rect(0, 0, 400, 100), theme, (Said("rent", shown, "", -20.0),)).draw(surface)

    painted = {tuple(surface.get_at((x, y)))[:3] for x in range(400) for y in range(100)}
    assert (tuple(theme.palette.bad) in painted) is alarming


@pytest.mark.parametrize(("mean", "good"), [(0.004, 0), (0.2, -1)])
def test_a_chance_that_changes_by_nothing_is_not_painted(mean: float, good: int) -> None:
    change = Change(mean=mean, low=mean / 2, high=mean * 2)
    odds = {LEAK: Odds(shares=(mean, 0.0), change=change)}
    seen = Outlook(
        month=8, months=12, futures=64, fans=(), changes={}, apart={}, odds=odds, support=(None, None)
    )

    assert [chance.good for chance in chances(seen)] == [good]
    assert math.isclose(chances(seen)[0].shares[0], mean)


def test_a_receipt_has_no_line_for_what_rounds_to_nothing_and_the_whole_one_names_it() -> None:
    games = [seats.played(months) for months in range(1, 15)]

    brief = [receipt(game, Firm.TESLA, Account.TRUST) for game in games]
    whole = [receipt(game, Firm.TESLA, Account.TRUST, whole=True) for game in games]

    shown = [cause.shown for opened in (*brief, *whole) if opened for cause in opened.causes]
    named = [cause.words for opened in whole if opened for cause in opened.causes if not cause.shown]
    assert [figure for figure in shown if nought(figure)] == []
    assert named
    assert all(words.startswith("Too small to be shown: ") for words in named)


def test_a_gain_of_no_elo_is_told_as_none() -> None:
    still, none = Change(mean=0.02, low=0.01, high=0.04), Change(mean=90.0, low=80.0, high=100.0)
    odds = {LEAK: Odds(shares=(0.0, 0.0), change=None)}
    seen = Outlook(
        month=8,
        months=3,
        futures=64,
        fans=({}, {}),
        changes={GAP: still, TRUST: none},
        apart={},
        odds=odds,
        support=(None, None),
    )

    assert verdict(seen) == (
        "It does not move the race within 3 months, as far as anybody can tell.",
        "Trust stays where it would be.",
    )
