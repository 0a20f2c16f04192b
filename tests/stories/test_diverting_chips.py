"""The month in which the twelve thousand move: five kinds of terms for the same crate."""

import pytest

from race.core.commands import Divert, GiveBack
from race.core.formulas.passing.diversion import weigh
from race.core.ids import Firm, Terms
from race.core.legality.diversion import left_for_sale
from race.core.legality.purse import coming
from race.core.world import Act, World
from race.session.session import Refused, Session
from tests.builders import a_game, changed
from tests.stories.played import act_of, after, offer, played, without

WILLING = changed(court={"justified_idle": 1.0})
"""A world whose directors sell whatever the founder asks for."""


def the_offer(terms: Terms, months: int = 1) -> tuple[World, Act]:
    """Move the 12,000 of December 2023 on some terms and return what follows."""
    game = Session(WILLING, 7)
    line = offer(game)
    world = after(game, Divert(source=line.id, quantity=line.quantity, terms=terms), months=months)
    return world, act_of(world)


def test_a_swap_gives_chips_now_for_the_labs_own_of_june() -> None:
    world, act = the_offer(Terms.SWAP)

    assert world.labs[Firm.XAI].depot.chips() > 19_000
    assert sum(line.quantity for line in world.market.lines if line.payer is Firm.XAI) == sum(
        line.quantity for line in world.market.lines if line.payer is Firm.XAI and line.owner is Firm.TESLA
    )
    assert 0.08 < act.severity < 0.17
    assert act.idle_share < 0.2
    assert (act.outstanding, act.paid_usd) == (0, 0)


def test_a_silent_taking_costs_nothing_but_its_secret() -> None:
    world, act = the_offer(Terms.SILENT)

    assert act.paid_usd == 0
    assert act.outstanding == act.quantity
    assert act.insiders > 0
    assert act.severity > 2 * the_offer(Terms.SWAP)[1].severity
    assert act.published is None
    assert not any(story.act == act.id for story in world.affairs.stories)


def test_a_sale_is_paid_and_stands_in_the_next_quarters_filing() -> None:
    _, act = the_offer(Terms.PAID, months=4)

    assert act.paid_usd > act.value_usd
    assert act.published in (2, 3, 4)


def test_who_announces_it_is_known_at_once_and_forgiven_more() -> None:
    _, act = the_offer(Terms.DISCLOSED)

    assert act.disclosed
    assert act.published == 1
    assert act.paid_usd == act.value_usd


@pytest.mark.parametrize("terms", [Terms.PAID, Terms.DISCLOSED])
def test_the_directors_do_not_sell_all_that_the_carmaker_could_run_and_lease_it(terms: Terms) -> None:
    game = a_game(name="history")
    line = offer(game)

    with pytest.raises(Refused, match="of these, for the carmaker could run them"):
        game.submit(Divert(source=line.id, quantity=line.quantity, terms=terms))

    assert game.why_not(Divert(source=line.id, quantity=line.quantity, terms=Terms.LEASE)) is None


@pytest.mark.parametrize("terms", [Terms.PAID, Terms.DISCLOSED])
def test_of_what_would_stand_idle_the_directors_sell_most(terms: Terms) -> None:
    game = a_game(name="history")
    line = offer(game)
    could = weigh(coming(game.view()), line, line.quantity, terms).idle_share
    sold = left_for_sale(game.view(), (), line)

    assert sold == int(line.quantity * (1.0 - could) * game.view().board.rules.court.sold_idle)
    assert line.quantity / 5 < sold < line.quantity / 2
    assert game.why_not(Divert(source=line.id, quantity=sold + 1, terms=terms)) is not None
    act = act_of(after(game, Divert(source=line.id, quantity=sold, terms=terms)))
    assert (act.quantity, act.terms) == (sold, terms)
    assert act.paid_usd >= act.value_usd


def test_what_was_bought_already_this_month_is_no_longer_for_sale_on_either_terms() -> None:
    game = a_game(name="history")
    line = offer(game)
    sold = left_for_sale(game.view(), (), line)
    game.submit(Divert(source=line.id, quantity=1_000, terms=Terms.DISCLOSED))

    assert left_for_sale(game.view(), game.pending, line) == sold - 1_000
    for terms in (Terms.PAID, Terms.DISCLOSED):
        assert game.why_not(Divert(source=line.id, quantity=sold, terms=terms)) is not None
    game.submit(Divert(source=line.id, quantity=sold - 1_000, terms=Terms.PAID))
    assert game.why_not(Divert(source=line.id, quantity=4_000, terms=Terms.LEASE)) is None


def test_a_lease_costs_rent_is_no_collateral_and_ends() -> None:
    early, act = the_offer(Terms.LEASE)
    late, done = the_offer(Terms.LEASE, months=13)
    kept, _ = the_offer(Terms.SILENT)

    assert act.paid_usd == act.rent_usd > 0
    assert early.labs[Firm.XAI].depot.chips() == kept.labs[Firm.XAI].depot.chips()
    assert early.labs[Firm.XAI].valuation_usd < kept.labs[Firm.XAI].valuation_usd
    assert 11 * act.rent_usd < done.paid_usd < done.value_usd / 2
    assert done.outstanding == 0
    assert not any(batch.leased for batch in late.labs[Firm.XAI].depot.batches)


def test_a_lease_can_be_given_back_early() -> None:
    game = a_game(name="history")
    line = offer(game)
    game = played(game, Divert(source=line.id, quantity=line.quantity, terms=Terms.LEASE), months=3)

    world = after(game, GiveBack(quantity=act_of(game.position()).outstanding))

    act = act_of(world)
    assert act.outstanding == 0
    assert act.paid_usd == act_of(game.position()).paid_usd
    assert act.repaired


@pytest.mark.parametrize(
    ("switch", "terms"),
    [("swap", Terms.SWAP), ("disclosure", Terms.DISCLOSED), ("paid", Terms.PAID), ("paid", Terms.LEASE)],
)
def test_terms_can_be_left_out_of_a_game(switch: str, terms: Terms) -> None:
    game = Session(without(switch), 7)
    line = offer(game)

    with pytest.raises(Refused, match="switched off"):
        game.submit(Divert(source=line.id, quantity=line.quantity, terms=terms))
