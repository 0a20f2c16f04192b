"""Whole games without a window, and what is kept of them.

Games are played in step (`race.sim.together`), each as `RaceModel.step()` plays it in the window; figures are
read from the position between the months, and the fingerprint is taken once, at the end.
"""

from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from traceback import format_exc
from typing import Final, NamedTuple, Protocol

import msgspec

from race.core.events import Event, Happening
from race.core.ids import PPM, Firm, Keeps, Thing
from race.core.metrics import measure
from race.core.outcome import Score, final_gap, rank, score, true_elo, trust
from race.policy.policy import Policy
from race.scenario.load import Scenario
from race.sim.race_model import RaceModel
from race.sim.together import play_out

EARLY: Final = 18
"""Months of the first half of a full game, for `frontier_months_by_18`."""
YEAR: Final = 12
_QUANTITIES: Final = ("quantity", "amount", "people", "power_kw", "usd", "amount_usd", "score")
"""Numbers of an event that say how much, the first that is there."""


class EventRow(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened, as the table of events keeps it."""

    month: int
    kind: str
    votes_for: int | None = None
    """Shares."""
    votes_against: int | None = None
    abstained: int | None = None
    turnout: float | None = None
    """Shares present over shares outstanding, 0-1."""
    passed: bool | None = None
    quantity: float | None = None
    entity: str | None = None
    ballot: str | None = None


class GameRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One finished game."""

    scenario: str
    founder: str
    seed: int
    ending: str
    score: Score
    months: int
    """Month index of the ending: the turns played, and those before a game that starts later."""
    fingerprint: str
    removed: bool
    """Whether the founder lost control of the carmaker."""
    final_gap: float
    """Mean true gap to the best other lab over the last months, Elo (0 or less: in front)."""
    rank: int
    trust: float
    """Share-weighted, 0-1."""
    elo_true_12: float | None
    """The lab's true Elo at the end of month 12; None when the game ended before."""
    elo_true: float
    frontier_months: int
    frontier_months_by_18: int
    """Months up to the 18th with a true gap within the frontier's."""
    diverted_h100e: int
    promises_kept: int
    promises_missed: int
    letters: int
    complaints: int
    leaks: int
    share_price_usd: float
    cash_usd_m: float
    refusals: int
    """Wishes of a bot that were not legal."""
    measures: tuple[dict[tuple[str, str], float], ...] = ()
    """By month, the opening first: {(entity, metric): value}; empty unless asked for."""
    opening: int = 0
    """Month of the first of the measures: 0, or a later one when the scenario starts later."""
    events: tuple[EventRow, ...] = ()

    def at(self, month: int) -> dict[tuple[str, str], float] | None:
        """Return the measures at the end of a month, or None before the opening and after the end."""
        place = month - self.opening
        return self.measures[place] if 0 <= place < len(self.measures) else None


class Start(NamedTuple):
    """What a game is played from; names that do not exist are a PlainError when it is."""

    scenario: str | Path | Scenario
    founder: str | Policy
    seed: int


def play_game(
    scenario: str | Path | Scenario, founder: str | Policy, seed: int, *, months: bool = False
) -> GameRecord:
    """Play one game to its ending and return its record, with monthly figures and events if `months`.

    Raises PlainError for a scenario or a founder that does not exist.
    """
    return play_games((Start(scenario, founder, seed),), months=months)[0]


def play_games(starts: Sequence[Start], *, months: bool = False) -> list[GameRecord]:
    """Play some games in step, each to its ending, and return their records as `play_game` does.

    Raises whatever one of them raises.
    """
    with ExitStack() as stack:
        games = [_Diary(stack.enter_context(closing(_opened(start))), months=months) for start in starts]
        play_out([game.race for game in games], [game.note for game in games])
        return [
            _record(game, start.founder if isinstance(start.founder, str) else type(start.founder).__name__)
            for game, start in zip(games, starts, strict=True)
        ]


class Play(Protocol):
    """How some games are played; tests put a poisonous one here."""

    def __call__(self, starts: Sequence[Start], *, months: bool) -> list[GameRecord]:
        """Return the record of each game."""


def play_or_tell(
    starts: Sequence[Start], *, months: bool = False, play: Play = play_games
) -> list[GameRecord | str]:
    """Return the record of each of some games, or the traceback of one that raises: the others are played."""
    try:
        return [*play(starts, months=months)]
    except Exception:  # noqa: BLE001 - whatever one game does, the others are played
        if len(starts) == 1:
            return [format_exc()]
        return [each for start in starts for each in play_or_tell((start,), months=months, play=play)]


def _opened(start: Start) -> RaceModel:
    race = RaceModel(start.scenario, start.founder, start.seed, collect=False)
    race.keeps = Keeps.BOOKS
    return race


class _Diary:
    """What is noted of a game while it is played."""

    def __init__(self, race: RaceModel, *, months: bool) -> None:
        """Begin at the opening."""
        self.race = race
        self.opening = race.world.month
        self.measures = [measure(race.world)] if months else []
        self.events: list[EventRow] = []
        self.leaks = 0
        self.elo_at_year: float | None = None
        self._months = months

    def note(self) -> None:
        """Note the month that was played last."""
        race = self.race
        self.leaks += sum(event.kind is Happening.LEAK for event in race.events)
        if self._months:
            self.measures.append(measure(race.world))
            self.events += event_rows(race)
        if race.world.month == YEAR:
            self.elo_at_year = true_elo(race.world.labs[Firm.XAI])


def _record(diary: _Diary, founder: str) -> GameRecord:
    race = diary.race
    world, affairs = race.world, race.world.affairs
    limit = world.rules.score.frontier_gap
    return GameRecord(
        scenario=race.starts_from.name,
        founder=founder,
        seed=race.game_seed,
        ending=world.ending.value if world.ending else "",
        score=score(world),
        months=world.month,
        fingerprint=race.fingerprint().whole,
        removed=affairs.removed,
        final_gap=final_gap(world),
        rank=rank(world),
        trust=trust(world),
        elo_true_12=diary.elo_at_year,
        elo_true=true_elo(world.labs[Firm.XAI]),
        frontier_months=sum(gap <= limit for gap in world.gaps),
        frontier_months_by_18=sum(gap <= limit for gap in world.gaps[:EARLY]),
        diverted_h100e=sum(act.quantity for act in affairs.acts if act.thing is Thing.CHIPS),
        promises_kept=sum(promise.kept is True for promise in affairs.promises),
        promises_missed=sum(promise.kept is False for promise in affairs.promises),
        letters=affairs.letters,
        complaints=affairs.complaints,
        leaks=diary.leaks,
        share_price_usd=world.carmaker.price_cents / 100,
        cash_usd_m=world.labs[Firm.XAI].cash_usd / 1e6,
        refusals=race.refusals,
        measures=tuple(diary.measures),
        opening=diary.opening,
        events=tuple(diary.events),
    )


def event_rows(race: RaceModel) -> list[EventRow]:
    """Return this month's events as rows; a vote carries its count in shares."""
    month = race.world.month
    votes = iter([vote for vote in race.world.affairs.votes if vote.month == month])
    rows = []
    for event in race.events:
        row = _row(month, event)
        vote = next(votes, None) if event.kind is Happening.VOTE else None
        if vote is not None:
            row = msgspec.structs.replace(
                row,
                votes_for=vote.votes_for,
                votes_against=vote.votes_against,
                abstained=vote.abstained,
                turnout=vote.turnout_ppm() / PPM,
                passed=vote.passed,
                ballot=vote.ballot.value,
            )
        rows.append(row)
    return rows


def _row(month: int, event: Event) -> EventRow:
    numbers = event.numbers
    return EventRow(
        month=month,
        kind=event.kind.value,
        quantity=next((numbers[name] for name in _QUANTITIES if name in numbers), None) if numbers else None,
        entity=event.firm.value if event.firm else None,
    )
