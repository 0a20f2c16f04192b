"""Describes the supply board and its arithmetic: payer is a stripe, place is the dock."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from race.ui.kit import text
from race.ui.kit.layout import Rect, columns, grid
from race.ui.kit.theme import (
    BODY,
    LABEL,
    SECONDARY,
    SECTION,
    SMALL,
    SMALLEST_TARGET,
    Ink,
    Theme,
    Type,
)
from race.ui.kit.widgets import Tip

STRIP_FIGURES = 42
"""Height of the strip's row of numbers at 720p."""
RIM = 7
"""Room at 720p between a crate's edge and what it holds."""
CRATE_LINES = (Type(12, 600, "head"), SMALL)
"""Least types of the two lines of a flat crate."""
_USUAL = 3
"""Most rows of crates for which a dock and the road keep their usual air."""
_BESIDE = 0.36
"""Share of the board's width that the strip takes where there is no room beneath the docks."""


@dataclass(frozen=True, slots=True)
class Part:
    """What can be taken of a crate: how much, 0 for all, as written, in words, and what then stays.

    `shown_short`, `left_short` and the sign are for a narrow crate.
    """

    amount: int
    shown: str
    words: str
    left: str = ""
    shown_short: str = ""
    left_short: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Crate:
    """One shipment on a dock.

    Attributes:
        key: name for the program.
        dock: key of the dock it stands on.
        amount: number of chips as written; `amount_short` for a narrow crate, empty for the same.
        payer_ink: colour of the stripe, the side that paid.
        payer: who paid, in words.
        payer_short: the same for a narrow crate; empty shortens with an ellipsis.
        when: when it comes, in words, `when_short` for a narrow crate; empty where it does not matter.
        foreign: whether a crate with room for one of both says who paid, and not when it comes.
        tag: words of the orange tag when the payer is not the dock's side; empty for none.
        tag_short: the same for a narrow crate; where neither has room, a sign says it.
        kind: the generation of the chips in a word, where a crate has room for it; empty for none.
        tip: tooltip.
        bound: reason why it cannot be moved at all; empty when it can.
        parts: what can be taken of it, the whole first; empty when it moves whole or not at all.
        kept: whether it moved this month, and so stands on the first page of its dock.
    """

    key: str
    dock: str
    amount: str
    payer_ink: Ink
    payer: str
    payer_short: str = ""
    tag: str = ""
    tip: Tip | None = None
    bound: str = ""
    amount_short: str = ""
    parts: tuple[Part, ...] = ()
    when: str = ""
    when_short: str = ""
    foreign: bool = False
    tag_short: str = ""
    kind: str = ""
    kept: bool = False

    def taken(self, part: Part) -> "Crate":
        """Return the crate that is in the hand when a part of this one is."""
        if not part.amount:
            return self
        told = replace(self, when=part.words, when_short=part.sign, foreign=False, tag="")
        return replace(told, amount=part.shown, amount_short=part.shown_short)

    def left(self, part: Part) -> "Crate":
        """Return the crate that stays when a part of this one goes."""
        return replace(self, amount=part.left, amount_short=part.left_short)


@dataclass(frozen=True, slots=True)
class Dock:
    """One place: key, name, its side's colour, how full it is (0 to 1) and that in words, number of slots.

    Of the captions the first that fits is written. Crates without a slot stand on further pages, of which
    `crowd` tells; `page` and `more` say which crates are seen and how many are not, empty for one page.
    """

    key: str
    name: str
    colour: Ink
    fill: float
    captions: tuple[str, ...]
    slots: int = 4
    tip: Tip | None = None
    more: str = ""
    page: str = ""
    crowd: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Chips on the way: month of arrival, amount as written, colour of the payer."""

    when: str
    amount: str
    payer_ink: Ink
    tip: Tip | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """One named number of a preview; `up` gives the arrow, `good` the colour; None leaves them out.

    `short` names it where the whole name has no room.
    """

    label: str
    shown: str
    good: bool | None = None
    up: bool | None = None
    short: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """The strip of what would follow: title, a line or two (a warning when `alarm`), up to four numbers."""

    title: str
    text: str
    effects: tuple[Effect, ...] = ()
    alarm: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class BoardSpec:
    """Everything the board shows.

    Attributes:
        title: heading; empty leaves it to the screen.
        hint: how to move a crate.
        docks: left dock, right dock.
        crates: in the order of their slots.
        transit: heading of the strip of parcels.
        parcels: nearest last, as on a road that leads to the docks.
        rest: the preview strip while nothing is lifted.
        refused: reason in words for each illegal (crate, dock, amount) move; amount 0 is the whole crate.
    """

    title: str
    hint: str
    docks: tuple[Dock, ...]
    crates: tuple[Crate, ...]
    transit: str = ""
    parcels: tuple[Parcel, ...] = ()
    rest: Preview = field(default=Preview("", ""))
    refused: Mapping[tuple[str, str, int], str] = field(default_factory=dict)

    def crate(self, key: str) -> Crate | None:
        """Return the crate of that key, or None."""
        return next((crate for crate in self.crates if crate.key == key), None)

    def on(self, dock: str) -> list[Crate]:
        """Return the crates on a dock."""
        return [crate for crate in self.crates if crate.dock == dock]

    def why_not(self, crate: str, dock: str, amount: int = 0) -> str:
        """Return why the crate, or an amount of it, may not go to the dock; empty when it may."""
        found = self.crate(crate)
        if found is None:
            return ""
        return found.bound or self.refused.get((crate, dock, amount), "")


@dataclass(frozen=True, slots=True)
class DockPlaces:
    """Where a dock's parts lie: slots of crates and empty places, then the button of its pages, or none."""

    rect: Rect
    head: Rect
    bar: Rect
    slots: tuple[Rect, ...]
    more: Rect


@dataclass(frozen=True, slots=True)
class BoardPlaces:
    """Where the parts of the board lie."""

    head: Rect
    transit: Rect
    docks: tuple[DockPlaces, ...]
    strip: Rect


def _least_dock(theme: Theme) -> int:
    """Return the height under which two rows of crates could not be read."""
    row = text.line_height(theme, BODY) + theme.px(15)
    return theme.px(35) + text.line_height(theme, BODY) + 2 * row


def roomy_crate(theme: Theme) -> int:
    """Return the height from which a crate has room for its amount and for the words under it, pixels."""
    return 2 * text.line_height(theme, LABEL) + theme.px(5) + 2 * theme.px(RIM)


def tall_crate(theme: Theme) -> int:
    """Return the height from which a crate has room for its amount and two lines under it, pixels."""
    return 3 * (text.line_height(theme, LABEL) + theme.px(2)) + 2 * theme.px(RIM)


def flat_crate(theme: Theme) -> int:
    """Return the height from which a crate of two columns has room for two lines of two words, pixels."""
    return max(SMALLEST_TARGET, sum(text.line_height(theme, kind) for kind in CRATE_LINES))


def slot_grid(area: Rect, count: int, gap: int, heights: tuple[int, int]) -> list[Rect]:
    """Return `count` equal slots in the area: two columns, more when there are too many to stay readable.

    Two columns are wider than three: they are taken where their rows have the first of the `heights`, in
    pixels. A slot with room for all its words, which the second is, grows no higher than wide.
    """
    across = next((wide for wide in (2, 3, 4) if math.ceil(count / wide) <= wide), 4)
    long, (low, tall) = math.ceil(count / 2), heights
    if (area.h - (long - 1) * gap) // long >= low:
        across = 2
    down = max(2, math.ceil(count / across))
    wide = (area.w - (across - 1) * gap) // across
    high = down * max(wide, tall + 2 * gap) + (down - 1) * gap
    flat = [place for row in grid(area.cut_top(high)[0], [1.0] * across, [1.0] * down, gap) for place in row]
    return flat[:count]


def _dock_places(theme: Theme, rect: Rect, count: int, most: int, foot: int = 0) -> DockPlaces:
    """Return the places of a dock's parts; its slots are as large as those of a dock with `most`.

    The button of its pages lies beside the last slot, or in a line of the height `foot` beneath them.
    """
    inner = rect.pad(theme.px(12), theme.px(8))
    head, rest = inner.cut_top(text.line_height(theme, BODY), theme.px(3))
    crowded = most > 2 * _USUAL
    track, rest = rest.cut_top(theme.px(4), theme.px(8 if crowded else 12))
    line, rest = rest.cut_bottom(foot, theme.px(4)) if foot else (Rect(rest.x, rest.bottom, 0, 0), rest)
    heights, rows = (flat_crate(theme), tall_crate(theme)), math.ceil(most / 2)
    spare = (rest.h - rows * heights[0]) // max(1, rows - 1)
    gap = max(1, min(theme.px(4), spare)) if crowded else theme.px(9)
    slots = tuple(slot_grid(rest, most, gap, heights)[:count])
    last = slots[-1].shift(slots[-1].w + gap, 0)
    more = last if last.right <= rect.right and not foot else line
    return DockPlaces(rect, head, track, slots, more)


def places(theme: Theme, rect: Rect, spec: BoardSpec) -> BoardPlaces:
    """Return where everything lies; a dock has a slot more than its crates, so that there is room to drop.

    The road gives way where the docks have room for the words of their crates without it only.
    """
    found = _laid(theme, rect, spec)
    if not found.transit.h or _columns(found) <= 2:  # noqa: PLR2004 - a crate of two has room for words
        return found
    bare = _laid(theme, rect, replace(spec, parcels=(), transit=""))
    return bare if _columns(bare) < _columns(found) else found


def _columns(where: BoardPlaces) -> int:
    """Return how many crates stand side by side on a dock."""
    return max((len({slot.x for slot in dock.slots}) for dock in where.docks), default=0)


def _laid(theme: Theme, rect: Rect, spec: BoardSpec) -> BoardPlaces:
    titled = bool(spec.title)
    high = text.line_height(theme, SECTION) + theme.px(4) if titled else 0
    head, rest = rect.cut_top(high, theme.px(10) if titled else 0)
    words = max(
        2 * text.line_height(theme, SECONDARY) + theme.px(12), 3 * text.line_height(theme, Type(11)) + 2
    )
    high = theme.px(STRIP_FIGURES) + words
    counts = [max(dock.slots, len(spec.on(dock.key)) + 1) for dock in spec.docks]
    road, apart = _road(theme, max(counts, default=0))
    if (spec.parcels or spec.transit) and rest.h - road - apart >= _least_dock(theme):
        transit, rest = rest.cut_top(road, apart)
    else:
        transit = Rect(rest.x, rest.y, rest.w, 0)
    if rest.h - high - theme.px(10) >= _least_dock(theme):
        strip, rest = rest.cut_bottom(high, theme.px(10))
    else:
        strip, rest = rest.cut_right(round(rest.w * _BESIDE), theme.px(10))
    spots = columns(rest, [1.0] * len(counts), theme.px(10))
    docks = _side_by_side(theme, spots, counts, [bool(dock.page) for dock in spec.docks])
    slots = [slot for dock in docks for slot in dock.slots]
    size = min((slot.w for slot in slots), default=0), min((slot.h for slot in slots), default=0)
    return BoardPlaces(head, transit, tuple(_alike(dock, size) for dock in docks), strip)


def _side_by_side(theme: Theme, spots: list[Rect], counts: list[int], paged: list[bool]) -> list[DockPlaces]:
    """Return the places of the docks' parts; where a button of pages has no room, all slots make way."""
    found = list[DockPlaces]()
    for foot in (0, max(SMALLEST_TARGET, text.line_height(theme, LABEL) + theme.px(4))):
        pairs = zip(spots, counts, strict=True)
        found = [_dock_places(theme, spot, count, max(counts), foot) for spot, count in pairs]
        if all(place.more.h for place, turns in zip(found, paged, strict=True) if turns):
            break
    return found


def _road(theme: Theme, most: int) -> tuple[int, int]:
    """Return the height of the road and the room under it, pixels: both give way to a dock with `most`."""
    if most > 2 * (_USUAL + 1):
        return text.line_height(theme, SECONDARY) + 2, theme.px(6)
    return theme.px(32), theme.px(12)


def _alike(dock: DockPlaces, size: tuple[int, int]) -> DockPlaces:
    """Return a dock whose slots have one size: a pixel more would write a number larger than the next."""
    return replace(dock, slots=tuple(Rect(slot.x, slot.y, *size) for slot in dock.slots))


def crate_places(spec: BoardSpec, where: BoardPlaces) -> dict[str, Rect]:
    """Return the slot of each crate by its key."""
    found: dict[str, Rect] = {}
    for dock, place in zip(spec.docks, where.docks, strict=True):
        found |= {crate.key: slot for crate, slot in zip(spec.on(dock.key), place.slots, strict=False)}
    return found


def free_slot(spec: BoardSpec, where: BoardPlaces, dock: str) -> Rect | None:
    """Return the slot the next crate on a dock would take."""
    for each, place in zip(spec.docks, where.docks, strict=True):
        taken = len(spec.on(dock))
        if each.key == dock and taken < len(place.slots):
            return place.slots[taken]
    return None
