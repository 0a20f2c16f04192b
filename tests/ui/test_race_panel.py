import re
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from race.core.commands import Hire
from race.core.ids import RIVALS, Firm
from race.session.session import Session
from race.ui.kit import text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import SECONDARY, Theme
from race.ui.pieces.chart import Chart, name_places
from race.ui.pieces.plot import plot_of
from race.ui.present import league
from race.ui.present.ahead import charts
from race.ui.present.rooms.people import people
from race.ui.screens import looks
from race.ui.screens.ahead import dress
from race.ui.screens.table.main import MainScreen
from tests.ui import seats


@pytest.mark.parametrize("tab", league.TABS)
def test_each_chart_of_the_race_can_be_read_in_its_unit(tab: str) -> None:
    session = seats.played(14)

    spec = looks.chart(session, tab)

    own = next(series for series in spec.series if series.mine)
    assert spec.low <= own.values[-1] <= spec.high  # type: ignore[operator]
    assert re.search(r"\d", spec.told(own, session.month, own.values[-1]))  # type: ignore[arg-type]


def test_a_month_pointed_at_is_written_with_its_year() -> None:
    spec = looks.chart(seats.played(14), "quality")

    assert (spec.months[1], spec.dates[1]) == ("2024", "January 2024")
    assert (spec.months[14], spec.dates[14]) == ("Feb", "February 2025")


def test_the_table_shows_the_latest_months_of_a_long_race_on_a_scale_of_their_own() -> None:
    game = seats.game(Path(), 27)
    chart = MainScreen(seats.desk(), game).stage.find("chart")
    assert isinstance(chart, Chart)
    whole, spec = league.race(game.session), chart.spec

    assert spec.now == league.ON_THE_TABLE - 1
    assert spec.dates[spec.now] == "March 2026"
    assert [line.values for line in spec.series] == [line.values[-spec.now - 1 :] for line in whole.lines]
    left_out = len(whole.months) - spec.now - 1
    assert [line.releases for line in spec.series] == [
        tuple(place - left_out for place in line.releases if place >= left_out) for line in whole.lines
    ]
    assert spec.low > whole.low


def test_what_is_foreseen_goes_on_from_the_months_that_the_table_shows() -> None:
    session = seats.played(27)
    known = league.race(session, latest=league.ON_THE_TABLE)

    state = charts.chart(session, "quality", latest=league.ON_THE_TABLE)

    assert state.months[state.now] == league.axis_month(session.month)
    assert state.lines == known.lines
    assert state.low == known.low


def test_the_axis_names_its_years_before_its_other_quarters() -> None:
    state = charts.chart(seats.played(27), "quality", latest=league.ON_THE_TABLE)

    spec = dress.race_chart(state, Theme().palette)

    now, first, *_others = spec.labelled
    assert now == spec.now
    assert spec.months[first] == "2025"


def test_a_chart_without_futures_leaves_little_room_after_now() -> None:
    for months in (4, 8, 14, 27):
        for spec in (
            looks.chart(seats.played(months), "quality"),
            dress.race_chart(charts.chart(seats.played(months), "quality"), Theme().palette),
        ):
            assert spec.now is not None
            assert 0.05 <= 1 - spec.now / (len(spec.months) - 1) <= 0.2


def test_names_at_the_same_height_keep_the_order_of_what_was_published() -> None:
    theme, place = Theme(), Rect(0, 0, 600, 300)
    spec = looks.chart(seats.played(14), "quality", ahead=12)
    first, second, *_rest = sorted(spec.series, key=lambda one: one.values[-1] or 0.0, reverse=True)
    middle = (spec.low + spec.high) / 2
    ends = {first.key: middle, second.key: middle + 0.1}
    going_on = tuple(
        replace(one, forecast=(ends.get(one.key, one.values[-1] or 0.0),) * 12) for one in spec.series
    )
    apart = tuple(
        replace(one, forecast=(spec.low,) * 12) if one.key == first.key else one for one in going_on
    )

    order = [one.key for one, _place in name_places(theme, place, replace(spec, series=going_on))]
    names = [one.key for one, _place in name_places(theme, place, replace(spec, series=apart[::-1]))]

    assert order.index(second.key) == order.index(first.key) + 1
    assert names.index(first.key) > names.index(second.key)


def test_names_follow_their_lines_where_these_end_visibly_apart() -> None:
    theme, place = Theme(), Rect(0, 0, 600, 300)
    spec = looks.chart(seats.played(14), "quality", ahead=12)
    first, second, *_rest = sorted(spec.series, key=lambda one: one.values[-1] or 0.0, reverse=True)
    middle, pixels = (spec.low + spec.high) / 2, 12
    apart = (spec.high - spec.low) * pixels / plot_of(theme, place, spec).area.h
    assert pixels < text.line_height(theme, SECONDARY)
    ends = {first.key: middle, second.key: middle + apart}
    going_on = tuple(replace(one, forecast=(ends.get(one.key, spec.low),) * 12) for one in spec.series)

    names = [one.key for one, _place in name_places(theme, place, replace(spec, series=going_on))]

    assert names[:2] == [second.key, first.key]


def test_a_fresh_score_may_be_wrong_by_more_than_an_old_one() -> None:
    session = seats.played(14)
    standings = session.reports[-1].league
    fresh, old = (pick(standings, key=lambda line: line.released).firm for pick in (max, min))

    errors = {line.key: line.errors[-1] for line in league.race(session).lines}

    assert errors[fresh] > errors[old]


def test_only_rounds_that_were_announced_tell_what_a_rival_is_worth() -> None:
    session = seats.played(14)

    lines = league.race(session, "value").lines

    announced = set(session.reports[-1].values)
    assert {line.key for line in lines if line.values[-1] is not None} == announced
    assert all(line.values[0] is None for line in lines if not line.mine)


def test_the_mouse_over_a_lab_s_name_tells_what_is_known_of_it() -> None:
    desk = seats.desk()
    chart = MainScreen(desk, seats.game(Path())).stage.find("chart")
    assert isinstance(chart, Chart)
    series, place = name_places(desk.theme, chart.rect, chart.spec)[0]

    chart.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=place.centre))

    assert series.name in str(chart.tip)
    assert "votes" in str(chart.tip)


def test_a_rival_s_mood_is_told_as_its_place_in_the_league_makes_it() -> None:
    session = seats.played(14)
    board = session.view().board
    first = board.league[0].elo_published

    for line in board.league:
        told = " ".join(league.known(session, line.firm, board))
        behind = first - line.elo_published
        mood = "calm" if behind < board.rules.race.calm_gap else "pressed"
        mood = "alarmed" if behind >= board.rules.race.pressed_gap else mood
        rival = line.firm is not Firm.XAI
        assert ("By the league it is " + mood in told) is (rival and line is not board.league[0])
        assert ("By the league it leads" in told) is (rival and line is board.league[0])


def test_export_rules_and_chips_of_one_s_own_make_are_told_of_the_labs_that_have_them() -> None:
    session = seats.played(14)
    told = {
        firm: " ".join(league.known(session, firm, session.view().board))
        for firm in Firm
        if firm is not Firm.TESLA
    }

    assert [firm for firm, words in told.items() if "export rules" in words] == [Firm.DEEPSEEK]
    assert [firm for firm, words in told.items() if "own make" in words] == [Firm.GOOGLE_DEEPMIND]


def test_a_rival_whose_people_were_hired_away_is_told_to_bear_a_grudge_where_it_stands() -> None:
    session = Session("history", 3)
    session.submit(Hire(researchers=8, source=Firm.META))
    session.end_month()

    told = {firm: " ".join(league.known(session, firm, session.view().board)) for firm in (*RIVALS, Firm.XAI)}

    assert [firm for firm, words in told.items() if "grudge" in words] == [Firm.META]
    assert re.search(r"a grudge: \d+ people hired away in January 2024\.", told[Firm.META])
    assert "comes to you for that up to 18.9" in told[Firm.META]
    opened = next(line for line in people(session).lines() if line.key == "place.meta")
    assert any("a grudge: " in said.words for said in opened.opened)


def test_each_of_the_latest_reasons_for_a_grudge_has_its_month() -> None:
    session = Session("history", 3)
    for _month in range(5):
        session.submit(Hire(researchers=8, source=Firm.META))
        session.end_month()

    words = " ".join(league.grudge_told(session, Firm.META))

    assert [month in words for month in ("May", "April", "March")] == [True] * 3
    assert "2 earlier offences" in words
