"""What the founder may do with shares of the carmaker, sell, pledge, free, and with the lab: sell it."""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.formulas.house.stake import drawn, repaid, window_open
from race.core.ids import Ballot, Firm
from race.core.legality.chips import Rule
from race.core.legality.purse import free_cash
from race.core.view import FounderView
from race.core.words import N_, Name, Sentence, count, months, percent, sliver, usd


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
            {"most": sliver(rules.stake.sale_most)},
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
    price, cash = repaid(carmaker, part), free_cash(view, given)
    if price <= max(0, cash):
        return None
    return Sentence(
        N_("The lender wants {price} back; the lab has {free}."), {"price": usd(price), "free": usd(cash)}
    )


def _lab(view: FounderView, given: Sequence[c.Command], command: c.SellLab) -> Sentence | None:
    del given
    if command.buyer is Firm.TESLA:
        return _merger(view)
    if command.buyer is Firm.XAI:
        return Sentence(N_("The lab cannot buy itself."))
    runs, least = view.board.fleets[command.buyer], int(view.board.rules.sale.buyer_fleet * view.running)
    if runs < least:
        return Sentence(
            N_("{firm} runs about {runs} chips; who buys your lab must run {least}."),
            {"firm": Name(command.buyer), "runs": count(runs), "least": count(least)},
        )
    return None


def _merger(view: FounderView) -> Sentence | None:
    """Say why the carmaker's owners cannot be asked to buy the lab."""
    affairs, board = view.affairs, view.board
    if affairs.injunction:
        return Sentence(
            N_("The court has stopped deals between your companies; settle and sign a sharing policy.")
        )
    if Ballot.MERGER in affairs.agenda:
        return Sentence(N_("This question is on the agenda already."))
    if not any(meeting > board.month for meeting in board.setting.meetings):
        return Sentence(N_("There is no annual meeting left in this game."))
    return None


RULES: Final[dict[type[c.Command], Rule]] = {
    c.SellStake: _sell,
    c.PledgeStake: _pledge,
    c.SellLab: _lab,
}
"""Commands about the founder's shares of the two companies."""
