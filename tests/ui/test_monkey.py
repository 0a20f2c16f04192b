"""A short visit of the monkey to every screen; `make monkey` makes the long one."""

from pathlib import Path

import pygame
import pytest

from race.core.chance import Chance
from race.session.beside import crew
from race.session.forecast.running import Forecast
from race.ui.screens.screen import Wish
from race.ui.screens.sheets.house import HouseSheet
from tests.inline import Idle
from tests.ui.gallery import SCREENS
from tools.monkey import Monkey, WrongError, run
from tools.tally import Tally

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture(autouse=True)
def futures_never_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let futures be asked for and none be played: a hand may ask for hundreds."""
    monkeypatch.setattr(crew, "open_crew", Idle)
    monkeypatch.setattr(Forecast, "finish", lambda _forecast: None)


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_a_hand_does_at_random_breaks_a_screen(name: str, tmp_path: Path) -> None:
    told = run(len(name), 24, tmp_path, (name,))

    assert told.events[name] >= 24


def test_the_monkey_notices_a_screen_that_is_never_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stays(_screen: HouseSheet, _event: pygame.event.Event) -> Wish | None:
        return None

    monkeypatch.setattr(HouseSheet, "handle", stays)

    with pytest.raises(WrongError, match="Esc does not lead out"):
        run(1, 40, tmp_path, ("house",))


def test_the_monkey_notices_an_exception(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_screen: HouseSheet, _event: pygame.event.Event) -> Wish | None:
        message = "a beam broke"
        raise RuntimeError(message)

    monkeypatch.setattr(HouseSheet, "handle", breaks)

    with pytest.raises(RuntimeError, match="a beam broke"):
        run(1, 40, tmp_path, ("house",))


def test_futures_that_come_in_late_are_no_fault_and_another_picture_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkey = Monkey(tmp_path, Chance(1).stream(0, "monkey"))
    shades, counts = iter(range(1, 9)), iter(([1], [2]))
    monkeypatch.setattr(monkey.window, "draw", lambda: monkey.window.surface.fill([next(shades)] * 3))
    with pytest.raises(WrongError, match="no longer so"):
        monkey._compare()  # noqa: SLF001 - what it does now and then

    monkeypatch.setattr("tools.monkey._played", lambda _games: next(counts))
    monkey._compare()  # noqa: SLF001


def test_a_visit_ends_when_its_time_is_up(tmp_path: Path) -> None:
    told = run(1, 40, tmp_path, ("house",), until=0.0)

    assert told.events["house"] == 0


KINDS = {"pause": "Pause", "rooms": "RoomsSheet", "room, hall": "RoomScreen", "room, books": "RoomScreen"}


def test_a_run_of_the_monkey_goes_on_where_it_stopped(tmp_path: Path) -> None:
    first = Tally(KINDS, 4_000, tmp_path, "1of1")
    assert (first.left("pause"), first.visits("pause")) == (4_000, 0)

    first.add("pause", {"pause": 1_500, "RoomsSheet": 300, "leaving": 90}, 12)

    again = Tally(KINDS, 4_000, tmp_path, "1of1")
    assert (again.left("pause"), again.visits("pause")) == (2_500, 1)
    assert again.left("rooms") == 3_700  # what strayed there has been heard
    assert again.reached() == {"Pause": 1_500, "RoomsSheet": 300}


def test_shares_of_one_run_add_up_and_every_state_is_visited(tmp_path: Path) -> None:
    Tally(KINDS, 4_000, tmp_path, "1of2").add("room, hall", {"room, hall": 2_000}, 5)
    other = Tally(KINDS, 4_000, tmp_path, "2of2")
    other.add("rooms", {"rooms": 4_000, "RoomScreen": 9_000}, 5)

    assert other.left("room, hall") == 0
    assert other.left("room, books") == 400  # however many have strayed to its kind
    assert "2 of 3 kinds" in other.told({"RoomScreen", "RoomsSheet", "Pause"})


def test_a_kind_or_a_part_of_a_name_chooses_states() -> None:
    tally = Tally(KINDS, 40)

    assert [name for name in KINDS if tally.asked_for(name, ["Pause"])] == ["pause"]
    assert [name for name in KINDS if tally.asked_for(name, ["RoomScreen"])] == ["room, hall", "room, books"]
    assert [name for name in KINDS if tally.asked_for(name, ["hall", "pause"])] == ["pause", "room, hall"]
    assert all(tally.asked_for(name, []) for name in KINDS)
