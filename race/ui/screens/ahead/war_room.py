"""The war room: futures with an order and without it, played in the background while the window goes on."""

from collections.abc import Iterator, Sequence

import pygame
from typing_extensions import override

from race.core.commands import Command
from race.session.forecast.outlook import Outlook
from race.speech import _, number
from race.ui.kit import paint, text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec, Segmented
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, BODY_BOLD, HEADLINE, LABEL, SECONDARY, SECTION, SMALL, Type
from race.ui.kit.widgets import Button, ButtonSpec, Option, Row, SegmentedSpec, Widget, panel
from race.ui.pieces.ahead.rails import Rails
from race.ui.pieces.chart import Chart
from race.ui.pieces.plot import ChartSpec
from race.ui.present.ahead import told
from race.ui.present.ahead.lookout import FUTURES
from race.ui.present.ahead.subjects import ALL, GIVEN, Subject, chosen, subjects
from race.ui.screens.ahead import dress
from race.ui.screens.ahead.places import Parts, Words, places
from race.ui.screens.ahead.watching import Watching
from race.ui.screens.game import Game
from race.ui.screens.overlays import Titled
from race.ui.screens.screen import Desk, Wish
from race.ui.screens.sheets.confirm import before_breaking


class WarRoom(Watching, Titled):
    """Choose what to compare and how far to look; read what it changes."""

    covers = True  # what lies beneath need not be drawn in every frame while futures are played
    steady = True
    part = (1.0, 1.0)

    def __init__(self, desk: Desk, game: Game, given: Command | None = None) -> None:
        """Open at an order that is weighed, or at this month's orders; the futures are asked for at once."""
        super().__init__(desk)
        self.game = game
        self.given = given
        self.title = _("War room")
        self.chosen = chosen(game.session, given)
        self.view = "gap"
        self.apart = False
        self._ask()
        self.lay()
        self.stage.focus_on("subjects")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    # -- what is compared -------------------------------------------------------------------------

    def subject(self) -> Subject:
        """Return the comparison that is chosen."""
        return next((one for one in self.subjects if one.key == self.chosen), self.subjects[0])

    def _ask(self, *, again: bool = False) -> None:
        self.subjects = subjects(self.game.session, self.game.terms, self.given)
        self.chosen = self.subject().key
        self.game.lookout.ask(self.game.session, self.subject(), again=again)

    # -- placing ----------------------------------------------------------------------------------

    @override
    def lay(self) -> None:
        self.subjects = subjects(self.game.session, self.game.terms, self.given)
        self.lay_heard(self.foreseen())

    @override
    def lay_heard(self, seen: Outlook | None) -> None:
        self.seen = self.heard = seen
        self.fans = self._fans(seen)
        self.chances = told.chances(seen) if seen else ()
        self.where = self._places(seen)
        super().lay()

    def _fans(self, seen: Outlook | None) -> tuple[told.FanState, ...]:
        session = self.game.session
        return told.fans(session, seen, self.game.lookout.ahead(session), apart=self.apart)

    @override
    def parts_ahead(self, seen: Outlook | None) -> Iterator[int]:
        yield 0  # a frame that has worked out what the futures say has done enough
        charts = self._charts(self._fans(seen), self._places(seen))
        yield 1
        for place, chart in enumerate(charts, 2):
            chart.draw_lines()
            yield place

    def verdict(self) -> str:
        """Return what the futures say, in sentences; of an order that is left out in them, why it is."""
        return self._verdict(self.seen)

    def _verdict(self, seen: Outlook | None) -> str:
        one = self.subject()
        if one.refused:
            return _("Not now: {reason}").format(reason=one.why_not)
        words = " ".join(told.verdict(seen)) if seen else ""
        return words or (_("The first futures are being played…") if self.game.lookout.running else "")

    def _note(self, seen: Outlook | None) -> str:
        words = _(
            "Each future is played with it and without it on the same luck; afterwards your officers run the "
            "lab in both. What you cannot know is drawn anew every time."
        )
        if len(self.subject().plans) == 1:
            words = _(
                "After this month your officers run the lab. What you cannot know is drawn anew every time."
            )
        return words if seen is None else f"{told.support_told(seen)} {words}"

    @staticmethod
    def _cash(seen: Outlook | None) -> str:
        brackets = _("Eight of ten futures lie in brackets.")
        return f"{told.cash_told(seen)} {brackets}" if seen else ""

    def _places(self, seen: Outlook | None) -> Parts:
        """Return the places of all parts, once this is what the futures say."""
        buttons = self._run_button().text, self._give_button().text
        words = Words(self._verdict(seen), self._note(seen), self._note(None), self._cash(seen), buttons)
        return places(self.desk.theme, self.body(), words)

    @override
    def controls(self) -> Sequence[Widget]:
        theme, where, lookout = self.desk.theme, self.where, self.game.lookout
        box = ListBox("subjects", where.subjects, theme, ListSpec(self._rows(), self.chosen, right_share=0.4))
        old = self.stage.find("subjects")
        box.first = old.first if isinstance(old, ListBox) else 0
        box.scroll(0)
        session = self.game.session
        months = tuple(
            Option(str(each), number(lookout.within(session, each))) for each in lookout.horizons(session)
        )
        futures = tuple(Option(str(each), number(each)) for each in FUTURES)
        return [
            box,
            Segmented(
                "months", where.months, theme, SegmentedSpec(months, str(lookout.chosen(self.game.session)))
            ),
            Segmented("futures", where.futures, theme, SegmentedSpec(futures, str(lookout.futures))),
            Segmented(
                "shown", where.shown, theme, SegmentedSpec(self._ways(), "apart" if self.apart else "both")
            ),
            Button("run", where.run, theme, self._run_button()),
            Button("give", where.give, theme, self._give_button()),
            *self._pictures(where),
            self.close_button(),
        ]

    @staticmethod
    def _ways() -> tuple[Option, ...]:
        tip = _("What the order changes in each future, month by month.")
        return Option("both", _("Both futures")), Option("apart", _("Difference"), tip=tip)

    def _pictures(self, where: Parts) -> list[Widget]:
        """Return charts and rails: all of them, or the chosen one where there is no room for all."""
        theme, palette = self.desk.theme, self.desk.theme.palette
        spec = dress.rails(self.chances, told.plan_names(len(self.subject().plans)), palette)
        rails = Rails("rails", where.rails, theme, spec)
        charts = self._charts(self.fans, where)
        if len(where.charts) > 1:
            return [*charts, rails] if self.chances else [*charts]
        options = (
            *(
                Option(state.key, words)
                for state, words in zip(self.fans, (_("Quality"), _("Trust")), strict=True)
            ),
            Option("rails", _("Chances")),
        )
        views = Segmented("views", where.views, theme, SegmentedSpec(options, self.view))
        return [views, *([rails] if self.view == "rails" else charts)]

    def _charted(
        self, fans: tuple[told.FanState, ...], charts: tuple[Rect, ...]
    ) -> Iterator[tuple[told.FanState, Rect]]:
        """Return the fans that are shown, all or the chosen one, with their places."""
        shown = fans if len(charts) > 1 else [state for state in fans if state.key == self.view]
        return zip(shown, charts, strict=False)

    def _charts(self, fans: tuple[told.FanState, ...], where: Parts) -> list[Chart]:
        theme, palette = self.desk.theme, self.desk.theme.palette
        margins = dress.fan_margins(theme, fans)
        return [
            self._chart(place, state.key, dress.fan_chart(state, palette, margins))
            for state, place in self._charted(fans, where.charts)
        ]

    def _chart(self, place: Rect, key: str, spec: ChartSpec) -> Chart:
        theme = self.desk.theme
        title = text.line_height(theme, BODY_BOLD) + theme.px(2)
        chart = Chart(key, place.cut_top(title, theme.px(2))[1], theme, spec)
        old = self.stage.find(key)
        if isinstance(old, Chart):
            chart.month, chart.hovered, chart.focused = old.month, old.hovered, old.focused
        return chart

    def _rows(self) -> tuple[Row, ...]:
        palette = self.desk.theme.palette
        found = []
        for one in self.subjects:
            icon, ink = ("tick", palette.lab) if one.command is None else ("chip", palette.text2)
            if one.refused:
                icon, ink = "lock", palette.text3
            tip = f"{one.text}. {one.why_not}" if one.why_not else one.text
            told_more = f"{tip} ({one.detail})" if one.detail else tip
            row = Row(one.key, one.text, icon, ink, right=one.detail, tip=told_more, faint=bool(one.why_not))
            found.append(row)
        return tuple(found)

    def _run_button(self) -> ButtonSpec:
        if self.game.lookout.running:
            return ButtonSpec(_("Stop"), icon="close")
        over = self.game.session.ending is not None
        return ButtonSpec(_("Play again"), icon="play", enabled=not over, why_not=_("The game is over."))

    def _give_button(self) -> ButtonSpec:
        one = self.subject()
        if one.place is not None:
            return ButtonSpec(_("Take it back"), icon="undo")
        if one.command is None:
            why = _("Choose an order in the list: it can then be given or taken back here.")
            return ButtonSpec(_("Order it"), enabled=False, why_not=why)
        return ButtonSpec(_("Order it"), icon="tick", enabled=not one.why_not, why_not=one.why_not)

    # -- drawing ----------------------------------------------------------------------------------

    @property
    @override
    def box(self) -> Rect:
        theme = self.desk.theme
        return self.desk.area.pad(theme.px(16), theme.px(12))

    @override
    def ground(self) -> object:
        return self.stage.controls, self._progress()

    @override
    def paint(self, surface: pygame.Surface) -> None:
        theme, palette, where = self.desk.theme, self.desk.theme.palette, self.where
        paint.background(surface, palette)
        panel(surface, theme, self.box)
        inner = self.box.pad(theme.px(24), theme.px(18))
        text.put(surface, theme, inner.cut_top(text.line_height(theme, HEADLINE))[0], self.title, HEADLINE)
        high = text.line_height(theme, SECTION)
        head = Rect(where.subjects.x, where.subjects.y - high - theme.px(6), where.subjects.w, high)
        text.put(surface, theme, head, _("What is compared"), SECTION)
        line = text.line_height(theme, LABEL)
        for place, words in ((where.months, _("Months ahead")), (where.futures, _("Futures"))):
            label = Rect(place.x, place.y - line - theme.px(1), place.w, line)
            text.put(surface, theme, label, words, LABEL, colour=palette.text3)
        self._paint_progress(surface, where.progress)
        if where.note.h:
            text.put_lines(surface, theme, where.note, self._note(self.seen), LABEL, colour=palette.text3)
        if len(where.charts) > 1 or self.view == "rails":
            text.put_lines(surface, theme, where.cash, self._cash(self.seen), SECONDARY, colour=palette.text2)
        ink = palette.text if self.seen else palette.text3
        text.put_lines(surface, theme, where.verdict, self.verdict(), SECTION, colour=ink)
        for state, place in self._charted(self.fans, where.charts):
            self._paint_title(surface, state, place)

    def _paint_title(self, surface: pygame.Surface, state: told.FanState, place: Rect) -> None:
        theme, palette = self.desk.theme, self.desk.theme.palette
        if self.view == "rails" and len(self.where.charts) == 1:
            return
        head = place.cut_top(text.line_height(theme, BODY_BOLD))[0]
        inks = {1: palette.good, 0: palette.text3, -1: palette.bad}
        wide = text.width(theme, state.change, BODY_BOLD)
        side, words = head.cut_right(min(wide, head.w // 2), theme.px(12))
        text.put(surface, theme, side, state.change, BODY_BOLD, colour=inks[state.good], align="right")
        kind = text.fit_type(theme, state.title, (BODY, SECONDARY, LABEL, SMALL, Type(10)), words.w)
        text.put(surface, theme, words, state.title, kind, colour=palette.text2)

    def _progress(self) -> tuple[int, int]:
        """Return how many futures are played, and how many are wanted."""
        forecast = self.game.lookout.forecast
        return (forecast.played, forecast.futures) if forecast else (0, self.game.lookout.futures)

    def _paint_progress(self, surface: pygame.Surface, place: Rect) -> None:
        theme, palette, (played, wanted) = self.desk.theme, self.desk.theme.palette, self._progress()
        words, rest = place.cut_top(text.line_height(theme, LABEL), theme.px(3))
        shown = _("{n} of {all} futures played").format(n=number(played), all=number(wanted))
        text.put(surface, theme, words, shown, SECONDARY, colour=palette.text2)
        paint.bar(
            surface, rest.middle(rest.w, theme.px(4)), played / max(1, wanted), (palette.lab, palette.line)
        )

    # -- acting -----------------------------------------------------------------------------------

    @override
    def take(self, action: Action) -> Wish | None:
        match action.name:
            case "select" | "open" | "choose":
                self._choose(action.subject, str(action.value))
            case "press" if action.subject in ("run", "give"):
                return self._run() if action.subject == "run" else self._give()
            case "undo" | "redo":
                session = self.game.session
                if (session.undo() if action.name == "undo" else session.redo()) is not None:
                    self._changed()
            case "war_room":
                return Wish("close")
            case "read":
                pass
            case _:
                return super().take(action)
        return None

    def _choose(self, subject: str, value: str) -> None:
        if subject in ("views", "shown"):
            self.view = value if subject == "views" else self.view
            self.apart = value == "apart" if subject == "shown" else self.apart
            self.lay()
            return
        match subject:
            case "subjects":
                self.chosen = value
            case "months":
                self.game.lookout.months = int(value)
            case "futures":
                self.game.lookout.futures = int(value)
            case _:
                pass
        self._changed()

    def _changed(self) -> None:
        self._ask()
        self.lay()

    def _run(self) -> Wish | None:
        """Stop what is played, or play it again."""
        self.desk.play("press")
        if self.game.lookout.running:
            self.game.lookout.stop()
        else:
            self._ask(again=True)
        self.lay()
        return None

    def _give(self) -> Wish | None:
        """Give the order that is weighed, asked for when it breaks a promise, or take back the given one."""
        one = self.subject()
        if one.place is not None:
            self.given = self.game.session.pending[one.place]
            self.game.take_back(one.place)
            self.chosen = GIVEN
            self.desk.play("press")
        elif one.command is not None:
            sheet = before_breaking(self.desk, self.game, one.command, Action("press", "give"))
            if sheet is not None:
                return Wish("open", sheet)
            reason = self.game.order(one.command)
            if reason:
                self.desk.play("refused")
                self.desk.tell(reason, "warning", self.desk.theme.palette.warning)
                return None
            self.desk.play("press")
            words = _("Ordered: {order}").format(order=one.text)
            self.desk.tell(words, "tick", holds=self.game.holds(one.command))
            pending = self.game.session.pending
            self.chosen = ALL if len(pending) == 1 else f"order.{len(pending) - 1}"
        self._changed()
        return None
