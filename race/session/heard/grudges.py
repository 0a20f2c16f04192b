"""What rivals hold against the founder, as far as the founder can know: what was done to them, and heard.

Offences are read from the founder's own orders and from what was told of them; nothing is read from a
rival's own memory, so that ill will of which nobody told stays hidden.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import Final

import msgspec

from race.core.commands import Command, Hire, Lobby
from race.core.events import Event, Happening
from race.core.formulas.house.tales import amount, whole
from race.core.formulas.race.temper import offended
from race.core.ids import PPM, RIVALS, Firm, Seat
from race.core.receipts import Account
from race.core.rulebook import Rulebook
from race.core.tales import SCRIPTS, On, Push
from race.core.words import Name, Term
from race.session.session import Report, Session

FELT: Final = PPM // 4
"""What is left of ill will, ppm of an offence, below which it is not worth telling."""
_HIRING: Final = "Hiring of researchers"


class Deed(StrEnum):
    """What a rival minds."""

    RAID = "raid"
    COMPLAINT = "complaint"
    PROBE = "probe"
    TALE = "tale"


class Offence(msgspec.Struct, frozen=True):
    """One deed against a rival, and when."""

    deed: Deed
    month: int
    people: int = 0
    """Researchers who were hired away."""


class Grudge(msgspec.Struct, kw_only=True):
    """What a rival holds against the founder's lab."""

    left: int = 0
    """What is left of it, ppm of one offence."""
    offences: list[Offence] = []
    """The first one first."""

    def add(self, done: Iterable[tuple[Offence, int]]) -> None:
        """Add what was done and how much it is minded, ppm; what pleases takes from it."""
        for offence, size in done:
            self.left = max(0, self.left + size)
            if size > 0:
                self.offences.append(offence)

    def chance(self, rules: Rulebook) -> float:
        """Return the chance that its next raid is on the founder's lab for it, 0-1."""
        return offended(rules.tempers.raid_grudge, self.left, rules.tempers.grudge_most)


def grudge(session: Session, firm: Firm) -> Grudge | None:
    """Return what a rival holds against the founder, None when it is nothing, or too old to matter."""
    rules, found = session.view().board.rules, Grudge()
    for record, report in zip(session.journal.months, session.reports[1:], strict=False):
        found.add(_ordered(record.orders.get(Seat.FOUNDER, ()), report, firm, rules))
        found.left = int(found.left * rules.race.grudge_kept)  # people move, and memories fade
        found.add(_later(report, firm, rules))
    if found.left <= FELT or not rules.switches.tempers:
        return None
    return found


def _ordered(
    ordered: tuple[Command, ...], report: Report, firm: Firm, rules: Rulebook
) -> Iterator[tuple[Offence, int]]:
    """Yield what was done to a rival by order before memories fade, and how much it minds, ppm."""
    if Lobby(target=firm) in ordered and any(
        event.kind is Happening.COMPLAINT and event.firm is firm for event in report.events
    ):
        yield Offence(Deed.COMPLAINT, report.month), PPM
    if any(isinstance(command, Hire) and command.source is firm for command in ordered):
        people = _raided(report, firm, rules.money.poach_usd)
        if people:
            yield Offence(Deed.RAID, report.month, people), PPM


def _later(report: Report, firm: Firm, rules: Rulebook) -> Iterator[tuple[Offence, int]]:
    """Yield what a rival minds after memories have faded, and how much, ppm; an answer may please it."""
    for event in report.events:
        if event.kind is Happening.PROBE and event.firm is firm and event.numbers.get("caught"):
            yield Offence(Deed.PROBE, report.month), PPM
        elif event.kind in (Happening.ANSWERED, Happening.AFTERMATH) and firm is _strongest(report):
            for push in _pushed(event):
                yield Offence(Deed.TALE, report.month), whole(amount(rules.tales, push))


def _raided(report: Report, firm: Firm, each_usd: int) -> int:
    """Return how many came from a rival when they were called; others may have walked over by themselves."""
    paid = -sum(
        receipt.amount
        for balance in report.balances
        if balance.firm is Firm.XAI and balance.account is Account.CASH
        for receipt in balance.receipts
        if receipt.cause.msgid == _HIRING
    )
    for event in report.events:
        if event.kind is Happening.PEOPLE_MOVED and event.firm is Firm.XAI and event.sentence is not None:
            people = int(event.numbers["people"])
            if event.sentence.values["source"] == Name(firm) and people * each_usd <= paid:
                return people
    return 0


def _strongest(report: Report) -> Firm:
    """Return the rival with the best published score: whom the house's answers offend."""
    scores = {line.firm: line.elo_published for line in report.league if line.firm in RIVALS}
    return max(RIVALS, key=lambda firm: scores.get(firm, 0.0))


def _pushed(event: Event) -> tuple[Push, ...]:
    """Return what an answer, or what came of it, does to the strongest rival's ill will."""
    if event.sentence is None:
        return ()
    answer = event.sentence.values.get("answer")
    words = answer.msgid if isinstance(answer, Term) else event.sentence.msgid
    return _offending().get(words, ())


@cache
def _offending() -> dict[str, tuple[Push, ...]]:
    """Return the answers and aftermaths that touch a rival's ill will, by their words."""
    told = [
        pair
        for script in SCRIPTS.values()
        for way in script.ways
        for pair in (
            (way.words, way.now),
            (way.then.told, way.then.pushes),
            (way.otherwise.told, way.otherwise.pushes),
        )
    ]
    found = {words: tuple([push for push in pushes if push.on is On.GRUDGE]) for words, pushes in told}
    return {words: pushes for words, pushes in found.items() if pushes}
