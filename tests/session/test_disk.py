"""Files on disk: a draft goes whatever happens, and a folder is kept for one program."""

import os
import stat
from pathlib import Path

import pytest

from race.core.words import PlainError
from race.session.disk import drafted, held, write_atomically


@pytest.mark.parametrize("end", [KeyboardInterrupt, ValueError])
def test_a_draft_goes_whatever_stops_its_writer(tmp_path: Path, end: type[BaseException]) -> None:
    def write(path: Path) -> None:
        with drafted(path) as draft:
            draft.write_bytes(b"half")
            raise end

    (tmp_path / "table").write_bytes(b"old")

    with pytest.raises(end):
        write(tmp_path / "table")

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_disk_without_locks_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_handle: int, _how: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", unknown)

    with held(tmp_path / "lock", "{folder} is in use."), held(tmp_path / "lock", "{folder} is in use."):
        assert (tmp_path / "lock").exists()


def test_a_file_is_written_although_the_disk_forces_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    force = os.fsync

    def files_only(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(22, "Invalid argument")
        force(handle)

    monkeypatch.setattr("os.fsync", files_only)

    write_atomically(tmp_path / "table", b"new")

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"new"]


def test_a_file_that_somebody_reads_for_a_moment_is_replaced_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, move = iter((True, True, False)), Path.replace

    def read_by_a_scanner(draft: Path, place: Path) -> Path:
        if next(looks):
            raise PermissionError(13, "Access is denied")
        return move(draft, place)

    (tmp_path / "table").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", read_by_a_scanner)

    write_atomically(tmp_path / "table", b"new")

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"new"]


def test_a_file_that_may_not_be_replaced_is_named_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_draft: Path, _place: Path) -> Path:
        raise PermissionError(13, "Access is denied")

    (tmp_path / "table").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", never)

    with pytest.raises(PlainError, match="cannot be written"):
        write_atomically(tmp_path / "table", b"new")

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]
