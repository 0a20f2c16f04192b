"""The journal is enough to play a game again and to find where it was changed."""

from pathlib import Path

import msgspec
import pytest

from race.core import commands as c
from race.core.fingerprint import Fingerprint
from race.core.ids import Firm, Outside, Seat, Stance, Terms
from race.core.words import Sentence
from race.session.journal import MonthRecord
from race.session.replay import replay
from race.session.store import Saved, read, save
from tests.builders import a_game


def a_record(founder: str = "diverter", months: int = 5) -> Saved:
    session = a_game(months=months, founder=founder)
    return Saved(journal=session.journal, world=session.position(), reports=session.reports)


def tampered(saved: Saved, month: int, **changes: object) -> Saved:
    records = saved.journal.months
    records[month - 1] = msgspec.structs.replace(records[month - 1], **changes)
    return saved


@pytest.mark.parametrize("founder", ["diverter", "random", "historical"])
def test_a_game_played_again_is_the_same_game(founder: str) -> None:
    assert replay(a_record(founder, months=8)) is None


def test_a_saved_game_played_again_is_the_same_game(tmp_path: Path) -> None:
    path = tmp_path / "game.diverted"
    save(a_game(months=4, founder="swapper"), path)

    assert replay(read(path)) is None


def test_an_opening_that_is_not_its_seeds_is_found() -> None:
    saved = a_record(months=0)
    saved.world = saved.world.copy()
    saved.world.pay(Firm.XAI, 10**10, Sentence("a gift"), Outside.INVESTORS)

    difference = replay(saved)

    assert difference is not None
    assert difference.month == 0
    assert "labs" in difference.parts


def test_a_changed_fingerprint_is_found_in_its_month_and_part() -> None:
    saved = a_record()
    mark = saved.journal.months[2].fingerprint
    forged = Fingerprint(mark.whole, {**mark.parts, "holders": "0" * 16})

    difference = replay(tampered(saved, 3, fingerprint=forged))

    assert difference is not None
    assert (difference.month, difference.parts) == (3, ("holders",))


def test_an_order_taken_out_of_the_record_is_found_in_its_month() -> None:
    saved = a_record()
    left = {
        seat: orders for seat, orders in saved.journal.months[0].orders.items() if seat is not Seat.FOUNDER
    }

    difference = replay(tampered(saved, 1, orders=left))

    assert difference is not None
    assert difference.month == 1
    assert "labs" in difference.parts


@pytest.mark.parametrize(
    "order",
    [
        c.Divert(source=10**6, quantity=5, terms=Terms.SILENT),
        c.RuleOn(case=999, for_holders=True, injunction=True),
        c.FileSuit(act=999),
        c.WriteLetter(about=999),
        c.Speak(act=999, stance=Stance.DENY),
    ],
)
def test_orders_that_nobody_could_have_given_are_a_difference_and_no_crash(order: c.Command) -> None:
    saved = a_record()
    forged: dict[Seat, tuple[c.Command, ...]] = dict.fromkeys(Seat, (order,))

    difference = replay(tampered(saved, 2, orders=forged))

    assert difference is not None
    assert difference.month == 2


def test_months_after_the_ending_are_a_difference() -> None:
    session = a_game(founder="idle")
    while session.ending is None:
        session.end_month()
    last = session.journal.months[-1]
    session.journal.months.append(MonthRecord(orders={}, fingerprint=last.fingerprint))

    difference = replay(Saved(journal=session.journal, world=session.position(), reports=session.reports))

    assert difference is not None
    assert difference.parts == ("orders",)
