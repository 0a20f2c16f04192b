"""The whole ground: both companies' yards side by side, and what the other labs build."""

from collections.abc import Iterator
from dataclasses import dataclass

from race.core.commands import BuildSite, Command, OrderChips
from race.core.formulas.race.chips import building, capacity_kw
from race.core.formulas.race.queue import promised_months
from race.core.ids import Firm
from race.core.words import kw, percent
from race.session.heard.chipmaker import quoted, weighing
from race.session.session import Session
from race.speech import _, name
from race.speech import quantity as write
from race.ui.present.league import short_date, short_month
from race.ui.present.rooms.yards.lots import Lot, lots, side
from race.ui.present.rooms.yards.plots import Neighbour, Plot, neighbours, plots
from race.ui.present.rounding import thousands


@dataclass(frozen=True, slots=True)
class Planned:
    """What an order would add: a plot of so much power (kW), or a lot (0 kW), and when it would be there."""

    power_kw: int
    shown: str
    when: str


@dataclass(frozen=True, slots=True)
class Yard:
    """One company's ground: side, name, its power in words, the chipmaker's weight, lots, plots.

    `planned` is what this month's orders, and the one that is looked at, would add.
    """

    side: str
    name: str
    power: str
    weight: str
    lots: tuple[Lot, ...]
    plots: tuple[Plot, ...]
    planned: tuple[Planned, ...]


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
    def scales(unit_kw: int) -> tuple[str, str]:
        """Return what a square of the plots stands for, and the same in short."""
        power = write(kw(unit_kw))
        return _("a square is {power}").format(power=power), power


def ground(session: Session, seen: Command | None = None) -> Ground:
    """Return the ground as it stands, and what the month's orders and `seen` would add."""
    view = session.view()
    coming = lots(view)
    orders = (*session.pending, *([seen] if seen is not None and seen not in session.pending else []))
    yards = tuple(_yard(session, firm, coming, orders) for firm in (Firm.TESLA, Firm.XAI))
    return Ground((yards[0], yards[1]), neighbours(view), _("Others build"), _("Nothing is on the way."))


def _yard(session: Session, firm: Firm, coming: tuple[Lot, ...], orders: tuple[Command, ...]) -> Yard:
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
        weight=_("Priority {part}").format(part=write(percent(weighing(session, firm).weight))),
        lots=tuple(lot for lot in coming if lot.owner == here),
        plots=stand,
        planned=tuple(_planned(session, firm, orders)),
    )


def _planned(session: Session, firm: Firm, orders: tuple[Command, ...]) -> Iterator[Planned]:
    view = quoted(session)
    board, rules = view.board, view.board.rules
    for order in orders:
        match order:
            case BuildSite(company=company) if company is firm:
                months, _cost = building(rules, firm, forced=order.forced)
                when = short_date(board.month + 1 + months)
                yield Planned(order.power_kw, write(kw(order.power_kw)), when)
            case OrderChips(company=company) if company is firm:
                weight = view.carmaker_regard if firm is Firm.TESLA else view.regard
                wait = promised_months(rules, board.lead_months, weight, order.prepaid)
                due = max(board.month + 1 + wait, order.not_before)
                yield Planned(0, thousands(order.quantity), short_month(due))
            case _:
                pass
