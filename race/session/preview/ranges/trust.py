"""How far news moves the owners' trust: whom it reaches while it is told, and what luck leaves open.

The figures are what the receipts of the news come to, month after month, until nobody tells it any more.
The chances of hearing are the hall's own; the crowd is large, so that its luck can be reckoned, not drawn.
"""

from functools import lru_cache
from itertools import pairwise
from math import sqrt
from typing import Final

from race.core.formulas.owners.court import decay
from race.core.formulas.owners.crowd import NEIGHBOURS
from race.core.formulas.owners.holders import kind_edges
from race.core.ids import PPM
from race.core.rulebook.owners import OwnerRules
from race.core.view import FounderView
from race.core.words import points
from race.session.preview.effect import EIGHT_IN_TEN, Effect, sign_of

_TOGETHER: Final = 1.2
"""How much more luck moves a hall than as many strangers: neighbours hear together, trust itself moves."""


def felt(view: FounderView, label: str, effect: tuple[int, ...], loud: float) -> Effect:
    """Return a named range: what news does to trust by the time everybody has stopped telling it."""
    low, high = heard(view, effect, loud)
    return Effect(label=label, value=points(low), high=points(high), good=sign_of(low, high), moves=True)


def heard(view: FounderView, effect: tuple[int, ...], loud: float) -> tuple[int, int]:
    """Return the ends between which news moves share-weighted trust eight times in ten, ppm, lower first.

    `effect` is the change per kind in ppm (shape (7,)) before each holder's trust weighs it: bad news
    weighs more with those who trust little, good news less. `loud` is the salience on its day, 0-1.
    """
    owners, people = view.board.rules.owners, view.holders
    edges = kind_edges(people.kind)
    reached = _reached(owners, tuple(edges), min(1.0, loud))
    total = luck = 0.0
    owned = 0
    for first, last, change, part in zip(edges, edges[1:-1], effect, reached, strict=False):
        shares, trust = people.shares[first:last], people.trust[first:last]
        owned += int(shares.sum())
        if not change:
            continue
        if change < 0:
            weight = owners.bad_most - owners.bad_slope / PPM * trust
        else:
            weight = owners.good_least + owners.good_slope / PPM * trust
        moved = shares * ((trust + change * weight).clip(0, PPM) - trust)
        total += part * float(moved.sum())
        luck += part * (1.0 - part) * float(moved.dot(moved))
    spread = EIGHT_IN_TEN * _TOGETHER * sqrt(luck)
    return round((total - spread) / max(1, owned)), round((total + spread) / max(1, owned))


@lru_cache(maxsize=256)
def _reached(owners: OwnerRules, edges: tuple[int, ...], loud: float) -> tuple[float, ...]:
    """Return the part of each kind that hears news of this loudness while it is told, 0-1, shape (7,).

    It hears by itself, most in the first week, and from each of its neighbours who knows; of them a part
    is of its own kind and the others are anybody.
    """
    sizes = [last - first for first, last in pairwise(edges)]
    known = [0.0] * len(sizes)
    for age in range(owners.news_weeks):
        now = loud * decay(age, owners.news_half)
        reach = now if age == 0 else now * owners.late_reach
        anybody = sum(part * size for part, size in zip(known, sizes, strict=True)) / max(1, sum(sizes))
        for place, (kind, part) in enumerate(zip(owners.kinds, tuple(known), strict=True)):
            around = owners.own_kind * part + (1.0 - owners.own_kind) * anybody
            missed = max(0.0, 1.0 - reach * kind.reach) * (1.0 - owners.gossip * now * around) ** NEIGHBOURS
            known[place] = 1.0 - (1.0 - part) * missed
    return tuple(known)
