"""A game in the window: the session, its saves, and what the screens may do with them.

Imported by the loading thread: from here on the world is known. Every finished month is saved, so each month
has a save before and one after it.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from race.core.commands import Command
from race.core.ids import LABS, Firm, Terms
from race.core.words import PlainError, month
from race.session.asking import Halt
from race.session.forecast.coming import ComingMonth
from race.session.kept.draft import note
from race.session.kept.glance import Glance, glance
from race.session.session import Refused, Report, Session
from race.session.store import Saved, Slots, save
from race.speech import _, name, ordinal, speak
from race.speech import quantity as write
from race.ui.present import orders, owners, supply
from race.ui.present.ahead.lookout import Lookout
from race.ui.present.kept import saves
from race.ui.present.rooms.yards.parts import parts
from race.ui.present.seat.players import Plan
from race.ui.screens.screen import Desk


class Shelf:
    """The saves of this player, and which of them could not be trusted."""

    def __init__(self, slots: Slots) -> None:
        """Use a folder of saves; nothing is read yet."""
        self.slots = slots
        self._seen: dict[Path, tuple[tuple[int, int], Glance]] = {}

    def newest(self) -> tuple[Path, Saved] | None:
        """Return the newest good save, or None."""
        return self.slots.newest()

    def state(self) -> str:
        """Return what the newest save holds in a few words; empty when there is none to continue."""
        return self.last()[0]

    def last(self) -> tuple[str, bool]:
        """Return that and whether the game of the newest save has ended."""
        found = self.newest()
        if found is None:
            return "", False
        report = found[1].reports[-1]
        places = [line.firm for line in report.league]
        place = places.index(Firm.XAI) + 1 if Firm.XAI in places else len(LABS)
        words = _("{date} · {lab} {place} of {n}")
        told = words.format(
            date=write(month(report.month)), lab=name(Firm.XAI), place=ordinal(place), n=len(LABS)
        )
        return told, found[1].world.ending is not None

    def skipped(self) -> list[str]:
        """Return a sentence for each save that is newer than the good one and cannot be used."""
        found = self.slots.last_good()
        bad = found.skipped if found else self.slots.listed()
        return [_("{file} is damaged and was skipped.").format(file=path.name) for path in bad]

    def listed(self) -> tuple[saves.Save, ...]:
        """Return the rows of the shelf in words; a save that cannot be opened says why."""
        return saves.shelved(tuple(map(self._look, self.slots.listed())))

    def _look(self, path: Path) -> saves.Save:
        try:
            state = path.stat()
            mark = state.st_mtime_ns, state.st_size
            if self._seen.get(path, (None,))[0] != mark:
                self._seen[path] = mark, glance(path)
        except PlainError as problem:
            return saves.told(path, None, speak(problem.sentence))
        except OSError as problem:
            return saves.told(path, None, problem.strerror or str(problem))
        return saves.told(path, self._seen[path][1])

    def place(self, key: str) -> Path:
        """Return the file of a save by its key."""
        return self.slots.folder / key

    def keep_as(self, session: Session, place: Path) -> None:
        """Write a game to a file; raises PlainError when that cannot be done."""
        save(session, place)

    def drop(self, key: str) -> None:
        """Delete a save; one that is gone already is no mistake. Raises PlainError when it stays."""
        self.slots.drop(self.place(key))


class Game:
    """One game at the table: orders of the month, the terms on the switch, the hall before the last month."""

    def __init__(self, session: Session, shelf: Shelf) -> None:
        """Sit down at a session."""
        self.session = session
        self.shelf = shelf
        self.terms = Terms.SWAP
        self.before: owners.HallState | None = None
        session.listener = self._note
        self.changes = 0
        """How often the orders of a month, or the standing ones, have changed."""
        self.lookout = Lookout()
        self.coming = ComingMonth()
        self.broken: set[int] = set()
        """Months in which promises fall due that the player knows to have broken."""
        self.trouble = ""
        """Why the last save could not be written, empty when it was."""
        self.stood = ""
        """How the game would have ended a month ago, in the last lap."""
        self.plan = Plan()
        """Who plays for the founder when the seat is handed over, and how."""

    def keep(self, desk: Desk) -> None:
        """Save the month; when the disk refuses, say so and play on."""
        self.trouble = ""
        try:
            self.shelf.slots.autosave(self.session)
            note(self.shelf.slots.folder, self.session)  # what was ordered at this position before is no more
        except PlainError as problem:
            self.trouble = speak(problem.sentence)
            desk.tell(self.trouble, "warning", desk.theme.palette.warning)

    def _note(self) -> None:
        """Write an order down as it is given; a disk that refuses is told of at the end of the month."""
        self.changes += 1
        with suppress(PlainError):
            note(self.shelf.slots.folder, self.session)

    def keep_quick(self, desk: Desk) -> None:
        """Write the quick save; when the disk refuses, say so."""
        try:
            self.shelf.keep_as(self.session, self.shelf.slots.quick())
        except PlainError as problem:
            desk.tell(speak(problem.sentence), "warning", desk.theme.palette.warning)
        else:
            desk.tell(_("Quick save written. F9 opens it."), "tick")

    def end_month(self, desk: Desk) -> None:
        """Play the month, saved before (with its orders) and after."""
        if self.session.pending:
            self.keep(desk)
        self.lookout.stop()
        self.before = owners.hall(self.session)
        self.session.end_month()
        self.keep(desk)

    def run_on(self, desk: Desk) -> Halt:
        """Play and save month after month until something asks for the founder."""
        self.lookout.stop()
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

    def move(self, crate: str, dock: str, part: int = 0) -> str:
        """Move a crate or a part of it to a dock, or take its order back; return the reason against it."""
        source = int(crate)
        place = supply.order_behind(self.session, source)
        if place is not None:
            self.take_back(place)
            return ""
        command = supply.move(self.session, source, dock, self.terms, part)
        return self.order(command) if command is not None else ""

    def holds(self, command: Command) -> Callable[[], bool]:
        """Return what tells whether an order still stands among this month's."""
        return lambda: command in self.session.pending

    def take_back(self, place: int) -> tuple[str, ...]:
        """Take back one order of this month; later ones are given again, and those that need it fall with it.

        Returns:
            The orders that could not be given again, in words.
        """
        return tuple(map(orders.told, self.session.take_back(place)))

    def refusals(self) -> dict[tuple[str, str, int], str]:
        """Return why crates and parts of them cannot go to the other dock, for those that cannot."""
        found = {}
        for crate in supply.shipments(self.session):
            for part in parts(self.session, crate, self.terms):
                reason = supply.why_stays(self.session, crate, self.terms, part)
                if reason:
                    found[str(crate.source), "carmaker" if crate.dock == "lab" else "lab", part] = reason
        return found

    def again(self) -> "Game":
        """Return the same world from its first month, in the player's hands."""
        return Game(Session(self.session.scenario, self.session.seed), self.shelf)
