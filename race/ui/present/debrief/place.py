"""The place among simulated founders: bots in the same scenario, and in the very same world."""

from dataclasses import dataclass
from typing import Final

from race.core.ids import PPM
from race.core.words import count, percent
from race.session.hindsight.courses import Stood
from race.session.hindsight.looking import Hindsight
from race.session.session import Session
from race.speech import _, plural
from race.speech import quantity as write
from race.ui.present.debrief.verdict import handed
from race.ui.present.seat.players import players

BINS: Final = 25
"""Bars from 0 to 1,000 points."""
_TOP: Final = 1_000
_ALMOST: Final = 0.99
"""Nobody is better than all who are as good."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One founder among many.

    Attributes:
        title: who is counted, honestly.
        verdict: how many did worse, once everybody has played.
        counts: how many ended in each bin of the score.
        mine: the founder's own bin.
        same: bots in the very same world, the best first: their scores as 0-1.
        told: what the counting is made of, in sentences, and how the same world's bots did.
    """

    title: str
    verdict: str
    counts: tuple[int, ...]
    mine: int
    same: tuple[float, ...]
    told: str


def placed(session: Session, others: list[Stood], awaited: int = 0, most: int = 0) -> Placed:
    """Return the founder's place among others; while fewer have played than are awaited, it is open.

    `most` is how many are to play yet if somebody stays, 0 for no more.
    """
    own = session.score().total
    counts = [0] * BINS
    for each in others:
        counts[_bin(each.total)] += 1
    here = sorted((each for each in others if each.seed == session.seed), key=lambda each: -each.total)
    if len(others) < awaited:
        title = _("{n} of {all} simulated founders").format(n=len(others), all=awaited)
        verdict = _("still being played")
    else:
        words = plural("{n} simulated founder", "{n} simulated founders", len(others))
        title = words.format(n=write(count(len(others))))
        verdict = _verdict(own, others)
    return Placed(
        title=title if others else _("No simulated founder has finished yet"),
        verdict=verdict if others else "",
        counts=tuple(counts),
        mine=_bin(own),
        same=tuple(each.total / _TOP for each in here),
        told=_told(session, others, here, most),
    )


def crowd(session: Session, seen: Hindsight | None) -> tuple[Placed, float | None]:
    """Return the place as far as it is known, and what part of those to come have played; None for all."""
    if seen is None:
        return placed(session, []), None
    here = placed(session, seen.others, seen.awaited, seen.most if seen.growing else 0)
    if seen.busy:
        return here, seen.done / max(1, seen.asked)
    return here, len(seen.others) / seen.most if seen.growing else None


def _verdict(own: int, others: list[Stood]) -> str:
    if all(each.total < own for each in others):
        return _("you, better than all the bots")
    worse = sum(each.total < own for each in others) + sum(each.total == own for each in others) / 2
    share = min(_ALMOST, worse / max(1, len(others)))
    part = write(percent(round(share * 100) * PPM // 100))
    return _("you, better than {part} of the bots").format(part=part)


def _bin(points: int) -> int:
    return min(BINS - 1, max(0, points * BINS // _TOP))


def _told(session: Session, others: list[Stood], here: list[Stood], most: int) -> str:
    worlds, bots = len({each.seed for each in others}), len({each.founder for each in others})
    words = _(
        "The program's own founders, {bots} of them, play this scenario at this difficulty in your world "
        "and in others of its kind, {worlds} in all. They are bots, not people."
    )
    names = {player.key: player.name for player in players()}
    scores = ", ".join(f"{names.get(each.founder, each.founder)} {each.total}" for each in here)
    ranks = _("In your very world: {scores}; you {own}.").format(scores=scores, own=session.score().total)
    finished = [words.format(bots=bots, worlds=worlds)] if others else []
    if len(others) < most:
        more = _("More of them play while this page is open, up to {n}.")
        finished.append(more.format(n=write(count(most))))
    told = *finished, *([ranks] if here else ()), *handed(session)
    return "\n".join(told)
