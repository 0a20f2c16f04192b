import csv
from math import inf
from pathlib import Path

import msgspec
import pytest

from race.core.words import PlainError
from race.scenario.load import load_scenario
from race.study.hindcast.bands import COUNTED, RACE_ROWS, Band, bands, facts
from race.study.hindcast.diary import Diary, keep_diary
from race.study.hindcast.figures import draw_figures
from race.study.hindcast.files import write_tables
from race.study.hindcast.games import Observed, crew
from race.study.hindcast.readers import check, read
from race.study.hindcast.series import points
from race.study.hindcast.study import Study, run_hindcast, study_of
from race.study.hindcast.table import row_inside, sub_value
from race.study.plan import TUNING_SEEDS
from tests.study import plays

BAND = Band(row="C23", entity="openai", metric="compute_h100e", date="2024-12", low=10.0, high=20.0)


@pytest.fixture(scope="module")
def diary() -> Diary:
    return keep_diary(load_scenario("history"), 3)


@pytest.fixture(scope="module")
def study() -> Study:
    with crew(1) as observe:
        games = observe(load_scenario("history"), [3, 4])
    return study_of(load_scenario("history"), games)


def test_every_metric_of_the_facts_can_be_read(diary: Diary) -> None:
    check(bands())

    values = {band.metric: read(diary, band) for band in bands()}

    assert len(diary.months) == 19
    assert {metric for metric, value in values.items() if value is None} <= {
        "price_receipt_of_leak_pct",
        "suits filed within 2 months of publication",
        "mean |price receipt| of governance news, %",
    }


def test_a_metric_that_nobody_reads_is_named() -> None:
    unknown = msgspec.structs.replace(BAND, metric="charm")

    with pytest.raises(PlainError) as refused:
        check((unknown,))

    assert refused.value.sentence.values == {"row": "C23", "metric": "charm"}


def test_sixteen_rows_of_the_race_count_and_twenty_four_in_all() -> None:
    rows = {band.row for band in bands()}

    assert len(RACE_ROWS) == 16
    assert len(COUNTED) == 24
    assert rows - set(COUNTED) == {"C12"}
    assert set(COUNTED) <= rows
    assert rows <= set(facts())


@pytest.mark.parametrize(
    ("figures", "inside"),
    [
        ([9.0, 15.0, 21.0], True),
        ([9.0, 9.5, 15.0], False),
        ([15.0, None, 15.0], True),
        ([15.0, None, None], False),
        ([15.0, inf, inf], False),
    ],
)
def test_a_figure_is_in_when_the_median_is_and_most_games_have_it(
    figures: list[float | None],
    inside: bool,  # noqa: FBT001 - a column of the table
) -> None:
    judged = sub_value(BAND, figures)

    assert judged.inside is inside


def test_a_row_counts_only_with_all_its_sub_values() -> None:
    good, bad = sub_value(BAND, [15.0]), sub_value(BAND, [25.0])

    assert row_inside([good, good], "C23")
    assert not row_inside([good, bad], "C23")


def test_a_game_that_ended_has_no_later_figures(diary: Diary) -> None:
    short = msgspec.structs.replace(diary, months=diary.months[:10], ending="sold")

    values = {(band.row, band.month): read(short, band) for band in bands() if band.month >= 10}

    assert {row for (row, _), value in values.items() if value is not None and value < inf} <= {"C07", "C13"}


def test_workers_change_no_figure(study: Study) -> None:
    with crew(2) as observe:
        games = observe(load_scenario("history"), [3, 4])

    assert games == list(study.games)


def test_the_tables_are_the_same_bytes_again(study: Study, tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for folder in (first, second):
        folder.mkdir()
        write_tables(folder, study)

    with (first / "hindcast.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))

    assert [path.read_bytes() for path in sorted(first.iterdir())] == [
        path.read_bytes() for path in sorted(second.iterdir())
    ]
    assert [row["row"] for row in rows] == [band.row for band in bands()]
    assert all(row["median"] for row in rows if row["games"] != "0")


def test_inputs_are_shown_with_what_the_world_has(study: Study) -> None:
    worlds = {one.row: one.values for one in study.shown}

    assert worlds["C01"] == (12_000.0,)
    assert all(worlds.values())
    assert not set(worlds) & set(COUNTED)


def test_no_fact_after_june_2025_stands_beside_the_world() -> None:
    late = [point for point in points() if point.month > 18]

    assert late == []


@pytest.mark.parametrize(("runs", "seed"), [(0, 1), (2, TUNING_SEEDS - 1), (1, -1)])
def test_seeds_of_fitting_and_no_games_are_refused(runs: int, seed: int) -> None:
    with pytest.raises(PlainError) as refused:
        run_hindcast("history", runs, seed, workers=1)

    assert refused.value.code == 2


def test_early_ends_are_counted(study: Study) -> None:
    lost: Observed = msgspec.structs.replace(study.games[0], months=9, ending="bankrupt")

    table = study_of(load_scenario("history"), [lost, study.games[1]]).table

    assert table.ended_early == {"bankrupt": 1}


def test_every_theme_gets_a_picture(study: Study, tmp_path: Path) -> None:
    drawn = draw_figures(tmp_path, study)

    assert [path.name for path in drawn] == [
        *("hindcast.png", "compute.png", "scores.png", "market.png"),
        *("users.png", "revenue.png", "valuation.png", "overview.png"),
    ]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in drawn)


def test_a_worker_that_is_lost_is_answered_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("race.study.hindcast.games.observe", plays.dies)

    with pytest.raises(PlainError, match="Worker processes end") as refused, crew(2) as observe:
        observe(load_scenario("history"), range(1, 12))

    assert refused.value.code == 4
