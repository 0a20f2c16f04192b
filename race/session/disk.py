"""Files written whole or not at all, folders kept for one program, and the one sentence for a full disk."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import Final

from race.core.words import N_, PlainError, Sentence

_DRAFT: Final = ".tmp"
_MOVES: Final = 6
"""Times a draft is moved before its place counts as closed: on Windows a file cannot be replaced while
somebody reads it, as a virus scanner does for a moment."""
_PAUSE: Final = 0.03
"""Seconds between two of them."""
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file beside its place, force it to the disk, and move it there.

    Raises PlainError naming the file when that cannot be done; the old file stays.
    """
    with drafted(path) as draft, draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def drafted(path: Path) -> Iterator[Path]:
    """Give the path of a draft beside a file's place; what was written there is then moved to the place.

    Raises PlainError naming the file when that cannot be done; the old file stays and the draft goes.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}{_DRAFT}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        _move(draft, path)
        _force_folder(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with suppress(OSError):  # it has been moved to its place, or is given up
            draft.unlink(missing_ok=True)


def _move(draft: Path, path: Path) -> None:
    for _ in range(_MOVES - 1):
        try:
            draft.replace(path)
        except PermissionError:
            Event().wait(_PAUSE)
        else:
            return
    draft.replace(path)


@contextmanager
def held(path: Path, refusal: str, kept: Path | None = None) -> Iterator[None]:
    """Keep a folder for one program, by a lock on a file in it; the system lets go when the program ends.

    Raises PlainError with `refusal`, which may name the {folder} or the {file} that is `kept`, when another
    program has it. The file of the lock stays: who took it away would let two in.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+")
    except OSError as error:
        raise unwritable(path.parent, error) from error
    with file:
        if not _take(file.fileno()):
            raise PlainError(
                Sentence(refusal, {"folder": str(path.parent), "file": str(kept or path)}), code=4
            )
        yield


def _take(handle: int) -> bool:
    """Lock an open file without waiting; where the file system knows no locks, nobody is kept out."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        import msvcrt  # noqa: PLC0415 - only on Windows

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a cluster's shared disk may have none
        return True
    return True


def sweep(folder: Path) -> None:
    """Throw away the drafts of a program that was killed while it wrote; nobody else may be writing there."""
    for draft in folder.glob(f".*{_DRAFT}"):
        with suppress(OSError):
            draft.unlink()


def make_folder(folder: Path) -> None:
    """Make a folder; raises PlainError when it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error


def unwritable(path: Path, error: OSError) -> PlainError:
    """Return the one sentence for a place that takes nothing."""
    barred = isinstance(error, FileExistsError | NotADirectoryError)
    if barred and (answer := no_folder(path)) is not None:
        return answer
    msgid = (
        N_("{file} cannot be written ({problem}); see to its permissions, or choose another folder.")
        if error.errno in _FORBIDDEN
        else N_("{file} cannot be written ({problem}); free space there or choose another folder.")
    )
    return PlainError(Sentence(msgid, {"file": str(path), "problem": error.strerror or str(error)}), code=4)


def no_folder(path: Path) -> PlainError | None:
    """Return the answer to a path that goes through a file, or is one, where a folder should be."""
    for place in (path, *path.parents):
        if place.exists():
            words = N_("{file} is a file, not a folder; choose another folder.")
            return None if place.is_dir() else PlainError(Sentence(words, {"file": str(place)}), code=4)
    return None


def _force_folder(folder: Path) -> None:
    """Force a folder's entries to the disk, where the system can; the file itself is there already."""
    if os.name != "posix":
        return
    with suppress(OSError):  # a network's disk may force no folder, and some folders may not be looked into
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
