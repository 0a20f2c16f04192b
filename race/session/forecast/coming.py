"""What the coming month may bring: a few futures of one month, played here, a few at a time.

They are the war room's futures (hidden things drawn anew, luck of their own), but short: a receipt that is
read has its range a moment later, without a process beside the game.
"""

from contextlib import closing
from typing import Final

from race.core.formulas.owners.carmaker import autonomy_pace
from race.core.ids import Firm
from race.core.receipts import Account
from race.core.turn import balances_of
from race.core.world import World
from race.session.forecast.position import OrdersThenOfficers
from race.session.session import Session
from race.sim.cast import style_of
from race.sim.imagined import Imagined
from race.sim.race_model import RaceModel

FUTURES: Final = 20
"""Futures that a range is made of."""
STEP: Final = 3
"""Futures that are played at a time: they fit between two frames."""
_LEFT_OUT: Final = 1
"""Futures left out at either end: of 20 exchangeable draws, one more lies between the 2nd and the 19th
17 times in 21."""

Ranges = dict[tuple[Firm, Account], tuple[int, int]]
"""Of every account the ends between which the month closes eight times in ten, in the account's own unit."""


class ComingMonth:
    """Ranges of the accounts at the end of the coming month, given this month's orders."""

    def __init__(self) -> None:
        """Start with nothing asked."""
        self._of: tuple[World, object, object] | None = None
        self._closes: list[dict[tuple[Firm, Account], int]] = []
        self._paces: list[int] = []
        self._ranges: Ranges | None = None

    def ranges(self, session: Session) -> Ranges | None:
        """Return the ranges of a game's coming month; None before all is played, empty after the ending."""
        if session.ending is not None:
            return {}
        return self._ranges if self._knows(session) else None

    def changes(self, session: Session) -> Ranges | None:
        """Return the same as what the month adds to the accounts, below 0 what it takes."""
        ranges = self.ranges(session)
        if not ranges:
            return ranges
        held = balances_of(session.position())
        return {
            (firm, kind): (low - held[kind][firm], high - held[kind][firm])
            for (firm, kind), (low, high) in ranges.items()
        }

    def pace(self, session: Session) -> tuple[int, int] | None:
        """Return the ends of the autonomy programme's pace in the month, ppm of the plan; None as above."""
        return _ends(self._paces) if self.ranges(session) else None

    def play(self, session: Session, most: int = STEP) -> bool:
        """Play up to `most` futures more; return whether any was still to be played."""
        if self.ranges(session) is not None:
            return False
        if not self._knows(session):
            self._of = (session.position(), session.pending, session.standing)
            self._closes, self._paces, self._ranges = [], [], None
        start, last = len(self._closes), session.reports[-1]
        race = RaceModel(session.scenario, "idle", session.seed, collect=False, world=session.position())
        style = style_of(session.scenario.means[Firm.XAI])
        founder = OrdersThenOfficers(session.month, session.pending, session.standing, style)
        with closing(race):
            race.resume(session.position(), last.events, last.balances)
            imagined = Imagined(race)
            for draw in range(start, min(FUTURES, start + most)):
                with closing(imagined.future(founder, draw)) as future:
                    future.step()
                    self._note(future.world)
        if len(self._closes) >= FUTURES:
            self._ranges = {key: _ends([closed[key] for closed in self._closes]) for key in self._closes[0]}
        return True

    def _note(self, world: World) -> None:
        """Write down how a future's month has closed."""
        held = balances_of(world)
        self._paces.append(autonomy_pace(world.rules, world.carmaker))
        self._closes.append({(firm, kind): held[kind][firm] for kind in held for firm in held[kind]})

    def _knows(self, session: Session) -> bool:
        """Return whether what was played is of this very position and these orders."""
        if self._of is None:
            return False
        world, pending, standing = self._of
        return world is session.position() and (pending, standing) == (session.pending, session.standing)


def _ends(values: list[int]) -> tuple[int, int]:
    ordered = sorted(values)
    return ordered[_LEFT_OUT], ordered[-1 - _LEFT_OUT]
