"""The way into a game: a new one, the newest save, the same world again; each ends in the wish to show it."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from race.core.words import PlainError
from race.policy.registry import FOUNDERS
from race.session.hindsight.code import OTHER_RULES, read, same_rules
from race.session.kept.draft import take_up
from race.session.kept.tape import Tape
from race.session.session import Session
from race.session.store import AUTO, Slots, kind_of, load
from race.speech import _, speak
from race.ui.present.seat.players import Plan
from race.ui.screens.debrief.main import EndingScreen
from race.ui.screens.game import Game, Shelf
from race.ui.screens.guide.lesson import LessonScreen
from race.ui.screens.help import Help
from race.ui.screens.new_game import Start
from race.ui.screens.past.saves import Saves
from race.ui.screens.screen import Desk, Screen, Wish
from race.ui.screens.seat.choosing import Choosing
from race.ui.screens.seat.replay import Replay
from race.ui.screens.seat.spectate import Spectate
from race.ui.screens.table.main import MainScreen


def open_shelf(folder: Path, kept: ExitStack) -> Shelf:
    """Lock the folder of saves for this window and return it; raises PlainError when another has it."""
    slots = Slots(folder)
    kept.enter_context(slots.lock())
    return Shelf(slots)


def begin(desk: Desk, shelf: Shelf, start: Start) -> Wish:
    """Start a new game and show it."""
    game = Game(_opened(start, None), shelf)
    game.keep(desk)
    if start.code and not same_rules(read(start.code), game.session.journal.rules):
        desk.tell(_(OTHER_RULES), "warning", desk.theme.palette.warning)
    return show(desk, game)


def _opened(start: Start, bot: str | None) -> Session:
    return Session(start.scenario, start.seed, bot, difficulty=start.difficulty, trait=start.trait)


def whom_to_watch(desk: Desk, start: Start) -> Wish:
    """Ask which bot is to play a new game."""
    return Wish("open", Choosing(desk, Plan(stops=frozenset()), "watch_game", start, seated=False))


def watch_game(desk: Desk, shelf: Shelf, start: Start, plan: Plan) -> Wish:
    """Start a new game that a bot plays from its first month on, and show it."""
    game = Game(_opened(start, plan.bot), shelf)
    game.plan = plan
    game.keep(desk)
    return Wish("show", Spectate(desk, game, plan))


def autoplay(desk: Desk, game: Game) -> Wish:
    """Ask to whom the seat goes."""
    return Wish("open", Choosing(desk, game.plan, "hand_over", game))


def hand_over(desk: Desk, game: Game, plan: Plan) -> Wish:
    """Give the seat to a bot; this month's own orders are kept in a save and taken back."""
    game.plan = plan
    if game.session.pending:
        game.keep(desk)
    return Wish("show", Spectate(desk, game, plan))


def go_on(desk: Desk, shelf: Shelf) -> Wish | None:
    """Show the newest good save, its ending when it has one."""
    found = shelf.newest()
    if found is None:
        desk.tell(_("There is no saved game that can be used."), "warning", desk.theme.palette.warning)
        return None
    session = load(found[0])
    take_up(shelf.slots.folder, session)
    return show(desk, Game(session, shelf))


def saves(desk: Desk, shelf: Shelf) -> Wish:
    """Open the shelf of saves."""
    return Wish("open", Saves(desk, shelf))


def open_month(desk: Desk, shelf: Shelf, place: Path, month: int | None = None) -> Wish | None:
    """Show a save where it stands, or an earlier month of its game; say so when it cannot be trusted."""
    try:
        session = load(place)
    except PlainError as problem:
        desk.tell(speak(problem.sentence), "warning", desk.theme.palette.warning)
        return None
    if month is None or month >= session.month:
        game = Game(session, shelf)
    else:
        tape = Tape(session)
        game = Game(tape.resumed(month), shelf)
        if tape.differs is not None:
            desk.tell(_("Other rules were played: this is the last month that is still the same."), "warning")
        if kind_of(place) == AUTO:
            shelf.slots.keep_line(session)
    game.keep(desk)
    return show(desk, game)


def replan(desk: Desk, screen: Spectate, plan: Plan) -> Wish:
    """Let the game that is being watched go on by another plan."""
    del desk
    screen.follow(plan)
    return Wish("close")


def watch(desk: Desk, shelf: Shelf, place: Path, month: int) -> Wish | None:
    """Watch a save's months again; say so when it cannot be trusted."""
    try:
        session = load(place)
    except PlainError as problem:
        desk.tell(speak(problem.sentence), "warning", desk.theme.palette.warning)
        return None
    return Wish("open", Replay(desk, shelf, session, month, source=place))


def rewind(desk: Desk, game: Game) -> Wish | None:
    """Look back over the game that lies on the table."""
    if not game.session.journal.months:
        desk.tell(_("There is nothing to look back at yet: this is the first month."))
        return None
    return Wish("open", Replay(desk, game.shelf, game.session, game.session.month - 1))


def play_on(desk: Desk, shelf: Shelf, session: Session) -> Wish:
    """Show a game that somebody has taken up in a month of it."""
    game = Game(session, shelf)
    game.keep(desk)
    return show(desk, game)


def explain(desk: Desk, game: Game) -> Wish:
    """Explain a game over what is shown of it."""
    return Wish("open", Help(desk, game.session))


def sit(desk: Desk, game: Game) -> Wish:
    """Show a game whose seat has been taken, its ending when it has one."""
    return Wish("show", MainScreen(desk, game) if game.session.ending is None else EndingScreen(desk, game))


def again(desk: Desk, game: Game) -> Wish:
    """Start the same world from its first month."""
    game.lookout.stop()
    fresh = game.again()
    fresh.keep(desk)
    return show(desk, fresh)


def teach(stack: Sequence[Screen]) -> list[Screen] | None:
    """Return a stack with the first steps over the table of another, or None when it has no table."""
    table = next((screen for screen in stack if type(screen) is MainScreen), None)
    return None if table is None else [table, LessonScreen(table)]


def show(desk: Desk, game: Game) -> Wish:
    """Return the wish to show a game where it stands; a bot's waits for a word."""
    bot = game.session.journal.founder
    if game.session.ending is None and bot in FOUNDERS:
        game.plan = Plan(bot=bot, stops=frozenset())
        return Wish("show", Spectate(desk, game, game.plan, playing=False))
    return sit(desk, game)
