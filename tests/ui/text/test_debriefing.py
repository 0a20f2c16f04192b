"""The debrief in words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from race.session.hindsight.code import code_of
from race.ui.present.debrief.weighing import weighed
from race.ui.text.pages import debriefing
from race.ui.text.table import Table
from tests.ui import seats
from tests.ui.looked import MadeUp, looked_back
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


@pytest.mark.parametrize(("said", "meant"), [("cods", "code"), ("gaem", "game"), ("caes", "case")])
def test_every_word_after_debrief_is_offered_to_who_mistypes_it(over: Table, said: str, meant: str) -> None:
    assert f"did you mean {meant}" in answer(over, f"debrief {said}")


def test_the_place_is_told_among_ever_more_founders(over: Table) -> None:
    told = [line for line in answer(over, "debrief place").split("\n") if " simulated founders" in line]

    numbers = [int(line.split(" simulated")[0].replace("\u202f", "")) for line in told]
    assert numbers == [*range(165, 990, 132), 990, 990]


def test_a_page_of_the_debrief_is_waited_for_once_and_the_wait_is_said(over: Table) -> None:
    first, again = answer(over, "debrief without"), answer(over, "debrief without")

    assert first.startswith("Your world is being played again…")
    assert again == first.partition("\n")[2]


def test_two_decisions_called_alike_are_told_with_their_date_once() -> None:
    session = seats.finished("swapper", "the-twelve-thousand")
    found = weighed(session, looked_back(session), most=12)
    alike = [one for one in found if one.title != one.act]

    assert alike
    assert all(one.dated.count(one.date) == 1 for one in found)
    assert all(one.dated == one.title for one in alike)
    assert any(one.date.startswith("from ") and one.date.endswith(" on") for one in found)


def test_figures_of_games_that_end_in_different_months_are_said_to_compare_the_ends(over: Table) -> None:
    seen = looked_back(over.session)
    assert seen.played is not None
    assert not any(one.ends for one in weighed(over.session, seen))

    seen.played = replace(seen.played, quality=seen.played.quality[:-3])
    over.looked = over.session.fingerprint().whole, seen

    assert "What it won and cost compares the two ends." in answer(over, "debrief without")


def test_a_game_without_large_decisions_says_so(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    session = seats.finished("idle", "the-twelve-thousand").fork()
    monkeypatch.setattr(debriefing, "open_crew", lambda: MadeUp(session))

    told = answer(Table(session, table.slots), "debrief without")

    assert "No decision of this game was large enough" in told
