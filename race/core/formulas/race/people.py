"""What draws researchers to a lab, what they are worth to it, and how they come and go.

A researcher is always at one lab, at the carmaker, in the open market or out of the field: whoever
moves people does it here, so that nobody is lost or made up.
"""

from collections.abc import Sequence
from math import fsum
from typing import Final

import msgspec

from race.core.exact import exp, log, logs_of
from race.core.formulas.race.chips import part_of_flow
from race.core.formulas.race.quality import LN2, people_gain
from race.core.ids import LABS, PPM, Firm, Thing
from race.core.rulebook import Rulebook
from race.core.rulebook.founder import DiversionRules
from race.core.rulebook.talent import TalentRules
from race.core.world import Act, Lab, World

_XAI: Final = Firm.XAI

_SURE: Final = 1e-9
"""Beyond a bound by this much, no rounding brings a logarithm back."""


class Workplace(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What people who look for work know of a lab."""

    firm: Firm
    researchers: int
    fleet: int
    """Estimated running compute, H100e."""
    rank: int
    """Place in the league, 1 first."""
    incidents: int
    scandal: float
    """How loudly it is in the news for what it took from the carmaker, 0-1."""
    safety: int
    """Share of compute for safety, ppm: the culture one hears about."""
    pay: int = PPM
    """Pay, ppm of the usual."""
    culture: float = 0.0
    """How well people like it there for reasons of its own, utility units."""


def workplaces(world: World, fleets: dict[Firm, int], order: Sequence[Firm]) -> tuple[Workplace, ...]:
    """Return the labs as places to work; `fleets` are in H100e, `order` is the league, best first."""
    ranks = dict.fromkeys(world.labs, len(LABS))
    ranks.update({firm: place for place, firm in enumerate(order, start=1)})
    since = world.month - world.rules.talent.scandal_months
    talked = [act for act in world.affairs.acts if act.published is not None and act.published >= since]
    scandal = _scandal(world, talked) if talked else 0.0
    return tuple(
        [
            Workplace(
                firm=firm,
                researchers=lab.researchers,
                fleet=fleets[firm],
                rank=ranks[firm],
                incidents=lab.incidents,
                scandal=scandal if firm is _XAI else 0.0,
                safety=lab.split.safety,
                pay=lab.pay_level,
                culture=lab.culture,
            )
            for firm, lab in world.labs.items()
        ]
    )


def _scandal(world: World, talked: Sequence[Act]) -> float:
    """Return how loud it is, 0-1: of a small part of a quarter's deliveries nobody talks for long.

    Other things than chips are talked about in full.
    """
    if any(act.thing is not Thing.CHIPS for act in talked):
        return 1.0
    taken = sum([act.quantity for act in talked])
    part = part_of_flow(world.rules, world.setting, taken, world.month, world.rules.talent.scandal_months)
    return part * part


def draws(rules: Rulebook, places: Sequence[Workplace]) -> dict[Firm, float]:
    """Return how much each lab draws people, utility units, about 0 for an ordinary one, within bounds."""
    most = rules.talent.draw_most
    found = {}
    for firm, pull in parts_of_draw(rules, places).items():
        draw = pull.whole()
        found[firm] = draw if -most <= draw <= most else most if draw > 0.0 else -most
    return found


class Pull(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What draws people to a lab, part by part, utility units; `draws` is their sum within bounds."""

    compute: float
    rank: float
    safety: float
    pay: float
    culture: float
    scandal: float
    incidents: float

    def whole(self) -> float:
        """Return the sum of the parts."""
        # in this order: the sum is part of the golden games
        told = self.compute + self.rank + self.safety + self.culture
        return told + self.scandal + self.incidents + self.pay


def parts_of_draw(rules: Rulebook, places: Sequence[Workplace]) -> dict[Firm, Pull]:
    """Return each lab's draw opened into its parts.

    Compute per head and pay count by their logarithms, rank by its distance to the middle.
    """
    talent, middle, need = rules.talent, (len(places) + 1) / 2, rules.race.safety_need
    loads = [place.fleet / (place.researchers or 1) for place in places]
    heads = logs_of([load if load > 1.0 else 1.0 for load in loads])
    mean, steps = fsum(heads) / len(heads), max(1.0, middle - 1.0)
    found = {}
    for place, head in zip(places, heads, strict=True):
        care = place.safety / PPM / need - 1.0 if need else 0.0
        found[place.firm] = Pull(
            compute=talent.draw_compute * (head - mean),
            rank=talent.draw_rank * (middle - place.rank) / steps,
            safety=talent.draw_safety * (care if care < 1.0 else 1.0),
            pay=talent.draw_pay * log(place.pay / PPM) if place.pay != PPM else 0.0,
            culture=place.culture,
            scandal=-talent.draw_scandal * place.scandal,
            incidents=-talent.draw_incident * place.incidents,
        )
    return found


def quit_hazard(rules: Rulebook, draw: float) -> float:
    """Return the part of a lab's researchers who leave in a month, by its draw.

    >>> [round(quit_hazard(Rulebook(), draw), 4) for draw in (-0.6, 0.0, 0.8)]
    [0.0182, 0.0135, 0.009]
    """
    return rules.race.quit_rate * exp(-rules.talent.quit_steep * draw)


def raid_chance(rules: Rulebook, own: float, target: float) -> float:
    """Return the chance that a researcher who is called comes, by both labs' draws.

    >>> [round(raid_chance(Rulebook(), own, 0.0), 2) for own in (-1.0, 0.0, 1.0)]
    [0.36, 0.6, 0.95]
    """
    return min(
        rules.talent.raid_most, rules.race.raid_success * exp(rules.talent.raid_steep * (own - target))
    )


def drawn_by(rules: TalentRules, head: float) -> float:
    """Return how much faster than others a lab grows whose compute per head is e^`head` times theirs.

    >>> [round(drawn_by(TalentRules(), head), 2) for head in (-9.0, -1.0, 0.0, 0.5, 9.0)]
    [0.25, 0.25, 1.0, 2.12, 4.0]
    """
    most, steep = rules.grow_most, rules.grow_steep * head
    beyond = log(most) + _SURE  # most labs are: their exponential need not be known
    if steep > beyond or steep < -beyond:
        return most if steep > 0.0 else 1.0 / most
    faster = exp(steep)
    if 1.0 / most <= faster <= most:
        return faster
    return most if faster > most else 1.0 / most


def founding_gain(rules: TalentRules, researchers: int, head: float) -> float:
    """Return what known people who help to found a lab add to its method for good, Elo in a month.

    They come to a small team with chips to work with: `head` is the logarithm of its own chips for
    each researcher, over the other labs'. They are few: somewhat more than that draws them all.

    >>> [round(founding_gain(TalentRules(), 40, log(times)), 2) for times in (1.0, 2.0, 2.2974, 2.639, 9.0)]
    [0.0, 0.0, 0.75, 1.5, 1.5]
    >>> founding_gain(TalentRules(), 400, 3.0)
    0.0
    """
    beyond = head / LN2 - rules.founding_from
    if researchers >= rules.founding_heads or beyond <= 0.0:
        return 0.0
    part = beyond / rules.founding_most
    return rules.founding_elo * (part if part < 1.0 else 1.0)


def talent_growth(lab: Lab) -> float:
    """Return a lab's talent (number x skill) over that of the first day."""
    return (lab.researchers or 1) / (lab.researchers_start or 1) * (lab.skill / PPM)


def talent_doublings(rules: TalentRules, own: float, others: float) -> float:
    """Return talent's growth against the others' mean growth, in doublings, bounded.

    >>> [round(talent_doublings(TalentRules(), log(own), 0.0), 2) for own in (0.5, 1.0, 2.0, 99.0)]
    [-1.0, 0.0, 1.0, 2.0]
    """
    most, doublings = rules.talent_most, (own - others) / LN2
    if -most <= doublings <= most:
        return doublings
    return most if doublings > 0.0 else -most


def join(lab: Lab, people: int, skill: int) -> None:
    """Let people of a mean skill, ppm of the usual, start at a lab."""
    together = lab.researchers + people
    lab.skill = (lab.skill * lab.researchers + skill * people) // (together or 1)
    lab.researchers = together
    lab.staff += people


def leave(rules: Rulebook, lab: Lab, people: int, skill: int) -> None:
    """Let people of a mean skill, ppm of the usual, leave a lab, which keeps at least one."""
    rest = lab.researchers - people
    lab.skill = max(rules.talent.skill_least, (lab.skill * lab.researchers - skill * people) // (rest or 1))
    lab.researchers = rest
    lab.staff -= people
    lab.people_lost += people


def carry(world: World, source: Lab, target: Lab, people: int) -> None:
    """Let known people move from lab to lab; what they know of method goes with them."""
    rules = world.rules
    skill = source.skill * rules.talent.skill_known // PPM
    if rules.switches.diffusion:
        target.recipe += people_gain(rules.race, target, people)
        source.recipe -= rules.race.recipe_person * people
    leave(rules, source, people, skill)
    join(target, people, skill)


def carried(rules: DiversionRules, people: int) -> float:
    """Return what the carmaker's people lift the lab's method by while they stay, Elo.

    They have run large clusters and learned from a fleet; the first know most of what the others know.

    >>> [round(carried(DiversionRules(), people), 1) for people in (0, 5, 20, 60)]
    [0.0, 0.8, 2.0, 3.0]
    """
    return rules.people_goal * people / (people + rules.people_half)


def from_carmaker(world: World, people: int) -> int:
    """Move researchers from the carmaker to the founder's lab and return how many came.

    Their autonomy programme loses them; what it is called before the owners is not decided here.
    """
    lab, carmaker, rules = world.labs[_XAI], world.carmaker, world.rules
    came = max(0, min(people, carmaker.researchers))
    carmaker.researchers -= came
    count_carmaker(world, came)
    if rules.switches.diffusion:
        lab.recipe += people_gain(rules.race, lab, came)
    join(lab, came, PPM)
    carmaker.autonomy = max(0, carmaker.autonomy - came * rules.race.autonomy_person)
    return came


def count_carmaker(world: World, people: int) -> None:
    """Count people who came from the carmaker, or went back (below 0), and what their method is worth."""
    lab, rules, there = world.labs[_XAI], world.rules, world.people.from_carmaker
    world.people.from_carmaker = there + people
    if rules.switches.other_things:
        lab.recipe_goal += carried(rules.diversion, there + people) - carried(rules.diversion, there)


def counted(world: World) -> tuple[int, int]:
    """Return all researchers there are and all there should be: the two are always equal."""
    people = world.people
    there = sum([lab.researchers for lab in world.labs.values()])
    there += world.carmaker.researchers + people.looking + people.left
    return there, people.first_day + people.newcomers
