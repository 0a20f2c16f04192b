"""Terms of users and money: growth, choice, price, revenue, valuation, rounds, loans."""

from typing import Final

from race.core.formulas.race.demand import (
    grown_users,
    logit_shares,
    novelty_of,
    price_appeal,
    serving_load,
)
from race.core.formulas.race.loans import called_usd, interest_of
from race.core.formulas.race.money import (
    booked_weight,
    business_part,
    business_spending,
    chip_worth,
    consumer_revenue,
    diluted,
    pay_of_month,
    rent_of_month,
    round_usd,
)
from race.core.formulas.race.worth import appraise
from race.core.ids import PPM, Firm, Generation
from race.core.rulebook import Rulebook
from race.core.terms.term import Term, a_lab, table
from race.core.words import N_
from race.core.world import Batch, Depot, Site


def _share(rules: Rulebook, *given: float) -> float:
    own, best, level, novelty = given
    utility = rules.race.utility_elo * own + price_appeal(rules.race, int(level * PPM)) + novelty
    return logit_shares([utility, rules.race.utility_elo * best])[0]


def _business(rules: Rulebook, *given: float) -> float:
    users, part, level = given
    lab = a_lab(rules, business_ppm=int(part * PPM), price_level=int(level * PPM))
    return business_part(rules.money, business_spending(rules, int(users)), lab)


def _valuation(rules: Rulebook, *given: float) -> float:
    revenue, usual, chips, price, rank, cash = given
    batch = Batch(
        id=1, payer=Firm.MISTRAL, generation=Generation.H100, quantity=int(chips), arrived=0, site=1
    )
    depot = Depot(batches=[batch], sites=[Site(id=1, power_kw=10**9, started=0, ready=0)])
    lab = a_lab(rules, depot, revenue_usd=int(revenue), usual_usd=int(usual), cash_usd=int(cash))
    return appraise(rules, lab, 0.0, chip_worth(rules.money, int(price)), int(rank)).total()


TERMS: Final = (
    Term(
        name="users",
        meaning=N_("Weekly users of all services grow, faster with a better frontier, until all have come."),
        unit=N_("thousand"),
        lines=(
            ("rate", "max(0, ease * (growth + growth_elo * (frontier - growth_from)))"),
            ("U", "floor(users * (1 + rate * (1 - users / people_k)))"),
        ),
        given={
            "users": N_("weekly users of all services, thousand"),
            "frontier": N_("best published score, Elo"),
            "ease": N_("1 when all are served at the usual price, less when not"),
        },
        numbers=("race.growth", "race.growth_elo", "race.growth_from", "race.people_k"),
        related=("race.consumers_start_k", "race.growth_price"),
        function=grown_users,
        examples=table(
            ("users", "frontier", "ease"),
            lambda rules, users, frontier, ease: grown_users(rules.race, int(users), frontier, ease),
            (114_000, 1313.0, 1.0),
            (300_000, 1400.0, 1.0),
            (600_000, 1456.0, 0.8),
        ),
        source=N_("C38: 100, 200 and 400 million weekly users of one service (Verge; OpenAI)"),
        digits=0,
    ),
    Term(
        name="share",
        meaning=N_("Of those who choose anew, each offer gets a part by what it is worth to them (a logit)."),
        unit=N_("part"),
        lines=(
            ("u", "utility_elo * own - price_utility * (level - 1) + novelty"),
            ("v", "utility_elo * best"),
            ("s", "exp(u) / (exp(u) + exp(v))"),
        ),
        given={
            "own": N_("own score, Elo"),
            "best": N_("the one other offer's score, Elo"),
            "level": N_("own price, 1 is usual"),
            "novelty": N_("attention for a recent jump, utility units"),
        },
        numbers=("race.utility_elo", "race.price_utility"),
        related=("race.switching", "race.novelty_fade", "race.business_elo", "race.business_switching"),
        function=logit_shares,
        examples=table(
            ("own", "best", "level", "novelty"),
            _share,
            (1400.0, 1400.0, 1.0, 0.0),
            (1450.0, 1400.0, 1.0, 0.0),
            (1400.0, 1400.0, 0.7, 0.0),
            (1400.0, 1400.0, 1.0, 0.8),
        ),
        source=N_("a point of Elo is ln 10 / 400 in a logit; C39: shares of web traffic (Similarweb)"),
    ),
    Term(
        name="novelty",
        meaning=N_("A jump in published quality draws attention, more when the weights are open."),
        unit=N_("utility"),
        lines=(("N", "max(0, jump) / 50 * novelty_jump * (novelty_open if open else 1)"),),
        given={
            "jump": N_("gain over the best release before, Elo"),
            "open": N_("1 for open weights, else 0"),
        },
        numbers=("race.novelty_jump", "race.novelty_open"),
        related=("race.novelty_fade", "race.novelty_most"),
        function=novelty_of,
        examples=table(
            ("jump", "open"),
            lambda rules, jump, weights: novelty_of(rules.race, jump, open_weights=bool(weights)),
            (20.0, 0),
            (50.0, 0),
            (50.0, 1),
        ),
    ),
    Term(
        name="serving",
        meaning=N_("Users and firms need compute; whoever lacks it turns people away."),
        unit=N_("H100e"),
        lines=(("S", "users / 1000 * serving_users + business / 1e6 * serving_business"),),
        given={"users": N_("weekly users, thousand"), "business": N_("what firms pay a month, US dollars")},
        numbers=("race.serving_users", "race.serving_business"),
        related=("race.shortage_loss",),
        function=serving_load,
        examples=table(
            ("users", "business"),
            lambda rules, users, business: serving_load(rules.race, int(users), int(business)),
            (100_000, 10_000_000),
            (400_000, 200_000_000),
        ),
        digits=0,
    ),
    Term(
        name="revenue",
        meaning=N_("Consumers pay by the head; at a higher price fewer of them pay."),
        unit=N_("USD a month"),
        lines=(("R", "users * 1000 * user_cents / 100 * level * exp(-price_payers * (level - 1))"),),
        given={"users": N_("weekly users, thousand"), "level": N_("own price, 1 is usual")},
        numbers=("money.user_cents", "money.price_payers"),
        related=("money.cost_of_sales", "money.price_lowest", "money.price_highest"),
        function=consumer_revenue,
        examples=table(
            ("users", "level"),
            lambda rules, users, level: consumer_revenue(rules.money, int(users), int(level * PPM)),
            (100_000, 1.0),
            (100_000, 0.7),
            (400_000, 1.0),
        ),
        source=N_("C36: annualised revenue 1.8, 5.5 and 10 billion US dollars (FT, The Information; CNBC)"),
        digits=0,
    ),
    Term(
        name="business",
        meaning=N_(
            "What firms spend grows faster than weekly users; each lab gets its part, at a higher price from "
            "fewer of them."
        ),
        unit=N_("USD a month"),
        lines=(
            ("all", "floor(business_start_usd * (users / consumers_start_k) ** business_power)"),
            ("B", "all * part * level * exp(-price_payers * (level - 1))"),
        ),
        given={
            "users": N_("weekly users of all services, thousand"),
            "part": N_("the lab's part of what firms spend, 0-1"),
            "level": N_("own price, 1 is usual"),
        },
        numbers=(
            "money.business_start_usd",
            "race.consumers_start_k",
            "money.business_power",
            "money.price_payers",
        ),
        related=("race.price_utility", "race.business_elo", "race.business_open", "race.business_switching"),
        function=business_part,
        examples=table(
            ("users", "part", "level"),
            _business,
            (114_000, 1.0, 1.0),
            (228_000, 1.0, 1.0),
            (500_000, 0.3, 1.0),
            (500_000, 0.3, 0.7),
            (500_000, 0.3, 1.6),
        ),
        source=N_(
            "C37: a second lab's annualised revenue, 0.1 in 2023 to 1.0 billion US dollars in 2024 (WSJ)"
        ),
        digits=0,
    ),
    Term(
        name="valuation",
        meaning=N_("Investors pay for revenue that grows and for chips, more in the hands of the best."),
        unit=N_("USD"),
        lines=(
            ("growth", "revenue / usual if usual > 0 else multiple_growth"),
            ("years", "revenue_multiple * min(1, growth / multiple_growth)"),
            ("worth", "chip_multiple * chip_value_usd * price / chip_value_price"),
            ("place", "top_factor if rank <= top_ranks else 1"),
            ("V", "years * 12 * revenue + chips * worth * place + cash"),
        ),
        given={
            "revenue": N_("revenue of the month, US dollars"),
            "usual": N_("revenue of a month that investors remember, US dollars"),
            "chips": N_("own running chips, H100e (hosted, rented and booked ones count in part)"),
            "price": N_("manufacturer's price of a chip, US dollars"),
            "rank": N_("place in the league, 1 is best"),
            "cash": N_("cash less loans, US dollars"),
        },
        numbers=(
            *("money.chip_multiple", "money.chip_value_usd", "money.chip_value_price"),
            *("money.top_factor", "money.top_ranks", "money.revenue_multiple", "money.multiple_growth"),
        ),
        related=(
            *("money.hosted_part", "money.rented_part", "money.booked_part", "fog.credibility_worth"),
            *("money.prize_word", "money.flat_usd", "money.revenue_memory", "money.mark_drift"),
        ),
        function=appraise,
        examples=table(
            ("revenue", "usual", "chips", "price", "rank", "cash"),
            _valuation,
            (0, 0, 100_000, 25_000, 5, 0),
            (0, 0, 100_000, 25_000, 2, 3e9),
            (450_000_000, 300_000_000, 400_000, 22_000, 1, 8e9),
        ),
        source=N_("C40: 24, 50 and 80 billion US dollars (May 2024, December 2024, March 2025)"),
        digits=0,
    ),
    Term(
        name="booked",
        meaning=N_("A booked chip counts for investors in part, less the later it is due."),
        unit=N_("part"),
        lines=(
            ("late", "max(0, wait - booked_near) / max(1, booked_far - booked_near)"),
            ("W", "booked_part * max(0, 1 - late)"),
        ),
        given={"wait": N_("months until it is due")},
        numbers=("money.booked_near", "money.booked_far", "money.booked_part"),
        function=booked_weight,
        examples=table(
            ("wait",), lambda rules, wait: booked_weight(rules.money, wait), (0.0,), (4.5,), (12.0,), (40.0,)
        ),
    ),
    Term(
        name="round",
        meaning=N_("A round of equity sells a part of the lab, as far as investors go."),
        unit=N_("USD"),
        lines=(("M", "min(round_most_usd, value * round_part)"),),
        given={"value": N_("valuation, US dollars")},
        numbers=("money.round_most_usd", "money.round_part"),
        related=("money.round_wait",),
        function=round_usd,
        examples=table(
            ("value",), lambda rules, value: round_usd(rules.money, int(value)), (24e9,), (80e9,), (400e9,)
        ),
        source=N_("C40: 6 billion at 24, 6 billion at 50 (US dollars)"),
        digits=0,
    ),
    Term(
        name="dilution",
        meaning=N_("After a round the founder owns what is left of the part before."),
        unit=N_("ppm"),
        lines=(("P", "part * max(0, value - amount) / value"),),
        given={
            "part": N_("the founder's part before, ppm"),
            "amount": N_("what the round brings, US dollars"),
            "value": N_("valuation with the new money, US dollars"),
        },
        numbers=(),
        related=("money.round_part",),
        function=diluted,
        examples=table(
            ("part", "amount", "value"),
            lambda _rules, part, amount, value: diluted(int(part), int(amount), int(value)),
            (1_000_000, 6e9, 24e9),
            (750_000, 6e9, 50e9),
        ),
        source=N_("arithmetic of a round"),
        digits=0,
    ),
    Term(
        name="wages",
        meaning=N_("People cost by the head, at the lab's level of pay."),
        unit=N_("USD a month"),
        lines=(("W", "staff * pay_usd * level"),),
        given={"staff": N_("heads"), "level": N_("level of pay, 1 is usual")},
        numbers=("money.pay_usd",),
        related=("money.hire_usd", "money.poach_usd", "talent.pay_lowest", "talent.pay_highest"),
        function=pay_of_month,
        examples=table(
            ("staff", "level"),
            lambda rules, staff, level: pay_of_month(rules.money, int(staff), int(level * PPM)),
            (100, 1.0),
            (100, 1.5),
        ),
        digits=0,
    ),
    Term(
        name="cloud_bill",
        meaning=N_("Rented compute is paid by the hour."),
        unit=N_("USD a month"),
        lines=(("B", "rented * cents * rent_hours / 100"),),
        given={"rented": N_("rented compute, H100e"), "cents": N_("rent, US cents an hour")},
        numbers=("money.rent_hours",),
        function=rent_of_month,
        examples=table(
            ("rented", "cents"),
            lambda rules, rented, cents: rent_of_month(rules.money, int(rented), int(cents)),
            (1_000, 400),
            (50_000, 230),
        ),
        digits=0,
    ),
    Term(
        name="interest",
        meaning=N_("Loans on chips cost interest every month."),
        unit=N_("USD a month"),
        lines=(("I", "floor(owed * loan_interest)"),),
        given={"owed": N_("what the lab owes, US dollars")},
        numbers=("money.loan_interest",),
        related=("money.loan_part", "money.loan_months", "money.interest", "money.credit"),
        function=interest_of,
        examples=table(("owed",), lambda rules, owed: interest_of(rules.money, int(owed)), (1e9,), (5e9,)),
        digits=0,
    ),
    Term(
        name="margin_call",
        meaning=N_("When chips lose worth, lenders want back what they would no longer lend."),
        unit=N_("USD"),
        lines=(("C", "0 if owed <= loan_call * pledged else owed - floor(loan_part * pledged)"),),
        given={
            "owed": N_("what the lab owes, US dollars"),
            "pledged": N_("what its chips would cost new, US dollars"),
        },
        numbers=("money.loan_call", "money.loan_part"),
        function=called_usd,
        examples=table(
            ("owed", "pledged"),
            lambda rules, owed, pledged: called_usd(rules.money, int(owed), int(pledged)),
            (600, 1_000),
            (801, 1_000),
        ),
        digits=0,
    ),
)
