"""Releases in play: now or later, held back or countered, prizes, luck that fades, open weights."""

from functools import cache

from msgspec.structs import replace

from race.core.chance import Chance
from race.core.commands import Orders, PublishRelease
from race.core.events import Happening
from race.core.ids import RIVALS, Firm, Mood
from race.core.outcome import true_elo
from race.core.rules.race.releases import publish
from race.core.world import Candidate, World
from race.sim.race_model import RaceModel
from tests.builders import a_world
from tests.stories.races import Also, a_race

LAB = Firm.XAI
SOON, LATER = 13, 16


@cache
def december(seed: int) -> World:
    return a_race("historical", seed=seed, months=12).world


def with_a_great_candidate(seed: int) -> World:
    """Return December 2024 with a finished run in the drawer, forty Elo over the league."""
    world = december(seed).copy()
    lab = world.labs[LAB]
    top = max(best.elo_published for each in world.labs.values() if (best := each.best()))
    lab.run, lab.last_start, lab.recipe = None, world.month + 12, lab.recipe + 60.0
    lab.candidate = Candidate(finished=world.month - 3, flop=3e26, elo=top + 40.0, luck=20.0)
    return world


def half_a_year(seed: int, release: int) -> tuple[RaceModel, int]:
    """Return the game in June 2025, and the rivals' months of alarm on the way."""
    plan = Also("idle", {release: (PublishRelease(),)})
    race, alarm = a_race(plan, seed=seed, world=with_a_great_candidate(seed)), 0
    while race.world.month < 18:
        race.step()
        alarm += sum(race.world.labs[firm].mood is Mood.ALARMED for firm in RIVALS)
    return race, alarm


def lead(race: RaceModel) -> float:
    labs = race.world.labs
    return true_elo(labs[LAB]) - max(true_elo(labs[firm]) for firm in RIVALS)


def prizes(race: RaceModel) -> int:
    return sum(place == 1 for place in race.world.labs[LAB].milestones)


def test_holding_back_keeps_the_rivals_calm_and_pays_sometimes() -> None:
    pairs = [[half_a_year(seed, month) for month in (SOON, LATER)] for seed in range(4)]

    calmer = [now[1] - held[1] for now, held in pairs]
    ahead = [lead(held[0]) - lead(now[0]) for now, held in pairs]
    lost = [prizes(now[0]) - prizes(held[0]) for now, held in pairs]

    assert sum(calmer) > 0
    assert max(ahead) > 5.0  # the others were not warned, and the method of three months more is in it
    assert max(lost) > 0  # but now and then others take the prizes meanwhile


def test_rivals_answer_a_new_leader_at_once() -> None:
    released = {True: 0, False: 0}
    for seed in range(8):
        for ours in released:
            world = with_a_great_candidate(seed)
            for firm in RIVALS:
                world.labs[firm].run, world.labs[firm].last_start = None, 12
                drawer = Candidate(finished=SOON, flop=1e26, elo=true_elo(world.labs[firm]) + 13, luck=0.0)
                world.labs[firm].candidate = drawer
            plan = {SOON: (PublishRelease(),)} if ours else {}
            race = a_race(Also("idle", plan), seed=seed, world=world, months=2)
            released[ours] += sum(
                event.kind is Happening.RELEASE and event.firm in RIVALS and not event.numbers["refresh"]
                for event in race.events
            )

    assert released[True] > released[False]


def test_a_lucky_score_fades_month_by_month() -> None:
    world = a_world()
    lab = world.labs[LAB]
    lab.releases[0] = replace(lab.releases[0], month=1, elo_published=lab.releases[0].elo_true + 16.0)
    shown = []

    for month in range(2, 7):
        world.month = month
        publish(world, Orders({}), Chance(1))
        shown.append(lab.releases[0].elo_published - lab.releases[0].elo_true)

    assert [round(error, 1) for error in shown[:3]] == [12.0, 9.0, 6.8]
    assert shown == sorted(shown, reverse=True)


def recipe_behind(world: World) -> float:
    return sum(world.labs[firm].recipe for firm in (LAB, Firm.MISTRAL, Firm.DEEPSEEK))


def opened(*, weights: bool, without: tuple[str, ...] = ()) -> World:
    world = with_a_great_candidate(2)
    world.rules = replace(world.rules, switches=replace(world.rules.switches, **dict.fromkeys(without, 0)))
    shelf = world.labs[Firm.GOOGLE_DEEPMIND].releases
    shelf.append(replace(shelf[-1], elo_true=1_480.0, elo_published=1_480.0, open_weights=weights))
    return a_race("idle", seed=2, world=world, months=3).world


def test_those_behind_learn_from_open_weights() -> None:
    closed, shared = opened(weights=False), opened(weights=True)
    kept = opened(weights=True, without=("diffusion",))

    assert recipe_behind(shared) > recipe_behind(closed)
    assert recipe_behind(shared) > recipe_behind(kept)


def test_prizes_bring_attention_and_people_unless_there_are_none() -> None:
    with_prizes = a_race("historical", months=20)
    without = a_race("historical", months=20, without=("prizes",))

    def won(race: RaceModel) -> int:
        return sum(place > 0 for lab in race.world.labs.values() for place in lab.milestones)

    assert won(with_prizes) > 0
    assert won(without) == 0
