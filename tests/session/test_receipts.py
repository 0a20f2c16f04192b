"""Every account of every company is explained by its receipts in every month."""

import pytest

from race.core.ids import LABS, Firm
from race.core.receipts import Account
from race.policy.registry import SIMPLE
from tests.builders import a_game

EVERY_ACCOUNT = {
    (lab, account) for lab in LABS for account in Account if account not in (Account.TRUST, Account.PRICE)
} | {(Firm.TESLA, account) for account in (Account.CASH, Account.CHIPS, Account.PRICE, Account.TRUST)}


@pytest.mark.parametrize("founder", SIMPLE)
def test_start_and_causes_make_now_for_every_account_in_every_month(founder: str) -> None:
    session = a_game(founder=founder, name="history")
    while session.ending is None:
        session.end_month()

    played = session.reports[1:]
    wrong = [(report.month, b.firm, b.account) for report in played for b in report.balances if not b.adds_up]

    assert wrong == []
    assert all({(b.firm, b.account) for b in report.balances} == EVERY_ACCOUNT for report in played)


def test_what_an_account_holds_at_the_end_of_a_month_it_holds_at_the_start_of_the_next() -> None:
    session = a_game(founder="steward", name="history", months=8)

    for earlier, later in zip(session.reports[1:], session.reports[2:], strict=False):
        now = {(b.firm, b.account): b.now for b in earlier.balances}
        before = {(b.firm, b.account): b.before for b in later.balances}
        assert now == before
