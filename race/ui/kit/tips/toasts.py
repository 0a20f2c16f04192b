"""Passing messages: what they say and until when, where they stand, how they are drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from race.ui.kit import icons, paint, text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, Ink, Theme


@dataclass(frozen=True, slots=True)
class Toast:
    """A passing message: words, an icon with its colour, and the milliseconds between which it is seen.

    `holds` says whether it is still true; what is not is not seen any more.
    """

    text: str
    since: int
    until: int
    icon: str = "info"
    colour: Ink | None = None
    holds: Callable[[], bool] | None = None

    def seen(self, now: int) -> bool:
        """Tell whether the toast is on screen at this time in milliseconds."""
        return self.since <= now < self.until and (self.holds is None or self.holds())


def toast_places(
    theme: Theme, toasts: Sequence[Toast], screen: Rect, room: Rect, tips: Sequence[Rect] = ()
) -> list[Rect]:
    """Return the places of toasts, stacked from the room's edge that is nearer to the window's.

    They are centred in the room; one that is wider begins to its left, as far as the window goes. What is
    read in a tooltip stays free: a toast stands beyond it, where the window has room there.
    """
    step = theme.row + theme.px(8)
    down = room.bottom <= screen.centre[1]
    y, found = room.y if down else room.bottom - theme.row, list[Rect]()
    for toast in toasts:
        wide = min(text.width(theme, toast.text, BODY) + theme.px(60), screen.w - theme.px(40))
        x = max(screen.x + theme.px(20), min(room.centre[0] - wide // 2, room.right - wide))
        place = _beyond(theme, Rect(x, y, wide, theme.row), tips, down=down)
        if screen.y <= place.y and place.bottom <= screen.bottom:
            y = place.y
        found.append(Rect(x, y, wide, theme.row))
        y += step if down else -step
    return found


def _beyond(theme: Theme, place: Rect, tips: Sequence[Rect], *, down: bool) -> Rect:
    """Return the next place, downwards or upwards, that lies under no tooltip."""
    gap = theme.px(8)
    for tip in sorted(tips, key=lambda each: each.y if down else -each.bottom):
        if place.meets(tip):
            place = Rect(place.x, tip.bottom + gap if down else tip.y - gap - place.h, place.w, place.h)
    return place


def draw_toasts(  # noqa: PLR0913 - what is told, when, and what it must not cover
    surface: pygame.Surface,
    theme: Theme,
    toasts: Sequence[Toast],
    now: int,
    room: Rect,
    *,
    tips: Sequence[Rect],
) -> None:
    """Draw the toasts seen now in their room, the newest nearest to the window's edge, beside tooltips."""
    shown = sorted((each for each in toasts if each.seen(now)), key=lambda each: -each.since)
    places = toast_places(theme, shown, Rect(0, 0, *surface.get_size()), room, tips)
    for toast, rect in zip(shown, places, strict=True):
        paint.shadow(surface, rect, radius=theme.px(8), blur=theme.px(12))
        paint.box(surface, rect, theme.palette.raised, radius=theme.px(8), edge=theme.palette.tip_line)
        sign, words = rect.pad(theme.px(12), 0).cut_left(theme.px(18), theme.px(8))
        icons.put(surface, toast.icon, sign.centre, theme.px(16), toast.colour or theme.palette.good)
        text.put(surface, theme, words, toast.text, BODY)
