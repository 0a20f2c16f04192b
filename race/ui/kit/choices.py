"""Widgets that choose: segmented control, slider with steps, scrolling list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect, grid
from race.ui.kit.theme import (
    BODY,
    BODY_BOLD,
    LABEL,
    LABEL_BOLD,
    SECONDARY,
    SECONDARY_BOLD,
    SMALL,
    SMALLEST_TARGET,
    Theme,
    Type,
    blend,
)
from race.ui.kit.widgets import Option, Row, SegmentedSpec, Tip, Widget

_CHOSEN, _OTHERS = (BODY_BOLD, SECONDARY_BOLD, LABEL_BOLD), (BODY, SECONDARY, LABEL)
"""Sizes of an option's words, the largest first."""
_LINES = 3
"""Most lines of a row's words, and rows that stay in view where words take several lines."""


class Segmented(Widget):
    """Changed by click or ← →: asks `Action("choose", name, key)`."""

    follows_mouse = True

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: SegmentedSpec) -> None:
        """Place the control."""
        super().__init__(name, rect, theme)
        self.spec = spec

    @staticmethod
    def height(theme: Theme, options: Sequence[Option], wide: int) -> int:
        """Return the height that lets every option be read: a row, or two where larger words need two."""
        room = wide // max(1, len(options)) - 2 * theme.px(4)
        words = max((text.width(theme, option.text, LABEL_BOLD) for option in options), default=0)
        return theme.row if words <= room or theme.text_scale <= 1.0 else 2 * _line_of(theme)

    def parts(self) -> list[Rect]:
        """Return the place of each option, in two lines where there is room for them."""
        count, theme = len(self.spec.options), self.theme
        lines = 2 if theme.text_scale > 1.0 and self.rect.h >= 2 * _line_of(theme) else 1
        cells = grid(self.rect, [1.0] * -(-count // lines), [1.0] * lines)
        return [cell for line in cells for cell in line][:count]

    @property
    @override
    def tip(self) -> Tip | None:
        """Tooltip of the option under the mouse, or of the chosen one while the keys are here."""
        pairs = zip(self.spec.options, self.parts(), strict=True)
        if self.focused:
            return next((option.tip for option, _ in pairs if option.key == self.spec.chosen), None)
        return next((option.tip for option, part in pairs if part.holds(self._spot)), None)

    def _pick(self, index: int) -> Action | None:
        key = self.spec.options[index % len(self.spec.options)].key
        if key == self.spec.chosen:
            return None
        self.spec = replace(self.spec, chosen=key)
        return Action("choose", self.name, key)

    @override
    def chosen(self) -> Action | None:
        """Choose the option under the last mouse position."""
        hits = (index for index, part in enumerate(self.parts()) if part.holds(self._spot))
        index = next(hits, None)
        return None if index is None else self._pick(index)

    @override
    def act(self, action: Action) -> Action | None:
        """Move the choice with the arrows; Space takes the next one."""
        keys = [option.key for option in self.spec.options]
        steps = {"left": -1, "right": 1, "press": 1}
        if action.name not in steps:
            return None
        at = keys.index(self.spec.chosen) if self.spec.chosen in keys else 0
        return self._pick(at + steps[action.name])

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the trough and the raised chosen option."""
        theme, palette = self.theme, self.theme.palette
        radius = theme.px(7)
        paint.box(surface, self.rect, palette.inset, radius=radius, edge=palette.line)
        pairs, rim = list(zip(self.spec.options, self.parts(), strict=True)), 2 * theme.px(4)
        sizes = [text.fit_type(theme, option.text, _CHOSEN, part.w - rim) for option, part in pairs]
        step = max(map(_CHOSEN.index, sizes), default=0)  # all options have one size
        for option, part in pairs:
            live = option.key == self.spec.chosen
            if live:
                paint.box(
                    surface, part.pad(theme.px(2)), palette.raised, radius=theme.px(6), edge=palette.strong
                )
            colour = palette.text if live else palette.text2
            kind = (_CHOSEN if live else _OTHERS)[step]
            text.put(surface, theme, part.pad(rim // 2, 0), option.text, kind, colour=colour, align="centre")
        self.ring(surface, radius)


def _line_of(theme: Theme) -> int:
    """Return the height of one of two lines of options, pixels."""
    return max(SMALLEST_TARGET, text.line_height(theme, SECONDARY_BOLD) + theme.px(4))


@dataclass(frozen=True, slots=True)
class SliderSpec:
    """A number between two ends in equal steps; `shown` is it in words, drawn at the right."""

    value: float
    low: float = 0.0
    high: float = 1.0
    step: float = 0.1
    shown: str = ""
    text: str = ""


class Slider(Widget):
    """Changed by drag, click on an end button, wheel or ← →: asks `Action("set", name, value)`."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: SliderSpec) -> None:
        """Place the slider: words, minus, rail, plus, value."""
        super().__init__(name, rect, theme)
        self.spec = spec

    def parts(self) -> tuple[Rect, Rect, Rect, Rect, Rect]:
        """Return the places of words, minus, rail, plus and value."""
        theme = self.theme
        side = min(self.rect.h, theme.row)
        words_width = self.rect.w * 2 // 5 if self.spec.text else 0
        words, rest = self.rect.cut_left(words_width, theme.px(8) if words_width else 0)
        value, rest = rest.cut_right(theme.px(64), theme.px(4))
        minus, rest = rest.cut_left(side, theme.px(14))  # the knob stands clear of the buttons at both ends
        plus, rail = rest.cut_right(side, theme.px(14))
        return words, minus, rail, plus, value

    def _set(self, value: float) -> Action | None:
        spec = self.spec
        steps = round((value - spec.low) / spec.step)
        new = min(spec.high, max(spec.low, round(spec.low + steps * spec.step, 9)))
        if new == spec.value:
            return None
        self.spec = replace(spec, value=new, shown="")
        return Action("set", self.name, new)

    def _at(self, x: int) -> Action | None:
        rail = self.parts()[2]
        share = (x - rail.x) / max(1, rail.w)
        return self._set(self.spec.low + share * (self.spec.high - self.spec.low))

    @override
    def handle(self, event: pygame.event.Event) -> Action | None:
        """Follow the drag on the rail, step on the end buttons and on the wheel."""
        if event.type == pygame.MOUSEWHEEL:
            return self._set(self.spec.value + event.y * self.spec.step)
        _, minus, rail, plus, _ = self.parts()
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            for place, sign in ((minus, -1), (plus, 1)):
                if place.holds(event.pos):
                    return self._set(self.spec.value + sign * self.spec.step)
            self.pressed = rail.pad(-self.theme.px(6)).holds(event.pos)
            return self._at(event.pos[0]) if self.pressed else None
        if event.type == pygame.MOUSEMOTION and self.pressed:
            return self._at(event.pos[0])
        if event.type == pygame.MOUSEBUTTONUP:
            self.pressed = False
        return None

    @override
    def act(self, action: Action) -> Action | None:
        """Step with the arrows, jump with Home and End."""
        spec = self.spec
        places = {"left": spec.value - spec.step, "right": spec.value + spec.step}
        places |= {"first": spec.low, "last": spec.high}
        if action.name not in places:
            return None
        return self._set(places[action.name]) or Action("read", self.name, self.spec.value)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw words, end buttons, rail, knob and value."""
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        words, minus, rail, plus, value = self.parts()
        text.put(surface, theme, words, spec.text, BODY)
        for place, sign in ((minus, "minus"), (plus, "plus")):
            paint.box(surface, place, palette.raised, radius=theme.px(6), edge=palette.strong)
            icons.put(surface, sign, place.centre, theme.px(12), palette.text2)
        track = rail.middle(rail.w, theme.px(4))
        share = (spec.value - spec.low) / max(1e-9, spec.high - spec.low)
        paint.bar(surface, track, share, (palette.lab, palette.line))
        knob = (rail.x + rail.w * share, rail.centre[1])
        icons.marked(surface, "circle", knob, theme.px(15), (palette.text, palette.panel))
        text.put(surface, theme, value, spec.shown or f"{spec.value:g}", BODY_BOLD, align="right")
        self.ring(surface, theme.px(6))


@dataclass(frozen=True, slots=True)
class ListSpec:
    """Rows of a list; `chosen` is the key of the marked row, empty for none; shares are of the width.

    `high` is the height of a row in pixels of the theme, 0 for the usual: lower for many short lines, higher
    for lines of two. `figures` says that the middle texts are numbers, which stand under each other.
    """

    rows: tuple[Row, ...]
    chosen: str = ""
    middle_share: float = 0.0
    right_share: float = 0.0
    high: int = 0
    figures: bool = False


class ListBox(Widget):
    """Scrolling list: click or ↑ ↓ asks `Action("select", name, key)`, Enter or Space asks for "open".

    A click on the right text of a row with a `side`, or Del on it, asks for that.
    """

    follows_mouse = True

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: ListSpec) -> None:
        """Place the list at its first row."""
        super().__init__(name, rect, theme)
        self.spec = spec
        self.first = 0
        self.overhang = theme.px(6)
        self._counted: tuple[tuple[Row, ...], int] = ((), 1)

    @property
    def lines(self) -> int:
        """How many lines the words of a row may take: more than one where larger text would be cut."""
        if self.theme.text_scale <= 1.0 or self.spec.high:
            return 1
        if self._counted[0] is not self.spec.rows:
            self._counted = (self.spec.rows, self._count())
        return self._counted[1]

    def _count(self) -> int:
        line = Rect(0, 0, self.rect.w - self.theme.px(10), 1)
        most = min(_LINES, self.rect.h // (_LINES * text.line_height(self.theme, BODY)))
        told = (text.wrap(self.theme, row.text, BODY, self._cells(line, row)[1].w) for row in self.spec.rows)
        return max(1, min(most, max((len(lines) for lines in told), default=1)))

    @property
    def row_high(self) -> int:
        """Height of one row, pixels."""
        line = text.line_height(self.theme, BODY)
        if self.spec.high:
            return max(28, self.theme.px(self.spec.high), line)
        return max(self.theme.row, self.lines * line + self.theme.px(6) if self.lines > 1 else 0)

    @property
    def page(self) -> int:
        """How many whole rows are visible, at least one."""
        return max(1, self.rect.h // self.row_high)

    def row_rects(self) -> list[tuple[int, Rect]]:
        """Return (row index, place) of the visible rows."""
        height = self.row_high
        wide = self.rect.w - (self.theme.px(10) if len(self.spec.rows) > self.page else 0)
        last = min(len(self.spec.rows), self.first + self.page)
        return [
            (index, Rect(self.rect.x, self.rect.y + (index - self.first) * height, wide, height))
            for index in range(self.first, last)
        ]

    def row_at(self, point: tuple[int, int]) -> Row | None:
        """Return the row under a point."""
        return next((self.spec.rows[index] for index, place in self.row_rects() if place.holds(point)), None)

    @property
    @override
    def tip(self) -> Tip | None:
        """Tooltip of the row under the mouse: its own, or its whole words when they were cut."""
        row = self.row_at(self._spot)
        if row is None or row.tip not in (None, row.text):
            return row.tip if row else None
        _kind, lines = self._lines(row, self._cells(self.row_rects()[0][1], row)[1])
        return row.text if lines[-1].endswith(text.ELLIPSIS) else None

    def show(self, key: str) -> None:
        """Bring a row into view, where it can be near the middle."""
        self.first = next((n - self.page // 2 for n, row in enumerate(self.spec.rows) if row.key == key), 0)
        self.scroll(0)

    def scroll(self, rows: int) -> None:
        """Move the view by so many rows, down when positive."""
        self.first = max(0, min(self.first + rows, len(self.spec.rows) - self.page))

    @override
    def handle(self, event: pygame.event.Event) -> Action | None:
        """Scroll with the wheel; a click marks a row, a click on the marked row opens it."""
        if event.type == pygame.MOUSEWHEEL:
            self.scroll(-event.y)
            return None
        return super().handle(event)

    @override
    def chosen(self) -> Action | None:
        """Mark the row under the mouse, open it when it is marked, or do what its right text says."""
        for index, place in self.row_rects():
            row = self.spec.rows[index]
            if place.holds(self._spot):
                if row.side and self._spot[0] >= self._cells(place, row)[3].x - self.theme.px(6):
                    return Action(row.side, self.name, row.key)
                name = "open" if row.key == self.spec.chosen else "select"
                self.spec = replace(self.spec, chosen=row.key)
                return Action(name, self.name, row.key)
        return None

    @override
    def act(self, action: Action) -> Action | None:
        """Move the mark with the keys and keep it in view."""
        keys = [row.key for row in self.spec.rows]
        if not keys:
            return None
        at = keys.index(self.spec.chosen) if self.spec.chosen in keys else -1
        if action.name == "delete" and at >= 0 and self.spec.rows[at].side:
            return Action(self.spec.rows[at].side, self.name, keys[at])
        if action.name in ("press", "confirm"):
            return Action("open", self.name, keys[at]) if at >= 0 else None
        moves = {"up": at - 1, "down": at + 1, "first": 0, "last": len(keys) - 1}
        moves |= {"page_up": at - self.page, "page_down": at + self.page}
        if action.name not in moves:
            return None
        new = max(0, min(moves[action.name], len(keys) - 1))
        self.first = max(min(self.first, new), new - self.page + 1)
        self.spec = replace(self.spec, chosen=keys[new])
        return Action("select", self.name, keys[new])

    def _cells(self, place: Rect, row: Row) -> tuple[Rect, Rect, Rect, Rect]:
        """Return icon, words, middle and right; a cell without words leaves its room to the others."""
        theme, spec = self.theme, self.spec
        alike = [other for other in spec.rows if other.middle] if row.middle else [row]
        wide = self._widest([other.right for other in alike], place.w * spec.right_share)
        right, rest = place.cut_right(wide, theme.px(12) if wide else 0)
        wide = self._widest([other.middle for other in alike], place.w * spec.middle_share)
        middle, rest = rest.cut_right(wide, theme.px(12) if wide else 0)
        marked = any(row.icon for row in self.spec.rows)
        icon, words = rest.cut_left(theme.px(18) if marked else 0, theme.px(8) if marked else 0)
        return icon, words, middle, right

    def _lines(self, row: Row, words: Rect) -> tuple[Type, tuple[str, ...]]:
        """Return the type and the lines of a row's words: smaller or two, where one would be cut."""
        if self.lines > 1 or text.width(self.theme, row.text, BODY) <= words.w:
            return BODY, text.wrap(self.theme, row.text, BODY, words.w, self.lines)
        for kind in (SECONDARY, LABEL, SMALL):
            if text.width(self.theme, row.text, kind) <= words.w:
                return kind, (row.text,)
            if 2 * self.theme.font(kind).get_height() <= words.h + self.theme.px(1):  # no ink at the rim
                return kind, text.wrap(self.theme, row.text, kind, words.w, 2)
        return BODY, (text.fit(self.theme, row.text, BODY, words.w).shown,)

    def _widest(self, texts: list[str], most: float) -> int:
        """Return the width that the longest of the texts needs, at most so many pixels."""
        return min(round(most), max(text.width(self.theme, words, SECONDARY) for words in texts))

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the visible rows and, when there are more, the scroll bar."""
        theme, palette = self.theme, self.theme.palette
        for index, place in self.row_rects():
            row = self.spec.rows[index]
            if row.key == self.spec.chosen or (self.hovered and place.holds(self._spot)):
                ground = blend(palette.panel, palette.raised, 1.0 if row.key == self.spec.chosen else 0.6)
                paint.box(surface, place.pad(-self.overhang, 1), ground, radius=theme.px(6))
            self.draw_row(surface, row, place)
        if len(self.spec.rows) > self.page:
            track, count = self.rect.cut_right(theme.px(4))[0], len(self.spec.rows)
            view = (self.first / count, (self.first + self.page) / count)
            paint.scroll_bar(surface, track, view, (palette.inset, palette.strong))
        self.ring(surface, theme.px(6))

    def draw_row(self, surface: pygame.Surface, row: Row, place: Rect) -> None:
        """Draw one row in its place: icon, words, middle and right."""
        theme, palette = self.theme, self.theme.palette
        icon, words, middle, right = self._cells(place, row)
        if row.icon:
            icons.put(surface, row.icon, icon.centre, theme.px(16), row.icon_ink or palette.text2)
        colour = palette.text3 if row.faint else palette.text
        kind, lines = self._lines(row, words)
        step = words.h if len(lines) == 1 else theme.font(kind).get_height()
        block = words.middle(words.w, step * len(lines))
        for line in lines:
            spot, block = block.cut_top(step)
            text.put(surface, theme, spot, line, kind, colour=colour)
        side: text.Align = "right" if self.spec.figures else "left"
        text.put(surface, theme, middle, row.middle, SECONDARY, colour=palette.text2, align=side)
        right_ink = row.right_ink or palette.text2
        text.put(surface, theme, right, row.right, SECONDARY, colour=right_ink, align="right")
