"""What the founder has said and done this month, as the house and the public take it in."""

from typing import Final

import msgspec

from race.core.commands import GiveBack, GiveGift, Orders, Speak
from race.core.ids import HIDDEN_TERMS, Firm, Matter, Stance, Subject, Terms, Thing
from race.core.world import Act, Memory, World

_MADE: Final = {
    Subject.CHIPS_POWERED: Matter.PROMISED_CHIPS,
    Subject.AUTONOMY: Matter.PROMISED_STEPS,
    Subject.NO_DIVERSION: Matter.PROMISED_HANDS,
}
_KEPT: Final = {
    Subject.CHIPS_POWERED: Matter.KEPT_CHIPS,
    Subject.AUTONOMY: Matter.KEPT_STEPS,
    Subject.NO_DIVERSION: Matter.KEPT_HANDS,
}
_MISSED: Final = {
    Subject.CHIPS_POWERED: Matter.MISSED_CHIPS,
    Subject.AUTONOMY: Matter.MISSED_STEPS,
}
"""A broken promise to take nothing is remembered by what was taken."""
_SPOKEN: Final = {
    Stance.DENY: Matter.DENIED,
    Stance.DISCLOSE: Matter.TOLD,
    Stance.APOLOGISE: Matter.APOLOGISED,
}


class Deed(msgspec.Struct, frozen=True, gc=False):
    """One thing to remember: for the house, for the public, or for both."""

    memory: Memory
    inside: bool = True
    outside: bool = True


def deeds(world: World, orders: Orders) -> list[Deed]:
    """Return what there is to remember of the month, in the order it happened."""
    return [*_word(world), *_acts(world), *_spoken(world, orders), *_lab(world), *_peace(world, orders)]


def _word(world: World) -> list[Deed]:
    """Return promises made, kept and missed this month."""
    now, found = world.month, list[Deed]()
    for promise in world.affairs.promises:
        if promise.made == now:
            hands = promise.subject is Subject.NO_DIVERSION
            amount = promise.due if hands else promise.quantity
            found.append(_deed(_MADE[promise.subject], now, promise.id, amount))
        elif promise.due == now and promise.kept is not None:
            matters = _KEPT if promise.kept else _MISSED
            if promise.subject in matters:
                found.append(_deed(matters[promise.subject], now, promise.id, promise.quantity))
    return found


def _acts(world: World) -> list[Deed]:
    """Return what was taken, for the house at once and for the public on the day it is known."""
    now, affairs, found, refuted = world.month, world.affairs, list[Deed](), 0
    for act in affairs.acts:
        if now in (act.month, act.published):
            found += _act(world, act)
        refuted += act.refuted
    if refuted > affairs.house.refuted:
        affairs.house.refuted = refuted
        found += _refuted(world)
    return found


def _act(world: World, act: Act) -> list[Deed]:
    inside, outside = act.month == world.month, act.published == world.month
    thing = act.thing is not Thing.CHIPS
    amount = act.value_usd if thing else act.quantity
    matters = [_matter_of(act)]
    if not (thing or act.voted) and _forsworn(world, act):
        matters.append(Matter.BROKE)
    return [_deed(matter, act.month, act.id, amount, inside=inside, outside=outside) for matter in matters]


def _refuted(world: World) -> list[Deed]:
    """Return the denials of chips that nobody of the house knew to be refuted."""
    affairs = world.affairs
    known = {
        memory.thing
        for member in affairs.house.members
        for memory in member.memories
        if memory.matter is Matter.REFUTED
    }
    return [
        _deed(Matter.REFUTED, world.month, act.id, act.quantity)
        for act in affairs.acts
        if act.refuted and act.thing is Thing.CHIPS and act.id not in known
    ]


def _matter_of(act: Act) -> Matter:
    if act.voted or act.terms not in HIDDEN_TERMS:
        return Matter.OPENLY
    if act.thing is not Thing.CHIPS:
        return Matter.THING
    return Matter.SILENT if act.terms is Terms.SILENT else Matter.SWAPPED


def _forsworn(world: World, act: Act) -> bool:
    """Return whether a promise to take nothing stood when something was taken."""
    return any(
        promise.subject is Subject.NO_DIVERSION and promise.made < act.month <= promise.due
        for promise in world.affairs.promises
    )


def _spoken(world: World, orders: Orders) -> list[Deed]:
    """Return what the founder said of diverted chips."""
    found = []
    for _, command in orders.of(Speak):
        matter = _SPOKEN.get(command.stance)
        act = next((act for act in world.affairs.acts if act.id == command.act), None)
        if matter is not None and act is not None and act.thing is Thing.CHIPS:
            found.append(_deed(matter, world.month, act.id, act.quantity))
    return found


def _lab(world: World) -> list[Deed]:
    """Return the lab's release, its claims and its incidents of the month: the house's alone."""
    lab, house, now = world.labs[Firm.XAI], world.affairs.house, world.month
    found = list[Deed]()
    best = lab.releases[-1] if lab.releases else None
    if best is not None and best.month == now and not best.refresh:
        matter = Matter.RELEASED if best.tested else Matter.UNTESTED
        found.append(_deed(matter, now, 0, int(best.elo_published), outside=False))
    for said in lab.claims:
        if said.due == now and said.kept is not None:
            kept = Matter.CLAIM_KEPT if said.kept else Matter.CLAIM_MISSED
            found.append(_deed(kept, now, 0, said.quantity, outside=False))
        elif said.made == now:
            found.append(_deed(Matter.CLAIMED, now, 0, said.quantity, outside=False))
    if lab.incidents > house.incidents:
        house.incidents = lab.incidents
        found.append(_deed(Matter.INCIDENT, now, 0, lab.incidents, outside=False))
    return found


def _peace(world: World, orders: Orders) -> list[Deed]:
    """Return what was given back, put off, and given to make peace."""
    now = world.month
    found = [
        _deed(Matter.GAVE_BACK, now, 0, back.quantity)
        for _, back in orders.of(GiveBack)
        if back.thing is Thing.CHIPS
    ]
    found += [
        _deed(Matter.PUT_OFF, now, 0, delay.months, outside=False)
        for delay in world.affairs.delays
        if delay.month == now
    ]
    if orders.of(GiveGift):
        found.append(_deed(Matter.PEACE, now, 0, 0))
    return found


def _deed(  # noqa: PLR0913 - a memory and who has it
    matter: Matter, month: int, thing: int, amount: int, *, inside: bool = True, outside: bool = True
) -> Deed:
    return Deed(Memory(matter=matter, month=month, thing=thing, amount=amount), inside, outside)
