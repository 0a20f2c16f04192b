"""The first chips: known people help to found a small lab that has some, and what they know stays.

December 2023: xAI has thirty researchers and 8,000 chips. Until summer whoever leaves a large lab
looks for chips for each head. A founder who swaps the carmaker's January for the lab's June has them;
one who takes nothing loses those people in May and June. A small swap the chipmaker overlooks; the
whole of a month's it does not.
"""

from race.core.commands import Divert
from race.core.events import Happening
from race.core.ids import Firm, Terms
from race.scenario.load import Scenario, load_scenario, switched_off
from race.session.session import Session
from tests.stories.played import after, offer

SPRING = range(1, 10)


def came(scenario: Scenario, founder: str) -> tuple[list[int], float]:
    """Return the months in which known people came to the lab, and its method after them, Elo."""
    session = Session(scenario, 3, founder)
    for _month in SPRING:
        session.end_month()
    told = [
        report.month
        for report in session.reports
        for event in report.events
        if event.kind is Happening.FOUNDERS_CAME and event.firm is Firm.XAI
    ]
    return told, session.position().labs[Firm.XAI].recipe


def test_swapped_chips_bring_people_in_the_months_without_ones_own() -> None:
    history = load_scenario("history")

    (none, left), (swapped, gained) = came(history, "quota-0"), came(history, "quota-40")

    assert set(none) < set(swapped)
    assert max(swapped) <= history.rules.talent.founding_until
    assert gained > left + 1.0


def test_without_a_market_for_talent_nobody_comes() -> None:
    plain = switched_off(load_scenario("history"), "talent")

    assert came(plain, "quota-40")[0] == []


def test_the_chipmaker_overlooks_a_small_swap() -> None:
    session = Session("history", 3)
    line = offer(session)

    def cost(quantity: int) -> int:
        swap = Divert(source=line.id, quantity=quantity, terms=Terms.SWAP)
        usual, annoyed = (after(session, *orders).market.relation[Firm.XAI] for orders in ((), (swap,)))
        return usual - annoyed

    whole, tenth, small = cost(line.quantity), cost(line.quantity // 10), cost(line.quantity // 60)

    assert whole == session.view().board.rules.chips.relation_swap
    assert 0 < tenth < whole // 5
    assert small < whole // 100
