"""The debrief of a finished game: verdict, figures, race and trust on one axis, and four pages beside them.

While it is open, the same world is played again in the background without each big decision, and by the
program's own founders; what is found appears as it comes.
"""

from collections.abc import Sequence
from dataclasses import replace

import pygame
from typing_extensions import override

from race.session.hindsight.looking import Hindsight
from race.speech import _
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.choices import Segmented
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import (
    BODY,
    BODY_LARGE,
    DEBRIEF,
    EYEBROW,
    HEADLINE,
    LABEL,
    SECONDARY,
    SECTION,
    Ink,
)
from race.ui.kit.widgets import Button, ButtonSpec, Option, SegmentedSpec, Widget, panel
from race.ui.pieces.chart import Chart
from race.ui.pieces.debrief.histogram import Histogram, HistogramSpec
from race.ui.pieces.plot import Series
from race.ui.present import ending
from race.ui.present.debrief.place import placed
from race.ui.present.debrief.weighing import Weighed, progress, weighed
from race.ui.present.opened.file import read_out, worst_first
from race.ui.screens import looks
from race.ui.screens.debrief import pages
from race.ui.screens.game import Game
from race.ui.screens.screen import Desk, Screen, Wish
from race.ui.screens.sheets.file import file_sheet
from race.ui.screens.sheets.house import HouseSheet
from race.ui.screens.sheets.papers import PapersSheet

_LOOK_MS = 150
"""How often the screen looks what the background has found."""


class EndingScreen(Screen):
    """The finished game."""

    def __init__(self, desk: Desk, game: Game) -> None:
        """Judge the game, show it, and have it looked back on."""
        super().__init__(desk)
        self.game = game
        self.page = pages.PAGES[0]
        self.picked = ""
        self.seen: Hindsight | None = None
        if desk.crew is not None:
            self.seen = Hindsight(game.session, desk.crew)
        self.lay()
        self.stage.focus_on("again")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)
        desk.play("win" if game.session.score().total >= _WON else "lose")

    @override
    def lay(self) -> None:
        self.verdict = ending.verdict(self.game.session)
        super().lay()

    # -- looking back -----------------------------------------------------------------------------

    @override
    def wait(self) -> int | None:
        """Look what has been found; draw at once when there is something new."""
        if self.seen is None or not self.seen.busy:
            return super().wait()
        if self.seen.look():
            self.lay()
            return 0
        waits = super().wait()
        return _LOOK_MS if waits is None else min(waits, _LOOK_MS)

    @override
    def leave(self) -> None:
        if self.seen is not None:
            self.seen.close()

    def _weighed(self) -> Weighed | None:
        """Return the decision whose other course the charts show: the chosen one, else all diversions."""
        found = weighed(self.game.session, self.seen) if self.seen else ()
        return next((one for one in found if one.key == self.picked), found[0] if found else None)

    def _other(self) -> tuple[Series, Series] | None:
        one, months = self._weighed(), len(self.game.session.reports)
        if one is None:
            return None
        words = _("no diversions") if one.key.startswith("diversions") else _("without it")
        return looks.never(words, one.quality, months), looks.never(words, one.trust, months)

    # -- laying out -------------------------------------------------------------------------------

    def parts(self) -> dict[str, Rect]:
        """Return the places of head, cards, charts, list, place among others, and foot."""
        theme = self.desk.theme
        inner = self.desk.area.pad(theme.px(32), theme.px(22))
        high = text.line_height(theme, EYEBROW) + text.line_height(theme, DEBRIEF)
        head, rest = inner.cut_top(high + text.line_height(theme, BODY_LARGE), theme.px(12))
        cards, rest = rest.cut_top(theme.px(78), theme.px(12))
        foot, rest = rest.cut_bottom(max(28, theme.px(46)), theme.px(12))
        charts, side = rest.cut_left(round(rest.w * 0.58), theme.px(12))
        within = side.pad(theme.px(18), theme.px(12))
        switch, within = within.cut_top(theme.row, theme.px(10))
        crowd, within = within.cut_bottom(theme.px(92), theme.px(10))
        note, listed = within.cut_bottom(text.line_height(theme, LABEL), theme.px(4))
        links, quote = head.cut_right(round(head.w * 0.4), theme.px(20))[0].cut_top(
            max(28, theme.px(30)), theme.px(4)
        )
        return {
            "head": head.cut_left(round(head.w * 0.6))[0],
            "links": links,
            "quote": quote,
            "cards": cards,
            "charts": charts,
            "side": side,
            "switch": switch,
            "list": listed,
            "note": note,
            "crowd": crowd,
            "foot": foot,
        }

    @override
    def controls(self) -> Sequence[Widget]:
        where, theme = self.parts(), self.desk.theme
        names = pages.page_names()
        options = tuple(Option(key, names[key]) for key in pages.PAGES)
        one = self._weighed()
        specs = pages.entries(
            self.page,
            self.game.session,
            self.verdict,
            self.seen,
            theme.palette,
            picked=one.key if one else "",
        )
        return [
            *self._charts(where["charts"]),
            Segmented("page", where["switch"], theme, SegmentedSpec(options, self.page)),
            *pages.placed_entries(theme, where["list"], specs),
            Histogram("crowd", where["crowd"], theme, self._crowd()),
            *self._links(where["links"]),
            *self._foot(where["foot"]),
        ]

    def _charts(self, place: Rect) -> list[Widget]:
        theme, session = self.desk.theme, self.game.session
        shown = enumerate(self.verdict.turns, 1)
        opened = session.reports[0].month
        numbered = tuple((turn.month - opened, str(number)) for number, turn in shown)
        race, trust = self._chart_places(place)
        other = self._other()
        upper = Chart("race", race, theme, looks.race_over(session, numbered, other[0] if other else None))
        area = upper.plot.area
        same = (area.x - race.x, race.right - area.right)
        spec = looks.trust_over(session, numbered, other[1] if other else None)
        return [upper, Chart("trust", trust, theme, replace(spec, margins=same))]

    def _chart_places(self, place: Rect) -> tuple[Rect, Rect]:
        theme = self.desk.theme
        inner = place.pad(theme.px(18), theme.px(12))
        inner = inner.cut_top(text.line_height(theme, SECTION), theme.px(4))[1]
        trust, race = inner.cut_bottom(round(inner.h * 0.34), theme.px(20))
        return race, trust

    def _crowd(self) -> HistogramSpec:
        found = placed(self.game.session, self.seen.others if self.seen else [])
        busy = self.seen is not None and self.seen.busy
        return HistogramSpec(
            found.title,
            found.verdict,
            found.counts,
            found.mine,
            found.same,
            (_("worse"), _("better")),
            self.seen.done / max(1, self.seen.asked) if self.seen and busy else None,
            found.told,
        )

    def _links(self, place: Rect) -> list[Widget]:
        theme, found, rest = self.desk.theme, list[Widget](), place
        for name, words, key in (("file", _("Your file"), "L"), ("papers", _("Papers"), "D")):
            wide = text.width(theme, words, BODY) + theme.px(60)
            link, rest = rest.cut_right(wide, theme.px(8))
            found.append(Button(name, link, theme, ButtonSpec(words, "quiet", key=key)))
        return found

    def _foot(self, place: Rect) -> list[Widget]:
        theme, found, rest = self.desk.theme, list[Widget](), place
        for name, words, key, primary, wide in (
            ("again", _("Play this world again"), "R", True, 270),
            ("new_game", _("New game"), "N", False, 170),
            ("menu", _("Menu"), "Esc", False, 150),
        ):
            button, rest = rest.cut_right(theme.px(wide), theme.px(12))
            spec = ButtonSpec(words, "primary" if primary else "secondary", key=key)
            found.append(Button(name, button, theme, spec))
        return found

    # -- drawing ----------------------------------------------------------------------------------

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        where, theme, palette = self.parts(), self.desk.theme, self.desk.theme.palette
        self._paint_head(surface, where["head"])
        self._paint_line(surface, where["quote"])
        self._paint_cards(surface, where["cards"])
        self._paint_charts(surface, where["charts"])
        panel(surface, theme, where["side"])
        line = Rect(where["crowd"].x, where["crowd"].y - theme.px(5), where["crowd"].w, 1)
        pygame.draw.line(surface, palette.line, (line.x, line.y), (line.right, line.y))
        note = progress(self.seen) if self.seen else ""
        text.put(surface, theme, where["note"], note, LABEL, colour=palette.text3)
        seed = _("Seed {n}").format(n=self.game.session.seed)
        text.put(surface, theme, where["foot"], seed, BODY, colour=palette.text3)

    def _paint_head(self, surface: pygame.Surface, head: Rect) -> None:
        theme, palette, session = self.desk.theme, self.desk.theme.palette, self.game.session
        first, rest = head.cut_top(text.line_height(theme, EYEBROW))
        second, third = rest.cut_top(text.line_height(theme, DEBRIEF))
        after = _("{date} · after {n} months").format(date=looks.date(session.month), n=session.month)
        text.put_spaced(surface, theme, first, after, EYEBROW, colour=palette.text2)
        text.put(surface, theme, second, self.verdict.title, DEBRIEF)
        text.put(surface, theme, third, self.verdict.sentence, BODY_LARGE, colour=palette.text2)

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
        head = inner.cut_top(text.line_height(theme, SECTION))[0]
        text.put(surface, theme, head, _("How it went"), SECTION)
        note = _("published quality")
        text.put(surface, theme, head, note, SECONDARY, colour=palette.text3, align="right")
        trust = self._chart_places(place)[1]
        line = Rect(trust.x, trust.y - theme.px(16), trust.w, theme.px(16))
        text.put(surface, theme, line, _("Owners' trust"), SECONDARY, colour=palette.text2)

    @override
    def take(self, action: Action) -> Wish | None:
        if action.name == "choose":
            self._choose(action)
            return None
        name = action.subject if action.name == "press" else action.name
        match name:
            case "again":  # Enter alone does not count: it may be one press too many
                self.leave()
                return Wish("again", value=self.game)
            case "new_game" | "news":
                self.leave()
                return Wish("new_game")
            case "menu" | "cancel":
                return Wish("menu")
            case _:
                sheet = self._sheet(name)
                return Wish("open", sheet) if sheet else None

    def _choose(self, action: Action) -> None:
        """Turn to another page, or show another decision's course on the charts."""
        self.desk.play("press")
        if action.subject == "page":
            self.page = str(action.value)
        else:
            self.picked = str(action.value)
        self.lay()

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
