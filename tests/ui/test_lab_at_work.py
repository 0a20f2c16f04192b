"""The books say how the lab's compute is split and what each part makes of it."""

import pytest

from race.core.commands import SplitCompute, StartRun
from race.core.ids import PPM
from race.session.session import Session
from race.ui.present.rooms.page import told
from race.ui.present.rooms.yards.bench import bench
from tests.ui import seats


def opened(session: Session, key: str) -> str:
    """Return what a line says when it is opened."""
    line = next(line for line in bench(session).lines if line.key == f"bench.{key}")
    return " ".join(said.words for said in told(session, line))


def test_the_parts_are_those_of_the_split_and_sum_to_the_running_chips() -> None:
    session = seats.played(8)
    own = session.view().own

    parts = [line.bar for line in bench(session).lines if line.bar is not None]

    split = own.split
    assert parts == [part / PPM for part in (split.training, split.research, split.serving, split.safety)]
    assert sum(parts) == pytest.approx(1.0)


def test_a_run_is_told_with_its_dates_and_what_is_spent() -> None:
    session = seats.played(0).fork()
    assert "No training run" in opened(session, "training")

    session.submit(StartRun(months=3, target_flop=1e26))
    session.end_month()

    words = opened(session, "training")
    assert "began in January 2024" in words
    assert "ends in March 2024" in words
    assert "sooner if it reaches" in words


def test_users_without_compute_are_told_to_be_turned_away() -> None:
    session = seats.played(8).fork()
    session.submit(SplitCompute(training=PPM, research=0, serving=0, safety=0))
    session.end_month()

    assert "turned away" in opened(session, "serving")
    assert "An incident comes with a chance of" in opened(session, "safety")
