"""Shards of one batch into one folder: `merge`."""

from pathlib import Path
from typing import Annotated

import typer

from race.cli.laboratory.batch import tell_batch
from race.cli.laboratory.compare import tell_compare
from race.cli.laboratory.options import Json, Out
from race.cli.laboratory.playing import How
from race.cli.laboratory.sensitivity import tell_sensitivity
from race.speech import _


def merge(
    folders: Annotated[list[Path], typer.Argument(readable=False, help=_("The folders of all shards."))],
    *,
    out: Out = Path("merged"),
    as_json: Json = False,
) -> int:
    """Join shards byte for byte as one machine would have written them, and tell what they say."""
    from race.study.run import close
    from race.study.shards import gathered

    with gathered(tuple(folders), out) as manifest:
        close(manifest.spec, out, manifest)
    tell = {"compare": tell_compare, "sweep": tell_compare, "sensitivity": tell_sensitivity}.get(
        manifest.asked.get("command", "batch"), tell_batch
    )
    return tell(manifest, How(out=out, as_json=as_json))
