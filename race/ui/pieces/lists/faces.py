"""A list of people: a disc with their initials, name, post, and how far they stand with you."""

from collections.abc import Mapping
from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, BODY_BOLD, LABEL, SECTION, Ink, Theme, Type, blend
from race.ui.kit.widgets import Row

_INITIALS = Type(16, 600, "head")


@dataclass(frozen=True, slots=True)
class Face:
    """One of them: name, post, standing 0 to 1 with its colour and as written, whether they press or left."""

    name: str
    post: str
    stands: float
    shown: str
    ink: Ink
    presses: bool = False
    there: bool = True
    apart: bool = False
    """Whether a line is drawn over their row: they are none of those before."""

    @property
    def initials(self) -> str:
        """First letters of the first and of the last name."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:]))


class Faces(ListBox):
    """Chosen like a list; a row is as high as its disc."""

    def __init__(
        self, name: str, rect: Rect, theme: Theme, spec: ListSpec, faces: Mapping[str, Face]
    ) -> None:
        """Place the list; `faces` by the keys of its rows, a row without one is drawn like any other."""
        super().__init__(name, rect, theme, spec)
        self.faces = faces

    @staticmethod
    def row_of(theme: Theme) -> int:
        """Return the height of a row, pixels."""
        words = text.line_height(theme, BODY_BOLD) + text.line_height(theme, LABEL) + theme.px(12)
        return max(28, theme.px(56), words)

    @property
    @override
    def row_high(self) -> int:
        return self.row_of(self.theme)

    @override
    def draw_row(self, surface: pygame.Surface, row: Row, place: Rect) -> None:
        face = self.faces.get(row.key)
        if face is None:
            super().draw_row(surface, row, place)
            return
        theme, palette = self.theme, self.theme.palette
        if face.apart:
            paint.box(surface, Rect(place.x, place.y, place.w, 1), palette.strong)
        ink = face.ink if face.there else palette.text3
        size = min(theme.px(40), place.h - theme.px(8))
        rest = place
        if not theme.large:  # large words need all the room
            disc, rest = place.cut_left(size, theme.px(12))
            self._draw_disc(surface, disc.middle(size, size), face, ink)
        wide = max(0 if theme.large else theme.px(64), text.width(theme, face.shown, BODY_BOLD))
        side, words = rest.cut_right(wide, theme.px(12))
        names, posts = text.line_height(theme, BODY_BOLD), text.line_height(theme, LABEL)
        first, second = words.middle(words.w, names + posts).cut_top(names)
        kind = text.fit_type(theme, face.name, (SECTION, BODY_BOLD, BODY, LABEL), first.w)
        colour = palette.text if face.there else palette.text3
        text.put(surface, theme, first, face.name, kind, colour=colour)
        text.put(surface, theme, second, face.post, LABEL, colour=palette.text2)
        figure, under = side.middle(side.w, names + theme.px(10)).cut_top(names)
        text.put(surface, theme, figure, face.shown, BODY_BOLD, colour=colour, align="right")
        if not face.there:
            return
        track = under.cut_top(theme.px(4))[1].cut_top(max(3, theme.px(4)))[0]
        paint.bar(surface, track, face.stands, (ink, palette.line))

    def _draw_disc(self, surface: pygame.Surface, place: Rect, face: Face, ink: Ink) -> None:
        """Draw the initials on a disc in the colour of their trust, a sign on it when they press."""
        theme, palette = self.theme, self.theme.palette
        edge = palette.warning if face.presses else ink
        icons.put(surface, "circle", place.centre, place.w, edge)
        inner = place.w - 2 * max(2, theme.px(2))
        icons.put(surface, "circle", place.centre, inner, blend(palette.panel, ink, 0.3))
        text.put(surface, theme, place, face.initials, _INITIALS, align="centre")
        if face.presses:
            spot = (place.right - theme.px(5), place.y + theme.px(6))
            icons.marked(surface, "warning", spot, theme.px(15), (palette.warning, palette.panel))
