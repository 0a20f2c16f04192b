"""Makes tones: a voice is a handful of partials with their decays, a stroke one tone of it at some place.

Waves have one row a sample, two columns are left and right; effects are float64, the long score float32.
All of it is arithmetic on arrays, the same on every machine: the noise is counted, not drawn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

RATE: Final = 44_100
"""Samples a second of everything that is played."""
Wave = npt.NDArray[np.floating]
_BLOCK: Final = 512
"""Samples of a partial's finer table."""
_STEPS: Final = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_DETUNED: Final = 0.0017
"""Half the distance between the two tones of a chorus, as a share of the pitch: three cents."""
_TOP: Final = 0.45
"""Partials above this share of the sampling rate are left out, so that none folds back."""


def hz(note: str) -> float:
    """Return the pitch of a note such as `D4`, `Bb3` or `F#5`.

    >>> round(hz("A4")), round(hz("D4"), 1), round(hz("Bb3"), 1)
    (440, 293.7, 233.1)
    """
    step = _STEPS[note[0]] + note.count("#") - note.count("b")
    return float(440.0 * 2.0 ** ((step - 9) / 12 + int(note[-1]) - 4))


@dataclass(frozen=True, slots=True)
class Voice:
    """How an instrument sounds.

    Attributes:
        partials: ratio to the pitch, loudness, and seconds in which it fades to a third (0 holds).
        attack: seconds until it is at its loudest.
        release: seconds of its last fade.
        chorus: whether each partial is two, a little apart, beating slowly.
    """

    partials: tuple[tuple[float, float, float], ...]
    attack: float = 0.004
    release: float = 0.03
    chorus: bool = False


VOICES: Final[dict[str, Voice]] = {
    "bell": Voice(((1, 1, 0.9), (2, 0.5, 0.6), (3.01, 0.22, 0.35), (4.17, 0.14, 0.22), (5.43, 0.08, 0.12))),
    "felt": Voice(((1, 1, 0.7), (2, 0.42, 0.45), (3, 0.18, 0.3), (4, 0.1, 0.2), (5, 0.05, 0.12)), 0.007),
    "glass": Voice(((1, 1, 0.8), (2.32, 0.22, 0.4), (4.25, 0.1, 0.18)), 0.003),
    "wood": Voice(((1, 1, 0.16), (3.93, 0.3, 0.05), (9.2, 0.08, 0.016)), 0.0015),
    "thud": Voice(((1, 1, 0.13), (1.52, 0.4, 0.06), (2.3, 0.16, 0.03)), 0.003),
    "pad": Voice(((1, 1, 0), (2, 0.46, 0), (3, 0.24, 0), (4, 0.11, 0), (5, 0.06, 0)), 1.5, 2.2, chorus=True),
    "strings": Voice(
        ((1, 1, 0), (2, 0.5, 0), (3, 0.34, 0), (4, 0.2, 0), (5, 0.14, 0), (6, 0.08, 0), (7, 0.05, 0)),
        0.35,
        0.8,
        chorus=True,
    ),
    "sub": Voice(((1, 1, 0), (2, 0.3, 0), (3, 0.08, 0)), 0.6, 1.4),
}
AIR: Final = "air"
"""The voice of breath and murmur: noise round the pitch."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One tone.

    Attributes:
        voice: key of VOICES, or AIR.
        pitch: in Hz.
        start: seconds after the beginning.
        length: seconds.
        loudness: 0 to 1.
        side: -1 left to 1 right.
        to: last pitch in Hz, 0 for the same.
        across: side where it ends, None for the same.
    """

    voice: str
    pitch: float
    start: float = 0.0
    length: float = 0.3
    loudness: float = 0.5
    side: float = 0.0
    to: float = 0.0
    across: float | None = None


def white(count: int, seed: int) -> Wave:
    """Return noise between -1 and 1 that is counted, not drawn: sample n is the hash of n.

    >>> bool((white(4, 7) == white(4, 7)).all()), abs(float(white(40_000, 7).mean())) < 0.01
    (True, True)
    """
    mixed = np.arange(count, dtype=np.uint64) + np.uint64(seed * 1_000_003 + 1)
    mixed *= np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(30)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return np.asarray(mixed / 2.0**63 - 1.0, dtype=np.float64)


def tone(stroke: Stroke, rate: int, bright: float = 1.0) -> Wave:
    """Return a stroke's samples without its loudness and place, shape (samples,).

    Args:
        stroke: what to sound.
        rate: samples a second.
        bright: loudness of each partial against the one below it, under 1 for a darker tone.
    """
    count = max(1, round(stroke.length * rate))
    if stroke.voice == AIR:
        return _air(stroke, count, rate)
    voice = VOICES[stroke.voice]
    parts = []
    for place, (ratio, loudness, decay) in enumerate(voice.partials):
        if ratio * max(stroke.pitch, stroke.to) > _TOP * rate:
            continue
        fade = 1 / (decay * (440.0 / max(stroke.pitch, 60.0)) ** 0.35) if decay else 0.0
        loud = loudness * bright**place
        if voice.chorus:
            parts.append(Ring(ratio * (1 - _DETUNED), loud / 2, fade, float(place)))
            parts.append(Ring(ratio * (1 + _DETUNED), loud / 2, fade, 2.0 * place))
        else:
            parts.append(Ring(ratio, loud, fade))
    glides = stroke.to not in (0, stroke.pitch)
    sound = _gliding(parts, stroke, count, rate) if glides else _steady(parts, stroke.pitch, count, rate)
    return sound * _shape(voice, count, rate)


class Ring(NamedTuple):
    """One partial: ratio to the pitch, loudness, fade (1/s), phase at its beginning (radians)."""

    ratio: float
    loudness: float
    fade: float
    phase: float = 0.0


def _steady(parts: Sequence[Ring], pitch: float, count: int, rate: int) -> Wave:
    """Return partials of a pitch that stays, together.

    A partial is a rotation that fades, so its sample a * _BLOCK + b is the product of its value at a * _BLOCK
    and of its change over b more samples: two short tables for all its samples, instead of a sine for each.
    """
    if not parts:
        return np.zeros(count)
    turn = [complex(-part.fade, 2 * np.pi * part.ratio * pitch) / rate for part in parts]
    start = [part.loudness * np.exp(1j * part.phase) for part in parts]
    far = np.arange(0, count, _BLOCK)[:, None] * np.array(turn)
    near = np.array(turn)[:, None] * np.arange(_BLOCK)
    rough, fine = np.exp(far) * np.array(start), np.exp(near)
    tables = np.hstack([rough.imag, rough.real]), np.vstack([fine.real, fine.imag])
    whole = np.einsum("ap,pb->ab", *tables)  # unlike @, in this thread alone: another would only spin
    return np.asarray(whole.ravel()[:count], dtype=np.float64)


def _gliding(parts: Sequence[Ring], stroke: Stroke, count: int, rate: int) -> Wave:
    """Return partials together while the pitch glides to the stroke's last one."""
    time = np.arange(count) / rate
    turns = stroke.pitch * time + (stroke.to - stroke.pitch) * time**2 / (2 * stroke.length)
    sound = np.zeros(count)
    for part in parts:
        wave = np.sin(2 * np.pi * part.ratio * turns + part.phase)
        sound += part.loudness * wave * np.exp(-part.fade * time)
    return sound


def _shape(voice: Voice, count: int, rate: int) -> Wave:
    """Return the rise and the last fade, both round so that nothing clicks."""
    shape = np.ones(count)
    rise, fall = (min(count, max(2, round(span * rate))) for span in (voice.attack, voice.release))
    shape[:rise] *= 0.5 - 0.5 * np.cos(np.linspace(0.0, np.pi, rise))
    shape[-fall:] *= 0.5 + 0.5 * np.cos(np.linspace(0.0, np.pi, fall))
    return shape


def _air(stroke: Stroke, count: int, rate: int) -> Wave:
    """Return murmuring noise whose middle glides from the pitch to the last pitch."""
    first, last = stroke.pitch, stroke.to or stroke.pitch
    spectrum = np.fft.rfft(white(count, round(first)))
    at = np.fft.rfftfreq(count, 1 / rate)
    share = np.linspace(0.0, 1.0, count)
    made = np.zeros(count)
    for pitch, weight in (
        (first, 1.0 - share),
        ((first + last) / 2, 1.0 - abs(2 * share - 1)),
        (last, share),
    ):
        band = np.exp(-((np.log2(np.maximum(at, 20.0) / pitch) / 0.6) ** 2))
        made += np.fft.irfft(spectrum * band, count) * weight
    murmur = 1.0 + 0.35 * np.sin(2 * np.pi * 5.5 * np.arange(count) / rate)
    loudest = float(np.abs(made).max()) or 1.0
    return np.asarray(made * murmur * np.sin(np.pi * share) ** 1.2 / loudest, dtype=np.float64)


def sides(place: float | Wave) -> tuple[float | Wave, float | Wave]:
    """Return the loudness left and right of a place from -1 to 1, at equal power.

    >>> [round(float(side), 2) for side in sides(-1.0)], round(float(sides(0.0)[0]), 2)
    ([1.0, 0.0], 0.71)
    """
    angle = (np.asarray(place) + 1.0) * np.pi / 4
    return np.cos(angle), np.sin(angle)


def mixed(strokes: Iterable[Stroke], seconds: float, rate: int = RATE) -> Wave:
    """Return strokes sounded together, shape (samples, 2); what goes on after `seconds` is cut."""
    whole = np.zeros((round(seconds * rate), 2))
    for stroke in strokes:
        sound = tone(stroke, rate) * stroke.loudness
        ends = stroke.side if stroke.across is None else stroke.across
        place = stroke.side if ends == stroke.side else np.linspace(stroke.side, ends, len(sound))
        start = round(stroke.start * rate)
        room = max(0, min(len(sound), len(whole) - start))
        for column, part in enumerate(sides(place)):
            whole[start : start + room, column] += (sound * part)[:room]
    return whole


@lru_cache(maxsize=8)
def room(seconds: float, rate: int = RATE) -> Wave:
    """Return what a room answers to a clap: noise that fades, left and right apart; shape (samples, 2).

    Args:
        seconds: until the answer is a thousandth, that is 60 dB down.
        rate: samples a second.
    """
    count = round(seconds * rate)
    time = np.arange(count) / rate
    fade = np.exp(-6.9 * time / seconds) * np.minimum(1.0, time / 0.012)
    smooth = np.hanning(round(rate * 0.0006) | 1)
    found = np.stack(
        [np.convolve(white(count, seed), smooth / smooth.sum(), "same") * fade for seed in (3, 8)], axis=1
    )
    return np.asarray(found / np.sqrt((found**2).sum(axis=0)), dtype=np.float64)


def good_length(count: int) -> int:
    """Return the next length from `count` that a Fourier transform takes quickly.

    >>> good_length(1000), good_length(1025)
    (1024, 1280)
    """
    power = 1 << (max(1, count) - 1).bit_length()
    return next(
        size
        for size in (power * 5 // 8, power * 3 // 4, power)
        if size >= count and (size == power or power % 8 == 0)
    )


def placed(dry: Wave, answer: Wave, share: float, *, finer: int = 1) -> Wave:
    """Return a sound in a room, longer by its answer, `finer` times the samples a second.

    Args:
        dry: the sound, shape (samples, 2); one of 32 bits is transformed in 32 bits.
        answer: the room, shape (samples, 2).
        share: loudness of the room beside the sound.
        finer: 2 makes a sound for twice its sampling rate, in the same transforms.
    """
    count = len(dry) + len(answer)
    size = good_length(count)
    found = np.empty((count * finer, 2), dtype=dry.dtype, order="F")
    middle = np.fft.rfft(dry.mean(axis=1), size) * share
    for column in range(2):
        spectrum = np.fft.rfft(dry[:, column], size) + middle * _heard(answer.astype(dry.dtype), column, size)
        found[:, column] = np.fft.irfft(spectrum, size * finer)[: count * finer] * finer
    return found


_ANSWERS: dict[tuple[str, int, int, int], npt.NDArray[np.complexfloating]] = {}


def _heard(answer: Wave, column: int, size: int) -> npt.NDArray[np.complexfloating]:
    """Return the transform of one side of a room, made once for each length and precision."""
    key = (answer.dtype.str, len(answer), column, size)
    if key not in _ANSWERS:
        _ANSWERS[key] = np.fft.rfft(answer[:, column], size)
    return _ANSWERS[key]
