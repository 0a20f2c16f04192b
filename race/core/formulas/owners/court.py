"""Arithmetic of letters, suits, rulings and settlements; shared by the law, the view and the policies."""

from collections.abc import Sequence
from functools import lru_cache
from math import fsum
from typing import Final

from race.core.exact import exp, power
from race.core.formulas.owners.evidence import gross, seen
from race.core.ids import PPM, Person, Thing
from race.core.rulebook import Rulebook
from race.core.world import Act, Affairs, Case, Story

_MARGIN: Final = 1e-9
"""Far more than what rounding moves a chance by."""
PRICED: Final = (Thing.RESEARCHERS, Thing.DATA, Thing.CHANNEL)
"""What a ruling cannot carry back: it takes the price."""


@lru_cache(maxsize=512)
def decay(weeks: float, half: float) -> float:
    """Return what is left after some weeks of something that halves in `half` weeks.

    >>> [decay(weeks, 8.0) for weeks in (0.0, 8.0, 16.0)]
    [1.0, 0.5, 0.25]
    """
    return power(0.5, weeks / half)


def known_acts(acts: Sequence[Act]) -> list[Act]:
    """Return the published acts that the holders did not vote for, in the order they became known."""
    known = [act for act in acts if act.published is not None and not act.voted]
    if len(known) > 1:
        known.sort(key=lambda act: (act.published or 0, act.id))
    return known


def acts_of(case: Case, cases: Sequence[Case], acts: Sequence[Act]) -> tuple[list[Act], int]:
    """Return the acts a case is about, and how many were known before them.

    A case takes in what becomes known until its files are opened (or it is settled); what comes
    later is another case.
    """
    start = max((other.discovery for other in cases if other.id < case.id), default=-1)
    known = known_acts(acts)
    own = [act for act in known if start < (act.published or 0) <= case.discovery]
    return own, sum((act.published or 0) <= start for act in known)


def pleadable(cases: Sequence[Case], acts: Sequence[Act], now: int) -> tuple[list[Act], int]:
    """Return the published acts that no closed case is about, and how many were known before them."""
    closed = -1
    for case in cases:
        if case.discovery > closed and not joinable(case, now):
            closed = case.discovery
    known = known_acts(acts)
    own = [act for act in known if (act.published or 0) > closed]
    return own, len(known) - len(own)


def joinable(case: Case, now: int) -> bool:
    """Return whether a suit filed now is joined to this case."""
    return case.decided is None and not case.settled and now < case.discovery


def pleas_of(rules: Rulebook, acts: Sequence[Act], earlier: int) -> list[float]:
    """Return each act's gross, eased by repair; `earlier` acts were known before."""
    repaired = rules.court.repaired_suit
    return [
        gross(rules, act, earlier + n) * (repaired if act.repaired else 1.0) for n, act in enumerate(acts)
    ]


def suit_base(rules: Rulebook, pleas: Sequence[float], known: Sequence[int], week: int) -> float:
    """Return the sum of what acts weigh in a complaint, each faded since the week it was known.

    An act that is known later is not yet public.
    """
    half = rules.court.suit_half
    return fsum(
        [plea * decay(week - told, half) for plea, told in zip(pleas, known, strict=True) if told <= week]
    )


def suit_hazard(rules: Rulebook, base: float, angry: float, echo: float) -> float:
    """Return the weekly hazard of a suit: what is pleaded, by how many are angry, and fresh suits.

    `angry` is the angry share of all owners (0-1), `echo` the sum of fresh suits, each halved in
    two weeks.

    >>> [round(suit_hazard(Rulebook(), base, 0.05, 0.0), 2) for base in (0.0, 0.34, 0.74)]
    [0.0, 0.44, 0.97]
    """
    court = rules.court
    anger = min(court.suit_anger_most, court.suit_calm + angry / court.suit_angry)
    return court.suit * base * anger + (court.suit_echo * echo if base > 0.0 else 0.0)


def letter_hazard(rules: Rulebook, loudness: float, angry_funds: float) -> float:
    """Return the weekly hazard of an open letter: how loud the misconduct, how angry the funds.

    >>> [round(letter_hazard(Rulebook(), loud, 0.15), 2) for loud in (0.0, 0.5, 2.0)]
    [0.0, 0.23, 0.68]
    """
    court = rules.court
    return court.letter * min(court.letter_most, loudness) * min(1.0, angry_funds / court.letter_angry)


def strikes(draw: float, hazard: float) -> bool:
    """Return whether a hazard strikes within a week, by a draw from 0 to 1: its chance is 1 - exp(-hazard).

    The chance lies between hazard / (1 + hazard) and the hazard itself, so that few draws need it.

    >>> [strikes(0.3, hazard) for hazard in (0.0, 0.29, 0.35, 0.36, 2.0)]
    [False, False, False, True, True]
    """
    if draw > hazard + _MARGIN:
        return False
    if draw * (1.0 + hazard) < hazard - _MARGIN:
        return True
    return draw < 1.0 - exp(-hazard)


def loudness(rules: Rulebook, stories: Sequence[Story], week: int) -> float:
    """Return the sum of the salience that stories of misconduct have in a week."""
    half = rules.owners.news_half
    return fsum(
        [
            story.salience * decay(week - story.week, half)
            for story in stories
            if story.bad_conduct and story.week <= week
        ]
    )


def truth_of(rules: Rulebook, acts: Sequence[Act], earlier: int = 0) -> float:
    """Return what acts weigh when everything is known: the sum of what is seen."""
    return fsum(seen(rules, act, earlier + n) for n, act in enumerate(acts))


def open_wound(rules: Rulebook, affairs: Affairs, now: int) -> float:
    """Return the truth of all that is neither settled nor decided: what a gift can make good."""
    known = known_acts(affairs.acts)
    earlier = {act.id: n for n, act in enumerate(known)}
    acts, _ = pleadable(affairs.cases, affairs.acts, now)
    for case in affairs.cases:
        if not_settled(case):
            acts += [act for act in acts_of(case, affairs.cases, affairs.acts)[0] if act not in acts]
    return fsum(seen(rules, act, earlier[act.id]) for act in acts)


def plea_of(rules: Rulebook, acts: Sequence[Act], earlier: int = 0) -> float:
    """Return what acts weigh in a complaint: the sum of gross, repaired ones in part."""
    return fsum(pleas_of(rules, acts, earlier))


def chance_of(value: float, half: float, slope: float) -> float:
    """Return a chance that grows with a weight and is one half at `half`.

    >>> [round(chance_of(value, 0.5, 2.0), 2) for value in (0.0, 0.25, 0.5, 1.0)]
    [0.0, 0.2, 0.5, 0.8]
    """
    ratio = power(max(0.0, value) / half, slope)
    return ratio / (1.0 + ratio)


def odds_of(
    rules: Rulebook, case: Case, cases: Sequence[Case], acts: Sequence[Act], *, governed: bool
) -> tuple[float, float]:
    """Return the chance that the holders win a case, and that a win brings an injunction, 0-1.

    Of `cases` and `acts`, all there are, it looks at the acts that the case is about: what is true of them
    and what was testified decides, what was pleaded brings the injunction. `governed` says whether a
    sharing policy stands, which makes that unlikely.
    """
    about, earlier = acts_of(case, cases, acts)
    court, truth = rules.court, truth_of(rules, about, earlier) * rules.trait.defence + case.testimony / PPM
    enjoins = chance_of(plea_of(rules, about, earlier), court.injunction_half, court.injunction_slope)
    wins = chance_of(truth, court.ruling_half, court.ruling_slope)
    return wins, enjoins * (court.governed if governed else 1.0)


def unpaid(act: Act) -> float:
    """Return the part of what was taken that has not been paid for, 0-1."""
    return max(0.0, 1.0 - act.paid_usd / max(1, act.value_usd))


def kept_usd(act: Act) -> float:
    """Return the worth of what is still at the lab and has not been paid for, dollars."""
    return act.value_usd * unpaid(act) * act.outstanding / max(1, act.quantity)


def not_settled(case: Case) -> bool:
    """Return whether a case can still be settled: open, or won by the holders and not made good."""
    return not case.settled and case.decided is not False


def settling(rules: Rulebook, affairs: Affairs) -> float:
    """Return what settling costs against the usual: more, while there is no general counsel."""
    return 1.0 if affairs.house.holds(Person.COUNSEL) else rules.house.settling


def settlement_usd(rules: Rulebook, affairs: Affairs) -> int:
    """Return what settling all cases costs the lab, whole dollars: a part of what was taken and kept.

    Nothing when there is nothing to settle.
    """
    court, price = rules.court, 0
    for case in affairs.cases:
        if not_settled(case):
            acts, _ = acts_of(case, affairs.cases, affairs.acts)
            kept = fsum(map(kept_usd, acts))
            price += int(kept * court.settlement) + case.suits * court.settlement_least
    return int(price * settling(rules, affairs) * rules.trait.settling) if price else 0


def owed_chips(rules: Rulebook, acts: Sequence[Act], fleet: int) -> int:
    """Return the H100e a ruling on these acts takes back from a lab with this fleet."""
    taken = sum(int(act.outstanding * unpaid(act)) for act in acts if act.thing is Thing.CHIPS)
    return min(int(taken * rules.court.restitution), int(fleet * rules.court.fleet_most))


def owed_use_usd(rules: Rulebook, acts: Sequence[Act]) -> int:
    """Return the price of the use of what came back, and of what cannot come back, whole dollars.

    Chips that were swapped back or returned, and a site that went home, are paid by their use; people
    who stay with the lab, records and the cars as a channel by their worth.
    """
    court = rules.court
    back = fsum(
        act.value_usd * unpaid(act) * (1.0 - act.outstanding / max(1, act.quantity)) * act.idle_share
        for act in acts
    )
    kept = fsum(kept_usd(act) for act in acts if act.thing in PRICED)
    return int((back * court.use_price + kept) * court.restitution)
