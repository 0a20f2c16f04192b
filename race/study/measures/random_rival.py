"""Does it take skill to be a rival? A lab whose seat is left to dice must end lower."""

from typing import Final

import msgspec

from race.core.ids import RIVALS, Firm, Seat, seat_of
from race.core.outcome import true_elo
from race.policy.founders.random_founder import RandomFounder
from race.policy.policy import Policy
from race.scenario.load import Scenario
from race.sim.race_model import RaceModel
from race.study.compare import Interval, mean

FOUNDER: Final = "idle"
"""The founder of these games: one who does not stand in anybody's way."""


class Fall(msgspec.Struct, frozen=True, kw_only=True):
    """A lab's mean place at the end, 1 first, with its policy and with dice."""

    firm: Firm
    usual: Interval
    at_random: Interval
    lower: Interval
    """Places lost to the dice, on common seeds."""


def falls(scenario: Scenario, seeds: range, firms: tuple[Firm, ...] = RIVALS) -> list[Fall]:
    """Play every seed as usual and once more for each rival with dice at its seat."""
    usual = [_places(scenario, seed, {}) for seed in seeds]
    told = []
    for firm in firms:
        dice = [_places(scenario, seed, {seat_of(firm): RandomFounder()})[firm] for seed in seeds]
        own = [places[firm] for places in usual]
        told.append(
            Fall(
                firm=firm,
                usual=mean(own),
                at_random=mean(dice),
                lower=mean([after - before for after, before in zip(dice, own, strict=True)]),
            )
        )
    return told


def _places(scenario: Scenario, seed: int, policies: dict[Seat, Policy]) -> dict[Firm, float]:
    """Play one game and return every lab's place by true quality at the end."""
    game = RaceModel(scenario, FOUNDER, seed, policies=policies, collect=False)
    while game.world.ending is None:
        game.step()
    elo = {firm: true_elo(lab) for firm, lab in game.world.labs.items()}
    game.close()
    return {firm: 1.0 + sum(other > own for other in elo.values()) for firm, own in elo.items()}
