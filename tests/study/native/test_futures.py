"""Futures are played in the compiled tree where there is a whole one, and are the same as without it."""

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from race.core.commands import CourtHolders
from race.core.ids import Kind
from race.files import assets
from race.session.beside import crew, tree
from race.session.forecast.outlook import Outlook
from race.session.forecast.running import Forecast
from race.session.session import Session
from tests.inline import Inline

PLANS = ((CourtHolders(kind=Kind.FANS),), ())
MONTHS, FUTURES = 2, 2
PATHS = Path("race", "session", "forecast", "paths.py")


@pytest.fixture(scope="module")
def session() -> Session:
    played = Session("history", 3, "swapper")
    for _month in range(4):
        played.end_month()
    played.hand_to(None)
    return played


@pytest.fixture
def as_written(session: Session, monkeypatch: pytest.MonkeyPatch) -> Outlook | None:
    """Return what is foreseen as the program is written."""
    with monkeypatch.context() as patch:
        patch.setattr(crew, "open_crew", Inline)
        return Forecast(session, PLANS, MONTHS, FUTURES).finish()


@pytest.fixture
def sealed(translated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a sealed copy of the translated tree, for a crew of one process that is gone afterwards."""
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DIVERTED_FAST", raising=False)
    monkeypatch.setattr(crew, "hands", lambda: 1)
    monkeypatch.setattr(crew._Shared, "crew", None)  # noqa: SLF001 - the program's own is kept
    shutil.copytree(translated, tmp_path / "home")
    seal(tree.place())
    yield tree.place()
    crew.send_home()


def seal(folder: Path) -> None:
    (folder / tree.SEAL).write_bytes(tree.state(folder))


def test_futures_in_a_tree_are_those_of_the_program_as_it_is_written(
    sealed: Path, session: Session, as_written: Outlook | None
) -> None:
    crew.call_early()
    seen = Forecast(session, PLANS, MONTHS, FUTURES).finish()

    assert crew.quickest() is crew.open_quick
    assert crew.open_quick().submit(assets).result() == sealed / "race" / "assets"
    assert seen == as_written


def test_what_fails_in_a_tree_is_played_as_the_program_is_written_and_told_to_the_log(
    sealed: Path, session: Session, as_written: Outlook | None, caplog: pytest.LogCaptureFixture
) -> None:
    with (sealed / PATHS).open("a", encoding="utf-8") as paths:
        paths.write("\ndef _played(*_given: object) -> None:\n    raise ZeroDivisionError\n")
    seal(sealed)
    crew.call_early()
    others = Forecast(session, PLANS, MONTHS, FUTURES)

    with caplog.at_level(logging.WARNING):
        seen = Forecast(session, PLANS, MONTHS, FUTURES).finish()

    assert seen == others.finish() == as_written
    assert crew.quickest() is crew.open_crew
    assert [record.message for record in caplog.records].count(
        "the compiled core failed: futures are played as the program is written"
    ) == 1


def test_processes_that_cannot_start_in_a_tree_leave_futures_to_those_that_can(
    sealed: Path, session: Session, as_written: Outlook | None
) -> None:
    (sealed / "race" / "session" / "beside" / "crew.py").write_text("raise ImportError", encoding="utf-8")
    seal(sealed)

    crew.call_early()

    assert Forecast(session, PLANS, MONTHS, FUTURES).finish() == as_written
    assert crew.quickest() is crew.open_crew


@pytest.mark.parametrize("change", ["never sealed", "changed since", "taken away"])
def test_nobody_plays_in_a_tree_that_is_not_as_it_was_when_it_played(sealed: Path, change: str) -> None:
    assert tree.sealed_tree() == sealed
    if change == "never sealed":
        (sealed / tree.SEAL).unlink()
    elif change == "changed since":
        (sealed / PATHS).write_bytes(b"")
    else:
        shutil.rmtree(sealed)

    assert tree.sealed_tree() is None
