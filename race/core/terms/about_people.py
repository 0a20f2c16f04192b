"""Terms of people and of the result: what draws researchers, raids, the score."""

from typing import Final

from race.core.formulas.house.people import falls
from race.core.formulas.race.people import carried, founding_gain, quit_hazard, raid_chance
from race.core.outcome import gap_points, trust_points, value_points
from race.core.terms.term import Term, table
from race.core.words import N_

TERMS: Final = (
    Term(
        name="quitting",
        meaning=N_("Researchers leave a lab that draws people less than the others do."),
        unit=N_("a month"),
        lines=(("Q", "quit_rate * exp(-quit_steep * draw)"),),
        given={"draw": N_("how much the lab draws people, utility units, 0 for an ordinary one")},
        numbers=("race.quit_rate", "talent.quit_steep"),
        related=(
            *("talent.draw_compute", "talent.draw_pay", "talent.draw_rank", "talent.draw_safety"),
            *("talent.draw_scandal", "talent.draw_incident", "talent.draw_most", "talent.leave_field"),
        ),
        function=quit_hazard,
        examples=table(("draw",), quit_hazard, (-0.6,), (0.0,), (0.8,)),
        source=N_("C41: two-year retention 80, 78, 67 and 64 % (SignalFire 2025)"),
        digits=4,
    ),
    Term(
        name="raid",
        meaning=N_("A researcher who is called comes by how much both labs draw people."),
        unit=N_("chance"),
        lines=(("C", "min(0.95, raid_success * exp(raid_steep * (own - other)))"),),
        given={"own": N_("draw of the lab that calls"), "other": N_("draw of the lab that may lose")},
        numbers=("race.raid_success", "talent.raid_steep"),
        related=("race.raid_part", "race.hire_limit", "money.poach_usd", "race.grudge_kept"),
        function=raid_chance,
        examples=table(("own", "other"), raid_chance, (-1.0, 0.0), (0.0, 0.0), (1.0, 0.0)),
    ),
    Term(
        name="founding",
        meaning=N_(
            "Known people come to a small lab with far more chips of its own for each head, and stay."
        ),
        unit=N_("Elo a month"),
        lines=(
            ("beyond", "(head / log(2) - founding_from) / founding_most"),
            ("G", "0 if researchers >= founding_heads else founding_elo * min(1, max(0, beyond))"),
        ),
        given={
            "researchers": N_("researchers of the lab"),
            "head": N_("logarithm of its own chips for each of them, over the other labs'"),
        },
        numbers=(
            *("talent.founding_from", "talent.founding_most", "talent.founding_heads"),
            "talent.founding_elo",
        ),
        related=("talent.founding_until", "talent.grow_steep"),
        function=founding_gain,
        examples=table(
            ("researchers", "head"),
            lambda rules, researchers, head: founding_gain(rules.talent, int(researchers), head),
            (40.0, 0.5),
            (40.0, 0.8),
            (40.0, 2.0),
            (400.0, 2.0),
        ),
    ),
    Term(
        name="carried",
        meaning=N_(
            "The carmaker's people lift the lab's method while they stay; the first bring most of it."
        ),
        unit=N_("Elo"),
        lines=(("G", "people_goal * people / (people + people_half)"),),
        given={"people": N_("researchers of the carmaker's who are at the lab")},
        numbers=("diversion.people_goal", "diversion.people_half"),
        related=("diversion.records_recipe", "race.autonomy_person", "talent.carmaker_researchers"),
        function=carried,
        examples=table(
            ("people",),
            lambda rules, people: carried(rules.diversion, int(people)),
            *((0.0,), (5.0,), (20.0,), (60.0,)),
        ),
        source=N_("C42: about ten went from the carmaker to the lab by June 2024"),
    ),
    Term(
        name="loyalty",
        meaning=N_("Somebody of the house minds a broken word, a secret or a denial, the second one more."),
        unit=N_("ppm"),
        lines=(("D", "by * (1 + again * min(again_most, earlier))"),),
        given={
            "by": N_("a small, middle or large matter, ppm, negative"),
            "earlier": N_("matters of the kind that this person remembers"),
        },
        numbers=("house.again", "house.again_most"),
        related=(
            *("house.start", "house.small", "house.middle", "house.large", "house.mends", "house.mercy"),
            *("house.warns", "house.stays", "house.notice_months", "house.empty_months"),
            *("house.calm", "house.calm_wait", "house.calm_broken", "house.calm_months"),
            *("house.settling", "house.refuting", "house.recipe", "house.followers"),
            *("house.quote_wait", "house.grave"),
            *("house.hostile", "house.cool", "house.loyal", "house.record", "house.record_most"),
        ),
        function=falls,
        examples=table(
            ("by", "earlier"),
            lambda rules, by, earlier: falls(rules.house, by, earlier),
            (-30_000.0, 0.0),
            (-30_000.0, 2.0),
            (-120_000.0, 9.0),
        ),
        digits=0,
    ),
    Term(
        name="score",
        meaning=N_(
            "A game is worth up to 1,000 points: race, owners, carmaker, house, world; endings can cut it."
        ),
        unit=N_("points"),
        lines=(
            ("front", "gap_points * min(1, max(0, (gap_zero - gap) / gap_zero))"),
            ("held", "trust_points * min(1, max(0, (trusted - trust_zero) / trust_span))"),
            ("worth", "value_points * min(1, max(0, log10(max(1, value / 1e9)) / value_decades))"),
            ("three", "front + held + worth"),
        ),
        given={
            "gap": N_("mean true gap of the last months to the best other lab, Elo"),
            "trusted": N_("share-weighted trust, 0-1"),
            "value": N_("valuation of the lab, US dollars"),
        },
        numbers=(
            *("score.gap_points", "score.gap_zero", "score.trust_points", "score.trust_zero"),
            *("score.trust_span", "score.value_points", "score.value_decades"),
        ),
        related=(
            *("score.prize_points", "score.second_points", "score.frontier_points", "score.promise_points"),
            "score.none_due",
            *("score.return_points", "score.chips_points", "score.autonomy_points", "score.people_points"),
            *("score.world_points", "score.incident_points", "score.enjoined_factor", "score.removed_factor"),
            *("score.lost_factor", "score.sold_factor", "score.merged_factor", "score.catastrophe_factor"),
        ),
        function=gap_points,
        examples=table(
            ("gap", "trusted", "value"),
            lambda rules, gap, trusted, value: (
                gap_points(rules.score, gap)
                + trust_points(rules.score, trusted)
                + value_points(rules.score, int(value))
            ),
            (0.0, 0.75, 316e9),
            (40.0, 0.6, 80e9),
            (150.0, 0.2, 0.5e9),
        ),
        digits=0,
    ),
)
