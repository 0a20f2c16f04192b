"""A game in the window: the session, its saves, and what the screens may do with them.

Imported by the loading thread: from here on the world is known. Every finished month is saved, so each month
has a save before and one after it.
"""

from pathlib import Path

from race.core.commands import Command
from race.core.ids import LABS, Firm, Terms
from race.core.words import PlainError, month
from race.session.asking import Halt
from race.session.session import Refused, Report, Session
from race.session.store import Saved, Slots
from race.speech import _, name, ordinal, speak
from race.speech import quantity as write
from race.ui.present import orders, owners, supply
from race.ui.present.ahead.lookout import Lookout
from race.ui.screens.screen import Desk


class Shelf:
    """The saves of this player, and which of them could not be trusted."""

    def __init__(self, slots: Slots) -> None:
        """Read the newest save."""
        self.slots = slots

    def newest(self) -> tuple[Path, Saved] | None:
        """Return the newest good save, or None."""
        return self.slots.newest()

    def state(self) -> str:
        """Return what the newest save holds in a few words; empty when there is none to continue."""
        found = self.newest()
        if found is None:
            return ""
        report = found[1].reports[-1]
        places = [line.firm for line in report.league]
        place = places.index(Firm.XAI) + 1 if Firm.XAI in places else len(LABS)
        words = _("{date} · {lab} {place} of {n}")
        return words.format(
            date=write(month(report.month)), lab=name(Firm.XAI), place=ordinal(place), n=len(LABS)
        )

    def skipped(self) -> list[str]:
        """Return a sentence for each save that is newer than the good one and cannot be used."""
        found = self.newest()
        limit = found[0].stat().st_mtime_ns if found else 0
        files = self.slots.folder.glob("*.diverted")
        late = [file.name for file in files if file.stat().st_mtime_ns > limit]
        return [_("{file} is damaged and was skipped.").format(file=file) for file in sorted(late)]


class Game:
    """One game at the table: orders of the month, the terms on the switch, the hall before the last month."""

    def __init__(self, session: Session, shelf: Shelf) -> None:
        """Sit down at a session."""
        self.session = session
        self.shelf = shelf
        self.terms = Terms.SWAP
        self.before: owners.HallState | None = None
        self.lookout = Lookout()

    def keep(self, desk: Desk) -> None:
        """Save the month; when the disk refuses, say so and play on."""
        try:
            self.shelf.slots.autosave(self.session)
        except PlainError as problem:
            desk.tell(speak(problem.sentence), "warning", desk.theme.palette.warning)

    def end_month(self, desk: Desk) -> None:
        """Play the month and save it."""
        self.before = owners.hall(self.session)
        self.session.end_month()
        self.keep(desk)

    def run_on(self, desk: Desk) -> Halt:
        """Play and save month after month until something asks for the founder."""
        halls = [owners.hall(self.session)]

        def after(report: Report) -> None:
            del report
            self.before = halls[-1]
            halls.append(owners.hall(self.session))
            self.keep(desk)

        return self.session.run_until(after=after)

    def order(self, command: Command) -> str:
        """Give an order; return the reason when it is refused, else an empty text."""
        try:
            self.session.submit(command)
        except Refused as refused:
            return speak(refused.sentence)
        return ""

    def move(self, crate: str, dock: str) -> str:
        """Move a crate to a dock, or take back the order that moved it; return the reason against it."""
        source = int(crate)
        place = supply.order_behind(self.session, source)
        if place is not None:
            self.take_back(place)
            return ""
        command = supply.move(self.session, source, dock, self.terms)
        return self.order(command) if command is not None else ""

    def take_back(self, place: int) -> tuple[str, ...]:
        """Take back one order of this month; later ones are given again, and those that need it fall with it.

        Returns:
            The orders that could not be given again, in words.
        """
        later: list[Command] = []
        while len(self.session.pending) > place:
            command = self.session.undo()
            if command is not None:
                later.insert(0, command)
        return tuple(orders.told(command) for command in later[1:] if self.order(command))

    def refusals(self) -> dict[tuple[str, str], str]:
        """Return why crates cannot go to the other dock, for those that cannot."""
        found = {}
        for crate in supply.shipments(self.session):
            reason = supply.why_stays(self.session, crate, self.terms)
            if reason:
                found[str(crate.source), "carmaker" if crate.dock == "lab" else "lab"] = reason
        return found

    def again(self) -> "Game":
        """Return the same world from its first month."""
        return Game(Session(self.session.scenario, self.session.seed), self.shelf)
