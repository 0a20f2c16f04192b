"""Simulated months as fans, and the measured points that stand beside them."""

from collections.abc import Sequence
from typing import Final

import msgspec

from race.core.ids import LABS
from race.files import facts
from race.study.hindcast.bands import LAST_MONTH
from race.study.hindcast.games import Observed
from race.study.hindcast.table import SPREAD, quantile


class Fan(msgspec.Struct, frozen=True, kw_only=True):
    """Median and 10-90 % range of one metric, month by month."""

    entity: str
    metric: str
    low: tuple[float, ...]
    median: tuple[float, ...]
    high: tuple[float, ...]
    opening: int = 0
    """Month of the first figure."""


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One measured figure: when (in months after December 2023), how much, how sure."""

    entity: str
    metric: str
    month: float
    value: float
    low: float | None = None
    high: float | None = None
    partial: bool = False
    """Whether it is only a part of what is simulated (one site of several)."""


_LABS: Final = {
    "OpenAI": "openai",
    "ChatGPT": "openai",
    "Google DeepMind": "google_deepmind",
    "Gemini": "google_deepmind",
    "Google": "google_deepmind",
    "Meta": "meta",
    "Anthropic": "anthropic",
    "xAI": "xai",
    "Grok": "xai",
    "DeepSeek": "deepseek",
    "Mistral": "mistral",
}
_SERIES: Final = {
    "frontier_compute": ("compute_h100e", 1.0),
    "colossus_operational": ("compute_h100e", 1.0),
    "chatgpt_weekly_users": ("users_m", 1.0),
    "genai_web_traffic_share": ("share", 0.01),
    "annualised_revenue": ("revenue_usd_m_per_month", 1000 / 12),
    "merger_with_X_xai_value": ("valuation_usd_bn", 1.0),
}
"""Measured series: the metric beside which it stands, and what turns its unit into the metric's."""


def fans(games: Sequence[Observed]) -> list[Fan]:
    """Return the fans of all kept metrics, over the games that reached each month."""
    keys = sorted({key for game in games for key in game.series})
    return [_fan(key, games) for key in keys]


def _fan(key: tuple[str, str], games: Sequence[Observed]) -> Fan:
    drawn = [game for game in games if key in game.series]
    lines = [game.series[key] for game in drawn]
    opening = drawn[0].opening  # they are of one scenario
    low: list[float] = []
    middle: list[float] = []
    high: list[float] = []
    for place in range(max(len(line) for line in lines)):
        figures = sorted(line[place] for line in lines if place < len(line))
        for part, into in zip(SPREAD, (low, middle, high), strict=True):
            into.append(quantile(figures, part) or 0.0)
    return Fan(
        entity=key[0],
        metric=key[1],
        low=tuple(low),
        median=tuple(middle),
        high=tuple(high),
        opening=opening,
    )


def points() -> list[Point]:
    """Return every measured figure that has a simulated one beside it."""
    return [*_opening(), *_dated(), *_rounds(), *_scores(), *_waits()]


def month_at(date: str) -> float:
    """Return a day as months after the end of December 2023.

    >>> month_at("2023-12-31"), round(month_at("2024-08-29"), 2), month_at("2024-06-30")
    (0.0, 7.97, 6.0)
    """
    year, month, day = (int(part) for part in date.split("-"))
    return (year - 2023) * 12 + month - 12 - max(0, 30 - day) / 30


def _opening() -> list[Point]:
    rows = facts("start_state_dec2023.csv")
    return [
        Point(
            entity=_LABS[row["lab"]],
            metric="compute_h100e",
            month=0.0,
            value=float(row["h100e_mid"]),
            low=float(row["h100e_low"]),
            high=float(row["h100e_high"]),
        )
        for row in rows
        if row["lab"] in _LABS and row["lab"] != "OpenAI"  # measured directly, below
    ]


def _dated() -> list[Point]:
    found = []
    for row in facts("timeseries_calib.csv"):
        if row["metric"] not in _SERIES or row["entity"] not in _LABS or row["date"] < "2023-11":
            continue
        metric, factor = _SERIES[row["metric"]]
        found.append(
            Point(
                entity=_LABS[row["entity"]],
                metric=metric,
                month=month_at(row["date"]),
                value=float(row["value"]) * factor,
                low=float(row["low"]) * factor if row["low"] else None,
                high=float(row["high"]) * factor if row["high"] else None,
                partial=row["metric"] == "colossus_operational",
            )
        )
    return found


def _rounds() -> list[Point]:
    """Return valuations after rounds of equity; that figure stands in the bounds of the row."""
    return [
        Point(
            entity=_LABS[row["entity"]],
            metric="valuation_usd_bn",
            month=month_at(row["date"]),
            value=float(row["high"]),
        )
        for row in facts("timeseries_calib.csv")
        if row["metric"] == "equity_raised" and row["high"] and row["date"] >= "2023-12"
    ]


def _scores() -> list[Point]:
    found = []
    for row in facts("arena_best_by_lab_monthly_calib.csv"):
        month = month_at(row["month_end"])
        scores = {_LABS[name]: row[f"{name}_elo"] for name in _LABS if row.get(f"{name}_elo")}
        found += [
            Point(entity=entity, metric="elo_published", month=month, value=float(score))
            for entity, score in scores.items()
        ]
        found.append(
            Point(entity="market", metric="frontier_elo", month=month, value=float(row["frontier_elo"]))
        )
    return found


def _waits() -> list[Point]:
    measured = [
        Point(
            entity="market",
            metric="lead_time_weeks",
            month=month_at(row["date"]),
            value=float(row["value"]),
            low=float(row["low"]),
            high=float(row["high"]),
        )
        for row in facts("timeseries_calib.csv")
        if row["metric"] == "h100_server_lead_time" and row["date"] >= "2023-12"
    ]
    monthly = [
        Point(
            entity="market",
            metric="lead_time_weeks",
            month=month_at(row["month"] + "-30"),
            value=float(row["lead_time_weeks"]),
        )
        for row in facts("supplier_monthly.csv")
        if row["lead_time_weeks"] and month_at(row["month"] + "-30") <= LAST_MONTH
    ]
    return measured + monthly


def labs_in_order() -> tuple[str, ...]:
    """Return the labs in the order of the league's table."""
    return tuple(lab.value for lab in LABS)
