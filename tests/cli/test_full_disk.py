import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from race.cli.exits import Exit
from tests.architecture.house import ROOT

_BATCH = (
    *("batch", "--scenario", "the-twelve-thousand", "--founder", "idle,steward", "--runs", "8"),
    *("--seed", "1", "--workers", "1"),
)


def _batch(out: Path, *more: str, most_bytes: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run a batch in a process of its own; no file may grow beyond `most_bytes`, as on a full disk."""

    def narrow() -> None:
        if most_bytes is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    return subprocess.run(
        [sys.executable, "main.py", *_BATCH, "--out", str(out), *more],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=narrow,
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "out"
    assert _batch(folder).returncode == Exit.FINE
    return folder


def _sizes(folder: Path) -> list[int]:
    return sorted(path.stat().st_size for path in folder.iterdir())


def test_a_disk_that_fills_is_one_sentence_and_what_was_finished_is_kept(whole: Path, tmp_path: Path) -> None:
    parts, tables = _sizes(whole / "parts"), _sizes(whole)
    between = (parts[-1] + tables[-1]) // 2
    assert parts[-1] < between < tables[-1]

    stopped = _batch(tmp_path / "out", most_bytes=between)
    kept = sorted(path.name for path in (tmp_path / "out" / "parts").iterdir())
    again = _batch(tmp_path / "out", "--resume")

    assert stopped.returncode == Exit.ENVIRONMENT
    assert "cannot be written" in stopped.stderr
    assert "Traceback" not in stopped.stderr
    assert kept == sorted(path.name for path in (whole / "parts").iterdir())
    assert again.returncode == Exit.FINE
    for table in whole.glob("*.parquet"):
        assert (tmp_path / "out" / table.name).read_bytes() == table.read_bytes()


def test_a_disk_that_takes_nothing_is_one_sentence(tmp_path: Path) -> None:
    stopped = _batch(tmp_path / "out", most_bytes=100)

    assert stopped.returncode == Exit.ENVIRONMENT
    assert "cannot be written" in stopped.stderr
    assert "Traceback" not in stopped.stderr
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    assert _batch(tmp_path / "out").returncode == Exit.FINE
