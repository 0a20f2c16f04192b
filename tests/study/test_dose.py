"""The curve of what diverting is worth finds a hump where there is one, and none where there is none."""

import pytest

from race.core.chance import Chance
from race.study.balance.worth.dose import fitted

SHARES = [percent / 100 for percent in range(0, 101, 10)]


def games(rates: list[float], seeds: int) -> list[list[float]]:
    """Return wins, shape (rates, seeds): a seed is won where its luck lies under the rate."""
    luck = [Chance(7).stream(seed, "a test").uniform() for seed in range(seeds)]
    return [[float(number < rate) for number in luck] for rate in rates]


def test_a_hump_is_found_where_it_is_although_a_neighbour_had_more_luck() -> None:
    rates = [0.15 + 0.5 * share * (0.8 - share) for share in SHARES]
    rates[7] += 0.04

    found = fitted(SHARES, games(rates, 800))

    assert 0.35 < found.peak.value < 0.5
    assert 0.1 < found.peak.low < found.peak.high < 0.6
    assert found.beyond.low > 0.0


@pytest.mark.parametrize("seeds", [1, 3])
def test_seeds_that_are_all_alike_do_not_tell_how_far_the_peak_may_be_off(seeds: int) -> None:
    hump = [[float(0.1 < share < 0.9)] * seeds for share in SHARES]

    found = fitted(SHARES, hump)

    assert 0.4 < found.peak.value < 0.6
    assert not found.peak.known
    assert not found.beyond.known


@pytest.mark.parametrize(("slope", "end"), [(0.2, 1.0), (-0.2, 0.0)])
def test_a_curve_that_only_rises_or_falls_peaks_at_its_end_and_is_worth_nothing(
    slope: float, end: float
) -> None:
    # bent the wrong way, so that no luck of the samples makes a hump of it
    rates = [0.3 + slope * share + 0.3 * (share - 0.5) ** 2 for share in SHARES]

    found = fitted(SHARES, games(rates, 800))

    assert (found.peak.value, found.beyond.value) == (end, 0.0)
