"""Packages that only the laboratory needs: asked for when used, missed in one sentence."""

from importlib import import_module
from typing import Any

from race.core.words import N_, PlainError, Sentence

MISSING = 6
"""Exit code of a missing extra."""


def need(module: str, extra: str = "lab") -> Any:  # noqa: ANN401 - a module has no narrower type
    """Return an optional package, imported now.

    Raises PlainError with the line that installs it when it is not there.
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        if error.name is not None and error.name.partition(".")[0] != package:
            raise
        raise PlainError(
            Sentence(
                N_("This command needs {package}; install it with: pip install 'diverted[{extra}]'"),
                {"package": package, "extra": extra},
            ),
            code=MISSING,
        ) from error
