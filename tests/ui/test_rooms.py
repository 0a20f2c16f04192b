"""The way to every room: one list, one key each, one sheet that shows them all."""

from pathlib import Path

import pygame

from race.core.formulas.owners.evidence import leak_ppm
from race.core.words import percent
from race.session.store import Slots
from race.speech import plural, quantity
from race.ui.kit.actions import DEFAULT_KEYS, Action
from race.ui.pieces.rooms.rail import RailDoor
from race.ui.pieces.rooms.told import Reading
from race.ui.present.orders import orders
from race.ui.present.rooms import plan
from race.ui.present.rooms.doors import PAGES
from race.ui.present.rooms.page import told
from race.ui.screens.rooms.page import RoomScreen
from race.ui.screens.seat.choosing import Choosing
from race.ui.screens.seat.replay import Replay
from race.ui.screens.table.main import MainScreen
from race.ui.screens.table.question import waiting
from race.ui.screens.table.rooms import OPENERS, RoomsSheet
from race.ui.text.rooms import room
from race.ui.text.table import Table
from tests.ui import seats


def test_every_room_of_the_plan_has_a_door_and_a_key() -> None:
    names = [one.name for one in plan.ROOMS]

    assert sorted(names) == sorted(OPENERS)
    assert all(name in DEFAULT_KEYS for name in names)
    assert {one.wing for one in plan.ROOMS} == set(plan.WINGS)


def test_a_card_leads_to_its_room_and_closing_it_leads_back_to_the_table(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_i])
    assert isinstance(found.top, RoomsSheet)

    seats.click(found, seats.centre(found.top, "hall"))
    inside = type(found.top)
    seats.keys(found, [pygame.K_ESCAPE])

    assert inside is not RoomsSheet
    assert isinstance(found.top, MainScreen)


def test_the_plan_shows_the_ways_back_and_out_once_there_is_something_to_look_back_on(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_i])
    at_first = {control.name for control in found.top.stage.controls}
    seats.keys(found, [pygame.K_ESCAPE])
    seats.main(found).game.session.end_month()
    seats.keys(found, [pygame.K_i])

    seats.click(found, seats.centre(found.top, "rewind"))
    looked = type(found.top)
    seats.keys(found, [pygame.K_ESCAPE, pygame.K_i])
    seats.click(found, seats.centre(found.top, "autoplay"))

    assert "rewind" not in at_first
    assert looked is Replay
    assert isinstance(found.top, Choosing)


def test_a_key_goes_from_the_plan_to_a_room(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_i])

    seats.keys(found, [pygame.K_d])

    assert len(found.stack) == 2
    assert not isinstance(found.top, RoomsSheet)


def test_a_line_says_more_when_it_is_chosen_and_its_room_is_left_by_its_own_key(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_k])
    screen = found.top
    assert isinstance(screen, RoomScreen)
    first = screen.page.tables()[0].lines[0]

    seats.focus_on(found, "book")
    seats.keys(found, [pygame.K_DOWN])
    reading = screen.stage.find("reading")
    seats.keys(found, [pygame.K_k])

    assert screen.chosen == first.key
    assert isinstance(reading, Reading)
    assert isinstance(found.top, MainScreen)


def test_the_rail_leads_from_room_to_room(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_b])

    seats.click(found, seats.centre(found.top, "to.cases"))

    assert isinstance(found.top, RoomScreen)
    assert found.top.name == "cases"
    assert len(found.stack) == 2


def test_the_chance_that_something_leaks_is_the_engines(tmp_path: Path) -> None:
    session = seats.game(tmp_path, 20).session
    view = session.view()
    secrets = [act for act in view.affairs.acts if act.published is None]

    lines = {line.key: line for line in PAGES["cases"](session).lines()}

    assert secrets
    for act in secrets:
        risk = quantity(percent(leak_ppm(view.board.rules, act, view.affairs)))
        assert risk in lines[f"act.{act.id}"].cells[2]


def test_no_line_of_a_room_leaves_a_brace_unfilled(tmp_path: Path) -> None:
    session = seats.game(tmp_path, 10).session

    cells = [cell for page in PAGES.values() for line in page(session).lines() for cell in line.cells]

    assert cells
    assert not [cell for cell in cells if "{" in cell]


def test_an_order_that_cannot_be_given_says_why_in_its_room(tmp_path: Path) -> None:
    session = seats.game(tmp_path).session
    refused = {order.text: order.why_not for order in orders(session) if order.why_not}

    closed = [
        line
        for page in PAGES.values()
        for line in page(session).lines()
        if line.key.startswith("order.") and line.cells[0] in refused
    ]

    assert closed
    assert all(refused[line.cells[0]] in line.opened[0][0] for line in closed)


def test_the_text_game_reads_the_same_pages(tmp_path: Path) -> None:
    game = Table(seats.game(tmp_path).session, Slots(tmp_path))

    for name, page in PAGES.items():
        told = list(room(game, [name]))
        first = list(room(game, [name, "1"]))

        assert told[0] == page(game.session).title
        assert first[0] == " · ".join(page(game.session).lines()[0].cells)


def test_the_board_can_be_seen_behind_a_question(tmp_path: Path) -> None:
    game = seats.game(tmp_path, 0)
    while (sheet := waiting(seats.desk(), game)) is None:
        game.session.end_month()

    sheet.take(Action("board"))
    aside = [control.name for control in sheet.stage.controls]
    sheet.take(Action("cancel"))

    assert aside == ["board"]
    assert len(sheet.stage.controls) > 1


def test_one_thing_is_not_told_as_many() -> None:
    forms = [plural("{n} person knows of it.", "{n} people know of it.", n).format(n=n) for n in (1, 2)]

    assert forms == ["1 person knows of it.", "2 people know of it."]


def test_a_vote_opens_into_who_voted_how(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    for _month in range(7):
        seats.main(found).game.session.end_month()

    seats.keys(found, [pygame.K_p])
    seats.focus_on(found, "votes")
    seats.keys(found, [pygame.K_END])

    screen = found.top
    assert isinstance(screen, RoomScreen)
    chosen = next(line for line in screen.page.lines() if line.key == screen.chosen)
    assert chosen.key.startswith("vote.")
    assert chosen.opened[-1][0] == "Together"


def test_the_doors_of_the_rail_bear_their_names_where_letters_are_of_the_usual_size(tmp_path: Path) -> None:
    game = seats.game(tmp_path)
    desk = seats.desk()
    named = [
        each.words for each in RoomScreen(desk, game, "hall").stage.controls if isinstance(each, RailDoor)
    ]
    desk.kept.text_size = 150
    desk.refit()
    bare = [
        each.words for each in RoomScreen(desk, game, "hall").stage.controls if isinstance(each, RailDoor)
    ]

    assert named == [one.short for one in plan.ROOMS]
    assert bare == [""] * len(plan.ROOMS)


def test_an_order_opened_in_a_room_does_not_repeat_its_title() -> None:
    session = seats.played(8)
    orders_told = [(line, told(session, line)) for line in PAGES["chips"](session).lines() if line.order]

    assert orders_told
    assert all(line.cells[0] not in said.words for line, lines in orders_told for said in lines)
