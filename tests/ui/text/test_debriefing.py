"""The debrief in words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from race.session.hindsight.code import code_of
from race.ui.text.pages import debriefing
from race.ui.text.table import Table
from tests.ui import seats
from tests.ui.looked import MadeUp
from tests.ui.text.spoken import answer


@pytest.fixture
def over(table: Table, monkeypatch: pytest.MonkeyPatch) -> Table:
    session = seats.finished("swapper", "the-twelve-thousand").fork()
    crew: Callable[[], MadeUp] = lambda: MadeUp(session)  # noqa: E731 - a crew to open
    monkeypatch.setattr(debriefing, "open_crew", crew)
    return Table(session, table.slots)


def test_before_the_end_there_is_only_the_code(table: Table) -> None:
    told = answer(table, "debrief", "debrief code")

    assert "The game is not over yet" in told
    assert code_of(table.session.journal) in told


def test_the_whole_debrief_names_turns_judges_decisions_and_place(over: Table) -> None:
    told = answer(over, "debrief")

    for words in ("What decided it", "Judges", "The holders", "Everything you diverted", "On other luck"):
        assert words in told
    assert "simulated founders: you, better than" in told


def test_the_case_and_the_report_are_told(
    over: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path))

    told = answer(over, "debrief case", "debrief report", "debrief jugdes")

    assert "Holders v. Founder" in told
    assert [path.suffix for path in (tmp_path / "reports").iterdir()] == [".html"]
    assert "did you mean judges" in told
