"""The command line: one program, one command for each use, one sentence for each mistake.

A command has a module of its own that imports its room when it is called, so that
`python main.py` shows a window before anything heavy is loaded.
No rule, no figure and no file format is known here.
"""

import sys
from collections.abc import Sequence

from race.cli.answers import guarded
from race.memory import collect_seldom


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the given arguments, or those of the process; return its exit code."""
    if arguments is None:  # the process is ours
        collect_seldom()
    words = list(sys.argv[1:] if arguments is None else arguments)
    return guarded(lambda: _run(words))


def _run(words: list[str]) -> int:
    if not words:  # playing must not wait for the parser of the other commands
        from race.cli.play import play

        return play()
    from race.cli.program import run

    return run(words)
