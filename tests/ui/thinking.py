"""Tables beside which processes play unasked, for the tests of what they foresee."""

from pathlib import Path

import pytest

from race.core.ids import Firm
from race.ui.pieces.chart import Chart
from race.ui.pieces.plot import Series
from race.ui.window import Window
from tests.inline import Remembering
from tests.ui import seats


def thinking(folder: Path) -> Window:
    """Return a table beside which processes may play."""
    found = seats.table(folder)
    found.desk.crew = Remembering
    return found


def settle(found: Window) -> None:
    """Let the window wait and draw until nothing changes by itself any more."""
    for _look in range(400):
        wait = found.wait()
        if wait is None:
            return
        found.feed([], found.desk.now + wait + 1)
        found.draw()
    pytest.fail("the window never sleeps")


def start_thinking(found: Window) -> None:
    """Let the window wait until futures have been asked for: what the coming month brings goes before."""
    for _look in range(40):
        found.wait()
        if seats.main(found).game.lookout.looking_on:
            return
    pytest.fail("nothing is thought of")


def own(found: Window) -> Series:
    chart = found.top.stage.find("chart")
    assert isinstance(chart, Chart)
    return next(series for series in chart.spec.series if series.key == Firm.XAI.value)
