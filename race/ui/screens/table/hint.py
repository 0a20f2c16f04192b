"""A hint at first need: a card beside its panel that goes with the next key or click, and comes only once."""

import pygame

from race.speech import _
from race.ui.present.guide import LESSON
from race.ui.present.guide.firsts import First, first_hint
from race.ui.screens import settings
from race.ui.screens.game import Game
from race.ui.screens.screen import Desk
from race.ui.screens.table.bubble import Bubble, Said
from race.ui.screens.table.ground import Ground


def once(desk: Desk, game: Game) -> First | None:
    """Return the hint that last month calls for and remember it; none before the first steps."""
    if LESSON not in desk.kept.seen or game.session.ending is not None:
        return None
    hint = first_hint(game.session, desk.kept.seen)
    if hint is not None:
        desk.kept.seen = (*desk.kept.seen, hint.key)
        settings.write(desk.kept)
    return hint


def card(table: Ground, hint: First) -> Bubble:
    """Lay the hint out beside its panel, or in the middle where the panel cannot be seen."""
    panel = hint.panel if hint.panel in table.where.panels() else ""
    around = [getattr(table.where, panel)] if panel else []
    said = Said(_("For the first time"), (0, 0), hint.title, hint.text, quiet=_("Close"))
    return Bubble(table.desk.theme, table.desk.area, said, around, ("", table.desk.keys.shown("cancel")))


def draw_first(surface: pygame.Surface, table: Ground, hint: First) -> None:
    """Draw the hint and the button that closes it."""
    bubble = card(table, hint)
    bubble.draw(surface)
    for key in bubble.keys:
        key.draw(surface)


def closes(table: Ground, hint: First, event: pygame.event.Event) -> bool:
    """Tell whether an event is meant for the card: the key that closes, or a click on it."""
    if event.type == pygame.MOUSEBUTTONDOWN:
        return card(table, hint).rect.holds(event.pos)
    action = table.desk.keys.action_for(event)
    return action is not None and action.name == "cancel"
