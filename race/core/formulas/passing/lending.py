"""Arithmetic of loans and licences to the carmaker: what can be lent, and what it mends."""

from collections.abc import Sequence
from math import fsum

from race.core.formulas.owners.evidence import seen
from race.core.ids import Firm, Thing
from race.core.rulebook import Rulebook
from race.core.world import Act, Affairs, Batch, Depot


def lendable(depot: Depot) -> list[Batch]:
    """Return the lab's own batches that can be lent, those in its warehouse first."""
    own = [
        batch for batch in depot.batches if batch.payer is Firm.XAI and batch.act is None and not batch.leased
    ]
    return sorted(own, key=lambda batch: (batch.site is not None, batch.id))


def _open(acts: Sequence[Act]) -> list[Act]:
    """Return the acts that are known, not voted for and not made good."""
    return [act for act in acts if act.published is not None and not act.voted and not act.repaired]


def lent_share(acts: Sequence[Act], chip_months: int) -> float:
    """Return what a loan is, in chip-months, of the chip-months of the known acts, 0-1.

    A loan counts fully when nothing but other things was taken.
    """
    taken = sum(act.quantity * act.months for act in _open(acts) if act.thing is Thing.CHIPS)
    return min(1.0, chip_months / taken) if taken else 1.0


def repair_worth(rules: Rulebook, affairs: Affairs) -> float:
    """Return how much there is to make good, 0-1: the weight of known acts against a full repair."""
    return min(1.0, fsum(seen(rules, act, 0) for act in _open(affairs.acts)) / rules.owners.repair_full)


def license_gain(rules: Rulebook, own_elo: float, top_elo: float) -> int:
    """Return what a licensed release adds to autonomy, ppm of a milestone: less the older it is.

    >>> [license_gain(Rulebook(), 1400.0 - behind, 1400.0) for behind in (0.0, 50.0, 200.0)]
    [80000, 60000, 0]
    """
    rule = rules.diversion
    behind = max(0.0, top_elo - own_elo)
    return max(0, int(rule.license_autonomy - behind * rule.license_slope * 1_000_000 + 0.5))
