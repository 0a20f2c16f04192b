"""How the game is judged, as the founder makes it out: the race by published scores, the rest by the books.

The formulas are the engine's own; after the ending the truth is known.
"""

from collections.abc import Sequence
from math import hypot
from typing import Final, NamedTuple

from msgspec.structs import replace

from race.core.events import Happening
from race.core.formulas.owners.carmaker import MILESTONES, most_reached
from race.core.formulas.owners.holders import trust_weighted
from race.core.ids import PPM, Firm, Subject
from race.core.outcome import YEAR, Reckoning, mean_gap, reckoned, share_at_frontier
from race.core.rulebook import Rulebook
from race.core.rulebook.score import ScoreRules
from race.core.view import FounderView
from race.core.world import Carmaker, Lab, Promise, Standing
from race.session.session import Report, Session

DEVIATIONS: Final = 2.0
"""Standard errors on each side of a published score: it is outside of that one time in twenty."""
_OPEN: Final = 0
_FIRST: Final = 1
_SECOND: Final = 2


class Deciding(NamedTuple):
    """The last months, whose mean gap is judged: the first of them, the gaps so far, how many are to come."""

    first: int
    gaps: tuple[float, ...]
    left: int


def made_out(session: Session, lean: float = 0.0) -> Reckoning:
    """Return what the game is judged by if it ended now.

    `lean` takes every published gap for so much of its error worse (1) or better (-1).
    """
    if session.ending is not None:
        return reckoned(session.position())
    view, gaps = session.view(), gaps_seen(session, lean)
    rules = view.board.rules.score
    return Reckoning(
        rules=rules,
        gap=mean_gap(rules, gaps),
        rank=_rank(view),
        frontier=share_at_frontier(rules, gaps),
        trust=trust_weighted(view.holders) / PPM,
        lab=view.own,
        carmaker=view.carmaker,
        affairs=view.affairs,
    )


def gaps_seen(session: Session, lean: float = 0.0) -> tuple[float, ...]:
    """Return the gap to the best other lab at the end of every month, by the scores published then, Elo."""
    reports = session.reports[1:] or session.reports
    return tuple(_gap(report, lean) for report in reports)


def _gap(report: Report, lean: float) -> float:
    own = next((line for line in report.league if line.firm is Firm.XAI), None)
    first = next((line for line in report.league if line.firm is not Firm.XAI), None)
    between = (first.elo_published if first else 0.0) - (own.elo_published if own else 0.0)
    return between + lean * DEVIATIONS * hypot(_error(own), _error(first))


def _error(line: Standing | None) -> float:
    return line.error_sd if line else 0.0


def _rank(view: FounderView) -> int:
    league = [line.firm for line in view.board.league]
    return 1 + (league.index(Firm.XAI) if Firm.XAI in league else len(league))


def deciding(session: Session) -> Deciding:
    """Return the months that decide the race, and what of them is played."""
    board = session.view().board
    rules, end = board.rules.score, board.setting.months
    first = end - rules.final_months + 1
    played = max(0, board.month - first + 1)
    return Deciding(first, gaps_seen(session)[-played:] if played else (), rules.final_months - played)


def wanted_from_now(session: Session, gap: float) -> float:
    """Return the mean gap that the months to come must have, so that those that decide have this one."""
    window = deciding(session)
    return (gap * (len(window.gaps) + window.left) - sum(window.gaps)) / max(1, window.left)


def at_best(session: Session) -> Reckoning:
    """Return what could be judged at the very most: level or in front from now on, all else kept or won."""
    now = made_out(session)
    if session.ending is not None:
        return now
    board, rules = session.view().board, now.rules
    left, gaps = board.setting.months - board.month, gaps_seen(session)
    gaps = (*gaps, *[min(0.0, gaps[-1])] * left)
    return replace(
        now,
        gap=mean_gap(rules, gaps),
        rank=1,
        frontier=share_at_frontier(rules, gaps),
        trust=max(now.trust, rules.trust_zero + rules.trust_span),
        lab=_lab_at_best(session, now.lab, left),
        carmaker=_carmaker_at_best(session, now.carmaker, left),
        affairs=replace(now.affairs, promises=_word_at_best(session, now.affairs.promises, left)),
    )


def _word_at_best(session: Session, given: Sequence[Promise], left: int) -> list[Promise]:
    """Return the promises with all that fall due kept, and as many new ones as there is time for."""
    board = session.view().board
    end, rules = board.setting.months, board.rules.founder
    rounds = left // rules.promise_least_months if board.rules.switches.promises else 0
    new = Promise(id=0, made=board.month, subject=Subject.AUTONOMY, quantity=0, due=end, claim=1.0, kept=True)
    kept = [replace(one, kept=True) if one.kept is None and one.due <= end else one for one in given]
    return [*kept, *[new] * (rounds * rules.promises_open)]


def _staff_at_best(rules: Rulebook, lab: Lab, left: int) -> int:
    """Return who could work there at the end: nobody leaves, and as many come as ever do in a month."""
    paid = max(1.0, rules.talent.grow_most * rules.talent.pay_highest / PPM)
    staff = lab.staff
    for _month in range(left):
        staff += int(staff * rules.race.staff_growth * paid) + 2 + rules.race.hire_limit
    return staff


def full_worth_usd(rules: ScoreRules) -> int:
    """Return the worth of a lab that earns all its points, whole dollars."""
    return int(1e9 * 10**rules.value_decades)


def _lab_at_best(session: Session, lab: Lab, left: int) -> Lab:
    rules = session.view().board.rules
    taken = prizes_taken(session)
    places = [
        own or (_FIRST if not there else _SECOND if there == _FIRST else _OPEN)
        for own, there in zip(lab.milestones, taken, strict=True)
    ]
    staff, worth = _staff_at_best(rules, lab, left), max(lab.valuation_usd, full_worth_usd(rules.score))
    return replace(lab, valuation_usd=worth, milestones=places, staff=staff)


def prizes_taken(session: Session) -> tuple[int, ...]:
    """Return how many places of each dated prize are taken, by the news of the months."""
    marks = session.view().board.rules.race.prizes_elo
    found = dict.fromkeys(marks, 0)
    for report in session.reports:
        for event in report.events:
            if event.kind is Happening.MILESTONE:
                mark = int(event.numbers["mark"])
                found[mark] = max(found.get(mark, 0), int(event.numbers["place"]))
    return tuple(found[mark] for mark in marks)


def _carmaker_at_best(session: Session, carmaker: Carmaker, left: int) -> Carmaker:
    reached = min(MILESTONES, most_reached(session.view().board.rules, carmaker, left))
    level = carmaker.price_start_cents * carmaker.sector_ppm // PPM
    return replace(
        carmaker,
        autonomy_reached=reached,
        price_cents=max(carmaker.price_cents, level),
        planned_chips=min(carmaker.planned_chips, carmaker.depot.powered()),
    )


def last_year(session: Session) -> tuple[int, int, int]:
    """Return the months of the last year that were at the frontier, that are played, and that are left."""
    board = session.view().board
    played = max(0, min(YEAR, board.month - (board.setting.months - YEAR)))
    gaps = gaps_seen(session)[-played:] if played else ()
    near = sum(gap <= board.rules.score.frontier_gap for gap in gaps)
    return near, played, board.setting.months - board.month
