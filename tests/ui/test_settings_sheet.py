"""The settings by mouse and by keys: what is chosen holds at once; a key can mean something else."""

from pathlib import Path

import pygame
import pytest

from race import speech
from race.speech import language, set_language
from race.ui.kit.choices import ListBox, Segmented, Slider
from race.ui.screens import settings
from race.ui.screens.preferences.about import AboutSheet
from race.ui.screens.preferences.sheet import SettingsSheet
from race.ui.window import Window
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def opened(folder: Path, page: str) -> Window:
    """Return a window with the settings open at a page, reached by mouse from the menu."""
    found = seats.window(folder)
    seats.click(found, seats.centre(found.top, "settings"))
    sheet = found.top
    assert isinstance(sheet, SettingsSheet)
    sheet.page = page
    sheet.lay()
    return found


def listed(found: Window) -> ListBox:
    """Return the table of keys."""
    box = found.top.stage.find("key_list")
    assert isinstance(box, ListBox)
    return box


def open_row(found: Window, name: str) -> None:
    """Search an action and click its line."""
    sheet = found.top
    assert isinstance(sheet, SettingsSheet)
    sheet.keys.query = ""
    sheet.lay()
    words = {row.key: row.text for row in listed(found).spec.rows}[name]
    seats.click(found, seats.centre(found.top, "search"))
    found.feed([pygame.event.Event(pygame.TEXTINPUT, text=words)], found.desk.now + 10)
    place = next(at for index, at in listed(found).row_rects() if listed(found).spec.rows[index].key == name)
    seats.click(found, place.centre)


def test_a_new_key_holds_at_once_and_the_old_one_is_free(tmp_path: Path) -> None:
    found = opened(tmp_path, "keys")

    open_row(found, "orders")
    seats.keys(found, [pygame.K_j])

    assert found.desk.keys.shown("orders") == "J"
    assert settings.read().keys == {"orders": ("j",)}
    assert "o" not in {chord for chords in found.desk.keys.keys.values() for chord in chords}


def test_a_key_with_two_meanings_is_marked_on_both_lines(tmp_path: Path) -> None:
    found = opened(tmp_path, "keys")

    open_row(found, "hall")
    seats.keys(found, [pygame.K_n])
    sheet = found.top
    assert isinstance(sheet, SettingsSheet)
    sheet.keys.query = ""
    sheet.lay()
    marked = {row.key for row in listed(found).spec.rows if row.icon == "warning"}

    assert marked == {"hall", "news"}


def test_even_the_keys_of_the_program_can_be_caught_and_escape_keeps_the_old(tmp_path: Path) -> None:
    found = opened(tmp_path, "keys")

    open_row(found, "orders")
    seats.keys(found, [pygame.K_F11])
    caught = found.desk.keys.keys["orders"]
    seats.click(found, seats.centre(found.top, "all_usual"))
    usual = found.desk.keys.keys["orders"]
    open_row(found, "orders")
    seats.keys(found, [pygame.K_ESCAPE])

    assert (caught, usual, found.desk.keys.keys["orders"]) == (("f11",), ("o",), ("o",))
    assert isinstance(found.top, SettingsSheet)


def test_a_volume_follows_the_hand_along_its_rail(tmp_path: Path) -> None:
    found = opened(tmp_path, "sound")
    slider = found.top.stage.find("volume_music")
    assert isinstance(slider, Slider)
    rail = slider.parts()[2]

    seats.drag(found, (rail.right - 2, rail.centre[1]), (rail.x + 1, rail.centre[1]))

    assert settings.read().volume_music == 0
    assert found.top.stage.find("volume_music") is slider


def test_the_language_changes_under_the_open_settings(tmp_path: Path) -> None:
    found = opened(tmp_path, "words")
    english = found.top.title  # type: ignore[attr-defined]

    seats.focus_on(found, "language")
    seats.keys(found, [pygame.K_RIGHT])
    spoken = language()
    set_language("en")

    assert (english, spoken, settings.read().language) == ("Settings", "fr", "fr")


def test_about_names_the_versions_a_report_needs(tmp_path: Path) -> None:
    found = seats.window(tmp_path)

    seats.click(found, seats.centre(found.top, "about"))
    box = found.top.stage.find("list")

    assert isinstance(found.top, AboutSheet)
    assert isinstance(box, ListBox)
    assert {"Diverted", "Python", "numpy"} <= {row.text for row in box.spec.rows}


def test_a_language_that_is_not_compiled_cannot_be_chosen_and_the_sheet_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "_catalogues", lambda kind: {"fr"} if kind == "po" else set())
    found = opened(tmp_path, "words")

    choice = found.top.stage.find("language")

    assert isinstance(found.top, SettingsSheet)
    assert isinstance(choice, Segmented)
    assert [option.key for option in choice.spec.options] == ["en"]
    assert found.top.lines()[0].note.startswith("Français: not compiled yet; an install or make messages")
