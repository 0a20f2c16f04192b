"""Numbers of the carmaker's owners: seven kinds of holders, what they believe, trade and vote."""

from typing import Annotated

import msgspec

from race.core.ids import Kind
from race.core.rulebook.number import number


class HolderKind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of holder: how many, what they own, how they think, vote and trade."""

    kind: Kind
    seats: Annotated[int, number("of 2,000", 1, 2_000, "Holders of this kind in a population of 2,000.")]
    owned: Annotated[
        float, number("share", -0.2, 1.0, "Part of the company they own; negative is sold short.")
    ]
    prior: Annotated[float, number("trust", 0.0, 1.0, "Mean of the stubborn prior.")]
    prior_sd: Annotated[float, number("trust", 0.0, 0.3, "Spread of the prior.")]
    social: Annotated[float, number("share", 0.0, 1.0, "s: how much they listen to others.")]
    bound: Annotated[float, number("trust", 0.0, 1.0, "eps: whom they still listen to.")]
    reach: Annotated[float, number("share", 0.0, 1.0, "Part that hears loud news in its first week.")]
    turnout: Annotated[float, number("share", 0.0, 1.0, "Part of their shares that votes.")] = 0.0
    adviser: Annotated[
        float, number("trust", 0.0, 0.3, "How far an adviser's 'against' moves their vote.")
    ] = 0.0
    price: Annotated[float, number("trust", 0.0, 1.0, "eta: how the share price moves their trust.")] = 0.0
    acts: Annotated[float, number("trust", 0.0, 1.0, "A: trust lost over a fully seen diversion.")] = 0.0
    promises: Annotated[float, number("x", 0.0, 2.0, "How much promises mean to them.")] = 0.0
    missed: Annotated[float, number("x", 0.0, 2.0, "How much a missed promise costs with them.")] = 0.0
    repair: Annotated[float, number("x", 0.0, 2.0, "How much making peace means to them.")] = 0.0
    turnover: Annotated[float, number("a year", 0.0, 2.0, "Part of the seats that change hands anyway.")] = (
        0.0
    )
    angry_below: Annotated[float, number("trust", 0.0, 1.0, "Trust below which they sell in anger.")] = 0.0
    anger: Annotated[float, number("a week", 0.0, 0.2, "Chance of selling in anger at that trust.")] = 0.0


_KINDS = (
    HolderKind(
        kind=Kind.FANS, seats=560, owned=0.17, prior=0.84, prior_sd=0.08, social=0.30, bound=0.20,
        reach=0.60, turnout=0.60, adviser=0.0, price=0.15, acts=0.03, promises=1.0, missed=0.35, repair=0.2,
        turnover=0.15, angry_below=0.45, anger=0.010,
    ),
    HolderKind(
        kind=Kind.RETAIL, seats=1000, owned=0.25, prior=0.58, prior_sd=0.17, social=0.65, bound=0.30,
        reach=0.30, turnout=0.35, adviser=0.02, price=0.30, acts=0.08, promises=1.0, missed=0.9, repair=0.7,
        turnover=0.60, angry_below=0.38, anger=0.020,
    ),
    HolderKind(
        kind=Kind.INDEX, seats=60, owned=0.19, prior=0.59, prior_sd=0.07, social=0.25, bound=0.20,
        reach=0.90, turnout=0.90, adviser=0.055, price=0.05, acts=0.10, promises=0.35, missed=0.8, repair=1.0,
        turnover=0.05,
    ),
    HolderKind(
        kind=Kind.ACTIVE, seats=220, owned=0.20, prior=0.55, prior_sd=0.14, social=0.40, bound=0.25,
        reach=0.95, turnout=0.91, adviser=0.06, price=0.25, acts=0.18, promises=0.7, missed=1.1, repair=1.0,
        turnover=0.60, angry_below=0.38, anger=0.030,
    ),
    HolderKind(
        kind=Kind.PENSION, seats=90, owned=0.05, prior=0.44, prior_sd=0.13, social=0.30, bound=0.20,
        reach=0.95, turnout=0.93, adviser=0.08, price=0.10, acts=0.24, promises=0.35, missed=1.0, repair=1.0,
        turnover=0.15, angry_below=0.20, anger=0.006,
    ),
    HolderKind(
        kind=Kind.ACTIVIST, seats=25, owned=0.01, prior=0.30, prior_sd=0.10, social=0.20, bound=0.15,
        reach=1.0, turnout=0.98, adviser=0.06, price=0.10, acts=0.30, promises=0.2, missed=1.0, repair=0.5,
        turnover=0.40,
    ),
    HolderKind(
        kind=Kind.SHORT, seats=45, owned=-0.03, prior=0.12, prior_sd=0.06, social=0.10, bound=0.15, reach=1.0,
    ),
)  # fmt: skip


class OwnerRules(msgspec.Struct, frozen=True, kw_only=True):
    """What holders believe, how news reaches them, what moves the price, how they vote."""

    kinds: tuple[HolderKind, ...] = _KINDS
    size: Annotated[int, number("holders", 500, 200_000, "Size of the population.")] = 2_000

    # -- opinion, a week at a time
    holdings_sd: Annotated[
        float, number("log", 0.0, 3.0, "Spread of the logarithm of holdings within a kind.")
    ] = 1.0
    rest_weeks: Annotated[
        int, number("weeks", 0, 520, "Talk without news before the game, until trust stands still.")
    ] = 26
    stories_most: Annotated[
        int, number("stories", 1, 15, "Stories that holders follow at a time, the latest first.")
    ] = 15
    own_kind: Annotated[
        float, number("share", 0.0, 1.0, "Part of one's neighbours that are of one's kind.")
    ] = 0.70
    pull: Annotated[
        float, number("a week", 0.0, 0.5, "Step towards the neighbours one still listens to.")
    ] = 0.12
    conviction: Annotated[float, number("a week", 0.0, 0.5, "Step back towards one's prior.")] = 0.10
    bad_most: Annotated[float, number("x", 0.0, 3.0, "Weight of bad news with those who trust nothing.")] = (
        1.3
    )
    bad_slope: Annotated[float, number("x", 0.0, 2.0, "How trust takes from that weight.")] = 0.6
    good_least: Annotated[
        float, number("x", 0.0, 3.0, "Weight of good news with those who trust nothing.")
    ] = 0.4
    good_slope: Annotated[float, number("x", 0.0, 2.0, "How trust adds to that weight.")] = 0.6

    # -- news
    news_weeks: Annotated[int, number("weeks", 2, 26, "How long a story lives.")] = 10
    news_half: Annotated[int, number("weeks", 1, 26, "How long a story takes to become half as loud.")] = 8
    late_reach: Annotated[
        float, number("share", 0.0, 1.0, "Reach after the first week against the first.")
    ] = 0.25
    gossip: Annotated[
        float, number("a neighbour and week", 0.0, 0.5, "Chance to hear from one who knows.")
    ] = 0.04
    salience_base: Annotated[float, number("salience", 0.0, 1.0, "How loud the smallest diversion is.")] = 0.3
    memory_act: Annotated[float, number("share", 0.0, 1.0, "Part of a diversion that is not forgotten.")] = (
        0.5
    )
    memory_result: Annotated[
        float, number("share", 0.0, 1.0, "Part that stays of what was kept, missed or made good.")
    ] = 0.6
    memory_claim: Annotated[float, number("share", 0.0, 1.0, "Part of a new promise that stays.")] = 0.2

    # -- the evidence of a diversion
    saturation: Annotated[
        float, number("severity", 0.05, 2.0, "Severity at which damage is 63 % of the most.")
    ] = 0.25
    repeated: Annotated[float, number("an act", 0.0, 2.0, "Weight added by each earlier published act.")] = (
        0.35
    )
    idle_least: Annotated[
        float, number("share", 0.0, 1.0, "Weight of an act with a true warehouse defence.")
    ] = 0.3
    refuted_gross: Annotated[float, number("x", 1.0, 3.0, "Claim's weight after a refuted denial.")] = 1.3
    refuted_seen: Annotated[float, number("x", 1.0, 3.0, "Trust's loss after a refuted denial.")] = 1.6
    gross_most: Annotated[float, number("x", 0.5, 4.0, "Cap of gross.")] = 1.5
    seen_most: Annotated[float, number("x", 0.5, 4.0, "Cap of seen.")] = 2.0
    terms_silent: Annotated[float, number("x", 0.0, 1.0, "Weight of a silent taking.")] = 1.0
    terms_swap: Annotated[float, number("x", 0.0, 1.0, "Weight of a swap.")] = 0.8
    terms_cost: Annotated[float, number("x", 0.0, 1.0, "Weight when the lab pays cost.")] = 0.7
    terms_paid: Annotated[float, number("x", 0.0, 1.0, "Weight when the lab pays the market price.")] = 0.5
    terms_lease: Annotated[float, number("x", 0.0, 1.0, "Weight when the lab leases.")] = 0.45
    terms_disclosed: Annotated[float, number("x", 0.0, 1.0, "Further weight when disclosed first.")] = 0.6
    terms_voted: Annotated[float, number("x", 0.0, 1.0, "Further weight when voted.")] = 0.15

    # -- promises and peace
    claim_expected: Annotated[
        float, number("part", 0.1, 1.0, "What a promise claims that says just what the plan would bring.")
    ] = 0.5
    claim_least: Annotated[float, number("part", 0.0, 1.0, "The least that a promise claims.")] = 0.1
    kept_gain: Annotated[float, number("trust", 0.0, 0.3, "Trust for a kept promise, x meaning.")] = 0.05
    kept_base: Annotated[float, number("trust", 0.0, 0.1, "Trust for a kept promise, everybody.")] = 0.01
    kept_price: Annotated[float, number("share", 0.0, 0.3, "Price move for a kept promise.")] = 0.03
    missed_loss: Annotated[float, number("trust", 0.0, 0.3, "Trust lost for a missed promise.")] = 0.06
    missed_again: Annotated[float, number("a promise", 0.0, 2.0, "Loss added by each earlier miss.")] = 0.5
    missed_price: Annotated[float, number("share", 0.0, 0.3, "Price move for a missed promise.")] = 0.08
    claim_gain: Annotated[float, number("trust", 0.0, 0.3, "Trust for a new promise that claims all.")] = 0.03
    claim_price: Annotated[float, number("share", 0.0, 0.3, "Price move for a promise that claims all.")] = (
        0.06
    )
    result_salience: Annotated[
        float, number("salience", 0.0, 1.0, "How loud kept and missed promises are.")
    ] = 0.8
    claim_salience: Annotated[float, number("salience", 0.0, 1.0, "How loud a new promise is.")] = 0.8
    repair_gain: Annotated[float, number("trust", 0.0, 0.3, "Trust for making peace, x kind.")] = 0.05
    repair_salience: Annotated[float, number("salience", 0.0, 1.0, "How loud making peace is.")] = 0.7
    repair_full: Annotated[float, number("seen", 0.05, 2.0, "Damage for which an apology works in full.")] = (
        0.7
    )
    repair_least: Annotated[float, number("x", 0.0, 1.0, "What a gift is worth when nothing was wrong.")] = (
        0.2
    )

    # -- trade and price
    buyer_spread: Annotated[float, number("trust", 0.0, 0.5, "Half-width of a buyer's trust.")] = 0.16
    buyer_price: Annotated[
        float, number("trust", 0.0, 0.2, "How the month's price moves a buyer's trust.")
    ] = 0.02
    buyer_scale: Annotated[
        float, number("share", 0.05, 2.0, "Price change that moves it by three quarters.")
    ] = 0.3
    shortfall: Annotated[float, number("x", 0.0, 20.0, "How missing trust adds to selling in anger.")] = 4.0
    price_noise: Annotated[
        float, number("a week", 0.0, 0.3, "Log noise of the share price (57 % a year).")
    ] = 0.079
    price_trust: Annotated[float, number("x", 0.0, 2.0, "How the price feeds back on trust, x eta.")] = 0.7
    price_clip: Annotated[float, number("share", 0.05, 1.0, "Largest weekly move that is felt.")] = 0.3
    price_gross: Annotated[float, number("share", 0.0, 0.3, "Price lost on publication, x gross.")] = 0.036
    price_anger: Annotated[float, number("x", 0.0, 5.0, "Price lost for each part sold in anger.")] = 0.38

    # -- meetings
    angry_below: Annotated[
        float, number("trust", 0.0, 1.0, "Trust below which a holder counts as angry.")
    ] = 0.38
    vote_scale: Annotated[float, number("trust", 0.01, 0.5, "Width of the vote's slope.")] = 0.07
    abstain_most: Annotated[float, number("share", 0.0, 1.0, "Abstention of the undecided.")] = 0.25
    abstain_scale: Annotated[float, number("trust", 0.01, 0.5, "Width of indecision.")] = 0.06
    theta_pay: Annotated[float, number("trust", 0.0, 1.0, "Trust that halves the vote on pay.")] = 0.433
    theta_domicile: Annotated[float, number("trust", 0.0, 1.0, "... on the domicile.")] = 0.425
    theta_keep: Annotated[float, number("trust", 0.0, 1.0, "... on keeping the founder.")] = 0.37
    theta_investment: Annotated[float, number("trust", 0.0, 1.0, "... on an investment in the lab.")] = 0.50
    theta_limits: Annotated[float, number("trust", 0.0, 1.0, "... against limits on related deals.")] = 0.45
    theta_merger: Annotated[float, number("trust", 0.0, 1.0, "... on buying the lab.")] = 0.46
    theta_deal: Annotated[
        float, number("trust", 0.0, 1.0, "... on chips for the lab, before their weight.")
    ] = 0.44
    deal_weight: Annotated[
        float, number("trust", 0.0, 1.0, "What a deal of the heaviest kind asks beyond that.")
    ] = 0.35
    owed_weight: Annotated[
        float,
        number(
            "trust", 0.0, 1.0, "What an investment asks beyond that when all has gone to the lab already."
        ),
    ] = 0.6
    owed_mended: Annotated[
        float, number("share", 0.0, 1.0, "Part of that which an act still asks that was made good.")
    ] = 0.5
    deal_refused: Annotated[
        float, number("seen", 0.0, 1.0, "Weight with the owners of having asked for chips and lost.")
    ] = 0.05
    adviser_pay: Annotated[
        float, number("trust", 0.0, 1.0, "Funds' trust below which advisers oppose pay.")
    ] = 0.62
    adviser_domicile: Annotated[float, number("trust", 0.0, 1.0, "... oppose a move of the seat.")] = 0.45
    adviser_keep: Annotated[float, number("trust", 0.0, 1.0, "... oppose the founder.")] = 0.30
    adviser_investment: Annotated[float, number("trust", 0.0, 1.0, "... oppose an investment.")] = 0.52
    adviser_merger: Annotated[float, number("trust", 0.0, 1.0, "... oppose buying the lab.")] = 0.50
    adviser_deal: Annotated[float, number("trust", 0.0, 1.0, "... oppose chips for the lab.")] = 0.50
    adviser_limits: Annotated[float, number("trust", 0.0, 1.0, "... favour limits.")] = 0.40
    limits_months: Annotated[
        int, number("months", 1, 36, "How long a published act puts limits on the agenda.")
    ] = 12
    special_angry: Annotated[
        float, number("share", 0.1, 1.0, "Angry share that forces a special meeting.")
    ] = 0.55
    special_months: Annotated[int, number("months", 1, 12, "Shortest time between two meetings.")] = 4
