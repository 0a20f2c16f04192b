"""The parts of a position that a view shows of one's own books.

Whoever looks at a view (a policy, a screen) takes these names from here: this module is the one gate
in the fence that keeps the rest of `race.core.world` from policies and screens.
"""

from race.core.world.affairs import Act, Case, Promise, VoteResult
from race.core.world.chips import Batch, Depot, OrderLine, Site
from race.core.world.file import Line
from race.core.world.holders import Holders
from race.core.world.house import Member
from race.core.world.lab import Said
from race.core.world.position import Standing

__all__ = [
    "Act",
    "Batch",
    "Case",
    "Depot",
    "Holders",
    "Line",
    "Member",
    "OrderLine",
    "Promise",
    "Said",
    "Site",
    "Standing",
    "VoteResult",
]
