"""The figures of a report as CSV: the measures, the arms, the mechanics, the curve, and every game."""

from math import isfinite
from pathlib import Path

import msgspec

from race.study.balance.measures import Measure, measures
from race.study.balance.tally import Tally, points
from race.study.balance.worth.dose import quota_sides
from race.study.balance.worth.lifts import lifts
from race.study.compare import Interval
from race.study.measures.choices import Choice
from race.study.measures.exploit import Exploit
from race.study.tables import CsvRows, write_csv


def write_tables(folder: Path, tally: Tally) -> None:
    """Write every table of a report into its folder, each whole or not at all."""
    tables = {
        "measures.csv": measure_rows(measures(tally)),
        "arms.csv": arm_rows(tally),
        "mechanics.csv": lift_rows(tally),
        "quotas.csv": quota_rows(tally),
        "games.csv": game_rows(tally),
    }
    if tally.choices:
        tables["choices.csv"] = choice_rows(tally.choices)
    if tally.exploit is not None:
        tables["exploit.csv"] = exploit_rows(tally.exploit)
    for name, rows in tables.items():
        write_csv(folder / name, rows)


def measure_rows(lines: tuple[Measure, ...]) -> CsvRows:
    """Return the measures with their heading."""
    rows: CsvRows = [["measure", "target", "unit", "value", "low", "high", "games", "verdict", "who"]]
    return rows + [
        [line.name, line.target, line.unit, *_span(line.found), line.found.games, line.verdict, line.who]
        for line in lines
    ]


def arm_rows(tally: Tally) -> CsvRows:
    """Return every arm of the plan in a few figures, with the heading."""
    rows: CsvRows = [
        [
            *("part", "scenario", "difficulty", "founder", "without", "games"),
            *("rate", "rate_low", "rate_high", "score", "score_low", "score_high"),
            *("trust", "trust_low", "trust_high", "endings"),
        ]
    ]
    for side in tally.sides:
        if side.games:
            arm = side.arm
            endings = " ".join(f"{ending}:{share:.4f}" for ending, share in side.endings().items())
            figures = (side.rate(), side.mean(points), side.mean(lambda game: game.trust))
            rows.append(
                [
                    *(arm.part, arm.scenario, arm.difficulty, arm.founder, arm.without, len(side.games)),
                    *(number for figure in figures for number in _span(figure)),
                    endings,
                ]
            )
    return rows


def lift_rows(tally: Tally) -> CsvRows:
    """Return what each mechanic is worth, with the heading."""
    rows: CsvRows = [
        [
            *("mechanic", "rate", "rate_low", "rate_high", "best_with", "best_without"),
            *("most_moved", "score", "score_low", "score_high", "pairs", "felt"),
            *("most_won", "own_rate", "own_rate_low", "own_rate_high"),
        ]
    ]
    return rows + [
        [
            *(lift.switch, *_span(lift.best), lift.before, lift.after),
            *(lift.user, *_span(lift.score), lift.score.games, int(lift.felt)),
            *(lift.winner, *_span(lift.rate)),
        ]
        for lift in lifts(tally)
    ]


def quota_rows(tally: Tally) -> CsvRows:
    """Return the curve of what diverting is worth, with the heading."""
    rows: CsvRows = [["percent", "rate", "low", "high", "score", "score_low", "score_high", "diverted_h100e"]]
    return rows + [
        [
            *(percent, *_span(side.rate()), *_span(side.mean(points))),
            round(side.mean(lambda game: float(game.diverted)).value),
        ]
        for percent, side in quota_sides(tally).items()
    ]


def game_rows(tally: Tally) -> CsvRows:
    """Return every game in one line, with the heading."""
    fields = (
        *("seed", "ending", "score", "trust", "gap", "months", "frontier_months_by_18"),
        *("diverted", "kept", "missed", "refusals", "fingerprint"),
    )
    rows: CsvRows = [["part", "scenario", "difficulty", "founder", "without", *fields]]
    return rows + [
        [
            *(side.arm.part, side.arm.scenario, side.arm.difficulty, side.arm.founder, side.arm.without),
            *(_plain(getattr(game, field)) for field in fields),
        ]
        for side in tally.sides
        for game in side.games
    ]


def choice_rows(choices: tuple[Choice, ...]) -> CsvRows:
    """Return every month in which orders were weighed, with the heading; gains in points of score."""
    rows: CsvRows = [
        [
            *("founder", "seed", "month", "orders", "best"),
            *("gain", "gain_low", "gain_high", "futures", "over_worst", "over_next"),
        ]
    ]
    return rows + [
        [
            *(one.founder, one.seed, one.month, " ".join(one.orders[1:]), one.best),
            *(*_span(one.gain), one.gain.games, _plain(one.span), _plain(one.lead)),
        ]
        for one in choices
    ]


def exploit_rows(found: Exploit) -> CsvRows:
    """Return what the search found and how it fares, then the habit field by field."""
    figures = {"found": found.found, found.best_made: found.made, "more": found.more}
    rows: CsvRows = [["figure", "value", "low", "high", "games"]]
    rows += [[name, *_span(figure), figure.games] for name, figure in figures.items()]
    return rows + [[name, value] for name, value in msgspec.to_builtins(found.habit).items()]


def _plain(value: object) -> object:
    return f"{value:.6g}" if isinstance(value, float) else value


def _span(found: Interval) -> tuple[str, str, str]:
    low, high = (f"{end:.6g}" if isfinite(end) else "" for end in (found.low, found.high))
    return f"{found.value:.6g}", low, high
