"""The month in which something comes back: chips on loan, a licence, and what they mend."""

import pytest

from race.core.commands import Divert, LendChips, LicenseBack, Speak
from race.core.formulas.owners.holders import trust_weighted
from race.core.ids import Firm, Stance, Terms
from race.core.world import World
from race.session.session import Refused, Session
from tests.builders import a_game
from tests.stories.played import act_of, after, offer, played, without


def after_the_news() -> Session:
    """Return a game in which 12,000 were taken and the owners have just been told."""
    game = a_game(name="history")
    line = offer(game)
    game = played(game, Divert(source=line.id, quantity=line.quantity, terms=Terms.SILENT))
    return played(game, Speak(act=act_of(game.position()).id, stance=Stance.DISCLOSE))


def chips(world: World) -> int:
    return sum(world.depot_of(firm).chips() for firm in (Firm.XAI, Firm.TESLA))


def test_chips_on_loan_run_at_the_carmaker_mend_and_go_home() -> None:
    game = after_the_news()
    loan = LendChips(quantity=4_000, months=3)

    quiet, lent = (after(game, months=2), after(game, loan, months=2))
    home, never = (after(game, loan, months=4), after(game, months=4))

    assert lent.carmaker.depot.chips() > quiet.carmaker.depot.chips() + 3_900
    assert chips(lent) == pytest.approx(chips(quiet), abs=200)
    assert trust_weighted(lent.holders) > trust_weighted(quiet.holders)
    assert not home.affairs.loans
    assert home.labs[Firm.XAI].depot.chips() == pytest.approx(never.labs[Firm.XAI].depot.chips(), abs=200)


def test_nobody_is_moved_by_a_loan_when_nothing_was_wrong() -> None:
    game = a_game(name="history")

    world = after(game, LendChips(quantity=4_000, months=3))

    assert not any("Lent by" in story.label.msgid for story in world.affairs.stories)


def test_lent_chips_cannot_be_taken_as_if_they_were_the_carmakers() -> None:
    game = played(a_game(name="history"), LendChips(quantity=4_000, months=6))
    (batch, *_) = [batch for batch in game.view().carmaker.depot.batches if batch.leased]

    reason = game.why_not(Divert(source=batch.id, quantity=1_000, terms=Terms.SILENT))

    assert reason is not None


def test_a_free_licence_mends_more_than_one_for_a_fee_and_both_speed_autonomy() -> None:
    game = after_the_news()

    quiet = after(game)
    free, paid = (after(game, LicenseBack(free=free)) for free in (True, False))

    assert free.carmaker.autonomy == paid.carmaker.autonomy > quiet.carmaker.autonomy
    assert paid.labs[Firm.XAI].cash_usd > free.labs[Firm.XAI].cash_usd
    assert trust_weighted(free.holders) > trust_weighted(paid.holders) > trust_weighted(quiet.holders)


def test_the_next_licence_has_to_wait() -> None:
    game = played(a_game(name="history"), LicenseBack(free=True))

    reason = game.why_not(LicenseBack(free=True))

    assert reason is not None
    assert "one release at a time" in reason.msgid


@pytest.mark.parametrize("command", [LendChips(quantity=1_000, months=2), LicenseBack(free=True)])
def test_nothing_is_lent_in_a_game_without_it(command: LendChips | LicenseBack) -> None:
    game = Session(without("lending"), 7)

    with pytest.raises(Refused, match="switched off"):
        game.submit(command)
