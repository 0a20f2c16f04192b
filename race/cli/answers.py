"""How the command line answers a mistake: one sentence on standard error, and an exit code."""

import codecs
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from errno import EINVAL
from pathlib import Path
from typing import Final
from unicodedata import combining, normalize

from race.cli.exits import Exit
from race.core.words import PlainError
from race.speech import _, set_language, speak

PLAINER: Final = "diverted-plainer"
"""What a stream does with letters that its encoding lacks."""
_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212·•", "-"),
        **dict.fromkeys("\u2018\u2019", "'"),
        **dict.fromkeys("\u201c\u201d\u00ab\u00bb", '"'),
        "×": "x",
        "±": "+-",
        "≥": ">=",
        "≤": "<=",
        "≈": "~",
        "→": "->",
        "▲": "^",
        "▼": "v",
        "█": "#",
        "░": ".",
        "œ": "oe",
        "Œ": "OE",
        "æ": "ae",
        "Æ": "AE",
    }
)
"""Signs of our own sentences, each with plain ones that look alike."""


def plainer(text: str) -> str:
    """Return what a text looks like in ASCII: `?` for a sign that looks like none of its letters.

    >>> plainer("24\u202f316 … \u22125 × 10²⁶: « déjà »")
    '24 316 ... -5 x 1026: " deja "'
    """
    parted = normalize("NFKD", text.translate(_ALIKE))
    return "".join(letter if letter.isascii() else "?" for letter in parted if not combining(letter))


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """Answer a stream that cannot write some letters with plainer ones."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return plainer(error.object[error.start : error.end]), error.end


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
        left = sys.platform == "win32" and error.errno == EINVAL and error.filename is None
        if not left:  # what Windows says of a reader that has gone
            complain(_refused(error))
        _give_up_output()
        return Exit.FINE if left else Exit.ENVIRONMENT


def _lend_streams() -> None:
    """Give a program without streams some that lead nowhere; let no letter stop those that are there."""
    codecs.register_error(PLAINER, _plainer)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller, or a program without a console
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - to the end
        elif reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace" if mode == "r" else PLAINER)


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
