"""What the player chose once: language, names, sizes, sounds, keys; one small file, harmless when broken."""

from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from race.core.words import PlainError
from race.files import user_folder
from race.session.disk import write_atomically
from race.ui.kit.theme import TEXT_SIZES

LOUDEST: Final = 100


class Settings(msgspec.Struct):
    """Choices that outlive a game; what makes no sense falls back to the usual.

    Attributes:
        language: code of a language; empty means that of the system.
        names: `real` or `fictional` company names.
        muted: no sound at all, whatever the volumes say.
        text_size: size of the text in per cent of the usual, one of `TEXT_SIZES`.
        high_contrast: black grounds, white text, strong lines.
        reduced_motion: nothing moves by itself.
        foresight: futures of the month are played beside the game, unasked, while the player thinks.
        compiles: the core is compiled beside the game, once, where it can be.
        volume_master: loudness of everything, 0 to 100.
        volume_effects: loudness of the effects under it, 0 to 100.
        volume_music: loudness of the music under it, 0 to 100.
        full_screen: whether the window fills the screen.
        window: width, height, left and top of the window when it last was one; empty before that.
        keys: chords of the actions whose keys were changed; the others keep the usual ones.
        seen: what was explained once and need not be again.
    """

    language: str = ""
    names: str = "real"
    muted: bool = False
    text_size: int = 100
    high_contrast: bool = False
    reduced_motion: bool = False
    foresight: bool = True
    compiles: bool = True
    volume_master: int = 80
    volume_effects: int = 100
    volume_music: int = 70
    full_screen: bool = False
    window: tuple[int, ...] = ()
    keys: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    seen: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Bring a file written by hand, or by another version, into bounds."""
        self.names = self.names if self.names in ("real", "fictional") else "real"
        self.text_size = min(TEXT_SIZES, key=lambda size: abs(size - self.text_size))
        for name in ("volume_master", "volume_effects", "volume_music"):
            setattr(self, name, max(0, min(getattr(self, name), LOUDEST)))
        whole = len(self.window) == len(("width", "height", "left", "top"))
        self.window = self.window if whole else ()


def _file() -> Path:
    return user_folder() / "settings.json"


def read() -> Settings:
    """Return what was chosen, or the defaults when nothing can be read."""
    try:
        return msgspec.json.decode(_file().read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError):
        return Settings()


def write(kept: Settings) -> None:
    """Keep the choices; a folder that cannot be written only means that they are forgotten."""
    with suppress(PlainError):
        write_atomically(_file(), msgspec.json.format(msgspec.json.encode(kept)))
