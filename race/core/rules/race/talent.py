"""People: labs hire and raid, researchers leave for compute, rank and culture.

A researcher known in the field carries method along: the lab that gets one gains recipe, a rival
that loses one loses it. Raids are remembered; hiring the carmaker's people slows its autonomy.
A lab that can pay grows by itself; that changes its wages and not its recipe.
"""

from race.core.chance import Chance, Stream
from race.core.commands import Hire, MovePeople, Orders
from race.core.events import Event, Happening
from race.core.formulas.race.quality import people_gain
from race.core.ids import PPM, Firm, lab_of
from race.core.words import N_, Name, Sentence, count
from race.core.world import Lab, World

_HIRING = Sentence(N_("Hiring of researchers"))


def move_people(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Carry out hires and raids, let people move, grow the staffs, and let grudges fade."""
    luck = chance.stream(world.month, "raids")
    events: list[Event] = []
    for seat, hire in orders.of(Hire):
        firm = lab_of(seat)
        if firm is not None:
            events += _hire(world, world.labs[firm], hire, luck)
    for _, move in orders.of(MovePeople):
        events += _walk(world, move)
    for lab in world.labs.values():
        _grow(world, lab)
        lab.grudge = int(lab.grudge * world.rules.race.grudge_kept)
    return events


def _hire(world: World, lab: Lab, hire: Hire, luck: Stream) -> list[Event]:
    wanted = min(hire.researchers, world.rules.race.hire_limit)
    if hire.source is None:
        _take_on(world, lab, wanted, world.rules.money.hire_usd)
        return []
    if hire.source is Firm.TESLA:
        return _raid_carmaker(world, lab, wanted)
    return _raid(world, lab, world.labs[hire.source], wanted, luck)


def _take_on(world: World, lab: Lab, people: int, price: int) -> None:
    lab.researchers += people
    lab.staff += people
    world.pay(lab.firm, -people * price, _HIRING)


def _raid_carmaker(world: World, lab: Lab, people: int) -> list[Event]:
    lab.recipe += people_gain(world.rules.race, lab, people)
    _take_on(world, lab, people, world.rules.money.poach_usd)
    lost = people * world.rules.race.autonomy_person
    world.carmaker.autonomy = max(0, world.carmaker.autonomy - lost)
    return [_tell(Firm.TESLA, lab.firm, people)] if people else []


def _raid(world: World, lab: Lab, target: Lab, wanted: int, luck: Stream) -> list[Event]:
    rules = world.rules.race
    most = min(wanted, int(target.researchers * rules.raid_part))
    came = sum(luck.happens(rules.raid_success) for _ in range(most))
    if not came:
        return []
    _carry(world, target, lab, came)
    world.pay(lab.firm, -came * world.rules.money.poach_usd, _HIRING)
    if lab.firm is Firm.XAI:
        target.grudge += PPM
    return [_tell(target.firm, lab.firm, came)]


def _carry(world: World, source: Lab, target: Lab, people: int) -> None:
    target.recipe += people_gain(world.rules.race, target, people)
    source.recipe -= world.rules.race.recipe_person * people
    source.people_lost += people
    for lab, change in ((source, -people), (target, people)):
        lab.researchers = max(1, lab.researchers + change)
        lab.staff = max(1, lab.staff + change)


def _walk(world: World, move: MovePeople) -> list[Event]:
    """Let people go where they chose; out of the field takes no method along."""
    source = world.labs[move.source]
    people = min(move.researchers, source.researchers - 1)
    if people <= 0:
        return []
    if move.target is None:
        source.researchers -= people
        source.staff = max(1, source.staff - people)
        source.people_lost += people
        return []
    _carry(world, source, world.labs[move.target], people)
    return [_tell(move.source, move.target, people)]


def _grow(world: World, lab: Lab) -> None:
    if lab.cash_usd <= 0:
        return
    rate = world.rules.race.staff_growth
    lab.staff += int(lab.staff * rate + 0.5)
    lab.researchers += int(lab.researchers * rate + 0.5)


def _tell(source: Firm, target: Firm, people: int) -> Event:
    return Event(
        kind=Happening.PEOPLE_MOVED,
        firm=target,
        numbers={"people": people},
        sentence=Sentence(
            N_("Researchers who move from {source} to {target}: {people}."),
            {"source": Name(source), "target": Name(target), "people": count(people)},
        ),
        good=1 if target is Firm.XAI else -1 if source is Firm.XAI else 0,
    )
