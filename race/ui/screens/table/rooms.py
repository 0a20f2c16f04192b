"""The one list of what opens over the table, and the sheet that shows the way to all of it.

A room joins by a line in `race.ui.present.rooms.plan` and its opener here.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import pygame
from typing_extensions import override

from race.speech import _
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import HEADLINE, SECTION, Ink
from race.ui.kit.widgets import Widget
from race.ui.pieces.rooms.card import DoorCard, Leads
from race.ui.present.rooms import plan
from race.ui.screens import overlays
from race.ui.screens.ahead.charts import ChartsScreen
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.game import Game
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.rooms.counts import CountsRoom
from race.ui.screens.rooms.page import opener
from race.ui.screens.screen import Desk, Screen, Titled, Wish
from race.ui.screens.sheets.file import file_sheet
from race.ui.screens.sheets.house import HouseSheet
from race.ui.screens.sheets.papers import PapersSheet
from race.ui.screens.sheets.routine import RoutineSheet

OPENERS: Final[Mapping[str, Callable[[Desk, Game], Screen]]] = {
    "charts": ChartsScreen,
    "war_room": WarRoom,
    "news": overlays.all_news,
    "papers": PapersSheet,
    "books": opener("books"),
    "chips": opener("chips"),
    "people": opener("people"),
    "hall": opener("hall"),
    "promises": opener("promises"),
    "cases": opener("cases"),
    "score": CountsRoom,
    "house": HouseSheet,
    "file": file_sheet,
    "orders": OrdersPanel,
    "routine": RoutineSheet,
}
"""Who opens each room of the plan."""


def room(name: str, desk: Desk, game: Game) -> Screen | None:
    """Return the room of a name, or None for what is none."""
    if name == "rooms":
        return RoomsSheet(desk, game)
    opener = OPENERS.get(name)
    return opener(desk, game) if opener else None


class RoomsSheet(Titled):
    """Every room by wing, with what waits in it now."""

    part = (0.88, 0.72)

    def __init__(self, desk: Desk, game: Game) -> None:
        """Show the whole plan."""
        super().__init__(desk)
        self.game = game
        self.lay()
        self.stage.focus_on(plan.ROOMS[0].name)
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @override
    def lay(self) -> None:
        self.title = _("Where to")
        self.notes, self.briefs = plan.notes(self.game.session), plan.briefs(self.game.session)
        super().lay()

    @property
    @override
    def box(self) -> Rect:
        """The panel, no higher than its cards need."""
        theme, wide = self.desk.theme, super().box
        most = self._most()
        head = max(theme.row, text.line_height(theme, HEADLINE)) + text.line_height(theme, SECTION)
        cards = most * (DoorCard.height(theme) + theme.px(10))
        return self.desk.area.middle(wide.w, min(wide.h, head + cards + theme.px(18 + 18 + 12 + 10)))

    def _doors(self, wing: str) -> tuple[plan.Room, ...]:
        """Return the rooms of a wing, and the ways out that start there."""
        ways = tuple(way for way in plan.ways(self.game.session) if way.wing == wing)
        return (*plan.in_wing(wing), *ways)

    def _most(self) -> int:
        """Return the cards of the longest wing."""
        return max(len(self._doors(wing)) for wing in plan.WINGS)

    def wings(self) -> list[tuple[str, Rect, Rect, Ink]]:
        """Return each wing with the places of its heading and of its cards, and its colour."""
        theme, palette = self.desk.theme, self.desk.theme.palette
        inks = (palette.lab, palette.text2, palette.car, palette.text)
        found = []
        for wing, place, ink in zip(
            plan.WINGS, columns(self.body(), [1.0] * len(plan.WINGS), theme.px(18)), inks, strict=True
        ):
            head, cards = place.cut_top(text.line_height(theme, SECTION), theme.px(10))
            found.append((wing, head, cards, ink))
        return found

    @override
    def controls(self) -> Sequence[Widget]:
        theme, found = self.desk.theme, list[Widget]()
        most, wings = self._most(), self.wings()
        gap = theme.px(10)
        leads = {
            one.name: self._leads(one, ink) for wing, _head, _cards, ink in wings for one in self._doors(wing)
        }
        kind = DoorCard.kind_of(
            theme, tuple(leads.values()), min(cards.w for _wing, _head, cards, _ink in wings)
        )
        for wing, _head, cards, _ink in wings:
            high = min(DoorCard.height(theme), (cards.h - gap * (most - 1)) // most)
            for step, one in enumerate(self._doors(wing)):
                place = Rect(cards.x, cards.y + step * (high + gap), cards.w, high)
                found.append(DoorCard(one.name, place, theme, leads[one.name], kind))
        return [*found, self.close_button()]

    def _leads(self, one: plan.Room, ink: Ink) -> Leads:
        """Return what the card of a room says."""
        return Leads(
            one.icon,
            _(one.title),
            self.notes.get(one.name, ""),
            self.desk.keys.shown(one.name),
            ink,
            _(one.told),
            self.briefs.get(one.name, ""),
            _(one.brief) if one.brief else "",
        )

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme = self.desk.theme
        for wing, head, _cards, ink in self.wings():
            text.put(surface, theme, head, _(plan.WINGS[wing]), SECTION, colour=ink)

    @override
    def take(self, action: Action) -> Wish | None:
        name = action.subject if action.name == "press" else action.name
        if name == "rooms":
            return Wish("close")
        if name in {way.name for way in plan.WAYS}:
            return Wish("beneath", value=Action(name))
        found = room(name, self.desk, self.game)
        return Wish("instead", found) if found else super().take(action)
