"""Standing orders and what asks for the founder, in the reader's words."""

from dataclasses import dataclass

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
        Routine.SPLIT: _("share the compute between training, research, users and safety"),
        Routine.TRAIN: _("start a training run when it is time for the next"),
        Routine.RELEASE: _("release what is finished, tested and better"),
        Routine.RENT: _("rent cloud for chips that are still on their way"),
        Routine.CHIPS: _("order chips and build halls as the money allows"),
        Routine.MONEY: _("raise rounds and borrow when deliveries fall due"),
        Routine.HIRE: _("hire researchers when money is plenty"),
    }


def asking_names() -> dict[Asks, str]:
    """Return what can ask for the founder, in a few words."""
    return {
        Asks.LEAK: _("a leak"),
        Asks.SUIT: _("a letter, a suit, the court"),
        Asks.PROMISE: _("a promise or claim that falls due"),
        Asks.MEETING: _("a meeting and its votes"),
        Asks.OFFER: _("investors who are ready"),
        Asks.RUN: _("a finished or failed run"),
        Asks.CASH: _("cash that runs short"),
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


def coming(session: Session) -> tuple[str, ...]:
    """Return what the officers will order this month, as things stand."""
    return tuple(map(orders.told, session.coming()))


def halted(halt: Halt) -> tuple[str, ...]:
    """Return why a game stopped that ran by itself."""
    return tuple(speak(reason.sentence) for reason in halt.reasons)
