"""The words of the text client, long and short, with their use and meaning.

They are the same in every language; a reader's own language may have its words beside them.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final
from unicodedata import combining, normalize

from race.core.words import N_
from race.speech import _
from race.ui.text.table import Unclear


@dataclass(frozen=True, slots=True)
class Word:
    """One command: its word, its short form, how it is used, what it does."""

    long: str
    short: str
    usage: str
    meaning: str


WORDS: Final = (
    Word("look", "l", "look", N_("the figures, your place in the race, this month's orders")),
    Word("board", "b", "board", N_("docks and crates, numbered")),
    Word(
        "move",
        "m",
        "move 2 to lab by swap|silent|paid|disclosed|lease, move 2 half|quarter|5000 by swap",
        N_("send a crate from the board to the lab, or a part of its chips"),
    ),
    Word("back", "k", "back 2, back 2 half", N_("give a diverted crate back to the carmaker")),
    Word("hall", "h", "hall", N_("the holders' trust by kind, and their camps")),
    Word("race", "r", "race", N_("the league of the labs with estimated compute")),
    Word(
        "charts",
        "ch",
        "charts quality|compute|users|value|cash|revenue|safety",
        N_("a chart of the race: every lab now and a year ago, what happened of late"),
    ),
    Word(
        "room",
        "rm",
        "room, room books|chips|people|hall|promises|cases|score, room chips 3",
        N_("the rooms: books, chips and sites, talent, hall, your word, press, what counts; open a line"),
    ),
    Word("news", "n", "news", N_("what happened last month")),
    Word(
        "papers",
        "pp",
        "papers, papers 2",
        N_("the papers: what happened, as three of them print it; back to an earlier month with a number"),
    ),
    Word("promises", "p", "promises", N_("what you have promised the holders")),
    Word("affairs", "a", "affairs", N_("secrets, cases in court, votes")),
    Word("orders", "o", "orders", N_("everything else that can be ordered, numbered")),
    Word("do", "d", "do 7", N_("give an order from the list")),
    Word(
        "split",
        "sp",
        "split 50 20 25 5",
        N_("share the lab's compute between training, research, users and safety, in per cent"),
    ),
    Word(
        "preview",
        "v",
        "preview 7, preview move 2 by swap, preview split 50 20 25 5",
        N_("what an order, a move or a split would do"),
    ),
    Word(
        "forecast",
        "fc",
        "forecast, forecast 7, forecast move 2 by swap, forecast ordered 1 over 6 months in 16 futures",
        N_("play the coming months many times, with an order and without it, and tell what it changes"),
    ),
    Word("undo", "u", "undo", N_("take back this month's last order")),
    Word("redo", "y", "redo", N_("give it again")),
    Word(
        "why",
        "w",
        "why trust|cash|price|chips|quality|users|valuation|votes|promises",
        N_("open a number: start and causes make now"),
    ),
    Word("answer", "j", "answer, answer 1", N_("the question of the house; answer it")),
    Word("house", "i", "house, house 2, house talk 2", N_("your people and what they remember; talk to one")),
    Word("file", "x", "file, file all", N_("what you have ordered, in writing; what a court would read out")),
    Word("end", "e", "end", N_("end the month")),
    Word(
        "run",
        "f",
        "run, run until question|leak|suit|promise|incident|site|autonomy|meeting|offer|run|cash",
        N_("end month after month until something asks for you"),
    ),
    Word(
        "routine",
        "z",
        "routine split|train|release|rent|chips|money|hire on|off, routine all|none",
        N_("what the lab's officers order by themselves, for no attention"),
    ),
    Word(
        "auto",
        "t",
        "auto BOT, auto BOT until leak|suit|meeting|setback|line|lead|vote|end, auto BOT until 6",
        N_("let a bot play for you, until something happens or so many months have passed"),
    ),
    Word("save", "s", "save NAME", N_("keep the game under a name")),
    Word(
        "load",
        "g",
        "load NAME, load NAME 5",
        N_("open a saved game, or a month of it; without a name, list them"),
    ),
    Word("delete", "del", "delete NAME", N_("throw a save away for good; it asks once")),
    Word("months", "mm", "months", N_("the months of this game, numbered, with what happened in them")),
    Word("rewind", "rw", "rewind 5", N_("go on from an earlier month; the game that is left is kept")),
    Word("score", "c", "score", N_("the score as if the game ended here")),
    Word(
        "debrief",
        "db",
        "debrief, debrief judges|without|place|case|report|code|game",
        N_("a finished game weighed and judged; at any time its world as a code, or all of it as a string"),
    ),
    Word("help", "?", "help, help leak", N_("this list; what the game says about a word")),
    Word("lesson", "1st", "lesson", N_("the first steps, with a mark for each that is done")),
    Word("quit", "q", "quit", N_("leave; the game is kept and `load auto` goes on with it")),
)
"""Every command, in the order of the help."""

_BY_NAME: Final = {name: word for word in WORDS for name in (word.long, word.short)}
_IN_ORDER: Final = N_(
    "look board move back hall race charts room news papers promises affairs orders do split preview "
    "forecast undo redo why answer house file end run routine auto save load delete months rewind score "
    "debrief help lesson quit"
)
"""The long words in their order: a translation gives a word of its language for each; both are heard."""


def own_words() -> dict[str, Word]:
    """Return the commands by the words of the reader's language."""
    return dict(zip(_(_IN_ORDER).split(), WORDS, strict=True))


def _heard(said: str) -> Word | None:
    """Return the command that is meant: in English, in the reader's language, with or without its accents."""
    own = own_words()
    return _BY_NAME.get(said) or own.get(said) or {_bare(name): word for name, word in own.items()}.get(said)


def _bare(name: str) -> str:
    """Return a word without accents.

    >>> _bare("aperçu")
    'apercu'
    """
    return "".join(sign for sign in normalize("NFD", name) if not combining(sign))


def find_word(said: str) -> Word:
    """Return the command of a word, long or short; raises Unclear with the nearest one."""
    word = _heard(said)
    if word is not None:
        return word
    near = nearest(said, tuple(dict.fromkeys([*own_words(), *(word.long for word in WORDS)])))
    raise Unclear(
        _("I do not know '{said}'; did you mean {near}? help lists every word.").format(
            said=said[:40], near=near
        )
    )


def nearest(said: str, known: tuple[str, ...]) -> str:
    """Return the known word that looks most like what was said.

    >>> nearest("baord", ("look", "board", "race"))
    'board'
    """
    close = get_close_matches(said[:40], known, n=1, cutoff=0.0)
    return close[0] if close else known[0]


def word_lines(query: str) -> list[str]:
    """Return what a command is used like and does, each use on a line of its own; nothing for other words.

    >>> word_lines("m")[1]
    '  move 2 half|quarter|5000 by swap'
    """
    word = _heard(query)
    if word is None:
        return []
    return [*(f"  {use}" for use in word.usage.split(", ")), f"  {word.short}  {_(word.meaning)}"]


def help_lines() -> list[str]:
    """Return the list of commands with their short forms and meanings."""
    width = max(len(word.usage) for word in WORDS)
    own = [name if name != word.long else "" for name, word in own_words().items()]
    names = [f"{word.short}, {name}" if name else word.short for name, word in zip(own, WORDS, strict=True)]
    told = zip(WORDS, names, strict=True)
    lines = [f"  {word.usage:<{width}}  {name}  {_(word.meaning)}" for word, name in told]
    return [_("Words, with their short forms:"), *lines]
