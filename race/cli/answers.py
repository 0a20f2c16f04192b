"""How the command line answers a mistake: one sentence on standard error, and an exit code."""

import os
import sys
from collections.abc import Callable

from race.cli.exits import Exit
from race.core.words import PlainError, Sentence
from race.speech import _, set_language, speak


def guarded(action: Callable[[], int]) -> int:
    """Run an action and return its exit code; bad input and interruption are answered in words.

    A mistake of the program itself is not hidden: it leaves its traceback.
    """
    set_language()
    try:
        code = action()
        sys.stdout.flush()  # a reader that has gone is noticed here, not while Python shuts down
        return code  # noqa: TRY300 - the flush belongs to the action
    except PlainError as error:
        complain(speak(error.sentence))
        for mistake in _further(error):
            complain("  " + speak(mistake))
        return error.code
    except KeyboardInterrupt:
        complain(_("Interrupted; what was finished is kept."))
        return Exit.INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone, as `head` does: nothing to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE


def _further(error: PlainError) -> list[Sentence]:
    """Return the single mistakes of an error that counts several of one file."""
    return list(getattr(error, "mistakes", ()))


def complain(text: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(text + "\n")
