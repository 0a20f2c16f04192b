"""The founding of the owners: sizes, shares, neighbours, and the mean they start from."""

import numpy as np
import pytest

from race.core.chance import Chance
from race.core.formulas.owners.founding import found_holders
from race.core.formulas.owners.holders import angry_ppm, trust_mean, trust_weighted
from race.core.ids import KINDS, Kind
from race.core.rulebook import Rulebook
from race.core.world import Holders

FLOAT = 2_766_600_000
"""Shares that are not the founder's."""


def a_population(size: int = 2_000, seed: int = 1) -> Holders:
    return found_holders(Rulebook(), size, FLOAT, Chance(seed).stream(0, "founding"))


@pytest.mark.parametrize("size", [500, 2_000, 20_001])
def test_shares_sum_to_the_float_whatever_the_size(size: int) -> None:
    holders = a_population(size)

    assert len(holders.trust) == size
    assert int(holders.shares.sum()) == FLOAT
    assert (holders.shares[holders.kind == KINDS.index(Kind.SHORT)] < 0).all()
    assert (holders.shares[holders.kind != KINDS.index(Kind.SHORT)] > 0).all()


def test_seats_are_ordered_by_kind_and_nobody_is_its_own_neighbour() -> None:
    holders = a_population()

    assert (np.diff(holders.kind) >= 0).all()
    assert holders.neighbours.shape == (8, 2_000)
    assert (holders.neighbours != np.arange(2_000)).all()


def test_most_neighbours_are_of_ones_own_kind() -> None:
    holders = a_population()
    fans = holders.kind == KINDS.index(Kind.FANS)

    own = (holders.kind[holders.neighbours][:, fans] == KINDS.index(Kind.FANS)).mean()

    assert 0.72 < own < 0.86  # seven of ten by choice, and some of the rest by chance


def test_trust_starts_at_rest_near_what_was_fitted() -> None:
    populations = [a_population(seed=seed) for seed in range(5)]

    for holders in populations:
        assert 600_000 < trust_weighted(holders) < 665_000
        assert 600_000 < trust_mean(holders) < 700_000
        assert angry_ppm(holders, Rulebook()) < 60_000


def test_one_seed_founds_one_population() -> None:
    one, two, other = a_population(seed=3), a_population(seed=3), a_population(seed=4)

    assert np.array_equal(one.trust, two.trust)
    assert not np.array_equal(one.trust, other.trust)
