"""What a lab may train, release and say, whom it may hire, and the sentence that says why not."""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.ids import PPM, Claim, Firm, Thing
from race.core.legality.chips import Rule
from race.core.view import FounderView, LabView
from race.core.words import N_, Sentence, chips, count, elo, flop, month, months, percent

_TESLA: Final = Firm.TESLA


def _split(view: LabView, given: Sequence[c.Command], command: c.SplitCompute) -> Sentence | None:
    del view, given  # a sum is a sum
    parts = (command.training, command.research, command.serving, command.safety)
    if min(parts) < 0:
        return Sentence(N_("Each of the four parts must be {least} or more."), {"least": percent(0)})
    if sum(parts) != PPM:
        return Sentence(
            N_("The four parts must make {whole}; they make {sum}."),
            {"whole": percent(PPM), "sum": percent(sum(parts))},
        )
    return None


def _stop(view: LabView, given: Sequence[c.Command], command: c.StopRun) -> Sentence | None:
    del given, command  # whatever is under way can be stopped
    return None if view.own.run is not None else Sentence(N_("No training run is under way."))


def _start(view: LabView, given: Sequence[c.Command], command: c.StartRun) -> Sentence | None:
    del given
    under_way, rules = view.own.run, view.board.rules.race
    if under_way is not None:
        return Sentence(
            N_("A training run is under way, until it has spent {target} or {end} comes.")
            if under_way.target_flop > 0.0
            else N_("A training run is under way until {end}."),
            {
                "end": month(under_way.last_month),
                "target": flop(under_way.target_flop),
            },
        )
    if not 1 <= command.months <= rules.run_longest:
        return Sentence(N_("A run takes 1 to {most}."), {"most": months(rules.run_longest)})
    if command.target_flop and not rules.target_least <= command.target_flop <= rules.target_most:
        return Sentence(
            N_("A run aims at {low} to {high} of training compute."),
            {"low": flop(rules.target_least), "high": flop(rules.target_most)},
        )
    if view.running <= 0:
        return Sentence(N_("Nothing computes: no chip has power and none is rented."))
    return None


def _extend(view: LabView, given: Sequence[c.Command], command: c.ExtendRun) -> Sentence | None:
    under_way, longest = view.own.run, view.board.rules.race.run_longest
    if under_way is None:
        return Sentence(N_("No training run is under way."))
    if any(isinstance(other, c.StopRun) for other in given):
        return Sentence(N_("This run is stopped this month; undo that to extend it."))
    left = longest - under_way.months
    if 1 <= command.months <= left:
        return None
    return Sentence(
        N_("This run is planned for {planned} and can be extended by {left}; {most} is the longest."),
        {"planned": months(under_way.months), "left": months(max(0, left)), "most": months(longest)},
    )


def _publish(view: LabView, given: Sequence[c.Command], command: c.PublishRelease) -> Sentence | None:
    del given
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


def hire(view: LabView, given: Sequence[c.Command], command: c.Hire) -> Sentence | None:
    """Return why a lab may not hire, the price left aside, or None."""
    most = view.board.rules.race.hire_limit
    if not command.researchers >= 1 or called((*given, command)) > most:
        return too_many(most, called(given))
    if command.source is view.firm:
        return Sentence(N_("These people work here already."))
    if command.source is _TESLA and not isinstance(view, FounderView):
        return Sentence(N_("Only the founder can move people out of the carmaker."))
    there = _there(view, command.source)
    same = [other for other in given if isinstance(other, c.Hire) and other.source is command.source]
    if there is None or called((*same, command)) <= there:
        return None
    if command.source is None:
        alone = N_("One researcher looks for work in the open market.")
        words = N_("{n} researchers look for work in the open market.")
    else:
        alone = N_("One researcher works at the carmaker.")
        words = N_("{n} researchers work at the carmaker.")
    return Sentence(alone if there == 1 else words, {"n": count(there)})


def too_many(most: int, before: int) -> Sentence:
    """Say how many researchers may be asked in a month, and how many are left when some are asked already."""
    if not before:
        return Sentence(N_("A lab can hire {most} researchers a month."), {"most": count(most)})
    return Sentence(
        N_("A lab can hire {most} researchers a month; asked this month: {asked}, still free: {left}."),
        {"most": count(most), "asked": count(before), "left": count(max(0, most - before))},
    )


def called(given: Sequence[c.Command]) -> int:
    """Return the researchers who are asked to the lab by these orders, wherever they work."""
    return sum(
        other.researchers if isinstance(other, c.Hire) else other.quantity
        for other in given
        if isinstance(other, c.Hire)
        or (isinstance(other, c.DivertThing) and other.thing is Thing.RESEARCHERS)
    )


def _there(view: LabView, source: Firm | None) -> int | None:
    """Return the researchers one can see at a source, or None where one cannot count them."""
    if source is None:
        return view.board.open_people
    return view.carmaker.researchers if source is _TESLA and isinstance(view, FounderView) else None


def _pay(view: LabView, given: Sequence[c.Command], command: c.SetPay) -> Sentence | None:
    del given
    rules = view.board.rules.talent
    if rules.pay_lowest <= command.level <= rules.pay_highest:
        return None
    return Sentence(
        N_("Pay goes from {low} to {high} of the usual."),
        {"low": percent(rules.pay_lowest), "high": percent(rules.pay_highest)},
    )


def _announce(view: LabView, given: Sequence[c.Command], command: c.Announce) -> Sentence | None:
    rules, now = view.board.rules.fog, view.board.month
    first, last = now + rules.claim_nearest, min(now + rules.claim_farthest, view.board.setting.months)
    if first > last:
        return Sentence(
            N_("No claim would fall due before the end in {end}."), {"end": month(view.board.setting.months)}
        )
    if not first <= command.due <= last:
        return Sentence(
            N_("A claim falls due from {first} to {last}."), {"first": month(first), "last": month(last)}
        )
    pending = [said.due for said in view.own.claims if said.claim is command.claim and said.kept is None]
    pending += [
        other.due for other in given if isinstance(other, c.Announce) and other.claim is command.claim
    ]
    if pending:
        return Sentence(
            N_("An earlier claim of that kind is open until {due}."), {"due": month(max(pending))}
        )
    return _sized(view, command)


def _sized(view: LabView, command: c.Announce) -> Sentence | None:
    rules = view.board.rules
    fleet = command.claim is Claim.FLEET
    if fleet:
        low, high = max(1, view.running), rules.fog.claim_fleet_most
    else:
        best = view.own.best()
        low, high = int(best.elo_published) + 1 if best else 1, rules.race.elo_ceiling
    if low <= command.quantity <= high:
        return None
    write = chips if fleet else elo
    return Sentence(
        N_("A claim worth printing goes from {low} to {high}."), {"low": write(low), "high": write(high)}
    )


RULES: Final[dict[type[c.Command], Rule]] = {
    c.SplitCompute: _split,
    c.StartRun: _start,
    c.ExtendRun: _extend,
    c.StopRun: _stop,
    c.PublishRelease: _publish,
    c.SetPay: _pay,
    c.Announce: _announce,
}
"""Commands of a lab's own craft."""
