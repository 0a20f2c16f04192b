"""What the house's people say when the game is over: how often your word held, as each remembers it."""

from collections.abc import Iterator

from race.core.formulas.house.people import CARES
from race.core.formulas.house.sayings import name_of
from race.core.ids import Person
from race.core.words import count
from race.core.world.books import Member
from race.session.session import Session
from race.speech import _, name
from race.speech import quantity as write


def last_words(session: Session) -> tuple[tuple[Member, str, int], ...]:
    """Return everybody who remembers something, their sentence, and 1, 0 or -1 for the founder."""
    view = session.view()
    if session.ending is None or not view.board.rules.switches.house:
        return ()
    return tuple(_words(session, view.affairs.house.members, view.affairs.house.former))


def _words(session: Session, there: list[Member], left: list[Member]) -> Iterator[tuple[Member, str, int]]:
    trusted = session.view().board.rules.house.loyal_from
    for member in there:
        if member.memories and member.gone is None:
            loyal = member.loyalty >= trusted
            yield member, _said(member, (_loyal() if loyal else _cool())[member.person]), 1 if loyal else 0
    for member in left:
        yield member, _said(member, _left()[member.person]), -1


def _said(member: Member, words: str) -> str:
    moves = [CARES[member.person][memory.matter] for memory in member.memories]
    return words.format(
        who=name(name_of(member).key),
        good=write(count(sum(step > 0 for step in moves))),
        bad=write(count(sum(step < 0 for step in moves))),
    )


def _loyal() -> dict[Person, str]:
    return {
        Person.OFFICER: _(
            "{who}: your word held {good} times and broke {bad} times. I would run the plant for you again."
        ),
        Person.COUNSEL: _(
            "{who}: letters I would sign again: {good}; letters I would not: {bad}. It is a fair practice."
        ),
        Person.SCIENTIST: _(
            "{who}: releases I sign: {good}; releases I do not: {bad}. Most of the field does worse."
        ),
        Person.LAWYER: _(
            "{who}, for the pension fund: to the founder's credit {good}, against {bad}. "
            "We shall miss the letters."
        ),
    }


def _cool() -> dict[Person, str]:
    return {
        Person.OFFICER: _(
            "{who}: your word held {good} times and broke {bad} times. The plant runs; ask it for the rest."
        ),
        Person.COUNSEL: _(
            "{who}: letters I would not sign again: {bad}. The others, {good}, I keep in a separate drawer."
        ),
        Person.SCIENTIST: _(
            "{who}: what should have waited: {bad}. What was worth the wait: {good}. I have plotted both."
        ),
        Person.LAWYER: _(
            "{who}, for the pension fund: against the founder {bad}, for {good}. "
            "The folder goes to the archive, upright."
        ),
    }


def _left() -> dict[Person, str]:
    """Return the words of those who have left; the fund's lawyer cannot leave."""
    return {
        Person.OFFICER: _(
            "{who}, who left: {bad} reasons, each with its date. "
            "The canteen is smaller here, and so are the numbers."
        ),
        Person.COUNSEL: _(
            "{who}, who resigned: I remember {bad} matters exactly, and was asked about every one."
        ),
        Person.SCIENTIST: _(
            "{who}, who left: my old door still bears the number of what I warned of, {bad}."
        ),
    }
