"""When the program itself fails: what is known is written down, and the last month can be played again."""

import traceback
from collections.abc import Sequence
from pathlib import Path

import pygame
from typing_extensions import override

from race import __version__
from race.speech import _
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY_LARGE, DEBRIEF
from race.ui.kit.widgets import Button, ButtonSpec, Widget
from race.ui.screens.screen import Desk, Screen, Wish


def write_report(folder: Path, problem: BaseException) -> Path | None:
    """Write what went wrong to a new file beside the saves and return it, or None when that fails too."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"failure-{len(list(folder.glob('failure-*.txt'))) + 1:03d}.txt"
        lines = "".join(traceback.format_exception(problem))
        path.write_text(f"Diverted {__version__}\n{lines}", encoding="utf-8")
    except OSError:
        return None
    return path


class Failure(Screen):
    """Says that the program failed, where the report is, and offers the last saved month."""

    def __init__(self, desk: Desk, report: Path | None, *, can_go_on: bool) -> None:
        """Show the report's place; `can_go_on` when there is a good save."""
        super().__init__(desk)
        self.report = report
        self.can_go_on = can_go_on
        self.lay()
        self.stage.focus_on("continue" if can_go_on else "menu")

    def column(self) -> Rect:
        """Return the column of words and buttons."""
        area, theme = self.desk.area, self.desk.theme
        return area.middle(min(theme.px(640), area.w - theme.px(40)), theme.px(250))

    @override
    def controls(self) -> Sequence[Widget]:
        theme = self.desk.theme
        foot = self.column().cut_bottom(theme.px(50))[0]
        found: list[Widget] = []
        if self.can_go_on:
            place, foot = foot.cut_left(theme.px(310), theme.px(12))
            spec = ButtonSpec(_("Resume from last month"), "primary", key="Enter")
            found.append(Button("continue", place, theme, spec))
        place, foot = foot.cut_left(theme.px(130), theme.px(12))
        found.append(Button("menu", place, theme, ButtonSpec(_("Menu"))))
        place, _rest = foot.cut_left(theme.px(130))
        found.append(Button("quit", place, theme, ButtonSpec(_("Quit"))))
        return found

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette = self.desk.theme, self.desk.theme.palette
        title, rest = self.column().cut_top(text.line_height(theme, DEBRIEF), theme.px(12))
        text.put(surface, theme, title, _("The game has failed"), DEBRIEF)
        words = _("This is a mistake in the program, not in your play. Every finished month is saved.")
        if self.report is not None:
            report = _("What happened is written in {file}.").format(file=str(self.report))
            words = f"{words}\n{report}"
        text.put_lines(surface, theme, rest, words, BODY_LARGE, colour=palette.text2)

    @override
    def take(self, action: Action) -> Wish | None:
        if action.name == "press":
            return Wish(action.subject)
        if action.name == "confirm" and self.can_go_on:
            return Wish("continue")
        return Wish("menu") if action.name == "cancel" else None
