"""The debrief of a finished game: verdict, figures, race and trust on one axis, and four pages beside them.

While it is open, the same world is played again in the background without each big decision, and by more
and more of the program's own founders; what is found appears as it comes.
"""

from collections.abc import Sequence
from dataclasses import replace
from threading import Thread

import pygame
from typing_extensions import override

from race.session.hindsight.code import code_of
from race.session.hindsight.looking import Hindsight, wake
from race.speech import _
from race.ui.kit import icons, text
from race.ui.kit.actions import Action
from race.ui.kit.choices import Segmented
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, LABEL, SECONDARY, SECTION
from race.ui.kit.widgets import Button, ButtonSpec, Option, SegmentedSpec, Widget, panel
from race.ui.pieces.chart import Chart
from race.ui.pieces.debrief.histogram import Histogram, HistogramSpec
from race.ui.pieces.plot import Series
from race.ui.present.debrief import verdict as ending
from race.ui.present.debrief.place import crowd
from race.ui.present.debrief.weighing import Weighed, progress, weighed
from race.ui.present.opened.file import read_out, worst_first
from race.ui.screens import looks
from race.ui.screens.debrief import foot, pages
from race.ui.screens.debrief.case import CaseSheet
from race.ui.screens.debrief.head import paint_cards, paint_head, paint_quote
from race.ui.screens.debrief.keeping import keep_report
from race.ui.screens.debrief.places import one_at_a_time, places
from race.ui.screens.game import Game
from race.ui.screens.help import Help
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
        self.low = False
        """Whether the place among others gives the list room."""
        self.seen: Hindsight | None = None
        self.calling: Thread | None = None
        """Wakes the crew, which takes its time, so that the debrief need not."""
        self.lay()
        if printed:
            return
        if desk.crew is not None:
            self.calling = Thread(target=wake, args=(desk.crew,), daemon=True)
            self.calling.start()
        self.stage.focus_on("again")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)
        desk.play("win" if game.session.score().total >= _WON else "lose")

    @override
    def lay(self) -> None:
        session = self.game.session
        self.verdict = ending.verdict(session)
        self.quote = next(iter(read_out(session) or worst_first(session)), None)
        self._arrange()

    def _arrange(self) -> None:
        """Place the controls for the page that is shown; what was judged stays."""
        if not self.paged and self.page not in pages.PAGES:
            self.page = pages.PAGES[0]  # what had a page of its own lies beside the list again
        one = self._weighed()
        self.told = pages.entries(
            self.page,
            self.game.session,
            self.verdict,
            self.seen,
            self.desk.theme.palette,
            picked=one.key if one else "",
        )
        where, self.low = places(self.desk.theme, self.desk.area), False
        if self.page == pages.PAGES[0]:
            self.low = not pages.all_stand(self.desk.theme, self._listing(where), self.told)
        super().lay()

    # -- looking back -----------------------------------------------------------------------------

    @override
    def wait(self) -> int | None:
        """Look what has been found; draw at once when there is something new."""
        if self.calling is not None:
            return self._call()
        if self.seen is None or not (self.seen.busy or self.seen.growing):
            return super().wait()
        if self.seen.look():
            self._arrange()
            return 0
        waits = super().wait()
        return _LOOK_MS if waits is None else min(waits, _LOOK_MS)

    def _call(self) -> int:
        """Ask the crew for everything as soon as it is awake."""
        if self.calling is not None and self.calling.is_alive():
            return _LOOK_MS
        self.calling = None
        if self.desk.crew is not None:
            self.seen = Hindsight(self.game.session, self.desk.crew)
        return 0

    @override
    def leave(self) -> None:
        self.calling = None
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
        diverted = one.key.startswith("diversions")
        if not diverted and not self.picked and self.page != "without":
            return None  # without what could not be seen
        words = _("no diversions") if diverted else _("without it")
        return looks.never(words, one.quality, months), looks.never(words, one.trust, months)

    # -- laying out -------------------------------------------------------------------------------

    @property
    def paged(self) -> bool:
        """Whether one page is shown at a time."""
        return one_at_a_time(self.desk.theme)

    def parts(self) -> dict[str, Rect]:
        """Return the place of every part."""
        return places(self.desk.theme, self.desk.area, low=self.low)

    def shows(self, part: str) -> bool:
        """Return whether a part is on the page that lies open; side by side all are."""
        return not self.paged or self.page == part

    @override
    def controls(self) -> Sequence[Widget]:
        where, theme = self.parts(), self.desk.theme
        found = self._told(where)
        if self.printed:
            return [*found, *foot.printed(theme, where["foot"], code_of(self.game.session.journal))]
        names = pages.page_names()
        keys = pages.ALL if self.paged else pages.PAGES
        options = tuple(Option(key, names[key]) for key in keys)
        code, seed = code_of(self.game.session.journal), self.game.session.seed
        coded = foot.Coded(code, seed)
        return [
            *found,
            Segmented("page", where["switch"], theme, SegmentedSpec(options, self.page)),
            *foot.links(self.desk, where["links"], coded if self.paged else None),
            *foot.buttons(self.desk, where["foot"], None if self.paged else coded),
        ]

    def _told(self, where: dict[str, Rect]) -> list[Widget]:
        """Return charts, list and the place among others: whatever is told and not pressed."""
        found = [chart for chart in self._charts(where) if self.shows(chart.name)]
        if not self.paged or self.page in pages.PAGES:
            found += self._listed(where)
        if self.shows("crowd"):
            found.append(Histogram("crowd", where["crowd"], self.desk.theme, self._crowd()))
        return found

    def _listing(self, where: dict[str, Rect]) -> Rect:
        """Return the room of the list when all of it is shown, with that of a note where none stands."""
        place, note = where["list"], where["note"]
        return place if self._note() else Rect(place.x, place.y, place.w, note.bottom - place.y)

    def _listed(self, where: dict[str, Rect]) -> list[Widget]:
        """Return the entries that fit, and a button for the others when there are any."""
        theme, specs = self.desk.theme, self.told
        if self.first >= len(specs):
            self.first, self.passed = 0, []
        shown = pages.placed_entries(theme, self._listing(where), specs[self.first :], bare=self.printed)
        if self.first or len(shown) < len(specs):
            shown = pages.placed_entries(theme, where["list"], specs[self.first :], bare=self.printed)
        self.shown = len(shown)
        hidden = len(specs) - len(shown)
        if hidden <= 0 or not shown:
            return list(shown)
        words, key = _("{n} more").format(n=hidden), self.desk.keys.shown("page_down")
        wide = text.width(theme, words, BODY) + icons.keycap_width(theme, key) + theme.px(50)
        spec = ButtonSpec(words, "quiet", key=key)
        return [*shown, Button("more", where["note"].cut_right(wide)[0], theme, spec)]

    def _charts(self, where: dict[str, Rect]) -> list[Widget]:
        theme, session = self.desk.theme, self.game.session
        shown = enumerate(self.verdict.turns, 1)
        opened = session.reports[0].month
        numbered = tuple((turn.month - opened, str(number)) for number, turn in shown)
        other, race = self._other(), where["race"]
        upper = Chart("race", race, theme, looks.race_over(session, numbered, other[0] if other else None))
        area = upper.plot.area
        same = (area.x - race.x, race.right - area.right)
        spec = looks.trust_over(session, numbered, other[1] if other else None)
        return [upper, Chart("trust", where["trust"], theme, replace(spec, margins=same))]

    def _crowd(self) -> HistogramSpec:
        found, progress = crowd(self.game.session, self.seen)
        return HistogramSpec(
            found.title,
            found.verdict,
            found.counts,
            found.mine,
            found.same,
            (_("worse"), _("better")),
            progress,
            found.told or None,
        )

    # -- drawing ----------------------------------------------------------------------------------

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        where, theme, session = self.parts(), self.desk.theme, self.game.session
        paint_head(surface, theme, where["head"], session, self.verdict)
        if self.paged and self.page == "figures":
            paint_cards(surface, theme, where["cards"], self.verdict.cards)
            return
        panel(surface, theme, where["side"])
        if not self.paged:
            paint_quote(surface, theme, where["quote"], self.quote)
            paint_cards(surface, theme, where["cards"], self.verdict.cards)
            self._paint_frames(surface, where)
        if self.page in pages.PAGES:
            self._paint_note(surface, where["note"])

    def _paint_frames(self, surface: pygame.Surface, where: dict[str, Rect]) -> None:
        """Draw the headings of the charts and the line over the place among others."""
        theme, palette, trust, crowd = (
            self.desk.theme,
            self.desk.theme.palette,
            where["trust"],
            where["crowd"],
        )
        panel(surface, theme, where["charts"])
        inner = where["charts"].pad(theme.px(18), theme.px(12))
        head = inner.cut_top(text.line_height(theme, SECTION))[0]
        text.put(surface, theme, head, _("How it went"), SECTION)
        note = _("published quality")
        text.put(surface, theme, head, note, SECONDARY, colour=palette.text3, align="right")
        high = text.line_height(theme, SECONDARY)
        line = Rect(trust.x, trust.y - high + theme.px(3), trust.w, high)
        text.put(surface, theme, line, _("Holders' trust"), SECONDARY, colour=palette.text2)
        over = crowd.y - theme.px(5)
        pygame.draw.line(surface, palette.line, (crowd.x, over), (crowd.right, over))
        if self.printed:
            text.put(surface, theme, where["switch"], _("What decided it"), SECTION)

    def _note(self) -> str:
        """Say how far the background has come, or why it does not come.

        What decided it needs the room; how far the background has come is also seen under the histogram.
        """
        if self.page == pages.PAGES[0] and not (self.seen and self.seen.failed):
            return ""
        if self.calling is not None:
            return _("Your world is being played again…")
        if self.page == "without" and self.seen is None:
            return _("Nobody plays your world again here.")
        return progress(self.seen) if self.seen else ""

    def _paint_note(self, surface: pygame.Surface, place: Rect) -> None:
        """Write the note under the list."""
        theme, note = self.desk.theme, self._note()
        told = place.cut_left(round(place.w * 0.66))[0]
        high = min(told.h, text.lines_height(theme, note, LABEL, told.w))
        box = Rect(told.x, told.bottom - high, told.w, high)
        text.put_lines(surface, theme, box, note, LABEL, colour=theme.palette.text3)

    @override
    def toast_room(self) -> Rect:
        """Show passing messages beside the headline: the foot has buttons."""
        head = self.parts()["head"]
        return head.cut_right(head.w // 2)[0]

    # -- acting -----------------------------------------------------------------------------------

    @override
    def handle(self, event: pygame.event.Event) -> Wish | None:
        """Turn the pages of the list by the wheel, too, from its first to its last."""
        if event.type == pygame.MOUSEWHEEL and self.stage.find("more") is not None:
            if self.passed if event.y > 0 else self.first + self.shown < len(self.told):
                self._page(-1 if event.y > 0 else 1)
            return None
        return super().handle(event)

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
            case "rewind":
                return Wish("rewind", value=self.game)
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
        self._arrange()

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
        self._arrange()

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
            case "help":
                return Help(self.desk, self.game.session, "score.points")
            case _:
                return None


_WON = 500
"""Score from which the end sounds bright."""
