"""Every effect is made by arithmetic, is heard, fades out, and leaves room for what sounds beside it."""

import numpy as np
import pytest

from race.ui.kit.sound import levels
from race.ui.kit.sound.effects import CEILING, EFFECTS, samples, waveform
from race.ui.kit.sound.tones import RATE, Stroke, Wave, mixed, white


@pytest.fixture(scope="module")
def waves() -> dict[str, Wave]:
    return {name: waveform(name) for name in EFFECTS}


@pytest.mark.parametrize("name", EFFECTS)
def test_an_effect_neither_clips_nor_clicks(name: str, waves: dict[str, Wave]) -> None:
    wave = waves[name]

    assert float(np.abs(wave).max()) <= CEILING + 1e-9
    assert float(np.abs(wave[:2]).max()) < 0.01, "it begins in silence"
    assert float(np.abs(wave[-RATE // 50 :]).max()) < 0.002, "it ends in silence"


@pytest.mark.parametrize("name", EFFECTS)
def test_an_effect_is_as_loud_as_it_is_meant_to_be(name: str, waves: dict[str, Wave]) -> None:
    wanted = EFFECTS[name].loud

    assert wanted - 4 < levels.loudness(waves[name]) < wanted + 0.1


def test_a_diverted_crate_falls_lower_than_one_that_goes_home(waves: dict[str, Wave]) -> None:
    home, away = waves["drop"], waves["drop_diverted"]

    assert levels.brightness(away) < levels.brightness(home)


def test_the_crate_is_heard_on_the_side_where_it_lands(waves: dict[str, Wave]) -> None:
    left_over_right = {name: (waves[name] ** 2).sum(axis=0) for name in ("drop", "drop_diverted")}

    assert left_over_right["drop"][0] > left_over_right["drop"][1]
    assert left_over_right["drop_diverted"][0] < left_over_right["drop_diverted"][1]


def test_the_wave_crosses_the_hall_from_left_to_right(waves: dict[str, Wave]) -> None:
    early, late = (waves["wave"][round(at * RATE) :][: RATE // 5] ** 2 for at in (0.15, 0.65))

    assert early[:, 0].sum() > early[:, 1].sum()
    assert late[:, 0].sum() < late[:, 1].sum()


def test_a_tone_has_the_pitch_that_is_written() -> None:
    wave = mixed([Stroke("bell", 440.0, 0.0, 1.0)], 1.0)
    power = np.abs(np.fft.rfft(wave[:, 0]))

    assert abs(int(power.argmax()) - 440) <= 1


def test_noise_is_white_and_the_same_every_time() -> None:
    noise = white(1 << 14, 7)
    power = np.abs(np.fft.rfft(noise)) ** 2
    low, high = power[1:4000].mean(), power[4000:].mean()

    assert (noise == white(1 << 14, 7)).all()
    assert 0.9 < low / high < 1.1


def test_what_a_sound_card_gets_is_whole_numbers_in_two_columns() -> None:
    given = samples(np.array([[0.0, 2.0], [-2.0, 0.5]]))

    assert given.dtype == np.int16
    assert given.tolist() == [[0, 32767], [-32767, 16383]]
