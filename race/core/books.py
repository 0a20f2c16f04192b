"""The parts of a position that a view shows of one's own books.

Whoever looks at a view (a policy, a screen) takes these names from here; the whole `World` stays
behind the fence that keeps `race.core.world` from policies and screens.
"""

from race.core.world import Act, Batch, Case, Depot, OrderLine, Promise, Site, VoteResult

__all__ = ["Act", "Batch", "Case", "Depot", "OrderLine", "Promise", "Site", "VoteResult"]
