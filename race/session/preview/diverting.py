"""Previews of what passes between the two companies: diversions, and what they break."""

from typing import Final

import msgspec

from race.core import commands as c
from race.core.exact import power
from race.core.formulas.owners.diversion import Weight, swapped, taking, weigh
from race.core.formulas.owners.evidence import earlier_published, effects, leak_ppm, seen
from race.core.formulas.race.chips import unit_price
from race.core.ids import PPM, Firm, Subject, Terms
from race.core.legality.purse import find_source
from race.core.view import FounderView
from race.core.words import N_, Sentence, chips, elo, month, months, percent, points
from race.core.world import Act
from race.session.preview.effect import Effect, Preview
from race.session.preview.lab_orders import more_compute
from race.session.preview.trust import mean_effect

QUALITY: Final = N_("Quality")
TRUST: Final = N_("Trust if known")
LEAK: Final = N_("Leak a month")
AUTONOMY: Final = N_("Autonomy pace")
DEFENCE: Final = 0.25
"""Share of the time the carmaker could have run the chips, above which the warehouse defence fails."""


def weight_of_divert(view: FounderView, command: c.Divert) -> Weight | None:
    """Return the measures a diversion would have, or None when its source is gone."""
    source = find_source(view, command.source)
    if source is None:
        return None
    board = view.board
    price = unit_price(board.rules, board.setting, min(board.month + 1, board.setting.months))
    returned = swapped(view.lines, command.quantity) if command.terms is Terms.SWAP else []
    position = (board.rules, board.setting, view.carmaker, board.month)
    return weigh(position, taking(source, command.quantity, board.month + 1, price), command.terms, returned)


def act_of(view: FounderView, command: c.Divert, weight: Weight) -> Act:
    """Return the act a diversion would become, for the formulas that judge acts."""
    return Act(
        id=-1,
        month=view.board.month + 1,
        quantity=command.quantity,
        terms=command.terms,
        severity=weight.severity,
        idle_share=weight.idle_share,
        value_usd=weight.value_usd,
        insiders=weight.insiders,
        disclosed=command.terms is Terms.DISCLOSED,
    )


def of_divert(view: FounderView, command: c.Divert) -> Preview:
    """Return what a diversion gives the lab, costs the carmaker, weighs with the owners and breaks."""
    weight = weight_of_divert(view, command)
    if weight is None:
        return Preview(line=Sentence(N_("These chips are not at the carmaker's dock any more.")), effects=())
    act = act_of(view, command, weight)
    line = Sentence(
        N_("{quantity} chips, {away} away"),
        {"quantity": chips(command.quantity), "away": months(weight.months_away)},
    )
    loss = trust_change(view, act)
    effects_of = (
        Effect(label=QUALITY, value=elo(more_compute(view, command.quantity)), good=1),
        Effect(label=TRUST, value=points(loss), good=-1),
        Effect(label=LEAK, value=percent(_leak(view, act)), good=-1),
        Effect(label=AUTONOMY, value=percent(pace_change(view, command.quantity)), good=-1),
    )
    return Preview(line=line, effects=effects_of, warnings=(*_broken(view, command), *_defence(weight)))


def trust_change(view: FounderView, act: Act) -> int:
    """Return the share-weighted change of trust when everybody has heard of an act, ppm."""
    rules = view.board.rules
    return mean_effect(view, effects(rules, seen(rules, act, earlier_published(view.affairs, act))))


def _leak(view: FounderView, act: Act) -> int:
    if act.disclosed:
        return PPM
    known = msgspec.structs.replace(view.affairs, acts=[*view.affairs.acts, act])
    return leak_ppm(view.board.rules, act, known)


def pace_change(view: FounderView, quantity: int) -> int:
    """Return the change of the autonomy programme's pace while the chips are away, ppm."""
    carmaker, founder = view.carmaker, view.board.rules.founder
    plan = max(1, carmaker.planned_chips)
    now = min(founder.autonomy_best, carmaker.depot.powered() / plan)
    places = sum(site.power_kw for site in carmaker.depot.sites if site.ready <= view.board.month + 1)
    room = max(0, int(places / view.board.rules.chips.kw_h100) - carmaker.depot.powered())
    more = max(0, min(room, quantity))
    would = min(founder.autonomy_best, (carmaker.depot.powered() + more) / plan)
    elasticity = founder.autonomy_elasticity
    return int(PPM * (power(now, elasticity) - power(would, elasticity)))


def _broken(view: FounderView, command: c.Divert) -> tuple[Sentence, ...]:
    """Return the promises that the books would contradict after the diversion."""
    broken = []
    for promise in view.affairs.promises:
        if promise.kept is not None:
            continue
        if promise.subject is Subject.NO_DIVERSION:
            broken.append(
                Sentence(N_("Breaks the promise not to divert, until {due}."), {"due": month(promise.due)})
            )
        if promise.subject is Subject.CHIPS_POWERED and command.terms is not Terms.SWAP:
            coming = sum(
                line.quantity for line in view.lines if line.owner is Firm.TESLA and line.due <= promise.due
            )
            if view.carmaker.depot.chips() + coming - command.quantity < promise.quantity:
                broken.append(
                    Sentence(
                        N_("Leaves too few chips for the promise of {n} by {due}."),
                        {"n": chips(promise.quantity), "due": month(promise.due)},
                    )
                )
    return tuple(broken)


def _defence(weight: Weight) -> tuple[Sentence, ...]:
    """Say whether the carmaker could have run the chips: whoever investigates works it out too."""
    if weight.idle_share <= DEFENCE:
        return ()
    idle = percent(int(weight.idle_share * PPM))
    return (
        Sentence(N_("The carmaker could run them {idle} of the time: no warehouse defence."), {"idle": idle}),
    )
