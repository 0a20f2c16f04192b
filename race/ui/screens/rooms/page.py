"""A room on a full screen: a rail to the others, head figures, tables, and what the chosen line says."""

from collections.abc import Callable, Sequence
from typing import Final

import pygame
from typing_extensions import override

from race.core.ids import LABS
from race.speech import _
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.choices import Segmented
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import (
    ALONE_TEXT,
    BODY_BOLD,
    FIGURE,
    HEADLINE,
    LABEL,
    PANEL,
    SECONDARY,
    SECTION,
    SMALLEST_TARGET,
    TURNS_TEXT,
    Ink,
)
from race.ui.kit.widgets import Button, ButtonSpec, Option, SegmentedSpec, Widget, panel
from race.ui.pieces.rooms.ledger import Entry, Ledger, LedgerSpec
from race.ui.pieces.rooms.told import Reading
from race.ui.pieces.stat import Stat, stat_places
from race.ui.present.figures import Said
from race.ui.present.rooms import plan
from race.ui.present.rooms.doors import PAGES
from race.ui.present.rooms.lately import lately
from race.ui.present.rooms.page import Line, Page, Table, told
from race.ui.screens import looks
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.game import Game
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.rooms.arranged import Arranged, arranged
from race.ui.screens.rooms.pictures import paint_under, pictured
from race.ui.screens.rooms.rail import TO, rail, rail_width
from race.ui.screens.screen import Desk, Screen, Wish

_NAMES: Final = frozenset(room.name for room in plan.ROOMS)


def opener(name: str) -> Callable[[Desk, Game], Screen]:
    """Return what opens a room of this name."""
    return lambda desk, game: RoomScreen(desk, game, name)


class RoomScreen(Screen):
    """Choose a line and read it; walk on to another room."""

    steady = True

    def __init__(self, desk: Desk, game: Game, name: str, chosen: str = "") -> None:
        """Open a room, perhaps at one of its lines."""
        super().__init__(desk)
        self.game, self.name, self.chosen = game, name, chosen
        self.page: Page = self.told_page()
        self.turn = "hall" if name == "hall" else ""
        """What is seen where picture and tables take turns: the hall, or the key of a table."""
        self.lay()
        self.stage.focus_on(self.page.tables()[0].key)
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    def told_page(self) -> Page:
        """Return what the room says of the game as it stands."""
        return PAGES[self.name](self.game.session)

    # -- placing ----------------------------------------------------------------------------------

    @override
    def lay(self) -> None:
        self.page = self.told_page()
        keys = [line.key for line in self.page.lines()]
        if self.chosen not in keys:
            self.chosen = self.page.first or (keys[0] if keys else "")
        if self.turn not in {option.key for option in self._tabs()}:
            self._turn_to(self.chosen)
        super().lay()

    @property
    def in_turn(self) -> bool:
        """Whether the text is so large that picture and tables take turns."""
        return self.desk.theme.text_scale >= TURNS_TEXT

    def _tabs(self) -> tuple[Option, ...]:
        """Return what takes turns."""
        picture = (Option("hall", _("Hall")),) if self.name == "hall" else ()
        return (*picture, *(Option(table.key, table.title) for table in self.page.tables()))

    def _turn_to(self, line: str) -> None:
        """Let the table be seen that a line stands in, the first one for none."""
        holding = (table for table in self.page.tables() if any(one.key == line for one in table.lines))
        self.turn = next(holding, self.page.tables()[0]).key

    def _line(self) -> Line | None:
        return next((line for line in self.page.lines() if line.key == self.chosen), None)

    def frame(self) -> tuple[Rect, Rect, Rect, Rect, Rect]:
        """Return the places of the rail, the title, the lead, the figures and the tables."""
        theme, area = self.desk.theme, self.desk.area.pad(self.desk.theme.px(14), self.desk.theme.px(12))
        doors, rest = area.cut_left(rail_width(theme, area.h), theme.px(14))
        head, rest = rest.cut_top(max(theme.row, text.line_height(theme, HEADLINE)))
        if self.turn == "hall" and theme.text_scale >= ALONE_TEXT:  # the hall takes all the room there is
            none = Rect(rest.x, rest.y, rest.w, 0)
            return doors, head, none, none, rest.cut_top(theme.px(8))[1]
        free = rest.w
        lead, rest = rest.cut_top(text.lines_height(theme, self.page.lead, SECONDARY, free), theme.px(8))
        high = text.line_height(theme, LABEL) + text.line_height(theme, FIGURE) + theme.px(10)
        stats, rest = rest.cut_top(high, theme.px(10))
        inset = theme.px(Stat.INSET)  # their words begin where the title does
        return doors, head, lead, Rect(stats.x - inset, stats.y, stats.w + inset, stats.h), rest

    def parts(self) -> Arranged:
        """Return the places of the pictures, of each table's panel, and of the reading's."""
        theme, rest = self.desk.theme, self.frame()[-1]
        gap = theme.px(12)
        if self.in_turn:
            shown, reading = columns(self._switched(rest)[1], [0.58, 0.42], gap)
            seen = [(table, shown) for table in self.page.tables() if table.key == self.turn]
            return {} if seen else {self.name: shown}, seen, reading
        return arranged(theme, self.page, rest)

    def _switched(self, rest: Rect) -> tuple[Rect, Rect]:
        """Return the places of the tabs and of what takes turns under them."""
        theme = self.desk.theme
        return rest.cut_top(Segmented.height(theme, self._tabs(), rest.w), theme.px(10))

    def _inner(self, place: Rect) -> tuple[Rect, Rect]:
        """Return the places of a panel's heading and of what stands under it."""
        theme = self.desk.theme
        inner = place.pad(theme.px(14), theme.px(10))
        return inner.cut_top(text.line_height(theme, SECTION), theme.px(4))

    @override
    def controls(self) -> Sequence[Widget]:
        theme = self.desk.theme
        side, head, _lead, stats, _rest = self.frame()
        square = max(28, theme.px(34))
        close = head.cut_right(square)[0].middle(square, min(square, head.h))
        found: list[Widget] = [
            *rail(theme, side, self.name, {one.name: self.desk.keys.shown(one.name) for one in plan.ROOMS}),
            Button("close", close, theme, ButtonSpec("", icon="close", tip=_("Close (Esc)"))),
        ]
        figures = self.page.figures if stats.h else ()
        told = [looks.stat(figure) for figure in figures]
        for figure, spec, place in zip(figures, told, stat_places(theme, stats, told), strict=True):
            found.append(Stat(f"figure.{figure.key}", place, theme, spec))
        if self.in_turn:
            tabs = self._switched(self.frame()[-1])[0]
            found.append(Segmented("tabs", tabs, theme, SegmentedSpec(self._tabs(), self.turn)))
        pictures, tables, reading = self.parts()
        for shown, place in pictures.items():
            found += pictured(shown, place, theme, self.game, (self.chosen, self._line()))
        for table, place in tables:
            ledger = LedgerSpec(table.heads, self._entries(table), self.chosen)
            box = Ledger(table.key, self._inner(place)[1], theme, ledger)
            old = self.stage.find(table.key)
            if isinstance(old, Ledger):
                box.first, box.hovered = old.first, old.hovered
                box.scroll(0)
            found.append(box)
        line = self._line()
        if line is not None:
            room = self._told(reading)[1]
            buttons, room = self._buttons(room, line)
            found += [*buttons, self._reading(room, line)]
        return found

    def _reading(self, room: Rect, line: Line) -> Reading:
        """Return what a line says, and under it as much of the room's late news as there is room for."""
        theme, session = self.desk.theme, self.game.session
        said, news = told(session, line), lately(session, self.name)
        more = [(*said, Said(_("Lately"), "", "head"), *news[:n]) for n in range(len(news), 0, -1)]
        tried = (Reading("reading", room, theme, each) for each in more)
        return next(
            (each for each in tried if each.height() <= room.h), Reading("reading", room, theme, said)
        )

    def _buttons(self, room: Rect, line: Line) -> tuple[list[Button], Rect]:
        """Return the buttons of a line and the room that is left above them."""
        theme, gap, found = self.desk.theme, self.desk.theme.px(8), list[Button]()
        for name, spec in self._answers(line):
            foot, room = room.cut_bottom(max(SMALLEST_TARGET, theme.px(40)), gap)
            found.append(Button(name, foot, theme, spec))
        return found[::-1], room

    def _answers(self, line: Line) -> list[tuple[str, ButtonSpec]]:
        """Return what gives a line's order and what takes it back, or what leads to it, the lowest first."""
        order = line.order
        if order is None:
            lead = ("lead", ButtonSpec(_("Split it as you like"), icon="fork"))
            return [lead] if line.leads else []
        given = order.command in self.game.session.pending
        words = _("Order it again") if given else _("Give the order")
        give = ButtonSpec(words, "primary", enabled=not order.why_not, why_not=order.why_not, tip=order.text)
        back = ButtonSpec(_("Take it back"), icon="undo")
        specs = [("take_back", back)] if given else []
        return specs + ([("give", give)] if not (given and order.why_not) else [])

    def _told(self, place: Rect) -> tuple[Rect, Rect]:
        """Return the places of the chosen line's name and of what it says."""
        theme, line = self.desk.theme, self._line()
        inner = place.pad(theme.px(14), theme.px(10))
        high = text.lines_height(theme, line.cells[0], SECTION, inner.w) if line else 0
        return inner.cut_top(high, theme.px(6))

    def _entries(self, table: Table) -> tuple[Entry, ...]:
        return tuple(
            Entry(line.key, line.cells, self._icon(line), self._ink(line.sign), line.bar)
            for line in table.lines
        )

    @staticmethod
    def _icon(line: Line) -> str:
        return line.icon or (looks.look_of(line.sign).marker if line.sign in LABS else "circle")

    def _ink(self, sign: str) -> Ink:
        palette = self.desk.theme.palette
        if sign in LABS:
            return looks.look_of(sign).colour
        return {
            "lab": palette.lab,
            "car": palette.car,
            "good": palette.good,
            "bad": palette.bad,
            "warning": palette.warning,
        }.get(sign, palette.text3)

    # -- drawing ----------------------------------------------------------------------------------

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette = self.desk.theme, self.desk.theme.palette
        _rail, head, lead, _stats, _rest = self.frame()
        title = head.cut_right(theme.px(44))[1]
        kind = text.fit_type(theme, self.page.title, (HEADLINE, PANEL, SECTION), title.w)
        text.put(surface, theme, title, self.page.title, kind)
        if lead.h:
            text.put_lines(surface, theme, lead, self.page.lead, SECONDARY, colour=palette.text2)
        pictures, tables, reading = self.parts()
        for shown, place in pictures.items():
            paint_under(surface, theme, shown, place)
        for table, place in tables:
            self._paint_table(surface, table, place)
        panel(surface, theme, reading)
        line = self._line()
        if line is not None:
            text.put_lines(surface, theme, self._told(reading)[0], line.cells[0], SECTION)

    def _paint_table(self, surface: pygame.Surface, table: Table, place: Rect) -> None:
        theme, palette = self.desk.theme, self.desk.theme.palette
        panel(surface, theme, place)
        head, rest = self._inner(place)
        kind = text.fit_type(theme, table.title, (SECTION, BODY_BOLD, SECONDARY, LABEL), head.w)
        wide = text.width(theme, table.title, kind)
        text.put(surface, theme, head, table.title, kind)
        note = head.cut_left(wide, theme.px(12))[1]
        small = text.fit_type(theme, table.note, (SECONDARY, LABEL), note.w)
        if table.note and text.width(theme, table.note, small) <= note.w:
            text.put(surface, theme, note, table.note, small, colour=palette.text3)
        if not table.lines:
            text.put_lines(surface, theme, rest, table.empty, SECONDARY, colour=palette.text3)

    # -- acting -----------------------------------------------------------------------------------

    @override
    def take(self, action: Action) -> Wish | None:
        match action.name, action.subject:
            case "choose", "tabs":
                self.turn = str(action.value)
                seen = [table for table in self.page.tables() if table.key == self.turn and table.lines]
                self._choose(seen[0].lines[0].key if seen else self.chosen)
            case "select", _:
                self._choose(str(action.value))
            case (("open" | "read"), "hall"):
                key = str(action.value)
                self._choose(key if key.startswith("leader.") else f"kind.{key}")
            case ("open", _) | ("press", ("give" | "lead")):
                return self._order()
            case "press", "take_back":
                self._take_back()
            case ("war_room", _) if (line := self._line()) is not None and line.order is not None:
                return Wish("open", WarRoom(self.desk, self.game, line.order.command))
            case "undo", _:
                self.game.session.undo()
                self.lay()
            case _:
                return self._go(action)
        return None

    def _go(self, action: Action) -> Wish | None:
        """Leave the room, or walk on to another."""
        name = action.subject if action.name == "press" else action.name
        name = name.removeprefix(TO)
        if name in ("cancel", "close", self.name):
            return Wish("close")
        if name in _NAMES or name == "rooms":
            return Wish("beneath", value=Action(name))
        return super().take(action)

    def _choose(self, key: str) -> None:
        self.chosen = key
        self.lay()

    def _take_back(self) -> None:
        """Take back the chosen line's order, and say what falls with it."""
        line, pending = self._line(), list(self.game.session.pending)
        if line is None or line.order is None or line.order.command not in pending:
            return
        for words in self.game.take_back(pending.index(line.order.command)):
            self.desk.tell(_("Also taken back: {order}").format(order=words), "undo")
        self.desk.play("undo")
        self.lay()

    def _order(self) -> Wish | None:
        """Give the order of the chosen line, or say why not; or open the one that is set up elsewhere."""
        line = self._line()
        if line is not None and line.leads:
            return Wish("open", OrdersPanel(self.desk, self.game, "train", line.leads))
        if line is None or line.order is None:
            return None
        reason = line.order.why_not or self.game.order(line.order.command)
        if reason:
            self.desk.play("refused")
            self.desk.tell(reason, "warning", self.desk.theme.palette.warning)
        else:
            self.desk.play("press")
            words = _("Ordered: {order}").format(order=line.order.text)
            self.desk.tell(words, "tick", holds=self.game.holds(line.order.command))
        self.lay()
        return None
