"""Orders that any lab may be refused: chips, sites, clouds, runs, releases, people, money, claims."""

from typing import Final

from msgspec.structs import replace

from race.core import commands as c
from race.core.ids import PPM, Claim, Firm, Generation, Seat, Terms, Thing
from race.core.world import Candidate, Said, Site, TrainingRun
from tests.core.legality.refused import CAR_LINE, OPENING, OWN_LINE, Change, Refused, line, on

_H100, _OWN = Generation.H100, Generation.OWN_SILICON
_XAI, _GOOGLE, _DEEPSEEK, _OPENAI = Firm.XAI, Firm.GOOGLE_DEEPMIND, Firm.DEEPSEEK, Firm.OPENAI
_SAID: Final = Said(claim=Claim.FLEET, quantity=50_000, made=1, due=9, before=10_000)
_LOTS: Final = 10**9
_POOR: Final = on("lab", cash_usd=0)
_RUN: Final = on("lab", run=TrainingRun(started=1, months=4))
_AIMED: Final = on("lab", run=TrainingRun(started=1, months=4, target_flop=1e25))


def _order(
    quantity: int = 1_000, company: Firm = _XAI, generation: Generation = _H100, prepaid: int = 0
) -> c.OrderChips:
    return c.OrderChips(company=company, generation=generation, quantity=quantity, prepaid=prepaid)


def _site(company: Firm = _XAI, power_kw: int = 20_000, *, forced: bool = False) -> c.BuildSite:
    return c.BuildSite(company=company, power_kw=power_kw, forced=forced)


def _building(sites: int) -> Change:
    """Return a change after which the founder's lab has so many sites under way and no other."""
    far = OPENING.month + 9
    return on("floor", sites=[Site(id=9_000 + n, power_kw=9_000, started=0, ready=far) for n in range(sites)])


def _claim(quantity: int, due: int = 6, claim: Claim = Claim.FLEET) -> c.Announce:
    return c.Announce(claim=claim, quantity=quantity, due=due)


def _ready(elo: float) -> Candidate:
    """Return a run that was finished this month."""
    return Candidate(finished=OPENING.month, flop=1e25, elo=elo, luck=0.0)


CHIPS: Final = (
    Refused("Only a lab can order this.", c.RentCloud(quantity=0), by=Seat.CARMAKER),
    Refused("Only a lab can order this.", c.SetPrice(level=PPM), by=Seat.CARMAKER),
    Refused(
        "This costs {cost} now; {free} is left.",
        _order(),
        (_POOR,),
        rather=_order(company=Firm.TESLA),
    ),
    Refused(
        "This costs {cost} now; {free} is left.",
        _order(company=Firm.TESLA),
        (on("carmaker", cash_usd=0),),
        rather=_order(),
    ),
    Refused(
        "This costs {cost} now; {free} is left.",
        _order(),
        (on("lab", cash_usd=4_000_000),),
        given=(_order(500),),
        rather=_order(100),
    ),
    Refused("{firm} orders its own chips.", _order(), by=Seat.OPENAI, rather=_order(company=_OPENAI)),
    Refused("{firm} orders its own chips.", _order(), by=Seat.CARMAKER, rather=_order(company=Firm.TESLA)),
    Refused("This costs {cost} now; {free} is left.", _site(), (_POOR,), rather=_site(Firm.TESLA)),
    Refused("{firm} orders its own chips.", _order(), by=Seat.PRESS),
    Refused("{firm} orders its own chips.", _order(company=_OPENAI)),
    Refused("{firm} orders its own chips.", _order(company=Firm.TESLA), by=Seat.OPENAI),
    Refused("The chipmaker takes orders from {n} chips.", _order(99), rather=_order(100)),
    Refused(
        "The chipmaker books at most {ahead} ahead.",
        c.OrderChips(company=_XAI, generation=_H100, quantity=1_000, not_before=26),
        rather=c.OrderChips(company=_XAI, generation=_H100, quantity=1_000, not_before=25),
    ),
    Refused("That generation is not on sale here.", _order(generation=Generation.NEXT), rather=_order()),
    Refused(
        "The makers ship {most} chips a month; order less.",
        _order(OPENING.setting.supply[1] + 1, Firm.TESLA),
        rather=_order(OPENING.setting.supply[1], Firm.TESLA),
    ),
    Refused(
        "Beyond the deposit, up to {most} of the price can be paid ahead.",
        _order(prepaid=PPM),
        rather=_order(prepaid=PPM // 2),
    ),
    Refused(
        "Export rules allow this lab {most} chips a month.",
        _order(company=_DEEPSEEK),
        given=(c.SetPay(level=PPM), _order(500, _DEEPSEEK)),
        by=Seat.DEEPSEEK,
        rather=_order(100, _DEEPSEEK),
    ),
    Refused(
        "Only a lab that designs chips of its own can order them.", _order(generation=_OWN), rather=_order()
    ),
    Refused(
        "Only a lab that designs chips of its own can order them.",
        _order(company=Firm.TESLA, generation=_OWN),
        by=Seat.CARMAKER,
    ),
    Refused(
        "One's own chips need no better place in a queue; there is none.",
        _order(1_000, _GOOGLE, _OWN, prepaid=1),
        by=Seat.GOOGLE_DEEPMIND,
        rather=_order(1_000, _GOOGLE, _OWN),
    ),
    Refused(
        "{most} chips of the lab's own can be made in a month; {left} are left.",
        _order(_LOTS, _GOOGLE, _OWN),
        by=Seat.GOOGLE_DEEPMIND,
        rather=_order(1_000, _GOOGLE, _OWN),
    ),
    Refused(
        "There is no such order of yours in the book.",
        c.CancelOrder(line=0, quantity=1),
        rather=c.CancelOrder(line=OWN_LINE, quantity=1),
    ),
    Refused(
        "There is no such order of yours in the book.",
        c.CancelOrder(line=OWN_LINE, quantity=1),
        by=Seat.CARMAKER,
        rather=c.CancelOrder(line=CAR_LINE, quantity=1),
    ),
    Refused(
        "There is no such order of yours in the book.",
        c.CancelOrder(line=OWN_LINE, quantity=1),
        by=Seat.PRESS,
    ),
    Refused(
        "These chips go to the other company's dock; give them back first.",
        c.CancelOrder(line=OWN_LINE, quantity=1),
        (line(OWN_LINE, owner=Firm.TESLA),),
        rather=c.CancelOrder(line=CAR_LINE, quantity=1),
    ),
    Refused(
        "{asked} chips were asked for; {left} are left there.",
        c.CancelOrder(line=OWN_LINE, quantity=6_000),
        given=(c.CancelOrder(line=OWN_LINE, quantity=5_000),),
        rather=c.CancelOrder(line=OWN_LINE, quantity=5_000),
    ),
    Refused("{firm} builds its own sites.", _site(), by=Seat.OPENAI, rather=_site(_OPENAI)),
    Refused("A site has {low} to {high}.", _site(power_kw=1), rather=_site()),
    Refused(
        "The law where this lab stands does not allow building ahead of permits.",
        _site(_DEEPSEEK, forced=True),
        by=Seat.DEEPSEEK,
        rather=_site(_DEEPSEEK),
    ),
    Refused(
        "Beyond {n} sites at once the builders take on one a month.",
        _site(_OPENAI),
        given=(_site(_OPENAI), _site(_OPENAI)),
        by=Seat.OPENAI,
    ),
    Refused(
        "Beyond {n} sites at once the builders take on one a month.",
        _site(Firm.TESLA),
        given=(_site(Firm.TESLA),),
        rather=_site(),
    ),
    Refused(
        "Beyond {n} sites at once the builders take on one a month.",
        _site(Firm.TESLA),
        given=(_site(Firm.TESLA),),
        by=Seat.CARMAKER,
        rather=_order(company=Firm.TESLA),
    ),
    Refused(
        "{n} sites are under way already; {firm} cannot build more at once.",
        _site(),
        (_building(5),),
        rather=_site(Firm.TESLA),
    ),
    Refused(
        "{n} sites are under way already; {firm} cannot build more at once.",
        _site(),
        (_building(4),),
        given=(_site(),),
        rather=_site(Firm.TESLA),
    ),
    Refused(
        "Once its sites are paid the carmaker has {free} left; this one costs {cost}.",
        _site(Firm.TESLA),
        (on("carmaker", cash_usd=20_000_000),),
        rather=_site(),
    ),
    Refused(
        "The clouds have {most} chips left for this lab.",
        c.RentCloud(quantity=-1),
        rather=c.RentCloud(quantity=100),
    ),
    Refused(
        "The clouds want {ahead} of rent in the bank, {bill}; {free} is left.",
        c.RentCloud(quantity=100),
        (_POOR,),
        rather=c.RentCloud(quantity=0),
    ),
)

CRAFT: Final = (
    Refused(
        "Each of the four parts must be {least} or more.",
        c.SplitCompute(training=PPM, research=1, serving=-1, safety=0),
        rather=c.SplitCompute(training=PPM, research=0, serving=0, safety=0),
    ),
    Refused(
        "The four parts must make {whole}; they make {sum}.",
        c.SplitCompute(training=PPM, research=1, serving=0, safety=0),
        rather=c.SplitCompute(training=PPM - 1, research=1, serving=0, safety=0),
    ),
    Refused("No training run is under way.", c.StopRun(), rather=c.StartRun(months=1)),
    Refused("No training run is under way.", c.ExtendRun(months=1), rather=c.StartRun(months=1)),
    Refused("A training run is under way until {end}.", c.StartRun(months=2), (_RUN,), rather=c.StopRun()),
    Refused(
        "A training run is under way, until it has spent {target} or {end} comes.",
        c.StartRun(months=2),
        (_AIMED,),
        rather=c.StopRun(),
    ),
    Refused("A run takes 1 to {most}.", c.StartRun(months=0), rather=c.StartRun(months=1)),
    Refused(
        "A run aims at {low} to {high} of training compute.",
        c.StartRun(months=2, target_flop=1.0),
        rather=c.StartRun(months=2, target_flop=1e25),
    ),
    Refused(
        "Nothing computes: no chip has power and none is rented.",
        c.StartRun(months=2),
        (on("floor", batches=[], rented=0),),
    ),
    Refused(
        "This run is stopped this month; undo that to extend it.",
        c.ExtendRun(months=1),
        (_RUN,),
        given=(c.StopRun(),),
    ),
    Refused(
        "This run is planned for {planned} and can be extended by {left}; {most} is the longest.",
        c.ExtendRun(months=99),
        (_RUN,),
        rather=c.ExtendRun(months=1),
    ),
    Refused("No finished run waits for release.", c.PublishRelease()),
    Refused(
        "Safety tests are done in {ready}; release then, or without them.",
        c.PublishRelease(),
        (on("lab", candidate=_ready(1_200.0)),),
        rather=c.PublishRelease(tested=False),
    ),
    Refused(
        "Above {limit} the law wants safety tests before a release.",
        c.PublishRelease(tested=False),
        (on("lab", candidate=_ready(9_000.0)), on("market", regulated=True), on("world", month=6)),
        rather=c.PublishRelease(),
    ),
    Refused("Pay goes from {low} to {high} of the usual.", c.SetPay(level=0), rather=c.SetPay(level=PPM)),
    Refused("A claim falls due from {first} to {last}.", _claim(50_000, due=1), rather=_claim(50_000)),
    Refused(
        "No claim would fall due before the end in {end}.", _claim(50_000, due=36), (on("world", month=35),)
    ),
    Refused(
        "An earlier claim of that kind is open until {due}.",
        _claim(60_000, due=7),
        given=(_claim(50_000),),
        rather=_claim(1_400, claim=Claim.RELEASE),
    ),
    Refused(
        "An earlier claim of that kind is open until {due}.",
        _claim(60_000, due=7),
        (on("lab", claims=[_SAID, replace(_SAID, claim=Claim.RELEASE, kept=True)]),),
        rather=_claim(1_400, claim=Claim.RELEASE),
    ),
    Refused("A claim worth printing goes from {low} to {high}.", _claim(0), rather=_claim(50_000)),
    Refused(
        "A claim worth printing goes from {low} to {high}.",
        _claim(0, claim=Claim.RELEASE),
        (on("lab", releases=[]),),
        rather=_claim(1, claim=Claim.RELEASE),
    ),
)

PEOPLE: Final = (
    Refused(
        "A lab can hire {most} researchers a month.", c.Hire(researchers=0), rather=c.Hire(researchers=1)
    ),
    Refused(
        "A lab can hire {most} researchers a month; asked this month: {asked}, still free: {left}.",
        c.Hire(researchers=OPENING.rules.race.hire_limit),
        given=(c.SetPay(level=PPM), c.Hire(researchers=1, source=_OPENAI)),
        rather=c.Hire(researchers=OPENING.rules.race.hire_limit - 1),
    ),
    Refused(
        "A lab can hire {most} researchers a month; asked this month: {asked}, still free: {left}.",
        c.Hire(researchers=OPENING.rules.race.hire_limit),
        given=(c.DivertThing(thing=Thing.RESEARCHERS, quantity=1, terms=Terms.DISCLOSED),),
        rather=c.Hire(researchers=OPENING.rules.race.hire_limit - 1),
    ),
    Refused("These people work here already.", c.Hire(researchers=1, source=_XAI)),
    Refused(
        "Only the founder can move people out of the carmaker.",
        c.Hire(researchers=1, source=Firm.TESLA),
        by=Seat.OPENAI,
        rather=c.Hire(researchers=1, source=_XAI),
    ),
    Refused(
        "{n} researchers look for work in the open market.",
        c.Hire(researchers=2),
        (on("people", looking=2),),
        given=(c.Hire(researchers=1),),
        rather=c.Hire(researchers=1),
    ),
    Refused(
        "One researcher looks for work in the open market.",
        c.Hire(researchers=2),
        (on("people", looking=1),),
        rather=c.Hire(researchers=1),
    ),
    Refused(
        "One researcher works at the carmaker.",
        c.Hire(researchers=2, source=Firm.TESLA),
        (on("carmaker", researchers=1),),
        rather=c.Hire(researchers=2, source=_OPENAI),
    ),
    Refused(
        "{n} researchers work at the carmaker.",
        c.Hire(researchers=3, source=Firm.TESLA),
        (on("carmaker", researchers=2),),
        rather=c.Hire(researchers=3, source=_OPENAI),
    ),
    Refused(
        "The holders have voted limits: only paid, leased or disclosed deals are allowed.",
        c.Hire(researchers=1, source=Firm.TESLA),
        (on("affairs", limits=True),),
        rather=c.Hire(researchers=1),
    ),
    Refused("Complain about a rival lab.", c.Lobby(target=_XAI), rather=c.Lobby(target=_OPENAI)),
)

MONEY: Final = (
    Refused(
        "This lab belongs to its parent, which sells no part of it.",
        c.RaiseRound(),
        by=Seat.GOOGLE_DEEPMIND,
    ),
    Refused(
        "Investors want results first: the next round can close in {ready}.",
        c.RaiseRound(),
        (_POOR, on("lab", last_round=1)),
    ),
    Refused(
        "Investors fund plans: the lab has {cash} in the bank, and a round would bring {amount}.",
        c.RaiseRound(),
        (on("lab", cash_usd=10**12),),
        rather=c.SetPrice(level=PPM),
    ),
    Refused(
        "The first owners hold {part} of the lab and sell no more of it.",
        c.RaiseRound(),
        (_POOR, on("lab", founder_ppm=0)),
    ),
    Refused(
        "Chips for {bills} are due; a round would bring {amount}, and investors do not pay old bills.",
        c.RaiseRound(),
        (on("lab", cash_usd=-(10**12)),),
    ),
    Refused(
        "This lab belongs to its parent, which borrows for it.",
        c.Borrow(amount_usd=10**9),
        (_POOR,),
        by=Seat.GOOGLE_DEEPMIND,
    ),
    Refused(
        "Banks lend {part} of what the lab's own chips cost new; {owed} is owed on them already.",
        c.Borrow(amount_usd=10**8),
        (on("floor", batches=[]),),
    ),
    Refused(
        "Banks lend {least} to {most} on the lab's chips.",
        c.Borrow(amount_usd=1),
        (_POOR,),
        rather=c.RaiseRound(),
    ),
    Refused(
        "Banks lend {least} to {most} on the lab's chips.",
        c.Borrow(amount_usd=10**15),
        rather=c.Borrow(amount_usd=OPENING.rules.money.loan_least_usd),
    ),
    Refused(
        "The price goes from {low} to {high} of the usual.",
        c.SetPrice(level=0),
        rather=c.SetPrice(level=PPM),
    ),
)
