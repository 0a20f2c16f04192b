"""The table of keys: search it, take a line, press the new key; clashes are shown, and all can go back."""

from collections.abc import Mapping

import pygame

from race.speech import _, labelled
from race.ui.kit import text
from race.ui.kit.actions import DEFAULT_KEYS, Action, printed
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.field import Field, FieldSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY
from race.ui.kit.widgets import Button, ButtonSpec, Row, Widget
from race.ui.pieces.lists.keycaps import KeyCaps
from race.ui.present.guide.keys import KeyLine, action_words, key_lines
from race.ui.screens.screen import Desk

Keys = dict[str, tuple[str, ...]]


class KeyPage:
    """Controls and words of the page; `waiting` is the action whose new key is awaited, empty for none."""

    def __init__(self, desk: Desk) -> None:
        """Show all keys."""
        self.desk = desk
        self.query = ""
        self.chosen = ""
        self.waiting = ""

    def lines(self) -> tuple[KeyLine, ...]:
        """Return the actions that the search leaves."""
        return key_lines(self.desk.keys.keys, DEFAULT_KEYS, printed, self.query)

    def clash(self, line: KeyLine) -> str:
        """Return what else the keys of an action ask for, in words; empty for nothing."""
        rivals = {
            name
            for conflict in self.desk.keys.conflicts()
            if line.name in conflict.names
            for name in conflict.names
        }
        return ", ".join(words for name, words in action_words().items() if name in rivals - {line.name})

    def parts(self, box: Rect) -> tuple[Rect, Rect, Rect, Rect]:
        """Return the places of the search, the list, the note and the buttons."""
        theme = self.desk.theme
        head, rest = box.cut_top(theme.row, theme.px(10))
        foot, rest = rest.cut_bottom(theme.row, theme.px(10))
        note, rest = rest.cut_bottom(text.line_height(theme, BODY), theme.px(8))
        return head, rest, note, foot

    def controls(self, box: Rect, old: Mapping[str, Widget]) -> list[Widget]:
        """Return search, list and buttons; the caret and the scroll of old ones are kept."""
        theme = self.desk.theme
        head, middle, _note, foot = self.parts(box)
        search = Field("search", head, theme, FieldSpec(self.query, _("Search an action or a key"), 40))
        before = old.get("search")
        search.caret = before.caret if isinstance(before, Field) else search.caret
        lines = self.lines()
        caps = {line.name: line.shown for line in lines if line.shown and line.name != self.waiting}
        spec = ListSpec(self._rows(lines), self.chosen, right_share=0.4)
        listed = KeyCaps("key_list", middle, theme, spec, caps)
        before = old.get("key_list")
        if isinstance(before, ListBox):
            listed.first = before.first
            listed.scroll(0)
        one = next((line for line in lines if line.name == self.chosen), None)
        left, right = foot.cut_left((foot.w - theme.px(12)) // 2, theme.px(12))
        usual = ButtonSpec(
            _("Its usual key"),
            enabled=one is not None and one.changed,
            why_not=_("Choose a line whose key was changed.") if one is None else _("It has its usual key."),
        )
        every = ButtonSpec(
            _("All usual keys"),
            enabled=bool(self.desk.kept.keys),
            why_not=_("No key has been changed."),
        )
        return [search, listed, Button("usual", left, theme, usual), Button("all_usual", right, theme, every)]

    def _rows(self, lines: tuple[KeyLine, ...]) -> tuple[Row, ...]:
        palette = self.desk.theme.palette
        found = []
        for line in lines:
            shown = " · ".join(line.shown) or _("no key")
            tip = labelled(line.words, shown)
            clash = self.clash(line)
            if clash:
                also = _("The same key also means: {others}. The first in the list wins.")
                tip = f"{tip}. " + also.format(others=clash)
            icon, ink = ("warning", palette.warning) if clash else ("", None)
            if line.changed and not clash:
                icon, ink = "tick", palette.lab
            right_ink = palette.warning if clash else palette.text if line.changed else palette.text2
            right = _("press a key…") if line.name == self.waiting else "" if line.shown else shown
            found.append(Row(line.name, line.words, icon, ink, right=right, right_ink=right_ink, tip=tip))
        return tuple(found) or (Row("none", _("No action and no key is called that."), faint=True),)

    def paint(self, surface: pygame.Surface, box: Rect) -> None:
        """Write the note under the list."""
        theme, palette = self.desk.theme, self.desk.theme.palette
        words, ink = _("Click a line, or press Enter on it, then press the new key."), palette.text3
        wanted = self.waiting or self.chosen
        line = next((line for line in self.lines() if line.name == wanted), None) if wanted else None
        if self.waiting and line is not None:
            words, ink = _("Press the new key for: {action}. Esc keeps the old one."), palette.lab
            words = words.format(action=line.words)
        elif line is not None and (clash := self.clash(line)):
            words = _("The same key also means: {others}. The first in the list wins.")
            words, ink = words.format(others=clash), palette.warning
        text.put(surface, theme, self.parts(box)[2], words, BODY, colour=ink)

    def take(self, action: Action, *, by_keys: bool) -> Keys | None:
        """Carry out what the page's controls ask; return the changed keys to keep, or None."""
        match action.name, action.subject:
            case "edit", "search":
                self.query = str(action.value)
            case "select", "key_list":
                self.chosen = str(action.value)
                self.waiting = "" if by_keys else self._real(self.chosen)
            case "open", "key_list":
                self.waiting = self._real(str(action.value))
            case "press", "usual":
                return {name: keys for name, keys in self.desk.kept.keys.items() if name != self.chosen}
            case "press", "all_usual":
                return {}
            case _:
                pass
        return None

    def _real(self, name: str) -> str:
        return name if name in DEFAULT_KEYS else ""

    def caught(self, chord: str) -> Keys:
        """Return the keys to keep once a chord was pressed for the action that waits."""
        name, self.waiting = self.waiting, ""
        rest = {other: keys for other, keys in self.desk.kept.keys.items() if other != name}
        return rest if (chord,) == DEFAULT_KEYS[name] else {**rest, name: (chord,)}
