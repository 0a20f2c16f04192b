"""What nobody has published of the months played, drawn anew: no future may know it.

Scores drift toward the true quality, and endings are judged by it, of the founder's lab and of the months
that have been played too. A founder knows the published scores and how far they may err, and no more.
"""

from msgspec.structs import replace

from race.core.chance import Stream
from race.core.ids import RIVALS, Firm
from race.core.view import Board
from race.core.world import World


def draw_unpublished(future: World, board: Board, luck: Stream) -> None:
    """Draw anew, in a future of a game that is at its start, what its founder cannot know of the past.

    `board` is what has been published. The future is written to.
    """
    error_sd = next((line.error_sd for line in board.league if line.firm is Firm.XAI), 0.0)
    redraw(future, error_sd, luck)


def redraw(world: World, error_sd: float, luck: Stream) -> None:
    """Draw the own lab's true quality around its published score, Elo, and take every month's gap from that.

    The other labs' qualities are taken as they are there: in a future they have been guessed already.
    """
    own, error = world.labs[Firm.XAI], error_sd * luck.normal()
    own.releases = [replace(release, elo_true=release.elo_published + error) for release in own.releases]
    world.gaps = [_gap(world, month) for month in range(1, world.month + 1)]


def _gap(world: World, month: int) -> float:
    """Return the gap to the best other lab at the end of a month, Elo, by what was out then."""
    out = {
        firm: max((each.elo_true for each in lab.releases if each.month <= month), default=0.0)
        for firm, lab in world.labs.items()
    }
    return max(out[firm] for firm in RIVALS) - out[Firm.XAI]
