"""What the whole lab brings: who can buy it, what a buyer offers, what it takes over.

Whole dollars in, whole dollars out.
"""

from race.core.ids import PPM, Firm
from race.core.rulebook import Rulebook
from race.core.rulebook.money import MoneyRules
from race.core.world import Lab, OrderLine


def offer_usd(rules: Rulebook, lab: Lab, leader: Firm | None, buyer: Firm) -> int:
    """Return what a buyer gives for the lab, in its own shares, whole dollars.

    The carmaker pays what investors think it is worth, the first of the league less, another lab a
    little less. `leader` is the published league's first.
    """
    if buyer is Firm.TESLA:
        return max(0, lab.valuation_usd)
    part = rules.sale.offer_leader if buyer is leader else rules.sale.offer_other
    return max(0, int(part * lab.valuation_usd))


def merger_shift(rules: Rulebook, company_usd: int, price_usd: int) -> float:
    """Return the trust that a price asks of the carmaker's owners: more, the larger it is beside the company.

    >>> round(merger_shift(Rulebook(), 800_000_000_000, 80_000_000_000), 3)
    0.03
    """
    return rules.sale.merger_weight * min(PPM, PPM * price_usd // max(1, company_usd)) / PPM


def burden_usd(lab: Lab, lines: list[OrderLine]) -> int:
    """Return what a buyer would have to pay: the lab's debt, its loans, the rest of what it has booked."""
    booked = sum(
        [line.quantity * line.unit_price_usd - line.deposit_usd for line in lines if line.payer is lab.firm]
    )
    return max(0, -lab.cash_usd) + lab.owed_usd() + booked


def rescued(money: MoneyRules, lab: Lab, lines: list[OrderLine]) -> bool:
    """Return whether somebody buys a lab that cannot pay: what it has must carry what it owes."""
    return burden_usd(lab, lines) <= money.sale_part * (lab.valuation_usd - lab.worth.net)


def first_of(labs: dict[Firm, Lab]) -> Firm | None:
    """Return the first of the published league, or None when nobody has published anything."""
    first, top = None, 0.0
    for firm, lab in labs.items():
        best = lab.best()
        if best is not None and best.elo_published > top:
            first, top = firm, best.elo_published
    return first
