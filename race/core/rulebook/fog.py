"""Numbers of fog: what outsiders make of a fleet, how scores settle, what a public claim does."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class FogRules(msgspec.Struct, frozen=True, kw_only=True):
    """Estimates with their error, evidence for a score, claims and credibility."""

    # -- estimates of fleets ----------------------------------------------------------------------
    fleet_sd: Annotated[
        float, number("share", 0, 0.5, "Relative error of an estimate of chips in a partner's halls.")
    ] = 0.15
    fleet_permit_sd: Annotated[
        float, number("share", 0, 0.5, "The same where permits and deliveries are published.")
    ] = 0.10

    # -- evidence for a score ---------------------------------------------------------------------
    truth_shows: Annotated[
        float, number("a month", 0, 1, "Part of a published score's error that each month's votes remove.")
    ] = 0.25
    evidence_months: Annotated[
        int, number("months", 1, 24, "Months after which a score is taken as settled.")
    ] = 8

    # -- claims -----------------------------------------------------------------------------------
    claim_nearest: Annotated[int, number("months", 1, 12, "Nearest date of a public claim.")] = 2
    claim_farthest: Annotated[int, number("months", 2, 36, "Farthest date of a public claim.")] = 12
    claim_fleet_most: Annotated[
        int, number("H100e", 1_000, 1_000_000_000, "Largest fleet that anybody would print.")
    ] = 20_000_000
    claim_slack: Annotated[
        float, number("share", 0, 0.5, "A fleet this much smaller than claimed still keeps the claim.")
    ] = 0.1
    claim_slack_elo: Annotated[
        float, number("Elo", 0, 40, "A score this much lower than claimed still keeps the claim.")
    ] = 5.0
    claim_unpermitted: Annotated[
        float, number("share", 0, 1, "What is believed of chips for which no permit is known.")
    ] = 0.3
    claim_brash: Annotated[
        float, number("x", 1, 20, "Fleet over the known permits from which a claim is laughed at.")
    ] = 2.0
    claim_brash_elo: Annotated[
        float, number("Elo", 10, 400, "Score over the league's best from which a claim is laughed at.")
    ] = 60.0
    brash_cost: Annotated[float, number("share", 0, 1, "Credibility that such a claim costs at once.")] = 0.3
    claim_premium: Annotated[
        float, number("share", 0, 2, "What investors pay for a fully believed doubling, at a round.")
    ] = 0.12
    claim_doublings: Annotated[float, number("doublings", 0, 5, "Most doublings they pay for.")] = 2.0
    claim_elo: Annotated[
        float, number("Elo", 5, 400, "Step in score that investors take like a doubling of the fleet.")
    ] = 60.0

    claim_remembered: Annotated[
        int, number("months", 0, 36, "How long a claim is remembered once it fell due.")
    ] = 12

    # -- credibility ------------------------------------------------------------------------------
    credibility_start: Annotated[int, number("ppm", 0, 1_000_000, "How far a lab is believed at first.")] = (
        500_000
    )
    credibility_kept: Annotated[
        float, number("share", 0, 1, "Part of the missing credibility that a kept claim earns.")
    ] = 0.25
    credibility_missed: Annotated[
        float, number("share", 0, 1, "Part of the credibility that a wholly missed claim costs.")
    ] = 0.7
    credibility_fade: Annotated[
        float, number("a month", 0, 1, "How fast credibility returns to the usual.")
    ] = 0.02
    credibility_worth: Annotated[
        float, number("share", 0, 1, "What full against no credibility moves a valuation.")
    ] = 0.4
