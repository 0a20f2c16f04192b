"""No text leaves its box: with long French words at three sizes nothing changes outside a widget."""

from collections.abc import Callable

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from race.ui.kit import text
from race.ui.kit.choices import ListBox, ListSpec, Segmented, Slider, SliderSpec
from race.ui.kit.field import Field, FieldSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, HEADLINE, LABEL, Theme
from race.ui.kit.widgets import (
    Button,
    ButtonSpec,
    Label,
    LabelSpec,
    Option,
    Row,
    SegmentedSpec,
    Toggle,
    ToggleSpec,
    Widget,
)
from race.ui.pieces.board import Board
from race.ui.pieces.chart import Chart
from race.ui.pieces.dialog import Dialog
from race.ui.pieces.hall import Hall
from race.ui.pieces.stat import Stat, StatSpec
from tests.ui import samples

LONG = "Réacheminer les processeurs déjà payés par le constructeur vers le laboratoire d’intelligence"
SIZES = [(960, 600), (1280, 720), (1920, 1080)]
OPTIONS = (Option("a", LONG), Option("b", LONG), Option("c", "Sûreté"))
ROWS = tuple(Row(str(n), LONG, "tick", middle=LONG, right=LONG) for n in range(9))
Maker = Callable[[Theme, Rect], Widget]
WIDGETS: dict[str, tuple[tuple[int, int], Maker]] = {
    "label": ((200, 28), lambda t, r: Label("w", r, t, LabelSpec(LONG, HEADLINE))),
    "lines": ((220, 60), lambda t, r: Label("w", r, t, LabelSpec(LONG, BODY, most=3))),
    "button": ((180, 34), lambda t, r: Button("w", r, t, ButtonSpec(LONG, key="Enter", icon="chip"))),
    "row": ((220, 34), lambda t, r: Button("w", r, t, ButtonSpec(LONG, "quiet", detail=LONG, align="left"))),
    "toggle": ((240, 34), lambda t, r: Toggle("w", r, t, ToggleSpec(LONG, on=True))),
    "segments": ((260, 34), lambda t, r: Segmented("w", r, t, SegmentedSpec(OPTIONS, "a"))),
    "slider": ((380, 34), lambda t, r: Slider("w", r, t, SliderSpec(0.5, text=LONG, shown=LONG))),
    "list": ((380, 150), lambda t, r: ListBox("w", r, t, ListSpec(ROWS, "", 0.2, 0.3))),
    "stat": ((150, 46), lambda t, r: Stat("w", r, t, StatSpec(LONG, "48 200", LONG, good=False, up=True))),
    "field": ((200, 34), lambda t, r: Field("w", r, t, FieldSpec(LONG, longest=200))),
    "board": ((460, 400), lambda t, r: Board("w", r, t, samples.board(french=True))),
    "chart": ((340, 300), lambda t, r: Chart("w", r, t, samples.chart(37))),
    "hall": ((320, 360), lambda t, r: Hall("w", r, t, samples.hall(500))),
}
GROUND = (255, 0, 255)


def changed(surface: pygame.Surface) -> Rect:
    """Return the box of everything that is no longer ground."""
    mask = pygame.mask.from_threshold(surface, GROUND, (1, 1, 1, 255))
    mask.invert()
    boxes = mask.get_bounding_rects()
    return Rect(*boxes[0].unionall(boxes[1:]))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", WIDGETS)
def test_nothing_is_drawn_outside_the_place_of_a_widget(name: str, size: tuple[int, int]) -> None:
    (wide, high), make = WIDGETS[name]
    theme = Theme.for_window(*size)
    rect = Rect(60, 60, theme.px(wide), max(28, theme.px(high)))
    surface = pygame.Surface((rect.right + 200, rect.bottom + 200))
    surface.fill(GROUND)

    make(theme, rect).draw(surface)

    assert changed(surface).within(rect)


@pytest.mark.parametrize("size", SIZES)
def test_a_dialog_grows_with_its_words_and_stays_on_the_screen(size: tuple[int, int]) -> None:
    theme, screen = Theme.for_window(*size), Rect(0, 0, *size)
    spec = samples.letter()
    longer = type(spec)(LONG, LONG, LONG * 3, spec.cards, spec.hint)

    short, long = Dialog("d", screen, theme, spec), Dialog("d", screen, theme, longer)

    assert long.rect.h > short.rect.h
    assert all(control.rect.within(long.rect) for control in long.controls)
    assert long.rect.within(screen)
    assert all(control.rect.h >= 28 for control in long.controls)


@given(st.text(max_size=60), st.integers(0, 400))
def test_a_fitted_line_is_never_wider_than_its_room(words: str, room: int) -> None:
    words = words.replace("\x00", "")

    fitted = text.fit(Theme(), words, LABEL, room)

    assert text.width(Theme(), fitted.shown, LABEL) <= room
    assert fitted.whole == words
    assert fitted.cut == (fitted.shown != words)


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=12), max_size=20), st.integers(40, 300))
def test_wrapped_lines_keep_every_word_in_order(words: list[str], room: int) -> None:
    lines = text.wrap(Theme(), " ".join(words), LABEL, room)

    whole = [word for word in words if text.width(Theme(), word, LABEL) <= room]
    found = [word for line in lines for word in line.split(" ") if "…" not in word and word]
    assert found == whole
    assert all(text.width(Theme(), line, LABEL) <= room for line in lines)


def test_a_line_does_not_break_between_a_number_and_its_per_cent() -> None:
    words = "It was said 100 % of them and 5 %, no more · and no less"

    for room in range(60, 400, 7):
        lines = text.wrap(Theme(), words, LABEL, room)
        assert not any(line.startswith(("%", "·")) for line in lines), lines


def test_a_wrap_with_a_limit_ends_in_an_ellipsis() -> None:
    lines = text.wrap(Theme(), LONG, BODY, 160, 2)

    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_a_word_does_not_stand_alone_under_a_line_that_can_spare_it_a_neighbour() -> None:
    words = "The memo, the secret, the meeting and the bill: one year, a first game."

    for room in range(150, 420, 7):
        *lines, last = text.wrap(Theme(), words, LABEL, room)
        assert " " in last or text.width(Theme(), last, LABEL) > room // 2, (lines, last)


def test_a_small_number_stays_beside_what_it_counts() -> None:
    words = "A booking is promised in 5 months, or in 12 weeks if 2024 is a good year"

    for room in range(80, 400, 7):
        lines = text.wrap(Theme(), words, LABEL, room)
        assert not any(line.endswith((" 5", " 12")) for line in lines), lines


def test_an_apostrophe_is_printed_curved() -> None:
    straight, curved = (text.picture(Theme(), words, BODY, (255, 255, 255)) for words in ("lab's", "lab’s"))

    assert pygame.image.tobytes(straight, "RGBA") == pygame.image.tobytes(curved, "RGBA")
    assert text.measure(Theme(), "lab's", BODY) == text.measure(Theme(), "lab’s", BODY)
