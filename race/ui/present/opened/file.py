"""The founder's file opened: every line with its writer, and which three a court would have had read out."""

from dataclasses import dataclass, replace

from race.core.formulas.house.damage import damage, quote_of, worst_lines, writer_of
from race.core.ids import PPM
from race.core.words import month
from race.core.world.books import Line
from race.session.session import Session
from race.speech import _, speak
from race.speech import quantity as write


@dataclass(frozen=True, slots=True)
class Filed:
    """One line of the file."""

    place: int
    date: str
    writer: str
    words: str
    damage: float
    """How damaging it would read now, 0-1."""
    worst: bool
    """Whether a court would have it read out now."""
    status: str
    """What there is to say of it: read out and when, would be read out, or nothing."""


def filed(session: Session) -> tuple[Filed, ...]:
    """Return the file, the latest line first; empty where there is none."""
    view = session.view()
    rules, affairs, incidents = view.board.rules, view.affairs, view.own.incidents
    worst = {place for _weight, place in worst_lines(rules, affairs, incidents)}
    read = {heard.line: heard.month for heard in affairs.file.read}
    found = []
    for place, line in enumerate(affairs.file.lines):
        weight = damage(rules, affairs, incidents, line) / PPM
        filing = _filed(line, place, weight, (place in worst, read.get(place)))
        over = session.ending is not None and filing.worst and place not in read
        found.append(replace(filing, status=_("this would have been read out")) if over else filing)
    return tuple(reversed(found))


def worst_first(session: Session) -> tuple[Filed, ...]:
    """Return the lines that a court would have read out now, the most damaging first."""
    return tuple(
        sorted((one for one in filed(session) if one.worst), key=lambda one: (-one.damage, one.place))
    )


def read_out(session: Session) -> tuple[Filed, ...]:
    """Return the lines that courts have had read out, in that order."""
    lines = {one.place: one for one in filed(session)}
    return tuple(lines[heard.line] for heard in session.view().affairs.file.read)


def _filed(line: Line, place: int, weight: float, judged: tuple[bool, int | None]) -> Filed:
    worst, heard = judged
    status = ""
    if heard is not None:
        status = _("read out in {date}").format(date=write(month(heard)))
    elif worst:
        status = _("this would be read out")
    return Filed(
        place=place,
        date=write(month(line.month)),
        writer=_(writer_of(line)),
        words=speak(quote_of(line)),
        damage=weight,
        worst=worst,
        status=status,
    )


def file_note(session: Session) -> str:
    """Say in one sentence how the file stands."""
    lines, worst = len(session.view().affairs.file.lines), len(worst_first(session))
    over = session.ending is not None
    if not lines:
        return _("The file is empty: every order writes a line into it.")
    if not worst:
        words = _("Lines in the file: {n}. A court would find nothing to read out.")
        if over:
            words = _("Lines in the file: {n}. A court would have found nothing to read out.")
        return words.format(n=lines)
    words = _("Lines in the file: {n}. A court that opened it would read out: {m}.")
    if over:
        words = _("Lines in the file: {n}. A court would have read out: {m}.")
    return words.format(n=lines, m=worst)
