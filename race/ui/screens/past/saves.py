"""The shelf of saves: what each holds, month by month; any month can be loaded, watched or gone on from."""

from collections.abc import Sequence

import pygame
from typing_extensions import override

from race.core.words import PlainError
from race.session.kept.glance import Glance, glance_of
from race.speech import _, capital, date, speak
from race.ui.kit import paint, text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListSpec
from race.ui.kit.field import Field, FieldSpec
from race.ui.kit.layout import Rect, columns, rows
from race.ui.kit.theme import (
    BIG_FIGURE,
    BODY,
    BODY_BOLD,
    DEBRIEF,
    FIGURE,
    HEADLINE,
    LABEL,
    SECONDARY,
    SECTION,
)
from race.ui.kit.widgets import Button, ButtonSpec, Row, Widget, panel
from race.ui.pieces.chart import draw_chart
from race.ui.pieces.past.thumbnail import draw_hall
from race.ui.pieces.past.timeline import Timeline, TimelineSpec
from race.ui.pieces.plot import names_room
from race.ui.present.kept import saves
from race.ui.present.kept.months import marks
from race.ui.screens.game import Game, Shelf
from race.ui.screens.past import dressed
from race.ui.screens.past.save_list import SaveList
from race.ui.screens.screen import Desk, Screen, Wish

_ASIDE = ("left", "right")
"""Keys that walk along the months while the list has the focus."""
_DOUBLE_CLICK_MS = 400
"""Milliseconds within which a second click on a row opens it."""
_FIGURE_KINDS = (FIGURE, SECTION, BODY)


class Saves(Screen):
    """Load a game, or, over a game that is to be named, save it."""

    def __init__(self, desk: Desk, shelf: Shelf, game: Game | None = None, *, naming: bool = False) -> None:
        """Show the shelf; `naming` asks for a name under which `game` is kept."""
        super().__init__(desk)
        self.shelf = shelf
        self.game = game
        self.naming = naming and game is not None
        self.name = date(game.session.month) if self.naming and game is not None else ""
        self.asked = ""
        """What the next press does for good: `delete` or `save`, once it has been asked for."""
        self.found = shelf.listed()
        self.chosen = saves.latest_of(self.found) or (self.found[0].key if self.found else "")
        self.clicked = -_DOUBLE_CLICK_MS - 1
        """When a row was clicked last, milliseconds."""
        self.shown = glance_of(game.session) if self.naming and game is not None else None
        self.at = self._last()
        self.lay()
        self.stage.focus_on("name" if self.naming else "list")
        self.stage.by_keys = self.naming
        self.stage.replace(self.stage.controls)

    @property
    def save(self) -> saves.Save | None:
        """The save that is chosen."""
        return next((each for each in self.found if each.key == self.chosen), None)

    @property
    def held(self) -> Glance | None:
        """What the preview shows: the game that is to be named, or the save that is chosen."""
        return self.shown or (self.save.held if self.save else None)

    def _last(self) -> int:
        return self.held.last if self.held else 0

    # -- placing ----------------------------------------------------------------------------------

    def places(self) -> dict[str, Rect]:
        """Return where head, list, field and the parts of the preview lie."""
        theme = self.desk.theme
        inner = self.desk.area.pad(theme.px(32), theme.px(22))
        head, rest = inner.cut_top(max(theme.row, text.line_height(theme, DEBRIEF)), theme.px(14))
        left, right = rest.cut_left(round(rest.w * 0.42), theme.px(16))
        found = {"head": head, "panel": right, "left": left}
        if self.naming:
            found["field"], left = left.cut_top(max(34, theme.px(40)), theme.px(12))
        found["list"] = left.pad(theme.px(12), theme.px(10))
        found["shelf"] = left
        inner = right.pad(theme.px(22), theme.px(18))
        found["game"], inner = inner.cut_top(text.line_height(theme, SECONDARY), theme.px(4))
        found["month"], inner = inner.cut_top(text.line_height(theme, HEADLINE), theme.px(12))
        if not self.naming:
            found["foot"], inner = inner.cut_bottom(max(34, theme.px(46)), theme.px(12))
        note = 0 if theme.large else text.line_height(theme, SECONDARY) * 2
        found["note"], inner = inner.cut_bottom(note, theme.px(8))
        found["line"], inner = inner.cut_bottom(theme.px(38) + text.line_height(theme, LABEL), theme.px(12))
        facts = text.line_height(theme, LABEL) + text.line_height(theme, FIGURE)
        tall = 4 * text.line_height(theme, BODY) if theme.large else facts
        found["facts"], inner = inner.cut_bottom(tall, theme.px(14))
        if inner.h < text.line_height(theme, BIG_FIGURE) + 3 * text.line_height(theme, LABEL):
            return found  # no room for pictures: the figures say the same
        found["hall"], found["race"] = inner.cut_left(round(inner.w * 0.5), theme.px(12))
        return found

    @override
    def controls(self) -> Sequence[Widget]:
        theme, where = self.desk.theme, self.places()
        side = max(28, theme.px(34))
        close = Rect(where["head"].right - side, where["head"].y, side, side)
        found: list[Widget] = [
            Button("close", close, theme, ButtonSpec("", icon="close", tip=_("Close (Esc)")))
        ]
        if self.naming:
            found += self._name_row(where["field"])
        if self.found:
            found.append(self._list(where["list"]))
        save, held = self.save, self.held
        if save is not None and not self.naming:
            found += self._foot(save, where["foot"])
        if held is not None:
            stops = dressed.stops(marks(held.moments), theme.palette)
            end = max(held.last, held.length)
            found.append(Timeline("line", where["line"], theme, TimelineSpec(stops, self.at, end)))
        return found

    def _name_row(self, place: Rect) -> list[Widget]:
        theme = self.desk.theme
        words = _("Overwrite") if self.asked == "save" else _("Save")
        key = "" if theme.large else "Enter"  # large letters: the name has the room
        button, field = place.cut_right(theme.px(150 if theme.large else 190), theme.px(10))
        spec = FieldSpec(self.name, _("name of the save"), 40)
        old = self.stage.find("name")
        box = Field("name", field, theme, spec)
        box.marked = old.marked if isinstance(old, Field) else True
        if isinstance(old, Field):
            box.caret = min(old.caret, len(self.name))
        return [box, Button("keep", button, theme, ButtonSpec(words, "primary", key=key))]

    def _list(self, place: Rect) -> SaveList:
        theme, palette = self.desk.theme, self.desk.theme.palette
        lines = tuple(
            Row(
                save.key,
                save.title,
                "" if save.held else "warning",
                palette.warning,
                save.state,
                save.when,
                tip=save.wrong or f"{save.title} · {save.when}\n{save.state}",
                faint=save.held is None,
            )
            for save in self.found
        )
        pictures = {
            save.key: dressed.thumb(saves.shot(save.held, save.held.last))
            for save in self.found
            if save.held is not None
        }
        box = SaveList("list", place, theme, ListSpec(lines, self.chosen), pictures)
        old = self.stage.find("list")
        box.first = old.first if isinstance(old, SaveList) else 0
        box.scroll(0)
        return box

    def _foot(self, save: saves.Save, place: Rect) -> list[Widget]:
        theme, held, large = self.desk.theme, save.held, self.desk.theme.large
        words = _("Delete for good") if self.asked == "delete" else _("Delete")
        sign = "warning" if self.asked == "delete" else "close"
        delete, rest = place.cut_left(place.h if large else theme.px(170), theme.px(10))
        spec = ButtonSpec(words, key=self.desk.keys.shown("delete"))
        found: list[Widget] = [
            Button("delete", delete, theme, ButtonSpec("", icon=sign, tip=words) if large else spec)
        ]
        if held is None:
            return found
        tip = _("Walk through its months at the table.")
        if large:
            watch, load = rest.cut_left(place.h, theme.px(10))
            spec = ButtonSpec("", icon="play", tip=tip)
        else:
            load, rest = rest.cut_right(theme.px(220), theme.px(10))
            watch = rest.cut_right(min(rest.w, theme.px(170)))[0]
            spec = ButtonSpec(_("Watch it"), icon="play", tip=tip)
        label = _("Load") if self.at == held.last else _("Load this month")
        return [
            *found,
            Button("watch", watch, theme, spec),
            Button("load", load, theme, ButtonSpec(label, "primary", key="Enter", large=True)),
        ]

    @override
    def toast_room(self) -> Rect:
        """Show passing messages over the preview, beside the button that closes: the foot has buttons."""
        where, side = self.places(), max(28, self.desk.theme.px(44))
        head, left = where["head"], where["panel"].x
        return Rect(left, head.y, head.right - side - left, head.h)

    # -- drawing ----------------------------------------------------------------------------------

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, where = self.desk.theme, self.places()
        title = _("Save the game") if self.naming else _("Load a game")
        text.put(surface, theme, where["head"], title, DEBRIEF)
        panel(surface, theme, where["shelf"])
        panel(surface, theme, where["panel"], theme.palette.lab)
        if not self.found:
            words = _("Nothing has been saved yet. Every month of a game is saved automatically.")
            text.put_lines(surface, theme, where["list"], words, BODY, colour=theme.palette.text2)
        if self.held is not None:
            self._paint_month(surface, self.held)
        elif self.save is not None:
            inner = where["panel"].pad(theme.px(22), theme.px(18))
            text.put_lines(surface, theme, inner, self.save.wrong, BODY, colour=theme.palette.text2)

    def _paint_month(self, surface: pygame.Surface, held: Glance) -> None:
        theme, palette, where = self.desk.theme, self.desk.theme.palette, self.places()
        text.put(surface, theme, where["game"], saves.game_told(held), SECONDARY, colour=palette.text2)
        shown = text.put(surface, theme, where["month"], capital(date(self.at)), HEADLINE).shown
        side = where["month"].cut_left(text.width(theme, shown, HEADLINE), theme.px(14))[1]
        text.put(
            surface,
            theme,
            side,
            saves.month_told(held, self.at),
            SECONDARY,
            colour=palette.text3,
            align="right",
        )
        self._paint_pictures(surface, held)
        self._paint_facts(surface, held, where["facts"])
        if not theme.large:
            self._paint_note(surface, held, where["note"])

    def _paint_note(self, surface: pygame.Surface, held: Glance, place: Rect) -> None:
        theme = self.desk.theme
        text.put_lines(surface, theme, place, self._note(held), SECONDARY, colour=theme.palette.text3)

    def _paint_facts(self, surface: pygame.Surface, held: Glance, place: Rect) -> None:
        """Write the figures of the month: side by side, or line by line in large text."""
        theme, palette = self.desk.theme, self.desk.theme.palette
        facts = saves.facts(held, self.at)
        if theme.large:
            for fact, row in zip(facts, rows(place, [1.0] * len(facts)), strict=True):
                text.put(surface, theme, row, fact.label, BODY, colour=palette.text2)
                text.put(surface, theme, row, fact.shown, BODY_BOLD, align="right")
            return
        for fact, cell in zip(facts, columns(place, [1.0] * len(facts), theme.px(8)), strict=True):
            top, low = cell.cut_top(text.line_height(theme, LABEL))
            text.put(surface, theme, top, fact.label, LABEL, colour=palette.text3)
            kind = text.fit_type(theme, fact.shown, _FIGURE_KINDS, low.w)
            text.put(surface, theme, low, fact.shown, kind)

    def _paint_pictures(self, surface: pygame.Surface, held: Glance) -> None:
        """Draw the hall with the trust in its middle, and the race so far."""
        theme, palette, where = self.desk.theme, self.desk.theme.palette, self.places()
        if "hall" not in where:
            return
        shot = saves.shot(held, self.at)
        for name in ("hall", "race"):
            paint.box(surface, where[name], palette.inset, radius=theme.px(8), edge=palette.line)
        hall = where["hall"].pad(theme.px(14), theme.px(12))
        floor = draw_hall(surface, hall, dressed.thumb(shot))
        figure, high = saves.trust_told(held, self.at), text.line_height(theme, BIG_FIGURE)
        low = text.line_height(theme, LABEL)
        middle = Rect(hall.x, floor - high - low + theme.px(8), hall.w, high)
        text.put(surface, theme, middle, figure, BIG_FIGURE, align="centre")
        below = Rect(hall.x, floor - low, hall.w, low)
        text.put(surface, theme, below, _("trust"), LABEL, colour=palette.text2, align="centre")
        race = where["race"].pad(theme.px(10), theme.px(8))
        head, rest = race.cut_top(text.line_height(theme, LABEL))
        text.put(surface, theme, head, _("published quality"), LABEL, colour=palette.text3, align="right")
        named = rest.h > len(shot.lines) * text.line_height(theme, SECONDARY)
        picture = dressed.race(shot, named=named)
        if named and names_room(theme, picture) > rest.w // 2:
            picture = dressed.race(shot, named=False)
        draw_chart(surface, theme, rest, picture)

    def _note(self, held: Glance) -> str:
        if self.naming:
            return _("Saving keeps the whole game so far: any of its months can be opened later.")
        if self.at < held.last:
            return _("Going on from {date} leaves this save as it is: what came after stays in it.").format(
                date=date(self.at)
            )
        return _("Drag along the line, or press ← →, to load an earlier month of this game.")

    # -- acting -----------------------------------------------------------------------------------

    @override
    def handle(self, event: pygame.event.Event) -> Wish | None:
        action = self.desk.keys.action_for(event)
        line = self.stage.find("line")
        aside = self.stage.focus in ("", "list") and action is not None and action.name in _ASIDE
        if aside and action is not None and isinstance(line, Timeline):
            asked = line.act(action)
            return self.take(asked) if asked else None
        return super().handle(event)

    @override
    def take(self, action: Action) -> Wish | None:
        match action.name, action.subject:
            case ("select" | "click", "list"):
                return self._mark(action)
            case ("set", "line"):
                self.at = int(action.value or 0)
                self._again("")
            case ("edit", "name"):
                self.name = str(action.value)
                self._again("")
            case ("open", "list") | ("press", "load" | "keep") | ("confirm", _):
                return self._done(action)
            case ("press", "delete") | ("delete", _):
                self._delete()
            case ("press", "watch"):
                save = self.save
                return Wish("watch", value=(self.shelf.place(save.key), self.at)) if save else None
            case ("press", "close"):
                return Wish("close")
            case _:
                return super().take(action)
        return None

    def _again(self, asked: str) -> None:
        self.asked = asked
        self.lay()

    def _mark(self, action: Action) -> Wish | None:
        """Choose a row; the second of two quick clicks on it does what Enter would."""
        key = str(action.value)
        if action.name == "click":
            twice = key == self.chosen and self.desk.now - self.clicked <= _DOUBLE_CLICK_MS
            self.clicked = self.desk.now
            if twice:
                return self._done(Action("open", "list", key))
        self._choose(key)
        return None

    def _choose(self, key: str) -> None:
        if key != self.chosen:
            self.chosen = key
            self.at = self._last()
        save = self.save
        if self.naming and save is not None and not save.kind:
            self.name = save.title
        self.desk.play("press")
        self._again("")

    def _done(self, action: Action) -> Wish | None:
        """Load what is chosen, or keep the game under the name."""
        if self.naming:
            return self._keep() if action.name != "open" else None
        save = self.save
        if save is None or save.held is None:
            return None
        self.desk.play("press")
        return Wish("load", value=(self.shelf.place(save.key), self.at))

    def _keep(self) -> Wish | None:
        if self.game is None:
            return None
        try:
            place = self.shelf.slots.place_for(self.name)
            if place.exists() and self.asked != "save":
                self._again("save")
                self.desk.tell(_("There is a save of this name. Press again to overwrite it."), "warning")
                return None
            self.shelf.keep_as(self.game.session, place)
        except PlainError as problem:
            self.desk.tell(speak(problem.sentence), "warning", self.desk.theme.palette.warning)
            return None
        self.desk.tell(_("Saved as {name}.").format(name=place.stem), "tick")
        return Wish("close")

    def _delete(self) -> None:
        save = self.save
        if save is None:
            return
        if self.asked != "delete":
            self._again("delete")
            return
        where = [each.key for each in self.found].index(save.key)
        try:
            self.shelf.drop(save.key)
        except PlainError as problem:
            self.desk.tell(speak(problem.sentence), "warning", self.desk.theme.palette.warning)
        self.found = self.shelf.listed()
        rest = self.found[min(where, len(self.found) - 1)] if self.found else None
        self.chosen = rest.key if rest else ""
        self.at = self._last()
        self._again("")
