"""Composes the score: phrases of four bars round D without an end, which follow two numbers.

`pace` is the race: tempo, how many notes the lab's figure has in a bar, their brightness, when a pulse comes.
`unease` is the hall: which chords, how heavy the ground, when the owners' sigh is heard.
The lab plays at the right, the owners at the left. A phrase depends on its number and the mood alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np

from race.ui.kit.sound.tones import Stroke, Wave, good_length, hz, placed, room, sides, tone

COARSE: Final = 22_050
"""Samples a second while composing; nothing in the score is brighter than half of it."""
FINER: Final = 2
TAIL: Final = 3.6
"""Seconds of a phrase that sound into the next one."""
BARS: Final = 4
BEATS: Final = 4
STEPS: Final = 16
"""Places for a note in a bar."""
_SLOW, _QUICK = 52.0, 84.0
_OWNERS, _LAB = -0.5, 0.5
_PULSE, _RUN, _TICK = 0.4, 0.7, 0.75
"""Paces from which the heart beats, beats twice as often, and a clock joins it."""
_SIGH: Final = 0.2
"""Unease from which the owners are heard to sigh."""
_CAP: Final = 0.3
"""Where the score is bent, so that effects have the rest."""


@dataclass(frozen=True, slots=True)
class Mood:
    """What the score follows, each 0 to 1."""

    pace: float = 0.0
    unease: float = 0.0

    def tempo(self) -> float:
        """Return beats a minute.

        >>> Mood(0.0).tempo(), Mood(1.0).tempo()
        (52.0, 84.0)
        """
        return _SLOW + (_QUICK - _SLOW) * self.pace


@dataclass(frozen=True, slots=True)
class Chord:
    """A ground and four tones over it, close together."""

    ground: str
    tones: tuple[str, str, str, str]

    def ladder(self) -> tuple[float, ...]:
        """Return the tones from the middle upwards over two octaves, Hz."""
        low = sorted(hz(note) for note in self.tones)
        return (*low, *(2 * pitch for pitch in low))


def _chords(*lines: str) -> tuple[Chord, ...]:
    found = []
    for line in lines:
        ground, first, second, third, fourth = line.split()
        found.append(Chord(ground, (first, second, third, fourth)))
    return tuple(found)


CALM: Final = _chords("D2 A3 C4 E4 F4", "G2 G3 B3 D4 E4", "F2 A3 C4 E4 G4", "D2 A3 D4 E4 A4")
"""Dorian: B natural, open ninths, nothing pulls."""
DARK: Final = _chords("D2 A3 C4 D4 F4", "Bb1 Bb3 D4 F4 A4", "G2 G3 Bb3 D4 F4", "A1 A3 D4 E4 G4")
"""Aeolian: B flat, and a suspension that waits."""
TIGHT: Final = _chords("D2 A3 D4 Eb4 F4", "Eb2 G3 Bb3 D4 Eb4", "G2 Bb3 D4 Eb4 G4", "D2 Ab3 C4 D4 Eb4")
"""Phrygian: E flat hangs over D, as it does when chips have left the line."""
_GROUNDS: Final = (CALM, DARK, TIGHT)
_COURSE: Final = ((0, 1), (2, 3), (0, 2), (1, 3))
"""Which two chords a phrase has, phrase after phrase."""
LAB_LINE: Final = ("D5", "E5", "A5", "E5")
SIGHS: Final = (("A4", "G4", "F4"), ("Bb4", "A4", "F4"), ("Eb4", "D4", "A3"))
"""The owners' line over each set of chords: a step down, and a fall."""


def chords(number: int, mood: Mood) -> tuple[Chord, ...]:
    """Return the two chords of a phrase.

    >>> chords(0, Mood(unease=0.9))[1].ground, chords(0, Mood())[1].ground
    ('Eb2', 'G2')
    """
    ground = _GROUNDS[region(mood)]
    return tuple(ground[place] for place in _COURSE[number % len(_COURSE)])


def region(mood: Mood) -> int:
    """Return 0 for calm, 1 for dark, 2 for tight chords."""
    return min(2, int(mood.unease * 3))


def onsets(count: int) -> tuple[int, ...]:
    """Return `count` onsets spread as evenly over a bar's steps as whole numbers allow.

    >>> onsets(3), onsets(5)
    ((0, 5, 10), (0, 3, 6, 9, 12))
    """
    return tuple(place * STEPS // count for place in range(count)) if count > 0 else ()


def dense(mood: Mood) -> int:
    """Return how many notes the lab's figure has in a bar.

    >>> [dense(Mood(pace)) for pace in (0.0, 0.25, 0.5, 0.75, 1.0)]
    [2, 4, 7, 10, 13]
    """
    return 2 + int(11 * mood.pace)


def seconds(mood: Mood) -> float:
    """Return how long a phrase lasts until the next one begins."""
    return BARS * BEATS * 60.0 / mood.tempo()


def strokes(number: int, mood: Mood) -> Iterator[Stroke]:
    """Yield the tones of a phrase."""
    yield from _ground(number, mood)
    yield from _figure(number, mood)
    yield from _pulse(mood)
    yield from _lines(number, mood)


def _ground(number: int, mood: Mood) -> Iterator[Stroke]:
    """Yield the owners' pad and the ground under it: left, heavier the more they doubt."""
    half = seconds(mood) / 2
    for turn, chord in enumerate(chords(number, mood)):
        start, length = turn * half, half + 2.2
        yield Stroke("sub", hz(chord.ground), start, length, 0.075 + 0.05 * mood.unease)
        for place, note in enumerate(chord.tones):
            side = _OWNERS + 0.22 * place
            yield Stroke("pad", hz(note), start, length, 0.05 + 0.012 * mood.unease, side)


def _figure(number: int, mood: Mood) -> Iterator[Stroke]:
    """Yield the lab's figure: right, denser, higher and brighter with the pace."""
    bar = seconds(mood) / BARS
    ladders = [chord.ladder() for chord in chords(number, mood)]
    reach = 4 + round(4 * mood.pace)
    for measure in range(BARS):
        ladder = ladders[measure * len(ladders) // BARS]
        for place, step in enumerate(onsets(dense(mood))):
            rung = (place * 3 + measure * 2 + number) % reach
            loud = 0.05 + 0.03 * mood.pace + (0.018 if step % 8 == 0 else 0.0)
            start = (measure + step / STEPS) * bar + 0.006 * ((place * 7 + measure) % 3)
            yield Stroke("felt", 2 * ladder[rung], start, 1.3, loud, _LAB - 0.12 * (place % 3))


def _pulse(mood: Mood) -> Iterator[Stroke]:
    """Yield the heart of a race that is close: absent at first, then twice, then four times a bar."""
    if mood.pace < _PULSE:
        return
    bar = seconds(mood) / BARS
    for measure in range(BARS):
        for step in onsets(2 if mood.pace < _RUN else 4):
            first = step == 0
            yield Stroke("thud", hz("D2"), (measure + step / STEPS) * bar, 0.3, 0.11 if first else 0.07)
        for step in onsets(8) if mood.pace > _TICK else ():
            yield Stroke("wood", hz("D6"), (measure + (step + 1) / STEPS) * bar, 0.05, 0.02, 0.2)


def _lines(number: int, mood: Mood) -> Iterator[Stroke]:
    """Yield what sings: the lab's four notes in every second phrase, the owners' sigh in the others."""
    beat = seconds(mood) / (BARS * BEATS)
    if number % 2 == 0:
        for place, note in enumerate(LAB_LINE):
            start = (4 + place * 2) * beat
            yield Stroke("glass", hz(note), start, 2.4, 0.04 + 0.015 * mood.pace, _LAB / 2)
    elif mood.unease > _SIGH:
        sigh = SIGHS[region(mood)]
        for (place, note), (until, _note) in pairwise([*enumerate(sigh), (len(sigh), "")]):
            length = (until - place) * 2 * beat + 0.8
            yield Stroke(
                "strings", hz(note), (5 + place * 2) * beat, length, 0.03 + 0.03 * mood.unease, _OWNERS
            )


@lru_cache(maxsize=160)
def _kept(voice: str, pitch: float, length: float, bright: float) -> Wave:
    """Return a tone that phrases have in common, made once."""
    return tone(Stroke(voice, pitch, 0.0, length), COARSE, bright).astype(np.float32)


def phrase(number: int, mood: Mood) -> Wave:
    """Return a phrase with its tail, shape (samples, 2), 44,100 a second, never over `_CAP`."""
    answer = room(2.6, COARSE)
    wanted = round((seconds(mood) + TAIL) * COARSE)
    whole = np.zeros((good_length(wanted) - len(answer), 2), dtype=np.float32, order="F")
    bright = round(0.62 + 0.38 * mood.pace, 1)
    for stroke in strokes(number, mood):
        part = _kept(stroke.voice, stroke.pitch, round(stroke.length, 3), bright)
        start = round(stroke.start * COARSE)
        end = min(len(whole), start + len(part))
        for column, loud in enumerate(sides(stroke.side)):
            whole[start:end, column] += part[: end - start] * float(loud * stroke.loudness)
    found = placed(whole, answer, 0.34, finer=FINER)[: wanted * FINER]
    fade = np.linspace(1.0, 0.0, round(0.4 * COARSE * FINER), dtype=np.float32)[:, None]
    found[-len(fade) :] *= fade
    return np.asarray(_CAP * np.tanh(found / _CAP))
