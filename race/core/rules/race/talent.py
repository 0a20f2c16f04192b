"""People: labs hire and raid, researchers leave for compute, pay, rank and culture.

The open market is finite: newcomers and leavers fill it, hires empty it, and when too few look for
work every lab gets its part of what it wanted.
A researcher known in the field carries method along: the lab that gets one gains recipe, a rival
that loses one loses it; a raid succeeds the better the more the raider draws people. Raids are
remembered. Moving the carmaker's people slows its autonomy.
In the first months known people leave the large labs to found others: they go where a small team has
more chips of its own for each head than anybody else, and what they bring stays.
A lab that can pay grows by itself, faster if it pays more or has more compute for each head.
"""

from math import fsum
from typing import Final

from race.core.chance import Chance, Stream
from race.core.commands import Hire, MovePeople, Orders, SetPay
from race.core.events import Event, Happening
from race.core.exact import exp, logs_of, power
from race.core.formulas.race.people import (
    carry,
    drawn_by,
    draws,
    founding_gain,
    from_carmaker,
    join,
    leave,
    raid_chance,
    workplaces,
)
from race.core.formulas.race.quality import lift
from race.core.ids import PPM, Firm, Outside, lab_of
from race.core.words import N_, Name, Sentence, count, percent
from race.core.world import Lab, World

_TESLA: Final = Firm.TESLA
_STAFF: Final = Outside.STAFF
_XAI: Final = Firm.XAI
_PEOPLE_MOVED: Final = Happening.PEOPLE_MOVED

_HIRING = Sentence(N_("Hiring of researchers"))


def move_people(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Set pay, carry out hires and raids, let people move, grow the staffs, and let grudges fade."""
    for seat, pay in orders.of(SetPay):
        firm = lab_of(seat)
        if firm is not None:
            world.labs[firm].pay_level = pay.level
    events = _hire(world, orders, chance)
    leaving = orders.of(MovePeople)
    if leaving:
        draws_of_all = chance.stream(world.month, "leavers").uniforms(len(world.labs))
        where = dict(zip(world.labs, draws_of_all, strict=True))  # everybody draws
        for _, move in leaving:
            events += _walk(world, move, where[move.source])
    _grow(world, chance.stream(world.month, "newcomers"))
    events += _found_labs(world)
    kept = world.rules.race.grudge_kept
    for lab in world.labs.values():
        if lab.grudges:
            lab.grudges = {by: left for by, ill in lab.grudges.items() if (left := int(ill * kept))}
        if lab.skill != PPM:
            lab.skill += int((PPM - lab.skill) * world.rules.talent.skill_learned)
    return events


def _hire(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Carry out hires: the open market first, shared if it is too small, then raids."""
    wanted = [(firm, hire) for seat, hire in orders.of(Hire) if (firm := lab_of(seat)) is not None]
    if not wanted:
        return []
    limit, looking = world.rules.race.hire_limit, world.people.looking
    asked = sum([min(hire.researchers, limit) for _, hire in wanted if hire.source is None])
    pull: dict[Firm, float] = {}
    events: list[Event] = []
    for firm, hire in wanted:
        lab, people = world.labs[firm], min(hire.researchers, limit)
        if hire.source is None:
            part = people if asked <= looking else people * looking // asked
            world.people.looking -= part
            _take_on(world, lab, part)
        elif hire.source is _TESLA:
            events += _raid_carmaker(world, people)
        else:
            pull = pull or _pull(world)
            chance_each = raid_chance(world.rules, pull[firm], pull[hire.source])
            # a stream for each raider: one lab's plans move no other lab's luck
            luck = chance.stream(world.month, f"raids by {firm.value}")
            events += _raid(world, (lab, world.labs[hire.source]), people, (chance_each, luck))
    return events


def _pull(world: World) -> dict[Firm, float]:
    """Return what draws people to each lab, as they see it for themselves."""
    scores = {firm: best.elo_published for firm, lab in world.labs.items() if (best := lab.best())}
    order = sorted(scores, key=scores.__getitem__, reverse=True)
    fleets = {firm: lab.depot.running() for firm, lab in world.labs.items()}
    return draws(world.rules, workplaces(world, fleets, order))


def _take_on(world: World, lab: Lab, people: int) -> None:
    join(lab, people, world.rules.talent.skill_market)
    world.pay(lab.firm, -people * world.rules.money.hire_usd, _HIRING, _STAFF)


def _raid_carmaker(world: World, people: int) -> list[Event]:
    came = from_carmaker(world, people)
    world.pay(_XAI, -came * world.rules.money.poach_usd, _HIRING, _STAFF)
    return [_tell(_TESLA, _XAI, came)] if came else []


def _raid(world: World, labs: tuple[Lab, Lab], wanted: int, luck: tuple[float, Stream]) -> list[Event]:
    """Call people of another lab; `luck` is the chance that one comes, and the draws."""
    (lab, target), (chance_each, draw) = labs, luck
    most = min(wanted, int(target.researchers * world.rules.race.raid_part), target.researchers - 1)
    came = sum([drawn < chance_each for drawn in draw.uniforms(most)]) if most > 0 else 0
    if not came:
        return []
    carry(world, target, lab, came)
    world.pay(lab.firm, -came * world.rules.money.poach_usd, _HIRING, _STAFF)
    target.resent(lab.firm)
    return [_tell(target.firm, lab.firm, came)]


def _walk(world: World, move: MovePeople, draw: float) -> list[Event]:
    """Let people go where they chose; who leaves for nowhere looks for work or leaves the field.

    `draw`, 0-1, rounds the number of those who leave the field.
    """
    source = world.labs[move.source]
    people = min(move.researchers, source.researchers - 1)
    if people <= 0:
        return []
    if move.target is None:
        leave(world.rules, source, people, source.skill)
        gone = int(people * world.rules.talent.leave_field + draw)
        world.people.left += gone
        world.people.looking += people - gone
        return []
    carry(world, source, world.labs[move.target], people)
    return [_tell(move.source, move.target, people)]


def _grow(world: World, luck: Stream) -> None:
    """Let newcomers enter the field, and the labs that can pay take on whom they find."""
    rules, people = world.rules, world.people
    expected = rules.talent.newcomers * power(1.0 + rules.talent.newcomers_growth, world.month - 1)
    arriving, *draws_of_all = luck.uniforms(1 + len(world.labs))  # everybody draws
    came = int(expected + arriving)
    people.newcomers += came
    people.looking += came
    rate = rules.race.staff_growth
    labs = list(world.labs.values())
    loads = [lab.depot.running() / (lab.researchers or 1) for lab in labs]
    heads = logs_of([load if load > 1.0 else 1.0 for load in loads])
    mean = fsum(heads) / len(heads)
    wanted, total = [], 0
    for lab, head, draw in zip(labs, heads, draws_of_all, strict=True):
        if lab.cash_usd > 0:
            lab.staff += int((lab.staff - lab.researchers) * rate + 0.5)
            eager = rate * drawn_by(rules.talent, head - mean) * lab.pay_level / PPM
            number = int(lab.researchers * eager + draw)
            if number:
                wanted.append((lab, number))
                total += number
    found = int(people.looking * rules.talent.market_turn)
    for lab, number in wanted:
        part = number if total <= found else number * found // total
        people.looking -= part
        join(lab, part, rules.talent.skill_market)


def _found_labs(world: World) -> list[Event]:
    """Let known people help to found small labs that have chips for them: what they know stays.

    Chips of its own that run count, not rented ones, for each head, against the other labs'.
    """
    rules, labs = world.rules.talent, list(world.labs.values())
    if world.month > rules.founding_until or not world.rules.switches.talent:
        return []
    loads = [lab.depot.powered() / (lab.researchers or 1) for lab in labs]
    heads = logs_of([load if load > 1.0 else 1.0 for load in loads])
    total, events = fsum(heads), []
    for lab, head in zip(labs, heads, strict=True):
        beyond = head - (total - head) / max(1, len(labs) - 1)
        gain = founding_gain(rules, lab.researchers, beyond)
        if gain > 0.0:
            lift(lab, gain)
            events.append(_told_founding(lab, beyond, gain))
    return events


def _told_founding(lab: Lab, beyond: float, gain: float) -> Event:
    return Event(
        kind=Happening.FOUNDERS_CAME,
        firm=lab.firm,
        numbers={"percent": int(100 * exp(beyond) + 0.5), "elo": round(gain, 3)},
        sentence=Sentence(
            N_("Known researchers join young {firm}; each head there has {part} of the chips of others."),
            {"firm": Name(lab.firm), "part": percent(int(PPM * exp(beyond)))},
        ),
        good=1 if lab.firm is _XAI else 0,
    )


def _tell(source: Firm, target: Firm, people: int) -> Event:
    return Event(
        kind=_PEOPLE_MOVED,
        firm=target,
        numbers={"people": people},
        sentence=Sentence(
            N_("Researchers move from {source} to {target} ({people})."),
            {"source": Name(source), "target": Name(target), "people": count(people)},
        ),
        good=1 if target is _XAI else -1 if source is _XAI else 0,
    )
