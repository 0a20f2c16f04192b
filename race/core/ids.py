"""Names and units that every other module of the world shares.

Money is whole US dollars, a share price is US cents, chips are H100-equivalents (Epoch AI's
convention: dense 8-bit peak over 1,979 TFLOP/s), trust and shares are parts per million (ppm),
power is kW, a month is an index with 0 = December 2023.
"""

from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Final

PPM: Final = 1_000_000
PERCENT: Final = PPM // 100
"""One per cent, ppm."""
WEEKS_IN_MONTH: Final = (4, 4, 5)
_WEEKS_IN_QUARTER: Final = sum(WEEKS_IN_MONTH)
_WEEKS_BEFORE: Final = (0, 4, 8)
"""Weeks of the first, second and third month of a quarter that starts in January."""


class Word(StrEnum):
    """A closed list of words that hash as fast as text (Python's own hash of an enum member is slow).

    Python 3.11 also takes a fifth of a microsecond to find a member of its class: who asks hundreds
    of times a month names it once, `_TESLA: Final = Firm.TESLA`.
    """

    __hash__ = str.__hash__


class Firm(Word):
    """A company that owns chips: the seven labs and the carmaker."""

    XAI = "xai"
    OPENAI = "openai"
    GOOGLE_DEEPMIND = "google_deepmind"
    META = "meta"
    ANTHROPIC = "anthropic"
    DEEPSEEK = "deepseek"
    MISTRAL = "mistral"
    TESLA = "tesla"


class Outside(Word):
    """Whoever pays the companies or is paid by them: the other side of every entry in their books."""

    OPENING = "opening"
    """Where the money of the first day came from."""
    CUSTOMERS = "customers"
    """Users and firms that pay for a service, and buyers of cars."""
    PARTNERS = "partners"
    """Shops and clouds that sell a service, for their part of the revenue."""
    MAKERS = "makers"
    """The chipmaker and the builders of servers."""
    BUILDERS = "builders"
    GRID = "grid"
    """Power, and the fee for a partner's halls."""
    CLOUDS = "clouds"
    STAFF = "staff"
    PARENTS = "parents"
    """Parents, partners and new owners who pay in."""
    INVESTORS = "investors"
    LENDERS = "lenders"
    OTHERS = "others"
    """Anybody else, and what companies pay each other while it is under way."""


FIRMS: Final = tuple(Firm)
LABS: Final = tuple(firm for firm in Firm if firm is not Firm.TESLA)
RIVALS: Final = tuple(firm for firm in LABS if firm is not Firm.XAI)
OWN_FIRMS: Final = (Firm.XAI, Firm.TESLA)
"""The founder's two companies, the lab first."""


class Seat(Word):
    """A place at the table: somebody who chooses, once a month, from what it may know."""

    FOUNDER = "founder"
    OPENAI = "openai"
    GOOGLE_DEEPMIND = "google_deepmind"
    META = "meta"
    ANTHROPIC = "anthropic"
    DEEPSEEK = "deepseek"
    MISTRAL = "mistral"
    CARMAKER = "carmaker"
    CHIPMAKER = "chipmaker"
    HOLDERS = "holders"
    PRESS = "press"
    COURT = "court"
    TALENT = "talent"


INSTITUTIONS: Final = frozenset((Seat.CHIPMAKER, Seat.HOLDERS, Seat.PRESS, Seat.COURT, Seat.TALENT))


def seat_of(lab: Firm) -> Seat:
    """Return the seat that decides for a lab (the founder's for xAI and the carmaker)."""
    return Seat.FOUNDER if lab in OWN_FIRMS else Seat(lab.value)


_LAB_OF: Final = {seat_of(lab): lab for lab in LABS}


def lab_of(seat: Seat) -> Firm | None:
    """Return the lab a seat speaks for, or None for an institution."""
    return _LAB_OF.get(seat)


class Generation(Word):
    """A generation of accelerators; quantities are always in H100-equivalents."""

    H100 = "h100"
    H200 = "h200"
    B200 = "b200"
    GB300 = "gb300"
    NEXT = "next"
    OWN_SILICON = "own_silicon"
    """A lab's own chips, made outside the chipmaker's queue."""


class Terms(Word):
    """On which terms something of the carmaker's goes to the lab."""

    SILENT = "silent"
    SWAP = "swap"
    PAID = "paid"
    DISCLOSED = "disclosed"
    LEASE = "lease"
    """The carmaker keeps what it owns; the lab pays rent, and it comes back."""


OPEN_TERMS: Final = (Terms.PAID, Terms.DISCLOSED, Terms.LEASE)
"""Terms with papers to sign or words to find."""
HIDDEN_TERMS: Final = (Terms.SILENT, Terms.SWAP)
"""Terms on which nobody outside is told."""


class Thing(Word):
    """What can go from the carmaker to the lab."""

    CHIPS = "chips"
    RESEARCHERS = "researchers"
    SITE = "site"
    DATA = "data"
    CHANNEL = "channel"


class Stance(Word):
    """What the founder says about a diversion."""

    DISCLOSE = "disclose"
    JUSTIFY = "justify"
    DENY = "deny"
    APOLOGISE = "apologise"


class Gift(Word):
    """What the founder gives the carmaker's owners to make peace."""

    DIRECTOR = "director"
    SHARING_POLICY = "sharing_policy"
    SETTLEMENT = "settlement"


class Subject(Word):
    """What a promise is about; each can be checked against the books on its date."""

    CHIPS_POWERED = "chips_powered"
    AUTONOMY = "autonomy"
    NO_DIVERSION = "no_diversion"


class Claim(Word):
    """What a lab says in public about itself; each can be checked on its date."""

    FLEET = "fleet"
    """H100e that will be running."""
    RELEASE = "release"
    """Score of the best release, Elo."""


class Ballot(Word):
    """A question put to the carmaker's holders."""

    PAY = "pay"
    DOMICILE = "domicile"
    KEEP_FOUNDER = "keep_founder"
    INVESTMENT = "investment"
    LIMITS = "limits"
    DEAL = "deal"
    """Chips of the carmaker's for the lab."""
    MERGER = "merger"
    """The whole lab for the carmaker."""


class Rung(Word):
    """How far the owners have gone against the founder, from the lowest step to the last."""

    QUIET = "quiet"
    GRUMBLING = "grumbling"
    LETTERS = "letters"
    ADVISERS = "advisers"
    FILES = "files"
    SUIT = "suit"
    DISCOVERY = "discovery"
    LIMITS = "limits"
    INJUNCTION = "injunction"
    SPECIAL_MEETING = "special_meeting"
    REMOVED = "removed"


RUNGS: Final = tuple(Rung)


class Kind(Word):
    """A kind of holder, in the order of the population arrays."""

    FANS = "fans"
    RETAIL = "retail"
    INDEX = "index"
    ACTIVE = "active"
    PENSION = "pension"
    ACTIVIST = "activist"
    SHORT = "short"


KINDS: Final = tuple(Kind)


class Person(Word):
    """Somebody of the founder's own house; the pension fund's lawyer only watches it."""

    OFFICER = "officer"
    """The chief operating officer."""
    COUNSEL = "counsel"
    SCIENTIST = "scientist"
    LAWYER = "lawyer"


PERSONS: Final = tuple(Person)


class Matter(Word):
    """What one of the house's people remembers of the founder."""

    PROMISED_CHIPS = "promised_chips"
    PROMISED_STEPS = "promised_steps"
    PROMISED_HANDS = "promised_hands"
    """That nothing is diverted without a vote."""
    KEPT_CHIPS = "kept_chips"
    KEPT_STEPS = "kept_steps"
    KEPT_HANDS = "kept_hands"
    MISSED_CHIPS = "missed_chips"
    MISSED_STEPS = "missed_steps"
    BROKE = "broke"
    """Chips taken while the founder had promised to take none."""
    SILENT = "silent"
    SWAPPED = "swapped"
    OPENLY = "openly"
    THING = "thing"
    """Something that is no chip, taken silently or by swap."""
    GAVE_BACK = "gave_back"
    PUT_OFF = "put_off"
    DENIED = "denied"
    REFUTED = "refuted"
    TOLD = "told"
    APOLOGISED = "apologised"
    PEACE = "peace"
    """A director, a policy or a settlement."""
    UNTESTED = "untested"
    RELEASED = "released"
    INCIDENT = "incident"
    CLAIMED = "claimed"
    CLAIM_KEPT = "claim_kept"
    CLAIM_MISSED = "claim_missed"
    CALMED = "calmed"
    """The founder has talked to this person and given his word."""


class Mood(Word):
    """How a lab feels about the race, from the gap it perceives to the leader."""

    LEADING = "leading"
    CALM = "calm"
    PRESSED = "pressed"
    ALARMED = "alarmed"


class Ending(Word):
    """How a game ends, in the order the conditions are tried."""

    CATASTROPHE = "catastrophe"
    BANKRUPT = "bankrupt"
    ABSORBED = "absorbed"
    REMOVED = "removed"
    PYRRHIC = "pyrrhic"
    ENJOINED = "enjoined"
    TRIUMPH = "triumph"
    FRONTIER = "frontier"
    CONTENDER = "contender"
    STEWARD = "steward"
    ALSO_RAN = "also_ran"


WON: Final = (Ending.TRIUMPH, Ending.FRONTIER)
"""Endings that are Frontier or better."""


def weeks_of(month: int) -> int:
    """Return the weeks of a month: 4, 4, 5 over each calendar quarter (month 0 is December).

    >>> [weeks_of(month) for month in (0, 1, 2, 3)]
    [5, 4, 4, 5]
    """
    return WEEKS_IN_MONTH[(month - 1) % 3]


def date_of(month: int) -> tuple[int, int]:
    """Return the (year, month) of a month index.

    >>> date_of(0), date_of(1), date_of(36)
    ((2023, 12), (2024, 1), (2026, 12))
    """
    return 2023 + (11 + month) // 12, (11 + month) % 12 + 1


def date_text(month: int) -> str:
    """Return a month index as YYYY-MM.

    >>> date_text(0), date_text(36)
    ('2023-12', '2026-12')
    """
    year, number = date_of(month)
    return f"{year}-{number:02d}"


@lru_cache(maxsize=256)
def week_of(month: int) -> int:
    """Return the index of a month's first week, counted from the start of month 0.

    >>> [week_of(month) for month in (0, 1, 2, 3, 4)]
    [0, 5, 9, 13, 18]
    """
    quarters, odd = divmod(month + 2, 3)
    return quarters * _WEEKS_IN_QUARTER + _WEEKS_BEFORE[odd] - _WEEKS_BEFORE[2]


def month_of(week: int) -> int:
    """Return the month that a week lies in, counted as `week_of` counts.

    >>> [month_of(week) for week in (0, 4, 5, 17, 18)]
    [0, 0, 1, 3, 4]
    """
    quarters, left = divmod(week + _WEEKS_BEFORE[2], _WEEKS_IN_QUARTER)
    return 3 * quarters - 2 + sum(left >= before for before in _WEEKS_BEFORE[1:])


class Keeps(IntEnum):
    """What is kept of a month when it is over."""

    NOTHING = 0
    """For imagined futures: the month is written over its position, and no books are drawn up."""
    BOOKS = 1
    """For games on which nobody looks back: written over like those, but the books are checked."""
    ALL = 2
    """The position is not touched, and the books of the month are checked."""
