"""The papers as a sheet: three columns under one lead, then what is heard at rivals and in the hall."""

from collections.abc import Sequence
from typing import Final

import pygame
from typing_extensions import override

from race.core.ids import LABS
from race.speech import _
from race.ui.kit import icons, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import (
    BODY,
    BODY_BOLD,
    BODY_LARGE,
    HEADLINE,
    LABEL,
    PANEL,
    SECONDARY,
    SECTION,
    Ink,
    Type,
)
from race.ui.kit.widgets import Button, ButtonSpec, Widget
from race.ui.present.guide.topics import Block
from race.ui.present.papers.editions import editions
from race.ui.present.papers.front import Column, FrontPage, Heard, page_of
from race.ui.screens import looks
from race.ui.screens.game import Game
from race.ui.screens.overlays import Titled
from race.ui.screens.screen import Desk, Screen, Wish
from race.ui.screens.sheets.page import Page

_PAIRS: Final = (
    (HEADLINE, BODY_LARGE),
    (PANEL, BODY),
    (SECTION, BODY),
    (SECTION, SECONDARY),
    (BODY_BOLD, SECONDARY),
    (BODY_BOLD, LABEL),
    (LABEL, LABEL),
)
_STEPS = {"earlier": -1, "later": 1, "page_up": -1, "page_down": 1}


class PapersSheet(Titled):
    """Read a month's papers; earlier ones are kept."""

    part = (0.92, 0.86)

    def __init__(self, desk: Desk, game: Game) -> None:
        """Open the latest papers."""
        super().__init__(desk)
        self.pages = editions(game.session)
        self.place = len(self.pages) - 1
        self.then: Screen | None = None
        """What is asked once the papers are laid aside."""
        self.page: FrontPage | None = None
        """The month that lies open, None before the first."""
        self.lay()
        self.stage.focus_on("earlier")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @override
    def lay(self) -> None:
        self.page = page_of(self.pages[self.place]) if self.pages else None
        self.title = _("The papers of {date}").format(date=self.page.date) if self.page else _("Papers")
        super().lay()

    @override
    def controls(self) -> Sequence[Widget]:
        close, theme = self.close_button(), self.desk.theme
        side, found = close.rect.w, list[Widget]()
        for step, (name, icon, tip, enabled) in enumerate(
            (
                ("later", "chevron_right", _("Later (PgDn)"), self.place < len(self.pages) - 1),
                ("earlier", "chevron_left", _("Earlier (PgUp)"), self.place > 0),
            ),
            start=1,
        ):
            rect = Rect(close.rect.x - step * (side + theme.px(8)), close.rect.y, side, side)
            why = _("There are no others.")
            found.append(
                Button(name, rect, theme, ButtonSpec("", icon=icon, tip=tip, enabled=enabled, why_not=why))
            )
        return [*found, close, *self._read()]

    def _read(self) -> list[Widget]:
        """Return the papers under each other as a page that scrolls, where the columns have no room."""
        if self.page is None or self._fits(self.page):
            return []
        blocks: list[Block] = []
        for column in self.page.columns:
            blocks += [Block("head", column.name), Block("note", column.motto), Block("lead", column.lead)]
            blocks += [Block("text", words) for words in column.small]
        for title, lines in self._heard(self.page):
            blocks += [Block("head", title), *(Block("text", heard.text) for heard in lines)]
        return [Page("read", self.body(), self.desk.theme, self.page.date, blocks)]

    @staticmethod
    def _heard(page: FrontPage) -> tuple[tuple[str, Sequence[Heard]], tuple[str, Sequence[Heard]]]:
        return (_("Heard at the rivals'"), page.rivals), (_("Heard in the hall"), page.hall)

    def _fits(self, page: FrontPage) -> bool:
        """Tell whether every line has room beside the others, in the smallest of the types at least."""
        theme, (foot, rest) = self.desk.theme, self._parts()
        places = columns(rest, [1.0] * 3, theme.px(22))
        if any(
            self._high(column, place.w, _PAIRS[-1]) > self._under(place).h
            for column, place in zip(page.columns, places, strict=True)
        ):
            return False
        for (_title, lines), place in zip(
            self._heard(page), columns(foot, [1.0] * 2, theme.px(22)), strict=True
        ):
            head = text.line_height(theme, SECTION) + theme.px(12)
            if sum(self._line_high(one, place.w, LABEL) for one in lines) > place.h - head:
                return False
        return True

    @property
    @override
    def box(self) -> Rect:
        """The panel's place: as high as the papers need, not higher than a sheet may be."""
        theme, most = self.desk.theme, super().box
        if self.page is None:
            return most
        room = most.w - 2 * theme.px(24)
        above = max(theme.row, text.line_height(theme, HEADLINE)) + theme.px(12) + 2 * theme.px(18)
        masthead = text.line_height(theme, HEADLINE) + text.line_height(theme, LABEL) + theme.px(16)
        wide = columns(Rect(0, 0, room, 1), [1.0] * 3, theme.px(22))[0].w
        highest = max(self._high(column, wide, _PAIRS[0]) for column in self.page.columns)
        high = above + masthead + highest + theme.px(14) + self._heard_high(self.page, room)
        return self.desk.area.middle(most.w, min(most.h, high))

    def _heard_high(self, page: FrontPage, wide: int) -> int:
        """Return the height of what is heard, in the largest of its types."""
        theme = self.desk.theme
        place = columns(Rect(0, 0, wide, 1), [1.0] * 2, theme.px(22))[0]
        head = text.line_height(theme, SECTION) + theme.px(20)
        return head + max(
            sum(self._line_high(one, place.w, BODY) for one in lines) for _title, lines in self._heard(page)
        )

    def _line_high(self, heard: Heard, wide: int, kind: Type) -> int:
        """Return the height of one thing heard beside its sign, with the gap under it."""
        theme = self.desk.theme
        return text.lines_height(theme, heard.text, kind, wide - theme.px(26)) + theme.px(8)

    def _parts(self) -> tuple[Rect, Rect]:
        """Return the places of what is heard and of the columns over it."""
        body = self.body()
        high = self._heard_high(self.page, body.w) if self.page else 0
        return body.cut_bottom(min(high, round(body.h * 0.36)), self.desk.theme.px(14))

    # -- drawing ----------------------------------------------------------------------------------

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, page, body = self.desk.theme, self.page, self.body()
        if page is None:
            words = _("The papers have not come out yet.")
            text.put_lines(surface, theme, body, words, BODY, colour=theme.palette.text2)
            return
        if self.stage.find("read") is not None:
            return
        foot, rest = self._parts()
        for column, place, ink in zip(
            page.columns, columns(rest, [1.0] * 3, theme.px(22)), self._inks(), strict=True
        ):
            self._paint_column(surface, place, column, ink)
        pygame.draw.line(surface, theme.palette.strong, (foot.x, foot.y), (foot.right, foot.y))
        for (title, lines), place in zip(
            self._heard(page), columns(foot, [1.0] * 2, theme.px(22)), strict=True
        ):
            self._paint_heard(surface, place.cut_top(theme.px(8))[1], title, lines)

    def _inks(self) -> tuple[Ink, Ink, Ink]:
        palette = self.desk.theme.palette
        return palette.text, palette.car, palette.lab

    def _paint_column(self, surface: pygame.Surface, place: Rect, column: Column, ink: Ink) -> None:
        """Draw the masthead, the lead in the largest type that fits, and the smaller headlines."""
        theme, palette = self.desk.theme, self.desk.theme.palette
        line, rest = place.cut_top(text.line_height(theme, HEADLINE))
        kind = text.fit_type(theme, column.name, (HEADLINE, PANEL, SECTION), line.w)
        text.put(surface, theme, line, column.name, kind, colour=ink)
        line = rest.cut_top(text.line_height(theme, LABEL))[0]
        text.put(surface, theme, line, column.motto, LABEL, colour=palette.text3)
        room = self._under(place)
        over = room.y - theme.px(8)
        pygame.draw.line(surface, ink, (room.x, over), (room.right, over))
        big, little = self._types(column, room)
        used = text.put_lines(surface, theme, room, column.lead, big)
        room = room.cut_top(used, theme.px(10))[1]
        for words in column.small:
            pygame.draw.line(surface, palette.line, (room.x, room.y), (room.right, room.y))
            room = room.cut_top(theme.px(5))[1]
            used = text.put_lines(surface, theme, room, words, little, colour=palette.text2)
            room = room.cut_top(used, theme.px(6))[1]

    def _under(self, place: Rect) -> Rect:
        """Return what masthead and motto leave of a column."""
        theme = self.desk.theme
        high = text.line_height(theme, HEADLINE) + text.line_height(theme, LABEL) + theme.px(16)
        return place.cut_top(high)[1]

    def _high(self, column: Column, wide: int, kinds: tuple[Type, Type]) -> int:
        """Return the height of a column's lead and smaller headlines in two types."""
        theme, (big, little) = self.desk.theme, kinds
        lead = text.lines_height(theme, column.lead, big, wide) + theme.px(10)
        return lead + sum(
            text.lines_height(theme, words, little, wide) + theme.px(12) for words in column.small
        )

    def _types(self, column: Column, room: Rect) -> tuple[Type, Type]:
        """Return the largest types in which a column fits its room, of the lead and of the rest."""
        fitting = (kinds for kinds in _PAIRS if self._high(column, room.w, kinds) <= room.h)
        return next(fitting, _PAIRS[-1])

    def _paint_heard(self, surface: pygame.Surface, place: Rect, title: str, lines: Sequence[Heard]) -> None:
        """Draw what was heard, as large as it fits."""
        theme, palette = self.desk.theme, self.desk.theme.palette
        head, rest = place.cut_top(text.line_height(theme, SECTION), theme.px(4))
        text.put(surface, theme, head, title, SECTION, colour=palette.text3)
        kinds = (BODY, SECONDARY, LABEL)
        fitting = (
            kind for kind in kinds if sum(self._line_high(one, rest.w, kind) for one in lines) <= rest.h
        )
        kind = next(fitting, kinds[-1])
        for heard in lines:
            line, rest = rest.cut_top(self._line_high(heard, rest.w, kind))
            sign, words = line.cut_left(theme.px(18), theme.px(8))
            rival = heard.speaker in LABS
            look = looks.look_of(heard.speaker) if rival else None
            icon, ink = (look.marker, look.colour) if look else ("people", palette.text3)
            spot = (sign.x + theme.px(8), sign.y + text.line_height(theme, kind) // 2)
            icons.put(surface, icon, spot, theme.px(14), ink)
            text.put_lines(surface, theme, words, heard.text, kind, colour=palette.text2)

    # -- acting -----------------------------------------------------------------------------------

    @override
    def take(self, action: Action) -> Wish | None:
        step = _STEPS.get(action.subject if action.name == "press" else action.name)
        if step is not None:
            self.desk.play("press")
            self.place = max(0, min(len(self.pages) - 1, self.place + step))
            self.lay()
            return None
        wish = Wish("close") if action.name == "papers" else super().take(action)
        if wish is not None and wish.name == "close" and self.then is not None:
            return Wish("instead", self.then)
        return wish


def worth_opening(desk: Desk, game: Game) -> PapersSheet | None:
    """Return the papers when the month's lead is big, or None."""
    printed = editions(game.session)
    return PapersSheet(desk, game) if printed and printed[-1].big else None
