"""Public claims: a lab says what it will have by a date; the others make of it what its word is worth.

Until the date, estimates lean toward the claim by the lab's credibility, as far as permits bear it
out; a fleet far beyond the known permits, or a score far beyond the league's, is laughed at.
On the date it is held against what is there: a kept claim raises credibility, a missed one lowers
it by how far it was missed. Credibility returns slowly to the usual.
"""

from msgspec.structs import replace

from race.core.chance import Chance
from race.core.commands import Announce, Orders
from race.core.events import Event, Happening
from race.core.formulas.race.claims import fulfilment, judged, known_places
from race.core.ids import PPM, Claim, Firm, lab_of
from race.core.words import N_, Name, Quantity, Sentence, chips, elo, month
from race.core.world import Lab, Said, World


def keep_face(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Check the claims that fall due, let credibility fade, and take new claims."""
    del chance  # a claim is kept or it is not
    if not world.rules.switches.announcing:
        return []
    events: list[Event] = []
    for lab in world.labs.values():
        _fade(world, lab)
        if lab.claims:
            events += _check(world, lab)
    for seat, command in orders.of(Announce):
        firm = lab_of(seat)
        if firm is not None:
            events.append(_say(world, world.labs[firm], command))
    return events


def _fade(world: World, lab: Lab) -> None:
    fog = world.rules.fog
    lab.credibility += int((fog.credibility_start - lab.credibility) * fog.credibility_fade)


def _check(world: World, lab: Lab) -> list[Event]:
    events: list[Event] = []
    claims = []
    for said in lab.claims:
        if said.kept is None and said.due <= world.month:
            part = fulfilment(world.rules.fog, said, _there(lab, said.claim))
            lab.credibility = judged(world.rules.fog, lab.credibility, part)
            events.append(_tell(lab, said, kept=part >= 1.0))
            claims.append(replace(said, kept=part >= 1.0))
        elif said.kept is None or world.month - said.due < world.rules.fog.claim_remembered:
            claims.append(said)
    lab.claims = claims
    return events


def _there(lab: Lab, claim: Claim) -> float:
    """Return what the lab has of what it claimed."""
    if claim is Claim.FLEET:
        return lab.depot.running()
    return lab.published()


def _say(world: World, lab: Lab, command: Announce) -> Event:
    said = Said(
        claim=command.claim,
        quantity=command.quantity,
        made=world.month,
        due=command.due,
        before=int(_there(lab, command.claim)),
    )
    lab.claims.append(said)
    if _brash(world, lab, said):
        lab.credibility -= int(lab.credibility * world.rules.fog.brash_cost)
    text = N_("{firm} announces {quantity} running chips by {due}.")
    if command.claim is Claim.RELEASE:
        text = N_("{firm} announces a release that scores {quantity} by {due}.")
    return Event(
        kind=Happening.CLAIM_MADE,
        firm=lab.firm,
        numbers={"quantity": command.quantity, "due": command.due},
        sentence=Sentence(
            text, {"firm": Name(lab.firm), "quantity": _written(said), "due": month(command.due)}
        ),
    )


def _brash(world: World, lab: Lab, said: Said) -> bool:
    """Return whether a claim is so far beyond what anybody can see that it is laughed at."""
    fog = world.rules.fog
    if said.claim is Claim.FLEET:
        places = known_places(world.rules, lab, said)
        return places is not None and said.quantity > fog.claim_brash * places
    top = max([best.elo_published for each in world.labs.values() if (best := each.best())], default=0.0)
    return said.quantity > top + fog.claim_brash_elo


def _written(said: Said) -> Quantity:
    return chips(said.quantity) if said.claim is Claim.FLEET else elo(said.quantity)


def _tell(lab: Lab, said: Said, *, kept: bool) -> Event:
    text = N_("{firm} has the {quantity} running chips it announced.")
    if said.claim is Claim.RELEASE:
        text = N_("{firm} has the release it announced, at {quantity}.")
    if not kept:
        text = N_("{firm} does not have the {quantity} running chips it announced.")
        if said.claim is Claim.RELEASE:
            text = N_("{firm} does not have the release it announced, at {quantity}.")
    own = lab.firm is Firm.XAI
    return Event(
        kind=Happening.CLAIM_KEPT if kept else Happening.CLAIM_MISSED,
        firm=lab.firm,
        numbers={"quantity": said.quantity, "credibility": round(lab.credibility / PPM, 3)},
        sentence=Sentence(text, {"firm": Name(lab.firm), "quantity": _written(said)}),
        good=0 if not own else 1 if kept else -1,
    )
