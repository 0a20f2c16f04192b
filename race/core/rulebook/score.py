"""Numbers of the endings and of the 1,000-point score."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class ScoreRules(msgspec.Struct, frozen=True, kw_only=True):
    """When a game ends how, and what each part of the score is worth."""

    frontier_gap: Annotated[
        float, number("Elo", 0.0, 60.0, "Mean true gap to the leader that counts as the frontier.")
    ] = 15.0
    final_months: Annotated[int, number("months", 1, 12, "Months over which the final gap is averaged.")] = 3
    contender_rank: Annotated[int, number("rank", 1, 7, "Rank that counts as a contender.")] = 3
    contender_gap: Annotated[float, number("Elo", 0.0, 120.0, "Gap that counts as a contender.")] = 40.0
    margin_votes: Annotated[
        int, number("ppm", 0, 120_000, "Stake below which the founder loses control.")
    ] = 80_000
    broken_chips: Annotated[
        float, number("share", 0.0, 1.0, "Powered chips over plan below which the carmaker is broken.")
    ] = 0.5
    broken_price: Annotated[
        float, number("share", 0.0, 1.0, "Price against the sector below which it is broken.")
    ] = 0.3
    kept_share: Annotated[float, number("share", 0.0, 1.0, "Promises kept, by weight, for a triumph.")] = 0.6
    promises_needed: Annotated[
        int, number("promises", 0, 10, "Promises that must have come due for a triumph.")
    ] = 3
    triumph_trust: Annotated[float, number("share", 0.0, 1.0, "Trust for a triumph.")] = 0.55
    steward_chips: Annotated[float, number("share", 0.0, 1.0, "Powered chips over plan for a steward.")] = 0.9
    steward_autonomy: Annotated[int, number("milestones", 0, 4, "Autonomy milestones for a steward.")] = 3
    steward_trust: Annotated[float, number("share", 0.0, 1.0, "Trust for a steward.")] = 0.62
    gap_points: Annotated[float, number("points", 0.0, 400.0, "Points for the final gap.")] = 220.0
    gap_zero: Annotated[float, number("Elo", 20.0, 400.0, "Gap that earns nothing.")] = 120.0
    prize_points: Annotated[float, number("points", 0.0, 100.0, "Points for a dated prize won first.")] = 24.0
    second_points: Annotated[float, number("points", 0.0, 100.0, "Points for a dated prize won second.")] = (
        12.0
    )
    prize_most: Annotated[float, number("points", 0.0, 400.0, "Most points from prizes.")] = 120.0
    frontier_points: Annotated[
        float, number("points", 0.0, 200.0, "Points for the last year's months at the frontier.")
    ] = 60.0
    trust_points: Annotated[float, number("points", 0.0, 300.0, "Points for trust.")] = 120.0
    trust_zero: Annotated[float, number("share", 0.0, 1.0, "Trust that earns nothing.")] = 0.25
    trust_span: Annotated[float, number("share", 0.1, 1.0, "Trust above that which earns all.")] = 0.5
    promise_points: Annotated[float, number("points", 0.0, 200.0, "Points for promises kept by weight.")] = (
        80.0
    )
    none_due: Annotated[
        float, number("share", 0.0, 1.0, "Share of promises that counts as kept when none has come due.")
    ] = 0.5
    return_points: Annotated[
        float, number("points", 0.0, 200.0, "Points for the share's return against the sector.")
    ] = 50.0
    chips_points: Annotated[float, number("points", 0.0, 200.0, "Points for powered chips over plan.")] = 90.0
    autonomy_points: Annotated[
        float, number("points", 0.0, 200.0, "Points for autonomy milestones of four.")
    ] = 60.0
    value_points: Annotated[float, number("points", 0.0, 200.0, "Points for the lab's valuation.")] = 60.0
    value_decades: Annotated[float, number("decades", 1.0, 5.0, "Decades over $1 bn that earn all.")] = 2.5
    people_points: Annotated[float, number("points", 0.0, 200.0, "Points for people kept.")] = 60.0
    world_points: Annotated[float, number("points", 0.0, 200.0, "Points for a world without incidents.")] = (
        80.0
    )
    incident_points: Annotated[
        float, number("points", 0.0, 200.0, "Lost for each incident of one's own.")
    ] = 40.0
    enjoined_factor: Annotated[float, number("x", 0.0, 1.0, "Score of an enjoined founder.")] = 0.75
    removed_factor: Annotated[float, number("x", 0.0, 1.0, "Score of a removed founder.")] = 0.6
    lost_factor: Annotated[
        float, number("x", 0.0, 1.0, "Score of a bankrupt lab, and of one absorbed for its debts.")
    ] = 0.5
    sold_factor: Annotated[
        float, number("x", 0.0, 1.0, "Score of a lab that its founder chose to sell to a rival.")
    ] = 0.6
    merged_factor: Annotated[
        float, number("x", 0.0, 1.0, "Score of a lab that the carmaker's owners voted to buy.")
    ] = 0.7
    catastrophe_factor: Annotated[float, number("x", 0.0, 1.0, "Score after a catastrophe.")] = 0.25
