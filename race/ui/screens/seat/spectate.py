"""A bot holds the founder's seat: its months run at the chosen speed until something asks for the player."""

from collections.abc import Sequence
from dataclasses import replace

import pygame
from typing_extensions import override

from race.core.commands import Command
from race.core.words import N_, Sentence
from race.session.autoplay.stops import Sentry
from race.session.autoplay.understudy import Understudy
from race.session.journal import PLAYER
from race.session.session import Session
from race.speech import _, speak
from race.ui.kit import icons, text
from race.ui.kit.actions import Action
from race.ui.kit.choices import Segmented
from race.ui.kit.layout import Rect
from race.ui.kit.theme import ALONE_TEXT, BODY_BOLD, LABEL, SECONDARY, Type
from race.ui.kit.widgets import Button, ButtonSpec, Label, LabelSpec, Option, SegmentedSpec, Widget
from race.ui.present.debrief.verdict import ending_words
from race.ui.present.seat.players import SPEEDS, Plan, player_name, speed_names
from race.ui.screens.game import Game
from race.ui.screens.screen import Desk, Wish
from race.ui.screens.seat.choosing import Choosing
from race.ui.screens.seat.onlooker import Onlooker

_WHY = (SECONDARY, LABEL, Type(11))
"""Sizes of what made the months stand still, where one line is too little for it."""
HELD = Sentence(N_("A bot holds your seat. Take it back to order something."))


class Spectate(Onlooker):
    """The game while somebody else plays it."""

    def __init__(self, desk: Desk, game: Game, plan: Plan, *, playing: bool = True) -> None:
        """Give the seat to the plan's bot; `playing` False waits for the player's word."""
        self.plan = plan
        self.hands = Understudy(game.session, plan.bot)
        self.sentry = Sentry(game.session, plan.stops, plan.most)
        self.why = ""
        """Why the months stand still: what asked, empty when the player wanted it."""
        game.session.seal(HELD)
        super().__init__(desk, game)
        self.playing = playing and self._pace() is not None
        self.due = desk.now
        self.stage.focus_on("play")
        self.stage.by_keys = False
        self.lay()

    def _pace(self) -> int | None:
        return SPEEDS[self.plan.speed]

    # -- placing ----------------------------------------------------------------------------------

    def _parts(self, place: Rect) -> dict[str, Rect]:
        theme = self.desk.theme
        high = max(30, theme.px(42))
        larger = 1.0 if theme.text_scale < ALONE_TEXT else 1.4
        go, rest = place.cut_right(round(place.w * 0.19 * larger), theme.px(10))
        plan, rest = rest.cut_right(round(place.w * 0.13 * larger), theme.px(14))
        # the plan behind the button has the speed, too
        speed, rest = rest.cut_right(round(place.w * 0.28) if larger == 1.0 else 0, theme.px(10))
        side = max(28, theme.px(34))
        found = {"go": go.middle(go.w, high), "plan": plan.middle(plan.w, high)}
        found["speed"] = speed.middle(speed.w, max(28, theme.px(32)))
        for name in ("step", "play"):
            spot, rest = rest.cut_right(side, theme.px(4))
            found[name] = spot.middle(side, side)
        found["words"] = rest.cut_right(theme.px(8))[1]
        return found

    @override
    def strip_controls(self, place: Rect) -> Sequence[Widget]:
        theme, where = self.desk.theme, self._parts(place)
        over = self.game.session.ending is not None
        why = _("The game is over.")
        shown = _("Stop (Space)") if self.playing else _("Run the months (Space)")
        options = tuple(Option(key, words) for key, words in speed_names().items())
        icon = "pause" if self.playing else "play"
        words = _("See the end") if over else _("Take the seat")
        inner = where["words"].cut_left(theme.px(24))[1]
        high = text.line_height(theme, BODY_BOLD) + text.line_height(theme, SECONDARY)
        return [
            *self._words(inner.middle(inner.w, high)),
            Button(
                "play",
                where["play"],
                theme,
                ButtonSpec("", icon=icon, tip=shown, enabled=not over, why_not=why),
            ),
            Button(
                "step",
                where["step"],
                theme,
                ButtonSpec("", icon="chevron_right", tip=_("One month (→)"), enabled=not over, why_not=why),
            ),
            *(
                [Segmented("speed", where["speed"], theme, SegmentedSpec(options, self.plan.speed))]
                if where["speed"].w
                else []
            ),
            Button("plan", where["plan"], theme, ButtonSpec(_("Stops…"), enabled=not over, why_not=why)),
            Button("go", where["go"], theme, ButtonSpec(words, "primary", key="Enter")),
        ]

    def _words(self, place: Rect) -> list[Widget]:
        """Return who plays over what they do; why the months stand still takes both lines where it must."""
        theme, told = self.desk.theme, self._told()
        top, low = place.cut_top(text.line_height(theme, BODY_BOLD))
        if self.why and text.width(theme, told, SECONDARY) > place.w:
            kind = next((kind for kind in _WHY if len(text.wrap(theme, told, kind, place.w)) <= 2), _WHY[-1])  # noqa: PLR2004
            return [Label("why", place, theme, LabelSpec(told, kind, self._ink(), most=2, tip=told))]
        return [
            Label("who", top, theme, LabelSpec(player_name(self.plan.bot), BODY_BOLD)),
            Label("why", low, theme, LabelSpec(told, SECONDARY, self._ink())),
        ]

    def _told(self) -> str:
        """Say in a few words what the seat does."""
        session = self.game.session
        if session.ending is not None:
            return _("The game is over: {ending}.").format(ending=ending_words()[session.ending][0])
        if self.why:
            return self.why
        if self.hands.busy:
            return _("thinks about the month…")
        return _("holds your seat") if session.journal.founder == PLAYER else _("holds the founder's seat")

    def _ink(self) -> tuple[int, int, int]:
        palette = self.desk.theme.palette
        return palette.warning if self.why else palette.text2

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette = self.desk.theme, self.desk.theme.palette
        sign = self._parts(self.strip().pad(theme.px(16), 0))["words"].cut_left(theme.px(16))[0]
        icon, ink = ("warning", palette.warning) if self.why else ("people", palette.lab)
        icons.put(surface, icon, sign.centre, theme.px(16), ink)

    # -- months -----------------------------------------------------------------------------------

    @override
    def tick(self) -> bool:
        """Begin the month that is due; show the one that is finished."""
        done = self.hands.finished()
        if done is not None:
            self._show(done)
            return True
        if self.playing and self.desk.now >= self.due and not self.hands.busy:
            self.hands.begin()
            self.lay()
            return True
        return False

    @override
    def wait(self) -> int | None:
        usual = super().wait()
        return min(10, usual or 10) if self.hands.busy else usual

    @override
    def think_ahead(self, weighed: Command | None = None) -> None:
        if not self.hands.busy:
            super().think_ahead(weighed)

    def _show(self, done: Session) -> None:
        old, self.due = self.game.session, self.desk.now + (self._pace() or 0)
        done.seal(HELD)
        reasons = self.sentry.reasons(done)
        self.why = "" if done.ending is not None else " ".join(speak(each.sentence) for each in reasons)
        self.playing = self.playing and not reasons and done.ending is None
        self.show_session(done, wave=self._pace() != 0)
        old.close()
        self.game.keep(self.desk)
        self.desk.play("refused" if self.why else "month")

    def step(self) -> None:
        """Play one month and wait again."""
        self.playing, self.why = False, ""
        self.hands.begin()
        self.lay()

    # -- acting -----------------------------------------------------------------------------------

    @override
    def take(self, action: Action) -> Wish | None:
        name = action.subject if action.name == "press" else action.name
        if action.name == "choose" and action.subject == "speed":
            self._change_speed(str(action.value))
            return None
        match name:
            case "play" | "run_on" | "":
                self._run()
            case "step" | "right" | "later":
                self.step()
            case "plan":
                self.playing = False
                return Wish("open", Choosing(self.desk, self.plan, "replan", self))
            case "go" | "confirm" | "autoplay":
                return self.take_seat()
            case "cancel" if self.playing:
                self._run()
            case _:
                return super().take(action)
        return None

    def _change_speed(self, speed: str) -> None:
        self.plan = self.game.plan = replace(self.plan, speed=speed)
        self.playing = self.playing and self._pace() is not None
        self.due = min(self.due, self.desk.now + (self._pace() or 0))
        self.desk.play("press")
        self.lay()

    def _run(self) -> None:
        if self.game.session.ending is not None:
            return
        if self._pace() is None:
            self.step()
            return
        self.playing, self.why = not self.playing, ""
        self.due = self.desk.now
        self.lay()

    def follow(self, plan: Plan) -> None:
        """Go on by another plan."""
        self._settle()
        self.plan = self.game.plan = plan
        self.hands = Understudy(self.game.session, plan.bot)
        self.sentry = Sentry(self.game.session, plan.stops, plan.most)
        self.playing, self.why, self.due = self._pace() is not None, "", self.desk.now

    def _settle(self) -> None:
        """Wait for the month that is being played and show it; nobody holds the seat afterwards."""
        self.playing = False
        done = self.hands.finish()
        if done is not None:
            self._show(done)
        self.hands.leave()

    def take_seat(self) -> Wish | None:
        """Give the seat to the player, or show the end of a game that is over."""
        self._settle()
        session = self.game.session
        if session.ending is None:
            session.seal(None)
            session.hand_to(None)
        self.desk.play("press")
        return Wish("sit", value=self.game)

    @override
    def leave(self) -> None:
        super().leave()
        self.playing = False
