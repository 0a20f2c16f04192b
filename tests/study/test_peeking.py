import pytest

from race.study.statistics.rehearsal import KINDS, Kind, rehearse

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_looking_after_every_game_raises_no_more_false_alarms_than_promised(kind: Kind) -> None:
    found = rehearse(kind, studies=500)

    assert found.alarms <= 0.05
    assert found.peeked > 0.1  # what a p-value at every look would have done


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_interval_at_the_precision_stop_holds_the_truth_as_often_as_it_says(kind: Kind) -> None:
    found = rehearse(kind, studies=500, seed=1)

    assert 0.92 <= found.covered <= 0.98  # 2,000 studies come nearer; 500 scatter by 2 points
    assert 80 < found.games < 400
