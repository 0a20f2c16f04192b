"""Many games into a results folder: `batch`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from race.cli.answers import complain
from race.cli.columns import columns
from race.cli.exits import Exit
from race.speech import _

if TYPE_CHECKING:
    from race.study.compare import Interval, Row
    from race.study.manifest import Manifest
    from race.study.run import Tell


def batch(  # noqa: PLR0913 - one parameter an option
    *,
    scenario: Annotated[
        str, typer.Option(help=_("Scenarios, by name or TOML file, with commas between."))
    ] = "history",
    founder: Annotated[str, typer.Option(help=_("Founder bots, with commas between."))] = "steward,diverter",
    difficulty: Annotated[
        str, typer.Option(help=_("How able the rivals are: apprentice, standard or relentless."))
    ] = "standard",
    trait: Annotated[
        str,
        typer.Option(help=_("The founder: none, showman, engineer, lawyer, ascetic or gambler.")),
    ] = "none",
    runs: Annotated[int, typer.Option(help=_("Games for each founder and scenario."))] = 100,
    seed: Annotated[int, typer.Option(help=_("Seed of the first game; the next have the next seeds."))] = 1,
    out: Annotated[Path, typer.Option(help=_("Folder for the results."))] = Path("results"),
    workers: Annotated[int | None, typer.Option(help=_("Processes; without it, one a core."))] = None,
    months: Annotated[bool, typer.Option(help=_("Write the tables of months and events."))] = True,
    resume: Annotated[
        bool, typer.Option("--resume", help=_("Go on with a batch that was interrupted."))
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=_("Print the outcome as JSON."))] = False,
) -> int:
    """Play many games and return the exit code: 130 when interrupted, with the finished parts kept."""
    from race.study.compare import summary
    from race.study.run import cores, run, spec_of

    spec = spec_of(
        _names(scenario), _names(founder), runs, seed, months=months, difficulty=difficulty, trait=trait
    )
    try:
        crew = cores() if workers is None else workers
        with bar(quiet=as_json) as tell:
            manifest = run(spec, out, workers=crew, resume=resume, tell=tell)
    except KeyboardInterrupt:
        complain(
            _("Interrupted; what was finished is kept in {folder}; add --resume to go on.").format(folder=out)
        )
        return Exit.INTERRUPTED
    rows = summary(out)
    if as_json:
        print(msgspec.json.encode({"folder": str(out), "manifest": manifest, "cells": rows}).decode())
    else:
        _show(rows, manifest, out)
    return Exit.CRASH if manifest.quarantined else Exit.FINE


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in (part.strip() for part in text.split(",")) if name)


class bar:  # noqa: N801 - used as a word: `with bar() as tell`
    """A bar with the rate and the time left, on standard error; nothing where a machine reads."""

    def __init__(self, *, quiet: bool) -> None:
        """Prepare the bar; it is drawn when the first progress is told."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn(_("games")),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            disable=quiet,
        )
        self._task = self._bar.add_task("games", total=None, rate="")

    def __enter__(self) -> "Tell":
        from race.study import clock

        begun = clock.now()

        def tell(progress: Any) -> None:  # noqa: ANN401 - Progress of the study, imported late
            self._bar.start()  # only now: a refusal is one sentence without a bar
            played = progress.done - progress.kept
            rate = played / max(1e-9, clock.now() - begun)
            self._bar.update(
                self._task,
                total=progress.total,
                completed=progress.done,
                rate=_("{n} games/s").format(n=f"{rate:.1f}") if played else "",
            )

        return tell

    def __exit__(self, *_error: object) -> None:
        if self._bar.live.is_started:
            self._bar.stop()


def _show(rows: "list[Row]", manifest: "Manifest", out: Path) -> None:
    headings = [_("scenario"), _("founder"), _("score"), _("trust"), _("gap, Elo"), _("endings")]
    cells = [
        [
            row.scenario,
            row.founder,
            _span(row.score, 0),
            _span(row.trust, 2),
            _span(row.gap, 0),
            "\n".join(f"{ending} {_span(share, 2)}" for ending, share in row.endings.items()),
        ]
        for row in rows
    ]
    print(columns([headings, *cells]))
    played = _("{games} games in {folder}, {seconds} s; intervals cover 95 %.")
    print(played.format(games=manifest.games, folder=out, seconds=f"{manifest.seconds:.1f}"))
    if manifest.quarantined:
        failed = _("{n} games failed and were set aside; manifest.json has their seeds and tracebacks.")
        complain(failed.format(n=len(manifest.quarantined)))


def _span(interval: "Interval", decimals: int) -> str:
    return f"{interval.value:.{decimals}f} [{interval.low:.{decimals}f}, {interval.high:.{decimals}f}]"
