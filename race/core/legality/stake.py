"""What the founder may do with shares of the carmaker: sell, pledge, free."""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.formulas.house.stake import drawn, repaid, window_open
from race.core.legality.chips import Rule
from race.core.legality.purse import free_cash
from race.core.view import FounderView
from race.core.words import N_, Sentence, months, percent, usd


def _sell(view: FounderView, given: Sequence[c.Command], command: c.SellStake) -> Sentence | None:
    rules, carmaker = view.board.rules, view.carmaker
    if not window_open(rules, view.board.month):
        every = rules.stake.window_every
        wait = (1 - view.board.month) % every
        return Sentence(
            N_("Founders sell in the month after a quarterly report; the next window opens in {time}."),
            {"time": months(wait)},
        )
    if not 0 < command.shares_ppm <= rules.stake.sale_most:
        return Sentence(
            N_("You can sell up to {most} of the company in one window."),
            {"most": percent(rules.stake.sale_most)},
        )
    if command.shares_ppm > (free := unpledged(view, given)):
        return Sentence(N_("{free} of the company is yours and not pledged."), {"free": percent(free)})
    floor = rules.score.margin_votes
    if carmaker.stake_ppm - command.shares_ppm < floor:
        return Sentence(
            N_("That would leave you {left} of the votes; below {floor} you lose control."),
            {"left": percent(carmaker.stake_ppm - command.shares_ppm), "floor": percent(floor)},
        )
    return None


def _pledge(view: FounderView, given: Sequence[c.Command], command: c.PledgeStake) -> Sentence | None:
    carmaker = view.carmaker
    if command.shares_ppm < 0:
        return _free(view, given, -command.shares_ppm)
    free = unpledged(view, given)
    if not 0 < command.shares_ppm <= free:
        return Sentence(N_("{free} of the company is yours and not pledged."), {"free": percent(free)})
    if carmaker.margin_call is None and not drawn(view.board.rules, carmaker, command.shares_ppm):
        return Sentence(
            N_("The lender lends {most} at most, and you owe {owed}."),
            {"most": usd(view.board.rules.stake.loan_most_usd), "owed": usd(carmaker.pledge_usd)},
        )
    return None


def unpledged(view: FounderView, given: Sequence[c.Command]) -> int:
    """Return the part of the company that the founder holds free after this month's orders, ppm."""
    part = view.carmaker.stake_ppm - view.carmaker.pledged_ppm
    for command in given:
        if isinstance(command, (c.SellStake, c.PledgeStake)):
            part -= max(0, command.shares_ppm)
    return part


def _free(view: FounderView, given: Sequence[c.Command], part: int) -> Sentence | None:
    carmaker = view.carmaker
    if part > carmaker.pledged_ppm:
        return Sentence(
            N_("{part} of the company is pledged; you can free that."),
            {"part": percent(carmaker.pledged_ppm)},
        )
    price, cash = repaid(carmaker, part), max(0, free_cash(view, given))
    if price <= cash:
        return None
    return Sentence(
        N_("The lender wants {price} back; the lab has {free}."), {"price": usd(price), "free": usd(cash)}
    )


RULES: Final[dict[type[c.Command], Rule]] = {c.SellStake: _sell, c.PledgeStake: _pledge}
"""Commands about the founder's shares."""
