"""Looking into a rival: the founder's people find out how much runs there, and until when.

For some months its fleet is known much better than others know it.
Now and then they are found out in the month they start: the rival remembers, and the owners wonder
what the founder's people do all day.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import Orders, Probe
from race.core.events import Event, Happening
from race.core.formulas.house.answers import probe_story
from race.core.ids import PPM, Firm, Seat
from race.core.words import N_, Name, Part, Sentence, chips, month
from race.core.world import Lab, World

_TRAINS: Final = N_("What your people find at {firm}: {n} chips running, a training run until {date}.")
_RESTS: Final = N_("What your people find at {firm}: {n} chips running, no training run under way.")
_CAUGHT: Final = N_("People who asked about {firm} too loudly worked for the founder.")


def look_about(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Send people to rivals, find out what they find out, and let old news go."""
    affairs, now = world.affairs, world.month
    events: list[Event] = []
    for _, command in orders.of(Probe):
        affairs.probes[command.target] = now + world.rules.court.probe_months - 1
        luck = chance.stream(now, f"probe {command.target.value}")
        if luck.below(PPM) < world.rules.court.probe_backfires:
            world.labs[command.target].resent(Firm.XAI)
            affairs.stories.append(probe_story(world, command.target))
            events.append(_caught(command.target))
    if affairs.probes:
        affairs.probes = {firm: until for firm, until in affairs.probes.items() if until >= now}
        events += [_found(world.labs[firm], world.rules.court.probe_step) for firm in affairs.probes]
    return events


def _caught(target: Firm) -> Event:
    sentence = Sentence(_CAUGHT, {"firm": Name(target)})
    return Event(kind=Happening.PROBE, firm=target, numbers={"caught": 1}, sentence=sentence, good=-1)


def _found(lab: Lab, step: int) -> Event:
    """Tell what people find out about a lab; they count its chips in steps."""
    shown: dict[str, Part] = {"firm": Name(lab.firm), "n": chips(lab.depot.running() // step * step)}
    if lab.run is None:
        sentence = Sentence(_RESTS, shown)
    else:
        sentence = Sentence(_TRAINS, {**shown, "date": month(lab.run.last_month)})
    return Event(
        kind=Happening.PROBE,
        firm=lab.firm,
        numbers={"caught": 0},
        sentence=sentence,
        known_to=Seat.FOUNDER,
    )
