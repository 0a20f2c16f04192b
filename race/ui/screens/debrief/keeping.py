"""Saves the debrief as a page of HTML and as a picture, beside the player's saves."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

import pygame

from race.core.words import PlainError
from race.files import user_folder
from race.session.disk import write_atomically
from race.session.hindsight.code import code_of
from race.session.hindsight.looking import Hindsight
from race.session.session import Session
from race.speech import _, speak
from race.ui.present.debrief.report.page import page
from race.ui.screens.screen import Desk, Screen

PICTURE: Final = (1920, 1080)


def keep_report(
    desk: Desk, session: Session, seen: Hindsight | None, drawn: Callable[[Desk], Screen]
) -> None:
    """Write both files and say where they are, or why they could not be written.

    `drawn` makes the screen that the picture shows, at the size of the desk it is given.
    """
    place = report_place(session)
    try:
        write_atomically(place.with_suffix(".html"), page(session, seen).encode())
        write_atomically(place.with_suffix(".png"), picture(desk, drawn))
    except PlainError as problem:
        desk.tell(speak(problem.sentence), "warning", desk.theme.palette.warning)
        return
    file = f"{place.name}.html, .png"
    desk.tell(_("Saved in {folder}: {file}.").format(folder=place.parent, file=file), "tick")


def report_place(session: Session) -> Path:
    """Return where a game's report goes, without the ending of its name."""
    code = code_of(session.journal) or f"seed-{session.seed}"
    return user_folder() / "reports" / f"diverted-{code}"


def picture(desk: Desk, drawn: Callable[[Desk], Screen]) -> bytes:
    """Return a screen at a fixed size as PNG."""
    calm = Desk(PICTURE, desk.theme, kept=desk.kept)
    calm.refit()
    surface = pygame.Surface(PICTURE)
    drawn(calm).draw(surface)
    written = BytesIO()
    pygame.image.save(surface, written, "report.png")
    return written.getvalue()
