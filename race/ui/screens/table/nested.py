"""A receipt that is kept open: its underlined words open the next level, over it; Esc goes back one level."""

from typing import Final

import pygame

from race.session.session import Session
from race.ui.kit import tooltips
from race.ui.kit.actions import KeyTable
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme
from race.ui.kit.tips.links import Links
from race.ui.kit.tooltips import Facts, Line, Receipt
from race.ui.present.guide.linked import page

_STEPS: Final = {"next": 1, "down": 1, "previous": -1, "up": -1}


class Nest:
    """The levels over a receipt, the newest last, and which word of the newest is marked."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self.levels: list[str] = []
        self._marks: list[int] = [0]
        self._links = Links()
        self._places: list[Rect] = []
        """Where each level was drawn last."""
        self._pages: dict[str, Facts] = {}
        """The levels that have been looked up, by their keys: working one out takes longer than a frame."""

    @property
    def marked(self) -> str:
        """What the marked word would open, with its level: another value is another picture."""
        return f"{len(self.levels)}.{self._marks[-1]}"

    @property
    def words(self) -> list[tuple[Rect, str]]:
        """The words of the newest level that open something, as they were drawn last, and what."""
        return self._links.places

    def close(self) -> None:
        """Close every level."""
        self.levels, self._marks, self._places = [], [0], []
        self._pages.clear()

    def handle(self, event: pygame.event.Event, keys: KeyTable) -> bool | None:
        """Take an event that is meant for the words; None lets go of the receipt, False leaves the event."""
        if event.type == pygame.KEYDOWN:
            return self._key(event, keys)
        if not hasattr(event, "pos") or not any(place.holds(event.pos) for place in self._places):
            return False
        if not self._places[-1].holds(event.pos):
            if event.type == pygame.MOUSEBUTTONDOWN:
                self._back()
            return True
        under = [n for n, (place, _opens) in enumerate(self._links.places) if place.holds(event.pos)]
        if under:
            self._marks[-1] = under[0]
            if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
                self._open()
        return True

    def _key(self, event: pygame.event.Event, keys: KeyTable) -> bool | None:
        action = keys.action_for(event)
        name = action.name if action else ""
        if name == "cancel":
            return True if self._back() else None
        if name in _STEPS and self._links.places:
            self._marks[-1] = (self._marks[-1] + _STEPS[name]) % len(self._links.places)
            return True
        return self._open() if name in ("confirm", "press") else False

    def _open(self) -> bool:
        if not self._links.places:
            return False
        self.levels.append(self._links.places[self._marks[-1]][1])
        self._marks.append(0)
        return True

    def _back(self) -> bool:
        """Close the newest level; tell whether there was one."""
        if not self.levels:
            return False
        self.levels.pop()
        self._marks.pop()
        return True

    def draw(
        self, surface: pygame.Surface, theme: Theme, receipt: Receipt, anchor: Rect, session: Session
    ) -> tuple[Rect, ...]:
        """Draw the receipt and every level over it, each beside the word that opened it; return places."""
        for key in self.levels:
            if key not in self._pages:
                self._pages[key] = _facts(session, key)
        tips: list[Receipt | Facts] = [receipt, *(self._pages[key] for key in self.levels)]
        self._places = []
        for tip, mark in zip(tips, self._marks, strict=True):
            self._links = Links(mark)
            self._places.append(tooltips.draw_any(surface, theme, tip, anchor, self._links))
            if self._links.places:
                anchor = self._links.places[min(mark, len(self._links.places) - 1)][0]
        return tuple(self._places)


def _facts(session: Session, key: str) -> Facts:
    """Return a level as the tooltip draws it."""
    found = page(session, key)
    if found is None:
        return Facts(key, "", ())
    lines = tuple(Line(line.words, line.shown, line.opens) for line in found.lines)
    return Facts(found.title, found.shown, lines)
