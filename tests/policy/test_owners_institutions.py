"""Holders, press and court: what they do with what is published, and with what is true."""

import statistics

import pytest

from race.core.chance import Chance
from race.core.commands import Command, FileSuit, Investigate, RuleOn, WriteLetter
from race.core.formulas.owners.court import odds_of
from race.core.formulas.owners.stories import act_story
from race.core.ids import PPM, Firm, Seat, Terms, week_of
from race.core.view import InstitutionView, look, read_board
from race.core.world import Act, Case, World
from race.policy.institutions.court import CourtPolicy
from race.policy.institutions.holders import HoldersPolicy
from race.policy.institutions.press import PressPolicy
from race.policy.policy import Policy
from tests.builders import a_world


def see(world: World, seat: Seat) -> InstitutionView:
    view = look(world, seat, read_board(world, (), Chance(1)))
    assert isinstance(view, InstitutionView)
    return view


def decide(policy: Policy, world: World, seat: Seat, seed: int = 1) -> tuple[Command, ...]:
    return policy.decide(see(world, seat), Chance(seed).stream(world.month, seat.value))


def publish(world: World, terms: Terms = Terms.SILENT, severity: float = 0.34, idle: float = 1.0) -> Act:
    """Put a taking that came out this month into the world, with its story."""
    act = Act(
        id=world.new_id(), month=1, quantity=12_000, terms=terms, severity=severity, idle_share=idle,
        value_usd=504_000_000, outstanding=12_000, published=world.month,
    )  # fmt: skip
    world.affairs.acts.append(act)
    world.affairs.stories.append(act_story(world, act, week_of(world.month)))
    return act


def suits(world: World, seeds: int = 60) -> float:
    """Return the mean number of suits the holders file next month."""
    policy = HoldersPolicy()
    return statistics.mean(
        sum(isinstance(command, FileSuit) for command in decide(policy, world, Seat.HOLDERS, seed))
        for seed in range(seeds)
    )


def test_nobody_sues_or_writes_about_what_nobody_knows() -> None:
    world = a_world(month=8)
    publish(world).published = None
    world.affairs.stories.clear()

    given = [decide(HoldersPolicy(), world, Seat.HOLDERS, seed) for seed in range(30)]

    assert not any(given)


def test_a_known_taking_draws_some_suits_and_a_swap_fewer() -> None:
    silent, swap = a_world(month=8), a_world(month=8)
    publish(silent)
    publish(swap, Terms.SWAP, severity=0.14)

    assert 1.5 < suits(silent) < 5.0
    assert 0.5 < suits(swap) < suits(silent)


@pytest.mark.parametrize("calmed", ["repaired", "director", "old"])
def test_what_calms_the_lawyers(calmed: str) -> None:
    world = a_world(month=8)
    act = publish(world)
    before = suits(world)

    if calmed == "repaired":
        act.repaired = True
    elif calmed == "director":
        world.affairs.director = True
    else:
        world.month += 6
        world.affairs.stories.clear()

    assert suits(world) < 0.85 * before


def test_nobody_sues_over_what_a_closed_case_was_about() -> None:
    world = a_world(month=8)
    act = publish(world)
    world.affairs.cases.append(Case(id=90, act=act.id, filed=8, discovery=9, decision=14, settled=True))
    world.month = 9

    assert suits(world) == 0


def test_one_case_never_takes_more_than_its_suits() -> None:
    world = a_world(month=8)
    act = publish(world, severity=3.0)
    most = world.rules.court.suits_most
    world.affairs.cases.append(Case(id=90, act=act.id, filed=8, suits=most - 1, discovery=20, decision=24))

    given = [decide(HoldersPolicy(), world, Seat.HOLDERS, seed) for seed in range(40)]

    assert max(sum(isinstance(command, FileSuit) for command in month) for month in given) == 1


def test_funds_write_before_a_vote_on_pay_when_some_are_angry() -> None:
    world = a_world(month=4)

    given = [decide(HoldersPolicy(), world, Seat.HOLDERS, seed) for seed in range(40)]

    assert any(isinstance(command, WriteLetter) for month in given for command in month)


def test_reporters_go_where_something_came_out() -> None:
    world = a_world(month=8)
    publish(world)

    (sent,) = decide(PressPolicy(), world, Seat.PRESS)

    assert isinstance(sent, Investigate)
    assert sent.subject is Firm.TESLA
    assert sent.effort_ppm > PPM


def _odds(world: World, case: Case) -> tuple[float, float]:
    view = see(world, Seat.COURT)
    return odds_of(view.board.rules, case, view.cases, view.acts, governed=view.sharing_policy)


def test_in_quiet_months_reporters_look_anywhere() -> None:
    world = a_world(month=8)

    given = [command for seed in range(30) for command in decide(PressPolicy(), world, Seat.PRESS, seed)]

    sent = {command.subject for command in given if isinstance(command, Investigate)}
    assert len(sent) > 4
    assert Firm.TESLA not in sent


def test_the_court_decides_on_what_is_true() -> None:
    true, false = a_world(month=12), a_world(month=12)
    odds = {}
    for world, idle in ((true, 0.0), (false, 1.0)):
        act = publish(world, idle=idle)
        act.published = 5
        case = Case(id=90, act=act.id, filed=6, discovery=10, decision=13)
        world.affairs.cases.append(case)
        odds[idle] = _odds(world, case)

    assert odds[0.0][0] < 0.3
    assert odds[1.0][0] > 0.5
    assert odds[0.0][1] == odds[1.0][1]  # an injunction follows what was taken


def test_a_sharing_policy_makes_an_injunction_unlikely() -> None:
    world = a_world(month=12)
    act = publish(world)
    act.published = 5
    case = Case(id=90, act=act.id, filed=6, discovery=10, decision=13)
    world.affairs.cases.append(case)
    bare = _odds(world, case)[1]

    world.affairs.sharing_policy = True

    assert _odds(world, case)[1] < 0.5 * bare


def test_the_court_rules_on_its_date_and_not_before() -> None:
    world = a_world(month=11)
    act = publish(world)
    world.affairs.cases.append(Case(id=90, act=act.id, filed=6, discovery=10, decision=13))

    early = decide(CourtPolicy(), world, Seat.COURT)
    world.month = 12
    due = decide(CourtPolicy(), world, Seat.COURT)

    assert early == ()
    assert [type(command) for command in due] == [RuleOn]


@pytest.mark.parametrize("policy", [HoldersPolicy(), PressPolicy(), CourtPolicy()])
def test_institutions_refuse_a_founders_view(policy: Policy) -> None:
    world = a_world()
    view = look(world, Seat.FOUNDER, read_board(world, (), Chance(1)))

    with pytest.raises(TypeError):
        policy.decide(view, Chance(1).stream(1, "x"))
