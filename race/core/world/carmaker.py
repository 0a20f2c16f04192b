"""The carmaker: a public company with an autonomy programme that was promised chips."""

import msgspec
from msgspec.structs import replace

from race.core.world.chips import Depot


class Carmaker(msgspec.Struct, kw_only=True):
    """The public company's whole position."""

    cash_usd: int
    depot: Depot
    shares: int
    """Shares outstanding."""
    price_cents: int
    price_start_cents: int
    sector_ppm: int = 1_000_000
    """The sector's index, 1,000,000 at the start."""
    sector_change_ppm: int = 0
    """This month's move of the index, ppm; the share price follows it."""
    stake_ppm: int = 130_000
    """The founder's share of the company."""
    pledged_ppm: int = 0
    """The part of the company that the founder has pledged; it is in the stake and votes."""
    pledge_usd: int = 0
    """What the founder owes on the pledged shares."""
    margin_call: int | None = None
    """Month in which the lender called; it sells in the next month that is no better."""
    chip_budget: int = 1_000_000
    """Chip budget of coming quarters, ppm of the planned flow."""
    planned_chips: int = 0
    """Fleet the company's public plan has today, H100e: what it would have had nothing been taken."""
    researchers: int = 0
    """Researchers of its autonomy programme."""
    autonomy: int = 0
    """Progress of the autonomy programme, ppm of one milestone."""
    autonomy_reached: int = 0
    """Milestones reached, of four."""
    booked_until: int = 0
    """Last quarter (month index of its first month) whose deliveries are booked."""
    channel: int | None = None
    """Incidents of the lab when last looked at, while the lab's releases run in the cars."""
    cars: int = 0
    """Cars delivered this month."""
    revenue_usd: int = 0
    result_usd: int = 0
    capex_usd: int = 0

    def copy(self) -> "Carmaker":
        """Copy the carmaker with its depot."""
        carmaker = replace(self)
        carmaker.depot = self.depot.copy()
        return carmaker
