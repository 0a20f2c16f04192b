"""In the smallest window with the largest letters words stand whole, and what follows does not touch."""

from itertools import combinations
from pathlib import Path

import pytest

from race.speech import _, set_language
from race.ui.kit.layout import Rect
from race.ui.kit.text import ELLIPSIS
from race.ui.kit.theme import Theme
from race.ui.pieces.past.timeline import Stop, Timeline, TimelineSpec
from race.ui.pieces.rooms.card import DoorCard
from race.ui.pieces.rooms.ledger import Entry, Ledger, LedgerSpec
from race.ui.screens.sheets.house import HouseSheet
from race.ui.screens.table.rooms import RoomsSheet
from tests.ui import seats
from tests.ui.gallery import make
from tests.ui.reader import read
from tests.ui.test_screens_layout import large

SMALLEST = (960, 600)


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize(
    "name",
    ["rooms", "war room", "room, score", "room, score, late", "room, chips, an order", "load", "save"],
)
def test_names_stand_whole(name: str, tongue: str, tmp_path: Path) -> None:
    set_language(tongue)

    assert read(make(name, large(200, SMALLEST), tmp_path)).cut == set()


def test_names_of_rooms_have_one_size_and_a_short_one_is_whole_when_pointed_at(tmp_path: Path) -> None:
    set_language("fr")
    sheet = RoomsSheet(large(200, SMALLEST), seats.game(tmp_path))
    cards = [control for control in sheet.stage.controls if isinstance(control, DoorCard)]

    said = read(sheet)

    names = {card.spec.title for card in cards} | {card.spec.short for card in cards}
    assert len({line.size for line in said.words if line.text in names}) == 1
    assert _("War room") not in {line.text for line in said.words}
    assert any(str(card.tip).startswith(_("War room")) for card in cards)


def test_a_saying_of_four_lines_is_read_to_its_end(tmp_path: Path) -> None:
    set_language("fr")
    house = HouseSheet(large(200, SMALLEST), seats.game(tmp_path))
    place = next(control.rect for control in house.stage.controls if control.name == "said")

    lines = [line.text for line in read(house).words if line.box.within(place)]

    assert len(lines) == 4
    assert not lines[-1].endswith(ELLIPSIS)


@pytest.mark.parametrize(("wide", "high"), [(330, 48), (420, 70), (1400, 70)])
def test_signs_of_months_that_follow_each_other_do_not_touch(wide: int, high: int) -> None:
    theme = Theme.for_window(*SMALLEST, text_scale=2.0)
    stops = tuple(Stop(month, "May", "", "circle") for month in range(1, 8))
    line = Timeline("line", Rect(0, 0, wide, high), theme, TimelineSpec(stops, 1, 36))

    signs = line.signs()

    boxes = [Rect(x - size // 2, y - size // 2, size, size) for _stop, (x, y), size in signs]
    assert len(boxes) == len(stops)
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    assert all(box.w >= 7 and box.bottom <= line.track().y for box in boxes)


def test_one_long_line_of_a_table_is_higher_and_the_others_keep_their_height() -> None:
    theme = Theme.for_window(*SMALLEST, text_scale=2.0)
    names = ["Confiance"] * 5 + ["Les puces du constructeur face à son plan"] + ["Confiance"] * 2
    entries = tuple(Entry(f"{n}", (name, "82 sur 90"), "", (0, 0, 0), 0.5) for n, name in enumerate(names))
    table = Ledger("t", Rect(0, 0, 300, 260), theme, LedgerSpec(("Part", "Maintenant"), entries))
    seen = set[str]()

    for _step in entries:
        seen |= {entries[index].key for index, _place in table.row_rects()}
        heights = {entries[index].key: place.h for index, place in table.row_rects()}
        assert all(place.bottom <= 260 for _index, place in table.row_rects())
        assert {high for key, high in heights.items() if key != "5"} == {table.row_high}
        assert heights.get("5", 99) > table.row_high
        table.scroll(1)

    assert seen == {entry.key for entry in entries}
