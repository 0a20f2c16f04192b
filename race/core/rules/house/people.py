"""People: four of them remember what the founder says and does, quote it, warn, leave and testify.

The chief operating officer, the general counsel and the chief scientist see everything; the pension
fund's lawyer sees what is public. A word kept wins them, a word broken loses them, the second time more.
Who has had enough says so, with a date and what would change it; a talk, once in half a year, helps.
Who leaves takes something along: the officer your extra attention, counsel the cheap settlements and
the safe denials, the scientist method and researchers. Some months later somebody new holds the post,
who remembers nothing. The lawyer cannot leave and demands the carmaker's files instead.
When a court opens the files, all of them are heard, also those who have left.
"""

from typing import Final

from msgspec.structs import replace

from race.core.chance import Chance
from race.core.commands import Orders, Reassure
from race.core.events import Event, Happening
from race.core.formulas.house.deeds import Deed, deeds
from race.core.formulas.house.people import CARES, in_office, moved, record, said_in_court
from race.core.formulas.house.sayings import (
    ARRIVALS,
    FAREWELLS,
    STAYS,
    TALKED,
    WARNINGS,
    name_of,
    quotation,
    testimony,
)
from race.core.formulas.owners.court import settling
from race.core.formulas.owners.stories import louder
from race.core.formulas.race.people import leave
from race.core.ids import PPM, Firm, Matter, Person, Seat
from race.core.words import Part, Quantity, Sentence, count, month, percent
from race.core.world import Case, Demand, Member, Memory, World

_HEARD: Final = 2
"""Most witnesses whose words are told of one case."""


def keep_house(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Let the house's people take in the month, speak, and act on what they have had enough of."""
    del chance  # they have reasons
    if not world.rules.switches.house:
        return []
    rules, first = world.rules.house, world.rules.founder.officer_month
    happened, talks = deeds(world, orders), [talk.person for _, talk in orders.of(Reassure)]
    events: list[Event] = []
    for member in world.affairs.house.members:
        if not in_office(member, first, world.month):
            events += _fill(world, member)
            continue
        if happened:
            events += _take_in(world, member, happened)
        if member.person in talks:
            events.append(_talk(world, member))
        member.loyalty += (rules.start - member.loyalty) * rules.mends // PPM
        if member.warned is not None or member.loyalty < rules.warns:
            events += _resolve(world, member)
    return events + _hear(world)


def _tell(kind: Happening, member: Member, sentence: Sentence, good: int) -> Event:
    public = member.person is Person.LAWYER or kind is Happening.LEFT
    return Event(
        kind=kind,
        firm=Firm.XAI if member.person is Person.SCIENTIST else Firm.TESLA,
        sentence=sentence,
        known_to=None if public else Seat.FOUNDER,
        good=good,
    )


def _take_in(world: World, member: Member, happened: list[Deed]) -> list[Event]:
    """Remember what a person cares about, let it move them, and let them quote what it reminds them of."""
    outside, cares = member.person is Person.LAWYER, CARES[member.person]
    fresh = [
        deed.memory
        for deed in happened
        if deed.memory.matter in cares and (deed.outside if outside else deed.inside)
    ]
    for memory in fresh:
        by = moved(world.rules.house, member, memory, world.month)
        member.loyalty = min(PPM, max(0, member.loyalty + by))
        member.memories = (*member.memories, memory)
    rules, steps = world.rules.house, sum([cares[memory.matter] for memory in fresh])
    if world.month < member.spoke + rules.quote_wait and steps > -rules.grave:
        return []  # nobody quotes every month
    found = quotation(member, fresh)
    if found is None:
        return []
    member.spoke = world.month
    place, sentence = found
    member.said = (*member.said, place)
    if outside:
        _repeat(world, fresh)
    return [_tell(Happening.QUOTED, member, sentence, (steps > 0) - (steps < 0))]


def _repeat(world: World, fresh: list[Memory]) -> None:
    """Make the stories louder that the fund's lawyer has just compared with older ones."""
    for memory in fresh:
        if memory.thing:
            stories = world.affairs.stories
            world.affairs.stories = louder(stories, memory.thing, world.rules.house.loud)


def _talk(world: World, member: Member) -> Event:
    """Win a person back with a word, which they remember."""
    rules = world.rules.house
    member.loyalty = min(PPM, member.loyalty + rules.calm)
    member.calmed = world.month
    member.memories = (*member.memories, Memory(matter=Matter.CALMED, month=world.month))
    return _tell(Happening.REASSURED, member, Sentence(TALKED[member.person], {"who": name_of(member)}), 1)


def _resolve(world: World, member: Member) -> list[Event]:
    """Let a person who has had enough warn, stay or go."""
    rules, now = world.rules.house, world.month
    if member.warned is None:
        if member.person is Person.LAWYER and not _may_demand(world, now + rules.notice_months):
            return []
        member.warned = now
        values: dict[str, Part] = {
            "who": name_of(member),
            "date": month(now + rules.notice_months),
            "n": count(record(member)),
        }
        return [_tell(Happening.WARNED, member, Sentence(WARNINGS[member.person], values), -1)]
    if member.loyalty >= rules.stays:
        member.warned = None
        return [_tell(Happening.STAYED, member, Sentence(STAYS[member.person], {"who": name_of(member)}), 1)]
    if now < member.warned + rules.notice_months:
        return []
    return [_leave(world, member)] if member.person is not Person.LAWYER else _demand(world, member)


def _may_demand(world: World, then: int) -> bool:
    """Return whether the fund can demand files in a month: nobody has for a while, and there is time left."""
    court, affairs = world.rules.court, world.affairs
    return (
        bool(world.rules.switches.demands)
        and then + court.demand_months <= world.setting.months
        and all(one.made + court.demand_wait <= then for one in affairs.demands)
    )


def _demand(world: World, member: Member) -> list[Event]:
    """Let the fund's lawyer demand the carmaker's files, unless others have done so in the meantime."""
    affairs, now = world.affairs, world.month
    member.warned = None
    if not _may_demand(world, now):
        return []
    member.loyalty = min(PPM, member.loyalty + world.rules.house.patience)
    answer = now + world.rules.court.demand_months
    affairs.demands.append(Demand(id=world.new_id(), made=now, answer=answer))
    return [_farewell(member, Happening.DEMAND, month(answer))]


def _leave(world: World, member: Member) -> Event:
    """Let a person go, with what goes along; what they remember stays with them."""
    house, rules = world.affairs.house, world.rules.house
    house.former = [*house.former, member]
    place = house.members.index(member)
    empty = Member(person=member.person, holder=member.holder, gone=world.month)
    house.members[place] = empty
    match member.person:
        case Person.OFFICER:
            return _farewell(member, Happening.LEFT, count(world.rules.founder.officer_attention))
        case Person.COUNSEL:
            return _farewell(member, Happening.LEFT, percent(int(PPM * settling(world.rules, world.affairs))))
        case _:
            lab = world.labs[Firm.XAI]
            people = min(rules.followers, lab.researchers - 1)
            leave(world.rules, lab, people, lab.skill)
            world.people.looking += people
            lab.recipe -= rules.recipe
            return _farewell(member, Happening.LEFT, count(people))


def _farewell(member: Member, kind: Happening, number: Quantity) -> Event:
    values: dict[str, Part] = {"who": name_of(member), "n": number}
    return _tell(kind, member, Sentence(FAREWELLS[member.person], values), -1)


def _fill(world: World, member: Member) -> list[Event]:
    """Find somebody new for a post that has been empty long enough."""
    rules = world.rules.house
    if member.gone is None or world.month < member.gone + rules.empty_months:
        return []
    if member.holder >= rules.holders_most:
        return []
    member.gone = None
    member.holder += 1
    member.loyalty = rules.start
    return [_tell(Happening.JOINED, member, Sentence(ARRIVALS[member.person], {"who": name_of(member)}), 1)]


def _hear(world: World) -> list[Event]:
    """Hear the house in every case whose files are opened this month."""
    now = world.month
    return [
        event
        for case in world.affairs.cases
        if case.discovery == now and case.decided is None and not case.settled
        for event in _testify(world, case)
    ]


def _testify(world: World, case: Case) -> list[Event]:
    """Hear the house, those who have left first; what they say stays with the case until it is decided."""
    rules, house, first = world.rules.house, world.affairs.house, world.rules.founder.officer_month
    house.former = list(map(replace, house.former))  # what they say in court, they have said
    heard = [(said_in_court(rules, member, left=True), member) for member in house.former]
    heard += [
        (said_in_court(rules, member, left=False), member)
        for member in reversed(house.members)
        if in_office(member, first, world.month)
    ]
    case.testimony = sum([weight for weight, _ in heard])
    speaking = sorted([each for each in heard if each[0]], key=lambda each: -each[0])
    told = {place for _, member in heard for place in member.said if place < 0}
    return [_witness(case, member, weight, told) for weight, member in speaking[:_HEARD]]


def _witness(case: Case, member: Member, weight: int, told: set[int]) -> Event:
    """Let one of them speak of what nobody has told a court yet."""
    place, sentence = testimony(member, told, for_holders=weight > 0)
    if place is not None:
        told.add(place)
        member.said = (*member.said, place)
    return Event(
        kind=Happening.TESTIFIED,
        firm=Firm.TESLA,
        numbers={"case": case.id, "weight_ppm": weight},
        sentence=sentence,
        good=-1 if weight > 0 else 1,
    )
