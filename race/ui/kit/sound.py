"""Makes every sound in numpy when the game starts; without a sound card the game plays on in silence."""

import contextlib
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pygame

RATE: Final = 44_100
Wave = npt.NDArray[np.float64]
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Note:
    """One tone of an effect: pitch in Hz, start and length in seconds, loudness 0 to 1, last pitch in Hz."""

    pitch: float
    start: float
    length: float
    loudness: float = 0.5
    slide: float = 0.0


EFFECTS: Final[dict[str, tuple[Note, ...]]] = {
    "lift": (Note(520, 0, 0.09, 0.35, 680),),
    "drop": (Note(330, 0, 0.14, 0.5, 260),),
    "drop_diverted": (Note(196, 0, 0.22, 0.6, 130), Note(98, 0.02, 0.25, 0.4)),
    "refused": (Note(220, 0, 0.08, 0.35), Note(185, 0.09, 0.12, 0.35)),
    "month": (Note(392, 0, 0.22, 0.35), Note(587, 0.09, 0.34, 0.3)),
    "wave": (Note(140, 0, 0.7, 0.3, 320),),
    "dialog": (Note(440, 0, 0.12, 0.3), Note(660, 0.06, 0.2, 0.25)),
    "kept": (Note(523, 0, 0.14, 0.35), Note(659, 0.1, 0.14, 0.35), Note(784, 0.2, 0.28, 0.35)),
    "broken": (Note(311, 0, 0.2, 0.45), Note(233, 0.14, 0.4, 0.45, 196)),
    "win": (Note(392, 0, 0.2, 0.35), Note(523, 0.16, 0.2, 0.35), Note(784, 0.32, 0.7, 0.4)),
    "lose": (Note(294, 0, 0.3, 0.4), Note(233, 0.24, 0.3, 0.4), Note(147, 0.48, 0.9, 0.45)),
    "press": (Note(700, 0, 0.045, 0.2),),
}


def _tone(note: Note) -> Wave:
    count = round(note.length * RATE)
    share = np.linspace(0.0, 1.0, count, endpoint=False)
    pitch = note.pitch + ((note.slide or note.pitch) - note.pitch) * share
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    body = np.sin(phase) + 0.28 * np.sin(2 * phase) + 0.09 * np.sin(3 * phase)
    attack = np.minimum(1.0, share * note.length / 0.006)
    fade = (1.0 - share) ** 2
    shaped: Wave = body * attack * fade * note.loudness
    return shaped


def waveform(name: str) -> Wave:
    """Return an effect as samples between -1 and 1, one channel, 44,100 a second.

    Args:
        name: key of EFFECTS.

    Returns:
        Array of shape (samples,).
    """
    notes = EFFECTS[name]
    mixed = np.zeros(max(round((note.start + note.length) * RATE) for note in notes) + 1)
    for note in notes:
        tone, start = _tone(note), round(note.start * RATE)
        mixed[start : start + len(tone)] += tone
    peak = max(1.0, float(np.abs(mixed).max()))
    return mixed / peak


@contextlib.contextmanager
def _silent_errors() -> Iterator[None]:
    """Send the process's own error output nowhere for a moment: ALSA complains there, past Python."""
    try:
        kept = os.dup(2)
    except OSError:  # a windowed program without a console has no error output
        yield
        return
    quiet = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(quiet, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(quiet)


class Sounds:
    """Plays effects by name; every call is harmless when there is no sound."""

    def __init__(self, *, master: float = 1.0, effects: float = 1.0, muted: bool = False) -> None:
        """Set the volumes, 0 to 1; nothing is opened before `start`."""
        self.master = master
        self.effects = effects
        self.muted = muted
        self.works = False
        self._made: dict[str, pygame.mixer.Sound] = {}

    def start(self) -> bool:
        """Open the mixer; tell whether there is sound. A failure leaves one log record, no noise."""
        try:
            with _silent_errors():
                pygame.mixer.init(RATE, -16, 2, 512)
            self.works = True
        except (pygame.error, NotImplementedError, AttributeError) as problem:
            _LOG.info("no sound: %s", problem)
            self.works = False
        return self.works

    def tune(self, master: int, effects: int, music: int) -> None:
        """Set the volumes, each 0 to 100; there is no music yet."""
        del music
        self.master, self.effects = master / 100, effects / 100

    @property
    def volume(self) -> float:
        """Loudness of an effect now, 0 to 1."""
        return 0.0 if self.muted else min(1.0, max(0.0, self.master * self.effects))

    def play(self, name: str) -> None:
        """Play an effect of EFFECTS; its waveform is made at its first use."""
        if not self.works or self.volume == 0.0:
            return
        if name not in self._made:
            samples = (waveform(name) * 32_000).astype(np.int16)
            self._made[name] = pygame.mixer.Sound(buffer=np.repeat(samples, 2).tobytes())
        sound = self._made[name]
        sound.set_volume(self.volume)
        sound.play()

    def stop(self) -> None:
        """Close the mixer."""
        if self.works:
            pygame.mixer.quit()
            self._made.clear()
            self.works = False
