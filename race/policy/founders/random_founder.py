"""A founder without a plan: a few legal commands a month, drawn from everything there is."""

from collections.abc import Callable
from typing import Final

from race.core import commands as c
from race.core.chance import Stream
from race.core.formulas.house.stake import buy_back_most, window_open
from race.core.formulas.race.loans import loan_room
from race.core.ids import (
    KINDS,
    PERSONS,
    PPM,
    RIVALS,
    Ballot,
    Claim,
    Firm,
    Gift,
    Stance,
    Subject,
    Terms,
    Thing,
)
from race.core.view import FounderView, LabView, View
from race.policy.founders.legal import legal

_TRIES: Final = 8
_SALE: Final = 0.05
"""How often a founder without a plan who thinks of selling the lab does it."""


class RandomFounder:
    """Draw commands of every kind with sensible magnitudes; what is illegal is dropped."""

    def decide(self, view: View, luck: Stream) -> tuple[c.Command, ...]:
        """Return a few legal commands, drawn anew each month."""
        if not isinstance(view, LabView):
            message = "a random founder needs a lab's view"
            raise TypeError(message)
        kinds = FOUNDER_DRAWS if isinstance(view, FounderView) else LAB_DRAWS
        wishes = [luck.choose(kinds)(view, luck) for _ in range(_TRIES)]
        return legal(view, [*wishes, _answer(view, luck)])


Draw = Callable[[LabView, Stream], c.Command]


def _quantity(view: LabView, luck: Stream) -> int:
    return 100 + luck.below(max(1, view.board.supply // 20))


def _order(view: LabView, luck: Stream) -> c.Command:
    return c.OrderChips(company=view.firm, generation=view.board.generation, quantity=_quantity(view, luck))


def _order_ahead(view: LabView, luck: Stream) -> c.Command:
    ahead = PPM - int(PPM * view.board.rules.chips.deposit)
    return c.OrderChips(
        company=view.firm,
        generation=view.board.generation,
        quantity=_quantity(view, luck),
        prepaid=luck.below(ahead + 1),
    )


def _cancel(view: LabView, luck: Stream) -> c.Command:
    lines = [line for line in view.lines if line.payer is line.owner]
    if not lines:
        return c.CancelOrder(line=0, quantity=1)
    line = luck.choose(lines)
    return c.CancelOrder(line=line.id, quantity=1 + luck.below(max(1, line.quantity)))


def _build(view: LabView, luck: Stream) -> c.Command:
    power = 5_000 + luck.below(view.board.rules.chips.site_limit_kw)
    return c.BuildSite(company=view.firm, power_kw=power, forced=luck.happens(0.5))


def _rent(view: LabView, luck: Stream) -> c.Command:
    return c.RentCloud(quantity=luck.below(max(1, view.board.supply // 10)))


def _split(view: LabView, luck: Stream) -> c.Command:
    del view
    cuts = sorted(luck.below(PPM) for _ in range(3))
    return c.SplitCompute(
        training=cuts[0], research=cuts[1] - cuts[0], serving=cuts[2] - cuts[1], safety=PPM - cuts[2]
    )


def _start(view: LabView, luck: Stream) -> c.Command:
    target = 1e24 * (1 + luck.below(1_000)) if luck.happens(0.3) else 0.0
    return c.StartRun(months=1 + luck.below(view.board.rules.race.run_longest), target_flop=target)


def _extend(view: LabView, luck: Stream) -> c.Command:
    del view
    return c.ExtendRun(months=1 + luck.below(4))


def _stop(view: LabView, luck: Stream) -> c.Command:
    del view, luck
    return c.StopRun()


def _publish(view: LabView, luck: Stream) -> c.Command:
    del view
    return c.PublishRelease(open_weights=luck.happens(0.2), tested=luck.happens(0.7))


def _raise(view: LabView, luck: Stream) -> c.Command:
    del view, luck
    return c.RaiseRound()


def _borrow(view: LabView, luck: Stream) -> c.Command:
    rules = view.board.rules.money
    room = loan_room(rules, view.own, view.board.chip_price_usd)
    return c.Borrow(amount_usd=rules.loan_least_usd + luck.below(max(1, room - rules.loan_least_usd)))


def _hire(view: LabView, luck: Stream) -> c.Command:
    source = luck.choose((None, *RIVALS))
    return c.Hire(researchers=1 + luck.below(10), source=None if source is view.firm else source)


def _pay(view: LabView, luck: Stream) -> c.Command:
    rules = view.board.rules.talent
    return c.SetPay(level=rules.pay_lowest + luck.below(rules.pay_highest - rules.pay_lowest + 1))


def _announce(view: LabView, luck: Stream) -> c.Command:
    claim, best = luck.choose(tuple(Claim)), view.own.best()
    score = int(best.elo_published) if best else 1_300
    size = max(1_000, view.own.depot.running())
    quantity = size + luck.below(2 * size) if claim is Claim.FLEET else score + luck.below(100)
    return c.Announce(claim=claim, quantity=quantity, due=view.board.month + 2 + luck.below(10))


def _price(view: LabView, luck: Stream) -> c.Command:
    rules = view.board.rules.money
    return c.SetPrice(level=rules.price_lowest + luck.below(rules.price_highest - rules.price_lowest + 1))


def _lobby(view: LabView, luck: Stream) -> c.Command:
    del view
    return c.Lobby(target=luck.choose(RIVALS))


def _divert(view: LabView, luck: Stream) -> c.Command:
    sources = [(line.id, line.quantity) for line in view.lines if line.owner is Firm.TESLA]
    if isinstance(view, FounderView):
        sources += [(batch.id, batch.quantity) for batch in view.carmaker.depot.batches]
    source, most = luck.choose(sources) if sources else (0, 1)
    return c.Divert(source=source, quantity=1 + luck.below(max(1, most)), terms=luck.choose(tuple(Terms)))


def _give_back(view: LabView, luck: Stream) -> c.Command:
    del view
    return c.GiveBack(quantity=1 + luck.below(10_000))


def _thing(view: LabView, luck: Stream) -> c.Command:
    thing, terms = luck.choose(tuple(Thing)), luck.choose(tuple(Terms))
    quantity = 1 + luck.below(8)
    if thing is Thing.SITE and isinstance(view, FounderView):
        sites = [site.id for site in view.carmaker.depot.sites]
        quantity = luck.choose(sites) if sites else 0
    return c.DivertThing(thing=thing, terms=terms, quantity=quantity)


def _return(view: LabView, luck: Stream) -> c.Command:
    del view
    return c.GiveBack(quantity=1 + luck.below(5), thing=luck.choose(tuple(Thing)))


def _lend(view: LabView, luck: Stream) -> c.Command:
    own = max(1, view.own.depot.chips() // 4)
    return c.LendChips(quantity=1 + luck.below(own), months=1 + luck.below(12))


def _license(view: LabView, luck: Stream) -> c.Command:
    del view
    return c.LicenseBack(free=luck.happens(0.5))


def _put_off(view: LabView, luck: Stream) -> c.Command:
    sites: list[int] = []
    if isinstance(view, FounderView):
        sites = [site.id for site in view.carmaker.depot.sites if site.ready > view.board.month]
    return c.DelaySite(site=luck.choose(sites) if sites else 0, months=1 + luck.below(4))


def _plan(view: LabView, luck: Stream) -> c.Command:
    rules = view.board.rules.founder
    budget = rules.budget_least + luck.below(rules.budget_most - rules.budget_least + 1)
    spent = luck.below(2)
    if isinstance(view, FounderView) and window_open(view.board.rules, view.board.month):
        spent *= buy_back_most(view.board.rules, view.carmaker)
    else:
        spent = 0
    return c.PlanCarmaker(chip_budget=budget, buy_back_usd=spent)


def _promise(view: LabView, luck: Stream) -> c.Command:
    return c.MakePromise(
        subject=luck.choose(tuple(Subject)),
        quantity=1 + luck.below(4) if luck.happens(0.5) else luck.below(200_000),
        due=view.board.month + 2 + luck.below(12),
    )


def _speak(view: LabView, luck: Stream) -> c.Command:
    acts = [act.id for act in view.affairs.acts] if isinstance(view, FounderView) else []
    return c.Speak(act=luck.choose(acts) if acts else 0, stance=luck.choose(tuple(Stance)))


def _gift(view: LabView, luck: Stream) -> c.Command:
    del view
    return c.GiveGift(gift=luck.choose(tuple(Gift)))


def _vote(view: LabView, luck: Stream) -> c.Command:
    most = view.board.rules.founder.investment_most_usd
    return c.CallVote(ballot=Ballot.INVESTMENT, amount_usd=1 + luck.below(max(1, most)))


def _ask_for_chips(view: LabView, luck: Stream) -> c.Command:
    lines = [line for line in view.lines if line.owner is Firm.TESLA]
    terms = luck.choose(tuple(Terms))
    if not lines:
        return c.CallVote(ballot=Ballot.DEAL, terms=terms)
    line = luck.choose(lines)
    return c.CallVote(
        ballot=Ballot.DEAL, source=line.id, quantity=1 + luck.below(max(1, line.quantity)), terms=terms
    )


def _private(view: LabView, luck: Stream) -> c.Command:
    acts = [act.id for act in view.affairs.acts] if isinstance(view, FounderView) else []
    words: tuple[c.Command, ...] = (
        c.CourtHolders(kind=luck.choose(KINDS)),
        c.Probe(target=luck.choose(RIVALS)),
        c.PlugLeak(act=luck.choose(acts) if acts else 0),
        c.Reassure(person=luck.choose(PERSONS)),
    )
    return luck.choose(words)


def _sell(view: LabView, luck: Stream) -> c.Command:
    return c.SellStake(shares_ppm=1 + luck.below(max(1, view.board.rules.stake.sale_most)))


def _pledge(view: LabView, luck: Stream) -> c.Command:
    del view
    return c.PledgeStake(shares_ppm=luck.below(16_000) - 4_000)


def _part_with_lab(view: LabView, luck: Stream) -> c.Command:
    """Sell the lab, rarely: that is the end of it."""
    del view
    buyer = luck.choose((Firm.TESLA, *RIVALS))
    return c.SellLab(buyer=buyer) if luck.happens(_SALE) else c.StopRun()


def _answer(view: LabView, luck: Stream) -> c.Command:
    tales = view.affairs.tales if isinstance(view, FounderView) else []
    waiting = [tale.key for tale in tales if tale.choice is None]
    return c.Answer(tale=waiting[-1] if waiting else "", choice=luck.below(3))


LAB_DRAWS: Final[tuple[Draw, ...]] = (
    _order,
    _order_ahead,
    _cancel,
    _build,
    _rent,
    _split,
    _start,
    _extend,
    _stop,
    _publish,
    _raise,
    _borrow,
    _hire,
    _pay,
    _announce,
    _price,
    _lobby,
)
FOUNDER_DRAWS: Final[tuple[Draw, ...]] = (
    *LAB_DRAWS,
    _divert,
    _give_back,
    _thing,
    _return,
    _lend,
    _license,
    _put_off,
    _plan,
    _promise,
    _speak,
    _gift,
    _vote,
    _ask_for_chips,
    _private,
    _sell,
    _pledge,
    _part_with_lab,
)
