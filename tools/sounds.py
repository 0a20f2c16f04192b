"""Write every effect and the score in five moods as WAV files, and measure them (`make sounds`).

`python -m tools.sounds FOLDER`; prints a table: seconds, highest sample, loudness of the loudest tenth of a
second as an ear counts it, root mean square, middle of the spectrum. The game itself writes nothing.
"""

import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from race.study.clock import busy
from race.ui.kit.sound import levels
from race.ui.kit.sound.effects import EFFECTS, samples, waveform
from race.ui.kit.sound.score import Mood, phrase
from race.ui.kit.sound.tones import RATE, Wave
from tools.asked import reader

MOODS: Final = {
    "calm": Mood(0.1, 0.05),
    "early": Mood(0.3, 0.2),
    "close": Mood(0.7, 0.2),
    "doubted": Mood(0.3, 0.7),
    "last": Mood(1.0, 1.0),
}
_LINE: Final = "{:<14} {:>5} {:>6} {:>6} {:>6} {:>6} {:>6}"


def main() -> None:
    """Write the files and print the table."""
    asked = reader(__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=Path("sounds"))
    folder: Path = asked.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    print(_LINE.format("name", "s", "peak", "loud", "rms", "Hz", "ms"))
    start = busy()
    for name, sound in _all():
        row = (levels.peak(sound), levels.loudness(sound), levels.level(sound), levels.brightness(sound))
        spent = busy() - start
        figures = (f"{figure:.1f}" for figure in row[:3])
        print(_LINE.format(name, f"{len(sound) / RATE:.1f}", *figures, round(row[3]), round(1000 * spent)))
        _write(folder / f"{name}.wav", sound)
        start = busy()


def _all() -> Iterator[tuple[str, Wave]]:
    for name in EFFECTS:
        yield name, waveform(name)
    for name, mood in MOODS.items():
        for number in range(2):
            yield f"score-{name}-{number}", phrase(number, mood)


def _write(file: Path, sound: Wave) -> None:
    with wave.open(str(file), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples(sound).tobytes())


if __name__ == "__main__":
    main()
