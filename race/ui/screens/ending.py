"""The end: the verdict, four figures, race and trust on one time axis, what decided it, the score."""

from collections.abc import Sequence
from dataclasses import replace

import pygame
from typing_extensions import override

from race.speech import _
from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import (
    BODY,
    BODY_BOLD,
    BODY_LARGE,
    DEBRIEF,
    EYEBROW,
    HEADLINE,
    LABEL_BOLD,
    SECONDARY,
    SECTION,
    Ink,
)
from race.ui.kit.widgets import Button, ButtonSpec, Widget, panel
from race.ui.pieces.chart import Chart
from race.ui.present import ending
from race.ui.present.opened.file import read_out, worst_first
from race.ui.screens import looks
from race.ui.screens.game import Game
from race.ui.screens.screen import Desk, Screen, Wish
from race.ui.screens.sheets.file import file_sheet
from race.ui.screens.sheets.house import HouseSheet
from race.ui.screens.sheets.papers import PapersSheet


class EndingScreen(Screen):
    """The finished game."""

    def __init__(self, desk: Desk, game: Game) -> None:
        """Judge the game and show it."""
        super().__init__(desk)
        self.game = game
        self.lay()
        self.stage.focus_on("again")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)
        desk.play("win" if game.session.score().total >= _WON else "lose")

    @override
    def lay(self) -> None:
        self.verdict = ending.verdict(self.game.session)
        super().lay()

    def parts(self) -> dict[str, Rect]:
        """Return the places of head, cards, charts, turns, score and foot."""
        theme = self.desk.theme
        inner = self.desk.area.pad(theme.px(32), theme.px(22))
        high = text.line_height(theme, EYEBROW) + text.line_height(theme, DEBRIEF)
        head, rest = inner.cut_top(high + text.line_height(theme, BODY_LARGE), theme.px(12))
        cards, rest = rest.cut_top(theme.px(78), theme.px(12))
        foot, rest = rest.cut_bottom(theme.px(46), theme.px(12))
        charts, side = rest.cut_left(round(rest.w * 0.58), theme.px(12))
        score, turns = side.cut_bottom(theme.px(186), theme.px(12))
        return {"head": head, "cards": cards, "charts": charts, "turns": turns, "score": score, "foot": foot}

    @override
    def controls(self) -> Sequence[Widget]:
        theme, where = self.desk.theme, self.parts()
        numbered = tuple((turn.month, str(number)) for number, turn in enumerate(self.verdict.turns, 1))
        inner = where["charts"].pad(theme.px(18), theme.px(12))
        inner = inner.cut_top(text.line_height(theme, SECTION), theme.px(4))[1]
        race, trust = self._charts(inner)
        upper = Chart("race", race, theme, looks.race_over(self.game.session, numbered))
        area = upper.plot.area
        same = (area.x - race.x, race.right - area.right)
        lower = replace(looks.trust_over(self.game.session, numbered), margins=same)
        found: list[Widget] = [upper, Chart("trust", trust, theme, lower)]
        rest = where["foot"]
        for name, words, key, kind, wide in (
            ("again", _("Play this world again"), "R", "primary", 270),
            ("new_game", _("New game"), "N", "secondary", 170),
            ("menu", _("Menu"), "Esc", "secondary", 150),
            ("file", _("Your file"), "L", "secondary", 170),
            ("papers", _("Papers"), "D", "secondary", 170),
        ):
            place, rest = rest.cut_right(theme.px(wide), theme.px(12))
            spec = ButtonSpec(words, "primary" if kind == "primary" else "secondary", key=key)
            found.append(Button(name, place, theme, spec))
        return found

    def _charts(self, inner: Rect) -> tuple[Rect, Rect]:
        theme = self.desk.theme
        trust, race = inner.cut_bottom(round(inner.h * 0.34), theme.px(20))
        return race, trust

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        where = self.parts()
        self._paint_head(surface, where["head"])
        self._paint_cards(surface, where["cards"])
        self._paint_charts(surface, where["charts"])
        self._paint_turns(surface, where["turns"])
        self._paint_score(surface, where["score"])
        theme = self.desk.theme
        seed = _("Seed {n}").format(n=self.game.session.seed)
        text.put(surface, theme, where["foot"], seed, BODY, colour=theme.palette.text3)

    def _paint_head(self, surface: pygame.Surface, head: Rect) -> None:
        theme, palette, session = self.desk.theme, self.desk.theme.palette, self.game.session
        first, rest = head.cut_top(text.line_height(theme, EYEBROW))
        second, third = rest.cut_top(text.line_height(theme, DEBRIEF))
        after = _("{date} · after {n} months").format(date=looks.date(session.month), n=session.month)
        text.put_spaced(surface, theme, first, after, EYEBROW, colour=palette.text2)
        text.put(surface, theme, second, self.verdict.title, DEBRIEF)
        text.put(surface, theme, third, self.verdict.sentence, BODY_LARGE, colour=palette.text2)
        self._paint_line(surface, head.cut_left(round(head.w * 0.6))[1])

    def _paint_line(self, surface: pygame.Surface, place: Rect) -> None:
        """Write the most damaging line of the file at the right of the verdict, if there is room for it."""
        theme, palette, session = self.desk.theme, self.desk.theme.palette, self.game.session
        found = read_out(session) or worst_first(session)
        if not found:
            return
        said, below = f"“{found[0].words}”", _("From your file, {date}").format(date=found[0].date)
        lines = text.wrap(theme, said, BODY, place.w)
        line = text.line_height(theme, BODY)
        if line * len(lines) + text.line_height(theme, SECONDARY) > place.h:
            return
        words, rest = place.cut_top(line * len(lines))
        text.put_lines(surface, theme, words, said, BODY, colour=palette.text2)
        row = rest.cut_top(text.line_height(theme, SECONDARY))[0]
        text.put(surface, theme, row, below, SECONDARY, colour=palette.text3)

    def _paint_cards(self, surface: pygame.Surface, row: Rect) -> None:
        theme, palette = self.desk.theme, self.desk.theme.palette
        inks = {"lab": palette.lab, "carmaker": palette.car, "owners": palette.bad, "word": palette.text2}
        for card, place in zip(self.verdict.cards, columns(row, [1.0] * 4, theme.px(12)), strict=True):
            panel(surface, theme, place, inks[card.side])
            inner = place.pad(theme.px(18), theme.px(10))
            top, low = inner.cut_top(text.line_height(theme, SECONDARY))
            text.put(surface, theme, top, card.label, SECONDARY, colour=palette.text2)
            figure = text.put(surface, theme, low, card.figure, HEADLINE).shown
            note = low.cut_left(text.width(theme, figure, HEADLINE), theme.px(10))[1]
            text.put(surface, theme, note, card.note, SECONDARY, colour=self._ink(card.good), align="right")

    def _ink(self, good: bool | None) -> Ink:  # noqa: FBT001 - the sign of a figure
        palette = self.desk.theme.palette
        return palette.text2 if good is None else palette.good if good else palette.bad

    def _paint_charts(self, surface: pygame.Surface, place: Rect) -> None:
        theme, palette = self.desk.theme, self.desk.theme.palette
        panel(surface, theme, place)
        inner = place.pad(theme.px(18), theme.px(12))
        head, rest = inner.cut_top(text.line_height(theme, SECTION), theme.px(4))
        text.put(surface, theme, head, _("How it went"), SECTION)
        note = _("published quality")
        text.put(surface, theme, head, note, SECONDARY, colour=palette.text3, align="right")
        trust = self._charts(rest)[1]
        line = Rect(trust.x, trust.y - theme.px(16), trust.w, theme.px(16))
        text.put(surface, theme, line, _("Owners' trust"), SECONDARY, colour=palette.text2)

    def _paint_turns(self, surface: pygame.Surface, place: Rect) -> None:
        theme, palette = self.desk.theme, self.desk.theme.palette
        panel(surface, theme, place)
        head, rest = place.pad(theme.px(18), theme.px(12)).cut_top(
            text.line_height(theme, SECTION), theme.px(6)
        )
        text.put(surface, theme, head, _("What decided it"), SECTION)
        line = text.line_height(theme, SECONDARY)
        for number, turn in enumerate(self.verdict.turns, 1):
            words = text.wrap(theme, turn.text, SECONDARY, rest.w - theme.px(30), 2)
            high = line * (1 + len(words)) + theme.px(7)
            if rest.h < high - theme.px(7):
                break
            row, rest = rest.cut_top(high)
            sign, room = row.cut_left(theme.px(20), theme.px(10))
            disc = Rect(sign.x, sign.y, sign.w, line)
            icons.put(surface, "circle", disc.centre, theme.px(19), palette.text)
            text.put(surface, theme, disc, str(number), LABEL_BOLD, colour=palette.on_bright, align="centre")
            top, low = room.cut_top(line)
            text.put(surface, theme, top, turn.date, SECONDARY, colour=palette.text2)
            ink = palette.good if turn.moved > 0 else palette.bad
            text.put(surface, theme, top, turn.change, SECONDARY, colour=ink, align="right")
            text.put_lines(surface, theme, Rect(low.x, low.y, low.w, line * len(words)), turn.text, SECONDARY)

    def _paint_score(self, surface: pygame.Surface, place: Rect) -> None:
        theme, palette = self.desk.theme, self.desk.theme.palette
        panel(surface, theme, place)
        inner = place.pad(theme.px(18), theme.px(12))
        head, rest = inner.cut_top(text.line_height(theme, HEADLINE), theme.px(4))
        text.put(surface, theme, head, _("Score"), SECTION)
        total = _("{n} of 1,000").format(n=self.verdict.total)
        text.put(surface, theme, head, total, HEADLINE, align="right")
        if self.verdict.factor:
            note = head.cut_left(text.width(theme, _("Score"), SECTION), theme.px(12))[1]
            text.put(surface, theme, note, self.verdict.factor, SECONDARY, colour=palette.bad)
        step = rest.h // max(1, len(self.verdict.parts))
        for part in self.verdict.parts:
            row, rest = rest.cut_top(step)
            words, room = row.cut_left(round(row.w * 0.24), theme.px(8))
            figure, room = room.cut_right(theme.px(80), theme.px(10))
            text.put(surface, theme, words, part.text, BODY)
            paint.bar(
                surface,
                room.middle(room.w, theme.px(7)),
                part.points / part.most,
                (palette.lab, palette.line),
            )
            shown = _("{n} of {all}").format(n=round(part.points), all=round(part.most))
            text.put(surface, theme, figure, shown, BODY_BOLD, align="right")

    @override
    def take(self, action: Action) -> Wish | None:
        name = action.subject if action.name == "press" else action.name
        match name:
            case "again":  # Enter alone does not count: it may be one press too many
                return Wish("again", value=self.game)
            case "new_game" | "news":
                return Wish("new_game")
            case "menu" | "cancel":
                return Wish("menu")
            case _:
                sheet = self._sheet(name)
                return Wish("open", sheet) if sheet else None

    def _sheet(self, name: str) -> Screen | None:
        """Return what can still be read after the end, or None."""
        match name:
            case "file":
                return file_sheet(self.desk, self.game)
            case "papers":
                return PapersSheet(self.desk, self.game)
            case "house":
                return HouseSheet(self.desk, self.game)
            case _:
                return None


_WON = 500
"""Score from which the end sounds bright."""
