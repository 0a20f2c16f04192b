"""Draws a crate: stripe of the payer, chip and amount, and under them when it comes and who paid."""

from typing import Final

import pygame

from race.ui.kit import icons, paint, text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import LABEL, LABEL_BOLD, RADIUS_CRATE, SMALL, Theme, Type, blend
from race.ui.pieces.crates import CRATE_LINES, RIM, Crate, flat_crate, roomy_crate, tall_crate

_LOW = 64
"""Height at 720p under which a crate is low."""
_NARROW = 80
"""Width at 720p under which a crate's stripe is a band at the rim, with the payer's first letter."""
_BAND = 11
"""Width of that band at 720p."""
_LETTER: Final = "T"
"""A letter for which a band is wide enough."""
_SHORT = (LABEL_BOLD, Type(11, 700))
"""Types of a letter on a band, and of a tag."""
_FOUR = "4\u202f444"
"""A number whose size a narrow crate keeps."""
_AMOUNTS = (
    Type(18, 600, "head"),
    Type(16, 600, "head"),
    Type(14, 600, "head"),
    Type(12, 600, "head"),
    Type(10, 600, "head"),
)


def draw_crate(  # noqa: PLR0913
    surface: pygame.Surface,
    theme: Theme,
    place: Rect,
    crate: Crate,
    *,
    lifted: bool = False,
    live: bool = False,
) -> None:
    """Draw a crate: stripe of the payer, chip, amount, and below when it comes and who paid, or the tag."""
    palette, radius = theme.palette, theme.px(RADIUS_CRATE)
    edge, thick = palette.strong, 1
    if lifted:
        paint.shadow(surface, place, radius=radius, blur=theme.px(16), alpha=170)
        edge, thick = palette.text, max(2, theme.px(2))
    elif live:
        edge = palette.tip_line
    ground = blend(palette.raised, palette.strong, 0.25) if live and not lifted else palette.raised
    paint.box(surface, place, ground, radius=radius, edge=edge, thick=thick)
    side, narrow = theme.px(RIM), place.w < theme.px(_NARROW)
    if not narrow and flat_crate(theme) <= place.h < tall_crate(theme):
        _draw_flat(surface, theme, place, crate)
        return
    inner = place.pad(theme.px(3) if narrow else min(side, place.w // 10), min(side, place.h // 8))
    rest = _draw_band(surface, theme, inner, crate) if narrow else None
    over = theme.px(3) if rest is None else theme.px(2)
    if rest is None:
        stripe, rest = inner.cut_left(theme.px(3), theme.px(4) if narrow else min(side, place.w // 11))
        paint.box(surface, stripe.pad(0, 1), crate.payer_ink, radius=1)
    told = Rect(rest.x, rest.y, place.right - theme.px(3) - rest.x, rest.h)
    high = rest.cut_top(told.h - _draw_told(surface, theme, told, crate, place))[0]
    if text.width(theme, crate.amount_short or crate.amount, _AMOUNTS[-1]) > high.w:
        left, right = high.x - over, place.right - theme.px(2)  # a narrow crate gives its rim, too
        high = Rect(left, high.y, right - left, high.h)
    signed = bool(crate.tag) and high.h == rest.h
    _draw_amount(surface, theme, _draw_tag_sign(surface, theme, high) if signed else high, crate)


def _draw_flat(surface: pygame.Surface, theme: Theme, place: Rect, crate: Crate) -> None:
    """Write two lines beside the stripe: how many and when they come, who paid or the tag and what kind."""
    side, rim, low = theme.px(4), theme.px(3), text.line_height(theme, CRATE_LINES[1])
    stripe, rest = place.pad(side).cut_left(theme.px(3), side)
    paint.box(surface, stripe, crate.payer_ink, radius=1)
    wide = place.right - rim - rest.x
    told = Rect(rest.x, place.y, wide, place.h).middle(wide, low + text.line_height(theme, _AMOUNTS[1]))
    foot, head = told.cut_bottom(low)
    _draw_when(surface, theme, head, crate)
    left = foot.w - (text.width(theme, crate.kind, SMALL) + side if crate.kind else 0)
    if crate.tag:
        taken = _draw_flat_tag(surface, theme, foot, crate, left)
    else:
        shown = crate.payer_short or crate.payer
        taken = text.width(theme, shown, SMALL)
        text.put(surface, theme, foot, shown, SMALL, colour=theme.palette.text2)
    if taken <= left:
        text.put(surface, theme, foot, crate.kind, SMALL, colour=theme.palette.text2, align="right")


def _draw_flat_tag(surface: pygame.Surface, theme: Theme, room: Rect, crate: Crate, left: int) -> int:
    """Write the tag of a flat crate, in short where `left` pixels do not hold it; return how wide it is."""
    kind, around = _SHORT[-1], theme.px(4)
    words = [each for each in (crate.tag, crate.tag_short) if each]
    widths = [text.width(theme, each, kind) + 2 * around for each in words]
    fits = [place for place, wide in enumerate(widths) if wide <= left]
    fits += [place for place, wide in enumerate(widths) if wide <= room.w]
    shown, wide = (words[fits[0]], widths[fits[0]]) if fits else (words[-1], room.w)
    tag = room.cut_left(wide)[0]
    paint.box(surface, tag, theme.palette.bad, radius=around)
    text.put(surface, theme, tag, shown, kind, colour=theme.palette.on_bright, align="centre")
    return wide


def _draw_when(surface: pygame.Surface, theme: Theme, room: Rect, crate: Crate) -> None:
    """Write on a line how many chips a crate holds and when they come, or a lock where it is bound."""
    if crate.bound:
        sign, room = room.cut_right(theme.px(12), theme.px(2))
        icons.put(surface, "lock", sign.centre, sign.w, theme.palette.text3)
    when = crate.when_short or crate.when
    words, left = room.cut_right(min(text.width(theme, when, SMALL), room.w * 3 // 5), theme.px(4))
    text.put(surface, theme, words, when, SMALL, colour=theme.palette.text2, align="right")
    kinds = tuple(kind for kind in _AMOUNTS[1:-1] if text.line_height(theme, kind) <= room.h)
    usual = text.fit_type(theme, _FOUR, kinds or _AMOUNTS[-1:], left.w)
    long = bool(crate.amount_short) and text.width(theme, crate.amount, usual) > left.w
    amount = crate.amount_short if long else crate.amount
    text.put(surface, theme, left, amount, text.fit_type(theme, amount, (usual, *_AMOUNTS[-1:]), left.w))


def _draw_told(surface: pygame.Surface, theme: Theme, room: Rect, crate: Crate, place: Rect) -> int:
    """Write at the foot of a crate when it comes and who paid, or the tag, as far as there is room.

    Returns:
        The height that they take, pixels: none in a low crate, two lines in a high one.
    """
    high = room.h + 2 * theme.px(RIM)  # a low crate has a thin rim
    if high < roomy_crate(theme):
        return 0
    paid, due = (crate.payer, crate.payer_short), (crate.when, crate.when_short)
    both, spare = bool(crate.when) and high >= tall_crate(theme), high - tall_crate(theme)
    line, apart = text.line_height(theme, LABEL) + theme.px(2), min(theme.px(3), spare // 3) if both else 0
    foot, above = room.cut_bottom(line, apart)
    narrow = place.w < theme.px(_NARROW)
    foreign = crate.foreign and not (narrow and crate.when_short)  # a narrow one has the payer's letter
    last = paid if both or foreign or not crate.when else due
    if crate.tag:
        _draw_tag(surface, theme, _tag_room(theme, place, foot), (crate.tag, crate.tag_short))
    else:
        _draw_line(surface, theme, foot, last, narrow=narrow)
    if not both:
        return line
    _draw_line(surface, theme, above.cut_bottom(line)[0], due, narrow=narrow)
    return 2 * line + apart


def _draw_line(
    surface: pygame.Surface, theme: Theme, room: Rect, said: tuple[str, str], *, narrow: bool
) -> None:
    """Write a line of a crate, its words or what they are in short; neighbours of one size say it alike."""
    words, short = said
    whole = not short or (not narrow and text.width(theme, words, SMALL) <= room.w)
    shown = words if whole else short
    kind = text.fit_type(theme, shown, (LABEL, SMALL), room.w)
    text.put(surface, theme, room, shown, kind, colour=theme.palette.text2)


def _draw_tag_sign(surface: pygame.Surface, theme: Theme, room: Rect) -> Rect:
    """Draw the tag's sign at the right of a crate too flat for its words; return the room that is left."""
    sign, rest = room.cut_right(min(room.h, room.w // 4), theme.px(2))
    paint.box(surface, sign.middle(sign.w, sign.w), theme.palette.bad, radius=theme.px(4))
    icons.put(surface, "right", sign.centre, sign.w * 3 // 4, theme.palette.on_bright)
    return rest


def _draw_band(surface: pygame.Surface, theme: Theme, inner: Rect, crate: Crate) -> Rect | None:
    """Draw the payer's colour at the left of a narrow crate, and who that is; return the room that is left.

    The words have no room to say who paid; the letter does, and the docks' names have its colours. Where
    large letters leave the number no room beside it there is none, and the stripe must do.
    """
    letter = crate.payer_short[:1]
    wide = max(theme.px(_BAND), text.width(theme, _LETTER, _SHORT[-1]) + 2)  # the same for all payers
    band, rest = inner.cut_left(wide, theme.px(3))
    number = text.width(theme, crate.amount_short or crate.amount, _AMOUNTS[-1])
    sign = min(rest.h, rest.w // 4) + theme.px(2) if crate.tag else 0  # a tag's may stand beside it
    if number + sign > rest.w:
        return None
    paint.box(surface, band, crate.payer_ink, radius=theme.px(3))
    kind = text.fit_type(theme, letter, _SHORT, band.w)
    text.put(surface, theme, band, letter, kind, colour=theme.palette.on_bright, align="centre")
    return rest


def _draw_amount(surface: pygame.Surface, theme: Theme, room: Rect, crate: Crate) -> None:
    size = min(theme.px(20), room.h, room.w // 4)
    sign, words = room.cut_left(size, min(theme.px(7), room.w // 12))
    if room.w >= theme.px(64) and text.width(theme, crate.amount, _AMOUNTS[-1]) <= words.w:
        icons.put(surface, "chip", sign.centre, size, theme.palette.text2)
    else:
        words = room
    kinds = tuple(kind for kind in _AMOUNTS if text.line_height(theme, kind) <= words.h + theme.px(6))
    # neighbours keep one size: what four figures do not tell is told in thousands
    usual = text.fit_type(theme, _FOUR, kinds or _AMOUNTS[-1:], words.w)
    long = bool(crate.amount_short) and text.width(theme, crate.amount, usual) > words.w
    amount = crate.amount_short if long else crate.amount
    kind = text.fit_type(theme, amount, (usual, *kinds, *_AMOUNTS[-1:]), words.w)
    text.put(surface, theme, words, amount, kind)
    if crate.bound:
        icons.put(
            surface,
            "lock",
            (room.right - theme.px(6), room.y + theme.px(6)),
            theme.px(12),
            theme.palette.text3,
        )


def _tag_room(theme: Theme, place: Rect, low: Rect) -> Rect:
    """Return the room of a crate's tag; in a low crate it keeps to the rim, away from the number."""
    flat = place.h < theme.px(_LOW)
    foot = place.bottom - theme.px(4) if flat else low.bottom
    high = text.line_height(theme, LABEL) if flat else low.h - theme.px(1)
    return Rect(low.x, foot - high, place.right - theme.px(3) - low.x, high)


def _draw_tag(surface: pygame.Surface, theme: Theme, room: Rect, said: tuple[str, str]) -> None:
    """Write a crate's tag, or what it is in short; without room for either there is a sign."""
    words, short = said
    whole = not short or text.width(theme, words, _SHORT[-1]) <= room.w - 2 * theme.px(1)
    tag = words if whole else short
    kind = text.fit_type(theme, tag, _SHORT, room.w - theme.px(4))
    wide = min(room.w, text.width(theme, tag, kind) + theme.px(12))
    place = Rect(room.x, room.y, wide, room.h)
    paint.box(surface, place, theme.palette.bad, radius=theme.px(4))
    inner, ink = place.pad(theme.px(1), 0), theme.palette.on_bright
    if text.width(theme, tag, kind) > inner.w:  # a sign says it whole
        icons.put(surface, "right", place.centre, place.h * 3 // 4, ink)
        return
    text.put(surface, theme, inner, tag, kind, colour=ink, align="centre")
