"""Where everything lies on the main screen: carmaker at the left, lab at the right, shipments between them.

Hierarchy: the supply board, where one acts; its two mirrors; the lists; and End month, the only bright block.
"""

from collections.abc import Sequence

import pygame
from typing_extensions import override

from race.core.commands import Command
from race.session.forecast.outlook import Outlook
from race.speech import _, labelled, language
from race.ui.kit import icons, paint, text
from race.ui.kit.choices import ListBox, ListSpec, Segmented
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import BODY, BODY_BOLD, HEADLINE, PANEL, SECONDARY, SECTION
from race.ui.kit.widgets import (
    Button,
    ButtonSpec,
    Label,
    LabelSpec,
    Option,
    Row,
    SegmentedSpec,
    Widget,
    panel,
)
from race.ui.pieces.board import Board
from race.ui.pieces.chart import Chart
from race.ui.pieces.hall import Hall
from race.ui.pieces.heading import CountedHead, Heading, put_eyebrow
from race.ui.pieces.lists.columned import Columned
from race.ui.pieces.lists.tidings import Tidings
from race.ui.pieces.plot import ChartSpec
from race.ui.pieces.stat import Rank, Small, Stat, StatSpec, draw_spark, stat_places
from race.ui.present import advice, figures, league, news, owners
from race.ui.present.ahead import charts
from race.ui.present.ahead.told import nearer
from race.ui.present.consequences import Foresight
from race.ui.present.orders.terms import terms_meanings, terms_names
from race.ui.screens import looks
from race.ui.screens.ahead import dress
from race.ui.screens.ahead.watching import Watching
from race.ui.screens.game import Game
from race.ui.screens.screen import Desk
from race.ui.screens.table import month
from race.ui.screens.table.heard import feel
from race.ui.screens.table.places import NOWHERE, PANELS, Turns, panel_names, places

WAVE_MS = 900
_DATE = 150
_FEW = ("xai.cash", "xai.quality", "tesla.trust")  # what stays when the text is largest


class Ground(Watching):
    """The table without the hand: controls in their places and what is painted beneath them."""

    steady = True
    ordering = True
    """Whether the one at the table gives orders."""

    def __init__(self, desk: Desk, game: Game) -> None:
        """Show the game where it stands."""
        super().__init__(desk)
        self.game = game
        self.tab = league.TABS[0]
        self.seen: Foresight | None = None
        self.weighed: Command | None = None
        self.wave_from: int | None = None
        self.turns = Turns()
        feel(desk, game)
        self.lay()

    @override
    def lay(self) -> None:
        session, self.heard = self.game.session, self.foreseen()  # also where the chart's panel is not seen
        self.shown = (session.month, self.game.changes)
        self.state = owners.hall(session)
        self.race = league.race(session, self.tab, self.room_ahead(), league.ON_THE_TABLE)
        self.hints = advice.hints(session, self.game.lookout.ordered(session))
        words = len(self.affair_rows())
        self.where = places(self.desk, self.turns, ordering=self.ordering, words=words)
        super().lay()

    @override
    def refresh(self) -> None:
        if self.shown != (self.game.session.month, self.game.changes):
            self.lay()
        self.renew()

    def inner(self, panel_place: Rect, down: int = 11) -> Rect:
        """Return the room inside a panel."""
        theme = self.desk.theme
        return panel_place.pad(theme.px(16), theme.px(down))

    @override
    def controls(self) -> Sequence[Widget]:
        makers = {
            "carmaker": self._carmaker,
            "lab": self._lab,
            "news": lambda: self._listed("news"),
            "affairs": lambda: self._listed("promises"),
            "month": self._month,
            "supply": self._supply,
        }
        seen = self.where.panels()
        found = [*self._header(), *self._switches()]
        for name, make in makers.items():
            found += make() if name in seen else []
        return [*found, *(self._buttons(self.where.foot) if self.where.foot.w else ())]

    def _switches(self) -> list[Widget]:
        """Return the tabs of the panels that take turns."""
        words, found = panel_names(), list[Widget]()
        for name, place, keys in self.where.switches:
            options = tuple(Option(key, words[key]) for key in keys)
            spec = SegmentedSpec(options, getattr(self.turns, name))
            found.append(Segmented(name, place, self.desk.theme, spec))
        return found

    def bring(self, panel: str) -> None:
        """Let a panel be seen where panels take turns."""
        if panel in PANELS and panel not in self.where.panels():
            self.turns.bring(panel)
            self.lay()

    def _header(self) -> list[Widget]:
        theme, header = self.desk.theme, self.where.header.pad(self.desk.theme.px(16), 0)
        side = max(28, theme.px(32))
        buttons, rest = header.cut_right(4 * side + 3 * theme.px(2), theme.px(8))
        date, rest = rest.cut_left(theme.px(_DATE), theme.px(8))
        found: list[Widget] = []
        told = figures.header(self.game.session)
        if self.where.few:
            told = tuple(figure for figure in told if figure.key in _FEW)
        specs_of = [looks.stat(figure) for figure in told]
        for figure, spec_of, place in zip(told, specs_of, stat_places(theme, rest, specs_of), strict=True):
            found.append(Stat(figure.key, place.pad(0, theme.px(8)), theme, spec_of))
        pending, keys = bool(self.game.session.pending), self.desk.keys
        specs = (
            (
                "undo",
                "undo",
                _("Undo the last order ({key})").format(key=keys.shown("undo")),
                pending,
                _("Nothing was ordered this month."),
            ),
            (
                "rooms",
                "grid",
                _("Where to: every room and its key ({key})").format(key=keys.shown("rooms")),
                True,
                "",
            ),
            ("help", "help", _("Help ({key})").format(key=keys.shown("help")), True, ""),
            ("menu", "menu", _("Menu ({key})").format(key=keys.shown("cancel")), True, ""),
        )
        for (key, icon, tip, enabled, why), place in zip(
            specs, columns(buttons, [1.0] * 4, theme.px(2)), strict=True
        ):
            spec = ButtonSpec("", icon=icon, tip=tip, enabled=enabled, why_not=why)
            found.append(Button(key, place.middle(side, side), theme, spec))
        words = looks.date(self.game.session.month)
        kind = text.fit_type(theme, words, (HEADLINE, PANEL, SECTION), date.w - theme.px(8))
        top = self._dates()[0]
        found.append(Label("date", top, theme, LabelSpec(words, kind)))
        return found

    def _dates(self) -> tuple[Rect, Rect]:
        """Return the places of the date and of the line under it, together in the middle of the header."""
        theme, header = self.desk.theme, self.where.header.pad(self.desk.theme.px(16), 0)
        date, count = text.line_height(theme, HEADLINE), text.line_height(theme, SECONDARY)
        place = header.cut_left(theme.px(_DATE))[0].middle(theme.px(_DATE), date + count)
        return place.cut_top(date)

    def _carmaker(self) -> list[Widget]:
        theme, rest = self.desk.theme, self.inner(self.where.carmaker)
        _head, rest = rest.cut_top(theme.px(42), theme.px(8))
        insight, rest = rest.cut_top(text.line_height(theme, BODY) + theme.px(4), theme.px(2))
        change = self.seen.trust_change if self.seen else None
        spec = looks.hall(self.game.session, self.state, self.game.before, change)
        words = insight.cut_left(theme.px(24))[1]
        hall = Hall("hall", rest, theme, spec)
        hall.t = self.wave_time()
        kind = text.fit_type(theme, self.state.insight, (BODY, SECONDARY), words.w)
        return [Label("insight", words, theme, LabelSpec(self.state.insight, kind)), hall]

    def _lab(self) -> list[Widget]:
        theme, rest = self.desk.theme, self.inner(self.where.lab)
        head, rest = rest.cut_top(theme.px(42), theme.px(8))
        rank = head.cut_left(round(head.w * 0.5), theme.px(8))[1]
        goal = StatSpec(self.race.caption, self.race.place, tip=league.goal_told(self.game.session))
        foot, rest = rest.cut_bottom(max(28, theme.px(30)), theme.px(8))
        footing, rest = rest.cut_top(Small.height(theme), theme.px(4))
        options = tuple(Option(key, words) for key, words in league.tab_names().items())
        told = figures.footing(self.game.session)
        return [
            Rank("rank", rank, theme, goal),
            *(
                Small(figure.key, place, theme, looks.stat(figure))
                for figure, place in zip(told, columns(footing, [1.0, 1.0, 1.25], theme.px(2)), strict=True)
            ),
            self._chart(rest),
            Segmented("tab", foot, theme, SegmentedSpec(options, self.tab)),
        ]

    @override
    def foreseen(self) -> Outlook | None:
        return self.game.lookout.now(self.game.session, self.weighed)

    @override
    def renew(self) -> None:
        """Show new futures; under the hand nothing is placed anew, and the chart goes on where it is."""
        if not self.busy():
            super().renew()
        elif self.fresh():
            self.show_ahead()

    def show_ahead(self) -> None:
        """Let the chart, where it is seen, go on as is foreseen now."""
        self.heard, chart = self.foreseen(), self.stage.find("chart")
        if isinstance(chart, Chart):
            chart.show(self._chart_spec())

    def busy(self) -> bool:
        """Return whether something moves or is held: what lies under the hand stays as it is."""
        return self.animated() or any(control.holding() for control in self.stage.controls)

    def _chart(self, place: Rect) -> Chart:
        found = Chart("chart", place, self.desk.theme, self._chart_spec())
        found.opens = True
        return found

    def _chart_spec(self) -> ChartSpec:
        """Return the chart of the race and, once that is played, how it goes on as things stand."""
        session, seen = self.game.session, self.heard
        if seen is None:
            return looks.chart(session, self.tab, self.race, self.room_ahead())
        held = seen is not self.game.lookout.now(session)
        note, change = _("with these chips") if held else _("with your orders"), nearer(seen)
        note = labelled(note, change) if change and self.tab == "quality" else note
        state = charts.chart(session, self.tab, seen, self.room_ahead(), league.ON_THE_TABLE)
        return dress.table_chart(state, self.desk.theme.palette, note)

    def _supply(self) -> list[Widget]:
        theme, rest = self.desk.theme, self.inner(self.where.supply)
        head, rest = rest.cut_top(max(28, theme.px(30)), theme.px(8))
        switch = head.cut_right(round(head.w * 0.8))[0]
        meanings = terms_meanings()
        options = tuple(
            Option(terms.value, words, tip=meanings[terms]) for terms, words in terms_names().items()
        )
        resting = looks.resting(self.game.session, meanings[self.game.terms], ordering=self.ordering)
        spec = looks.board(self.game.session, self.game.terms, theme.palette, self.game.refusals(), resting)
        board = self.stage.find("board")
        if isinstance(board, Board) and board.rect == rest and board.theme == theme:
            board.show(spec)
        else:
            former, board = board, Board("board", rest, theme, spec)
            if isinstance(former, Board):
                board.take_over(former)
        return [Segmented("terms", switch, theme, SegmentedSpec(options, self.game.terms.value)), board]

    def _listed(self, name: str) -> list[Widget]:
        """Return the list of the news or of the founder's word, under a heading that opens the whole."""
        theme, session, keys = self.desk.theme, self.game.session, self.desk.keys
        found: list[Widget] = []
        panel_place = self.where.news if name == "news" else self.where.affairs
        head, rest = self.inner(panel_place, 8).cut_top(max(28, theme.px(26)), theme.px(6))
        if name == "news":
            words = (_("News"), _("{n} this month").format(n=news.how_many(session)), keys.shown("news"))
            papers, head = head.cut_right(head.h, theme.px(8))
            tip = _("The papers of the month ({key})").format(key=keys.shown("papers"))
            found.append(Button("papers", papers, theme, ButtonSpec("", icon="document", tip=tip)))
            rows_of = looks.news_rows(news.news(session), theme.palette)
            spec = ListSpec(rows_of or (Row("none", _("Nothing new."), faint=True),), high=42)
            listed: ListBox = Tidings("news_list", rest, theme, spec)
        else:
            words = (_("Your word"), _("promises, secrets, cases"), keys.shown("promises"))
            spec = ListSpec(self.affair_rows(), middle_share=0.25, right_share=0.5)
            listed = Columned("affairs_list", rest, theme, spec)
        return [*found, Heading(name, head, theme, words), listed]

    def affair_rows(self) -> tuple[Row, ...]:
        """Return the founder's word as rows, with what the crate in the hand would break."""
        broken = self.seen.broken if self.seen else frozenset()
        found = looks.affair_rows(self.game.session, self.desk.theme.palette, broken)
        return found or (Row("none", _("No promise, no secret, no case."), faint=True),)

    def _month(self) -> list[Widget]:
        theme, rest = self.desk.theme, self.inner(self.where.month, 8)
        head, rest = rest.cut_top(max(28, theme.px(26)), theme.px(6))
        foot, rest = (NOWHERE, rest) if self.where.foot.w else rest.cut_bottom(theme.px(46), theme.px(8))
        counted = CountedHead("month", head, theme, *self.month_head())
        counted.meaning = " ".join(figures.attention_told(self.game.session))
        rows = ListSpec(month.rows(self.desk, self.game, self.hints), right_share=0.2, high=38)
        return [
            counted,
            Tidings("month_list", rest, theme, rows, one=28),
            *(self._buttons(foot) if foot.w else ()),
        ]

    def month_head(self) -> tuple[tuple[str, str], tuple[int, int, int]]:
        """Return title and note of the month, and its attention: left, taken by a held crate, in all."""
        session, going = self.game.session, self.seen.attention if self.seen else 0
        left, whole = session.attention_left(), session.view().attention
        words = _("{cash} left · {n} of {all}") if session.pending else _("attention {n} of {all}")
        if going:
            words = _("attention {n} of {all}, then {left}")
        note = words.format(cash=figures.left_to_spend(session), n=left, all=whole, left=left - going)
        return (_("This month"), note), (left, going, whole)

    def _buttons(self, foot: Rect) -> list[Widget]:
        """Return the buttons of the month: orders, end, run on."""
        theme, keys = self.desk.theme, self.desk.keys
        panel_button, end = foot.cut_left(round(foot.w * 0.33), theme.px(8))
        run, end = end.cut_right(min(foot.h, round(foot.w * 0.16)), theme.px(8))
        tip = _("Run until something asks for you ({key})").format(key=keys.shown("run_on"))
        last = ButtonSpec(_("End month"), "primary", key=keys.shown("confirm"), large=True)
        return [
            Button("orders", panel_button, theme, ButtonSpec(_("Orders"), key=keys.shown("orders"))),
            Button("end", end, theme, last),
            Button("run_on", run, theme, ButtonSpec("", icon="play", tip=tip)),
        ]

    @override
    def ground(self) -> object:
        shown = (self.game, self.game.session.month, self.state.alarming, self.where, self.desk.theme)
        return *shown, looks.carmaker_name(), looks.lab_name(), language()

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette, where = self.desk.theme, self.desk.theme.palette, self.where
        painters = {
            "carmaker": self._paint_carmaker,
            "lab": self._paint_lab,
            "supply": self._paint_supply,
        }
        self._paint_header(surface)
        for name in where.panels():
            ink = {"carmaker": palette.car, "lab": palette.lab}.get(name)
            panel(surface, theme, getattr(where, name), ink)
            if name in painters:
                painters[name](surface)

    def _paint_supply(self, surface: pygame.Surface) -> None:
        theme = self.desk.theme
        head = self.inner(self.where.supply).cut_top(max(28, theme.px(30)))[0]
        place, words = head.cut_left(round(head.w * 0.2) - theme.px(8))[0], _("Supply line")
        kind = text.fit_type(theme, words, (PANEL, SECTION, BODY_BOLD), place.w)
        text.put(surface, theme, place, words, kind)

    def _paint_header(self, surface: pygame.Surface) -> None:
        theme, palette, header = self.desk.theme, self.desk.theme.palette, self.where.header
        pygame.draw.line(surface, palette.line, (0, header.bottom), (header.right, header.bottom))
        session = self.game.session
        months, line = session.scenario.file.months, self._dates()[1]
        words = figures.months_told(session.month, months)
        shown = text.put(surface, theme, line, words, SECONDARY, colour=palette.text2).shown
        bar = line.cut_left(text.width(theme, shown, SECONDARY), theme.px(10))[1].cut_right(theme.px(8))[1]
        if bar.w > theme.px(16):
            paint.bar(
                surface, bar.middle(bar.w, theme.px(4)), session.month / months, (palette.text, palette.line)
            )
        car = "tesla.trust" if self.where.few else "tesla.price"
        for key, ink in (("xai.cash", palette.lab), (car, palette.car)):
            control = self.stage.find(key)
            if control is not None:
                mark = Rect(control.rect.x - theme.px(1), header.y + theme.px(13), theme.px(3), theme.px(40))
                paint.box(surface, mark, ink, radius=1)

    def _paint_carmaker(self, surface: pygame.Surface) -> None:
        theme, palette = self.desk.theme, self.desk.theme.palette
        head, rest = self.inner(self.where.carmaker).cut_top(theme.px(42), theme.px(8))
        title, side = head.cut_left(round(head.w * 0.6), theme.px(8))
        put_eyebrow(surface, theme, title, (_("Public carmaker"), looks.carmaker_name()), palette.car)
        prices = [report.price_cents for report in self.game.session.reports][-18:]
        if len(prices) > 1:
            draw_spark(surface, theme, side.middle(side.w, theme.px(32)), prices, palette.car)
        sign = rest.cut_top(text.line_height(theme, BODY) + theme.px(4))[0].cut_left(theme.px(16))[0]
        icon, ink = ("warning", palette.bad) if self.state.alarming else ("info", palette.text3)
        icons.put(surface, icon, sign.centre, theme.px(16), ink)

    def _paint_lab(self, surface: pygame.Surface) -> None:
        theme, palette = self.desk.theme, self.desk.theme.palette
        head = self.inner(self.where.lab).cut_top(theme.px(42))[0]
        left = head.cut_left(round(head.w * 0.5))[0]
        put_eyebrow(surface, theme, left, (_("Private lab"), looks.lab_name()), palette.lab)

    def wave_time(self) -> float:
        """Return how far the wave of opinion has run, 0 to 1."""
        if self.wave_from is None:
            return 1.0
        return min(1.0, max(0.0, (self.desk.now - self.wave_from) / WAVE_MS))
