"""What the program says of itself: versions, fonts and licences, where the saves are, what is made up."""

import platform
from collections.abc import Sequence
from importlib import metadata

import pygame
from typing_extensions import override

from race import __version__
from race.files import user_folder
from race.speech import _
from race.ui.kit import text
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY
from race.ui.kit.widgets import Row, Widget
from race.ui.screens.screen import Desk, Titled

_PARTS = ("numpy", "mesa", "msgspec", "platformdirs", "fontpkg")
"""Packages whose versions help when something goes wrong."""


class AboutSheet(Titled):
    """Lines to read, and to copy into a report."""

    part = (0.62, 0.78)

    def __init__(self, desk: Desk) -> None:
        """Show the versions of this moment."""
        super().__init__(desk)
        self.lay()

    @override
    def lay(self) -> None:
        self.title = _("About Diverted")
        super().lay()

    def _parts(self) -> tuple[Rect, Rect]:
        theme, body = self.desk.theme, self.body()
        high = text.lines_height(theme, story(), BODY, body.w)
        return body.cut_top(min(high, body.h // 2), theme.px(14))

    @override
    def controls(self) -> Sequence[Widget]:
        spec = ListSpec(
            tuple(Row(*pair[:1], pair[0], right=pair[1], tip=": ".join(pair)) for pair in facts())
        )
        spec = ListSpec(spec.rows, right_share=0.62)
        return [ListBox("list", self._parts()[1], self.desk.theme, spec), self.close_button()]

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme = self.desk.theme
        text.put_lines(surface, theme, self._parts()[0], story(), BODY, colour=theme.palette.text2)


def story() -> str:
    """Return what the game is and is not, in a few sentences."""
    return _(
        "A strategy game about two companies, one founder and too few chips. The opening follows public "
        "figures, each with its source; what happens then is made up. It is made by nobody named in it and "
        "endorsed by none of them. It sends nothing anywhere: no account, no network, no measurement."
    )


def facts() -> tuple[tuple[str, str], ...]:
    """Return names and versions, then licences and folders."""
    sdl = ".".join(map(str, pygame.get_sdl_version()))
    engine = "pygame-ce" if getattr(pygame, "IS_CE", False) else "pygame"
    return (
        ("Diverted", __version__),
        ("Python", f"{platform.python_version()}, {platform.system()} {platform.machine()}"),
        (engine, f"{pygame.version.ver}, SDL {sdl}"),
        *((name, shown) for name in _PARTS if (shown := _version(name))),
        (_("Fonts"), "Lato, Barlow Semi Condensed (OFL 1.1)"),
        (_("Sounds, pictures, icons"), _("made by the program itself")),
        (_("Saves and settings"), str(user_folder())),
    )


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
