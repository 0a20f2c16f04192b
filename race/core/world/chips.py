"""Chips are things with an address: order lines, batches on a floor or in a warehouse, sites."""

import msgspec
from msgspec.structs import replace

from race.core.ids import Firm, Generation


class OrderLine(msgspec.Struct, kw_only=True, gc=False):
    """Chips that are booked and not yet delivered."""

    id: int
    payer: Firm
    """Who booked and pays."""
    owner: Firm
    """Whose dock they go to; differs from the payer after a diversion."""
    generation: Generation
    quantity: int
    """H100e still to come."""
    unit_price_usd: int
    booked: int
    due: int
    """Month the chipmaker promised."""
    deposit_usd: int = 0
    """Paid at booking; the rest is due on delivery."""
    act: int | None = None
    """The diversion that redirected the line, if any."""
    leased: bool = False
    """Whether the chips stay the carmaker's when they come to the lab."""


class Batch(msgspec.Struct, kw_only=True, gc=False):
    """Chips that were delivered, at one address."""

    id: int
    payer: Firm
    generation: Generation
    quantity: int
    arrived: int
    site: int | None = None
    """Id of the site where they run; None is the warehouse, where they compute nothing."""
    act: int | None = None
    """The diversion that brought them, or the loan."""
    born: int | None = None
    """Month they were delivered new; None is the month they arrived here."""
    leased: bool = False
    """Whether they belong to the other company: on lease at the lab, on loan at the carmaker."""

    def split_off(self, number: int, quantity: int, month: int) -> "Batch":
        """Take `quantity` H100e out and return them as batch `number`, at another address from `month` on.

        They keep payer and age, lie in a warehouse, and belong to no act; nothing removes a batch
        that is empty afterwards.

        >>> batch = Batch(id=1, payer=Firm.TESLA, generation=Generation.H100, quantity=50, arrived=3, site=9)
        >>> moved = batch.split_off(2, 20, 5)
        >>> batch.quantity, moved.quantity, moved.arrived, moved.born, moved.site
        (30, 20, 5, 3, None)
        """
        self.quantity -= quantity
        return Batch(
            id=number,
            payer=self.payer,
            generation=self.generation,
            quantity=quantity,
            arrived=month,
            born=self.arrived if self.born is None else self.born,
        )


class Site(msgspec.Struct, kw_only=True, gc=False):
    """A building with power; it takes chips from the month it is ready."""

    id: int
    power_kw: int
    started: int
    ready: int
    forced: bool = False
    papers: int = 0
    """Month the last permit is in hand; a forced site may run before."""
    watched: int = 0
    """Month until which the authorities look closely, after a complaint."""
    hosted: bool = False
    """A partner's halls, paid by the month; they grow by what the partner opens."""
    cost_usd: int = 0
    delayed: int = 0
    """Months by which its own company put it off on purpose."""
    act: int | None = None
    """The diversion that brought it to the lab, if any."""
    opened: int = 0
    """For a diverted site, the month it was ready, or planned to be, at the carmaker."""


class Depot(msgspec.Struct, kw_only=True):
    """Everything with an address that one company uses: floor, warehouse, sites, rented cloud."""

    batches: list[Batch] = []
    sites: list[Site] = []
    rented: int = 0
    """Standing rental of cloud compute, H100e."""
    worn: int = 0
    """Wear that has not yet made a whole chip fail, millionths of a chip."""

    def chips(self) -> int:
        """Return the H100e at this company's addresses, powered or not."""
        there = 0
        for batch in self.batches:  # a plain loop: every law and policy asks, of few batches
            there += batch.quantity
        return there

    def powered(self) -> int:
        """Return the H100e of its own that are powered and in use."""
        there = 0
        for batch in self.batches:
            if batch.site is not None:
                there += batch.quantity
        return there

    def running(self) -> int:
        """Return the H100e that compute: powered and rented."""
        there = self.rented
        for batch in self.batches:
            if batch.site is not None:
                there += batch.quantity
        return there

    def copy(self) -> "Depot":
        """Copy the depot with its batches and sites."""
        return Depot(
            batches=list(map(replace, self.batches)),
            sites=list(map(replace, self.sites)),
            rented=self.rented,
            worn=self.worn,
        )
