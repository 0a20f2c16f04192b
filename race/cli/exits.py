"""What the program's exit codes mean; `docs/exit-codes.md` and `--help` show this table."""

from enum import IntEnum
from typing import Final

from race.core.words import N_


class Exit(IntEnum):
    """Say how a run of the program ended."""

    FINE = 0
    CRASH = 1
    USAGE = 2
    BAD_FILE = 3
    ENVIRONMENT = 4
    DIFFERENCE = 5
    MISSING_EXTRA = 6
    INTERRUPTED = 130


MEANINGS: Final = {
    Exit.FINE: N_("everything went well"),
    Exit.CRASH: N_("the program failed; a report says where"),
    Exit.USAGE: N_("a command, an option or a name is not known, or a value is out of bounds"),
    Exit.BAD_FILE: N_("a scenario, save or other file cannot be used"),
    Exit.ENVIRONMENT: N_(
        "the machine lacks something: a display, a folder that is writable and free, a cluster"
    ),
    Exit.DIFFERENCE: N_("a replay or a check found a difference"),
    Exit.MISSING_EXTRA: N_("an optional package is missing"),
    Exit.INTERRUPTED: N_("interrupted from the keyboard; what was finished is kept, except by hindcast"),
}
