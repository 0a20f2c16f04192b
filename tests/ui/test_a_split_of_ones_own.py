"""The lab's compute in any four parts: by keys alone, by mouse alone, from the books; it makes a hundred."""

from itertools import product
from pathlib import Path

import pygame
import pytest

from race.core.commands import SplitCompute
from race.speech import _
from race.ui.kit.actions import Action
from race.ui.kit.choices import Slider
from race.ui.kit.theme import SMALLEST_TARGET
from race.ui.pieces.lists.offers import Offers
from race.ui.present.orders import split
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.rooms.page import RoomScreen
from race.ui.window import Window
from tests.ui import seats


def opened(folder: Path, size: tuple[int, int] = (1280, 720)) -> Window:
    """Return a window whose orders are open at one's own split, reached by keys alone."""
    found = seats.table(folder, "history")
    found.resize(pygame.Surface(size))
    seats.keys(found, [pygame.K_o, pygame.K_END])
    assert panel(found).chosen == split.OWN
    return found


def panel(found: Window) -> OrdersPanel:
    assert isinstance(found.top, OrdersPanel)
    return found.top


def slider(found: Window, part: str) -> Slider:
    control = found.top.stage.find(f"split.{part}")
    assert isinstance(control, Slider)
    return control


def given(found: Window) -> list[tuple[int, ...]]:
    """Return the splits that were ordered, in points."""
    return [
        tuple(getattr(order, part) // split.POINT for part in split.PARTS)
        for order in panel(found).game.session.pending
        if isinstance(order, SplitCompute)
    ]


def test_keys_alone_set_a_part_and_give_the_order(tmp_path: Path) -> None:
    found = opened(tmp_path)
    assert panel(found).split.points == (55, 20, 20, 5)

    seats.focus_on(found, "split.safety")
    seats.keys(found, [pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RETURN])

    assert given(found) == [(45, 20, 20, 15)]
    assert panel(found).stage.find("take_back") is not None


def test_the_mouse_alone_sets_every_part_and_gives_the_order(tmp_path: Path) -> None:
    for size in seats.SIZES:
        found = opened(tmp_path / str(size[0]), size)
        for part, end in (("research", 3), ("serving", 1)):
            place = slider(found, part).parts()[end]
            assert min(place.w, place.h) >= SMALLEST_TARGET
            seats.click(found, place.centre)
        seats.click(found, seats.centre(found.top, "give"))

        assert given(found) == [(55, 25, 15, 5)]


def test_a_knob_that_is_dragged_there_and_back_changes_nothing(tmp_path: Path) -> None:
    found = opened(tmp_path)
    before = panel(found).split.points
    rail = slider(found, "safety").parts()[2]
    spots = [(rail.x + rail.w * share // 100, rail.centre[1]) for share in (5, 40, 90, 40, 5)]

    def mouse(kind: int, spot: tuple[int, int]) -> None:
        values = {"buttons": (1, 0, 0), "rel": (0, 0)} if kind == pygame.MOUSEMOTION else {"button": 1}
        found.feed([pygame.event.Event(kind, pos=spot, **values)], found.desk.now + 10)

    mouse(pygame.MOUSEBUTTONDOWN, spots[0])
    seen = []
    for spot in spots:
        mouse(pygame.MOUSEMOTION, spot)
        seen.append(panel(found).split.points)
    mouse(pygame.MOUSEBUTTONUP, spots[-1])

    assert seen[2][3] == 90
    assert panel(found).split.points == before


def test_what_it_would_do_follows_the_sliders(tmp_path: Path) -> None:
    found = opened(tmp_path)
    seats.keys(found, [pygame.K_TAB])
    panel(found).take(Action("set", "split.serving", 50))

    seen = panel(found).seen
    assert seen is not None
    shown = {number.label: number.shown for number in seen.numbers}
    assert (shown[_("Users")].endswith("50\u202f%"), shown[_("Training")].endswith("25\u202f%")) == (
        True,
        True,
    )


def test_a_given_split_can_be_taken_back_and_weighed(tmp_path: Path) -> None:
    found = opened(tmp_path)
    panel(found).take(Action("set", "split.safety", 20))
    seats.keys(found, [pygame.K_RETURN])
    assert given(found)

    seats.click(found, seats.centre(found.top, "take_back"))
    assert not given(found)
    seats.click(found, seats.centre(found.top, "weigh"))

    assert isinstance(found.top, WarRoom)
    command = found.top.subject().command
    assert isinstance(command, SplitCompute)
    assert command.safety == 200_000


def test_the_panel_opens_at_the_split_that_was_ordered(tmp_path: Path) -> None:
    found = opened(tmp_path)
    panel(found).take(Action("set", "split.safety", 20))
    seats.keys(found, [pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_o, pygame.K_END])

    assert panel(found).split.points == (40, 20, 20, 20)


def test_the_books_lead_to_it(tmp_path: Path) -> None:
    found = seats.table(tmp_path, "history")
    seats.keys(found, [pygame.K_b])
    room = found.top
    assert isinstance(room, RoomScreen)
    room.take(Action("select", "bench", "bench.research"))

    seats.click(found, seats.centre(room, "lead"))

    assert panel(found).chosen == split.OWN
    assert slider(found, "research").spec.value == 20


@pytest.mark.parametrize("start", [(55, 20, 20, 5), (100, 0, 0, 0), (25, 25, 25, 25), (34, 33, 33, 0)])
def test_the_parts_always_make_a_hundred(start: split.Points) -> None:
    for place, value in product(range(4), range(-5, 111, 5)):
        found = split.shifted(start, place, value)

        assert sum(found) == split.WHOLE
        assert min(found) >= 0
        assert found[place] == min(split.WHOLE, max(0, value))


def test_the_split_as_it_stands_cannot_be_ordered_for_nothing(tmp_path: Path) -> None:
    found = opened(tmp_path)
    seats.keys(found, [pygame.K_RETURN])

    assert not given(found)
    order = panel(found).orders[split.OWN]
    assert order.why_not == "The compute is split so already; change a part first."


def test_a_given_split_can_be_taken_back_by_mouse_after_a_slider_has_moved(tmp_path: Path) -> None:
    found = opened(tmp_path)
    panel(found).take(Action("set", "split.safety", 20))
    seats.keys(found, [pygame.K_RETURN])
    panel(found).take(Action("set", "split.safety", 40))

    seats.click(found, seats.centre(found.top, "take_back"))
    assert not given(found)
    seats.click(found, seats.centre(found.top, "give"))

    assert given(found) == [(20, 20, 20, 40)]


def test_a_ready_made_split_names_the_part_that_it_is_for(tmp_path: Path) -> None:
    found = panel(opened(tmp_path))
    offers = found.stage.find("list")
    assert isinstance(offers, Offers)

    told = {
        order.text: offers.offers[key].label for key, order in found.orders.items() if key in offers.offers
    }

    parts = {"training": "Training", "research": "Research", "users": "Users", "safety": "Safety"}
    assert {words: told[f"Compute: {words} first"] for words in parts} == parts
