"""The arithmetic of a vote: who comes, who abstains, who says yes; share by share and exact.

A holder's leaning is z = trust - theta - the adviser's shift. The undecided abstain, the others
vote by a logistic curve. Every seat counts with its expected votes, so that a poll of today's trust
is the result of today's meeting.
A share lent to a short seller is voted by whoever bought it: long holders vote what they hold less
what is lent, in proportion.
"""

from functools import lru_cache
from math import fsum
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from race.core.exact import exp, logistic
from race.core.formulas.owners.evidence import bare_terms, saturated, weight_of
from race.core.formulas.owners.holders import kind_edges, trust_of
from race.core.ids import KINDS, PPM, Ballot, Kind, Terms
from race.core.rulebook import Rulebook
from race.core.rulebook.owners import HolderKind, OwnerRules
from race.core.world import Affairs, Carmaker, Holders, KindVotes

_STEP: Final = 500
"""Width of a cell of the vote tables, ppm of trust."""
_WITHOUT_FOUNDER: Final = (Ballot.INVESTMENT, Ballot.LIMITS, Ballot.DEAL, Ballot.MERGER)
"""Questions between the two companies: the founder's stake does not vote."""


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Votes in shares, as asked: `votes_for` are for the founder's side of the question."""

    votes_for: int
    votes_against: int
    abstained: int
    adviser_against: bool
    by_kind: tuple[KindVotes, ...]
    """The founder's stake and every kind of long holder, in the same words."""

    def support_ppm(self) -> int:
        """Return for / (for + against + abstain) in ppm."""
        return PPM * self.votes_for // max(1, self.votes_for + self.votes_against + self.abstained)


def theta(rules: Rulebook, ballot: Ballot) -> float:
    """Return the trust at which half vote with the founder on a question."""
    owners = rules.owners
    return {
        Ballot.PAY: owners.theta_pay,
        Ballot.DOMICILE: owners.theta_domicile,
        Ballot.KEEP_FOUNDER: owners.theta_keep,
        Ballot.INVESTMENT: owners.theta_investment,
        Ballot.LIMITS: owners.theta_limits,
        Ballot.DEAL: owners.theta_deal,
        Ballot.MERGER: owners.theta_merger,
    }[ballot]


def adviser_against(rules: Rulebook, holders: Holders, ballot: Ballot) -> bool:
    """Return whether advisers recommend against the founder, by the trust of their clients."""
    owners = rules.owners
    line = {
        Ballot.PAY: owners.adviser_pay,
        Ballot.DOMICILE: owners.adviser_domicile,
        Ballot.KEEP_FOUNDER: owners.adviser_keep,
        Ballot.INVESTMENT: owners.adviser_investment,
        Ballot.LIMITS: owners.adviser_limits,
        Ballot.DEAL: owners.adviser_deal,
        Ballot.MERGER: owners.adviser_merger,
    }[ballot]
    return trust_of(holders, (Kind.ACTIVE, Kind.PENSION)) < int(line * PPM)


def investment_room(rules: Rulebook, valuation_usd: int, cash_usd: int) -> int:
    """Return the most of the carmaker's cash that a vote can send to a lab of this worth, whole dollars.

    >>> [investment_room(Rulebook(), worth * 10**9, 29 * 10**9) // 10**6 for worth in (-1, 10, 300)]
    [0, 800, 5000]
    """
    founder = rules.founder
    bought = int(founder.investment_part * valuation_usd)
    return max(0, min(founder.investment_most_usd, bought, cash_usd))


def deal_shift(rules: Rulebook, severity: float, terms: Terms) -> float:
    """Return the further trust that a deal on chips asks of its voters: more for more chips, less for money.

    `severity` is f, chip-months over the carmaker's plan of a year.

    >>> [round(deal_shift(Rulebook(), 0.14, terms), 3) for terms in (Terms.SWAP, Terms.PAID)]
    [0.12, 0.075]
    """
    return rules.owners.deal_weight * saturated(rules, severity) * bare_terms(rules, terms)


def owed_shift(rules: Rulebook, affairs: Affairs) -> float:
    """Return the further trust that money for the lab asks of voters who know what it has had already.

    What was voted does not count; the rest does by its size and terms, less if it was made good. A swap is
    no gift.

    >>> from race.core.world import Act
    >>> facts = {"id": 1, "month": 1, "quantity": 12_000, "idle_share": 0.0, "value_usd": 0}
    >>> swap = Act(**facts, terms=Terms.SWAP, severity=0.14)
    >>> owed_shift(Rulebook(), Affairs(acts=[swap]))
    0.0
    >>> swap.published = 5
    >>> round(owed_shift(Rulebook(), Affairs(acts=[swap])), 2)
    0.21
    """
    known = [act for act in affairs.acts if act.published is not None and not act.voted]
    mended = rules.owners.owed_mended
    parts = [weight_of(rules, act) * (mended if act.repaired else 1.0) for act in known]
    return rules.owners.owed_weight * min(1.0, fsum(parts))


def take_tally(
    rules: Rulebook, holders: Holders, carmaker: Carmaker, ballot: Ballot, shift: float = 0.0
) -> Tally:
    """Count a vote on today's trust; nothing is drawn and nothing is written.

    `shift` is trust that the question asks beyond the usual of its kind.

    The founder votes the stake for the founder's side, except between the two companies.
    """
    against = adviser_against(rules, holders, ballot)
    yes, abstain = _curves(rules.owners.vote_scale, rules.owners.abstain_scale, rules.owners.abstain_most)
    votable, held = _votable(holders, carmaker)
    edges = kind_edges(holders.kind)
    cell = holders.trust[: edges[-2]] - (int((theta(rules, ballot) + shift) * PPM) - PPM)
    if against:
        for index, kind in enumerate(rules.owners.kinds[:-1]):
            cell[edges[index] : edges[index + 1]] -= int(kind.adviser * PPM)
    cell //= _STEP
    cell.clip(0, len(yes) - 1, out=cell)
    in_favour, mute = yes.take(cell), abstain.take(cell)
    found, before, reached = [_stake(carmaker, ballot)], 0, 0
    for index, kind in enumerate(rules.owners.kinds[:-1]):
        seats = slice(edges[index], edges[index + 1])
        shares = holders.shares[seats]
        present = coming_ppm(kind, holders.keen[index]) * votable
        away = held * PPM * PPM
        votes_for = int(shares.dot(in_favour[seats])) * present // away
        silent = int(shares.dot(mute[seats])) * present // away
        owned = int(shares.sum())
        before += owned
        whole, reached = votable * before // held - reached, votable * before // held
        came = min(whole, owned * present * PPM // away)
        found.append(
            KindVotes(
                kind=KINDS[index],
                votes_for=votes_for,
                votes_against=came - votes_for - silent,
                abstained=silent,
                absent=whole - came,
            )
        )
    return Tally(
        votes_for=sum([part.votes_for for part in found]),
        votes_against=sum([part.votes_against for part in found]),
        abstained=sum([part.abstained for part in found]),
        adviser_against=against,
        by_kind=tuple(found),
    )


def coming_ppm(kind: HolderKind, keen: int) -> int:
    """Return the part of a kind's shares that comes to the next meeting, ppm; `keen` of the absent do, ppm.

    >>> coming_ppm(OwnerRules().kinds[0], 500_000)
    800000
    """
    turnout = int(kind.turnout * PPM)
    return turnout + (PPM - turnout) * keen // PPM


def _stake(carmaker: Carmaker, ballot: Ballot) -> KindVotes:
    """Return what the founder's stake does: it votes for the founder, or not at all."""
    stake = carmaker.shares * carmaker.stake_ppm // PPM
    votes = 0 if ballot in _WITHOUT_FOUNDER else stake
    return KindVotes(kind=None, votes_for=votes, votes_against=0, abstained=0, absent=stake - votes)


def _votable(holders: Holders, carmaker: Carmaker) -> tuple[int, int]:
    """Return the votes of all long holders together and the shares they hold."""
    held = int(holders.shares[: kind_edges(holders.kind)[KINDS.index(Kind.SHORT)]].sum())
    return carmaker.shares - carmaker.shares * carmaker.stake_ppm // PPM, max(1, held)


@lru_cache(maxsize=8)
def _curves(slope: float, width: float, most: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the chance of a yes and of an abstention by leaning, from -1 to 2 in cells, ppm."""
    leanings = [(cell + 0.5) * _STEP / PPM - 1.0 for cell in range(3 * PPM // _STEP)]
    parts = [_parts(z, slope, width, most) for z in leanings]
    return (
        np.array([yes for yes, _ in parts], dtype=np.int64),
        np.array([silent for _, silent in parts], dtype=np.int64),
    )


def _parts(leaning: float, slope: float, width: float, most: float) -> tuple[int, int]:
    """Return the chance of a yes and of an abstention of one holder, ppm."""
    silent = int(PPM * most * exp(-((leaning / width) ** 2)))
    return int((PPM - silent) * logistic(leaning / slope)), silent


def leaning_yes(owners: OwnerRules, leaning: float) -> float:
    """Return the chance that a holder of this leaning votes yes, 0-1.

    >>> [round(leaning_yes(OwnerRules(), z), 2) for z in (-0.2, 0.0, 0.05, 0.2)]
    [0.05, 0.38, 0.59, 0.95]
    """
    return _parts(leaning, owners.vote_scale, owners.abstain_scale, owners.abstain_most)[0] / PPM
