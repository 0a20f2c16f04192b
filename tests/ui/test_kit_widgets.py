"""Widgets answer mouse and keys with the same named actions, and focus goes round in reading order."""

import pygame
import pytest
from typing_extensions import override

from race.ui.kit.actions import DEFAULT_KEYS, Action, KeyTable
from race.ui.kit.choices import ListBox, ListSpec, Segmented, Slider, SliderSpec
from race.ui.kit.field import Field, FieldSpec
from race.ui.kit.focus import Stage
from race.ui.kit.layout import Rect
from race.ui.kit.roll import Scrolled
from race.ui.kit.theme import Theme
from race.ui.kit.tooltips import draw_receipt, drawn_causes, split_small
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
)
from race.ui.pieces.dialog import Dialog
from tests.ui import samples
from tests.ui.hands import click, key, move, wheel, write

THEME = Theme()


def buttons() -> Stage:
    places = {"south": Rect(0, 100, 80, 30), "east": Rect(100, 0, 80, 30), "west": Rect(0, 4, 80, 30)}
    return Stage(Button(name, place, THEME, ButtonSpec(name)) for name, place in places.items())


def test_tab_walks_in_reading_order_and_shift_tab_back() -> None:
    stage = buttons()

    forward = []
    for _ in range(4):
        key(stage, pygame.K_TAB)
        forward.append(stage.focus)
    key(stage, pygame.K_TAB, pygame.KMOD_SHIFT)

    assert forward == ["west", "east", "south", "west"]
    assert stage.focus == "south"


@pytest.mark.parametrize("code", [pygame.K_SPACE, pygame.K_RETURN])
def test_a_click_and_a_key_ask_the_same(code: int) -> None:
    stage = buttons()

    clicked = click(stage, (110, 10))
    stage.focus_on("east")
    pressed = key(stage, code)

    assert clicked == pressed == Action("press", "east")


def test_a_press_that_ends_outside_asks_nothing() -> None:
    stage = buttons()

    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(110, 10), button=1), 0)
    answer = stage.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(300, 300), button=1), 1)

    assert answer is None
    assert not any(control.holding() for control in stage.controls)


def test_a_disabled_button_says_why_not() -> None:
    spec = ButtonSpec("End month", enabled=False, why_not="Answer the letter first")
    button = Button("end", Rect(0, 0, 200, 40), THEME, spec)

    answer = click(Stage([button]), (20, 20))

    assert answer == Action("explain", "end")
    assert button.tip == "Answer the letter first"


def test_a_key_nobody_wants_reaches_the_screen() -> None:
    assert key(buttons(), pygame.K_z, pygame.KMOD_CTRL) == Action("undo")
    assert key(buttons(), pygame.K_3) == Action("choose_3")
    assert key(buttons(), pygame.K_SCROLLLOCK) is None


def test_enter_after_a_mouse_click_belongs_to_the_screen() -> None:
    stage = buttons()
    click(stage, (110, 10))

    assert key(stage, pygame.K_RETURN) == Action("confirm")


def test_arrows_nobody_uses_walk_through_the_ring() -> None:
    stage = buttons()

    answers = [key(stage, code) for code in (pygame.K_DOWN, pygame.K_RIGHT, pygame.K_UP)]

    assert answers == [None, None, None]
    assert stage.focus == "west"


def test_the_digit_row_of_a_french_keyboard_chooses() -> None:
    event = pygame.event.Event(
        pygame.KEYDOWN, key=pygame.K_AMPERSAND, mod=0, unicode="&", scancode=pygame.KSCAN_1
    )

    assert KeyTable().action_for(event) == Action("choose_1")


def test_a_tooltip_waits_and_its_neighbour_does_not() -> None:
    stage = buttons()

    move(stage, (10, 10), now=1000)
    early, due = stage.tick(1349), stage.tick(1350)
    move(stage, (110, 10), now=1400)
    neighbour = stage.tick(1401)
    move(stage, (500, 500), now=1500)

    assert (early, due, neighbour, stage.tick(3000)) == ("", "west", "east", "")


def test_a_cut_label_gives_the_whole_in_its_tooltip() -> None:
    words = "No chips diverted without a vote of the shareholders"

    assert Label("a", Rect(0, 0, 80, 20), THEME, LabelSpec(words)).tip == words
    assert Label("a", Rect(0, 0, 800, 20), THEME, LabelSpec(words)).tip is None


def test_a_toggle_turns_over() -> None:
    stage = Stage([Toggle("motion", Rect(0, 0, 200, 30), THEME, ToggleSpec("Reduced motion"))])

    first, second = click(stage, (10, 10)), key(stage, pygame.K_SPACE)

    assert (first, second) == (Action("set", "motion", value=True), Action("set", "motion", value=False))


def test_a_segment_is_chosen_by_click_and_by_arrow() -> None:
    options = (Option("q", "Quality"), Option("c", "Compute"), Option("s", "Safety"))
    stage = Stage([Segmented("measure", Rect(0, 0, 300, 30), THEME, SegmentedSpec(options, "q"))])

    clicked, moved = click(stage, (150, 10)), key(stage, pygame.K_RIGHT)

    assert (clicked, moved) == (Action("choose", "measure", "c"), Action("choose", "measure", "s"))


def test_a_slider_follows_drag_steps_and_ends() -> None:
    slider = Slider("volume", Rect(0, 0, 400, 30), THEME, SliderSpec(0.5))
    stage = Stage([slider])
    rail = slider.parts()[2]

    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=rail.centre, button=1), 0)
    dragged = move(stage, (rail.right + 500, 90))
    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(0, 0), button=1), 0)
    stepped, first = key(stage, pygame.K_LEFT), key(stage, pygame.K_HOME)

    assert dragged == Action("set", "volume", 1.0)
    assert stepped == Action("set", "volume", 0.9)
    assert first == Action("set", "volume", 0.0)


class Tall(Scrolled):
    """A text five times as high as its place."""

    @override
    def height(self) -> int:
        """Return the height of the text, pixels."""
        return 500


def test_a_long_text_is_scrolled_by_keys_and_wheel_and_never_past_its_ends() -> None:
    place = Rect(0, 0, 300, 100)
    tall = Tall("read", place, THEME, place)
    stage = Stage([tall])
    stage.focus_on("read")
    move(stage, (10, 10))
    seen = []

    for code in (
        pygame.K_PAGEDOWN,
        pygame.K_PAGEDOWN,
        pygame.K_PAGEUP,
        pygame.K_END,
        pygame.K_DOWN,
        pygame.K_HOME,
    ):
        key(stage, code)
        seen.append(tall.first)
    wheel(stage, -1)

    assert seen == [100, 200, 100, 400, 400, 0]
    assert 0 < tall.first < 100


@pytest.mark.parametrize(("code", "end"), [(pygame.K_LEFT, 0.0), (pygame.K_END, 1.0)])
def test_a_slider_that_can_go_no_further_says_where_it_stands(code: int, end: float) -> None:
    stage = Stage([Slider("volume", Rect(0, 0, 400, 30), THEME, SliderSpec(end))])
    stage.focus_on("volume")

    assert key(stage, code) == Action("read", "volume", end)


def test_a_list_scrolls_selects_and_opens() -> None:
    rows = tuple(Row(str(number), f"Save {number}") for number in range(20))
    box = ListBox("saves", Rect(0, 0, 300, 34 * 5), THEME, ListSpec(rows))
    stage = Stage([box])

    move(stage, (10, 10))
    wheel(stage, -3)
    chosen = click(stage, (10, 10))
    opened = click(stage, (10, 10))
    key(stage, pygame.K_END)

    assert (chosen, opened) == (Action("select", "saves", "3"), Action("open", "saves", "3"))
    assert box.first == 15
    assert key(stage, pygame.K_RETURN) == Action("open", "saves", "19")


def test_a_field_takes_letters_that_are_shortcuts_elsewhere() -> None:
    field = Field("seed", Rect(0, 0, 300, 34), THEME, FieldSpec(letters="digits", longest=4))
    stage = Stage([field])
    click(stage, (10, 10))

    key(stage, pygame.K_m)
    write(stage, "2x041799")
    key(stage, pygame.K_BACKSPACE)

    assert field.spec.value == "204"
    assert key(stage, pygame.K_RETURN) == Action("confirm", "seed", "204")


def test_what_is_typed_after_ctrl_and_a_takes_the_place_of_all() -> None:
    field = Field("seed", Rect(0, 0, 300, 34), THEME, FieldSpec("841750", letters="digits"))
    stage = Stage([field])
    click(stage, (10, 10))

    key(stage, pygame.K_a, pygame.KMOD_LCTRL)
    write(stage, "27")

    assert field.spec.value == "27"


def test_a_changed_key_asks_the_old_action_and_conflicts_are_found() -> None:
    table = KeyTable({**DEFAULT_KEYS, "undo": ("u",), "redo": ("u",)})

    assert [conflict.names for conflict in table.conflicts()] == [("undo", "redo")]
    assert KeyTable().conflicts() == ()
    assert table.shown("undo") == "U"
    assert KeyTable().shown("previous") == "Shift+Tab"
    assert key(Stage([], table), pygame.K_u) == Action("undo")


def test_a_dialog_answers_by_digit_by_click_and_by_enter() -> None:
    dialog = Dialog("letter", Rect(0, 0, 1280, 720), THEME, samples.letter())
    stage = Stage(dialog.controls)
    stage.focus_on(dialog.first)

    clicked = click(stage, dialog.controls[1].rect.centre)
    stage.focus_on(dialog.first)
    entered = key(stage, pygame.K_RETURN)

    assert clicked == Action("answer", "letter", "defend")
    assert entered == Action("answer", "letter", "vote")
    assert key(stage, pygame.K_3) == Action("answer", "letter", "back")


def test_a_receipt_draws_largest_first_and_groups_small_ones_with_the_same_sum() -> None:
    receipt = samples.receipt(9)

    causes = drawn_causes(receipt)

    sizes = [abs(cause.amount) for cause in causes[:-1]]
    assert sizes == sorted(sizes, reverse=True)
    assert causes[-1].text == "other (4)"
    assert sum(cause.amount for cause in causes) == sum(cause.amount for cause in receipt.causes)
    assert split_small(samples.receipt(5).causes)[1] == ()


@pytest.mark.parametrize("anchor", [Rect(0, 0, 10, 10), Rect(1270, 0, 10, 10), Rect(1270, 710, 10, 10)])
def test_a_receipt_stays_on_the_screen(anchor: Rect) -> None:
    place = draw_receipt(pygame.Surface((1280, 720)), THEME, samples.receipt(), anchor)

    assert place.within(Rect(0, 0, 1280, 720))
