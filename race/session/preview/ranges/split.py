"""What a split of the lab's compute makes of each part: training, method, users who are served, risk."""

from typing import Final, cast

from msgspec.structs import replace

from race.core.commands import Command, SplitCompute
from race.core.exact import log
from race.core.formulas.race.demand import serving_load
from race.core.formulas.race.money import consumer_revenue
from race.core.formulas.race.quality import flop_of_month, research_doublings
from race.core.formulas.race.temper import incident_chance, risk_after
from race.core.ids import PPM
from race.core.view import FounderView
from race.core.words import N_, Sentence, elo, percent
from race.core.words import flop as flop_of
from race.core.world.lab import Split
from race.session.preview.effect import Effect, Preview, sign_of

_YEAR: Final = 12
"""Months of keeping to a split after which its care, or the lack of it, has told."""


def of_split(view: FounderView, command: Command) -> Preview:
    """Say how the parts of the lab's compute change, and what comes of each."""
    split, own = cast("SplitCompute", command), view.own.split
    parts = (
        (N_("Training"), own.training, split.training),
        (N_("Research"), own.research, split.research),
        (N_("Users"), own.serving, split.serving),
        (N_("Safety"), own.safety, split.safety),
    )
    then = replace(
        own,
        training=split.training,
        research=split.research,
        serving=split.serving,
        safety=split.safety,
    )
    moved = (Effect(label=label, value=percent(was), then=percent(now)) for label, was, now in parts)
    return Preview(
        line=Sentence(N_("Stands until you change it; what one gains another starves.")),
        effects=(*moved, *_made_of(view, then)),
    )


def _made_of(view: FounderView, split: Split) -> tuple[Effect, ...]:
    """Return what a split makes of the chips that run today, beside what today's split makes of them."""
    own, rules = view.own, view.board.rules.race
    running = own.depot.running()
    found: list[Effect] = []
    if split.training != own.split.training:
        was, then = (flop_of_month(rules, running, one.training) for one in (own.split, split))
        label, good = N_("Training a month"), sign_of(then - was, then - was)
        found.append(Effect(label=label, value=flop_of(was), then=flop_of(then), good=good))
    if split.research != own.split.research and view.board.rules.switches.research:
        gain = method_moved(view, split.research)
        label, good = N_("Method in the long run, Elo"), sign_of(gain, gain)
        found.append(Effect(label=label, value=elo(gain), good=good, moves=True))
    if split.serving != own.split.serving and view.board.rules.switches.serving:
        was, then = (turned_away(view, one.serving) for one in (own.split, split))
        label, good = N_("Users and firms turned away"), sign_of(was - then, was - then)
        found.append(Effect(label=label, value=percent(was), then=percent(then), good=good))
    return (*found, *_care(view, split.safety))


def method_moved(view: FounderView, research: int) -> float:
    """Return what another part of compute for research, ppm, moves the goal of the lab's method by, Elo.

    What others put into research is guessed from their fleets, as if all split their compute alike.
    """
    rules, own = view.board.rules.race, view.own
    others = [log(max(1, fleet)) for firm, fleet in view.board.fleets.items() if firm is not view.firm]
    middle, running = sum(others) / max(1, len(others)), log(max(1, own.depot.running()))
    usual = max(1, own.split.research)
    then = running + log(max(1, research) / usual)
    now, after = (research_doublings(rules, each, middle) for each in (running, then))
    return rules.recipe_doubling * (after - now)


def turned_away(view: FounderView, serving: int) -> int:
    """Return the part of what users and firms need that a part of compute, ppm, cannot serve, ppm."""
    own, rules = view.own, view.board.rules
    firms = own.revenue_usd - consumer_revenue(rules.money, own.users_k, own.price_level)
    needed = int(serving_load(rules.race, own.users_k, max(0, firms)))
    given = own.depot.running() * serving // PPM
    return max(0, needed - given) * PPM // max(1, needed)


def _care(view: FounderView, safety: int) -> tuple[Effect, ...]:
    """Return where a part of the compute for safety, ppm, takes the lab's risk, beside today's part."""
    kept, then = incidents_in_a_year(view, view.own.split.safety), incidents_in_a_year(view, safety)
    if not kept and not then:
        return ()
    good = (then < kept) - (then > kept)
    label = N_("Incident a month, in a year")
    return (Effect(label=label, value=percent(kept), then=percent(then), good=good),)


def incidents_in_a_year(view: FounderView, safety: int) -> int:
    """Return the chance of an incident a month that a year of so much safety, ppm, would lead to, ppm."""
    best, rules = view.own.best(), view.board.rules
    if best is None or not rules.switches.safety:
        return 0
    risk = view.own.safety_debt
    for _month in range(_YEAR):
        risk = risk_after(rules.race, risk, safety, limited=view.board.regulated)
    return round(PPM * incident_chance(rules.race, risk, open_weights=best.open_weights))
