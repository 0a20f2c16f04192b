"""The house in the text game: what is asked and answered, the people with what they remember, the file."""

from collections.abc import Iterator
from typing import Final

from race.speech import _, in_quotes, labelled, listed
from race.ui.present.opened.file import Filed, file_note, filed, worst_first
from race.ui.present.opened.house import Resident, nothing_told, residents
from race.ui.present.orders.asked import Question, question
from race.ui.present.telling import MARKS
from race.ui.text.acting import give
from race.ui.text.table import Table, Unclear, numbered

_LATEST: Final = 10
"""Lines of the file that are told without being asked for all."""
_SIGNS: Final = {1: "good", 0: "plain", -1: "bad"}


def answer(table: Table, words: list[str]) -> Iterator[str]:
    """Read the question that waits, or answer it by number."""
    asked = question(table.session)
    if asked is None:
        raise Unclear(_("Nobody in the house waits for an answer."))
    if not words:
        yield from question_lines(asked)
        return
    place = numbered(words, len(asked.replies), "answer 1")
    yield from give(table.session, asked.replies[place].command)


def question_lines(asked: Question) -> Iterator[str]:
    """Yield the question and its answers: what each means, does at once, later, and what that turns on."""
    yield asked.text
    if asked.turns:
        yield asked.turns
    if asked.terms:
        yield asked.terms
    silence = len(asked.replies)
    for number, reply in enumerate(asked.replies, start=1):
        said = _(" (this is what silence says)") if number == silence else ""
        given = _(" (answered)") if asked.given == number - 1 else ""
        yield f"  {number}. {reply.text}{said}{given}"
        yield f"     {reply.means}"
        for when, numbers in ((_("At once"), reply.seen.numbers), (asked.waits, reply.seen.later)):
            if numbers:
                told = listed(f"{each.label} {each.shown}" for each in numbers)
                yield f"     {labelled(when, told)}"
        if not asked.turns:
            yield f"     {reply.seen.line}"


def house(table: Table, words: list[str]) -> Iterator[str]:
    """List the house's people, or read one of them by number; `house talk 2` gives them your word."""
    people = residents(table.session)
    if not people:
        raise Unclear(_("There is nobody in the house in this game."))
    if words and words[0] == "talk":
        place = numbered(words[1:], len(people), "house talk 2")
        yield from give(table.session, people[place].talk)
    elif words:
        yield from _person_lines(people[numbered(words, len(people), "house 2")])
    else:
        for number, one in enumerate(people, start=1):
            told = labelled(f"{one.name}, {one.post}", f"{one.shown}, {one.status}")
            yield f"  {number}. {told}"


def file(table: Table, words: list[str]) -> Iterator[str]:
    """Tell how the file stands and what would be read out, then its latest lines; `file all` has all."""
    session = table.session
    yield file_note(session)
    for one in worst_first(session):
        yield f"  ! {_line(one)}"
    lines = filed(session)
    for one in lines if words == ["all"] else lines[:_LATEST]:
        yield f"  {_line(one)}"


def _line(one: Filed) -> str:
    told = labelled(f"{one.date}, {one.writer}", in_quotes(one.words))
    return f"{told} ({one.status})" if one.status else told


def _person_lines(one: Resident) -> Iterator[str]:
    """Yield a person with everything they remember, the latest first."""
    yield labelled(f"{one.name}, {one.post}", f"{one.shown}, {one.status}")
    yield "  " + one.wins
    yield "  " + one.takes_along
    if one.why_not:
        yield "  " + one.why_not
    if not one.memories:
        yield "  " + nothing_told(one)
    for told, sign in one.memories:
        yield f"  {MARKS[_SIGNS[sign]]} {told}"
