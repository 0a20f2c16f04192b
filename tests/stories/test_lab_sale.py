"""The lab can be sold: to a rival at once, to the carmaker if its owners vote for it; then it is over."""

from race.core.commands import SellLab
from race.core.ids import Ballot, Ending, Firm
from race.core.legality.switched import SWITCHED_OFF
from race.core.outcome import score
from race.session.session import Session
from tests.builders import a_game, changed
from tests.stories.played import played, without

BEFORE_THE_MEETING = 4


def waiting(months: int) -> Session:
    """Return a game in which some months have passed without an order."""
    return played(a_game(), months=months)


def test_a_rival_buys_the_lab_at_once_and_takes_over_its_loans() -> None:
    session = waiting(2)
    worth = session.position().labs[Firm.XAI].valuation_usd

    sold = played(session, SellLab(buyer=Firm.OPENAI))

    lab = sold.position().labs[Firm.XAI]
    assert sold.ending is Ending.ABSORBED
    assert 0.7 * worth < lab.sold_usd < worth
    assert lab.loans == []
    assert score(sold.position()).factor == sold.position().rules.score.sold_factor


def test_a_lab_that_runs_less_cannot_buy_a_larger_one() -> None:
    session = Session(changed(sale={"buyer_fleet": 3.0}), 7)

    refused = session.why_not(SellLab(buyer=Firm.MISTRAL))

    assert refused is not None
    assert "must run" in refused.msgid


def test_the_carmakers_owners_are_asked_at_their_meeting_and_their_yes_ends_the_game() -> None:
    asked = played(waiting(BEFORE_THE_MEETING), SellLab(buyer=Firm.TESLA))
    assert Ballot.MERGER in asked.position().affairs.agenda

    met = played(asked)

    vote = next(vote for vote in met.position().affairs.votes if vote.ballot is Ballot.MERGER)
    assert vote.passed is (met.ending is Ending.ABSORBED)
    assert vote.passed is (met.position().labs[Firm.XAI].buyer is Firm.TESLA)


def test_without_the_switch_nobody_sells_a_lab() -> None:
    session = Session(without("lab_sale"), 7)

    refused = session.why_not(SellLab(buyer=Firm.OPENAI))

    assert refused == SWITCHED_OFF
