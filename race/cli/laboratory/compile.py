"""The core compiled for the laboratory: `compile`."""

from typing import TYPE_CHECKING

from race.cli.exits import Exit
from race.speech import _, number, plural, speak

if TYPE_CHECKING:
    from race.study.native.build import Step, Tell


class steps:  # noqa: N801 - used as a word: `with steps() as tell`
    """A line with what is being done and how far it is, on standard error."""

    def __init__(self) -> None:
        """Prepare the line; it is drawn when the first step is told."""
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[part]}"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
        )
        self._task = self._bar.add_task("", total=None, part="")

    def __enter__(self) -> "Tell":
        def tell(step: "Step") -> None:
            self._bar.start()  # only now: a refusal is one sentence without a bar
            self._bar.update(
                self._task,
                description=speak(step.name),
                total=step.total or None,
                completed=step.done,
                part=f"{step.done}/{step.total}" if step.total else "",
            )

        return tell

    def __exit__(self, *_error: object) -> None:
        if self._bar.live.is_started:
            self._bar.stop()


def compile_core() -> int:
    """Compile the core, prove it and print what was proved, how fast it is and where it lies."""
    from race.study.bench.translated import against_plain
    from race.study.native.build import build

    with steps() as tell:
        built = build(tell)
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
