"""The house's people opened: who holds which post, how loyal, what they remember, what goes with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from race.core.commands import Reassure
from race.core.events import Happening
from race.core.formulas.house.people import CARES, in_office
from race.core.formulas.house.sayings import POSTS, name_of, remembered
from race.core.ids import PERCENT, PPM, Person
from race.core.words import Name, Sentence, count, month, percent
from race.core.world.books import Member
from race.session.session import Session
from race.speech import _, date, name, speak
from race.speech import quantity as write
from race.ui.present.opened.last_words import last_words

_SAID: Final = (
    Happening.QUOTED,
    Happening.WARNED,
    Happening.STAYED,
    Happening.LEFT,
    Happening.JOINED,
    Happening.REASSURED,
    Happening.TESTIFIED,
)
_SAYINGS: Final = 30
"""What is kept of what the house's people have said."""


@dataclass(frozen=True, slots=True)
class Resident:
    """One post of the house and whoever holds it."""

    key: str
    name: str
    post: str
    loyalty: float
    """0-1; of the fund's lawyer it is patience."""
    shown: str
    status: str
    presses: bool
    """Whether this person has said that something will happen."""
    there: bool
    outside: bool
    """Whether this person is none of the house, but the fund's."""
    takes_along: str
    wins: str
    memories: tuple[tuple[str, int], ...]
    """The latest first, each with 1, 0 or -1 for how it moved them."""
    talk: Reassure
    why_not: str
    """Why you cannot talk to them now, or empty."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one of them said in a month, and whether it is for the founder: 1, 0 or -1."""

    post: str
    """Key of the resident who said it; empty when whoever said it holds the post no more."""
    when: str
    words: str
    good: int


def residents(session: Session) -> tuple[Resident, ...]:
    """Return the house's people in the order of their posts."""
    view = session.view()
    if not view.board.rules.switches.house:
        return ()
    return tuple(_resident(session, member) for member in view.affairs.house.members)


def nothing_told(one: Resident) -> str:
    """Return what is said where nothing is remembered: by somebody, or by an empty chair."""
    if one.there:
        return _("Remembers nothing of you yet.")
    return _("Nobody holds the post, so that nothing is remembered.")


def warned(session: Session) -> tuple[Resident, ...]:
    """Return those who have said what will happen unless something changes."""
    return tuple(one for one in residents(session) if one.presses)


def said(session: Session) -> tuple[Saying, ...]:
    """Return what the house's people have said, the latest first."""
    house = session.view().affairs.house
    here = {name_of(member): member.person.value for member in house.members}
    now = date(session.month)
    last = [Saying(here.get(name_of(one), ""), now, words, sign) for one, words, sign in last_words(session)]
    found = [
        Saying(_speaker(event.sentence, here), date(report.month), speak(event.sentence), event.good)
        for report in reversed(session.reports)
        for event in report.events
        if event.kind in _SAID and event.sentence is not None
    ]
    return tuple([*last, *found][:_SAYINGS])


def _speaker(sentence: Sentence, here: Mapping[Name, str]) -> str:
    """Return the post of whoever is named as the speaker, empty when they have left it."""
    who = sentence.values.get("who")
    return here.get(who, "") if isinstance(who, Name) else ""


def _resident(session: Session, member: Member) -> Resident:
    view = session.view()
    there = in_office(member, view.board.rules.founder.officer_month, view.board.month)
    talk = Reassure(person=member.person)
    reason = session.why_not(talk)
    moves = CARES[member.person]
    return Resident(
        key=member.person.value,
        name=name(name_of(member).key) if there else _("Vacant"),
        post=_(POSTS[member.person]),
        loyalty=member.loyalty / PPM if there else 0.0,
        shown=write(percent(member.loyalty // PERCENT * PERCENT)) if there else "–",
        status=_status(session, member, there=there),
        presses=there and member.warned is not None,
        there=there,
        outside=member.person is Person.LAWYER,
        takes_along=_takes_along(session, member.person),
        wins=_wins()[member.person],
        memories=tuple(
            (speak(remembered(memory)), (moves[memory.matter] > 0) - (moves[memory.matter] < 0))
            for memory in reversed(member.memories)
        ),
        talk=talk,
        why_not=speak(reason) if reason else "" if there else _("Nobody holds this post at the moment."),
    )


def _status(session: Session, member: Member, *, there: bool) -> str:
    rules = session.view().board.rules
    if not there:
        return _absent(session, member)
    if member.warned is not None:
        words = _("will leave in {date}")
        if member.person is Person.LAWYER:
            words = _("will demand the files in {date}")
        return words.format(date=write(month(member.warned + rules.house.notice_months)))
    if member.person is Person.LAWYER:
        return _("reads what is published")
    return _("with you") if member.loyalty >= rules.house.loyal_from else _("has doubts")


def _absent(session: Session, member: Member) -> str:
    """Say why a post is empty."""
    rules = session.view().board.rules
    if member.gone is None:
        return _("starts in {date}").format(date=write(month(rules.founder.officer_month)))
    words = _("left in {date}")
    if member.holder >= rules.house.holders_most:
        words = _("left in {date}; nobody wants the post")
    return words.format(date=write(month(member.gone)))


def _takes_along(session: Session, person: Person) -> str:
    """Say what goes when a person goes, with its numbers."""
    rules = session.view().board.rules
    match person:
        case Person.OFFICER:
            n = write(count(rules.founder.officer_attention))
            return _("A departure costs {n} points of your attention a month.").format(n=n)
        case Person.COUNSEL:
            return _(
                "A departure makes settlements cost {part} of the usual and denials easier to refute."
            ).format(part=write(percent(int(PPM * rules.house.settling))))
        case Person.SCIENTIST:
            return _("A departure takes {n} researchers and a part of the method along.").format(
                n=write(count(rules.house.followers))
            )
        case Person.LAWYER:
            return _("Works for the pension fund: gathers what is public, demands files, testifies.")


def _wins() -> dict[Person, str]:
    """Return what each person wants of the founder."""
    return {
        Person.OFFICER: _("Wants promises that hold, and chips that stay or come back."),
        Person.COUNSEL: _("Wants the holders to be told, and nothing denied that is true."),
        Person.SCIENTIST: _("Wants tested releases, and claims that hold."),
        Person.LAWYER: _("Wants promises kept, apologies, and peace with the holders."),
    }
