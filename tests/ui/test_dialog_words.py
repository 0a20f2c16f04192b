"""Words and numbers of the answers in a dialog: which make room for which."""

from race.ui.kit.layout import Rect
from race.ui.pieces.crates import Effect
from race.ui.pieces.dialog import Card, Dialog, DialogSpec, Group
from tests.ui import seats


def letter(words: str) -> DialogSpec:
    """Return a dialog whose answers have many numbers."""
    effects = tuple(Effect(f"Carmaker's {name}", "+3", good=True, up=True) for name in ("cash", "site"))
    groups = (Group("At once", effects), Group("Later", effects))
    return DialogSpec("A", "Title", "", tuple(Card(key, key, "Yes.", words, groups) for key in "123"))


def test_words_that_would_be_broken_widen_the_dialog_or_stand_above_the_numbers() -> None:
    theme, screen = seats.desk().theme, Rect(0, 0, 1280, 720)

    few, more, most = (Dialog("a", screen, theme, letter("word " * n)) for n in (4, 12, 24))

    assert [each.grid.arranged for each in (few, more, most)] == ["beside", "beside", "beneath"]
    assert few.rect.w <= more.rect.w
    assert all(each.grid.whole for each in (few, more, most))


def test_on_a_low_screen_words_are_rather_broken_than_rolled() -> None:
    theme, words = seats.desk().theme, letter("word " * 24)
    high = Dialog("a", Rect(0, 0, 1280, 720), theme, words).rect.h

    low = Dialog("a", Rect(0, 0, 1280, high - 1), theme, words)

    assert low.grid.arranged == "beside"
    assert low.rect.h < high
