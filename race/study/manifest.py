"""The manifest of a results folder: what was asked, by which program, where, and what went wrong."""

import platform
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

import msgspec

from race import __version__
from race.core.words import N_, PlainError, Sentence
from race.scenario.toml import read_toml, unreadable, write_toml
from race.session.digests import code_digest
from race.session.disk import held, no_folder, write_atomically
from race.study import clock
from race.study.plan import Cell, Spec, cells_of, spec_digest

NAME: Final = "manifest.json"
ASKED: Final = "spec.toml"
LOCK: Final = ".lock"
"""Empty; the run that writes to the folder has it locked."""
_PACKAGES: Final = ("mesa", "numpy", "msgspec", "gmpy2", "pyarrow")


class Poison(msgspec.Struct, frozen=True, kw_only=True):
    """A game that could not be played: its place, its seed and why."""

    cell: int
    rep: int
    seed: int
    scenario: str
    founder: str
    traceback: str


class Manifest(msgspec.Struct, kw_only=True):
    """Everything about a results folder that is not in its tables."""

    spec: Spec
    spec_digest: str
    root_seed: int
    cells: tuple[Cell, ...]
    parts: int
    program: str
    python: str
    versions: dict[str, str]
    code: str
    """Digest of the program's source, and of the tables of its worlds."""
    signature: str
    """Fingerprint of the short game every worker must reproduce before it may play."""
    host: dict[str, str]
    started: list[str]
    """When the batch was started, and every time it was resumed."""
    finished: str | None = None
    seconds: float = 0.0
    """Wall time of all runs together."""
    workers: int = 1
    games: int = 0
    """Games in the merged tables."""
    seeds: int = 0
    """Seeds that every cell has played; fewer than the runs when the stop rule has spoken."""
    shard: str = ""
    """Which part of the plan this folder holds, as 1/2; empty for all of it."""
    looks: tuple[tuple[int, float | None], ...] = ()
    """Seeds and half-width of the widest interval at every look of the stop rule; None where one was open."""
    files: dict[str, str] = {}
    """Text of each scenario that was given by the path of a file, which may change later."""
    asked: dict[str, Any] = {}
    """The command and its options, as in `spec.toml`."""
    quarantined: tuple[Poison, ...] = ()


def new_manifest(spec: Spec, parts: int, signature: str) -> Manifest:
    """Return the manifest of a batch that starts now."""
    return Manifest(
        spec=spec,
        spec_digest=spec_digest(spec),
        root_seed=spec.seed,
        cells=cells_of(spec),
        parts=parts,
        program=__version__,
        python=sys.version.split()[0],
        versions={name: _version(name) for name in _PACKAGES},
        code=code_digest(),
        signature=signature,
        host={
            "system": platform.system(),
            "machine": platform.machine(),
            "implementation": platform.python_implementation(),
        },
        started=[clock.stamp()],
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest whole or not at all; raises PlainError when the folder cannot be written."""
    write_atomically(folder / NAME, msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")


def write_asked(folder: Path, asked: dict[str, Any]) -> None:
    """Write the command and its options as `spec.toml`, which `--spec` reads."""
    if asked:
        write_atomically(folder / ASKED, write_toml(asked).encode())


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of a folder, or None when it has none.

    Raises PlainError when there is one that cannot be read.
    """
    path = folder / NAME
    if not path.exists():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except OSError as error:
        raise unreadable(path, error) from error
    except msgspec.DecodeError as error:
        raise PlainError(
            Sentence(
                N_("{file} is not the manifest of a batch ({problem}); choose another folder."),
                {"file": str(path), "problem": str(error)},
            )
        ) from error


def continued(folder: Path, fresh: Manifest, *, resume: bool) -> Manifest:
    """Return the manifest to go on with: the folder's own when it belongs to this batch, or a new one.

    Raises PlainError when the folder holds another batch, another program's, or this one without leave.
    """
    kept = read_manifest(folder)
    if kept is None:
        check_free(folder)
        return fresh
    if kept.spec_digest != fresh.spec_digest:
        raise _refuse(N_("{folder} holds the results of another batch; choose another folder."), folder)
    if kept.code != fresh.code or kept.signature != fresh.signature:
        raise _refuse(
            N_("{folder} was written by another version of the program; choose another folder."), folder
        )
    if kept.shard != fresh.shard:
        raise _refuse(N_("{folder} holds another part of this batch; choose another folder."), folder)
    if not resume:
        raise _refuse(N_("{folder} holds results of this batch already; add --resume to go on."), folder)
    kept.started.append(clock.stamp())
    kept.asked = fresh.asked or kept.asked  # what is told of the same games may be asked otherwise
    return kept


def alone_in(folder: Path) -> AbstractContextManager[None]:
    """Keep a results folder for one run; raises PlainError when another one writes there."""
    return held(
        folder / LOCK,
        N_("Another run writes to {folder} at this moment; wait for its end, or choose another folder."),
    )


def check_free(folder: Path) -> None:
    """Refuse a folder that holds anything but a lock, and a file in its place; raises PlainError."""
    if (answer := no_folder(folder)) is not None:
        raise answer
    if folder.is_dir() and any(path.name != LOCK for path in folder.iterdir()):
        raise _refuse(N_("{folder} holds other files; choose an empty or new folder."), folder)


@contextmanager
def claimed(folder: Path, command: str) -> Iterator[None]:
    """Keep a folder, free or written by the same command before, for what it will find.

    What it found before stays until it writes, with the `spec.toml` that says whose the folder is.
    Raises PlainError for a folder that holds anything else, which is left as it is, or that another run has.
    """
    _check_owner(folder, command)
    with alone_in(folder):
        _check_owner(folder, command)  # again: now nobody else writes there
        yield


def _check_owner(folder: Path, command: str) -> None:
    if not _written_by(folder, command):
        check_free(folder)


def _written_by(folder: Path, command: str) -> bool:
    """Return whether a folder says of itself that a command has written it."""
    try:
        said = read_toml(folder / ASKED)
    except (OSError, PlainError):
        return False
    return said.get("command") == command


def _refuse(msgid: str, folder: Path) -> PlainError:
    return PlainError(Sentence(msgid, {"folder": str(folder)}), code=4)
