"""What the player chooses holds at once, on every screen, and again the next time."""

import os
from pathlib import Path

import pygame
import pytest

from race.ui.display import brought_back, shown_as_drawn
from race.ui.kit.theme import BODY, DARK, HIGH_CONTRAST, Theme
from race.ui.screens import settings
from race.ui.screens.settings import Settings
from race.ui.screens.table.places import PANELS
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def test_ctrl_plus_minus_and_0_change_the_text_of_every_screen(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    usual = found.desk.theme.text_px(BODY.size)

    seats.keys(found, [pygame.K_PLUS, pygame.K_PLUS], pygame.KMOD_CTRL)
    larger, kept = found.desk.theme, settings.read().text_size
    seats.keys(found, [pygame.K_MINUS], pygame.KMOD_CTRL)
    smaller = found.desk.theme
    seats.keys(found, [pygame.K_0], pygame.KMOD_CTRL)

    assert (larger.text_px(BODY.size), kept) == (18, 130)
    assert smaller.text_px(BODY.size) == 16
    assert found.desk.theme.text_px(BODY.size) == usual


def test_lengths_grow_less_than_text_so_that_more_fits() -> None:
    usual, twice = Theme.for_window(1280, 720), Theme.for_window(1280, 720, text_scale=2.0)

    assert twice.text_px(14) == 2 * usual.text_px(14)
    assert usual.px(100) < twice.px(100) < 2 * usual.px(100)
    assert twice.row > usual.row


def test_contrast_motion_and_volumes_hold_without_a_restart(tmp_path: Path) -> None:
    found = seats.window(tmp_path)

    found.choose("high_contrast", value=True)
    found.choose("reduced_motion", value=True)
    found.choose("volume_effects", value=40)
    again = seats.window(tmp_path)

    assert found.desk.theme.palette == HIGH_CONTRAST != DARK
    assert not found.desk.motion
    assert again.desk.theme.palette == HIGH_CONTRAST
    assert again.kept.volume_effects == 40


def test_a_settings_file_written_by_hand_comes_into_bounds() -> None:
    kept = Settings(names="nobody's", text_size=140, volume_music=900, window=(3, 4))

    assert (kept.names, kept.text_size, kept.volume_music, kept.window) == ("real", 130, 100, ())


def test_a_broken_settings_file_is_the_usual_choice(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"text_size": "huge"', "utf-8")

    assert settings.read() == Settings()


@pytest.mark.parametrize(("driver", "shown"), [("x11", "0"), ("wayland", None), ("windows", None)])
def test_a_window_shows_its_own_pixels_only_where_the_system_would_not_by_itself(
    driver: str, shown: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.display, "get_driver", lambda: driver)
    monkeypatch.setenv("SDL_FRAMEBUFFER_ACCELERATION", "1")
    monkeypatch.delenv("SDL_FRAMEBUFFER_ACCELERATION")  # and so again after the test

    shown_as_drawn()

    assert os.environ.get("SDL_FRAMEBUFFER_ACCELERATION") == shown


def test_a_window_comes_back_where_it_was_and_never_where_no_display_is() -> None:
    assert brought_back((1500, 900, 2000, 40), [(1920, 1080), (1920, 1080)]) == ((1500, 900), (2000, 40))
    assert brought_back((1500, 900, 2000, 40), [(1920, 1080)]) == ((1500, 900), None)
    assert brought_back((3000, 2000, 10, 10), [(1366, 768)]) == ((1346, 688), (10, 10))


def test_size_and_place_are_kept_when_the_window_closes(tmp_path: Path) -> None:
    found = seats.window(tmp_path)

    found.feed([pygame.event.Event(pygame.WINDOWMOVED, x=70, y=40)], 10)
    found.resize(pygame.Surface((1400, 800)))
    found.remember()

    assert settings.read().window == (1400, 800, 70, 40)


@pytest.mark.parametrize(("scale", "seen"), [(100, 6), (115, 6), (130, 2), (150, 2), (200, 1)])
def test_with_large_text_the_panels_take_turns_and_the_month_can_always_end(
    scale: int, seen: int, tmp_path: Path
) -> None:
    found = seats.table(tmp_path)
    found.choose("text_size", scale)
    table = seats.main(found)
    shown = table.where.panels()

    for name in PANELS:
        table.bring(name)
        assert name in table.where.panels()
        assert all(table.stage.find(control) is not None for control in ("end", "orders", "run_on", "menu"))

    assert len(shown) == seen


def test_the_tabs_of_large_text_are_turned_by_keys(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    found.choose("text_size", 200)

    seats.focus_on(found, "alone")
    seats.keys(found, [pygame.K_RIGHT, pygame.K_RIGHT])

    assert seats.main(found).where.panels() == ("lab",)
    assert found.top.stage.find("chart") is not None


def test_who_needs_large_text_finds_it_in_the_first_picture(tmp_path: Path) -> None:
    found = seats.window(tmp_path)
    sizes = found.top.stage.find("text_size")
    assert sizes is not None

    found.top.stage.focus_on("text_size")
    seats.keys(found, [pygame.K_RIGHT])

    assert (settings.read().text_size, found.desk.theme.text_scale) == (115, 1.15)
