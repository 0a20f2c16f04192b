"""A question before what cannot be made good: go back, which has the focus, or go on all the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.core.commands import Command
from race.speech import _
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.widgets import ButtonSpec, Widget
from race.ui.pieces.dialog import Dialog, DialogSpec
from race.ui.present.consequences import broken_word, foresee
from race.ui.screens.game import Game
from race.ui.screens.screen import Desk, Sheet, Wish

_NAME = "confirm"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: a heading over the title, the title, the text, and the words of both answers."""

    eyebrow: str
    title: str
    text: str
    go: str
    back: str


class ConfirmSheet(Sheet):
    """Two answers; Esc and a click beside it go back."""

    def __init__(self, desk: Desk, asked: Asked, go: Wish, then: Callable[[], None] = lambda: None) -> None:
        """Ask; who goes on has `then` done and the wish granted."""
        super().__init__(desk)
        self.asked = asked
        self.go = go
        self.then = then
        self.lay()
        self.stage.focus_on(self.dialog.first)
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @override
    def lay(self) -> None:
        asked = self.asked
        buttons = (
            ("go", ButtonSpec(asked.go, large=True)),
            ("back", ButtonSpec(asked.back, "primary", key=self.desk.keys.shown("confirm"), large=True)),
        )
        spec = DialogSpec(asked.eyebrow, asked.title, asked.text, buttons=buttons)
        self.dialog = Dialog(_NAME, self.desk.area, self.desk.theme, spec)
        super().lay()

    @property
    @override
    def box(self) -> Rect:
        return self.dialog.rect

    @override
    def controls(self) -> Sequence[Widget]:
        return self.dialog.controls

    @override
    def paint(self, surface: pygame.Surface) -> None:
        self.dialog.draw(surface)

    @override
    def take(self, action: Action) -> Wish | None:
        match action.name, action.subject:
            case "press", "confirm.go":
                self.then()
                return self.go
            case ("press", "confirm.back") | ("confirm", _):
                return Wish("close")
            case _:
                return super().take(action)


def before_breaking(desk: Desk, game: Game, command: Command, again: Action) -> ConfirmSheet | None:
    """Return the question before an order that breaks a promise, once for each promise; else None.

    Who goes on has the screen beneath take `again`.
    """
    if game.session.why_not(command) is not None:
        return None
    broken = foresee(game.session, command).broken - game.broken
    if not broken:
        return None
    asked = Asked(
        eyebrow=_("YOUR WORD"),
        title=_("This breaks a promise"),
        text=" ".join(broken_word(game.session, broken)),
        go=_("Order it all the same"),
        back=_("Keep your word"),
    )
    return ConfirmSheet(desk, asked, Wish("beneath", value=again), lambda: game.broken.update(broken))


def before_losing(desk: Desk, trouble: str, going: str) -> ConfirmSheet:
    """Return the question before a game is left that could not be saved; `going` is the leaving wish."""
    asked = Asked(
        eyebrow=_("NOT SAVED"),
        title=_("This month would be lost"),
        text=trouble,
        go=_("Leave all the same"),
        back=_("Stay"),
    )
    return ConfirmSheet(desk, asked, Wish(going, value=True))
