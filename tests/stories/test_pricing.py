"""A price is a bet: a low one buys users for later, a high one sells them for now."""

import pytest

from race.core.commands import SetPrice
from race.core.formulas.race.money import paid_part
from race.core.ids import PPM
from race.core.rulebook.money import MoneyRules
from race.session.session import Refused, Session
from tests.builders import changed


def a_year_at(level: int) -> tuple[int, int]:
    game = Session("history", seed=7)
    game.submit(SetPrice(level=level))
    game.end_month()
    first = game.view().own.revenue_usd
    for _ in range(11):
        game.end_month()
    return first, game.view().own.users_k


def test_a_cut_costs_income_today_and_brings_users_by_the_end_of_the_year() -> None:
    (cut, many), (usual, some), (high, few) = (a_year_at(level) for level in (600_000, PPM, 1_600_000))

    assert cut < usual
    assert many > 1.05 * some > some > few
    assert 0.8 * usual < high < 1.05 * usual  # fewer pay more: the usual price is near what they bear


def test_the_best_price_for_a_month_is_neither_the_lowest_nor_the_highest() -> None:
    rules = MoneyRules()
    income = {level: paid_part(rules, level) for level in range(400_000, 1_600_001, 50_000)}

    assert rules.price_lowest < max(income, key=lambda level: income[level]) < rules.price_highest


def test_where_prices_are_fixed_nobody_sets_one() -> None:
    game = Session(changed(switches={"pricing": 0}), seed=7)

    with pytest.raises(Refused, match="switched off"):
        game.submit(SetPrice(level=700_000))
