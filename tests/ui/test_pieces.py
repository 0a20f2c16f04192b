"""Board, chart and hall: every way to move a crate is one action, lines are readable, seats keep places."""

from dataclasses import replace
from itertools import pairwise
from unittest.mock import patch

import numpy as np
import pygame
import pytest

from race.ui.kit import icons
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListSpec
from race.ui.kit.focus import Stage
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme
from race.ui.kit.widgets import Row
from race.ui.pieces.board import Board, move_crate
from race.ui.pieces.chart import Chart, draw_chart, name_places
from race.ui.pieces.crates import Crate, crate_places, flat_crate, places, tall_crate
from race.ui.pieces.hall import Hall
from race.ui.pieces.lists.tidings import Tidings
from race.ui.pieces.plot import ranked
from race.ui.pieces.seats import dot_values, seat, wave_values
from race.ui.pieces.shipped.drawn import draw_crate
from tests.ui import samples
from tests.ui.hands import click, key, move, press, release
from tests.ui.reader import Page

THEME = Theme()
PLACE = Rect(385, 76, 492, 430)


def board() -> tuple[Stage, Board]:
    piece = Board("board", PLACE, THEME, samples.board())
    return Stage([piece]), piece


def by_drag() -> Action | None:
    stage, piece = board()
    press(stage, piece.slots["c3"].centre)
    move(stage, piece.where.docks[1].rect.centre)
    return release(stage, piece.where.docks[1].rect.centre)


def by_clicks() -> Action | None:
    stage, piece = board()
    click(stage, piece.slots["c3"].centre)
    move(stage, piece.where.docks[1].rect.centre)
    return press(stage, piece.where.docks[1].rect.centre)


def by_arrow() -> Action | None:
    stage, piece = board()
    stage.focus_on("board")
    piece.cursor = "c3"
    return key(stage, pygame.K_RIGHT)


def by_space() -> Action | None:
    stage, _ = board()
    stage.focus_on("board")
    key(stage, pygame.K_DOWN)
    key(stage, pygame.K_DOWN)
    key(stage, pygame.K_SPACE)
    considered = key(stage, pygame.K_RIGHT)
    assert considered == Action("consider", "c3", "lab")
    return key(stage, pygame.K_SPACE)


def test_drag_clicks_and_keys_ask_the_same_move() -> None:
    assert by_drag() == by_clicks() == by_arrow() == by_space() == move_crate("c3", "lab")


def test_a_crate_over_the_other_dock_is_considered_once() -> None:
    stage, piece = board()
    press(stage, piece.slots["c1"].centre)
    there = piece.where.docks[1].rect.centre

    first, again = move(stage, there), move(stage, (there[0] + 1, there[1]))
    away = move(stage, (0, 0))

    assert (first, again, away) == (Action("consider", "c1", "lab"), None, Action("consider", "c1"))


def test_an_illegal_drop_is_refused_with_its_reason() -> None:
    stage, piece = board()
    press(stage, piece.slots["a1"].centre)
    move(stage, piece.where.docks[0].rect.centre)

    answer = release(stage, piece.where.docks[0].rect.centre)

    assert answer == Action("refused", "a1", "Volant has no powered place left for 6 000 chips")
    assert not piece.holding()


def test_a_bound_crate_stays_and_says_why() -> None:
    stage, piece = board()

    assert press(stage, piece.slots["a2"].centre) == Action("refused", "a2", piece.spec.crates[4].bound)
    assert not piece.holding()


def test_a_drop_at_home_or_escape_puts_the_crate_back() -> None:
    stage, piece = board()
    click(stage, piece.slots["c1"].centre)
    escaped = key(stage, pygame.K_ESCAPE)
    press(stage, piece.slots["c1"].centre)
    move(stage, piece.slots["c2"].centre)

    dropped = release(stage, piece.slots["c2"].centre)

    assert escaped == dropped == Action("return", "c1")


def test_a_crate_that_is_gone_is_no_longer_in_the_hand() -> None:
    stage, piece = board()
    click(stage, piece.slots["c1"].centre)

    spec = piece.spec
    piece.show(type(spec)(spec.title, spec.hint, spec.docks, spec.crates[1:]))

    assert not piece.holding()
    assert piece.cursor == "c2"
    assert stage.find("board") is piece


def test_line_names_never_overlap_and_stay_beside_the_plot() -> None:
    rect = Rect(0, 0, 343, 320)

    places = [place for _, place in name_places(THEME, rect, samples.chart(37))]

    assert len(places) == 7
    assert all(first.bottom <= second.y for first, second in pairwise(places))
    assert all(place.within(rect) for place in places)


def test_the_sign_beside_the_name_of_a_dashed_line_is_dashed() -> None:
    rect, surface, spec = Rect(0, 0, 343, 320), pygame.Surface((343, 320)), samples.chart(37)
    spec = replace(spec, series=(replace(spec.series[0], faint=True), *spec.series[1:]))

    draw_chart(surface, THEME, rect, spec)

    place = next(place for one, place in name_places(THEME, rect, spec) if one.faint)
    sign = surface.subsurface((place.x, place.y, THEME.px(10), place.h))
    pieces = pygame.mask.from_threshold(sign, THEME.palette.text3, (8, 8, 8, 255)).get_bounding_rects()
    assert len(pieces) == 2


@pytest.mark.parametrize(
    ("size", "room"),
    [((960, 600), (256, 190)), ((1280, 720), (342, 228)), ((1920, 1080), (513, 342))],
)
def test_long_names_of_labs_take_two_lines_and_leave_the_race_its_width(
    size: tuple[int, int], room: tuple[int, int]
) -> None:
    theme, spec = Theme.for_window(*size), samples.chart(14)
    named = replace(spec.series[2], name="Google DeepMind")
    spec = replace(spec, series=(*spec.series[:2], named, *spec.series[3:]))
    rect, page = Rect(0, 0, *room), Page(room)

    with page.listening():
        plot = draw_chart(page, theme, rect, spec)

    places = [place for _, place in name_places(theme, rect, spec)]
    assert plot.area.w > 0.6 * rect.w
    assert all(first.bottom <= second.y for first, second in pairwise(places))
    assert all(place.within(rect) for place in places)
    assert {"Google", "DeepMind"} <= {words.text for words in page.reading.words}
    assert page.reading.cut == set()


def test_the_reading_ranks_known_and_forecast_months() -> None:
    spec = samples.chart()

    now, later = ranked(spec, 8), ranked(spec, 11)

    assert [value for _, value in now] == sorted((value for _, value in now), reverse=True)
    assert len(later) == 7
    assert ranked(spec, 0)[0][1] == max(
        value for line in spec.series if (value := line.values[0]) is not None
    )


def test_the_chart_reads_the_month_under_the_mouse_and_by_keys() -> None:
    chart = Chart("chart", Rect(0, 0, 343, 320), THEME, samples.chart())
    stage = Stage([chart])

    move(stage, (round(chart.plot.x(4)) + 2, chart.plot.area.centre[1]))
    pointed = chart.month
    stage.focus_on("chart")

    assert pointed == 4
    assert key(stage, pygame.K_RIGHT) == Action("read", "chart", 5)


@pytest.mark.parametrize("total", [1, 7, 500, 2000, 20_000, 200_000])
def test_every_holder_has_a_dot_inside_the_half_circle(total: int) -> None:
    counts = (total // 2, total - total // 2, 0)

    seating = seat(counts, 150.0)

    reach = np.hypot(seating.x, seating.y)
    assert seating.dots * seating.per_dot >= total
    assert float(reach.max()) <= 150.001
    assert float(seating.y.min()) >= -0.001
    assert (seating.per_dot == 1) == (total <= 2000)


def test_two_seats_never_share_a_place_and_network_neighbours_sit_close() -> None:
    seating = seat((500, 900, 600), 160.0)

    points = np.column_stack([seating.x, seating.y])
    steps = np.hypot(*np.diff(points[500:1400], axis=0).T)

    assert len(np.unique(points.round(2), axis=0)) == 2000
    assert float(np.median(steps)) < 2 * seating.dot


def test_a_grouped_dot_shows_the_mean_of_its_seats() -> None:
    counts = (100_000, 100_001)
    seating = seat(counts, 100.0)

    values = dot_values(seating, np.concatenate([np.zeros(counts[0]), np.ones(counts[1])]))

    assert len(values) == seating.dots
    assert set(values.tolist()) == {0.0, 1.0}


def test_a_wave_starts_at_the_old_ends_at_the_new_and_spreads_between() -> None:
    seating = seat((1000,), 150.0)
    old, new = np.full(1000, 0.9), np.full(1000, 0.9)
    new[:50], new[50:] = 0.1, 0.8

    half = wave_values(seating, old, new, 0.4)

    assert np.array_equal(wave_values(seating, old, new, 0.0), old)
    assert np.array_equal(wave_values(seating, old, new, 1.0), new)
    assert float(np.abs(half - new)[:50].mean()) < 0.1
    assert np.any(half == old)
    assert np.all((half >= np.minimum(old, new) - 1e-9) & (half <= np.maximum(old, new) + 1e-9))


def test_a_click_on_a_wedge_opens_its_kind_of_holder() -> None:
    hall = Hall("hall", Rect(0, 0, 325, 380), THEME, samples.hall())
    wedge = hall.seating.wedges[1]
    angle = (wedge.start + wedge.end) / 2
    reach = hall.outer * 0.8
    spot = (round(hall.floor[0] + reach * np.cos(angle)), round(hall.floor[1] - reach * np.sin(angle)))

    answer = click(Stage([hall]), spot)

    assert answer == Action("open", "hall", "retail")
    assert hall.tip == "Retail: 480"


def test_a_wedge_walked_to_by_keys_has_its_own_trust_beside_its_name() -> None:
    spec = samples.hall()
    fans, *others = spec.kinds
    shown = []
    for figure in ("", "92", "61"):
        hall = Hall("hall", PLACE, THEME, replace(spec, kinds=(replace(fans, figure=figure), *others)))
        hall.focused = True
        surface = pygame.Surface((PLACE.right, PLACE.bottom))
        hall.draw(surface)
        shown.append(pygame.image.tobytes(surface, "RGB"))

    assert shown[0] == shown[2] != shown[1]


@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1920, 1080)])
def test_names_around_the_hall_do_not_touch_each_other(size: tuple[int, int]) -> None:
    theme = Theme.for_window(*size)
    hall = Hall("hall", Rect(0, 0, theme.px(325), theme.px(380)), theme, samples.hall())

    places = [place for _, place, _ in hall.name_rects()]

    assert len(places) >= 4
    assert not any(a.meets(b) for index, a in enumerate(places) for b in places[index + 1 :])


def test_crates_are_as_large_on_either_dock() -> None:
    spec = samples.board()
    few, many = (dock.key for dock in spec.docks)
    crates = (
        *(replace(spec.crates[0], key=f"{n}", dock=many) for n in range(8)),
        replace(spec.crates[0], dock=few),
    )

    found = crate_places(full := replace(spec, crates=crates), places(Theme(), Rect(0, 0, 460, 400), full))

    assert len({(place.w, place.h) for place in found.values()}) == 1


@pytest.mark.parametrize(("crates", "columns"), [(3, 2), (5, 2), (6, 2), (8, 2), (15, 4)])
def test_up_to_eight_crates_and_a_free_place_stand_in_two_columns(crates: int, columns: int) -> None:
    spec = samples.board()
    dock = spec.docks[0].key
    alike = tuple(replace(spec.crates[0], key=f"{n}", dock=dock) for n in range(crates))
    full = replace(spec, title="", crates=alike)

    slots = places(Theme(), Rect(0, 0, 460, 374), full).docks[0].slots

    assert len({slot.x for slot in slots}) == columns
    assert all(slot.h >= flat_crate(Theme()) for slot in slots)


@pytest.mark.parametrize(("size", "wide"), [((1280, 720), 96), ((1920, 1080), 143)])
@pytest.mark.parametrize("tag", ["", "diverted"])
def test_a_crate_shows_its_chip_beside_its_whole_number_in_two_columns(
    size: tuple[int, int], wide: int, tag: str
) -> None:
    theme, page = Theme.for_window(*size), Page((300, 200))
    crate = Crate("1", "lab", "3\u202f254", (255, 179, 71), "Aurora", "stored", tag=tag)
    place = Rect(10, 10, wide, tall_crate(theme))

    with page.listening(), patch.object(icons, "put", wraps=icons.put) as put:
        draw_crate(page, theme, place, crate)

    (chip,) = [call.args for call in put.call_args_list if call.args[1] == "chip"]
    (number,) = [words.box for words in page.reading.words if words.text == crate.amount]
    drawn = Rect(chip[2][0] - chip[3] // 2, chip[2][1] - chip[3] // 2, chip[3], chip[3])
    assert drawn.within(place)
    assert not drawn.meets(number)


def test_news_are_as_high_as_their_words_and_the_last_can_be_reached() -> None:
    rows = tuple(Row(f"{n}", "A word. " * (1 if n % 3 else 12)) for n in range(9))
    listed = Tidings("news", Rect(0, 0, 325, 138), THEME, ListSpec(rows, high=42))

    first = [place for _index, place in listed.row_rects()]
    for _row in rows:
        listed.act(Action("down"))
    last = listed.row_rects()

    assert [place.h for place in first] == [42, 32, 32, 32]
    assert all(after.y == before.bottom for before, after in pairwise(first))
    assert last[-1][0] == len(rows) - 1
    assert last[-1][1].within(listed.rect)
