"""Arithmetic of the chipmaker's queue: what a buyer is promised, who waits, what is remembered."""

import msgspec

from race.core.ids import PPM
from race.core.rulebook import Rulebook


class Buyer(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What the chipmaker looks at before it says how it serves a buyer."""

    book: int
    """What the buyer waits for, H100e."""
    whole: int
    """What all buyers wait for."""
    supply: int
    """Supply of the month."""
    relation: int
    """How it remembers the buyer, ppm; half of it is neither good nor bad."""
    prepaid: int
    """Part of the price of the book that was paid at booking, ppm."""
    swaps: float = 0.0
    """Slots that were seen to change hands, in whole months of the carmaker's deliveries."""


class Weighing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How a buyer comes to its weight: parts that are added, factors on their sum, the bounds."""

    liking: float
    """What the chipmaker's memory of the buyer gives, 1.0 is the usual care; so the next two."""
    prepaid: float
    size: float
    doubt: float
    """Factor of a book beyond what it takes at its word, 1.0 for none."""
    swaps: float
    """Factor of slots that were seen to change hands, 1.0 for none."""
    weight: int
    """What comes out, within the bounds, ppm of the usual care."""


def weigh_buyer(rules: Rulebook, buyer: Buyer) -> Weighing:
    """Return how the chipmaker weighs a buyer: whom it likes, who pays ahead, who is large and believed.

    >>> plain = Buyer(book=1_000, whole=10_000, supply=50_000, relation=500_000, prepaid=0)
    >>> paid = msgspec.structs.replace(plain, prepaid=1_000_000)
    >>> doubted = msgspec.structs.replace(plain, supply=100)
    >>> [weigh_buyer(Rulebook(), each).weight for each in (plain, paid, doubted)]
    [1014999, 1285000, 608999]
    """
    chips, buyers = rules.chips, rules.buyers
    taken, ahead = chips.patience * buyer.supply, buyer.prepaid - int(PPM * chips.deposit)
    liking = buyers.liking * buyer.relation / PPM
    prepaid = buyers.prepaid * (ahead / PPM if ahead > 0 else 0.0)
    size = buyers.size * buyer.book / buyer.whole
    doubt = max(buyers.doubt, taken / buyer.book) if buyer.book > taken else 1.0  # more than it can use
    swaps = max(buyers.swap_least, 1.0 - buyers.swap_cost * buyer.swaps) if buyer.swaps else 1.0
    care = (buyers.unknown + liking + (prepaid + size)) * doubt * swaps
    weight = int(PPM * (buyers.least if care < buyers.least else min(buyers.most, care)))
    return Weighing(liking=liking, prepaid=prepaid, size=size, doubt=doubt, swaps=swaps, weight=weight)


def promised_months(rules: Rulebook, lead: float, weight_ppm: int, prepaid_ppm: int) -> int:
    """Return the wait that the chipmaker promises a buyer, whole months.

    The making is the same for everybody. The queue is longer for a buyer it weighs below the
    usual, shorter for one above, and shorter the more is paid at booking beyond the deposit.

    >>> rules = Rulebook()
    >>> [promised_months(rules, 8.6, weight, 0) for weight in (500_000, 1_000_000, 1_500_000)]
    [10, 9, 7]
    >>> [promised_months(rules, 8.6, 1_000_000, prepaid) for prepaid in (0, 450_000, 900_000)]
    [9, 8, 7]
    """
    chips = rules.chips
    queue, spread = lead - chips.shortest_lead, 1.0 + chips.queue_spread * (1.0 - weight_ppm / PPM)
    if queue <= 0.0 or spread <= 0.0:
        return int(chips.shortest_lead + 0.5)
    queue *= spread
    queue *= 1.0 - chips.prepaid_gain * prepaid_ppm / PPM
    return int(chips.shortest_lead + queue + 0.5)


def line_rank(rules: Rulebook, weight_ppm: int, paid: float) -> int:
    """Return what a line weighs when too much is due, ppm: its buyer's weight, more for what is paid.

    `paid` is the part of its price that was paid at booking, 0-1; the deposit counts for nothing.

    >>> [line_rank(Rulebook(), 1_000_000, paid) for paid in (0.0, 0.1, 0.5, 1.0)]
    [1000000, 1000000, 1200000, 1450000]
    """
    chips = rules.chips
    ahead = paid - chips.deposit
    return int(weight_ppm * (1.0 + chips.prepaid_rank * ahead)) if ahead > 0.0 else weight_ppm


def share_out(limit: int, wants: list[tuple[int, int]]) -> list[int]:
    """Return what each of (wanted, weight) gets of `limit` when together they want more.

    Everybody gets a part by what it wants times its weight, nobody more than it wants; what one
    leaves goes to the others. Who weighs nothing gets nothing.

    >>> share_out(100, [(40, 1), (40, 1)])
    [40, 40]
    >>> share_out(60, [(40, 1_000_000), (40, 500_000)])
    [40, 20]
    >>> share_out(30, [(40, 1_000_000), (40, 500_000), (0, 9)])
    [20, 10, 0]
    >>> share_out(30, [(40, 0), (10, 1_000_000)])
    [0, 10]
    """
    if sum([wanted for wanted, _ in wants]) <= limit:
        return [wanted for wanted, _ in wants]
    given = [0] * len(wants)
    open_lines = [place for place, (wanted, weight) in enumerate(wants) if wanted > 0 and weight > 0]
    while open_lines:
        left = limit - sum(given)
        claims = sum([wants[place][0] * wants[place][1] for place in open_lines])
        full = [place for place in open_lines if left * wants[place][1] >= claims]
        if not full:
            for place in open_lines:
                given[place] = left * wants[place][0] * wants[place][1] // claims
            break
        for place in full:
            given[place] = wants[place][0]
        open_lines = [place for place in open_lines if place not in full]
    return given


def relation_after(rules: Rulebook, relation: int, change: int) -> int:
    """Return how the chipmaker likes a buyer after a month: it forgets a little, then adds the month.

    >>> rules = Rulebook()
    >>> months = ((500_000, 0), (900_000, 12_000), (10_000, -60_000))
    >>> [relation_after(rules, was, change) for was, change in months]
    [500000, 900000, 0]
    """
    chips = rules.chips
    after = relation + int((chips.relation_start - relation) * chips.relation_fading) + change
    if 0 <= after <= PPM:
        return after
    return PPM if after > 0 else 0
