"""What a diversion is worth and weighs, worked out once for the law, the preview and the court."""

from collections.abc import Sequence
from typing import Final

import msgspec

from race.core.formulas.passing.defence import Away, idle_share, sites_of
from race.core.formulas.race.chips import planned_chip_months, unit_price
from race.core.ids import Firm, Terms, Thing
from race.core.rulebook import Rulebook
from race.core.world import Act, Batch, Carmaker, Lab, OrderLine, Setting

_TESLA: Final = Firm.TESLA
_XAI: Final = Firm.XAI


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """The position in which a diversion is made."""

    rules: Rulebook
    setting: Setting
    carmaker: Carmaker
    lab: Lab
    lines: Sequence[OrderLine]
    now: int
    """Month in which it is carried out."""


class Weight(msgspec.Struct, frozen=True, kw_only=True):
    """The measures of one diversion, before anybody hears of it."""

    start: int
    months_away: int
    ahead: int = 0
    """H100e with a better claim to the carmaker's power."""
    severity: float
    """f: chip-months away over the carmaker's planned chip-months of the next year."""
    idle_share: float
    """W: share of them that could have been powered."""
    insiders: int
    value_usd: int
    price_usd: int
    """What the lab pays the carmaker at once on these terms."""
    rent_usd: int = 0
    """What it pays a month."""
    until: int | None = None
    """Month in which it comes back."""
    voted: bool = False
    """Whether the owners have approved it."""


def find_chips(lines: Sequence[OrderLine], carmaker: Carmaker, source: int) -> OrderLine | Batch | None:
    """Return the carmaker's order line or batch with this id, or None if it has none (any more)."""
    for line in lines:
        if line.id == source and line.owner is _TESLA:
            return line
    return next((batch for batch in carmaker.depot.batches if batch.id == source and not batch.leased), None)


def swapped(lines: Sequence[OrderLine], quantity: int, taken_due: int = 0) -> list[tuple[OrderLine, int]]:
    """Choose the lab's own lines that go to the carmaker in a swap: the next later ones first.

    Nobody gives January for January while there is a June: lines due by `taken_due`, the month of
    what is taken, come last. Returns the lines with the quantity of each; they may sum to less
    than `quantity`.
    """
    own = sorted(
        (line for line in lines if line.payer is _XAI and line.owner is _XAI),
        key=lambda line: (line.due <= taken_due, line.due, line.id),
    )
    chosen: list[tuple[OrderLine, int]] = []
    for line in own:
        part = min(line.quantity, quantity - sum(taken for _, taken in chosen))
        if part > 0:
            chosen.append((line, part))
    return chosen


def weigh(given: Given, source: OrderLine | Batch, quantity: int, terms: Terms) -> Weight:
    """Measure the diversion of part of a line (from its due month) or of a batch (from now)."""
    rules, now = given.rules, given.now
    line = isinstance(source, OrderLine)
    start = max(now, source.due) if isinstance(source, OrderLine) else now
    each = source.unit_price_usd if isinstance(source, OrderLine) else unit_price(rules, given.setting, now)
    months = _months_away(given, quantity, terms, start)
    ahead = claims(given, start) - (0 if line else quantity)
    away = Away(quantity=quantity, start=start, months=months, ahead=max(0, ahead))
    value = quantity * each
    leased = terms is Terms.LEASE
    return Weight(
        start=start,
        months_away=months,
        ahead=away.ahead,
        severity=quantity * months / planned_chip_months(rules, given.setting, given.carmaker, now),
        idle_share=idle_share(rules, sites_of(given.carmaker, given.lab), away),
        insiders=insiders(rules, terms, now) + quantity // rules.founder.chips_an_insider,
        value_usd=value,
        price_usd=price_of(rules, terms, value),
        rent_usd=int(value * rules.diversion.lease_rent) if leased else 0,
        until=start + months if leased else None,
    )


def _months_away(given: Given, quantity: int, terms: Terms, start: int) -> int:
    """Return how long chips are away: to the lines that come back in a swap, or to the lease's end."""
    if terms is Terms.LEASE:
        return given.rules.diversion.lease_months
    returned = swapped(given.lines, quantity, start) if terms is Terms.SWAP else []
    if not returned:
        return given.rules.founder.kept_months
    back = sum(line.due * part for line, part in returned) / sum(part for _, part in returned)
    return max(1, int(back - start + 0.5))


def rent_due(act: Act, month: int) -> int:
    """Return the rent of a month for what is still out on a lease, whole dollars.

    It is due from the month in which the thing is missing; for chips to the one in which the lease ends and
    they go home, for what else is leased as long as it is kept.
    """
    if not act.rent_usd or not act.outstanding or month < act.since:
        return 0
    if act.thing is Thing.CHIPS and act.until is not None and month > act.until:
        return 0
    return act.rent_usd * act.outstanding // act.quantity


def claims(given: Given, start: int) -> int:
    """Return the carmaker's own H100e that are there before a month: they have the better claim to power."""
    there = sum([batch.quantity for batch in given.carmaker.depot.batches if not batch.leased])
    return there + sum(
        [line.quantity for line in given.lines if line.owner is _TESLA and given.now <= line.due < start]
    )


def price_of(rules: Rulebook, terms: Terms, value_usd: int) -> int:
    """Return what the lab pays at once for something of this worth, whole dollars.

    >>> [price_of(Rulebook(), terms, 1_000_000) for terms in Terms]
    [0, 0, 1150000, 1000000, 0]
    """
    if terms is Terms.DISCLOSED:
        return value_usd
    return int(value_usd * rules.founder.market_margin) if terms is Terms.PAID else 0


def for_sale(given: Given, source: OrderLine | Batch) -> int:
    """Return how many of these chips the carmaker's directors sell to the lab, announced or not, H100e."""
    could = weigh(given, source, source.quantity, Terms.PAID).idle_share
    return sold_of(given.rules, source.quantity, could)


def sold_of(rules: Rulebook, quantity: int, could: float) -> int:
    """Return what is sold of a crate that the carmaker could run for a share of its time, H100e.

    All of what it could hardly have run; of other crates a part of what would stand idle.

    >>> [sold_of(Rulebook(), 12_000, could) for could in (0.2, 0.5, 1.0)]
    [12000, 4200, 0]
    """
    if could <= rules.court.justified_idle:
        return quantity
    return int(quantity * (1.0 - could) * rules.court.sold_idle)


def recall_month(rules: Rulebook, act: Act) -> int | None:
    """Return the month in which the carmaker's directors have chips back that were taken without a word.

    None while nobody knows, for any other terms, and for what the carmaker could not have run: that
    they would have sold.
    """
    if not (rules.switches.suits and act.thing is Thing.CHIPS and act.terms is Terms.SILENT):
        return None
    if act.published is None or act.voted or not act.outstanding:
        return None
    return None if act.idle_share <= rules.court.justified_idle else act.published + rules.court.recall_months


def insiders(rules: Rulebook, terms: Terms, now: int) -> int:
    """Return how many people learn of any diversion: in two firms, or three when slots change hands."""
    firms = 3 if terms is Terms.SWAP else 2
    return firms * rules.founder.insiders_each + (1 if now >= rules.founder.officer_month else 0)
