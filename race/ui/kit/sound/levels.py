"""Measures sounds: how high, how loud, how bright; effects are balanced by it, tests read it."""

from typing import Final

import numpy as np

from race.ui.kit.sound.tones import RATE, Wave, good_length

WINDOW: Final = 0.1
"""Seconds over which loudness is averaged: about what an ear takes for one moment."""
FAINTEST: Final = 1e-9


def decibels(share: float) -> float:
    """Return an amplitude in dB under full scale.

    >>> decibels(1.0), round(decibels(0.5), 1)
    (0.0, -6.0)
    """
    return float(20.0 * np.log10(max(share, FAINTEST)))


def peak(sound: Wave) -> float:
    """Return the highest sample, in dB under full scale."""
    return decibels(float(np.abs(sound).max(initial=0.0)))


def weighted(sound: Wave, rate: int) -> Wave:
    """Return a sound as an ear hears it, shape (samples, columns): the A curve of IEC 61672, no phase."""
    size = good_length(len(sound))
    at = np.fft.rfftfreq(size, 1 / rate) ** 2
    curve = (12_194.0**2 * at**2) / (
        (at + 20.6**2) * np.sqrt((at + 107.7**2) * (at + 737.9**2)) * (at + 12_194.0**2)
    )
    whole = np.fft.rfft(sound.reshape(len(sound), -1), size, axis=0) * (curve * 1.2589)[:, None]
    return np.asarray(np.fft.irfft(whole, size, axis=0)[: len(sound)], dtype=np.float64)


def loudness(sound: Wave, rate: int = RATE) -> float:
    """Return how loud the loudest tenth of a second is to an ear, dB under full scale at 1 kHz."""
    power = (weighted(sound, rate) ** 2).mean(axis=1)
    width = max(1, min(len(power), round(WINDOW * rate)))
    sums = np.concatenate(([0.0], np.cumsum(power)))
    return decibels(float(np.sqrt(max(0.0, (sums[width:] - sums[:-width]).max() / width))))


def level(sound: Wave) -> float:
    """Return the root mean square, dB under full scale."""
    return decibels(float(np.sqrt((sound**2).mean())))


def brightness(sound: Wave) -> float:
    """Return the middle of the spectrum's power in Hz."""
    size = good_length(len(sound))
    power = (np.abs(np.fft.rfft(sound.reshape(len(sound), -1), size, axis=0)) ** 2).sum(axis=1)
    return float((np.fft.rfftfreq(size, 1 / RATE) * power).sum() / max(power.sum(), FAINTEST))
