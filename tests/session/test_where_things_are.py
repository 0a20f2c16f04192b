"""Assets are found in a package and beside a checkout; a user owns one folder; files have a date."""

import os
import time  # noqa: TID251 - the clock of another place is what is tested
from collections.abc import Iterator
from datetime import datetime, timedelta  # noqa: TID251 - when a file was written is what is tested
from pathlib import Path
from runpy import run_path

import platformdirs
import pytest

from race import files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put the package into a folder of its own, with nothing found before."""
    (tmp_path / "race").mkdir()
    monkeypatch.setattr(files, "_PACKAGE", tmp_path / "race")
    files.assets.cache_clear()
    yield tmp_path
    files.assets.cache_clear()


@pytest.fixture(params=["Etc/GMT-14", "Etc/GMT+12"])
def somewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand far east or far west of universal time: at any hour, one of them has another date."""
    monkeypatch.setenv("TZ", request.param)
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


def written(folder: Path, when: datetime) -> tuple[int, str, str]:
    """Return what is told of a file that was last written at a moment."""
    path = folder / "save"
    path.touch()
    os.utime(path, (when.timestamp(), when.timestamp()))
    return files.written_at(path)


def test_assets_inside_a_package_come_before_those_beside_it(folder: Path) -> None:
    (folder / "assets").mkdir()
    (folder / "race" / "assets").mkdir()

    assert files.assets() == folder / "race" / "assets"


def test_assets_stand_beside_a_checkout_even_where_a_file_has_their_name(folder: Path) -> None:
    (folder / "race" / "assets").touch()

    assert files.assets() == folder / "assets"


def test_a_package_behind_a_link_finds_its_assets(tmp_path: Path) -> None:
    link = tmp_path / "race"
    try:
        link.symlink_to(Path(files.__file__).parent, target_is_directory=True)
    except OSError:
        pytest.skip("this machine lets nobody make links")

    found = run_path(str(link / "files.py"))

    assert found["assets"]() == files.assets()


def test_a_table_of_facts_has_all_its_rows_in_their_own_letters(folder: Path) -> None:
    (folder / "assets" / "facts").mkdir(parents=True)
    table = 'lab,note\r\nMistral,"né à Paris\r\nen 2023"\r\nxAI,–\r\n'
    (folder / "assets" / "facts" / "labs.csv").write_bytes(table.encode())

    rows = files.facts("labs.csv")

    assert rows == [{"lab": "Mistral", "note": "né à Paris\r\nen 2023"}, {"lab": "xAI", "note": "–"}]


def test_a_variable_moves_what_a_user_owns_and_an_empty_one_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = Path(platformdirs.user_data_dir("diverted", appauthor=False))

    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path))
    assert files.user_folder() == tmp_path
    monkeypatch.setenv("DIVERTED_HOME", "")
    assert files.user_folder() == usual
    monkeypatch.delenv("DIVERTED_HOME")
    assert files.user_folder() == usual


def test_a_user_s_folder_is_the_program_s_own_and_nobody_else_s(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def data(*name: object, **how: object) -> str:
        asked.append((name, how))
        return "there"

    monkeypatch.delenv("DIVERTED_HOME", raising=False)
    monkeypatch.setattr(platformdirs, "user_data_dir", data)

    assert files.user_folder() == Path("there")
    assert asked == [(("diverted",), {"appauthor": False})]


@pytest.mark.usefixtures("somewhere")
def test_a_file_is_dated_by_the_calendar_and_the_clock_of_this_place(tmp_path: Path) -> None:
    noon = datetime.now().astimezone().replace(hour=12, minute=0)
    late, early = noon.replace(hour=23, minute=59), noon.replace(hour=0, minute=1)

    for day in (0, 1, 40):
        for when in (late - timedelta(days=day), early - timedelta(days=day)):
            assert written(tmp_path, when) == (day, when.strftime("%Y-%m-%d"), when.strftime("%H:%M"))


@pytest.mark.parametrize("seconds", [1e18, 1e30, float("nan")])
def test_a_file_that_is_gone_or_has_an_impossible_date_counts_as_written_now(
    seconds: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Odd:
        """A file's times, beyond every calendar."""

        st_mtime = seconds

    gone = files.written_at(tmp_path / "gone")
    monkeypatch.setattr(Path, "stat", lambda _path: Odd())

    assert gone[0] == files.written_at(tmp_path / "odd")[0] == 0
    assert len(gone[1]) == len("2026-11-26")
