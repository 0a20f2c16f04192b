"""What the tales of the house read of the position, and how their consequences move it.

A size is a step times the rulebook's number: a large one is the number itself.
"""

from collections.abc import Callable, Sequence
from typing import Final

from race.core.formulas.owners.holders import trust_weighted
from race.core.formulas.race.people import join, leave
from race.core.ids import KINDS, PPM, RIVALS, Firm, Kind, week_of
from race.core.rulebook.character.tales import TaleRules
from race.core.tales import On, Push, When
from race.core.words import Sentence
from race.core.world import Depot, Lab, Story, Tale, World

_ALWAYS: Final = When.ALWAYS
_LUCK: Final = When.LUCK

_LARGE: Final = 3
"""Steps of a large push."""
_SHORTS: Final = Kind.SHORT


def amount(rules: TaleRules, push: Push) -> float:
    """Return how much a consequence moves, in the unit of what it moves, with its sign.

    >>> rules = TaleRules()
    >>> amount(rules, Push(On.LAB_SITE, -3)), amount(rules, Push(On.RECIPE, 2))
    (-4.0, 3.0)
    """
    step = abs(push.step)
    share = 1.0 if step >= _LARGE else rules.middle if step == _LARGE - 1 else rules.small
    size = share * _large(rules, push.on)
    return size if push.step > 0 else -size


def _large(rules: TaleRules, on: On) -> float:
    return float(
        {
            On.TRUST: rules.trust,
            On.PRICE: rules.price,
            On.LAB_CASH: rules.lab_usd,
            On.CARMAKER_CASH: rules.carmaker_usd,
            On.RECIPE: rules.recipe,
            On.PEOPLE: rules.people,
            On.ATTENTION: rules.attention,
            On.INSIDERS: rules.insiders,
            On.LAB_SITE: rules.site,
            On.CARMAKER_SITE: rules.site,
            On.AUTONOMY: rules.autonomy,
            On.GRUDGE: rules.grudge,
        }[on]
    )


def whole(value: float) -> int:
    """Return the nearest whole number, at least 1 either way unless it is nothing.

    >>> whole(-0.5), whole(0.2), whole(0.0), whole(2.5)
    (-1, 1, 0, 3)
    """
    if value == 0.0:
        return 0
    return max(1, int(value + 0.5)) if value > 0.0 else min(-1, -int(0.5 - value))


def trust_effect(rules: TaleRules, push: Push) -> tuple[int, ...]:
    """Return what a change of trust means to each kind of holder, ppm; short sellers keep their mind."""
    moved = whole(PPM * amount(rules, push))
    cares = push.kinds or KINDS
    return tuple(moved if kind in cares and kind is not _SHORTS else 0 for kind in KINDS)


def carry_out(world: World, pushes: Sequence[Push], cause: Sentence) -> None:
    """Let the consequences of an answer happen; receipts and stories are called by its name."""
    effect, price = [0] * len(KINDS), 0
    for push in pushes:
        if push.on is On.TRUST:
            effect = [
                old + new for old, new in zip(effect, trust_effect(world.rules.tales, push), strict=True)
            ]
        elif push.on is On.PRICE:
            price += whole(PPM * amount(world.rules.tales, push))
        else:
            _move(world, push, cause)
    if price or any(effect):
        rules = world.rules.tales
        world.affairs.stories.append(
            Story(
                id=world.new_id(),
                label=cause,
                week=week_of(world.month),
                salience=rules.salience,
                effect=tuple(effect),
                memory=rules.memory,
                price_ppm=price,
            )
        )


def _move(world: World, push: Push, cause: Sentence) -> None:
    lab, size = world.labs[Firm.XAI], amount(world.rules.tales, push)
    by = whole(size)
    match push.on:
        case On.LAB_CASH:
            _pay(world, Firm.XAI, by, cause)
        case On.CARMAKER_CASH:
            _pay(world, Firm.TESLA, by, cause)
        case On.RECIPE:
            lab.recipe += size
        case On.PEOPLE:
            _move_people(world, lab, by)
        case On.ATTENTION:
            world.affairs.burden += by
        case _:
            _move_rest(world, push.on, by)


def _move_rest(world: World, on: On, by: int) -> None:
    match on:
        case On.INSIDERS:
            _spread(world, by)
        case On.LAB_SITE:
            _hasten(world.labs[Firm.XAI].depot, world.month, by)
        case On.CARMAKER_SITE:
            _hasten(world.carmaker.depot, world.month, by)
        case On.AUTONOMY:
            world.carmaker.autonomy = max(0, world.carmaker.autonomy + by)
        case _:
            _offend(world, by)


def _pay(world: World, firm: Firm, by: int, cause: Sentence) -> None:
    """Let a company earn or pay, no more than it has."""
    has = (world.carmaker if firm is Firm.TESLA else world.labs[firm]).cash_usd
    world.pay(firm, max(by, -max(0, has)), cause)


def _move_people(world: World, lab: Lab, by: int) -> None:
    """Let researchers come from the open market, or go to it."""
    if by > 0:
        came = min(by, world.people.looking)
        world.people.looking -= came
        join(lab, came, PPM)
    else:
        gone = min(-by, lab.researchers - 1)
        leave(world.rules, lab, gone, lab.skill)
        world.people.looking += gone


def _spread(world: World, by: int) -> None:
    """Let more people know of the latest secret, or fewer; somebody always does."""
    for act in [act for act in world.affairs.acts if act.published is None][-1:]:
        act.insiders = max(1, act.insiders + by)


def _hasten(depot: Depot, month: int, by: int) -> None:
    """Bring the next site under way forward by months, or put it off (negative)."""
    coming = [site for site in depot.sites if site.ready > month]
    if coming:
        site = min(coming, key=lambda site: (site.ready, site.id))
        site.ready = max(month + 1, site.ready - by)


def _offend(world: World, by: int) -> None:
    rival = world.labs[strongest_rival(world)]
    left = max(0, rival.grudges.get(Firm.XAI, 0) + by)
    if left or Firm.XAI in rival.grudges:
        rival.grudges[Firm.XAI] = left


def strongest_rival(world: World) -> Firm:
    """Return the other lab with the best published score."""
    scores = {firm: best.elo_published for firm in RIVALS if (best := world.labs[firm].best()) is not None}
    return max(scores, key=lambda firm: scores[firm]) if scores else RIVALS[0]


# -- what is true ---------------------------------------------------------------------------------


def holds(world: World, when: When, tale: Tale | None, luck: float) -> bool:
    """Return whether something is true now; `tale` is what it is compared with, `luck` is 0 to 1."""
    if when is _ALWAYS:
        return True
    if when is _LUCK:
        return luck < world.rules.tales.coin
    if tale is not None and when in _SINCE:
        return _SINCE[when](world, tale)
    now = _NOW.get(when)
    return now(world) if now is not None else False


def _known(world: World) -> int:
    return sum([act.published is not None for act in world.affairs.acts])


_SINCE: Final[dict[When, Callable[[World, Tale], bool]]] = {
    When.LEAKED: lambda world, tale: _known(world) > tale.known,
    When.QUIET: lambda world, tale: _known(world) <= tale.known,
    When.TOOK: lambda world, tale: len(world.affairs.acts) > tale.taken,
    When.RELEASED: lambda world, tale: any(
        release.month > tale.asked for release in world.labs[Firm.XAI].releases
    ),
    When.MILESTONE: lambda world, tale: world.carmaker.autonomy_reached > tale.milestones,
    When.RISEN: lambda world, tale: world.carmaker.price_cents > tale.price_cents,
}
_NOW: Final[dict[When, Callable[[World], bool]]] = {
    When.SECRET: lambda world: any(act.published is None for act in world.affairs.acts),
    When.KNOWN: lambda world: _known(world) > 0,
    When.SUED: lambda world: any(case.decided is None and not case.settled for case in world.affairs.cases),
    When.PROMISED: lambda world: any(promise.kept is None for promise in world.affairs.promises),
    When.CALM: lambda world: trust_weighted(world.holders) >= world.rules.tales.calm,
    When.MEETING_NEAR: lambda world: any(
        0 < meeting - world.month <= world.rules.tales.meeting_near for meeting in world.setting.meetings
    ),
    When.FORCED: lambda world: any(site.forced for site in world.labs[Firm.XAI].depot.sites),
    When.BUILDING: lambda world: _building(world, Firm.XAI),
    When.CARMAKER_BUILDING: lambda world: _building(world, Firm.TESLA),
    When.WAREHOUSE: lambda world: any(batch.site is None for batch in world.carmaker.depot.batches),
    When.TRAINING: lambda world: world.labs[Firm.XAI].run is not None,
    When.LEADING: lambda world: world.market.leader is Firm.XAI,
    When.BEHIND: lambda world: world.market.leader is not Firm.XAI,
    When.SOLVENT: lambda world: world.labs[Firm.XAI].cash_usd >= world.rules.tales.short_usd,
}


def _building(world: World, firm: Firm) -> bool:
    return any(site.ready > world.month for site in world.depot_of(firm).sites)


def remembered(world: World, key: str) -> Tale:
    """Return a question asked this month, with what is true today."""
    return Tale(
        key=key,
        asked=world.month,
        milestones=world.carmaker.autonomy_reached,
        price_cents=world.carmaker.price_cents,
        known=_known(world),
        taken=len(world.affairs.acts),
    )
