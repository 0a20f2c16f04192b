from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from race.sim.race_model import RaceModel
from race.study.game import play_game
from race.study.plan import Spec, games_of
from race.study.run import run, spec_of
from tests.builders import scenario

METRICS = {
    "xai": {
        "compute_h100e", "chips_owned_h100e", "elo_published", "elo_true", "users_m", "share",
        "revenue_usd_m_per_month", "operating_result_usd_m", "capex_usd_m", "cash_usd_m",
        "valuation_usd_bn", "staff",
    },
    "tesla": {
        "chips_powered", "share_price_usd", "trust_mean", "trust_weighted", "promises_kept",
        "promises_missed", "suits_open",
    },
    "market": {"lead_time_weeks", "frontier_elo", "leader_changes"},
}  # fmt: skip
ENTITIES = {"xai", "openai", "google_deepmind", "meta", "anthropic", "deepseek", "mistral", "tesla", "market"}


def rows(folder: Path, table: str) -> list[dict[str, object]]:
    return list(pq.read_table(folder / f"{table}.parquet").to_pylist())


def test_the_months_have_exactly_the_columns_of_the_format(results: Path) -> None:
    assert pq.read_schema(results / "months.parquet").names == [
        *("cell", "rep", "seed", "founder", "month", "date", "entity", "metric", "value"),
    ]


def test_the_months_begin_with_the_opening_and_end_with_the_game(results: Path) -> None:
    months, games = rows(results, "months"), rows(results, "games")

    for game in games:
        own = [row for row in months if (row["cell"], row["rep"]) == (game["cell"], game["rep"])]
        assert [own[0]["month"], own[0]["date"]] == [0, "2023-12"]
        assert own[-1]["month"] == game["months"]
        assert {row["seed"] for row in own} == {game["seed"]}


def test_every_entity_has_the_metrics_of_the_format(results: Path) -> None:
    months = rows(results, "months")

    assert {row["entity"] for row in months} == ENTITIES
    for entity, metrics in METRICS.items():
        assert metrics <= {row["metric"] for row in months if row["entity"] == entity}


def test_a_row_of_games_can_be_played_again_to_its_fingerprint(results: Path, spec: Spec) -> None:
    last, game = rows(results, "games")[-1], list(games_of(spec))[-1]

    record = play_game(game.scenario, game.founder, game.seed)

    assert record.fingerprint == last["fingerprint"]
    assert record.score.total == last["score"]
    assert record.ending == last["ending"]


def test_the_score_is_its_parts_times_the_factor(results: Path) -> None:
    for game in rows(results, "games"):
        parts = sum(
            float(str(game[f"score_{part}"])) for part in ("race", "owners", "carmaker", "house", "world")
        )
        assert game["score"] == int(parts * float(str(game["score_factor"])) + 0.5)


@pytest.mark.parametrize("founder", ["steward", "diverter", "random"])
def test_a_game_counts_what_its_events_tell(founder: str) -> None:
    record = play_game(scenario("the-twelve-thousand"), founder, 2, months=True)
    told = Counter(event.kind for event in record.events)

    assert (record.promises_kept, record.promises_missed) == (told["promise_kept"], told["promise_missed"])
    assert (record.letters, record.complaints, record.leaks) == (told["letter"], told["suit"], told["leak"])
    assert record.measures[-1]["tesla", "promises_kept"] == record.promises_kept
    assert record.measures[-1]["tesla", "promises_missed"] == record.promises_missed


def test_a_vote_is_counted_in_shares(results: Path) -> None:
    events = rows(results, "events")
    votes = [row for row in events if row["kind"] == "vote"]

    assert pq.read_schema(results / "events.parquet").names[:6] == [
        "cell",
        "rep",
        "seed",
        "founder",
        "month",
        "kind",
    ]
    assert {"pay", "domicile"} <= {row["ballot"] for row in votes}
    for vote in votes:
        assert int(str(vote["for"])) + int(str(vote["against"])) > 1_000_000
        assert 0.0 < float(str(vote["turnout"])) <= 1.0
        assert isinstance(vote["passed"], bool)
    assert all(row["for"] is None for row in events if row["kind"] != "vote")


def test_what_was_diverted_stands_in_the_events(results: Path) -> None:
    diverted = [row for row in rows(results, "events") if row["kind"] == "diversion"]

    assert {row["founder"] for row in diverted} == {"diverter"}
    assert all(float(str(row["quantity"])) > 0 for row in diverted)


def test_without_months_only_games_are_written(tmp_path: Path, results: Path) -> None:
    spec = spec_of(("the-twelve-thousand",), ("steward", "diverter"), runs=4, seed=1, months=False)

    run(spec, tmp_path / "out", workers=1)

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        ".lock",
        "games.parquet",
        "manifest.json",
        "parts",
    ]
    assert rows(tmp_path / "out", "games") == rows(results, "games")


@pytest.mark.parametrize("founder", ["steward", "diverter"])
def test_mesas_collector_and_the_months_hold_the_same_figures(results: Path, founder: str) -> None:
    race = RaceModel("the-twelve-thousand", founder, 1)
    while race.world.ending is None:
        race.step()
    assert race.datacollector is not None
    collected = race.datacollector.get_model_vars_dataframe()
    race.close()

    months = [row for row in rows(results, "months") if row["founder"] == founder and row["seed"] == 1]
    different = [
        row for row in months if collected[f"{row['entity']}.{row['metric']}"][row["month"]] != row["value"]
    ]

    assert len(months) == len(collected) * sum("." in name for name in collected.columns)
    assert different == []
