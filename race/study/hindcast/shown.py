"""Inputs, identities and parameters of the calibration: shown beside their facts and never counted.

Some are figures of a game (the opening swap, lead times), others stand in the rulebook or follow from it.
"""

from collections.abc import Callable
from math import log10
from typing import Final

import msgspec

from race.core.events import Happening
from race.core.ids import KINDS, Kind
from race.core.rulebook import Rulebook
from race.core.rulebook.owners import HolderKind
from race.core.words import N_
from race.scenario.load import Scenario
from race.study.hindcast.bands import Fact, facts
from race.study.hindcast.diary import Diary


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One figure that is an input of the world, beside what was measured."""

    row: str
    what: str
    """English msgid: which figure of the world answers the fact."""
    unit: str
    values: tuple[float | None, ...]
    """The world's, None for one that it lacks; empty when it has none."""
    fact: Fact


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Say where the world's answer to a fact comes from."""

    what: str
    unit: str = ""
    of_games: tuple[str, ...] = ()
    """Names in `GAMES`, of each of which the median is shown."""
    of_rules: Callable[[Rulebook], tuple[float, ...]] | None = None
    of_scenario: Callable[[Scenario], tuple[float, ...]] | None = None


def _act(diary: Diary, field: str) -> float | None:
    return float(getattr(diary.acts[0], field)) if diary.acts else None


def _million(value: float | None) -> float | None:
    return None if value is None else value / 1e6


def _kind(rules: Rulebook, kind: Kind) -> HolderKind:
    return rules.owners.kinds[KINDS.index(kind)]


GAMES: Final[dict[str, Callable[[Diary], float | None]]] = {
    "opening swap": lambda diary: _act(diary, "quantity"),
    "value of the swap": lambda diary: _million(_act(diary, "value_usd")),
    "lead time, December 2023": lambda diary: diary.at("market", "lead_time_weeks", 0),
    "lead time, April 2024": lambda diary: diary.at("market", "lead_time_weeks", 4),
    "lead time, December 2024": lambda diary: diary.at("market", "lead_time_weeks", 12),
    "rent, December 2023": lambda diary: diary.at("market", "rental_usd_per_hour", 0),
    "rent, October 2024": lambda diary: diary.at("market", "rental_usd_per_hour", 10),
    "rent, June 2025": lambda diary: diary.at("market", "rental_usd_per_hour", 18),
    "small owners": lambda diary: diary.small_owners,
    "leak month": lambda diary: next((float(month) for month, _ in diary.happened(Happening.LEAK)), None),
}
"""Figures of one game that answer a fact."""


def shown_values(diary: Diary) -> dict[str, float]:
    """Return the figures of one game that are shown and not counted."""
    return {name: value for name, read in GAMES.items() if (value := read(diary)) is not None}


ANSWERS: Final[dict[str, Answer]] = {
    "C01": Answer(
        what=N_("the first deed of the game: chips swapped"), unit="H100e", of_games=("opening swap",)
    ),
    "C02": Answer(what=N_("what they were worth"), unit="USD M", of_games=("value of the swap",)),
    "C09": Answer(what=N_("shares of fans and other private holders"), unit="%", of_games=("small owners",)),
    "C10": Answer(
        what=N_("turnout of private holders, pension funds"),
        unit="%",
        of_rules=lambda rules: tuple(
            100 * _kind(rules, kind).turnout for kind in (Kind.RETAIL, Kind.PENSION)
        ),
    ),
    "C11": Answer(
        what=N_("what an adviser's no costs with active funds: trust that would make up for it"),
        unit="points",
        of_rules=lambda rules: (100 * _kind(rules, Kind.ACTIVE).adviser,),
    ),
    "C14": Answer(
        what=N_("the chipmaker's supply of Q4 2023 (three times December), Q4 2024, Q2 2025"),
        unit="H100e",
        of_scenario=lambda scenario: tuple(
            float(sum(scenario.setting.chipmaker_supply[at] for at in quarter))
            for quarter in ((0, 0, 0), (10, 11, 12), (16, 17, 18))
        ),
    ),
    "C15": Answer(
        what=N_("lead time at the end of December 2023, April 2024, December 2024"),
        unit="weeks",
        of_games=("lead time, December 2023", "lead time, April 2024", "lead time, December 2024"),
    ),
    "C16": Answer(
        what=N_("price of a chip with its server, December 2023, 2024, June 2025"),
        unit="USD k",
        of_scenario=lambda scenario: tuple(
            scenario.setting.chip_price_usd[at] * scenario.rules.chips.server_factor / 1000
            for at in (0, 12, 18)
        ),
    ),
    "C17": Answer(
        what=N_("cloud rent in December 2023, October 2024, June 2025"),
        unit="USD/h",
        of_games=("rent, December 2023", "rent, October 2024", "rent, June 2025"),
    ),
    "C19": Answer(
        what=N_("power of an H100, of a B200, all in"),
        unit="kW/H100e",
        of_rules=lambda rules: (rules.chips.kw_h100, rules.chips.kw_b200),
    ),
    "C20": Answer(
        what=N_("place of an H100: power x cost of a building"),
        unit="USD k",
        of_rules=lambda rules: (rules.chips.kw_h100 * rules.chips.shell_usd_per_kw / 1000,),
    ),
    "C21": Answer(
        what=N_("ordinary building time"),
        unit="months",
        of_rules=lambda rules: (float(rules.chips.ordinary_months),),
    ),
    "C22": Answer(
        what=N_("from delivery to running, when power is there"),
        unit="quarters",
        of_rules=lambda rules: (rules.chips.install_months / 3,),
    ),
    "C30": Answer(
        what=N_("time in which the industry's method saves half the compute for the same score"),
        unit="months",
        of_rules=lambda rules: (12 * log10(2) * rules.race.elo_decade / rules.race.elo_year,),
    ),
    "C31": Answer(
        what=N_("part of the peak that a run achieves"),
        unit="",
        of_rules=lambda rules: (rules.race.utilisation,),
    ),
    "C34": Answer(
        what=N_("score of 1e25 FLOP, for ten times the compute, for a year"),
        unit="Elo",
        of_rules=lambda rules: (rules.race.elo_base, rules.race.elo_decade, rules.race.elo_year),
    ),
    "C41": Answer(
        what=N_("researchers an ordinary lab keeps for two years"),
        unit="%",
        of_rules=lambda rules: (100 * (1 - rules.race.quit_rate) ** 24,),
    ),
}


def shown(scenario: Scenario, medians: dict[str, float]) -> tuple[Shown, ...]:
    """Return the inputs beside their facts; `medians` are those of `GAMES` over the games."""
    known = facts()
    return tuple(
        Shown(
            row=row,
            what=answer.what,
            unit=answer.unit,
            values=_values(answer, scenario, medians),
            fact=known[row],
        )
        for row, answer in sorted(ANSWERS.items())
    )


def _values(answer: Answer, scenario: Scenario, medians: dict[str, float]) -> tuple[float | None, ...]:
    if answer.of_rules is not None:
        return answer.of_rules(scenario.rules)
    if answer.of_scenario is not None:
        return answer.of_scenario(scenario)
    found = tuple(medians.get(name) for name in answer.of_games)
    return found if any(value is not None for value in found) else ()
