"""How heavy a diversion weighs once it is known, and how likely a secret one is to come out.

*Gross* is what plaintiffs plead: they do not know the excuse. *Seen* is what moves trust: it counts
what the carmaker could have powered. Damage saturates: the tenth crate hurts less than the first.
"""

from functools import lru_cache

from race.core.exact import exp
from race.core.ids import OWN_FIRMS, PPM, Person, Terms, Thing
from race.core.rulebook import Rulebook
from race.core.world import Act, Affairs


def saturated(rules: Rulebook, severity: float) -> float:
    """Return 1 - exp(-severity / saturation), 0 to 1.

    >>> [round(saturated(Rulebook(), f), 2) for f in (0.0, 0.14, 0.34, 0.8)]
    [0.0, 0.43, 0.74, 0.96]
    """
    return _saturated(max(0.0, severity), rules.owners.saturation)  # a wish may ask for less than nothing


@lru_cache(maxsize=256)
def _saturated(severity: float, saturation: float) -> float:
    """Return the same for an act's severity: it never changes, and every reader asks for it again."""
    return 1.0 - exp(-severity / saturation)


def terms_weight(rules: Rulebook, act: Act) -> float:
    """Return T: how much an act's terms excuse it; announced first and voted multiply."""
    owners = rules.owners
    weight = bare_terms(rules, act.terms)
    weight *= owners.terms_disclosed if act.disclosed else 1.0
    weight *= rules.diversion.terms_people if act.thing is Thing.RESEARCHERS else 1.0
    return weight * (owners.terms_voted if act.voted else 1.0)


def bare_terms(rules: Rulebook, terms: Terms) -> float:
    """Return T of terms alone, whoever announced or approved them.

    >>> [bare_terms(Rulebook(), terms) for terms in (Terms.SILENT, Terms.SWAP, Terms.PAID)]
    [1.0, 0.8, 0.5]
    """
    owners = rules.owners
    return {
        Terms.SILENT: owners.terms_silent,
        Terms.SWAP: owners.terms_swap,
        Terms.PAID: owners.terms_paid,
        Terms.DISCLOSED: owners.terms_cost,
        Terms.LEASE: owners.terms_lease,
    }[terms]


def weight_of(rules: Rulebook, act: Act) -> float:
    """Return the first two factors of an act's weight: saturated severity x terms, 0 to 1."""
    return saturated(rules, act.severity) * terms_weight(rules, act)


def gross(rules: Rulebook, act: Act, earlier: int) -> float:
    """Return what an act weighs in a complaint, given the number of earlier published acts.

    >>> facts = {"id": 1, "month": 1, "quantity": 12_000, "idle_share": 0.0, "value_usd": 0}
    >>> swap = Act(**facts, terms=Terms.SWAP, severity=0.14)
    >>> [round(gross(Rulebook(), swap, n), 3) for n in (0, 1, 3)]
    [0.343, 0.463, 0.703]
    """
    owners = rules.owners
    refuted = owners.refuted_gross if act.refuted else 1.0
    return min(owners.gross_most, weight_of(rules, act) * (1.0 + owners.repeated * earlier) * refuted)


def seen(rules: Rulebook, act: Act, earlier: int) -> float:
    """Return what an act weighs with the owners, who know what could have been powered.

    >>> facts = {"id": 1, "month": 1, "quantity": 12_000, "value_usd": 0}
    >>> silent = Act(**facts, terms=Terms.SILENT, severity=0.34, idle_share=1.0)
    >>> swap = Act(**facts, terms=Terms.SWAP, severity=0.14, idle_share=0.0)
    >>> round(seen(Rulebook(), silent, 0), 2), round(seen(Rulebook(), swap, 0), 2)
    (0.74, 0.1)
    """
    owners = rules.owners
    idle = owners.idle_least + (1.0 - owners.idle_least) * act.idle_share
    refuted = owners.refuted_seen if act.refuted else 1.0
    known = weight_of(rules, act) * (1.0 + owners.repeated * earlier) * idle * refuted
    return min(owners.seen_most, known)


def salience(rules: Rulebook, act: Act) -> float:
    """Return how loud the story of an act is on its day, 0 to 1."""
    return min(1.0, rules.owners.salience_base + weight_of(rules, act))


def effects(rules: Rulebook, weight: float) -> tuple[int, ...]:
    """Return the loss of trust of each kind for an act of this seen weight, ppm, before its trust.

    >>> effects(Rulebook(), 0.1)
    (-3000, -8000, -10000, -18000, -24000, -30000, 0)
    """
    weight *= rules.trait.takings
    return tuple(-int(kind.acts * weight * PPM + 0.5) for kind in rules.owners.kinds)


def earlier_published(affairs: Affairs, act: Act) -> int:
    """Return how many other acts the public learned of before this one (or up to now)."""
    return sum(
        1
        for other in affairs.acts
        if other.id != act.id
        and other.published is not None
        and not other.voted
        and (act.published is None or (other.published, other.id) < (act.published, act.id))
    )


def curiosity(affairs: Affairs) -> int:
    """Return how much likelier the reporters sent this month make leaks at the two companies, ppm.

    >>> curiosity(Affairs()), curiosity(Affairs(investigated=OWN_FIRMS[0], investigation_ppm=1_400_000))
    (1000000, 1400000)
    """
    return affairs.investigation_ppm if affairs.investigated in OWN_FIRMS else PPM


def refuting(rules: Rulebook, affairs: Affairs) -> float:
    """Return how much likelier than usual a denial is refuted: more, while there is no general counsel."""
    return 1.0 if affairs.house.holds(Person.COUNSEL) else rules.house.refuting


def leak_ppm(rules: Rulebook, act: Act, affairs: Affairs) -> int:
    """Return the chance that a secret act comes out in a month, ppm: shown and drawn alike.

    More people who know, more chips, more acts and curious reporters make it likelier.

    >>> facts = {"id": 1, "month": 1, "quantity": 12_000, "idle_share": 0.0, "value_usd": 0}
    >>> swap = Act(**facts, terms=Terms.SWAP, severity=0.14, insiders=31)
    >>> leak_ppm(Rulebook(), swap, Affairs(acts=[swap]))
    106651
    """
    court = rules.court
    if not rules.switches.leaks:
        return 0
    alike = sum([other.thing is act.thing for other in affairs.acts])
    hazard = court.leak * act.insiders * (1.0 + court.leak_size * min(1.0, act.severity))
    hazard *= 1.0 + court.leak_again * (alike - 1)
    hazard *= curiosity(affairs) / PPM
    hazard *= court.plug_leak if act.plugged else 1.0
    hazard *= refuting(rules, affairs) if act.denied else 1.0
    return int(PPM * (1.0 - exp(-hazard)))
