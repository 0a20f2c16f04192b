"""The race on a full screen: five pages of charts, what each lab had in a month, what happened when.

The reading line, the ranking beside it and the list of what happened show the same month.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.session.forecast.outlook import Outlook
from race.speech import _, capital, number
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec, Segmented
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import BODY_BOLD, HEADLINE, LABEL, PANEL, SECONDARY, SECTION
from race.ui.kit.widgets import Button, ButtonSpec, Option, SegmentedSpec, Widget, panel
from race.ui.pieces.ahead.chronicle import Chronicle
from race.ui.pieces.chart import Chart
from race.ui.present.ahead import charts
from race.ui.present.ahead.subjects import ALL, subjects
from race.ui.screens.ahead import dress
from race.ui.screens.ahead.places import BUTTON
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.ahead.watching import Watching
from race.ui.screens.game import Game
from race.ui.screens.screen import Desk, Wish

_WIDE = 300
"""Width of the ranking at 720p."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts lie, in window pixels."""

    title: Rect
    tabs: Rect
    close: Rect
    chart: Rect
    inner: Rect
    note: Rect
    kinds: Rect
    picture: Rect
    foot: Rect
    side: Rect
    ranks: Rect
    events: Rect


class ChartsScreen(Watching):
    """Choose a page, read a month, follow a lab, look ahead."""

    steady = True

    def __init__(self, desk: Desk, game: Game, tab: str = "quality") -> None:
        """Open at a page."""
        super().__init__(desk)
        self.game = game
        self.tab, self.money = tab, charts.MONEY[0]
        if tab in charts.MONEY:
            self.tab, self.money = "money", tab
        self.chosen = ""
        self.read: int | None = None
        self.lay()
        self.stage.focus_on("tabs")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    # -- placing ----------------------------------------------------------------------------------

    @override
    def foreseen(self) -> Outlook | None:
        return self.game.lookout.now(self.game.session)

    @override
    def lay(self) -> None:
        seen = self.foreseen()
        self.heard = seen
        which = charts.charted(self.tab, self.money)
        self.state = charts.chart(self.game.session, which, seen, self.room_ahead())
        super().lay()

    def parts(self) -> Parts:
        """Return the places of all parts for the desk's size."""
        theme, area = self.desk.theme, self.desk.area.pad(self.desk.theme.px(16), self.desk.theme.px(12))
        head, rest = area.cut_top(max(theme.row, text.line_height(theme, HEADLINE)), theme.px(12))
        close, head_left = head.cut_right(max(28, theme.px(34)), theme.px(12))
        wide = text.width(theme, self._title(), HEADLINE)
        title, tabs = head_left.cut_left(min(wide, head_left.w // 3), theme.px(28))
        least = (
            theme.px(_WIDE) if theme.text_scale <= 1 else round(theme.px(_WIDE) * min(1.5, theme.text_scale))
        )
        side, chart = rest.cut_right(min(least, round(rest.w * 0.38)), theme.px(12))
        inner = chart.pad(theme.px(16), theme.px(12))
        line = text.line_height(theme, SECONDARY)
        kinds, note, below = self._top(inner)
        words, _room, _ahead = self._foot(inner)
        high = max(theme.row, text.lines_height(theme, self._foresight(), LABEL, words.w) if words.w else 0)
        foot, picture = below.cut_bottom(high, theme.px(8))
        ranks, events = self._side(side.pad(theme.px(16), theme.px(12)), line)
        tall = max(28, theme.px(34))
        return Parts(
            title,
            tabs.middle(tabs.w, theme.row),
            close.middle(close.w, tall),
            chart,
            inner,
            note,
            kinds.cut_top(theme.row)[0],
            picture,
            foot,
            side,
            ranks,
            events,
        )

    def _top(self, inner: Rect) -> tuple[Rect, Rect, Rect]:
        """Return the places of the charts of money, of the note, and what is left under them."""
        theme = self.desk.theme
        wide, kinds, gap = (
            self._kinds_wide() if self.tab == "money" else 0,
            Rect(inner.x, inner.y, 0, 0),
            theme.px(8),
        )
        free = inner.w - (wide + 2 * gap if wide else 0)
        if wide > inner.w // 2:  # large text: the note stands under the switch
            kinds, inner = inner.cut_top(theme.row, gap)
            free = inner.w
        high = max(theme.row, text.lines_height(theme, self.state.note, SECONDARY, free))
        top, below = inner.cut_top(high, gap)
        if wide and not kinds.h:
            kinds, top = top.cut_right(wide, 2 * gap)
        return kinds, top, below

    def _side(self, inner: Rect, line: int) -> tuple[Rect, Rect]:
        """Return the places of the ranking and of what happened."""
        theme = self.desk.theme
        rest = inner.cut_top(text.line_height(theme, PANEL) + line, theme.px(6))[1]
        count = sum(any(value is not None for value in line.values) for line in self.state.lines)
        ranks, rest = rest.cut_top(min(count * theme.row, round(rest.h * 0.6)), theme.px(14))
        return ranks, rest.cut_top(text.line_height(theme, SECTION), theme.px(4))[1]

    @staticmethod
    def _title() -> str:
        return _("The race")

    @override
    def controls(self) -> Sequence[Widget]:
        theme, palette, where = self.desk.theme, self.desk.theme.palette, self.parts()
        tabs = tuple(Option(key, words) for key, words in charts.tab_names().items())
        _words, room, look = self._foot(where.foot)
        picture = Chart("chart", where.picture, theme, dress.race_chart(self.state, palette, self.chosen))
        old = self.stage.find("chart")
        if isinstance(old, Chart):
            picture.hovered, picture.focused = old.hovered, old.focused
            picture.month = old.month if old.month is None else min(old.month, len(self.state.months) - 1)
        found: list[Widget] = [
            Segmented("tabs", where.tabs, theme, SegmentedSpec(tabs, self.tab)),
            Button("close", where.close, theme, ButtonSpec("", icon="close", tip=_("Close (Esc)"))),
            picture,
            Button("ahead", look, theme, self._ahead_button()),
            Button("war_room", room, theme, self._room_button()),
            ListBox("ranks", where.ranks, theme, self._ranks()),
            self._events(where.events),
        ]
        if self.tab == "money":
            kinds = tuple(Option(key, words) for key, words in charts.money_names().items())
            found.append(Segmented("money", where.kinds, theme, SegmentedSpec(kinds, self.money)))
        return found

    def _month(self) -> int:
        return self.state.now if self.read is None else self.read

    def _ranks(self) -> ListSpec:
        rows = dress.ranks(charts.ranking(self.state, self._month()), self.chosen)
        return ListSpec(rows, self.chosen, middle_share=0.22, right_share=0.34, figures=True)

    def _events(self, place: Rect) -> Chronicle:
        box = Chronicle(
            "events", place, self.desk.theme, dress.chronicle(self.state, self.desk.theme.palette)
        )
        old = self.stage.find("events")
        if isinstance(old, Chronicle) and old.told == box.told:
            box.first, box.at = old.first, old.at
        return box

    def _kinds_wide(self) -> int:
        theme, words = self.desk.theme, charts.money_names().values()
        return len(words) * (max(text.width(theme, each, BODY_BOLD) for each in words) + theme.px(28))

    def _foot(self, foot: Rect) -> tuple[Rect, Rect, Rect]:
        """Return the places of the words, of the way to the war room, of the button that looks ahead.

        Where large text leaves too little room, the words give way; the button's tooltip says them too.
        """
        theme, row = self.desk.theme, foot.cut_top(self.desk.theme.row)[0]
        room, look = self._room_button(), self._ahead_button()
        wide = (
            text.width(theme, room.text, BUTTON) + theme.px(84),
            text.width(theme, look.text, BUTTON) + theme.px(72),
        )
        free = foot.w - sum(wide) - theme.px(24)
        if free < theme.px(160) * theme.text_scale:
            first, second = columns(row, wide, theme.px(8))
            return Rect(foot.x, foot.y, 0, foot.h), first, second
        second, rest = row.cut_right(wide[1], theme.px(8))
        return foot.cut_left(free)[0], rest.cut_right(wide[0])[0], second

    def _room_button(self) -> ButtonSpec:
        return ButtonSpec(_("War room"), key="W", tip=_("War room: what an order would change"))

    def _ahead_button(self) -> ButtonSpec:
        if self.game.lookout.running:
            return ButtonSpec(_("Stop"), icon="close")
        over = _("The game is over.") if self.game.session.ending is not None else ""
        why_not = over or ("" if charts.foreseeable(self.state.chart) else self._foresight())
        tip = _("Play the coming months many times with this month's orders; more in the war room (W).")
        tip = f"{tip}\n{self._foresight()}"
        return ButtonSpec(_("Look ahead"), icon="play", enabled=not why_not, why_not=why_not, tip=tip)

    # -- drawing ----------------------------------------------------------------------------------

    @override
    def move(self) -> None:
        super().move()
        self._follow()

    @override
    def ground(self) -> object:
        return self.stage.controls, self._month()

    def _follow(self) -> None:
        """Let the ranking show the month that the chart is read at."""
        picture = self.stage.find("chart")
        if isinstance(picture, Chart) and (picture.hovered or picture.focused):
            self._show(picture.month)

    def _show(self, month: int | None) -> None:
        read = None if month is None else min(month, self.state.now)
        ranks = self.stage.find("ranks")
        if read != self.read and isinstance(ranks, ListBox):
            self.read = read
            ranks.spec = self._ranks()

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette, where = self.desk.theme, self.desk.theme.palette, self.parts()
        text.put(surface, theme, where.title, self._title(), HEADLINE)
        panel(surface, theme, where.chart)
        panel(surface, theme, where.side)
        text.put_lines(surface, theme, where.note, self.state.note, SECONDARY, colour=palette.text2)
        words = self._foot(where.foot)[0]
        if words.w:
            text.put_lines(surface, theme, words, self._foresight(), LABEL, colour=palette.text3)
        inner = where.side.pad(theme.px(16), theme.px(12))
        head, rest = inner.cut_top(text.line_height(theme, PANEL))
        text.put(surface, theme, head, capital(self.state.dates[self._month()]), PANEL)
        line = rest.cut_top(text.line_height(theme, SECONDARY))[0]
        since = (
            _("with the change over a year")
            if self._month() >= charts.A_YEAR
            else _("no year to compare with yet")
        )
        text.put(surface, theme, line, since, SECONDARY, colour=palette.text3)
        high = text.line_height(theme, SECTION)
        title = Rect(where.events.x, where.events.y - high - theme.px(4), where.events.w, high)
        text.put(surface, theme, title, _("What happened"), SECTION)
        if not self.state.events:
            line = where.events.cut_top(text.line_height(theme, SECONDARY))[0]
            text.put(surface, theme, line, _("Nothing yet."), SECONDARY, colour=palette.text3)

    def _foresight(self) -> str:
        if not charts.foreseeable(self.state.chart):
            return _("No forecast goes with this chart: it shows what has been.")
        if not self.state.foreseen:
            return _("Nobody has looked ahead this month.")
        words = _(
            "Dashed: the middle of {n} futures with this month's orders; bands: half, and eight of ten."
        )
        if self.heard is not self.game.lookout.ordered(self.game.session):
            words = _(
                "Dashed: the middle of {n} futures without the month's orders; bands: half, and eight of ten."
            )
        return words.format(n=number(self.heard.futures if self.heard else 0))

    # -- acting -----------------------------------------------------------------------------------

    @override
    def take(self, action: Action) -> Wish | None:
        match action.name:
            case "choose":
                if action.subject == "tabs":
                    self.tab = str(action.value)
                else:
                    self.money = str(action.value)
                self.lay()
            case "select" | "open":
                self._choose(action.subject, str(action.value))
            case "press":
                return self._press(action.subject)
            case "charts":
                return Wish("close")
            case "war_room":
                return Wish("open", WarRoom(self.desk, self.game))
            case _:
                return super().take(action)
        return None

    def _press(self, name: str) -> Wish | None:
        if name == "ahead":
            self._look_ahead()
            self.lay()
        if name == "war_room":
            return Wish("open", WarRoom(self.desk, self.game))
        return Wish("close") if name == "close" else None

    def _choose(self, subject: str, value: str) -> None:
        """Follow a lab, or read the chart at the month of what happened."""
        if subject == "ranks":
            self.chosen = "" if self.chosen == value else value
            self.lay()
            return
        picture = self.stage.find("chart")
        if isinstance(picture, Chart):
            picture.month = int(value)
            self._show(picture.month)

    def _look_ahead(self) -> None:
        self.desk.play("press")
        lookout, session = self.game.lookout, self.game.session
        if lookout.running:
            lookout.stop()
        else:
            together = next(one for one in subjects(session, self.game.terms) if one.key == ALL)
            lookout.ask(session, together, again=True)
