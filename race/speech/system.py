"""Which languages the environment or the system asks for."""

import locale
import os
from contextlib import suppress
from typing import Final

_VARIABLES: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def wanted() -> list[str]:
    """Return the codes of languages that are asked for, the dearest first: `fr_FR.UTF-8`, `en`."""
    first = next((value for name in _VARIABLES if (value := os.environ.get(name))), None)
    return [code for code in (_of_system() if first is None else first).split(":") if code]


def _of_system() -> str:
    """Return the language that the system tells: Windows sets no variable, and says French_France."""
    with suppress(ValueError):  # a locale that Python does not know
        return locale.getlocale()[0] or ""
    return ""
