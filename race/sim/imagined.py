"""Futures as the founder can imagine them: what is hidden is drawn anew, and luck is not foretold.

A forecast that copied the true position would know the rivals' money and the next quarter's luck.
Here a rival's fleet is what one makes of it, its quality is its published score with that score's
error, its money and its method are guesses around the truth as wide as an outsider's are wide, and
every month's luck comes from another seed. The founder's own two companies are copied as they are, but
for the true quality of what the lab has released: of that the founder knows the published score.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from race.core.chance import Chance, Stream
from race.core.exact import exp
from race.core.ids import RIVALS, Keeps, Seat
from race.core.outcome import score
from race.core.view import Board, FounderView
from race.core.world import Lab
from race.policy.policy import Policy
from race.sim.together import step_together
from race.sim.unpublished import draw_unpublished

if TYPE_CHECKING:
    from race.sim.race_model import RaceModel


class Imagined:
    """The futures that a founder can imagine from a game's position."""

    def __init__(self, model: "RaceModel") -> None:
        """Take the game; it is read and never written."""
        self._model = model
        view = model.view(Seat.FOUNDER)
        if not isinstance(view, FounderView):
            message = "a founder needs the founder's view"
            raise TypeError(message)
        self._board = view.board

    def worth(self, plan: Policy, months: int, draws: int, *, first: int = 0) -> list[int]:
        """Return the score (0-1000) of each future in which the founder follows a plan, shape (draws,).

        The same draw, counted from `first`, is the same future for every plan: what differs is the plan's.
        """
        futures = [self.future(plan, draw, Keeps.NOTHING) for draw in range(first, first + draws)]
        for _ in range(months):
            step_together(futures)
        points = [score(future.world).total for future in futures]
        for future in futures:
            future.close()
        return points

    def future(self, plan: Policy, draw: int, keeps: Keeps = Keeps.ALL) -> "RaceModel":
        """Return a game at this position as it may be, with luck of its own; close it after use.

        Who only asks how it goes on `keeps` nothing of its months.
        """
        model = self._model
        luck = model.luck(f"imagined.{draw}")
        other = model.fork(plan)
        other.chance = Chance(luck.below(2**48))
        world = model.world.copy()
        world.labs = {
            firm: guessed(lab, self._board, luck) if firm in RIVALS else lab
            for firm, lab in world.labs.items()
        }
        draw_unpublished(world, self._board, model.luck(f"unpublished.{draw}"))
        other.resume(world, model.events, ())  # other books: what is guessed stands in nobody's
        other.keeps = keeps
        return other

    def futures(self, plans: Sequence[Policy], draw: int, keeps: Keeps = Keeps.ALL) -> "list[RaceModel]":
        """Return the same future under each plan; close them after use."""
        first = self.future(plans[0], draw, keeps)
        return [first, *(_beside(first, plan) for plan in plans[1:])]


def _beside(future: "RaceModel", plan: Policy) -> "RaceModel":
    """Return a future at the position and with the luck of another, under another plan."""
    other = future.fork(plan)
    other.chance = future.chance  # it remembers nothing but what it has worked out, which both need
    other.resume(future.world.copy(), future.events, ())
    other.keeps = future.keeps
    return other


def guessed(lab: Lab, board: Board, luck: Stream) -> Lab:
    """Return a rival as an outsider may imagine it; the lab is a copy that may be written."""
    errors, rules = [luck.normal() for _ in range(4)], board.rules.imagining
    seen = board.fleets[lab.firm] / max(1, lab.depot.running())
    for batch in lab.depot.batches:
        batch.quantity = int(batch.quantity * seen)
    lab.depot.rented = int(lab.depot.rented * seen)
    lab.cash_usd = int(lab.cash_usd * exp(rules.money_sd * errors[0]))
    lab.recipe += rules.method_sd * errors[1]
    if lab.run is not None:
        lab.run.flop *= seen
    if lab.candidate is not None:
        lab.candidate = replace(lab.candidate, elo=lab.candidate.elo + rules.method_sd * errors[2])
    spread = {line.firm: line.error_sd for line in board.league}.get(lab.firm, 0.0)
    lab.releases = [
        replace(release, elo_true=release.elo_published + spread * errors[3]) for release in lab.releases
    ]
    return lab
