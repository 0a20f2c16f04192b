"""Terms of the owners: severity, leaks, trust, price, suits, letters, votes, promises."""

from typing import Final

import numpy as np

from race.core.formulas.owners.ballots import leaning_yes, owed_shift
from race.core.formulas.owners.carmaker import claim_of
from race.core.formulas.owners.court import decay, letter_hazard, suit_hazard
from race.core.formulas.owners.crowd import shaken
from race.core.formulas.owners.evidence import gross, leak_ppm, salience, saturated, seen
from race.core.formulas.passing.defence import Away, idle_share
from race.core.ids import PPM, Firm, Subject, Terms
from race.core.rulebook import Rulebook
from race.core.terms.term import Term, table
from race.core.words import N_
from race.core.world import Act, Affairs, Site


def _act(severity: float, terms: Terms = Terms.SWAP, idle: float = 0.0, insiders: int = 0) -> Act:
    return Act(
        id=1,
        month=1,
        quantity=12_000,
        terms=terms,
        severity=severity,
        idle_share=idle,
        value_usd=0,
        insiders=insiders,
    )


def _leak(rules: Rulebook, insiders: float, severity: float, attention: float) -> float:
    act = _act(severity, insiders=int(insiders))
    affairs = Affairs(acts=[act], investigated=Firm.XAI, investigation_ppm=int(attention * PPM))
    return leak_ppm(rules, act, affairs)


def _owed(rules: Rulebook, severity: float) -> float:
    act = _act(severity)
    act.published = 1
    return owed_shift(rules, Affairs(acts=[act]))


def _defence(rules: Rulebook, quantity: float, places: float, ahead: float) -> float:
    site = Site(id=1, power_kw=int(places * rules.chips.kw_h100 + 0.5), started=0, ready=0)
    away = Away(quantity=int(quantity), start=1, months=1, ahead=int(ahead))
    return idle_share(rules, [site], away)


def _shaken(rules: Rulebook, effect: float, trust: float) -> float:
    moved = shaken(
        rules.owners, np.array([int(effect)]), np.array([int(trust * PPM)], dtype=np.int32), bad=effect < 0
    )
    return float(moved[0])


TERMS: Final = (
    Term(
        name="severity",
        meaning=N_("A diversion weighs by the chip-months it takes of a year's plan; damage saturates."),
        unit=N_("part"),
        lines=(
            ("f", "quantity * away / planned"),
            ("damage", "1 - exp(-f / saturation)"),
        ),
        given={
            "quantity": N_("chips taken, H100e"),
            "away": N_("months they are away"),
            "planned": N_("chip-months the carmaker plans for the next year"),
        },
        numbers=("owners.saturation",),
        related=("founder.plan_months", "founder.kept_months"),
        function=saturated,
        examples=table(
            ("quantity", "away", "planned"),
            lambda rules, quantity, away, planned: saturated(rules, quantity * away / planned),
            (12_000, 5, 430_000),
            (12_000, 12, 430_000),
            (50_000, 12, 430_000),
        ),
    ),
    Term(
        name="gross",
        meaning=N_("Gross is what plaintiffs plead: they do not know the excuse."),
        unit=N_("weight"),
        lines=(
            ("damage", "1 - exp(-f / saturation)"),
            (
                "G",
                "min(gross_most, damage * (terms_swap if swap else terms_silent) * (1 + repeated * earlier))",
            ),
        ),
        given={
            "f": N_("severity before it saturates"),
            "swap": N_("1 for a swap, 0 for a silent taking"),
            "earlier": N_("acts that were known before"),
        },
        numbers=(
            *("owners.saturation", "owners.gross_most", "owners.terms_swap"),
            *("owners.terms_silent", "owners.repeated"),
        ),
        related=(
            *("owners.refuted_gross", "owners.terms_paid", "owners.terms_cost", "owners.terms_disclosed"),
            *("owners.terms_voted", "owners.terms_lease"),
        ),
        function=gross,
        examples=table(
            ("f", "swap", "earlier"),
            lambda rules, severity, swap, earlier: gross(
                rules, _act(severity, Terms.SWAP if swap else Terms.SILENT), int(earlier)
            ),
            (0.14, 1, 0),
            (0.14, 1, 3),
            (0.34, 0, 0),
        ),
    ),
    Term(
        name="seen",
        meaning=N_("Seen is what moves trust: it counts only in part what could not have been powered."),
        unit=N_("weight"),
        lines=(
            ("damage", "1 - exp(-f / saturation)"),
            ("idle", "idle_least + (1 - idle_least) * W"),
            ("S", "min(seen_most, damage * terms_silent * (1 + repeated * earlier) * idle)"),
        ),
        given={
            "f": N_("severity before it saturates, of a silent taking"),
            "W": N_("part of it that the carmaker could have powered, 0-1"),
            "earlier": N_("acts that were known before"),
        },
        numbers=(
            *("owners.saturation", "owners.idle_least", "owners.seen_most"),
            *("owners.terms_silent", "owners.repeated"),
        ),
        related=("owners.refuted_seen", "court.justified_idle"),
        function=seen,
        examples=table(
            ("f", "W", "earlier"),
            lambda rules, severity, idle, earlier: seen(
                rules, _act(severity, Terms.SILENT, idle), int(earlier)
            ),
            (0.34, 1.0, 0),
            (0.34, 0.0, 0),
            (0.34, 1.0, 2),
        ),
    ),
    Term(
        name="defence",
        meaning=N_("The warehouse defence: the part of what was taken that the carmaker could have powered."),
        unit=N_("part"),
        lines=(("W", "min(quantity, max(0, places - ahead)) / quantity"),),
        given={
            "quantity": N_("chips taken, H100e"),
            "places": N_("powered places at the carmaker's sites, chips"),
            "ahead": N_("chips with a better claim to them"),
        },
        numbers=(),
        related=(
            *("chips.kw_h100", "court.justified_idle", "court.justified_salience"),
            "court.recall_months",
        ),
        function=idle_share,
        examples=table(
            ("quantity", "places", "ahead"),
            _defence,
            (12_000, 15_000, 15_000),
            (12_000, 21_000, 15_000),
            (12_000, 60_000, 15_000),
        ),
    ),
    Term(
        name="leak",
        meaning=N_("A secret comes out when somebody talks: more people, more chips, curious reporters."),
        unit=N_("ppm a month"),
        lines=(
            ("hazard", "leak * insiders * (1 + leak_size * min(1, f)) * attention"),
            ("C", "floor(1000000 * (1 - exp(-hazard)))"),
        ),
        given={
            "insiders": N_("people who know"),
            "f": N_("severity before it saturates"),
            "attention": N_("how much reporters multiply leaks, 1 without any"),
        },
        numbers=("court.leak", "court.leak_size"),
        related=("court.leak_again", "court.attention_most", "founder.insiders_each"),
        function=leak_ppm,
        examples=table(
            ("insiders", "f", "attention"), _leak, (31, 0.14, 1.0), (31, 0.14, 2.0), (45, 0.5, 1.0)
        ),
        source=N_("C01, C03: a swap of December 2023 was published in June 2024 (CNBC)"),
        digits=0,
    ),
    Term(
        name="salience",
        meaning=N_("A story is loud by what it tells, and half as loud after some weeks."),
        unit=N_("part"),
        lines=(
            ("first", "min(1, salience_base + (1 - exp(-f / saturation)) * terms_swap)"),
            ("now", "first * 0.5 ** (age / news_half)"),
        ),
        given={"f": N_("severity of a swap before it saturates"), "age": N_("weeks since publication")},
        numbers=("owners.salience_base", "owners.saturation", "owners.terms_swap", "owners.news_half"),
        related=("owners.news_weeks", "owners.late_reach", "owners.gossip"),
        function=salience,
        examples=table(
            ("f", "age"),
            lambda rules, severity, age: salience(rules, _act(severity)) * decay(age, rules.owners.news_half),
            (0.14, 0),
            (0.14, 8),
            (0.80, 0),
        ),
    ),
    Term(
        name="trust",
        meaning=N_("News moves trust by what it means to a kind: bad news weighs most with doubters."),
        unit=N_("ppm"),
        lines=(
            ("bad", "bad_most - bad_slope * held"),
            ("good", "good_least + good_slope * held"),
            ("D", "effect * (bad if effect < 0 else good)"),
        ),
        given={
            "effect": N_("what the news would do to the kind, ppm (A x seen for a diversion)"),
            "held": N_("trust of the one who hears it, 0-1"),
        },
        numbers=("owners.bad_most", "owners.bad_slope", "owners.good_least", "owners.good_slope"),
        related=(
            *("owners.pull", "owners.conviction", "owners.memory_act", "owners.kinds.retail.acts"),
            *("owners.kinds.pension.acts", "owners.kinds.retail.social", "owners.kinds.retail.bound"),
        ),
        function=shaken,
        examples=table(
            ("effect", "held"), _shaken, (-100_000, 0.0), (-100_000, 0.5), (100_000, 0.0), (100_000, 0.5)
        ),
        source=N_(
            "design; opinions after Deffuant (bounded confidence) and Friedkin and Johnsen (stubborn priors)"
        ),
        digits=0,
    ),
    Term(
        name="price",
        meaning=N_("On publication the share price loses a part by what is pleaded."),
        unit=N_("%"),
        lines=(
            ("G", "min(gross_most, (1 - exp(-f / saturation)) * terms_swap)"),
            ("P", "-100 * price_gross * G"),
        ),
        given={"f": N_("severity of a swap before it saturates")},
        numbers=("owners.gross_most", "owners.saturation", "owners.terms_swap", "owners.price_gross"),
        related=(
            *("owners.price_noise", "owners.price_trust", "owners.price_clip", "owners.price_anger"),
            *("owners.kept_price", "owners.missed_price", "owners.claim_price"),
        ),
        function=gross,
        examples=table(
            ("f",),
            lambda rules, severity: -100 * rules.owners.price_gross * gross(rules, _act(severity), 0),
            (0.14,),
            (0.34,),
            (0.80,),
        ),
        source=N_("C03: -0.86 % on the day of publication; C13: governance news below 3 %; C12: noise"),
    ),
    Term(
        name="suits",
        meaning=N_("Holders sue by what can be pleaded, how many are angry, and who has sued lately."),
        unit=N_("a week"),
        lines=(
            ("anger", "min(suit_anger_most, suit_calm + angry / suit_angry)"),
            ("H", "suit * pleaded * anger + (suit_echo * echo if pleaded > 0 else 0)"),
        ),
        given={
            "pleaded": N_("gross of the published acts, faded by their age"),
            "angry": N_("part of all owners who are angry, 0-1"),
            "echo": N_("fresh suits, each halved in two weeks"),
        },
        numbers=(
            "court.suit_anger_most",
            "court.suit_calm",
            "court.suit_angry",
            "court.suit",
            "court.suit_echo",
        ),
        related=("court.suit_half", "court.suit_echo_half", "court.suits_most", "court.repaired_suit"),
        function=suit_hazard,
        examples=table(
            ("pleaded", "angry", "echo"), suit_hazard, (0.0, 0.05, 0.0), (0.34, 0.05, 0.0), (0.34, 0.12, 1.0)
        ),
        source=N_("C07: three suits within three weeks (Bloomberg Tax; Quartz)"),
    ),
    Term(
        name="letters",
        meaning=N_("Funds write open letters by how loud misconduct is and how many of them are angry."),
        unit=N_("a week"),
        lines=(("H", "letter * min(letter_most, loud) * min(1, funds / letter_angry)"),),
        given={
            "loud": N_("salience of the live stories of misconduct"),
            "funds": N_("part of the funds that are angry, 0-1"),
        },
        numbers=("court.letter", "court.letter_most", "court.letter_angry"),
        related=("court.letter_salience", "court.letter_pay"),
        function=letter_hazard,
        examples=table(("loud", "funds"), letter_hazard, (0.0, 0.15), (0.5, 0.15), (2.0, 0.15)),
        source=N_("C08: eight investors, CalPERS and a senator, May to August 2024"),
    ),
    Term(
        name="vote",
        meaning=N_(
            "A holder votes with the founder by trust; the undecided abstain, advisers move the funds."
        ),
        unit=N_("part"),
        lines=(
            ("z", "held - theta_pay - (shift if adviser else 0)"),
            ("abstain", "abstain_most * exp(-((z / abstain_scale) ** 2))"),
            ("yes", "(1 - abstain) / (1 + exp(-z / vote_scale))"),
        ),
        given={
            "held": N_("the holder's trust, 0-1"),
            "shift": N_("how far an adviser's no moves this kind of holder"),
            "adviser": N_("1 when advisers are against, else 0"),
        },
        numbers=("owners.theta_pay", "owners.abstain_most", "owners.abstain_scale", "owners.vote_scale"),
        related=(
            *("owners.theta_domicile", "owners.theta_keep", "owners.theta_investment", "owners.theta_limits"),
            *("owners.adviser_pay", "owners.kinds.retail.turnout", "owners.kinds.active.adviser"),
        ),
        function=leaning_yes,
        examples=table(
            ("held", "shift", "adviser"),
            lambda rules, held, shift, adviser: leaning_yes(
                rules.owners, held - rules.owners.theta_pay - shift * adviser
            ),
            (0.3, 0.06, 0),
            (0.45, 0.06, 0),
            (0.45, 0.06, 1),
            (0.7, 0.06, 1),
        ),
        source=N_("C05: 77 % on pay; C06: 63 % of all shares on the move; C10, C11: turnout and advisers"),
    ),
    Term(
        name="owed",
        meaning=N_(
            "Who knows what the lab has had already asks more before the carmaker's money goes there."
        ),
        unit=N_("trust"),
        lines=(
            ("kept", "1 - exp(-f / saturation)"),
            ("S", "owed_weight * min(1, kept * terms_swap)"),
        ),
        given={"f": N_("severity of a swap that all know and nobody voted for")},
        numbers=("owners.saturation", "owners.owed_weight", "owners.terms_swap"),
        related=("owners.theta_investment", "founder.investment_part", "owners.owed_mended"),
        function=owed_shift,
        examples=table(("f",), _owed, (0.0,), (0.14,), (0.8,)),
    ),
    Term(
        name="promise",
        meaning=N_("A promise claims more the farther it is beyond what the plan would bring."),
        unit=N_("part"),
        lines=(("C", "min(1, max(claim_least, claim_expected * quantity / expected))"),),
        given={"quantity": N_("chips promised"), "expected": N_("chips the plan would bring by then")},
        numbers=("owners.claim_expected", "owners.claim_least"),
        related=(
            *("owners.claim_gain", "owners.claim_price", "owners.kept_gain", "owners.kept_price"),
            *("owners.missed_loss", "owners.missed_price", "owners.missed_again"),
        ),
        function=claim_of,
        examples=table(
            ("quantity", "expected"),
            lambda rules, quantity, expected: claim_of(
                rules, Subject.CHIPS_POWERED, int(quantity), int(expected)
            ),
            (25_000, 50_000),
            (50_000, 50_000),
            (85_000, 50_000),
        ),
        source=N_("C04: 85,000 chips promised in April 2024, half to five sixths of them kept"),
    ),
)
