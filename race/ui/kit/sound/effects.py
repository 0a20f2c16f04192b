"""The effects: short figures in the key of the score, so that whatever sounds together agrees.

All stand round D. What goes home falls to D; what leaves the line falls lower, on the side of the lab, and
leaves E flat hanging over it. The left is the carmaker's, the right the lab's, as on the table.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from race.ui.kit.sound.levels import loudness
from race.ui.kit.sound.tones import AIR, Stroke, Wave, hz, mixed, placed, room

FULL: Final = 32_767
CEILING: Final = 0.35
"""Highest sample of an effect: music and two effects together stay under full scale."""
_CAR, _LAB = -0.45, 0.45
_SMALL, _HALL = 0.5, 1.4
"""Seconds of the rooms that effects stand in."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A figure: strokes, loudness (dB, as `levels.loudness` measures), the room and how much of it."""

    strokes: tuple[Stroke, ...]
    loud: float = -24.0
    room: float = _SMALL
    share: float = 0.18


def _run(
    voice: str, notes: str, step: float, length: float, loud: float, **more: float
) -> tuple[Stroke, ...]:
    """Return notes one after the other, `step` seconds apart; `start` and `side` as in a stroke."""
    start, side = more.get("start", 0.0), more.get("side", 0.0)
    return tuple(
        Stroke(voice, hz(note), start + place * step, length, loud, side)
        for place, note in enumerate(notes.split())
    )


def _knocks(times: tuple[float, ...], note: str, side: float = 0.0) -> tuple[Stroke, ...]:
    return tuple(
        Stroke(voice, hz(note) * ratio, start, 0.22, loud, side)
        for start in times
        for voice, ratio, loud in (("thud", 1.0, 0.45), ("wood", 2.0, 0.5))
    )


EFFECTS: Final[dict[str, Effect]] = {
    # -- the hand
    "press": Effect((Stroke("wood", hz("D6"), 0, 0.06, 0.4), Stroke("wood", hz("A5"), 0, 0.05, 0.2)), -34),
    "refused": Effect(_run("wood", "Eb4 D4", step=0.085, length=0.14, loud=0.6), -28),
    "dialog": Effect(_run("felt", "A4 E5", step=0.07, length=0.5, loud=0.4), -29),
    "lift": Effect(_run("wood", "A4 D5", step=0.045, length=0.12, loud=0.5), -29),
    "drop": Effect(
        (
            Stroke("thud", hz("D3"), 0, 0.25, 0.45, _CAR),
            *_run("wood", "A4 D4", step=0.05, length=0.16, loud=0.4, side=_CAR),
        ),
        -26,
    ),
    "drop_diverted": Effect(
        (
            Stroke("thud", hz("D3"), 0, 0.5, 0.6, _LAB, to=hz("D2")),
            Stroke("felt", hz("D3"), 0.02, 0.8, 0.6, _LAB),
            Stroke("felt", hz("Eb4"), 0.16, 0.9, 0.32, _LAB),
            Stroke("sub", hz("D2"), 0, 0.9, 0.12),
        ),
        -26,
        share=0.3,
    ),
    "undo": Effect(_run("wood", "D5 A4", step=0.05, length=0.12, loud=0.45), -30),
    # -- the month
    "month": Effect(
        (
            *_run("bell", "D4 A4 E5", step=0.11, length=1.5, loud=0.4),
            Stroke("sub", hz("D2"), 0, 1.5, 0.3),
        ),
        -24,
        _HALL,
        0.3,
    ),
    "wave": Effect((Stroke(AIR, 320, 0, 0.95, 0.7, -0.8, to=780, across=0.8),), -30, _HALL, 0.35),
    "wave_doubt": Effect(
        (Stroke(AIR, 620, 0, 0.95, 0.8, -0.8, to=170, across=0.8), Stroke("sub", hz("Eb2"), 0.1, 0.9, 0.3)),
        -29,
        _HALL,
        0.35,
    ),
    "delivered": Effect(
        (*_knocks((0.0,), "D3"), *_run("wood", "D4 G4 A4", step=0.07, length=0.2, loud=0.4, start=0.06)), -28
    ),
    # -- your word
    "kept": Effect(
        (
            *_run("felt", "D4 G4 A4 D5", step=0.11, length=1.0, loud=0.42, side=_CAR / 2),
            Stroke("felt", hz("F#5"), 0.5, 1.3, 0.4),
        ),
        -24,
        _HALL,
        0.28,
    ),
    "broken": Effect(
        (
            *_run("felt", "D4 G4 A4", step=0.11, length=0.8, loud=0.42, side=_CAR / 2),
            Stroke("felt", hz("G#4"), 0.36, 1.2, 0.5, _CAR / 2),
            Stroke("strings", hz("Eb3"), 0.34, 1.3, 0.22),
            Stroke("sub", hz("D2"), 0.34, 1.3, 0.4),
        ),
        -24,
        _HALL,
        0.28,
    ),
    # -- the race
    "release": Effect(
        (
            *_run("glass", "D5 A5 E6 B6", step=0.085, length=1.1, loud=0.36, side=_LAB),
            Stroke("bell", hz("D4"), 0, 1.4, 0.4, _LAB / 2),
        ),
        -24,
        _HALL,
        0.32,
    ),
    "release_far": Effect(
        _run("glass", "B5 E5 A4", step=0.1, length=0.9, loud=0.3, side=0.75), -31, _HALL, 0.8
    ),
    "lead": Effect(
        (
            *_run("bell", "D5 E5 A5", step=0.14, length=1.2, loud=0.4, side=_LAB / 2),
            Stroke("strings", hz("D4"), 0.1, 1.4, 0.16),
            Stroke("strings", hz("A4"), 0.1, 1.4, 0.14),
        ),
        -23,
        _HALL,
        0.3,
    ),
    "lead_lost": Effect(
        _run("bell", "A5 E5 C5", step=0.16, length=1.1, loud=0.36, side=_LAB / 2), -27, _HALL, 0.4
    ),
    "milestone": Effect(
        (*_run("bell", "D4 A4 D5", step=0.0, length=2.0, loud=0.36), Stroke("sub", hz("D2"), 0, 1.6, 0.12)),
        -26,
        _HALL,
        0.4,
    ),
    "incident": Effect(
        tuple(Stroke("strings", hz(note), 0, 1.5, 0.4) for note in ("D3", "Eb3", "A3", "Eb4")),
        -26,
        _HALL,
        0.3,
    ),
    # -- the owners and the court
    "leak": Effect(
        (
            *(
                Stroke("glass", hz(note) * 1.06, start, 0.5, 0.4, _CAR, to=hz(note))
                for note, start in (("A5", 0.0), ("A5", 0.21), ("Eb5", 0.35))
            ),
            Stroke("strings", hz("Eb4"), 0.3, 1.0, 0.12),
        ),
        -26,
        _HALL,
        0.4,
    ),
    "case": Effect(
        (
            *_knocks((0.0, 0.24), "G3", _CAR),
            Stroke("strings", hz("D3"), 0.2, 1.2, 0.22),
            Stroke("strings", hz("Ab3"), 0.2, 1.2, 0.16),
        ),
        -26,
        _HALL,
        0.3,
    ),
    "vote": Effect(
        (*_knocks((0.0, 0.2, 0.4), "G3", _CAR), Stroke("bell", hz("A3"), 0.4, 1.6, 0.4)), -25, _HALL, 0.3
    ),
    "question": Effect(
        (*_knocks((0.0, 0.15), "A3"), Stroke("felt", hz("A4"), 0.3, 0.8, 0.25)), -28, _SMALL, 0.3
    ),
    # -- the end
    "win": Effect(
        (
            *_run("bell", "D4 E4 A4 D5 E5 A5", step=0.17, length=1.8, loud=0.36),
            *(Stroke("strings", hz(note), 0.9, 3.2, 0.16) for note in ("D3", "A3", "D4", "F#4", "A4")),
            Stroke("bell", hz("F#5"), 1.05, 2.4, 0.36),
            Stroke("sub", hz("D2"), 0.9, 3.0, 0.4),
        ),
        -22,
        2.0,
        0.3,
    ),
    "lose": Effect(
        (
            *_run("felt", "A4 G4 Eb4 D4", step=0.34, length=1.6, loud=0.42),
            *(Stroke("strings", hz(note), 1.1, 3.0, 0.14) for note in ("D3", "A3", "Eb4")),
            Stroke("felt", hz("D4"), 1.7, 2.4, 0.4),
            Stroke("sub", hz("D2"), 1.1, 3.0, 0.14),
        ),
        -23,
        2.0,
        0.3,
    ),
}
LARGE: Final = frozenset(
    {"win", "lose", "kept", "broken", "lead", "release", "case", "vote", "incident", "leak"}
)
"""Effects before which the score steps back."""


def waveform(name: str) -> Wave:
    """Return an effect, balanced, shape (samples, 2), 44,100 a second, between -CEILING and CEILING.

    Args:
        name: key of EFFECTS.
    """
    effect = EFFECTS[name]
    length = max(stroke.start + stroke.length for stroke in effect.strokes)
    made = placed(mixed(effect.strokes, length), room(effect.room), effect.share)
    made *= 10.0 ** ((effect.loud - loudness(made)) / 20.0)
    highest = float(np.abs(made).max())
    return made if highest <= CEILING else made * (CEILING / highest)


def samples(sound: Wave) -> npt.NDArray[np.int16]:
    """Return a sound as a sound card takes it, shape (samples, 2); what would be over full scale is cut."""
    return np.asarray(np.clip(sound, -1.0, 1.0) * FULL, dtype=np.int16)
