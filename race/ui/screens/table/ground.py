"""Where everything lies on the main screen: carmaker at the left, lab at the right, shipments between them.

Hierarchy: the supply board, where one acts; its two mirrors; the lists; and End month, the only bright block.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.speech import _
from race.ui.kit import icons, paint, text
from race.ui.kit.choices import ListBox, ListSpec, Segmented
from race.ui.kit.layout import Rect, Track, columns, rows
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
from race.ui.pieces.heading import Heading, put_eyebrow
from race.ui.pieces.stat import Small, Stat, draw_spark
from race.ui.present import advice, figures, league, news, orders, owners, routine, supply
from race.ui.present.ahead import charts
from race.ui.present.consequences import Foresight
from race.ui.screens import looks
from race.ui.screens.ahead import dress
from race.ui.screens.game import Game
from race.ui.screens.screen import Desk, Screen

WAVE_MS = 900
_HEADER = 66
_DATE = 150


@dataclass(frozen=True, slots=True)
class Places:
    """Where the panels lie, in window pixels."""

    header: Rect
    carmaker: Rect
    supply: Rect
    lab: Rect
    news: Rect
    affairs: Rect
    month: Rect


def places(desk: Desk) -> Places:
    """Return the places of the panels for the desk's size; a wider window gives width to the chart first."""
    theme, area = desk.theme, desk.area
    header, rest = area.cut_top(theme.px(_HEADER))
    body = rest.pad(theme.px(16), theme.px(10))
    upper, lower = rows(body, [Track(430), Track(186)], theme.px(12))
    spare = max(0, area.w - round(1280 * theme.k)) / max(theme.k, 0.1)
    shares = [Track(357), Track(492), Track(375 + spare)]
    left, middle, right = columns(upper, shares, theme.px(12))
    first, second, third = columns(lower, shares, theme.px(12))
    return Places(header, left, middle, right, first, second, third)


class Ground(Screen):
    """The table without the hand: controls in their places and what is painted beneath them."""

    def __init__(self, desk: Desk, game: Game) -> None:
        """Show the game where it stands."""
        super().__init__(desk)
        self.game = game
        self.tab = league.TABS[0]
        self.seen: Foresight | None = None
        self.wave_from: int | None = None
        self.lay()

    # -- placing ----------------------------------------------------------------------------------

    @override
    def lay(self) -> None:
        session = self.game.session
        self.state = owners.hall(session)
        self.race = league.race(session, self.tab)
        self.hints = advice.hints(session)
        self.where = places(self.desk)
        super().lay()

    def inner(self, panel_place: Rect, down: int = 11) -> Rect:
        """Return the room inside a panel."""
        theme = self.desk.theme
        return panel_place.pad(theme.px(16), theme.px(down))

    @override
    def controls(self) -> Sequence[Widget]:
        return [
            *self._header(),
            *self._carmaker(),
            *self._lab(),
            *self._lists(),
            *self._month(),
            *self._supply(),
        ]

    def _header(self) -> list[Widget]:
        theme, header = self.desk.theme, self.where.header.pad(self.desk.theme.px(16), 0)
        side = max(28, theme.px(32))
        buttons, rest = header.cut_right(4 * side + 3 * theme.px(2), theme.px(8))
        date, rest = rest.cut_left(theme.px(_DATE), theme.px(8))
        found: list[Widget] = []
        parts = columns(rest, [1.0] * 6, theme.px(2))
        for figure, place in zip(figures.header(self.game.session), parts, strict=True):
            found.append(Stat(figure.key, place.pad(0, theme.px(8)), theme, looks.stat(figure)))
        pending = bool(self.game.session.pending)
        specs = (
            (
                "undo",
                "undo",
                _("Undo the last order (Ctrl+Z)"),
                pending,
                _("Nothing was ordered this month."),
            ),
            ("house", "people", _("Your house (H)"), True, ""),
            ("help", "help", _("Help (F1)"), True, ""),
            ("menu", "menu", _("Menu (Esc)"), True, ""),
        )
        for (key, icon, tip, enabled, why), place in zip(
            specs, columns(buttons, [1.0] * 4, theme.px(2)), strict=True
        ):
            spec = ButtonSpec("", icon=icon, tip=tip, enabled=enabled, why_not=why)
            found.append(Button(key, place.middle(side, side), theme, spec))
        high = text.line_height(theme, HEADLINE)
        top = Rect(date.x, date.y + theme.px(8), date.w, high)
        session = self.game.session
        words = looks.date(session.month)
        kind = text.fit_type(theme, words, (HEADLINE, PANEL, SECTION), top.w)
        found.append(Label("date", top, theme, LabelSpec(words, kind)))
        return found

    def _carmaker(self) -> list[Widget]:
        theme, rest = self.desk.theme, self.inner(self.where.carmaker)
        _head, rest = rest.cut_top(theme.px(42), theme.px(8))
        insight, rest = rest.cut_top(text.line_height(theme, BODY) + theme.px(4), theme.px(2))
        change = self.seen.trust_change if self.seen else None
        spec = looks.hall(self.state, self.game.before, change)
        words = insight.cut_left(theme.px(24))[1]
        hall = Hall("hall", rest, theme, spec)
        hall.t = self.wave_time()
        return [Label("insight", words, theme, LabelSpec(self.state.insight)), hall]

    def _lab(self) -> list[Widget]:
        theme, rest = self.desk.theme, self.inner(self.where.lab)
        _head, rest = rest.cut_top(theme.px(42), theme.px(8))
        foot, rest = rest.cut_bottom(max(28, theme.px(30)), theme.px(8))
        footing, rest = rest.cut_top(Small.height(theme), theme.px(4))
        options = tuple(Option(key, words) for key, words in league.tab_names().items())
        told = figures.footing(self.game.session)
        return [
            *(
                Small(figure.key, place, theme, looks.stat(figure))
                for figure, place in zip(told, columns(footing, [1.0] * 3, theme.px(2)), strict=True)
            ),
            self._chart(rest),
            Segmented("tab", foot, theme, SegmentedSpec(options, self.tab)),
        ]

    def _chart(self, place: Rect) -> Chart:
        """Return the chart of the race, with what is foreseen once somebody has looked ahead this month."""
        session, theme = self.game.session, self.desk.theme
        seen = self.game.lookout.now(session)
        spec = looks.chart(session, self.tab)
        if seen is not None:
            spec = dress.race_chart(charts.chart(session, self.tab, seen), theme.palette)
        found = Chart("chart", place, theme, spec)
        found.opens = True
        return found

    def _supply(self) -> list[Widget]:
        theme, rest = self.desk.theme, self.inner(self.where.supply)
        head, rest = rest.cut_top(max(28, theme.px(30)), theme.px(8))
        switch = head.cut_right(round(head.w * 0.8))[0]
        meanings = supply.terms_meanings()
        options = tuple(
            Option(terms.value, words, tip=meanings[terms]) for terms, words in supply.terms_names().items()
        )
        spec = looks.board(self.game.session, theme.palette, self.game.refusals(), meanings[self.game.terms])
        board = self.stage.find("board")
        if isinstance(board, Board) and board.rect == rest and board.theme == theme:
            board.show(spec)
        else:
            board = Board("board", rest, theme, spec)
        return [Segmented("terms", switch, theme, SegmentedSpec(options, self.game.terms.value)), board]

    def _lists(self) -> list[Widget]:
        theme, palette = self.desk.theme, self.desk.theme.palette
        session = self.game.session
        lines = news.news(session)
        found: list[Widget] = []
        for name, key, title, note, place in (
            ("news", "N", _("News"), _("{n} this month").format(n=news.how_many(session)), self.where.news),
            ("promises", "P", _("Your word"), _("promises, secrets, cases"), self.where.affairs),
        ):
            head, rest = self.inner(place, 8).cut_top(max(28, theme.px(26)), theme.px(6))
            if name == "news":
                papers, head = head.cut_right(head.h, theme.px(8))
                tip = _("The papers of the month (D)")
                found.append(Button("papers", papers, theme, ButtonSpec("", icon="document", tip=tip)))
            found.append(Heading(name, head, theme, (title, note, key)))
            if name == "news":
                rows_of = looks.news_rows(lines, palette) or (Row("none", _("Nothing new."), faint=True),)
                found.append(ListBox("news_list", rest, theme, ListSpec(rows_of)))
            else:
                rows_of = self.affair_rows()
                spec = ListSpec(rows_of, middle_share=0.25, right_share=0.5)
                found.append(ListBox("affairs_list", rest, theme, spec))
        return found

    def affair_rows(self) -> tuple[Row, ...]:
        """Return the founder's word as rows, with what the crate in the hand would break."""
        broken = self.seen.broken if self.seen else frozenset()
        found = looks.affair_rows(self.game.session, self.desk.theme.palette, broken)
        return found or (Row("none", _("No promise, no secret, no case."), faint=True),)

    def _month(self) -> list[Widget]:
        theme, rest = self.desk.theme, self.inner(self.where.month, 8)
        _head, rest = rest.cut_top(max(28, theme.px(26)), theme.px(6))
        foot, rest = rest.cut_bottom(theme.px(50), theme.px(8))
        panel_button, end = foot.cut_left(round(foot.w * 0.33), theme.px(8))
        run, end = end.cut_right(min(foot.h, round(foot.w * 0.16)), theme.px(8))
        spec = ListSpec(self._month_rows(), right_share=0.2)
        return [
            ListBox("month_list", rest, theme, spec),
            Button("orders", panel_button, theme, ButtonSpec(_("Orders"), key="O")),
            Button("end", end, theme, ButtonSpec(_("End month"), "primary", key="Enter", large=True)),
            Button(
                "run_on",
                run,
                theme,
                ButtonSpec("", icon="play", tip=_("Run until something asks for you (F)")),
            ),
        ]

    def _month_rows(self) -> tuple[Row, ...]:
        palette = self.desk.theme.palette
        given = [
            Row(
                f"order.{place}",
                orders.told(command),
                "tick",
                palette.lab,
                right=_("undo"),
                tip=_("Click to take it back."),
            )
            for place, command in enumerate(self.game.session.pending)
        ]
        waiting = [
            Row(
                f"hint.{place}",
                hint.text,
                "warning" if hint.urgent else "chevron_right",
                palette.warning if hint.urgent else palette.text3,
                tip=_("{hint}. Click to see the orders.").format(hint=hint.text),
            )
            for place, hint in enumerate(self.hints)
        ]
        left = Row(
            "routine.all",
            routine.told(self.game.session),
            "gear",
            palette.text3,
            tip=_("Click to say what the lab's officers do by themselves (T)."),
        )
        waiting = waiting if given or waiting else [Row("none", _("Nothing waits for you."), faint=True)]
        return (*given, left, *waiting) if self.game.session.coming() else (*given, *waiting, left)

    # -- drawing ----------------------------------------------------------------------------------

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette, where = self.desk.theme, self.desk.theme.palette, self.where
        for place, accent in (
            (where.carmaker, palette.car),
            (where.supply, None),
            (where.lab, palette.lab),
            (where.news, None),
            (where.affairs, None),
            (where.month, None),
        ):
            panel(surface, theme, place, accent)
        self._paint_header(surface)
        self._paint_carmaker(surface)
        self._paint_lab(surface)
        head = self.inner(where.supply).cut_top(max(28, theme.px(30)))[0]
        place, words = head.cut_left(round(head.w * 0.35))[0], _("Supply line")
        text.put(
            surface, theme, place, words, text.fit_type(theme, words, (PANEL, SECTION, BODY_BOLD), place.w)
        )
        self._paint_month(surface)

    def _paint_header(self, surface: pygame.Surface) -> None:
        theme, palette, header = self.desk.theme, self.desk.theme.palette, self.where.header
        pygame.draw.line(surface, palette.line, (0, header.bottom), (header.right, header.bottom))
        session = self.game.session
        months = session.scenario.file.months
        place = header.pad(theme.px(16), 0).cut_left(theme.px(_DATE))[0]
        line = Rect(place.x, header.bottom - theme.px(26), place.w, text.line_height(theme, SECONDARY))
        words = _("Month {n} of {all}").format(n=min(months, session.month + 1), all=months)
        shown = text.put(surface, theme, line, words, SECONDARY, colour=palette.text2).shown
        bar = line.cut_left(text.width(theme, shown, SECONDARY), theme.px(10))[1].cut_right(theme.px(8))[1]
        if bar.w > theme.px(16):
            paint.bar(
                surface, bar.middle(bar.w, theme.px(4)), session.month / months, (palette.text, palette.line)
            )
        for key, ink in (("xai.cash", palette.lab), ("tesla.price", palette.car)):
            control = self.stage.find(key)
            if control is not None:
                mark = Rect(control.rect.x - theme.px(1), header.y + theme.px(13), theme.px(3), theme.px(40))
                paint.box(surface, mark, ink, radius=1)

    def _paint_carmaker(self, surface: pygame.Surface) -> None:
        theme, palette = self.desk.theme, self.desk.theme.palette
        inner = self.inner(self.where.carmaker)
        head, rest = inner.cut_top(theme.px(42), theme.px(8))
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
        left, right = head.cut_left(round(head.w * 0.5), theme.px(8))
        put_eyebrow(surface, theme, left, (_("Private lab"), looks.lab_name()), palette.lab)
        first, second = right.cut_top(theme.px(24))
        text.put(surface, theme, first, self.race.place, PANEL, align="right")
        text.put(surface, theme, second, self.race.caption, SECONDARY, colour=palette.text3, align="right")

    def _paint_month(self, surface: pygame.Surface) -> None:
        theme, palette = self.desk.theme, self.desk.theme.palette
        head = self.inner(self.where.month, 8).cut_top(max(28, theme.px(26)))[0]
        session = self.game.session
        left, whole = session.attention_left(), session.view().attention
        pips, words = head.cut_right(whole * theme.px(12), theme.px(10))
        for place in range(whole):
            spot = (pips.x + theme.px(12) * place + theme.px(6), pips.centre[1])
            ink = palette.lab if place < left else palette.strong
            icons.put(surface, "circle", spot, theme.px(8), ink)
        note = _("attention {n} of {all}").format(n=left, all=whole)
        wide = min(text.width(theme, note, SECONDARY), words.w // 2)
        side, words = words.cut_right(wide, theme.px(10))
        text.put(surface, theme, side, note, SECONDARY, colour=palette.text2, align="right")
        text.put(surface, theme, words, _("This month"), SECTION)

    def wave_time(self) -> float:
        """Return how far the wave of opinion has run, 0 to 1."""
        if self.wave_from is None:
            return 1.0
        return min(1.0, max(0.0, (self.desk.now - self.wave_from) / WAVE_MS))
