"""What a lab may order beyond chips and sites: compute, runs, releases, money, people."""

from collections.abc import Sequence

from race.core import commands as c
from race.core.formulas.race.loans import loan_room
from race.core.ids import PPM, Firm, Seat
from race.core.legality.chips import NOT_A_LAB, afford, chip_refusal_of
from race.core.view import LabView, View
from race.core.words import N_, Sentence, count, elo, month, months, percent, usd

Race = (
    c.OrderChips
    | c.CancelOrder
    | c.BuildSite
    | c.RentCloud
    | c.SplitCompute
    | c.StartRun
    | c.StopRun
    | c.PublishRelease
    | c.RaiseRound
    | c.Borrow
    | c.Hire
    | c.SetPrice
    | c.Lobby
)
"""Commands of the race, the same for every lab."""


def refusal_of(  # noqa: C901, PLR0911 - one line for each command
    view: View, given: Sequence[c.Command], command: Race
) -> Sentence | None:
    """Return why the seat may not give a command of the race, or None."""
    match command:
        case c.OrderChips() | c.CancelOrder() | c.BuildSite() | c.RentCloud():
            return chip_refusal_of(view, given, command)
        case _ if not isinstance(view, LabView):
            return NOT_A_LAB
        case c.SplitCompute():
            return _split(command)
        case c.StartRun() | c.StopRun():
            return _run(view, command)
        case c.PublishRelease():
            return _publish(view, command)
        case c.RaiseRound():
            return _raise(view)
        case c.Borrow():
            return _borrow(view, command)
        case c.Hire():
            return _hire(view, given, command)
        case c.SetPrice():
            return _price(view, command)
        case c.Lobby():
            return _lobby(view, command)


def _split(command: c.SplitCompute) -> Sentence | None:
    parts = (command.training, command.research, command.serving, command.safety)
    if min(parts) < 0 or sum(parts) != PPM:
        return Sentence(
            N_("The four parts must make {whole}; they make {sum}."),
            {"whole": percent(PPM), "sum": percent(sum(parts))},
        )
    return None


def _run(view: LabView, command: c.StartRun | c.StopRun) -> Sentence | None:
    run = view.own.run
    if isinstance(command, c.StopRun):
        return None if run is not None else Sentence(N_("No training run is under way."))
    if run is not None:
        return Sentence(
            N_("A training run is under way until {end}."), {"end": month(run.started + run.months)}
        )
    longest = view.board.rules.race.run_longest
    if not 1 <= command.months <= longest:
        return Sentence(N_("A run takes 1 to {most}."), {"most": months(longest)})
    if view.own.depot.running() <= 0:
        return Sentence(N_("Nothing computes: no chip has power and none is rented."))
    return None


def _publish(view: LabView, command: c.PublishRelease) -> Sentence | None:
    candidate, rules, now = view.own.candidate, view.board.rules.race, view.board.month + 1
    if candidate is None:
        return Sentence(N_("No finished run waits for release."))
    ready = candidate.finished + rules.test_months
    if command.tested and ready >= now:
        return Sentence(
            N_("Safety tests are done in {ready}; release then, or without them."),
            {"ready": month(ready + 1)},
        )
    if view.board.regulated and not command.tested and candidate.elo > rules.threshold_elo:
        return Sentence(
            N_("Above {limit} the law wants safety tests before a release."),
            {"limit": elo(rules.threshold_elo)},
        )
    return None


def _raise(view: LabView) -> Sentence | None:
    if not view.own.sells_equity:
        return Sentence(N_("This lab belongs to its parent, which sells no part of it."))
    rules = view.board.rules.money
    ready = view.own.last_round + rules.round_wait
    if view.board.month + 1 < ready:
        return Sentence(
            N_("Investors want results first: the next round can close in {ready}."), {"ready": month(ready)}
        )
    if view.own.founder_ppm <= rules.founder_least * PPM:
        return Sentence(
            N_("The first owners hold {part} of the lab and sell no more of it."),
            {"part": percent(view.own.founder_ppm)},
        )
    return None


def _borrow(view: LabView, command: c.Borrow) -> Sentence | None:
    if not view.own.sells_equity:
        return Sentence(N_("This lab belongs to its parent, which borrows for it."))
    rules = view.board.rules.money
    room = loan_room(rules, view.own, view.board.chip_price_usd)
    if room < rules.loan_least_usd:
        return Sentence(
            N_("Banks lend {part} of what the lab's own chips cost new; {owed} is owed on them already."),
            {"part": percent(int(rules.loan_part * PPM)), "owed": usd(view.own.owed_usd())},
        )
    if rules.loan_least_usd <= command.amount_usd <= room:
        return None
    return Sentence(
        N_("Banks lend {least} to {most} on the lab's chips."),
        {"least": usd(rules.loan_least_usd), "most": usd(room)},
    )


def _hire(view: LabView, given: Sequence[c.Command], command: c.Hire) -> Sentence | None:
    most = view.board.rules.race.hire_limit
    asked = command.researchers + sum(other.researchers for other in given if isinstance(other, c.Hire))
    if not command.researchers >= 1 or asked > most:
        return Sentence(N_("A lab can hire {most} researchers a month."), {"most": count(most)})
    if command.source is view.firm:
        return Sentence(N_("These people work here already."))
    if command.source is Firm.TESLA and view.seat is not Seat.FOUNDER:
        return Sentence(N_("Only the founder can move people out of the carmaker."))
    return afford(view, given, command)


def _price(view: LabView, command: c.SetPrice) -> Sentence | None:
    rules = view.board.rules.money
    if rules.price_lowest <= command.level <= rules.price_highest:
        return None
    return Sentence(
        N_("The price goes from {low} to {high} of the usual."),
        {"low": percent(rules.price_lowest), "high": percent(rules.price_highest)},
    )


def _lobby(view: LabView, command: c.Lobby) -> Sentence | None:
    if command.target in (view.firm, Firm.TESLA):
        return Sentence(N_("Complain about a rival lab."))
    return None
