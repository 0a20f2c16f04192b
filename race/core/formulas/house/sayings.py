"""What the house's people say: how they quote, warn, leave and testify, each with its month and number."""

from collections.abc import Callable, Collection, Sequence
from typing import Final

from race.core.ids import Matter, Person
from race.core.wording.quotations import SAYINGS
from race.core.words import N_, Name, Part, Quantity, Sentence, chips, count, elo, month, months, usd
from race.core.world import Member, Memory

_UNITS: Final[dict[Matter, Callable[[int], Quantity]]] = {
    Matter.PROMISED_CHIPS: chips,
    Matter.PROMISED_HANDS: month,
    Matter.KEPT_CHIPS: chips,
    Matter.KEPT_HANDS: month,
    Matter.MISSED_CHIPS: chips,
    Matter.THING: usd,
    Matter.PUT_OFF: months,
    Matter.UNTESTED: elo,
    Matter.RELEASED: elo,
}
"""Units of remembered numbers; the rest are plain."""

_M: Final = Matter
_WAYS: Final = 8
"""More than there are ways to say any one thing."""
_ABOUT: Final = {
    person: {
        matter: [
            (place, then, len(words)) for place, (now, then, words) in enumerate(sayings) if now is matter
        ]
        for matter in Matter
    }
    for person, sayings in SAYINGS.items()
}
"""The sayings by what has just happened, with their places."""
_REMEMBERS: Final = {
    _M.PROMISED_CHIPS: N_("{then}: {n} chips running were promised"),
    _M.PROMISED_STEPS: N_("{then}: milestone {n} was promised"),
    _M.PROMISED_HANDS: N_("{then}: no chip without a vote was promised, until {n}"),
    _M.KEPT_CHIPS: N_("{then}: {n} chips were running as promised"),
    _M.KEPT_STEPS: N_("{then}: milestone {n} came as promised"),
    _M.KEPT_HANDS: N_("{then}: no chip had moved without a vote"),
    _M.MISSED_CHIPS: N_("{then}: {n} chips were due and not running"),
    _M.MISSED_STEPS: N_("{then}: milestone {n} was due and did not come"),
    _M.BROKE: N_("{then}: {n} chips moved against your word"),
    _M.SILENT: N_("{then}: {n} chips went silently"),
    _M.SWAPPED: N_("{then}: {n} chips went by swap"),
    _M.OPENLY: N_("{then}: something went to the lab with papers"),
    _M.THING: N_("{then}: something worth {n} went without papers"),
    _M.GAVE_BACK: N_("{then}: {n} chips came back"),
    _M.PUT_OFF: N_("{then}: the carmaker's site was put off by {n}"),
    _M.DENIED: N_("{then}: {n} chips were denied"),
    _M.REFUTED: N_("{then}: the denial of {n} chips was refuted"),
    _M.TOLD: N_("{then}: you told of {n} chips yourself"),
    _M.APOLOGISED: N_("{then}: you apologised for {n} chips"),
    _M.PEACE: N_("{then}: you made peace with the owners"),
    _M.UNTESTED: N_("{then}: a release at {n} went out untested"),
    _M.RELEASED: N_("{then}: a tested release at {n}"),
    _M.INCIDENT: N_("{then}: incident number {n}"),
    _M.CLAIMED: N_("{then}: {n} was announced"),
    _M.CLAIM_KEPT: N_("{then}: {n} was there as announced"),
    _M.CLAIM_MISSED: N_("{then}: {n} was announced and not there"),
    _M.CALMED: N_("{then}: you talked, and gave your word"),
}
_TESTIFIES: Final = {
    _M.REFUTED: N_(
        "{who} testifies: “The count said {n}. The denial said nothing. I had seen both by {then}.”"
    ),
    _M.DENIED: N_("{who} testifies: “The denial of {then} was written after the count. The count said {n}.”"),
    _M.BROKE: N_(
        "{who} testifies: “There was a promise to ask first. In {then} nobody asked about {n} chips.”"
    ),
    _M.SILENT: N_("{who} testifies: “{n} chips, {then}. There was no paper because there was to be none.”"),
    _M.SWAPPED: N_("{who} testifies: “{n} chips in {then}, slot for slot. The carmaker got the later slot.”"),
    _M.THING: N_("{who} testifies: “What went over in {then} was worth {n}. It did not go by itself.”"),
    _M.PUT_OFF: N_("{who} testifies: “The site was put off by {n} in {then}. I was asked to find a reason.”"),
    _M.MISSED_CHIPS: N_(
        "{who} testifies: “The {n} chips of {then} were promised before anybody had counted.”"
    ),
    _M.MISSED_STEPS: N_("{who} testifies: “Nobody on the floor had put milestone {n} anywhere near {then}.”"),
    _M.INCIDENT: N_("{who} testifies: “I warned of it before {then}. That is what the number {n} is for.”"),
    _M.UNTESTED: N_(
        "{who} testifies: “The release of {then}, at {n}, skipped its tests. It was a busy month.”"
    ),
    _M.CLAIM_MISSED: N_("{who} testifies: “The {n} announced for {then} was a wish. I was not asked.”"),
}
"""Testimony by what is remembered, the weightiest first."""
_LOYAL: Final = N_("{who} testifies for an hour, and the holders' lawyers thank nobody.")
_UNTOLD: Final = N_("{who} testifies, and has kept everything in order of date.")

POSTS: Final = {
    Person.OFFICER: N_("chief operating officer"),
    Person.COUNSEL: N_("general counsel"),
    Person.SCIENTIST: N_("chief scientist"),
    Person.LAWYER: N_("the pension fund's lawyer"),
}
WARNINGS: Final = {
    Person.OFFICER: N_(
        "{who}, chief operating officer, will leave in {date}: “I cannot run a plant on numbers that do not "
        "hold.” A promise kept, chips given back or a talk would change that."
    ),
    Person.COUNSEL: N_(
        "{who}, general counsel, will leave in {date}: “I write what I know to be true, or I do not write.” "
        "Telling the owners, making peace or a talk would change that."
    ),
    Person.SCIENTIST: N_(
        "{who}, chief scientist, will leave in {date}: “I can explain a late release to anybody.” "
        "Tested releases, claims that hold or a talk would change that."
    ),
    Person.LAWYER: N_(
        "{who}, for the pension fund, will demand the carmaker's files in {date}. Matters "
        "in the folder: {n}. "
        "A promise kept, an apology or peace with the owners would change that."
    ),
}
STAYS: Final = {
    Person.OFFICER: N_("{who} has taken the boxes back upstairs and stays."),
    Person.COUNSEL: N_("{who} stays, and has corrected the spelling in the letter of resignation."),
    Person.SCIENTIST: N_("{who} stays: the whiteboard was not wiped after all."),
    Person.LAWYER: N_("{who}, for the pension fund, puts the demand for files back into the drawer."),
}
FAREWELLS: Final = {
    Person.OFFICER: N_(
        "{who}, chief operating officer, leaves: {n} points of your attention a month go along."
    ),
    Person.COUNSEL: N_(
        "{who}, general counsel, resigns: settling costs {n} of the usual, and denials hold less."
    ),
    Person.SCIENTIST: N_(
        "{who}, chief scientist, leaves, and researchers with the same taste in music: {n}."
    ),
    Person.LAWYER: N_("{who}, for the pension fund, demands the carmaker's files; they are opened in {n}."),
}
ARRIVALS: Final = {
    Person.OFFICER: N_("{who} is the new chief operating officer, and has read nothing but the lease."),
    Person.COUNSEL: N_("{who} is the new general counsel, and has asked for the files in order of date."),
    Person.SCIENTIST: N_("{who} is the new chief scientist, and has brought a kettle."),
    Person.LAWYER: "",
}
TALKED: Final = {
    Person.OFFICER: N_("You walk the plant with {who} and give your word on the numbers."),
    Person.COUNSEL: N_("You have dinner with {who} and give your word on the next statement."),
    Person.SCIENTIST: N_("You stay after the seminar with {who} and give your word on the tests."),
    Person.LAWYER: "",
}


def name_of(member: Member) -> Name:
    """Return the name of whoever holds a post."""
    return Name(f"{member.person.value}_{member.holder}")


def number_of(memory: Memory) -> Quantity:
    """Return a remembered number with its unit."""
    return _UNITS.get(memory.matter, count)(memory.amount)


def remembered(memory: Memory) -> Sentence:
    """Return what is remembered, as a line of a list."""
    return Sentence(_REMEMBERS[memory.matter], {"then": month(memory.month), "n": number_of(memory)})


def quotation(member: Member, fresh: Sequence[Memory]) -> tuple[int, Sentence] | None:
    """Return what a person says of this month's matters by what they remember, with the saying's place.

    The weightiest that has not been said before; the latest memory that fits is quoted, and not one of
    this month's about the same thing.
    """
    found: tuple[int, Memory, Memory] | None = None
    about = _ABOUT[member.person]
    for new in fresh:
        for place, then, ways in about.get(new.matter, ()):
            if found is None or place < found[0]:
                old = _earlier(member, then, new)
                if old is not None and _unsaid(member, place, ways):
                    found = place, old, new
    return None if found is None else _quoted(member, *found)


def _unsaid(member: Member, place: int, ways: int) -> list[int]:
    """Return the places of a saying's words that this person has not used yet."""
    first = place * _WAYS
    return [first + way for way in range(ways) if first + way not in member.said]


def _quoted(member: Member, place: int, old: Memory, new: Memory) -> tuple[int, Sentence]:
    """Return one of the ways to say it: which one hangs on the numbers, so that games differ."""
    words = SAYINGS[member.person][place][2]
    left = _unsaid(member, place, len(words))
    said = left[(old.amount + old.month + new.month) % len(left)]
    values: dict[str, Part] = {
        "who": name_of(member),
        "then": month(old.month),
        "n": number_of(old),
        "m": number_of(new),
    }
    return said, Sentence(words[said - place * _WAYS], values)


def _earlier(member: Member, matter: Matter, new: Memory) -> Memory | None:
    """Return the latest memory of a matter from before a new one, of the same thing if there is one."""
    found = [old for old in member.memories if old.matter is matter and old is not new and _before(old, new)]
    about = [old for old in found if old.thing == new.thing and new.thing]
    return (about or found)[-1] if found else None


def _before(old: Memory, new: Memory) -> bool:
    """Return whether a memory is older; a denial and its act may share a month, other pairs may not."""
    return old.month < new.month or (old.thing == new.thing != 0 and old.matter is not new.matter)


def testimony(member: Member, told: Collection[int], *, for_holders: bool) -> tuple[int | None, Sentence]:
    """Return what a witness says, with its place: their weightiest memory not told yet, or little.

    Places of testimony are negative: those of quotations are not.
    """
    who: dict[str, Part] = {"who": name_of(member)}
    if not for_holders:
        return None, Sentence(_LOYAL, who)
    for place, (matter, words) in enumerate(_TESTIFIES.items(), start=1):
        about = [memory for memory in member.memories if memory.matter is matter]
        if about and -place not in told:
            heaviest = max(about, key=lambda memory: memory.amount)
            values = who | {"then": month(heaviest.month), "n": number_of(heaviest)}
            return -place, Sentence(words, values)
    return None, Sentence(_UNTOLD, who)
