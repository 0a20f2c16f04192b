"""The position of a game: the month, the companies, the market, the owners, and the fixed setting."""

from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from race.core.ids import Ending, Firm, Outside
from race.core.receipts import Account, Receipt
from race.core.rulebook import Rulebook
from race.core.words import Sentence
from race.core.world.affairs import Affairs
from race.core.world.carmaker import Carmaker
from race.core.world.chips import Depot, OrderLine
from race.core.world.holders import Holders
from race.core.world.lab import Lab

_CASH: Final = Account.CASH
_TESLA: Final = Firm.TESLA


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What a scenario fixes for the whole game; index 0 of every path is December 2023."""

    scenario: str
    months: int
    """Turns; the game ends at the end of this month index."""
    supply: tuple[int, ...]
    """All makers who sell to everybody, outside China, H100e a month."""
    chipmaker_supply: tuple[int, ...]
    """The chipmaker's own part of it."""
    chip_price_usd: tuple[int, ...]
    """Manufacturer's price per H100e."""
    own_supply: tuple[int, ...]
    """Chips made to one lab's own design, outside the queue, H100e a month."""
    meetings: tuple[int, ...]
    """Months with an annual meeting."""
    resolutions: dict[str, tuple[str, ...]] = {}
    """Scheduled questions by meeting month (as text), for example {"6": ["pay", "domicile"]}."""


class Standing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One line of the published league table."""

    firm: Firm
    elo_published: float
    """Score of the best release."""
    released: int
    """Month of that release."""
    error_sd: float = 0.0
    """What the score may still be wrong by, Elo (one standard deviation)."""
    evidence: int = 0
    """Months of votes behind it."""


class Market(msgspec.Struct, kw_only=True):
    """The chip market and the league as everybody can read them."""

    lines: list[OrderLine] = []
    """The chipmaker's book for our companies."""
    backlog: int = 0
    """H100e the rest of the world has booked and not received."""
    phantom: int = 0
    """Part of that backlog that is over-ordering and will be cancelled as waits shorten."""
    weights: dict[Firm, int] = {}
    """How the chipmaker weighs its buyers, ppm of the usual care."""
    relation: dict[Firm, int] = {}
    """How the chipmaker likes its buyers, 0 to 1,000,000; it remembers."""
    chips_made: int = 0
    """H100e our companies have had at an address so far, the opening fleets included."""
    chips_scrapped: int = 0
    """H100e of them that have failed and are gone."""
    rental_cents: int = 400
    """Cloud price of an H100e for an hour, US cents."""
    chip_mark_usd: int = 0
    """Price of a chip that investors reckon with; it follows the makers' price slowly."""
    consumers_k: int = 0
    """Weekly users of all services, thousands."""
    leader: Firm | None = None
    """League leader by published score."""
    margin_leader: Firm | None = None
    """Leader who led by the margin when last counted."""
    leader_changes: int = 0
    """Cumulative, on published scores, raw."""
    margin_changes: int = 0
    """Cumulative, counted with the margin."""
    regulated: bool = False
    """Whether a limit on dangerous releases is in force."""
    catastrophe: bool = False

    def copy(self) -> "Market":
        """Copy the market with its book."""
        market = replace(self)
        market.lines = list(map(replace, self.lines))
        market.weights = dict(self.weights)
        market.relation = dict(self.relation)
        return market


class People(msgspec.Struct, kw_only=True, gc=False):
    """Researchers of the field who are at no lab, and the counts that keep them conserved.

    Labs' researchers + carmaker's + looking + left = start + newcomers, always.
    """

    looking: int = 0
    """Researchers in the open market."""
    left: int = 0
    """Researchers who have left the field since the start."""
    newcomers: int = 0
    """Researchers who have entered it since the start."""
    first_day: int = 0
    """Researchers on the first day, everywhere."""
    from_carmaker: int = 0
    """Researchers who have moved from the carmaker to the founder's lab."""


class World(msgspec.Struct, kw_only=True):
    """Everything that is true at the end of `month`."""

    month: int
    rules: Rulebook
    setting: Setting
    labs: dict[Firm, Lab]
    """In the order of `race.core.ids.LABS`."""
    carmaker: Carmaker
    holders: Holders
    market: Market
    affairs: Affairs
    people: People = msgspec.field(default_factory=People)
    next_id: int = 1
    ending: Ending | None = None
    receipts: list[Receipt] = []
    """This month's."""
    writes: bool = True
    """Whether receipts are written; in futures that are only imagined nobody reads them."""
    ledger: dict[Outside, int] = {}
    """What each party outside the companies has received from them (negative: paid), whole dollars."""
    gaps: list[float] = []
    """True Elo gap of the founder's lab to the best other lab, end of each month so far."""

    def new_id(self) -> int:
        """Take the next id; ids are unique over lines, batches, sites, acts, promises and cases."""
        taken = self.next_id
        self.next_id += 1
        return taken

    def depot_of(self, firm: Firm) -> Depot:
        """Return the depot of a company."""
        return self.carmaker.depot if firm is _TESLA else self.labs[firm].depot

    def post(self, firm: Firm, account: Account, amount: int, cause: Sentence) -> None:
        """Write a receipt: `amount` is what the account changed by (nothing is written for 0)."""
        if amount and self.writes:
            self.receipts.append(Receipt(firm, account, amount, cause))

    def post_all(
        self, firm: Firm, account: Account, amounts: Sequence[int], causes: Sequence[Sentence]
    ) -> None:
        """Write several receipts of one account in their order, each as `post` does."""
        if self.writes:
            self.receipts += [
                Receipt(firm, account, amount, cause)
                for amount, cause in zip(amounts, causes, strict=True)
                if amount
            ]

    def pay(self, firm: Firm, amount: int, cause: Sentence, other: Outside = Outside.OTHERS) -> None:
        """Change a company's cash by `amount` dollars (negative: it pays `other`) and write the receipt."""
        if not amount:
            return
        ledger = self.ledger
        ledger[other] = ledger.get(other, 0) - amount
        company = self.carmaker if firm is _TESLA else self.labs[firm]
        company.cash_usd += amount
        if self.writes:
            self.receipts.append(Receipt(firm, _CASH, amount, cause))

    def pay_all(self, firm: Firm, payments: tuple[tuple[int, Sentence, Outside], ...]) -> None:
        """Pay several amounts of one company in their order, each as `pay` does."""
        company = self.carmaker if firm is _TESLA else self.labs[firm]
        ledger, receipts, writes, total = self.ledger, self.receipts, self.writes, 0
        for amount, cause, other in payments:
            if amount:
                ledger[other] = ledger.get(other, 0) - amount
                if writes:
                    receipts.append(Receipt(firm, _CASH, amount, cause))
                total += amount
        company.cash_usd += total

    def money(self) -> int:
        """Return all cash and the other side of every entry, whole dollars: 0, or somebody made money."""
        cash = self.carmaker.cash_usd + sum(self.ledger.values())
        for lab in self.labs.values():
            cash += lab.cash_usd
        return cash

    def copy(self) -> "World":
        """Copy the position for the kitchen; rules and setting are shared."""
        world = replace(self)
        world.labs = {firm: lab.copy() for firm, lab in self.labs.items()}
        world.carmaker = self.carmaker.copy()
        world.holders = self.holders.copy()
        world.market = self.market.copy()
        world.affairs = self.affairs.copy()
        world.people = replace(self.people)
        world.receipts = []
        world.ledger = dict(self.ledger)
        world.gaps = list(self.gaps)
        return world
