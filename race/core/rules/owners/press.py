"""The press: secrets come out, and the founder speaks.

A silent taking is a secret until somebody who knows it talks: more people, more chips and curious
reporters make that likelier, and the chance shown is the chance drawn.
What the owners voted for is public, and weighs little.
A sale or a lease to the lab stands in the next quarterly filing; what is announced is public at once,
and so is what every driver can see.
Reporters work out anew whether the carmaker had power for the chips.
A denial makes a story quieter until documents refute it; then the story is heavier than it was.
People set to keep a secret make it safer, or give it away at once.
Reporters who are sent this month find something next month.
"""

from typing import Final

import msgspec

from race.core.chance import Chance
from race.core.commands import Investigate, Orders, PlugLeak, Speak
from race.core.events import Event, Happening
from race.core.formulas.owners.evidence import leak_ppm
from race.core.formulas.owners.stories import act_story, amends_story, privacy_story, refuted_story
from race.core.formulas.passing.defence import found_idle
from race.core.ids import PPM, Firm, Seat, Stance, Terms, Thing, week_of, weeks_of
from race.core.words import N_, Sentence, Term, chips
from race.core.world import Act, World

_SORRY: Final = Sentence(N_("The founder apologises"))
_LEAKED: Final = N_("The papers have it: {quantity} of the carmaker's chips went to the lab.")
_FILED: Final = N_("The quarterly filing shows it: the lab bought {quantity} chips from the carmaker.")
_LEASED: Final = N_("The quarterly filing shows it: the lab leases {quantity} chips from the carmaker.")
_TOLD: Final = N_("The founder tells the owners: {quantity} chips went to the lab.")
_VOTED: Final = N_("What the owners voted for is done: {quantity} chips went to the lab.")
_ASKED: Final = N_(
    "Questions about who talks made people talk: {quantity} of the carmaker's chips went to the lab."
)
_PLUGGED: Final = N_("Fewer people will talk about {quantity} chips.")
_CONTRADICTED: Final = N_("Documents contradict the founder's denial about {quantity} chips.")
_DENIED: Final = N_("The founder denies that {quantity} chips were taken from the carmaker.")
_TRUE_EXCUSE: Final = N_("The founder explains: {quantity} chips had no powered place at the carmaker.")
_NO_EXCUSE: Final = N_("The founder explains why {quantity} chips went to the lab; few are convinced.")
_APOLOGY: Final = N_("The founder apologises to the owners for {quantity} chips.")


_SAID: Final = {
    _LEAKED: N_("The papers have it; what went from the carmaker to the lab: {thing}."),
    _LEASED: N_("The quarterly filing shows what the lab leases from the carmaker: {thing}."),
    _FILED: N_("The quarterly filing shows what went from the carmaker to the lab: {thing}."),
    _VOTED: N_("What the owners voted for is done; what went to the lab: {thing}."),
    _TOLD: N_("The founder tells the owners what went to the lab: {thing}."),
    _ASKED: N_("Questions about who talks made people talk; what went to the lab: {thing}."),
    _PLUGGED: N_("Fewer people will talk about what went to the lab: {thing}."),
    _CONTRADICTED: N_("Documents contradict the founder's denial; what went to the lab: {thing}."),
    _DENIED: N_("The founder denies that anything was taken; what is meant: {thing}."),
    _TRUE_EXCUSE: N_("The founder explains what the carmaker could not use itself: {thing}."),
    _NO_EXCUSE: N_("The founder explains what went to the lab; few are convinced: {thing}."),
    _APOLOGY: N_("The founder apologises to the owners for what went to the lab: {thing}."),
}
"""The same of what is no chip."""
_THINGS: Final = {
    Thing.RESEARCHERS: N_("researchers"),
    Thing.SITE: N_("a site with its power"),
    Thing.DATA: N_("fleet records"),
    Thing.CHANNEL: N_("the cars as a channel"),
}
_ON_THE_BOOKS: Final = (Terms.PAID, Terms.LEASE)


def report_news(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Publish what the founder says, what is announced or filed, and what leaks this month."""
    events = [
        event
        for _, command in orders.of(Speak)
        if (act := _find(world, command.act)) and (event := _speak(world, act, command.stance))
    ]
    for place, act in enumerate(world.affairs.acts):
        if act.published is not None and (act.refuted or not act.denied):
            continue  # nothing is left to come out; the luck of an act is its own
        luck = chance.stream(world.month, f"leak {place}")
        drawn, week = luck.below(PPM), week_of(world.month) + luck.below(weeks_of(world.month))
        if act.published is None:
            events += _come_out(world, act, week, drawn)
        elif drawn < leak_ppm(world.rules, act, world.affairs):
            events.append(_refute(world, act, week))
    for _, command in orders.of(PlugLeak):
        act = _find(world, command.act)
        if act is not None and act.published is None and not act.plugged:
            events.append(_plug(world, act, chance))
    _assign(world, orders)
    return events


def _plug(world: World, act: Act, chance: Chance) -> Event:
    """Set people to keep a secret; who asks too many questions gives it away."""
    act.plugged = True
    if chance.stream(world.month, f"plug {act.id}").below(PPM) < world.rules.court.plug_backfires:
        return _publish(world, act, week_of(world.month + 1) - 1, _ASKED)
    event = _tell(Happening.LEAK_PLUGGED, act, _PLUGGED, 0)
    return msgspec.structs.replace(event, known_to=Seat.FOUNDER)


def _find(world: World, act_id: int) -> Act | None:
    return next((act for act in world.affairs.acts if act.id == act_id), None)


def _come_out(world: World, act: Act, week: int, drawn: int) -> list[Event]:
    """Publish a secret act if it was announced, is filed this month, or leaks."""
    if act.disclosed or act.voted or act.thing is Thing.CHANNEL:
        told = _VOTED if act.voted else _TOLD if act.disclosed else _LEAKED
        return [_publish(world, act, week_of(world.month), told)]
    if act.terms in _ON_THE_BOOKS and (world.month - 1) % 3 == 0 and world.month > act.month:
        return [_publish(world, act, week, _LEASED if act.terms is Terms.LEASE else _FILED)]
    if drawn >= leak_ppm(world.rules, act, world.affairs):
        return []
    act.refuted = act.denied
    return [_publish(world, act, week, _LEAKED)]


def _publish(world: World, act: Act, week: int, msgid: str) -> Event:
    act.published = world.month
    act.idle_share = found_idle(world, act)
    world.affairs.stories.append(act_story(world, act, week))
    if act.thing is Thing.DATA:
        world.affairs.stories.append(privacy_story(world, week))
    if act.voted:
        return _tell(Happening.STATEMENT, act, msgid, 0)
    return _tell(Happening.STATEMENT if act.disclosed else Happening.LEAK, act, msgid, -1)


def _refute(world: World, act: Act, week: int) -> Event:
    act.refuted = True
    world.affairs.stories.append(refuted_story(world, act, week))
    return _tell(Happening.LEAK, act, _CONTRADICTED, -1)


def _speak(world: World, act: Act, stance: Stance) -> Event | None:
    match stance:
        case Stance.DISCLOSE:
            if act.published is not None:
                return None
            act.disclosed = True
            act.refuted = act.denied  # who discloses what was denied refutes it
            return _publish(world, act, week_of(world.month), _TOLD)
        case Stance.JUSTIFY:
            return _justify(world, act)
        case Stance.DENY:
            if act.refuted or act.disclosed:
                return None
            act.denied = True
            _quieten(world, act, world.rules.court.denial_salience)
            return _tell(Happening.STATEMENT, act, _DENIED, 0)
        case Stance.APOLOGISE:
            return _apologise(world, act)


def _justify(world: World, act: Act) -> Event | None:
    """Explain an act once; the excuse works if it is true."""
    if act.justified or act.published is None:
        return None
    act.justified = True
    if act.idle_share > world.rules.court.justified_idle:
        return _tell(Happening.STATEMENT, act, _NO_EXCUSE, 0)
    _quieten(world, act, world.rules.court.justified_salience)
    return _tell(Happening.STATEMENT, act, _TRUE_EXCUSE, 1)


def _apologise(world: World, act: Act) -> Event | None:
    """Apologise for a published act, once; it mends a part of what was broken."""
    if act.repaired or act.published is None:
        return None
    act.repaired = True
    world.affairs.stories.append(amends_story(world, _SORRY, act))
    return _tell(Happening.STATEMENT, act, _APOLOGY, 1)


def _quieten(world: World, act: Act, factor: float) -> None:
    """Make the live stories of an act less loud."""
    world.affairs.stories = [
        msgspec.structs.replace(story, salience=story.salience * factor) if story.act == act.id else story
        for story in world.affairs.stories
    ]


def _assign(world: World, orders: Orders) -> None:
    """Send the reporters where the press wants them next month."""
    affairs, most = world.affairs, world.rules.court.attention_most
    affairs.investigated, affairs.investigation_ppm = None, PPM
    for seat, command in orders.of(Investigate):
        if seat is Seat.PRESS:
            affairs.investigated = command.subject
            affairs.investigation_ppm = min(most, max(0, command.effort_ppm))


def _tell(kind: Happening, act: Act, msgid: str, good: int) -> Event:
    if act.thing is Thing.CHIPS:
        sentence = Sentence(msgid, {"quantity": chips(act.quantity)})
    else:
        sentence = Sentence(_SAID[msgid], {"thing": Term(_THINGS[act.thing])})
    return Event(
        kind=kind,
        firm=Firm.TESLA,
        numbers={"act": act.id, "quantity": act.quantity},
        sentence=sentence,
        good=good,
    )
