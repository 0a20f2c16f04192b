"""A game told in lines: a month as it ends, and the verdict.

The text client and the watching of a bot print the same lines.
"""

from collections.abc import Iterator
from typing import Final

from race.core.rulebook.character.traits import NO_TRAIT
from race.session.session import Report, Session
from race.speech import _, date, in_quotes, labelled, number
from race.ui.present.debrief.verdict import verdict
from race.ui.present.figures import header
from race.ui.present.news import lines_of
from race.ui.present.opened.file import read_out, worst_first
from race.ui.present.opened.last_words import last_words
from race.ui.present.opened.trait import trait_line

MARKS: Final = {"good": "+", "plain": "·", "bad": "-"}
"""What stands before a line of news: good for the founder, neither, bad."""


def opening_lines(session: Session) -> Iterator[str]:
    """Yield what is played and by whom."""
    yield _("{title}: {founder}, seed {seed}.").format(
        title=_(session.scenario.file.title), founder=session.journal.founder, seed=session.journal.seed
    )
    if session.scenario.trait != NO_TRAIT:
        yield trait_line(session.scenario.trait)


def month_lines(session: Session, report: Report, most: int = 5) -> Iterator[str]:
    """Yield a month that has just ended: date and figures, then its news, the weightiest `most`."""
    figures = "  ".join(f"{figure.label} {figure.shown}" for figure in header(session))
    yield ""
    yield f"{date(report.month)}  {figures}"
    for line in lines_of(report, most):
        yield f"  {MARKS[line.sign]} {line.text}"


def score_lines(session: Session) -> Iterator[str]:
    """Yield the parts of the score, the ending's factor, the total and the fingerprint."""
    end = verdict(session)
    for part in end.parts:
        yield f"  {part.text:<12} {number(part.points, 1):>6} / {number(part.most)}"
    if end.factor:
        yield f"  {end.factor}"
    yield _("Score {points} of 1\u202f000, fingerprint {fingerprint}.").format(
        points=end.total, fingerprint=session.fingerprint().whole
    )


def verdict_lines(session: Session) -> Iterator[str]:
    """Yield how a finished game ended, and its score."""
    end = verdict(session)
    yield ""
    yield f"{end.title}. {end.sentence}"
    heard = read_out(session)
    for one in heard or worst_first(session):
        words = _("Read out of your file:") if heard else _("Still in your file:")
        yield f"  {words} {labelled(f'{one.date}, {one.writer}', in_quotes(one.words))}"
    for _who, told, _sign in last_words(session):
        yield f"  {told}"
    yield from score_lines(session)
