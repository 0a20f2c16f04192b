"""The four judges and the parts of the score: marks and points are the sums of what they open into."""

import pytest

from race.session.session import Session
from race.ui.present.debrief.judges import MOST, judges
from race.ui.present.debrief.scored import opened_score
from race.ui.present.debrief.verdict import verdict
from tests.builders import changed
from tests.ui import seats

FOUNDERS = ("swapper", "diverter", "steward", "speculator")


@pytest.mark.parametrize("founder", FOUNDERS)
def test_marks_are_the_sums_of_their_parts(founder: str) -> None:
    for judge in judges(seats.finished(founder)):
        assert judge.mark == pytest.approx(sum(part.points for part in judge.parts))
        assert sum(part.most for part in judge.parts) == MOST
        assert all(0 <= part.points <= part.most for part in judge.parts)


@pytest.mark.parametrize("founder", FOUNDERS)
def test_every_part_of_the_score_opens_into_lines_that_sum_to_it(founder: str) -> None:
    session = seats.finished(founder)

    parts, opened = verdict(session).parts, opened_score(session)

    assert [sum(points for _words, points in lines) for lines in opened] == pytest.approx(
        [part.points for part in parts]
    )


def test_the_most_of_each_part_is_what_the_rulebook_gives_for_it() -> None:
    usual = Session("history", seed=3)
    other = Session(changed(score={"gap_points": 300.0, "value_points": 0.0, "people_points": 0.0}), seed=3)

    most = {session: [part.most for part in verdict(session).parts] for session in (usual, other)}

    assert most[usual] == [400, 250, 150, 120, 80]
    assert most[other] == [480, 250, 150, 0, 80]
    assert verdict(other).parts[3].share == 0.0


def test_the_holders_judge_a_steward_better_than_a_diverter() -> None:
    def mark(founder: str) -> float:
        return next(judge.mark for judge in judges(seats.finished(founder)) if judge.key == "holders")

    assert mark("steward") > mark("diverter") + 2
