"""Every round brings money and takes a part of the lab; investors wait while there is enough of it."""

import pytest

from race.core.commands import RaiseRound
from race.core.events import Happening
from race.core.ids import PPM, Firm
from race.session.session import Refused, Session
from tests.builders import a_game


def rounds(game: Session) -> int:
    """Count the lab's rounds of equity."""
    told = [event for report in game.reports for event in report.events]
    return sum(event.kind is Happening.ROUND and event.firm is Firm.XAI for event in told)


def test_two_rounds_in_a_year_leave_the_founder_two_thirds_of_the_lab() -> None:
    game = a_game(name="history", founder="historical", months=12)

    assert rounds(game) == 2
    assert 0.64 * PPM < game.view().own.founder_ppm < 0.69 * PPM


def test_each_round_sells_a_smaller_part_of_what_is_left() -> None:
    game = a_game(name="history", founder="historical", months=30)

    assert rounds(game) >= 3
    assert game.view().own.founder_ppm < 0.6 * PPM


def test_investors_do_not_pay_for_a_hoard() -> None:
    game = a_game(name="history")
    own = game.view().own
    own.cash_usd = own.valuation_usd  # more in the bank than a round would bring

    with pytest.raises(Refused, match="Investors fund plans"):
        game.submit(RaiseRound())
