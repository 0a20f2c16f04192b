"""What is true: plain data, numpy for the population, nothing computed.

A `World` that has left `play_month` is never written again; laws write a private copy.
Records of numbers and words (here, commands, events, receipts) are `gc=False`: they can be in no
cycle, so the collector of cycles need not walk them.
"""

from race.core.world.affairs import (
    Act,
    Affairs,
    Case,
    Deal,
    Delay,
    Demand,
    Inquiry,
    KindVotes,
    Lent,
    Promise,
    Story,
    VoteResult,
)
from race.core.world.carmaker import Carmaker
from race.core.world.chips import Batch, Depot, OrderLine, Site
from race.core.world.file import File, Heard, Line
from race.core.world.holders import Holders
from race.core.world.house import House, Member, Memory
from race.core.world.lab import Candidate, Lab, Loan, Release, Said, Split, TrainingRun, Worth
from race.core.world.position import Market, People, Setting, Standing, World
from race.core.world.tales import Tale

__all__ = [
    "Act",
    "Affairs",
    "Batch",
    "Candidate",
    "Carmaker",
    "Case",
    "Deal",
    "Delay",
    "Demand",
    "Depot",
    "File",
    "Heard",
    "Holders",
    "House",
    "Inquiry",
    "KindVotes",
    "Lab",
    "Lent",
    "Line",
    "Loan",
    "Market",
    "Member",
    "Memory",
    "OrderLine",
    "People",
    "Promise",
    "Release",
    "Said",
    "Setting",
    "Site",
    "Split",
    "Standing",
    "Story",
    "Tale",
    "TrainingRun",
    "VoteResult",
    "World",
    "Worth",
]
