"""What one seat can know: the only window into a world.

Public facts are the same for everybody: the league with its error, prices, waits, permits, news.
Of the others' chips one has estimates; of their money, candidates and secrets, nothing.
A view is frozen; the books it shows of one's own are the position's and must not be written (a
test compares fingerprints around every decision).
"""

from operator import attrgetter
from typing import Final

import msgspec

from race.core.chance import Chance
from race.core.events import Event
from race.core.formulas.house.answers import looked_into
from race.core.formulas.house.people import officer_points
from race.core.formulas.passing.acts import swaps_seen
from race.core.formulas.passing.files import may_demand
from race.core.formulas.race.chips import (
    booking_price,
    cloud_room,
    generation_on_sale,
    kw_of_each,
    lead_months,
)
from race.core.formulas.race.claims import believed, known_places, permitted
from race.core.formulas.race.people import Workplace, workplaces
from race.core.formulas.race.quality import error_left
from race.core.ids import FIRMS, INSTITUTIONS, LABS, PPM, Claim, Firm, Generation, Seat, lab_of
from race.core.rulebook import Rulebook
from race.core.world import (
    Act,
    Affairs,
    Carmaker,
    Case,
    Holders,
    Lab,
    OrderLine,
    Promise,
    Release,
    Said,
    Setting,
    Standing,
    Story,
    VoteResult,
    World,
)

_XAI, _TESLA, _OWN_SILICON = Firm.XAI, Firm.TESLA, Generation.OWN_SILICON
_FOUNDER, _CARMAKER, _COURT, _HOLDERS = Seat.FOUNDER, Seat.CARMAKER, Seat.COURT, Seat.HOLDERS
_score: Final = attrgetter("elo_published")


class Permit(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A company's site that is being built, as the papers at the town hall say."""

    firm: Firm
    power_kw: int
    started: int
    ready: int


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """What everybody can read at the end of a month."""

    month: int
    rules: Rulebook
    setting: Setting
    league: tuple[Standing, ...]
    """Published best of each lab, highest first."""
    fleets: dict[Firm, int]
    """Estimated running compute of each lab, H100e, with error; open claims pull it up."""
    claims: dict[Firm, tuple[Said, ...]]
    """Open public claims of the labs that have any."""
    credibility: dict[Firm, int]
    """How far each lab's claims are believed, ppm."""
    pays: dict[Firm, int]
    """What each lab pays its people, ppm of the usual: those who look for work know it."""
    open_people: int
    """Researchers in the open market."""
    lead_months: float
    chip_price_usd: int
    """What an H100e with its server costs to book, with what the shortage adds."""
    coming_price_usd: int
    """What it will cost to book in the month that is about to be played."""
    rental_cents: int
    supply: int
    """All makers' supply of the month, H100e."""
    cloud_room: int
    """What the clouds could still rent out, H100e."""
    generation: Generation
    kw_of: dict[Generation, float]
    """Power of one H100e of each generation, kW, all in."""
    each_kw: float
    """Power of one of the newest on sale, kW."""
    regulated: bool
    news: tuple[Event, ...]
    """Public events of the month."""
    permits: tuple[Permit, ...]
    """Sites under way, whoever builds them."""


class LabView(msgspec.Struct, frozen=True, kw_only=True):
    """What a lab's seat knows: the board and its own books."""

    seat: Seat
    board: Board
    firm: Firm
    own: Lab
    lines: tuple[OrderLine, ...]
    """Lines this lab pays for or waits for."""
    regard: int
    """How the chipmaker weighed this lab last month, ppm of the usual: what it is quoted by."""
    running: int
    """Its own compute, powered and rented, H100e; everything that is planned asks for it."""


class FounderView(LabView, frozen=True, kw_only=True):
    """What the founder knows: the lab, the carmaker, its owners, and every secret."""

    carmaker: Carmaker
    affairs: Affairs
    holders: Holders
    attention: int
    """Points to spend this month."""
    carmaker_regard: int
    """How the chipmaker weighed the carmaker last month, ppm of the usual."""


class CarmakerView(msgspec.Struct, frozen=True, kw_only=True):
    """What the carmaker's management knows: the board and the company's books."""

    seat: Seat
    board: Board
    carmaker: Carmaker
    lines: tuple[OrderLine, ...]
    regard: int
    """How the chipmaker weighed the company last month, ppm of the usual."""


class InstitutionView(msgspec.Struct, frozen=True, kw_only=True):
    """What an institution knows: the board, and what is published about the two companies.

    The court reads the files: its `acts` are all acts, secret ones too.
    """

    seat: Seat
    board: Board
    acts: tuple[Act, ...] = ()
    """Published acts; for the court, all."""
    stories: tuple[Story, ...] = ()
    promises: tuple[Promise, ...] = ()
    cases: tuple[Case, ...] = ()
    votes: tuple[VoteResult, ...] = ()
    complaints: int = 0
    last_complaint: int = 0
    letters: int = 0
    can_demand: bool = False
    """Whether the holders may ask to read the files now."""
    injunction: bool = False
    director: bool = False
    sharing_policy: bool = False
    holders: Holders | None = None
    """The owners' trust and shares; known to the holders only."""
    waiting: dict[Firm, int] = {}
    """Chips on order by buyer, H100e; known to the chipmaker only, as the next three."""
    prepaid: dict[Firm, int] = {}
    """Part of what is on order that is paid already, ppm."""
    relation: dict[Firm, int] = {}
    """How it likes its buyers, ppm."""
    swaps: float = 0.0
    """Slots the chipmaker has seen change hands, in whole months of the carmaker's deliveries."""
    workplaces: tuple[Workplace, ...] = ()
    """For people who choose where to work."""


View = LabView | FounderView | CarmakerView | InstitutionView


def read_board(world: World, news: tuple[Event, ...], chance: Chance) -> Board:
    """Return what everybody can read of a position; build it once a month."""
    errors = chance.stream(world.month, "estimates").normals(len(LABS))
    league: list[Standing] = []
    fleets: dict[Firm, int] = {}
    claims: dict[Firm, tuple[Said, ...]] = {}
    credibility: dict[Firm, int] = {}
    rented = 0
    for (firm, lab), error in zip(world.labs.items(), errors, strict=True):
        best = lab.best()
        if best is not None:
            league.append(_standing(world, firm, best))
        fleets[firm] = int(_estimate(world, lab, error)) // 100 * 100
        if lab.claims and (said := tuple([one for one in lab.claims if one.kept is None])):
            claims[firm] = said
        credibility[firm] = lab.credibility
        rented += lab.depot.rented
    league.sort(key=_score, reverse=True)
    setting, rules, month = world.setting, world.rules, world.month
    generation = generation_on_sale(rules, month)
    kw_of = kw_of_each(rules)
    lead = lead_months(rules, setting, world.market, month)
    return Board(
        month=month,
        rules=rules,
        setting=setting,
        league=tuple(league),
        fleets=fleets,
        claims=claims,
        credibility=credibility,
        pays={firm: lab.pay_level for firm, lab in world.labs.items()},
        open_people=world.people.looking,
        lead_months=lead,
        chip_price_usd=booking_price(rules, setting, month, lead),
        coming_price_usd=booking_price(rules, setting, min(month + 1, setting.months), lead),
        rental_cents=world.market.rental_cents,
        supply=setting.supply[month],
        cloud_room=cloud_room(rules, setting, rented, month),
        generation=generation,
        kw_of=kw_of,
        each_kw=kw_of[generation],
        regulated=world.market.regulated,
        news=tuple([event for event in news if event.known_to is None]),
        permits=_permits(world),
    )


def _standing(world: World, firm: Firm, best: Release) -> Standing:
    age = world.month - best.month
    return Standing(
        firm=firm,
        elo_published=best.elo_published,
        released=best.month,
        error_sd=error_left(world.rules, age),
        evidence=age,
    )


def _estimate(world: World, lab: Lab, error: float) -> float:
    """Return what others make of a lab's running chips, H100e, with a standard normal error."""
    fog = world.rules.fog
    spread = fog.fleet_permit_sd
    for site in lab.depot.sites:
        if site.hosted:
            spread = fog.fleet_sd
    seen = max(0.0, lab.depot.running() * (1.0 + error * spread))
    if lab.claims and world.rules.switches.announcing:
        for said in lab.claims:
            if said.kept is None and said.claim is Claim.FLEET:
                borne = permitted(fog, said, known_places(world.rules, lab, said))
                seen = believed(borne, lab.credibility, seen, world.month)
    return seen


def _permits(world: World) -> tuple[Permit, ...]:
    """Return the sites under way, in the order of the companies."""
    month = world.month
    return tuple(
        [
            Permit(firm=firm, power_kw=site.power_kw, started=site.started, ready=site.ready)
            for firm in FIRMS
            for site in world.depot_of(firm).sites
            if site.ready > month
        ]
    )


def look_lab(world: World, seat: Seat, board: Board) -> LabView:
    """Return what a rival lab's seat knows."""
    firm = lab_of(seat)
    if firm is None:
        message = f"{seat.value} does not speak for a lab"
        raise ValueError(message)
    own = world.labs[firm]
    return LabView(
        seat=seat,
        board=board,
        firm=firm,
        own=own,
        lines=_lines(world, firm),
        regard=_regard(world, firm),
        running=own.depot.running(),
    )


def look_founder(world: World, board: Board) -> FounderView:
    """Return what the founder knows."""
    founder = world.rules.founder
    lab, carmaker = _XAI, _TESLA
    own, company = [], []
    for line in world.market.lines:
        if line.payer is lab or line.owner is lab:
            own.append(line)
        elif line.payer is carmaker or line.owner is carmaker:
            company.append(line)
    if world.affairs.probes:
        board = msgspec.structs.replace(board, fleets=looked_into(world, board.fleets))
    officer = officer_points(world.rules, world.affairs, world.month)
    return FounderView(
        seat=_FOUNDER,
        board=board,
        firm=_XAI,
        own=world.labs[_XAI],
        lines=(*own, *company),
        regard=_regard(world, _XAI),
        running=world.labs[_XAI].depot.running(),
        carmaker_regard=_regard(world, _TESLA),
        carmaker=world.carmaker,
        affairs=world.affairs,
        holders=world.holders,
        attention=max(1, founder.attention + officer + world.affairs.burden),
    )


def look_carmaker(world: World, board: Board) -> CarmakerView:
    """Return what the carmaker's management knows."""
    return CarmakerView(
        seat=_CARMAKER,
        board=board,
        carmaker=world.carmaker,
        lines=_lines(world, _TESLA),
        regard=_regard(world, _TESLA),
    )


def look_institution(world: World, seat: Seat, board: Board) -> InstitutionView:
    """Return what an institution knows; parts that are not its business are empty."""
    match seat:
        case Seat.TALENT:
            places = workplaces(world, board.fleets, [line.firm for line in board.league])
            return InstitutionView(seat=seat, board=board, workplaces=places)
        case Seat.CHIPMAKER:
            return _look_chipmaker(world, board)
        case _:
            return _look_owners(world, seat, board)


def _look_chipmaker(world: World, board: Board) -> InstitutionView:
    """Return what is in the chipmaker's book."""
    books = {firm: [0, 0, 0] for firm in FIRMS}  # waiting in the queue, paid, price of it all
    for line in world.market.lines:
        book, quantity = books[line.payer], line.quantity
        if line.generation is not _OWN_SILICON:
            book[0] += quantity
        book[1] += line.deposit_usd
        book[2] += quantity * line.unit_price_usd
    return InstitutionView(
        seat=Seat.CHIPMAKER,
        board=board,
        waiting={firm: book[0] for firm, book in books.items()},
        prepaid={firm: PPM * paid // (whole or 1) for firm, (_, paid, whole) in books.items()},
        relation=world.market.relation,
        swaps=swaps_seen(world),
    )


def _look_owners(world: World, seat: Seat, board: Board) -> InstitutionView:
    """Return what the holders, the press and the court read about the two companies."""
    affairs = world.affairs
    acts = affairs.acts if seat is _COURT else [act for act in affairs.acts if act.published is not None]
    return InstitutionView(
        seat=seat,
        board=board,
        acts=tuple(acts),
        stories=tuple(affairs.stories),
        promises=tuple(affairs.promises),
        cases=tuple(affairs.cases),
        votes=tuple(affairs.votes),
        complaints=affairs.complaints,
        last_complaint=affairs.last_complaint,
        letters=affairs.letters,
        can_demand=seat is _HOLDERS and may_demand(affairs, world.month + 1, world.rules.court.demand_wait),
        injunction=affairs.injunction,
        director=affairs.director,
        sharing_policy=affairs.sharing_policy,
        holders=world.holders if seat is _HOLDERS else None,
    )


def look(world: World, seat: Seat, board: Board) -> View:
    """Return what any seat can know of a position."""
    if seat is _FOUNDER:
        return look_founder(world, board)
    if seat is _CARMAKER:
        return look_carmaker(world, board)
    if seat in INSTITUTIONS:
        return look_institution(world, seat, board)
    return look_lab(world, seat, board)


def _regard(world: World, firm: Firm) -> int:
    return world.market.weights.get(firm, PPM)


def _lines(world: World, firm: Firm) -> tuple[OrderLine, ...]:
    return tuple([line for line in world.market.lines if line.payer is firm or line.owner is firm])
