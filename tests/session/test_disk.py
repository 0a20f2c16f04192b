"""Files on disk: a draft goes whatever happens, and a folder is kept for one program."""

from pathlib import Path

import pytest

from race.session.disk import drafted, held


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
