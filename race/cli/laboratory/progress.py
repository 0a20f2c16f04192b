"""How far a command of the laboratory is: one line on standard error, by games or by steps."""

from typing import TYPE_CHECKING, Any

from race.speech import _, number, speak

if TYPE_CHECKING:
    from rich.progress import ProgressColumn

    from race.study.native.build import Step
    from race.study.native.build import Tell as TellStep
    from race.study.run import Tell


class _Line:
    """A line that is drawn when the first progress is told: a refusal is one sentence without it."""

    def __init__(self, *columns: "ProgressColumn", quiet: bool = False, **fields: Any) -> None:  # noqa: ANN401 - what columns show
        from rich.console import Console
        from rich.progress import Progress

        self._line = Progress(*columns, console=Console(stderr=True), disable=quiet)
        self._task = self._line.add_task("", total=None, **fields)

    def _show(self, **now: Any) -> None:  # noqa: ANN401 - a description, two figures, fields
        self._line.start()
        self._line.update(self._task, **now)

    def __exit__(self, *_error: object) -> None:
        if self._line.live.is_started:
            self._line.stop()


class bar(_Line):  # noqa: N801 - used as a word: `with bar() as tell`
    """A bar with the rate and the time left; nothing where a machine reads."""

    def __init__(self, *, quiet: bool) -> None:
        """Prepare the bar."""
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn

        rate = TextColumn("{task.fields[rate]}")
        columns = (TextColumn(_("games")), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
        super().__init__(*columns, quiet=quiet, rate="")

    def __enter__(self) -> "Tell":
        from race.study import clock

        begun = clock.now()

        def tell(progress: Any) -> None:  # noqa: ANN401 - Progress of the study, imported late
            played = progress.done - progress.kept
            rate = played / max(1e-9, clock.now() - begun)
            self._show(
                total=progress.total,
                completed=progress.done,
                rate=_("{n} games/s").format(n=number(rate, 1)) if played else "",
            )

        return tell


class steps(_Line):  # noqa: N801 - used as a word: `with steps() as tell`
    """A line with what is being done and how far it is."""

    def __init__(self) -> None:
        """Prepare the line."""
        from rich.progress import BarColumn, TextColumn, TimeElapsedColumn

        name, part = TextColumn("{task.description}"), TextColumn("{task.fields[part]}")
        super().__init__(name, BarColumn(), part, TimeElapsedColumn(), part="")

    def __enter__(self) -> "TellStep":
        def tell(step: "Step") -> None:
            self._show(
                description=speak(step.name),
                total=step.total or None,
                completed=step.done,
                part=f"{step.done}/{step.total}" if step.total else "",
            )

        return tell
