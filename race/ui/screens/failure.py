"""When the program itself fails: what is known is written down, and the last month can be played again."""

import traceback
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

import pygame
from typing_extensions import override

from race import __version__
from race.speech import _
from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY_LARGE, DEBRIEF, LABEL, SECONDARY
from race.ui.kit.widgets import Button, ButtonSpec, Widget, panel
from race.ui.screens.screen import Desk, Screen, Wish

_LAST = 12
"""Lines of the report that are shown on request."""


def write_report(
    folder: Path, problem: BaseException, facts: Mapping[str, object] | None = None
) -> Path | None:
    """Write what went wrong, and in which game, to a new file beside the saves.

    Returns the file, or None when that fails too. What is written stays on this computer.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        places = (folder / f"failure-{number:03d}.txt" for number in count(1))
        path = next(place for place in places if not place.exists())
        told = "".join(f"{name}: {value}\n" for name, value in (facts or {}).items())
        lines = "".join(traceback.format_exception(problem))
        path.write_text(f"Diverted {__version__}\n{told}{lines}", encoding="utf-8")
    except OSError:
        return None
    return path


def facts_of(screens: Sequence[Screen]) -> dict[str, object]:
    """Return which game lay on the table when something failed: enough to play it again."""
    games = [screen.game for screen in screens if hasattr(screen, "game")]
    session = getattr(games[-1], "session", None) if games else None
    journal = getattr(session, "journal", None)
    found: dict[str, object] = {"screens": " > ".join(type(screen).__name__ for screen in screens)}
    for name in ("scenario", "seed", "difficulty", "trait", "founder", "rules"):
        if hasattr(journal, name):
            found[name] = getattr(journal, name)
    if session is not None:
        found["month"] = session.month
        found["orders"] = "; ".join(repr(command) for command in session.pending)
    return found


class Failure(Screen):
    """Says that the program failed, what is safe, and where the report is; offers the last saved month."""

    def __init__(self, desk: Desk, report: Path | None, *, can_go_on: bool, state: str = "") -> None:
        """Show the report's place; `can_go_on` when there is a good save, `state` what it holds."""
        super().__init__(desk)
        self.report = report
        self.can_go_on = can_go_on
        self.state = state
        self.told: tuple[str, ...] = ()
        """The last lines of the report, once they have been asked for."""
        self.lay()
        self.stage.focus_on("continue" if can_go_on else "menu")

    # -- placing ----------------------------------------------------------------------------------

    def column(self) -> Rect:
        """Return the column of words and buttons; it grows when the report is shown."""
        area, theme = self.desk.area, self.desk.theme
        wide = min(theme.px(860 if self.told else 760), area.w - theme.px(40))
        high = theme.px(640 if self.told else 330) if not theme.large else area.h
        return area.pad(theme.px(20)).middle(wide, min(high, area.h - theme.px(40)))

    def places(self) -> dict[str, Rect]:
        """Return where title, words, report and buttons lie."""
        theme, column = self.desk.theme, self.column()
        found: dict[str, Rect] = {}
        found["title"], rest = column.cut_top(text.line_height(theme, DEBRIEF), theme.px(12))
        found["foot"], rest = rest.cut_bottom(max(34, theme.px(50)), theme.px(16))
        words = text.lines_height(theme, self.words(), BODY_LARGE, column.w)
        found["words"], rest = rest.cut_top(min(words, rest.h), theme.px(12))
        row = max(text.line_height(theme, BODY_LARGE), theme.px(24))
        if self.state:
            found["state"], rest = rest.cut_top(min(row, rest.h), theme.px(10))
        found["report"] = rest
        return found

    @override
    def controls(self) -> Sequence[Widget]:
        theme, foot = self.desk.theme, self.places()["foot"]
        specs = [("menu", ButtonSpec(_("Menu"), key="Esc"), 0.17), ("quit", ButtonSpec(_("Quit")), 0.15)]
        if self.report is not None:
            words = _("Hide the report") if self.told else _("Show the report")
            specs.insert(0, ("report", ButtonSpec(words), 0.26))
        if self.can_go_on:
            spec = ButtonSpec(_("Resume from last month"), "primary", key="Enter", large=True)
            specs.insert(0, ("continue", spec, 0.42))
        gap = theme.px(10)
        whole = sum(share for _name, _spec, share in specs)
        room = foot.w - gap * (len(specs) - 1)
        found: list[Widget] = []
        for name, spec, share in specs:
            place, foot = foot.cut_left(round(room * share / max(1.0, whole)), gap)
            found.append(Button(name, place, theme, spec))
        return found

    # -- drawing ----------------------------------------------------------------------------------

    def words(self) -> str:
        """Return what happened and what is safe."""
        words = _(
            "This is a mistake in the program, not in your play. Every finished month is saved, and so is "
            "every order you have given."
        )
        if self.report is None:
            return words
        report = _("What happened is written in {file}. It stays on this computer.").format(
            file=str(self.report)
        )
        return f"{words}\n{report}"

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette, where = self.desk.theme, self.desk.theme.palette, self.places()
        text.put(surface, theme, where["title"], _("The game has failed"), DEBRIEF)
        text.put_lines(surface, theme, where["words"], self.words(), BODY_LARGE, colour=palette.text2)
        if "state" in where and where["state"].h:
            sign, rest = where["state"].cut_left(theme.px(18), theme.px(10))
            icons.put(surface, "tick", sign.centre, theme.px(16), palette.good)
            text.put(surface, theme, rest, _("Kept: {state}").format(state=self.state), BODY_LARGE)
        if self.told:
            self._paint_report(surface, where["report"])

    def _paint_report(self, surface: pygame.Surface, place: Rect) -> None:
        theme, palette = self.desk.theme, self.desk.theme.palette
        if place.h < 3 * text.line_height(theme, LABEL):
            return
        panel(surface, theme, place)
        inner = place.pad(theme.px(16), theme.px(12))
        step = text.line_height(theme, SECONDARY)
        for line in self.told[-max(1, inner.h // step) :]:
            row, inner = inner.cut_top(step)
            text.put(surface, theme, row, line, SECONDARY, colour=palette.text2)
        side = Rect(place.x, place.y, theme.px(3), place.h).pad(0, theme.px(14))
        paint.box(surface, side, palette.bad, radius=1)

    # -- acting -----------------------------------------------------------------------------------

    @override
    def take(self, action: Action) -> Wish | None:
        if (action.name, action.subject) == ("press", "report"):
            self._turn()
            return None
        if action.name == "press":
            return Wish(action.subject)
        if action.name == "confirm" and self.can_go_on:
            return Wish("continue")
        return Wish("menu") if action.name == "cancel" else None

    def _turn(self) -> None:
        """Show the report's last lines, or hide them."""
        if self.told or self.report is None:
            self.told = ()
        else:
            try:
                lines = self.report.read_text("utf-8").splitlines()
            except OSError:
                lines = []
            self.told = tuple(line for line in lines if line.strip())[-_LAST:] or (_("Nothing."),)
        self.lay()
