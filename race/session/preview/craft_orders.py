"""Previews of what a lab makes and says: compute, runs, releases, people, pay, claims."""

from collections.abc import Callable
from math import ceil
from typing import Final, cast

from msgspec.structs import replace

from race.core import commands as c
from race.core.exact import log
from race.core.formulas.race.claims import credibility_ppm, judged
from race.core.formulas.race.money import pay_of_month, round_usd
from race.core.formulas.race.people import quit_hazard
from race.core.formulas.race.quality import LN2, error_left, flatten, flop_of_month, people_gain, raw_quality
from race.core.ids import PPM, Claim, Firm
from race.core.view import FounderView
from race.core.words import N_, Sentence, count, elo, month, percent, usd
from race.core.words import flop as flop_of
from race.core.world import Said
from race.session.preview.effect import AT_THE_END, EIGHT_IN_TEN, Effect, Preview


def _split(view: FounderView, command: c.Command) -> Preview:
    split, own = cast("c.SplitCompute", command), view.own.split
    parts = (
        (N_("Training"), own.training, split.training),
        (N_("Research"), own.research, split.research),
        (N_("Users"), own.serving, split.serving),
        (N_("Safety"), own.safety, split.safety),
    )
    return Preview(
        line=Sentence(N_("Stands until you change it; what one gains another starves.")),
        effects=tuple(
            Effect(label=label, value=percent(before), then=percent(after)) for label, before, after in parts
        ),
    )


def _start(view: FounderView, command: c.Command) -> Preview:
    start, rules = cast("c.StartRun", command), view.board.rules.race
    each = flop_of_month(rules, view.own.depot.running(), view.own.split.training)
    length, flop = planned(each, start.months, start.target_flop)
    done = view.board.month + length + rules.test_months
    low, high = expected_quality(view, flop, done)
    line = Sentence(N_("On today's compute, tested and out in {date}."), {"date": month(done)})
    return Preview(
        line=line,
        effects=(
            Effect(label=N_("Quality, eight in ten"), value=elo(low), high=elo(high), good=1),
            Effect(label=N_("Your best now"), value=elo(view.own.published())),
            Effect(label=N_("Training compute"), value=flop_of(flop), good=1),
            Effect(label=N_("Chance to fail"), value=percent(_risk(view, length)), good=-1),
        ),
    )


def planned(each: float, months_most: int, target: float) -> tuple[int, float]:
    """Return the months a run takes and the FLOP it spends, at `each` FLOP a month.

    >>> planned(1e25, 4, 0.0), planned(1e25, 4, 1.5e25), planned(1e25, 4, 9e25)
    ((4, 4e+25), (2, 2e+25), (4, 4e+25))
    """
    if not 0.0 < target < each * months_most:
        return months_most, each * months_most
    length = max(1, ceil(target / each))
    return length, each * length


def _risk(view: FounderView, length: int) -> int:
    """Return the chance that a run of some months fails, wholly or in part, ppm."""
    rules = view.board.rules
    return int(
        PPM - PPM * (1.0 - rules.race.failure * rules.trait.failure * rules.switches.run_failure) ** length
    )


def _extend(view: FounderView, command: c.Command) -> Preview:
    more, run, rules = cast("c.ExtendRun", command), view.own.run, view.board.rules.race
    if run is None:
        return Preview(line=AT_THE_END)
    each = flop_of_month(rules, view.own.depot.running(), view.own.split.training)
    end = run.started + run.months - 1
    left = max(0, end - view.board.month)
    now = expected_quality(view, run.flop + left * each, end + rules.test_months)
    then = expected_quality(
        view, run.flop + (left + more.months) * each, end + more.months + rules.test_months
    )
    return Preview(
        line=Sentence(
            N_("Trains until {end}; the others' method does not wait."), {"end": month(end + more.months)}
        ),
        effects=(
            Effect(label=N_("Quality as planned"), value=elo(now[0]), high=elo(now[1])),
            Effect(label=N_("Quality, eight in ten"), value=elo(then[0]), high=elo(then[1]), good=1),
            Effect(label=N_("Chance to fail"), value=percent(_risk(view, left + more.months)), good=-1),
        ),
    )


def expected_quality(view: FounderView, flop: float, at: int) -> tuple[float, float]:
    """Return the range of true quality of a run released in month `at`, eight outcomes in ten, Elo."""
    rules = view.board.rules.race
    swing = EIGHT_IN_TEN * rules.luck_sd
    low, high = (
        flatten(rules, raw_quality(rules, flop, at, view.own.recipe, luck)) for luck in (-swing, swing)
    )
    return low, high


def _stop(view: FounderView, command: c.Command) -> Preview:
    del command
    run = view.own.run
    low, high = expected_quality(view, max(1.0, run.flop if run else 0.0), view.board.month + 1)
    return Preview(
        line=Sentence(N_("The run ends with what it has learned so far.")),
        effects=(Effect(label=N_("Quality, eight in ten"), value=elo(low), high=elo(high)),),
    )


def _publish(view: FounderView, command: c.Command) -> Preview:
    release, candidate = cast("c.PublishRelease", command), view.own.candidate
    if candidate is None:
        return Preview(line=AT_THE_END)
    gain = candidate.elo - view.own.published()
    league = view.board.league
    rank = 1 + sum(line.elo_published > candidate.elo for line in league if line.firm is not view.firm)
    effects = [
        Effect(label=N_("Its score"), value=elo(candidate.elo), good=1 if gain > 0 else -1),
        Effect(label=N_("Against your best"), value=elo(gain), good=1 if gain > 0 else -1, moves=True),
        Effect(label=N_("Place"), value=count(rank), good=1),
        *_behind(view, candidate.elo),
        Effect(label=N_("Rivals it alarms"), value=count(_alarmed(view, candidate.elo)), good=-1),
    ]
    risk = () if release.tested else (Sentence(N_("Untested: risk builds up, and an incident is yours.")),)
    return Preview(
        line=Sentence(
            N_("The published score may be off by {error}; each month's votes show more of the truth."),
            {"error": elo(error_left(view.board.rules, 0))},
        ),
        effects=tuple(effects),
        warnings=risk,
    )


def _behind(view: FounderView, score: float) -> tuple[Effect, ...]:
    """Return how far a score is behind the best of the others, if it is."""
    best = max([line.elo_published for line in view.board.league if line.firm is not view.firm], default=0.0)
    return (Effect(label=N_("Behind the first"), value=elo(best - score), good=-1),) if best > score else ()


def _alarmed(view: FounderView, score: float) -> int:
    """Return how many rivals would be alarmed by such a score, who are not by today's best."""
    league, rules = view.board.league, view.board.rules.race
    best = max([line.elo_published for line in league], default=0.0)
    gaps = [line.elo_published + rules.pressed_gap for line in league if line.firm is not view.firm]
    return sum([best < gap <= score for gap in gaps])


def _hire(view: FounderView, command: c.Command) -> Preview:
    hire, rules = cast("c.Hire", command), view.board.rules
    carried = hire.source is not None and rules.switches.diffusion
    gain = people_gain(rules.race, view.own, hire.researchers) if carried else 0.0
    pay = pay_of_month(rules.money, hire.researchers, view.own.pay_level)
    warnings: tuple[Sentence, ...] = ()
    if hire.source is Firm.TESLA:
        warnings = (Sentence(N_("The carmaker's autonomy loses them; suits will mention it.")),)
    elif hire.source is not None:
        warnings = (Sentence(N_("Raids are remembered.")),)
    return Preview(
        line=Sentence(N_("People from elsewhere bring method; beginners bring hands.")),
        effects=(
            Effect(label=N_("Recipe, at most"), value=elo(gain), good=1),
            Effect(label=N_("Where the recipe goes"), value=elo(_goal_moved(view, hire.researchers)), good=1),
            Effect(label=N_("Wages a month"), value=usd(pay), good=-1),
        ),
        warnings=warnings,
    )


def _goal_moved(view: FounderView, people: int) -> float:
    """Return what people of ordinary skill who join move the goal of the recipe by, Elo."""
    rules, own = view.board.rules, view.own
    if not rules.switches.talent or people <= 0:
        return 0.0
    more = people * rules.talent.skill_market / max(1, own.researchers * own.skill)
    return rules.talent.recipe_talent * min(rules.talent.talent_most, log(1.0 + more) / LN2)


def _set_pay(view: FounderView, command: c.Command) -> Preview:
    own, rules = view.own, view.board.rules
    level = max(rules.talent.pay_lowest, min(rules.talent.pay_highest, cast("c.SetPay", command).level))
    bill = pay_of_month(rules.money, own.staff, level) - pay_of_month(rules.money, own.staff, own.pay_level)
    draw = rules.talent.draw_pay * (log(level / PPM) - log(own.pay_level / PPM))
    leavers = quit_hazard(rules, draw) / quit_hazard(rules, 0.0)
    return Preview(
        line=Sentence(N_("Pay keeps people, brings more of them, and is paid every month.")),
        effects=(
            Effect(label=N_("Wages a month"), value=usd(bill), good=-1 if bill > 0 else 1),
            Effect(label=N_("Leavers, of today's"), value=percent(int(leavers * PPM)), good=1),
        ),
    )


def _announce(view: FounderView, command: c.Command) -> Preview:
    said, own, rules = cast("c.Announce", command), view.own, view.board.rules
    now = own.depot.running() if said.claim is Claim.FLEET else own.published()
    claim = Said(
        claim=said.claim, quantity=said.quantity, made=view.board.month + 1, due=said.due, before=int(now)
    )
    factor = credibility_ppm(rules, replace(own, claims=[*own.claims, claim])) / credibility_ppm(rules, own)
    more = round_usd(rules.money, int(own.valuation_usd * factor)) - round_usd(rules.money, own.valuation_usd)
    missed = judged(rules.fog, own.credibility, 0.0)
    return Preview(
        line=Sentence(
            N_("Everybody reads it, rivals too; it is checked in {due}."), {"due": month(said.due)}
        ),
        effects=(
            Effect(label=N_("Next round, before that"), value=usd(more), good=1),
            Effect(label=N_("You are believed"), value=percent(own.credibility)),
            Effect(label=N_("You are believed, if you miss it"), value=percent(missed), good=-1),
        ),
    )


CRAFT: Final[dict[type[c.Command], Callable[[FounderView, c.Command], Preview]]] = {
    c.SplitCompute: _split,
    c.StartRun: _start,
    c.ExtendRun: _extend,
    c.StopRun: _stop,
    c.PublishRelease: _publish,
    c.Hire: _hire,
    c.SetPay: _set_pay,
    c.Announce: _announce,
}
"""What each of these commands would do."""
