"""Previews of what a lab makes and says: compute, runs, releases, people, pay, claims."""

from collections.abc import Sequence
from math import sqrt
from typing import Final, cast

from msgspec.structs import replace

from race.core import commands as c
from race.core.exact import log
from race.core.formulas.race.claims import credibility_ppm, judged
from race.core.formulas.race.money import pay_of_month, round_usd
from race.core.formulas.race.people import quit_hazard
from race.core.formulas.race.quality import (
    LN2,
    error_left,
    flatten,
    flop_of_month,
    people_gain,
    raw_quality,
    unflatten,
)
from race.core.formulas.race.temper import incident_chance, matched_pay
from race.core.ids import PPM, Claim, Firm
from race.core.outcome import YEAR
from race.core.view import FounderView
from race.core.words import N_, Sentence, count, elo, month, months, percent, usd
from race.core.words import flop as flop_of
from race.core.world import Candidate, Said, TrainingRun
from race.session.preview.effect import (
    AT_THE_END,
    EIGHT_IN_TEN,
    Effect,
    Preview,
    Previews,
    sign_of,
    too_late,
)
from race.session.preview.ordered import ordered
from race.session.preview.ranges.compute import computing, recipe_in
from race.session.preview.ranges.split import of_split

_GUESSED: Final = 0.7
"""Error of what one makes of the others' research, doublings (one SD)."""


def _start(view: FounderView, command: c.Command) -> Preview:
    start = cast("c.StartRun", command)
    ends = _ends(view, start)
    dates = [out_tested(view, view.board.month + length) for length, _flop in ends]
    ranges = [expected_quality(view, flop, date) for (_length, flop), date in zip(ends, dates, strict=True)]
    (low, high), (least, most) = span(ranges), sorted(flop for _length, flop in ends)
    words = (
        N_("Stops with the month that reaches it; with the chips on order, tested and out in {date}.")
        if start.target_flop
        else N_("With the chips on order, tested and out in {date}.")
    )
    line = Sentence(words, {"date": month(dates[0])})
    return Preview(
        line=line,
        effects=(
            Effect(label=N_("Quality, 80 % likely"), value=elo(low), high=elo(high), good=1),
            Effect(label=N_("Your best now"), value=elo(view.own.published())),
            Effect(label=N_("Training compute"), value=flop_of(least), high=flop_of(most), good=1),
            Effect(label=N_("Chance to fail"), value=percent(_risk(view, ends[0][0])), good=-1),
            *_decides(view, dates[0]),
        ),
        warnings=_out_in_time(view, view.board.month + ends[0][0]),
    )


def span(ranges: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the least and the most of some ranges; with a target more chips may mean a shorter run.

    >>> span([(3.0, 5.0), (2.0, 4.0)])
    (2.0, 5.0)
    """
    return min(low for low, _high in ranges), max(high for _low, high in ranges)


def _ends(view: FounderView, start: c.StartRun) -> list[tuple[int, float]]:
    """Return months and FLOP of a run, with the chips that are sure to compute and with all on order."""
    length = min(start.months, view.board.rules.race.run_longest)
    return [planned(_trained(view, length, sure=sure), start.target_flop) for sure in (True, False)]


def run_lengths(view: FounderView, start: c.StartRun, given: Sequence[c.Command] = ()) -> tuple[int, int]:
    """Return the fewest and the most months that a run would take after other orders of the month."""
    (most, _flop), (fewest, _more) = _ends(ordered(view, given), start)
    return min(fewest, most), max(fewest, most)


def out_tested(view: FounderView, finished: int) -> int:
    """Return the month in which a run that is finished in one is out: ordered after its tests."""
    return finished + view.board.rules.race.test_months + 1


def _decides(view: FounderView, out: int) -> tuple[Effect, ...]:
    """Return, in the last year, in how many of the months that decide the race a release would be out."""
    end, deciding = view.board.setting.months, view.board.rules.score.final_months
    if end - view.board.month > YEAR:
        return ()
    there = max(0, min(deciding, end - out + 1))
    good = 1 if there == deciding else -1
    return (Effect(label=N_("Deciding months it is out"), value=months(there), good=good),)


def _out_in_time(view: FounderView, finished: int) -> tuple[Sentence, ...]:
    """Warn of a run that ends too late to be released, or to be tested before."""
    end = view.board.setting.months
    if finished < end < out_tested(view, finished):
        words = N_("Tested it would be out after the end in {end}; only untested would it count.")
        return (Sentence(words, {"end": month(end)}),)
    return too_late(view, finished + 1)


def _trained(view: FounderView, length: int, *, sure: bool) -> list[float]:
    """Return the FLOP of each of the next months at today's split, shape (length,)."""
    rules, share, now = view.board.rules.race, view.own.split.training, view.board.month
    return [
        flop_of_month(rules, computing(view, now + month, sure=sure), share) for month in range(1, length + 1)
    ]


def planned(months_flop: Sequence[float], target: float) -> tuple[int, float]:
    """Return the months a run takes and the FLOP it spends, of so many FLOP a month; 0 is no target.

    >>> planned([1e25] * 4, 0.0), planned([1e25] * 4, 1.5e25), planned([1e25] * 4, 9e25)
    ((4, 4e+25), (2, 2e+25), (4, 4e+25))
    """
    total = 0.0
    for length, flop in enumerate(months_flop, start=1):
        total += flop
        if 0.0 < target <= total:
            return length, total
    return len(months_flop), total


def _risk(view: FounderView, length: int) -> int:
    """Return the chance that a run of some months fails, wholly or in part, ppm."""
    rules = view.board.rules
    return int(
        PPM - PPM * (1.0 - rules.race.failure * rules.trait.failure * rules.switches.run_failure) ** length
    )


def _extend(view: FounderView, command: c.Command) -> Preview:
    more, run = cast("c.ExtendRun", command), view.own.run
    if run is None:
        return Preview(line=AT_THE_END)
    left = max(0, run.last_month - view.board.month)
    longer = left + max(0, min(more.months, view.board.rules.race.run_longest - run.months))
    (_until, now), (until, then) = (_going_on(view, run, length) for length in (left, longer))
    ends = view.board.month + until
    return Preview(
        line=Sentence(
            N_("Trains until {end}, tested and out in {date}; the others learn meanwhile."),
            {"end": month(ends), "date": month(out_tested(view, ends))},
        ),
        effects=(
            Effect(label=N_("Quality, 80 % likely"), value=elo(then[0]), high=elo(then[1]), good=1),
            Effect(label=N_("Quality as planned"), value=elo(now[0]), high=elo(now[1])),
            Effect(label=N_("Chance to fail"), value=percent(_risk(view, until)), good=-1),
            *_decides(view, out_tested(view, ends)),
        ),
        warnings=_out_in_time(view, ends),
    )


def _going_on(view: FounderView, run: TrainingRun, left: int) -> tuple[int, tuple[float, float]]:
    """Return the months that a run trains on, of `left`, and its true quality, eight outcomes in ten, Elo.

    A run with a target ends when it is met, however long it was given.
    """
    lacks = max(1.0, run.target_flop - run.flop) if run.target_flop > 0.0 else 0.0
    ends = [planned(_trained(view, left, sure=sure), lacks) for sure in (True, False)]
    found = [
        expected_quality(view, run.flop + flop, out_tested(view, view.board.month + length))
        for length, flop in ends
    ]
    return ends[0][0], span(found)


def expected_quality(view: FounderView, flop: float, at: int) -> tuple[float, float]:
    """Return the range of true quality of a run released in month `at`, eight outcomes in ten, Elo."""
    rules, trait = view.board.rules.race, view.board.rules.trait
    ahead = max(0, at - view.board.month)
    noise = sum((1.0 - rules.recipe_drift) ** (2 * month) for month in range(ahead)) * rules.recipe_noise**2
    noise += (_GUESSED * rules.recipe_doubling * (1.0 - (1.0 - rules.recipe_drift) ** ahead)) ** 2
    swing = EIGHT_IN_TEN * sqrt((rules.luck_sd * trait.luck) ** 2 + noise)
    recipe = recipe_in(view, ahead)
    low, high = (flatten(rules, raw_quality(rules, flop, at, recipe, luck)) for luck in (-swing, swing))
    return low, high


def _stop(view: FounderView, command: c.Command) -> Preview:
    del command
    if (run := view.own.run) is None:
        return Preview(line=AT_THE_END)
    low, high = expected_quality(view, max(1.0, run.flop), view.board.month + 1)
    _until, (least, most) = _going_on(view, run, max(0, run.last_month - view.board.month))
    out = out_tested(view, view.board.month + 1)
    return Preview(
        line=Sentence(
            N_("The run ends with what it has learned so far; tested it is out in {date}."),
            {"date": month(out)},
        ),
        effects=(
            Effect(label=N_("Quality, 80 % likely"), value=elo(low), high=elo(high)),
            Effect(label=N_("Quality as planned"), value=elo(least), high=elo(most)),
            Effect(label=N_("Your best now"), value=elo(view.own.published())),
        ),
    )


def _publish(view: FounderView, command: c.Command) -> Preview:
    release, candidate = cast("c.PublishRelease", command), view.own.candidate
    if candidate is None:
        return Preview(line=AT_THE_END)
    low, high = _scored(view, candidate)
    best = view.own.published()
    good = (low > best) - (high < best)
    worst, first = (_place_of(view, score) for score in (low, high))
    least, most = (_alarmed(view, score) for score in (low, high))
    effects = [
        Effect(label=N_("Its score"), value=elo(low), high=elo(high), good=good),
        Effect(
            label=N_("Against your best"), value=elo(low - best), high=elo(high - best), good=good, moves=True
        ),
        Effect(label=N_("Place"), value=count(first), high=count(worst), good=1),
        *_behind(view, low, high),
        Effect(label=N_("Rivals it alarms"), value=count(least), high=count(most), good=-1),
        *_untested(view, release),
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


def _untested(view: FounderView, release: c.PublishRelease) -> tuple[Effect, ...]:
    """Return what a release without tests makes of the chance of an incident in a month."""
    rules, own, best = view.board.rules, view.own, view.own.best()
    if release.tested or not rules.switches.safety:
        return ()
    opened = best is not None and best.open_weights
    now = incident_chance(rules.race, own.safety_debt, open_weights=opened)
    risk = own.safety_debt + int(rules.race.debt_untested * PPM)
    then = incident_chance(rules.race, risk, open_weights=opened or release.open_weights)
    label = N_("Incident a month")
    return (Effect(label=label, value=percent(round(PPM * now)), then=percent(round(PPM * then)), good=-1),)


def _behind(view: FounderView, low: float, high: float) -> tuple[Effect, ...]:
    """Return how far a score between two ends is behind the best of the others, if it may be."""
    best = max([line.elo_published for line in view.board.league if line.firm is not view.firm], default=0.0)
    if best <= low:
        return ()
    return (
        Effect(label=N_("Behind the first"), value=elo(max(0.0, best - high)), high=elo(best - low), good=-1),
    )


def _scored(view: FounderView, candidate: Candidate) -> tuple[float, float]:
    """Return the range of the score a candidate is published with this month, eight in ten, Elo.

    Until then the method goes on, and what is published is off by an error.
    """
    rules = view.board.rules
    raw = unflatten(rules.race, candidate.elo) + rules.race.elo_year / 12.0
    raw += recipe_in(view, 1) - view.own.recipe
    swing = EIGHT_IN_TEN * sqrt(rules.race.error_sd**2 + rules.race.recipe_noise**2)
    middle = flatten(rules.race, raw)
    return middle - swing, middle + swing


def _place_of(view: FounderView, score: float) -> int:
    """Return the place in the league that a score would take today."""
    return 1 + sum(line.elo_published > score for line in view.board.league if line.firm is not view.firm)


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
    goal = _goal_moved(view, hire.researchers)
    warnings: tuple[Sentence, ...] = ()
    if hire.source is Firm.TESLA:
        warnings = (Sentence(N_("The carmaker's autonomy loses them; suits will mention it.")),)
    elif hire.source is not None:
        warnings = (Sentence(N_("Poaching is remembered.")),)
    return Preview(
        line=Sentence(N_("Known people bring method, know-how beyond compute; beginners bring hands.")),
        effects=(
            Effect(label=N_("Method in the long run, Elo"), value=elo(goal), good=1),
            *((Effect(label=N_("Method they bring, Elo at most"), value=elo(gain), good=1),) if gain else ()),
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
            Effect(label=N_("Wages a month"), value=usd(bill), good=-1 if bill > 0 else 1, moves=True),
            Effect(
                label=N_("Leavers, of today's"),
                value=percent(int(leavers * PPM)),
                good=sign_of(1.0 - leavers, 1.0 - leavers),
            ),
        ),
        warnings=_followed(view, level),
    )


def _followed(view: FounderView, level: int) -> tuple[Sentence, ...]:
    """Say how far rivals follow such pay."""
    rules = view.board.rules
    matched = matched_pay(rules.tempers, level)
    if matched == PPM or not rules.switches.tempers:
        return ()
    words = N_("Labs that can afford it follow such pay, to {matched} of the usual.")
    return (Sentence(words, {"matched": percent(matched)}),)


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
            N_(
                "Everybody reads what the lab announces, rivals too; "
                "it is checked in {due} and helps a round before that."
            ),
            {"due": month(said.due)},
        ),
        effects=(
            Effect(label=N_("Next round"), value=usd(more), good=1, moves=True),
            Effect(label=N_("You are believed"), value=percent(own.credibility)),
            Effect(label=N_("You are believed, if you miss it"), value=percent(missed), good=-1),
        ),
    )


CRAFT: Final[Previews] = {
    c.SplitCompute: of_split,
    c.StartRun: _start,
    c.ExtendRun: _extend,
    c.StopRun: _stop,
    c.PublishRelease: _publish,
    c.Hire: _hire,
    c.SetPay: _set_pay,
    c.Announce: _announce,
}
"""What a lab makes and says."""
