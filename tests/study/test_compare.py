from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from race.study.compare import mean, rate, read_games, summary
from race.study.statistics.figures import Figure
from race.study.statistics.paired import steps_between


def cells(**columns: Sequence[object]) -> tuple[list[dict[str, Any]], ...]:
    """Return the games of the first two cells of a table, as rows."""
    rows = pa.table(columns).to_pylist()
    return tuple([row for row in rows if row["cell"] == cell] for cell in (0, 1))


def test_common_luck_cancels_in_a_paired_difference() -> None:
    luck = [10.0, -300.0, 55.0, 720.0]
    first, second = cells(
        cell=[0] * 4 + [1] * 4,
        seed=[1, 2, 3, 4, 4, 3, 2, 1],
        score=[*luck, *(value - step for value, step in zip(reversed(luck), (4, 6, 5, 5), strict=True))],
    )

    difference = mean(steps_between(Figure("score"), second, first))

    assert (difference.value, difference.games) == (5.0, 4)
    assert 3.0 < difference.low < 5.0 < difference.high < 7.0
    assert difference.excludes_zero


@pytest.mark.parametrize("values", [[], [735.0], [735.0] * 3, [0.3, 0.1 + 0.2]], ids=str)
def test_values_without_spread_do_not_tell_how_far_a_mean_is_off(values: list[float]) -> None:
    found = mean(values)

    assert not found.known
    assert not found.excludes_zero


def test_a_seed_only_one_side_has_played_is_left_out() -> None:
    first, second = cells(cell=[0, 0, 1, 1], seed=[1, 2, 2, 3], elo=[9.0, 4.0, 3.0, None])

    assert mean(steps_between(Figure("elo"), second, first)).games == 1


def test_a_rate_of_none_in_twenty_may_still_be_one_in_seven() -> None:
    never = rate(0, 20)

    assert never.low == pytest.approx(0.0, abs=1e-12)
    assert 0.14 < never.high < 0.17


def test_an_interval_of_a_mean_narrows_with_games() -> None:
    few, many = mean([1.0, 3.0] * 3), mean([1.0, 3.0] * 50)

    assert few.value == many.value == 2.0
    assert many.high - many.low < few.high - few.low


def test_the_summary_has_a_row_for_every_cell(results: Path) -> None:
    steward, diverter = summary(results)

    assert (steward.founder, diverter.founder) == ("steward", "diverter")
    assert sum(share.value for share in diverter.endings.values()) == pytest.approx(1.0)
    assert read_games(results).num_rows == steward.score.games + diverter.score.games


def test_a_folder_without_games_has_an_empty_summary(tmp_path: Path) -> None:
    assert summary(tmp_path) == []
