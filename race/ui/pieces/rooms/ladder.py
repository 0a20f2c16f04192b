"""Draws the ladder from a quiet hall to removal: steps side by side, the one where the owners stand lit."""

import pygame
from typing_extensions import override

from race.speech import _
from race.ui.kit import icons, paint, text
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import LABEL, LABEL_BOLD, SECTION, Ink, Theme, trust_ink
from race.ui.kit.widgets import Tip, Widget, panel
from race.ui.present.owners import rung_names
from race.ui.present.rooms.pictured.ladder import Step

_APART = 8
"""Pixels between the words of two steps, beside the gap of their bars."""
_LINES = 5
"""Most lines of a step's words."""


class Ladder(Widget):
    """Looked at, never pressed; a step under the mouse says what happens there."""

    follows_mouse = True

    def __init__(self, name: str, rect: Rect, theme: Theme, steps: tuple[Step, ...]) -> None:
        """Place the steps under the heading."""
        super().__init__(name, rect, theme, focusable=False)
        self.steps = steps
        inner = rect.pad(theme.px(14), theme.px(10))
        self.head, rest = inner.cut_top(text.line_height(theme, SECTION), theme.px(6))
        self.places = columns(rest, [1.0] * len(steps), theme.px(5))

    @staticmethod
    def height(theme: Theme, wide: int) -> int:
        """Return the height that heading, bars and words need in so much width."""
        names = rung_names().values()
        room = (wide - 2 * theme.px(14)) // len(names) - theme.px(5) - _APART
        lines = max(len(text.wrap(theme, f"10  {words}", LABEL_BOLD, room)) for words in names)
        words = min(_LINES, lines) * text.line_height(theme, LABEL)
        return 2 * theme.px(10) + text.line_height(theme, SECTION) + theme.px(6) + theme.px(20) + words

    @property
    @override
    def tip(self) -> Tip | None:
        pairs = zip(self.steps, self.places, strict=True)
        return next((step.words for step, place in pairs if place.holds(self._spot)), None)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, palette = self.theme, self.theme.palette
        panel(surface, theme, self.rect, palette.car)
        text.put(surface, theme, self.head, _("From a quiet hall to removal"), SECTION)
        for step, place in zip(self.steps, self.places, strict=True):
            bar, words = place.cut_top(theme.px(8), theme.px(10))
            ink = self._ink(step)
            live = step.state == "now"
            reached = ink if step.state != "ahead" else palette.line
            paint.box(surface, bar.middle(bar.w, bar.h if live else bar.h // 2), reached, radius=bar.h // 2)
            if live:
                icons.put(surface, "up", (bar.x + theme.px(6), bar.bottom + theme.px(6)), theme.px(8), ink)
            colour = palette.text if live else palette.text2 if step.state == "past" else palette.text3
            kind = LABEL_BOLD if live else LABEL
            words = words.cut_right(_APART)[1]
            lines = text.wrap(theme, f"{step.number}  {step.words}", kind, words.w, _LINES)
            high = text.line_height(theme, kind)
            for line in lines:
                spot, words = words.cut_top(high)
                text.put(surface, theme, spot, line, kind, colour=colour)

    def _ink(self, step: Step) -> Ink:
        """Return the step's colour, that of a hall which feels like it."""
        return trust_ink(1.0 - step.heat)
