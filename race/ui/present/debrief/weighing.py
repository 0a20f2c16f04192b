"""Each big decision weighed: what the same world comes to without it, what it won and what it cost."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import msgspec

from race.core import commands as c
from race.core.ids import PPM, Firm
from race.core.words import Quantity, cents, chips, count, elo, month, months, points
from race.session.hindsight.courses import Course, Pair
from race.session.hindsight.decisions import DIVERSIONS, Decision
from race.session.hindsight.looking import Hindsight, Rerun
from race.session.session import Session
from race.speech import _, name, plural
from race.speech import quantity as write
from race.ui.present.debrief.turning import Turn
from race.ui.present.debrief.verdict import ending_words
from race.ui.present.figures import signed
from race.ui.present.orders import told

_TAKEN: Final = (DIVERSIONS, "divert", "thing")
"""Keys of decisions that are diversions."""
_MOST_CHANGES: Final = 2
"""Figures that are told beside the points."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision moved: a figure's name, the amount as written, whether that helped."""

    label: str
    shown: str
    good: bool
    weight: float
    """How many times the least that is told."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One decision against the same world without it.

    Attributes:
        key: name for the program.
        act: the decision.
        title: the same, with its date where another of these decisions is called alike.
        date: when it was taken, or since when, if that was over several months.
        moved: points of the score that it was worth (negative: it cost).
        shown: the same as written.
        worth: the same in words, with its unit.
        won: what it won, largest first; may be empty.
        cost: what it cost.
        otherwise: how the game ends without it, a sentence.
        ends: a sentence on what was won and cost if the two games end in different months; else empty.
        luck: what it was worth on other luck, a sentence; empty before that is known.
        quality: published score of the lab without it, month by month since the opening.
        trust: trust without it, 0-100.
    """

    key: str
    act: str
    title: str
    date: str
    moved: int
    shown: str
    worth: str
    won: tuple[Change, ...]
    cost: tuple[Change, ...]
    otherwise: str
    ends: str
    luck: str
    quality: tuple[float, ...]
    trust: tuple[float, ...]

    @property
    def dated(self) -> str:
        """The decision with its date."""
        return _("{act}, {date}").format(act=self.act, date=self.date)


def weighed(session: Session, seen: Hindsight, most: int = 5) -> tuple[Weighed, ...]:
    """Return the decisions that moved the score most, every diversion together first."""
    played = seen.played
    if played is None:
        return ()
    found = [_weighed(session, played, one) for one in seen.reruns(most)]
    alike = Counter(one.act for one in found)
    return tuple(replace(one, title=one.dated) if alike[one.act] > 1 else one for one in found)


def _weighed(session: Session, played: Course, one: Rerun) -> Weighed:
    decision, other = one.decision, one.course
    changes, called = _changes(played, other), title(decision)
    words = _("Without it: {ending} after {time}, {n} points.")
    if len(other.quality) > len(played.quality):
        words = _(
            "Without it: {ending} after {time}, {n} points. After {date}, where your game ended, your "
            "officers run the lab."
        )
    return Weighed(
        key=f"{decision.key}.{decision.left_out[0][0]}.{decision.left_out[0][1]}",
        act=called,
        title=called,
        date=_taken(session.reports[0].month, decision),
        moved=played.total - other.total,
        shown=signed(count(played.total - other.total)),
        worth=_worth(played.total - other.total),
        won=tuple(change for change in changes if change.good),
        cost=tuple(change for change in changes if not change.good),
        otherwise=words.format(
            ending=ending_words()[other.ending][0],
            time=write(months(len(other.quality) - 1)),
            n=write(count(other.total)),
            date=write(month(session.month)),
        ),
        ends=_("What it won and cost compares the two ends.")
        if len(other.quality) != len(played.quality)
        else "",
        luck=_luck(one.pairs),
        quality=other.quality,
        trust=tuple(100 * trust / PPM for trust in other.trust),
    )


def turns_told(
    session: Session, seen: Hindsight | None, turns: tuple[Turn, ...]
) -> tuple[tuple[str, ...], ...]:
    """Say what was done in each turning point and what came of it, each time in full first, then shorter.

    What a run without a month's diversions says of them is told once.
    """
    known: set[int] = set()
    found = []
    for turn in turns:
        weighed = without_it(session, seen, turn.act) if turn.act and turn.act not in known else ()
        if weighed:
            known.add(turn.act)
        facts = (*turn.led[:1], weighed[0]) if weighed else turn.led
        singly = weighed or sorted(turn.led[: 1 if turn.sort == "race" else None], key=len, reverse=True)
        told = [facts, *((fact,) for fact in singly if facts != (fact,)), ()]
        found.append(tuple(" ".join((turn.text, *each)) for each in told))
    return tuple(found)


def without_it(session: Session, seen: Hindsight | None, act: int) -> tuple[str, ...]:
    """Say what a month's diversions were worth by the game without them, in full, then shorter.

    Empty while that is not known.
    """
    if seen is None or seen.played is None:
        return ()
    place = act - session.reports[0].month - 1
    for one in seen.reruns(len(seen.decisions)):
        decision = one.decision
        if decision.key in _TAKEN and {month for month, _order in decision.left_out} == {place}:
            return _against(seen.played, one.course)
    return ()


def _against(played: Course, other: Course) -> tuple[str, ...]:
    worth = _worth(played.total - other.total)
    short = _("Against the game without it: {worth}.").format(worth=worth)
    changes = sorted(_changes(played, other), key=lambda change: -change.weight)[:_MOST_CHANGES]
    if not changes:
        return (short,)
    told = ", ".join(f"{change.label} {change.shown}" for change in changes)
    words = _("Against the game without it: {worth} ({changes}).")
    return words.format(worth=worth, changes=told), short


def _taken(opened: int, decision: Decision) -> str:
    """Say when a decision was taken: in a month, or from one on."""
    first, last = (
        write(month(opened + place[0] + 1)) for place in (min(decision.left_out), max(decision.left_out))
    )
    return first if first == last else _("from {date} on").format(date=first)


def _worth(moved: int) -> str:
    """Say how many points of the score a decision brought or cost."""
    if not moved:
        return _("worth no points")
    n = abs(moved)
    if moved > 0:
        return plural("brought {n} point", "brought {n} points", n).format(n=write(count(n)))
    return plural("cost {n} point", "cost {n} points", n).format(n=write(count(n)))


_FIGURES: Final[tuple[tuple[str, Callable[[Course], float], Callable[[float], Quantity], float], ...]] = (
    ("quality", lambda course: course.quality[-1], elo, 2.0),
    ("trust", lambda course: course.trust[-1], lambda moved: points(round(moved)), 5_000.0),
    ("compute", lambda course: course.fleet, lambda moved: chips(round(moved / 100) * 100), 5_000.0),
    ("price", lambda course: course.price_cents, lambda moved: cents(round(moved)), 200.0),
    ("powered", lambda course: course.powered, lambda moved: chips(round(moved / 100) * 100), 10_000.0),
)
"""Figures of the end: key, how it is read, how it is written, and the least that is told."""


def _changes(played: Course, other: Course) -> tuple[Change, ...]:
    labels = {
        "quality": _("Quality"),
        "trust": _("Trust"),
        "compute": _("Compute"),
        "price": _("Share price"),
        "powered": _("Carmaker's chips"),
    }
    found = []
    for key, read, written, least in _FIGURES:
        moved = read(played) - read(other)
        if abs(moved) >= least:
            found.append(Change(labels[key], signed(written(moved)), moved > 0, abs(moved) / least))
    return tuple(found)


def _luck(pairs: tuple[Pair, ...]) -> str:
    """Say what a decision was worth on other luck: its mean, least and most."""
    if not pairs:
        return ""
    moved = sorted(pair.made - pair.left for pair in pairs)
    mean = round(sum(moved) / len(moved))
    return _("On other luck, {n} times: {mean} points on average, from {low} to {high}.").format(
        n=len(moved),
        mean=signed(count(mean)),
        low=signed(count(moved[0])),
        high=signed(count(moved[-1])),
    )


def title(decision: Decision) -> str:
    """Return a decision in a few words."""
    command = decision.command
    if decision.key == DIVERSIONS:
        return _("Everything you diverted")
    if decision.key == "divert" and isinstance(command, c.Divert):
        return told(msgspec.structs.replace(command, quantity=decision.quantity))
    return _group_titles().get(decision.key) or told(command)


def _group_titles() -> dict[str, str]:
    """Return how decisions are called that are many orders at once."""
    return {
        "denial": _("Your denials"),
        "word": _("What you told the holders"),
        "gift": _("Your gifts to the holders"),
        "risk": _("Open or untested releases"),
        "price": _("Your prices"),
        "pay": _("What you paid your people"),
        "hire": _("Hiring researchers"),
        "rent": _("Renting from the clouds"),
        "borrow": _("The loans on your chips"),
        "stake": _("Shares sold or pledged"),
        "lobby": _("Complaints about rivals"),
        "answer": _("Your answers to the house"),
        "sale": _("The sale of {lab}").format(lab=name(Firm.XAI)),
    }


def progress(seen: Hindsight) -> str:
    """Say how far the looking back has come; empty when it is over."""
    if seen.failed:
        return _("This game was played under other rules: it cannot be played again.")
    if not seen.busy:
        return ""
    return _("Your world is being played again: {n} of {all}.").format(n=seen.done, all=seen.asked)
