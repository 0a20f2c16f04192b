"""A number opened in words or in a room names every cause, the small ones too."""

from pathlib import Path

from race.core.ids import Firm
from race.core.receipts import Account
from race.session.store import Slots
from race.speech import speak
from race.ui.present.figures import receipt
from race.ui.present.rooms.books import books
from race.ui.present.rooms.page import told
from race.ui.text.table import Table
from tests.ui import seats
from tests.ui.text.spoken import answer


def test_cash_opened_names_each_cause_and_none_as_small(tmp_path: Path) -> None:
    session = seats.played(14)
    balance = next(
        one for one in session.reports[-1].balances if (one.firm, one.account) == (Firm.XAI, Account.CASH)
    )
    causes = {speak(entry.cause) for entry in balance.receipts if entry.amount}
    assert len(causes) > 6  # more than a tooltip has room for

    page = answer(Table(session, Slots(tmp_path)), "why cash")
    revenue = next(line for line in books(session).lines() if line.key == "two.revenue")

    assert [cause for cause in causes if cause not in page] == []
    assert causes <= {said.words for said in told(session, revenue)}
    brief = receipt(session, Firm.XAI, Account.CASH)
    assert brief is not None
    assert len(brief.causes) == 6
