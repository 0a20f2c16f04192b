"""Read the words a program of `make` is started with: all answer `--help`, and say what a number must be.

A word that does not fit ends the program with one sentence and exit code 2, before anything is done.
"""

import argparse
from collections.abc import Callable

from race.core.words import PlainError

MOST = 2**63 - 1
"""The largest seed; no count needs more."""


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


def answered(reading: argparse.ArgumentParser, work: Callable[[], None]) -> None:
    """Do the work; bad input that shows only then (a scenario, a founder) is a bad word too."""
    try:
        work()
    except PlainError as problem:
        reading.error(str(problem))
