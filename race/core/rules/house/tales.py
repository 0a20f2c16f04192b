"""Tales: somebody of the house asks, you answer or keep silent, and months later it comes back.

A question comes up in about a third of the months and in the third month after the last one for certain,
never twice in a game, and only where it fits what has happened. It waits for a month; silence is an
answer too. Some of the answer is felt at once. The rest comes four to twelve months later, and what it
is then depends on the answer and on what has happened in between.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import Answer, Orders
from race.core.events import Event, Happening
from race.core.formulas.house.tales import carry_out, holds, remembered
from race.core.ids import Firm, Seat
from race.core.tales import NAMES, SCRIPTS, On, Push, Script
from race.core.words import N_, Sentence, Term
from race.core.world import Tale, World

_ANSWER: Final = N_("You have answered: {answer}")
_UNWELCOME: Final = (On.GRUDGE, On.INSIDERS)
"""What is worse the more there is of it."""


def tell_tales(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Carry out the answers of last month's question, bring old ones back, and perhaps ask a new one."""
    world.affairs.burden = 0
    if not world.rules.switches.tales:
        return []
    luck = chance.stream(world.month, "tales")
    asks, picks, waits = luck.uniforms(3)
    events = []
    for tale in world.affairs.tales:
        if tale.choice is None:
            events.append(_answer(world, tale, orders, waits))
        elif not tale.done and tale.due <= world.month:
            events.append(_come_back(world, tale, luck.uniform()))
    script = _next(world, asks, picks)
    if script is not None:
        world.affairs.tales.append(remembered(world, script.key))
        events.append(_tell(Happening.QUESTION, Sentence(script.question, NAMES), ()))
    return events


def _answer(world: World, tale: Tale, orders: Orders, luck: float) -> Event:
    """Take the founder's answer, or silence for one, and let what follows at once happen."""
    script = SCRIPTS[tale.key]
    given = [answer.choice for _, answer in orders.of(Answer) if answer.tale == tale.key]
    choice = given[0] if given else script.default
    tale.choice = choice
    rules = world.rules.tales
    wait = rules.back_least + int(luck * (max(0, rules.back_most - rules.back_least) + 1))
    tale.due = min(world.month + wait, max(world.month + 1, world.setting.months))
    way = script.ways[choice]
    carry_out(world, way.now, Sentence(script.title))
    return _tell(Happening.ANSWERED, Sentence(_ANSWER, {"answer": Term(way.words)}), way.now)


def _come_back(world: World, tale: Tale, luck: float) -> Event:
    script = SCRIPTS[tale.key]
    way = script.ways[script.default if tale.choice is None else tale.choice]
    later = way.then if holds(world, way.hinges_on, tale, luck) else way.otherwise
    tale.done = True
    carry_out(world, later.pushes, Sentence(script.title))
    return _tell(Happening.AFTERMATH, Sentence(later.told, NAMES), later.pushes)


def _next(world: World, asks: float, picks: float) -> Script | None:
    """Return the question that comes up this month, or None."""
    rules, tales, month = world.rules.tales, world.affairs.tales, world.month
    if month + rules.back_least >= world.setting.months:
        return None  # there would be no second act
    quiet = month - tales[-1].asked if tales else month
    if asks >= rules.ask and quiet < rules.quiet_most:
        return None
    heard = [tale.key for tale in tales]
    fitting = [
        script
        for script in SCRIPTS.values()
        if script.key not in heard and holds(world, script.when, None, 0.0)
    ]
    place = int(picks * sum([script.weight for script in fitting]))
    for script in fitting:
        place -= script.weight
        if place < 0:
            return script
    return None


def _tell(kind: Happening, sentence: Sentence, pushes: tuple[Push, ...]) -> Event:
    weight = sum([-push.step if push.on in _UNWELCOME else push.step for push in pushes])
    return Event(
        kind=kind,
        firm=Firm.XAI,
        sentence=sentence,
        known_to=Seat.FOUNDER,
        good=(weight > 0) - (weight < 0),
    )
