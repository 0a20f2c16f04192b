"""The founder's shares: a sale that costs votes and trust, a loan that holds while the price does."""

from race.core.commands import PlanCarmaker, PledgeStake, SellStake
from race.core.events import Happening
from race.core.ids import PPM, Firm
from race.session.session import Session
from race.speech import speak
from tests.builders import a_game, changed
from tests.stories.played import after, played

A_QUARTER = 400
"""The largest sale in one window, ppm of the company."""


def reported(**switches: float) -> Session:
    """Return a game in which the first quarter was just reported: a window is open."""
    session = Session(changed(switches=switches), 7)
    session.end_month()
    return session


def test_a_sale_brings_what_tax_leaves_and_costs_votes_price_and_trust() -> None:
    session = reported()

    sold, kept = after(session, SellStake(shares_ppm=A_QUARTER)), after(session)

    gain = sold.labs[Firm.XAI].cash_usd - kept.labs[Firm.XAI].cash_usd
    assert 150_000_000 < gain < 350_000_000
    assert sold.carmaker.stake_ppm == kept.carmaker.stake_ppm - A_QUARTER
    assert sold.carmaker.price_cents < kept.carmaker.price_cents


def test_between_reports_the_founder_does_not_sell() -> None:
    session = a_game()

    refused = session.why_not(SellStake(shares_ppm=A_QUARTER))

    assert refused is not None
    assert "next window" in refused.msgid


def test_nobody_sells_control_away_unawares() -> None:
    session = played(reported())
    world = session.position()
    world.carmaker.stake_ppm = 80_300
    for _ in range(2):
        session.end_month()

    refused = session.why_not(SellStake(shares_ppm=A_QUARTER))

    assert refused is not None
    assert "lose control" in refused.msgid


def test_a_lender_calls_when_the_price_has_fallen_and_sells_a_month_later() -> None:
    session = played(a_game(), PledgeStake(shares_ppm=2_500))
    world = session.position()
    owed = world.carmaker.pledge_usd
    assert owed > 300_000_000

    world.carmaker.price_cents = world.carmaker.price_cents * 45 // 100
    warned = session.end_month()
    sold = session.end_month()

    assert Happening.MARGIN_CALL in {event.kind for event in warned.events}
    assert Happening.SEIZED in {event.kind for event in sold.events}
    assert session.position().carmaker.stake_ppm < 130_000
    assert session.position().carmaker.pledge_usd < owed


def test_a_small_part_that_is_pledged_and_sold_is_not_told_as_nothing() -> None:
    session = played(a_game(), PledgeStake(shares_ppm=600))
    session.position().carmaker.price_cents //= 3

    told = [event for _month in range(2) for event in session.end_month().events]

    (sold,) = [event.sentence for event in told if event.kind is Happening.SEIZED]
    assert sold is not None
    assert "sells 0.0" in speak(sold)


def test_who_repays_in_the_month_of_warning_keeps_the_shares() -> None:
    session = played(a_game(), PledgeStake(shares_ppm=2_000))
    world = session.position()
    world.carmaker.price_cents = world.carmaker.price_cents * 45 // 100
    session.end_month()

    game = played(session, PledgeStake(shares_ppm=-2_000))

    assert game.position().carmaker.stake_ppm == 130_000
    assert game.position().carmaker.pledge_usd == 0


def test_a_scenario_can_do_without_loans_on_shares() -> None:
    session = reported(pledging=0)

    refused = session.why_not(PledgeStake(shares_ppm=1_000))

    assert refused is not None
    assert refused.msgid == "This is switched off in this scenario."


def test_a_buy_back_retires_shares_and_everybody_owns_more_exactly() -> None:
    session = reported()
    carmaker = session.position().carmaker
    founder = carmaker.shares * carmaker.stake_ppm // PPM

    world = after(session, PlanCarmaker(chip_budget=PPM, buy_back_usd=2_000_000_000))

    own = world.carmaker.shares * world.carmaker.stake_ppm // PPM
    assert world.carmaker.shares < carmaker.shares
    assert 0 <= own - founder <= world.carmaker.shares // PPM + 1
    assert int(world.holders.shares.sum()) + own == world.carmaker.shares


def test_to_pledge_nothing_is_refused_in_a_sentence() -> None:
    session = a_game(name="history")

    reason = session.why_not(PledgeStake(shares_ppm=0))

    assert reason is not None
    assert "not pledged" in reason.msgid


def test_a_buy_back_of_less_than_nothing_is_refused_in_a_sentence() -> None:
    game = a_game(months=1, name="history")

    why = game.why_not(PlanCarmaker(chip_budget=PPM, buy_back_usd=-1))

    assert why is not None
    assert "buy back shares for up to" in why.msgid
