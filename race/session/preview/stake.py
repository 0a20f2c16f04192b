"""Previews of what the founder's shares bring: a sale, a pledge, a repayment; and the lab's sale."""

from typing import Final, cast

from race.core import commands as c
from race.core.formulas.house.sale import merger_shift, offer_usd
from race.core.formulas.house.stake import drawn, repaid, weigh_sale, worth
from race.core.formulas.owners.ballots import take_tally
from race.core.ids import PPM, Ballot, Firm
from race.core.view import FounderView
from race.core.words import N_, Sentence, cents, percent, sliver, usd
from race.session.preview.effect import Effect, Preview, Previews
from race.session.preview.ranges.trust import felt


def _floor(view: FounderView) -> Sentence:
    return Sentence(
        N_("Below {floor} of the votes you lose control of the carmaker."),
        {"floor": percent(view.board.rules.score.margin_votes)},
    )


def _sell(view: FounderView, command: c.Command) -> Preview:
    rules, carmaker, shares = view.board.rules, view.carmaker, cast("c.SellStake", command).shares_ppm
    sale = weigh_sale(rules, carmaker, shares)
    return Preview(
        line=Sentence(N_("The lab gets what tax leaves; the holders see you sell, the votes are gone.")),
        effects=(
            Effect(label=N_("For the lab"), value=usd(sale.gross_usd - sale.tax_usd), good=1),
            Effect(label=N_("Tax"), value=usd(sale.tax_usd), good=-1),
            Effect(label=N_("Share price"), value=cents(-int(carmaker.price_cents * sale.fall)), good=-1),
            felt(view, N_("Trust"), sale.effect, rules.owners.claim_salience),
            Effect(label=N_("Your votes after"), value=percent(carmaker.stake_ppm - shares)),
        ),
        warnings=(_floor(view),),
    )


def _lab(view: FounderView, command: c.Command) -> Preview:
    """Say what a buyer gives, what the end is worth, and for the carmaker how a vote would go today."""
    rules, league, buyer = view.board.rules, view.board.league, cast("c.SellLab", command).buyer
    price = offer_usd(rules, view.own, league[0].firm if league else None, buyer)
    offered = Effect(label=N_("Price, in shares"), value=usd(price))
    if buyer is not Firm.TESLA:
        factor = Effect(
            label=N_("Part of the score that counts"), value=percent(int(rules.score.sold_factor * PPM))
        )
        return Preview(
            line=Sentence(N_("The lab is sold this month, and the game ends: absorbed.")),
            effects=(offered, factor),
        )
    company = worth(view.carmaker, PPM)
    shift = merger_shift(rules, company, price)
    poll = take_tally(rules, view.holders, view.carmaker, Ballot.MERGER, shift).support_ppm()
    return Preview(
        line=Sentence(N_("Goes to the next annual meeting; if it is carried, the game ends: absorbed.")),
        effects=(
            offered,
            Effect(
                label=N_("Part of the score that counts"), value=percent(int(rules.score.merged_factor * PPM))
            ),
            Effect(label=N_("Today's poll, for"), value=percent(poll)),
        ),
    )


def _pledge(view: FounderView, command: c.Command) -> Preview:
    rules, carmaker, shares = view.board.rules, view.carmaker, cast("c.PledgeStake", command).shares_ppm
    if shares < 0:
        return _redeem(view, -shares)
    loan = drawn(rules, carmaker, shares)
    pledged, owed = carmaker.pledged_ppm + shares, carmaker.pledge_usd + loan
    line = Sentence(N_("You keep the votes while the price holds."))
    effects = (
        Effect(label=N_("For the lab"), value=usd(loan), good=1),
        Effect(label=N_("Interest a year"), value=usd(int(owed * rules.stake.interest)), good=-1),
        Effect(label=N_("Pledged then"), value=sliver(pledged)),
    )
    return Preview(line=line, effects=effects, warnings=_danger(view, pledged, owed))


def _redeem(view: FounderView, shares: int) -> Preview:
    """Say what paying a loan on shares back frees, and what of interest it saves."""
    rules, carmaker = view.board.rules, view.carmaker
    left = max(0, carmaker.pledge_usd - repaid(carmaker, shares))
    now, then = (int(owed * rules.stake.interest) for owed in (carmaker.pledge_usd, left))
    pledged = max(0, carmaker.pledged_ppm - shares)
    return Preview(
        line=Sentence(N_("The loan on these shares is repaid; a lender cannot sell them.")),
        effects=(
            Effect(label=N_("Interest a year"), value=usd(now), then=usd(then), good=1),
            Effect(label=N_("Pledged then"), value=sliver(pledged), good=1),
        ),
    )


def _danger(view: FounderView, pledged: int, owed: int) -> tuple[Sentence, ...]:
    """Say at which price the lender calls, and what could be left of the votes."""
    stake, carmaker = view.board.rules.stake, view.carmaker
    shares = max(1, carmaker.shares * pledged // PPM)
    call = Sentence(
        N_(
            "At a share price of {price} the lender makes a margin call; a month later it sells, "
            "and you could be left with {left}."
        ),
        {
            "price": cents(int(owed * 100 / stake.call_part / shares)),
            "left": percent(carmaker.stake_ppm - pledged),
        },
    )
    return (call, _floor(view))


STAKE: Final[Previews] = {
    c.SellStake: _sell,
    c.PledgeStake: _pledge,
    c.SellLab: _lab,
}
"""What is done with the founder's shares, and with the lab as a whole."""
