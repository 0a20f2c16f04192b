"""The month in which somebody of the house remembers, warns, leaves, or is heard in court."""

from collections.abc import Iterator

import msgspec
import pytest

from race.core.chance import Chance
from race.core.commands import Divert, GiveGift, MakePromise, Reassure, Speak
from race.core.events import Event, Happening
from race.core.formulas.house.people import officer_points
from race.core.formulas.owners.court import settling
from race.core.formulas.owners.evidence import refuting
from race.core.formulas.owners.stories import act_story
from race.core.ids import PPM, Firm, Gift, Matter, Person, Seat, Stance, Subject, Terms
from race.core.legality import attention
from race.core.rules.house.people import keep_house
from race.core.view import FounderView, look, read_board
from race.core.words import Name, Quantity
from race.core.world import Act, Case, Member, Memory, World
from race.policy.founders.archetypes import HABITS
from race.policy.founders.habits import dealings
from race.session.session import Refused, Session
from tests.builders import a_game, a_world, orders, scenario
from tests.stories.played import offer, played, without


def who(world: World, person: Person) -> Member:
    """Return the holder of a post."""
    return next(member for member in world.affairs.house.members if member.person is person)


def told(session: Session, kind: Happening) -> Iterator[tuple[int, Event]]:
    """Yield the months and events of a kind."""
    return (
        (report.month, event) for report in session.reports for event in report.events if event.kind is kind
    )


def weary(person: Person, month: int = 8) -> World:
    """Return a position in which one person has had enough for three months."""
    world = a_world(month=month)
    member = who(world, person)
    member.loyalty, member.warned = 200_000, month - 3
    return world


def test_counsel_quotes_the_number_of_what_is_to_be_denied() -> None:
    start = Session(scenario(), 7)
    line = offer(start)
    game = played(start, Divert(source=line.id, quantity=line.quantity, terms=Terms.SILENT))

    act = game.view().affairs.acts[0]
    game.submit(Speak(act=act.id, stance=Stance.DENY))
    game.end_month()

    month, event = next(told(game, Happening.QUOTED))
    assert event.sentence is not None
    assert event.sentence.values["who"] == Name("counsel_1")
    assert event.sentence.values["n"] == Quantity("count", line.quantity)
    assert event.sentence.values["then"] == Quantity("month", act.month)
    assert month == 2


def test_a_broken_word_weighs_more_than_the_silence_alone() -> None:
    promised = played(a_game(), MakePromise(subject=Subject.NO_DIVERSION, quantity=0, due=9))

    def taking(game: Session) -> int:
        line = offer(game)
        then = played(game, Divert(source=line.id, quantity=2_000, terms=Terms.SILENT))
        return who(then.position(), Person.COUNSEL).loyalty

    assert taking(promised) < taking(a_game(months=1))


def test_who_has_had_enough_says_so_three_months_ahead_and_goes() -> None:
    world = a_world(month=5)
    who(world, Person.OFFICER).loyalty = 150_000

    warned = keep_house(world, orders(), Chance(1))
    world.month = 7
    early = keep_house(world, orders(), Chance(1))
    world.month = 8
    left = keep_house(world, orders(), Chance(1))

    assert [event.kind for event in warned] == [Happening.WARNED]
    assert early == []
    assert [event.kind for event in left] == [Happening.LEFT]
    assert officer_points(world.rules, world.affairs, 9) == 0


def test_a_talk_in_time_keeps_somebody_and_costs_a_point_of_attention() -> None:
    world = weary(Person.COUNSEL)
    who(world, Person.COUNSEL).loyalty = 430_000

    events = keep_house(world, orders(Reassure(person=Person.COUNSEL)), Chance(1))

    assert [event.kind for event in events] == [Happening.REASSURED, Happening.STAYED]
    assert attention(Reassure(person=Person.COUNSEL)) == 1


def test_a_second_talk_within_half_a_year_is_refused_with_the_date() -> None:
    game = played(a_game(months=3), Reassure(person=Person.COUNSEL))

    with pytest.raises(Refused, match="another talk helps") as refused:
        game.submit(Reassure(person=Person.COUNSEL))

    assert refused.value.sentence.values["date"] == Quantity("month", 10)


def test_the_fund_does_not_talk_in_private() -> None:
    with pytest.raises(Refused, match="does not work for you"):
        a_game(months=4).submit(Reassure(person=Person.LAWYER))


def test_without_counsel_peace_is_dearer_and_denials_hold_less() -> None:
    world = weary(Person.COUNSEL)

    keep_house(world, orders(), Chance(1))

    assert settling(world.rules, world.affairs) == world.rules.house.settling > 1.0
    assert refuting(world.rules, world.affairs) == world.rules.house.refuting > 1.0


def test_the_scientist_takes_researchers_along_and_nobody_is_lost() -> None:
    world = weary(Person.SCIENTIST)
    lab, looking = world.labs[Firm.XAI], world.people.looking
    before, recipe = lab.researchers, lab.recipe

    keep_house(world, orders(), Chance(1))

    assert lab.researchers == before - world.rules.house.followers
    assert world.people.looking == looking + world.rules.house.followers
    assert lab.recipe < recipe


def test_months_later_somebody_holds_the_post_who_remembers_nothing() -> None:
    world = weary(Person.COUNSEL)
    who(world, Person.COUNSEL).memories = (Memory(matter=Matter.DENIED, month=2, amount=12_000),)
    keep_house(world, orders(), Chance(1))

    world.month += world.rules.house.empty_months
    events = keep_house(world, orders(), Chance(1))

    new = who(world, Person.COUNSEL)
    assert [event.kind for event in events] == [Happening.JOINED]
    assert (new.holder, new.memories, new.loyalty) == (2, (), world.rules.house.start)


def test_the_lawyer_of_the_fund_demands_the_files() -> None:
    world = weary(Person.LAWYER)

    events = keep_house(world, orders(), Chance(1))

    assert [event.kind for event in events] == [Happening.DEMAND]
    assert world.affairs.demands[-1].answer == world.month + world.rules.court.demand_months


def test_the_lawyer_learns_of_a_secret_when_it_is_published() -> None:
    game = played(
        Session(scenario(), 7),
        Divert(source=offer(Session(scenario(), 7)).id, quantity=9_000, terms=Terms.SILENT),
    )
    before = who(game.position(), Person.LAWYER).memories

    while game.view().affairs.acts[0].published is None:
        game.end_month()

    assert before == ()
    assert Matter.SILENT in [memory.matter for memory in who(game.position(), Person.LAWYER).memories]


def test_who_left_over_a_denial_testifies_and_the_holders_case_is_stronger() -> None:
    world = weary(Person.COUNSEL)
    who(world, Person.COUNSEL).memories = (Memory(matter=Matter.DENIED, month=2, amount=12_000),)
    keep_house(world, orders(), Chance(1))
    world.month += 1
    world.affairs.cases.append(Case(id=1, act=1, filed=3, discovery=world.month, decision=world.month + 6))

    events = keep_house(world, orders(), Chance(1))

    said = events[0].sentence
    assert said is not None
    assert said.values == {
        "who": Name("counsel_1"),
        "then": Quantity("month", 2),
        "n": Quantity("count", 12_000),
    }
    assert world.affairs.cases[0].testimony > 0


def test_a_loyal_house_speaks_for_the_founder() -> None:
    world = a_world(month=9)
    world.affairs.cases.append(Case(id=1, act=1, filed=3, discovery=9, decision=15))

    keep_house(world, orders(), Chance(1))

    assert world.affairs.cases[0].testimony < 0


def test_peace_with_the_owners_wins_counsel_back() -> None:
    world = a_world(month=6)
    before = who(world, Person.COUNSEL).loyalty

    keep_house(world, orders(GiveGift(gift=Gift.SHARING_POLICY)), Chance(1))

    assert who(world, Person.COUNSEL).loyalty > before


def test_nobody_says_the_same_line_twice() -> None:
    game = Session(scenario(), 1, "diverter")

    while game.ending is None:
        game.end_month()

    said = [
        (event.sentence.values["who"], event.sentence.msgid)
        for _, event in told(game, Happening.QUOTED)
        if event.sentence is not None
    ]
    assert len(said) > 5
    assert len(set(said)) == len(said)


def test_without_the_switch_nobody_remembers_or_leaves() -> None:
    game = Session(without("house"), 1, "diverter")

    while game.ending is None:
        game.end_month()

    assert all(
        member.memories == () and member.gone is None for member in game.position().affairs.house.members
    )
    assert not list(told(game, Happening.QUOTED))


def test_loyalty_stays_between_nothing_and_all() -> None:
    world = a_world(month=6)
    world.rules = msgspec.structs.replace(
        world.rules, house=msgspec.structs.replace(world.rules.house, middle=PPM, large=PPM)
    )

    keep_house(world, orders(GiveGift(gift=Gift.DIRECTOR)), Chance(1))

    assert all(0 <= member.loyalty <= PPM for member in world.affairs.house.members)


def test_a_candid_founder_talks_to_whoever_is_about_to_leave() -> None:
    world = weary(Person.COUNSEL)
    view = look(world, Seat.FOUNDER, read_board(world, (), Chance(1)))
    assert isinstance(view, FounderView)

    wishes = list(dealings(view, HABITS["steward"]))

    assert Reassure(person=Person.COUNSEL) in wishes


def test_nobody_quotes_two_months_running_unless_the_matter_is_grave() -> None:
    world = a_world(month=8)
    member = who(world, Person.COUNSEL)
    member.spoke = 7
    member.memories = (Memory(matter=Matter.SILENT, month=2, thing=1, amount=9_000),)
    act = Act(id=1, month=2, quantity=9_000, terms=Terms.SILENT, severity=0.1, idle_share=0.0, value_usd=1)
    world.affairs.acts = [act, msgspec.structs.replace(act, id=2, month=8)]
    quiet = keep_house(world.copy(), orders(), Chance(1))

    loud = keep_house(world, orders(Speak(act=1, stance=Stance.DENY)), Chance(1))

    counsel = Name("counsel_1")
    assert counsel not in [event.sentence.values["who"] for event in quiet if event.sentence]
    assert counsel in [event.sentence.values["who"] for event in loud if event.sentence]


def test_a_quotation_of_the_fund_makes_the_story_louder() -> None:
    world = a_world(month=8)
    act = Act(
        id=2,
        month=7,
        quantity=9_000,
        terms=Terms.SILENT,
        severity=0.1,
        idle_share=0.0,
        value_usd=1,
        published=8,
    )
    world.affairs.acts = [act]
    world.affairs.stories = [act_story(world, act, 30)]
    who(world, Person.LAWYER).memories = (Memory(matter=Matter.SILENT, month=2, thing=1, amount=5_000),)
    before = world.affairs.stories[0].salience

    events = keep_house(world, orders(), Chance(1))

    assert [event.known_to for event in events if event.kind is Happening.QUOTED] == [None]
    assert world.affairs.stories[0].salience > before


def test_the_papers_of_the_month_name_the_person_who_leaves() -> None:
    world = weary(Person.OFFICER)

    left = keep_house(world, orders(), Chance(1))[0]

    assert left.known_to is None
    assert left.sentence is not None
    assert left.sentence.values["who"] == Name("officer_1")
