"""What makes the compiled core while somebody plays: `python -m race.study.native.beside`.

It gives way to everybody, says on its standard output how far it is (`race.session.beside.making`), and ends
with its standard input.
"""

import signal
import sys
from _thread import interrupt_main
from threading import Event
from typing import Final

import msgspec

from race.core.words import PlainError
from race.session.beside.making import WHOLE, Told, end_with
from race.study.native.build import AGAIN, BUSY, COMPILING, PROVING, READING, Step, Tell
from race.study.native.whole import make_whole

_INTERRUPTED: Final = 130
_PAUSE: Final = 3.0
"""Seconds between two looks whether somebody else is still compiling."""
_PARTS: Final = {
    READING.msgid: (0, 7),
    COMPILING.msgid: (7, 48),
    AGAIN.msgid: (55, 93),
    PROVING.msgid: (93, 100),
}
"""Where each step begins and ends in the whole, in per cent, as they took on two cores."""


def part_of(step: Step) -> int:
    """Return how much of the whole is done when a step is where it is, in ppm, by whole per cents.

    >>> part_of(Step(COMPILING, 50, 100))
    270000
    """
    begins, ends = _PARTS[step.name.msgid]
    return int(begins + (ends - begins) * step.done / max(1, step.total)) * WHOLE // 100


def main() -> int:
    """Make the core, saying how far it is; return the exit code."""
    furthest = 0

    def tell(step: Step) -> None:
        nonlocal furthest
        furthest = max(furthest, part_of(step))
        _say(Told(furthest))

    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell's script lets be ignored
        end_with(sys.stdin, interrupt_main)
        _make_after_others(tell)
    except PlainError as error:
        _say(Told(furthest, error.sentence))
        return error.code
    except KeyboardInterrupt:
        return _INTERRUPTED
    _say(Told(WHOLE))
    return 0


def _make_after_others(tell: Tell) -> None:
    """Make it, or wait until somebody else has; raises PlainError for whatever else is against it."""
    while True:
        try:
            make_whole(tell)
        except PlainError as error:
            if error.sentence.msgid != BUSY:
                raise
            Event().wait(_PAUSE)
        else:
            return


def _say(told: Told) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")  # in UTF-8, whatever the system writes
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
