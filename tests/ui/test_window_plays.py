from decimal import Decimal
from pathlib import Path
from unittest.mock import Mock

import pygame
import pytest

from race.core.commands import Divert, MakePromise
from race.core.ids import Firm, Subject, Terms
from race.core.legality.diversion import left_for_sale
from race.core.receipts import Account
from race.session.store import Slots
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.pieces.board import Board
from race.ui.pieces.heading import CountedHead
from race.ui.pieces.stat import Stat
from race.ui.present import figures, orders, owners, supply
from race.ui.present.rounding import unit_of
from race.ui.screens.debrief.main import EndingScreen
from race.ui.screens.menu import Menu
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.sheets.papers import PapersSheet
from race.ui.screens.table.main import MainScreen
from race.ui.screens.table.question import QuestionSheet
from tests.builders import a_source
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def test_a_whole_game_is_played_by_keys_alone(tmp_path: Path) -> None:
    found = seats.window(tmp_path)
    seats.keys(found, [pygame.K_RETURN])  # new game
    seats.keys(found, [pygame.K_RETURN])  # start
    game = seats.main(found).game

    seats.focus_on(found, "board")
    seats.keys(found, [pygame.K_RIGHT])
    moved = len(game.session.pending)
    seats.keys(found, [pygame.K_o, pygame.K_RETURN, pygame.K_ESCAPE])
    ordered = len(game.session.pending)
    seats.focus_on(found, "end")
    for _month in range(12):
        seats.keys(found, [pygame.K_RETURN])
        if isinstance(found.top, PapersSheet):
            seats.keys(found, [pygame.K_RETURN])
        if isinstance(found.top, QuestionSheet):
            seats.keys(found, [pygame.K_1])

    assert (moved, ordered) == (1, 2)
    assert isinstance(found.top, EndingScreen)
    assert game.session.ending is not None
    seats.keys(found, [pygame.K_r])
    assert seats.main(found).game.session.month == 0
    seats.keys(found, [pygame.K_ESCAPE])
    seats.focus_on(found, "menu")
    seats.keys(found, [pygame.K_SPACE])
    assert isinstance(found.top, Menu)


def test_a_whole_game_is_played_by_mouse_alone(tmp_path: Path) -> None:
    found = seats.window(tmp_path)
    seats.click(found, seats.centre(found.top, "new_game"))
    seats.click(found, seats.centre(found.top, "start"))
    game = seats.main(found).game

    first = seats.board(found).spec.on("carmaker")[0].key
    seats.drag(
        found, seats.board(found).slots[first].centre, seats.board(found).where.docks[1].slots[-1].centre
    )
    moved = len(game.session.pending)
    seats.click(found, seats.centre(found.top, "orders"))
    seats.click(found, seats.centre(found.top, "give"))
    seats.click(found, seats.centre(found.top, "close"))
    ordered = len(game.session.pending)
    for _month in range(12):
        seats.click(found, seats.centre(found.top, "end"))
        if isinstance(found.top, PapersSheet):
            seats.click(found, seats.centre(found.top, "close"))
        if isinstance(found.top, QuestionSheet):
            seats.click(found, seats.centre(found.top, found.top.dialog.first))

    assert (moved, ordered) == (1, 2)
    assert isinstance(found.top, EndingScreen)
    seats.click(found, seats.centre(found.top, "menu"))
    assert isinstance(found.top, Menu)


def test_drag_click_and_key_order_the_same(tmp_path: Path) -> None:
    orders = []
    for way in ("drag", "click", "key", "lift"):
        found = seats.table(tmp_path)
        piece = seats.board(found)
        crate = piece.spec.on("carmaker")[0].key
        start, end = piece.slots[crate].centre, piece.where.docks[1].slots[-1].centre

        if way == "drag":
            seats.drag(found, start, end)
        elif way == "click":
            seats.click(found, start)
            seats.click(found, end)
        else:
            seats.focus_on(found, "board")
            seats.keys(
                found, [pygame.K_RIGHT] if way == "key" else [pygame.K_SPACE, pygame.K_RIGHT, pygame.K_SPACE]
            )
        orders.append(seats.main(found).game.session.pending)

    assert orders[0] == orders[1] == orders[2] == orders[3]
    assert isinstance(orders[0][0], Divert)


def test_a_crate_that_was_moved_this_month_goes_home_by_taking_the_order_back(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    game = seats.main(found).game
    before = supply.shipments(game.session)
    first = before[0].source

    seats.focus_on(found, "board")
    seats.keys(found, [pygame.K_RIGHT])
    there = next(crate.dock for crate in supply.shipments(game.session) if crate.source == first)
    seats.keys(found, [pygame.K_LEFT])

    assert there == "lab"
    assert game.session.pending == ()
    assert supply.shipments(game.session) == before


def test_any_order_of_the_month_can_be_undone_alone(tmp_path: Path) -> None:
    game = seats.game(tmp_path, 0)
    game.terms = Terms.SILENT
    for crate in [each for each in supply.shipments(game.session) if each.dock == "carmaker"][:3]:
        assert game.move(str(crate.source), "lab") == ""
    first, _second, third = game.session.pending

    lost = game.take_back(1)

    assert lost == ()
    assert game.session.pending == (first, third)


def test_a_lifted_crate_shows_four_numbers_and_where_trust_would_stand(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.focus_on(found, "board")

    seats.keys(found, [pygame.K_SPACE, pygame.K_RIGHT])

    preview, hall = seats.board(found).preview, found.top.stage.find("hall")
    assert preview is not None
    assert len(preview.effects) == 4
    assert hall.spec.threshold.preview < hall.spec.threshold.value  # type: ignore[union-attr]


def test_a_crate_that_the_directors_keep_says_why_and_moves_no_trust(tmp_path: Path) -> None:
    found = seats.table(tmp_path, "history")
    session = seats.main(found).game.session
    largest = max(session.view().lines, key=lambda line: line.quantity if line.owner is Firm.TESLA else 0)
    sold = left_for_sale(session.view(), (), largest)
    session.submit(Divert(source=largest.id, quantity=sold, terms=Terms.PAID))
    seats.main(found).take(Action("choose", "terms", Terms.PAID.value))
    board = seats.board(found)
    rest = next(crate for crate in board.spec.on("carmaker") if board.spec.why_not(crate.key, "lab"))

    seats.main(found).take(Action("consider", rest.key, "lab"))

    assert "directors" in board.spec.why_not(rest.key, "lab")
    assert board.preview is not None
    assert seats.main(found).seen is None


def test_a_crate_in_the_hand_says_what_attention_it_takes_and_a_dropped_one_has_taken_it(
    tmp_path: Path,
) -> None:
    found = seats.table(tmp_path)
    table, board = seats.main(found), seats.board(found)
    crate = next(crate for crate in board.spec.on("carmaker") if not board.spec.why_not(crate.key, "lab"))
    month = table.stage.find("month")
    assert isinstance(month, CountedHead)
    left, _going, whole = month.counted

    table.take(Action("consider", crate.key, "lab"))
    held = month.counted
    table.take(Action("return", crate.key))
    back = month.counted
    table.take(Action("move_crate", crate.key, "lab"))

    dropped = table.stage.find("month")
    assert isinstance(dropped, CountedHead)
    assert (held, back) == ((left, 1, whole), (left, 0, whole))
    assert dropped.counted == (left - 1, 0, whole)


def test_the_strip_at_rest_says_what_its_numbers_are(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.point(found, seats.board(found).where.strip.centre)

    assert "Autonomy pace" in str(seats.board(found).tip)


def test_a_promise_says_that_it_would_be_broken_before_it_is(tmp_path: Path) -> None:
    game = seats.game(tmp_path, 0)
    game.terms = Terms.SILENT
    game.session.submit(MakePromise(subject=Subject.NO_DIVERSION, quantity=0, due=12))
    game.session.end_month()
    screen = MainScreen(seats.desk(), game)
    board = screen.stage.find("board")
    assert isinstance(board, Board)

    before = [row.right for row in screen.affair_rows() if row.key.startswith("promise")]
    crate = board.spec.on("carmaker")[0].key
    screen.take(Action("consider", crate, "lab"))

    listed = screen.stage.find("affairs_list")
    held = listed.spec.rows[0].right  # type: ignore[union-attr]
    game.session.submit(Divert(source=a_source(game.session).id, quantity=1, terms=Terms.SILENT))
    screen.take(Action("consider", crate, "carmaker"))
    ordered = [row.right for row in screen.affair_rows() if row.key.startswith("promise")]
    assert (before, held, ordered) == (["On track"], "Broken if you drop", ["Broken as ordered"])


def test_a_promise_is_at_risk_from_what_was_diverted_since_and_from_nothing_before(tmp_path: Path) -> None:
    session = seats.game(tmp_path, 0).session
    session.submit(Divert(source=a_source(session, 100).id, quantity=100, terms=Terms.SILENT))
    session.end_month()
    session.submit(MakePromise(subject=Subject.NO_DIVERSION, quantity=0, due=12))
    session.end_month()
    before = owners.promises(session)[0]

    session.submit(Divert(source=a_source(session, 100).id, quantity=100, terms=Terms.SILENT))
    session.end_month()
    after = owners.promises(session)[0]

    assert [act.published for act in session.view().affairs.acts] == [None, None]
    assert (before.status, before.so_far) == ("On track", "")
    assert (after.status, bool(after.so_far)) == ("At risk", True)


def test_every_number_of_the_header_opens_a_receipt_that_adds_up(tmp_path: Path) -> None:
    session = seats.played(8)
    for figure in (*figures.header(session), *figures.footing(session)[:2]):
        firm, account = figure.key.split(".")
        balance = next(each for each in session.balances() if (each.firm, each.account) == (firm, account))

        assert figure.receipt is not None
        told = balance.before + sum(cause.amount for cause in figure.receipt.causes)
        assert abs(told - balance.now) < unit_of(
            session, Account(account)
        )  # what rounds to nothing has no line

    screen = MainScreen(seats.desk(), seats.game(tmp_path))
    stats = [control for control in screen.stage.controls if isinstance(control, Stat)]
    assert len(stats) == 6
    assert all(not isinstance(stat.tip, str) for stat in stats)


@pytest.mark.parametrize("months", [1, 8, 20])
def test_a_reader_with_a_pencil_gets_the_end_of_every_receipt(months: int) -> None:
    session = seats.played(months)
    for figure in (*figures.header(session), *figures.footing(session)[:2]):
        assert figure.receipt is not None
        causes = [on_paper(cause.shown) for cause in figure.receipt.causes]

        assert on_paper(figure.receipt.before) + sum(causes) == on_paper(figure.receipt.now)


def on_paper(written: str) -> Decimal:
    """Return the digits of an amount as they are printed."""
    kept = "".join(sign for sign in written if sign.isdigit() or sign == ".")
    return -Decimal(kept) if written.startswith("−") else Decimal(kept)


def test_every_closed_order_shows_its_reason(tmp_path: Path) -> None:
    seen = set()
    for group in ("train", "chips", "money", "owners", "court"):
        panel = OrdersPanel(seats.desk(), seats.game(tmp_path), group)
        for key, order in panel.orders.items():
            panel.chosen = key
            panel.lay()
            button = panel.stage.find("give")
            assert button is not None
            assert button.focusable
            assert (button.tip or "") == order.why_not
            seen.add(bool(order.why_not))

    assert seen == {True, False}


def test_left_and_right_turn_to_the_other_orders_while_the_list_has_the_focus(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_o])
    panel = found.top
    assert isinstance(panel, OrdersPanel)
    first, names = panel.group, list(orders.group_names())

    seats.keys(found, [pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT])

    assert panel.stage.focus == "list"
    assert panel.group == names[names.index(first) + 1]


def test_enter_on_the_groups_gives_no_order_and_on_the_list_it_does(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_o])
    panel = found.top
    assert isinstance(panel, OrdersPanel)

    seats.focus_on(found, "groups")
    seats.keys(found, [pygame.K_RETURN])
    on_groups = panel.game.session.pending
    seats.focus_on(found, "list")
    seats.keys(found, [pygame.K_RETURN])

    assert on_groups == ()
    assert len(panel.game.session.pending) == 1


def test_orders_that_read_alike_can_each_be_chosen() -> None:
    every = orders.orders(seats.played(18, "random"))

    assert len({order.key for order in every}) == len(every)


def test_the_reason_of_a_closed_order_is_told_when_it_is_tried(tmp_path: Path) -> None:
    desk = seats.desk()
    panel = OrdersPanel(desk, seats.game(tmp_path), "train")
    panel.chosen = next(key for key, order in panel.orders.items() if order.why_not)
    panel.lay()

    panel.give()

    assert desk.toasts[0].text == panel.orders[panel.chosen].why_not
    assert panel.game.session.pending == ()


def test_the_wave_runs_once_and_any_key_skips_it(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_RETURN])
    hall = found.top.stage.find("hall")

    running = found.top.animated()
    found.desk.now += 450
    found.draw()
    half = hall.t  # type: ignore[union-attr]
    seats.keys(found, [pygame.K_g])

    assert running
    assert half == pytest.approx(0.5, abs=0.02)
    assert not found.top.animated()
    assert found.wait() is None


def test_the_language_changes_at_once(tmp_path: Path) -> None:
    found = seats.window(tmp_path)
    seats.focus_on(found, "language")

    seats.keys(found, [pygame.K_RIGHT])
    quit_french = found.top.stage.find("quit").spec.text  # type: ignore[union-attr]
    seats.keys(found, [pygame.K_LEFT])

    assert quit_french != found.top.stage.find("quit").spec.text  # type: ignore[union-attr]


def test_slots_of_a_game_are_those_of_the_window(tmp_path: Path) -> None:
    found = seats.table(tmp_path)

    assert isinstance(seats.main(found).game.shelf.slots, Slots)
    assert found.world.shelf is seats.main(found).game.shelf


@pytest.mark.parametrize("size", seats.SIZES)
def test_every_numbered_month_of_the_end_is_told(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = EndingScreen(seats.desk(size), seats.game(tmp_path, 36))
    shown = Mock(wraps=text.put)
    monkeypatch.setattr(text, "put", shown)

    screen.draw(pygame.Surface(size))

    assert len(screen.verdict.turns) > 1
    assert {turn.change for turn in screen.verdict.turns} <= {call.args[3] for call in shown.call_args_list}
