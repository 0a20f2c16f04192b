"""What a seat may ask for: a closed union of frozen wishes.

A command says what somebody wants and has looked nothing up.
`race.core.legality` judges it, the laws of `race.core.rules` carry it out.
"""

from collections import defaultdict
from typing import Any, Final, TypeVar

import msgspec

from race.core.ids import (
    Ballot,
    Claim,
    Firm,
    Generation,
    Gift,
    Kind,
    Person,
    Seat,
    Stance,
    Subject,
    Terms,
    Thing,
)

_C = TypeVar("_C")
_SEATS: Final = tuple(Seat)


class _Command(msgspec.Struct, frozen=True, tag=True, kw_only=True, gc=False):
    """Carry the name of its kind as a tag, so that a journal can be read back."""


# -- the race: every lab's seat -------------------------------------------------------------------


class OrderChips(_Command, frozen=True):
    """Book `quantity` H100-equivalents of a generation for one of the seat's companies.

    `not_before` is the month they are wanted; the lead time may make it later, never earlier.
    `prepaid` is the part of the price paid at booking beyond the usual deposit, ppm: it buys a
    better place in the queue.
    """

    company: Firm
    generation: Generation
    quantity: int
    not_before: int = 0
    prepaid: int = 0


class CancelOrder(_Command, frozen=True):
    """Cancel `quantity` H100e of one of the seat's own order lines; part of the deposit is lost."""

    line: int
    quantity: int


class BuildSite(_Command, frozen=True):
    """Build a powered site of `power_kw`; forced building is dear and takes months, not years."""

    company: Firm
    power_kw: int
    forced: bool = False


class RentCloud(_Command, frozen=True):
    """Set the standing rental of cloud compute to `quantity` H100-equivalents."""

    quantity: int


class SplitCompute(_Command, frozen=True):
    """Split the lab's running compute, in ppm that sum to one million."""

    training: int
    research: int
    serving: int
    safety: int


class StartRun(_Command, frozen=True):
    """Start a training run planned for `months` months on the compute set apart for training.

    With a target it ends as soon as it has spent `target_flop` FLOP; 0 is no target.
    """

    months: int
    target_flop: float = 0.0


class ExtendRun(_Command, frozen=True):
    """Train `months` months longer than planned; method is dated at release, so long runs age."""

    months: int


class StopRun(_Command, frozen=True):
    """Stop the training run now and keep what it has learned."""


class PublishRelease(_Command, frozen=True):
    """Release the finished candidate, as open weights or not, after safety tests or without."""

    open_weights: bool = False
    tested: bool = True


class RaiseRound(_Command, frozen=True):
    """Sell about a fifth of the lab to investors at the going valuation."""


class Borrow(_Command, frozen=True):
    """Borrow `amount_usd` whole dollars on the lab's own chips; repaid month by month, with interest."""

    amount_usd: int


class Hire(_Command, frozen=True):
    """Hire `researchers`, from the open market or from a named lab (or the carmaker's staff)."""

    researchers: int
    source: Firm | None = None


class SetPay(_Command, frozen=True):
    """Set what the lab pays its people, in ppm of the usual."""

    level: int


class Announce(_Command, frozen=True):
    """Say in public what the lab will have by the month `due`.

    `quantity` is chips running, H100e, or the score of a release, Elo, by the `claim`.
    """

    claim: Claim
    quantity: int
    due: int


class SetPrice(_Command, frozen=True):
    """Set the price of the lab's service, in ppm of the market's usual price."""

    level: int


class Lobby(_Command, frozen=True):
    """Complain to the authorities about a rival's building site: it may stand still for months."""

    target: Firm


# -- the founder of two companies -----------------------------------------------------------------


class Divert(_Command, frozen=True):
    """Send `quantity` H100e of an order line or a batch of the carmaker's to the lab, on `terms`.

    `source` is the id of the line or the batch; ids are unique over both.
    """

    source: int
    quantity: int
    terms: Terms


class DivertThing(_Command, frozen=True):
    """Send something that is no chip from the carmaker to the lab, on `terms`.

    `quantity` is people for researchers and the site's id for a site; data and the channel have none.
    """

    thing: Thing
    terms: Terms
    quantity: int = 1


class GiveBack(_Command, frozen=True):
    """Return what was diverted to the carmaker: `quantity` H100e, or people, or one of the rest."""

    quantity: int
    thing: Thing = Thing.CHIPS


class LendChips(_Command, frozen=True):
    """Lend `quantity` H100e of the lab's own to the carmaker for some months; they run on its sites."""

    quantity: int
    months: int


class LicenseBack(_Command, frozen=True):
    """License the lab's best release to the carmaker, for the usual fee or for nothing."""

    free: bool = False


class DelaySite(_Command, frozen=True):
    """Put off a site of the carmaker's that is being built by some months."""

    site: int
    months: int


class PlanCarmaker(_Command, frozen=True):
    """Set the carmaker's chip budget for coming quarters, in ppm of the planned flow; buy back shares."""

    chip_budget: int
    buy_back_usd: int = 0


class MakePromise(_Command, frozen=True):
    """Promise the holders in public: a subject, a quantity and a date."""

    subject: Subject
    quantity: int
    due: int


class Speak(_Command, frozen=True):
    """Say something in public about a diversion: disclose, justify, deny or apologise."""

    act: int
    stance: Stance


class GiveGift(_Command, frozen=True):
    """Give the owners an independent director, a compute-sharing policy or a settlement."""

    gift: Gift


class CallVote(_Command, frozen=True):
    """Put a question to the next meeting; an investment names its size in whole dollars.

    A deal names `quantity` H100e of an order line or a batch of the carmaker's (by its id) and terms.
    """

    ballot: Ballot
    amount_usd: int = 0
    source: int = 0
    quantity: int = 0
    terms: Terms = Terms.SWAP


class CourtHolders(_Command, frozen=True):
    """See one kind of the carmaker's owners in private: more of them come and vote for some months."""

    kind: Kind


class Probe(_Command, frozen=True):
    """Have people find out about a rival: its fleet and its run are known better for some months."""

    target: Firm


class PlugLeak(_Command, frozen=True):
    """Have people keep a secret diversion secret: it comes out less likely, or at once."""

    act: int


class SellStake(_Command, frozen=True):
    """Sell `shares_ppm` of the carmaker's shares out of the founder's stake, for the lab's cash."""

    shares_ppm: int


class PledgeStake(_Command, frozen=True):
    """Pledge `shares_ppm` more of the carmaker's shares for a loan to the lab; below 0, free so many.

    The loan is drawn up to the lender's part of all that is pledged; what is freed is repaid.
    """

    shares_ppm: int


class SellLab(_Command, frozen=True):
    """Sell the whole lab: to a rival at once, or to the carmaker if its owners vote for it."""

    buyer: Firm


class Answer(_Command, frozen=True):
    """Answer a question of the house: `choice` is the place of the answer, from 0, in the tale's table."""

    tale: str
    choice: int


class Reassure(_Command, frozen=True):
    """Talk to one of the house's people and give your word that it will be different."""

    person: Person


# -- institutions ---------------------------------------------------------------------------------


class ServeBuyers(_Command, frozen=True):
    """Say how the chipmaker weighs its buyers this month, in ppm of the usual care."""

    weights: dict[Firm, int]


class Investigate(_Command, frozen=True):
    """Put reporters on a company this month; leaks there are likelier by `effort_ppm`."""

    subject: Firm
    effort_ppm: int


class WriteLetter(_Command, frozen=True):
    """Write an open letter to the carmaker's board about a published act or a missed promise."""

    about: int


class DemandFiles(_Command, frozen=True):
    """Demand to read the carmaker's books and records."""


class FileSuit(_Command, frozen=True):
    """File a derivative suit on a published act."""

    act: int


class RuleOn(_Command, frozen=True):
    """Decide a case: for the holders (restitution, perhaps an injunction) or for the founder."""

    case: int
    for_holders: bool
    injunction: bool


class MovePeople(_Command, frozen=True):
    """Let `researchers` walk from one lab to another (or out of the field: target None)."""

    source: Firm
    target: Firm | None
    researchers: int


_Chips = OrderChips | CancelOrder | BuildSite | RentCloud | Lobby
_Runs = SplitCompute | StartRun | ExtendRun | StopRun | PublishRelease
_Lab = RaiseRound | Borrow | Hire | SetPay | Announce | SetPrice
_Passing = Divert | DivertThing | GiveBack | LendChips | LicenseBack | DelaySite
_Owners = PlanCarmaker | MakePromise | Speak | GiveGift | CallVote | CourtHolders
_Private = Probe | PlugLeak | SellStake | PledgeStake | SellLab | Answer | Reassure
_Institutions = ServeBuyers | Investigate | WriteLetter | DemandFiles | FileSuit | RuleOn | MovePeople

Command = _Chips | _Runs | _Lab | _Passing | _Owners | _Private | _Institutions


class Orders:
    """Everybody's commands of one month, by seat, in the order they were given."""

    __slots__ = ("_by_kind", "by_seat")

    def __init__(self, by_seat: dict[Seat, tuple[Command, ...]]) -> None:
        """Take the commands of each seat; they are sorted by kind once, for fifteen laws to ask."""
        self.by_seat = by_seat
        by_kind: defaultdict[type, list[Any]] = defaultdict(list)
        for seat in _SEATS:
            if seat in by_seat:
                for command in by_seat[seat]:
                    by_kind[type(command)].append((seat, command))
        self._by_kind = by_kind

    def of(self, kind: type[_C]) -> list[tuple[Seat, _C]]:
        """Return the commands of one kind with their seats, in the order of `Seat`."""
        return self._by_kind[kind]
