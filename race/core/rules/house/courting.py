"""Private talks: the founder sees one kind of the carmaker's owners behind closed doors.

More of them come to the next meeting, and those who were there think better of the founder.
What some are told and others are not is unfair to the others: when they hear of it, they lose trust,
and funds write letters. The oftener it was done in a year, the likelier they hear.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import CourtHolders, Orders
from race.core.events import Event, Happening
from race.core.formulas.house.answers import envy_story, keen_after, noticed_ppm, talk_story
from race.core.ids import PPM, Firm, Seat
from race.core.words import N_, Sentence
from race.core.world import World

_SEEN: Final = N_("The founder sees some of the owners in private; more of them will vote.")
_NOTICED: Final = N_("The founder told some owners what others were not told, and it is known.")


def court_owners(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Hold this month's private talks and let the last ones fade."""
    holders, talks = world.holders, [command.kind for _, command in orders.of(CourtHolders)]
    if talks or any(holders.keen):
        holders.keen = keen_after(world.rules, holders.keen, talks)
    events: list[Event] = []
    for kind in talks:
        risk = noticed_ppm(world.rules, world.affairs.courted, world.month)
        world.affairs.courted.append(world.month)
        world.affairs.stories.append(talk_story(world, kind))
        noticed = chance.stream(world.month, "private talks").below(PPM) < risk
        if noticed:
            world.affairs.stories.append(envy_story(world, kind))
        events.append(_told(noticed=noticed))
    return events


def _told(*, noticed: bool) -> Event:
    return Event(
        kind=Happening.COURTED,
        firm=Firm.TESLA,
        numbers={"noticed": float(noticed)},
        sentence=Sentence(_NOTICED if noticed else _SEEN),
        known_to=None if noticed else Seat.FOUNDER,
        good=-1 if noticed else 0,
    )
