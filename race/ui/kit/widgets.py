"""Label, button, toggle and the base every widget shares: an immutable spec with a place and a state."""

from dataclasses import dataclass, field, replace
from typing import Literal

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text, tooltips
from race.ui.kit.actions import Action, Value
from race.ui.kit.layout import Rect
from race.ui.kit.text import Align
from race.ui.kit.theme import (
    BODY,
    BODY_BOLD,
    HEADLINE,
    RADIUS_KEYCAP,
    SECTION,
    Ink,
    Theme,
    Type,
    blend,
)

Tip = tooltips.Tip
ButtonKind = Literal["primary", "secondary", "quiet"]


class Widget:
    """Base of all widgets: name, place, theme and the marks the stage sets (hovered, focused, pointing)."""

    follows_mouse = False
    """Whether it looks or says something else at another place of the mouse inside it."""
    overhang = 0
    """Pixels to the left and right of its place that it draws on at rest."""
    beside = False
    """Whether a click on it is its own while another widget holds the mouse."""

    def __init__(self, name: str, rect: Rect, theme: Theme, *, focusable: bool = True) -> None:
        """Place the widget; it draws nothing outside `rect` but its overhang and its focus ring."""
        self.name = name
        self.rect = rect
        self.theme = theme
        self.focusable = focusable
        self.hovered = False
        self.focused = False
        self.pointing = False
        self.pressed = False
        self._spot = rect.centre

    def rest(self, spot: tuple[int, int]) -> None:
        """Note where the mouse rests when the widget is put under it."""
        self._spot = spot

    def keyed(self) -> bool:
        """Tell whether the keys, and not the mouse, say which of its parts is meant."""
        return self.focused and not (self.pointing and self.hovered)

    @property
    def tip(self) -> Tip | None:
        """What a tooltip over this widget says; None when there is nothing to add."""
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the widget; subclasses draw their own look."""

    def handle(self, event: pygame.event.Event) -> Action | None:
        """Take a mouse event, note its place: a press and a release inside ask for the widget's action."""
        self._spot = getattr(event, "pos", self._spot)
        inside = self.rect.holds(event.pos) if hasattr(event, "pos") else False
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1 and inside:
            self.pressed = True
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1 and self.pressed:
            self.pressed = False
            return self.chosen() if inside else None
        return None

    def act(self, action: Action) -> Action | None:
        """Take a key action; Space and Enter ask for the same as a click."""
        return self.chosen() if action.name in ("press", "confirm") else None

    def chosen(self) -> Action | None:
        """Return what a click on the widget asks for."""
        return None

    def holding(self) -> bool:
        """Tell whether the mouse is captured."""
        return self.pressed

    def reads_keys(self) -> bool:
        """Tell whether raw keys belong to the widget."""
        return False

    def ring(self, surface: pygame.Surface, radius: int) -> None:
        """Draw the focus ring when the keys are here, around all that is drawn at rest."""
        if self.focused:
            gap = self.theme.px(3)
            thick = max(2, self.theme.px(2))
            colour, place = self.theme.palette.text, self.rect.pad(-max(gap, self.overhang), -gap)
            paint.box(surface, place, None, radius=radius + gap, edge=colour, thick=thick)


@dataclass(frozen=True, slots=True)
class LabelSpec:
    """A text at rest; `most` lines 1 keeps it on one line."""

    text: str
    kind: Type = BODY
    colour: Ink | None = None
    align: Align = "left"
    most: int = 1
    tip: Tip | None = None


class Label(Widget):
    """Draws text; the tooltip gives the whole when it was cut, or the spec's own receipt."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: LabelSpec) -> None:
        """Place the label; one with a receipt can have the focus, so that keys reach it too."""
        super().__init__(name, rect, theme, focusable=spec.tip is not None)
        self.spec = spec

    @property
    @override
    def tip(self) -> Tip | None:
        """Receipt or text of the spec; else the whole text when it does not fit."""
        if self.spec.tip is not None or self.spec.most > 1:
            return self.spec.tip
        return (
            self.spec.text if text.fit(self.theme, self.spec.text, self.spec.kind, self.rect.w).cut else None
        )

    @override
    def chosen(self) -> Action | None:
        """Ask to open the label's explanation, when it has one."""
        return Action("explain", self.name) if self.spec.tip is not None else None

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw one line centred in height, or several from the top."""
        spec = self.spec
        colour = spec.colour or self.theme.palette.text
        if spec.most > 1:
            text.put_lines(
                surface, self.theme, self.rect, spec.text, spec.kind, colour=colour, align=spec.align
            )
        else:
            text.put(surface, self.theme, self.rect, spec.text, spec.kind, colour=colour, align=spec.align)
        self.ring(surface, self.theme.px(RADIUS_KEYCAP))


@dataclass(frozen=True, slots=True)
class ButtonSpec:
    """What a button shows and whether it may be pressed.

    Attributes:
        text: words on the button; may be empty when there is an icon.
        kind: primary (the one bright block), secondary, or quiet (no ground at rest).
        key: writing on the keycap hint, empty for none.
        icon: name of an icon before the words.
        enabled: False greys it; `why_not` then says why and what would allow it.
        why_not: reason shown as the tooltip of a disabled button.
        detail: smaller text at the right end.
        tip: tooltip of the enabled button.
        large: headline type, for menus and the end of the month.
        align: centre, or left for menus and rows.
        dot: colour of a small dot before the words (a decision waiting).
    """

    text: str
    kind: ButtonKind = "secondary"
    key: str = ""
    icon: str = ""
    enabled: bool = True
    why_not: str = ""
    detail: str = ""
    tip: Tip | None = None
    large: bool = False
    align: Literal["left", "centre"] = "centre"
    dot: Ink | None = None


class Button(Widget):
    """Pressed by click, Space or Enter: asks `Action("press", name)`; a disabled one says why not."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: ButtonSpec) -> None:
        """Place the button; a disabled one stays in the focus ring, so that its reason can be read."""
        super().__init__(name, rect, theme)
        self.spec = spec

    @property
    @override
    def tip(self) -> Tip | None:
        """Reason when disabled, else the spec's tooltip, else the words when they were cut."""
        if not self.spec.enabled:
            return self.spec.why_not or None
        if self.spec.tip is not None:
            return self.spec.tip
        return (
            self.spec.text if text.fit(self.theme, self.spec.text, self._kind(), self._room()).cut else None
        )

    @override
    def chosen(self) -> Action | None:
        """Ask for the press; a disabled button asks for the reason."""
        return Action("press", self.name) if self.spec.enabled else Action("explain", self.name)

    @override
    def act(self, action: Action) -> Action | None:
        """Press on Space, Enter, or the digit on the keycap."""
        if self.spec.key and action.name == f"choose_{self.spec.key}":
            return self.chosen()
        return super().act(action)

    def _kind(self) -> Type:
        if self.spec.large:
            kinds = (Type(HEADLINE.size - 6, 600, "head"), SECTION, BODY_BOLD)
            return text.fit_type(self.theme, self.spec.text, kinds, self._room())
        return Type(16, 600, "head") if self.spec.align == "centre" and self.spec.kind != "quiet" else BODY

    def _room(self) -> int:
        room = self.rect.w - 2 * self.theme.px(12)
        for extra in self._extras():
            room -= extra
        return max(0, room)

    def _extras(self) -> tuple[int, ...]:
        theme, spec = self.theme, self.spec
        icon = theme.px(26) if spec.icon and spec.text else 0
        dot = theme.px(16) if spec.dot else 0
        cap = icons.keycap_width(theme, spec.key) + theme.px(10) if spec.key else 0
        least = BODY_BOLD if spec.large else self._kind()
        words = text.width(theme, spec.text, least) if spec.text else 0
        if words + icon + dot + cap > self.rect.w - 2 * theme.px(12):
            cap = 0  # the key gives way before the words do
        detail = text.width(theme, spec.detail, Type(13)) + theme.px(10) if spec.detail else 0
        return icon, dot, cap, min(detail, self.rect.w // 2)

    def _inks(self) -> tuple[Ink | None, Ink | None, Ink]:
        palette, spec = self.theme.palette, self.spec
        if not spec.enabled:
            return (None if spec.kind == "quiet" else palette.inset), palette.line, palette.text3
        lift = 0.55 if self.pressed else 0.35 if self.hovered else 0.0
        if spec.kind == "primary":
            return blend(palette.lab, (255, 255, 255), lift * 0.55), None, palette.on_bright
        edge = blend(palette.strong, palette.tip_line, lift * 1.8)
        if spec.kind == "quiet":
            return (blend(palette.panel, palette.raised, lift * 1.8) if lift else None), None, palette.text
        return blend(palette.raised, palette.strong, lift), edge, palette.text

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw ground, icon, words, detail and keycap."""
        theme, spec = self.theme, self.spec
        ground, edge, writing = self._inks()
        radius = theme.px(8)
        if ground is not None:
            paint.box(surface, self.rect, ground, radius=radius, edge=edge)
        if not spec.text:
            icons.put(surface, spec.icon, self.rect.centre, theme.px(18), writing)
        else:
            self._draw_words(surface, writing)
        self.ring(surface, radius)

    def _draw_words(self, surface: pygame.Surface, writing: Ink) -> None:
        theme, spec, pad = self.theme, self.spec, self.theme.px(12)
        icon, dot, cap, detail = self._extras()
        inner = self.rect.pad(pad, 0)
        if spec.align == "centre" and not spec.detail:
            words = min(text.width(theme, spec.text, self._kind()), self._room())
            inner = inner.middle(words + icon + dot + cap, inner.h)
        lead, inner = inner.cut_left(icon + dot)
        if spec.icon:
            icons.put(surface, spec.icon, (lead.x + theme.px(8), lead.centre[1]), theme.px(16), writing)
        if spec.dot:
            icons.put(surface, "circle", (lead.right - theme.px(12), lead.centre[1]), theme.px(8), spec.dot)
        tail, inner = inner.cut_right(cap)
        if cap:
            icons.keycap(
                surface, theme, tail.cut_right(cap - theme.px(10))[0], spec.key, inks=self._cap_inks()
            )
        side, inner = inner.cut_right(detail)
        if detail:
            quiet = blend(writing, self._inks()[0] or theme.palette.panel, 0.15)
            text.put(surface, theme, side, spec.detail, Type(13), colour=quiet, align="right")
        text.put(surface, theme, inner, spec.text, self._kind(), colour=writing)

    def _cap_inks(self) -> tuple[Ink, Ink, Ink] | None:
        if self.spec.kind != "primary" or not self.spec.enabled:
            return None
        deep = blend(self.theme.palette.lab, self.theme.palette.on_bright, 0.62)
        return deep, deep, (255, 255, 255)


@dataclass(frozen=True, slots=True)
class ToggleSpec:
    """A switch with words before it."""

    text: str
    on: bool = False
    enabled: bool = True
    why_not: str = ""


class Toggle(Widget):
    """Switched by click, Space or Enter: asks `Action("set", name, True or False)`."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: ToggleSpec) -> None:
        """Place the switch."""
        super().__init__(name, rect, theme)
        self.spec = spec

    @property
    @override
    def tip(self) -> Tip | None:
        """Reason when disabled."""
        return None if self.spec.enabled else self.spec.why_not or None

    @override
    def chosen(self) -> Action | None:
        """Turn the switch over and ask for the new value."""
        if not self.spec.enabled:
            return Action("explain", self.name)
        self.spec = replace(self.spec, on=not self.spec.on)
        return Action("set", self.name, self.spec.on)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the words and the switch: a tick tells on without colour."""
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        switch, words = self.rect.cut_right(theme.px(42), theme.px(12))
        colour = palette.text if spec.enabled else palette.text3
        text.put(surface, theme, words, spec.text, BODY, colour=colour)
        draw_switch(surface, theme, switch, on=spec.on, enabled=spec.enabled)
        self.ring(surface, theme.px(RADIUS_KEYCAP))


def draw_switch(surface: pygame.Surface, theme: Theme, room: Rect, *, on: bool, enabled: bool) -> None:
    """Draw a switch in the middle of a room: a tick tells on without colour."""
    palette, place, live = theme.palette, room.middle(theme.px(42), theme.px(24)), on and enabled
    ground = palette.lab if live else palette.inset
    paint.box(surface, place, ground, radius=place.h // 2, edge=palette.lab if live else palette.strong)
    x = place.right - place.h // 2 if on else place.x + place.h // 2
    ink = palette.on_bright if live else palette.text3
    icons.put(surface, "circle", (x, place.centre[1]), theme.px(18), ink)
    if on:
        spot = (place.x + theme.px(14), place.centre[1])
        icons.put(surface, "tick", spot, theme.px(11), palette.on_bright)


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its key for the program, its words for the reader."""

    key: str
    text: str
    value: Value = field(default=None)
    tip: Tip | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: icon with its colour, words, middle and right texts; faint, or a heading.

    With `side` the right text is a button of its own that asks for the action of this name.
    """

    key: str
    text: str
    icon: str = ""
    icon_ink: Ink | None = None
    middle: str = ""
    right: str = ""
    right_ink: Ink | None = None
    tip: Tip | None = None
    faint: bool = False
    head: bool = False
    side: str = ""


@dataclass(frozen=True, slots=True)
class SegmentedSpec:
    """Options side by side, one of them chosen."""

    options: tuple[Option, ...]
    chosen: str


def panel(surface: pygame.Surface, theme: Theme, rect: Rect, accent: Ink | None = None) -> None:
    """Draw a panel's ground; an accent paints the short stripe at its upper left edge."""
    paint.box(surface, rect, theme.palette.panel, radius=theme.px(10), edge=theme.palette.line)
    if accent is not None:
        mark = Rect(rect.x, rect.y + theme.px(15), theme.px(3), theme.px(34))
        paint.box(surface, mark, accent, radius=1)
