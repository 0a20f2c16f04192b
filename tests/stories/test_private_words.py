"""Behind closed doors: owners who are courted come and vote, a rival is seen clearly, a secret is kept."""

from math import sqrt

import pytest
from msgspec.structs import replace

from race.core.chance import Chance
from race.core.commands import CourtHolders, PlugLeak, Probe
from race.core.events import Happening
from race.core.formulas.house.answers import noticed_ppm
from race.core.formulas.owners.ballots import take_tally
from race.core.formulas.owners.evidence import leak_ppm
from race.core.ids import PPM, Ballot, Firm, Kind, Terms
from race.core.rules.house.courting import court_owners
from race.core.rules.house.probing import look_about
from race.core.rules.owners.press import report_news
from race.core.words import chips, percent
from race.core.world import Act, World
from race.scenario.load import override
from race.session.preview import preview
from race.session.session import Session
from tests.builders import a_game, a_world, changed, orders
from tests.stories.played import played

TRIES = 400


def a_secret(world: World) -> Act:
    act = Act(
        id=1,
        month=1,
        quantity=12_000,
        terms=Terms.SWAP,
        severity=0.14,
        idle_share=0.0,
        value_usd=1,
        insiders=31,
    )
    world.affairs.acts.append(act)
    return act


def near(found: int, chance_ppm: int) -> bool:
    """Return whether as many of the tries came true as the shown chance lets expect (five sigma)."""
    expected = TRIES * chance_ppm / PPM
    return abs(found - expected) < 5 * sqrt(expected * (1 - chance_ppm / PPM))


def test_owners_who_were_courted_come_and_vote_for_some_months() -> None:
    before = a_game()

    courted = played(before, CourtHolders(kind=Kind.FANS)).position()
    alone = played(before).position()

    def support(world: World) -> int:
        return take_tally(world.rules, world.holders, world.carmaker, Ballot.KEEP_FOUNDER).votes_for

    assert support(courted) > 1.02 * support(alone)


def test_a_talk_is_said_to_bring_the_votes_that_the_law_then_brings() -> None:
    talk = CourtHolders(kind=Kind.FANS)
    session = played(a_game(), talk)
    view = session.view()
    said = {effect.label: effect for effect in preview(view, talk).effects}

    keen = played(session, talk).position().holders.keen

    after = replace(view.holders, keen=keen)
    support = take_tally(view.board.rules, after, view.carmaker, Ballot.KEEP_FOUNDER).support_ppm()
    assert said["Vote on you, today"].then == percent(support)
    assert said["Trust now"].good == 1


def test_the_chance_that_others_hear_of_a_private_talk_is_the_shown_one() -> None:
    world = a_world(month=5)
    shown, heard = noticed_ppm(world.rules, world.affairs.courted, 5), 0

    for seed in range(TRIES):
        told = court_owners(world.copy(), orders(CourtHolders(kind=Kind.FANS)), Chance(seed))
        heard += told[-1].known_to is None

    assert near(heard, shown)


def test_a_rival_that_is_looked_into_is_known_better_than_others_know_it() -> None:
    before = a_game(months=3)

    probed, alone = played(before, Probe(target=Firm.META)), played(before)

    running = probed.position().labs[Firm.META].depot.running()
    error = abs(probed.view().board.fleets[Firm.META] - running)
    assert error < 0.3 * abs(alone.view().board.fleets[Firm.META] - running) + 1
    told = [event.kind for event in probed.reports[-1].events if event.firm is Firm.META]
    assert Happening.PROBE in told


@pytest.mark.parametrize("step", [1, 100, 7_000])
def test_people_count_a_rivals_chips_in_the_steps_of_the_rulebook(step: int) -> None:
    world = a_world(month=5)
    world.rules = override(world.rules, {"court": {"probe_step": step}})

    told = look_about(world, orders(Probe(target=Firm.META)), Chance(1))

    running = world.labs[Firm.META].depot.running()
    shown = next(event.sentence.values["n"] for event in told if event.known_to and event.sentence)
    assert shown == chips(running - running % step)


def test_a_probe_and_a_plug_backfire_as_often_as_they_say() -> None:
    caught = asked = 0
    for seed in range(TRIES):
        world = a_world(month=5)
        caught += any(
            event.good < 0 for event in look_about(world, orders(Probe(target=Firm.META)), Chance(seed))
        )
        world.month = 1  # the month of the act, so that nothing comes out by itself
        act = a_secret(world)
        act.insiders = 0
        report_news(world, orders(PlugLeak(act=1)), Chance(seed))
        asked += act.published is not None

    rules = a_world().rules.court
    assert near(caught, rules.probe_backfires)
    assert near(asked, rules.plug_backfires)


def test_a_secret_that_is_kept_comes_out_half_as_often() -> None:
    world = a_world(month=5)
    act = a_secret(world)
    before = leak_ppm(world.rules, act, world.affairs)

    act.plugged = True

    assert leak_ppm(world.rules, act, world.affairs) < 0.6 * before


def test_a_scenario_can_do_without_private_words() -> None:
    session = Session(changed("the-twelve-thousand", switches={"courting": 0, "probing": 0}), 7)

    refusals = [session.why_not(CourtHolders(kind=Kind.FANS)), session.why_not(Probe(target=Firm.META))]

    assert all(refused is not None and "switched off" in refused.msgid for refused in refusals)


def test_people_look_into_a_rival_month_after_month_without_a_blind_one() -> None:
    game = a_game(months=1)
    told = []
    for _month in range(2 * game.view().board.rules.court.probe_months):
        if not game.why_not(Probe(target=Firm.META)):
            game.submit(Probe(target=Firm.META))
        game.end_month()
        kinds = [event.kind for event in game.reports[-1].events if event.firm is Firm.META]
        told.append(Happening.PROBE in kinds)

    assert all(told)
