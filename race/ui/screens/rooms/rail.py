"""The rail at the left of a room: a door to every other room, wing by wing."""

from collections.abc import Mapping
from typing import Final

from race.speech import _
from race.ui.kit import text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import SMALLEST_TARGET, Theme
from race.ui.kit.widgets import ButtonSpec, Widget
from race.ui.pieces.rooms.rail import NAME, RailDoor
from race.ui.present.rooms import plan

TO: Final = "to."
"""What the name of a door begins with; the room's follows."""
_GAP: Final = 2
_WIDER: Final = 8
"""Pixels between two doors, and between two wings."""


def rail_width(theme: Theme, high: int) -> int:
    """Return the width of a rail of a height: the longest name's, or a sign's where names have no room."""
    signs = max(SMALLEST_TARGET, theme.px(36))
    if not _named(theme, high):
        return signs
    return max(signs, *(text.width(theme, _(room.short), NAME) + theme.px(6) for room in plan.ROOMS))


def rail(theme: Theme, place: Rect, here: str, keys: Mapping[str, str]) -> list[Widget]:
    """Return the doors; `here` is the room one is in, `keys` the key of each room as it is written."""
    found, named, room = list[Widget](), _named(theme, place.h), _each(theme, place.h)
    side = min(room, RailDoor.height(theme)) if named else max(SMALLEST_TARGET, min(theme.px(36), room))
    y, wing = place.y, plan.ROOMS[0].wing
    for one in plan.ROOMS:
        y += theme.px(_WIDER) - theme.px(_GAP) if one.wing != wing else 0
        wing = one.wing
        tip = _("{room} ({key})").format(room=_(one.title), key=keys[one.name])
        spec = ButtonSpec("", "secondary" if one.name == here else "quiet", icon=one.icon, tip=tip)
        words = _(one.short) if named else ""
        found.append(RailDoor(TO + one.name, Rect(place.x, y, place.w, side), theme, spec, words))
        y += side + theme.px(_GAP)
    return found


def _each(theme: Theme, high: int) -> int:
    """Return the height that each door can have."""
    gaps = theme.px(_GAP) * (len(plan.ROOMS) - 1) + theme.px(_WIDER) * (len(plan.WINGS) - 1)
    return (high - gaps) // len(plan.ROOMS)


def _named(theme: Theme, high: int) -> bool:
    """Tell whether the doors can bear their names: letters of the usual size, and height enough."""
    return theme.text_scale <= 1.0 and _each(theme, high) >= RailDoor.height(theme)
