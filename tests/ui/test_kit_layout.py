"""Layout is arithmetic: no overlap, inside the parent, the whole length used."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from race.ui.kit.focus import reading_order
from race.ui.kit.layout import Rect, Track, grid, push_apart, rows, spans

RECTS = st.builds(
    Rect, st.integers(-500, 500), st.integers(-500, 500), st.integers(0, 4000), st.integers(0, 4000)
)
TRACKS = st.lists(st.builds(Track, st.floats(0, 20), st.integers(0, 400)), min_size=1, max_size=8)
GAPS = st.integers(0, 40)


@given(st.integers(0, 4000), TRACKS, GAPS)
def test_spans_follow_each_other_and_stay_inside(total: int, tracks: list[Track], gap: int) -> None:
    pairs = spans(total, tracks, gap)

    assert len(pairs) == len(tracks)
    assert all(size >= 0 for _, size in pairs)
    assert all(start + size <= after for (start, size), (after, _) in pairwise(pairs))
    assert pairs[-1][0] + pairs[-1][1] <= total


@given(st.integers(0, 4000), TRACKS, GAPS)
def test_a_positive_weight_uses_the_whole_length(total: int, tracks: list[Track], gap: int) -> None:
    weighted = [*tracks, Track(1.0)]

    pairs = spans(total, weighted, gap)

    assert pairs[-1][0] + pairs[-1][1] == total


@given(st.integers(0, 4000), TRACKS)
def test_least_sizes_hold_when_there_is_room(spare: int, tracks: list[Track]) -> None:
    total = sum(track.least for track in tracks) + spare

    pairs = spans(total, tracks)

    assert all(size >= track.least - 1 for track, (_, size) in zip(tracks, pairs, strict=True))


@given(RECTS, TRACKS, TRACKS, GAPS)
def test_grid_cells_never_overlap_and_never_leave(
    rect: Rect, across: list[Track], down: list[Track], gap: int
) -> None:
    cells = [cell for row in grid(rect, across, down, gap) for cell in row]

    assert all(cell.within(rect) for cell in cells)
    assert not any(first.meets(second) for first, second in combinations(cells, 2))


@given(RECTS, st.integers(0, 3000), GAPS)
def test_a_cut_gives_two_parts_apart(rect: Rect, size: int, gap: int) -> None:
    for strip, rest in (
        rect.cut_top(size, gap),
        rect.cut_bottom(size, gap),
        rect.cut_left(size, gap),
        rect.cut_right(size, gap),
    ):
        assert strip.within(rect)
        assert rest.within(rect)
        assert not strip.meets(rest)


@given(RECTS, RECTS)
def test_clamped_boxes_lie_inside(rect: Rect, parent: Rect) -> None:
    assert rect.clamp(parent).within(parent)


@given(st.lists(st.floats(-100, 900), min_size=1, max_size=12), st.floats(1, 30))
def test_labels_are_pushed_apart_inside_the_axis_in_order(wanted: list[float], size: float) -> None:
    low, high = 0.0, 600.0

    placed = push_apart(wanted, size, low, high)

    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    step = min(size, (high - low) / max(1, len(wanted) - 1))
    assert all(low - 1e-6 <= place <= high + 1e-6 for place in placed)
    assert all(placed[b] - placed[a] >= step - 1e-6 for a, b in pairwise(order))


def test_labels_with_room_stay_where_they_want_to_be() -> None:
    assert push_apart([100.0, 10.0, 50.0], 12, 0, 200) == [100.0, 10.0, 50.0]


def test_rows_share_by_weight_after_least_sizes() -> None:
    placed = rows(Rect(0, 0, 100, 310), [Track(1, 200), 1, 1], gap=5)

    assert [(row.y, row.h) for row in placed] == [(0, 200), (205, 50), (260, 50)]


def test_reading_order_goes_line_by_line() -> None:
    boxes = [Rect(200, 0, 50, 20), Rect(0, 40, 50, 20), Rect(0, 5, 50, 20), Rect(100, 44, 50, 20)]

    assert reading_order(boxes) == [2, 0, 1, 3]
