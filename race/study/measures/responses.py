"""How the owners answer twelve acts: the same game with one act put before them, and without.

An idle founder plays to the month before the first annual meeting; there the act becomes known with
the evidence that is stated here, and the game goes on by its laws. What differs is the answer.
Three meetings are measured alike with habits, whose acts become known again and again.
"""

from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from race.core import outcome
from race.core.formulas.owners.ballots import take_tally
from race.core.formulas.owners.holders import angry_ppm, trust_by_kind
from race.core.formulas.owners.stories import act_story, amends_story, promise_story
from race.core.ids import KINDS, PPM, Ballot, Kind, Subject, Terms, week_of
from race.core.receipts import Account
from race.core.words import N_, Sentence
from race.core.world import Act, Promise, Story, World
from race.scenario.load import Scenario
from race.sim.race_model import RaceModel
from race.study.compare import Interval, mean

MEETINGS: Final = (6, 18, 30)
"""Months of the annual meetings that habits are measured at; games end with the last."""
MEETING: Final = MEETINGS[0]
"""Month of the first; an act that is measured becomes known in the weeks before it."""
LATER: Final = 12
"""Month of the second look, 26 weeks on."""
CHIPS_KEPT: Final = 12_000 / 0.34
"""H100e that make a severity of 1 when they are kept, in the spring of 2024."""
SHOWN: Final = (Kind.RETAIL, Kind.ACTIVE, Kind.PENSION)
"""Kinds of holders whose mean trust is a figure of its own."""
_OUTSIDE: Final = Sentence(N_("A fall of the whole market"))
"""The label of a story that no law tells."""
_SORRY: Final = Sentence(N_("The founder apologises"))
"""The label by which the press tells an apology."""

Deed = Callable[[World], None]
"""Puts something before the owners, in a private position between two months."""
Timed = dict[int, tuple[Deed, ...]]
"""Deeds by the month whose weeks hear of them."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What one act changes, as means over pairs of games: with it less without it."""

    act: str
    changes: dict[str, Interval]


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """What one habit has left at one annual meeting."""

    habit: str
    month: int
    trust: Interval
    """Share-weighted, 0-1."""
    pay: Interval
    """Support on pay, percent of the votes cast."""
    keep: Interval
    """Support for the founder to stay, percent of the votes cast."""


def taken(
    severity: float,
    idle: float,
    terms: Terms,
    *,
    denied: bool = False,
    voted: bool = False,
) -> Deed:
    """Return a diversion that has become known with this severity and idle share."""

    def publish(world: World) -> None:
        act = Act(
            id=world.new_id(),
            month=world.month,
            quantity=round(severity * CHIPS_KEPT),
            terms=terms,
            severity=severity,
            idle_share=idle,
            value_usd=round(severity * CHIPS_KEPT) * 30_000,
            published=world.month,
            disclosed=terms is Terms.DISCLOSED,
            denied=denied,
            refuted=denied,
            voted=voted,
        )
        world.affairs.acts.append(act)
        world.affairs.stories.append(act_story(world, act, week_of(world.month + 1)))

    return publish


def repaired(world: World) -> None:
    """Apologise for the last act that became known."""
    act = world.affairs.acts[-1]
    act.repaired = True
    story = amends_story(world, _SORRY, act)
    world.affairs.stories.append(msgspec.structs.replace(story, week=week_of(world.month + 1)))


def promised(result: str) -> Deed:
    """Return a promise that has come to its end ("kept", "missed") or is new, with a claim of .8."""

    def tell(world: World) -> None:
        promise = Promise(
            id=world.new_id(),
            made=max(0, world.month - 6),
            subject=Subject.CHIPS_POWERED,
            quantity=85_000,
            due=world.month + (6 if result == "new" else 0),
            claim=0.8,
            kept=None if result == "new" else result == "kept",
        )
        world.affairs.promises.append(promise)
        story = promise_story(world, promise, result)
        world.affairs.stories.append(msgspec.structs.replace(story, week=week_of(world.month + 1)))

    return tell


def fallen(world: World) -> None:
    """Let the price fall by 28 % for reasons that have nothing to do with the founder."""
    story = Story(
        id=world.new_id(),
        label=_OUTSIDE,
        week=week_of(world.month + 1),
        salience=0.0,
        effect=(0,) * len(KINDS),
        memory=0.0,
        price_ppm=-280_000,
    )
    world.affairs.stories.append(story)


_IDLE: Final = taken(0.34, 1.0, Terms.SILENT)
"""12,000 chips taken in silence while the carmaker had places for them all."""
_LARGE: Final = taken(1.42, 1.0, Terms.SILENT)
"""The same of 50,000."""

ACTS: Final[dict[str, Timed]] = {
    "12k swap, no powered site": {6: (taken(0.14, 0.0, Terms.SWAP),)},
    "the same, disclosed first": {6: (taken(0.14, 0.0, Terms.DISCLOSED),)},
    "12k put to a vote": {6: (taken(0.34, 0.0, Terms.PAID, voted=True),)},
    "12k silent, no site, leaked": {6: (taken(0.34, 0.0, Terms.SILENT),)},
    "12k silent, built site idle": {6: (_IDLE,)},
    "the same, denied, refuted": {6: (taken(0.34, 1.0, Terms.SILENT, denied=True),)},
    "50k silent, idle": {6: (_LARGE,)},
    "50k silent, idle, four times": {4: (_LARGE,), 5: (_LARGE,), 6: (_LARGE, _LARGE)},
    "12k silent, idle, repaired": {6: (_IDLE,), 7: (repaired,)},
    "one missed promise": {6: (promised("missed"),)},
    "two missed promises": {5: (promised("missed"),), 6: (promised("missed"),)},
    "one kept promise": {6: (promised("kept"),)},
    "new promise (claim .8)": {6: (promised("new"),)},
    "price -28 % from outside": {6: (fallen,)},
}
"""The acts by the month whose weeks hear of them."""


def _every(months: int, *deeds: Deed, start: int = 3) -> Timed:
    return dict.fromkeys(range(start, MEETINGS[-1] + 1, months), deeds)


HABITS: Final[dict[str, Timed]] = {
    "nothing": {},
    "swap (f .14) twice a year, no site": _every(6, taken(0.14, 0.0, Terms.SWAP)),
    "the same, site idle": _every(6, taken(0.14, 1.0, Terms.SWAP)),
    "silent (f .34) twice a year, idle": _every(6, _IDLE),
    "silent (f .8) each quarter": _every(3, taken(0.8, 1.0, Terms.SILENT)),
    "promise kept twice a year": _every(6, promised("kept")),
    "promise missed twice a year": _every(6, promised("missed")),
    "silent once a year, repaired, promises kept": _every(12, _IDLE)
    | _every(12, repaired, start=4)
    | _every(6, promised("kept"), start=5),
}
"""The habits by the months whose weeks hear of them."""


def answers(scenario: Scenario, seeds: range) -> Iterator[Answer]:
    """Yield what each act changes, each pair of games on the same seed."""
    without = [_looks(scenario, seed, {}) for seed in seeds]
    yield Answer(act="nothing (as it stands)", changes=_means(without))
    for name, deeds in ACTS.items():
        told = [_looks(scenario, seed, deeds) for seed in seeds]
        changes = [
            {figure: given[figure] - left[figure] for figure in given}
            for given, left in zip(told, without, strict=True)
        ]
        yield Answer(act=name, changes=_means(changes))


def three_meetings(scenario: Scenario, seeds: range) -> Iterator[Meeting]:
    """Yield what each habit has left at each annual meeting that its games reach."""
    for habit, deeds in HABITS.items():
        seen: dict[int, list[World]] = {month: [] for month in MEETINGS}
        for seed in seeds:
            for world in _positions(scenario, seed, deeds, MEETINGS[-1]):
                if world.month in seen:
                    seen[world.month].append(world)
        for month, worlds in seen.items():
            yield Meeting(
                habit=habit,
                month=month,
                trust=mean([outcome.trust(world) for world in worlds]),
                pay=mean([_support(world, Ballot.PAY) for world in worlds]),
                keep=mean([_support(world, Ballot.KEEP_FOUNDER) for world in worlds]),
            )


def _positions(scenario: Scenario, seed: int, deeds: Timed, last: int) -> Iterator[World]:
    """Play a game of an idle founder with deeds in between; yield each position."""
    race = RaceModel(scenario, "idle", seed, collect=False)
    while race.world.ending is None and race.world.month < last:
        told = race.world.copy()
        for deed in deeds.get(race.world.month + 1, ()):
            deed(told)
        race.resume(told, race.events, race.balances)
        race.step()
        yield race.world
    race.close()


def _looks(scenario: Scenario, seed: int, deeds: Timed) -> dict[str, float]:
    """Return the figures of one game at the meeting and half a year on."""
    told: dict[str, float] = {}
    for world in _positions(scenario, seed, deeds, LATER):
        if world.month == MEETING:
            told |= _at_meeting(world)
        elif world.month == MEETING + 1:
            told["suits 8 wk"] = float(world.affairs.complaints)
        elif world.month == LATER:
            told["trust +26 wk"] = outcome.trust(world)
    return told


def _at_meeting(world: World) -> dict[str, float]:
    kinds = trust_by_kind(world.holders)
    return {
        "trust +4 wk": outcome.trust(world),
        **{kind.value: kinds[kind] / PPM for kind in SHOWN},
        "pay %": _support(world, Ballot.PAY),
        "keep %": _support(world, Ballot.KEEP_FOUNDER),
        "price %": _news_price(world),
        "angry %": angry_ppm(world.holders, world.rules) / 10_000,
    }


def _news_price(world: World) -> float:
    """Return the month's change of price by stories' receipts over the price, percent."""
    told = [story.label for story in world.affairs.stories if story.price_ppm]
    moved = sum(
        receipt.amount
        for receipt in world.receipts
        if receipt.account is Account.PRICE and receipt.cause in told
    )
    posted = sum(receipt.amount for receipt in world.receipts if receipt.account is Account.PRICE)
    return 100 * moved / (world.carmaker.price_cents - posted)


def _support(world: World, ballot: Ballot) -> float:
    return take_tally(world.rules, world.holders, world.carmaker, ballot).support_ppm() / 10_000


def _means(rows: list[dict[str, float]]) -> dict[str, Interval]:
    return {figure: mean([row[figure] for row in rows if figure in row]) for figure in rows[0]}
