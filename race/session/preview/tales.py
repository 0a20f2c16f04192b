"""Previews of answers to the house: what is felt at once, and between what the rest will lie."""

from collections.abc import Callable
from typing import Final, cast

from msgspec.structs import replace

from race.core import commands as c
from race.core.formulas.house.tales import amount, trust_effect, whole
from race.core.ids import PPM
from race.core.rulebook.character.tales import TaleRules
from race.core.tales import SCRIPTS, On, Push, When
from race.core.view import FounderView
from race.core.words import N_, Part, Quantity, Sentence, count, elo, months, percent, points, usd
from race.session.preview.effect import AT_THE_END, Effect, Preview
from race.session.preview.ranges.trust import heard

_LABELS: Final = {
    On.TRUST: N_("Trust"),
    On.PRICE: N_("Share price"),
    On.LAB_CASH: N_("Lab's cash"),
    On.CARMAKER_CASH: N_("Carmaker's cash"),
    On.RECIPE: N_("Method, Elo"),
    On.PEOPLE: N_("Researchers"),
    On.ATTENTION: N_("Attention for a month"),
    On.INSIDERS: N_("People who know"),
    On.LAB_SITE: N_("Lab's site sooner"),
    On.CARMAKER_SITE: N_("Carmaker's site sooner"),
    On.AUTONOMY: N_("Next milestone"),
    On.GRUDGE: N_("A rival's ill will"),
}
_LATER: Final = {
    On.LAB_SITE: N_("Lab's site later"),
    On.CARMAKER_SITE: N_("Carmaker's site later"),
}
"""What is said of a site that can only lose months: no minus of a sooner."""
_HINGES: Final = {
    When.ALWAYS: N_("What comes of it is certain."),
    When.LUCK: N_("Luck decides: {chance} for the better end."),
    When.SECRET: N_("Turns on whether you have a secret then."),
    When.KNOWN: N_("Turns on whether a diversion is known then."),
    When.SUED: N_("Turns on whether a case is open then."),
    When.PROMISED: N_("Turns on whether a promise of yours is open then."),
    When.CALM: N_("Turns on whether trust stands at {calm} then."),
    When.MEETING_NEAR: N_("Turns on whether a meeting is near then."),
    When.FORCED: N_("Turns on whether the lab has a rushed site then."),
    When.BUILDING: N_("Turns on whether the lab is building a site then."),
    When.CARMAKER_BUILDING: N_("Turns on whether the carmaker is building a site then."),
    When.WAREHOUSE: N_("Turns on whether chips of the carmaker stand without power then."),
    When.TRAINING: N_("Turns on whether a run is under way then."),
    When.LEADING: N_("Turns on whether your lab leads then."),
    When.BEHIND: N_("Turns on whether another lab leads then."),
    When.SOLVENT: N_("Turns on whether the lab has {cash} then."),
    When.LEAKED: N_("Turns on whether a diversion comes out by then."),
    When.QUIET: N_("Turns on whether a diversion comes out by then."),
    When.TOOK: N_("Turns on whether you divert anything more by then."),
    When.RELEASED: N_("Turns on whether you release by then."),
    When.MILESTONE: N_("Turns on whether the carmaker reaches a milestone by then."),
    When.RISEN: N_("Turns on whether the share price is higher then."),
}
"""What decides between the two ends of an answer, said before it is given."""
_UNITS: Final[dict[On, Callable[[int], Quantity]]] = {
    On.LAB_CASH: usd,
    On.CARMAKER_CASH: usd,
    On.LAB_SITE: months,
    On.CARMAKER_SITE: months,
    On.AUTONOMY: percent,
    On.GRUDGE: percent,
}
_WORSE: Final = (On.INSIDERS, On.GRUDGE)


def of_answer(view: FounderView, command: c.Command) -> Preview:
    """Return what an answer does at once, between what the rest will lie, and what that turns on."""
    answer, rules = cast("c.Answer", command), view.board.rules.tales
    script = SCRIPTS.get(answer.tale)
    if script is None or not 0 <= answer.choice < len(script.ways):
        return Preview(line=AT_THE_END)
    way = script.ways[answer.choice]
    ends = (way.then.pushes, way.otherwise.pushes)
    return Preview(
        line=Sentence(_HINGES[way.hinges_on], _hinge_values(rules)),
        effects=tuple(_between(view, on, (way.now,)) for on in _moved(way.now)),
        later=tuple(_between(view, on, ends) for on in _moved((*ends[0], *ends[1]))),
    )


def _hinge_values(rules: TaleRules) -> dict[str, Part]:
    return {
        "chance": percent(round(PPM * rules.coin)),
        "calm": percent(rules.calm),
        "cash": usd(rules.short_usd),
    }


def _moved(pushes: tuple[Push, ...]) -> tuple[On, ...]:
    """Return what is moved, each once."""
    return tuple(dict.fromkeys(push.on for push in pushes))


def _between(view: FounderView, on: On, ends: tuple[tuple[Push, ...], ...]) -> Effect:
    """Return how much one thing moves at the least and at the most of the ends; one end is no range."""
    sizes = [size for pushes in ends for size in _sizes(view, on, pushes)]
    low, *_middle, high = sorted((sizes[0], *sizes), key=lambda size: size.value)
    if on in _LATER and high.value <= 0 > low.value:
        return Effect(
            label=_LATER[on],
            value=replace(high, value=-high.value),
            high=replace(low, value=-low.value) if high.value != low.value else None,
            good=-1,
            moves=True,
        )
    better = -1 if on in _WORSE else 1
    good = better if low.value >= 0 else -better if high.value <= 0 else 0
    return Effect(
        label=_LABELS[on], value=low, high=high if high.value != low.value else None, good=good, moves=True
    )


def _sizes(view: FounderView, on: On, pushes: tuple[Push, ...]) -> tuple[Quantity, ...]:
    """Return what the pushes on one thing come to, by the laws' own arithmetic; both ends of a range."""
    rules = view.board.rules.tales
    mine = [push for push in pushes if push.on is on]
    match on:
        case On.TRUST:
            effect = tuple(map(sum, zip(*(trust_effect(rules, push) for push in mine), strict=True)))
            return tuple(map(points, heard(view, effect, rules.salience)))
        case On.PRICE:
            return (percent(sum(whole(PPM * amount(rules, push)) for push in mine)),)
        case On.RECIPE:
            return (elo(sum(amount(rules, push) for push in mine)),)
        case _:
            return (_UNITS.get(on, count)(sum(whole(amount(rules, push)) for push in mine)),)
