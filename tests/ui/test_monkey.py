"""A short visit of the monkey to every screen; `make monkey` makes the long one."""

from pathlib import Path

import pygame
import pytest

from race.session import crew
from race.session.forecast.running import Forecast
from race.ui.screens.screen import Wish
from race.ui.screens.sheets.house import HouseSheet
from tests.inline import Idle
from tests.ui.gallery import SCREENS
from tools.monkey import WrongError, run

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture(autouse=True)
def futures_never_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let futures be asked for and none be played: a hand may ask for hundreds."""
    monkeypatch.setattr(crew, "open_crew", Idle)
    monkeypatch.setattr(Forecast, "finish", lambda _forecast: None)


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_a_hand_does_at_random_breaks_a_screen(name: str, tmp_path: Path) -> None:
    told = run(len(name), 40, tmp_path, (name,))

    assert told.events[name] >= 40


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
