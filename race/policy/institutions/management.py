"""The carmaker's management: books the planned chips quarter by quarter, and nothing else.

The founder sets the budget; management sees to it that each quarter's four crates are in the
chipmaker's book in time.
"""

from race.core.chance import Stream
from race.core.commands import Command, OrderChips
from race.core.formulas.chips import CRATE_MONTHS, quarter_flow
from race.core.ids import Firm
from race.core.view import CarmakerView, View


class ManagementPolicy:
    """Book the next quarter's crates as soon as the lead time reaches into it."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the orders for the next quarter that is within reach, if it is not booked yet."""
        del luck  # a routine
        if not isinstance(view, CarmakerView):
            message = "the carmaker's management needs the carmaker's view"
            raise TypeError(message)
        board, carmaker = view.board, view.carmaker
        quarter = carmaker.booked_until + 3
        reach = board.month + 1 + int(board.lead_months + 0.5)
        if reach < quarter or quarter > board.setting.months:
            return ()
        crate = quarter_flow(board.setting, quarter, carmaker.chip_share) // 4
        return tuple(
            OrderChips(
                company=Firm.TESLA, generation=board.generation, quantity=crate, not_before=quarter + later
            )
            for later in CRATE_MONTHS
        )
