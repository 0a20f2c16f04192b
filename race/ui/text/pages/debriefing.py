"""The debrief in words: what decided a finished game, each decision weighed, judges, place, case, code."""

from collections.abc import Callable, Generator, Iterator
from typing import Final

from race.files import user_folder
from race.session.beside.crew import open_crew
from race.session.disk import write_atomically
from race.session.hindsight.code import code_of
from race.session.hindsight.looking import Hindsight
from race.session.hindsight.whole import whole_of
from race.session.session import Session
from race.speech import _, labelled, number
from race.ui.present.debrief.case import case_file
from race.ui.present.debrief.judges import judges
from race.ui.present.debrief.place import placed
from race.ui.present.debrief.report.page import page
from race.ui.present.debrief.verdict import handed, verdict
from race.ui.present.debrief.weighing import Weighed, progress, turns_told, weighed
from race.ui.text.table import Table, Unclear
from race.ui.text.vocabulary import nearest

_LOTS: Final = 4
"""Lots of founders from one line about them to the next."""


def debrief(table: Table, words: list[str]) -> Iterator[str]:
    """Yield the debrief of a finished game, or one page of it; raises Unclear for another page."""
    session, said = table.session, words[0] if words else "all"
    if said == "code":  # also before the end: somebody else may play the same world
        yield from _code(session)
        return
    if said == "game":
        yield whole_of(session.journal) or _("Seed {n}").format(n=session.seed)
        return
    if session.ending is None:
        raise Unclear(_("The game is not over yet; debrief code tells the code of its world."))
    if said not in _PAGES:
        near = nearest(said, PAGES)
        raise Unclear(
            _("There is no page '{said}' of the debrief; did you mean {near}?").format(
                said=said[:40], near=near
            )
        )
    yield from _PAGES[said](table)


def _code(session: Session) -> Iterator[str]:
    code = code_of(session.journal)
    if code:
        yield _("The code of this world is {code}.").format(code=code)
    else:
        yield _("Seed {n}").format(n=session.seed)


def _all(table: Table) -> Iterator[str]:
    session = table.session
    end = verdict(session)
    yield end.headline
    yield from handed(session)
    for card in end.cards:
        note = f" ({card.note})" if card.note else ""
        yield f"  {labelled(card.label, card.figure)}{note}"
    yield _("What decided it")
    told = turns_told(session, None, end.turns)
    for place, (turn, words) in enumerate(zip(end.turns, told, strict=True), 1):
        yield f"  {place}. {labelled(turn.date, words[0])} ({turn.change})"
    yield from _judged(table)
    yield from _looked(table)
    yield from _code(session)


def _judged(table: Table) -> Iterator[str]:
    session = table.session
    yield _("Judges")
    for judge in judges(session):
        yield f"  {labelled(judge.name, judge.shown)}. {judge.said} {judge.facts}"
        parts = [f"{part.text} {_points(part.points)}/{_points(part.most)}" for part in judge.parts]
        yield "    " + ", ".join(parts)


def _points(points: float) -> str:
    return number(points, 0 if points == int(points) else 1)


def looked(table: Table) -> Generator[str, None, Hindsight]:
    """Look back on the table's game, once: say that it takes a while, and wait until all has been played."""
    ended = table.session.fingerprint().whole
    if table.looked is None or table.looked[0] != ended:
        yield _("Your world is being played again…")
        seen = Hindsight(table.session, open_crew)
        seen.finish()
        table.looked = ended, seen
    return table.looked[1]


def _looked(table: Table) -> Iterator[str]:
    session, seen = table.session, (yield from looked(table))
    if seen.failed:
        yield progress(seen)
        return
    yield from _weighed(session, seen)
    yield from _placed(session, seen)


def _placed(session: Session, seen: Hindsight) -> Iterator[str]:
    place = placed(session, seen.others, seen.awaited)
    yield f"{labelled(place.title, place.verdict)}."
    yield from (f"  {line}" for line in place.told.split("\n"))


def _place(table: Table) -> Iterator[str]:
    """Yield the place among ever more founders; where no processes play them, among the first."""
    session, seen = table.session, (yield from looked(table))
    while len(seen.others) < seen.most and not seen.failed:
        known = len(seen.others)
        seen.go_on(known + _LOTS * seen.awaited)
        if len(seen.others) == known:
            break
        place = placed(session, seen.others, seen.awaited)
        yield f"{labelled(place.title, place.verdict)}."
    yield from _placed(session, seen)


def _weighed(session: Session, seen: Hindsight) -> Iterator[str]:
    yield _("The same world without it")
    found = weighed(session, seen)
    if not found:
        yield "  " + _("No decision of this game was large enough to be weighed by playing without it.")
    for one in found:
        yield f"  {labelled(one.dated, one.worth)}. {one.otherwise}"
        yield from (f"      {line}" for line in _moves(one))


def _moves(one: Weighed) -> Iterator[str]:
    for head, changes in ((_("Won"), one.won), (_("Cost"), one.cost)):
        if changes:
            yield labelled(head, ", ".join(f"{change.label} {change.shown}" for change in changes))
    if not one.won and not one.cost:
        yield _("It moved none of the figures.")
    elif one.ends:
        yield one.ends
    if one.luck:
        yield one.luck


def _case(table: Table) -> Iterator[str]:
    for part in case_file(table.session):
        for block in part:
            lead = "" if block.sort in ("caption", "part", "head", "foot") else "  "
            mark = f"{block.mark} " if block.mark else ""
            note = f" ({block.note})" if block.note else ""
            yield f"{lead}{mark}{block.text}{note}"


def _report(table: Table) -> Iterator[str]:
    session, seen = table.session, (yield from looked(table))
    place = user_folder() / "reports" / f"diverted-{code_of(session.journal) or session.seed}.html"
    write_atomically(place, page(session, seen).encode())
    yield _("Saved in {folder}: {file}.").format(folder=place.parent, file=place.name)


_PAGES: Final[dict[str, Callable[[Table], Iterator[str]]]] = {
    "all": _all,
    "judges": _judged,
    "without": _looked,
    "place": _place,
    "case": _case,
    "report": _report,
}
PAGES: Final = ("code", "game", *_PAGES)
"""Words after `debrief`."""
