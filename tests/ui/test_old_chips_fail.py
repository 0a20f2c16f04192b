"""What rooms say of chips that fail is what is scrapped at the month's end."""

from msgspec.structs import replace

from race.core.ids import Firm
from race.core.receipts import Account
from race.session.session import Session
from race.ui.present.rooms.yards.ground import ground
from race.ui.present.standing import failing
from tests.ui import seats


def scrapped(session: Session, firm: Firm) -> int:
    """Return the chips of a company that failed in the month that was played last."""
    return -sum(
        receipt.amount
        for balance in session.reports[-1].balances
        if (balance.firm, balance.account) == (firm, Account.CHIPS)
        for receipt in balance.receipts
        if receipt.cause.msgid == "Failed and scrapped"
    )


def test_as_many_fail_as_was_told_but_for_what_comes_meanwhile() -> None:
    session = seats.played(20)
    depot = session.view().own.depot

    (told,) = failing(session.view(), depot.batches)
    session.end_month()

    foreseen = int("".join(sign for sign in told if sign.isdigit()))
    assert foreseen > 10
    assert 0.9 * foreseen <= scrapped(session, Firm.XAI) <= 1.2 * foreseen


def test_a_room_tells_it_of_a_place_and_says_nothing_where_hardly_one_fails() -> None:
    session = seats.played(20)

    plots = [plot for yard in ground(session).yards for plot in yard.plots]
    told = [line for plot in plots for line in plot.told if "of them fail" in line]

    assert told
    few = replace(session.view().own.depot.batches[0], quantity=1)
    assert list(failing(session.view(), [few])) == []
