"""A service that is loved and has no chips to serve with turns people away, and some never come back."""

import pytest

from race.core.commands import SplitCompute
from race.core.ids import Firm
from race.session.session import Session
from tests.builders import changed, scenario

TRAIN = SplitCompute(training=900_000, research=50_000, serving=0, safety=50_000)
SERVE = SplitCompute(training=400_000, research=50_000, serving=500_000, safety=50_000)


def played(switch: int) -> Session:
    game = Session(changed(switches={"serving": switch}) if not switch else scenario(), seed=7)
    game.submit(TRAIN)
    for _ in range(3):
        game.end_month()
    return game


def test_who_trains_on_everything_loses_all_users_until_there_is_compute_again() -> None:
    game = played(1)
    gone, turned = game.view().own.users_k, game.view().own.turned_k
    game.submit(SERVE)

    game.end_month()

    assert gone == 0 < turned
    assert game.view().own.users_k > 0
    back = [
        r for b in game.balances() for r in b.receipts if r.firm is Firm.XAI and "Turned" in r.cause.msgid
    ]
    assert sum(r.amount for r in back) > 0


def test_where_serving_needs_no_compute_nobody_is_turned_away() -> None:
    game = played(0)

    assert game.view().own.users_k > 0
    assert game.view().own.turned_k == 0


@pytest.mark.parametrize("switch", [0, 1])
def test_those_turned_away_bring_nobody(switch: int) -> None:
    game = played(switch)

    everybody = sum(lab.users_k + lab.turned_k for lab in game.position().labs.values())
    assert everybody <= game.position().market.consumers_k
