"""What helps chips without power: a new site in time, one under way, a loan, a cancelled order."""

from collections.abc import Iterator
from math import fsum
from typing import Final

from race.core import commands as c
from race.core.formulas.race.chips import building, capacity_kw
from race.core.ids import Firm
from race.core.view import FounderView
from race.core.words import chips, month
from race.core.world.books import OrderLine
from race.session.briefing import room_for
from race.session.preview.craft_orders import out_tested
from race.session.session import Session
from race.speech import plural
from race.speech import quantity as write
from race.ui.present.orders.lab import chips as chip_orders
from race.ui.present.orders.owners import between
from race.ui.present.standing import unplaced

About = c.Command | type[c.BuildSite]
Advised = tuple[str, str, About | None]
"""Words, the group of orders that they lead to, and the order or the kind of order that they speak of."""

_NEXT: Final = 1
"""Months until what is ordered now begins."""


def of_the_dark(session: Session) -> Iterator[Advised]:
    """Yield what is to be said of the lab's chips that find no power, and by what they would be helped.

    Where no site is begun in time for a last run on it, what else can be done is named, if anything can.
    """
    view = session.view()
    waiting = unplaced(view)
    if waiting > 0:
        yield from _of_stored(session, waiting)
        return
    for line in view.lines:
        missing = line.quantity - room_for(view, line)
        if missing > 0:
            yield from _of_coming(session, line, missing)
            return


def stands(view: FounderView) -> int:
    """Return the month in which the soonest site that the lab could begin now would stand."""
    forced = view.own.may_force and bool(view.board.rules.switches.forced_sites)
    return view.board.month + _NEXT + building(view.board.rules, Firm.XAI, forced=forced)[0]


def helped(view: FounderView, first: int = 0) -> int | None:
    """Return the month, `first` at the soonest, in which there is power for all of the lab's chips by then.

    Counted are the sites under way; None when they do not suffice before a site begun now would stand.
    """
    depot, kw = view.own.depot, view.board.kw_of
    held = fsum(batch.quantity * kw[batch.generation] for batch in depot.batches)
    for at in range(max(first, view.board.month + _NEXT), stands(view) + 1):
        lines = [line for line in view.lines if line.owner is Firm.XAI and line.due <= at]
        need = held + fsum(line.quantity * kw[line.generation] for line in lines)
        if capacity_kw(depot, at) >= need:
            return at
    return None


def _in_time(view: FounderView) -> bool:
    """Return whether a run on a site that is begun now can still be out, tested."""
    return out_tested(view, stands(view)) <= view.board.setting.months


def _of_stored(session: Session, waiting: int) -> Iterator[Advised]:
    view, ready = session.view(), helped(session.view())
    n = write(chips(waiting))
    if ready is not None:
        words = plural(
            "{n} stored chip waits for the site of {date}",
            "{n} stored chips wait for the site of {date}",
            waiting,
        )
        yield words.format(n=n, date=write(month(ready))), "chips", None
        return
    if _in_time(view):
        words = plural(
            "{n} stored chip will find no power next month",
            "{n} stored chips will find no power next month",
            waiting,
        )
        yield words.format(n=n), "chips", c.BuildSite
        return
    lending = [wish for _group, _words, wish in between(view) if isinstance(wish, c.LendChips)]
    for wish in lending:
        if session.why_not(wish) is None:
            words = plural(
                "A site would come too late for {n} stored chip; the carmaker can borrow chips",
                "A site would come too late for {n} stored chips; the carmaker can borrow chips",
                waiting,
            )
            yield words.format(n=n), "between", wish


def _of_coming(session: Session, line: OrderLine, missing: int) -> Iterator[Advised]:
    view = session.view()
    n, date = write(chips(missing)), write(month(line.due))
    if helped(view, line.due) is not None:
        return
    if _in_time(view):
        words = plural(
            "{n} chip of {date} will find no power", "{n} chips of {date} will find no power", missing
        )
        yield words.format(n=n, date=date), "chips", c.BuildSite
        return
    struck = [wish for _group, _words, wish in chip_orders(view) if isinstance(wish, c.CancelOrder)]
    for wish in struck:
        if wish.line == line.id and session.why_not(wish) is None:
            words = plural(
                "A site would come too late for {n} chip of {date}; the order can be cancelled",
                "A site would come too late for {n} chips of {date}; the order can be cancelled",
                missing,
            )
            yield words.format(n=n, date=date), "chips", wish
