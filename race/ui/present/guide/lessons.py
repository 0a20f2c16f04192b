"""The first steps: six things to do at the table, each beside what it is about; the act itself goes on."""

from collections.abc import Callable
from dataclasses import dataclass

from race.core.commands import Answer, Command, Divert, MakePromise, Reassure, Speak
from race.session.session import Session
from race.speech import _

WORD_GIVEN = (Answer, MakePromise, Reassure, Speak)
"""Orders that count as having given one's word."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it says, on what it shows, and what carries it on.

    Attributes:
        key: name for the program.
        title: what to do, in a few words.
        text: why, and how by mouse and by keys.
        after: what is said while the act is under way or has just been done; empty for nothing.
        button: words of the button; empty when only the act goes on.
        targets: names of the panels or controls that stay bright.
        watched: names of what is bright while the act is under way; empty for the same.
    """

    key: str
    title: str
    text: str
    after: str
    button: str
    targets: tuple[str, ...]
    watched: tuple[str, ...] = ()


def steps(shown: Callable[[str], str]) -> tuple[Step, ...]:
    """Return the six steps and the farewell; `shown` writes the key of an action as on its keycap."""
    return (_two(), _move(shown), _undo(shown), _end(shown), _trust(shown), _word(shown), _rest(shown))


def _two() -> Step:
    return Step(
        "two",
        _("You run two companies"),
        _(
            "At the left the carmaker: it belongs to its holders, who can vote you out. At the right your "
            "private lab, in a race. Between them stand the chips that both want."
        ),
        "",
        _("Next"),
        ("carmaker", "lab"),
    )


def _move(shown: Callable[[str], str]) -> Step:
    return Step(
        "move",
        _("Move one crate"),
        _(
            "The carmaker paid for these chips. Drag one crate to the lab's dock, or click it and click "
            "there, and look at both sides before you let go."
        ),
        _(
            "Before you let go: the strip below, the hall and your word show what would follow. Let go over "
            "the lab's dock, or press {press}. {cancel} puts it back."
        ).format(press=shown("press"), cancel=shown("cancel")),
        _("Show me"),
        ("supply",),
        ("supply", "carmaker", "affairs"),
    )


def _undo(shown: Callable[[str], str]) -> Step:
    return Step(
        "undo",
        _("Nothing is final yet"),
        _(
            "Until the month ends every order can be taken back: drag the crate home, press the arrow above "
            "or {undo}. Take it back, or keep it: both are fine."
        ).format(undo=shown("undo")),
        "",
        _("Keep it"),
        ("undo", "supply", "month"),
    )


def _end(shown: Callable[[str], str]) -> Step:
    return Step(
        "end",
        _("End the month"),
        _(
            "Now everybody moves at once: rivals, owners, press and court. A wave runs through the hall, and "
            "the news says what happened. Press {end}."
        ).format(end=shown("confirm")),
        "",
        "",
        ("end",),
    )


def _trust(shown: Callable[[str], str]) -> Step:
    return Step(
        "trust",
        _("Open a number"),
        _("Rest the mouse on Trust, or press {pin} on it. Every number of the game opens like this.").format(
            pin=shown("pin")
        ),
        _(
            "Last month, each cause with its sign, this month: they sum exactly. Whoever asks why a number "
            "moved finds the answer in it."
        ),
        _("Show me"),
        ("tesla.trust",),
    )


def _word(shown: Callable[[str], str]) -> Step:
    return Step(
        "word",
        _("Give your word"),
        _(
            "Orders cost attention, the dots at the right. Open them with {orders} and make the holders one "
            "promise, or answer whoever asks. A promise kept is trust; a broken one costs more."
        ).format(orders=shown("orders")),
        "",
        _("Show me"),
        ("month", "affairs"),
    )


def _rest(shown: Callable[[str], str]) -> Step:
    return Step(
        "rest",
        _("The rest is yours"),
        _(
            "{counts} shows how the game is won and what is still missing, {help} explains every word and "
            "number, {again} shows these steps again. “This month” lists what waits for you, and a click "
            "leads to the order; {weigh} plays a year with an order and without it."
        ).format(counts=shown("score"), help=shown("help"), again=shown("lesson"), weigh=shown("war_room")),
        "",
        _("Play"),
        (),
    )


def diverted(session: Session) -> bool:
    """Tell whether a crate is ordered to the lab this month."""
    return any(isinstance(order, Divert) for order in session.pending)


def word_given(session: Session) -> bool:
    """Tell whether an order of this month gives somebody the founder's word."""
    return any(isinstance(order, WORD_GIVEN) for order in session.pending)


def ticked(session: Session, commands: tuple[Command, ...]) -> tuple[bool, ...]:
    """Return which of the steps that can be told from the game alone are done, in their order.

    Args:
        session: the game.
        commands: every order that its founder has given, this month's last.
    """
    moved = any(isinstance(order, Divert) for order in commands)
    played = len(session.reports) > 1
    given = any(isinstance(order, WORD_GIVEN) for order in commands)
    return True, moved, moved, played, played, given
