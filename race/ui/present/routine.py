"""Standing orders and what asks for the founder, in the reader's words."""

from dataclasses import dataclass
from typing import Final

from race.policy.routine import Routine
from race.session.asking import Asks, Halt
from race.session.session import Session
from race.speech import _, speak
from race.ui.present import orders


@dataclass(frozen=True, slots=True)
class Left:
    """One standing order: its key, what officers do under it, whether it stands."""

    key: str
    text: str
    on: bool


def names() -> dict[Routine, str]:
    """Return what each standing order leaves to the officers."""
    return {
        Routine.SPLIT: _("Share the compute between training, research, users and safety"),
        Routine.TRAIN: _("Start a training run when it is time for the next"),
        Routine.RELEASE: _("Release what is finished and better; alarmed, untested"),
        Routine.RENT: _("Rent cloud for chips that are still on their way"),
        Routine.CHIPS: _("Order chips and build halls as the money allows"),
        Routine.MONEY: _("Raise rounds and borrow when deliveries fall due"),
        Routine.HIRE: _("Hire researchers when money is plenty"),
    }


def left(session: Session) -> tuple[Left, ...]:
    """Return the standing orders, those that stand and those that do not."""
    return tuple(
        Left(routine.value, words, on=routine in session.standing) for routine, words in names().items()
    )


def turned(session: Session, key: str) -> None:
    """Let a standing order stand, or no longer."""
    routine = Routine(key)
    now = set(session.standing)
    session.leave_to_officers(now - {routine} if routine in now else now | {routine})


def told(session: Session) -> str:
    """Return in a line what stands: how much is left to officers, and what that makes this month."""
    if not session.standing:
        return _("The officers decide nothing by themselves")
    return _("Left to officers: {n} of {all}; their orders this month: {orders}").format(
        n=len(session.standing), all=len(Routine), orders=len(session.coming())
    )


def coming(session: Session) -> tuple[str, ...]:
    """Return what the officers will order this month, as things stand."""
    return tuple(map(orders.told, session.coming()))


def halted(halt: Halt) -> tuple[str, ...]:
    """Return why a game stopped that ran by itself, each reason once."""
    return tuple(dict.fromkeys(speak(reason.sentence) for reason in halt.reasons))


_GROUPS: Final = {
    Asks.LEAK: "court",
    Asks.SUIT: "court",
    Asks.PROMISE: "owners",
    Asks.INCIDENT: "train",
    Asks.SITE: "chips",
    Asks.AUTONOMY: "owners",
    Asks.MEETING: "owners",
    Asks.OFFER: "money",
    Asks.CASH: "money",
    Asks.RUN: "train",
}


def groups(halt: Halt) -> tuple[str, ...]:
    """Return the group of orders that answers each reason of `halted`; empty where none does."""
    found = {speak(reason.sentence): reason.asks for reason in halt.reasons}
    return tuple(_GROUPS.get(found[words] or Asks.QUESTION, "") for words in halted(halt))
