"""Draws the plan: panels, roads with lots, power lines, plots of cells, the neighbours' strip."""

from collections.abc import Mapping
from dataclasses import dataclass

import pygame

from race.ui.kit import icons, paint, text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import LABEL, LABEL_BOLD, SECONDARY, SECTION, Ink, Theme, blend
from race.ui.kit.widgets import panel
from race.ui.pieces.yards.places import Measure, Places, YardPlaces, caption, cells_of, wire
from race.ui.present.rooms.yards.ground import Ground, Planned
from race.ui.present.rooms.yards.lots import Lot
from race.ui.present.rooms.yards.plots import Plot


@dataclass(frozen=True, slots=True)
class Brush:
    """Draws on one surface at one scale; `chosen` and `lit` are the keys of what stands out."""

    surface: pygame.Surface
    theme: Theme
    chosen: str
    lit: str

    def _ink(self, side: str) -> Ink:
        return self.theme.palette.car if side == "car" else self.theme.palette.lab

    def _ground(self, key: str, rest: Ink) -> tuple[Ink, Ink]:
        """Return ground and edge of something that can be chosen."""
        palette = self.theme.palette
        if key == self.chosen:
            return palette.raised, palette.text2
        if key == self.lit:
            return palette.raised, palette.tip_line
        return rest, palette.line

    def yard(self, each: YardPlaces, measure: Measure) -> None:
        """Draw one company's yard."""
        theme, palette, yard = self.theme, self.theme.palette, each.yard
        panel(self.surface, theme, each.panel, self._ink(yard.side))
        wide = text.width(theme, yard.name, SECTION)
        text.put(self.surface, theme, each.head, yard.name, SECTION)
        power = each.head.cut_left(wide, theme.px(12))[1]
        if text.width(theme, yard.power, LABEL) <= power.w:
            text.put(self.surface, theme, power, yard.power, LABEL, colour=palette.text3)
        self._weight(each)
        self._road(each)
        for lot, place in each.lots:
            self._lot(lot, place)
        self._wires(each)
        for plot, place in each.plots:
            self._plot(plot, place, measure, yard.side)
        for one, place in each.planned:
            self._planned(one, place, self._ink(yard.side))
            if one.power_kw:
                self._halls(one, place, measure, blend(self._ink(yard.side), palette.panel, 0.65))

    def _halls(self, one: Planned, place: Rect, measure: Measure, ink: Ink) -> None:
        """Draw the halls of a planned site as outlines."""
        inner = place.pad(self.theme.px(7), self.theme.px(4))
        room = inner.cut_top(caption(self.theme, measure.words))[1]
        size = measure.pitch - max(1, self.theme.px(2))
        for cell in range(cells_of(one.power_kw, measure)):
            x = room.x + cell // measure.high * measure.pitch
            y = room.y + cell % measure.high * measure.pitch
            pygame.draw.rect(self.surface, ink, (x, y, size, size), 1)

    def _planned(self, one: Planned, place: Rect, ink: Ink) -> None:
        """Draw what an order would add: an outline in dashes, how much, when."""
        theme, palette = self.theme, self.theme.palette
        colour = blend(ink, palette.panel, 0.2)
        paint.dashed_box(self.surface, place, colour, radius=theme.px(5), thick=max(1, theme.px(1.5)))
        inner = place.pad(theme.px(6) if not one.power_kw else theme.px(7), 0)
        if not one.power_kw:
            text.put(self.surface, theme, inner, one.shown, LABEL_BOLD, colour=ink, align="centre")
            line = text.line_height(theme, LABEL)
            under = Rect(place.x, place.bottom + theme.px(6), place.w, line)
            text.put(self.surface, theme, under, one.when, LABEL, colour=ink, align="centre")
            return
        high = text.line_height(theme, LABEL)
        title, rest = inner.cut_top(theme.px(4))[1].cut_top(high)
        text.put(self.surface, theme, title, one.shown, LABEL_BOLD, colour=ink)
        if rest.h >= high:
            text.put(self.surface, theme, rest.cut_top(high)[0], one.when, LABEL, colour=palette.text2)

    def _weight(self, each: YardPlaces) -> None:
        theme, palette, place = self.theme, self.theme.palette, each.weight
        ground, edge = self._ground(f"weigh.{each.yard.side}", palette.inset)
        paint.box(self.surface, place, ground, radius=theme.px(6), edge=edge)
        sign, words = place.pad(theme.px(8), 0).cut_left(theme.px(14), theme.px(5))
        icons.put(self.surface, "scales", sign.centre, theme.px(13), palette.text3)
        text.put(self.surface, theme, words, each.yard.weight, LABEL_BOLD, colour=palette.text2)

    # -- the road ---------------------------------------------------------------------------------

    def _road(self, each: YardPlaces) -> None:
        """Draw the road that leads to the dock at its left, with the months."""
        theme, palette, road = self.theme, self.theme.palette, each.road
        line = text.line_height(theme, LABEL)
        y = road.bottom - line - theme.px(3)
        self.surface.fill(palette.line, (road.x + theme.px(6), y, road.w - theme.px(6), max(1, theme.px(2))))
        icons.put(self.surface, "chevron_left", (road.x + theme.px(5), y), theme.px(11), palette.text3)
        for month in sorted({lot.due for lot, _place in each.lots}):
            heap = [(lot, place) for lot, place in each.lots if lot.due == month]
            left, right = heap[0][1].x, heap[-1][1].right
            spot = Rect(left, road.bottom - line, right - left, line)
            icons.put(self.surface, "circle", ((left + right) / 2, y + 1), theme.px(6), palette.strong)
            ink = palette.warning if any(lot.late for lot, _place in heap) else palette.text3
            text.put(self.surface, theme, spot, heap[0][0].when[0], LABEL, colour=ink, align="centre")
        if each.hidden:
            spot = Rect(road.right - theme.px(24), road.bottom - line, theme.px(24), line)
            text.put(self.surface, theme, spot, f"+{each.hidden}", LABEL, colour=palette.text3, align="right")

    def nothing(self, each: YardPlaces, words: str) -> None:
        """Say that the road is empty."""
        theme, road = self.theme, each.road
        spot = Rect(road.x + theme.px(18), road.y, road.w - theme.px(18), text.line_height(theme, LABEL))
        text.put(self.surface, theme, spot, words, LABEL, colour=theme.palette.text3)

    def _lot(self, lot: Lot, place: Rect) -> None:
        theme, palette = self.theme, self.theme.palette
        ground, edge = self._ground(lot.key, palette.inset)
        alien = lot.payer != lot.owner
        paint.box(
            self.surface,
            place,
            ground,
            radius=theme.px(5),
            edge=palette.bad if alien and edge == palette.line else edge,
        )
        ink = self._ink(lot.payer)
        stripe = Rect(place.x + theme.px(5), place.y + theme.px(6), theme.px(3), place.h - theme.px(12))
        paint.box(self.surface, stripe, ink, radius=1)
        words = place.pad(theme.px(5), 0).cut_left(theme.px(8))[1]
        text.put(self.surface, theme, words, lot.short, LABEL_BOLD, align="centre")
        share = Rect(words.x, place.bottom - theme.px(5), words.w, max(2, theme.px(2)))
        paint.bar(self.surface, share, lot.share, (blend(ink, palette.panel, 0.25), palette.line))

    # -- the plots --------------------------------------------------------------------------------

    def _wires(self, each: YardPlaces) -> None:
        """Draw the power line over each row of plots: live where chips can compute, dashed where not yet."""
        theme, palette = self.theme, self.theme.palette
        thick, ink = max(1, theme.px(2)), self._ink(each.yard.side)
        dim, bright = blend(palette.line, palette.strong, 0.5), blend(ink, palette.panel, 0.45)
        fed = [(plot, place) for plot, place in each.plots if plot.kind == "site"]
        if not fed:
            return
        left, tops = each.road.x + theme.px(5), sorted({place.y for _plot, place in fed})
        first, last = (tops[place] - wire(theme) + theme.px(4) for place in (0, -1))
        lit = {place.y for plot, place in fed if plot.live}
        self.surface.fill(dim, (left, first, thick, last - first + thick))
        if lit:
            self.surface.fill(bright, (left, first, thick, max(lit) - tops[0] + thick))
        for y in tops:
            line = y - wire(theme) + theme.px(4)
            for live, colour in ((False, dim), (True, bright)):
                ends = [place.centre[0] for plot, place in fed if place.y == y and (plot.live or not live)]
                if ends:
                    self.surface.fill(colour, (left, line, max(ends) - left, thick))
            for plot, place in fed:
                if place.y == y:
                    self._pole(
                        (place.centre[0], line),
                        place.y,
                        (ink, bright) if plot.live else (palette.strong, dim),
                    )
        icons.put(self.surface, "bolt", (left + 1, first + theme.px(3)), theme.px(15), ink if lit else dim)

    def _pole(self, spot: tuple[int, int], foot: int, inks: tuple[Ink, Ink]) -> None:
        """Draw what leads from the power line down to a plot; inks are (node, line)."""
        thick, (x, y) = max(1, self.theme.px(2)), spot
        self.surface.fill(inks[1], (x, y, thick, foot - y))
        icons.put(self.surface, "circle", (x + thick / 2, y + thick / 2), self.theme.px(7), inks[0])

    def _plot(self, plot: Plot, place: Rect, measure: Measure, side: str) -> None:
        theme, palette = self.theme, self.theme.palette
        ground, edge = self._ground(plot.key, palette.inset)
        radius = theme.px(6)
        if plot.live or plot.key in (self.chosen, self.lit):
            paint.box(self.surface, place, ground, radius=radius, edge=edge)
        if not plot.live:
            paint.dashed_box(self.surface, place, palette.strong, radius=radius, on=theme.px(5))
        inner = place.pad(theme.px(7), theme.px(4))
        words, cells = inner.cut_top(caption(theme, measure.words))
        self._caption(plot, words, measure)
        self._cells(plot, cells, measure, side)

    def _caption(self, plot: Plot, words: Rect, measure: Measure) -> None:
        theme, palette = self.theme, self.theme.palette
        high = text.line_height(theme, LABEL)
        title, rest = words.cut_top(high)
        if plot.risk:
            wide = text.width(theme, plot.risk, LABEL) + theme.px(3) if measure.figures else 0
            risk, title = title.cut_right(wide + theme.px(11), theme.px(8))
            sign, figure = risk.cut_left(theme.px(11), theme.px(3) if wide else 0)
            icons.put(self.surface, "warning", sign.centre, theme.px(11), palette.warning)
            if wide:
                text.put(self.surface, theme, figure, plot.risk, LABEL, colour=palette.warning, align="right")
        if plot.forced:
            sign, title = title.cut_left(theme.px(9), theme.px(3))
            icons.put(self.surface, "bolt", sign.centre, theme.px(11), palette.warning)
        text.put(self.surface, theme, title, plot.title, LABEL_BOLD)
        if measure.words > 1:
            text.put(self.surface, theme, rest.cut_top(high)[0], plot.note, LABEL, colour=palette.text2)

    def _cells(self, plot: Plot, room: Rect, measure: Measure, side: str) -> None:
        """Draw the halls: filled as far as chips take power, by whose money; outlined until built."""
        theme, palette = self.theme, self.theme.palette
        count, size = cells_of(plot.power_kw, measure), measure.pitch - max(1, theme.px(2))
        each = plot.power_kw / count  # the last square stands for less than a whole unit
        own = round(plot.own_kw / each)
        both = max(own, round((plot.own_kw + plot.other_kw) / each))
        other = "lab" if side == "car" else "car"
        laid = round(plot.built * count)
        pale = 0.55 if plot.kind == "store" else 0.15
        empty = blend(palette.inset, palette.strong, 0.45)
        for place in range(count):
            x = room.x + place // measure.high * measure.pitch
            y = room.y + place % measure.high * measure.pitch
            spot = (x, y, size, size)
            if place < own:
                self.surface.fill(blend(self._ink(side), palette.panel, pale), spot)
            elif place < both:
                self.surface.fill(blend(self._ink(other), palette.panel, pale), spot)
            elif plot.live or place < laid:
                self.surface.fill(empty, spot)
            else:
                pygame.draw.rect(self.surface, empty, spot, 1)

    # -- the neighbours ---------------------------------------------------------------------------

    def strip(self, places: Places, ground: Ground, signs: Mapping[str, tuple[str, Ink]]) -> None:
        """Draw what the other labs build."""
        if not ground.neighbours:
            return
        theme, palette = self.theme, self.theme.palette
        panel(self.surface, theme, places.strip)
        lead = places.strip.pad(theme.px(14), 0)
        text.put(self.surface, theme, lead, ground.others, LABEL, colour=palette.text3)
        self._scale(places, ground)
        for one, (key, place) in zip(ground.neighbours, places.neighbours, strict=False):
            if key in (self.chosen, self.lit):
                ground_ink, edge = self._ground(key, palette.panel)
                paint.box(self.surface, place.pad(0, theme.px(2)), ground_ink, radius=theme.px(6), edge=edge)
            icon, ink = signs[one.firm]
            sign, words = place.pad(theme.px(6), 0).cut_left(theme.px(12), theme.px(6))
            icons.put(self.surface, icon, sign.centre, theme.px(11), ink)
            wide = text.width(theme, one.shown, SECONDARY)
            shown, when = words.cut_left(wide, text.width(theme, " ", SECONDARY))
            text.put(self.surface, theme, shown, one.shown, SECONDARY)
            text.put(self.surface, theme, when, one.state, SECONDARY, colour=palette.text3)
            track = Rect(words.x, place.bottom - theme.px(6), words.w, max(2, theme.px(2)))
            paint.bar(self.surface, track, one.built, (ink, palette.line))

    def _scale(self, places: Places, ground: Ground) -> None:
        """Say what a square of the plots is, in short where the strip has little room for it."""
        theme, palette = self.theme, self.theme.palette
        used = places.neighbours[-1][1].right if places.neighbours else places.strip.x
        for words in ground.scales(places.measure.unit):
            wide = text.width(theme, words, LABEL) + theme.px(16)
            spot = places.strip.pad(theme.px(14), 0).cut_right(wide)[0]
            if spot.x > used + theme.px(10):
                side = theme.px(9)
                square = (spot.x, spot.centre[1] - side // 2, side, side)
                self.surface.fill(blend(palette.inset, palette.strong, 0.6), square)
                text.put(self.surface, theme, spot, words, LABEL, colour=palette.text3, align="right")
                return
