"""Questions that came up in the founder's house, and what is still to come of them."""

import msgspec


class Tale(msgspec.Struct, kw_only=True, gc=False):
    """One question of a game: when it was asked, what was answered, when it comes back.

    `key` names it in the tables of `race.core.tales`; what was true on the day is kept, so that its
    second act can tell what has happened since.
    """

    key: str
    asked: int
    """Month it came up."""
    choice: int | None = None
    """Place of the answer; None while the founder has not answered."""
    due: int = 0
    """Month its second act comes, once it is answered."""
    done: bool = False
    milestones: int = 0
    """Milestones of autonomy reached when it was asked."""
    price_cents: int = 0
    """The carmaker's share price when it was asked."""
    known: int = 0
    """Diversions that were public when it was asked."""
    taken: int = 0
    """Diversions there had been when it was asked, secret ones too."""
