"""The debrief of a finished game: verdict, figures, race and trust on one axis, and four pages beside them.

While it is open, the same world is played again in the background without each big decision, and by the
program's own founders; what is found appears as it comes.
"""

from collections.abc import Sequence
from dataclasses import replace

import pygame
from typing_extensions import override

from race.session.hindsight.code import code_of
from race.session.hindsight.looking import Hindsight
from race.speech import _
from race.ui.kit import icons, text
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
    PANEL,
    SECONDARY,
    SECTION,
    SMALLEST_TARGET,
    Ink,
)
from race.ui.kit.widgets import Button, ButtonSpec, Option, SegmentedSpec, Widget, panel
from race.ui.pieces.chart import Chart
from race.ui.pieces.debrief.histogram import Histogram, HistogramSpec
from race.ui.pieces.plot import Series
from race.ui.present.debrief import verdict as ending
from race.ui.present.debrief.place import placed
from race.ui.present.debrief.weighing import Weighed, progress, weighed
from race.ui.present.opened.file import read_out, worst_first
from race.ui.screens import looks
from race.ui.screens.debrief import foot, pages
from race.ui.screens.debrief.case import CaseSheet
from race.ui.screens.debrief.keeping import keep_report
from race.ui.screens.game import Game
from race.ui.screens.screen import Desk, Screen, Wish
from race.ui.screens.sheets.file import file_sheet
from race.ui.screens.sheets.house import HouseSheet
from race.ui.screens.sheets.papers import PapersSheet

_LOOK_MS = 150
"""How often the screen looks what the background has found."""


class EndingScreen(Screen):
    """The finished game."""

    def __init__(self, desk: Desk, game: Game, *, printed: bool = False) -> None:
        """Judge the game, show it, and have it looked back on; `printed` leaves out what can be pressed."""
        super().__init__(desk)
        self.printed = printed
        self.game = game
        self.page = pages.PAGES[0]
        self.picked = ""
        self.first = self.shown = 0
        """Place of the first entry that is shown, and how many are."""
        self.passed: list[int] = []
        """First entries of the pages before."""
        self.seen: Hindsight | None = None
        if desk.crew is not None:
            self.seen = Hindsight(game.session, desk.crew)
        self.lay()
        if printed:
            return
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
        inner = self.desk.area.pad(theme.px(32), theme.px(20))
        high = text.line_height(theme, EYEBROW) + text.line_height(theme, DEBRIEF)
        head, rest = inner.cut_top(high + text.line_height(theme, BODY_LARGE), theme.px(12))
        figures = text.line_height(theme, SECONDARY) + text.line_height(theme, HEADLINE) + theme.px(22)
        cards, rest = rest.cut_top(figures, theme.px(12))
        foot, rest = rest.cut_bottom(max(SMALLEST_TARGET, theme.px(46)), theme.px(12))
        charts, side = rest.cut_left(round(rest.w * 0.58), theme.px(12))
        within = side.pad(theme.px(18), theme.px(12))
        switch, within = within.cut_top(theme.row, theme.px(10))
        counted = text.line_height(theme, SECONDARY) + text.line_height(theme, LABEL) + theme.px(48)
        crowd, within = within.cut_bottom(counted, theme.px(8))
        note, listed = within.cut_bottom(max(SMALLEST_TARGET, text.line_height(theme, BODY)), theme.px(2))
        left, right = head.cut_left(round(head.w * 0.64), theme.px(20))
        links, quote = right.cut_top(max(SMALLEST_TARGET, theme.px(30)), theme.px(4))
        return {
            "head": left,
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
        if self.printed:
            return [
                *self._charts(where["charts"]),
                *self._listed(where["list"], where["note"]),
                Histogram("crowd", where["crowd"], theme, self._crowd()),
                *foot.printed(theme, where["foot"], code_of(self.game.session.journal)),
            ]
        return [
            *self._charts(where["charts"]),
            Segmented("page", where["switch"], theme, SegmentedSpec(options, self.page)),
            *self._listed(where["list"], where["note"]),
            Histogram("crowd", where["crowd"], theme, self._crowd()),
            *foot.links(theme, where["links"]),
            *foot.buttons(theme, where["foot"], code_of(self.game.session.journal), self.game.session.seed),
        ]

    def _listed(self, place: Rect, note: Rect) -> list[Widget]:
        """Return the entries that fit, and a button for the others when there are any."""
        theme, one = self.desk.theme, self._weighed()
        specs = pages.entries(
            self.page,
            self.game.session,
            self.verdict,
            self.seen,
            theme.palette,
            picked=one.key if one else "",
        )
        if self.first >= len(specs):
            self.first, self.passed = 0, []
        shown = pages.placed_entries(theme, place, specs, self.first)
        self.shown = len(shown)
        hidden = len(specs) - len(shown)
        if hidden <= 0 or not shown:
            return list(shown)
        words = _("{n} more").format(n=hidden)
        wide = text.width(theme, words, BODY) + icons.keycap_width(theme, "PgDn") + theme.px(50)
        spec = ButtonSpec(words, "quiet", key="PgDn")
        return [*shown, Button("more", note.cut_right(wide)[0], theme, spec)]

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
        if self.printed:
            text.put(surface, theme, where["switch"], _("What decided it"), SECTION)
        crowd = where["crowd"]
        over = crowd.y - theme.px(5)
        pygame.draw.line(surface, palette.line, (crowd.x, over), (crowd.right, over))
        note, told = self._note(), where["note"].cut_left(round(where["note"].w * 0.66))[0]
        high = min(told.h, text.lines_height(theme, note, LABEL, told.w))
        box = Rect(told.x, told.bottom - high, told.w, high)
        text.put_lines(surface, theme, box, note, LABEL, colour=palette.text3)

    def _note(self) -> str:
        """Return the line under the list: how far the background has come, or why it does not come."""
        if self.page == "without" and self.seen is None:
            return _("Nobody plays your world again here.")
        return progress(self.seen) if self.seen else ""

    def _paint_head(self, surface: pygame.Surface, head: Rect) -> None:
        theme, palette, session = self.desk.theme, self.desk.theme.palette, self.game.session
        first, rest = head.cut_top(text.line_height(theme, EYEBROW))
        second, third = rest.cut_top(text.line_height(theme, DEBRIEF))
        after = _("{ending} · {date} · after {n} months").format(
            ending=self.verdict.title, date=looks.date(session.month), n=session.month
        )
        kind = text.fit_type(theme, self.verdict.headline, (DEBRIEF, HEADLINE, PANEL), second.w)
        text.put_spaced(surface, theme, first, after, EYEBROW, colour=palette.text2)
        text.put(surface, theme, second, self.verdict.headline, kind)
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
        name = action.subject if action.name == "press" else action.name
        if action.name == "choose":
            self._choose(action)
        elif name in ("more", "page_down", "page_up"):
            self._page(-1 if name == "page_up" else 1)
        elif name == "code":
            foot.copy(self.desk, code_of(self.game.session.journal))
        elif name == "report":
            keep_report(self.desk, self.game.session, self.seen, self._printed)
        else:
            return self._leaves(name)
        return None

    def _leaves(self, name: str) -> Wish | None:
        """Return the wish to go elsewhere, or None when the name leads nowhere."""
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

    def _page(self, step: int) -> None:
        """Show the entries that had no room, or those before them; after the last come the first."""
        if step > 0:
            self.passed.append(self.first)
            self.first += self.shown
        else:
            self.first = self.passed.pop() if self.passed else 0
        self.lay()

    def _printed(self, desk: Desk) -> Screen:
        """Return this screen as a picture shows it: without anything to press."""
        still = EndingScreen(desk, self.game, printed=True)
        still.seen, still.picked = self.seen, self.picked
        still.lay()
        return still

    def _choose(self, action: Action) -> None:
        """Turn to another page, or show another decision's course on the charts."""
        self.desk.play("press")
        if action.subject == "page":
            self.page, self.first, self.passed = str(action.value), 0, []
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
            case "case" | "cases":
                return CaseSheet(self.desk, self.game)
            case "house":
                return HouseSheet(self.desk, self.game)
            case _:
                return None


_WON = 500
"""Score from which the end sounds bright."""
