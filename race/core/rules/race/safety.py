"""Safety: skipped care builds risk, risk surfaces as incidents, the last one may be everybody's.

Risk grows while a lab spends less on safety than it needs and with every untested release; care
mends a part of it each month.
An incident near the frontier alarms lawmakers, who may set a limit; a limit slows the building of
risk at all labs.
A frontier lab beyond the precipice can cause a frontier incident: with no limit in force it is a
catastrophe for everyone.
"""

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event, Happening
from race.core.formulas.race.temper import incident_chance, risk_after
from race.core.ids import PPM, Firm
from race.core.receipts import Account
from race.core.words import N_, Sentence
from race.core.world import Lab, World

_LEFT = Sentence(N_("Left after an incident"))
_BILL = Sentence(N_("Bill for an incident"))
_INCIDENT = N_("An incident with a lab's release makes headlines.")
_INCIDENT_LIMITS = N_(
    "An incident with a lab's release makes headlines; lawmakers set a limit on dangerous releases."
)
_OWN_INCIDENT = N_("An incident with your lab's release makes headlines.")
_OWN_INCIDENT_LIMITS = N_(
    "An incident with your lab's release makes headlines; lawmakers set a limit on dangerous releases."
)


def run_risks(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Build and mend every lab's risk, and let incidents happen."""
    if not world.rules.switches.safety:
        return []
    del orders  # the split and the tests were chosen in training and releases
    shelves = [(lab, lab.best()) for lab in world.labs.values()]
    top = max([best.elo_true for _, best in shelves if best], default=0.0)
    draws = chance.stream(world.month, "safety").uniforms(3 * len(shelves))  # everybody draws
    rules, limited = world.rules.race, world.market.regulated
    events: list[Event] = []
    for k, (lab, best) in enumerate(shelves):
        lab.safety_debt = risk_after(rules, lab.safety_debt, lab.split.safety, limited=limited)
        if best and draws[3 * k] < incident_chance(rules, lab.safety_debt, open_weights=best.open_weights):
            events.append(_have_incident(world, lab, top - best.elo_true, draws[3 * k + 1]))
    for k, (lab, best) in enumerate(shelves):  # a limit that was set this month holds for all of them
        edge = best and top - best.elo_true <= rules.precipice_near and best.elo_true >= rules.precipice_elo
        if edge and draws[3 * k + 2] < rules.precipice_rate * lab.safety_debt / PPM:
            events.append(_fall(world, lab))
    return events


def _have_incident(world: World, lab: Lab, behind: float, politics: float) -> Event:
    """Let an incident happen at a distance to the best, Elo; `politics` is a draw, 0-1."""
    rules = world.rules.race
    _come_out(world, lab)
    lab.share_ppm = int(lab.share_ppm * (1.0 - rules.incident_users))
    left = int(lab.users_k * rules.incident_users)
    lab.users_k -= left
    world.post(lab.firm, Account.USERS, -left, _LEFT)
    lab.business_ppm = int(lab.business_ppm * (1.0 - rules.incident_users))
    world.pay(lab.firm, -rules.incident_usd, _BILL)
    limits = behind <= rules.limit_near and not world.market.regulated and politics < rules.limit_chance
    if limits:
        world.market.regulated = True
    # of other labs nothing is said by name: what happens to them here is made up
    own = lab.firm is Firm.XAI
    text = _OWN_INCIDENT if own else _INCIDENT
    if limits:
        text = _OWN_INCIDENT_LIMITS if own else _INCIDENT_LIMITS
    return _tell(lab, text, frontier=0.0)


def _fall(world: World, lab: Lab) -> Event:
    """Let a frontier incident happen; a limit in force contains it."""
    if world.market.regulated:
        _come_out(world, lab)
        return _tell(lab, N_("A frontier incident is contained: a limit was in force."), frontier=1.0)
    lab.incidents += 1
    world.market.catastrophe = True
    return _tell(lab, N_("A frontier incident cannot be contained: no limit was in force."), frontier=1.0)


def _come_out(world: World, lab: Lab) -> None:
    """Count an incident, and mend what it has brought to light."""
    lab.incidents += 1
    lab.safety_debt = int(lab.safety_debt * world.rules.race.incident_leaves)


def _tell(lab: Lab, text: str, *, frontier: float) -> Event:
    return Event(
        kind=Happening.INCIDENT,
        firm=lab.firm,
        numbers={"frontier": frontier},
        sentence=Sentence(text),
        good=-1 if lab.firm is Firm.XAI or frontier else 0,
    )
