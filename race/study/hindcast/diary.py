"""What one game did, as far as the facts can be compared with it: months, deeds, news, votes, prices.

The game goes through `RaceModel.step()` like every other, and ends in June 2025 unless it ended before.
"""

from typing import Final

import msgspec

from race.core.events import Event, Happening
from race.core.ids import KINDS, PPM, Firm, Kind
from race.core.metrics import measure
from race.core.receipts import Account, Receipt
from race.core.world.books import Act, VoteResult
from race.scenario.load import Scenario
from race.sim.race_model import RaceModel
from race.study.hindcast.bands import LAST_MONTH

FOUNDER: Final = "historical"


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A release: when, from how much training compute, and whether it refreshes an earlier run."""

    month: int
    flop: float
    refresh: bool


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """One month at its end; the first of a diary is the opening."""

    measures: dict[tuple[str, str], float]
    events: tuple[Event, ...] = ()
    price_before: int = 0
    """The carmaker's share price when the month opened, US cents."""
    price_receipts: tuple[Receipt, ...] = ()
    governance: tuple[object, ...] = ()
    """Labels of the live stories about diversions, as they stand on receipts."""


class Diary(msgspec.Struct, frozen=True, kw_only=True):
    """One game to June 2025, or to its end if that came first."""

    seed: int
    ending: str
    """Empty when June 2025 was reached."""
    opening: int
    """Month of the first of `months`: 0, or a later one when the scenario starts later."""
    months: tuple[Month, ...]
    releases: dict[str, tuple[Made, ...]]
    votes: tuple[VoteResult, ...]
    acts: tuple[Act, ...]
    small_owners: float
    """Part of the carmaker that private people hold, the founder not among them, percent."""

    @property
    def last(self) -> int:
        """Return the month of the last of `months`."""
        return self.opening + len(self.months) - 1

    def between(self, first: int, last: int) -> tuple[Month, ...]:
        """Return the months from `first` to `last` inclusive, as far as they were played."""
        return self.months[max(0, first - self.opening) : max(0, last + 1 - self.opening)]

    def at(self, entity: str, metric: str, month: int) -> float | None:
        """Return a metric at the end of a month, or None before the opening and after the end."""
        return next((noted.measures[entity, metric] for noted in self.between(month, month)), None)

    def happened(self, kind: Happening, first: int = 0, last: int = LAST_MONTH) -> list[tuple[int, Event]]:
        """Return the events of a kind with their months, from `first` to `last` inclusive."""
        return [
            (number, event)
            for number, month in enumerate(self.between(first, last), max(first, self.opening))
            for event in month.events
            if event.kind is kind
        ]


def keep_diary(scenario: Scenario, seed: int) -> Diary:
    """Play the historical founder's game of a seed to June 2025 and return what it did."""
    race = RaceModel(scenario, FOUNDER, seed, collect=False)
    try:
        small = _small_owners(race)
        opening = race.world.month
        months = [Month(measures=measure(race.world))]
        while race.world.ending is None and race.world.month < LAST_MONTH:
            race.step()
            months.append(_note(race))
        world = race.world
        return Diary(
            seed=seed,
            ending=world.ending.value if world.ending else "",
            opening=opening,
            months=tuple(months),
            releases={firm.value: _made(race, firm) for firm in world.labs},
            votes=tuple(world.affairs.votes),
            acts=tuple(world.affairs.acts),
            small_owners=small,
        )
    finally:
        race.close()


def _note(race: RaceModel) -> Month:
    price = next(
        balance
        for balance in race.balances
        if balance.firm is Firm.TESLA and balance.account is Account.PRICE
    )
    return Month(
        measures=measure(race.world),
        events=race.events,
        price_before=price.before,
        price_receipts=price.receipts,
        governance=tuple(story.label for story in race.world.affairs.stories if story.act is not None),
    )


def _made(race: RaceModel, firm: Firm) -> tuple[Made, ...]:
    return tuple(
        Made(month=release.month, flop=release.flop, refresh=release.refresh)
        for release in race.world.labs[firm].releases
    )


def _small_owners(race: RaceModel) -> float:
    """Return the opening share of fans and other private holders, percent of all shares."""
    holders, carmaker = race.world.holders, race.world.carmaker
    private = int(holders.shares[holders.kind <= KINDS.index(Kind.RETAIL)].sum())  # fans stand before them
    others = 1.0 - carmaker.stake_ppm / PPM
    held = int(holders.shares[holders.shares > 0].sum())
    return 100.0 * private / held * others if held else 0.0
