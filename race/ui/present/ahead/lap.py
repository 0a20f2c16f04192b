"""The last lap: how the game would end as it stands, what the next better ending wants, what is open."""

from collections.abc import Sequence
from typing import Final

from race.core.ids import PPM, Ending, Firm
from race.core.outcome import GOOD, Asked, Reckoning, holds, judge_last, score_of, whole
from race.core.words import elo, month, percent
from race.session.heard.judged import at_best, deciding, gaps_seen, made_out, wanted_from_now
from race.session.session import Session
from race.speech import _, labelled, number, ordinal
from race.speech import quantity as write
from race.ui.present.debrief.verdict import ending_words

LAST: Final = 8
"""Months before the end from which the table says how it stands; half of a shorter game."""
_THIRDS: Final = 3
"""Parts of a game, in the last of which the table says how far the frontier is."""
_HALF_YEAR: Final = 6
_FELT: Final = 0.5
"""Points from which a gap is one when it is written whole."""


def on_it(session: Session) -> bool:
    """Return whether the end is so near that the table says how it stands."""
    board = session.view().board
    whole_game = board.setting.months
    return session.ending is None and whole_game - board.month <= min(LAST, whole_game // 2)


def lap_lines(session: Session) -> tuple[str, ...]:
    """Return how it stands and what the next better ending wants; a little earlier what the frontier does."""
    if not on_it(session):
        return _from_afar(session)
    seen = made_out(session)
    ending, aim = judge_last(seen), next_aim(seen)
    words = _("As it stands: {ending}, {n} points, {open} open")
    now = words.format(
        ending=ending_words()[ending][0], n=number(points(seen)), open=number(still_open(session))
    )
    return (now, _wish(session, aim, missing(seen, aim))) if aim is not None else (now,)


def _from_afar(session: Session) -> tuple[str, ...]:
    """Return how far the frontier is in the last third, before the last lap; nothing earlier, or there."""
    board, seen = session.view().board, made_out(session)
    if session.ending is not None or _THIRDS * board.month < (_THIRDS - 1) * board.setting.months:
        return ()
    asked = [one for one in missing(seen, Ending.FRONTIER) if one.key == "gap"]
    return (_wish(session, Ending.FRONTIER, tuple(asked)),) if asked else ()


def stands(session: Session) -> str:
    """Return how the game would end now, in a sentence; empty before the last lap."""
    if not on_it(session):
        return ""
    return _("As it stands: {ending}.").format(ending=ending_words()[judge_last(made_out(session))][0])


def _wish(session: Session, aim: Ending, asked: tuple[Asked, ...]) -> str:
    """Return what an ending that is not reached asks for, the first thing first."""
    first, more = asked[0], len(asked) - 1
    ending = ending_words()[aim][0]
    if first.key == "gap":
        told = _closing(session, ending, first)
    else:
        words = _("{ending}: {wanted}; now {there}")
        told = words.format(ending=ending, wanted=lacking_told(session, first), there=_there(session, first))
    return _("{told}; and {n} more").format(told=told, n=number(more)) if more else told


def _closing(session: Session, ending: str, asked: Asked) -> str:
    """Return what a gap asks for: how far, by when, and how fast it closed; once they count, from now on."""
    window, gaps = deciding(session), gaps_seen(session)
    if window.gaps:
        words = _("{ending}: {wanted}; so far {there}")
        so_far = gap_words(sum(window.gaps) / len(window.gaps))
        return words.format(ending=ending, wanted=lacking_told(session, asked), there=so_far)
    lacking = gaps[-1] - asked.wanted
    if lacking < _FELT:
        words = _("{ending}: {wanted}; mean {there}")
        return words.format(ending=ending, wanted=wanted_told(asked), there=gap_words(asked.there))
    words = _("{ending}: {n} Elo to go by {date}; {pace}")
    return words.format(
        ending=ending, n=write(elo(lacking)), date=write(month(window.first)), pace=_pace(gaps)
    )


def _pace(gaps: Sequence[float]) -> str:
    """Return by how much the gap, Elo, has closed or opened in the last half year."""
    earlier = gaps[max(0, len(gaps) - 1 - _HALF_YEAR)]
    nearer = round(earlier - gaps[-1])
    if nearer == 0:
        return _("in half a year no nearer")
    words = _("in half a year {n} nearer") if nearer > 0 else _("in half a year {n} further off")
    return words.format(n=number(abs(nearer)))


def _there(session: Session, asked: Asked) -> str:
    """Return what is there; of a place also how far it is to the one that is wanted, by published scores."""
    shown, league = there_told(asked), session.view().board.league
    own = next((line.elo_published for line in league if line.firm is Firm.XAI), None)
    if asked.key != "rank" or own is None or len(league) < asked.wanted:
        return shown
    short = league[int(asked.wanted) - 1].elo_published - own
    return _("{place}, {n} Elo short").format(place=shown, n=write(elo(short)))


def points(seen: Reckoning) -> int:
    """Return the score if the game ended so."""
    return score_of(seen, judge_last(seen)).total


def points_told(session: Session) -> str:
    """Return the score if the game ended now, as a range where published scores may err."""
    low, high = (points(made_out(session, lean)) for lean in (1.0, -1.0))
    if low == high:
        return number(low)
    return _("{low} to {high}").format(low=number(low), high=number(high))


def still_open(session: Session) -> int:
    """Return the points that can still be gained at the very most, whatever the ending's factor."""
    now, best = (score_of(seen, None).total for seen in (made_out(session), at_best(session)))
    return max(0, best - now)


def next_aim(seen: Reckoning) -> Ending | None:
    """Return the better ending that lacks least, the lowest of those; None at the best, or enjoined."""
    ending, aims = judge_last(seen), list(GOOD)
    if ending is Ending.PYRRHIC:
        return Ending.FRONTIER
    better = aims[: aims.index(ending)] if ending in aims else aims if ending is Ending.ALSO_RAN else []
    return min(reversed(better), key=lambda aim: len(missing(seen, aim)), default=None)


def missing(seen: Reckoning, aim: Ending) -> tuple[Asked, ...]:
    """Return what is not there of what an ending asks for, by the way that lacks least."""
    if holds(aim, seen):
        return tuple(asked for asked in whole(seen) if not asked.met)
    ways = (tuple(asked for asked in way if not asked.met) for way in GOOD[aim](seen))
    return min(ways, key=len)


def asked_names() -> dict[str, str]:
    """Return what an ending may ask for, in words."""
    return {
        "gap": _("Mean gap"),
        "rank": _("Place in the race"),
        "judged": _("Promises that fell due"),
        "kept": _("Promises kept, by weight"),
        "trust": _("Trust"),
        "chips": _("Chips of the plan"),
        "autonomy": _("Steps of autonomy"),
        "price": _("Share, of its sector"),
    }


def there_told(asked: Asked) -> str:
    """Return what is there of something that an ending asks for."""
    match asked.key:
        case "gap":
            return gap_words(asked.there)
        case "rank":
            return ordinal(int(asked.there))
        case "judged" | "autonomy":
            return number(asked.there)
        case "kept" if asked.there < 0:
            return _("None due")
        case _:
            return write(percent(round(PPM * asked.there)))


def wanted_told(asked: Asked) -> str:
    """Return what is wanted of it."""
    match asked.key:
        case "gap" if asked.wanted <= 0:
            return _("level or ahead")
        case "gap":
            return _("at most {n} Elo behind").format(n=write(elo(asked.wanted)))
        case "rank":
            return _("{place} or better").format(place=ordinal(int(asked.wanted)))
        case "judged" | "autonomy":
            least = number(asked.wanted)
        case _:
            least = write(percent(round(PPM * asked.wanted)))
    return labelled(asked_names()[asked.key], _("at least {n}").format(n=least))


def gap_words(gap: float) -> str:
    """Return a gap to the best other lab in words."""
    behind = round(gap)
    if behind == 0:
        return _("level")
    words = _("{n} Elo behind") if behind > 0 else _("{n} Elo ahead")
    return words.format(n=number(abs(behind)))


def whole_told(asked: Asked) -> str:
    """Return what is wanted with its name."""
    wanted = wanted_told(asked)
    return labelled(asked_names()[asked.key], wanted) if asked.key in ("gap", "rank") else wanted


def lacking_told(session: Session, asked: Asked) -> str:
    """Return what is wanted of something that is not there, a gap from now on."""
    return from_now_told(session, asked.wanted) if asked.key == "gap" else wanted_told(asked)


def from_now_told(session: Session, gap: float) -> str:
    """Return what gap the months that still decide must bring on average."""
    window = deciding(session)
    if not window.gaps or not window.left:
        return wanted_told(Asked("gap", 0.0, gap, most=True))
    needed = wanted_from_now(session, gap)
    words = _("{n} Elo behind at most from now on") if needed >= 0 else _("{n} Elo ahead or more from now on")
    return words.format(n=number(abs(round(needed))))
