"""What rooms say of chips that fail is what is scrapped at the month's end."""

from msgspec.structs import replace

from race.core.formulas.race.chips import failing_of
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


def test_the_oldest_chips_fail_first_and_only_their_place_says_so() -> None:
    session = Session("history", seed=3)
    for _month in range(24):
        session.end_month()
    depot = session.view().carmaker.depot
    oldest = min(depot.batches, key=lambda batch: batch.arrived)
    plots = [plot for yard in ground(session).yards for plot in yard.plots]

    told = {plot.key for plot in plots if any("of them fail" in line for line in plot.told)}
    left = [batch for batch in depot.batches if batch is not oldest]
    session.end_month()

    assert told & {f"site.{site.id}" for site in depot.sites} == {f"site.{oldest.site}"}
    assert list(failing(session.view(), left)) == []
    assert list(failing(session.view(), [oldest]))
    still = {batch.id: batch.quantity for batch in session.view().carmaker.depot.batches}
    assert oldest.quantity - still[oldest.id] == scrapped(session, Firm.TESLA)


def test_nothing_is_told_where_chips_do_not_age() -> None:
    view = seats.played(20).view()
    off = replace(view.board.rules, switches=replace(view.board.rules.switches, ageing=0))

    assert failing_of(view.board.rules, view.own.depot, 21)
    assert failing_of(off, view.own.depot, 21) == []
