"""Numbers of the race: quality of a run, recipe, releases, prizes, users, safety, people."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class RaceRules(msgspec.Struct, frozen=True, kw_only=True):
    """Training, releases, demand, safety and talent."""

    # -- quality of a run -------------------------------------------------------------------------
    elo_base: Annotated[
        float,
        number(
            "Elo", 1000, 1500, "Quality of 1e25 FLOP in December 2023.", "C34: own regression on 21 releases"
        ),
    ] = 1258.0
    elo_decade: Annotated[
        float,
        number(
            "Elo",
            0,
            150,
            "Quality for ten times the training compute (own regression, SE 11).",
            "C34: own regression on 21 releases, SE 11",
        ),
    ] = 43.0
    elo_year: Annotated[
        float,
        number(
            "Elo a year",
            0,
            200,
            "Industry's progress in method (own regression, SE 12).",
            "C34: own regression on 21 releases, SE 12",
        ),
    ] = 89.0
    luck_sd: Annotated[
        float, number("Elo", 0, 60, "Luck of one run.", "fitted to C32, C33; the residual of C34 is 36")
    ] = 12.0
    luck_kept: Annotated[
        float, number("share", 0, 1, "Part of a run's luck that the lab understands and keeps.")
    ] = 0.3
    error_sd: Annotated[float, number("Elo", 0, 40, "Error of a published score.")] = 5.5
    flat_from: Annotated[float, number("Elo", 1300, 2000, "Where the scale starts to flatten.")] = 1470.0
    flat_span: Annotated[float, number("Elo", 20, 1000, "What is left above that point, at most.")] = 320.0
    peak_flops: Annotated[
        float,
        number(
            "FLOP/s/H100e",
            1e14,
            1e16,
            "Dense 16-bit peak of an H100e, which training uses.",
            "maker's data sheet of the H100, dense 16 bit",
        ),
    ] = 9.89e14
    utilisation: Annotated[
        float,
        number("share", 0.1, 0.8, "Part of the peak that a run achieves.", "C31: 0.34 to 0.42 (Epoch AI)"),
    ] = 0.38
    run_longest: Annotated[int, number("months", 1, 24, "Longest run that can be planned.")] = 9
    target_least: Annotated[float, number("FLOP", 1e18, 1e26, "Smallest target of a run.")] = 1e22
    target_most: Annotated[float, number("FLOP", 1e26, 1e34, "Largest target of a run.")] = 1e30
    failure: Annotated[float, number("a month", 0, 0.3, "Chance that a run under way fails.")] = 0.015
    failure_whole: Annotated[
        float, number("share", 0, 1, "Failures that lose the whole run; others go back to a checkpoint.")
    ] = 0.5
    failure_part: Annotated[
        float, number("share", 0, 1, "Most of a run's compute that going back to a checkpoint costs.")
    ] = 0.5

    # -- recipe -----------------------------------------------------------------------------------
    recipe_drift: Annotated[float, number("a month", 0, 1, "How fast the recipe nears its goal.")] = 0.12
    recipe_noise: Annotated[float, number("Elo a month", 0, 30, "Luck of research.")] = 5.0
    recipe_doubling: Annotated[
        float,
        number("Elo", 0, 40, "What a doubling of research compute against the others adds to the goal."),
    ] = 16.0
    doublings_most: Annotated[float, number("doublings", 0, 8, "Most doublings that count, up or down.")] = (
        3.0
    )
    recipe_person: Annotated[float, number("Elo", 0, 3, "What a known researcher who moves takes along.")] = (
        0.5
    )
    recipe_people_most: Annotated[
        float, number("Elo", 1, 80, "Most that people who came lift a lab over its goal.")
    ] = 25.0
    diffusion: Annotated[
        float, number("a month", 0, 0.5, "Part of the lead of open weights that those behind them learn.")
    ] = 0.03
    diffusion_most: Annotated[float, number("Elo a month", 0, 10, "Most that is learned in a month.")] = 1.5

    # -- releases ---------------------------------------------------------------------------------
    test_months: Annotated[int, number("months", 0, 6, "What safety tests take before a release.")] = 1
    test_most: Annotated[int, number("months", 0, 24, "Months of tests after which more find nothing.")] = 4
    test_mends: Annotated[
        float, number("a month", 0, 1, "Part of the risk that each month of tests beyond the least mends.")
    ] = 0.15
    refresh_recipe: Annotated[
        float, number("Elo", -100, 50, "What a refresh scores over a new base run of that size.")
    ] = -22.0
    refresh_most: Annotated[float, number("Elo", 0, 100, "Most a refresh gains.")] = 30.0
    refresh_least: Annotated[float, number("Elo", 0, 30, "Less is not worth a refresh.")] = 3.0
    refresh_sd: Annotated[float, number("Elo", 0, 30, "Luck of a refresh.")] = 4.0
    refresh_months: Annotated[
        int,
        number(
            "months", 1, 12, "Earliest refresh after a release.", "arena_models_calib.csv: refreshes of 2024"
        ),
    ] = 2
    refresh_chance: Annotated[
        float, number("share", 0, 1, "Chance to be that early; a month later it is sure.")
    ] = 0.5
    unseen_gap: Annotated[
        float, number("Elo", 0, 400, "How far behind the best a lab feels that has no release yet.")
    ] = 100.0
    leader_margin: Annotated[
        float,
        number("Elo", 0, 40, "Lead that makes a new leader count.", "the error of two published scores"),
    ] = 8.0
    prize_from: Annotated[int, number("Elo", 1000, 2000, "Score of the first dated prize.")] = 1350
    prize_step: Annotated[int, number("Elo", 10, 200, "From one prize to the next.")] = 50
    prizes: Annotated[int, number("count", 0, 10, "Number of dated prizes.")] = 5
    prize_novelty: Annotated[float, number("utility", 0, 3, "Attention for the first past a mark.")] = 0.5
    prize_recipe: Annotated[float, number("Elo", 0, 20, "People who come to the first past a mark.")] = 3.0
    prize_second: Annotated[float, number("share", 0, 1, "What the second gets of it.")] = 0.5

    # -- users ------------------------------------------------------------------------------------
    utility_elo: Annotated[
        float, number("utility/Elo", 0, 0.05, "What consumers notice.", "fitted to C39 (ln 10 / 400 = .0058)")
    ] = 0.0095
    switching: Annotated[
        float, number("a month", 0, 1, "Part of the consumers who choose anew.", "fitted to C39")
    ] = 0.032
    growth: Annotated[
        float, number("a month", 0, 0.3, "Growth of weekly users of all services.", "fitted to C38")
    ] = 0.082
    growth_elo: Annotated[
        float, number("a month/Elo", 0, 0.005, "Extra growth by the frontier's quality.", "fitted to C38")
    ] = 0.0005
    growth_from: Annotated[
        float, number("Elo", 1000, 2000, "Frontier of December 2023.", "C32: 1313 in December 2023")
    ] = 1313.0
    growth_price: Annotated[
        float, number("share", 0, 2, "What doubling the price takes from the growth.")
    ] = 0.5
    people_k: Annotated[
        int, number("thousand", 500_000, 8_000_000, "People who may come to use it weekly.")
    ] = 4_000_000
    consumers_start_k: Annotated[
        int,
        number(
            "thousand",
            10_000,
            1_000_000,
            "Weekly users in December 2023.",
            "C38, C39: 100 million weekly users of one service, its share of use",
        ),
    ] = 114_000
    price_utility: Annotated[float, number("utility", 0, 5, "What doubling the price costs in appeal.")] = 1.0
    novelty_jump: Annotated[float, number("utility", 0, 5, "Attention for a jump of fifty Elo.")] = 1.0
    novelty_open: Annotated[float, number("x", 1, 5, "The same when the weights are free and open.")] = 1.8
    novelty_fade: Annotated[float, number("a month", 0, 1, "How fast attention fades.")] = 0.4
    novelty_most: Annotated[float, number("utility", 0, 6, "Most attention there is.")] = 2.5
    business_switching: Annotated[float, number("a month", 0, 1, "Part of the firms that choose anew.")] = (
        0.15
    )
    business_elo: Annotated[float, number("utility/Elo", 0, 0.05, "What firms notice.")] = 0.012
    business_open: Annotated[
        float, number("utility", 0, 5, "What open weights lose with firms, who run them elsewhere.")
    ] = 0.8
    serving_users: Annotated[
        float, number("H100e/million", 1, 5_000, "Compute for a million weekly users.")
    ] = 300.0
    serving_business: Annotated[
        float, number("H100e/$M/month", 1, 2_000, "Compute for a million of business.")
    ] = 100.0
    shortage_loss: Annotated[float, number("share", 0, 1, "Part of unserved users that leave for good.")] = (
        0.25
    )

    # -- safety -----------------------------------------------------------------------------------
    safety_need: Annotated[float, number("share", 0, 0.5, "Compute for safety that builds no risk.")] = 0.05
    debt_rate: Annotated[float, number("a month", 0, 1, "Risk that a lab without any safety builds.")] = 0.06
    debt_untested: Annotated[float, number("risk", 0, 1, "Risk added by an untested release.")] = 0.10
    debt_paid: Annotated[float, number("a month", 0, 1, "Part of the risk that is found and mended.")] = 0.08
    incident_rate: Annotated[float, number("a month", 0, 0.5, "Chance of an incident at full risk.")] = 0.02
    incident_open: Annotated[float, number("x", 1, 5, "The same when the best release is open.")] = 1.5
    incident_users: Annotated[float, number("share", 0, 0.5, "Users who leave after an incident.")] = 0.04
    incident_leaves: Annotated[
        float, number("share", 0, 1, "Part of the risk that is still there after an incident.")
    ] = 0.5
    incident_usd: Annotated[int, number("USD", 0, 1_000_000_000, "Bill for an incident.")] = 60_000_000
    limit_near: Annotated[
        float, number("Elo", 0, 200, "An incident this near the leader alarms lawmakers.")
    ] = 60.0
    limit_chance: Annotated[float, number("share", 0, 1, "Chance that they then set a limit.")] = 0.5
    limit_relief: Annotated[float, number("share", 0, 1, "Risk still built while a limit is in force.")] = 0.4
    threshold_elo: Annotated[float, number("Elo", 1300, 1640, "Quality from which the limit applies.")] = (
        1450.0
    )
    precipice_elo: Annotated[
        float, number("Elo", 1300, 1640, "Quality from which an incident can be everybody's.")
    ] = 1530.0
    precipice_near: Annotated[float, number("Elo", 0, 100, "How near to the best a frontier lab is.")] = 10.0
    precipice_rate: Annotated[
        float, number("a month", 0, 0.5, "Chance of a frontier incident at full risk.")
    ] = 0.004
    safety_floor: Annotated[
        float,
        number(
            "share",
            0,
            1,
            "Safety a lab keeps with no lead at all.",
            "Armstrong, Bostrom and Shulman (2016), with a floor",
        ),
    ] = 0.4
    safety_lead: Annotated[
        float,
        number(
            "Elo",
            5,
            300,
            "Lead that would pay for full safety.",
            "Armstrong, Bostrom and Shulman (2016): s = min(1, lead / e)",
        ),
    ] = 60.0
    safety_alarmed: Annotated[float, number("x", 0, 1, "What the alarmed keep of it.")] = 0.6

    # -- people -----------------------------------------------------------------------------------
    hire_limit: Annotated[int, number("people", 0, 200, "Most researchers hired by name in a month.")] = 12
    raid_part: Annotated[float, number("share", 0, 1, "Most of a lab that can be poached in a month.")] = 0.05
    raid_success: Annotated[float, number("share", 0, 1, "Part of those called who come.")] = 0.6
    staff_growth: Annotated[float, number("a month", 0, 0.2, "Growth of a lab that can pay.")] = 0.025
    quit_rate: Annotated[
        float,
        number(
            "a month",
            0,
            0.1,
            "Researchers who leave an ordinary lab.",
            "fitted to C41: two-year retention 64 to 80 %",
        ),
    ] = 0.0135
    grudge_kept: Annotated[float, number("a month", 0, 1, "Ill will that lasts (half after a year).")] = (
        0.9439
    )
    autonomy_person: Annotated[
        int, number("ppm", 0, 100_000, "Autonomy lost with one of the carmaker's people.")
    ] = 10_000

    # -- moods ------------------------------------------------------------------------------------
    calm_gap: Annotated[float, number("Elo", 0, 200, "Perceived gap below which a lab is calm.")] = 25.0
    pressed_gap: Annotated[float, number("Elo", 0, 300, "Perceived gap below which it is not alarmed.")] = (
        60.0
    )

    @property
    def elo_ceiling(self) -> int:
        """Return the score that nothing reaches, Elo."""
        return int(self.flat_from + self.flat_span)

    @property
    def prizes_elo(self) -> tuple[int, ...]:
        """Return the scores of the dated prizes, Elo, lowest first."""
        return tuple(self.prize_from + self.prize_step * prize for prize in range(self.prizes))
