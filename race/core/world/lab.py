"""A lab: money, compute, people, what it trains and what it has released."""

import msgspec
from msgspec.structs import replace

from race.core.ids import PPM, Claim, Firm, Mood
from race.core.world.chips import Depot


class Split(msgspec.Struct, frozen=True, gc=False):
    """How a lab's running compute is used, in ppm that sum to one million."""

    training: int
    research: int
    serving: int
    safety: int


class TrainingRun(msgspec.Struct, kw_only=True, gc=False):
    """A training run under way."""

    started: int
    months: int
    """Planned length."""
    flop: float = 0.0
    """Training compute spent so far."""
    target_flop: float = 0.0
    """Training compute at which it ends; 0 for none."""

    @property
    def last_month(self) -> int:
        """Return the month in which it is done, unless it is stopped or meets its target before.

        >>> TrainingRun(started=5, months=3).last_month
        7
        """
        return self.started + self.months - 1


class Candidate(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A finished run that is not released: its true quality and its training compute."""

    finished: int
    flop: float
    elo: float
    """True quality if released now (refreshed each month with the method's progress)."""
    luck: float


class Release(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An artefact the public can use."""

    month: int
    flop: float
    elo_true: float
    elo_published: float
    open_weights: bool
    tested: bool
    refresh: bool = False
    """A refresh of an earlier base run."""


class Loan(msgspec.Struct, kw_only=True, gc=False):
    """Money borrowed on chips."""

    month: int
    amount_usd: int
    left_usd: int
    """Still owed."""


class Worth(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What investors think a lab is worth, part by part, whole dollars."""

    revenue: int = 0
    """A year's revenue times their multiple."""
    chips: int = 0
    """Chips that run."""
    coming: int = 0
    """Chips on their way."""
    rank: int = 0
    """What the same chips are worth more in the hands of the best."""
    word: int = 0
    """What they believe of the lab's word and future."""
    net: int = 0
    """Cash less loans."""

    def parts(self) -> tuple[int, ...]:
        """Return the parts in their order, whole dollars."""
        return self.revenue, self.chips, self.coming, self.rank, self.word, self.net

    def total(self) -> int:
        """Return the valuation, whole dollars."""
        return sum(self.parts())


class Said(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A public claim of a lab about itself, checked in the month it falls due."""

    claim: Claim
    quantity: int
    """H100e running, or a score in Elo."""
    made: int
    due: int
    before: int
    """What the lab was thought to have when it said so, in the same unit."""
    kept: bool | None = None
    """None while it is open."""


class Lab(msgspec.Struct, kw_only=True):
    """One lab's whole position."""

    firm: Firm
    cash_usd: int
    depot: Depot
    split: Split
    staff: int
    researchers: int
    recipe: float
    """Own method and talent against the industry's, Elo."""
    recipe_goal: float
    """Where the recipe drifts to, Elo."""
    users_k: int
    """Weekly users, thousands."""
    share_ppm: int
    """Share of consumer use."""
    business_ppm: int = 0
    """Share of business use."""
    turned_k: int = 0
    """Users who would come and were turned away for lack of compute, thousands."""
    price_level: int = 1_000_000
    """Price of the service, ppm of the usual."""
    run: TrainingRun | None = None
    candidate: Candidate | None = None
    releases: list[Release] = []
    last_start: int = -12
    """Month the last base run started."""
    researchers_start: int = 0
    """Researchers on the first day, against which talent is measured."""
    skill: int = 1_000_000
    """Mean skill of its researchers, ppm of the usual."""
    culture: float = 0.0
    """How well people like it here for reasons of its own, utility units."""
    pay_level: int = 1_000_000
    """Pay of its people, ppm of the usual."""
    research_start: float = 0.0
    """Research compute against the others' on the first day, doublings."""
    claims: list[Said] = []
    """Public claims: the open ones, and those that fell due in the last year."""
    credibility: int = 500_000
    """How far its claims are believed, ppm."""
    people_lost: int = 0
    """Staff who have left since the start."""
    safety_debt: int = 0
    """Risk built up by skipped safety, ppm."""
    incidents: int = 0
    novelty: float = 0.0
    """Fading attention for a jump in quality, utility units."""
    parent_usd: int = 0
    """What the parent or partner pays in each month, whole dollars."""
    hosting_kw: int = 0
    """Power a partner opens for it each month."""
    valuation_usd: int = 0
    last_round: int = -12
    """Month of the last round of equity."""
    worth: Worth = Worth()
    """The valuation by its parts."""
    founder_ppm: int = 1_000_000
    """What the owners of the first day still hold of the lab; each round sells a part of it."""
    loans: list[Loan] = []
    """Loans on chips, oldest first."""
    sells_equity: bool = True
    """Whether it may sell a part of itself; a lab inside a parent may not."""
    may_force: bool = True
    """Whether permits where it stands allow forced building (turbines first, papers later)."""
    export_ppm: int = 1_000_000
    """Most it may book a month under export rules, ppm of the makers' supply; a million is no rule."""
    own_silicon_ppm: int = 0
    """Most it may book of its own chips a month, ppm of their supply path."""
    debt_months: int = 0
    """Months in a row with less than nothing in the bank."""
    sold: bool = False
    """Whether the lab has been sold to another company."""
    buyer: Firm | None = None
    """Who bought it when its founder chose to sell; None when it was not sold, or sold for its debts."""
    sold_usd: int = 0
    """What the buyer gave for it, in shares, whole dollars."""
    mood: Mood = Mood.CALM
    grudges: dict[Firm, int] = {}
    """Ill will toward labs that raided it or complained about it, ppm of one insult; halves in a year."""
    reach: float = 0.0
    """Distribution constant in the users' choice, utility units (a network, a phone system...)."""
    business_reach: float = 0.0
    """Standing with firms, utility units (contracts, clouds that resell it, trust)."""
    revenue_usd: int = 0
    """This month's."""
    usual_usd: int = 0
    """Revenue of a month that investors remember: it follows the revenue slowly."""
    result_usd: int = 0
    """This month's operating result."""
    capex_usd: int = 0
    """This month's payments for chips and sites."""
    milestones: list[int] = []
    """Place in each dated prize won (1 first, 2 second), in the order of the prizes, 0 not yet."""

    def best(self) -> Release | None:
        """Return the release with the highest published score, or None before the first."""
        best, top = None, 0.0
        for release in self.releases:
            score = release.elo_published
            if best is None or score > top:
                best, top = release, score
        return best

    def published(self) -> float:
        """Return the published score of the best release, Elo; 0 before the first."""
        best = self.best()
        return best.elo_published if best else 0.0

    def truest(self) -> Release | None:
        """Return the release of the highest true quality, or None before the first."""
        best, top = None, 0.0
        for release in self.releases:
            score = release.elo_true
            if best is None or score > top:
                best, top = release, score
        return best

    def owed_usd(self) -> int:
        """Return what is still to be repaid on loans, whole dollars."""
        return sum([loan.left_usd for loan in self.loans]) if self.loans else 0

    def resent(self, by: Firm) -> None:
        """Remember an insult by another lab."""
        self.grudges[by] = self.grudges.get(by, 0) + PPM

    def copy(self) -> "Lab":
        """Copy the lab; frozen parts are shared."""
        lab = replace(self)
        lab.depot = self.depot.copy()
        lab.run = None if self.run is None else replace(self.run)
        lab.releases = list(self.releases)
        lab.milestones = list(self.milestones)
        lab.loans = list(map(replace, self.loans))
        lab.claims = list(self.claims)
        lab.grudges = dict(self.grudges)
        return lab
