"""What a diversion is worth and weighs, worked out once for the law, the preview and the court."""

import msgspec

from race.core.formulas.race.chips import idle_share, planned_chip_months
from race.core.ids import Firm, Terms
from race.core.rulebook import Rulebook
from race.core.world import Batch, Carmaker, OrderLine, Setting


class Weight(msgspec.Struct, frozen=True, kw_only=True):
    """The measures of one diversion, before anybody hears of it."""

    months_away: int
    severity: float
    """f: chip-months away over the carmaker's planned chip-months of the next year."""
    idle_share: float
    """W: share of them that could have been powered."""
    insiders: int
    value_usd: int
    price_usd: int
    """What the lab pays the carmaker on these terms."""


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be taken: how many chips, from where, worth how much each, from when."""

    quantity: int
    unit_price_usd: int
    start: int


def taking(source: OrderLine | Batch, quantity: int, now: int, unit_price_usd: int) -> Taking:
    """Describe the taking of part of a line (from its due month) or of a batch (from now)."""
    if isinstance(source, OrderLine):
        return Taking(quantity=quantity, unit_price_usd=source.unit_price_usd, start=max(now, source.due))
    return Taking(quantity=quantity, unit_price_usd=unit_price_usd, start=now)


def swapped(lines: list[OrderLine] | tuple[OrderLine, ...], quantity: int) -> list[tuple[OrderLine, int]]:
    """Choose the lab's own lines that go to the carmaker in a swap, earliest first.

    Returns the lines with the quantity of each; they may sum to less than `quantity`.
    """
    own = sorted(
        (line for line in lines if line.payer is Firm.XAI and line.owner is Firm.XAI),
        key=lambda line: (line.due, line.id),
    )
    chosen: list[tuple[OrderLine, int]] = []
    for line in own:
        part = min(line.quantity, quantity - sum(taken for _, taken in chosen))
        if part > 0:
            chosen.append((line, part))
    return chosen


def weigh(
    position: tuple[Rulebook, Setting, Carmaker, int],
    take: Taking,
    terms: Terms,
    returned: list[tuple[OrderLine, int]],
) -> Weight:
    """Measure a diversion from a position (rules, setting, carmaker, month), on given terms.

    `returned` are the lab's lines of a swap with their quantities; other terms give nothing back.
    """
    rules, setting, carmaker, now = position
    founder = rules.founder
    if terms is Terms.SWAP and returned:
        back = sum(line.due * part for line, part in returned) / sum(part for _, part in returned)
        months = max(1, int(back - take.start + 0.5))
    else:
        months = founder.kept_months
    value = take.quantity * take.unit_price_usd
    price = {
        Terms.SILENT: 0,
        Terms.SWAP: 0,
        Terms.DISCLOSED: value,
        Terms.PAID: int(value * founder.market_margin),
    }[terms]
    firms = 3 if terms is Terms.SWAP else 2
    officer = 1 if now >= founder.officer_month else 0
    return Weight(
        months_away=months,
        severity=take.quantity * months / planned_chip_months(rules, setting, carmaker, now),
        idle_share=idle_share(rules, carmaker, take.quantity, take.start, months),
        insiders=firms * founder.insiders_each + take.quantity // founder.chips_an_insider + officer,
        value_usd=value,
        price_usd=price,
    )
