"""A quick look at a save: what it holds, month by month, without building its world.

The digest in the header is checked, the position is not: that is done when the save is opened.
"""

import tomllib
from pathlib import Path
from typing import Final

import msgspec

from race.core.events import Happening
from race.core.ids import Ending, Firm, Kind
from race.core.words import N_, PlainError, Sentence
from race.core.world import Standing
from race.session.session import Session
from race.session.store import body_of, content_of, no_game


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One event of a month: what kind, and whose."""

    kind: Happening
    firm: Firm | None = None


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """One month as the founder saw it end."""

    month: int
    league: tuple[Standing, ...]
    trust_ppm: int
    price_cents: int
    camps: dict[Kind, int] = {}
    events: tuple[Told, ...] = ()


class _Pages(msgspec.Struct):
    scenario: str
    scenario_text: str
    seed: int
    founder: str
    months: list[msgspec.Raw]
    difficulty: str = "standard"
    trait: str = "none"


class _Position(msgspec.Struct):
    ending: Ending | None = None


class _Kept(msgspec.Struct):
    journal: _Pages
    world: _Position
    reports: list[Moment]
    pending: list[msgspec.Raw] = []


class Glance(msgspec.Struct, frozen=True, kw_only=True):
    """What a save holds: the game it is of, and its months from the opening to the position."""

    path: Path
    scenario: str
    title: str
    """The scenario's title, as its file has it."""
    length: int
    """Month of the story's end."""
    seed: int
    difficulty: str
    trait: str
    founder: str
    moments: tuple[Moment, ...]
    ending: Ending | None
    pending: int
    """Orders given for the coming month."""

    @property
    def first(self) -> int:
        """Return the month of the opening."""
        return self.moments[0].month

    @property
    def last(self) -> int:
        """Return the month of the position."""
        return self.moments[-1].month

    def at(self, month: int) -> Moment:
        """Return a month of the game, the nearest one when it has no such month."""
        return self.moments[max(0, min(month - self.first, len(self.moments) - 1))]


def glance_of(session: Session) -> Glance:
    """Look at a game that is being played, as a save of it would be looked at."""
    moments = tuple(
        Moment(
            month=report.month,
            league=report.league,
            trust_ppm=report.trust_ppm,
            price_cents=report.price_cents,
            camps=report.camps,
            events=tuple(Told(kind=event.kind, firm=event.firm) for event in report.events),
        )
        for report in session.reports
    )
    scenario, journal = session.scenario, session.journal
    return Glance(
        path=Path(),
        scenario=scenario.name,
        title=scenario.file.title,
        length=scenario.file.months,
        seed=session.seed,
        difficulty=scenario.difficulty,
        trait=scenario.trait,
        founder=journal.founder,
        moments=moments,
        ending=session.ending,
        pending=len(session.pending),
    )


_DECODER: Final = msgspec.json.Decoder(_Kept)


def glance(path: Path) -> Glance:
    """Look at a save; raises PlainError saying what is wrong with it."""
    body = body_of(path, content_of(path))
    try:
        kept = _DECODER.decode(body)
        story = tomllib.loads(kept.journal.scenario_text)
    except (msgspec.DecodeError, ValueError, OverflowError, RecursionError) as error:
        raise no_game(path, error) from error
    if not kept.reports:
        raise PlainError(Sentence(N_("{file} is not a save of this game."), {"file": path.name}))
    pages = kept.journal
    return Glance(
        path=path,
        scenario=pages.scenario,
        title=str(story.get("title", pages.scenario)),
        length=_whole(story.get("months"), kept.reports[-1].month),
        seed=pages.seed,
        difficulty=pages.difficulty,
        trait=pages.trait,
        founder=pages.founder,
        moments=tuple(kept.reports),
        ending=kept.world.ending,
        pending=len(kept.pending),
    )


def _whole(said: object, otherwise: int) -> int:
    return said if isinstance(said, int) and said > 0 else max(1, otherwise)
