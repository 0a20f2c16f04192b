"""The core compiled for the laboratory: `compile`, and what compiles it before long work."""

from math import inf
from typing import TYPE_CHECKING, Annotated, Final

import typer

from race.cli.answers import complain
from race.cli.exits import Exit
from race.cli.laboratory.progress import steps
from race.core.words import PlainError
from race.speech import _, number, plural, speak

if TYPE_CHECKING:
    from race.study.native.build import Built

PAYS: Final = 900.0
"""Seconds of work, as the program is written, before which it pays to compile: some three times as long."""


def compile_core(
    *,
    once: Annotated[
        bool,
        typer.Option(
            "--once", help=_("Leave out what games would show the compiler: sooner, a little slower.")
        ),
    ] = False,
) -> int:
    """Compile the core, anew where it is damaged; print what proved it, how fast it is and where it lies."""
    from race.study.bench.translated import against_plain

    built = _built(once=once)
    if not built.games:
        print(_("It is there already, in {folder}; nothing has changed since.").format(folder=built.folder))
        return Exit.FINE
    proved = plural(
        "Proved on {n} game: the same fingerprint after every month. It lies in {folder}.",
        "Proved on {n} games: the same fingerprint after every month. It lies in {folder}.",
        built.games,
    )
    print(proved.format(n=built.games, folder=built.folder))
    print(
        _(
            "It plays {n} times as fast as the program as it is written; worker processes use it from now on."
        ).format(n=number(against_plain(), 2))
    )
    return Exit.FINE


def compile_first(*, seconds: float = inf) -> None:
    """Compile the core where there is none, before work that takes some seconds as the program is written.

    Nothing is done where that would not pay. Where it cannot be done a sentence says why, and the work goes
    on as the program is written; so it does where somebody interrupts this.
    """
    from race.session.beside.tree import tree, wanted

    if seconds < PAYS or not wanted() or tree() is not None:
        return
    try:
        complain(_("The core is compiled first, once, in about four minutes (DIVERTED_FAST=0 leaves it)."))
        _built()
    except PlainError as error:
        complain(speak(error.sentence))
    except KeyboardInterrupt:
        complain(_("Compiling is left; interrupt once more to end altogether."))


def _built(*, once: bool = False) -> "Built":
    from race.study.native.whole import make_whole

    with steps() as tell:
        return make_whole(tell, once=once)
