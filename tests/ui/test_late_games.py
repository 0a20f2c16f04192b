"""A game that starts in April 2024 is dated and counted from there, on every line and in every list."""

from pathlib import Path

import pytest

from race.core.commands import MakePromise
from race.core.ids import Subject, week_of
from race.core.words import month
from race.session.kept.glance import glance_of
from race.session.session import Session
from race.speech import quantity
from race.ui.present import league
from race.ui.present.guide.lessons import ticked
from race.ui.present.kept import saves
from race.ui.present.opened.promises import opened_promises
from race.ui.present.rooms.cases import press
from race.ui.screens import looks
from race.ui.screens.past import dressed
from race.ui.screens.past.saves import Saves
from tests.ui import seats

STORY = "colossus"


def test_the_table_s_chart_ends_its_lines_under_the_present_month() -> None:
    session = seats.played(4, "swapper", STORY)

    spec = looks.chart(session, "quality")

    assert spec.now is not None
    assert spec.months[spec.now] == league.axis_month(session.month)
    assert {len(series.values) for series in spec.series} == {spec.now + 1}
    assert spec.now in spec.labelled


@pytest.mark.parametrize(("story", "at"), [(STORY, 4), (STORY, 6), ("history", 0), ("history", 3)])
def test_the_race_of_a_save_is_the_table_s_up_to_the_month_that_is_looked_at(story: str, at: int) -> None:
    session = seats.played(6, "swapper", story)

    picture = dressed.race(saves.shot(glance_of(session), at), named=True)

    table = {line.name: line.values for line in league.race(session).lines}
    assert picture.now is not None
    assert picture.months[picture.now] == league.axis_month(at)
    assert {one.name: one.values for one in picture.series} == {
        name: values[: picture.now + 1] for name, values in table.items()
    }
    assert picture.series[-1].mine


def test_a_marker_stands_where_the_score_changed() -> None:
    session = seats.finished("swapper", STORY)

    lines = league.race(session).lines

    steps = [(line.values[place - 1], line.values[place]) for line in lines for place in line.releases]
    assert steps
    assert all(before != after for before, after in steps)


def test_the_debrief_s_charts_reach_from_the_opening_to_the_ending() -> None:
    session = seats.finished("swapper", STORY)
    first, last = session.reports[0].month, session.month

    race, trust = looks.race_over(session, ()), looks.trust_over(session, ())

    assert race.months == trust.months
    assert (race.months[0], race.months[-1]) == (league.axis_month(first), league.axis_month(last))
    assert len(race.months) == len(trust.series[-1].values) == last - first + 1


def test_a_save_counts_its_months_as_the_table_does(tmp_path: Path) -> None:
    game = seats.game(tmp_path, 2, scenario=STORY)
    held = glance_of(game.session)

    game.keep(seats.desk())
    line = Saves(seats.desk(), game.shelf).stage.find("line")

    assert saves.month_told(held, 5) == "5 of 36 months"
    assert line.spec.end == 36  # type: ignore[union-attr]


def test_no_step_is_done_before_the_first_month_was_ended() -> None:
    session = Session(STORY, 3)

    done = ticked(session, ())

    assert sum(done) == 1  # the one that only tells


def test_a_promise_tells_what_it_gave_from_its_first_day_on() -> None:
    session = Session(STORY, 3)
    session.submit(MakePromise(subject=Subject.CHIPS_POWERED, quantity=60_000, due=12))
    session.end_month()

    (opened,) = opened_promises(session)

    assert any("of trust so far" in line for line in opened.lines)


def test_a_story_is_told_since_the_month_that_its_week_lies_in() -> None:
    session = seats.finished("diverter")
    weeks = {f"story.{story.id}": story.week for story in session.view().affairs.stories}

    table = next(table for table in press(session).tables() if table.key == "stories")

    since = {
        line.key: next(at for at in range(40) if week_of(at) <= weeks[line.key] < week_of(at + 1))
        for line in table.lines
    }
    told = {line.key: " ".join(said.words for said in line.opened) for line in table.lines}
    assert since
    assert [key for key, at in since.items() if f"since {quantity(month(at))}" not in told[key]] == []
