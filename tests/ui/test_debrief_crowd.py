"""The place among simulated founders grows while the debrief is open, and says of how many it speaks."""

from pathlib import Path

import pygame

from race.session.hindsight.crowd import CROWD
from race.ui.pieces.chart import Chart
from race.ui.pieces.debrief.histogram import Histogram
from race.ui.present.debrief.report.page import page
from race.ui.screens.debrief.main import EndingScreen
from race.ui.window import Window
from tests.ui import seats
from tests.ui.test_debrief import ended, screen, wait_for_all


def shown(found: Window) -> Histogram:
    crowd = found.top.stage.find("crowd")
    assert isinstance(crowd, Histogram)
    return crowd


def stay(found: Window, founders: int) -> EndingScreen:
    """Let the window's loop look until so many founders count."""
    top = screen(found)
    wait_for_all(found)
    while top.seen is not None and len(top.seen.others) < founders and found.wait() is not None:
        pass
    return top


def test_the_crowd_grows_lot_by_lot_to_its_whole_and_then_the_window_sleeps(tmp_path: Path) -> None:
    found = ended(tmp_path)
    wait_for_all(found)
    titles = [shown(found).spec.title]

    while found.wait() is not None:
        if shown(found).spec.title != titles[-1]:
            titles.append(shown(found).spec.title)

    numbers = [int(title.split("simulated")[0].replace("\u202f", "")) for title in titles]
    assert numbers == list(range(33, CROWD, 33))
    assert shown(found).spec.progress is None
    assert "while this page is open" not in str(shown(found).spec.tip)


def test_a_place_among_some_says_of_how_many_it_speaks_on_the_page_and_in_the_report(tmp_path: Path) -> None:
    found = ended(tmp_path)

    top = stay(found, 99)

    spec = shown(found).spec
    assert top.seen is not None
    n = len(top.seen.others)
    assert n % 33 == 0
    assert spec.title == f"{n} simulated founders"
    assert spec.progress == n / top.seen.most
    assert f">{n} simulated founders<" in page(top.game.session, top.seen)
    assert f"{n // 11} in all" in page(top.game.session, top.seen)


def test_who_leaves_the_page_has_nobody_stand_in_any_more(tmp_path: Path) -> None:
    found = ended(tmp_path)
    top = stay(found, 66)
    seen = top.seen
    assert seen is not None
    assert seen.growing

    top.leave()

    known = len(seen.others)
    assert not seen.growing
    assert not seen.look()
    assert len(seen.others) == known


def test_under_a_sheet_nobody_else_stands_in(tmp_path: Path) -> None:
    found = ended(tmp_path)
    top = stay(found, 66)
    assert top.seen is not None
    known = len(top.seen.others)

    seats.keys(found, [pygame.K_j])
    assert found.top is not top
    for _look in range(40):
        found.wait()

    assert len(top.seen.others) == known


def test_where_nothing_was_diverted_no_line_is_drawn_without_what_is_not_named(tmp_path: Path) -> None:
    for founder, drawn in (("steward", False), ("swapper", True)):
        found = ended(tmp_path / founder, founder)
        wait_for_all(found)
        keys = []
        for name in ("turns", "without"):
            screen(found).page = name
            screen(found).lay()
            chart = found.top.stage.find("race")
            assert isinstance(chart, Chart)
            keys.append("never" in [series.key for series in chart.spec.series])

        assert keys == [drawn, True]
