"""Hints at first need: what a thing is and what it asks for, said once, beside the panel that shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from race.core.events import Event, Happening
from race.core.ids import Firm
from race.session.session import Session
from race.speech import _, name
from race.ui.present.orders import group_names
from race.ui.present.standing import unplaced

FIRSTS: Final = ("leak", "suit", "missed", "vote", "letter", "release", "power")
"""Keys of all hints, the weightiest first."""
NEAR: Final = 2
"""Months to a meeting from which it is near: one in which to act, and its own."""


@dataclass(frozen=True, slots=True)
class First:
    """One hint: its key, title, text, and the panel of the table that it stands beside."""

    key: str
    title: str
    text: str
    panel: str


def first_hint(session: Session, seen: Sequence[str]) -> First | None:
    """Return the weightiest hint that last month called for and that has not been seen, or None."""
    makers: dict[str, Callable[[Session], First | None]] = {
        "leak": _leak,
        "suit": _suit,
        "missed": _missed,
        "vote": _vote,
        "letter": _letter,
        "release": _release,
        "power": _power,
    }
    for key in FIRSTS:
        hint = None if key in seen else makers[key](session)
        if hint is not None:
            return hint
    return None


def _events(session: Session, kind: Happening) -> list[Event]:
    return [event for event in session.reports[-1].events if event.kind is kind]


def _leak(session: Session) -> First | None:
    if not _events(session, Happening.LEAK):
        return None
    text = _(
        "What was secret is in the papers. From now on it weighs on trust month by month, and it can be "
        "apologised for, explained or given back: the orders “{court}” and “{between}” say at what price."
    )
    return First("leak", _("Something has come out"), text.format_map(group_names()), "affairs")


def _suit(session: Session) -> First | None:
    if not _events(session, Happening.SUIT):
        return None
    text = _(
        "Holders have gone to court. It takes months: settle while it is cheap, or wait for the ruling. If "
        "the court opens the files, it has the worst lines of yours read out."
    )
    return First("suit", _("The first suit"), text, "affairs")


def _missed(session: Session) -> First | None:
    if not _events(session, Happening.PROMISE_MISSED):
        return None
    text = _(
        "A promise fell due and was not kept. Each kind of holder forgives differently, and the next "
        "promise is believed less. Promise what the books already show."
    )
    return First("missed", _("A broken promise"), text, "affairs")


def _vote(session: Session) -> First | None:
    board = session.view().board
    near = any(board.month < meeting <= board.month + NEAR for meeting in board.setting.meetings)
    if not near and not _events(session, Happening.VOTE_CALLED):
        return None
    text = _(
        "The holders will vote. The mark on the scale is where you would be voted out; talk to those who "
        "waver, keep what is due, and put off what would come out now."
    )
    return First("vote", _("A vote is near"), text, "carmaker")


def _letter(session: Session) -> First | None:
    if not _events(session, Happening.LETTER):
        return None
    text = _(
        "Funds write openly what others think. It is a step on the way from a quiet hall to removal; the "
        "line over the hall always says on which step the owners stand."
    )
    return First("letter", _("An open letter"), text, "carmaker")


def _release(session: Session) -> First | None:
    rivals = [event for event in _events(session, Happening.RELEASE) if event.firm is not Firm.XAI]
    if not rivals or rivals[0].firm is None:
        return None
    text = _(
        "{firm} has published. Marks on the lines are releases; a published score is uncertain, and its "
        "error shrinks as people vote. Quality comes from compute, from time and from method, a lab's own "
        "know-how; and a long run ages."
    )
    return First("release", _("A rival has released"), text.format(firm=name(rivals[0].firm)), "lab")


def _power(session: Session) -> First | None:
    if not unplaced(session.view()):
        return None
    text = _(
        "Some of the lab's chips stand in a warehouse: they need a site with power. Sites take months and "
        "permits; until then they train nothing, and a court may say that nothing was taken."
    )
    return First("power", _("Chips without power"), text, "supply")
