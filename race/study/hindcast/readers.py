"""How each figure of the facts is read from a game: one small reader a metric.

The names are those of the `metric` column of `hindcast_rows.csv`. A metric without a reader of its own
is read from the monthly table under its name. None means that the game has no such figure (nothing leaked,
it had ended); infinity, that what was waited for had not come by June 2025.
"""

from collections.abc import Callable
from itertools import pairwise
from math import inf, log, sqrt
from statistics import stdev
from typing import Final

from race.core.events import Event, Happening
from race.core.ids import Ballot, Firm
from race.core.words import N_, Name, PlainError, Sentence
from race.core.world.books import VoteResult
from race.study.hindcast.bands import LAST_MONTH, Band, month_of
from race.study.hindcast.diary import Diary, Made

Reader = Callable[[Diary, Band], float | None]

READERS: Final[dict[str, Reader]] = {}
MONTHLY: Final = frozenset(
    {
        "compute_h100e",
        "frontier_elo",
        "elo_published",
        "leader_changes",
        "users_m",
        "valuation_usd_bn",
        "lead_time_weeks",
        "rental_usd_per_hour",
    }
)
"""Metrics of the monthly table that need no reader."""


def check(bands: tuple[Band, ...]) -> None:
    """Raise PlainError for a metric that nobody knows how to read."""
    unknown = next(
        (band for band in bands if band.metric not in READERS and band.metric not in MONTHLY), None
    )
    if unknown is not None:
        raise PlainError(
            Sentence(
                N_("hindcast_rows.csv, {row}: there is no reader for '{metric}'."),
                {"row": unknown.row, "metric": unknown.metric},
            )
        )


def read(diary: Diary, band: Band) -> float | None:
    """Return the figure that a band is about, from one game."""
    reader = READERS.get(band.metric)
    if reader is not None:
        return reader(diary, band)
    return diary.at(band.entity, band.metric, band.month)


def _reads(*metrics: str) -> Callable[[Reader], Reader]:
    def keep(reader: Reader) -> Reader:
        READERS.update(dict.fromkeys(metrics, reader))
        return reader

    return keep


# -- labs, users, money -------------------------------------------------------------------------------


@_reads("share x 100")
def _share(diary: Diary, band: Band) -> float | None:
    return _times(diary.at(band.entity, "share", band.month), 100.0)


@_reads("revenue_usd_m_per_month x 12 / 1000")
def _year_of_revenue(diary: Diary, band: Band) -> float | None:
    return _times(diary.at(band.entity, "revenue_usd_m_per_month", band.month), 12 / 1000)


@_reads("chips_powered / 85000")
def _promised_chips(diary: Diary, band: Band) -> float | None:
    return _times(diary.at(band.entity, "chips_powered", band.month), 1 / 85_000)


@_reads("compute_h100e growth factor")
def _growth(diary: Diary, band: Band) -> float | None:
    first = diary.at(band.entity, "compute_h100e", _first_month(band))
    last = diary.at(band.entity, "compute_h100e", band.month)
    return last / first if last is not None and first else None


@_reads("months from first ground to 100,000 powered")
def _building(diary: Diary, band: Band) -> float | None:
    ground = [at for at, event in diary.happened(Happening.SITE_STARTED) if event.firm == band.entity]
    if not ground:
        return None
    powered = [
        at
        for at in range(ground[0], diary.last + 1)
        if (diary.at(band.entity, "chips_powered", at) or 0.0) >= 100_000  # noqa: PLR2004 - the metric's
    ]
    return float(powered[0] - ground[0]) if powered else inf


@_reads(
    "training FLOP of the release nearest Aug-2024 (Grok-2)",
    "training FLOP of the release nearest Feb-2025 (Grok-3)",
)
def _nearest_run(diary: Diary, band: Band) -> float | None:
    base = [made for made in _base_runs(diary, band.entity) if made.month > 0]
    if diary.last < band.month or not base:
        return None
    return min(base, key=lambda made: (abs(made.month - band.month), made.month)).flop


@_reads("training FLOP of the largest release to Feb-2025")
def _largest_run(diary: Diary, band: Band) -> float | None:
    if diary.last < band.month:
        return None
    runs = [made.flop for made in _base_runs(diary, band.entity) if made.month <= band.month]
    return max(runs, default=None)


@_reads("growth of the largest run, per year")
def _growth_of_runs(diary: Diary, band: Band) -> float | None:
    if diary.last < band.month:
        return None
    first, last = (
        max(
            [made.flop for firm in diary.releases for made in diary.releases[firm] if made.month <= month],
            default=0.0,
        )
        for month in (_first_month(band), band.month)
    )
    return last / first if first > 0.0 else None


def _base_runs(diary: Diary, entity: str) -> list[Made]:
    return [made for made in diary.releases[entity] if not made.refresh]


# -- owners ---------------------------------------------------------------------------------------------


@_reads("price_receipt_of_leak_pct")
def _leak_price(diary: Diary, band: Band) -> float | None:
    del band
    leaks = diary.happened(Happening.LEAK)
    if not leaks:
        return None
    (month,) = diary.between(leaks[0][0], leaks[0][0])
    moved = [receipt.amount for receipt in month.price_receipts if receipt.cause in month.governance]
    return 100.0 * sum(moved) / month.price_before


@_reads("mean |price receipt| of governance news, %")
def _governance_price(diary: Diary, band: Band) -> float | None:
    moved = [
        abs(100.0 * receipt.amount / month.price_before)
        for month in diary.between(1, band.month)
        for receipt in month.price_receipts
        if receipt.cause in month.governance
    ]
    return sum(moved) / len(moved) if moved else None


@_reads("vote pay: for / votes cast, %")
def _pay(diary: Diary, band: Band) -> float | None:
    vote = _vote(diary, Ballot.PAY, band.month)
    return None if vote is None else vote.support_ppm() / 10_000


@_reads("vote domicile: for / shares outstanding, %")
def _domicile(diary: Diary, band: Band) -> float | None:
    vote = _vote(diary, Ballot.DOMICILE, band.month)
    return None if vote is None else vote.of_outstanding_ppm() / 10_000


@_reads("turnout, %")
def _turnout(diary: Diary, band: Band) -> float | None:
    vote = _vote(diary, Ballot.DOMICILE, band.month)
    return None if vote is None else vote.turnout_ppm() / 10_000


def _vote(diary: Diary, ballot: Ballot, month: int) -> VoteResult | None:
    return next((vote for vote in diary.votes if vote.ballot is ballot and vote.month == month), None)


@_reads("suits filed within 2 months of publication")
def _suits(diary: Diary, band: Band) -> float | None:
    """Count from the month of publication to two months later; without a leak there is nothing to count."""
    del band
    leaks = diary.happened(Happening.LEAK, last=LAST_MONTH - 2)
    if not leaks or diary.last < leaks[0][0] + 2:
        return None
    return float(len(diary.happened(Happening.SUIT, leaks[0][0], leaks[0][0] + 2)))


@_reads("letters")
def _letters(diary: Diary, band: Band) -> float | None:
    if not _whole(diary, band):
        return None
    return float(len(diary.happened(Happening.LETTER, _first_month(band), band.month)))


@_reads("people moved from the carmaker, cumulative")
def _people(diary: Diary, band: Band) -> float | None:
    if diary.opening > 0 or diary.last < band.month:
        return None
    moved = diary.happened(Happening.PEOPLE_MOVED, last=band.month)
    return sum(
        event.numbers.get("people", 0.0)
        for _, event in moved
        if event.firm == band.entity and _source(event) == Firm.TESLA
    )


def _source(event: Event) -> str | None:
    name = event.sentence.values.get("source") if event.sentence else None
    return name.key if isinstance(name, Name) else None


@_reads("annualised volatility of monthly log returns, %")
def _volatility(diary: Diary, band: Band) -> float | None:
    if not _whole(diary, band):
        return None
    closes = [
        month.measures[band.entity, "share_price_usd"]
        for month in diary.between(_first_month(band), band.month)
    ]
    returns = [log(later / earlier) for earlier, later in pairwise(closes)]
    return 100.0 * stdev(returns) * sqrt(12)


def _whole(diary: Diary, band: Band) -> bool:
    """Return whether a game was played from the first to the last month of a band's date."""
    return diary.opening <= _first_month(band) and band.month <= diary.last


def _first_month(band: Band) -> int:
    return month_of(band.date.partition("..")[0])


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor
