"""Games played into a folder from the command line: the interruption, the shard."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from race.cli.answers import complain
from race.cli.exits import Exit
from race.cli.laboratory.compile import compile_first
from race.cli.laboratory.progress import bar
from race.speech import _, plural, speak

if TYPE_CHECKING:
    from race.study.manifest import Manifest
    from race.study.plan import Spec

_GAME: Final = 0.06
"""CPU seconds of a game, as the program is written."""
_PLANNED: Final = 12.0
"""The same of a game whose founder imagines others."""
LONG: Final = 300.0
"""Seconds of a batch after which making a compiled core would have been time well spent."""


class How(msgspec.Struct, frozen=True, kw_only=True):
    """Say where and how games are played; no result depends on it."""

    out: Path
    workers: int | None = None
    resume: bool = False
    shard: str = ""
    cluster: str = ""
    as_json: bool = False

    def may_compile(self, crew: int) -> bool:
        """Tell whether so many workers play all there is to play here, and could do it in a compiled core.

        What is resumed goes on as it was begun; a part, or a cluster, has others beside it.
        """
        return crew > 1 and not (self.cluster or self.shard or self.resume)


def tell_damage(workers: int) -> None:
    """Say that the compiled core is damaged when several workers would play in it."""
    from race.study.native.whole import damage

    if workers > 1 and (damaged := damage()) is not None:
        complain(speak(damaged))


def tell_of_a_quicker_core(seconds: float, workers: int) -> None:
    """Say after a long batch that there is no compiled core yet, when several workers would play in it."""
    from race.session.beside.tree import tree, wanted

    if seconds >= LONG and workers > 1 and wanted() and tree() is None:
        complain(
            _(
                "A compiled core plays the same games in little more than half the time; "
                "`diverted compile` makes it once, in about four minutes."
            )
        )


def play_into(spec: "Spec", how: How, asked: dict[str, Any]) -> "Manifest | None":
    """Play a spec and return its manifest; None when interrupted, which is told with the folder."""
    from race.study import run
    from race.study.crew import crew_size

    crew = crew_size(how.workers)
    try:
        if not how.cluster:
            tell_damage(crew)
        with bar(quiet=how.as_json) as tell:
            manifest = run.run(
                spec,
                how.out,
                workers=crew,
                resume=how.resume,
                shard=how.shard,
                cluster=how.cluster,
                asked=asked,
                tell=tell,
                before=lambda: _compile_first(spec, how, crew),
            )
    except KeyboardInterrupt:
        with suppress(KeyboardInterrupt):
            complain(
                _("Interrupted; what was finished is kept in {folder}; add --resume to go on.").format(
                    folder=how.out
                )
            )
        return None
    if not how.cluster:
        tell_of_a_quicker_core(manifest.seconds, crew)
    return manifest


def _compile_first(spec: "Spec", how: How, crew: int) -> None:
    """Compile the core before long work of several workers."""
    from race.policy.registry import PLANNER
    from race.study.plan import cells_of

    if not how.may_compile(crew):
        return
    costs = sum(_PLANNED if cell.founder == PLANNER else _GAME for cell in cells_of(spec))
    compile_first(seconds=costs * spec.runs / crew)


def ended(manifest: "Manifest") -> Exit:
    """Return the exit code of finished games, and say what was set aside."""
    if not manifest.quarantined:
        return Exit.FINE
    lost = len(manifest.quarantined)
    failed = plural(
        "{n} game failed and was set aside; manifest.json has its seed and traceback.",
        "{n} games failed and were set aside; manifest.json has their seeds and tracebacks.",
        lost,
    )
    complain(failed.format(n=lost))
    return Exit.CRASH


def shard_told(manifest: "Manifest", how: How) -> bool:
    """Say of a shard that it waits for the others; return whether it was one."""
    if not manifest.shard:
        return False
    if how.as_json:
        print(msgspec.json.encode({"folder": str(how.out), "manifest": manifest}).decode())
        return True
    told = plural(
        "Shard {shard}: {games} game in {folder}; join all shards with: diverted merge",
        "Shard {shard}: {games} games in {folder}; join all shards with: diverted merge",
        manifest.games,
    )
    print(told.format(shard=manifest.shard, games=manifest.games, folder=how.out))
    return True
