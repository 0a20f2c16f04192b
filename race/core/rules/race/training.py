"""Training: a run eats the compute set apart for it, month by month, and may be lost.

A run that has had its months, has met its target or is stopped becomes a candidate: its quality is
the quality law's, with the recipe of the day and the run's own luck, and grows with the method of
the industry until it is released.
The recipe drifts to its goal; research compute and talent against the others' move the goal, and
part of a run's luck is understood and stays. Those behind the best open weights learn from them.
"""

from math import fsum

from race.core.chance import Chance, Stream, normal_at
from race.core.commands import ExtendRun, Orders, SplitCompute, StartRun, StopRun
from race.core.events import Event, Happening
from race.core.exact import logs_of
from race.core.formulas.race.people import talent_doublings, talent_growth
from race.core.formulas.race.quality import (
    flatten,
    flop_of_month,
    learned,
    raw_quality,
    recipe_step,
    research_chips,
    research_doublings,
)
from race.core.ids import PPM, Firm, Seat, lab_of
from race.core.words import N_, Name, Sentence, flop, months, percent
from race.core.world import Candidate, Lab, Split, TrainingRun, World


def train(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Split compute, start and stop runs, train a month, and move every lab's recipe."""
    for seat, split in orders.of(SplitCompute):
        lab = _lab(world, seat)
        lab.split = Split(
            training=split.training, research=split.research, serving=split.serving, safety=split.safety
        )
    stopped = {_lab(world, seat).firm for seat, _ in orders.of(StopRun)}
    events = [
        event for seat, start in orders.of(StartRun) if (event := _start(world, _lab(world, seat), start))
    ]
    for seat, more in orders.of(ExtendRun):
        _extend(world, _lab(world, seat), more)
    # everybody draws, so that one lab's plans move no other lab's luck
    draws = chance.stream(world.month, "training").uniforms(2 * len(world.labs))
    for k, lab in enumerate(world.labs.values()):
        if lab.run is not None:
            pair = draws[2 * k : 2 * k + 2]
            events += _run_a_month(world, lab, lab.run, pair, stopped=lab.firm in stopped)
    _move_recipes(world, chance.stream(world.month, "recipes"))
    for lab in world.labs.values():
        if lab.candidate is not None:
            _ripen(world, lab, lab.candidate)
    return events


def _lab(world: World, seat: Seat) -> Lab:
    firm = lab_of(seat)
    if firm is None:
        message = f"{seat.value} has no lab to train at"
        raise ValueError(message)
    return world.labs[firm]


def _start(world: World, lab: Lab, command: StartRun) -> Event | None:
    if lab.run is not None:
        return None
    lab.run = TrainingRun(
        started=world.month, months=command.months, target_flop=max(0.0, command.target_flop)
    )
    lab.last_start = world.month
    return Event(
        kind=Happening.RUN_STARTED,
        firm=lab.firm,
        numbers={"months": command.months},
        sentence=Sentence(
            N_("{firm} starts a training run to {target}, {months} at most.")
            if command.target_flop > 0.0
            else N_("{firm} starts a training run of {months}."),
            {
                "firm": Name(lab.firm),
                "months": months(command.months),
                "target": flop(command.target_flop),
            },
        ),
    )


def _extend(world: World, lab: Lab, command: ExtendRun) -> None:
    if lab.run is not None:
        lab.run.months = min(world.rules.race.run_longest, lab.run.months + command.months)


def _run_a_month(
    world: World, lab: Lab, run: TrainingRun, draws: list[float], *, stopped: bool
) -> list[Event]:
    """Train a month; the draws, 0-1, are the chance of failure and the luck of the run."""
    rules = world.rules.race
    spread, failure = rules.luck_sd, rules.failure
    if lab.firm is Firm.XAI:
        spread, failure = spread * world.rules.trait.luck, failure * world.rules.trait.failure
    if not stopped:
        run.flop += flop_of_month(rules, lab.depot.running(), lab.split.training)
        if world.rules.switches.run_failure and draws[0] < failure:
            return [_fail(world, lab, run, draws[0] / failure)]
    met = 0.0 < run.target_flop <= run.flop
    if not (stopped or met) and world.month < run.last_month:
        return []
    lab.run = None
    if run.flop <= 0.0:
        return []
    luck = spread * normal_at(draws[1])
    kept = rules.luck_kept * luck
    lab.recipe += kept
    finished = Candidate(finished=world.month, flop=run.flop, elo=0.0, luck=luck - kept)
    lab.candidate = _better(world, lab, finished)
    return [_tell(lab, Happening.RUN_FINISHED, N_("A training run of {firm} is finished."))]


def _fail(world: World, lab: Lab, run: TrainingRun, severity: float) -> Event:
    """Lose the whole run, or go back to a checkpoint; `severity` is a draw, 0 (worst) to 1."""
    rules = world.rules.race
    if severity < rules.failure_whole:
        lab.run = None
        return _tell(lab, Happening.RUN_FAILED, N_("A training run of {firm} fails; its compute is lost."))
    lost = rules.failure_part * (1.0 - severity) / max(1e-9, 1.0 - rules.failure_whole)
    run.flop *= 1.0 - lost
    return Event(
        kind=Happening.RUN_FAILED,
        firm=lab.firm,
        numbers={"lost": round(lost, 3)},
        sentence=Sentence(
            N_("A training run of {firm} breaks down and goes back to a checkpoint; {part} of it is lost."),
            {"firm": Name(lab.firm), "part": percent(int(lost * PPM))},
        ),
    )


def _better(world: World, lab: Lab, finished: Candidate) -> Candidate:
    """Return the candidate worth keeping: the new one, unless the one in the drawer is better."""
    old = lab.candidate
    if old is None:
        return finished
    rules = world.rules.race
    value = {one: raw_quality(rules, one.flop, world.month, lab.recipe, one.luck) for one in (old, finished)}
    return old if value[old] > value[finished] else finished


def _tell(lab: Lab, kind: Happening, msgid: str) -> Event:
    return Event(kind=kind, firm=lab.firm, sentence=Sentence(msgid, {"firm": Name(lab.firm)}))


def _move_recipes(world: World, luck: Stream) -> None:
    """Drift every recipe to its goal, moved by research compute and talent against the others'."""
    rules, labs = world.rules.race, list(world.labs.values())
    research, talent = _research(world, labs), _talent(world, labs)
    for lab, doublings, growth, noise in zip(labs, research, talent, luck.normals(len(labs)), strict=True):
        lab.recipe += recipe_step(world.rules, lab, doublings, growth) + rules.recipe_noise * noise
    if world.rules.switches.diffusion:
        _spread_method(world)


def _research(world: World, labs: list[Lab]) -> list[float]:
    """Return each lab's research compute against the others', doublings; switched off: the first day's."""
    if not world.rules.switches.research:
        return [lab.research_start for lab in labs]
    logs = logs_of([chips if (chips := research_chips(lab)) > 1.0 else 1.0 for lab in labs])
    total, others = fsum(logs), max(1, len(labs) - 1)
    return [research_doublings(world.rules.race, own, (total - own) / others) for own in logs]


def _talent(world: World, labs: list[Lab]) -> list[float]:
    """Return how each lab's talent has grown against the others' since the first day, doublings.

    The goals of the recipes hold what a lab's people were worth then: only the change counts here.
    """
    if not world.rules.switches.talent:
        return [0.0] * len(labs)
    logs = logs_of([talent_growth(lab) for lab in labs])
    total, others = fsum(logs), max(1, len(labs) - 1)
    return [talent_doublings(world.rules.talent, own, (total - own) / others) for own in logs]


def _spread_method(world: World) -> None:
    """Let those behind the best open weights learn from them."""
    rules, open_best = world.rules.race, 0.0
    for lab in world.labs.values():
        for release in lab.releases:
            if release.open_weights and release.elo_true > open_best:
                open_best = release.elo_true
    if open_best <= 0.0:
        return
    for lab in world.labs.values():
        own = lab.truest()
        if own is not None and 0.0 < own.elo_true < open_best:
            lab.recipe += learned(rules, open_best - own.elo_true)


def _ripen(world: World, lab: Lab, waiting: Candidate) -> None:
    """Rewrite what the candidate would be worth if it were released now."""
    raw = raw_quality(world.rules.race, waiting.flop, world.month, lab.recipe, waiting.luck)
    lab.candidate = Candidate(
        finished=waiting.finished,
        flop=waiting.flop,
        elo=flatten(world.rules.race, raw),
        luck=waiting.luck,
    )
