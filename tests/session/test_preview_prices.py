"""What a price and a rental are said to bring and take is what the month's books then say."""

import pytest

from race.core.commands import Borrow, RentCloud, SetPrice
from race.core.formulas.race.loans import pledged_usd
from race.core.ids import PPM
from race.core.words import Quantity
from race.session.preview import preview
from race.session.session import Session
from tests.builders import changed
from tests.stories.played import played


@pytest.fixture(scope="module")
def session() -> Session:
    """Return a game of history after its first month."""
    return played(Session("history", seed=7))


def said(session: Session, command: Borrow | RentCloud | SetPrice, label: str) -> Quantity:
    """Return what a preview says under a label."""
    return next(effect.value for effect in preview(session.view(), command).effects if effect.label == label)


@pytest.mark.parametrize("level", [400_000, 700_000, 1_250_000, 1_600_000])
def test_a_price_brings_in_its_first_month_what_its_preview_says(session: Session, level: int) -> None:
    order = SetPrice(level=level)
    usual, changed_price = played(session), played(session, order)
    revenue = usual.view().own.revenue_usd

    promised = said(session, order, "Income a month").value
    came = changed_price.view().own.revenue_usd - revenue

    assert promised == pytest.approx(came, abs=0.15 * revenue)  # a few users move within the month


@pytest.mark.parametrize("level", [400_000, 700_000, 1_250_000, 1_600_000])
def test_a_price_brings_of_each_user_what_its_preview_says(level: int) -> None:
    game = played(Session(changed(switches={"business": 0}), seed=7))
    order = SetPrice(level=level)
    before, after = game.view().own, played(game, order).view().own

    promised = said(game, order, "Income a month").value / before.revenue_usd

    each_before, each_after = before.revenue_usd / before.users_k, after.revenue_usd / after.users_k
    assert promised == pytest.approx(each_after / each_before - 1.0, abs=1e-3)


@pytest.mark.parametrize("level", [700_000, PPM])
def test_a_price_that_is_lifted_back_is_weighed_against_the_one_that_stands(
    session: Session, level: int
) -> None:
    cut = played(session, SetPrice(level=700_000))

    promised = said(cut, SetPrice(level=level), "Income a month").value

    assert (promised > 0) is (level > 700_000)
    assert promised >= 0


@pytest.mark.parametrize("amount", [5 * 10**7, 10**8])
def test_a_loan_is_called_back_once_chips_are_as_cheap_as_its_preview_says(
    session: Session, amount: int
) -> None:
    view = session.view()

    fall = said(session, Borrow(amount_usd=amount), "Called back once chips cheapen by").value / PPM

    cheaper = int(view.board.chip_price_usd * (1.0 - fall))
    worth = pledged_usd(view.own, cheaper) * view.board.rules.money.loan_call
    assert 0.0 < fall < 1.0
    assert worth == pytest.approx(view.own.owed_usd() + amount, rel=0.01)


@pytest.mark.parametrize("hours", [600, 730])
def test_a_rental_is_billed_by_the_hours_of_the_rulebook(hours: int) -> None:
    game = Session(changed(money={"rent_hours": hours}), seed=7)
    order = RentCloud(quantity=1_000)

    bill = said(game, order, "A month").value

    assert bill == 1_000 * game.view().board.rental_cents * hours // 100
