"""Books and records: holders who have written a letter may ask to read the carmaker's files.

They must have a reason, and they wait some months for the reading room.
They see a part of the files: each secret, and each denial, is in it or not by luck, and what is
found is in the papers. It is less than a court would open, and it needs no suit.
"""

from race.core.chance import Chance
from race.core.commands import DemandFiles, Orders
from race.core.events import Event, Happening
from race.core.formulas.passing.files import may_demand, read_act
from race.core.ids import PPM, Firm, week_of
from race.core.words import N_, Sentence, count, month
from race.core.world import Demand, World


def show_files(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Receive demands for files, and let those in whose month has come."""
    affairs, now = world.affairs, world.month
    events = [
        _show(world, demand, chance)
        for demand in affairs.demands
        if demand.found is None and demand.answer <= now
    ]
    if world.rules.switches.demands:
        wait = world.rules.court.demand_wait
        events += [_receive(world) for _ in orders.of(DemandFiles) if may_demand(affairs, now, wait)]
    return events


def _receive(world: World) -> Event:
    answer = world.month + world.rules.court.demand_months
    demand = Demand(id=world.new_id(), made=world.month, answer=answer)
    world.affairs.demands.append(demand)
    return Event(
        kind=Happening.DEMAND,
        firm=Firm.TESLA,
        numbers={"demand": demand.id, "answer": answer},
        sentence=Sentence(
            N_("Holders demand to read the carmaker's books and records; the door opens in {date}."),
            {"date": month(answer)},
        ),
        good=-1,
    )


def _show(world: World, demand: Demand, chance: Chance) -> Event:
    """Let them read: what is in their part of the files, and was not known, comes out."""
    luck = chance.stream(world.month, "books and records")
    week, finds = week_of(world.month + 1), world.rules.court.demand_finds
    demand.found = 0
    for act in world.affairs.acts:
        if luck.below(PPM) < finds and read_act(world, act, week):
            demand.found += 1
    return Event(
        kind=Happening.DEMAND_ANSWERED,
        firm=Firm.TESLA,
        numbers={"demand": demand.id, "found": demand.found},
        sentence=Sentence(
            N_("Holders have read a part of the carmaker's files. What they did not know, counted: {n}."),
            {"n": count(demand.found)},
        ),
        good=-1 if demand.found else 1,
    )
