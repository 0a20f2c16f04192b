"""People who look into a rival: what they bring home, and what follows when they are found out."""

from race.core.chance import Chance
from race.core.commands import Probe
from race.core.events import Happening
from race.core.ids import KINDS, PPM, Firm, Seat
from race.core.rules.house.probing import look_about
from race.core.words import chips, month
from race.core.world import TrainingRun, World
from tests.builders import a_world, orders


def luck(world: World, *, caught: bool) -> Chance:
    """Return luck in which people who ask about Meta this month are found out, or are not."""
    for seed in range(1_000):
        chance = Chance(seed)
        draw = chance.stream(world.month, "probe meta").below(PPM)
        if (draw < world.rules.court.probe_backfires) == caught:
            return chance
    raise AssertionError


def test_who_is_found_out_has_offended_the_rival_and_is_told_of_among_the_owners() -> None:
    world = a_world(month=4)

    found_out, found = look_about(world, orders(Probe(target=Firm.META)), luck(world, caught=True))

    assert (found_out.kind, found_out.numbers["caught"], found_out.known_to) == (Happening.PROBE, 1, None)
    assert found.known_to is Seat.FOUNDER
    assert world.labs[Firm.META].grudges[Firm.XAI] == PPM
    story = world.affairs.stories[-1]
    assert story.bad_conduct
    assert len(story.effect) == len(KINDS)
    assert min(story.effect) < 0


def test_who_is_not_found_out_brings_home_what_runs_and_until_when() -> None:
    world = a_world(month=4)
    meta = world.labs[Firm.META]
    meta.run = TrainingRun(started=3, months=5)
    step = world.rules.court.probe_step

    [found] = look_about(world, orders(Probe(target=Firm.META)), luck(world, caught=False))

    assert (found.numbers["caught"], found.known_to) == (0, Seat.FOUNDER)
    assert found.sentence is not None
    assert found.sentence.values["n"] == chips(meta.depot.running() // step * step)
    assert found.sentence.values["date"] == month(meta.run.last_month)
    assert not meta.grudges.get(Firm.XAI)
    assert world.affairs.stories == []


def test_a_rival_that_does_not_train_is_told_without_a_date() -> None:
    world = a_world(month=4)
    world.labs[Firm.META].run = None

    [found] = look_about(world, orders(Probe(target=Firm.META)), luck(world, caught=False))

    assert found.sentence is not None
    assert "date" not in found.sentence.values


def test_what_was_found_out_goes_stale() -> None:
    world, nobody = a_world(month=4), orders()
    look_about(world, orders(Probe(target=Firm.META)), luck(world, caught=False))

    told = []
    for _ in range(world.rules.court.probe_months + 1):
        world.month += 1
        told.append(len(look_about(world, nobody, Chance(1))))

    assert told == [1] * (world.rules.court.probe_months - 1) + [0, 0]
    assert world.affairs.probes == {}
