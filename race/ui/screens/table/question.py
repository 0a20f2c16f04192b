"""The dialog of the house: who asks, the answers with what is known of each, and silence."""

from collections.abc import Sequence

import pygame
from typing_extensions import override

from race.speech import _, speak
from race.ui.kit import icons, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY
from race.ui.kit.widgets import Button, ButtonSpec, Widget
from race.ui.pieces.dialog import Card, Dialog, DialogSpec, Group
from race.ui.present.orders.asked import Question, question
from race.ui.screens import looks
from race.ui.screens.game import Game
from race.ui.screens.screen import Desk, Sheet, Wish


class QuestionSheet(Sheet):
    """Read a question and answer it, or close it: the month can end without an answer."""

    def __init__(self, desk: Desk, game: Game, asked: Question) -> None:
        """Ask over a game."""
        super().__init__(desk)
        self.game = game
        self.asked = asked
        self.aside = False
        """Whether the dialog stands aside so that the board can be seen."""
        self.lay()
        self.stage.focus_on(self.dialog.first)
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @override
    def lay(self) -> None:
        spec = DialogSpec(
            eyebrow=_("SOMEBODY ASKS"),
            title=self.asked.title,
            text="\n".join(filter(None, (self.asked.text, self.asked.turns, self.asked.terms))),
            cards=tuple(self._card(place) for place in range(len(self.asked.replies))),
            hint=(self.desk.keys.shown("board"), _("Look at the board · Esc: later")),
            note=_("Effects are forecasts, not certainties"),
        )
        self.dialog = Dialog("tale", self.desk.area, self.desk.theme, spec, self.roll)
        super().lay()

    def _card(self, place: int) -> Card:
        reply = self.asked.replies[place]
        reason = self.game.session.why_not(reply.command)
        silent = _("This happens if you do not answer.") if place == len(self.asked.replies) - 1 else ""
        now, later = looks.effects(reply.seen.numbers), looks.effects(reply.seen.later)
        return Card(
            key=str(place),
            digit=str(place + 1),
            title=reply.text,
            text=reply.means,
            groups=(Group(_("At once"), now, _("nothing")), Group(self.asked.waits, later, _("nothing"))),
            enabled=reason is None,
            why_not=speak(reason) if reason else "",
            note=" ".join(filter(None, (silent, "" if self.asked.turns else reply.seen.line))),
        )

    @property
    @override
    def box(self) -> Rect:
        return self.desk.area if self.aside else self.dialog.rect

    @override
    def controls(self) -> Sequence[Widget]:
        return [self._way_back()] if self.aside else self.dialog.controls

    def _way_back(self) -> Button:
        theme, area = self.desk.theme, self.desk.area
        key, words = self.desk.keys.shown("board"), _("Back to the question")
        wide = text.width(theme, words, BODY) + icons.keycap_width(theme, key) + theme.px(64)
        high = max(28, theme.px(40))
        place = area.middle(wide, high).shift(0, (area.h - high) // 2 - theme.px(6))
        return Button("board", place, theme, ButtonSpec(words, "primary", key=key))

    @override
    def toast_room(self) -> Rect:
        """Show passing messages at the foot; beside the title where the dialog takes the foot as well."""
        room, box, gap = super().toast_room(), self.box, self.desk.theme.px(8)
        if self.aside or box.bottom <= room.bottom - 2 * self.desk.theme.row:
            return room
        left = box.right + gap
        return Rect(left, room.y, max(0, self.desk.area.right - gap - left), self.desk.theme.row)

    @override
    def paint(self, surface: pygame.Surface) -> None:
        if not self.aside:
            self.dialog.draw(surface)

    @override
    def take(self, action: Action) -> Wish | None:
        name = action.subject if action.name == "press" else action.name
        if name == "board" or (self.aside and name in ("cancel", "confirm")):
            self.aside = not self.aside
            self.lay()
            return None
        if action.name == "confirm":  # who hurries through the months keeps silent
            self.desk.tell(_("The question waits until the month ends."))
            return Wish("close")
        if action.name != "answer":
            return super().take(action)
        reply = self.asked.replies[int(str(action.value))]
        reason = self.game.order(reply.command)
        if reason:
            self.desk.play("refused")
            self.desk.tell(reason, "warning", self.desk.theme.palette.warning)
            return None
        self.desk.play("press")
        words = _("Answered: {answer}").format(answer=reply.text)
        self.desk.tell(words, "tick", holds=self.game.holds(reply.command))
        return Wish("close")


def waiting(desk: Desk, game: Game) -> QuestionSheet | None:
    """Return the dialog of the question that waits, or None when nobody asks or you have answered."""
    asked = question(game.session)
    return QuestionSheet(desk, game, asked) if asked is not None and asked.given is None else None
