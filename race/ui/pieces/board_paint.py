"""Draws the supply board: the road of parcels, the docks with their crates, the strip of consequences."""

import pygame

from race.ui.kit import icons, paint, text
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import (
    BODY,
    BODY_BOLD,
    FIGURE,
    LABEL,
    LABEL_BOLD,
    PANEL,
    RADIUS_CRATE,
    SECONDARY,
    SECONDARY_BOLD,
    SECTION,
    SMALL,
    Ink,
    Theme,
    Type,
    blend,
)
from race.ui.pieces.crates import (
    STRIP_FIGURES,
    BoardPlaces,
    BoardSpec,
    Dock,
    DockPlaces,
    Effect,
    Parcel,
    Preview,
)

_TALL = 0.55
"""Height over width from which the strip stands beside the docks."""
MOST_LINES = 2
"""Lines of words under the numbers of the strip, beside its title; one more where the title gives way."""
_LEAST = Type(10)
_LABELS = (LABEL, SMALL, SMALL, _LEAST, SMALL, _LEAST)
_FIGURES = (FIGURE, FIGURE, SECTION, SECTION, BODY, LABEL)
"""Sizes of a named number's name and figure, the largest first."""


def draw_head(surface: pygame.Surface, theme: Theme, place: Rect, spec: BoardSpec) -> None:
    """Draw the heading with the hint and the two arrow keys."""
    cap = icons.keycap_width(theme, "→")
    title_width = text.width(theme, spec.title, PANEL)
    rest = place
    for sign in ("→", "←"):
        key, rest = rest.cut_right(cap, theme.px(6))
        icons.keycap(surface, theme, key, sign)
    title, hint = rest.cut_left(title_width, theme.px(16))
    text.put(surface, theme, title, spec.title, PANEL)
    text.put(surface, theme, hint, spec.hint, SECONDARY, colour=theme.palette.text3, align="right")


def draw_transit(surface: pygame.Surface, theme: Theme, place: Rect, spec: BoardSpec) -> None:
    """Draw the road with the parcels on the way, the one that arrives next at the right."""
    palette = theme.palette
    label = min(text.width(theme, spec.transit, LABEL) + theme.px(14), place.w // 3)
    words, road = place.cut_left(label)
    text.put(surface, theme, words, spec.transit, LABEL, colour=palette.text2)
    y = road.centre[1]
    pygame.draw.line(surface, palette.strong, (road.x, y), (road.right - 1, y), theme.px(2))
    count = len(spec.parcels)
    for index, parcel in enumerate(spec.parcels):
        wide = road.w // max(1, count)
        _draw_parcel(surface, theme, Rect(road.x + wide * index, road.y, wide, road.h), parcel)


def _draw_parcel(surface: pygame.Surface, theme: Theme, room: Rect, parcel: Parcel) -> None:
    palette = theme.palette
    when = text.width(theme, parcel.when, SECONDARY)
    amount = text.width(theme, parcel.amount, SECONDARY_BOLD)
    wide = min(amount + theme.px(42), room.w)
    show_when = wide + when + theme.px(20) <= room.w
    box, rest = room.cut_right(wide)
    box = box.shift(-theme.px(6), 0) if show_when else box
    box = Rect(box.x, box.y + 1, box.w, box.h - 2)
    if show_when:
        place = Rect(box.x - when - theme.px(10), rest.y, when, rest.h)
        paint.box(surface, place.pad(-theme.px(6), theme.px(8)), palette.panel)
        text.put(surface, theme, place, parcel.when, SECONDARY, colour=palette.text2)
    paint.box(surface, box, palette.raised, radius=theme.px(5), edge=palette.strong)
    stripe = Rect(box.x + theme.px(4), box.y + theme.px(5), theme.px(3), box.h - 2 * theme.px(5))
    paint.box(surface, stripe, parcel.payer_ink, radius=1)
    icons.put(surface, "chip", (box.x + theme.px(18), box.centre[1]), theme.px(15), palette.text2)
    words = box.cut_left(theme.px(28))[1].pad(theme.px(5), 0)
    text.put(surface, theme, words, parcel.amount, SECONDARY_BOLD, align="right")


def draw_dock(surface: pygame.Surface, theme: Theme, where: DockPlaces, dock: Dock, *, glow: bool) -> None:
    """Draw a dock's ground, name, caption and bar; `glow` marks it as the place under the lifted crate."""
    palette = theme.palette
    ground = blend(palette.panel, dock.colour, 0.085) if glow else palette.inset
    radius = theme.px(8)
    if glow:
        paint.box(surface, where.rect.pad(-theme.px(4)), dock.colour, radius=radius + theme.px(4), alpha=26)
        paint.box(surface, where.rect.pad(-theme.px(2)), dock.colour, radius=radius + theme.px(2), alpha=36)
    edge, thick = (dock.colour, max(2, theme.px(2))) if glow else (palette.line, 1)
    paint.box(surface, where.rect, ground, radius=radius, edge=edge, thick=thick)
    name = min(text.width(theme, dock.name, BODY_BOLD), where.head.w * 3 // 5)
    title, caption = where.head.cut_left(name, theme.px(8))
    text.put(surface, theme, title, dock.name, BODY_BOLD, colour=dock.colour)
    fitting = (words for words in dock.captions if text.width(theme, words, LABEL) <= caption.w)
    shown = next(fitting, dock.captions[-1])
    text.put(surface, theme, caption, shown, LABEL, colour=palette.text2, align="right")
    paint.bar(surface, where.bar, dock.fill, (dock.colour, palette.line))


def draw_slots(surface: pygame.Surface, theme: Theme, where: DockPlaces, taken: int, *, one: bool) -> None:
    """Draw the empty slots as dashed outlines, or only the next of them."""
    for slot in where.slots[taken : taken + 1 if one else None]:
        paint.dashed_box(surface, slot, theme.palette.line, radius=theme.px(RADIUS_CRATE), thick=theme.px(1))


def draw_target(surface: pygame.Surface, theme: Theme, slot: Rect, colour: Ink) -> None:
    """Draw the slot that the lifted crate would take."""
    radius = theme.px(RADIUS_CRATE)
    paint.box(surface, slot, colour, radius=radius, alpha=64)
    paint.dashed_box(surface, slot, colour, radius=radius, thick=max(2, theme.px(2)), on=theme.px(5))


def draw_home(surface: pygame.Surface, theme: Theme, home: Rect, lifted: Rect) -> None:
    """Draw the dashed outline where the lifted crate stood and a dashed thread that leads to it."""
    paint.dashed_box(surface, home, theme.palette.strong, radius=theme.px(RADIUS_CRATE), thick=theme.px(1))
    start, end = home.centre, lifted.centre
    for first, last in paint.dashes((start, end), theme.px(5), theme.px(4)):
        pygame.draw.aaline(surface, theme.palette.text3, first, last)


def draw_strip(surface: pygame.Surface, theme: Theme, place: Rect, preview: Preview, colour: Ink) -> None:
    """Draw the strip of consequences: what would be done, and up to four named numbers."""
    palette = theme.palette
    ground, edge = blend(palette.panel, colour, 0.10), blend(palette.panel, colour, 0.42)
    paint.box(surface, place, ground, radius=theme.px(8), edge=edge)
    inner = place.pad(theme.px(12), theme.px(6))
    if place.h > place.w * _TALL:
        _draw_tall_strip(surface, theme, place.pad(theme.px(12), theme.px(10)), preview)
        return
    figures = theme.px(STRIP_FIGURES) if preview.effects else 0
    kind, lines = _fitting(theme, preview.text, Rect(0, 0, inner.w, place.h - 2 - figures))
    head = text.line_height(theme, BODY_BOLD)
    high = figures + lines * text.line_height(theme, kind)
    if head + high > place.h - 2:  # what to be warned of counts more than what is asked
        head = 0
    title, rest = place.pad(theme.px(12), 1).middle(inner.w, head + high).cut_top(head)
    numbers, words = rest.cut_top(figures)
    if head:
        heading = text.fit_type(theme, preview.title, (BODY_BOLD, LABEL_BOLD), title.w)
        text.put(surface, theme, title, preview.title, heading)
    effects = preview.effects[:4]
    step = _step(theme, effects, numbers.w)
    for effect, box in zip(effects, _side_by_side(theme, numbers, effects, step), strict=False):
        draw_effect(surface, theme, box, effect, step)
    ink = palette.warning if preview.alarm else palette.text2
    text.put_lines(surface, theme, words, preview.text, kind, colour=ink)


def _fitting(theme: Theme, words: str, room: Rect) -> tuple[Type, int]:
    """Return the size in which words take two lines, or as many as there is room for, and how many."""
    kinds = (SECONDARY, LABEL, SMALL)
    most = [MOST_LINES] * 2 + [max(MOST_LINES, room.h // text.line_height(theme, kind)) for kind in kinds]
    for kind, lines in zip((*kinds[:2], *kinds), most, strict=True):
        taken = len(text.wrap(theme, words, kind, room.w))
        if taken <= lines:
            return kind, taken
    return SMALL, most[-1]


def _needed(theme: Theme, effects: tuple[Effect, ...], step: int) -> list[int]:
    """Return the widths that named numbers need in a step of their sizes; the least name may be short."""
    label, figure = _LABELS[step], _FIGURES[step]
    names = [each.short or each.label if label is _LEAST else each.label for each in effects]
    figures = [_figure(theme, each, figure) for each in effects]
    return [max(text.width(theme, name, label), own) for name, own in zip(names, figures, strict=True)]


def _step(theme: Theme, effects: tuple[Effect, ...], room: int) -> int:
    """Return the step of the sizes in which named numbers stand side by side: all have one size."""
    gaps = theme.px(10) * (len(effects) - 1)
    steps = range(len(_FIGURES))
    return next((step for step in steps if sum(_needed(theme, effects, step)) + gaps <= room), steps[-1])


def _side_by_side(theme: Theme, row: Rect, effects: tuple[Effect, ...], step: int) -> list[Rect]:
    """Return a place for each of up to four named numbers, wide as it needs and filling the row together."""
    wide, gap = _needed(theme, effects, step), theme.px(10)
    spare = row.w - gap * (len(wide) - 1) - sum(wide)
    if spare >= 0:
        return columns(row, [float(each + spare // max(1, len(wide))) for each in wide], gap)
    named, gap = [text.width(theme, each.short or each.label, _LEAST) for each in effects], theme.px(6)
    signed = [_figure(theme, each, _FIGURES[-1]) for each in effects]
    bare = [text.width(theme, each.shown, _FIGURES[-1]) for each in effects]
    ways = [[max(pair) for pair in zip(named, counted, strict=True)] for counted in (signed, bare)]
    room = row.w - gap * (len(effects) - 1)
    wide = next((way for way in ways if sum(way) <= room), ways[-1])
    spare = max(0, room - sum(wide)) // max(1, len(wide))
    return columns(row, [float(each + spare) for each in wide], gap)


def _draw_tall_strip(surface: pygame.Surface, theme: Theme, inner: Rect, preview: Preview) -> None:
    """Draw the strip that stands beside the docks: title, numbers two by two, words as far as they go."""
    palette = theme.palette
    high = min(2, len(text.wrap(theme, preview.title, BODY_BOLD, inner.w))) * text.line_height(
        theme, BODY_BOLD
    )
    head, rest = inner.cut_top(high, theme.px(4))
    text.put_lines(surface, theme, head, preview.title, BODY_BOLD)
    figures = text.line_height(theme, LABEL) + text.line_height(theme, BODY)
    pairs = [preview.effects[start : start + 2] for start in range(0, len(preview.effects[:4]), 2)]
    step = max((_step(theme, pair, rest.w) for pair in pairs), default=0)
    for pair in pairs:
        row, rest = rest.cut_top(figures, theme.px(4))
        for effect, place in zip(pair, _side_by_side(theme, row, pair, step), strict=True):
            draw_effect(surface, theme, place, effect, step)
    ink = palette.warning if preview.alarm else palette.text2
    kinds = [
        kind
        for kind in (SECONDARY, LABEL, SMALL)
        if text.lines_height(theme, preview.text, kind, rest.w) <= rest.h
    ]
    if rest.h >= text.line_height(theme, SMALL):
        text.put_lines(surface, theme, rest, preview.text, kinds[0] if kinds else SMALL, colour=ink)


def _figure(theme: Theme, effect: Effect, kind: Type) -> int:
    """Return the width of a figure in a size, with its arrow if it has one."""
    return text.width(theme, effect.shown, kind) + (theme.px(15) if effect.up is not None else 0)


def draw_effect(surface: pygame.Surface, theme: Theme, place: Rect, effect: Effect, step: int) -> None:
    """Draw one named number: name above, arrow and signed amount beneath, no larger than a step of the sizes.

    The steps count from 0, the largest.
    """
    palette = theme.palette
    ink = palette.text2 if effect.good is None else palette.good if effect.good else palette.bad
    line = text.line_height(theme, LABEL)
    top, rest = place.cut_top(line)
    whole = not effect.short or text.width(theme, effect.label, _LEAST) <= top.w
    words = effect.label if whole else effect.short
    text.put(surface, theme, top, words, text.fit_type(theme, words, _LABELS, top.w), colour=palette.text2)
    if effect.up is not None and _figure(theme, effect, _FIGURES[-1]) <= rest.w:  # its sign says it, too
        sign, rest = rest.cut_left(theme.px(9), theme.px(5))
        icons.put(surface, "up" if effect.up else "down", sign.centre, theme.px(9), ink)
    kind = text.fit_type(theme, effect.shown, _FIGURES[step:], rest.w)
    text.put(surface, theme, rest, effect.shown, kind, colour=ink)


def draw_effect_row(surface: pygame.Surface, theme: Theme, place: Rect, effect: Effect) -> None:
    """Draw one named number on a line: name at the left, signed amount at the right, a rule beneath."""
    palette = theme.palette
    ink = palette.text if effect.good is None else palette.good if effect.good else palette.bad
    sign = theme.px(16) if effect.up is not None else 0
    # what a short name leaves is the number's, at least three fifths of the line
    left = place.w - text.width(theme, effect.label, LABEL) - theme.px(10) - sign
    most = max(place.w * 3 // 5, left)
    kind = text.fit_type(theme, effect.shown, (FIGURE, SECTION, BODY, LABEL), most)
    wide = min(text.width(theme, effect.shown, kind), most)
    side, words = place.cut_right(wide + sign, theme.px(10))
    name = text.fit_type(theme, effect.label, (BODY, SECONDARY, LABEL), words.w)
    text.put(surface, theme, words, effect.label, name, colour=palette.text2)
    if sign:
        mark = side.cut_left(theme.px(9))[0]
        icons.put(surface, "up" if effect.up else "down", mark.centre, theme.px(9), ink)
    text.put(surface, theme, side, effect.shown, kind, colour=ink, align="right")
    pygame.draw.line(surface, palette.line, (place.x, place.bottom), (place.right, place.bottom))


def draw_ground(surface: pygame.Surface, theme: Theme, spec: BoardSpec, where: BoardPlaces) -> None:
    """Draw heading and road."""
    if spec.title:
        draw_head(surface, theme, where.head, spec)
    if where.transit.h:
        draw_transit(surface, theme, where.transit, spec)
