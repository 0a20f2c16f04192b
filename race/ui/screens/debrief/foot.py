"""The debrief's head and foot: what can be read on, the world's code, and where to go from here."""

from contextlib import suppress

import pygame

from race import __version__
from race.speech import _
from race.ui.kit import icons, text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, SMALLEST_TARGET, Theme, Type
from race.ui.kit.widgets import Button, ButtonSpec, Label, LabelSpec, Widget
from race.ui.screens.screen import Desk

_WORDS = Type(16, 600, "head")
"""Type of a button's words."""


def links(theme: Theme, place: Rect) -> list[Widget]:
    """Return the quiet buttons of the head, right to left: the case, the file, the papers."""
    found, rest = list[Widget](), place
    for name, words, key in (
        ("papers", _("Papers"), "D"),
        ("file", _("Your file"), "L"),
        ("case", _("The case"), "J"),
    ):
        wide = text.width(theme, words, BODY) + icons.keycap_width(theme, key) + theme.px(36)
        link, rest = rest.cut_right(wide, theme.px(6))
        found.append(Button(name, link, theme, ButtonSpec(words, "quiet", key=key)))
    return found


def buttons(theme: Theme, place: Rect, code: str, seed: int) -> list[Widget]:
    """Return the world's code at the left and the ways out at the right, as wide as their words."""
    found, rest = list[Widget](), place
    for name, words, key, primary in (
        ("again", _("Play this world again"), "R", True),
        ("new_game", _("New game"), "N", False),
        ("menu", _("Menu"), "Esc", False),
        ("report", _("Save report"), "S", False),
    ):
        wide = text.width(theme, words, _WORDS) + icons.keycap_width(theme, key) + theme.px(50)
        button, rest = rest.cut_right(wide, theme.px(12))
        spec = ButtonSpec(words, "primary" if primary else "secondary", key=key)
        found.append(Button(name, button, theme, spec))
    return [*found, *_coded(theme, rest, code, seed)]


def _coded(theme: Theme, room: Rect, code: str, seed: int) -> list[Widget]:
    """Return the code as a button that copies it, or the seed where there is no code."""
    if not code:
        words = _("Seed {n}").format(n=seed)
        return [Label("seed", room, theme, LabelSpec(words, BODY, theme.palette.text3))]
    tip = _("Seed {n}. Whoever types this code under New game plays the same world. Press to copy it.")
    high = max(SMALLEST_TARGET, theme.px(34))
    wide = min(room.w, text.width(theme, code, BODY) + theme.px(56))
    box = Rect(room.x, room.y + (room.h - high) // 2, wide, high)
    spec = ButtonSpec(code, "quiet", icon="document", align="left", tip=tip.format(n=seed))
    return [Button("code", box, theme, spec)]


def printed(theme: Theme, place: Rect, code: str) -> list[Widget]:
    """Return the foot of a picture: the game's name and the world's code."""
    words = _("Diverted {version}").format(version=__version__)
    left, right = place.cut_left(place.w // 2)
    palette = theme.palette
    return [
        Label("name", left, theme, LabelSpec(words, BODY, palette.text3)),
        Label("coded", right, theme, LabelSpec(code, BODY, palette.text3, "right")),
    ]


def copy(desk: Desk, code: str) -> None:
    """Put the code on the clipboard, and say so; where there is none, say the code."""
    put = getattr(getattr(pygame, "scrap", None), "put_text", None)
    if put is not None and pygame.display.get_init():
        with suppress(pygame.error):
            put(code)
            desk.tell(_("{code} is copied.").format(code=code), "tick")
            return
    desk.tell(_("The code of this world is {code}.").format(code=code))
