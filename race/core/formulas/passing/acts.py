"""The file of acts: how a diversion is entered, and how what can go home goes home.

The laws of chips, things and the court share these few lines.
"""

from math import fsum

from race.core.formulas.passing.diversion import Given, Weight
from race.core.formulas.race.chips import traded
from race.core.formulas.race.people import count_carmaker, leave
from race.core.ids import PPM, Firm, Terms, Thing
from race.core.world import Act, Site, World


def given_of(world: World) -> Given:
    """Return the position in which a law makes a diversion."""
    return Given(
        rules=world.rules,
        setting=world.setting,
        carmaker=world.carmaker,
        lab=world.labs[Firm.XAI],
        lines=world.market.lines,
        now=world.month,
    )


def new_act(number: int, month: int, taken: tuple[Thing, int, Terms], weight: Weight) -> Act:
    """Return the act that a taking becomes, whether it is written into the file or only weighed."""
    thing, quantity, terms = taken
    return Act(
        id=number,
        month=month,
        thing=thing,
        quantity=quantity,
        terms=terms,
        severity=weight.severity,
        idle_share=weight.idle_share,
        since=weight.start,
        months=weight.months_away,
        ahead=weight.ahead,
        value_usd=weight.value_usd,
        paid_usd=weight.price_usd,
        rent_usd=weight.rent_usd,
        until=weight.until,
        outstanding=0 if terms is Terms.SWAP else quantity,
        insiders=weight.insiders,
        disclosed=terms is Terms.DISCLOSED,
        voted=weight.voted,
    )


def enter(world: World, thing: Thing, quantity: int, terms: Terms, weight: Weight) -> Act:
    """Write an act into the file; the same thing in one month on the same terms is one act.

    What the owners have voted for stands apart from what the founder took.
    """
    for act in world.affairs.acts:
        if (
            act.month == world.month
            and act.terms is terms
            and act.thing is thing
            and act.voted is weight.voted
        ):
            _enlarge(act, quantity, weight)
            return act
    act = new_act(world.new_id(), world.month, (thing, quantity, terms), weight)
    world.affairs.acts.append(act)
    return act


def _enlarge(act: Act, quantity: int, weight: Weight) -> None:
    together = act.severity + weight.severity
    act.idle_share = (act.idle_share * act.severity + weight.idle_share * weight.severity) / max(
        1e-12, together
    )
    act.severity = together
    act.since = min(act.since, weight.start)
    act.months = max(act.months, weight.months_away)
    act.ahead = min(act.ahead, weight.ahead)
    act.quantity += quantity
    act.value_usd += weight.value_usd
    act.paid_usd += weight.price_usd
    act.rent_usd += weight.rent_usd
    act.until = None if act.until is None else max(act.until, weight.until or 0)
    act.outstanding += 0 if act.terms is Terms.SWAP else quantity
    act.insiders = max(act.insiders, weight.insiders)


def swaps_seen(world: World) -> float:
    """Return the slots the chipmaker has seen change hands, in whole months of the carmaker's deliveries."""
    swaps = [act for act in world.affairs.acts if act.terms is Terms.SWAP]
    return fsum([traded(world.rules, world.setting, act.quantity, act.month) for act in swaps])


def bring_people_home(world: World, people: int) -> int:
    """Move researchers from the lab back to the carmaker and return how many went."""
    lab, carmaker, rules = world.labs[Firm.XAI], world.carmaker, world.rules.race
    went = max(0, min(people, lab.researchers - 1))
    leave(world.rules, lab, went, PPM)
    lab.people_lost -= went  # a lab that keeps its word has lost nobody
    lab.recipe -= rules.recipe_person * went
    carmaker.researchers += went
    carmaker.autonomy = min(PPM - 1, carmaker.autonomy + went * rules.autonomy_person)
    count_carmaker(world, -went)
    return went


def switch_channel(world: World, *, on: bool) -> None:
    """Let the cars carry the lab's product, or no longer; nothing happens when it is so already."""
    lab, reach = world.labs[Firm.XAI], world.rules.diversion.channel_reach
    if on is (world.carmaker.channel is not None):
        return
    lab.reach += reach if on else -reach
    world.carmaker.channel = lab.incidents if on else None


def send_home(world: World, site: Site) -> None:
    """Give a diverted site back to the carmaker; the lab's chips in it go to the lab's warehouse."""
    lab = world.labs[Firm.XAI].depot
    lab.sites.remove(site)
    for batch in lab.batches:
        if batch.site == site.id:
            batch.site = None
    site.ready = max(site.opened, site.ready) if site.cost_usd else site.opened
    site.act = None
    world.carmaker.depot.sites.append(site)
