"""Is the field fair? Seven equal labs with equal policies: each must lead at the end as often.

The founder's seat plays the rivals' policy and the carmaker is left alone, so that nothing tells the
seats apart but the order in which the program goes through them. One chi-square test asks whether
that order shows.
"""

from typing import Final

import msgspec

from race.core.ids import LABS, Firm, Seat, seat_of
from race.core.outcome import true_elo
from race.policy.founders.archetypes import Idle
from race.policy.policy import Policy
from race.policy.rivals import RivalPolicy
from race.scenario.load import Scenario, load_scenario
from race.sim.cast import style_of
from race.sim.race_model import RaceModel
from race.study.extras import need

FIELD: Final = "open-field"
"""The scenario whose seven labs begin alike."""


class Symmetry(msgspec.Struct, frozen=True, kw_only=True):
    """How often each seat led at the end, and the chance of that under fairness."""

    leaders: dict[Firm, int]
    """Games each lab led by true quality at the end."""
    chips: dict[Firm, float]
    """Mean compute at the end, H100e."""
    p: float
    """Of the one chi-square test against equal frequencies."""
    early: int
    """Games that ended before their last month."""


def equal_seats(scenario: Scenario) -> dict[Seat, Policy]:
    """Return one rival policy for all seven labs, and nobody at the carmaker's."""
    shared = RivalPolicy(style_of(scenario.means[Firm.OPENAI]))
    seats: dict[Seat, Policy] = {seat_of(firm): shared for firm in LABS}
    return seats | {Seat.CARMAKER: Idle()}


def symmetry(seeds: range) -> Symmetry:
    """Play the open field on these seeds and test who led at the end."""
    scenario = load_scenario(FIELD)
    seats = equal_seats(scenario)
    leaders: dict[Firm, int] = dict.fromkeys(LABS, 0)
    chips: dict[Firm, float] = dict.fromkeys(LABS, 0.0)
    early = 0
    for seed in seeds:
        game = RaceModel(scenario, seats[Seat.FOUNDER], seed, policies=seats, collect=False)
        while game.world.ending is None:
            game.step()
        labs = game.world.labs
        leaders[max(LABS, key=lambda firm: true_elo(labs[firm]))] += 1
        for firm in LABS:
            chips[firm] += labs[firm].depot.running() / len(seeds)
        early += game.world.month < game.world.setting.months
        game.close()
    return Symmetry(
        leaders=leaders,
        chips=chips,
        p=float(need("scipy.stats").chisquare(list(leaders.values())).pvalue),
        early=early,
    )
