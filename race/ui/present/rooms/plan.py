"""The plan of the house: every place one can go to from the table, by wing, with its key and sign."""

from dataclasses import dataclass
from typing import Final

from race.core.words import N_, chips, count, month, months, usd
from race.policy.routine import Routine
from race.session.session import Session
from race.speech import _, plural
from race.speech import quantity as write
from race.ui.present import league, news, owners
from race.ui.present.ahead.lap import points_told
from race.ui.present.opened.house import residents
from race.ui.present.rounding import thousands


@dataclass(frozen=True, slots=True)
class Room:
    """One place to go to: its name is the action its key asks for; title and `told` are untranslated.

    Attributes:
        name: action, button and opener.
        wing: key in WINGS.
        icon: sign of the kit.
        title: what it is called.
        told: what is to be seen there.
        brief: a shorter title where there is little room, untranslated; empty for the same.
    """

    name: str
    wing: str
    icon: str
    title: str
    told: str
    brief: str = ""

    @property
    def short(self) -> str:
        """The untranslated title where there is little room."""
        return self.brief or self.title


WINGS: Final = {
    "race": N_("The race"),
    "companies": N_("The companies"),
    "owners": N_("The holders"),
    "desk": N_("Your desk"),
}
"""The wings in their order, with their untranslated names."""

ROOMS: Final = (
    Room("charts", "race", "chart", N_("Charts"), N_("Every lab's course, month by month.")),
    Room(
        "war_room",
        "race",
        "fork",
        N_("War room"),
        N_("The coming months played many times, as you would."),
        N_("Futures"),
    ),
    Room(
        "score",
        "race",
        "flag",
        N_("What counts"),
        N_("How it can end, and what each part of the score brings."),
        N_("Score"),
    ),
    Room("news", "race", "alert", N_("News"), N_("What happened, month by month.")),
    Room("papers", "race", "document", N_("Papers"), N_("The month as three newspapers print it.")),
    Room("books", "companies", "books", N_("Books"), N_("Money, chips and people of every company.")),
    Room(
        "chips",
        "companies",
        "chip",
        N_("Chips and sites"),
        N_("What is ordered, and where it will run."),
        N_("Chips"),
    ),
    Room(
        "people", "companies", "people", N_("Talent"), N_("Researchers, their pay, and who looks for work.")
    ),
    Room("routine", "companies", "gear", N_("Officers"), N_("What the lab's officers order by themselves.")),
    Room("hall", "owners", "arch", N_("Hall"), N_("Who holds the carmaker and what they think of you.")),
    Room(
        "promises",
        "owners",
        "word",
        N_("Your word"),
        N_("What you promised, and whether it will hold."),
        N_("Word"),
    ),
    Room("cases", "owners", "scales", N_("Press and cases"), N_("Secrets, stories and suits."), N_("Press")),
    Room("house", "desk", "home", N_("House"), N_("Your people and what they remember.")),
    Room("file", "desk", "folder", N_("The file"), N_("What you have ordered, in writing."), N_("File")),
    Room("orders", "desk", "menu", N_("Orders"), N_("Everything that can be ordered.")),
)
"""Every room, by wing, in the order in which they are listed."""


WAYS: Final = (
    Room("rewind", "desk", "undo", N_("Look back"), N_("Any month again, as it was."), N_("Review")),
    Room("autoplay", "desk", "play", N_("Hand over"), N_("Somebody else plays for you while you watch.")),
)
"""Ways out of the house that are no rooms: the table itself takes them."""


def in_wing(wing: str) -> tuple[Room, ...]:
    """Return the rooms of a wing."""
    return tuple(room for room in ROOMS if room.wing == wing)


def ways(session: Session) -> tuple[Room, ...]:
    """Return the ways out that lead somewhere now: back needs a month gone by, handing over a seat."""
    apply = {"rewind": bool(session.journal.months), "autoplay": session.ending is None}
    return tuple(way for way in WAYS if apply[way.name])


def notes(session: Session) -> dict[str, str]:
    """Return what waits in the rooms now, a few words each; a room with nothing to say is left out."""
    view, figure = session.view(), briefs(session)
    affairs = view.affairs
    open_words = sum(promise.kept is None for promise in affairs.promises)
    secrets = sum(act.published is None for act in affairs.acts)
    coming = sum(line.quantity for line in view.lines)
    found = {
        "books": write(usd(view.own.cash_usd)),
        "people": _("{n} researchers").format(n=figure["people"]),
        "charts": league.race(session).place,
        "news": _("{n} this month").format(n=figure["news"]),
        "hall": _("trust {figure}").format(figure=owners.hall(session).figure),
        "promises": _("{n} open").format(n=write(count(open_words))) if open_words else "",
        "cases": plural("{n} secret", "{n} secrets", secrets).format(n=write(count(secrets)))
        if secrets
        else owners.rung_names()[owners.rung(session)],
        "papers": write(month(view.board.month)) if session.journal.months else "",
        "routine": _("{n} of {all}").format(n=len(session.standing), all=len(Routine)),
        "score": _("{n} points").format(n=figure["score"]),
        "orders": _("{n} of {all} points left").format(n=session.attention_left(), all=view.attention),
        "war_room": _("{time} to go").format(time=figure["war_room"]),
        "chips": plural("{n} chip on the way", "{n} chips on the way", coming).format(n=write(chips(coming))),
    }
    return {name: words for name, words in (found | _desk_notes(session)).items() if words}


def briefs(session: Session) -> dict[str, str]:
    """Return the figure alone of the notes that are long, for a card that has no room for the words."""
    view = session.view()
    return {
        "people": write(count(view.own.researchers)),
        "news": write(count(news.how_many(session))),
        "score": points_told(session),
        "orders": _("{n} of {all}").format(n=session.attention_left(), all=view.attention),
        "chips": thousands(sum(line.quantity for line in view.lines)),
        "war_room": write(months(session.scenario.file.months - session.month)),
    }


def _desk_notes(session: Session) -> dict[str, str]:
    """Return what there is of people, paper and months played; empty for what there is none of."""
    lines, people = len(session.view().affairs.file.lines), sum(one.there for one in residents(session))
    return {
        "house": plural("{n} person", "{n} people", people).format(n=write(count(people))) if people else "",
        "file": plural("{n} line", "{n} lines", lines).format(n=write(count(lines))) if lines else "",
        "rewind": write(months(session.month)),
    }
