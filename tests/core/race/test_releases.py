"""Releases, refreshes, the league and its prizes."""

from race.core.chance import Chance
from race.core.commands import Orders, PublishRelease
from race.core.events import Happening
from race.core.formulas.race.quality import milli
from race.core.ids import LABS, Firm, Mood
from race.core.receipts import Account
from race.core.rules.race.releases import publish
from race.core.world import Candidate, Release, World
from tests.builders import a_world, orders

NOBODY = Orders({})


def with_candidate(world: World, firm: Firm, elo: float) -> World:
    world.labs[firm].candidate = Candidate(finished=0, flop=1e26, elo=elo, luck=0.0)
    return world


def release(month: int, elo: float) -> Release:
    return Release(month=month, flop=1e25, elo_true=elo, elo_published=elo, open_weights=False, tested=True)


def test_a_release_puts_the_candidate_on_the_shelf_with_an_error_of_a_few_elo() -> None:
    errors = []
    for seed in range(40):
        world = with_candidate(a_world(), Firm.XAI, 1400.0)
        publish(world, orders(PublishRelease()), Chance(seed))
        out = world.labs[Firm.XAI].releases[-1]
        errors.append(out.elo_published - 1400.0)
        assert (out.elo_true, out.refresh, world.labs[Firm.XAI].candidate) == (1400.0, False, None)

    assert any(error > 3 for error in errors)
    assert any(error < -3 for error in errors)
    assert max(abs(error) for error in errors) < 25


def test_the_quality_account_moves_by_its_receipts() -> None:
    world = with_candidate(a_world(), Firm.XAI, 1400.0)
    best = world.labs[Firm.XAI].best()
    before = milli(best.elo_published if best else None)

    publish(world, orders(PublishRelease()), Chance(1))

    after = world.labs[Firm.XAI].best()
    posted = sum(
        receipt.amount
        for receipt in world.receipts
        if (receipt.firm, receipt.account) == (Firm.XAI, Account.QUALITY)
    )
    assert before + posted == milli(after.elo_published if after else None)


def test_a_worse_release_leaves_the_best_score_where_it_was() -> None:
    world = with_candidate(a_world(), Firm.OPENAI, 1200.0)

    publish(world, orders(PublishRelease(), by=Firm.OPENAI), Chance(1))

    best = world.labs[Firm.OPENAI].best()
    assert best is not None
    assert best.elo_published == 1313.0
    assert not [r for r in world.receipts if r.account is Account.QUALITY and r.firm is Firm.OPENAI]


def test_a_refresh_comes_after_two_or_three_months_and_gains_at_most_thirty() -> None:
    waited = []
    for seed in range(30):
        world = a_world()
        lab = world.labs[Firm.OPENAI]
        lab.recipe = 400.0  # so good a recipe that only the bound holds
        for month in (1, 2, 3):
            world.month = month
            publish(world, NOBODY, Chance(seed))
            if len(lab.releases) > 1:
                break
        waited.append(world.month)
        assert lab.releases[-1].refresh
        assert abs(lab.releases[-1].elo_true - 1343.0) < 1e-6

    assert set(waited) == {2, 3}


def test_an_untested_release_builds_risk() -> None:
    risky, careful = (with_candidate(a_world(), Firm.XAI, 1400.0) for _ in range(2))

    publish(risky, orders(PublishRelease(tested=False)), Chance(1))
    publish(careful, orders(PublishRelease(tested=True)), Chance(1))

    assert risky.labs[Firm.XAI].safety_debt > careful.labs[Firm.XAI].safety_debt == 0


def test_prizes_go_to_the_first_and_the_second_past_a_mark() -> None:
    world = a_world()
    for firm, score in ((Firm.OPENAI, 1360.0), (Firm.META, 1355.0), (Firm.MISTRAL, 1352.0)):
        world.labs[firm].releases.append(release(1, score))

    events = publish(world, NOBODY, Chance(1))

    first = {firm: world.labs[firm].milestones[0] for firm in LABS}
    assert (first[Firm.OPENAI], first[Firm.META], first[Firm.MISTRAL]) == (1, 2, 0)
    assert sum(event.kind is Happening.MILESTONE for event in events) == 2
    assert world.labs[Firm.OPENAI].novelty > world.labs[Firm.META].novelty > 0.0


def test_a_prize_is_given_once() -> None:
    world = a_world()
    world.labs[Firm.OPENAI].releases.append(release(1, 1360.0))
    publish(world, NOBODY, Chance(1))

    again = publish(world, NOBODY, Chance(1))

    assert not [event for event in again if event.kind is Happening.MILESTONE]


def test_a_new_leader_counts_with_the_margin_only() -> None:
    world = a_world()
    world.labs[Firm.GOOGLE_DEEPMIND].releases.append(release(1, 1318.0))

    publish(world, NOBODY, Chance(1))
    narrow = (world.market.leader, world.market.leader_changes, world.market.margin_changes)
    world.labs[Firm.GOOGLE_DEEPMIND].releases.append(release(1, 1322.0))
    publish(world, NOBODY, Chance(1))

    assert narrow == (Firm.GOOGLE_DEEPMIND, 1, 0)
    assert world.market.margin_leader is Firm.GOOGLE_DEEPMIND
    assert (world.market.leader_changes, world.market.margin_changes) == (1, 1)


def test_moods_follow_the_gap_that_the_league_shows() -> None:
    world = a_world()
    world.labs[Firm.GOOGLE_DEEPMIND].releases.append(release(1, 1300.0))
    world.labs[Firm.ANTHROPIC].releases.append(release(1, 1270.0))

    publish(world, NOBODY, Chance(1))

    moods = [world.labs[firm].mood for firm in (Firm.OPENAI, Firm.GOOGLE_DEEPMIND, Firm.ANTHROPIC, Firm.XAI)]
    assert moods == [Mood.LEADING, Mood.CALM, Mood.PRESSED, Mood.ALARMED]
