"""Promises: a number and a date, said in public, checked against the books on that date.

A new promise lifts trust and price by what it claims; keeping it builds credit, missing it costs
more than it gave.
Reporters read order books: a promise that what is booked rules out is printed within weeks, and a
part of what missing it would cost is paid on that day.
A promise not to divert is broken on the day the public learns of a diversion, or on its date.
"""

from race.core.chance import Chance
from race.core.commands import MakePromise, Orders
from race.core.events import Event, Happening
from race.core.formulas.owners.carmaker import Footing, claim_of, expected_of, is_kept, lacking, print_ppm
from race.core.formulas.owners.evidence import curiosity
from race.core.formulas.owners.stories import print_story, promise_story
from race.core.ids import PPM, Firm, Subject, week_of, weeks_of
from race.core.words import N_, Sentence, count, month, percent
from race.core.world import Promise, World

_SAID = {
    Subject.CHIPS_POWERED: N_("You have promised {n} chips running at the carmaker by {due}."),
    Subject.AUTONOMY: N_("You have promised {n} of 4 milestones of autonomy by {due}."),
    Subject.NO_DIVERSION: N_("You have promised that no chips are diverted without a vote until {due}."),
}
_KEPT = N_("The promise that was due in {due} is kept.")
_MISSED = N_("The promise that was due in {due} is not kept.")


def keep_word(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Record this month's promises and check those that fall due."""
    events = _read_books(world, chance)
    events += [_check(world, promise) for promise in world.affairs.promises if _is_due(world, promise)]
    return events + [_make(world, command) for _, command in orders.of(MakePromise)]


def _read_books(world: World, chance: Chance) -> list[Event]:
    """Print what the books rule out; the luck of a promise is its own."""
    affairs, events = world.affairs, list[Event]()
    footing = Footing.of(world, world.carmaker)
    for place, promise in enumerate(affairs.promises):
        if promise.kept is not None or promise.printed is not None or promise.due <= world.month:
            continue
        lack = lacking(footing, world.market.lines, promise)
        risk = print_ppm(world.rules, lack, curiosity(affairs))
        if not risk:
            continue
        luck = chance.stream(world.month, f"order book {place}")
        drawn, week = luck.below(PPM), week_of(world.month) + luck.below(weeks_of(world.month))
        if drawn < risk:
            promise.printed = world.month
            affairs.stories.append(print_story(world, promise, week, lack))
            events.append(_printed(promise, lack))
    return events


def _printed(promise: Promise, lack: float) -> Event:
    return Event(
        kind=Happening.PROMISE_PRINTED,
        firm=Firm.TESLA,
        numbers={"promise": promise.id, "lack_ppm": int(PPM * lack)},
        sentence=Sentence(
            N_("The papers have read the order book: it rules out {part} of what was promised for {due}."),
            {"part": percent(int(PPM * lack)), "due": month(promise.due)},
        ),
        good=-1,
    )


def _is_due(world: World, promise: Promise) -> bool:
    if promise.kept is not None:
        return False
    broken_early = promise.subject is Subject.NO_DIVERSION and not is_kept(
        promise, world.carmaker, world.affairs
    )
    return broken_early or promise.due <= world.month


def _check(world: World, promise: Promise) -> Event:
    kept = is_kept(promise, world.carmaker, world.affairs)
    promise.kept = kept
    world.affairs.stories.append(promise_story(world, promise, "kept" if kept else "missed"))
    return Event(
        kind=Happening.PROMISE_KEPT if kept else Happening.PROMISE_MISSED,
        firm=Firm.TESLA,
        numbers={"claim": promise.claim, "promise": promise.id},
        sentence=Sentence(_KEPT if kept else _MISSED, {"due": month(promise.due)}),
        good=1 if kept else -1,
    )


def _make(world: World, command: MakePromise) -> Event:
    footing = Footing.of(world, world.carmaker)
    promise = Promise(
        id=world.new_id(),
        made=world.month,
        subject=command.subject,
        quantity=command.quantity,
        due=command.due,
        claim=claim_of(
            world.rules,
            command.subject,
            command.quantity,
            expected_of(footing, command.subject, command.due),
        ),
    )
    world.affairs.promises.append(promise)
    world.affairs.stories.append(promise_story(world, promise, "new"))
    return Event(
        kind=Happening.PROMISE_MADE,
        firm=Firm.TESLA,
        numbers={"claim": promise.claim, "promise": promise.id},
        sentence=Sentence(_SAID[command.subject], {"n": count(command.quantity), "due": month(command.due)}),
        good=1,
    )
