"""What the house's people make of what the founder does, and what goes with them when they leave."""

from typing import Final

from race.core.ids import PERSONS, Matter, Person
from race.core.rulebook import Rulebook
from race.core.rulebook.character.house import HouseRules
from race.core.world import Affairs, House, Member, Memory

CARES: Final[dict[Person, dict[Matter, int]]] = {
    Person.OFFICER: {
        Matter.PROMISED_CHIPS: 0,
        Matter.PROMISED_STEPS: 0,
        Matter.PROMISED_HANDS: 0,
        Matter.KEPT_CHIPS: 2,
        Matter.KEPT_STEPS: 2,
        Matter.KEPT_HANDS: 1,
        Matter.MISSED_CHIPS: -2,
        Matter.MISSED_STEPS: -2,
        Matter.BROKE: -2,
        Matter.SILENT: -1,
        Matter.SWAPPED: 0,
        Matter.THING: -1,
        Matter.GAVE_BACK: 1,
        Matter.PUT_OFF: -2,
        Matter.CALMED: 0,
    },
    Person.COUNSEL: {
        Matter.PROMISED_HANDS: 0,
        Matter.KEPT_HANDS: 1,
        Matter.BROKE: -2,
        Matter.SILENT: -1,
        Matter.SWAPPED: 0,
        Matter.OPENLY: 1,
        Matter.THING: -1,
        Matter.PUT_OFF: -1,
        Matter.DENIED: -2,
        Matter.REFUTED: -2,
        Matter.TOLD: 2,
        Matter.APOLOGISED: 1,
        Matter.PEACE: 2,
        Matter.CALMED: 0,
    },
    Person.SCIENTIST: {
        Matter.UNTESTED: -1,
        Matter.RELEASED: 1,
        Matter.INCIDENT: -3,
        Matter.CLAIMED: 0,
        Matter.CLAIM_KEPT: 1,
        Matter.CLAIM_MISSED: -2,
        Matter.THING: -1,
        Matter.CALMED: 0,
    },
    Person.LAWYER: {
        Matter.PROMISED_CHIPS: 0,
        Matter.PROMISED_STEPS: 0,
        Matter.PROMISED_HANDS: 0,
        Matter.KEPT_CHIPS: 1,
        Matter.KEPT_STEPS: 1,
        Matter.KEPT_HANDS: 1,
        Matter.MISSED_CHIPS: -2,
        Matter.MISSED_STEPS: -2,
        Matter.BROKE: -2,
        Matter.SILENT: -2,
        Matter.SWAPPED: -1,
        Matter.THING: -1,
        Matter.GAVE_BACK: 1,
        Matter.DENIED: -1,
        Matter.REFUTED: -3,
        Matter.TOLD: 1,
        Matter.APOLOGISED: 1,
        Matter.PEACE: 2,
    },
}
"""What each person remembers, and how it moves their loyalty: 1 small, 2 middle, 3 large."""


def open_house(rules: Rulebook) -> House:
    """Return the house on the first day."""
    start = rules.house.start
    return House(members=[Member(person=person, loyalty=start) for person in PERSONS])


def in_office(member: Member, first: int, month: int) -> bool:
    """Return whether a post is held in a month; the officer's is held from the month `first`."""
    return member.gone is None and (member.person is not Person.OFFICER or month >= first)


def size(rules: HouseRules, step: int) -> int:
    """Return how much loyalty a step moves, ppm with its sign.

    >>> [size(HouseRules(), step) for step in (-3, -1, 0, 2)]
    [-120000, -30000, 0, 60000]
    """
    by = (0, rules.small, rules.middle, rules.large)[min(3, abs(step))]
    return by if step > 0 else -by


def falls(rules: HouseRules, by: float, earlier: float) -> float:
    """Return by how much a bad matter moves loyalty, ppm, after earlier ones of its kind.

    >>> [falls(HouseRules(), -60_000, earlier) for earlier in (0, 1, 9)]
    [-60000.0, -75000.0, -120000.0]
    """
    return by * (1.0 + rules.again * min(rules.again_most, earlier))


def moved(rules: HouseRules, member: Member, memory: Memory, now: int) -> int:
    """Return by how much a new matter moves a person's loyalty, ppm: worse if it is not the first.

    >>> told = [Memory(matter=Matter.SILENT, month=month) for month in (4, 5, 6)]
    >>> who = Member(person=Person.COUNSEL)
    >>> moved(HouseRules(), who, told[0], 4)
    -30000
    >>> who.memories = tuple(told[:2])
    >>> moved(HouseRules(), who, told[2], 6)
    -45000
    """
    by = size(rules, CARES[member.person][memory.matter])
    if by >= 0:
        return by
    since = now - rules.mercy
    earlier = sum([old.matter is memory.matter and old.month > since for old in member.memories])
    by = int(falls(rules, by, earlier))
    return int(by * rules.calm_broken) if now - member.calmed < rules.calm_months else by


def officer_points(rules: Rulebook, affairs: Affairs, month: int) -> int:
    """Return the attention that the chief operating officer adds in a month, points."""
    founder = rules.founder
    there = month >= founder.officer_month and affairs.house.holds(Person.OFFICER)
    return founder.officer_attention if there else 0


def record(member: Member) -> int:
    """Return how many matters against the founder a person remembers."""
    cares = CARES[member.person]
    return sum([cares[memory.matter] < 0 for memory in member.memories])


def said_in_court(rules: HouseRules, member: Member, *, left: bool) -> int:
    """Return what a witness adds to the truth of the holders' case, ppm of seen (negative: takes off).

    >>> who = Member(person=Person.COUNSEL, loyalty=650_000)
    >>> said_in_court(HouseRules(), who, left=False), said_in_court(HouseRules(), who, left=True)
    (-20000, 0)
    >>> who.memories = (Memory(matter=Matter.DENIED, month=3, amount=12_000),)
    >>> said_in_court(HouseRules(), who, left=True)
    60000
    """
    known = record(member)
    if member.person is Person.LAWYER:
        return rules.record * min(rules.record_most, known)
    if not known:  # who has seen nothing can only vouch for the founder
        return 0 if left or member.loyalty < rules.loyal_from else -rules.loyal
    if left:
        return rules.hostile
    if member.loyalty >= rules.loyal_from:
        return -rules.loyal
    return rules.cool if member.loyalty < rules.stays else 0
