"""Affairs between the founder and the owners: acts, secrets, stories, promises, cases, votes."""

import msgspec
from msgspec.structs import replace

from race.core.ids import Ballot, Firm, Kind, Subject, Terms, Thing
from race.core.words import Sentence
from race.core.world.file import File
from race.core.world.house import House
from race.core.world.tales import Tale


class Act(msgspec.Struct, kw_only=True, gc=False):
    """One diversion: what was taken, on which terms, and how far it is known."""

    id: int
    month: int
    quantity: int
    """What was taken: H100e, people, kW of a site, or 1."""
    terms: Terms
    severity: float
    """f: chip-months away over the carmaker's planned chip-months of the next year (see `Thing`)."""
    idle_share: float
    """W: share of the taken chip-months that could have been powered, 0-1; whoever investigates
    works it out anew."""
    value_usd: int
    """What it was worth."""
    thing: Thing = Thing.CHIPS
    since: int = 0
    """Month from which it was missing: the chips' delivery date."""
    months: int = 0
    """Months away."""
    ahead: int = 0
    """H100e that had a better claim to the carmaker's power on that date."""
    paid_usd: int = 0
    """What the lab has paid the carmaker for it."""
    rent_usd: int = 0
    """Rent of a month while all of it is out on lease."""
    until: int | None = None
    """Month in which a lease ends."""
    outstanding: int = 0
    """Part of the quantity not yet given back."""
    insiders: int = 0
    """People who know, while it is secret."""
    published: int | None = None
    """Month the public learned of it; None is a secret."""
    disclosed: bool = False
    """Published by the founder, before anybody else did."""
    justified: bool = False
    denied: bool = False
    refuted: bool = False
    """A denial that documents have since contradicted."""
    repaired: bool = False
    voted: bool = False
    """Approved by the holders."""
    plugged: bool = False
    """Whether people were set to keep it secret."""


class Deal(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Chips of the carmaker's for the lab, as put to the owners' vote."""

    source: int
    """Id of an order line or a batch of the carmaker's."""
    quantity: int
    """H100e."""
    terms: Terms


class Lent(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Chips of the lab's that run at the carmaker for a time; their batches carry its id."""

    id: int
    quantity: int
    """H100e."""
    until: int
    """Month in which they go home."""


class Demand(msgspec.Struct, kw_only=True, gc=False):
    """Holders who ask to read the carmaker's books and records: a step between a letter and a suit."""

    id: int
    made: int
    answer: int
    """Month in which they are let in."""
    found: int | None = None
    """What they found that nobody knew, counted; None before they are let in."""


class Inquiry(msgspec.Struct, kw_only=True, gc=False):
    """The authority's inquiry into what the lab does with the drivers' records."""

    id: int
    opened: int
    answer: int
    """Month in which it ends."""
    fine_usd: int | None = None
    """What it cost; None while it is open."""


class Delay(msgspec.Struct, kw_only=True, gc=False):
    """A site of the carmaker's own that the founder put off: a line in a file that a court can open."""

    id: int
    month: int
    site: int
    months: int
    """Months it was put off by."""
    found: bool = False
    """Whether the files have shown it."""


class Story(msgspec.Struct, kw_only=True, gc=False):
    """News the holders hear over ten weeks, at once or from each other."""

    id: int
    label: Sentence
    """The cause as it stands on the trust receipt."""
    week: int
    """Week of publication, counted from the start of the game."""
    salience: float
    """How loud it is, 0-1; halves every eight weeks."""
    effect: tuple[int, ...]
    """Change of trust per kind of holder, ppm, before it is weighed by their trust."""
    memory: float
    """q: share of the effect that moves the prior too, 0-1."""
    price_ppm: int = 0
    """Change of the share price on publication, ppm."""
    act: int | None = None
    bad_conduct: bool = False
    """Whether holders write letters about it."""


class Promise(msgspec.Struct, kw_only=True, gc=False):
    """A public statement with a number and a date."""

    id: int
    made: int
    subject: Subject
    quantity: int
    due: int
    claim: float
    """How much it claims, 0-1; moves trust and price on the day, and weighs at the end."""
    kept: bool | None = None
    """None while it is open."""
    printed: int | None = None
    """Month in which the press printed that the books rule it out."""


class Case(msgspec.Struct, kw_only=True, gc=False):
    """A derivative suit; later suits on the same facts are joined to the first."""

    id: int
    act: int
    filed: int
    suits: int = 1
    """Complaints joined in it."""
    discovery: int = 0
    """Month discovery opens the files."""
    decision: int = 0
    """Month the court decides."""
    settled: bool = False
    testimony: int = 0
    """What the house's people have said for the holders (negative: for the founder), ppm of seen."""
    decided: bool | None = None
    """True for the holders, False for the founder, None while it is open."""


class KindVotes(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How one kind of holder voted, in shares; the four parts are all it could vote."""

    kind: Kind | None
    """None is the founder's stake."""
    votes_for: int
    votes_against: int
    abstained: int
    absent: int
    """Stayed away, or had no vote on this question."""


class VoteResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a meeting decided; for, against, abstain and absent in shares."""

    month: int
    ballot: Ballot
    votes_for: int
    votes_against: int
    abstained: int
    outstanding: int
    adviser_against: bool
    passed: bool
    amount_usd: int = 0
    by_kind: tuple[KindVotes, ...] = ()
    """Who voted how: sums to the figures above and, with the absent, to all shares."""

    def support_ppm(self) -> int:
        """Return for / (for + against + abstain) in ppm of the votes cast."""
        return 1_000_000 * self.votes_for // max(1, self.votes_for + self.votes_against + self.abstained)

    def of_outstanding_ppm(self) -> int:
        """Return for / shares outstanding in ppm."""
        return 1_000_000 * self.votes_for // max(1, self.outstanding)

    def turnout_ppm(self) -> int:
        """Return the votes present over shares outstanding in ppm."""
        present = self.votes_for + self.votes_against + self.abstained
        return 1_000_000 * present // max(1, self.outstanding)


class Affairs(msgspec.Struct, kw_only=True):
    """Everything between the founder and the carmaker's owners."""

    acts: list[Act] = []
    loans: list[Lent] = []
    """Chips lent to the carmaker that are still there."""
    delays: list[Delay] = []
    last_license: int = -24
    """Month the lab last licensed a release to the carmaker."""
    stories: list[Story] = []
    """Live stories, at most ten weeks old."""
    promises: list[Promise] = []
    cases: list[Case] = []
    votes: list[VoteResult] = []
    agenda: dict[Ballot, int] = {}
    """Questions for the next meeting with their amounts in dollars."""
    deal: Deal | None = None
    """What the question about chips on the agenda is about."""
    approved: Deal | None = None
    """What the owners have approved and nobody has carried out yet."""
    probes: dict[Firm, int] = {}
    """Rivals that people are looking into, each with the last month of it."""
    courted: list[int] = []
    """Months in which some kind of holders was seen in private."""
    demands: list[Demand] = []
    inquiries: list[Inquiry] = []
    letters: int = 0
    """Letters written so far."""
    last_letter: int = -12
    """Month of the last one."""
    complaints: int = 0
    """Suits filed so far, joined or not."""
    last_complaint: int = -12
    injunction: bool = False
    injunction_since: int = -1
    director: bool = False
    sharing_policy: bool = False
    limits: bool = False
    """The holders have voted limits on related deals."""
    removed: bool = False
    """The founder has lost control of the carmaker."""
    tales: list[Tale] = []
    """Questions of the house, in the order they came up; the last may wait for an answer."""
    house: House = msgspec.field(default_factory=House)
    """The house's people and what they remember."""
    file: File = msgspec.field(default_factory=File)
    burden: int = 0
    """What answers add to the founder's attention in the coming month, points (negative: they take it)."""
    investigated: Firm | None = None
    """Whom the press is looking into this month."""
    investigation_ppm: int = 1_000_000
    """How much likelier leaks are there, ppm of the usual."""

    def copy(self) -> "Affairs":
        """Copy the affairs; stories, votes and other frozen parts are shared."""
        affairs = replace(self)
        affairs.acts = list(map(replace, self.acts))
        affairs.loans = list(self.loans)
        affairs.delays = list(map(replace, self.delays))
        affairs.stories = list(self.stories)
        affairs.promises = list(map(replace, self.promises))
        affairs.cases = list(map(replace, self.cases))
        affairs.votes = list(self.votes)
        affairs.tales = list(map(replace, self.tales))
        affairs.house = self.house.copy()
        affairs.file = self.file.copy()
        affairs.agenda = dict(self.agenda)
        affairs.demands = list(map(replace, self.demands))
        affairs.inquiries = list(map(replace, self.inquiries))
        affairs.probes = dict(self.probes)
        affairs.courted = list(self.courted)
        return affairs
