"""One suit is one item of news: a month's complaints are told together, a later month's as joining it."""

from functools import cache

import pytest
from msgspec.structs import replace

from race.core.events import Happening
from race.core.words import month
from race.core.world.books import Case
from race.session.session import Report, Session
from race.speech import quantity as write
from race.ui.present import news, owners
from race.ui.present.debrief.case import case_file
from race.ui.present.debrief.turning import turning_points
from race.ui.present.papers.facts import facts_of
from tests.builders import a_game, a_world

SEEDS = (2, 6)


@cache
def game(seed: int) -> Session:
    """Return a game of somebody who is sued; order nothing in it."""
    session = Session("history", seed, "diverter")
    while session.ending is None:
        session.end_month()
    return session


def suits(report: Report) -> list[int]:
    return [int(event.numbers["suits"]) for event in report.events if event.kind is Happening.SUIT]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_month_s_complaints_in_one_case_are_one_item_with_their_number(seed: int) -> None:
    sued = [report for report in game(seed).reports if suits(report)]

    assert max(len(suits(report)) for report in sued) > 1
    for report in sued:
        (told,) = [event for event in news.told(report) if event.kind is Happening.SUIT]
        assert told.numbers["suits"] == suits(report)[-1]
        words = [line.text for line in news.lines_of(report, 99) if str(suits(report)[-1]) in line.text]
        assert any("More holders join the suit" in text for text in words) is (suits(report)[0] > 1)
        printed = next(fact for fact in facts_of(report) if fact.kind == "suit")
        assert told.sentence is not None
        assert printed.values["n"] == told.sentence.values["n"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_suit_turns_a_game_in_the_month_in_which_it_was_filed(seed: int) -> None:
    session = game(seed)
    filed = {case.filed for case in session.view().affairs.cases}

    turns = [turn for turn in turning_points(session, most=99) if "sue over" in turn.text]
    told = [turn for turn in turning_points(session, most=99) if "join the suit" in turn.text]

    assert {turn.month for turn in turns} <= filed
    assert told == []


def test_of_several_cases_the_case_file_says_which_was_decided_how() -> None:
    session = Session("history", 2, "diverter")
    while not session.view().affairs.cases:
        session.end_month()
    cases = session.position().affairs.cases
    cases.append(replace(cases[0], id=cases[0].id + 1, filed=cases[0].filed + 5))
    filed = [write(month(case.filed)) for case in session.view().affairs.cases]

    told = "\n".join(block.text for page in case_file(session) for block in page)

    assert all(f"Case of {date}: " in told for date in filed)


@pytest.mark.parametrize(
    ("late", "told"), [(0, "decision about December 2026"), (1, "decided after the end")]
)
def test_a_case_that_is_decided_after_the_last_month_says_so(late: int, told: str) -> None:
    game, world = a_game(), a_world()
    decision = world.setting.months + late
    world.affairs.cases.append(Case(id=1, act=1, filed=1, discovery=4, decision=decision))
    game.resume(world, game.journal, game.reports)

    assert owners.cases(game) == (f"Case of January 2024, 1 complaint, {told}",)
