"""Chips in a warehouse compute nothing: the header says so, and what opens there tells them apart."""

from pathlib import Path

import pytest

from race.core.ids import Firm, Generation
from race.core.world import Batch
from race.session.session import Session
from race.session.store import Slots
from race.speech import set_language
from race.ui.kit import text
from race.ui.kit.theme import LABEL, Theme, Type
from race.ui.kit.tooltips import Receipt
from race.ui.pieces.stat import Stat
from race.ui.present.figures import Figure, header
from race.ui.present.rooms.yards.plots import plots
from race.ui.present.standing import unplaced
from race.ui.present.supply import docks, shipments
from race.ui.screens.game import Game, Shelf
from race.ui.screens.screen import Desk
from race.ui.screens.table.main import MainScreen
from race.ui.text.looking import header_lines
from race.ui.text.table import Table
from tests.builders import a_game, a_world
from tests.ui import seats
from tests.ui.text.spoken import answer


def with_stored(stored: int, rented: int = 0) -> Session:
    """Return a game whose lab holds 90,000 running chips, some stored and some rented."""
    world, game = a_world(month=1), a_game(months=1)
    depot = world.labs[Firm.XAI].depot
    site = depot.sites[0].id
    lots = [(90_000, site), (stored, None)]
    depot.batches[:] = [
        Batch(
            id=9_001 + place,
            payer=Firm.XAI,
            generation=Generation.H100,
            quantity=quantity,
            arrived=0,
            site=where,
        )
        for place, (quantity, where) in enumerate(lots)
        if quantity
    ]
    depot.rented = rented
    game.resume(world, game.journal, game.reports)
    return game


def held(game: Session) -> Figure:
    """Return the head figure of the lab's chips."""
    return next(figure for figure in header(game) if figure.key == "xai.chips")


def plain(words: str) -> str:
    """Return words with ordinary spaces."""
    return " ".join(words.split())


def test_more_than_a_tenth_in_the_warehouse_is_seen_in_the_header() -> None:
    assert plain(held(with_stored(60_000)).aside) == "60 k stored"
    assert not held(with_stored(10_000)).aside
    assert not held(with_stored(0)).aside


def test_chips_opened_say_what_runs_what_is_stored_and_what_is_rented(tmp_path: Path) -> None:
    game = with_stored(60_000, rented=5_000)
    said = "90 000 run, 60 000 are stored; 5 000 more are rented"
    figure, table = held(game), Table(game, Slots(tmp_path))

    assert plain(figure.made_of) == said
    assert f"{said}." in plain(figure.meaning)
    assert figure.receipt is not None
    assert f"{said}." in plain(figure.receipt.meaning)
    assert f"{said}." in plain(answer(table, "why chips"))
    assert said in plain("\n".join(header_lines(game)))
    assert "rented" not in plain(held(with_stored(60_000)).made_of)


@pytest.mark.parametrize("size", [(1280, 720), (960, 600)])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_stored_stands_whole_in_the_windows_header_and_in_what_opens(
    size: tuple[int, int], language: str, tmp_path: Path
) -> None:
    set_language(language)
    desk = Desk(size, Theme.for_window(*size))
    table = MainScreen(desk, Game(with_stored(560_000, rented=188_600), Shelf(Slots(tmp_path))))
    stat = table.stage.find("xai.chips")

    assert isinstance(stat, Stat)
    assert "560" in stat.spec.label
    room = stat.rect.w - 2 * desk.theme.px(Stat.INSET)
    assert text.width(desk.theme, stat.spec.label, Type(11)) <= room
    assert isinstance(stat.tip, Receipt)
    inner = desk.theme.px(376) - 2 * desk.theme.px(18)
    high = text.lines_height(desk.theme, stat.tip.measures, LABEL, inner)
    assert high <= 2 * text.line_height(desk.theme, LABEL)


def test_stored_chips_for_which_power_waits_start_wherever_they_are_told() -> None:
    game = seats.played(8)
    stored = [each for each in shipments(game) if each.dock == "lab" and each.when_short == "starts"]
    dock = next(each for each in docks(game) if each.key == "lab")

    assert stored
    assert not unplaced(game.view())
    assert held(game).aside.endswith("starting")
    assert "are starting" in held(game).made_of
    assert "start next month" in dock.explained
    assert any("they start next month" in words for words in dock.standing)
    store = next(plot for plot in plots(game.view(), Firm.XAI) if plot.kind == "store")
    assert store.note.endswith("start")
    assert all(each.when == "starts next month" for each in stored)
    assert all("there is power for it" in each.explained[1] for each in stored)


def test_stored_chips_without_power_are_stored_wherever_they_are_told() -> None:
    game = with_stored(560_000)
    (crate,) = [each for each in shipments(game) if each.source == 9_002]
    dock = next(each for each in docks(game) if each.key == "lab")

    assert unplaced(game.view())
    assert held(game).aside.endswith("stored")
    assert "are stored" in held(game).made_of
    assert "wait for power" in dock.explained
    assert not any("start next month" in words for words in dock.standing)
    assert (crate.when, crate.when_short) == ("in the warehouse", "stored")
