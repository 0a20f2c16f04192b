"""The plan of the ground: what stands where, walked with the arrows, chosen by click, Space or Enter."""

from collections.abc import Mapping
from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Ink, Theme
from race.ui.kit.widgets import Tip, Widget
from race.ui.pieces.yards import drawn
from race.ui.pieces.yards.places import placed
from race.ui.present.rooms.yards.ground import Ground

_ASIDE = 3
"""How much more a step aside weighs than one ahead, when the next thing in a direction is looked for."""


@dataclass(frozen=True, slots=True)
class PlanSpec:
    """What the plan shows: ground, the chosen thing, marker and colour of each other lab."""

    ground: Ground
    chosen: str
    signs: Mapping[str, tuple[str, Ink]]


class GroundPlan(Widget):
    """Asks `Action("select", name, key)` for whatever stands in the plan."""

    follows_mouse = True

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: PlanSpec) -> None:
        """Place everything."""
        super().__init__(name, rect, theme)
        self.spec = spec
        self.places = placed(theme, rect, spec.ground)
        self.items = dict(self.places.items())
        self._spot = (-1, -1)

    def at(self, point: tuple[int, int]) -> str:
        """Return the key of what lies under a point, empty for nothing."""
        return next((key for key, place in self.items.items() if place.holds(point)), "")

    @property
    @override
    def tip(self) -> Tip | None:
        """What is under the mouse says in words, or what is chosen while the keys are here."""
        return self._tips().get(self.spec.chosen if self.focused else self.at(self._spot))

    def _tips(self) -> dict[str, str]:
        ground, found = self.spec.ground, dict[str, str]()
        for yard in ground.yards:
            found[f"weigh.{yard.side}"] = f"{yard.name}. {yard.weight}. {yard.power}."
            found |= {lot.key: "\n".join(lot.told) for lot in yard.lots}
            found |= {plot.key: "\n".join([plot.title, *filter(None, plot.told)]) for plot in yard.plots}
        return found | {one.key: "\n".join(one.told) for one in ground.neighbours}

    @override
    def chosen(self) -> Action | None:
        key = self.at(self._spot)
        return Action("select", self.name, key) if key else None

    @override
    def act(self, action: Action) -> Action | None:
        """Walk with the arrows to the next thing there; Home and End go to the first and the last."""
        keys = list(self.items)
        if action.name in ("first", "last"):
            return Action("select", self.name, keys[0 if action.name == "first" else -1])
        steps = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
        if action.name in ("press", "confirm"):
            return Action("select", self.name, self.spec.chosen if self.spec.chosen in keys else keys[0])
        if action.name not in steps:
            return None
        return Action("select", self.name, self._next(steps[action.name]))

    def _next(self, step: tuple[int, int]) -> str:
        """Return the nearest thing in a direction, or the chosen one when there is none."""
        here = self.items.get(self.spec.chosen)
        if here is None:
            return next(iter(self.items))
        best, least = self.spec.chosen, float("inf")
        for key, place in self.items.items():
            dx, dy = place.centre[0] - here.centre[0], place.centre[1] - here.centre[1]
            ahead = dx * step[0] + dy * step[1]
            aside = abs(dx * step[1] + dy * step[0])
            if ahead > 0 and ahead + _ASIDE * aside < least:
                best, least = key, ahead + _ASIDE * aside
        return best

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw yards, roads, plots and neighbours."""
        lit = self.at(self._spot) if self.hovered else ""
        brush = drawn.Brush(surface, self.theme, self.spec.chosen, lit)
        for each in self.places.yards:
            brush.yard(each, self.places.measure)
            if not each.lots and all(one.power_kw for one, _place in each.planned):
                brush.nothing(each, self.spec.ground.nothing)
        brush.strip(self.places, self.spec.ground, self.spec.signs)
        self.ring(surface, self.theme.px(10))
