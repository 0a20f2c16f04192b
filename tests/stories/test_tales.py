"""The month in which somebody of the house asks, and the month in which the answer comes back."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from race.core.chance import Chance
from race.core.commands import Answer, DivertThing
from race.core.events import Happening
from race.core.formulas.house.tales import carry_out, remembered
from race.core.ids import Firm, Terms, Thing
from race.core.rules.house.tales import tell_tales
from race.core.rules.owners.things import pass_things
from race.core.tales import SCRIPTS, On, Push, When
from race.core.words import Sentence
from race.core.world import Site, Tale, TrainingRun, World
from race.session.preview import preview
from race.session.session import Refused, Session
from tests.builders import a_world, orders, scenario
from tests.stories.played import without


def asked(seed: int = 7) -> Session:
    """Return a game in the month in which the first question waits."""
    session = Session(scenario(), seed)
    while not any(tale.choice is None for tale in session.view().affairs.tales):
        session.end_month()
    return session


def first(session: Session) -> Tale:
    """Return the first question of a game."""
    return session.view().affairs.tales[0]


def told(session: Session, kind: Happening) -> Iterator[int]:
    """Yield the months in which something of a kind was told."""
    return (report.month for report in session.reports for event in report.events if event.kind is kind)


def test_an_answer_is_felt_at_once_and_comes_back_months_later() -> None:
    session = asked()
    tale, rules = first(session), session.view().board.rules.tales

    session.submit(Answer(tale=tale.key, choice=0))
    while not first(session).done:
        session.end_month()

    answered, back = next(told(session, Happening.ANSWERED)), next(told(session, Happening.AFTERMATH))
    assert first(session).choice == 0
    assert rules.back_least <= back - answered <= rules.back_most


def test_silence_is_the_last_answer() -> None:
    session = asked()

    session.end_month()

    assert first(session).choice == SCRIPTS[first(session).key].default


def test_a_question_is_answered_once_and_only_while_it_waits() -> None:
    session = asked()
    answer = Answer(tale=first(session).key, choice=0)

    session.submit(answer)

    with pytest.raises(Refused, match="answered already"):
        session.submit(answer)
    session.end_month()
    with pytest.raises(Refused, match="Nobody in the house waits"):
        session.submit(answer)


def test_questions_never_repeat_and_three_months_are_never_without_one() -> None:
    session = Session(scenario(), 5, "idle")

    while session.ending is None and session.month < 20:
        session.end_month()

    tales = session.view().affairs.tales
    months = [0, *(tale.asked for tale in tales)]
    assert len({tale.key for tale in tales}) == len(tales)
    assert all(1 <= later - earlier <= 3 for earlier, later in pairwise(months))


def test_without_the_switch_nobody_asks() -> None:
    session = Session(without("tales"), 7, "random")

    for _ in range(12):
        session.end_month()

    assert session.view().affairs.tales == []


@pytest.mark.parametrize("key", SCRIPTS)
def test_every_tale_has_both_acts_whatever_is_answered(key: str) -> None:
    script = SCRIPTS[key]

    for choice in range(len(script.ways)):
        world = a_world(month=8)
        world.affairs.tales.append(remembered(world, key))
        world.month = 9
        answered = tell_tales(world, orders(Answer(tale=key, choice=choice)), Chance(3))
        world.month = world.affairs.tales[0].due
        back = tell_tales(world, orders(), Chance(3))

        assert answered[0].kind is Happening.ANSWERED
        assert back[0].kind is Happening.AFTERMATH
        assert world.affairs.tales[0].done
        assert world.labs[Firm.XAI].cash_usd >= 0
        assert world.money() == 0


def at_the_right_moment(when: When) -> World:
    """Return a position in which something is true that a tale waits for."""
    world = a_world(month=8)
    lab, carmaker = world.labs[Firm.XAI], world.carmaker
    match when:
        case When.FORCED | When.BUILDING | When.CARMAKER_BUILDING:
            depot = carmaker.depot if when is When.CARMAKER_BUILDING else lab.depot
            forced = when is When.FORCED
            depot.sites.append(Site(id=world.new_id(), power_kw=1, started=8, ready=14, forced=forced))
        case When.WAREHOUSE:
            carmaker.depot.batches[0].site = None
        case When.TRAINING:
            lab.run = TrainingRun(started=7, months=3)
        case When.LEADING:
            world.market.leader = Firm.XAI
        case When.SECRET | When.KNOWN:
            pass_things(world, orders(DivertThing(thing=Thing.DATA, terms=Terms.SILENT)), Chance(3))
            if when is When.KNOWN:
                world.affairs.acts[0].published = 8
        case When.MEETING_NEAR:
            world.month = world.setting.meetings[0] - 1
        case _:
            pass
    return world


@pytest.mark.parametrize("key", SCRIPTS)
def test_every_tale_can_happen(key: str) -> None:
    world = at_the_right_moment(SCRIPTS[key].when)
    others = [Tale(key=other, asked=0, choice=0, due=99) for other in SCRIPTS if other != key]
    world.affairs.tales.extend(others)

    told = tell_tales(world, orders(), Chance(3))

    assert [event.kind for event in told] == [Happening.QUESTION]
    assert world.affairs.tales[-1].key == key


def test_the_same_answer_ends_otherwise_after_something_has_come_out() -> None:
    worlds = [a_world(month=8) for _ in range(2)]
    trust = []

    for leaked, world in enumerate(worlds):
        world.affairs.tales.append(remembered(world, "dinner"))
        pass_things(world, orders(DivertThing(thing=Thing.DATA, terms=Terms.SILENT)), Chance(3))
        tell_tales(world, orders(Answer(tale="dinner", choice=0)), Chance(3))
        world.affairs.acts[0].published = 9 if leaked else None
        world.month = world.affairs.tales[0].due
        tell_tales(world, orders(), Chance(3))
        trust.append(sum(sum(story.effect) for story in world.affairs.stories))

    assert trust[0] > 0 > trust[1]


def test_a_receipt_is_called_by_the_name_of_its_tale() -> None:
    world = a_world(month=8)
    world.affairs.tales.append(remembered(world, "night_shift"))

    tell_tales(world, orders(Answer(tale="night_shift", choice=0)), Chance(3))

    assert [receipt.cause.msgid for receipt in world.receipts] == [SCRIPTS["night_shift"].title]


MEASURED = {
    On.LAB_CASH: lambda world: world.labs[Firm.XAI].cash_usd,
    On.CARMAKER_CASH: lambda world: world.carmaker.cash_usd,
    On.RECIPE: lambda world: world.labs[Firm.XAI].recipe,
    On.ATTENTION: lambda world: world.affairs.burden,
    On.PRICE: lambda world: sum(story.price_ppm for story in world.affairs.stories),
}


@pytest.mark.parametrize("key", SCRIPTS)
def test_an_answer_comes_back_between_what_was_said_before_it_was_given(key: str) -> None:
    session = Session(scenario(), 3)
    session.end_month()
    ways = SCRIPTS[key].ways
    said = [preview(session.view(), Answer(tale=key, choice=place)).later for place in range(len(ways))]

    for way, effects in zip(ways, said, strict=True):
        ends = (way.then.pushes, way.otherwise.pushes)
        moved = dict.fromkeys(push.on for end in ends for push in end)
        assert len(effects) == len(moved)
        for on, effect in zip(moved, effects, strict=True):
            if on in MEASURED:
                came = sorted(measured(session, end, on) for end in ends)
                high = effect.value if effect.high is None else effect.high
                assert [effect.value.value, high.value] == pytest.approx(came)


def measured(session: Session, pushes: tuple[Push, ...], on: On) -> float:
    """Return how much the law moves one thing when it carries out these consequences."""
    world = session.position().copy()
    before = MEASURED[on](world)
    carry_out(world, pushes, Sentence("An answer"))
    return float(MEASURED[on](world) - before)
