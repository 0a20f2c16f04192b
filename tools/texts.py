"""Count what a player reads in five games, in every language, and how much of it is read again.

Five bots play the default scenario with a seed each. A wording is a text before its numbers and names are
filled in; a text is what stands on the screen. What was shown before, in this game or an earlier one of
the five, counts as repeated.
Run by hand: `python -m tools.texts`, or `python -m tools.texts 12` for games from seed 12 on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from race.core.words import Sentence
from race.session.session import Session
from race.speech import languages, set_language, speak
from race.ui.present.news import told, worded
from race.ui.present.papers.editions import editions
from tools.asked import reader, whole

GAMES: Final = ("historical", "swapper", "steward", "promiser", "random")
"""Who plays: one game each."""


@dataclass(slots=True)
class Shelf:
    """Everything of one sort that was shown: how many, and which wordings and texts among them."""

    shown: int = 0
    wordings: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    within: int = 0
    """Wordings that were new in their game."""

    def put(self, wording: str, text: str, *, fresh: bool) -> None:
        """Add one text; `fresh` tells whether its game has not shown the wording before."""
        self.shown += 1
        self.within += fresh
        self.wordings.add(wording)
        self.texts.add(text)

    def line(self, sort: str) -> str:
        """Return the shelf as a line of the table."""
        again, told = 1 - len(self.wordings) / self.shown, 1 - len(self.texts) / self.shown
        in_game = 1 - self.within / self.shown
        return (
            f"{sort:<11}{self.shown:>8,}{len(self.wordings):>10,}{len(self.texts):>10,}"
            f"{in_game:>12.1%}{again:>12.1%}{told:>11.1%}"
        )


def main() -> None:
    """Play the games and print a table for each language."""
    asked = reader(__doc__)
    asked.add_argument("seed", nargs="?", type=whole, default=1, help="of the first game")
    first = asked.parse_args().seed
    games = [played(founder, first + place) for place, founder in enumerate(GAMES)]
    for language in languages():
        set_language(language)
        print(f"{language}: {len(games)} games, {sum(len(game.reports) - 1 for game in games)} months")
        print(f"{'':<11}{'shown':>8}{'wordings':>10}{'texts':>10}{'again':>12}{'again':>12}{'same':>11}")
        print(f"{'':<39}{'in its game':>12}{'in the five':>12}{'to the eye':>11}")
        print("\n".join(shelf.line(sort) for sort, shelf in shelves(games).items()))


def played(founder: str, seed: int) -> Session:
    """Play one game to its end."""
    session = Session("history", seed, founder)
    while session.ending is None:
        session.end_month()
    return session


def shelves(games: list[Session]) -> dict[str, Shelf]:
    """Return what the games show, by sort and together, in the language that is spoken now."""
    found = {sort: Shelf() for sort in ("events", "headlines", "voices", "hall", "together")}
    for game in games:
        heard: set[str] = set()
        for sort, sentence in sentences(game):
            text = speak(sentence)
            for shelf in (found[sort], found["together"]):
                shelf.put(sentence.msgid, text, fresh=sentence.msgid not in heard)
            heard.add(sentence.msgid)
    return found


def sentences(game: Session) -> Iterator[tuple[str, Sentence]]:
    """Yield every sentence a game shows: news, the three papers, voices of rivals and of the hall."""
    for report in game.reports:
        for event in told(report):
            if event.sentence is not None:
                yield "events", worded(event.sentence, report.month)
    for edition in editions(game):
        for column in edition.columns:
            yield from (("headlines", line.words) for line in column)
        yield from (("voices", voice.words) for voice in edition.voices)
        yield from (("hall", voice.words) for voice in edition.grumbles)


if __name__ == "__main__":
    main()
