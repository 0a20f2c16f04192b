"""The plan of the ground and the room of talent: everything can be reached, opened, and ordered."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pygame
import pytest

from race.core.commands import BuildSite, OrderChips
from race.core.ids import PPM, Firm
from race.core.words import percent
from race.core.world import Site
from race.session.heard.chipmaker import weighing
from race.session.heard.talent import talent
from race.session.store import Slots
from race.speech import quantity
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import SECONDARY
from race.ui.pieces.yards.places import placed
from race.ui.pieces.yards.plan import GroundPlan
from race.ui.present.orders import orders
from race.ui.present.rooms.chips import order_book
from race.ui.present.rooms.page import told
from race.ui.present.rooms.people import people
from race.ui.present.rooms.yards.ground import ground
from race.ui.present.rooms.yards.plots import plots
from race.ui.screens.rooms.page import RoomScreen
from race.ui.text.rooms import room
from race.ui.text.table import Table
from tests.ui import hands, seats


def opened(tmp_path: Path, name: str = "chips", months: int = 8) -> RoomScreen:
    return RoomScreen(seats.desk(), seats.game(tmp_path, months), name)


def plan_of(screen: RoomScreen) -> GroundPlan:
    found = screen.stage.find("plan")
    assert isinstance(found, GroundPlan)
    return found


@pytest.mark.parametrize("months", [0, 8, 20])
def test_everything_in_the_plan_opens_a_line_of_the_room(months: int, tmp_path: Path) -> None:
    screen = opened(tmp_path, months=months)

    keys = {line.key for line in screen.page.lines()}

    assert set(plan_of(screen).items) <= keys
    assert {plot.key for yard in ground(screen.game.session).yards for plot in yard.plots} <= set(
        plan_of(screen).items
    )


def test_a_site_that_was_stopped_for_its_permits_is_not_called_one_that_is_built(tmp_path: Path) -> None:
    screen = opened(tmp_path, months=14)
    view = screen.game.session.view()
    early = next(site for site in view.own.depot.sites if site.ready <= view.board.month < site.papers)
    stopped = msgspec.structs.replace(early, ready=view.board.month + 3)
    begun = msgspec.structs.replace(stopped, cost_usd=1)
    sites = [site for site in view.own.depot.sites if site is not early]

    def state_of(site: Site) -> str:
        depot = msgspec.structs.replace(view.own.depot, sites=[*sites, site])
        seen = msgspec.structs.replace(view, own=msgspec.structs.replace(view.own, depot=depot))
        return next(plot.state for plot in plots(seen, Firm.XAI) if plot.key == f"site.{site.id}")

    assert [state_of(site) for site in (stopped, begun)] == ["stands still", "building"]
    assert "used" in state_of(early)


def test_a_click_on_a_plot_reads_it(tmp_path: Path) -> None:
    screen = opened(tmp_path)
    key, place = next((key, place) for key, place in plan_of(screen).items.items() if key.startswith("site."))

    asked = hands.click(screen.stage, place.centre)
    assert asked is not None
    screen.take(asked)

    assert screen.chosen == key


def test_the_arrows_reach_everything_in_the_plan(tmp_path: Path) -> None:
    screen = opened(tmp_path)
    items = set(plan_of(screen).items)
    seen, waiting = {screen.chosen}, [screen.chosen]

    while waiting:
        here = waiting.pop()
        for arrow in ("left", "right", "up", "down"):
            screen.take(Action("select", "plan", here))
            asked = plan_of(screen).act(Action(arrow))
            assert asked is not None
            if str(asked.value) not in seen:
                seen.add(str(asked.value))
                waiting.append(str(asked.value))

    assert items <= seen


def test_squares_are_filled_as_far_as_power_is_taken(tmp_path: Path) -> None:
    session = seats.game(tmp_path).session

    for yard in ground(session).yards:
        for plot in yard.plots:
            assert 0 <= plot.own_kw + plot.other_kw <= plot.power_kw * 1.001 + 1
            assert 0.0 <= plot.built <= 1.0
            assert plot.kind != "site" or plot.live == (plot.built == 1.0)


def test_the_chipmakers_reasons_add_up_to_the_weight(tmp_path: Path) -> None:
    session = seats.game(tmp_path, 20).session

    lines = {line.key: line for line in order_book(session).lines()}

    for key, firm in (("weigh.lab", Firm.XAI), ("weigh.car", Firm.TESLA)):
        shown = {said.words: said.shown for said in lines[key].opened}
        assert quantity(percent(weighing(session, firm).weight)) in shown.values()
        assert lines[key].cells[1] == quantity(percent(weighing(session, firm).weight))


def test_the_room_of_talent_tells_the_chances_that_are_drawn(tmp_path: Path) -> None:
    session = seats.game(tmp_path).session
    found = talent(session).leaving

    lines = {line.key: line for line in people(session).lines()}

    assert lines["leave.known"].cells[1] == quantity(percent(found.known_ppm))
    assert lines["leave.known"].bar == found.known_ppm / PPM


def test_an_order_is_given_where_its_consequences_stand(tmp_path: Path) -> None:
    screen = opened(tmp_path, "people")
    key = next(line.key for line in screen.page.lines() if line.order and not line.order.why_not)

    screen.take(Action("select", "do", key))
    give = screen.stage.find("give")
    assert give is not None
    screen.take(Action("press", "give"))
    ordered = len(screen.game.session.pending)
    back = screen.stage.find("take_back")
    screen.take(Action("press", "take_back"))

    assert ordered == 1
    assert back is not None
    assert not screen.game.session.pending


def test_an_order_is_undone_in_the_room_where_it_was_given(tmp_path: Path) -> None:
    screen = opened(tmp_path, "people")
    key = next(line.key for line in screen.page.lines() if line.order and not line.order.why_not)
    screen.take(Action("select", "do", key))
    screen.take(Action("open", "do", key))

    screen.take(Action("undo"))

    assert not screen.game.session.pending


def test_every_sentence_of_the_rooms_is_filled_in(tmp_path: Path) -> None:
    session = seats.game(tmp_path, 20).session

    told_there = [
        words
        for page in (order_book(session), people(session))
        for line in page.lines()
        for words in (*line.cells, *(said.words for said in told(session, line)))
    ]

    assert not [words for words in told_there if "{" in words]


def test_a_line_weighs_its_buyer_and_what_was_paid_ahead(tmp_path: Path) -> None:
    session = seats.game(tmp_path).session
    weight = weighing(session, Firm.XAI).weight

    lines = [line for line in order_book(session).lines() if line.key.startswith("line.")]

    assert any(quantity(percent(weight)) in words for line in lines for words, *_rest in line.opened)


def test_a_rival_says_in_its_own_line_why_nobody_can_be_called(tmp_path: Path) -> None:
    screen = RoomScreen(seats.desk(), seats.game(tmp_path), "people", "place.meta")
    line = next(line for line in screen.page.lines() if line.key == "place.meta")

    screen.take(Action("press", "give"))

    assert line.order is not None
    assert line.order.why_not
    assert any(line.order.why_not in words for words, *_rest in line.opened)
    assert not screen.game.session.pending


def test_the_text_game_tells_what_an_order_would_do_and_how_it_is_given(tmp_path: Path) -> None:
    game = Table(seats.game(tmp_path).session, Slots(tmp_path))
    lines = people(game.session).lines()
    place = next(n for n, line in enumerate(lines, start=1) if line.order and not line.order.why_not)

    told = list(room(game, ["people", str(place)]))

    assert told[-1].strip().startswith("To give this order: do ")
    assert any("Wages a month" in words for words in told)


def test_home_and_end_go_to_the_first_and_the_last_of_the_plan(tmp_path: Path) -> None:
    screen = opened(tmp_path)
    screen.stage.focus_on("plan")
    keys = list(plan_of(screen).items)

    asked = hands.key(screen.stage, pygame.K_END)

    assert asked == Action("select", "plan", keys[-1])


def test_what_an_order_would_add_is_drawn_before_it_is_given(tmp_path: Path) -> None:
    session = seats.game(tmp_path, 1).session
    build = next(order.command for order in orders(session) if isinstance(order.command, BuildSite))
    chips = next(order.command for order in orders(session) if isinstance(order.command, OrderChips))

    lab = ground(session, build).yards[1]
    session.submit(chips)
    ordered = ground(session, chips).yards[1]

    assert [one.power_kw for one in lab.planned] == [build.power_kw]
    assert [one.power_kw for one in ordered.planned] == [0]
    assert not ground(seats.game(tmp_path, 1).session).yards[1].planned


@pytest.mark.parametrize("size", seats.SIZES)
def test_the_month_of_every_neighbour_has_its_room(size: tuple[int, int], tmp_path: Path) -> None:
    theme = seats.desk(size).theme
    there = ground(seats.game(tmp_path).session)
    first = there.neighbours[0]
    words = [f"{month} {year}" for month in ("juin", "juil.", "Jul", "May") for year in range(2024, 2029)]

    short = []
    for state in words:
        one = replace(first, state=state)
        lots = placed(theme, Rect(0, 0, *size), replace(there, neighbours=(one,)))
        parts = sum(text.width(theme, part, SECONDARY) for part in (one.shown, " ", state))
        inside = lots.neighbours[0][1].pad(theme.px(6), 0).cut_left(theme.px(12), theme.px(6))[1]
        short += [state] if inside.w < parts else []

    assert short == []
