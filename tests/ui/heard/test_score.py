"""The score never ends, never clips, and tightens with the race and the hall."""

import numpy as np
import pytest

from race.ui.kit.sound import levels
from race.ui.kit.sound.score import (
    CALM,
    DARK,
    TIGHT,
    Mood,
    chords,
    dense,
    phrase,
    seconds,
    strokes,
)
from race.ui.kit.sound.tones import RATE

MOODS = (Mood(0.0, 0.0), Mood(0.5, 0.5), Mood(1.0, 1.0))


@pytest.mark.parametrize("mood", MOODS)
def test_a_phrase_leaves_room_for_effects_and_fades_into_the_next(mood: Mood) -> None:
    wave = phrase(1, mood)

    assert levels.peak(wave) < -9.0
    assert float(np.abs(wave[-RATE // 50 :]).max()) < 0.002
    assert len(wave) > seconds(mood) * RATE


def test_the_score_is_quieter_than_what_happens() -> None:
    assert all(-34.0 < levels.loudness(phrase(0, mood)) < -20.0 for mood in MOODS)


def test_a_tight_race_is_quicker_denser_and_brighter() -> None:
    calm, tight = Mood(0.1, 0.3), Mood(0.9, 0.3)

    assert tight.tempo() > calm.tempo()
    assert dense(tight) > dense(calm)
    assert levels.brightness(phrase(0, tight)) > levels.brightness(phrase(0, calm))


def test_an_uneasy_hall_darkens_the_chords_and_leaves_the_tempo() -> None:
    moods = [Mood(0.4, unease) for unease in (0.0, 0.5, 1.0)]

    assert [chords(0, mood)[0] for mood in moods] == [CALM[0], DARK[0], TIGHT[0]]
    assert len({mood.tempo() for mood in moods}) == 1


def test_the_owners_are_heard_left_of_the_lab() -> None:
    places = {
        voice: [stroke.side for stroke in strokes(1, Mood(0.5, 0.5)) if stroke.voice == voice]
        for voice in ("strings", "felt")
    }

    assert max(places["strings"]) < min(places["felt"])


def test_no_tone_outlasts_the_tail_of_its_phrase() -> None:
    for mood in MOODS:
        ends = [stroke.start + stroke.length for number in range(4) for stroke in strokes(number, mood)]
        assert max(ends) <= seconds(mood) + 2.6
