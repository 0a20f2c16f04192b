"""The text client's loop: read a line, find its word, print what it answers."""

import sys
from collections.abc import Callable, Iterable
from typing import Final, TextIO

from race.core.rulebook.character.traits import NO_TRAIT
from race.core.words import PlainError
from race.files import user_folder
from race.session.session import Refused, Session
from race.session.store import Slots
from race.speech import _, date, speak
from race.ui.present.opened.trait import trait_line
from race.ui.text import acting, ahead, answering, explaining, keeping, looking, rooms, running
from race.ui.text.pages import debriefing, reading
from race.ui.text.receipts import why_lines
from race.ui.text.table import Table, Unclear, written
from race.ui.text.vocabulary import find_word, help_lines

Answer = Callable[[Table, list[str]], Iterable[str]]


def _leave(table: Table, words: list[str]) -> Iterable[str]:
    del words
    table.seated = False
    return (_("Goodbye."),)


ANSWERS: Final[dict[str, Answer]] = {
    "look": lambda table, _words: looking.header_lines(table.session),
    "board": lambda table, _words: looking.board_lines(table.session),
    "move": acting.move,
    "back": acting.give_back,
    "hall": lambda table, _words: looking.hall_lines(table.session, plain=table.plain),
    "race": lambda table, _words: looking.race_lines(table.session),
    "charts": ahead.chart,
    "room": rooms.room,
    "news": lambda table, _words: looking.news_lines(table.session),
    "papers": reading.papers,
    "promises": lambda table, _words: looking.promise_lines(table.session),
    "affairs": lambda table, _words: looking.affair_lines(table.session),
    "orders": lambda table, _words: looking.order_lines(table.session),
    "do": acting.do,
    "split": acting.split_compute,
    "preview": acting.preview,
    "forecast": ahead.forecast,
    "undo": acting.undo,
    "redo": acting.redo,
    "why": lambda table, words: why_lines(table.session, words),
    "answer": answering.answer,
    "house": answering.house,
    "file": answering.file,
    "end": acting.end,
    "run": running.run_on,
    "routine": running.routine,
    "auto": acting.auto,
    "save": keeping.keep,
    "load": keeping.open_saved,
    "delete": keeping.delete,
    "months": keeping.months_lines,
    "rewind": keeping.rewind,
    "score": lambda table, _words: looking.standing_lines(table.session),
    "debrief": debriefing.debrief,
    "help": lambda table, words: explaining.help_about(table.session, words) if words else help_lines(),
    "lesson": lambda table, _words: explaining.lesson_lines(table.session),
    "quit": _leave,
}
"""What answers each word of the vocabulary."""


def obey(table: Table, line: str) -> Iterable[str]:
    """Yield the answer to one line; whatever is refused or not understood is one sentence."""
    words = line.lower().split()
    if not words:
        return
    try:
        said = find_word(words[0]).long
        if table.doubted is not None and table.doubted[0] != said:
            table.doubted = None  # something else was said: it will ask again
        yield from ANSWERS[said](table, words[1:])
    except Unclear as unclear:
        yield unclear.text
    except Refused as refused:
        yield speak(refused.sentence)
    except PlainError as error:
        yield speak(error.sentence)


def play(table: Table, lines: TextIO, out: TextIO, *, prompt: bool = False) -> None:
    """Obey line after line until the player leaves or the lines end."""

    def say(told: Iterable[str]) -> None:
        for text in told:
            out.write(written(text, plain=table.plain) + "\n")
            out.flush()

    say(looking.header_lines(table.session))
    while table.seated:
        if prompt:
            out.write(f"{date(table.session.month)} > ")
            out.flush()
        line = lines.readline()
        if not line:
            return
        say(obey(table, line))


def run(  # noqa: PLR0913 - one for each option
    scenario: str = "history",
    seed: int = 1,
    *,
    difficulty: str = "standard",
    trait: str = NO_TRAIT,
    plain: bool = False,
    lines: TextIO | None = None,
    out: TextIO | None = None,
) -> int:
    """Play a new game as text and return the exit code; lines come from `lines` (standard input).

    Raises PlainError for an unknown scenario, or when the save folder is taken or cannot be written.
    """
    lines, out = lines or sys.stdin, out or sys.stdout
    session = Session(scenario, seed, difficulty=difficulty, trait=trait)
    slots = Slots(user_folder() / "saves")
    with slots.lock():
        table = Table(session, slots, plain=plain)
        keeping.listen(table)
        greeting = _("{title}, seed {seed}. Type help for the words.").format(
            title=_(session.scenario.file.title), seed=seed
        )
        out.write(written(greeting, plain=plain) + "\n")
        if trait != NO_TRAIT:
            out.write(written(trait_line(trait), plain=plain) + "\n")
        if slots.newest() is not None:
            out.write(_("load auto goes on with the last game.") + "\n")
        try:
            play(table, lines, out, prompt=lines.isatty() and not plain)
        finally:
            for line in keeping.get_up(table):
                out.write(written(line, plain=plain) + "\n")
            table.session.close()
    return 0
