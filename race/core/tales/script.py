"""The grammar of a tale: a question, two or three answers, what each does now and what comes of it later.

Sizes are steps (1 small, 2 middle, 3 large, negative for the other way); how much a step is says
`race.core.rulebook.character.tales`.
"""

import msgspec

from race.core.ids import Kind, Word


class On(Word):
    """What a consequence moves."""

    TRUST = "trust"
    PRICE = "price"
    LAB_CASH = "lab_cash"
    CARMAKER_CASH = "carmaker_cash"
    RECIPE = "recipe"
    PEOPLE = "people"
    """Researchers of the lab: they come from the open market or go to it."""
    ATTENTION = "attention"
    """The founder's, in the month after."""
    INSIDERS = "insiders"
    """People who know of the latest secret."""
    LAB_SITE = "lab_site"
    """The lab's next site under way: more is sooner."""
    CARMAKER_SITE = "carmaker_site"
    AUTONOMY = "autonomy"
    GRUDGE = "grudge"
    """Ill will of the strongest rival."""


class When(Word):
    """What may be true of the position; some compare it with the day the question was asked."""

    ALWAYS = "always"
    LUCK = "luck"
    SECRET = "secret"  # noqa: S105 - a secret of the game
    KNOWN = "known"
    SUED = "sued"
    PROMISED = "promised"
    CALM = "calm"
    """Holders who on average trust the founder well enough."""
    MEETING_NEAR = "meeting_near"
    FORCED = "forced"
    """A forced site of the lab's."""
    BUILDING = "building"
    CARMAKER_BUILDING = "carmaker_building"
    WAREHOUSE = "warehouse"
    """The carmaker's chips without power."""
    TRAINING = "training"
    LEADING = "leading"
    BEHIND = "behind"
    SOLVENT = "solvent"
    """A lab that is not short of cash."""
    LEAKED = "leaked"
    """A diversion has become public since."""
    QUIET = "quiet"
    """None has."""
    TOOK = "took"
    """Something was diverted since."""
    RELEASED = "released"
    MILESTONE = "milestone"
    RISEN = "risen"
    """The share price is higher than then."""


class Push(msgspec.Struct, frozen=True, gc=False):
    """Move one thing by a step, -3 to 3; `kinds` are the holders who care, all when empty."""

    on: On
    step: int
    kinds: tuple[Kind, ...] = ()


class Later(msgspec.Struct, frozen=True, gc=False):
    """The second act of one answer: what is told, and what it does."""

    told: str
    pushes: tuple[Push, ...] = ()


class Way(msgspec.Struct, frozen=True, gc=False):
    """One answer: its words, what it means, what it does at once, and the two ends it may have."""

    words: str
    means: str
    """One short sentence on what no figure says: who minds, who remembers, what is given up."""
    now: tuple[Push, ...]
    hinges_on: When
    """What decides between the two ends when it comes back."""
    then: Later
    otherwise: Later


class Script(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One tale: its name on receipts, its question, when it may come up and how likely among others."""

    key: str
    title: str
    question: str
    ways: tuple[Way, ...]
    when: When = When.ALWAYS
    weight: int = 2

    @property
    def default(self) -> int:
        """Place of the answer that silence gives: the last."""
        return len(self.ways) - 1
