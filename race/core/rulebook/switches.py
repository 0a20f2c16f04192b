"""Switches: every mechanic can be left out, for restricted play and to measure what it is worth."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class Switches(msgspec.Struct, frozen=True, kw_only=True):
    """One switch a mechanic: 1 plays with it, 0 without; a command that needs it is then refused."""

    # -- chips and sites --------------------------------------------------------------------------
    prepayment: Annotated[int, number("switch", 0, 1, "Paying ahead for a better place in the queue.")] = 1
    cancelling: Annotated[int, number("switch", 0, 1, "Cancelling what was booked.")] = 1
    own_silicon: Annotated[int, number("switch", 0, 1, "A lab's own chips, outside the queue.")] = 1
    export_limits: Annotated[int, number("switch", 0, 1, "Export rules on what a lab may book.")] = 1
    ageing: Annotated[int, number("switch", 0, 1, "Chips that fail, old ones more often.")] = 1
    forced_sites: Annotated[int, number("switch", 0, 1, "Rushed sites: built before their permits.")] = 1
    rental: Annotated[int, number("switch", 0, 1, "Renting cloud compute.")] = 1
    lobbying: Annotated[int, number("switch", 0, 1, "Complaints about sites.")] = 1

    # -- diversions -------------------------------------------------------------------------------
    swap: Annotated[int, number("switch", 0, 1, "Diverting by a swap of slots.")] = 1
    disclosure: Annotated[int, number("switch", 0, 1, "Diverting in the open.")] = 1
    paid: Annotated[int, number("switch", 0, 1, "Diverting for a price, or on lease.")] = 1
    other_things: Annotated[
        int, number("switch", 0, 1, "Diverting people, sites, data and the cars as a channel.")
    ] = 1
    lending: Annotated[int, number("switch", 0, 1, "Lending and licensing back to the carmaker.")] = 1
    promises: Annotated[int, number("switch", 0, 1, "Promises to the owners.")] = 1
    fact_checks: Annotated[
        int, number("switch", 0, 1, "Promises that the press holds against the order book.")
    ] = 1
    leaks: Annotated[int, number("switch", 0, 1, "Secrets that come out.")] = 1
    regulator: Annotated[
        int, number("switch", 0, 1, "The authority that looks into what becomes of drivers' records.")
    ] = 1
    demands: Annotated[int, number("switch", 0, 1, "Holders who demand to read the files.")] = 1
    suits: Annotated[int, number("switch", 0, 1, "Suits, rulings and restitution.")] = 1
    deal_votes: Annotated[int, number("switch", 0, 1, "The owners' vote on chips for the lab.")] = 1
    courting: Annotated[int, number("switch", 0, 1, "Private talks with one kind of holders.")] = 1
    probing: Annotated[int, number("switch", 0, 1, "People who look into rivals or keep secrets secret.")] = 1
    stake_sales: Annotated[int, number("switch", 0, 1, "Selling the founder's shares for the lab.")] = 1
    pledging: Annotated[int, number("switch", 0, 1, "Loans on the founder's shares.")] = 1
    buy_back: Annotated[int, number("switch", 0, 1, "The carmaker buying back its own shares.")] = 1
    investment: Annotated[int, number("switch", 0, 1, "The owners' vote to invest in the lab.")] = 1
    lab_sale: Annotated[int, number("switch", 0, 1, "Selling the lab, to a rival or to the carmaker.")] = 1

    # -- the race ---------------------------------------------------------------------------------
    run_failure: Annotated[int, number("switch", 0, 1, "Training runs that fail.")] = 1
    diffusion: Annotated[int, number("switch", 0, 1, "Method that spreads from open weights.")] = 1
    research: Annotated[int, number("switch", 0, 1, "Recipe from research compute (time compounds).")] = 1
    collateral: Annotated[int, number("switch", 0, 1, "Chips as collateral of a round (time compounds).")] = 1
    prizes: Annotated[int, number("switch", 0, 1, "Dated prizes for the first (time compounds).")] = 1
    novelty: Annotated[int, number("switch", 0, 1, "Attention for a jump in quality.")] = 1
    open_weights: Annotated[int, number("switch", 0, 1, "Releasing weights to everybody.")] = 1
    business: Annotated[int, number("switch", 0, 1, "The market of firms.")] = 1
    serving: Annotated[int, number("switch", 0, 1, "Users that need compute.")] = 1
    pricing: Annotated[int, number("switch", 0, 1, "Setting the price of the service.")] = 1
    debt: Annotated[int, number("switch", 0, 1, "Loans on chips.")] = 1
    safety: Annotated[int, number("switch", 0, 1, "Safety debt, incidents and the precipice.")] = 1
    talent: Annotated[int, number("switch", 0, 1, "Researchers move the goal a recipe drifts to.")] = 1
    evidence: Annotated[int, number("switch", 0, 1, "Published scores that near the true ones.")] = 1
    poaching: Annotated[int, number("switch", 0, 1, "Hiring from named labs and from the carmaker.")] = 1
    pay: Annotated[int, number("switch", 0, 1, "Setting pay above or below the usual.")] = 1
    announcing: Annotated[int, number("switch", 0, 1, "Public claims about coming chips and releases.")] = 1
    file: Annotated[int, number("switch", 0, 1, "The file of orders that a court has read out.")] = 1
    tales: Annotated[int, number("switch", 0, 1, "Questions of the house that come back.")] = 1
    house: Annotated[int, number("switch", 0, 1, "People of the house who remember, leave and testify.")] = 1
    tempers: Annotated[
        int, number("switch", 0, 1, "Rivals that react: moods, grudges, counter-releases.")
    ] = 1
