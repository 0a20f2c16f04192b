"""What an order takes, what a word means and which keys work is said where a player meets it."""

from pathlib import Path

import pygame
import pytest

from race.core.commands import RaiseRound
from race.core.events import Happening
from race.core.ids import Firm
from race.core.tales import SCRIPTS, On
from race.session.session import Session
from race.speech import set_language
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme
from race.ui.kit.tips.toasts import Toast, toast_places
from race.ui.kit.widgets import Label
from race.ui.pieces.chart import Chart
from race.ui.pieces.plot import ChartSpec, Series
from race.ui.present.consequences import foresee
from race.ui.present.orders import group_names, orders
from race.ui.present.orders.asked import question
from race.ui.screens.help import Help
from race.ui.screens.new_game import NewGame
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.past.saves import Saves
from race.ui.screens.rooms.page import RoomScreen
from race.ui.screens.screen import Desk
from race.ui.screens.table.question import waiting
from race.ui.window import Window
from tests.ui import seats
from tests.ui.reader import Page, read


def typed(found: Window, words: str) -> None:
    """Type words into whatever has the keys."""
    for sign in words:
        found.feed([pygame.event.Event(pygame.TEXTINPUT, text=sign)], found.desk.now + 10)


# -- the order book -----------------------------------------------------------------------------


def test_the_order_book_turns_by_arrows_and_by_digits(tmp_path: Path) -> None:
    found, groups = seats.table(tmp_path), list(group_names())
    seats.keys(found, [pygame.K_o])
    panel = found.top
    assert isinstance(panel, OrdersPanel)

    turned = []
    for key in (pygame.K_RIGHT, pygame.K_LEFT, pygame.K_3, pygame.K_6, pygame.K_9):
        seats.keys(found, [key])
        turned.append(groups.index(panel.group))

    assert turned == [1, 0, 2, 5, 5]


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize("size", [(960, 540), (1280, 720), (1920, 1080)])
def test_the_order_book_says_what_its_dots_are_and_which_keys_turn_it(
    size: tuple[int, int], tongue: str, tmp_path: Path
) -> None:
    set_language(tongue)
    panel = OrdersPanel(seats.desk(size), seats.game(tmp_path, 1), "money")

    said = [words.text for words in read(panel).words]

    assert any("●" in words and "attention" in words for words in said)
    assert any("←" in words and "6" in words for words in said)


def test_what_attention_is_opens_in_the_order_book(tmp_path: Path) -> None:
    game = seats.game(tmp_path, 1)
    left = OrdersPanel(seats.desk(), game).stage.find("left")

    assert isinstance(left, Label)
    assert isinstance(left.tip, str)
    assert "Orders cost attention" in left.tip
    page = read(RoomScreen(seats.desk(), game, "people"))
    assert {"Attention it takes", "attention left: 6 of 6"} <= {words.text for words in page.words}


# -- a round ------------------------------------------------------------------------------------


def test_a_round_says_all_that_it_brings_and_takes() -> None:
    game = seats.played(2, "historical").fork()
    offered = next(each for each in orders(game) if isinstance(each.command, RaiseRound))
    told = {number.label: number.shown for number in foresee(game, RaiseRound()).numbers}

    game.submit(RaiseRound())
    game.end_month()
    (closed,) = _rounds(game)

    assert offered.text == "Raise a round of equity for 18\u202f% of the lab"
    assert list(told) == [
        "Raises about",
        "The money lasts",
        "Valuation after it",
        "Your part of the lab",
        "The next round at the earliest",
        "Attention",
    ]
    assert round(game.view().own.founder_ppm / 10_000) == 82
    assert told["Your part of the lab"] == "100\u202f%, then 82\u202f%"
    low, high = (float(end.strip("$\u202fB")) for end in told["Valuation after it"].split(" to "))
    assert low <= round(game.view().own.valuation_usd / 1e9, 1) <= high
    assert told["The next round at the earliest"] == "September 2024"
    assert game.view().own.last_round + game.view().board.rules.money.round_wait == 9
    assert closed > 0


def _rounds(game: Session) -> list[float]:
    """Return what the lab's rounds of last month brought, US dollars."""
    events = game.reports[-1].events
    return [
        event.numbers["amount"] for event in events if (event.kind, event.firm) == (Happening.ROUND, Firm.XAI)
    ]


# -- method -------------------------------------------------------------------------------------


def test_a_question_whose_answers_move_method_says_what_that_is(tmp_path: Path) -> None:
    del tmp_path
    told = []
    for month in range(3, 22):
        asked = question(seats.played(month))
        if asked is not None:
            script = SCRIPTS[asked.key]
            ends = [end for way in script.ways for end in (way.now, way.then.pushes, way.otherwise.pushes)]
            moves = any(push.on is On.RECIPE for end in ends for push in end)
            assert bool(asked.terms) == moves
            told.append(moves)

    assert told


def test_whom_to_hire_says_what_method_is() -> None:
    game = seats.played(8)
    hire = next(each for each in orders(game) if each.text.startswith("Hire"))

    assert "know-how" in foresee(game, hire.command).line


# -- help while typing --------------------------------------------------------------------------


def test_help_over_a_name_that_is_being_typed_gives_the_name_back(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_s], mod=pygame.KMOD_CTRL)
    typed(found, "Before the vote")
    seats.keys(found, [pygame.K_F1])
    assert isinstance(found.top, Help)
    seats.keys(found, [pygame.K_ESCAPE])
    saves = found.top
    assert isinstance(saves, Saves)
    typed(found, "!")

    assert saves.name == "Before the vote!"


def test_help_over_a_seed_that_is_being_typed_takes_nothing_away(tmp_path: Path) -> None:
    found = seats.window(tmp_path)
    found.stack.append(NewGame(found.desk))
    found.top.stage.focus_on("seed")
    new = found.top
    assert isinstance(new, NewGame)
    before = new.seed

    seats.keys(found, [pygame.K_F1])
    typed(found, "7")

    assert found.top is new
    assert new.seed.endswith("7")
    assert new.seed[:-1] in (before, "")


def test_help_pressed_in_its_own_search_keeps_what_is_searched(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_F1])
    sheet = found.top
    assert isinstance(sheet, Help)
    sheet.stage.focus_on("search")
    typed(found, "leak")

    seats.keys(found, [pygame.K_F1])

    assert found.top is sheet
    assert (sheet.query, sheet.stage.focus) == ("leak", "list")
    seats.keys(found, [pygame.K_F1])
    assert found.top is not sheet


@pytest.mark.parametrize("key", [pygame.K_o, pygame.K_k, pygame.K_g, pygame.K_w])
def test_help_opens_over_every_sheet_and_room_of_a_game(key: int, tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [key])
    sheet = found.top

    seats.keys(found, [pygame.K_F1])
    assert isinstance(found.top, Help)
    seats.keys(found, [pygame.K_ESCAPE])

    assert found.top is sheet


# -- a chart's threshold ------------------------------------------------------------------------


@pytest.mark.parametrize("level", [0.0, -30.0])
def test_the_words_of_a_threshold_stay_in_the_chart(level: float) -> None:
    theme, page = Theme.for_window(1280, 720), Page((500, 300))
    line = Series("lab", "xAI", theme.palette.lab, "circle", (-60.0, -40.0, -20.0))
    spec = ChartSpec(
        (line,),
        ("Jan", "Feb", "Mar"),
        None,
        (0, 2),
        ((0.0, "0"),),
        -60.0,
        0.0,
        (level, "Level with the best"),
    )
    chart = Chart("gap", Rect(20, 60, 400, 200), theme, spec)

    with page.listening():
        chart.draw(page)

    (words,) = [each.box for each in page.reading.words if each.text == "Level with the best"]
    assert words.y >= chart.plot.area.y


# -- messages over a question -------------------------------------------------------------------


@pytest.mark.parametrize("size", [(960, 540), (1280, 720)])
def test_passing_messages_leave_the_answers_to_be_read(size: tuple[int, int], tmp_path: Path) -> None:
    set_language("fr")
    game, theme = seats.game(tmp_path, 8), Theme.for_window(*size)
    sheet = waiting(Desk(size, theme), game)
    assert sheet is not None
    toasts = [
        Toast("xAI : la sortie vous fait passer de 7e à 6e.", 0, 9_000),
        Toast("À la traîne.", 0, 9_000),
    ]

    places = toast_places(theme, toasts, Rect(0, 0, *size), sheet.toast_room())

    cards = [control.rect for control in sheet.stage.controls if not control.name.endswith("board")]
    assert len(cards) >= 3
    assert not [place for place in places if any(place.meets(card) for card in cards)]
    assert all(place.x >= 0 and place.right <= size[0] for place in places)
