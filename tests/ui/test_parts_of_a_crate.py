"""Half of a crate, or a quarter: taken by keys alone, by wheel or button alone, and counted as such."""

from pathlib import Path

import pygame
import pytest

from race.core.commands import Divert, GiveBack
from race.core.ids import Terms
from race.core.legality.diversion import SALES, left_for_sale
from race.core.words import chips
from race.session.session import Session
from race.session.store import Slots
from race.speech import quantity as write
from race.ui.kit.actions import DEFAULT_KEYS, Action
from race.ui.kit.theme import SMALLEST_TARGET
from race.ui.pieces.crates import Crate
from race.ui.present import supply
from race.ui.present.rooms.yards.parts import parts, shares
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.game import Game, Shelf
from race.ui.screens.table.main import MainScreen
from race.ui.window import Window
from tests.ui import seats


def diverted(found: Window) -> list[int]:
    """Return how many chips this month's orders divert, order by order."""
    pending = seats.main(found).game.session.pending
    return [order.quantity for order in pending if isinstance(order, Divert)]


def first(found: Window) -> tuple[Crate, int]:
    """Return the first crate of the carmaker's and its chips."""
    crate = seats.board(found).spec.on("carmaker")[0]
    shipped = supply.shipments(seats.main(found).game.session)
    return crate, next(one.quantity for one in shipped if str(one.source) == crate.key)


def wheel(found: Window, turns: int) -> None:
    """Turn the wheel: as the display tells it, also as a press of a button beyond the third."""
    spot, button = found.desk.mouse, 4 if turns > 0 else 5
    events = (
        pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=turns),
        pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=spot, button=button),
        pygame.event.Event(pygame.MOUSEBUTTONUP, pos=spot, button=button),
    )
    found.feed(events, found.desk.now + 10)


def lifted(folder: Path, size: tuple[int, int] = (1280, 720)) -> Window:
    """Return a table whose first crate was lifted by a click."""
    found = seats.table(folder, "history")
    found.resize(pygame.Surface(size))
    board = seats.board(found)
    seats.click(found, board.slots[board.spec.on("carmaker")[0].key].centre)
    assert seats.board(found).lifted
    return found


def over_the_lab(found: Window) -> tuple[int, int]:
    return seats.board(found).where.docks[1].rect.centre


def test_keys_alone_move_half_a_crate_or_a_quarter(tmp_path: Path) -> None:
    for times, part in ((1, 2), (2, 4)):
        found = seats.table(tmp_path / str(part), "history")
        whole = first(found)[1]
        seats.focus_on(found, "board")

        seats.keys(found, [pygame.K_SPACE, *[pygame.K_q] * times, pygame.K_RIGHT, pygame.K_SPACE])

        assert diverted(found) == [whole // part]


@pytest.mark.parametrize("terms", SALES)
def test_of_what_the_directors_sell_so_much_is_in_the_hand_and_no_more_is_offered(terms: Terms) -> None:
    session = Session("history", seed=5)
    crate = supply.shipments(session)[0]
    source = next(line for line in session.view().lines if line.id == crate.source)
    sold = left_for_sale(session.view(), (), source)

    first, *others = shares(session, crate, terms)

    assert (first.amount, first.words) == (sold, "For sale")
    assert first.sign == f"{round(100 * sold / crate.quantity)}\u202f%"
    assert [other.amount for other in others] == [3_000]
    assert supply.why_stays(session, crate, terms, first.amount) == ""
    taken = supply.move(session, crate.source, "lab", terms, first.amount)
    assert isinstance(taken, Divert)
    session.submit(taken)
    left = next(one for one in supply.shipments(session) if one.dock == "carmaker")
    assert parts(session, left, terms)[0] == 0
    assert supply.why_stays(session, left, terms).startswith("The directors sell what would stand idle")
    assert supply.why_stays(session, left, Terms.LEASE) == ""


def test_of_a_diverted_crate_only_what_is_still_owed_is_in_the_hand() -> None:
    session = Session("history", seed=5)
    crate = supply.shipments(session)[0]
    session.submit(Divert(source=crate.source, quantity=crate.quantity, terms=Terms.LEASE))
    session.end_month()
    session.position().affairs.acts[0].outstanding = 5_000
    taken = next(one for one in supply.shipments(session) if one.dock == "lab" and one.payer_side != "lab")

    first, *others = shares(session, taken, Terms.SWAP)

    assert (first.shown, first.words, taken.quantity) == (write(chips(5_000)), "Still owed", 12_000)
    assert [other.amount for other in others] == [3_000]
    command = supply.move(session, taken.source, "carmaker", Terms.SWAP, first.amount)
    assert isinstance(command, GiveBack)
    assert command.quantity == first.amount


def test_what_this_month_already_returns_is_no_longer_owed() -> None:
    session = Session("history", seed=5)
    crates = supply.shipments(session)[:2]
    for crate in crates:
        session.submit(Divert(source=crate.source, quantity=crate.quantity, terms=Terms.LEASE))
    session.end_month()
    session.submit(GiveBack(quantity=sum(crate.quantity for crate in crates) - 700))
    taken = next(one for one in supply.shipments(session) if one.dock == "lab" and one.payer_side != "lab")
    session.position().affairs.acts[-1].outstanding -= 300

    first = parts(session, taken, Terms.SWAP)[0]

    assert first == 400 < taken.quantity
    assert not supply.why_stays(session, taken, Terms.SWAP, first)
    assert not supply.why_stays(session, taken, Terms.SWAP)


def test_after_the_quarter_comes_the_whole_again(tmp_path: Path) -> None:
    found = lifted(tmp_path)
    whole, seen = first(found)[1], []

    for _turn in range(4):
        seen.append(seats.board(found).amount)
        seats.keys(found, [pygame.K_q])

    assert seen == [0, whole // 2, whole // 4, 0]


def test_the_wheel_alone_moves_half_a_crate(tmp_path: Path) -> None:
    found = lifted(tmp_path)
    whole = first(found)[1]

    seats.point(found, over_the_lab(found))
    wheel(found, -1)
    seats.click(found, over_the_lab(found))

    assert diverted(found) == [whole // 2]


def test_the_button_alone_moves_a_quarter(tmp_path: Path) -> None:
    for size in seats.SIZES:
        found = lifted(tmp_path / str(size[0]), size)
        whole, button = first(found)[1], found.top.stage.find("part")
        assert button is not None
        assert min(button.rect.w, button.rect.h) >= SMALLEST_TARGET

        seats.click(found, button.rect.centre)
        seats.click(found, button.rect.centre)
        seats.click(found, over_the_lab(found))

        assert diverted(found) == [whole // 4]
        assert found.top.stage.find("part") is None


def test_terms_can_be_chosen_with_half_a_crate_in_the_hand(tmp_path: Path) -> None:
    found = lifted(tmp_path)
    whole, terms = first(found)[1], found.top.stage.find("terms")
    assert terms is not None
    seats.keys(found, [pygame.K_q])

    seats.click(found, (terms.rect.right - 20, terms.rect.centre[1]))
    seats.click(found, over_the_lab(found))

    pending = seats.main(found).game.session.pending
    assert [(order.quantity, order.terms) for order in pending if isinstance(order, Divert)] == [
        (whole // 2, Terms.LEASE)
    ]


def test_what_is_foreseen_and_weighed_is_the_part_that_is_held(tmp_path: Path) -> None:
    found = lifted(tmp_path)
    whole, table = first(found)[1], seats.main(found)
    seats.point(found, over_the_lab(found))
    before = table.weighed
    preview = seats.board(found).preview

    seats.keys(found, [pygame.K_q])
    held, after = table.weighed, seats.board(found).preview
    seats.keys(found, [pygame.K_w])

    assert isinstance(before, Divert)
    assert isinstance(held, Divert)
    assert (before.quantity, held.quantity) == (whole, whole // 2)
    assert preview is not None
    assert after is not None
    assert preview.effects != after.effects
    assert isinstance(found.top, WarRoom)
    assert found.top.subject().command == held


def test_what_goes_back_is_weighed_in_the_war_room_too(tmp_path: Path) -> None:
    found = seats.table(tmp_path, "history")
    table = seats.main(found)
    session = table.game.session
    session.submit(Divert(source=supply.shipments(session)[4].source, quantity=2_000, terms=Terms.SILENT))
    session.end_month()
    table.lay()
    board = seats.board(found)
    held = next(one for one in board.spec.on("lab") if one.parts)
    seats.click(found, board.slots[held.key].centre)
    seats.point(found, board.where.docks[0].rect.centre)
    seats.keys(found, [pygame.K_q])
    weighed = table.weighed

    seats.keys(found, [pygame.K_w])

    assert isinstance(weighed, GiveBack)
    assert weighed.quantity == held.parts[1].amount
    assert isinstance(found.top, WarRoom)
    assert found.top.subject().command == weighed


def test_the_crate_in_the_hand_and_the_one_that_stays_show_their_chips(tmp_path: Path) -> None:
    found = lifted(tmp_path)
    crate, whole = first(found)
    seats.keys(found, [pygame.K_q, pygame.K_q])

    part = seats.board(found).part
    held, left = crate.taken(part), crate.left(part)

    told = [int("".join(filter(str.isdigit, one.amount))) for one in (held, left)]
    assert told == [whole // 4, whole - whole // 4]
    assert held.when == "Quarter"
    assert left.payer == crate.payer


def test_half_of_a_crate_that_is_too_large_for_a_swap_may_go(tmp_path: Path) -> None:
    game = Game(Session("history", 1), Shelf(Slots(tmp_path)))
    for _month in range(4):
        game.session.end_month()
    crate = max(supply.shipments(game.session), key=lambda one: (one.dock == "carmaker", one.quantity))
    half = parts(game.session, crate, game.terms)[1]
    refused = {part: (str(crate.source), "lab", part) in game.refusals() for part in (0, half)}

    assert refused == {0: True, half: False}
    assert game.move(str(crate.source), "lab")
    assert not game.move(str(crate.source), "lab", half)


def test_with_an_empty_hand_the_key_says_what_it_is_for(tmp_path: Path) -> None:
    found = seats.table(tmp_path, "history")

    seats.keys(found, [pygame.K_q])

    assert "Lift a crate first" in found.desk.toasts[-1].text
    assert not seats.board(found).lifted


def test_what_moved_this_month_goes_back_whole(tmp_path: Path) -> None:
    found = seats.table(tmp_path, "history")
    seats.focus_on(found, "board")
    seats.keys(found, [pygame.K_RIGHT])
    table, board = seats.main(found), seats.board(found)
    board.cursor = next(one.key for one in board.spec.on("lab") if not one.parts and one.tag)

    seats.keys(found, [pygame.K_SPACE, pygame.K_q])

    assert "moves whole" in found.desk.toasts[-1].text
    assert table.stage.find("part") is None


def test_a_promise_that_half_a_crate_breaks_is_asked_about_and_half_goes(tmp_path: Path) -> None:
    game = seats.game(tmp_path, 0, scenario="history")
    screen = MainScreen(seats.desk(), game)
    board = screen.stage.find("board")
    assert board is not None
    crate = supply.shipments(game.session)[0]

    screen.take(Action("move_crate", str(crate.source), "lab", crate.quantity // 2))

    assert [order.quantity for order in game.session.pending if isinstance(order, Divert)] == [
        crate.quantity // 2
    ]


def test_the_key_is_one_of_the_table() -> None:
    assert DEFAULT_KEYS["part"] == ("q",)


def test_two_parts_of_a_crate_stand_and_go_back_one_by_one(tmp_path: Path) -> None:
    game = seats.game(tmp_path, 0, scenario="history")
    game.terms = Terms.LEASE
    game.move(str(supply.shipments(game.session)[0].source), "lab", 3_000)
    game.terms = Terms.SILENT
    game.move(str(supply.shipments(game.session)[0].source), "lab", 2_000)

    moved = [one for one in supply.shipments(game.session) if one.pending]
    assert [(one.quantity, one.leased) for one in moved] == [(3_000, True), (2_000, False)]

    game.move(str(moved[1].source), "carmaker")
    (left,) = game.session.pending
    assert isinstance(left, Divert)
    assert (left.quantity, left.terms) == (3_000, Terms.LEASE)
