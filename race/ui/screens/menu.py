"""The menu: what can be done now and nothing else; the hall is its picture.

It is the first frame, so it knows no world: what the saves hold is told to it once they have been read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame
from typing_extensions import override

from race import __version__
from race.speech import _, language, languages
from race.ui.kit import paint, text
from race.ui.kit.actions import Action
from race.ui.kit.choices import Segmented
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, BODY_LARGE, TEXT_SIZES, TITLE, Theme
from race.ui.kit.widgets import (
    Button,
    ButtonKind,
    ButtonSpec,
    Option,
    SegmentedSpec,
    Widget,
)
from race.ui.screens.preferences.sheet import LANGUAGES
from race.ui.screens.screen import Desk, Screen, Wish


@dataclass(slots=True)
class Shelf:
    """What is known of the saves: `looking` until they were read, then the state to continue, or none."""

    looking: bool = False
    state: str = ""
    over: bool = False
    """Whether that game has ended, so that there is only to look back at it."""


class Menu(Screen):
    """Continue or look back, new game, quit; text size and language lower right, version lower left."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        """Take the desk and the shelf that the loading thread fills."""
        super().__init__(desk)
        self.shelf = shelf
        self.picture: pygame.Surface | None = None
        self.lay()
        self.stage.focus_on(self._buttons()[0][0])
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    def _buttons(self) -> list[tuple[str, ButtonSpec]]:
        shelf, found = self.shelf, []
        if shelf.looking or shelf.state:
            found.append(("continue", self._last_game()))
        kind: ButtonKind = "quiet" if found and not shelf.over else "primary"
        new = ("new_game", ButtonSpec(_("New game"), kind, large=True, align="left"))
        found.insert(0 if shelf.over else len(found), new)
        if shelf.looking or shelf.state:
            found.append(("saves", self._load()))
        steps = _("six steps, four minutes")
        lesson = ButtonSpec(_("First steps"), "quiet", detail=steps, large=True, align="left")
        found.append(("lesson", lesson))
        found.append(("settings", ButtonSpec(_("Settings"), "quiet", large=True, align="left")))
        found.append(("quit", ButtonSpec(_("Quit"), "quiet", large=True, align="left")))
        return found

    def _last_game(self) -> ButtonSpec:
        """Return the button of the newest save: go on with it, or look back when it has ended."""
        shelf, waits = self.shelf, _("Reading the saved game…")
        goes_on = bool(shelf.state) and not shelf.over
        return ButtonSpec(
            _("Look back") if shelf.over else _("Continue"),
            "primary" if goes_on else "quiet",
            detail=shelf.state or waits,
            large=True,
            align="left",
            enabled=bool(shelf.state),
            why_not=waits,
        )

    def _load(self) -> ButtonSpec:
        waits = _("Reading the saved game…")
        known = bool(self.shelf.state)
        return ButtonSpec(_("Load"), "quiet", large=True, align="left", enabled=known, why_not=waits)

    def column(self) -> Rect:
        """Return the place of title and buttons at the left."""
        area, theme = self.desk.area, self.desk.theme
        wide = min(theme.px(430), area.w - 2 * theme.px(40))
        return Rect(area.x + theme.px(70), area.y, wide, area.h)

    @override
    def controls(self) -> Sequence[Widget]:
        theme, column = self.desk.theme, self.column()
        buttons = self._buttons()
        top, step = self._stairs(len(buttons))
        placed: list[Widget] = [
            Button(name, Rect(column.x, top + step * index, column.w, step - theme.px(6)), theme, spec)
            for index, (name, spec) in enumerate(buttons)
        ]
        return [*placed, *self._foot()]

    def _stairs(self, count: int) -> tuple[int, int]:
        """Return where the first button lies and the way from one to the next, less with less room."""
        theme, area = self.desk.theme, self.desk.area
        foot = area.bottom - theme.px(20) - theme.row - theme.px(10)
        head = area.y + theme.px(12) + text.line_height(theme, TITLE)
        step = max(34, min(theme.px(52), (foot - head) // max(1, count)))
        return min(area.y + round(area.h * 0.43), foot - step * count), step

    def _words(self) -> tuple[Rect, Rect]:
        """Return the places of the title and of the line under it; the line gives way first."""
        theme, column = self.desk.theme, self.column()
        top = self._stairs(len(self._buttons()))[0] - theme.px(8)
        high = text.line_height(theme, TITLE)
        head = Rect(column.x + theme.px(12), column.y, column.w - theme.px(12), column.h)
        note = text.lines_height(theme, self.words(), BODY_LARGE, head.w)
        usual = head.y + round(head.h * 0.17)
        if usual + high + theme.px(8) + note > top:
            usual = max(theme.px(6), top - high - theme.px(8) - note)
        if usual + high + theme.px(8) + note > top:
            usual, note = max(0, min(usual, top - high)), 0
        title = Rect(head.x, usual, head.w, high)
        return title, Rect(head.x, title.bottom + theme.px(8), head.w, note)

    def _foot(self) -> list[Widget]:
        theme, area = self.desk.theme, self.desk.area
        line = area.pad(theme.px(70), theme.px(20)).cut_bottom(theme.row)[0]
        version = ButtonSpec(_("Version {n}").format(n=__version__), "quiet", align="left", tip=_("About"))
        options = tuple(Option(code, LANGUAGES.get(code, code)) for code in languages())
        side, rest = line.cut_right(theme.px(110) * len(options))
        left = rest.cut_left(theme.px(200))[0]
        found: list[Widget] = [Button("about", left, theme, version)]
        if len(options) > 1:
            found.append(Segmented("language", side, theme, SegmentedSpec(options, language())))
        return [*found, *self._sizes(rest)]

    def _sizes(self, rest: Rect) -> list[Widget]:
        """Return the choice of the text's size beside the languages, where the line has room for it."""
        theme = self.desk.theme
        now, free = self.desk.kept.text_size, rest.w - theme.px(200) - theme.px(16) - theme.px(40)
        sizes: tuple[int, ...] = TEXT_SIZES
        if free < theme.px(72) * len(sizes):  # the way back at least; all are in the settings as well
            sizes = tuple(size for size in TEXT_SIZES if size in (TEXT_SIZES[0], now))
        options = tuple(Option(str(size), _("{n} %").format(n=size)) for size in sizes)
        wide = theme.px(72) * len(options)
        if free < wide or len(options) == 1:
            return []
        place = rest.cut_right(wide + theme.px(16))[0].cut_left(wide)[0]
        spec = SegmentedSpec(options, str(self.desk.kept.text_size))
        return [Segmented("text_size", place, theme, spec)]

    @override
    def paint(self, surface: pygame.Surface) -> None:
        """Draw title, line and the hall."""
        super().paint(surface)
        theme, palette = self.desk.theme, self.desk.theme.palette
        if self.picture is not None:
            area = self.desk.area
            spot = (area.right - self.picture.get_width(), area.bottom - self.picture.get_height())
            beneath = self.column().right > spot[0] + theme.px(60)
            self.picture.set_alpha(_VEILED if beneath else 255)
            surface.blit(self.picture, (spot[0], spot[1] // 2))
        if (sizes := self.stage.find("text_size")) is not None:
            beside = Rect(sizes.rect.x - theme.px(32), sizes.rect.y, theme.px(24), sizes.rect.h)
            text.put(surface, theme, beside, _("Aa"), BODY, colour=palette.text2)
        title, note = self._words()
        text.put(surface, theme, title, _("Diverted"), TITLE)
        if note.h:
            text.put_lines(surface, theme, note, self.words(), BODY_LARGE, colour=palette.text2)

    def words(self) -> str:
        """Return the line under the title."""
        return _(
            "You are the founder of two companies, and there are not enough chips for both. "
            "This is a game: what happens in it is made up."
        )

    @override
    def take(self, action: Action) -> Wish | None:
        if action.name == "press":
            self.desk.play("press")
            return Wish(action.subject)
        if action.name == "load" and self.shelf.state:
            return Wish("saves")
        if action.name == "choose":
            size = action.subject == "text_size"
            value = ("text_size", int(str(action.value))) if size else action.value
            return Wish("setting" if size else "language", value=value)
        if action.name == "confirm" and not self.stage.by_keys:
            if self.shelf.looking and not self.shelf.state:  # a game may be there to continue: wait for it
                self.desk.tell(_("Reading the saved game…"))
                return None
            return Wish("continue" if self.shelf.state and not self.shelf.over else "new_game")
        return None


_VEILED: Final = 60
"""How much of the hall is seen, of 255, where large text lies over it."""


def hall_picture(theme: Theme, size: tuple[int, int]) -> pygame.Surface:
    """Draw the hall beside the title, doubt at one end; needs numpy, so not in the first frame."""
    import numpy as np  # noqa: PLC0415 - the first frame must not wait for it

    from race.ui.pieces.dots import draw_seats  # noqa: PLC0415 - the same
    from race.ui.pieces.seats import seat  # noqa: PLC0415 - the same

    outer = min(size[0] * 0.27, size[1] * 0.5)
    seating = seat((210, 520, 500, 470, 200), outer)
    picture = paint.blank(round(2 * outer + theme.px(60)), round(outer + theme.px(40)))
    far = np.hypot(seating.x - 0.72 * outer, seating.y - 0.30 * outer) / outer
    ripple = 0.06 * np.sin(seating.x / outer * 31) * np.cos(seating.y / outer * 17)
    values = np.clip(0.93 - 1.0 * np.exp(-((far / 0.30) ** 2)) + ripple, 0.0, 1.0)
    draw_seats(
        picture,
        seating,
        values,
        (picture.get_width() // 2 - theme.px(10), picture.get_height() - theme.px(20)),
    )
    return picture
