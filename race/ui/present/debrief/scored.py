"""The score opened: what each part is made of, to the point, from the score's own arithmetic."""

from race.core.outcome import score_lines
from race.session.session import Session
from race.speech import _, number

Line = tuple[str, float]
"""What points were given for, and how many."""


def opened_score(session: Session) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of race, owners, carmaker, house and world; each sums to its part of the score."""
    words, parts = line_names(), score_lines(session.position())
    return tuple(tuple((words[line.key], line.points) for line in lines) for lines in parts.values())


def told(lines: tuple[Line, ...]) -> str:
    """Return the lines as a tooltip shows them."""
    return "\n".join(f"{number(points, 1)}  {words}" for words, points in lines)


def part_names() -> dict[str, str]:
    """Return what the parts of the score are called."""
    return {
        "race": _("Race"),
        "owners": _("Holders"),
        "carmaker": _("Carmaker"),
        "house": _("House"),
        "world": _("World"),
    }


def line_names() -> dict[str, str]:
    """Return what the lines of the score are called."""
    return {
        "gap": _("how close you came"),
        "prizes": _("prizes of the race"),
        "frontier": _("months at the frontier"),
        "trust": _("trust"),
        "promises": _("promises kept"),
        "price": _("the share against its sector"),
        "chips": _("the carmaker's chips against its plan"),
        "autonomy": _("steps of autonomy"),
        "value": _("what the lab is worth"),
        "people": _("who stayed"),
        "harm": _("no harm done"),
    }
