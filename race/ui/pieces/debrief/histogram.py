"""Where one founder stands among many: bars by score, one's own bar bright, marks of the same world."""

from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import LABEL, SECONDARY, SECONDARY_BOLD, Theme, blend
from race.ui.kit.widgets import Tip, Widget


@dataclass(frozen=True, slots=True)
class HistogramSpec:
    """Counts from worse to better.

    Attributes:
        title: who is counted.
        verdict: how one did among them.
        counts: how many stand in each bin.
        mine: one's own bin.
        marks: places 0-1 of founders in the very same world.
        ends: words at the left and the right end.
        progress: 0-1 while founders still play, None when all have.
        tip: what a tooltip says.
    """

    title: str
    verdict: str
    counts: tuple[int, ...]
    mine: int
    marks: tuple[float, ...] = ()
    ends: tuple[str, str] = ("", "")
    progress: float | None = None
    tip: Tip | None = None


class Histogram(Widget):
    """Bars of a distribution over a line with marks."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: HistogramSpec) -> None:
        """Place the histogram."""
        super().__init__(name, rect, theme, focusable=spec.tip is not None)
        self.spec = spec

    @property
    @override
    def tip(self) -> Tip | None:
        return self.spec.tip

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        head, rest = self.rect.cut_top(text.line_height(theme, SECONDARY), theme.px(2))
        wide = min(head.w * 2 // 3, text.width(theme, spec.verdict, SECONDARY_BOLD) + theme.px(2))
        verdict, title = head.cut_right(wide, theme.px(8))
        text.put(surface, theme, title, spec.title, SECONDARY, colour=palette.text2)
        text.put(surface, theme, verdict, spec.verdict, SECONDARY_BOLD, colour=palette.lab, align="right")
        foot, bars = rest.cut_bottom(text.line_height(theme, LABEL), theme.px(7))
        text.put(surface, theme, foot, spec.ends[0], LABEL, colour=palette.text3)
        text.put(surface, theme, foot, spec.ends[1], LABEL, colour=palette.text3, align="right")
        self._draw_bars(surface, bars)
        if spec.progress is not None:
            place = foot.middle(foot.w // 3, theme.px(4))
            paint.bar(surface, place, spec.progress, (palette.lab, palette.line))
        self.ring(surface, theme.px(6))

    def _draw_bars(self, surface: pygame.Surface, place: Rect) -> None:
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        most, bins = max(1, *spec.counts), len(spec.counts)
        dim, gap = blend(palette.panel, palette.text3, 0.38), max(1, theme.px(2))
        for index, count in enumerate(spec.counts):
            left = place.x + place.w * index // bins
            right = place.x + place.w * (index + 1) // bins - gap
            mine = index == spec.mine
            high = max(2, round(place.h * count / most))
            if mine:
                high = max(high, theme.px(10))
            box = pygame.Rect(left, place.bottom - high, max(1, right - left), high)
            colour = palette.lab if mine else dim if count else palette.line
            pygame.draw.rect(surface, colour, box, border_radius=min(2, box.w // 2))
        for share in spec.marks:
            spot = (place.x + place.w * share, place.bottom + theme.px(4))
            icons.put(surface, "up", spot, max(5, theme.px(6)), palette.text2)
