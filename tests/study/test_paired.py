from collections.abc import Sequence

import pytest

from race.core.words import PlainError
from race.study.compare import mean
from race.study.plan import Spec, Stop
from race.study.statistics.evidence import anytime_p
from race.study.statistics.figures import Figure, figure_of
from race.study.statistics.paired import difference, holm, p_of, span_of
from race.study.statistics.stopping import look


def cell(number: int, scores: Sequence[float]) -> list[dict[str, object]]:
    return [{"cell": number, "seed": seed, "score": score} for seed, score in enumerate(scores)]


def test_common_luck_cancels_between_sides() -> None:
    luck = [10.0, -300.0, 55.0, 720.0]

    found = difference(Figure("score"), cell(0, luck), cell(1, [14.0, -294.0, 60.0, 725.0]))

    assert found.difference.value == 5.0
    assert found.difference.high - found.difference.low < 4
    assert found.base.high - found.base.low > 500
    assert found.told_apart


@pytest.mark.parametrize("pairs", [1, 2, 5, 6])
def test_pairs_that_all_differ_alike_are_as_sure_as_so_many_coins(pairs: int) -> None:
    fell, stayed = ([{"seed": seed, "ending": name} for seed in range(pairs)] for name in ("removed", "idle"))

    found = difference(figure_of("ending.removed"), stayed, fell)

    assert found.p == pytest.approx(min(1.0, 2 * 0.5**pairs))
    assert found.told_apart == (pairs > 5)


def test_pairs_without_spread_have_no_interval_and_no_star() -> None:
    luck = [10.0, -300.0, 55.0, 720.0]

    found = difference(Figure("score"), cell(0, luck), cell(1, [value + 5.0 for value in luck]))

    assert found.difference.value == 5.0
    assert not found.difference.known
    assert found.p == pytest.approx(0.125)
    assert not found.told_apart


def test_a_share_is_tested_on_the_pairs_that_differ() -> None:
    steps = [1.0] * 8 + [-1.0] * 2 + [0.0] * 90

    assert p_of(steps, share=True) == pytest.approx(112 / 1024)
    assert p_of([0.0] * 40, share=True) == 1.0


def test_a_share_that_never_differed_may_still_differ() -> None:
    never = span_of(Figure("ending.triumph", share=True), [0.0] * 30)

    assert never.value == 0.0
    assert -0.1 < never.low < 0.0 < never.high < 0.1


def test_evidence_grows_with_a_difference_and_not_without() -> None:
    better, even = [1.0, 0.0, 1.0, 1.0, -1.0] * 20, [1.0, -1.0, 0.0, -1.0, 1.0] * 20

    assert anytime_p(better, share=True) < 0.001
    assert anytime_p(even, share=True) > 0.5
    assert anytime_p([100 * step for step in better], share=False) < 0.001
    assert anytime_p([100 * step for step in even], share=False) > 0.5


def test_evidence_once_seen_is_not_lost_by_further_games() -> None:
    lucky = [1.0] * 12

    assert anytime_p([*lucky, *[-1.0] * 12], share=True) == anytime_p(lucky, share=True)


def test_the_smallest_of_many_p_values_counts_for_less() -> None:
    assert holm([0.02, 0.5, 0.6])[0] == pytest.approx(0.06)
    assert holm([6.8e-14, 0.5])[0] == pytest.approx(1.36e-13, rel=1e-9, abs=0)
    assert holm([]) == []


def test_a_look_asks_for_the_widest_interval() -> None:
    spec = Spec(
        scenarios=("history",),
        founders=("steward", "idle"),
        runs=100,
        seed=0,
        stop=Stop(figure="score", half_width=1.0),
    )
    narrow, wide = [1.0, 1.1] * 20, [0.0, 100.0] * 20

    seen = look(spec, [*cell(0, narrow), *cell(1, wide)], 40)

    assert not seen.enough
    assert seen.half_width == pytest.approx((mean(wide).high - mean(wide).low) / 2)


def test_games_that_are_all_alike_are_never_enough() -> None:
    stop = Stop(figure="score", half_width=1.0)
    spec = Spec(scenarios=("history",), founders=("idle",), runs=100, seed=0, stop=stop)

    seen = look(spec, cell(0, [500.0] * 40), 40)

    assert not seen.enough


def test_an_unknown_figure_is_answered_with_the_nearest() -> None:
    with pytest.raises(PlainError, match="did you mean"):
        figure_of("scroe")

    assert figure_of("ending.also_ran").share
    assert figure_of("removed").share
