"""Read the words a program of `make` is started with: all answer `--help`, and say what a number must be.

A word that does not fit ends the program with one sentence and exit code 2, before anything is done.
"""

import argparse
from collections.abc import Callable

from race.core.words import PlainError

MOST = 2**63 - 1
"""The largest seed; no count needs more."""
_HOUR = 3_600.0


def reader(told: str | None) -> argparse.ArgumentParser:
    """Return a reader of words that describes its tool with the first line of the tool's docstring."""
    return argparse.ArgumentParser(description=(told or "").splitlines()[0])


def whole(word: str, least: int = 0) -> int:
    """Read a whole number from `least` to MOST; raises ArgumentTypeError, which argparse answers.

    >>> whole("7"), whole("4_000")
    (7, 4000)
    """
    try:
        number = int(word)
    except ValueError:
        number = least - 1
    if not least <= number <= MOST:
        message = f"must be a whole number from {least} to 2**63 - 1, not {word!r}"
        raise argparse.ArgumentTypeError(message)
    return number


def positive(word: str) -> int:
    """Read how many: a whole number from 1 on."""
    return whole(word, 1)


def seconds(word: str) -> float:
    """Read a time of up to an hour, in seconds; raises ArgumentTypeError, which argparse answers.

    >>> seconds("1.5")
    1.5
    """
    try:
        number = float(word)
    except ValueError:
        number = -1.0
    if not 0.0 <= number <= _HOUR:
        message = f"must be a number of seconds from 0 to {_HOUR:g}, not {word!r}"
        raise argparse.ArgumentTypeError(message)
    return number


def answered(reading: argparse.ArgumentParser, work: Callable[[], None]) -> None:
    """Do the work; bad input that shows only then (a scenario, a founder) is a bad word too."""
    try:
        work()
    except PlainError as problem:
        reading.error(str(problem))
