"""What the player chose once: language, names, sound; kept in one small file, harmless when broken."""

from contextlib import suppress
from pathlib import Path

import msgspec

from race.files import user_folder
from race.ui.screens.new_game import Start, lucky_seed


class Settings(msgspec.Struct):
    """Choices that outlive a game; an empty language means that of the system."""

    language: str = ""
    names: str = "real"
    muted: bool = False


def _file() -> Path:
    return user_folder() / "settings.json"


def read() -> Settings:
    """Return what was chosen, or the defaults when nothing can be read."""
    try:
        kept = msgspec.json.decode(_file().read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError):
        return Settings()
    return kept if kept.names in ("real", "fictional") else Settings(kept.language, muted=kept.muted)


def write(kept: Settings) -> None:
    """Keep the choices; a folder that cannot be written only means that they are forgotten."""
    with suppress(OSError):
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_bytes(msgspec.json.format(msgspec.json.encode(kept)))


def start_for(scenario: str, seed: int | None, difficulty: str, trait: str) -> Start:
    """Return the start that the command line asked for."""
    return Start(scenario, lucky_seed() if seed is None else seed, read().names, difficulty, trait)
