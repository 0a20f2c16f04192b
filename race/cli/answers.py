"""How the command line answers a mistake: one sentence on standard error, and an exit code."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from race.cli.exits import Exit
from race.core.words import PlainError
from race.speech import _, set_language, speak


def guarded(action: Callable[[], int]) -> int:
    """Run an action and return its exit code; bad input and interruption are answered in words.

    A mistake of the program itself is not hidden: it leaves its traceback.
    """
    _lend_streams()
    set_language()
    try:
        code = action()
        sys.stdout.flush()  # a reader that has gone is noticed here, not while Python shuts down
        return code  # noqa: TRY300 - the flush belongs to the action
    except PlainError as error:
        complain(speak(error.sentence))
        for mistake in error.mistakes:
            complain("  " + speak(mistake))
        return error.code
    except KeyboardInterrupt:
        complain(_("Interrupted; what was finished is kept."))
        return Exit.INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone, as `head` does: nothing to say
        _give_up_output()
        return Exit.FINE
    except OSError as error:  # a name too long, a loop of links, a disk that fails: nothing of ours
        complain(_refused(error))
        _give_up_output()
        return Exit.ENVIRONMENT


def _lend_streams() -> None:
    """Give a program without streams some that lead nowhere; let no letter stop those that are there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller, or a program without a console
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - to the end
        elif reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")


def _give_up_output() -> None:
    """Let the rest of the output go nowhere, so that Python does not stumble over it as it shuts down."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(error: OSError) -> str:
    """Say what the system refused, and of which file where it tells."""
    problem = error.strerror or type(error).__name__
    if error.filename is None:
        return _("The system refuses: {problem}.").format(problem=problem)
    return _("The system refuses {file}: {problem}; choose another place.").format(
        file=error.filename, problem=problem
    )


def complain(text: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(text + "\n")
