"""Terms of training: quality, the scale, training compute, recipe, evidence, safety, risk."""

from typing import Final

from race.core.exact import log
from race.core.formulas.race.claims import fulfilment, judged
from race.core.formulas.race.quality import (
    error_left,
    flatten,
    flop_of_month,
    learned,
    people_gain,
    raw_quality,
    recipe_step,
    research_doublings,
)
from race.core.formulas.race.temper import risk_after, safety_level
from race.core.ids import PPM, Claim, Mood
from race.core.rulebook import Rulebook
from race.core.terms.term import Term, a_lab, table
from race.core.words import N_
from race.core.world.lab import Said

_OWN = N_("C34: own regression on 21 releases (43 a decade SE 11, 89 a year SE 12, R² 0.83)")


def _claim(rules: Rulebook, there: float) -> float:
    said = Said(claim=Claim.FLEET, quantity=100_000, made=0, due=6, before=20_000)
    return fulfilment(rules.fog, said, there)


def _next_recipe(rules: Rulebook, *given: float) -> float:
    own, others, talent, goal, recipe = given
    doublings = research_doublings(rules.race, log(own), log(others))
    return recipe + recipe_step(rules, a_lab(rules, recipe=recipe, recipe_goal=goal), doublings, talent)


TERMS: Final = (
    Term(
        name="quality",
        meaning=N_(
            "Quality is what a training run is worth: size counts by its logarithm, method grows with time. "
            "Of two releases people prefer the one with 100 Elo more 64 times in a hundred."
        ),
        unit=N_("Elo"),
        lines=(("L", "elo_base + elo_decade * log10(flop / 1e25) + elo_year * month / 12 + recipe + luck"),),
        given={
            "flop": N_("training compute of the run, FLOP"),
            "month": N_("months after December 2023 when it is released"),
            "recipe": N_("the lab's own method against the industry's, Elo"),
            "luck": N_("luck of this run, Elo"),
        },
        numbers=("race.elo_base", "race.elo_decade", "race.elo_year"),
        related=("race.luck_sd", "race.luck_kept", "race.failure"),
        function=raw_quality,
        examples=table(
            ("flop", "month", "recipe", "luck"),
            lambda rules, flop, month, recipe, luck: raw_quality(rules.race, flop, month, recipe, luck),
            (2.1e25, 0, 0.0, 0.0),
            (1e26, 0, 0.0, 0.0),
            (1e26, 12, 0.0, 0.0),
            (3.5e26, 14, -20.0, 10.0),
        ),
        source=_OWN,
        digits=0,
    ),
    Term(
        name="scale",
        meaning=N_("The scale flattens at the top: beyond a point a better run gains less and less."),
        unit=N_("Elo"),
        lines=(
            (
                "S",
                "L if L <= flat_from else flat_from + flat_span * (1 - exp(-(L - flat_from) / flat_span))",
            ),
        ),
        given={"L": N_("quality before the scale flattens, Elo")},
        numbers=("race.flat_from", "race.flat_span"),
        function=flatten,
        examples=table(
            ("L",), lambda rules, raw: flatten(rules.race, raw), (1400.0,), (1500.0,), (1600.0,), (1900.0,)
        ),
        digits=1,
    ),
    Term(
        name="training_flop",
        meaning=N_(
            "A month's training compute is chips, the part that trains, their peak and what is used of it."
        ),
        unit=N_("FLOP"),
        lines=(("F", "chips * training * peak_flops * utilisation * 2.63e6"),),
        given={
            "chips": N_("running chips, H100-equivalents"),
            "training": N_("part of them that trains, 0-1"),
        },
        numbers=("race.peak_flops", "race.utilisation"),
        related=("race.run_longest",),
        function=flop_of_month,
        examples=table(
            ("chips", "training"),
            lambda rules, chips, part: flop_of_month(rules.race, int(chips), int(part * PPM)),
            (20_000, 0.55),
            (100_000, 0.55),
            (100_000, 1.0),
            (400_000, 0.29),
        ),
        source=N_("C31: utilisation of GPT-4 0.34, Llama-3.1-405B 0.40 (Epoch AI); peak of an H100, 16 bit"),
    ),
    Term(
        name="research",
        meaning=N_("Research compute counts against the others' geometric mean, in doublings."),
        unit=N_("doublings"),
        lines=(("D", "max(-doublings_most, min(doublings_most, log(own / others) / log(2)))"),),
        given={
            "own": N_("the lab's research compute, H100e"),
            "others": N_("geometric mean of the others', H100e"),
        },
        numbers=("race.doublings_most",),
        function=research_doublings,
        examples=table(
            ("own", "others"),
            lambda rules, own, others: research_doublings(rules.race, log(own), log(others)),
            (500.0, 1000.0),
            (1000.0, 1000.0),
            (4000.0, 1000.0),
            (1e9, 1000.0),
        ),
    ),
    Term(
        name="recipe",
        meaning=N_(
            "Method is a lab's know-how: what it scores beyond its compute. It drifts to a goal, which "
            "research compute and talent move."
        ),
        unit=N_("Elo"),
        lines=(
            ("D", "max(-doublings_most, min(doublings_most, log(own / others) / log(2)))"),
            ("goal", "recipe_goal + recipe_doubling * D + recipe_talent * talent"),
            ("next", "recipe + recipe_drift * (goal - recipe)"),
        ),
        given={
            "own": N_("the lab's research compute, H100e"),
            "others": N_("geometric mean of the others', H100e"),
            "talent": N_("growth of its talent against the others', doublings"),
            "recipe_goal": N_("where its method goes with as much research as the others, Elo"),
            "recipe": N_("its method today, Elo"),
        },
        numbers=(
            *("race.doublings_most", "race.recipe_doubling", "race.recipe_drift"),
            "talent.recipe_talent",
        ),
        related=("race.recipe_noise", "race.luck_kept"),
        function=recipe_step,
        examples=table(
            ("own", "others", "talent", "recipe_goal", "recipe"),
            _next_recipe,
            (1000.0, 1000.0, 0.0, 10.0, 0.0),
            (4000.0, 1000.0, 0.0, 10.0, 0.0),
            (4000.0, 1000.0, 0.5, 10.0, 30.0),
        ),
    ),
    Term(
        name="diffusion",
        meaning=N_("Labs behind the best open weights learn from them, so much and no more in a month."),
        unit=N_("Elo"),
        lines=(("G", "min(diffusion_most, diffusion * behind)"),),
        given={"behind": N_("how much better the open weights are than the lab's own best, Elo")},
        numbers=("race.diffusion_most", "race.diffusion"),
        function=learned,
        examples=table(
            ("behind",), lambda rules, behind: learned(rules.race, behind), (10.0,), (40.0,), (200.0,)
        ),
    ),
    Term(
        name="people",
        meaning=N_("Known researchers bring method along, less to a lab that is far above its goal."),
        unit=N_("Elo"),
        lines=(
            ("room", "max(0, 1 - max(0, recipe - recipe_goal) / recipe_people_most)"),
            ("G", "recipe_person * people * room"),
        ),
        given={
            "people": N_("known researchers who come"),
            "recipe": N_("the lab's method today, Elo"),
            "recipe_goal": N_("where its method goes by itself, Elo"),
        },
        numbers=("race.recipe_person", "race.recipe_people_most"),
        related=("race.hire_limit", "race.raid_part", "talent.skill_known"),
        function=people_gain,
        examples=table(
            ("people", "recipe", "recipe_goal"),
            lambda rules, people, recipe, goal: people_gain(
                rules.race, a_lab(rules, recipe=recipe, recipe_goal=goal), int(people)
            ),
            (5, 0.0, 0.0),
            (5, 15.0, 5.0),
            (12, 40.0, 0.0),
        ),
    ),
    Term(
        name="score_error",
        meaning=N_("A published score is uncertain; each month's votes remove a part of the error."),
        unit=N_("Elo"),
        lines=(("E", "0 if age >= evidence_months else error_sd * (1 - truth_shows) ** age"),),
        given={"age": N_("months since the release")},
        numbers=("race.error_sd", "fog.truth_shows", "fog.evidence_months"),
        related=("race.leader_margin",),
        function=error_left,
        examples=table(("age",), lambda rules, age: error_left(rules, int(age)), (0,), (2,), (6,), (12,)),
    ),
    Term(
        name="claim",
        meaning=N_("A claim about a fleet is kept as far as the step it promised has been made."),
        unit=N_("part"),
        lines=(
            ("needed", "quantity * (1 - claim_slack)"),
            ("P", "1 if there >= needed else max(0, (there - before) / (needed - before))"),
        ),
        given={
            "quantity": N_("chips that were claimed"),
            "before": N_("chips there were when it was said"),
            "there": N_("chips there are on the date"),
        },
        numbers=("fog.claim_slack",),
        related=("fog.claim_slack_elo", "fog.claim_premium", "fog.claim_unpermitted"),
        function=fulfilment,
        examples=table(
            ("quantity", "before", "there"),
            lambda rules, _quantity, _before, there: _claim(rules, there),
            (100_000, 20_000, 20_000),
            (100_000, 20_000, 60_000),
            (100_000, 20_000, 95_000),
        ),
    ),
    Term(
        name="credibility",
        meaning=N_("Kept claims earn a lab credibility, missed ones cost more."),
        unit=N_("ppm"),
        lines=(
            ("gain", "(1000000 - word) * credibility_kept"),
            ("loss", "word * credibility_missed * (1 - part)"),
            ("C", "word + gain if part >= 1 else word - loss"),
        ),
        given={"word": N_("credibility before, ppm"), "part": N_("how far the claim was met, 0-1")},
        numbers=("fog.credibility_kept", "fog.credibility_missed"),
        related=("fog.credibility_start", "fog.credibility_fade", "fog.credibility_worth"),
        function=judged,
        examples=table(
            ("word", "part"),
            lambda rules, word, part: judged(rules.fog, int(word), part),
            (500_000, 1.0),
            (500_000, 0.5),
            (500_000, 0.0),
        ),
        digits=0,
    ),
    Term(
        name="safety",
        meaning=N_(
            "Care for safety that rivals keep: with little lead little patience, and less when alarmed."
        ),
        unit=N_("part"),
        lines=(
            ("kept", "min(1, safety_floor + max(0, lead) / safety_lead)"),
            ("s", "caution * kept * (safety_alarmed if alarmed else 1)"),
        ),
        given={
            "lead": N_("lead over the next lab, Elo"),
            "caution": N_("care in a calm month, 0-1"),
            "alarmed": N_("1 for an alarmed lab, else 0"),
        },
        numbers=("race.safety_floor", "race.safety_lead", "race.safety_alarmed"),
        related=("race.safety_need",),
        function=safety_level,
        examples=table(
            ("lead", "caution", "alarmed"),
            lambda rules, lead, caution, alarmed: safety_level(
                rules.race, caution, lead, Mood.ALARMED if alarmed else Mood.CALM
            ),
            (-30.0, 1.0, 0),
            (18.0, 1.0, 0),
            (60.0, 1.0, 0),
            (-30.0, 1.0, 1),
        ),
        source=N_("s = min(1, lead / e): Armstrong, Bostrom and Shulman, Racing to the precipice (2016)"),
    ),
    Term(
        name="risk",
        meaning=N_("Skipped safety builds risk; care finds and mends a part of it every month."),
        unit=N_("ppm"),
        lines=(
            ("missing", "max(0, 1 - safety / safety_need)"),
            ("R", "risk * (1 - debt_paid) + debt_rate * missing * (limit_relief if limit else 1) * 1000000"),
        ),
        given={
            "risk": N_("risk built up so far, ppm"),
            "safety": N_("part of running compute spent on safety, 0-1"),
            "limit": N_("1 while a limit on dangerous releases is in force, else 0"),
        },
        numbers=("race.safety_need", "race.debt_paid", "race.debt_rate", "race.limit_relief"),
        related=("race.debt_untested", "race.incident_rate", "race.incident_open", "race.precipice_rate"),
        function=risk_after,
        examples=table(
            ("risk", "safety", "limit"),
            lambda rules, risk, safety, limit: risk_after(
                rules.race, int(risk), int(safety * PPM), limited=bool(limit)
            ),
            (0, 0.0, 0),
            (100_000, 0.02, 0),
            (100_000, 0.02, 1),
            (100_000, 0.05, 0),
        ),
        digits=0,
    ),
)
