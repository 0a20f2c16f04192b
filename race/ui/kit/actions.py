"""Names what a person can ask for; mouse and keys end in the same Action, and every key can be changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import pygame

from race.core.words import N_
from race.speech import _

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Action:
    """Something asked for: its name, the widget or thing it is about, and a value.

    The board asks `Action("move_crate", crate, dock)`, a button `Action("press", button)`. Where only a part
    is meant, `amount` says how much of it; 0 means the whole.
    """

    name: str
    subject: str = ""
    value: Value = None
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """One chord that asks for more than one action."""

    chord: str
    names: tuple[str, ...]


DEFAULT_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "confirm": ("return", "enter"),
    "press": ("space",),
    "cancel": ("escape",),
    "next": ("tab",),
    "previous": ("shift+tab",),
    "left": ("left",),
    "right": ("right",),
    "up": ("up",),
    "down": ("down",),
    "first": ("home",),
    "last": ("end",),
    "page_up": ("page up",),
    "page_down": ("page down",),
    "undo": ("ctrl+z",),
    "redo": ("ctrl+y",),
    "part": ("q",),
    "board": ("v",),
    "hall": ("c",),
    "charts": ("g",),
    "war_room": ("w",),
    "news": ("n",),
    "papers": ("d",),
    "score": ("x",),
    "promises": ("p",),
    "orders": ("o",),
    "again": ("r",),
    "run_on": ("f",),
    "routine": ("t",),
    "house": ("h",),
    "rooms": ("i",),
    "books": ("b",),
    "chips": ("k",),
    "cases": ("j",),
    "people": ("e",),
    "file": ("l",),
    "report": ("s",),
    "help": ("f1",),
    "keys": ("?",),
    "lesson": ("f2",),
    "pin": ("alt",),
    "quick_save": ("f5",),
    "quick_load": ("f9",),
    "save_as": ("ctrl+s",),
    "load": ("ctrl+l",),
    "rewind": ("ctrl+r",),
    "autoplay": ("a",),
    "delete": ("delete",),
    "quit": ("ctrl+q",),
    "full_screen": ("f11", "alt+return"),
    "larger": ("ctrl++", "ctrl+="),
    "smaller": ("ctrl+-",),
    "usual_size": ("ctrl+0",),
    "mute": ("m",),
    **{f"choose_{digit}": (str(digit),) for digit in range(1, 10)},
}
_SHOWN: Final = {
    "return": "Enter",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "escape": "Esc",
    "page up": "PgUp",
    "page down": "PgDn",
    "delete": "Del",
}
_CAPS: Final = {
    "Enter": N_("Enter"),
    "Esc": N_("Esc"),
    "Space": N_("Space"),
    "Tab": N_("Tab"),
    "Shift": N_("Shift"),
    "Ctrl": N_("Ctrl"),
    "Alt": N_("Alt"),
    "Home": N_("Home"),
    "End": N_("End"),
    "PgUp": N_("PgUp"),
    "PgDn": N_("PgDn"),
    "Del": N_("Del"),
    "Backspace": N_("Backspace"),
}
"""What is printed on keys that have a word instead of a sign."""
# On a French keyboard the digits need Shift; the row's bare keys count as digits there.
_DIGIT_ROW: Final = {pygame.KSCAN_1 + place: str(place + 1) for place in range(9)}
_MODIFIERS: Final = ("left ctrl", "right ctrl", "left alt", "right alt", "left shift", "right shift")


def cap_words(cap: str) -> str:
    """Return a chord as it is printed on the reader's keyboard; what is there already stays.

    >>> cap_words("Ctrl+Z"), cap_words("Shift+Tab"), cap_words("+")
    ('Ctrl+Z', 'Shift+Tab', '+')
    """
    return "+".join(_(_CAPS.get(part, "")) or part for part in cap.split("+"))


def printed(chord: str) -> str:
    """Return a chord of the table as it is printed on keycaps.

    >>> printed("ctrl+z"), printed("page up"), printed("?")
    ('Ctrl+Z', 'PgUp', '?')
    """
    *held, key = chord.split("+") if not chord.endswith("+") else (chord[:-2], "+")
    words = [*(word.capitalize() for word in held if word), _SHOWN.get(key, key.capitalize())]
    return cap_words("+".join(words))


def chord_of(event: pygame.event.Event) -> str:
    """Return the chord of a key press, for example `ctrl+z`, `shift+tab`, `alt` or `?`."""
    name = pygame.key.name(event.key).replace("[", "").replace("]", "") or getattr(event, "unicode", "")
    if name in _MODIFIERS:
        return name.split()[1]
    digit = _DIGIT_ROW.get(getattr(event, "scancode", 0), "")
    if digit and not name.isalnum():
        return digit
    modifiers = getattr(event, "mod", 0)
    written = getattr(event, "unicode", "")
    sign = written if len(written) == 1 and written.isprintable() and written != " " else ""
    symbol = sign if sign and not sign.isalnum() else ""
    held = [
        word
        for word, mask in (("ctrl", pygame.KMOD_CTRL), ("alt", pygame.KMOD_ALT), ("shift", pygame.KMOD_SHIFT))
        if modifiers & mask and not (symbol and word == "shift")
    ]
    return "+".join([*held, symbol or name])


@dataclass(frozen=True)
class KeyTable:
    """Which chords ask for which action."""

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: dict(DEFAULT_KEYS))

    def action_for(self, event: pygame.event.Event) -> Action | None:
        """Return the action of a key press, or None when the key asks for nothing."""
        if event.type != pygame.KEYDOWN:
            return None
        chord = chord_of(event)
        name = next((name for name, chords in self.keys.items() if chord in chords), None)
        return Action(name) if name else None

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return every chord bound to more than one action, in the table's order."""
        users: dict[str, list[str]] = {}
        for name, chords in self.keys.items():
            for chord in chords:
                users.setdefault(chord, []).append(name)
        return tuple(Conflict(chord, tuple(names)) for chord, names in users.items() if len(names) > 1)

    def shown(self, name: str) -> str:
        """Return the first chord of an action as printed on a keycap; empty when it has none."""
        chords = self.keys.get(name, ())
        return printed(chords[0]) if chords else ""
