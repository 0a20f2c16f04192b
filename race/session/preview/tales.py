"""Previews of answers to the house: what is felt at once; what comes later is not known."""

from typing import Final, cast

from race.core import commands as c
from race.core.formulas.house.tales import amount, trust_effect, whole
from race.core.ids import PPM
from race.core.tales import SCRIPTS, On, Push
from race.core.view import FounderView
from race.core.words import N_, Quantity, Sentence, count, elo, months, percent, points, usd
from race.session.preview.effect import AT_THE_END, Effect, Preview
from race.session.preview.trust import mean_effect

_LABELS: Final = {
    On.TRUST: N_("Trust now"),
    On.PRICE: N_("Share price now"),
    On.LAB_CASH: N_("Lab's cash"),
    On.CARMAKER_CASH: N_("Carmaker's cash"),
    On.RECIPE: N_("Method"),
    On.PEOPLE: N_("Researchers"),
    On.ATTENTION: N_("Attention next month"),
    On.INSIDERS: N_("People who know"),
    On.LAB_SITE: N_("The lab's site sooner by"),
    On.CARMAKER_SITE: N_("The carmaker's site sooner by"),
    On.AUTONOMY: N_("Autonomy, of a milestone"),
    On.GRUDGE: N_("Ill will of the strongest rival"),
}
_LATER: Final = Sentence(
    N_("It comes back in {least} to {most}; what it is then depends on what happens until then.")
)
_UNITS: Final = {
    On.LAB_SITE: months,
    On.CARMAKER_SITE: months,
    On.AUTONOMY: percent,
    On.GRUDGE: percent,
}
_WORSE: Final = (On.INSIDERS, On.GRUDGE)


def of_answer(view: FounderView, command: c.Command) -> Preview:
    """Return what an answer does at once, and when the rest can be expected."""
    answer, rules = cast("c.Answer", command), view.board.rules.tales
    script = SCRIPTS.get(answer.tale)
    if script is None or not 0 <= answer.choice < len(script.ways):
        return Preview(line=AT_THE_END)
    waits = {"least": months(rules.back_least), "most": months(rules.back_most)}
    return Preview(
        line=Sentence(_LATER.msgid, dict(waits)),
        effects=tuple(_effect(view, push) for push in script.ways[answer.choice].now),
    )


def _effect(view: FounderView, push: Push) -> Effect:
    good = 1 if (push.step > 0) is not (push.on in _WORSE) else -1
    return Effect(label=_LABELS[push.on], value=_shown(view, push), good=good)


def _shown(view: FounderView, push: Push) -> Quantity:
    rules = view.board.rules.tales
    size = amount(rules, push)
    match push.on:
        case On.TRUST:
            return points(mean_effect(view, trust_effect(rules, push)))
        case On.PRICE:
            return percent(whole(PPM * size))
        case On.LAB_CASH | On.CARMAKER_CASH:
            return usd(whole(size))
        case On.RECIPE:
            return elo(size)
        case _:
            unit = _UNITS.get(push.on, count)
            return unit(whole(size))
