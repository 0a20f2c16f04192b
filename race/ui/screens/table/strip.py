"""What the strip under the docks says while no crate is in the hand: what ending the month brings."""

from race.speech import _
from race.ui.pieces.crates import Preview
from race.ui.present.consequences import Consequence
from race.ui.screens.looks import effects


def ending(
    rest: Preview,
    numbers: tuple[Consequence, ...],
    moves: tuple[Consequence, ...] = (),
    *,
    first: bool = False,
) -> Preview:
    """Return the strip at rest with what the month brings if it is ended now; `first` says how to move.

    Once crates have been moved the numbers stay what their `moves` change, and the month is told in words.
    """
    if not numbers:
        return rest
    tip = _(
        "What the month brings with what is ordered, in eight futures of ten; most of it is luck and the "
        "market. Autonomy pace: how fast the carmaker's programme moves, of its plan; its chips, people and "
        "power carry it."
    )
    if moves:
        quality, trust = (each.shown for each in numbers[:2])
        month = _("The whole month: quality {quality}, trust {trust}").format(quality=quality, trust=trust)
        return Preview(rest.title, month, effects(moves), tip=tip)
    return Preview(
        _("If you end the month now"), rest.text if first else rest.title, effects(numbers), tip=tip
    )
