"""Whatever the founder can order has words for the list of this month's orders, and is given on purpose."""

import re
from collections import Counter
from pathlib import Path

import pygame
import pytest
from msgspec.structs import replace

from race.core import commands as c
from race.core.chance import Chance
from race.core.ids import Firm, Terms, Thing
from race.core.tales import SCRIPTS
from race.core.view import FounderView
from race.core.words import chips
from race.session.session import Session
from race.speech import quantity as write
from race.ui.pieces.lists.offers import Offers
from race.ui.present import news, orders, supply
from race.ui.present.consequences import foresee
from race.ui.present.orders import lab
from race.ui.screens.orders_panel import OrdersPanel
from tests.ui import seats
from tests.ui.reader import read
from tools.storm import KINDS, draw

OF_OTHERS = {
    *(c.ServeBuyers, c.Investigate, c.WriteLetter, c.DemandFiles, c.FileSuit, c.RuleOn, c.MovePeople),
    c.Answer,  # its words are those of a question that was asked
}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in OF_OTHERS])
def test_every_order_has_words(kind: type[c.Command]) -> None:
    view, luck = seats.played(8).view(), Chance(1).stream(0, "orders")
    drawn = iter(lambda: draw(view, luck), None)
    given = next(order for order in drawn if isinstance(order, kind))

    assert orders.told(given)


@pytest.mark.parametrize(
    "one",
    [
        *(c.Divert(source=1, quantity=1, terms=terms) for terms in Terms),
        c.GiveBack(quantity=1),
    ],
)
def test_one_chip_is_not_told_as_several(one: c.Command) -> None:
    assert re.search(r"\b1 chip\b", orders.told(one))


def test_a_click_on_a_marked_order_gives_nothing_and_enter_gives_it(tmp_path: Path) -> None:
    found = seats.table(tmp_path, "history")
    session = seats.main(found).game.session
    seats.keys(found, [pygame.K_o])
    listed = found.top.stage.find("list")
    assert listed is not None
    first = (listed.rect.x + 40, listed.rect.y + 12)

    seats.click(found, first)
    seats.click(found, first)
    clicked = len(session.pending)
    seats.keys(found, [pygame.K_RETURN])

    assert (clicked, len(session.pending)) == (0, 1)


@pytest.mark.parametrize("key", sorted(SCRIPTS))
def test_what_comes_of_an_answer_names_the_answer(key: str) -> None:
    for way in SCRIPTS[key].ways:
        for later in (way.then, way.otherwise):
            (said,) = news.answered(later.told)

            assert way.words in said


@pytest.mark.parametrize(("months", "founder"), [(0, "swapper"), (8, "diverter"), (14, "swapper")])
def test_what_is_offered_as_two_orders_reads_as_two_once_ordered(months: int, founder: str) -> None:
    session = seats.played(months, founder)
    offered = {order.text: order.command for order in orders.orders(session)}

    said = {text: orders.told(command, session.view()) for text, command in offered.items()}

    read = Counter(said.values())
    assert {text: words for text, words in said.items() if read[words] > 1} == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (c.PublishRelease(tested=True), c.PublishRelease(tested=True, open_weights=True)),
        (c.PublishRelease(tested=False), c.PublishRelease(tested=False, open_weights=True)),
        (c.PlanCarmaker(chip_budget=500_000), c.PlanCarmaker(chip_budget=1_500_000)),
        (c.PlanCarmaker(chip_budget=500_000), c.PlanCarmaker(chip_budget=500_000, buy_back_usd=2 * 10**9)),
        (c.PledgeStake(shares_ppm=10_000), c.PledgeStake(shares_ppm=-10_000)),
        (c.GiveBack(thing=Thing.SITE, quantity=1), c.GiveBack(thing=Thing.CHANNEL, quantity=1)),
        (c.SellLab(buyer=Firm.META), c.SellLab(buyer=Firm.TESLA)),
    ],
)
def test_two_orders_of_a_kind_read_apart(one: c.Command, other: c.Command) -> None:
    assert orders.told(one) != orders.told(other)


def test_no_pledge_is_offered_on_which_nothing_would_be_lent(monkeypatch: pytest.MonkeyPatch) -> None:
    session = seats.played(0)

    def pledges() -> int:
        return sum(isinstance(order.command, c.PledgeStake) for order in orders.orders(session))

    lent = pledges()
    monkeypatch.setattr(lab, "drawn", lambda *_position: 0)

    assert (lent, pledges()) == (2, 0)


def test_no_rent_is_offered_where_the_clouds_are_full() -> None:
    view = seats.played(0).view()
    full = replace(view, board=replace(view.board, cloud_room=0))

    def rents(seen: FounderView) -> list[int]:
        orders_of = (command for _group, _words, command in lab.chips(seen))
        return [order.quantity for order in orders_of if isinstance(order, c.RentCloud)]

    assert (len(rents(view)), rents(full)) == (2, [])


def test_no_rent_is_offered_that_hardly_differs_from_todays() -> None:
    view = seats.played(8).view()
    own = replace(view.own, depot=replace(view.own.depot, rented=43_917))
    near = replace(view, own=own, board=replace(view.board, cloud_room=0))

    offered = [order.quantity for _t, _w, order in lab.chips(near) if isinstance(order, c.RentCloud)]

    assert offered == [21_750, 0]


def test_a_dock_with_rented_chips_writes_a_sum_of_two_not_a_total_and_a_part() -> None:
    session = Session("history", 3)  # of its own: the position is written into
    depot = session.position().labs[Firm.XAI].depot
    depot.rented = 1_000
    own = depot.running() - 1_000

    dock = next(one for one in supply.docks(session) if one.key == "lab")

    assert dock.captions[0] == f"{write(chips(own))} running + {write(chips(1_000))} rented"


def test_a_pledge_of_less_than_a_tenth_of_a_percent_is_not_said_to_be_of_nothing() -> None:
    view = seats.played(8).view()

    words = [lab.pledge_words(view, 420), orders.told(c.PledgeStake(shares_ppm=420))]

    assert all("0.04\u202f%" in each for each in words)


def test_what_pay_and_a_licence_change_is_written_as_a_change() -> None:
    session = seats.played(9)

    def shown(command: c.Command) -> dict[str, tuple[str, int]]:
        return {number.label: (number.shown, number.good) for number in foresee(session, command).numbers}

    more, less = shown(c.SetPay(level=1_500_000)), shown(c.SetPay(level=800_000))
    assert ", then " in more["Known people leave, a month"][0]
    assert more["Wages a month"][0].startswith("+")
    assert (more["Leavers, of today's"][1], less["Leavers, of today's"][1]) == (1, -1)
    assert shown(c.LicenseBack())["Next milestone"][0].startswith("+")


def test_a_run_that_ends_by_its_compute_says_in_the_list_how_long_it_takes() -> None:
    session = seats.played(8)

    runs = [order for order in orders.orders(session) if isinstance(order.command, c.StartRun)]
    (aimed,) = [run for run in runs if isinstance(run.command, c.StartRun) and run.command.target_flop]

    assert re.search(r"FLOP: (\d to )?\d months?$", aimed.text)


@pytest.mark.parametrize("months", [2, 8, 20])
def test_the_row_of_an_announcement_has_room_for_its_figure(months: int, tmp_path: Path) -> None:
    sheet = OrdersPanel(seats.desk(), seats.game(tmp_path, months))
    sheet.group = "court"
    sheet.lay()
    listed = sheet.stage.find("list")
    assert isinstance(listed, Offers)

    drawn = read(sheet)

    told = [row for row in listed.spec.rows if row.text.startswith("Announce")]
    assert len(told) == 2
    for row in told:
        assert sum(line.text == listed.offers[row.key].shown for line in drawn.words) >= 1
    assert sum(line.text == "Next round" for line in drawn.words) == 2
