"""Turns a dock with many crates page by page: which of them are seen, and the button that turns the page."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pygame

from race.speech import _
from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import LABEL, LABEL_BOLD, RADIUS_CRATE, SMALL, Theme, Type, blend
from race.ui.kit.widgets import Widget
from race.ui.pieces.crates import BoardSpec, Crate, Dock, Preview, crate_places, places
from race.ui.present.supply import CRATES

_KEY = "turn."
"""What the key of a dock's button begins with; the keys of crates are numbers or plain names."""
TURNS: Final = {"press": 1, "confirm": 1, "right": 1, "page_down": 1, "left": -1, "page_up": -1}
"""How many pages a key turns on that button."""
_PAGE = (LABEL_BOLD, Type(11, 700), Type(10, 700))
_MORE = (LABEL, SMALL, Type(10))
"""Types of the two lines of the button, the largest first."""


def turn_key(dock: str) -> str:
    """Return the key of the button that turns the pages of a dock."""
    return _KEY + dock


def dock_of(key: str) -> str:
    """Return the dock whose pages a key turns; empty when it is a crate's."""
    return key.removeprefix(_KEY) if key.startswith(_KEY) else ""


def pages(spec: BoardSpec, dock: Dock) -> list[list[Crate]]:
    """Return the crates of a dock by pages; what moved this month stands on the first."""
    here = spec.on(dock.key)
    room = max(0, CRATES - sum(crate.kept for crate in here))
    later = [crate for crate in here if not crate.kept][room:]
    beyond = {crate.key for crate in later}
    first = [crate for crate in here if crate.key not in beyond]
    return [first, *(later[start : start + CRATES] for start in range(0, len(later), CRATES))]


def page_of(spec: BoardSpec, key: str) -> tuple[str, int]:
    """Return the dock of a crate and the page on which it stands; no dock for a crate that is gone."""
    for dock in spec.docks:
        for place, page in enumerate(pages(spec, dock)):
            if any(crate.key == key for crate in page):
                return dock.key, place
    return "", 0


def cut(whole: BoardSpec, turned: Mapping[str, int]) -> BoardSpec:
    """Return the board with the crates of one page of each dock; a page beyond the last is the last."""
    docks, seen = list[Dock](), set[str]()
    for dock in whole.docks:
        found = pages(whole, dock)
        at = min(turned.get(dock.key, 0), len(found) - 1)
        seen |= {crate.key for crate in found[at]}
        docks.append(_told(dock, found, at) if len(found) > 1 else dock)
    crates = tuple(crate for crate in whole.crates if crate.key in seen)
    return replace(whole, docks=tuple(docks), crates=crates)


def _told(dock: Dock, found: list[list[Crate]], at: int) -> Dock:
    """Return a dock with its page in words, how many crates are elsewhere, and slots for the fullest page."""
    before, here, whole = sum(map(len, found[:at])), len(found[at]), sum(map(len, found))
    words = _("{first}–{last} of {all}") if here > 1 else _("{n} of {all}")
    page = words.format(first=before + 1, last=before + here, n=whole, all=whole)
    more = _("+ {n} more").format(n=whole - here)
    return replace(dock, page=page, more=more, slots=max(map(len, found)) + 1)


def turn_tip(dock: Dock) -> str:
    """Return the tooltip of the button: all crates of the dock, and how their pages are turned."""
    how = _("Shown: {page}. A click turns to the next page.")
    return f"{dock.crowd} {how.format(page=dock.page)}".strip()


def draw_turn(surface: pygame.Surface, theme: Theme, place: Rect, dock: Dock, *, live: bool) -> None:
    """Draw the button: which page it is and how many crates are elsewhere, on two lines or side by side."""
    palette, line = theme.palette, min(text.line_height(theme, LABEL), place.h // 2)
    edge = palette.tip_line if live else palette.strong
    ground = blend(palette.raised, palette.strong, 0.45 if live else 0.2)
    paint.box(surface, place, ground, radius=theme.px(RADIUS_CRATE), edge=edge)
    flat = line < text.line_height(theme, _MORE[-1])  # two lines have no room
    page, more = text.width(theme, dock.page, _PAGE[-1]), text.width(theme, dock.more, _MORE[-1])
    side = min(theme.px(6), place.w // 24)
    words = place.pad(side, 0)
    sign = min(theme.px(14), words.w // 8)
    told = page if flat else max(page, more)
    if told <= words.w - sign - side:
        arrow, words = words.cut_right(sign, side)
        icons.put(surface, "right", arrow.centre, sign, palette.text)
    above, under = words.middle(words.w, 2 * line).cut_top(line)
    if flat:
        above, under = words.cut_left(min(text.width(theme, dock.page, _PAGE[0]), words.w), side)
    text.put(surface, theme, above, dock.page, _fitting(theme, dock.page, _PAGE, above))
    if more <= under.w:
        kind = _fitting(theme, dock.more, _MORE, under)
        text.put(surface, theme, under, dock.more, kind, colour=palette.text2)


def _fitting(theme: Theme, words: str, kinds: tuple[Type, ...], room: Rect) -> Type:
    """Return the largest of the types in which words have room, across and down."""
    low = tuple(kind for kind in kinds if text.line_height(theme, kind) <= room.h)
    return text.fit_type(theme, words, low or kinds[-1:], room.w)


class PagedBoard(Widget):
    """The docks with a page of crates each, and the keys' place on them: a crate, or the button of pages."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: BoardSpec) -> None:
        """Show the first page of every dock."""
        super().__init__(name, rect, theme)
        self.lifted = ""
        self.cursor = ""
        self.whole = spec
        self.turned: dict[str, int] = {}
        self._place(spec.rest)

    def show(self, spec: BoardSpec) -> None:
        """Show other docks and crates, and the page of whatever has changed docks."""
        before = {crate.key: (crate.dock, crate.kept) for crate in self.whole.crates}
        self.whole = spec
        for crate in spec.crates:
            now = crate.dock, crate.kept
            if crate.key == self.lifted or now != before.get(crate.key, (crate.dock, False)):
                self._turn_to(crate.key)
        self._place(spec.rest)

    def _place(self, rest: Preview) -> None:
        """Place the crates of the pages that are seen, and the buttons that turn them."""
        self.spec = replace(cut(self.whole, self.turned), rest=rest)
        self.where = places(self.theme, self.rect, self.spec)
        self.slots = crate_places(self.spec, self.where)
        pairs = zip(self.spec.docks, self.where.docks, strict=True)
        self.turns = {dock.key: place.more for dock, place in pairs if dock.page}
        stops = self.stops()
        if self.cursor not in stops:
            self.cursor = stops[0] if stops else ""

    def stops(self) -> list[str]:
        """Return where the keys stop, one after the other: on a dock's crates, then on its button."""
        found = list[str]()
        for dock in self.spec.docks:
            found += [crate.key for crate in self.spec.on(dock.key) if crate.key in self.slots]
            found += [turn_key(dock.key)] if dock.page else []
        return found

    def _turn_to(self, key: str) -> None:
        dock, page = page_of(self.whole, key)
        if dock:
            self.turned = self.turned | {dock: page}

    def point_to(self, key: str) -> None:
        """Let the keys choose a crate, on whichever page it stands."""
        self._turn_to(key)
        self.cursor = key
        self._place(self.spec.rest)

    def take_over(self, former: "PagedBoard") -> None:
        """Show the pages of a board of another size, and let the keys stand where they stood there."""
        self.turned, self.cursor = former.turned, former.cursor
        self._place(self.spec.rest)

    def turn_back(self) -> None:
        """Show the first page of every dock."""
        self.turned = {}
        self._place(self.spec.rest)

    def turn(self, dock: str, step: int) -> Action | None:
        """Show another page of a dock, the first after the last; what the keys chose there goes along."""
        place = next((each for each in self.whole.docks if each.key == dock), None)
        if place is None or dock not in self.turns or self.lifted:
            return None
        count, chosen = len(pages(self.whole, place)), self.spec.crate(self.cursor)
        at = min(self.turned.get(dock, 0), count - 1)  # crates that left may have taken pages with them
        self.turned = self.turned | {dock: (at + step) % count}
        if chosen is not None and chosen.dock == dock:
            self.cursor = pages(self.whole, place)[self.turned[dock]][0].key
        self._place(self.spec.rest)
        return Action("turn", dock)

    def turning(self, name: str) -> str:
        """Return the dock whose pages a key turns now, empty when it means something else."""
        if self.lifted or name not in TURNS:
            return ""
        crate = self.spec.crate(self.cursor) if name in ("page_up", "page_down") else None
        return crate.dock if crate else dock_of(self.cursor)

    def turn_at(self, point: tuple[int, int]) -> str:
        """Return the dock whose button is under a point, empty for none."""
        return next((dock for dock, place in self.turns.items() if place.holds(point)), "")
