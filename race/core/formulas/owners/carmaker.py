"""Arithmetic of the carmaker's autonomy programme and of its promises."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Final, NamedTuple, Protocol, Self

from race.core.exact import exp, power
from race.core.formulas.race.chips import (
    capacity_kw,
    generation_on_sale,
    kw_of_each,
    planned_fleet,
    planned_share,
    quarter_flow,
)
from race.core.ids import PPM, Firm, Subject
from race.core.rulebook import Rulebook
from race.core.world import Affairs, Batch, Carmaker, OrderLine, Promise, Setting

_TESLA: Final = Firm.TESLA
_due: Final = attrgetter("due")

MILESTONES: Final = 4


class Dated(Protocol):
    """Whatever knows rules, setting and month: a position, or a view's board."""

    @property
    def rules(self) -> Rulebook:
        """The numbers of the laws."""

    @property
    def setting(self) -> Setting:
        """What is fixed for the whole game."""

    @property
    def month(self) -> int:
        """The last month that has been played, 0 is December 2023."""


class Footing(NamedTuple):
    """What a promise is held against: the numbers, the setting, the carmaker's books, the month of today."""

    rules: Rulebook
    setting: Setting
    carmaker: Carmaker
    month: int

    @classmethod
    def of(cls, where: Dated, carmaker: Carmaker) -> Self:
        """Return the footing of a carmaker in a position, or of the one that a view with its board shows."""
        return cls(where.rules, where.setting, carmaker, where.month)


def autonomy_step(rules: Rulebook, carmaker: Carmaker) -> int:
    """Return a month's progress of autonomy in ppm of a milestone.

    Progress follows the chips that run against the chips that were planned, with less than
    proportion.
    """
    pace = pace_with(rules, carmaker.depot.powered(), carmaker.planned_chips)
    return int(PPM / rules.founder.autonomy_months * pace)


def autonomy_pace(rules: Rulebook, carmaker: Carmaker) -> int:
    """Return the pace of the autonomy programme, ppm of its pace with the planned chips running."""
    return int(PPM * pace_with(rules, carmaker.depot.powered(), carmaker.planned_chips))


def pace_with(rules: Rulebook, powered: int, planned: int) -> float:
    """Return the autonomy programme's pace with so many chips running of so many planned; 1.0 with all."""
    ratio = min(rules.founder.autonomy_best, powered / max(1, planned))
    return power(ratio, rules.founder.autonomy_elasticity)


def autonomy_due(rules: Rulebook, reached: int) -> int:
    """Return the month the next milestone is planned for.

    >>> [autonomy_due(Rulebook(), reached) for reached in range(4)]
    [9, 18, 26, 35]
    """
    return int(rules.founder.autonomy_months * (reached + 1) + 1.0)


def milestone_month(rules: Rulebook, carmaker: Carmaker, now: int, milestone: int) -> int | None:
    """Return the month in which a milestone (1 to 4) is reached at today's pace, None for never."""
    pace = autonomy_step(rules, carmaker)
    steps = milestone - carmaker.autonomy_reached
    if milestone > MILESTONES or pace <= 0:
        return None
    return now - (carmaker.autonomy - PPM * steps) // pace


def most_reached(rules: Rulebook, carmaker: Carmaker, left: int) -> int:
    """Return the milestones that the programme can have reached after so many months at its best pace."""
    best = PPM / rules.founder.autonomy_months
    best *= power(rules.founder.autonomy_best, rules.founder.autonomy_elasticity)
    return carmaker.autonomy_reached + (carmaker.autonomy + int(best * max(0, left))) // PPM


def is_kept(promise: Promise, carmaker: Carmaker, affairs: Affairs) -> bool:
    """Return whether the books of today keep a promise."""
    match promise.subject:
        case Subject.CHIPS_POWERED:
            return carmaker.depot.powered() >= promise.quantity
        case Subject.AUTONOMY:
            return carmaker.autonomy_reached >= promise.quantity
        case Subject.NO_DIVERSION:
            # what nobody knows cannot be held against a promise yet
            return not any(
                act.published is not None and act.month > promise.made and not act.voted
                for act in affairs.acts
            )


def expected_of(footing: Footing, subject: Subject, due: int) -> int:
    """Return what the books lead one to expect at a date, in the promise's own unit."""
    rules, setting, carmaker, now = footing
    match subject:
        case Subject.CHIPS_POWERED:
            return planned_fleet(rules, setting, carmaker, now, due)
        case Subject.AUTONOMY:
            return max(1, sum(autonomy_due(rules, n) <= due for n in range(MILESTONES)))
        case Subject.NO_DIVERSION:
            return 1


def booked_by(footing: Footing, lines: Sequence[OrderLine], due: int) -> int:
    """Return the H100e the carmaker can have at a date: there, on order, and what it still means to book.

    Lines that slip make it less, nothing makes it more.
    """
    rules, setting, carmaker, now = footing
    due = min(due, now + rules.founder.promise_most_months)  # nobody is asked to look further
    total = carmaker.depot.chips()
    total += sum([line.quantity for line in lines if line.owner is _TESLA and line.due <= due])
    for quarter in range(carmaker.booked_until + 3, due + 1, 3):
        share = planned_share(rules, quarter) * carmaker.chip_budget // PPM
        total += quarter_flow(setting, quarter, share)
    return total


def _waits(batch: Batch) -> bool:
    return batch.site is None


def in_time(lines: Sequence[OrderLine], now: int, due: int) -> list[OrderLine]:
    """Return the lines that can be delivered by a date: what is late comes next month at the earliest."""
    return [line for line in lines if max(line.due, now + 1) <= due]


def powered_by(footing: Footing, lines: Sequence[OrderLine], due: int) -> int:
    """Return the H100e the carmaker can have running at a date: what it can have, as far as its sites go.

    Sites are those that stand or are begun. They take what runs already, then what waits, then what is
    delivered early enough to be installed, then what is still to be booked, of the newest kind.
    """
    rules, _, carmaker, now = footing
    each, depot, delivered = kw_of_each(rules), carmaker.depot, due - rules.chips.install_months
    there = [batch for batch in depot.batches if batch.site is not None or batch.arrived <= delivered]
    lots = [(batch.quantity, batch.generation) for batch in sorted(there, key=_waits)]
    coming = [line for line in in_time(lines, now, delivered) if line.owner is _TESLA]
    lots += [(line.quantity, line.generation) for line in sorted(coming, key=_due)]
    planned = booked_by(footing, (), delivered) - depot.chips()
    lots.append((planned, generation_on_sale(rules, now)))
    free, running = float(capacity_kw(depot, due)), 0
    for quantity, kind in lots:
        fits = min(quantity, int(free / each[kind]))
        free -= fits * each[kind]
        running += fits
    return running


def lacking(footing: Footing, lines: Sequence[OrderLine], promise: Promise) -> float:
    """Return the share of a promise that the books rule out today, 0-1; words about deeds have none."""
    rules, _, carmaker, now = footing
    if promise.subject is Subject.NO_DIVERSION:
        return 0.0
    if promise.subject is Subject.CHIPS_POWERED:
        can = booked_by(footing, lines, promise.due)
    else:
        can = most_reached(rules, carmaker, promise.due - now)
    return max(0.0, 1.0 - can / max(1, promise.quantity))


def print_ppm(rules: Rulebook, lack: float, curious: int) -> int:
    """Return the chance a month that reporters print what the books rule out, ppm: shown and drawn alike.

    `lack` is the share ruled out, 0-1; `curious` how much likelier reporters at the carmaker make it, ppm.

    >>> [print_ppm(Rulebook(), lack, PPM) for lack in (0.05, 0.2, 0.5)]
    [0, 393469, 713495]
    """
    court = rules.court
    if lack < court.print_least or not rules.switches.fact_checks:
        return 0
    return int(PPM * (1.0 - exp(-court.print_lack * lack * curious / PPM)))


def claim_of(rules: Rulebook, subject: Subject, quantity: int, expected: int) -> float:
    """Return how much a promise claims, part of the most, 0-1: a number beyond what is expected claims more.

    >>> rules, plan = Rulebook(), 50_000
    >>> [claim_of(rules, Subject.CHIPS_POWERED, chips, plan) for chips in (25_000, 50_000, 85_000)]
    [0.25, 0.5, 0.85]
    """
    if subject is Subject.NO_DIVERSION:
        return rules.owners.claim_expected
    claim = rules.owners.claim_expected * quantity / max(1, expected)
    return min(1.0, max(rules.owners.claim_least, claim))
