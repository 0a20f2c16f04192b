"""Shares and money: what a part of the carmaker is worth, brings in a sale, and carries as a pledge."""

import msgspec

from race.core.ids import KINDS, PPM
from race.core.rulebook import Rulebook
from race.core.world import Carmaker


class Sale(msgspec.Struct, frozen=True, kw_only=True):
    """What selling a part of the company brings and moves."""

    shares: int
    gross_usd: int
    tax_usd: int
    fall: float
    """Fall of the share price, a share of it."""
    effect: tuple[int, ...]
    """What each kind of holder loses of its trust on hearing of it, ppm."""


def worth(carmaker: Carmaker, part_ppm: int) -> int:
    """Return what a part of the company is worth at today's price, whole dollars."""
    return carmaker.shares * part_ppm // PPM * carmaker.price_cents // 100


def fall_of(rules: Rulebook, part_ppm: int) -> float:
    """Return by how much of itself the price falls when so much of the company is sold.

    >>> [round(fall_of(Rulebook(), part), 3) for part in (0, 2_500, 5_900, 100_000)]
    [0.0, 0.025, 0.059, 0.5]
    """
    return min(rules.stake.sale_fall_most, rules.stake.sale_price * part_ppm / PPM)


def weigh_sale(rules: Rulebook, carmaker: Carmaker, part_ppm: int) -> Sale:
    """Return what a sale brings: on the way down, so at half the fall below today's price."""
    stake = rules.stake
    fall = fall_of(rules, part_ppm)
    gross = int(worth(carmaker, part_ppm) * (1.0 - fall / 2))
    loss = stake.sale_loss * part_ppm / max(1, stake.sale_most)
    effect = [-int(PPM * loss * kind.missed) for kind in rules.owners.kinds]
    effect[len(KINDS) - 1] = 0  # who has sold short keeps the opinion that made the position
    return Sale(
        shares=carmaker.shares * part_ppm // PPM,
        gross_usd=gross,
        tax_usd=int(gross * stake.tax),
        fall=fall,
        effect=tuple(effect),
    )


def window_open(rules: Rulebook, month: int) -> bool:
    """Return whether the founder may order a sale after `month` months: a quarter was just reported.

    >>> [month for month in range(12) if window_open(Rulebook(), month)]
    [1, 4, 7, 10]
    """
    return month % rules.stake.window_every == 1 % rules.stake.window_every


def drawn(rules: Rulebook, carmaker: Carmaker, more_ppm: int) -> int:
    """Return what can be drawn when so much more is pledged: up to the lender's part, whole dollars."""
    most = int(worth(carmaker, carmaker.pledged_ppm + more_ppm) * rules.stake.loan_part)
    return max(0, min(most, rules.stake.loan_most_usd) - carmaker.pledge_usd)


def interest_of_month(rules: Rulebook, pledge_usd: int) -> int:
    """Return a month's interest on a loan on shares, whole dollars.

    >>> interest_of_month(Rulebook(), 1_200_000_000)
    7000000
    """
    return int(pledge_usd * rules.stake.interest / 12)


def repaid(carmaker: Carmaker, freed_ppm: int) -> int:
    """Return what freeing a part of the pledge takes, whole dollars, rounded up."""
    if carmaker.pledged_ppm == 0:
        return 0
    part = min(freed_ppm, carmaker.pledged_ppm)
    return -(-carmaker.pledge_usd * part // carmaker.pledged_ppm)


def pledge_room(rules: Rulebook, carmaker: Carmaker) -> int:
    """Return how much more of the company can be pledged before the lender lends no more, ppm."""
    left = rules.stake.loan_most_usd - carmaker.pledge_usd
    one = worth(carmaker, PPM) * rules.stake.loan_part
    if left <= 0 or one <= 0.0:
        return 0
    return max(0, min(int(left / one * PPM), carmaker.stake_ppm - carmaker.pledged_ppm))


def loan_to_value(carmaker: Carmaker) -> float:
    """Return what is owed over what is pledged, 0 without a loan."""
    return carmaker.pledge_usd / max(1, worth(carmaker, carmaker.pledged_ppm))


def called(rules: Rulebook, carmaker: Carmaker) -> bool:
    """Return whether the pledged shares are worth too little for the loan."""
    return carmaker.pledge_usd > 0 and loan_to_value(carmaker) >= rules.stake.call_part


def forced_sale(rules: Rulebook, carmaker: Carmaker) -> int:
    """Return how much of the company the lender sells to be safe again, ppm of the company.

    It sells until the rest of the loan is the lender's part of the rest of the pledge.
    """
    stake = rules.stake
    value = worth(carmaker, carmaker.pledged_ppm)
    brings = 1.0 - stake.call_discount - stake.loan_part
    if value <= 0 or brings <= 0.0:
        return carmaker.pledged_ppm
    sold = (carmaker.pledge_usd - stake.loan_part * value) / brings
    return max(0, min(carmaker.pledged_ppm, int(sold / value * carmaker.pledged_ppm) + 1))


def buy_back_most(rules: Rulebook, carmaker: Carmaker) -> int:
    """Return the most that the carmaker can spend on its own shares at one time, whole dollars."""
    return max(0, int(carmaker.cash_usd * rules.stake.buy_back_part))


def retire(carmaker: Carmaker, amount_usd: int) -> int:
    """Take shares out of the world for so many dollars and return how many they were.

    The founder's whole shares stay: a part of fewer shares is a larger part, rounded up to a millionth.
    """
    bought = min(amount_usd * 100 // max(1, carmaker.price_cents), carmaker.shares // 2)
    left = carmaker.shares - bought
    owned = carmaker.shares * carmaker.stake_ppm // PPM
    carmaker.pledged_ppm = carmaker.shares * carmaker.pledged_ppm // left
    carmaker.stake_ppm = -(-owned * PPM // left)
    carmaker.shares = left
    carmaker.pledged_ppm = min(carmaker.pledged_ppm, carmaker.stake_ppm)
    return bought
