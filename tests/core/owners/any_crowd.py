"""Crowds of any kind, and a month in which everything happens to them, either way it is reckoned."""

from typing import Any

import msgspec
import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from race.core.chance import Chance
from race.core.formulas.owners.compiled import CompiledCrowd, Loops
from race.core.formulas.owners.founding import found_holders
from race.core.formulas.owners.week import Crowd, Market
from race.core.ids import PPM, week_of
from race.core.rulebook import Rulebook
from race.core.rulebook.owners import OwnerRules
from race.core.words import Sentence
from race.core.world import Holders, Story

RULES = st.builds(
    OwnerRules,
    pull=st.floats(0.0, 0.2),
    conviction=st.floats(0.0, 0.2),
    bad_slope=st.floats(0.0, 2.0),
    good_slope=st.floats(0.0, 2.0),
    gossip=st.floats(0.0, 0.5),
    late_reach=st.floats(0.0, 1.0),
    shortfall=st.floats(0.0, 20.0),
    buyer_spread=st.floats(0.0, 0.5),
    price_trust=st.floats(0.0, 2.0),
)
STORIES = st.lists(
    st.tuples(
        st.floats(0.01, 1.0), st.lists(st.integers(-PPM, PPM), min_size=7, max_size=7), st.floats(0.0, 1.0)
    ),
    max_size=6,
)


def a_population(size: int, seed: int) -> Holders:
    """Return a population in which anybody may think, own and have heard anything."""
    holders = found_holders(Rulebook(), size, 2_766_600_000, Chance(seed).stream(0, "founding"))
    luck = Chance(seed).stream(1, "anything")
    holders.trust = luck.many_below(PPM + 1, size).astype(np.int32)
    holders.prior = luck.many_below(PPM + 1, size).astype(np.int32)
    return holders


def told(tales: list[tuple[float, list[int], float]], month: int) -> list[Story]:
    return [
        Story(
            id=n,
            label=Sentence(""),
            week=week_of(month) + n % 5 - 1,
            salience=loud,
            effect=tuple(effect),
            memory=memory,
        )
        for n, (loud, effect, memory) in enumerate(tales)
    ]


def a_month(crowd: Crowd, stories: list[Story]) -> list[Any]:
    """Play a month in which everything happens; return all that it tells and leaves."""
    crowd.follow(stories)
    told = crowd.pass_month(
        Market(
            price=25_000,
            noise=(90_000, -400_000, 20_000, -80_000, 300_000),
            sector=-7_000,
            news=[(1, -60_000), (1, 30_000), (3, 10_000)],
            shares=3_180_000_000,
        )
    )
    holders = crowd.holders
    arrays: tuple[NDArray[Any], ...] = (
        holders.trust,
        holders.prior,
        holders.shares,
        *(holders.heard[story.id] for story in stories),
    )
    return [msgspec.structs.asdict(told), *(array.tolist() for array in arrays)]


def both(owners: OwnerRules, holders: Holders, loops: Loops, stories: list[Story], month: int) -> list[Any]:
    """Play the same month on arrays and with loops."""
    arrays = Crowd(owners, holders.copy(), month, Chance(month))
    looped = CompiledCrowd(owners, holders.copy(), month, Chance(month))
    looped.loops = loops
    return [a_month(crowd, stories) for crowd in (arrays, looped)]
