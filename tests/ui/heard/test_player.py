"""The sound card is optional, volumes multiply, mute is absolute, and the window never waits for a sound."""

import logging

import pygame
import pytest

from race.ui.kit.sound.player import CHANNELS, Sounds, gain


def test_without_a_sound_card_the_game_is_silent_and_says_so_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise pygame.error

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    sounds = Sounds()

    with caplog.at_level(logging.INFO):
        works = sounds.start()
        sounds.play("drop")
        sounds.feel(0.5, 0.5)
        sounds.stop()

    assert not works
    assert len(caplog.records) == 1


def test_volumes_multiply_and_mute_beats_them() -> None:
    sounds = Sounds()
    sounds.tune(50, 100, 20)

    assert sounds.volume == gain(50)
    assert sounds.music_volume == pytest.approx(gain(50) * gain(20))
    sounds.muted = True
    assert (sounds.volume, sounds.music_volume) == (0.0, 0.0)


def test_an_effect_is_played_once_when_asked_for_twice_at_a_time() -> None:
    sounds = Sounds()
    assert sounds.start()

    sounds.play("press")
    sounds.play("press")
    busy = sum(pygame.mixer.Channel(place).get_busy() for place in range(CHANNELS))
    sounds.stop()

    assert busy == 1


def test_under_the_dummy_driver_no_thread_composes() -> None:
    sounds = Sounds()

    sounds.begin()

    assert not sounds.works
    sounds.stop()
