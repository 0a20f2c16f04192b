"""The file: every order of the founder's writes a line, and a court has the worst read out.

Each order is written down as it was given, in a dry sentence, with its month and its number. Nobody
reads the file until a court opens it: then three of the founder's own lines are read out, the most
damaging first. They cost trust, and they weigh in the case until it is decided. A line is judged by
what has come of it: a promise that was kept is only a promise, a denial stays a denial. A file with
nothing to read out helps a little.
"""

from typing import Final

from race.core import commands as c
from race.core.chance import Chance
from race.core.commands import Command, Orders
from race.core.events import Event, Happening
from race.core.formulas.house.damage import (
    part_of,
    quote_of,
    read_story,
    worst_lines,
    writer_of,
)
from race.core.formulas.house.writing import WRITES, about
from race.core.ids import Firm, Person, Seat, Thing
from race.core.wording.filed import ENTRIES
from race.core.words import N_, Sentence, Term, month
from race.core.world import Case, Heard, Line, World

_READ_OUT: Final = N_("Read out in court, from {date}, {writer}: “{line}”")
_NOTHING: Final = N_("The court reads the founder's file and finds nothing worth reading out.")
_TURNS: Final = 60
"""Where the words of a kind start is drawn from so many places."""


def keep_file(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Write down what the founder has ordered, and have a court read out the worst of it."""
    if not world.rules.switches.file:
        return []
    given = orders.by_seat.get(Seat.FOUNDER)
    if given:
        for command in given:
            _write(world, command, chance)
    now = world.month
    return [
        event
        for case in world.affairs.cases
        if case.discovery == now and case.decided is None and not case.settled
        for event in _read_out(world, case)
    ]


def _write(world: World, command: Command, chance: Chance) -> None:
    """Add the line of an order; words of a kind come in turn, from a place that luck chose."""
    kind, amount, name = WRITES[type(command)](command)
    affairs, now = world.affairs, world.month
    subject = about(affairs, command, now)
    if isinstance(command, (c.Divert, c.DivertThing, c.Speak, c.PlugLeak)):
        act = next((act for act in affairs.acts if act.id == subject), None)
        if act is None:
            return  # it was not carried out
        if not isinstance(command, c.Divert):  # of a site the order has the number, the act its power
            amount = act.quantity
        if act.thing is not Thing.CHIPS and f"{kind}_thing" in ENTRIES:
            kind = f"{kind}_thing"
    elif isinstance(command, c.Reassure):
        name = _holder(world, command.person)
    file = affairs.file
    last = file.last.get(kind)
    turn = chance.stream(now, f"file {kind}").below(_TURNS) if last is None else last + 1
    file.last[kind] = turn
    file.lines.append(
        Line(month=now, kind=kind, amount=amount, about=subject, name=name, wording=turn % _TURNS)
    )


def _holder(world: World, person: Person) -> str:
    """Return the key of the name of whoever holds a post."""
    holder = next((one.holder for one in world.affairs.house.members if one.person is person), 1)
    return f"{person.value}_{holder}"


def _read_out(world: World, case: Case) -> list[Event]:
    """Read the worst lines, let the owners hear of it, and let it weigh in the case."""
    rules, affairs = world.rules, world.affairs
    found = worst_lines(rules, affairs, world.labs[Firm.XAI].incidents)
    if not found:
        case.testimony -= rules.file.clean
        return [_tell(Sentence(_NOTHING), {"case": case.id}, 1)]
    part = part_of(rules, [weight for weight, _ in found])
    case.testimony += int(rules.file.weight * part)
    affairs.stories.append(read_story(world, part))
    events = []
    for weight, place in found:
        affairs.file.read.append(Heard(line=place, month=world.month))
        line = affairs.file.lines[place]
        told = Sentence(
            _READ_OUT, {"date": month(line.month), "writer": Term(writer_of(line)), "line": quote_of(line)}
        )
        events.append(_tell(told, {"case": case.id, "line": place, "damage_ppm": weight}, -1))
    return events


def _tell(sentence: Sentence, numbers: dict[str, float], good: int) -> Event:
    return Event(kind=Happening.READ_OUT, firm=Firm.TESLA, numbers=numbers, sentence=sentence, good=good)
