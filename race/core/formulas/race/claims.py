"""What a public claim is believed, what investors pay for it and what it costs to miss it.

Numbers in, numbers out; shared by the law, the view and the books.
"""

from msgspec.structs import replace

from race.core.exact import log
from race.core.formulas.race.chips import capacity_kw
from race.core.formulas.race.quality import LN2
from race.core.ids import PPM, Claim
from race.core.rulebook import Rulebook
from race.core.rulebook.fog import FogRules
from race.core.world.lab import Lab, Said


def fulfilment(rules: FogRules, said: Said, there: float) -> float:
    """Return how far a claim is met by what is there, 0-1 (1: kept), the slack allowed for.

    >>> fleet = Said(claim=Claim.FLEET, quantity=100_000, made=1, due=6, before=20_000)
    >>> [round(fulfilment(FogRules(), fleet, there), 2) for there in (20_000, 60_000, 90_000, 120_000)]
    [0.0, 0.57, 1.0, 1.0]
    """
    slack = said.quantity * rules.claim_slack if said.claim is Claim.FLEET else rules.claim_slack_elo
    needed = said.quantity - slack
    if there >= needed:
        return 1.0
    return max(0.0, (there - said.before) / max(1.0, needed - said.before))


def judged(rules: FogRules, credibility: int, part: float) -> int:
    """Return a lab's credibility after a claim was met to a part, ppm.

    >>> [judged(FogRules(), 500_000, part) for part in (1.0, 0.5, 0.0)]
    [625000, 325000, 150000]
    """
    if part >= 1.0:
        return credibility + int((PPM - credibility) * rules.credibility_kept)
    return credibility - int(credibility * rules.credibility_missed * (1.0 - part))


def known_places(rules: Rulebook, lab: Lab, said: Said) -> float | None:
    """Return the chips for which a lab has permits by the date of its claim, H100e.

    Whoever builds for himself needs permits, which anybody can read; None: a partner's halls, which
    nobody can.
    """
    if any(site.hosted for site in lab.depot.sites):
        return None
    return capacity_kw(lab.depot, said.due) / rules.chips.kw_h100


def permitted(rules: FogRules, said: Said, places: float | None) -> Said:
    """Return a claim as far as permits bear it out; chips beyond the known `places` are half a rumour.

    >>> said = Said(claim=Claim.FLEET, quantity=90_000, made=1, due=9, before=10_000)
    >>> [permitted(FogRules(), said, places).quantity for places in (None, 30_000, 100_000)]
    [90000, 48000, 90000]
    """
    if said.claim is not Claim.FLEET or places is None or said.quantity <= places:
        return said
    return replace(said, quantity=int(places + rules.claim_unpermitted * (said.quantity - places)))


def believed(said: Said, credibility: int, now: float, month: int) -> float:
    """Return what others think a lab has now, who would otherwise think `now`, because of its claim.

    The claim grows on them from the month it is made to its date; a claim below what they think is
    no news.

    >>> said = Said(claim=Claim.FLEET, quantity=100_000, made=2, due=6, before=20_000)
    >>> [believed(said, 500_000, 20_000, month) for month in (2, 4, 6)]
    [28000.0, 44000.0, 60000.0]
    """
    if said.quantity <= now:
        return now
    shown = min(1.0, (month - said.made + 1) / (said.due - said.made + 1))
    return now + (said.quantity - now) * shown * (credibility / PPM)


def credibility_ppm(rules: Rulebook, lab: Lab) -> int:
    """Return what a lab's word does to its valuation, ppm: its credibility, and what it has announced.

    1,000,000 for a lab of the usual credibility without an open claim, and where nobody announces.
    """
    if not rules.switches.announcing:
        return PPM
    fog, word = rules.fog, lab.credibility
    factor = fog.credibility_worth * (word - fog.credibility_start)
    for said in lab.claims:
        if said.kept is None:
            borne = permitted(fog, said, known_places(rules, lab, said))
            factor += fog.claim_premium * word * _doublings(fog, borne)
    return PPM + int(factor)


def _doublings(rules: FogRules, said: Said) -> float:
    """Return the step that a claim promises, in doublings of the fleet, bounded."""
    if said.claim is Claim.FLEET:
        step = log(max(1.0, said.quantity) / max(1.0, said.before)) / LN2
    else:
        step = (said.quantity - said.before) / rules.claim_elo
    return max(0.0, min(rules.claim_doublings, step))
