"""The pictures of the rooms: hall, ground, ladder, calendar, and the courses of the books."""

from dataclasses import replace

import pygame

from race.core.ids import LABS, Firm
from race.speech import language
from race.ui.kit import text
from race.ui.kit.layout import Rect, rows
from race.ui.kit.theme import LABEL, SECONDARY_BOLD, SECTION, Palette, Theme
from race.ui.kit.widgets import Label, LabelSpec, Widget, panel
from race.ui.pieces.chart import Chart
from race.ui.pieces.hall import Hall, HallSpec
from race.ui.pieces.plot import ChartSpec, Series
from race.ui.pieces.rooms.calendar import Look, WordCalendar
from race.ui.pieces.rooms.ladder import Ladder
from race.ui.pieces.yards.plan import GroundPlan, PlanSpec
from race.ui.present import owners
from race.ui.present.consequences import trust_ordered
from race.ui.present.rooms.page import Line
from race.ui.present.rooms.pictured.calendar import calendar
from race.ui.present.rooms.pictured.courses import Course, courses, trusted
from race.ui.present.rooms.pictured.ladder import ladder
from race.ui.present.rooms.yards.ground import ground
from race.ui.screens import looks
from race.ui.screens.game import Game


def pictured(room: str, place: Rect, theme: Theme, game: Game, seen: tuple[str, Line | None]) -> list[Widget]:
    """Return a picture of a room, called as the room; `seen` are the key of the chosen line, and the line."""
    session, (chosen, line) = game.session, seen
    match room:
        case "hall":
            return [Hall("hall", _under_heading(theme, place), theme, _hall(theme, game, chosen))]
        case "chips":
            command = line.order.command if line is not None and line.order is not None else None
            signs = {lab.value: (looks.look_of(lab).marker, looks.look_of(lab).colour) for lab in LABS}
            return [GroundPlan("plan", place, theme, PlanSpec(ground(session, command), chosen, signs))]
        case "cases":
            return [Ladder("ladder", place, theme, ladder(session))]
        case "promises":
            board = WordCalendar("calendar", place, theme, calendar(session), sign_looks(theme.palette))
            board.picked = chosen
            return [board]
        case "trust":
            return _courses(place, theme, trusted(session))
        case _:
            return _courses(place, theme, courses(session, chosen))


def paint_under(surface: pygame.Surface, theme: Theme, room: str, place: Rect) -> None:
    """Draw the panel under a picture that brings none of its own."""
    if room == "hall":
        panel(surface, theme, place, theme.palette.car)
        inner = place.pad(theme.px(14), theme.px(10))
        head = inner.cut_top(text.line_height(theme, SECTION))[0]
        text.put(surface, theme, head, looks.carmaker_name(), SECTION)
    if room in ("books", "trust"):
        panel(surface, theme, place)


def sign_looks(palette: Palette) -> dict[str, Look]:
    """Return marker and colour of each role and of each lab."""
    found = {lab.value: (looks.look_of(lab).marker, looks.look_of(lab).colour) for lab in LABS}
    roles = {"good": palette.good, "bad": palette.bad, "warning": palette.warning, "quiet": palette.text2}
    return found | {role: ("circle", ink) for role, ink in (roles | {"car": palette.car}).items()}


def _under_heading(theme: Theme, place: Rect) -> Rect:
    inner = place.pad(theme.px(14), theme.px(10))
    return inner.cut_top(text.line_height(theme, SECTION), theme.px(4))[1]


def _hall(theme: Theme, game: Game, chosen: str) -> HallSpec:
    """Return the hall with rings round who is heard, and what this month's orders would move."""
    session = game.session
    spec = looks.hall(session, owners.hall(session), game.before, trust_ordered(session))
    kind, _dot, rest = chosen.partition(".")
    if theme.large:  # the dots need the room; the head figures say the same
        spec = replace(spec, camps=(), threshold=None)
    return replace(spec, marks=looks.marks(session), chosen=rest if kind == "kind" else chosen)


def _courses(place: Rect, theme: Theme, found: tuple[Course, ...]) -> list[Widget]:
    """Return a small chart for each course, under its title and each other; they share their months."""
    inner = place.pad(theme.px(14), theme.px(10))
    places = rows(inner, [1.0] * len(found), theme.px(10)) if found else []
    ends = [text.width(theme, label, LABEL) for course in found for _level, label in course.ticks]
    names = [text.width(theme, course.name, SECONDARY_BOLD) for course in found]
    margins = max([*ends, 0]) + theme.px(10), max([*names, 0]) + theme.px(30)
    widgets = list[Widget]()
    for number, (course, spot) in enumerate(zip(found, places, strict=True)):
        head, below = spot.cut_top(text.line_height(theme, LABEL), theme.px(2))
        title = LabelSpec(course.title, LABEL, theme.palette.text2)
        widgets.append(Label(f"title.{number}", head, theme, title))
        widgets.append(Chart(f"course.{number}", below, theme, _spec(theme.palette, course, margins)))
    return widgets


def _spec(palette: Palette, course: Course, margins: tuple[int, int]) -> ChartSpec:
    own = course.firm == Firm.XAI.value
    ink = looks.look_of(course.firm).colour if own else palette.car
    last = len(course.values) - 1
    line = Series(course.firm, course.name, ink, "circle", course.values, mine=True)
    labelled = tuple({*range(0, last + 1, max(1, last // 4)), last})
    return ChartSpec(
        (line,),
        course.months,
        None,
        labelled,
        course.ticks,
        course.low,
        course.high,
        margins=margins,
        digits=1,
        unit=course.unit,
        comma=language() == "fr",
    )
