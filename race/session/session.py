"""A session: one game, and the only door to it.

Look (`view`), ask (`why_not`), order (`submit`, `undo`), go on (`end_month`), try (`fork`),
keep (`save`, `load` in `race.session.store`).
"""

from collections.abc import Callable, Collection
from copy import copy
from pathlib import Path
from typing import Final

import msgspec

from race import __version__
from race.core.commands import Command, Orders
from race.core.events import Event, Happening
from race.core.fingerprint import Fingerprint, fingerprint
from race.core.formulas.owners.holders import trust_by_kind, trust_weighted
from race.core.formulas.race.demand import published
from race.core.formulas.race.temper import incident_chance
from race.core.ids import PPM, Ending, Firm, Kind, Seat
from race.core.legality import attention, refusal
from race.core.outcome import Score, score
from race.core.receipts import Balance
from race.core.rulebook.character.traits import NO_TRAIT
from race.core.rulebook.seats.rivals import STANDARD
from race.core.view import FounderView, InstitutionView
from race.core.words import N_, Sentence
from race.core.world import Standing, World
from race.policy.policy import Policy
from race.policy.routine import Routine
from race.scenario.load import Scenario, load_scenario
from race.session.asking import Asks, Halt, Reason, pressing, told
from race.session.briefing import briefing
from race.session.chair import Chair
from race.session.digests import rules_digest
from race.session.journal import PLAYER, Journal
from race.sim.cast import style_of
from race.sim.race_model import RaceModel

_QUIET: Final = 36
"""Months after which nobody waits longer for something to ask for the founder."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One month as the founder saw it end: news, receipts, the league, the share; 0 is the opening."""

    month: int
    events: tuple[Event, ...] = ()
    """Public events and the founder's own."""
    balances: tuple[Balance, ...] = ()
    league: tuple[Standing, ...]
    fleets: dict[Firm, int]
    """Estimated running compute of each lab, H100e; the founder's own is exact."""
    trust_ppm: int
    price_cents: int
    users: dict[Firm, int] = {}
    """Weekly users of each lab, thousands; the others' as they publish them, in two figures."""
    values: dict[Firm, int] = {}
    """What labs are worth, whole dollars: the founder's own now, the others' at their last round."""
    camps: dict[Kind, int] = {}
    """Trust of each kind of holder, ppm."""
    revenue_usd: int = 0
    """What users and firms paid the founder's lab in the month."""
    risk_ppm: int = 0
    """Chance of an incident with the founder's lab's release in the month to come."""


class Refused(Exception):  # noqa: N818 - what happened, in the players' word
    """Say why a command was not taken."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence for the player."""
        super().__init__(sentence.msgid)
        self.sentence = sentence


class Session:
    """Play one game of a scenario and a seed, as the founder or by a bot."""

    def __init__(
        self,
        scenario: str | Path | Scenario = "history",
        seed: int = 0,
        founder: str | Policy | None = None,
        *,
        difficulty: str = STANDARD,
        trait: str = NO_TRAIT,
    ) -> None:
        """Open a game; `founder` None seats the player, a name or policy seats a bot.

        `difficulty` and `trait` are for a scenario by name; a loaded one has its own.
        Raises PlainError for an unknown scenario, founder, difficulty or trait, or for a seed
        outside 0 to 2**63 - 1.
        """
        loaded = load_scenario(scenario, difficulty, trait) if isinstance(scenario, str | Path) else scenario
        self._chair = Chair(style_of(loaded.means[Firm.XAI]))
        self._undone: list[Command] = []
        self._seal: Sentence | None = None
        self.listener: Callable[[], None] | None = None
        """Hears that the orders of the month, or the standing ones, have changed; a fork has none."""
        self._race = RaceModel(loaded, self._chair if founder is None else founder, seed, collect=False)
        self.journal = Journal(
            scenario=loaded.name,
            scenario_text=loaded.text,
            seed=self._race.game_seed,
            difficulty=loaded.difficulty,
            trait=loaded.trait,
            version=__version__,
            rules=rules_digest(loaded.rules),
            founder=_name_of(founder),
        )
        self._bot = "" if founder is None else self.journal.founder
        """Who holds the founder's seat instead of the player; empty for nobody."""
        self.reports: list[Report] = []
        """One for each month since the opening, which is the first."""
        self.reports.append(self._report())

    # -- look -------------------------------------------------------------------------------------

    @property
    def scenario(self) -> Scenario:
        """Return the scenario that is played."""
        return self._race.starts_from

    @property
    def seed(self) -> int:
        """Return the game's seed."""
        return self._race.game_seed

    @property
    def month(self) -> int:
        """Return the month index of the position (0 = December 2023)."""
        return self._race.world.month

    @property
    def ending(self) -> Ending | None:
        """Return how the game ended, or None while it goes on."""
        return self._race.world.ending

    @property
    def pending(self) -> tuple[Command, ...]:
        """Return what was submitted for the coming month, in order."""
        return tuple(self._chair.pending)

    def view(self) -> FounderView:
        """Return what the founder knows now."""
        view = self._race.view(Seat.FOUNDER)
        if not isinstance(view, FounderView):
            message = "the founder's seat has the founder's view"
            raise TypeError(message)
        return view

    def asked(self, seat: Seat) -> InstitutionView:
        """Return what an institution knows; `race.session.heard` says which of it reaches the founder."""
        view = self._race.view(seat)
        if not isinstance(view, InstitutionView):
            message = f"{seat.value} is no institution"
            raise TypeError(message)
        return view

    def balances(self) -> tuple[Balance, ...]:
        """Return last month's accounts with their receipts."""
        return self._race.balances

    def score(self) -> Score:
        """Return the score as if the game ended here."""
        return score(self._race.world)

    def fingerprint(self) -> Fingerprint:
        """Return the fingerprint of the position."""
        return fingerprint(self._race.world)

    def attention_left(self) -> int:
        """Return the attention the founder has left this month, points."""
        return self.view().attention - sum(attention(command) for command in self._chair.pending)

    # -- order ------------------------------------------------------------------------------------

    def why_not(self, command: Command) -> Sentence | None:
        """Return why a command cannot be given now, or None if it can."""
        if self.ending is not None:
            return Sentence(N_("The game is over."))
        return self._seal or refusal(self.view(), self._chair.pending, command)

    def seal(self, reason: Sentence | None) -> None:
        """Take no more orders from now on, for this reason; None takes them again."""
        self._seal = reason

    def submit(self, command: Command) -> None:
        """Order something for the coming month; raises Refused with the reason."""
        reason = self.why_not(command)
        if reason is not None:
            raise Refused(reason)
        self._chair.pending.append(command)
        self._undone.clear()
        self._tell()

    def undo(self) -> Command | None:
        """Take back the last order of this month and return it, or None if there is none."""
        if not self._chair.pending or self._seal is not None:
            return None
        command = self._chair.pending.pop()
        self._undone.append(command)
        self._tell()
        return command

    def redo(self) -> Command | None:
        """Give the last undone order again and return it; None if there is none that can be given."""
        if not self._undone or self._seal is not None:
            return None
        command = self._undone.pop()
        if self.why_not(command) is not None:
            return None
        self._chair.pending.append(command)
        self._tell()
        return command

    def take_back(self, place: int) -> tuple[Command, ...]:
        """Take back one order of this month, by its place; return the later ones that fall with it.

        `redo` gives all of them again.
        """
        if self._seal is not None:
            return ()
        taken, later = self._chair.pending[place], self._chair.pending[place + 1 :]
        del self._chair.pending[place:]
        lost = []
        for command in later:
            if self.why_not(command) is None:
                self._chair.pending.append(command)
            else:
                lost.append(command)
        self._undone = [*reversed(lost), taken]
        self._tell()
        return tuple(lost)

    def _tell(self) -> None:
        if self.listener is not None:
            self.listener()

    @property
    def undone(self) -> tuple[Command, ...]:
        """Return the orders that `redo` would give again, the next one last."""
        return tuple(self._undone)

    @property
    def standing(self) -> tuple[Routine, ...]:
        """Return what is left to the lab's officers from month to month."""
        return self._chair.standing

    def leave_to_officers(self, routines: Collection[Routine]) -> None:
        """Set the standing orders; they cost no attention and yield to this month's own orders."""
        self._chair.standing = tuple([routine for routine in Routine if routine in routines])
        self.journal.standing = self._chair.standing
        self._tell()

    def coming(self) -> tuple[Command, ...]:
        """Return what the standing orders will add to this month's own, as things stand."""
        if self.ending is not None:
            return ()
        luck = self._race.luck(f"policy.{Seat.FOUNDER.value}")
        return tuple(self._chair.decide(self.view(), luck)[len(self._chair.pending) :])

    def end_month(self) -> Report:
        """Play the month on everybody's orders and return what happened.

        Raises Refused when the game is over.
        """
        if self.ending is not None:
            raise Refused(Sentence(N_("The game is over.")))
        self._race.step()
        return self._close_month()

    def run_until(
        self,
        asked: Collection[Asks] = tuple(Asks),
        *,
        after: Callable[[Report], None] | None = None,
    ) -> Halt:
        """End month after month until something in `asked` asks for the founder, or three years are over.

        `after` hears each report, to show or save it. Raises Refused when the game is over.
        """
        played, reasons = 0, tuple[Reason, ...]()
        while not reasons:
            before = pressing(self.view(), self.standing)
            report = self.end_month()
            played += 1
            if after is not None:
                after(report)
            found = told(report.events, before, pressing(self.view(), self.standing), self.standing)
            reasons = tuple([reason for reason in found if reason.asks in asked])
            if self.ending is not None:
                reasons = (Reason(asks=None, sentence=Sentence(N_("The game is over."))), *reasons)
            elif not reasons and played >= _QUIET:
                reasons = (Reason(asks=None, sentence=Sentence(N_("Nothing has asked for you."))),)
        return Halt(months=played, reasons=reasons)

    def replay_month(self, orders: Orders) -> Report:
        """Play a month on recorded orders, asking nobody."""
        self._race.play(orders)
        return self._close_month()

    def _close_month(self) -> Report:
        self._chair.pending.clear()
        self._undone.clear()
        self.journal.record(self._race.orders, self._race.fingerprint(), self._bot)
        report = self._report()
        self.reports.append(report)
        return report

    def _report(self) -> Report:
        view, race = self.view(), self._race
        told = tuple(event for event in race.events if event.known_to in (None, Seat.FOUNDER))
        return Report(
            month=race.world.month,
            events=told if self.reports else briefing(view),
            balances=race.balances,
            league=view.board.league,
            fleets=view.board.fleets | {view.firm: view.own.depot.running()},
            trust_ppm=trust_weighted(view.holders),
            price_cents=view.carmaker.price_cents,
            users={
                firm: lab.users_k if firm is view.firm else published(lab.users_k)
                for firm, lab in race.world.labs.items()
            },
            values=self._values(told) | {view.firm: view.own.valuation_usd},
            camps=trust_by_kind(view.holders),
            revenue_usd=view.own.revenue_usd,
            risk_ppm=_risk(view),
        )

    def _values(self, told: tuple[Event, ...]) -> dict[Firm, int]:
        """Return what was announced of the labs' worth so far, with the month's rounds."""
        values = dict(self.reports[-1].values) if self.reports else {}
        for event in told:
            if event.kind is Happening.ROUND and event.firm is not None:
                values[event.firm] = int(event.numbers["valuation"])
        return values

    # -- try and keep -----------------------------------------------------------------------------

    def fork(self) -> "Session":
        """Return a second game at the same position; what is played there changes nothing here."""
        other = copy(self)
        other._chair = Chair(self._chair.style, self._chair.standing)  # noqa: SLF001 - the same class
        other._chair.pending = list(self._chair.pending)  # noqa: SLF001
        other._undone, other.listener = [], None  # noqa: SLF001
        seated = self._race.seats[Seat.FOUNDER].policy is self._chair
        other._race = self._race.fork(other._chair if seated else None)  # noqa: SLF001
        other.journal = copy(self.journal)
        other.journal.months = list(self.journal.months)
        other.reports = list(self.reports)
        return other

    def hand_to(self, founder: str | Policy | None) -> None:
        """Give the founder's seat to a bot, or back to the player (None).

        A game that a player has taken over is the player's from then on.
        """
        if founder is None:
            self.journal.founder = PLAYER
        self._bot = "" if founder is None else _name_of(founder)
        self._race.seat_founder(self._chair if founder is None else founder)

    def position(self) -> World:
        """Return the position for saving and measuring; it must not be written."""
        return self._race.world

    def resume(self, world: World, journal: Journal, reports: list[Report]) -> None:
        """Take a saved position as the current one."""
        last = reports[-1] if reports else None
        self._race.resume(world, last.events if last else (), last.balances if last else ())
        self.journal = journal
        self._chair.standing = journal.standing
        self.reports = reports

    def close(self) -> None:
        """Let go of the game's agents."""
        self._race.close()


def _risk(view: FounderView) -> int:
    """Return the chance of an incident with the own release next month, ppm; none before the first."""
    best, rules = view.own.best(), view.board.rules
    if best is None or not rules.switches.safety:
        return 0
    return round(PPM * incident_chance(rules.race, view.own.safety_debt, open_weights=best.open_weights))


def _name_of(founder: str | Policy | None) -> str:
    """Return how the journal calls who holds the founder's seat."""
    if founder is None:
        return PLAYER
    return founder if isinstance(founder, str) else type(founder).__name__
