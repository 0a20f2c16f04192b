"""Draws tooltips: plain words, and the receipt that opens a number into signed causes."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from race.ui.kit import icons, paint, text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import (
    BODY,
    BODY_BOLD,
    FIGURE,
    LABEL,
    RADIUS_CRATE,
    SECTION,
    Ink,
    Theme,
    Type,
)
from race.ui.kit.tips.links import Links

SHOWN_CAUSES = 6


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason for a change.

    Attributes:
        text: what happened.
        amount: signed change in the unit of the value; its size orders and scales the bars.
        shown: the amount as the reader sees it, sign included.
        good: True draws it as good news, False as bad, None as neutral.
        detail: smaller second line, may be empty.
        opens: name of what its words open in a receipt that is kept, may be empty.
    """

    text: str
    amount: float
    shown: str
    good: bool | None = None
    detail: str = ""
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One plain line: words at the left, value at the right, and what the words open, if anything."""

    text: str
    shown: str
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Something opened that is no sum: its name, its figure, and lines of words with figures."""

    title: str
    shown: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A number opened: all texts are already in the reader's language.

    Attributes:
        title: name of the number.
        shown: its value now, as displayed elsewhere.
        measures: one line that says what it measures.
        last: the line for last month's value.
        causes: signed causes in any order; drawn largest first.
        now: the line for this month's value.
        expected: the line for the range expected next month, or None.
        rest: words for the grouped small causes with their number in, for example "other (3)"; used with
            more than six causes.
        rest_shown: the grouped amount as displayed.
        hints: pairs of keycap and words for the foot.
        opens: name of what the title opens when the receipt is kept, may be empty.
    """

    title: str
    shown: str
    measures: str
    last: Line
    causes: tuple[Cause, ...]
    now: Line
    expected: Line | None = None
    rest: str = ""
    rest_shown: str = ""
    hints: tuple[tuple[str, str], ...] = ()
    opens: str = ""


Tip = str | Receipt | Facts
"""What a tooltip can say."""


def largest_first(causes: Sequence[Cause]) -> tuple[Cause, ...]:
    """Return the causes by falling size of their amount; equal ones keep their order."""
    return tuple(sorted(causes, key=lambda cause: -abs(cause.amount)))


def split_small(causes: Sequence[Cause]) -> tuple[tuple[Cause, ...], tuple[Cause, ...]]:
    """Return the causes drawn one by one and the small ones to group; a group never holds a single cause."""
    ordered = largest_first(causes)
    if len(ordered) <= SHOWN_CAUSES:
        return ordered, ()
    return ordered[: SHOWN_CAUSES - 1], ordered[SHOWN_CAUSES - 1 :]


def drawn_causes(receipt: Receipt) -> tuple[Cause, ...]:
    """Return the causes as drawn: large ones, then the small ones as one; the sum is kept."""
    large, small = split_small(receipt.causes)
    if not small:
        return large
    amount = sum(cause.amount for cause in small)
    words = receipt.rest or f"… ({len(small)})"
    return (*large, Cause(words, amount, receipt.rest_shown or f"{amount:+g}", None))


def _place(theme: Theme, size: tuple[int, int], anchor: Rect, screen: Rect) -> Rect:
    """Put a tooltip under its anchor, above it when there is no room, always inside the screen."""
    gap = theme.px(10)
    below = Rect(anchor.centre[0] - size[0] // 2, anchor.bottom + gap, *size)
    if below.bottom > screen.bottom and anchor.y - gap - size[1] >= screen.y:
        below = Rect(below.x, anchor.y - gap - size[1], *size)
    return below.clamp(screen.pad(theme.px(6)))


def _ground(surface: pygame.Surface, theme: Theme, rect: Rect, anchor: Rect) -> None:
    palette = theme.palette
    radius = theme.px(RADIUS_CRATE)
    paint.shadow(surface, rect, radius=radius, blur=theme.px(18), alpha=130)
    paint.box(surface, rect, palette.tip, radius=radius, edge=palette.tip_line)
    nose = theme.px(7)
    x = max(rect.x + 2 * nose, min(anchor.centre[0], rect.right - 2 * nose))
    if rect.y >= anchor.bottom:
        _nose(surface, theme, (x, rect.y + 1), -nose)
    elif rect.bottom <= anchor.y:
        _nose(surface, theme, (x, rect.bottom - 1), nose)


def _nose(surface: pygame.Surface, theme: Theme, tip: tuple[int, int], reach: int) -> None:
    palette, (x, y), wide = theme.palette, tip, abs(reach)
    pygame.draw.polygon(surface, palette.tip, ((x - wide, y), (x, y + reach), (x + wide, y)))
    pygame.draw.aalines(surface, palette.tip_line, False, ((x - wide, y), (x, y + reach), (x + wide, y)))  # noqa: FBT003


def draw_tip(surface: pygame.Surface, theme: Theme, words: str, anchor: Rect) -> Rect:
    """Draw a plain tooltip near its anchor and return its place."""
    screen = Rect(0, 0, *surface.get_size())
    pad = theme.px(10)
    room = min(theme.px(320), screen.w - 4 * pad)
    lines = text.wrap(theme, words, BODY, room)
    wide = max(text.width(theme, line, BODY) for line in lines) + 2 * pad
    high = text.line_height(theme, BODY) * len(lines) + 2 * theme.px(8)
    rect = _place(theme, (wide, high), anchor, screen)
    _ground(surface, theme, rect, anchor)
    text.put_lines(surface, theme, rect.pad(pad, theme.px(8)), words, BODY)
    return rect


def _sign_ink(theme: Theme, cause: Cause) -> Ink:
    if cause.good is None:
        return theme.palette.text2
    return theme.palette.good if cause.good else theme.palette.bad


_NOTE = Type(11)
_AMOUNT = Type(15, 500)
_BARS = 84
"""Width of the bars of causes at 720p."""


class _ReceiptPainter:
    """Walks down a receipt, first to measure it, then to draw it: one place knows every height."""

    links: Links | None = None
    """Where what opens is noted, when the receipt is kept."""

    def __init__(self, theme: Theme, receipt: Receipt, wide: int) -> None:
        self.theme = theme
        self.receipt = receipt
        self.causes = drawn_causes(receipt)
        self.pad = theme.px(18)
        self.inner = wide - 2 * self.pad
        self.row = max(theme.px(32), text.line_height(theme, BODY) + theme.px(6))
        self.tall = max(theme.px(37), text.line_height(theme, BODY) + text.line_height(theme, _NOTE))
        self.amounts = max(
            [text.width(theme, cause.shown, _AMOUNT) for cause in self.causes] + [theme.px(34)]
        )
        self.foot = self.row + theme.px(4) if receipt.hints else 0
        self.note = text.wrap(theme, receipt.measures, LABEL, max(1, wide - 2 * self.pad), 2)
        self.words = max(1, wide - 2 * self.pad - self.amounts - theme.px(_BARS) - theme.px(8))

    def _cause_height(self, cause: Cause) -> int:
        if not cause.detail and text.width(self.theme, cause.text, BODY) > self.words:
            return self.row + text.line_height(self.theme, BODY)  # the words take two lines
        return self.tall if cause.detail else self.row

    def height(self) -> int:
        """Return the whole height in pixels."""
        body = sum(map(self._cause_height, self.causes)) + 2 * self.row + self._coming()
        return self.head() + body + self.foot + self.theme.px(8)

    def _coming(self) -> int:
        """Return the height of the range expected next month: under its words when both are long."""
        line = self.receipt.expected
        if line is None:
            return 0
        both = text.width(self.theme, line.text, BODY) + text.width(self.theme, line.shown, _AMOUNT)
        long = both + 2 + self.theme.px(8) > self.inner
        return self.row + (text.line_height(self.theme, BODY) if long else 0)

    def head(self) -> int:
        """Return the height of the title and of what the number measures."""
        high = text.line_height(self.theme, FIGURE) + self.theme.px(14)
        note = text.line_height(self.theme, LABEL) * len(self.note) + self.theme.px(6)
        return high + (note if self.receipt.measures else 0)

    def draw(self, surface: pygame.Surface, rect: Rect) -> None:
        """Draw the receipt on its ground."""
        theme, palette, receipt = self.theme, self.theme.palette, self.receipt
        head, rest = rect.pad(self.pad, 0).cut_top(self.head())
        title, note = head.cut_top(text.line_height(theme, FIGURE) + theme.px(12))
        title = title.shift(0, theme.px(5))
        value, words = title.cut_right(text.width(theme, receipt.shown, FIGURE) + 2, theme.px(8))
        text.put(surface, theme, words, receipt.title, SECTION)
        self._opens(surface, words, (receipt.title, SECTION), receipt.opens)
        text.put(surface, theme, value, receipt.shown, FIGURE, align="right")
        step = text.line_height(theme, LABEL)
        lines = note.cut_top(step * len(self.note))[0]
        text.put_lines(surface, theme, lines, receipt.measures, LABEL, colour=palette.text3)
        rest = self._line(surface, rest, receipt.last, bold=False)
        for cause in self.causes:
            place, rest = rest.cut_top(self._cause_height(cause))
            self._cause(surface, place, cause)
        rest = self._line(surface, rest, receipt.now, bold=True)
        if receipt.expected is not None:
            self._expected(surface, rest, receipt.expected)
        if receipt.hints:
            self._hints(surface, rect.cut_bottom(self.foot)[0])

    def _expected(self, surface: pygame.Surface, rest: Rect, line: Line) -> Rect:
        """Draw the range expected next month, under its words when both are long; return what is left."""
        if self._coming() > self.row:
            self._line(surface, rest, Line(line.text, ""), bold=False, rule=False)
            rest, line = rest.cut_top(text.line_height(self.theme, BODY))[1], Line("", line.shown)
        return self._line(surface, rest, line, bold=False, rule=False)

    def _rule(self, surface: pygame.Surface, place: Rect) -> None:
        pygame.draw.line(surface, self.theme.palette.line, (place.x, place.y), (place.right - 1, place.y))

    def _line(
        self, surface: pygame.Surface, rest: Rect, line: Line, *, bold: bool, rule: bool = True
    ) -> Rect:
        place, below = rest.cut_top(self.row)
        if rule:
            self._rule(surface, place)
        palette, kind = self.theme.palette, BODY_BOLD if bold else BODY
        colour = palette.text if bold else palette.text2
        figure = Type(_AMOUNT.size, 700) if bold else _AMOUNT
        value, words = place.cut_right(text.width(self.theme, line.shown, figure) + 2, self.theme.px(8))
        text.put(surface, self.theme, words, line.text, kind, colour=colour)
        text.put(surface, self.theme, value, line.shown, figure, colour=colour, align="right")
        return below

    def _cause(self, surface: pygame.Surface, place: Rect, cause: Cause) -> None:
        theme = self.theme
        self._rule(surface, place)
        colour = _sign_ink(theme, cause)
        amount, rest = place.cut_right(self.amounts)
        bars, words = rest.cut_right(theme.px(_BARS), theme.px(8))
        text.put(surface, theme, amount, cause.shown, _AMOUNT, colour=colour, align="right")
        self._bar(surface, bars, cause, colour)
        if cause.detail:
            step = text.line_height(theme, BODY)
            first, second = words.shift(0, theme.px(2)).cut_top(step)
            text.put(surface, theme, first, cause.text, BODY)
            self._opens(surface, first, (cause.text, BODY), cause.opens)
            note = Rect(second.x, second.y - theme.px(4), second.w, text.line_height(theme, _NOTE))
            text.put(surface, theme, note, cause.detail, _NOTE, colour=theme.palette.text3)
        else:
            lines = text.wrap(theme, cause.text, BODY, words.w, 2)
            block = words.middle(words.w, len(lines) * text.line_height(theme, BODY))
            text.put_lines(surface, theme, block, cause.text, BODY)
            self._opens(surface, block, (cause.text, BODY), cause.opens)

    def _opens(self, surface: pygame.Surface, place: Rect, words: tuple[str, Type], opens: str) -> None:
        if self.links is not None and opens:
            self.links.note(surface, self.theme, place, words, opens)

    def _bar(self, surface: pygame.Surface, bars: Rect, cause: Cause, colour: Ink) -> None:
        """Draw the signed bar: losses to the left of the middle line, gains to the right."""
        theme = self.theme
        largest = max((abs(each.amount) for each in self.causes), default=1.0) or 1.0
        half = bars.w // 2 - theme.px(4)
        wide = max(theme.px(3), round(half * abs(cause.amount) / largest)) if cause.amount else 0
        x, high = bars.x + bars.w // 2, theme.px(10)
        top = bars.centre[1] - high // 2
        pygame.draw.line(surface, theme.palette.strong, (x, bars.y + 4), (x, bars.bottom - 4))
        left = x - wide if cause.amount < 0 else x + 1
        paint.box(surface, Rect(left, top, wide, high), colour, radius=theme.px(3))

    def _hints(self, surface: pygame.Surface, foot: Rect) -> None:
        theme, palette = self.theme, self.theme.palette
        paint.box(surface, foot.pad(1), palette.panel, radius=theme.px(RADIUS_CRATE) - 1)
        rest = foot.pad(self.pad, 0)
        for cap, words in self.receipt.hints:
            key, rest = rest.cut_left(icons.keycap_width(theme, cap), theme.px(8))
            icons.keycap(surface, theme, key, cap)
            shown = text.put(surface, theme, rest, words, LABEL, colour=palette.text2).shown
            rest = rest.cut_left(text.width(theme, shown, LABEL) + theme.px(18))[1]


def draw_receipt(
    surface: pygame.Surface, theme: Theme, receipt: Receipt, anchor: Rect, links: Links | None = None
) -> Rect:
    """Draw a receipt near its anchor and return its place; kept, it notes in the links what opens."""
    screen = Rect(0, 0, *surface.get_size())
    wide = min(theme.px(376), screen.w - theme.px(12))
    painter = _ReceiptPainter(theme, receipt, wide)
    rect = _place(theme, (wide, min(painter.height(), screen.h)), anchor, screen)
    _ground(surface, theme, rect, anchor)
    painter.links = links
    painter.draw(surface, rect)
    return rect


def draw_facts(
    surface: pygame.Surface, theme: Theme, facts: Facts, anchor: Rect, links: Links | None
) -> Rect:
    """Draw facts near their anchor and return their place; long words wrap beside their figure."""
    palette, screen = theme.palette, Rect(0, 0, *surface.get_size())
    pad, gap = theme.px(14), theme.px(4)
    wide = min(theme.px(376), screen.w - theme.px(12))
    room = wide - 2 * pad
    head = text.line_height(theme, FIGURE) + theme.px(4)
    sides = [
        text.width(theme, line.shown, BODY_BOLD) + theme.px(12) if line.shown else 0 for line in facts.lines
    ]
    rooms = [room - side for side in sides]
    heights = [
        text.lines_height(theme, line.text, BODY, left) for line, left in zip(facts.lines, rooms, strict=True)
    ]
    high = head + sum(heights) + gap * len(heights) + 2 * theme.px(8)
    rect = _place(theme, (wide, min(high, screen.h)), anchor, screen)
    _ground(surface, theme, rect, anchor)
    top, rest = rect.pad(pad, theme.px(8)).cut_top(head, gap)
    value, words = top.cut_right(text.width(theme, facts.shown, FIGURE) + 2, theme.px(8))
    text.put(
        surface, theme, words, facts.title, text.fit_type(theme, facts.title, (SECTION, BODY_BOLD), words.w)
    )
    text.put(surface, theme, value, facts.shown, FIGURE, align="right")
    for line, left, height in zip(facts.lines, rooms, heights, strict=True):
        place, rest = rest.cut_top(height, gap)
        words = place.cut_left(left)[0]
        text.put_lines(surface, theme, words, line.text, BODY, colour=palette.text2)
        if links is not None and line.opens:
            links.note(surface, theme, words, (line.text, BODY), line.opens)
        figure = place.cut_bottom(text.line_height(theme, BODY))[0]
        text.put(surface, theme, figure, line.shown, BODY_BOLD, align="right")
    return rect


def draw_any(
    surface: pygame.Surface, theme: Theme, tip: Tip, anchor: Rect, links: Links | None = None
) -> Rect:
    """Draw a tooltip of any sort near its anchor and return its place; `links` when it is kept."""
    if isinstance(tip, Facts):
        return draw_facts(surface, theme, tip, anchor, links)
    if isinstance(tip, Receipt):
        return draw_receipt(surface, theme, tip, anchor, links)
    return draw_tip(surface, theme, tip, anchor)
