"""Sheets that open over the game: all news, the pause menu."""

from collections.abc import Sequence

import pygame
from typing_extensions import override

from race.speech import _
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect, rows
from race.ui.kit.theme import BODY, BODY_LARGE, HEADLINE, SECONDARY
from race.ui.kit.widgets import Button, ButtonSpec, Row, Widget
from race.ui.pieces.lists.headed import HeadedList
from race.ui.present import news
from race.ui.screens import looks
from race.ui.screens.game import Game
from race.ui.screens.past.saves import Saves
from race.ui.screens.screen import Desk, Titled, Wish

__all__ = ["ListSheet", "Pause", "Titled", "all_news", "nothing"]


class ListSheet(Titled):
    """A long list with the chosen line in full beneath it."""

    part = (0.74, 0.84)

    def __init__(self, desk: Desk, title: str, lines: tuple[Row, ...], shares: tuple[float, float]) -> None:
        """Show the rows; `shares` are those of the middle and the right column."""
        super().__init__(desk)
        self.title = title
        self.lines = lines
        self.shares = shares
        self.lay()
        self.stage.focus_on("list")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @property
    @override
    def box(self) -> Rect:
        """The panel's place: as high as its lines need, not higher than a sheet may be."""
        theme, most = self.desk.theme, super().box
        above = max(theme.row, text.line_height(theme, HEADLINE)) + theme.px(12) + 2 * theme.px(18)
        high = above + max(3, len(self.lines)) * theme.row + self._foot(most.w)
        return self.desk.area.middle(most.w, min(most.h, high))

    def _foot(self, wide: int) -> int:
        """Return the height of the words beneath: none where every line of so wide a panel says all."""
        theme = self.desk.theme
        room = wide - 2 * theme.px(24) - theme.px(40)
        said = [row for row in self.lines if isinstance(row.tip, str)]
        if all(row.tip == row.text and text.width(theme, row.text, BODY) <= room for row in said):
            return 0
        return 2 * text.line_height(theme, BODY_LARGE) + theme.px(10)

    def _parts(self) -> tuple[Rect, Rect]:
        foot, rest = self.body().cut_bottom(self._foot(self.box.w))
        return rest, foot.cut_bottom(max(0, foot.h - self.desk.theme.px(10)))[0]

    @override
    def controls(self) -> Sequence[Widget]:
        middle, right = self.shares
        old, lines = self.stage.find("list"), [row.key for row in self.lines if not row.head]
        chosen = old.spec.chosen if isinstance(old, ListBox) else lines[0] if lines else ""
        spec = ListSpec(self.lines, chosen, middle_share=middle, right_share=right)
        return [HeadedList("list", self._parts()[0], self.desk.theme, spec), self.close_button()]

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        box = self.stage.find("list")
        chosen = box.spec.chosen if isinstance(box, ListBox) else ""
        row = next((row for row in self.lines if row.key == chosen), None)
        if row is not None and isinstance(row.tip, str) and self._parts()[1].h:
            theme, palette = self.desk.theme, self.desk.theme.palette
            text.put_lines(surface, theme, self._parts()[1], row.tip, BODY_LARGE, colour=palette.text2)


def all_news(desk: Desk, game: Game) -> ListSheet:
    """Return the news of the whole game, the latest month first."""
    palette, lines = desk.theme.palette, []
    for report in reversed(game.session.reports):
        told = looks.news_rows(news.of_month(game.session, report), palette)
        if told:
            lines.append(Row(f"{report.month}", looks.date(report.month), head=True))
        lines += [
            Row(f"{report.month}.{row.key}", row.text, row.icon, row.icon_ink, tip=row.text) for row in told
        ]
    return ListSheet(desk, _("News"), tuple(lines) or (nothing(),), (0.0, 0.0))


def nothing() -> Row:
    """Return the row of a list that is empty."""
    return Row("none", _("Nothing yet."), faint=True)


class Pause(Titled):
    """Resume, save, load, menu, quit."""

    part = (0.34, 0.66)

    def __init__(self, desk: Desk, game: Game) -> None:
        """Stop over a game."""
        super().__init__(desk)
        self.game = game
        self.lay()
        self.stage.focus_on("resume")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @override
    def lay(self) -> None:
        self.title = _("Paused")
        super().lay()

    @property
    @override
    def box(self) -> Rect:
        theme = self.desk.theme
        return self.desk.area.pad(theme.px(12)).middle(theme.px(420), theme.px(620))

    @override
    def controls(self) -> Sequence[Widget]:
        theme = self.desk.theme
        words = (
            ("resume", _("Resume"), "primary"),
            ("save_as", _("Save as…"), "secondary"),
            ("load", _("Load…"), "secondary"),
            ("rewind", _("Look back…"), "secondary"),
            ("autoplay", _("Hand over the seat…"), "secondary"),
            ("settings", _("Settings"), "secondary"),
            ("menu", _("To the menu"), "secondary"),
            ("quit", _("Quit"), "secondary"),
        )
        foot = text.line_height(theme, SECONDARY) * 2
        places = rows(self.body().cut_bottom(foot, theme.px(10))[1], [1.0] * len(words), theme.px(10))
        found: list[Widget] = [self.close_button()]
        for (key, label, kind), place in zip(words, places, strict=True):
            spec = ButtonSpec(
                label,
                "primary" if kind == "primary" else "secondary",
                large=kind == "primary" and not theme.large,
                key=self.desk.keys.shown(key),
            )
            found.append(Button(key, place, theme, spec))
        return found

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette = self.desk.theme, self.desk.theme.palette
        foot = self.body().cut_bottom(text.line_height(theme, SECONDARY) * 2)[0]
        words = _(
            "Every finished month is saved automatically, this month's orders when you leave. Seed {seed}."
        )
        shown = words.format(seed=self.game.session.seed)
        text.put_lines(surface, theme, foot, shown, SECONDARY, colour=palette.text3)

    @override
    def take(self, action: Action) -> Wish | None:
        name = action.subject if action.name == "press" else action.name
        match name:
            case "resume":
                return Wish("close")
            case "save_as" | "load":
                return Wish("open", Saves(self.desk, self.game.shelf, self.game, naming=name == "save_as"))
            case "rewind" | "autoplay":
                return Wish(name, value=self.game)
            case "menu" | "quit" | "settings":
                return Wish(name)
            case _:
                return super().take(action)
