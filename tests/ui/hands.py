"""Hands for tests: clicks, keys, moves and wheel turns sent through a stage as pygame events."""

import pygame

from race.ui.kit.actions import Action
from race.ui.kit.focus import Stage


def move(stage: Stage, pos: tuple[int, int], now: int = 0) -> Action | None:
    """Move the mouse."""
    event = pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))
    return stage.handle(event, now)


def press(stage: Stage, pos: tuple[int, int]) -> Action | None:
    """Press the left button."""
    return stage.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=1), 0)


def release(stage: Stage, pos: tuple[int, int]) -> Action | None:
    """Release the left button."""
    return stage.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=pos, button=1), 0)


def click(stage: Stage, pos: tuple[int, int]) -> Action | None:
    """Press and release in place; return what either asks for."""
    first = press(stage, pos)
    return release(stage, pos) or first


def key(stage: Stage, code: int, mod: int = 0) -> Action | None:
    """Press a key."""
    return stage.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=""), 0)


def wheel(stage: Stage, turns: int) -> Action | None:
    """Turn the wheel, up when positive."""
    return stage.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=turns), 0)


def write(stage: Stage, text: str) -> Action | None:
    """Type text."""
    return stage.handle(pygame.event.Event(pygame.TEXTINPUT, text=text), 0)
