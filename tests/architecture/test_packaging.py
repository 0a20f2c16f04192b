import os
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.house import ROOT

PINS = sorted((ROOT / "requirements").glob("*.txt"))
PYTHONS = ("3.11", "3.12", "3.13")


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_supported_python_has_its_pins() -> None:
    assert [path.stem for path in PINS] == ["py" + version.replace(".", "") for version in PYTHONS]


@pytest.mark.parametrize("pins", PINS, ids=lambda path: path.name)
def test_pins_hold_versions_and_hashes_and_nothing_else(pins: Path) -> None:
    strange = [
        line
        for line in pins.read_text(encoding="utf-8").splitlines()
        if not re.fullmatch(
            r"[a-z0-9-]+==[\w.+!-]+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?|(    )?# .*|", line
        )
    ]

    assert strange == []


@pytest.mark.parametrize("pins", PINS, ids=lambda path: path.name)
def test_pins_do_not_know_the_machine_that_made_them(pins: Path) -> None:
    text = pins.read_text(encoding="utf-8")

    assert "://" not in text
    assert re.search(r"(?:^|\s)(?:/|[A-Z]:\\)", text, re.MULTILINE) is None
    assert re.search(r"^diverted\b", text, re.MULTILINE) is None


@pytest.mark.parametrize("pins", PINS, ids=lambda path: path.name)
def test_everything_the_project_names_is_pinned(pins: Path) -> None:
    pinned = set(re.findall(r"^([a-z0-9-]+)==", pins.read_text(encoding="utf-8"), re.MULTILINE))

    wanted = {_name(line) for group in [_asked(), *_extras().values()] for line in group}

    assert wanted <= pinned


def test_the_developers_extra_holds_what_the_tests_of_the_other_rooms_need() -> None:
    extras = _extras()

    wanted = {each for name in ("lab", "cluster", "fast", "compile", "rl") for each in extras[name]}
    missing = wanted - set(extras["dev"])

    assert missing == set()


def test_no_extra_names_the_project_itself() -> None:
    assert not [line for group in _extras().values() for line in group if _name(line) == "diverted"]


def _asked() -> list[str]:
    return list(project()["project"]["dependencies"])


def _extras() -> dict[str, list[str]]:
    return dict(project()["project"]["optional-dependencies"])


def _name(requirement: str) -> str:
    return re.split(r"[<>=!~\[; ]", requirement)[0].lower().replace("_", "-").replace(".", "-")


@pytest.mark.slow
def test_a_wheel_carries_assets_and_languages_and_runs_from_an_empty_folder(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    wheel = next(tmp_path.glob("diverted-*.whl"))
    home, empty = tmp_path / "home", tmp_path / "empty"
    empty.mkdir()
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    packages = next((home / "lib").glob("python*")) / "site-packages"
    (packages / "borrowed.pth").write_text(os.pathsep.join(_borrowed()) + "\n")

    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(packages)
    started = subprocess.run(
        [home / "bin" / "python", "-I", "-c", _as_console_script(names, wheel), "--version"],
        cwd=empty,
        capture_output=True,
        text=True,
        check=False,
    )

    assert {
        "race/assets/scenarios/history.toml",
        "race/assets/facts/SOURCES.md",
        "race/assets/names/real.toml",
        "race/assets/locale/fr/LC_MESSAGES/diverted.mo",
    } <= names
    assert not [name for name in names if name.startswith(("tests/", "assets/", "tools/"))]
    assert (started.returncode, started.stderr) == (0, "")
    assert started.stdout.startswith("diverted ")


def _borrowed() -> list[str]:
    """Return where the installed packages are, the checkout left out."""
    return [path for path in sys.path if path.endswith("site-packages")]


def _as_console_script(names: set[str], wheel: Path) -> str:
    """Write what an installer writes for the entry point, and refuse a checkout that slipped in."""
    listed = next(name for name in names if name.endswith("entry_points.txt"))
    with zipfile.ZipFile(wheel) as archive:
        target = re.search(r"^diverted = ([\w.]+):(\w+)$", archive.read(listed).decode(), re.MULTILINE)
    assert target is not None
    return (
        f"import sys; sys.path[:] = [p for p in sys.path if p != {str(ROOT)!r}]; import {target[1]} as room; "
        f"assert {str(ROOT)!r} not in room.__file__; from race.files import assets; "
        f"assert (assets() / 'names').is_dir(); sys.exit(room.{target[2]}())"
    )
