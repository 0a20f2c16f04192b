"""Previews of what the founder's shares bring: a sale, a pledge, a repayment; and the lab's sale."""

from race.core import commands as c
from race.core.formulas.house.sale import merger_shift, offer_usd
from race.core.formulas.house.stake import drawn, weigh_sale, worth
from race.core.formulas.owners.ballots import take_tally
from race.core.ids import PPM, Ballot, Firm
from race.core.view import FounderView
from race.core.words import N_, Sentence, cents, percent, sliver, usd
from race.session.preview.effect import Effect, Preview
from race.session.preview.ranges.trust import felt


def of_stake(view: FounderView, command: c.Command) -> Preview | None:
    """Return what selling or pledging shares would do, or None when it is neither."""
    if isinstance(command, c.SellStake):
        return _sell(view, command)
    if isinstance(command, c.PledgeStake):
        return _pledge(view, command)
    if isinstance(command, c.SellLab):
        return _lab(view, command)
    return None


def _floor(view: FounderView) -> Sentence:
    return Sentence(
        N_("Below {floor} of the votes you lose control of the carmaker."),
        {"floor": percent(view.board.rules.score.margin_votes)},
    )


def _sell(view: FounderView, command: c.SellStake) -> Preview:
    rules, carmaker = view.board.rules, view.carmaker
    sale = weigh_sale(rules, carmaker, command.shares_ppm)
    return Preview(
        line=Sentence(N_("The lab gets what tax leaves; the holders see you sell, the votes are gone.")),
        effects=(
            Effect(label=N_("For the lab"), value=usd(sale.gross_usd - sale.tax_usd), good=1),
            Effect(label=N_("Tax"), value=usd(sale.tax_usd), good=-1),
            Effect(label=N_("Share price"), value=cents(-int(carmaker.price_cents * sale.fall)), good=-1),
            felt(view, N_("Trust"), sale.effect, rules.owners.claim_salience),
            Effect(label=N_("Your votes after"), value=percent(carmaker.stake_ppm - command.shares_ppm)),
        ),
        warnings=(_floor(view),),
    )


def _lab(view: FounderView, command: c.SellLab) -> Preview:
    """Say what a buyer gives, what the end is worth, and for the carmaker how a vote would go today."""
    rules, league = view.board.rules, view.board.league
    price = offer_usd(rules, view.own, league[0].firm if league else None, command.buyer)
    offered = Effect(label=N_("Price, in shares"), value=usd(price))
    if command.buyer is not Firm.TESLA:
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


def _pledge(view: FounderView, command: c.PledgeStake) -> Preview:
    rules, carmaker = view.board.rules, view.carmaker
    if command.shares_ppm < 0:
        return Preview(line=Sentence(N_("The loan on these shares is repaid; a lender cannot sell them.")))
    loan = drawn(rules, carmaker, command.shares_ppm)
    pledged, owed = carmaker.pledged_ppm + command.shares_ppm, carmaker.pledge_usd + loan
    line = Sentence(N_("You keep the votes while the price holds."))
    effects = (
        Effect(label=N_("For the lab"), value=usd(loan), good=1),
        Effect(label=N_("Interest a year"), value=usd(int(owed * rules.stake.interest)), good=-1),
        Effect(label=N_("Pledged then"), value=sliver(pledged)),
    )
    return Preview(line=line, effects=effects, warnings=_danger(view, pledged, owed))


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
