"""Terms of chips: lead time, prices, rent, demand, ageing, permits, power, sites."""

from typing import Final

from race.core.formulas.race.chips import (
    building,
    kw_each,
    lead_months,
    others_orders,
    premium,
    rental_target,
    slip_chance,
    stop_chance,
    wear_of,
)
from race.core.formulas.race.queue import promised_months
from race.core.ids import PPM, Firm, Generation
from race.core.rulebook import Rulebook
from race.core.terms.term import Term, table
from race.core.words import N_
from race.core.world import Batch, Market, Setting


def _weeks(rules: Rulebook, waiting: float, supply: float) -> float:
    setting = Setting(
        scenario="",
        months=1,
        supply=(int(supply),),
        chipmaker_supply=(int(supply),),
        chip_price_usd=(0,),
        own_supply=(0,),
        meetings=(),
    )
    return lead_months(rules, setting, Market(backlog=int(waiting)), 0) * 52 / 12


def _failing(rules: Rulebook, age: float) -> float:
    many = Batch(id=1, payer=Firm.XAI, generation=Generation.H100, quantity=PPM, arrived=0, site=1)
    return wear_of(rules.chips, [many], int(age)) / PPM


def _site(rules: Rulebook, power: float, forced: float, others: float) -> float:
    return power * building(rules, Firm.XAI, forced=bool(forced), others=int(others))[1]


TERMS: Final = (
    Term(
        name="lead_time",
        meaning=N_("The lead time emerges: the making, and everybody who waits, over a month's supply."),
        unit=N_("weeks"),
        lines=(
            ("months", "shortest_lead + waiting / supply"),
            ("T", "months * 52 / 12"),
        ),
        given={
            "waiting": N_("chips that are booked and late or in the backlog, H100e"),
            "supply": N_("what the makers deliver in a month, H100e"),
        },
        numbers=("chips.shortest_lead",),
        related=("chips.opening_backlog", "chips.opening_phantom", "chips.phantom_cancelled"),
        function=lead_months,
        examples=table(
            ("waiting", "supply"),
            _weeks,
            (0, 200_000),
            (200_000, 200_000),
            (1_300_000, 200_000),
        ),
        source=N_("C15: 36-52 weeks in November 2023, 8-12 in April 2024 (Omdia; UDN, Dell)"),
        digits=1,
    ),
    Term(
        name="promised_wait",
        meaning=N_(
            "A buyer waits longer or shorter than the usual by its standing and by what it pays ahead."
        ),
        unit=N_("months"),
        lines=(
            ("queue", "max(0, lead - shortest_lead)"),
            ("stand", "queue * max(0, 1 + queue_spread * (1 - weight))"),
            ("W", "floor(shortest_lead + stand * (1 - prepaid_gain * prepaid) + 0.5)"),
        ),
        given={
            "lead": N_("lead time of everybody, months"),
            "weight": N_("how the chipmaker weighs the buyer, 1 is usual"),
            "prepaid": N_("part of the price paid at booking beyond the deposit, 0-1"),
        },
        numbers=("chips.shortest_lead", "chips.queue_spread", "chips.prepaid_gain"),
        related=("chips.deposit", "chips.seats_share"),
        function=promised_months,
        examples=table(
            ("lead", "weight", "prepaid"),
            lambda rules, lead, weight, prepaid: promised_months(
                rules, lead, int(weight * PPM), int(prepaid * PPM)
            ),
            (8.6, 1.0, 0.0),
            (8.6, 0.5, 0.0),
            (8.6, 1.5, 0.0),
            (8.6, 1.0, 0.9),
        ),
        digits=0,
    ),
    Term(
        name="premium",
        meaning=N_("A shortage adds to the list price of a chip."),
        unit=N_("x"),
        lines=(("P", "1 + min(premium_most, premium_slope * max(0, lead - premium_from))"),),
        given={"lead": N_("lead time, months")},
        numbers=("chips.premium_most", "chips.premium_slope", "chips.premium_from"),
        related=("chips.server_factor",),
        function=premium,
        examples=table(("lead",), premium, (2.0,), (5.5,), (8.6,), (30.0,)),
        source=N_("C16: H100 34.6 in 2023, 26.3 in 2024, 23.2 in 2025, thousand US dollars (Epoch AI)"),
    ),
    Term(
        name="rent",
        meaning=N_("The rent of cloud compute follows the price of a new chip, the wait and the room left."),
        unit=N_("US cents an hour"),
        lines=(
            ("queue", "min(1, max(0, lead - shortest_lead) / 6)"),
            ("R", "price * rental_floor * (1 + rental_queue * queue + rental_full * full) * 100 / 730"),
        ),
        given={
            "price": N_("price of a new chip with its server, US dollars"),
            "lead": N_("lead time, months"),
            "full": N_("part of the clouds that labs rent, 0-1"),
        },
        numbers=("chips.shortest_lead", "chips.rental_floor", "chips.rental_queue", "chips.rental_full"),
        related=("chips.rental_start_cents", "chips.rental_drift", "chips.rental_share", "money.rent_hours"),
        function=rental_target,
        examples=table(
            ("price", "lead", "full"),
            lambda rules, price, lead, full: rental_target(rules, int(price), lead, full),
            (30_000, 8.0, 0.0),
            (27_500, 2.0, 0.0),
            (27_500, 2.0, 1.0),
        ),
        source=N_("C17: 8 dollars in mid-2023, 3.0 in October 2024, 2.3 in mid-2025 (SemiAnalysis)"),
        digits=0,
    ),
    Term(
        name="world_demand",
        meaning=N_("The rest of the world orders a part of supply, more of it when waits are short."),
        unit=N_("H100e a month"),
        lines=(
            (
                "D",
                "floor(supply * world_demand * max(demand_least, 1 + lead_pull * (1 - lead / usual_lead)))",
            ),
        ),
        given={"supply": N_("what the makers deliver in a month, H100e"), "lead": N_("lead time, months")},
        numbers=("chips.world_demand", "chips.demand_least", "chips.lead_pull", "chips.usual_lead"),
        function=others_orders,
        examples=table(
            ("supply", "lead"),
            lambda rules, supply, lead: others_orders(rules, int(supply), lead),
            (100_000, 2.0),
            (100_000, 3.0),
            (100_000, 9.0),
        ),
        source=N_("C14: supply by quarter (Epoch AI); the part of it that others order is fitted to C15"),
        digits=0,
    ),
    Term(
        name="ageing",
        meaning=N_(
            "Of running chips so many fail for good in a month, of old ones more; "
            "in a warehouse it takes longer."
        ),
        unit=N_("ppm a month"),
        lines=(("F", "fail_ppm + wear_ppm * age"),),
        given={"age": N_("months since delivery")},
        numbers=("chips.fail_ppm", "chips.wear_ppm"),
        function=wear_of,
        examples=table(("age",), _failing, (0,), (12,), (36,), (90,)),
        digits=0,
    ),
    Term(
        name="permits",
        meaning=N_("A site that is built ahead of its permits may be stopped, likelier when it is watched."),
        unit=N_("ppm a month"),
        lines=(("C", "stop_ppm * (stop_watched if watched else 1)"),),
        given={"watched": N_("1 after somebody has complained, else 0")},
        numbers=("chips.stop_ppm", "chips.stop_watched"),
        related=(
            *("chips.ordinary_months", "chips.forced_months", "chips.forced_factor"),
            *("chips.delay_ppm", "chips.lobby_ppm", "chips.lobby_months"),
        ),
        function=stop_chance,
        examples=table(
            ("watched",),
            lambda rules, watched: stop_chance(rules.chips, watched=bool(watched)),
            (0,),
            (1,),
        ),
        source=N_("design; building times C18 (131 days) and C21 (18-36 months)"),
        digits=0,
    ),
    Term(
        name="power",
        meaning=N_("A fleet needs power by the generation of its chips."),
        unit=N_("kW"),
        lines=(("P", "chips * (kw_b200 if b200 else kw_h100)"),),
        given={"chips": N_("chips, H100-equivalents"), "b200": N_("1 for B200, 0 for H100")},
        numbers=("chips.kw_h100", "chips.kw_b200"),
        related=("chips.kw_h200", "chips.kw_gb300", "chips.kw_next", "chips.shell_usd_per_kw"),
        function=kw_each,
        examples=table(
            ("chips", "b200"),
            lambda rules, chips, new: chips * kw_each(rules, Generation.B200 if new else Generation.H100),
            (100_000, 0),
            (100_000, 1),
        ),
        source=N_("C19: 181 MW for 100,000 H100, 2.7 kW a GB200 (Epoch AI)"),
        digits=0,
    ),
    Term(
        name="site",
        meaning=N_(
            "A site costs by its power, more when it is rushed, and much more beside many that its company"
            " builds already; its months pass unless it slips."
        ),
        unit=N_("USD"),
        lines=(
            ("K", "1 + crowding * max(0, others + 1 - sites_at_once)"),
            ("C", "power * shell_usd_per_kw * (forced_factor if forced else 1) * K"),
        ),
        given={
            "power": N_("power of the site, kW"),
            "forced": N_("1 for a rushed site, else 0"),
            "others": N_("sites that the company has under way already, those it took aside"),
        },
        numbers=("chips.shell_usd_per_kw", "chips.forced_factor", "chips.crowding", "chips.sites_at_once"),
        related=(
            *("chips.ordinary_months", "chips.forced_months", "chips.papers_months", "chips.stop_months"),
            *("chips.watch_months", "chips.sites_most", "chips.site_limit_kw", "chips.install_months"),
        ),
        function=building,
        examples=table(
            ("power", "forced", "others"),
            _site,
            (181_000, 0, 0),
            (181_000, 1, 1),
            (181_000, 1, 2),
            (181_000, 1, 4),
        ),
        source=N_("C18: 131 days for 100,000 chips; C20, C21: cost of a place, 18-36 months by the book"),
        digits=0,
    ),
    Term(
        name="slip",
        meaning=N_("A site under way may slip in each of its months but the last."),
        unit=N_("chance"),
        lines=(("S", "1 - (1 - delay_ppm / 1000000) ** max(0, months - 1)"),),
        given={"months": N_("months until it is ready")},
        numbers=("chips.delay_ppm",),
        function=slip_chance,
        examples=table(
            ("months",), lambda rules, months: slip_chance(rules.chips, int(months)), (1,), (5,), (20,)
        ),
    ),
)
