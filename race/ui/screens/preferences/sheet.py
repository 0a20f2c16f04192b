"""The settings: language and names, picture, sound, keys; every choice holds at once and is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame
from typing_extensions import override

from race.session.beside.making import WHAT
from race.speech import _, language, languages, number, uncompiled
from race.ui.kit import text
from race.ui.kit.actions import Action, chord_of
from race.ui.kit.choices import Segmented, Slider, SliderSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY_LARGE, SECONDARY, TEXT_SIZES
from race.ui.kit.widgets import (
    Button,
    ButtonSpec,
    Option,
    SegmentedSpec,
    Toggle,
    ToggleSpec,
    Widget,
)
from race.ui.screens.preferences.keys import KeyPage
from race.ui.screens.screen import Desk, Titled, Wish

LANGUAGES = {"en": "English", "fr": "Français"}
"""Each language in its own words."""
_HELD = ("ctrl", "alt", "shift")


@dataclass(frozen=True, slots=True)
class Line:
    """One choice of a page: the control's name, what it is called and what it does."""

    name: str
    label: str
    note: str


class SettingsSheet(Titled):
    """Four pages of choices."""

    part = (0.66, 0.64)

    def __init__(self, desk: Desk, page: str = "look") -> None:
        """Open the settings at a page: `words`, `look`, `sound` or `keys`."""
        super().__init__(desk)
        self.page = page
        self.keys = KeyPage(desk)
        self._alone = ""
        self.lay()
        self.stage.focus_on("page")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @override
    def lay(self) -> None:
        self.title = _("Settings")
        super().lay()

    def parts(self) -> tuple[Rect, Rect]:
        """Return the places of the pages' switch and of the page."""
        theme = self.desk.theme
        return self.body().cut_top(theme.row, theme.px(16))

    def lines(self) -> tuple[Line, ...]:
        """Return the choices of the page, top to bottom."""
        shown = self.desk.keys.shown
        match self.page:
            case "words":
                return (
                    Line("language", _("Language"), _languages_told()),
                    Line("names", _("Company names"), _("As in the news, or invented ones.")),
                    Line("lesson", _("First steps"), _("Six steps at the table, about four minutes.")),
                    Line("about", _("About"), _("Versions, licences, where your saves are.")),
                )
            case "look":
                return (
                    Line(
                        "text_size",
                        _("Text size"),
                        also(shown("larger"), shown("smaller"), shown("usual_size")),
                    ),
                    Line("high_contrast", _("High contrast"), _("Black grounds, white text, strong lines.")),
                    Line("reduced_motion", _("Reduced motion"), _("Nothing moves by itself.")),
                    Line("foresight", _("Foresight"), _("Futures are played while you think.")),
                    Line("compiles", _("Compiled core"), self._core_told()),
                    Line("full_screen", _("Full screen"), also(shown("full_screen"))),
                )
            case "sound":
                return (
                    Line("volume_master", _("Everything"), _("Each sound has a visible twin.")),
                    Line("volume_effects", _("Effects"), _("Crates, the month, the hall, promises.")),
                    Line("volume_music", _("Music"), _("Calm; it tightens with the race.")),
                    Line("sound_on", _("Sound"), also(shown("mute"))),
                )
            case _:
                return ()

    def _core_told(self) -> str:
        """Say where the compiled core is; before there is a table nobody has looked."""
        told = self.desk.core_told
        return _(WHAT) if told is None else told()

    def places(self) -> list[tuple[Line, Rect, Rect]]:
        """Return each choice with the places of its words and of its control."""
        theme, rest = self.desk.theme, self.parts()[1]
        lines = self.lines()
        need = text.line_height(theme, BODY_LARGE) + text.line_height(theme, SECONDARY) + theme.px(4)
        room = max(1, (rest.h + theme.px(14)) // max(1, len(lines)) - theme.px(14))
        high = max(28, min(max(need, theme.row), room))
        found = []
        for line in lines:
            place, rest = rest.cut_top(high, theme.px(14))
            words, side = place.cut_left(round(place.w * 0.46), theme.px(16))
            found.append((line, words, side.middle(side.w, min(theme.row, side.h))))
        return found

    @override
    def controls(self) -> Sequence[Widget]:
        theme = self.desk.theme
        switch, rest = self.parts()
        pages = (
            Option("words", _("Language")),
            Option("look", _("Picture")),
            Option("sound", _("Sound")),
            Option("keys", _("Keys")),
        )
        found: list[Widget] = [
            Segmented("page", switch, theme, SegmentedSpec(pages, self.page)),
            self.close_button(),
        ]
        old = {control.name: control for control in self.stage.controls if isinstance(control, Widget)}
        if self.page == "keys":
            return [*found, *self.keys.controls(rest, old)]
        return [*found, *(self._control(line, place, old) for line, _words, place in self.places())]

    def _control(self, line: Line, place: Rect, old: dict[str, Widget]) -> Widget:
        theme, kept, name = self.desk.theme, self.desk.kept, line.name
        match name:
            case "language":
                options = tuple(Option(code, LANGUAGES.get(code, code)) for code in languages())
                return Segmented(name, place, theme, SegmentedSpec(options, language()))
            case "names":
                options = (Option("real", _("As in the news")), Option("fictional", _("Invented")))
                return Segmented(name, place, theme, SegmentedSpec(options, kept.names))
            case "text_size":
                options = tuple(Option(str(size), _("{n} %").format(n=size)) for size in TEXT_SIZES)
                return Segmented(name, place, theme, SegmentedSpec(options, str(kept.text_size)))
            case "lesson" | "about":
                words = _("Begin") if name == "lesson" else _("Show")
                return Button(name, place, theme, ButtonSpec(words))
            case "volume_master" | "volume_effects" | "volume_music":
                return self._slider(name, place, old)
            case _:
                on = not kept.muted if name == "sound_on" else bool(getattr(kept, name))
                return Toggle(name, place, theme, ToggleSpec("", on))

    def _slider(self, name: str, place: Rect, old: dict[str, Widget]) -> Slider:
        """Return the slider of a volume; one that is being dragged stays the same, with its new value."""
        value = getattr(self.desk.kept, name)
        spec = SliderSpec(value, 0, 100, 5, _("{n} %").format(n=number(value)))
        before = old.get(name)
        if isinstance(before, Slider) and before.rect == place and before.theme == self.desk.theme:
            before.spec = replace(spec)
            return before
        return Slider(name, place, self.desk.theme, spec)

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette = self.desk.theme, self.desk.theme.palette
        if self.page == "keys":
            self.keys.paint(surface, self.parts()[1])
        step = text.line_height(theme, BODY_LARGE)
        for line, words, _place in self.places():
            notes = text.line_height(theme, SECONDARY)
            whole = words.middle(words.w, step + notes) if words.h >= step + notes else words
            head, note = whole.cut_top(step if words.h >= step + notes else words.h)
            text.put(surface, theme, head, line.label, BODY_LARGE)
            if note.h >= notes:
                text.put(surface, theme, note, line.note, SECONDARY, colour=palette.text3)

    # -- acting -----------------------------------------------------------------------------------

    @override
    def wants_keys(self) -> bool:
        return bool(self.keys.waiting)

    @override
    def handle(self, event: pygame.event.Event) -> Wish | None:
        """Catch the key that an action waits for; everything else goes on as usual."""
        if not self.keys.waiting:
            return super().handle(event)
        if event.type == pygame.KEYDOWN:
            return self._catch(chord_of(event))
        if event.type == pygame.KEYUP and self._alone:
            return self._keep_keys(self.keys.caught(self._alone))
        if event.type == pygame.MOUSEBUTTONDOWN:
            self.keys.waiting = ""
            self.lay()
            return super().handle(event)
        return None if event.type == pygame.MOUSEBUTTONUP else super().handle(event)

    def _catch(self, chord: str) -> Wish | None:
        """Take a chord; a held Ctrl, Alt or Shift counts once it is let go without another key."""
        if chord == "escape":
            self.keys.waiting = ""
            self.lay()
            return None
        self._alone = chord if chord in _HELD else ""
        return None if self._alone else self._keep_keys(self.keys.caught(chord))

    def _keep_keys(self, keys: dict[str, tuple[str, ...]]) -> Wish:
        self._alone = ""
        return Wish("setting", value=("keys", keys))

    @override
    def take(self, action: Action) -> Wish | None:
        match action.name, action.subject:
            case "choose", "page":
                self.page, self.keys.waiting = str(action.value), ""
                self.lay()
            case (("choose" | "set"), _):
                return chosen(action)
            case "press", ("lesson" | "about") as name:
                return Wish(name)
            case _ if self.page == "keys" and action.name not in ("cancel", "confirm"):
                return self._take_keys(action)
            case "confirm", _:
                return None
            case _:
                return super().take(action)
        return None

    def _take_keys(self, action: Action) -> Wish | None:
        keys = self.keys.take(action, by_keys=self.stage.by_keys)
        if keys is not None:
            return self._keep_keys(keys)
        if (action.name, action.subject) == ("press", "close"):
            return Wish("close")
        self.lay()
        return None


def chosen(action: Action) -> Wish:
    """Return the wish that a changed control comes to."""
    match action.subject, action.value:
        case "language", value:
            return Wish("language", value=value)
        case "full_screen", _:
            return Wish("full_screen")
        case "sound_on", value:
            return Wish("setting", value=("muted", not value))
        case "text_size", value:
            return Wish("setting", value=("text_size", int(str(value))))
        case name, (bool() | str()) as value:
            return Wish("setting", value=(name, value))
        case name, value:
            return Wish("setting", value=(name, round(float(value or 0))))


def _languages_told() -> str:
    """Say what the language is of, or why one of them cannot be chosen."""
    if missing := uncompiled():
        names = ", ".join(LANGUAGES.get(code, code) for code in missing)
        return _("{names}: not compiled yet; an install or make messages does it.").format(names=names)
    return _("Of the window and of everything written in it.")


def also(*keys: str) -> str:
    """Say which keys do the same as a control."""
    return _("Also {keys}.").format(keys=", ".join(filter(None, keys)))
