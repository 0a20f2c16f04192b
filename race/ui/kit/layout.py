"""Cuts a rectangle into rows, columns and grids: whole pixels, no overlap, nothing leaves its parent."""

from collections.abc import Sequence
from typing import NamedTuple


class Rect(NamedTuple):
    """Rectangle of whole pixels; it is a plain 4-tuple, so pygame accepts it where a rectangle is wanted."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """First column to the right of the rectangle, pixels."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """First row under the rectangle, pixels."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[int, int]:
        """Middle point, pixels."""
        return self.x + self.w // 2, self.y + self.h // 2

    def holds(self, point: tuple[int, int]) -> bool:
        """Tell whether the point lies inside, left and top edges included."""
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom

    def meets(self, other: "Rect") -> bool:
        """Tell whether the two rectangles share at least one pixel."""
        across = self.x < other.right and other.x < self.right
        down = self.y < other.bottom and other.y < self.bottom
        return across and down and min(self.w, self.h, other.w, other.h) > 0

    def within(self, parent: "Rect") -> bool:
        """Tell whether the rectangle lies wholly inside its parent."""
        across = parent.x <= self.x and self.right <= parent.right
        return across and parent.y <= self.y and self.bottom <= parent.bottom

    def pad(self, across: int, down: int | None = None) -> "Rect":
        """Return the rectangle with its sides moved in (or out, below zero), never smaller than empty."""
        high = across if down is None else down
        dx, dy = min(across, self.w // 2), min(high, self.h // 2)
        return Rect(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def shift(self, dx: int, dy: int) -> "Rect":
        """Return the rectangle moved by so many pixels."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def middle(self, w: int, h: int) -> "Rect":
        """Return a box of the given size centred in this one, cut to fit."""
        wide, high = min(w, self.w), min(h, self.h)
        return Rect(self.x + (self.w - wide) // 2, self.y + (self.h - high) // 2, wide, high)

    def clamp(self, parent: "Rect") -> "Rect":
        """Return the rectangle moved (not resized unless too large) to lie inside its parent."""
        w, h = min(self.w, parent.w), min(self.h, parent.h)
        x = max(parent.x, min(self.x, parent.right - w))
        y = max(parent.y, min(self.y, parent.bottom - h))
        return Rect(x, y, w, h)

    def cut_top(self, size: int, gap: int = 0) -> tuple["Rect", "Rect"]:
        """Split into the top strip and the rest below the gap."""
        taken = max(0, min(size, self.h))
        start = min(self.h, taken + gap)
        return Rect(self.x, self.y, self.w, taken), Rect(self.x, self.y + start, self.w, self.h - start)

    def cut_bottom(self, size: int, gap: int = 0) -> tuple["Rect", "Rect"]:
        """Split into the bottom strip and the rest above the gap."""
        taken = max(0, min(size, self.h))
        left = max(0, self.h - taken - gap)
        return Rect(self.x, self.bottom - taken, self.w, taken), Rect(self.x, self.y, self.w, left)

    def cut_left(self, size: int, gap: int = 0) -> tuple["Rect", "Rect"]:
        """Split into the left strip and the rest beyond the gap."""
        taken = max(0, min(size, self.w))
        start = min(self.w, taken + gap)
        return Rect(self.x, self.y, taken, self.h), Rect(self.x + start, self.y, self.w - start, self.h)

    def cut_right(self, size: int, gap: int = 0) -> tuple["Rect", "Rect"]:
        """Split into the right strip and the rest before the gap."""
        taken = max(0, min(size, self.w))
        left = max(0, self.w - taken - gap)
        return Rect(self.right - taken, self.y, taken, self.h), Rect(self.x, self.y, left, self.h)


class Track(NamedTuple):
    """One row or column: its share of the room (0 or more) and its least size in pixels."""

    weight: float = 1.0
    least: int = 0


def _tracks(parts: Sequence[Track | float]) -> list[Track]:
    return [part if isinstance(part, Track) else Track(float(part)) for part in parts]


def _shares(total: int, tracks: list[Track]) -> list[float]:
    """Give each track its least size, then share what is left by weight."""
    wanted = sum(track.least for track in tracks)
    if wanted >= total:
        return [track.least * total / wanted if wanted else 0.0 for track in tracks]
    sizes = [float(track.least) for track in tracks]
    free = {index for index, track in enumerate(tracks) if track.weight > 0}
    while free:
        room = total - sum(size for index, size in enumerate(sizes) if index not in free)
        weight = sum(tracks[index].weight for index in free)
        short = {i for i in free if room * (tracks[i].weight / weight) < tracks[i].least}
        if not short:
            for index in free:
                sizes[index] = room * (tracks[index].weight / weight)
            break
        free -= short
    return sizes


def spans(total: int, parts: Sequence[Track | float], gap: int = 0) -> list[tuple[int, int]]:
    """Split a length into (start, size) pairs.

    Args:
        total: length to share, pixels, 0 or more.
        parts: a weight, or a Track with a least size, for each part.
        gap: pixels between neighbours; shrinks when there is no room for it.

    Returns:
        One pair a part, in order, without overlap; with any positive weight the last one ends at `total`.
    """
    tracks = _tracks(parts)
    if not tracks:
        return []
    joints = len(tracks) - 1
    space = min(gap, total // joints) if joints else 0
    edge, pairs = 0.0, []
    for index, size in enumerate(_shares(total - space * joints, tracks)):
        start = round(edge)
        edge += size
        pairs.append((start + space * index, round(edge) - start))
    return pairs


def rows(rect: Rect, parts: Sequence[Track | float], gap: int = 0) -> list[Rect]:
    """Cut the rectangle into rows, top first."""
    return [Rect(rect.x, rect.y + start, rect.w, size) for start, size in spans(rect.h, parts, gap)]


def columns(rect: Rect, parts: Sequence[Track | float], gap: int = 0) -> list[Rect]:
    """Cut the rectangle into columns, left first."""
    return [Rect(rect.x + start, rect.y, size, rect.h) for start, size in spans(rect.w, parts, gap)]


def grid(
    rect: Rect,
    across: Sequence[Track | float],
    down: Sequence[Track | float],
    gap: int = 0,
) -> list[list[Rect]]:
    """Cut the rectangle into a grid; the outer list holds rows, top first."""
    return [columns(row, across, gap) for row in rows(rect, down, gap)]


def push_apart(wanted: Sequence[float], size: float, low: float, high: float) -> list[float]:
    """Move label centres apart so that none are closer than `size`, as near as possible to where wanted.

    Args:
        wanted: centres in any order.
        size: least distance between two centres.
        low: smallest allowed centre.
        high: largest allowed centre.

    Returns:
        New centres in the order given. When there is no room for all, they share it evenly.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    step = min(size, (high - low) / (len(order) - 1)) if len(order) > 1 else size
    blocks: list[tuple[float, list[int]]] = []
    for index in order:
        middle, members = min(max(wanted[index], low), high), [index]
        while True:
            half = step * (len(members) - 1) / 2
            middle = min(max(middle, low + half), max(low + half, high - half))
            if (
                not blocks
                or blocks[-1][0] + step * (len(blocks[-1][1]) - 1) / 2 + step <= middle - half + 1e-9
            ):
                break
            before, earlier = blocks.pop()
            both = len(earlier) + len(members)
            middle = (before * len(earlier) + middle * len(members)) / both
            members = earlier + members
        blocks.append((middle, members))
    placed = [0.0] * len(wanted)
    for middle, members in blocks:
        for place, index in enumerate(members):
            placed[index] = middle + step * (place - (len(members) - 1) / 2)
    return placed
