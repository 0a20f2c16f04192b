"""Bounds of what may be ordered: the last that is allowed on either side, to the unit and to the dollar."""

from collections.abc import Callable
from typing import Final, NamedTuple

from race.core import commands as c
from race.core.chance import Chance
from race.core.formulas.house.stake import buy_back_most
from race.core.formulas.owners.ballots import investment_room
from race.core.formulas.owners.court import settlement_usd
from race.core.formulas.passing.diversion import swapped
from race.core.formulas.passing.lending import lendable
from race.core.formulas.race.chips import own_most
from race.core.formulas.race.loans import loan_room
from race.core.formulas.race.money import rent_of_month, round_usd
from race.core.ids import PPM, Ballot, Claim, Firm, Generation, Gift, Seat, Subject, Terms, Thing
from race.core.legality.purse import cost, price_now
from race.core.tales import SCRIPTS
from race.core.view import look, read_board
from race.core.world import Candidate, Case, Tale, TrainingRun, World
from tests.core.legality.refused import (
    ACT,
    CAR_BATCH,
    CAR_LINE,
    COMING,
    OPENING,
    OWN_LINE,
    READY,
    Change,
    act,
    line,
    on,
    site,
)

_XAI, _TESLA, _GOOGLE, _DEEPSEEK, _OPENAI = (
    Firm.XAI, Firm.TESLA, Firm.GOOGLE_DEEPMIND, Firm.DEEPSEEK, Firm.OPENAI,
)  # fmt: skip
_H100, _OWN = Generation.H100, Generation.OWN_SILICON
_RULES, _BOARD = OPENING.rules, read_board(OPENING, (), Chance(1))
_VIEW: Final = look(OPENING, Seat.FOUNDER, _BOARD)
_LAB: Final = OPENING.labs[_XAI]
_LINES: Final = {line.id: line for line in OPENING.market.lines}
_RICH: Final = on("lab", cash_usd=10**13)
_POOR: Final = on("lab", cash_usd=0)
_OTHER: Final = c.SetPay(level=PPM)
_DUE_NOW: Final = next(line.id for line in OPENING.market.lines if line.payer is _XAI and line.due == 1)


class Edge(NamedTuple):
    """An order that is allowed from `low` to `high` and refused beside them.

    Attributes:
        asks: the order, by the number that is moved.
        low: the least that is allowed; None where there is no such bound.
        high: the most.
        sets: what the number changes in the position, where it is no part of the order.
        change: what else is true beforehand.
        given: what the seat has ordered already this month.
        by: the seat that asks.
    """

    asks: Callable[[int], c.Command]
    low: int | None = None
    high: int | None = None
    sets: Callable[[int], Change] | None = None
    change: tuple[Change, ...] = ()
    given: tuple[c.Command, ...] = (_OTHER,)
    by: Seat = Seat.FOUNDER


def order(n: int, company: Firm = _XAI, generation: Generation = _H100, prepaid: int = 0) -> c.OrderChips:
    return c.OrderChips(company=company, generation=generation, quantity=n, prepaid=prepaid)


def divert(n: int, source: int = CAR_LINE, terms: Terms = Terms.SILENT) -> c.Divert:
    return c.Divert(source=source, quantity=n, terms=terms)


def _no_lines(world: World) -> None:
    world.market.lines = [line for line in world.market.lines if line.payer is not _XAI]


def _asked(world: World) -> None:
    world.affairs.tales = [Tale(key="turbines", asked=1)]


_SUED: Final = on("affairs", cases=[Case(id=1, act=ACT, filed=1)])
_TAKEN: Final = OPENING.copy()
act(published=1)(_TAKEN)
_SUED(_TAKEN)
_RUN: Final = on("lab", run=TrainingRun(started=1, months=4))
_SWAPPABLE: Final = sum(part for _, part in swapped(list(_LINES.values()), 10**9))
_LENDABLE: Final = sum(batch.quantity for batch in lendable(_LAB.depot))
_SUPPLY: Final = OPENING.setting.supply[1]
_BEST: Final = int(_LAB.published())
_ROUND: Final = round_usd(_RULES.money, _LAB.valuation_usd)
_BILLS: Final = int(_RULES.money.round_bills * _ROUND)
_CASH_OF: Final = cost(_VIEW, order(1_000))
_SITES: Final = tuple(c.DelaySite(site=number, months=1) for number in (READY, COMING))

ORDERED: Final = (
    Edge(order, low=_RULES.chips.order_least, change=(_RICH,)),
    Edge(lambda n: order(n, _TESLA), high=_SUPPLY, change=(on("carmaker", cash_usd=10**13),)),
    Edge(lambda _: order(1_000), low=_CASH_OF, sets=lambda n: on("lab", cash_usd=n)),
    Edge(
        lambda _: order(1_000, _TESLA),
        low=2 * price_now(_VIEW, order(1_000, _TESLA)),
        sets=lambda n: on("carmaker", cash_usd=n),
        given=(order(1_000, _TESLA), order(1_000), _OTHER),
    ),
    Edge(
        lambda _: c.Hire(researchers=2),
        low=2 * _RULES.money.hire_usd,
        sets=lambda n: on("lab", cash_usd=n),
    ),
    Edge(lambda n: order(1_000, prepaid=n), 0, PPM - int(PPM * _RULES.chips.deposit), change=(_RICH,)),
    Edge(
        lambda n: order(n, _DEEPSEEK),
        _RULES.chips.order_least,
        _SUPPLY * OPENING.labs[_DEEPSEEK].export_ppm // PPM - 300,
        given=(_OTHER, order(300, _DEEPSEEK)),
        by=Seat.DEEPSEEK,
    ),
    Edge(
        lambda n: order(n, _GOOGLE, _OWN),
        high=own_most(OPENING.setting, OPENING.labs[_GOOGLE].own_silicon_ppm, 2) - 1_000,
        given=(order(1_000, _GOOGLE, _OWN), order(500, _GOOGLE)),
        by=Seat.GOOGLE_DEEPMIND,
    ),
    Edge(
        lambda n: c.CancelOrder(line=OWN_LINE, quantity=n),
        1,
        _LINES[OWN_LINE].quantity - 700,
        given=(
            c.CancelOrder(line=OWN_LINE, quantity=700),
            c.CancelOrder(line=CAR_LINE, quantity=300),
            divert(200),
        ),
    ),
    Edge(
        lambda n: c.CancelOrder(line=CAR_LINE, quantity=n),
        1,
        _LINES[CAR_LINE].quantity - 300,
        given=(_OTHER, divert(300), divert(100, CAR_BATCH)),
    ),
    Edge(
        lambda n: c.BuildSite(company=_OPENAI, power_kw=n),
        _RULES.chips.site_least_kw,
        _RULES.chips.site_limit_kw,
        change=(on("rival", cash_usd=10**13),),
        given=(_OTHER, c.BuildSite(company=_OPENAI, power_kw=9_000)),
        by=Seat.OPENAI,
    ),
    Edge(
        lambda _: c.BuildSite(company=_TESLA, power_kw=9_000),
        high=OPENING.month,
        sets=lambda n: site(COMING, ready=n),
        given=(c.BuildSite(company=_TESLA, power_kw=9_000), c.BuildSite(company=_XAI, power_kw=9_000)),
    ),
    Edge(
        lambda n: c.RentCloud(quantity=n),
        0,
        _BOARD.cloud_room + _LAB.depot.rented,
        change=(_RICH,),
    ),
    Edge(
        lambda _: c.RentCloud(quantity=100),
        low=_RULES.chips.rent_ahead * rent_of_month(_RULES.money, 100, _BOARD.rental_cents),
        sets=lambda n: on("lab", cash_usd=n),
    ),
    Edge(lambda n: c.RentCloud(quantity=n), high=50, change=(_POOR, on("floor", rented=50))),
)

TRAINED: Final = (
    Edge(lambda n: c.SplitCompute(training=n, research=PPM - n, serving=0, safety=0), 0, PPM, given=()),
    Edge(lambda n: c.StartRun(months=n), 1, _RULES.race.run_longest),
    Edge(lambda n: c.ExtendRun(months=n), 1, _RULES.race.run_longest - 4, change=(_RUN,)),
    Edge(lambda n: c.SetPay(level=n), _RULES.talent.pay_lowest, _RULES.talent.pay_highest, given=()),
    Edge(lambda n: c.SetPrice(level=n), _RULES.money.price_lowest, _RULES.money.price_highest),
    Edge(
        lambda _: c.PublishRelease(tested=False),
        high=int(_RULES.race.threshold_elo),
        sets=lambda n: on("lab", candidate=Candidate(finished=1, flop=1e25, elo=float(n), luck=0.0)),
        change=(on("market", regulated=True),),
    ),
    Edge(
        lambda n: c.Announce(claim=Claim.FLEET, quantity=n, due=6),
        max(1, _LAB.depot.running()),
        _RULES.fog.claim_fleet_most,
    ),
    Edge(
        lambda n: c.Announce(claim=Claim.RELEASE, quantity=n, due=6),
        _BEST + 1,
        int(_RULES.race.elo_ceiling),
        given=(c.Announce(claim=Claim.FLEET, quantity=50_000, due=6),),
    ),
    Edge(
        lambda n: c.Announce(claim=Claim.FLEET, quantity=50_000, due=n),
        1 + _RULES.fog.claim_nearest,
        1 + _RULES.fog.claim_farthest,
    ),
    Edge(lambda n: c.Hire(researchers=n), 1, _RULES.race.hire_limit, change=(_RICH,)),
    Edge(
        lambda _: c.RaiseRound(),
        high=2 - _RULES.money.round_wait,
        sets=lambda n: on("lab", last_round=n),
        change=(_POOR,),
    ),
    Edge(
        lambda _: c.RaiseRound(),
        low=int(_RULES.money.founder_least * PPM) + 1,
        sets=lambda n: on("lab", founder_ppm=n),
        change=(_POOR,),
    ),
    Edge(lambda _: c.RaiseRound(), low=-_BILLS, sets=lambda n: on("lab", cash_usd=n), change=(_no_lines,)),
    Edge(
        lambda _: c.RaiseRound(),
        high=_BILLS,
        sets=lambda n: line(_DUE_NOW, quantity=1, unit_price_usd=n + 7, deposit_usd=7, due=2),
        change=(_POOR,),
    ),
    Edge(
        lambda n: c.Borrow(amount_usd=n),
        _RULES.money.loan_least_usd,
        loan_room(_RULES.money, _LAB, _BOARD.chip_price_usd),
    ),
)

PASSED: Final = (
    Edge(divert, 1, _LINES[CAR_LINE].quantity - 300, given=(divert(300), divert(100, CAR_BATCH), _OTHER)),
    Edge(
        lambda n: divert(n, CAR_BATCH, Terms.SWAP),
        1,
        _SWAPPABLE - 400,
        given=(divert(400, terms=Terms.SWAP), divert(300)),
    ),
    Edge(
        lambda n: c.DivertThing(thing=Thing.RESEARCHERS, terms=Terms.SILENT, quantity=n),
        1,
        3,
        change=(on("carmaker", researchers=3),),
    ),
    Edge(
        lambda n: c.GiveBack(quantity=n),
        1,
        60,
        change=(act(outstanding=100),),
        given=(c.GiveBack(quantity=40), c.GiveBack(quantity=5, thing=Thing.RESEARCHERS), _OTHER),
    ),
    Edge(
        lambda n: c.LendChips(quantity=n, months=1),
        1,
        _LENDABLE - 100,
        given=(c.LendChips(quantity=100, months=1), _OTHER),
    ),
    Edge(lambda n: c.LendChips(quantity=100, months=n), 1, _RULES.diversion.lend_most),
    Edge(lambda _: c.LicenseBack(), low=_RULES.diversion.fee_usd, sets=lambda n: on("carmaker", cash_usd=n)),
    Edge(lambda _: c.DelaySite(site=COMING, months=1), low=3, sets=lambda n: site(COMING, ready=n)),
    Edge(
        lambda n: c.DelaySite(site=COMING, months=n),
        1,
        _RULES.diversion.delay_most - 2,
        change=(site(COMING, delayed=1),),
        given=(*_SITES, _OTHER),
    ),
)

OWNED: Final = (
    Edge(lambda n: c.PlanCarmaker(chip_budget=n), _RULES.founder.budget_least, _RULES.founder.budget_most),
    Edge(
        lambda n: c.PlanCarmaker(chip_budget=PPM, buy_back_usd=n),
        high=buy_back_most(_RULES, OPENING.carmaker),
    ),
    Edge(
        lambda n: c.MakePromise(subject=Subject.CHIPS_POWERED, quantity=n, due=6),
        OPENING.carmaker.depot.powered() + 1,
        _RULES.founder.promise_most,
    ),
    Edge(
        lambda n: c.MakePromise(subject=Subject.AUTONOMY, quantity=n, due=6),
        2,
        4,
        change=(on("carmaker", autonomy_reached=1),),
    ),
    Edge(
        lambda n: c.MakePromise(subject=Subject.NO_DIVERSION, quantity=n, due=6),
        0,
        _RULES.founder.promise_most,
    ),
    Edge(
        lambda n: c.MakePromise(subject=Subject.NO_DIVERSION, quantity=1, due=n),
        1 + _RULES.founder.promise_least_months,
        1 + _RULES.founder.promise_most_months,
    ),
    Edge(
        lambda _: c.GiveGift(gift=Gift.SETTLEMENT),
        low=settlement_usd(_RULES, _TAKEN.affairs),
        sets=lambda n: on("lab", cash_usd=n),
        change=(act(published=1), _SUED),
    ),
    Edge(
        lambda n: c.CallVote(ballot=Ballot.INVESTMENT, amount_usd=n),
        1,
        investment_room(_RULES, OPENING.labs[Firm.XAI].valuation_usd, OPENING.carmaker.cash_usd),
        given=(_OTHER, c.CallVote(ballot=Ballot.DEAL)),
    ),
    Edge(
        lambda n: c.CallVote(ballot=Ballot.DEAL, source=CAR_BATCH, quantity=n),
        1,
        OPENING.carmaker.depot.batches[0].quantity,
    ),
    Edge(
        lambda _: c.CallVote(ballot=Ballot.DEAL, source=CAR_LINE, quantity=1),
        low=OPENING.setting.meetings[0] + 2,
        sets=lambda n: line(CAR_LINE, due=n),
    ),
    Edge(lambda n: c.SellStake(shares_ppm=n), 1, _RULES.stake.sale_most),
    Edge(
        lambda n: c.SellStake(shares_ppm=n),
        1,
        50,
        change=(on("carmaker", pledged_ppm=OPENING.carmaker.stake_ppm - 50),),
    ),
    Edge(
        lambda _: c.SellStake(shares_ppm=100),
        low=int(_RULES.score.margin_votes) + 100,
        sets=lambda n: on("carmaker", stake_ppm=n),
    ),
    Edge(
        lambda n: c.PledgeStake(shares_ppm=n),
        1,
        OPENING.carmaker.stake_ppm - 40,
        given=(c.SellStake(shares_ppm=40), _OTHER),
    ),
    Edge(
        lambda _: c.PledgeStake(shares_ppm=-300),
        low=-(-(10**8) * 300 // 10_000),
        sets=lambda n: on("lab", cash_usd=n),
        change=(on("carmaker", pledged_ppm=10_000, pledge_usd=10**8),),
    ),
    Edge(
        lambda _: c.SellLab(buyer=Firm.MISTRAL),
        high=int(_BOARD.fleets[Firm.MISTRAL] / _RULES.sale.buyer_fleet),
        sets=lambda n: on("floor", batches=[], rented=n),
    ),
    Edge(
        lambda n: c.Answer(tale="turbines", choice=n),
        0,
        len(SCRIPTS["turbines"].ways) - 1,
        change=(_asked,),
        given=(c.Answer(tale="another", choice=0), _OTHER),
    ),
)
