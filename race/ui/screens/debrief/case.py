"""The case file as a sheet of two leaves; where both have no room side by side, it is paged through."""

from collections.abc import Sequence
from dataclasses import replace

import pygame
from typing_extensions import override

from race.speech import _
from race.ui.kit import paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import SECONDARY
from race.ui.kit.widgets import Button, ButtonSpec, Widget
from race.ui.pieces.debrief.leaf import Leaf, draw_leaves, set_leaves
from race.ui.present.debrief.case import case_file
from race.ui.screens.game import Game
from race.ui.screens.overlays import Titled
from race.ui.screens.screen import Desk, Wish

_STEPS = {"later": 1, "page_down": 1, "right": 1, "earlier": -1, "page_up": -1, "left": -1}
_SMALLER = (1.0, 0.94, 0.88)
"""Sizes that are tried, so that each part has a leaf of its own."""
_WIDE = 380
"""Least width of a leaf at 720p, so that lines hold eight words or more."""


class CaseSheet(Titled):
    """Holders v. Founder, from the receipts and the file."""

    part = (0.92, 0.92)

    def __init__(self, desk: Desk, game: Game) -> None:
        """Write the file as the game stands."""
        super().__init__(desk)
        self.game = game
        self.leaves: list[list[Leaf]] = []
        self.page = 0
        self.type = desk.theme
        """Sizes of the letters: a little smaller where that keeps each part on one leaf."""
        self.lay()

    @override
    def lay(self) -> None:
        self.title = _("Case file")
        complaint, answer = (
            tuple(Leaf(block.sort, block.text, block.mark, block.note) for block in part)
            for part in case_file(self.game.session)
        )
        place = self._inner(self._places()[0])
        for size in _SMALLER:
            self.type = replace(self.desk.theme, text_scale=self.desk.theme.text_scale * size)
            found = [set_leaves(self.type, part, (place.w, place.h)) for part in (complaint, answer)]
            self.leaves = [leaf for part in found for leaf in part]
            if len(self.leaves) == len(found):
                break
        else:  # too long for that: one part follows the other
            self.type = self.desk.theme
            self.leaves = set_leaves(self.type, (*complaint, *answer), (place.w, place.h))
        self.page = min(self.page, self._last())
        super().lay()

    def _places(self) -> list[Rect]:
        """Return the leaves that lie side by side: two, or one where letters are large."""
        theme, body = self.desk.theme, self.body()
        gap = theme.px(16)
        room = (body.w - gap) // 2
        two = room >= theme.px(_WIDE) * min(1.4, theme.text_px(100) / theme.px(100))
        return columns(body, [1.0] * (2 if two else 1), gap)

    def _inner(self, leaf: Rect) -> Rect:
        return leaf.pad(self.desk.theme.px(26), self.desk.theme.px(20))

    def _last(self) -> int:
        side = len(self._places())
        return max(0, (len(self.leaves) - 1) // side)

    @override
    def controls(self) -> Sequence[Widget]:
        close, theme = self.close_button(), self.desk.theme
        found: list[Widget] = []
        if self._last():
            side = close.rect.w
            for step, (name, icon, tip, enabled) in enumerate(
                (
                    ("later", "chevron_right", _("Later (PgDn)"), self.page < self._last()),
                    ("earlier", "chevron_left", _("Earlier (PgUp)"), self.page > 0),
                ),
                start=1,
            ):
                rect = Rect(close.rect.x - step * (side + theme.px(8)), close.rect.y, side, side)
                why = _("There are no others.")
                spec = ButtonSpec("", icon=icon, tip=tip, enabled=enabled, why_not=why)
                found.append(Button(name, rect, theme, spec))
        return [*found, close]

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette, places = self.desk.theme, self.desk.theme.palette, self._places()
        first = self.page * len(places)
        for place, column in zip(places, self.leaves[first : first + len(places)], strict=False):
            paint.box(surface, place, palette.inset, radius=theme.px(4), edge=palette.line)
            draw_leaves(surface, self.type, self._inner(place), column)
        if self._last():
            head = self.box.pad(theme.px(24), theme.px(18)).cut_top(theme.row)[0]
            told = _("Page {n} of {all}").format(n=self.page + 1, all=self._last() + 1)
            room = head.cut_right(theme.px(150))[1]
            text.put(surface, theme, room, told, SECONDARY, colour=palette.text3, align="right")

    @override
    def take(self, action: Action) -> Wish | None:
        step = _STEPS.get(action.subject if action.name == "press" else action.name)
        if step is not None:
            self.page = max(0, min(self._last(), self.page + step))
            self.lay()
            return None
        return super().take(action)
