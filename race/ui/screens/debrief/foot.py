"""The debrief's head and foot: what can be read on, the world's code, and where to go from here."""

from contextlib import suppress
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Coded:
    """The world's code, empty for a scenario that has none, and its seed."""

    code: str
    seed: int


def links(desk: Desk, place: Rect, coded: Coded | None) -> list[Widget]:
    """Return the quiet buttons, right to left: papers, file, case; the code at the left if it stands here."""
    theme, found, rest = desk.theme, list[Widget](), place
    for name, words in (("papers", _("Papers")), ("file", _("Your file")), ("cases", _("The case"))):
        key = desk.keys.shown(name)
        wide = text.width(theme, words, BODY) + icons.keycap_width(theme, key) + theme.px(34)
        if wide > rest.w:
            key, wide = "", text.width(theme, words, BODY) + theme.px(28)
        link, rest = rest.cut_right(wide)  # side by side: a link has room around its words
        found.append(Button(name, link, theme, ButtonSpec(words, "quiet", key=key)))
    side = max(SMALLEST_TARGET, place.h)
    if not coded and rest.w >= side:
        tip = _("Look back over the months, and play on from one (Ctrl+R)")
        words = _("Look back")
        wide = text.width(theme, words, BODY) + theme.px(26) + 2 * theme.px(12)
        if wide > rest.w:
            words, wide = "", side
        look, rest = rest.cut_right(wide)
        found.append(Button("rewind", look, theme, ButtonSpec(words, "quiet", icon="undo", tip=tip)))
    return [*found, *(_code(theme, rest, coded) if coded else ())]


def buttons(desk: Desk, place: Rect, coded: Coded | None) -> list[Widget]:
    """Return the ways out, as wide as their words, and the code at the left if it stands here."""
    theme, found, rest = desk.theme, list[Widget](), place
    told = (
        ("again", _("Play this world again"), "again", True),
        ("new_game", _("New game"), "news", False),
        ("menu", _("Menu"), "cancel", False),
        ("report", _("Save report"), "report", False),
    )
    bare = sum(text.width(theme, words, _WORDS) + theme.px(50) for _name, words, _key, _first in told)
    caps = sum(icons.keycap_width(theme, desk.keys.shown(key)) for _name, _words, key, _first in told)
    capped = bare + caps + theme.px(48) <= place.w
    for name, words, asked, primary in told:
        key = desk.keys.shown(asked) if capped else ""
        pad = theme.px(50) if capped else theme.px(28)
        wide = text.width(theme, words, _WORDS) + icons.keycap_width(theme, key) * bool(key) + pad
        button, rest = rest.cut_right(wide, theme.px(12))
        spec = ButtonSpec(words, "primary" if primary else "secondary", key=key)
        found.append(Button(name, button, theme, spec))
    return [*found, *(_code(theme, rest, coded) if coded else ())]


def _code(theme: Theme, room: Rect, coded: Coded) -> list[Widget]:
    """Return the code as a button that copies it, or the seed where there is no code."""
    if not coded.code:
        words = _("Seed {n}").format(n=coded.seed)
        return [Label("seed", room, theme, LabelSpec(words, BODY, theme.palette.text3))]
    tip = _("Seed {n}. Whoever types this code under New game plays the same world. Press to copy it.")
    high = max(SMALLEST_TARGET, min(room.h, theme.row))
    wide = min(room.w, text.width(theme, coded.code, BODY) + theme.px(58))
    box = Rect(room.x, room.y + (room.h - high) // 2, wide, high)
    spec = ButtonSpec(coded.code, "quiet", icon="document", align="left", tip=tip.format(n=coded.seed))
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
