"""Plays what was made: opens the sound card, keeps the volumes, lets the score go on in a thread of its own.

Every call is harmless when there is no sound. The thread makes the effects first, then a phrase of the score
shortly before the one that sounds ends, in the mood of that moment; two channels take turns, so that a
phrase rings out under the next.
"""

import logging
import os
import threading
from functools import lru_cache
from typing import Final

import pygame

from race.ui.kit.sound.effects import EFFECTS, LARGE, samples, waveform
from race.ui.kit.sound.score import Mood, phrase, seconds
from race.ui.kit.sound.silence import silent_errors
from race.ui.kit.sound.tones import RATE

_LOG = logging.getLogger(__name__)
BUFFER: Final = 1024
"""Samples in a hand of the sound card: 23 ms."""
CHANNELS: Final = 12
TURNS: Final = 2
"""Channels of the score."""
ROUND: Final = 8
"""Phrases after which the score comes round, as long as the mood stays."""
AHEAD_MS: Final = 900
"""How long before its time a phrase is composed."""
STEP_MS: Final = 40
"""Time between two steps of a fade of the score."""
BACK: Final = 0.4
"""How loud the score is while a large effect sounds."""
_THERE: Final = 0.01
"""Distance from the wanted loudness at which a fade is over."""


@lru_cache(maxsize=ROUND)
def _composed(number: int, mood: Mood) -> bytes:
    """Return a phrase as a sound card takes it; while nothing happens in a game, nothing is composed anew."""
    return samples(phrase(number, mood)).tobytes()


def gain(volume: int) -> float:
    """Return the amplitude of a volume from 0 to 100: squared, as ears count.

    >>> gain(100), gain(50), gain(0)
    (1.0, 0.25, 0.0)
    """
    return (min(100, max(0, volume)) / 100) ** 2


class Sounds:
    """Plays effects by name and the score by mood."""

    def __init__(self, *, muted: bool = False) -> None:
        """Set nothing but silence; nothing is opened before `start`."""
        self.works = False
        self._muted = muted
        self._master, self._effects, self._music = 1.0, 1.0, 0.0
        self._mood = Mood()
        self._made: dict[str, pygame.mixer.Sound] = {}
        self._wake = threading.Event()
        self._over = False
        self._thread: threading.Thread | None = None
        self._loud = 0.0
        """How loud the score is now; it glides to where it should be."""
        self._back_until = 0
        self._last: dict[str, int] = {}

    # -- the sound card ---------------------------------------------------------------------------

    def start(self) -> bool:
        """Open the mixer; tell whether there is sound. A failure leaves one log record, no noise."""
        try:
            with silent_errors():
                pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
            pygame.time.Clock()  # until there is one, ticks stand still
            pygame.mixer.set_num_channels(CHANNELS)
            pygame.mixer.set_reserved(TURNS)
            self.works = True
        except (pygame.error, NotImplementedError, AttributeError) as problem:
            _LOG.info("no sound: %s", problem)
            self.works = False
        return self.works

    def begin(self) -> None:
        """Open the mixer and let the score go on, in a thread."""
        if os.environ.get("SDL_AUDIODRIVER") == "dummy":
            _LOG.info("no sound: nobody hears the dummy driver")
            return
        self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the score and close the mixer."""
        self._over = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(timeout=5.0)
        if self.works:
            self.works = False
            pygame.mixer.quit()
            self._made.clear()

    # -- volumes ----------------------------------------------------------------------------------

    @property
    def muted(self) -> bool:
        """Whether nothing is heard, whatever the volumes say."""
        return self._muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        self._muted = muted
        self._wake.set()

    def tune(self, master: int, effects: int, music: int) -> None:
        """Set the volumes, each 0 to 100."""
        self._master, self._effects, self._music = gain(master), gain(effects), gain(music)
        self._wake.set()

    @property
    def volume(self) -> float:
        """Amplitude of an effect now, 0 to 1."""
        return 0.0 if self._muted else self._master * self._effects

    @property
    def music_volume(self) -> float:
        """Amplitude of the score now, 0 to 1."""
        return 0.0 if self._muted else self._master * self._music

    # -- effects ----------------------------------------------------------------------------------

    def play(self, name: str, after: int = 0) -> None:
        """Play an effect of EFFECTS, `after` milliseconds from now; one a moment old is not played twice."""
        if not self.works or self.volume == 0.0:
            return
        if after > 0:
            later = threading.Timer(after / 1000, self.play, (name,))
            later.daemon = True
            later.start()
            return
        sound = self._sound(name)  # made first: the making takes longer than the moment
        now = pygame.time.get_ticks()
        if now - self._last.get(name, -STEP_MS) < STEP_MS:
            return
        self._last[name] = now
        sound.set_volume(self.volume)
        sound.play()
        if name in LARGE:
            self._back_until = now + round(sound.get_length() * 700)
            self._wake.set()

    def _sound(self, name: str) -> pygame.mixer.Sound:
        if name not in self._made:
            self._made[name] = pygame.mixer.Sound(buffer=samples(waveform(name)).tobytes())
        return self._made[name]

    # -- the score --------------------------------------------------------------------------------

    def feel(self, pace: float, unease: float) -> None:
        """Let the score follow the race and the hall, each 0 to 1, from its next phrase on."""
        self._mood = Mood(round(min(1.0, max(0.0, pace)), 1), round(min(1.0, max(0.0, unease)), 1))

    def _run(self) -> None:
        """Make the effects, then phrase after phrase until the end; runs in the thread."""
        try:
            if not self.start():
                return
            for name in EFFECTS:
                if self._over:
                    return
                self._sound(name)
            self._go_on()
        except pygame.error as problem:  # the mixer was closed under us
            _LOG.info("the score ended: %s", problem)

    def _go_on(self) -> None:
        number, due = 0, 0
        while not self._over:
            if self.music_volume == 0.0:
                self._hush()
                self._wake.wait()
                self._wake.clear()
                due = pygame.time.get_ticks()
                continue
            mood = self._mood
            sound = pygame.mixer.Sound(buffer=_composed(number % ROUND, mood))
            if not self._until(due):
                continue
            channel = pygame.mixer.Channel(number % TURNS)
            channel.play(sound)
            channel.set_volume(self._loud)
            due = pygame.time.get_ticks() + round(1000 * seconds(mood))
            number += 1
            self._until(due - AHEAD_MS)

    def _until(self, due: int) -> bool:
        """Wait for a time and glide to the wanted loudness meanwhile; tell whether the score may go on."""
        while not self._over and self.music_volume > 0.0:
            now = pygame.time.get_ticks()
            still = self._glide(now)
            left = due - now
            if left <= 0:
                return True
            back = self._back_until - now
            self._wake.wait(min(left, STEP_MS if not still else back if back > 0 else left) / 1000)
            self._wake.clear()
        return False

    def _glide(self, now: int) -> bool:
        """Bring the score's loudness a step nearer to what it should be; tell whether it is there."""
        wanted = self.music_volume * (BACK if now < self._back_until else 1.0)
        away = wanted - self._loud
        self._loud = wanted if abs(away) < _THERE else self._loud + 0.2 * away
        for turn in range(TURNS):
            pygame.mixer.Channel(turn).set_volume(self._loud)
        return self._loud == wanted

    def _hush(self) -> None:
        self._loud = 0.0
        for turn in range(TURNS):
            pygame.mixer.Channel(turn).fadeout(200)
