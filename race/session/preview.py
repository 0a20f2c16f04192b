"""What a command would do, said before it is given: named numbers, from the laws' own arithmetic.

The figures are what the founder can know; where the outcome is luck or depends on others, a figure
is a chance or a range.
"""

from typing import Final

import msgspec

from race.core import commands as c
from race.core.exact import log10, power
from race.core.formulas.chips import unit_price
from race.core.formulas.diversion import Weight, swapped, taking, weigh
from race.core.formulas.evidence import earlier_published, effects, leak_ppm, seen
from race.core.formulas.owners import kind_edges
from race.core.ids import KINDS, PPM, Firm, Subject, Terms
from race.core.legality import attention, cost
from race.core.legality.purse import find_source
from race.core.view import FounderView
from race.core.words import N_, Quantity, Sentence, chips, elo, kw, month, months, percent, points, usd
from race.core.world import Act


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """One named number of a preview.

    `good` is 1, 0 or -1 for the founder; `high` makes it a range.
    """

    label: str
    value: Quantity
    high: Quantity | None = None
    good: int = 0


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What would follow from one command: a line, named numbers, warnings."""

    line: Sentence
    effects: tuple[Effect, ...]
    warnings: tuple[Sentence, ...] = ()


QUALITY: Final = N_("Quality")
TRUST: Final = N_("Trust if known")
LEAK: Final = N_("Leak a month")
AUTONOMY: Final = N_("Autonomy pace")
COST: Final = N_("Costs now")
ATTENTION: Final = N_("Attention")


def preview(view: FounderView, command: c.Command) -> Preview:
    """Return what a command would do, as far as the founder can know it."""
    match command:
        case c.Divert():
            return _divert(view, command)
        case c.OrderChips():
            due = int(view.board.month + 1 + view.board.lead_months + 0.5)
            line = Sentence(
                N_("{quantity} chips would reach the dock in {due}."),
                {"quantity": chips(command.quantity), "due": month(due)},
            )
            total = command.quantity * view.board.chip_price_usd
            return Preview(
                line=line, effects=(*_price(view, command), Effect(label=N_("On delivery"), value=usd(total)))
            )
        case c.BuildSite():
            rules = view.board.rules.chips
            wait = rules.forced_months if command.forced else rules.ordinary_months
            line = Sentence(
                N_("{power} from {ready}, if nothing slips."),
                {"power": kw(command.power_kw), "ready": month(view.board.month + 1 + wait)},
            )
            each = cost(view, command)
            return Preview(
                line=line, effects=(Effect(label=N_("A month, for {n}"), value=usd(each), high=months(wait)),)
            )
        case c.RaiseRound():
            return _round(view)
        case _:
            return Preview(
                line=Sentence(N_("Takes effect when the month ends.")), effects=_price(view, command)
            )


def _price(view: FounderView, command: c.Command) -> tuple[Effect, ...]:
    price = cost(view, command)
    paid = (Effect(label=COST, value=usd(price), good=-1),) if price else ()
    return (*paid, Effect(label=ATTENTION, value=Quantity("count", attention(command))))


def _round(view: FounderView) -> Preview:
    rules, own = view.board.rules, view.own
    worth = own.valuation_usd
    line = Sentence(N_("Investors would value the lab at about {worth}."), {"worth": usd(worth)})
    raised = int(worth * rules.money.round_part)
    return Preview(line=line, effects=(Effect(label=N_("Raises"), value=usd(raised), good=1),))


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


def _divert(view: FounderView, command: c.Divert) -> Preview:
    weight = weight_of_divert(view, command)
    if weight is None:
        return Preview(line=Sentence(N_("These chips are not at the carmaker's dock any more.")), effects=())
    act = act_of(view, command, weight)
    line = Sentence(
        N_("{quantity} chips for {away}; {idle} of the time the carmaker could have run them."),
        {
            "quantity": chips(command.quantity),
            "away": months(weight.months_away),
            "idle": percent(int(weight.idle_share * PPM)),
        },
    )
    loss = trust_change(view, act)
    effects_of = (
        Effect(label=QUALITY, value=elo(quality_gain(view, command.quantity)), good=1),
        Effect(label=TRUST, value=points(loss), good=-1),
        Effect(label=LEAK, value=percent(_leak(view, act)), good=-1),
        Effect(label=AUTONOMY, value=percent(pace_change(view, command.quantity)), good=-1),
    )
    return Preview(line=line, effects=effects_of, warnings=_broken(view, command))


def quality_gain(view: FounderView, quantity: int) -> float:
    """Return what more compute adds to a run by the quality law, Elo."""
    running = max(1_000, view.own.depot.running())
    return view.board.rules.race.elo_decade * log10((running + max(0, quantity)) / running)


def trust_change(view: FounderView, act: Act) -> int:
    """Return the share-weighted change of trust when everybody has heard of an act, ppm."""
    rules = view.board.rules
    weight = seen(rules, act, earlier_published(view.affairs, act))
    edges, people = kind_edges(view.holders.kind), view.holders
    total = owned = 0
    for index, effect in enumerate(effects(rules, weight)[: len(KINDS) - 1]):
        seats = slice(edges[index], edges[index + 1])
        shares = people.shares[seats]
        held = int(shares.sum())
        mean = int((shares * people.trust[seats]).sum()) / max(1, held)
        total += int(effect * (rules.owners.bad_most - rules.owners.bad_slope * mean / PPM) * held)
        owned += held
    return total // max(1, owned)


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
