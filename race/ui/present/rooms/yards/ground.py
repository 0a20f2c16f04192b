"""The whole ground: both companies' yards side by side, and what the other labs build."""

from dataclasses import dataclass

from race.core.formulas.race.chips import capacity_kw
from race.core.ids import Firm
from race.core.words import kw, percent
from race.session.heard.chipmaker import weighing
from race.session.session import Session
from race.speech import _, name
from race.speech import quantity as write
from race.ui.present.rooms.yards.lots import Lot, lots, side
from race.ui.present.rooms.yards.plots import Neighbour, Plot, neighbours, plots


@dataclass(frozen=True, slots=True)
class Yard:
    """One company's ground: side, name, its power in words, the chipmaker's weight, lots, plots."""

    side: str
    name: str
    power: str
    weight: str
    lots: tuple[Lot, ...]
    plots: tuple[Plot, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """The carmaker's and the lab's yard, and the neighbours' sites under way.

    `others` names these; `nothing` is what stands on an empty road.
    """

    yards: tuple[Yard, Yard]
    neighbours: tuple[Neighbour, ...]
    others: str
    nothing: str

    @staticmethod
    def scale(unit_kw: int) -> str:
        """Return what one square of the plan is, in words."""
        return _("a square is {power}").format(power=write(kw(unit_kw)))


def ground(session: Session) -> Ground:
    """Return the ground as it stands."""
    view = session.view()
    coming = lots(view)
    yards = tuple(_yard(session, firm, coming) for firm in (Firm.TESLA, Firm.XAI))
    return Ground((yards[0], yards[1]), neighbours(view), _("Others build"), _("Nothing is on the way."))


def _yard(session: Session, firm: Firm, coming: tuple[Lot, ...]) -> Yard:
    view, here = session.view(), side(firm)
    depot = view.carmaker.depot if firm is Firm.TESLA else view.own.depot
    stand = plots(view, firm)
    used = sum(plot.own_kw + plot.other_kw for plot in stand if plot.kind == "site")
    return Yard(
        side=here,
        name=name(firm),
        power=_("{used} of {all} in use").format(
            used=write(kw(used)), all=write(kw(capacity_kw(depot, view.board.month)))
        ),
        weight=_("Chipmaker {part}").format(part=write(percent(weighing(session, firm).weight))),
        lots=tuple(lot for lot in coming if lot.owner == here),
        plots=stand,
    )
