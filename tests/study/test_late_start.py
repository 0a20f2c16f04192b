"""A scenario that starts later: its record says which month each figure is of."""

from functools import cache
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from race.core.ids import Firm
from race.core.metrics import measure
from race.scenario.load import load_scenario
from race.sim.race_model import RaceModel
from race.study.balance.asked import positions
from race.study.balance.games import play_one
from race.study.balance.page.fans import trust_fan
from race.study.balance.plan import Arm, Sizes
from race.study.balance.plan import Spec as Report
from race.study.game import GameRecord, play_game
from race.study.hindcast.bands import LAST_MONTH, Band
from race.study.hindcast.diary import Diary, keep_diary
from race.study.hindcast.files import month_rows
from race.study.hindcast.games import observe
from race.study.hindcast.readers import read
from race.study.hindcast.study import Study, study_of
from race.study.measures.dilemma import dilemma
from race.study.run import run, spec_of

LATE, START, SEED = "colossus", 3, 3
PRICE = "share_price_usd"


@cache
def prices(founder: str, last: int) -> dict[int, float]:
    """Return the carmaker's share price at the end of each month of a game, by the game's own clock."""
    race, found = RaceModel(LATE, founder, SEED, collect=False), {}
    while True:
        found[race.world.month] = measure(race.world)["tesla", PRICE]
        if race.world.ending is not None or race.world.month == last:
            race.close()
            return found
        race.step()


@cache
def a_record() -> GameRecord:
    return play_game(LATE, "idle", SEED, months=True)


@cache
def a_diary() -> Diary:
    return keep_diary(load_scenario(LATE), SEED)


@pytest.fixture(scope="module")
def study() -> Study:
    world = load_scenario(LATE)
    return study_of(world, observe(world, [SEED]))


def test_the_months_of_a_late_game_are_dated_as_its_events_are(tmp_path: Path) -> None:
    run(spec_of((LATE,), ("idle",), 1, SEED), tmp_path / "out", workers=1)

    months = pq.read_table(tmp_path / "out" / "months.parquet").to_pylist()
    events = pq.read_table(tmp_path / "out" / "events.parquet").to_pylist()
    (game,) = pq.read_table(tmp_path / "out" / "games.parquet").to_pylist()
    told = {row["month"]: row["value"] for row in months if row["metric"] == PRICE}

    assert [months[0]["month"], months[0]["date"]] == [START, "2024-03"]
    assert months[-1]["month"] == game["months"] == max(row["month"] for row in events)
    assert told == prices("idle", game["months"])


def test_a_record_gives_the_figures_of_a_month_and_none_of_one_it_has_not() -> None:
    record = a_record()
    told = {
        month: measures["tesla", PRICE]
        for month in range(record.months + 5)
        if (measures := record.at(month)) is not None
    }

    assert record.opening == START
    assert told == prices("idle", record.months)


def test_the_diary_of_a_late_game_tells_each_month_by_its_date() -> None:
    diary = a_diary()
    told = {month: diary.at("tesla", PRICE, month) for month in range(LAST_MONTH + 2)}

    assert (diary.opening, diary.last) == (START, LAST_MONTH)
    assert {month: price for month, price in told.items() if price is not None} == prices(
        "historical", LAST_MONTH
    )
    assert {month for month, price in told.items() if price is None} == {0, 1, 2, LAST_MONTH + 1}


def test_what_happens_in_a_late_game_has_its_own_month() -> None:
    diary = a_diary()
    votes = {vote.month for vote in diary.votes}

    happened = {
        month
        for noted in diary.months
        for event in noted.events
        for month, _ in diary.happened(event.kind)
        if event.kind.value == "vote"
    }

    assert happened == votes == {6, 18}


@pytest.mark.parametrize(
    ("metric", "date", "known"),
    [
        ("chips_powered / 85000", "2024-12", True),
        ("chips_powered / 85000", "2023-12", False),
        ("annualised volatility of monthly log returns, %", "2023-12..2024-12", False),
        ("annualised volatility of monthly log returns, %", "2024-03..2024-12", True),
        ("letters", "2024-01..2024-08", False),
        ("letters", "2024-05..2024-08", True),
    ],
)
def test_a_figure_of_months_before_the_opening_is_none(metric: str, date: str, *, known: bool) -> None:
    band = Band(row="C", entity="tesla", metric=metric, date=date, low=0.0, high=1.0)

    assert (read(a_diary(), band) is not None) is known


def test_a_late_game_that_reaches_june_2025_has_not_ended_early(study: Study) -> None:
    assert study.table.ended_early == {}
    assert {game.months for game in study.games} == {LAST_MONTH}


def test_the_months_of_a_late_hindcast_begin_with_the_opening(study: Study) -> None:
    rows = [row[2:5] for row in month_rows(study) if row[:2] == ["tesla", "chips_powered"]]

    assert rows[0][:2] == [START, "2024-03"]
    assert rows[-1][:2] == [LAST_MONTH, "2025-06"]


def test_a_date_before_the_opening_leaves_its_place_in_the_list_empty(study: Study) -> None:
    rents = next(one.values for one in study.shown if one.row == "C17")

    assert rents[0] is None
    assert all(rents[1:])
    assert len(rents) == 3


def test_the_worth_of_the_swap_is_read_at_the_month_it_says() -> None:
    (worth,) = (
        one.gain
        for one in dilemma(load_scenario(LATE), "opportunist", range(SEED, SEED + 1), compounding=True)
        if (one.figure, one.month) == ("elo_true", 36)
    )

    assert a_record().measures[-1][Firm.XAI, "elo_true"] > 0.0
    assert worth.games == 1  # month 36 is the 34th figure of such a game


def test_the_track_of_a_late_game_begins_with_its_opening() -> None:
    arm = Arm(arm=0, part="field", founder="idle", scenario=LATE, difficulty="standard", runs=1)

    outcome = play_one(arm, SEED)

    assert outcome.track is not None
    assert outcome.track.opening == START
    assert START + len(outcome.track.trust) - 1 == outcome.months
    assert "2023-12" not in trust_fan([outcome.track])
    assert "2024-12" in trust_fan([outcome.track])


def test_no_month_before_the_opening_is_looked_at() -> None:
    sizes = Sizes(field=1, other=0, quota=0, mechanic=0, choices=100)

    months = {one.month for one in positions(Report(scenarios=(LATE,), founders=("idle",), sizes=sizes))}

    assert min(months) == START
    assert max(months) == 35
