"""Terms of the months: places in a line, moods, prizes, appeal, budgets, the carmaker's own plan."""

from math import exp
from typing import Final

from race.core.formulas.house.sale import offer_usd
from race.core.formulas.house.stake import fall_of
from race.core.formulas.owners.carmaker import pace_with
from race.core.formulas.passing.diversion import price_of, sold_of
from race.core.formulas.race.chips import quarter_flow
from race.core.formulas.race.demand import price_appeal
from race.core.formulas.race.money import parent_rate, runway
from race.core.formulas.race.people import Workplace, parts_of_draw
from race.core.formulas.race.queue import line_rank
from race.core.formulas.race.temper import haste, incident_chance, mood_of
from race.core.formulas.race.worth import belief
from race.core.ids import LABS, PPM, Firm, Mood, Terms
from race.core.rulebook import Rulebook
from race.core.terms.term import Term, a_lab, table
from race.core.words import N_
from race.core.world import Setting

_OWN: Final = Firm.MISTRAL


def _flow(rules: Rulebook, supply: float, month: float) -> float:
    setting = Setting(
        scenario="",
        months=1,
        supply=(0,),
        chipmaker_supply=(int(supply) // 3,),
        chip_price_usd=(0,),
        own_supply=(0,),
        meetings=(),
    )
    founder = rules.founder
    return quarter_flow(setting, 1, founder.flow_2024 if month <= founder.flow_change else founder.flow_later)


def _pull(rules: Rulebook, more: float, rank: float, safety: float, pay: float) -> float:
    """Ask the law about one lab among seven; the six others have 100 chips for each head."""
    head = 100.0 * exp(more * len(LABS) / (len(LABS) - 1))  # so that it is `more` beyond the mean of all
    places = [
        Workplace(
            firm=firm,
            researchers=10_000,
            fleet=int(10_000 * (head if firm is _OWN else 100.0)),
            rank=int(rank),
            incidents=0,
            scandal=0.0,
            safety=int(safety * PPM),
            pay=int(pay * PPM),
        )
        for firm in LABS
    ]
    return parts_of_draw(rules, places)[_OWN].whole()


def _offer(rules: Rulebook, valuation: float, first: float) -> float:
    lab = a_lab(rules, valuation_usd=int(valuation))
    return offer_usd(rules, lab, Firm.OPENAI if first else None, Firm.OPENAI)


def _worded(rules: Rulebook, first: float, second: float, word: float) -> float:
    won = [1] * int(first) + [2] * int(second)
    return belief(rules, a_lab(rules, milestones=won, credibility=int(word * PPM)))


TERMS: Final = (
    Term(
        name="rank",
        meaning=N_(
            "When too much is due at once, a line counts by its buyer's weight, more for what is paid ahead."
        ),
        unit=N_("ppm"),
        lines=(("R", "floor(weight * (1 + prepaid_rank * max(0, paid - deposit)))"),),
        given={
            "weight": N_("how the chipmaker weighs the buyer, ppm of the usual (see: weight)"),
            "paid": N_("part of the price that was paid at booking, 0-1"),
        },
        numbers=("chips.prepaid_rank", "chips.deposit"),
        related=("buyers.unknown", "buyers.liking", "buyers.prepaid", "buyers.size", "buyers.doubt"),
        function=line_rank,
        examples=table(
            ("weight", "paid"),
            lambda rules, weight, paid: line_rank(rules, int(weight), paid),
            (1_000_000, 0.1),
            (1_000_000, 0.5),
            (600_000, 1.0),
        ),
        digits=0,
    ),
    Term(
        name="flow",
        meaning=N_(
            "The carmaker's deliveries of a quarter are a share of supply; a crate is a quarter of them."
        ),
        unit=N_("H100e"),
        lines=(
            ("share", "flow_2024 if month <= flow_change else flow_later"),
            ("F", "floor(supply * share / 1000000)"),
        ),
        given={
            "supply": N_("what the chipmaker delivered in the quarter before, H100e"),
            "month": N_("months after December 2023"),
        },
        numbers=("founder.flow_2024", "founder.flow_change", "founder.flow_later"),
        related=("founder.budget_least", "founder.budget_most", "founder.site_ahead", "founder.site_step_kw"),
        function=quarter_flow,
        examples=table(("supply", "month"), _flow, (466_659, 1), (1_188_273, 12), (1_870_131, 18)),
        digits=0,
    ),
    Term(
        name="pace",
        meaning=N_("The carmaker's autonomy moves with the chips that run, of those that were planned."),
        unit=N_("x"),
        lines=(("P", "min(autonomy_best, running / planned) ** autonomy_elasticity"),),
        given={
            "running": N_("chips that run at the carmaker, H100e"),
            "planned": N_("chips of its public plan, H100e"),
        },
        numbers=("founder.autonomy_best", "founder.autonomy_elasticity"),
        related=(
            *("founder.autonomy_months", "race.autonomy_person", "founder.milestone_price"),
            "founder.slip_price",
        ),
        function=pace_with,
        examples=table(
            ("running", "planned"),
            lambda rules, running, planned: pace_with(rules, int(running), int(planned)),
            (24_000, 24_000),
            (12_000, 24_000),
            (60_000, 24_000),
        ),
    ),
    Term(
        name="deal",
        meaning=N_("Announced chips go at cost, bought ones at the market; silence and swaps cost no money."),
        unit=N_("USD"),
        lines=(("P", "floor(worth * (market_margin if bought else 1 if announced else 0))"),),
        given={
            "worth": N_("what they cost the carmaker, US dollars"),
            "bought": N_("1 at market price, else 0"),
            "announced": N_("1 announced first, else 0"),
        },
        numbers=("founder.market_margin",),
        related=(
            "diversion.lease_rent",
            "diversion.lease_months",
            "court.justified_idle",
            "court.recall_months",
        ),
        function=price_of,
        examples=table(
            ("worth", "bought", "announced"),
            lambda rules, worth, bought, announced: price_of(
                rules, Terms.PAID if bought else Terms.DISCLOSED if announced else Terms.SILENT, int(worth)
            ),
            (1_000_000, 1, 0),
            (1_000_000, 0, 1),
            (1_000_000, 0, 0),
        ),
        digits=0,
    ),
    Term(
        name="for_sale",
        meaning=N_(
            "What the carmaker's directors sell of a crate to the lab, at cost or at the market's price."
        ),
        unit=N_("H100e"),
        lines=(("n", "quantity if W <= justified_idle else floor(quantity * (1 - W) * sold_idle)"),),
        given={
            "quantity": N_("chips of the crate, H100e"),
            "W": N_("part of it that the carmaker could have powered, 0-1"),
        },
        numbers=("court.justified_idle", "court.sold_idle"),
        function=sold_of,
        examples=table(
            ("quantity", "W"),
            lambda rules, quantity, could: sold_of(rules, int(quantity), could),
            (12_000, 0.2),
            (12_000, 0.5),
            (12_000, 1.0),
        ),
        digits=0,
    ),
    Term(
        name="mood",
        meaning=N_("A lab feels its gap to the best other, and spends faster the farther it is behind."),
        unit=N_("x"),
        lines=(
            (
                "behind",
                "haste_calm if gap < calm_gap else haste_pressed if gap < pressed_gap else haste_alarmed",
            ),
            ("H", "haste_leading if gap < 0 else behind"),
        ),
        given={"gap": N_("how far the best other is ahead, Elo; below 0 it leads")},
        numbers=(
            *("race.calm_gap", "race.pressed_gap", "tempers.haste_leading", "tempers.haste_calm"),
            *("tempers.haste_pressed", "tempers.haste_alarmed"),
        ),
        related=(
            *("tempers.worry", "tempers.worry_most", "tempers.keep_up", "tempers.stir", "tempers.large_kw"),
            *("tempers.stirred", "tempers.near", "tempers.safe_lead", "tempers.held_back"),
            *("tempers.raid_calm", "tempers.raid_pressed", "tempers.raid_alarmed", "tempers.raid_grudge"),
            *("tempers.complain", "tempers.cut_price", "tempers.cut_place", "tempers.cut_chance"),
            *("tempers.pay_pressed", "tempers.pay_alarmed", "tempers.pay_matched"),
        ),
        function=haste,
        examples=table(
            ("gap",),
            lambda rules, gap: haste(rules.tempers, mood_of(rules.race, gap)),
            (-5,),
            (10,),
            (40,),
            (90,),
        ),
    ),
    Term(
        name="prizes",
        meaning=N_(
            "Investors pay more for a lab that was first past a mark, and less where its word is doubted."
        ),
        unit=N_("x"),
        lines=(
            ("doubt", "1 + credibility_worth * (word - credibility_start / 1000000)"),
            ("B", "(1 + prize_word * (first + prize_second * second)) * doubt"),
        ),
        given={
            "first": N_("marks it was the first past"),
            "second": N_("marks it was the second past"),
            "word": N_("how far it is believed, 0-1"),
        },
        numbers=("money.prize_word", "race.prize_second", "fog.credibility_worth", "fog.credibility_start"),
        related=(
            *("race.prize_from", "race.prize_step", "race.prizes", "race.prize_novelty"),
            "race.prize_recipe",
        ),
        function=belief,
        examples=table(("first", "second", "word"), _worded, (0, 0, 0.5), (2, 1, 0.5), (0, 0, 0.2)),
    ),
    Term(
        name="incident_chance",
        meaning=N_("The risk that was built may come out in any month, likelier with open weights."),
        unit=N_("chance a month"),
        lines=(("I", "incident_rate * (incident_open if opened else 1) * risk / 1000000"),),
        given={"risk": N_("the risk that was built up, ppm"), "opened": N_("1 with open weights, else 0")},
        numbers=("race.incident_rate", "race.incident_open"),
        related=(
            *("race.incident_users", "race.incident_leaves", "race.incident_usd", "race.limit_near"),
            *("race.limit_chance", "race.threshold_elo", "race.precipice_elo", "race.precipice_near"),
        ),
        function=incident_chance,
        examples=table(
            ("risk", "opened"),
            lambda rules, risk, opened: incident_chance(rules.race, int(risk), open_weights=bool(opened)),
            (100_000, 0),
            (500_000, 0),
            (500_000, 1),
        ),
        digits=4,
    ),
    Term(
        name="appeal",
        meaning=N_("A dearer service appeals less, a cheaper one more, in a straight line."),
        unit=N_("utility"),
        lines=(("A", "-price_utility * (level / 1000000 - 1)"),),
        given={"level": N_("price, ppm of the usual")},
        numbers=("race.price_utility",),
        related=("money.price_lowest", "money.price_highest"),
        function=price_appeal,
        examples=table(
            ("level",),
            lambda rules, level: price_appeal(rules.race, int(level)),
            (700_000,),
            (1_000_000,),
            (1_300_000,),
        ),
    ),
    Term(
        name="pull",
        meaning=N_("People are drawn by compute, rank, care and pay; scandal and incidents put them off."),
        unit=N_("utility"),
        lines=(
            ("place", "draw_rank * (4 - rank) / 3"),
            ("care", "draw_safety * min(1, safety / safety_need - 1)"),
            ("U", "draw_compute * more + place + care + draw_pay * log(pay)"),
        ),
        given={
            "more": N_("log of chips for each researcher, beyond the labs' mean"),
            "rank": N_("place in the league of seven"),
            "safety": N_("part of compute for safety, 0-1"),
            "pay": N_("pay over the usual"),
        },
        numbers=(
            *("talent.draw_compute", "talent.draw_rank", "talent.draw_safety", "talent.draw_pay"),
            "race.safety_need",
        ),
        related=("talent.draw_scandal", "talent.draw_incident", "talent.scandal_months", "talent.draw_most"),
        function=parts_of_draw,
        examples=table(
            ("more", "rank", "safety", "pay"),
            _pull,
            (0.0, 4, 0.05, 1.0),
            (0.7, 1, 0.05, 1.0),
            (0.0, 4, 0.0, 1.4),
        ),
    ),
    Term(
        name="parents",
        meaning=N_("What a parent pays grows month by month: faster for a leader, fastest in alarm."),
        unit=N_("part"),
        lines=(("G", "parent_growth * (parent_leading if leading else parent_alarmed if alarmed else 1)"),),
        given={
            "leading": N_("1 for a lab that leads, else 0"),
            "alarmed": N_("1 for an alarmed lab, else 0"),
        },
        numbers=("money.parent_growth", "money.parent_leading", "money.parent_alarmed"),
        related=("money.parent_anger", "money.later_from", "money.later_haste", "money.hosting_growth"),
        function=parent_rate,
        examples=table(
            ("leading", "alarmed"),
            lambda rules, leading, alarmed: parent_rate(
                rules.money, Mood.LEADING if leading else Mood.ALARMED if alarmed else Mood.CALM
            ),
            (1, 0),
            (0, 0),
            (0, 1),
        ),
        source=N_("fitted to C23-C26: compute of four labs at the end of 2024 (Epoch AI)"),
        digits=4,
    ),
    Term(
        name="runway",
        meaning=N_("Cash lasts as many months as it holds what a month burns."),
        unit=N_("months"),
        lines=(("W", "min(99, floor(cash / burn)) if burn > 0 else 99"),),
        given={"cash": N_("money in the bank, US dollars"), "burn": N_("what a month takes, US dollars")},
        numbers=(),
        related=("money.debt_months",),
        function=runway,
        examples=table(
            ("cash", "burn"),
            lambda _rules, cash, burn: runway(int(cash), -int(burn)),
            (1_000_000_000, 80_000_000),
            (1_000_000_000, 0),
        ),
        digits=0,
    ),
    Term(
        name="sell_off",
        meaning=N_("A founder who sells shares presses their price by the part of the company that is sold."),
        unit=N_("part"),
        lines=(("F", "min(sale_fall_most, sale_price * sold / 1000000)"),),
        given={"sold": N_("part of the company that is sold, ppm")},
        numbers=("stake.sale_fall_most", "stake.sale_price"),
        related=(
            *("stake.sale_most", "stake.sale_loss", "stake.tax", "stake.window_every", "stake.loan_part"),
            *("stake.loan_most_usd", "stake.interest", "stake.call_part", "stake.call_discount"),
            *("stake.buy_back_part", "stake.buy_back_price"),
        ),
        function=fall_of,
        examples=table(
            ("sold",), lambda rules, sold: fall_of(rules, int(sold)), (2_500,), (5_900,), (100_000,)
        ),
        digits=4,
    ),
    Term(
        name="offer",
        meaning=N_(
            "A rival that buys the whole lab pays a part of its worth; the league's first pays another."
        ),
        unit=N_("USD"),
        lines=(("O", "floor(worth * (offer_leader if leader else offer_other))"),),
        given={"worth": N_("valuation, US dollars"), "leader": N_("1 when the buyer is first, else 0")},
        numbers=("sale.offer_leader", "sale.offer_other"),
        related=("sale.buyer_fleet", "sale.merger_weight"),
        function=offer_usd,
        examples=table(("worth", "leader"), _offer, (10_000_000_000, 1), (10_000_000_000, 0)),
        digits=0,
    ),
)
