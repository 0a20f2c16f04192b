"""The list of the window's screens: layout tests, pictures, the pseudo-locale and the monkey walk over it.

A new screen joins by one line in SCREENS. A maker gets a desk and a game of its own, some months old (see
AGES), and returns the screen as it stands before any event; a state worth looking at is a line of its own.
"""

from collections.abc import Callable
from pathlib import Path

import pygame

from race.core.commands import BuildSite, MakePromise, OrderChips
from race.core.ids import Firm, Subject
from race.core.words import month
from race.session.beside.making import Making, Stage, Told
from race.session.forecast.coming import FUTURES
from race.session.store import save
from race.speech import _, ordinal, quantity, speak
from race.speech import name as named
from race.ui.kit.actions import Action
from race.ui.present import supply
from race.ui.present.ahead import lookout
from race.ui.present.ahead.subjects import subjects
from race.ui.present.orders import orders
from race.ui.screens import overlays
from race.ui.screens.ahead.charts import ChartsScreen
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.debrief.case import CaseSheet
from race.ui.screens.debrief.main import EndingScreen
from race.ui.screens.failure import Failure, write_report
from race.ui.screens.game import Game
from race.ui.screens.guide.lesson import LessonScreen
from race.ui.screens.help import Help
from race.ui.screens.menu import Menu, Shelf, hall_picture
from race.ui.screens.new_game import NewGame
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.past.saves import Saves
from race.ui.screens.preferences.about import AboutSheet
from race.ui.screens.preferences.sheet import SettingsSheet
from race.ui.screens.rooms.page import RoomScreen, opener
from race.ui.screens.screen import Desk, Screen
from race.ui.screens.seat.choosing import Choosing
from race.ui.screens.seat.replay import Replay
from race.ui.screens.seat.spectate import Spectate
from race.ui.screens.sheets.confirm import before_breaking
from race.ui.screens.sheets.file import file_sheet
from race.ui.screens.sheets.house import HouseSheet
from race.ui.screens.sheets.papers import PapersSheet
from race.ui.screens.sheets.routine import RoutineSheet
from race.ui.screens.table.main import MainScreen
from race.ui.screens.table.question import waiting
from race.ui.screens.table.rooms import RoomsSheet
from tests.ui import seats
from tests.ui.looked import looked_back

Maker = Callable[[Desk, Game], Screen]


def _page(name: str) -> Maker:
    def make(desk: Desk, game: Game) -> Screen:
        screen = Help(desk, game.session)
        screen.page = name
        screen.lay()
        return screen

    return make


def _group(name: str) -> Maker:
    return lambda desk, game: OrdersPanel(desk, game, name)


def _table(desk: Desk, game: Game) -> Screen:
    """Show the table as it is a moment later, when the coming month has been played in its futures."""
    game.coming.play(game.session, FUTURES)
    return MainScreen(desk, game)


def _foreseen(desk: Desk, game: Game) -> Screen:
    """Show the table with a crate moved, once the futures with it and without it are played."""
    _move_one(game)
    _look_ahead(game)
    return _table(desk, game)


def _move_one(game: Game) -> None:
    """Move the first of the carmaker's crates that can go."""
    crates = [crate for crate in supply.shipments(game.session) if crate.dock == "carmaker"]
    next(crate for crate in crates if not game.move(str(crate.source), "lab"))


def _look_ahead(game: Game) -> None:
    """Play a few futures of this month's orders."""
    game.lookout.futures = min(lookout.FEW, lookout.FUTURES[0])
    game.lookout.ask(game.session, subjects(game.session, game.terms)[0])
    if game.lookout.forecast is not None:
        game.lookout.forecast.finish()


def _question(desk: Desk, game: Game) -> Screen:
    """Play on until the house asks something."""
    while (sheet := waiting(desk, game)) is None:
        game.session.end_month()
    return sheet


def _war_room(desk: Desk, game: Game) -> Screen:
    """Weigh a crate that was moved, in a few futures."""
    game.lookout.futures = min(lookout.FEW, lookout.FUTURES[0])
    _move_one(game)
    room = WarRoom(desk, game)
    if game.lookout.forecast is not None:
        game.lookout.forecast.finish()
    room.lay()
    return room


def _confirm(desk: Desk, game: Game) -> Screen:
    """Promise not to divert, then order a crate away."""
    due = game.session.month + 8
    game.session.submit(MakePromise(subject=Subject.NO_DIVERSION, quantity=0, due=due))
    game.end_month(desk)
    crates = [crate for crate in supply.shipments(game.session) if crate.dock == "carmaker"]
    moves = [supply.move(game.session, crate.source, "lab", game.terms) for crate in crates]
    again = Action("move_crate", str(crates[0].source), "lab")
    asked = [before_breaking(desk, game, move, again) for move in moves if move is not None]
    return next(sheet for sheet in asked if sheet is not None)


def _build(desk: Desk, game: Game) -> Screen:
    """Look at a site that could be built while chips are ordered."""
    given = {type(order.command): order for order in orders(game.session) if not order.why_not}
    game.order(given[OrderChips].command)
    return RoomScreen(desk, game, "chips", f"order.{given[BuildSite].key}")


def _to_continue() -> str:
    """Say in the reader's language what the menu says of a save."""
    words = _("{date} · {lab} {place} of {n}")
    return words.format(date=quantity(month(8)), lab=named(Firm.XAI), place=ordinal(5), n=7)


def _new_game(desk: Desk, _game: Game) -> Screen:
    """Offer a new game with a seed that is the same in every picture."""
    screen = NewGame(desk)
    screen.seed = "191832"
    screen.lay()
    return screen


def _menu(desk: Desk, _game: Game) -> Screen:
    """Show the menu as it is once the saves have been read and the hall is drawn."""
    screen = Menu(desk, Shelf(state=_to_continue()))
    screen.picture = hall_picture(desk.theme, desk.size)
    return screen


def _failure(desk: Desk, game: Game, *, shown: bool = False) -> Screen:
    """Fail over a game, and perhaps show the report."""
    problem = RuntimeError("a beam broke")
    report = write_report(game.shelf.slots.folder / "reports", problem, {"seed": game.session.seed})
    screen = Failure(desk, report, can_go_on=True, state=_to_continue())
    screen.report = Path("reports/failure-001.txt")
    if shown:
        screen.told = tuple(report.read_text("utf-8").splitlines()[-4:]) if report else ()
    screen.lay()
    return screen


def _spectate(desk: Desk, game: Game) -> Screen:
    """Give the seat to a bot that waits for a word."""
    return Spectate(desk, game, game.plan, playing=False)


def _kept(game: Game) -> Game:
    """Write two saves, and one that is cut short."""
    save(game.session, game.shelf.slots.place_for("Before the vote"))
    path = game.shelf.slots.autosave(game.session)
    game.shelf.slots.quick().write_bytes(path.read_bytes()[:-40])
    return game


def _of(founder: str, game: Game) -> Game:
    """Return the finished game of another founder."""
    return Game(seats.finished(founder).fork(), game.shelf)


def _debrief(page: str) -> Maker:
    """Show a page of the debrief after everything has been looked back on."""

    def make(desk: Desk, game: Game) -> Screen:
        screen = EndingScreen(desk, game)
        screen.seen, screen.page = looked_back(game.session), page
        screen.lay()
        return screen

    return make


def _compiling(stage: Stage) -> Maker:
    """Show the settings that tell where the compiled core is."""
    core = Making("", list)
    core.stage, core.told = stage, Told(340_000)

    def make(desk: Desk, _game: Game) -> Screen:
        desk.core_told = lambda: speak(core.sentence())
        return SettingsSheet(desk, "look")

    return make


def _charts(tab: str, *, ahead: bool = False) -> Maker:
    def make(desk: Desk, game: Game) -> Screen:
        screen = ChartsScreen(desk, game, tab)
        if ahead:
            _look_ahead(game)
            screen.lay()
        return screen

    return make


SCREENS: dict[str, Maker] = {
    "menu": _menu,
    "new game": _new_game,
    "table": _table,
    "table, late": _foreseen,
    "table, last lap": _table,
    "question": _question,
    "train": _group("train"),
    "chips": _group("chips"),
    "money": _group("money"),
    "between": _group("between"),
    "owners": _group("owners"),
    "court": _group("court"),
    "news": overlays.all_news,
    "papers": PapersSheet,
    "file": file_sheet,
    "house": HouseSheet,
    "routine": RoutineSheet,
    "war room": _war_room,
    "charts": _charts("quality", ahead=True),
    "charts, compute": _charts("compute"),
    "charts, cash": _charts("cash", ahead=True),
    "charts, safety": _charts("safety"),
    "rooms": RoomsSheet,
    "room, books": opener("books"),
    "room, chips": opener("chips"),
    "room, chips, early": opener("chips"),
    "room, chips, late": lambda desk, game: RoomScreen(desk, game, "chips", "weigh.lab"),
    "room, chips, an order": _build,
    "room, people": opener("people"),
    "room, people, a rival": lambda desk, game: RoomScreen(desk, game, "people", "place.meta"),
    "room, hall": opener("hall"),
    "room, promises": opener("promises"),
    "room, cases": opener("cases"),
    "room, score": opener("score"),
    "room, score, late": lambda desk, game: RoomScreen(desk, game, "score", "points.gap"),
    "pause": overlays.Pause,
    "confirm": _confirm,
    "load": lambda desk, game: Saves(desk, _kept(game).shelf),
    "save": lambda desk, game: Saves(desk, _kept(game).shelf, game, naming=True),
    "replay": lambda desk, game: Replay(desk, game.shelf, game.session, 5),
    "spectate": _spectate,
    "hand over": lambda desk, game: Choosing(desk, game.plan, "hand_over", game),
    "help": _page("start"),
    "help, orders": _page("orders"),
    "help, words": _page("terms"),
    "help, score": _page("score"),
    "score": _page("score"),
    "keys": _page("keys"),
    "first steps": lambda desk, game: LessonScreen(MainScreen(desk, game)),
    "settings, language": lambda desk, _game: SettingsSheet(desk, "words"),
    "settings, picture": lambda desk, _game: SettingsSheet(desk, "look"),
    "settings, picture, compiling": _compiling(Stage.MAKING),
    "settings, picture, compiled": _compiling(Stage.THERE),
    "settings, picture, not compiled": _compiling(Stage.FAILED),
    "settings, sound": lambda desk, _game: SettingsSheet(desk, "sound"),
    "settings, keys": lambda desk, _game: SettingsSheet(desk, "keys"),
    "about": lambda desk, _game: AboutSheet(desk),
    "ending": EndingScreen,
    "ending, without": _debrief("without"),
    "ending, judges": _debrief("judges"),
    "ending, case": CaseSheet,
    "ending, case of a diverter": lambda desk, game: CaseSheet(desk, _of("diverter", game)),
    "ending, score": _debrief("points"),
    "failure": _failure,
    "failure, report": lambda desk, game: _failure(desk, game, shown=True),
}
"""Every screen and state of the window by a name."""

AGES = {
    **{name: 36 for name in SCREENS if name.startswith("ending")},
    "table, late": 27,
    "table, last lap": 33,
    "room, score, late": 34,
    "charts": 24,
    "charts, safety": 24,
    "question": 0,
    "room, chips, early": 1,
    "room, chips, an order": 1,
    "room, chips, late": 20,
}
"""Months that have been played before a screen is made; 8 where nothing is said."""

ALONE = frozenset(
    {"menu", "failure", "spectate"}
    | {name for name in SCREENS if name.startswith(("table", "ending")) and "case" not in name}
)
"""Screens that lie on no other."""

BENEATH = {"new game": "menu"}
"""What another screen than the table lies beneath."""


def make(name: str, desk: Desk, folder: Path) -> Screen:
    """Return a screen of the list over a game of its own, whose saves go to the folder."""
    return SCREENS[name](desk, seats.game(folder, AGES.get(name, 8)))


def picture(name: str, desk: Desk, folder: Path) -> pygame.Surface:
    """Return what the window shows of a screen; a sheet lies over the table."""
    surface = pygame.Surface(desk.size)
    screen = make(name, desk, folder)
    if not screen.covers:
        make(BENEATH.get(name, "table"), desk, folder).draw(surface)
    screen.draw(surface)
    screen.draw_tip(surface)
    return surface
