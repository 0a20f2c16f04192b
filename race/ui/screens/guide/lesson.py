"""The first steps over the table: one thing is bright, a card beside it says what to do, the act goes on."""

import pygame
from typing_extensions import override

from race.speech import _
from race.ui.kit.actions import Action
from race.ui.kit.focus import MOUSE_EVENTS
from race.ui.kit.layout import Rect
from race.ui.pieces.board import Board
from race.ui.present.guide import LESSON
from race.ui.present.guide.lessons import Step, diverted, steps, word_given
from race.ui.screens import settings
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.screen import Screen, Wish
from race.ui.screens.table.bubble import Bubble, Said, spotlight
from race.ui.screens.table.main import MainScreen
from race.ui.screens.table.places import PANELS

_TRUST = "tesla.trust"
_HOME = {"end": "month", "undo": "supply"}
"""The panel that must be seen for a control to be there."""
_HEARD = {
    "move": ("press", "left", "right", "up", "down", "confirm"),
    "undo": ("press", "left", "right", "up", "down", "undo", "redo"),
    "end": ("confirm", "press"),
    "trust": ("press", "pin"),
    "word": ("press", "up", "down", "orders", "promises", "news", "papers", "house", "undo", "redo"),
}
"""What keys may ask of the table during a step; Esc leaves the steps, Enter presses the card's button."""


class LessonScreen(Screen):
    """Lies over the table: its own stage holds the card's buttons, the table's what is bright."""

    covers = False

    def __init__(self, table: MainScreen) -> None:
        """Begin at the first step."""
        super().__init__(table.desk)
        self.table = table
        self.at = 0
        self.month = table.game.session.month
        self.read = False
        self._shown_read = False
        self._laid: tuple[object, ...] = ()
        self.lay()

    # -- what is said -----------------------------------------------------------------------------

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in the reader's language, with the keys as they are."""
        return steps(self.desk.keys.shown)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self.at]

    @override
    def lay(self) -> None:
        if not self._lifted():
            for name in reversed(self.step.targets):
                self.table.bring(_HOME.get(name, name))
        self._laid = self._state()
        step, every = self.step, len(self.steps) - 1
        after = bool(step.after) and self._after(step)
        self.bright = self._bright(step.watched if after and step.watched else step.targets)
        main = step.button
        if after:
            main = _("Next") if step.key == "trust" else ""
        last = self.at == every
        self.said = Said(
            eyebrow=_("All done") if last else _("Step {n} of {all}").format(n=self.at + 1, all=every),
            dots=(min(self.at + 1, every), every),
            title=step.title,
            text=step.after if after else step.text,
            main=main,
            quiet="" if last else _("Skip the steps"),
        )
        shown = self.desk.keys.shown
        leaves = not last and not self._lifted()  # Esc puts a crate back first
        caps = (shown("confirm") if main else "", shown("cancel") if leaves else "")
        around = () if step.key == "two" and len(self.bright) > 1 else self.bright
        free = [*around, *([self._receipt()] if step.key == "trust" and self.bright else ())]
        self.bubble = Bubble(self.desk.theme, self.desk.area, self.said, free, caps)
        if step.key == "two":
            self.bubble.about = self.bright
        self.stage.keys = self.desk.keys
        self.stage.replace(self.bubble.keys)

    def _receipt(self) -> Rect:
        """Return the room under the number where its receipt opens."""
        theme, number = self.desk.theme, self.bright[0]
        room = Rect(number.centre[0] - theme.px(196), number.bottom, theme.px(392), theme.px(410))
        return room.clamp(self.desk.area)

    def _bright(self, names: tuple[str, ...]) -> list[Rect]:
        """Return what stays bright: panels by name, controls by name."""
        theme, found = self.desk.theme, []
        for name in names:
            control = self.table.stage.find(name)
            if name in PANELS:
                if name in self.table.where.panels():
                    found.append(getattr(self.table.where, name).pad(-theme.px(4)))
            elif control is not None:
                found.append(control.rect.pad(-theme.px(4)))
        return [rect.clamp(self.desk.area) for rect in found if rect.w > 0 and rect.h > 0]

    def _after(self, step: Step) -> bool:
        return self.read if step.key == "trust" else self._lifted()

    def _lifted(self) -> bool:
        return any(control.holding() for control in self.table.stage.controls if control.name == "board")

    # -- going on ---------------------------------------------------------------------------------

    def _done(self) -> bool:
        """Tell whether the act of the step has been done."""
        session = self.table.game.session
        match self.step.key:
            case "move":
                return diverted(session)
            case "undo":
                return not diverted(session) or session.month > self.month
            case "end":
                return session.month > self.month
            case "word":
                return word_given(session)
            case _:
                return False

    def advance(self) -> None:
        """Go on as far as what was done reaches, and show it."""
        self.table.first = None  # one card at a time
        while self._done():
            self._next()
        if self._state() != self._laid:  # a button in the hand must stay the same button
            self.lay()

    def _state(self) -> tuple[object, ...]:
        """Return all that the card depends on."""
        places = tuple(control.rect for control in self.table.stage.controls)
        return self.at, self.read, self._lifted(), places

    def _next(self) -> None:
        self.at += 1
        self.read = False
        self.month = self.table.game.session.month
        self.table.pinned = ""
        self.table.stage.hover.update("", self.desk.now)  # what the mouse rests on has been read
        self.desk.play("press")

    def leave_steps(self) -> Wish:
        """Remember that the steps are known, and return to the table."""
        self.desk.kept.seen = tuple(dict.fromkeys((*self.desk.kept.seen, LESSON)))
        settings.write(self.desk.kept)
        self.table.pinned = ""
        return Wish("close")

    def _press(self, name: str) -> Wish | None:
        """Carry out a button of the card."""
        if name == "quiet" or self.step.key == "rest":
            return self.leave_steps()
        match self.step.key:
            case "move":
                self._show_crate()
            case "trust" if not self.read:
                self.table.pinned, self.read = _TRUST, True
            case "word":
                return self._promises()
            case _:
                self._next()
        self.advance()
        return None

    def _show_crate(self) -> None:
        """Lift the first crate that may go and hold it over the lab's dock."""
        board = self.table.stage.find("board")
        if not isinstance(board, Board) or board.lifted:
            return
        free = [one for one in board.whole.on("carmaker") if not board.whole.why_not(one.key, "lab")]
        if not free:
            return
        self.table.stage.focus_on("board")
        board.point_to(free[0].key)
        for name in ("press", "right"):
            action = board.act(Action(name))
            if action is not None:
                self.table.take(action)

    # -- events -----------------------------------------------------------------------------------

    @override
    def handle(self, event: pygame.event.Event) -> Wish | None:
        """Hear the card first; what is bright hears the rest."""
        self.desk.mouse = getattr(event, "pos", self.desk.mouse)
        if event.type == pygame.KEYDOWN:
            wish = self._key(event)
        elif event.type in MOUSE_EVENTS:
            wish = self._mouse(event)
        else:
            wish = self.table.handle(event)
        if wish is not None and wish.name == "open" and self.step.key == "end" and self._done():
            wish = None  # one thing at a time: the papers can be read after the steps
        if self.step.key == "word" and wish is not None and isinstance(wish.screen, OrdersPanel):
            wish = self._promises()  # where the promises are, and not where one looked last
        if wish is None or wish.name != "close":
            self.advance()
        return wish

    def _promises(self) -> Wish:
        return Wish("open", OrdersPanel(self.desk, self.table.game, "owners"))

    def _mouse(self, event: pygame.event.Event) -> Wish | None:
        on_card = self.bubble.rect.holds(event.pos) and not self._lifted()
        action = self.stage.handle(event, self.desk.now)
        if action is not None and action.name == "press":
            return self._press(action.subject)
        if on_card:
            self.table.stage.hover.update("", self.desk.now)
            return None
        bright = any(rect.holds(event.pos) for rect in self.bright)
        if bright or self._lifted():
            return self.table.handle(event)
        if event.type == pygame.MOUSEMOTION:
            self.table.stage.hover.update("", self.desk.now)
        return None

    def _key(self, event: pygame.event.Event) -> Wish | None:
        action = self.desk.keys.action_for(event)
        name = action.name if action else ""
        if name in ("next", "previous"):
            self._walk(1 if name == "next" else -1)
            return None
        if name == "cancel" and not self._lifted():
            return self.leave_steps()
        if self.stage.focus and name in ("press", "confirm"):
            return self._press(self.stage.focus)
        if name == "confirm" and self.said.main and not self._lifted():
            return self._press("main")
        if name in _HEARD.get(self.step.key, ()) or self._lifted():
            return self.table.handle(event)
        return self.table.handle(event) if name in ("help", "keys") else None

    def _walk(self, step: int) -> None:
        """Move the focus through the card's buttons and then through what is bright."""
        ring = [(self.stage, control.name) for control in self.stage.ring()]
        ring += [
            (self.table.stage, control.name)
            for control in self.table.stage.ring()
            if any(control.rect.within(rect) for rect in self.bright)
        ]
        now = next(
            (at for at, (stage, name) in enumerate(ring) if stage.focus == name), -1 if step > 0 else 0
        )
        stage, name = ring[(now + step) % len(ring)]
        for other in (self.stage, self.table.stage):
            other.focus_on(name if other is stage else "")

    @override
    def shown_again(self) -> None:
        self.table.shown_again()
        self.advance()

    @override
    def under_mouse(self) -> str:
        return f"{self.stage.hover.name}/{self.table.stage.hover.name}"

    @override
    def follows(self) -> bool:
        return self.table.follows()

    # -- drawing ----------------------------------------------------------------------------------

    @override
    def animated(self) -> bool:
        return self.table.animated() or self.read != self._shown_read

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Dim the table but for what is bright, then draw the card."""
        self._shown_read = self.read
        spotlight(surface, self.desk.theme, self.desk.area, self.bright)
        self.bubble.draw(surface)
        self.stage.draw(surface)

    @override
    def tip_name(self) -> str:
        """Leave dark what is dark: a mouse that rests there, or on the card, opens nothing."""
        under = self.desk.mouse
        dark = self.bubble.rect.holds(under) or not any(rect.holds(under) for rect in self.bright)
        if dark and not self.table.pinned and not self.table.stage.by_keys:
            return ""
        return self.table.tip_name()

    @override
    def draw_tip(self, surface: pygame.Surface) -> tuple[Rect, ...]:
        if not self.tip_name():
            return ()
        covered = self.table.draw_tip(surface)
        if self.step.key == "trust" and not self.read and self.table.tip_name() == _TRUST:
            self.table.pinned, self.read = _TRUST, True
            self.lay()
        return covered

    @override
    def wait(self) -> int | None:
        return 0 if self.animated() else self.table.wait()

    @override
    def trouble(self) -> str:
        return self.table.trouble()

    @override
    def leave(self) -> None:
        self.table.leave()
