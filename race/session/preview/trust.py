"""What news would do to the share-weighted trust if everybody heard it."""

from race.core.formulas.owners.holders import kind_edges
from race.core.ids import KINDS, PPM
from race.core.view import FounderView


def mean_effect(view: FounderView, effect: tuple[int, ...]) -> int:
    """Return the change of share-weighted trust when all holders hear news, ppm.

    `effect` is the change per kind in ppm (shape (7,)) before each holder's trust weighs it: bad
    news weighs more with those who trust little, good news less.
    """
    owners, people = view.board.rules.owners, view.holders
    edges = kind_edges(people.kind)
    total = owned = 0
    for index in range(len(KINDS) - 1):
        seats = slice(edges[index], edges[index + 1])
        shares = people.shares[seats]
        held = int(shares.sum())
        mean = int((shares * people.trust[seats]).sum()) / max(1, held) / PPM
        if effect[index] < 0:
            weight = owners.bad_most - owners.bad_slope * mean
        else:
            weight = owners.good_least + owners.good_slope * mean
        total += int(effect[index] * weight * held)
        owned += held
    return total // max(1, owned)
