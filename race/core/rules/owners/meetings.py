"""The annual meeting: each June the owners vote, and an angry hall can call a meeting of its own.

On the agenda: what the scenario fixes, what the founder asked for, whether the founder stays, and
limits on deals between the two companies when one of them has become known.
A deal on chips for the lab is easier to pass the smaller it is and the more is paid; one that
passes is carried out next month and weighs little, one that fails has failed in public.
Votes are by share; the undecided abstain; advisers move the funds. The founder votes the stake,
but not on deals between the founder's own companies.
"""

from typing import Final

from msgspec.structs import replace

from race.core.chance import Chance
from race.core.commands import CallVote, Orders
from race.core.events import Event, Happening
from race.core.formulas.house.sale import merger_shift
from race.core.formulas.house.stake import worth
from race.core.formulas.owners.ballots import Tally, deal_shift, owed_shift, take_tally
from race.core.formulas.owners.holders import angry_ppm
from race.core.formulas.owners.stories import refusal_story
from race.core.formulas.passing.acts import given_of
from race.core.formulas.passing.diversion import find_chips, weigh
from race.core.formulas.race.money import diluted
from race.core.ids import PPM, Ballot, Firm
from race.core.words import N_, Sentence, month, percent, usd
from race.core.world import Deal, KindVotes, VoteResult, World

_INVESTMENT: Final = Sentence(N_("The owners vote the carmaker's money into the lab"))
_ASKED: Final = {
    Ballot.PAY: N_("The owners vote on the founder's pay; {support} of the votes cast are in favour."),
    Ballot.DOMICILE: N_(
        "The owners vote on the move of the company's seat; {support} of the votes cast are in favour."
    ),
    Ballot.KEEP_FOUNDER: N_(
        "The owners vote on the founder; {support} of the votes cast want the founder to stay."
    ),
    Ballot.INVESTMENT: N_(
        "The owners vote on {amount} for the lab; {support} of the votes cast are in favour."
    ),
    Ballot.DEAL: N_(
        "The owners vote on chips for the lab worth {amount}; {support} of the votes cast are in favour."
    ),
    Ballot.MERGER: N_(
        "The owners vote on buying the lab for {amount}; {support} of the votes cast are in favour."
    ),
    Ballot.LIMITS: N_(
        "The owners vote on limits on deals with the lab; {support} of the votes cast are in favour."
    ),
}
_HALF: Final = PPM // 2


def hold_meeting(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Put questions on the agenda and hold this month's meeting, if there is one."""
    del chance  # every holder's expected vote is counted: the poll is the result
    events = [_call(world, command) for _, command in orders.of(CallVote)]
    if world.month in world.setting.meetings:
        agenda = _agenda(world)
    elif _special(world):
        agenda = {Ballot.KEEP_FOUNDER: 0}
    else:
        return events
    for ballot, amount in agenda.items():
        shift = _weight(world, ballot, amount)
        if shift is None:
            world.affairs.deal = None
            events.append(_dropped())
            continue
        tally = take_tally(world.rules, world.holders, world.carmaker, ballot, shift)
        result = _result(world, ballot, tally, amount)
        world.affairs.votes.append(result)
        _carry_out(world, result)
        events.append(_report(result))
    return events


def _call(world: World, command: CallVote) -> Event:
    world.affairs.agenda[command.ballot] = command.amount_usd
    if command.ballot is Ballot.DEAL:
        world.affairs.deal = deal = Deal(
            source=command.source, quantity=command.quantity, terms=command.terms
        )
        source = find_chips(world.market.lines, world.carmaker, deal.source)
        worth = weigh(given_of(world), source, deal.quantity, deal.terms).value_usd if source else 0
        world.affairs.agenda[Ballot.DEAL] = worth
    due = next((at for at in world.setting.meetings if at >= world.month), world.setting.months)
    return Event(
        kind=Happening.VOTE_CALLED,
        firm=Firm.TESLA,
        numbers={"amount_usd": command.amount_usd, "month": due},
        sentence=Sentence(
            N_("The founder puts a question to the owners' meeting of {due}."), {"due": month(due)}
        ),
    )


def _weight(world: World, ballot: Ballot, amount: int) -> float | None:
    """Return what a question asks of its voters beyond the usual, or None when its chips are gone."""
    if ballot is Ballot.MERGER:
        return merger_shift(world.rules, worth(world.carmaker, PPM), amount)
    if ballot is Ballot.INVESTMENT:
        return owed_shift(world.rules, world.affairs)
    if ballot is not Ballot.DEAL:
        return 0.0
    deal = world.affairs.deal
    source = find_chips(world.market.lines, world.carmaker, deal.source) if deal else None
    if deal is None or source is None:
        return None
    weight = weigh(given_of(world), source, min(deal.quantity, source.quantity), deal.terms)
    return deal_shift(world.rules, weight.severity, deal.terms)


def _dropped() -> Event:
    return Event(
        kind=Happening.VOTE_CALLED,
        firm=Firm.TESLA,
        sentence=Sentence(
            N_("The question about chips is dropped: they are not at the carmaker's dock any more.")
        ),
    )


def _agenda(world: World) -> dict[Ballot, int]:
    """Return the questions of an annual meeting with their amounts, and clear the list."""
    affairs = world.affairs
    scheduled = {Ballot(name): 0 for name in world.setting.resolutions.get(str(world.month), ())}
    agenda = scheduled | affairs.agenda | {Ballot.KEEP_FOUNDER: 0}
    since = world.month - world.rules.owners.limits_months
    fresh = any(act.published is not None and act.published > since and not act.voted for act in affairs.acts)
    if fresh and not affairs.limits:
        agenda[Ballot.LIMITS] = 0
    affairs.agenda = {}
    return agenda


def _special(world: World) -> bool:
    """Return whether the owners force a meeting: an angry hall, a suit or letters, none held lately."""
    owners, affairs = world.rules.owners, world.affairs
    if affairs.complaints + affairs.letters <= 0:
        return False  # nobody has moved yet
    near = [*world.setting.meetings, *[vote.month for vote in affairs.votes]]
    if [at for at in near if -owners.special_months < at - world.month < owners.special_months]:
        return False  # one is held about now
    return angry_ppm(world.holders, world.rules) > int(owners.special_angry * PPM)


def _result(world: World, ballot: Ballot, tally: Tally, amount: int) -> VoteResult:
    """Turn a tally into the answer to the question as it was put."""
    limits = ballot is Ballot.LIMITS  # the tally counts the founder's side; this question is the other's
    yes, no = (tally.votes_against, tally.votes_for) if limits else (tally.votes_for, tally.votes_against)
    carmaker = world.carmaker
    cast = tally.support_ppm()
    passed = cast < _HALF if limits else cast >= _HALF
    if ballot is Ballot.DOMICILE:
        passed = yes * 2 > carmaker.shares  # moving the seat needs half of all shares
    return VoteResult(
        month=world.month,
        ballot=ballot,
        votes_for=yes,
        votes_against=no,
        abstained=tally.abstained,
        outstanding=carmaker.shares,
        adviser_against=tally.adviser_against,
        passed=passed,
        amount_usd=amount,
        by_kind=tuple(map(_turned, tally.by_kind)) if limits else tally.by_kind,
    )


def _turned(part: KindVotes) -> KindVotes:
    """Return a kind's votes on a question that is put the other way round."""
    return replace(part, votes_for=part.votes_against, votes_against=part.votes_for)


def _carry_out(world: World, result: VoteResult) -> None:
    affairs = world.affairs
    if result.ballot is Ballot.LIMITS and result.passed:
        affairs.limits = True
    elif result.ballot is Ballot.DEAL:
        affairs.approved, affairs.deal = affairs.deal if result.passed else None, None
        if not result.passed:
            affairs.stories.append(refusal_story(world))
    elif result.ballot is Ballot.MERGER and result.passed:
        lab = world.labs[Firm.XAI]
        lab.sold, lab.buyer, lab.sold_usd = True, Firm.TESLA, result.amount_usd
    elif result.ballot is Ballot.KEEP_FOUNDER and not result.passed:
        affairs.removed = True
    elif result.ballot is Ballot.INVESTMENT and result.passed:
        amount = max(0, min(result.amount_usd, world.carmaker.cash_usd))
        world.pay(Firm.TESLA, -amount, _INVESTMENT)
        world.pay(Firm.XAI, amount, _INVESTMENT)
        lab = world.labs[Firm.XAI]
        lab.founder_ppm = diluted(lab.founder_ppm, amount, lab.valuation_usd + amount)


def _report(result: VoteResult) -> Event:
    founder_won = result.passed is not (result.ballot is Ballot.LIMITS)
    return Event(
        kind=Happening.VOTE,
        firm=Firm.TESLA,
        numbers={
            "votes_for": result.votes_for,
            "votes_against": result.votes_against,
            "abstained": result.abstained,
            "turnout_ppm": result.turnout_ppm(),
            "support_ppm": result.support_ppm(),
            "of_outstanding_ppm": result.of_outstanding_ppm(),
            "passed": float(result.passed),
        },
        sentence=Sentence(
            _ASKED[result.ballot],
            {"support": percent(result.support_ppm()), "amount": usd(result.amount_usd)},
        ),
        good=1 if founder_won else -1,
    )
