"""What each key asks for, in words: the table of the settings and the help's page of keys read the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from race.speech import _


def action_words() -> dict[str, str]:
    """Return what every action does by its name, those of the game first, then those of every list."""
    return {**_of_the_game(), **_of_the_rooms(), **_of_the_program(), **_of_lists()}


def _of_the_game() -> dict[str, str]:
    return {
        "confirm": _("End the month; confirm"),
        "orders": _("Orders"),
        "undo": _("Undo within the month"),
        "redo": _("Redo within the month"),
        "run_on": _("Run until something asks for you"),
        "routine": _("Standing orders of the lab's officers"),
        "autoplay": _("Let a bot play"),
        "rewind": _("Go back to an earlier month"),
        "again": _("Play this world again"),
        "report": _("Save the report of a finished game"),
        "board": _("Look at the board behind a dialog"),
    }


def _of_the_rooms() -> dict[str, str]:
    return {
        "rooms": _("Where to: every room"),
        "hall": _("The hall of the holders"),
        "charts": _("The race in charts"),
        "war_room": _("War room: a forecast"),
        "score": _("What counts: endings and score"),
        "books": _("Books of the companies"),
        "chips": _("Chips and sites"),
        "news": _("News"),
        "promises": _("Your word: promises, secrets, cases"),
        "cases": _("Press and cases"),
        "people": _("Talent"),
        "papers": _("The papers of the month"),
        "house": _("Your house: its people and what they remember"),
        "file": _("Your file: what a court would read out"),
    }


def _of_the_program() -> dict[str, str]:
    return {
        "help": _("Help"),
        "keys": _("The keys"),
        "lesson": _("First steps, again"),
        "quick_save": _("Save"),
        "quick_load": _("Load the last save"),
        "save_as": _("Save under a name"),
        "load": _("Load"),
        "delete": _("Delete the chosen save"),
        "full_screen": _("Full screen"),
        "larger": _("Larger text"),
        "smaller": _("Smaller text"),
        "usual_size": _("Usual text size"),
        "mute": _("Sound on or off"),
        "quit": _("Quit"),
    }


def _of_lists() -> dict[str, str]:
    return {
        "cancel": _("Cancel, close, menu"),
        "press": _("Press the control; lift a crate"),
        "part": _("Of the crate in the hand: all, half or a quarter"),
        "pin": _("Keep a tooltip open"),
        "next": _("Next control"),
        "previous": _("Previous control"),
        "left": _("To the left: a crate, a switch, a page of orders"),
        "right": _("To the right: a crate, a switch, a page of orders"),
        "up": _("Up: a line, a crate"),
        "down": _("Down: a line, a crate"),
        "first": _("First line"),
        "last": _("Last line"),
        "page_up": _("A page up: of lines, of crates"),
        "page_down": _("A page down: of lines, of crates"),
        **{f"choose_{n}": _("Answer {n}, page {n} of the orders").format(n=n) for n in range(1, 10)},
    }


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One action with its keys: words, and chords as written on keycaps."""

    name: str
    words: str
    shown: tuple[str, ...]
    changed: bool


def key_lines(
    keys: Mapping[str, Sequence[str]],
    usual: Mapping[str, Sequence[str]],
    printed: Callable[[str], str],
    query: str = "",
) -> tuple[KeyLine, ...]:
    """Return the actions whose words or keys hold every word of the query, in the order of the words.

    Args:
        keys: chords of each action now.
        usual: chords of each action before anything was changed.
        printed: writes a chord as on keycaps.
        query: what was typed; empty for all.
    """
    known = action_words()
    words = {**{name: name for name in keys}, **known}
    order = [*(name for name in known if name in keys), *(name for name in keys if name not in known)]
    found = []
    for name in order:
        shown = tuple(dict.fromkeys(printed(chord) for chord in keys[name]))
        changed = tuple(keys[name]) != tuple(usual.get(name, ()))
        line = KeyLine(name, words[name], shown, changed=changed)
        if all(part in f"{line.words} {' '.join(shown)}".casefold() for part in query.casefold().split()):
            found.append(line)
    return tuple(found)
