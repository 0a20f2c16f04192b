"""Founders with a single way to get on: whether one mechanic alone is as good as a whole strategy.

Each runs the lab as all do and leaves the owners alone but for its one way.
"""

from typing import Final

from race.core.ids import Terms, Thing
from race.policy.founders.habits import Habit

ALONE: Final[dict[str, Habit]] = {
    "only-swaps": Habit(quota=0.3, opening=True, terms=Terms.SWAP, partly=True),
    "only-discloses": Habit(quota=0.3, opening=True, terms=Terms.DISCLOSED, partly=True),
    "only-pays": Habit(quota=0.3, opening=True, terms=Terms.PAID, partly=True),
    "only-takes": Habit(quota=1.0, opening=True, terms=Terms.SILENT, stock=True),
    "only-shares": Habit(things=(Thing.RESEARCHERS, Thing.DATA, Thing.CHANNEL)),
    "only-promises": Habit(boldness=0.8),
    "only-asks": Habit(invests=True),
    "only-pledges": Habit(pledges=True),
}
"""A swap of slots, idle chips bought in the open or quietly, everything in silence, people, records and
cars announced beforehand, the founder's word, the holders' money, a loan on shares."""
