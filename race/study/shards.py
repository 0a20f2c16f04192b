"""A batch on several machines without a network between them: each plays a shard, then the parts are joined.

Shard i of n holds every n-th chunk of the plan. Joined, the shards are byte for byte what one machine
would have written, since part files depend on the plan alone.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from race.core.words import N_, PlainError, Sentence
from race.session.disk import write_atomically
from race.study.manifest import Manifest, alone_in, check_free, read_manifest, write_asked
from race.study.plan import Chunk
from race.study.tables import TABLES, part_is_whole, part_path
from race.study.worker import poison_path

_SHARD: Final = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})")


def shard_of(rounds: tuple[tuple[Chunk, ...], ...], shard: str) -> tuple[tuple[Chunk, ...], ...]:
    """Return the chunks of a shard, written 1/2 for the first of two.

    Raises PlainError for a shard that is none, or of a batch with a stop rule: no shard sees the others'
    games, so that none can say when to stop.
    """
    number, of = read_shard(shard)
    if len(rounds) > 1:
        raise PlainError(
            Sentence(N_("A batch with --precision cannot be split in shards; leave one of them out.")), code=2
        )
    return (tuple(chunk for chunk in rounds[0] if chunk.part % of == number - 1),)


def read_shard(shard: str) -> tuple[int, int]:
    """Read a shard as its number and how many there are; raises PlainError for what is none.

    >>> read_shard("2/3")
    (2, 3)
    """
    found = _SHARD.fullmatch(shard)
    if found is None or int(found[1]) > int(found[2]):
        raise PlainError(
            Sentence(N_("'{n}' is no shard; write 1/2 for the first of two."), {"n": shard}), code=2
        )
    return int(found[1]), int(found[2])


@contextmanager
def gathered(folders: tuple[Path, ...], out: Path) -> Iterator[Manifest]:
    """Copy the parts of all shards and what was asked into one folder, kept for the one who does it.

    Yields the folder's manifest, not written yet. Raises PlainError when the folders do not belong together
    or leave a gap, and when another run writes to the folder; then nothing is made or changed.
    """
    manifests = [_manifest(folder) for folder in folders]
    first = manifests[0]
    for folder, manifest in zip(folders, manifests, strict=True):
        if (manifest.spec_digest, manifest.code, manifest.signature) != (
            first.spec_digest,
            first.code,
            first.signature,
        ):
            raise _refuse(N_("{folder} is of another batch or version than {first}."), folder, folders[0])
    check_free(out)  # a refusal leaves no folder
    homes = _homes(folders, first)
    with alone_in(out):
        check_free(out)  # again: now nobody else writes there
        write_asked(out, first.asked)
        for part, home in homes.items():
            for source in _files(home, part, months=first.spec.months):
                write_atomically(out / "parts" / source.name, source.read_bytes())
        yield _joined(manifests)


def _joined(manifests: list[Manifest]) -> Manifest:
    """Return the manifest of all shards together."""
    first = manifests[0]
    first.shard, first.seeds = "", first.spec.runs
    first.seconds = round(sum(manifest.seconds for manifest in manifests), 3)
    first.started = sorted(stamp for manifest in manifests for stamp in manifest.started)
    first.finished = max((manifest.finished or "" for manifest in manifests), default="") or None
    first.workers = sum(manifest.workers for manifest in manifests)
    return first


def _manifest(folder: Path) -> Manifest:
    manifest = read_manifest(folder)
    if manifest is None:
        raise _refuse(N_("{folder} is no results folder; it has no manifest."), folder, folder)
    return manifest


def _homes(folders: tuple[Path, ...], manifest: Manifest) -> dict[int, Path]:
    """Return the folder that has each part; raises PlainError when some are nowhere."""
    homes: dict[int, Path] = {}
    for part in range(manifest.parts):
        for folder in folders:
            if part_is_whole(folder, part, manifest.spec_digest, months=manifest.spec.months):
                homes[part] = folder
                break
    missing = manifest.parts - len(homes)
    if missing:
        raise PlainError(
            Sentence(
                N_("{n} of {all} parts are in none of the folders; play the missing shards first."),
                {"n": str(missing), "all": str(manifest.parts)},
            ),
            code=4,
        )
    return homes


def _files(folder: Path, part: int, *, months: bool) -> list[Path]:
    files = [part_path(folder, name, part) for name in reversed(TABLES if months else TABLES[:1])]
    poison = poison_path(folder, part)
    return [*([poison] if poison.exists() else []), *files]


def _refuse(msgid: str, folder: Path, first: Path) -> PlainError:
    return PlainError(Sentence(msgid, {"folder": str(folder), "first": str(first)}), code=4)
