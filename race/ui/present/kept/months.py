"""A game's months on one line: what happened where, for whoever looks back over it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from race.core.events import Happening
from race.core.ids import Firm
from race.core.words import month
from race.speech import _
from race.speech import quantity as write
from race.ui.present.league import axis_month


class _Event(Protocol):
    @property
    def kind(self) -> Happening: ...

    @property
    def firm(self) -> Firm | None: ...


class _Month(Protocol):
    @property
    def month(self) -> int: ...

    @property
    def events(self) -> Iterable[_Event]: ...


@dataclass(frozen=True, slots=True)
class Mark:
    """A month on the line: its date, its short date, the sign of what happened, and that in words.

    The sign is `diversion`, `leak`, `court`, `vote`, `release` or empty.
    """

    month: int
    date: str
    short: str
    sign: str
    words: str


_SIGNS: Final[dict[Happening, str]] = {
    Happening.SUIT: "court",
    Happening.RULING: "court",
    Happening.INJUNCTION: "court",
    Happening.LEAK: "leak",
    Happening.VOTE: "vote",
    Happening.DIVERSION: "diversion",
    Happening.RELEASE: "release",
}
"""What is marked, the weightiest first; releases only of the founder's lab."""


def marks(months: Iterable[_Month]) -> tuple[Mark, ...]:
    """Return the months with the weightiest thing that happened in each."""
    words = {
        "court": _("in court"),
        "leak": _("something came out"),
        "vote": _("the holders voted"),
        "diversion": _("chips were diverted"),
        "release": _("the lab released"),
    }
    found = []
    for each in months:
        sign = _sign(each.events)
        date = write(month(each.month))
        told = _("{date}: {what}").format(date=date, what=words[sign]) if sign else date
        found.append(Mark(each.month, date, axis_month(each.month), sign, told))
    return tuple(found)


def _sign(events: Iterable[_Event]) -> str:
    happened = {
        event.kind for event in events if event.kind is not Happening.RELEASE or event.firm is Firm.XAI
    }
    return next((sign for kind, sign in _SIGNS.items() if kind in happened), "")
