"""Training runs in play: aimed, extended, broken down."""

from race.core.chance import Chance
from race.core.commands import ExtendRun, Probe, StartRun
from race.core.events import Happening
from race.core.ids import Firm, Seat
from race.core.rules.house.probing import look_about
from race.core.rules.race.training import train
from race.core.words import month
from race.env.sight import names, observe
from race.session.session import Session
from race.sim.race_model import RaceModel
from tests.builders import a_game, a_world, orders
from tests.stories.races import Also, a_race

LAB = Firm.XAI


def trained(race: RaceModel) -> float:
    candidate = race.world.labs[LAB].candidate
    return candidate.flop if candidate else 0.0


def last_of_the_run(session: Session) -> int:
    for played in range(1, 12):
        session.end_month()
        if session.view().own.run is None:
            return played
    return 12


def test_a_run_with_a_target_ends_when_it_has_what_it_needs() -> None:
    aimed, open_ended = a_game(), a_game()
    aimed.submit(StartRun(months=6, target_flop=1e22))
    open_ended.submit(StartRun(months=6))

    lengths = [last_of_the_run(session) for session in (aimed, open_ended)]

    assert lengths == [1, 6]


def test_one_month_more_buys_compute_and_pays_in_age() -> None:
    plan = {1: (StartRun(months=2),)}
    short = a_race(Also("idle", plan), months=3)
    long = a_race(Also("idle", plan | {2: (ExtendRun(months=1),)}), months=3)

    more = trained(long) / trained(short)

    assert 1.3 < more < 1.7
    assert long.world.labs[LAB].candidate.finished == 3  # type: ignore[union-attr]
    assert short.world.labs[LAB].candidate.finished == 2  # type: ignore[union-attr]


def test_a_breakdown_may_cost_everything_or_only_the_way_back_to_a_checkpoint() -> None:
    lost: list[float] = []
    for seed in range(12):
        race = a_race("historical", seed=seed)
        while race.world.month < 20 and race.world.ending is None:
            race.step()
            lost += [
                event.numbers.get("lost", 1.0) for event in race.events if event.kind is Happening.RUN_FAILED
            ]

    assert 1.0 in lost
    assert any(0.0 < part < 0.6 for part in lost)


def test_without_failures_no_run_is_lost() -> None:
    told = set()
    for seed in range(4):
        race = a_race("historical", seed=seed, without=("run_failure",))
        while race.world.month < 20 and race.world.ending is None:
            race.step()
            told |= {event.kind for event in race.events}

    assert Happening.RUN_FINISHED in told
    assert Happening.RUN_FAILED not in told


def test_the_judge_and_the_learner_are_told_the_month_in_which_the_run_is_really_done() -> None:
    game = a_game()
    game.submit(StartRun(months=3))
    game.end_month()
    refusal, view = game.why_not(StartRun(months=2)), game.view()

    left = observe(view)[names(view).index("run_left")]
    while game.view().own.run is not None:
        game.end_month()

    assert refusal is not None
    assert refusal.values["end"] == month(game.month)
    assert round(12 * float(left)) == game.month - view.board.month == 2


def test_who_looks_into_a_rival_is_told_the_month_in_which_its_run_is_really_done() -> None:
    world = a_world(month=1)
    rival = world.labs[Firm.META]
    train(world, orders(StartRun(months=4), by=Firm.META), Chance(1))

    told = look_about(world, orders(Probe(target=Firm.META)), Chance(1))
    while rival.run is not None:
        world.month += 1
        train(world, orders(), Chance(1))

    found = next(event.sentence for event in told if event.known_to is Seat.FOUNDER)
    assert found is not None
    assert found.values["date"] == month(world.month) == month(4)
