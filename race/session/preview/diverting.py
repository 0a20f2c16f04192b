"""Previews of what passes between the two companies: diversions, and what they break."""

from typing import Final

import msgspec

from race.core import commands as c
from race.core.formulas.owners.evidence import earlier_published, effects, leak_ppm, salience, seen
from race.core.formulas.passing.acts import new_act
from race.core.formulas.passing.diversion import Weight, recall_month, swapped, weigh
from race.core.ids import PPM, Firm, Subject, Terms, Thing
from race.core.legality.purse import coming, find_source
from race.core.rulebook import Rulebook
from race.core.view import FounderView
from race.core.words import N_, Part, Sentence, chips, month, months, percent, usd
from race.core.world import Act
from race.session.preview.effect import Effect, Preview
from race.session.preview.ranges.compute import added, slowed
from race.session.preview.ranges.trust import felt

QUALITY: Final = N_("Next run's score")
TRUST: Final = N_("Trust if known")
LEAK: Final = N_("Leak, monthly")
AUTONOMY: Final = N_("Autonomy pace")
RENT: Final = N_("Rent a month")


def act_of(view: FounderView, command: c.Divert | c.DivertThing, weight: Weight, quantity: int) -> Act:
    """Return the act a diversion would become, for the formulas that judge acts."""
    thing = command.thing if isinstance(command, c.DivertThing) else Thing.CHIPS
    return new_act(-1, view.board.month + 1, (thing, quantity, command.terms), weight)


def of_divert(view: FounderView, command: c.Divert) -> Preview:
    """Return what a diversion gives the lab, costs the carmaker, weighs with the owners and breaks."""
    source = find_source(view, command.source)
    if source is None:
        return Preview(line=Sentence(N_("These chips are not at the carmaker's dock any more.")), effects=())
    weight = weigh(coming(view), source, command.quantity, command.terms)
    act = act_of(view, command, weight, command.quantity)
    line = _told(view, command, weight)
    effects_of = (
        added(view, QUALITY, command.quantity, weight.start),
        *known_effects(view, act),
        slowed(view, AUTONOMY, command.quantity, (weight.start, weight.months_away)),
        *rent_effect(weight),
    )
    rules = view.board.rules
    warnings = (*_broken(view, command), *(_recalled(rules, act) or defence(rules, weight)))
    return Preview(line=line, effects=effects_of, warnings=warnings)


def _told(view: FounderView, command: c.Divert, weight: Weight) -> Sentence:
    """Say how much goes for how long, and when the lab's own chips were due that a swap gives."""
    told: dict[str, Part] = {"quantity": chips(command.quantity), "away": months(weight.months_away)}
    slots = swapped(view.lines, command.quantity, weight.start) if command.terms is Terms.SWAP else []
    due = [line.due for line, _part in slots]
    if not due:
        return Sentence(N_("{quantity} chips for {away}"), told)
    first, last = min(due), max(due)
    words = (
        N_("{quantity} chips for {away}, against your chips of {first}")
        if first == last
        else N_("{quantity} chips for {away}, against your chips of {first} to {last}")
    )
    return Sentence(words, told | {"first": month(first), "last": month(last)})


def _recalled(rules: Rulebook, act: Act) -> tuple[Sentence, ...]:
    """Say that no excuse would hold, and that the directors call the chips back once it is known."""
    known = msgspec.structs.replace(act, outstanding=act.quantity, published=act.month)
    if recall_month(rules, known) is None:
        return ()
    words = N_(
        "The carmaker could run them {idle} of the time: no defence, called back {later} after it is known."
    )
    idle, later = percent(int(act.idle_share * PPM)), months(rules.court.recall_months)
    return (Sentence(words, {"idle": idle, "later": later}),)


def known_effects(view: FounderView, act: Act) -> tuple[Effect, Effect]:
    """Return what an act would weigh when it is known, and the chance that it comes out in a month."""
    rules = view.board.rules
    weight = seen(rules, act, earlier_published(view.affairs, act))
    return (
        felt(view, TRUST, effects(rules, weight), salience(rules, act)),
        Effect(label=LEAK, value=percent(_leak(view, act)), good=-1),
    )


def rent_effect(weight: Weight) -> tuple[Effect, ...]:
    """Return the rent of a lease, if it is one."""
    return (Effect(label=RENT, value=usd(weight.rent_usd), good=-1),) if weight.rent_usd else ()


def _leak(view: FounderView, act: Act) -> int:
    if act.disclosed or act.thing is Thing.CHANNEL:
        return PPM
    known = msgspec.structs.replace(view.affairs, acts=[*view.affairs.acts, act])
    return leak_ppm(view.board.rules, act, known)


def _broken(view: FounderView, command: c.Divert) -> tuple[Sentence, ...]:
    """Return the promises that the books would contradict after the diversion."""
    broken = list(broken_word(view))
    for promise in view.affairs.promises:
        counts = promise.kept is None and promise.subject is Subject.CHIPS_POWERED
        if not counts or command.terms is Terms.SWAP:
            continue
        due = [line.quantity for line in view.lines if line.owner is Firm.TESLA and line.due <= promise.due]
        if view.carmaker.depot.chips() + sum(due) - command.quantity < promise.quantity:
            broken.append(
                Sentence(
                    N_("Leaves too few chips for the promise of {n} by {due}."),
                    {"n": chips(promise.quantity), "due": month(promise.due)},
                )
            )
    return tuple(broken)


def broken_word(view: FounderView) -> tuple[Sentence, ...]:
    """Return the promises not to divert that any diversion breaks."""
    return tuple(
        Sentence(N_("Breaks the promise not to divert, until {due}."), {"due": month(promise.due)})
        for promise in view.affairs.promises
        if promise.kept is None and promise.subject is Subject.NO_DIVERSION
    )


def defence(rules: Rulebook, weight: Weight) -> tuple[Sentence, ...]:
    """Say whether the carmaker could have run the chips: whoever investigates works it out too."""
    if weight.idle_share <= rules.court.justified_idle:
        return ()
    idle = percent(int(weight.idle_share * PPM))
    return (
        Sentence(N_("The carmaker could run them {idle} of the time: no warehouse defence."), {"idle": idle}),
    )
