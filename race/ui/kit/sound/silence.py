"""Keeps the system's own libraries from writing to the console, past Python, while a device is tried."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def silent_errors() -> Iterator[None]:
    """Send the process's own error output nowhere for a moment: SDL and ALSA complain there."""
    try:
        kept = os.dup(2)
    except OSError:  # a windowed program without a console has no error output
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
