"""Arithmetic of what the founder does in private: talks with some owners, people sent to a rival."""

from collections.abc import Mapping, Sequence
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


def talk_story(world: World, kind: Kind) -> Story:
    """Tell one kind of owners what they were told in private."""
    gain = int(PPM * world.rules.court.court_gain)
    return Story(
        id=world.new_id(),
        label=_TALK,
        week=week_of(world.month),
        salience=world.rules.owners.claim_salience,
        effect=tuple(gain if other is kind else 0 for other in KINDS),
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
