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
from race.ui.kit.theme import BODY, SECTION
from race.ui.kit.widgets import Row, Widget
from race.ui.present import routine
from race.ui.screens.game import Game
from race.ui.screens.overlays import ListSheet, Titled
from race.ui.screens.screen import Desk, Wish


class RoutineSheet(Titled):
    """Switch standing orders on and off."""

    part = (0.66, 0.8)

    def __init__(self, desk: Desk, game: Game) -> None:
        """Show what stands."""
        super().__init__(desk)
        self.game = game
        self.title = _("Left to the lab's officers")
        self.lay()
        self.stage.focus_on("list")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    def _parts(self) -> tuple[Rect, Rect]:
        body = self.body()
        return body.cut_bottom(round(body.h * 0.44), self.desk.theme.px(14))

    @override
    def controls(self) -> Sequence[Widget]:
        theme, palette = self.desk.theme, self.desk.theme.palette
        rows = tuple(
            Row(
                each.key,
                each.text,
                "tick" if each.on else "circle",
                palette.lab if each.on else palette.strong,
                right=_("stands") if each.on else _("yours"),
                right_ink=palette.lab if each.on else palette.text3,
            )
            for each in routine.left(self.game.session)
        )
        old = self.stage.find("list")
        chosen = old.spec.chosen if isinstance(old, ListBox) else rows[0].key
        spec = ListSpec(rows, chosen, right_share=0.16)
        return [ListBox("list", self._parts()[1], theme, spec), self.close_button()]

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette = self.desk.theme, self.desk.theme.palette
        foot = self._parts()[0]
        head, rest = foot.cut_top(text.line_height(theme, SECTION), theme.px(6))
        text.put(surface, theme, head, _("This month they will order"), SECTION)
        told = "\n".join(routine.coming(self.game.session)) or _("Nothing.")
        note = _("They take no attention, and leave alone whatever you order yourself.")
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


def stopped(desk: Desk, halt: Halt) -> ListSheet:
    """Return the sheet that says why a game stopped that ran by itself."""
    ink = desk.theme.palette.warning
    rows = tuple(
        Row(f"reason.{place}", words, "alert", ink, tip=words)
        for place, words in enumerate(routine.halted(halt))
    )
    return ListSheet(desk, _("Months passed: {n}. What asks for you").format(n=halt.months), rows, (0.0, 0.0))
