"""Handing the seat over: to whom, how fast, and what to stop at."""

from collections.abc import Sequence
from dataclasses import replace

import pygame
from typing_extensions import override

from race.session.autoplay.stops import Stop
from race.speech import _
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec, Segmented
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, SECONDARY, SECTION
from race.ui.kit.widgets import Button, ButtonSpec, Option, Row, SegmentedSpec, Widget
from race.ui.present.seat.players import Plan, limit_names, players, speed_names, stop_names
from race.ui.screens.screen import Desk, Titled, Wish


class Choosing(Titled):
    """Choose a bot and what it stops at; the wish at the end carries the plan."""

    part = (0.8, 0.84)

    def __init__(self, desk: Desk, plan: Plan, wish: str, value: object, *, seated: bool = True) -> None:
        """Start from a plan; `wish` follows with (value, plan); `seated` when the seat is the player's."""
        super().__init__(desk)
        self.plan = plan
        self.wish = wish
        self.value = value
        self.seated = seated
        self.lay()
        self.stage.focus_on("bots")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @override
    def lay(self) -> None:
        self.title = _("Hand over the seat") if self.seated else _("Watch a game")
        super().lay()

    def places(self) -> dict[str, Rect]:
        """Return where the bots, the stops and the switches lie."""
        theme = self.desk.theme
        foot, body = self.body().cut_bottom(max(34, theme.px(46)), theme.px(16))
        left, right = body.cut_left(round(body.w * 0.36), theme.px(30))
        head, row = text.line_height(theme, SECTION), max(28, theme.px(32))
        found = {"foot": foot}
        found["bots_head"], found["bots"] = left.cut_top(head, theme.px(6))
        if not theme.large:
            found["name"], right = right.cut_top(head, theme.px(4))
            found["line"], right = right.cut_top(text.line_height(theme, BODY) * 2, theme.px(12))
        found["stops_head"], right = right.cut_top(head, theme.px(6))
        for name in ("speed", "limit"):
            found[name], right = right.cut_bottom(row, theme.px(6))
            if not theme.large:
                found[f"{name}_head"], right = right.cut_bottom(head, theme.px(12))
        found["stops"] = right.cut_top(theme.row * len(Stop))[0]
        return found

    @override
    def controls(self) -> Sequence[Widget]:
        theme, where = self.desk.theme, self.places()
        bots = tuple(
            Row(each.key, each.name, "people", theme.palette.text3, tip=each.line) for each in players()
        )
        limits = tuple(Option(f"{most}", words) for most, words in limit_names().items())
        speeds = tuple(Option(key, words) for key, words in speed_names().items())
        start = where["foot"].cut_right(theme.px(230))[0]
        found: list[Widget] = [
            self.close_button(),
            self._kept("bots", ListBox("bots", where["bots"], theme, ListSpec(bots, self.plan.bot))),
            self._kept(
                "stops", ListBox("stops", where["stops"], theme, ListSpec(self._stop_rows(), right_share=0.2))
            ),
            Segmented("limit", where["limit"], theme, SegmentedSpec(limits, f"{self.plan.most}")),
            Segmented("speed", where["speed"], theme, SegmentedSpec(speeds, self.plan.speed)),
            Button("start", start, theme, ButtonSpec(_("Start"), "primary", key="Enter", large=True)),
        ]
        return found

    def _kept(self, name: str, box: ListBox) -> ListBox:
        """Keep a list where it was scrolled to, and its marked row."""
        old = self.stage.find(name)
        if isinstance(old, ListBox):
            box.first = old.first
            if name == "stops":
                box.spec = replace(box.spec, chosen=old.spec.chosen)
        box.scroll(0)
        return box

    def _stop_rows(self) -> tuple[Row, ...]:
        palette = self.desk.theme.palette
        return tuple(
            Row(
                stop.value,
                words,
                "tick" if stop in self.plan.stops else "circle",
                palette.lab if stop in self.plan.stops else palette.strong,
                right=_("stops") if stop in self.plan.stops else "",
                right_ink=palette.lab,
                tip=words,
            )
            for stop, words in stop_names().items()
        )

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette, where = self.desk.theme, self.desk.theme.palette, self.places()
        bot = next((each for each in players() if each.key == self.plan.bot), players()[0])
        for name, words in (
            ("bots_head", _("Who plays")),
            ("name", bot.name),
            ("stops_head", _("Stop when")),
            ("limit_head", _("Stop after")),
            ("speed_head", _("How fast")),
        ):
            if name in where:
                text.put(surface, theme, where[name], words, SECTION)
        if "line" in where:
            text.put_lines(surface, theme, where["line"], bot.line, BODY, colour=palette.text2)
        note = where["foot"].cut_right(theme.px(250))[1]
        words = _("You can take the seat at any time. Every month is saved.")
        if self.seated:
            words = _(
                "You can take the seat at any time; until then your promises are in these hands. "
                "Every month is saved."
            )
        high = min(note.h, text.lines_height(theme, words, SECONDARY, note.w))
        text.put_lines(surface, theme, note.middle(note.w, high), words, SECONDARY, colour=palette.text3)

    @override
    def take(self, action: Action) -> Wish | None:
        match action.name, action.subject:
            case ("select" | "open", "bots"):
                self.plan = replace(self.plan, bot=str(action.value))
                if action.name == "open" and self.stage.by_keys:
                    return self._start()
            case ("select" | "open", "stops"):
                if action.name == "open" or not self.stage.by_keys:
                    self._turn(Stop(str(action.value)))
            case ("choose", "speed"):
                self.plan = replace(self.plan, speed=str(action.value))
            case ("choose", "limit"):
                self.plan = replace(self.plan, most=int(str(action.value)))
            case ("press", "start") | ("confirm", _):
                return self._start()
            case _:
                return super().take(action)
        self.desk.play("press")
        self.lay()
        return None

    def _turn(self, stop: Stop) -> None:
        self.plan = replace(self.plan, stops=self.plan.stops ^ {stop})

    def _start(self) -> Wish:
        self.desk.play("press")
        return Wish(self.wish, value=(self.value, self.plan))
