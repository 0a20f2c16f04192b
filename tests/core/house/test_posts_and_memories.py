"""Posts and memories: what people remember is told, posts do not fill for ever, tales run out."""

import pytest

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event, Happening
from race.core.formulas.house import sayings
from race.core.formulas.house.deeds import deeds
from race.core.formulas.house.tales import carry_out, holds, strongest_rival
from race.core.ids import Firm, Matter, Person
from race.core.rules.house.people import keep_house
from race.core.rules.house.tales import tell_tales
from race.core.tales import SCRIPTS
from race.core.tales.script import On, Push
from race.core.words import Sentence
from race.core.world import Demand, Member, Memory, Release, Tale, World
from race.speech import NARROW, speak
from tests.builders import a_world, orders, plainer

_OPENING = a_world()
NOBODY = Orders({})


def the(world: World, person: Person) -> Member:
    return next(member for member in world.affairs.house.members if member.person is person)


def lived(world: World, month: int) -> list[Event]:
    world.month = month
    return keep_house(world, NOBODY, Chance(1))


def fed_up(world: World) -> Member:
    """Let the fund's lawyer be out of patience, and have said so."""
    lawyer = the(world, Person.LAWYER)
    lawyer.loyalty, lawyer.warned = 0, 3
    return lawyer


def test_the_fund_demands_no_files_that_others_have_just_asked_for() -> None:
    world = _OPENING.copy()
    lawyer = fed_up(world)
    others = Demand(id=1, made=5, answer=9)
    world.affairs.demands.append(others)

    events = lived(world, 3 + world.rules.house.notice_months)

    assert events == []
    assert world.affairs.demands == [others]
    assert lawyer.warned is None


def test_the_fund_demands_the_files_when_nobody_has() -> None:
    world = _OPENING.copy()
    lawyer = fed_up(world)

    events = lived(world, 3 + world.rules.house.notice_months)

    assert [event.kind for event in events] == [Happening.DEMAND]
    assert len(world.affairs.demands) == 1
    assert lawyer.loyalty >= world.rules.house.patience


def test_a_post_that_too_many_have_left_stays_empty() -> None:
    world, other = _OPENING.copy(), _OPENING.copy()
    for each, holder in ((world, world.rules.house.holders_most), (other, 1)):
        counsel = the(each, Person.COUNSEL)
        counsel.gone, counsel.holder = 1, holder

    assert lived(world, 30) == []
    assert [event.kind for event in lived(other, 30)] == [Happening.JOINED]


@pytest.mark.parametrize("matter", list(Matter))
def test_every_matter_can_be_told_as_a_memory(matter: Matter) -> None:
    told = sayings.remembered(Memory(matter=matter, month=4, amount=7))

    assert told.msgid
    assert {"then", "n"} == set(told.values)


@pytest.mark.parametrize("old", [Matter.SWAPPED, Matter.DENIED])
@pytest.mark.parametrize("thing", [1, 2])
def test_the_counsel_says_of_an_apology_what_it_was_for(old: Matter, thing: int) -> None:
    counsel = Member(person=Person.COUNSEL, memories=(Memory(matter=old, month=1, thing=1, amount=12_000),))
    apology = Memory(matter=Matter.APOLOGISED, month=6, thing=thing, amount=2_333)

    found = sayings.quotation(counsel, (apology,))

    assert found is not None
    told = speak(found[1]).replace(NARROW, "")
    assert "an apology for 2333 chips." in told
    assert "January 2024" in told
    assert "12000" in told


def test_the_counsel_says_of_a_disclosure_what_was_told() -> None:
    counsel = Member(
        person=Person.COUNSEL, memories=(Memory(matter=Matter.SILENT, month=1, thing=1, amount=12_000),)
    )
    disclosure = Memory(matter=Matter.TOLD, month=6, thing=2, amount=2_333)

    found = sayings.quotation(counsel, (disclosure,))

    assert found is not None
    assert "2333 chips, said by you" in speak(found[1]).replace(NARROW, "")


def test_a_new_counsel_says_which_chips_were_refuted_and_which_denial_was_theirs() -> None:
    own = Memory(matter=Matter.DENIED, month=9, thing=2, amount=2_333)
    counsel = Member(person=Person.COUNSEL, holder=2, memories=(own,))
    refuted = Memory(matter=Matter.REFUTED, month=12, thing=1, amount=12_000)

    found = sayings.quotation(counsel, (refuted,))

    assert found is not None
    told = speak(found[1]).replace(NARROW, "")
    assert "12000 chips were denied, and that is refuted" in told
    assert "the denial of September 2024, of 2333, stands my name" in told


def test_a_witness_tells_nothing_twice_and_the_loyal_tell_nothing() -> None:
    witness = Member(person=Person.COUNSEL, memories=(Memory(matter=Matter.DENIED, month=3, amount=9),))

    place, told = sayings.testimony(witness, (), for_holders=True)
    assert place is not None
    again, little = sayings.testimony(witness, {place}, for_holders=True)
    loyal, kind = sayings.testimony(witness, (), for_holders=False)

    assert told.values["n"]
    assert (again, loyal) == (None, None)
    assert little.msgid != kind.msgid


def test_when_every_tale_has_been_told_nobody_asks() -> None:
    world = _OPENING.copy()
    world.month = 20
    world.affairs.tales = [Tale(key=key, asked=1, choice=0, done=True) for key in SCRIPTS]

    events = tell_tales(world, NOBODY, Chance(1))

    assert events == []
    assert len(world.affairs.tales) == len(SCRIPTS)


def test_every_question_says_when_it_fits() -> None:
    world = _OPENING.copy()

    found = [holds(world, script.when, None, 0.0) for script in SCRIPTS.values()]

    assert any(found)
    assert not all(found)


def test_without_tales_nobody_asks() -> None:
    world = plainer(_OPENING.copy(), "tales")

    assert [tell_tales(world, NOBODY, Chance(seed)) for seed in range(20)] == [[]] * 20


def test_who_bears_no_grudge_cannot_bear_less() -> None:
    world = _OPENING.copy()
    rival = world.labs[strongest_rival(world)]
    borne = []
    for step in (-1, 1, -1):
        carry_out(world, (Push(On.GRUDGE, step),), Sentence("?"))
        borne.append(rival.grudges.get(Firm.XAI))

    assert borne[0] is None
    assert borne[1] is not None
    assert borne[1] > 0
    assert borne[2] == 0


def test_people_come_from_those_who_look_for_work_and_go_back_to_them() -> None:
    world = _OPENING.copy()
    lab, people = world.labs[Firm.XAI], world.people
    whole = lab.researchers + people.looking
    before, told = lab.researchers, []

    for step in (1, -1):
        carry_out(world, (Push(On.PEOPLE, step),), Sentence("?"))
        told.append((lab.researchers - before, lab.researchers + people.looking))
    people.looking = 0
    carry_out(world, (Push(On.PEOPLE, 1),), Sentence("?"))

    assert told[0][0] > 0
    assert told == [(told[0][0], whole), (0, whole)]
    assert lab.researchers == before


def test_a_site_is_brought_forward_no_further_than_next_month() -> None:
    world = _OPENING.copy()
    coming = world.carmaker.depot.sites[1]
    world.month = coming.ready - 1
    carry_out(world, (Push(On.CARMAKER_SITE, 3),), Sentence("?"))
    soonest = coming.ready
    world.month = coming.ready

    carry_out(world, (Push(On.CARMAKER_SITE, 3),), Sentence("?"))

    assert soonest == coming.ready == world.month


def test_a_refresh_of_what_is_out_already_is_no_release_to_remember() -> None:
    world = a_world(month=4)
    own = world.labs[Firm.XAI]
    found = {}
    for refresh in (False, True):
        own.releases = [
            Release(
                month=4, flop=1e25, elo_true=1_250, elo_published=1_250, open_weights=False, tested=True,
                refresh=refresh,
            )
        ]  # fmt: skip
        found[refresh] = [deed.memory.matter for deed in deeds(world, orders())]

    assert Matter.RELEASED in found[False]
    assert Matter.RELEASED not in found[True]
