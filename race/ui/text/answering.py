"""The question of the house in the text game: what is asked, the answers, and the one that is given."""

from collections.abc import Iterator

from race.speech import _
from race.ui.present.orders.asked import Question, question
from race.ui.text.acting import give
from race.ui.text.table import Table, Unclear, numbered


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
    """Yield the question and its answers with what each does at once."""
    yield asked.text
    silence = len(asked.replies)
    for number, reply in enumerate(asked.replies, start=1):
        now = "".join(f" {each.label}: {each.shown}." for each in reply.seen.numbers)
        said = _(" (this is what silence says)") if number == silence else ""
        given = _(" (answered)") if asked.given == number - 1 else ""
        yield f"  {number}. {reply.text}{now}{said}{given}"
    yield "  " + asked.replies[0].seen.line
