"""What sets two scores apart: time and compute by the law of quality, and what both leave over."""

from math import log10

import pytest
from msgspec.structs import replace

from race.core.ids import RIVALS, Firm
from race.core.view import FounderView
from race.session.heard.apart import apart
from race.session.session import Session

MONTHS = 9


def seen(own: tuple[float, int], other: tuple[float, int], times: float = 1.0) -> FounderView:
    """Return a view of two scores, each with its month, and of a fleet of Meta's so many times one's own."""
    view = Session("history", seed=5).view()
    scores = {Firm.XAI: own, Firm.META: other}
    league = [
        replace(line, elo_published=scores[line.firm][0], released=scores[line.firm][1])
        for line in view.board.league
        if line.firm in scores
    ]
    fleets = view.board.fleets | {Firm.META: round(times * view.own.depot.running())}
    return replace(view, board=replace(view.board, league=league, fleets=fleets))


def test_a_release_of_a_year_later_and_ten_times_the_compute_count_as_the_law_says() -> None:
    view = seen((1200.0, 2), (1300.0, 14), times=10.0)
    rules = view.board.rules.race

    found = apart(view, Firm.META)

    assert found is not None
    assert (found.gap, found.newer) == (100.0, 12)
    assert found.time == pytest.approx(rules.elo_year)
    assert found.compute == pytest.approx(rules.elo_decade)
    assert found.time + found.compute + found.rest == pytest.approx(found.gap)


def test_what_is_older_and_smaller_counts_against_it() -> None:
    found = apart(seen((1200.0, 5), (1200.0, 3), times=0.5), Firm.META)

    assert found is not None
    assert found.newer == -2
    assert found.time < 0.0
    assert found.compute == pytest.approx(
        seen((0.0, 0), (0.0, 0)).board.rules.race.elo_decade * log10(0.5), rel=1e-3
    )
    assert found.rest == pytest.approx(-found.time - found.compute)


def test_on_the_flat_part_of_the_scale_the_same_time_counts_for_less() -> None:
    low, high = (apart(seen((score, 2), (score, 14)), Firm.META) for score in (1300.0, 1650.0))

    assert low is not None
    assert high is not None
    assert 0.0 < high.time < 0.7 * low.time


def test_nothing_sets_apart_who_has_not_released_or_whose_fleet_nobody_knows() -> None:
    view = seen((1200.0, 2), (1300.0, 14))
    alone = replace(view.board, league=[line for line in view.board.league if line.firm is Firm.XAI])
    unknown = replace(view.board, fleets={})

    assert apart(replace(view, board=alone), Firm.META) is None
    assert apart(replace(view, board=unknown), Firm.META) is None


def test_in_a_game_the_parts_of_every_gap_sum_to_it() -> None:
    session = Session("history", seed=5)
    for _month in range(MONTHS):
        session.end_month()
    view = session.view()
    scores = {line.firm: line.elo_published for line in view.board.league}

    for firm in RIVALS:
        found = apart(view, firm)
        assert found is not None
        assert found.gap == scores[firm] - scores[Firm.XAI]
        assert found.time + found.compute + found.rest == pytest.approx(found.gap)
