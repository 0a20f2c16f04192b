"""Numbers of chips, the order book and sites."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class ChipRules(msgspec.Struct, frozen=True, kw_only=True):
    """The chip market and what powers chips."""

    server_factor: Annotated[
        float,
        number(
            "x",
            1.0,
            2.0,
            "Chip with its server over the chip alone.",
            "supplier_monthly.csv: street over manufacturer's price of 2024",
        ),
    ] = 1.2
    deposit: Annotated[
        float, number("share", 0.0, 1.0, "Part of a line's price that is paid at booking.")
    ] = 0.1
    book_ahead: Annotated[int, number("months", 3, 60, "How far ahead the chipmaker takes orders.")] = 24
    shortest_lead: Annotated[
        float,
        number(
            "months",
            1,
            6,
            "Lead time when nobody waits: the making.",
            "supplier_monthly.csv: 8-12 weeks when nobody waited (Dell, 2024)",
        ),
    ] = 2.0
    world_demand: Annotated[
        float,
        number("x supply", 0.3, 1.2, "What the rest of the world orders a month.", "fitted to C14, C15"),
    ] = 0.62
    usual_lead: Annotated[
        float,
        number(
            "months",
            1.0,
            12.0,
            "Wait that the rest of the world takes as usual.",
            "supplier_monthly.csv: 10-14 weeks from mid 2024",
        ),
    ] = 3.2
    lead_pull: Annotated[
        float, number("x", 0.0, 5.0, "How much more is ordered when nobody waits, how much less when all do.")
    ] = 1.1
    demand_least: Annotated[
        float, number("x", 0.0, 1.0, "Least that long waits leave of the usual orders.")
    ] = 0.9
    phantom_cancelled: Annotated[
        float,
        number(
            "a month",
            0.0,
            1.0,
            "Part of the over-ordering that is cancelled while waits shorten.",
            "fitted to C15",
        ),
    ] = 0.36
    opening_backlog: Annotated[
        float,
        number(
            "months of supply",
            0.0,
            15.0,
            "Others' backlog in December 2023 (lead time 36-52 weeks).",
            "fitted to C15: lead time 36-52 weeks",
        ),
    ] = 6.6
    opening_phantom: Annotated[
        float,
        number(
            "share",
            0.0,
            1.0,
            "Part of that backlog that is over-ordering.",
            "fitted to C15: lead time fell to 8-12 weeks by April 2024",
        ),
    ] = 0.8
    seats_share: Annotated[
        float, number("share", 0.1, 1.0, "Most of a month's supply that our companies together can get.")
    ] = 0.49
    # -- the queue: who waits ---------------------------------------------------------------------
    relation_start: Annotated[
        int, number("ppm", 0, 1_000_000, "How the chipmaker likes a buyer it knows nothing of.")
    ] = 500_000
    relation_delivery: Annotated[
        int, number("ppm a month", 0, 200_000, "What a month of deliveries taken and paid on time adds.")
    ] = 12_000
    relation_late: Annotated[
        int, number("ppm a month", 0, 500_000, "What a delivery that cannot be paid costs.")
    ] = 40_000
    relation_cancel: Annotated[
        int, number("ppm", 0, 1_000_000, "What cancelling the whole book costs; a part costs its part.")
    ] = 300_000
    relation_swap: Annotated[
        int,
        number("ppm", 0, 500_000, "What swapping a month's deliveries costs either company."),
    ] = 40_000
    relation_over: Annotated[
        int, number("ppm a month", 0, 200_000, "What a book beyond the chipmaker's patience costs.")
    ] = 20_000
    relation_fading: Annotated[
        float, number("a month", 0.0, 1.0, "How fast the chipmaker forgets, good and bad.")
    ] = 0.03
    patience: Annotated[
        float, number("months of supply", 0.05, 5.0, "Book of one buyer that is taken at its word.")
    ] = 0.45
    queue_spread: Annotated[
        float,
        number("share", 0.0, 2.0, "How much longer the queue is for a buyer that weighs nothing."),
    ] = 0.5
    prepaid_gain: Annotated[
        float, number("share", 0.0, 0.9, "Part of the queue that is skipped by paying everything at booking.")
    ] = 0.35
    prepaid_rank: Annotated[
        float,
        number("share", 0.0, 2.0, "What a line that is all paid weighs more when too many are due."),
    ] = 0.5
    late_fee: Annotated[
        float,
        number("share a month", 0.0, 0.5, "Price of chips that are ready and cannot be paid: they wait."),
    ] = 0.04
    cancel_loss: Annotated[
        float, number("share", 0.0, 1.0, "Part of the deposit that is lost with a cancelled chip.")
    ] = 0.5

    # -- the price --------------------------------------------------------------------------------
    premium_from: Annotated[
        float,
        number(
            "months",
            1.0,
            24.0,
            "Lead time up to which a chip costs its list price.",
            "supplier_monthly.csv: no premium at 10-14 weeks",
        ),
    ] = 4.0
    premium_slope: Annotated[
        float,
        number(
            "share a month",
            0.0,
            0.5,
            "What each month of waiting beyond that adds to the price.",
            "supplier_monthly.csv: street over manufacturer's price, 1.36 at 40 weeks, 1.11 at 24, 1.0 at 10",
        ),
    ] = 0.068
    premium_most: Annotated[
        float,
        number(
            "share",
            0.0,
            2.0,
            "Most that a shortage adds to the price.",
            "supplier_monthly.csv: street over manufacturer's price, at most 1.36",
        ),
    ] = 0.5

    # -- age --------------------------------------------------------------------------------------
    fail_ppm: Annotated[
        int,
        number("ppm a month", 0, 50_000, "Part of running chips that fail for good in a month, new."),
    ] = 1_200
    wear_ppm: Annotated[int, number("ppm a month", 0, 5_000, "What each month of age adds to that part.")] = (
        40
    )
    stored_part: Annotated[
        float, number("share", 0.0, 1.0, "How fast chips fail in a warehouse, over running ones.")
    ] = 0.3
    order_least: Annotated[int, number("H100e", 1, 10_000, "Fewest chips in one order.")] = 100
    site_least_kw: Annotated[int, number("kW", 1, 50_000, "Smallest site that can be begun.")] = 1_000

    # -- export rules -----------------------------------------------------------------------------
    export_newest: Annotated[
        int,
        number("generation", 0, 4, "Newest generation that may be exported under the rules: 0 H100, 1 H200…"),
    ] = 1

    # -- a lab's own chips ------------------------------------------------------------------------
    own_silicon_price: Annotated[
        float, number("x", 0.1, 2.0, "Price of an own chip over the chipmaker's list price, per H100e.")
    ] = 0.6
    own_silicon_lead: Annotated[
        int, number("months", 1, 18, "From the order of own chips to their delivery; nobody queues.")
    ] = 4

    install_months: Annotated[
        int,
        number(
            "months",
            0,
            3,
            "From delivery to running, when power is there.",
            "C22: median one quarter from owning to running (Epoch AI)",
        ),
    ] = 1
    rental_start_cents: Annotated[
        int,
        number(
            "US cents an hour",
            50,
            1500,
            "Cloud price, December 2023.",
            "C17: 8 dollars in mid-2023, 2.85 in February 2024",
        ),
    ] = 450
    rental_floor: Annotated[
        float,
        number(
            "share of price a month",
            0.0,
            0.2,
            "Rent of a month over the price of a new chip, in the long run, when the clouds are empty.",
            "fitted to C17: about $3.0 in October 2024, $2.3 in mid 2025",
        ),
    ] = 0.061
    rental_queue: Annotated[
        float, number("share", 0.0, 3.0, "What a queue of half a year for new chips adds to the rent.")
    ] = 0.45
    rental_full: Annotated[
        float, number("share", 0.0, 3.0, "What labs that fill the clouds add to the rent.")
    ] = 0.40
    rental_drift: Annotated[
        float, number("a month", 0.0, 1.0, "How fast rent follows the chip price and the demand.")
    ] = 0.20
    power_usd: Annotated[
        int,
        number(
            "USD/H100e/month",
            20,
            1000,
            "Running cost of a powered chip.",
            "C19: 1.81 kW at about 0.12 dollars a kWh",
        ),
    ] = 160
    hosting_usd: Annotated[int, number("USD/H100e/month", 0, 2000, "Fee for a partner's halls.")] = 110
    rental_share: Annotated[
        float,
        number(
            "x monthly supply",
            0.0,
            3.0,
            "What the clouds can rent to all labs, in months of supply.",
        ),
    ] = 0.30
    rent_ahead: Annotated[int, number("months", 0, 12, "Rent a lab must have in the bank to rent more.")] = 2
    site_limit_kw: Annotated[
        int, number("kW", 50_000, 2_000_000, "Largest site that can be rushed at once.")
    ] = 250_000
    sites_at_once: Annotated[
        int, number("sites", 1, 6, "Sites one company can have under way at the ordinary price.")
    ] = 2
    sites_most: Annotated[
        int, number("sites", 1, 8, "Sites one company can have under way at any price.")
    ] = 5
    crowding: Annotated[
        float,
        number("x", 0.0, 5.0, "What a site adds to its price for each one under way beyond the ordinary."),
    ] = 1.5
    shell_usd_per_kw: Annotated[
        int,
        number(
            "USD/kW",
            2_000,
            20_000,
            "Building cost of a site ($8.3M/MW).",
            "C20: shell 8.3 million dollars a MW (Epoch AI)",
        ),
    ] = 8_300
    forced_factor: Annotated[float, number("x", 1.0, 4.0, "Cost of a rushed site, of the ordinary.")] = 1.4
    ordinary_months: Annotated[
        int, number("months", 12, 40, "Ordinary building time (18-36).", "C21: 18-36 months")
    ] = 20
    forced_months: Annotated[
        int,
        number(
            "months",
            3,
            12,
            "Building time of a rushed site (131 days to first 100,000).",
            "C18: 131 days from site start to 100,000 chips (Epoch AI)",
        ),
    ] = 5
    delay_ppm: Annotated[
        int, number("ppm a month", 0, 300_000, "Chance that a site under way slips by a month.")
    ] = 40_000
    papers_months: Annotated[
        int, number("months", 0, 60, "From breaking ground for a rushed site to the last permit.")
    ] = 14
    stop_ppm: Annotated[
        int,
        number("ppm a month", 0, 500_000, "Chance that a site that runs ahead of its permits is stopped."),
    ] = 10_000
    stop_watched: Annotated[float, number("x", 1.0, 20.0, "How much likelier that is after a complaint.")] = (
        6.0
    )
    stop_months: Annotated[int, number("months", 1, 12, "How long such a site stands still.")] = 2
    watch_months: Annotated[int, number("months", 0, 24, "How long a complaint is remembered.")] = 6
    lobby_months: Annotated[int, number("months", 0, 6, "How long a heard complaint stops a site.")] = 2
    lobby_ppm: Annotated[int, number("ppm", 0, 1_000_000, "Chance that a complaint is heard.")] = 400_000
    kw_h100: Annotated[
        float, number("kW/H100e", 0.5, 3.0, "Power of an H100, all in.", "C19: 181 MW for 100,000 (Epoch AI)")
    ] = 1.81
    kw_h200: Annotated[
        float, number("kW/H100e", 0.5, 3.0, "Power of an H200, all in.", "C19, as the H100")
    ] = 1.81
    kw_b200: Annotated[
        float,
        number(
            "kW/H100e",
            0.3,
            3.0,
            "Power of a B200/GB200, all in.",
            "C19: 2.7 kW a GPU of 2.5 H100e (Epoch AI)",
        ),
    ] = 1.08
    kw_gb300: Annotated[float, number("kW/H100e", 0.3, 3.0, "Power of a GB300, all in.")] = 0.95
    kw_own_silicon: Annotated[float, number("kW/H100e", 0.2, 3.0, "Power of a lab's own chips, all in.")] = (
        1.3
    )
    kw_next: Annotated[float, number("kW/H100e", 0.2, 3.0, "Power of the generation after.")] = 0.75
    month_h200: Annotated[int, number("month", 0, 40, "First month the H200 can be booked.")] = 6
    month_b200: Annotated[int, number("month", 0, 40, "First month the B200 can be booked.")] = 13
    month_gb300: Annotated[int, number("month", 0, 40, "First month the GB300 can be booked.")] = 21
    month_next: Annotated[int, number("month", 0, 60, "First month the next generation can be booked.")] = 30
