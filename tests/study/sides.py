"""Sides of a report whose games ended as a test says."""

from race.study.balance.games import Outcome
from race.study.balance.plan import Arm
from race.study.balance.tally import Side


def outcomes(*endings: str, founder: str = "steward", part: str = "field") -> Side:
    """Return a side whose games, from seed 1 on, ended like this."""
    arm = Arm(arm=0, part=part, scenario="history", difficulty="standard", founder=founder, runs=1)
    return Side(
        arm=arm,
        games=tuple(
            Outcome(
                seed=seed,
                ending=ending,
                score=500,
                trust=0.5,
                gap=0.0,
                months=36,
                frontier_months_by_18=0,
                diverted=0,
                kept=0,
                missed=0,
                refusals=0,
                fingerprint="",
            )
            for seed, ending in enumerate(endings, 1)
        ),
    )
