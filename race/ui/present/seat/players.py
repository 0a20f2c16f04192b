"""Who can hold the founder's seat, in words, and how they are to play."""

from dataclasses import dataclass
from typing import Final

from race.core.ids import Seat
from race.policy.registry import FOUNDERS
from race.session.autoplay.stops import Stop
from race.session.journal import PLAYER
from race.session.session import Session
from race.speech import _
from race.ui.present import orders

SPEEDS: Final = {"hand": None, "slow": 2_000, "quick": 1_000, "fastest": 0}
"""Milliseconds from one month to the next; None waits for the player."""
LIMITS: Final = (0, 3, 6, 12)
"""Months after which to stop; 0 for no limit."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who is to play, how fast, and what to stop at."""

    bot: str = "steward"
    speed: str = "quick"
    stops: frozenset[Stop] = frozenset(Stop)
    most: int = 0


@dataclass(frozen=True, slots=True)
class Player:
    """One bot: its key, its name, what it does in a sentence."""

    key: str
    name: str
    line: str


def players() -> tuple[Player, ...]:
    """Return every bot of the registry, those with a manner of their own first."""
    words = _words()
    order = sorted(FOUNDERS, key=lambda key: list(words).index(key) if key in words else len(words))
    return tuple(Player(key, *words.get(key, (key, ""))) for key in order)


def _words() -> dict[str, tuple[str, str]]:
    return {
        "steward": (
            _("Steward"),
            _("Never takes a chip; promises what the plan carries, and asks the holders."),
        ),
        "opportunist": (
            _("Opportunist"),
            _("Announces and buys what would stand idle, of the first offer and a tenth of what comes."),
        ),
        "swapper": (
            _("Swapper"),
            _("Swaps slot for slot, the first offer and a fifth of what flows to the carmaker."),
        ),
        "diplomat": (
            _("Diplomat"),
            _("Asks for what is granted: the first offer by swap, a loan on shares, the holders' money."),
        ),
        "builder": (
            _("Builder"),
            _("Asks like the diplomat, raises money early, and spends where others save: on sites and pay."),
        ),
        "diverter": (_("Diverter"), _("Takes everything, silently, and denies it.")),
        "promiser": (
            _("Promiser"),
            _("Promises beyond the plan, buys a little on the side, borrows on shares."),
        ),
        "historical": (
            _("As reported"),
            _("Does what was publicly reported, as far as this world allows it."),
        ),
        "speculator": (_("Speculator"), _("Buys everything on credit that the next round is to pay.")),
        "planner": (
            _("Planner"),
            _("Plays what it imagines before it decides; thinks for half a minute now and then."),
        ),
        "idle": (_("Nobody"), _("Orders nothing at all; the world goes on.")),
        "random": (_("Dice"), _("Orders whatever the dice say, as long as it is allowed.")),
    }


def player_name(key: str) -> str:
    """Return a bot's name in words; you for the player."""
    return _("You") if key == PLAYER else _words().get(key, (key, ""))[0]


def speed_names() -> dict[str, str]:
    """Return the speeds in words."""
    return {"hand": _("By hand"), "slow": _("Slow"), "quick": _("Quick"), "fastest": _("Fastest")}


def stop_names() -> dict[Stop, str]:
    """Return what a game can be stopped at."""
    return {
        Stop.LEAK: _("Something comes out"),
        Stop.SUIT: _("A letter or a suit"),
        Stop.MEETING: _("A meeting comes near, or votes"),
        Stop.SETBACK: _("An incident, a stopped site, a missed date"),
        Stop.LINE: _("Trust falls near the line"),
        Stop.LEAD: _("The lab takes the lead"),
    }


def limit_names() -> dict[int, str]:
    """Return after how many months to stop, in words."""
    return {most: _("{n} months").format(n=most) if most else _("No limit") for most in LIMITS}


def ordered(session: Session, month: int) -> tuple[str, ...]:
    """Return what the founder's seat ordered in a month of a game, in words; empty for nothing known."""
    records = session.journal.months
    place = month - session.reports[0].month
    if not 0 <= place < len(records):
        return ()
    return tuple(map(orders.told, records[place].orders.get(Seat.FOUNDER, ())))
