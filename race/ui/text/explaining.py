"""The help and the first steps as text: the same topics and the same six steps as in the window."""

from collections.abc import Iterator

from race.core.ids import Seat
from race.session.session import Session
from race.speech import _, labelled, listed
from race.ui.present.guide.lessons import steps, ticked
from race.ui.present.guide.topics import Block, KeysNow, Topic, search, topics, whole
from race.ui.text.vocabulary import word_lines

MOST = 12
"""Titles that are listed when more than one topic fits."""
WORDS = {
    "press": "move",
    "cancel": "undo",
    "pin": "why trust",
    "undo": "undo",
    "confirm": "end",
    "orders": "orders",
    "help": "help",
    "lesson": "lesson",
}
"""The word of the text game behind each key that the first steps name."""


def help_about(session: Session, words: list[str]) -> Iterator[str]:
    """Yield the command of that name, the topic that fits best, whole, and the titles of the others.

    Beside a command only a topic of the same name is told whole. Says so when there is neither.
    """
    query = " ".join(words)
    found, command = search(topics(session, KeysNow()), query), word_lines(query)
    yield from command
    if command:
        found = tuple(sorted(found, key=lambda topic: _named(topic).casefold() != query))
    elif not found:
        yield _("Nothing in the help is called '{query}'; help lists the words.").format(query=query[:40])
    if not found:
        return
    if command and _named(found[0]).casefold() != query:
        yield _("More: {titles}").format(titles=listed(_named(topic) for topic in found[:MOST]))
        return
    first, *others = found
    yield f"{_named(first)} ({first.aside})" if first.aside else first.title
    for block in whole(first, session):
        yield from _lines(block)
    if others:
        yield _("More: {titles}").format(titles=listed(_named(topic) for topic in others[:MOST]))


def _named(topic: Topic) -> str:
    """Return a topic's title as a name: that of a number is a sentence with a point."""
    return topic.title.removesuffix(".")


def _lines(block: Block) -> Iterator[str]:
    match block.kind:
        case "head":
            yield f"  {block.text}"
        case "fact":
            yield f"    {labelled(block.text.removesuffix('.'), block.right)}"
        case "formula":
            yield f"    {block.text}"
        case _:
            yield f"  {block.text}"


def lesson_lines(session: Session) -> Iterator[str]:
    """Yield the six steps, each with a mark when it is done, the first open one in full."""
    every = steps(lambda action: WORDS.get(action, action))[:-1]
    given = [order for month in session.journal.months for order in month.orders.get(Seat.FOUNDER, ())]
    done = ticked(session, (*given, *session.pending))
    now = next((place for place, is_done in enumerate(done) if not is_done), None)
    for place, step in enumerate(every):
        mark = "*" if done[place] else ">" if place == now else " "
        yield f"{mark} {place + 1}. {step.title}"
        if place == now:
            yield f"     {step.text}"
    if now is None:
        yield _("All six steps are done. The rest is yours.")
