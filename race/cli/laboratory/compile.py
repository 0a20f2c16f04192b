"""The core compiled for the laboratory: `compile`."""

from race.cli.exits import Exit
from race.cli.laboratory.progress import steps
from race.speech import _, number, plural


def compile_core() -> int:
    """Compile the core, anew where it is damaged; print what proved it, how fast it is and where it lies."""
    from race.study.bench.translated import against_plain
    from race.study.native.build import build
    from race.study.native.whole import clear_damaged, whole_tree

    clear_damaged()
    with steps() as tell:
        built = build(tell)
    whole_tree()  # which seals it: the window plays in no tree that is not sealed
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
