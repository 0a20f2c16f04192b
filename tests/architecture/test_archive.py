import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.architecture.house import ROOT


@pytest.mark.slow
def test_an_archive_of_the_sources_is_the_repository(tmp_path: Path) -> None:
    git = shutil.which("git") or "git"
    build = [sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]

    subprocess.run(build, check=True, capture_output=True)

    listed = subprocess.run([git, "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    with tarfile.open(next(tmp_path.glob("diverted-*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert set(listed.splitlines()) - names == set(), "a stray file, or one the archive lacks"


@pytest.mark.parametrize("file", ["Makefile", "main.py", "assets/facts/calibration.csv"])
def test_windows_gets_the_same_bytes(file: str) -> None:
    git = shutil.which("git") or "git"
    show = [git, "-c", "core.autocrlf=true", "cat-file", "--filters", f"HEAD:{file}"]  # as its git is set up

    got = subprocess.run(show, cwd=ROOT, check=True, capture_output=True).stdout

    assert got == (ROOT / file).read_bytes()
