"""The carmaker's management: books the planned chips quarter by quarter, and builds by the book.

The founder sets the budget; management sees to it that each quarter's four crates are in the
chipmaker's book in time, and that sites are begun before the plan needs their power.
"""

from math import fsum

from race.core.chance import Stream
from race.core.commands import BuildSite, Command, OrderChips
from race.core.formulas.race.chips import (
    CRATE_MONTHS,
    planned_fleet,
    planned_share,
    quarter_flow,
)
from race.core.ids import PPM, Firm
from race.core.view import CarmakerView, View


class ManagementPolicy:
    """Book the next quarter's crates as soon as the lead time reaches into it."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the orders for the next quarter that is within reach, if it is not booked yet."""
        del luck  # a routine
        if not isinstance(view, CarmakerView):
            message = "the carmaker's management needs the carmaker's view"
            raise TypeError(message)
        return (*self._book(view), *self._build(view))

    def _book(self, view: CarmakerView) -> tuple[Command, ...]:
        board, carmaker = view.board, view.carmaker
        quarter = carmaker.booked_until + 3
        reach = board.month + 1 + int(board.lead_months + 0.5)
        if reach < quarter or quarter > board.setting.months:
            return ()
        share = planned_share(board.rules, quarter) * carmaker.chip_budget // PPM
        crate = quarter_flow(board.setting, quarter, share) // 4
        return tuple(
            OrderChips(
                company=Firm.TESLA, generation=board.generation, quantity=crate, not_before=quarter + later
            )
            for later in CRATE_MONTHS
        )

    def _build(self, view: CarmakerView) -> tuple[Command, ...]:
        """Build by the book when the plan will need more power than the sites will have."""
        board, carmaker = view.board, view.carmaker
        rules = board.rules
        power = under_way = 0
        for site in carmaker.depot.sites:
            power += site.power_kw
            if site.ready > board.month:
                under_way += 1
        if under_way >= rules.chips.sites_at_once:
            return ()
        soon = min(board.month + rules.founder.site_ahead, len(board.setting.supply) - 1)
        coming = planned_fleet(rules, board.setting, carmaker, board.month, soon) - carmaker.planned_chips
        kw_of = board.kw_of
        needed = fsum([batch.quantity * kw_of[batch.generation] for batch in carmaker.depot.batches])
        needed += coming * board.each_kw
        if needed <= power:
            return ()
        return (BuildSite(company=Firm.TESLA, power_kw=rules.founder.site_step_kw),)
