"""Standing orders as a sheet: what is left to the lab's officers, and what they will order this month."""

from collections.abc import Sequence

import pygame
from typing_extensions import override

from race.session.asking import Halt
from race.speech import _
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, HEADLINE, SECTION
from race.ui.kit.widgets import Row, Widget
from race.ui.pieces.lists.switches import Switches
from race.ui.present import routine
from race.ui.screens.game import Game
from race.ui.screens.overlays import ListSheet, Titled
from race.ui.screens.screen import Desk, Wish

_ORDERS = 3
"""Orders that have room under the switches, at least."""


class RoutineSheet(Titled):
    """Switch standing orders on and off."""

    part = (0.66, 0.8)

    def __init__(self, desk: Desk, game: Game) -> None:
        """Show what stands."""
        super().__init__(desk)
        self.game = game
        self.coming: tuple[str, ...] = ()
        """What the officers will order this month, in words."""
        self.title = _("Left to the lab's officers")
        self.lay()
        self.stage.focus_on("list")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @override
    def lay(self) -> None:
        self.coming = routine.coming(self.game.session)
        super().lay()

    @property
    @override
    def box(self) -> Rect:
        """The panel's place: as high as the switches and what the officers will order need."""
        theme, most = self.desk.theme, super().box
        above = max(theme.row, text.line_height(theme, HEADLINE)) + theme.px(12) + 2 * theme.px(18)
        high = above + len(routine.names()) * theme.row + theme.px(14) + self._foot(most.w)
        return self.desk.area.middle(most.w, min(most.h, high))

    def _foot(self, wide: int) -> int:
        """Return the height of what stands under the switches, with room for some orders more."""
        theme = self.desk.theme
        room = wide - 2 * theme.px(24)
        lines = max(_ORDERS, len(self.coming)) * text.line_height(theme, BODY)
        note = text.lines_height(theme, self._note(), BODY, room)
        return text.line_height(theme, SECTION) + theme.px(6) + note + lines

    @staticmethod
    def _note() -> str:
        return _("They take no attention, and leave alone whatever you order yourself.")

    def _parts(self) -> tuple[Rect, Rect]:
        body = self.body()
        foot = min(self._foot(self.box.w), round(body.h * 0.44))
        return body.cut_bottom(foot, self.desk.theme.px(14))

    @override
    def controls(self) -> Sequence[Widget]:
        found = routine.left(self.game.session)
        rows = tuple(Row(each.key, each.text, right=_("stands") if each.on else _("yours")) for each in found)
        old = self.stage.find("list")
        chosen = old.spec.chosen if isinstance(old, ListBox) else rows[0].key
        spec = ListSpec(rows, chosen, right_share=0.16)
        on = frozenset(each.key for each in found if each.on)
        return [Switches("list", self._parts()[1], self.desk.theme, spec, on), self.close_button()]

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette = self.desk.theme, self.desk.theme.palette
        foot = self._parts()[0]
        head, rest = foot.cut_top(text.line_height(theme, SECTION), theme.px(6))
        text.put(surface, theme, head, _("This month they will order"), SECTION)
        told = "\n".join(self.coming) or _("Nothing: all of it is yours.")
        note = self._note()
        text.put_lines(surface, theme, rest, f"{note}\n{told}", BODY, colour=palette.text2)

    @override
    def take(self, action: Action) -> Wish | None:
        box = self.stage.find("list")
        meant = action.name in ("open", "confirm") or (action.name == "select" and not self.stage.by_keys)
        if meant and isinstance(box, ListBox):
            routine.turned(self.game.session, box.spec.chosen)
            self.desk.play("press")
            self.lay()
            return None
        if action.name == "routine":
            return Wish("close")
        return super().take(action)


class StoppedSheet(ListSheet):
    """Why a game stopped that ran by itself; a reason leads to the orders that answer it."""

    def __init__(self, desk: Desk, halt: Halt) -> None:
        """List the reasons."""
        self.groups = routine.groups(halt)
        ink = desk.theme.palette.warning
        rows = tuple(
            Row(str(place), words, "alert", ink, right=_("orders") if self.groups[place] else "", tip=words)
            for place, words in enumerate(routine.halted(halt))
        )
        title = _("Months passed: {n}. What asks for you").format(n=halt.months)
        super().__init__(desk, title, rows, (0.0, 0.14))

    @override
    def take(self, action: Action) -> Wish | None:
        if action.name == "run_on":  # the key that stopped here goes on from here
            return Wish("beneath", value=action)
        meant = action.name == "open" or (action.name == "select" and not self.stage.by_keys)
        if not meant:
            return super().take(action)
        group = self.groups[int(str(action.value))]
        return Wish("beneath", value=Action("follow", group)) if group else Wish("close")
