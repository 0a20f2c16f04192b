"""Arithmetic of what the founder does in private: talks with some owners, people sent to a rival."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from race.core.formulas.owners.evidence import effects
from race.core.ids import KINDS, PPM, Firm, Kind, week_of
from race.core.rulebook import Rulebook
from race.core.words import N_, Name, Sentence
from race.core.world import Story, World

_TALK: Final = Sentence(N_("The founder talks with some owners in private"))
_ENVY: Final = Sentence(N_("Some owners were told more than others"))
_CAUGHT: Final = N_("The founder's people were found asking about {firm}")


def noticed_ppm(rules: Rulebook, courted: Sequence[int], now: int) -> int:
    """Return the chance that others hear of a private talk, ppm: shown and drawn alike.

    `courted` are the months of the talks before it; those of the last year make it likelier.

    >>> [noticed_ppm(Rulebook(), talks, 20) for talks in ((), (3,), (15,), (15, 16, 17, 18, 19))]
    [200000, 200000, 400000, 1000000]
    """
    court = rules.court
    lately = sum(month > now - court.court_months for month in courted)
    return min(PPM, court.court_noticed * (1 + lately))


def looked_into(world: World, fleets: Mapping[Firm, int]) -> dict[Firm, int]:
    """Return estimates of fleets, H100e, with less error for the rivals that people look into."""
    closer = dict(fleets)
    for firm, until in world.affairs.probes.items():
        if until >= world.month:
            running = world.labs[firm].depot.running()
            closer[firm] = max(0, running + int((fleets[firm] - running) * world.rules.court.probe_error))
    return closer


def keen_after(rules: Rulebook, keen: Sequence[int], talks: Iterable[Kind] = ()) -> tuple[int, ...]:
    """Return how much keener each kind is on the next meeting a month later, ppm, after some talks.

    >>> set(keen_after(Rulebook(), (0,) * len(KINDS), [Kind.FANS])) - {0} == {Rulebook().court.court_turnout}
    True
    """
    court, after = rules.court, [each * rules.court.court_kept // PPM for each in keen]
    for place in map(KINDS.index, talks):
        after[place] += (PPM - after[place]) * court.court_turnout // PPM
    return tuple(after)


def talk_effect(rules: Rulebook, kind: Kind) -> tuple[int, ...]:
    """Return what a private talk adds to each kind's trust, ppm."""
    gain = int(PPM * rules.court.court_gain)
    return tuple(gain if other is kind else 0 for other in KINDS)


def talk_story(world: World, kind: Kind) -> Story:
    """Tell one kind of owners what they were told in private."""
    return Story(
        id=world.new_id(),
        label=_TALK,
        week=week_of(world.month),
        salience=world.rules.owners.claim_salience,
        effect=talk_effect(world.rules, kind),
        memory=world.rules.owners.memory_claim,
    )


def envy_story(world: World, kind: Kind) -> Story:
    """Tell the others that one kind of owners was told more."""
    owners, loss = world.rules.owners, world.rules.court.court_envy
    effect = [-int(PPM * loss * one.missed + 0.5) for one in owners.kinds]
    effect[KINDS.index(kind)] = effect[KINDS.index(Kind.SHORT)] = 0
    return Story(
        id=world.new_id(),
        label=_ENVY,
        week=week_of(world.month),
        salience=owners.claim_salience,
        effect=tuple(effect),
        memory=owners.memory_claim,
        bad_conduct=True,
    )


def probe_story(world: World, target: Firm) -> Story:
    """Tell the owners that the founder's people were found out at a rival's."""
    rules = world.rules
    return Story(
        id=world.new_id(),
        label=Sentence(_CAUGHT, {"firm": Name(target)}),
        week=week_of(world.month),
        salience=rules.owners.salience_base,
        effect=effects(rules, rules.court.probe_loss),
        memory=rules.owners.memory_claim,
        bad_conduct=True,
    )
