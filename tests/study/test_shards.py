from pathlib import Path

import pyarrow.parquet as pq
import pytest

from race.core.words import PlainError
from race.scenario.toml import read_toml
from race.study.manifest import ASKED, LOCK, alone_in
from race.study.plan import Spec, Stop, chunks_of
from race.study.run import Progress, close, run, spec_of
from race.study.shards import gathered
from race.study.tables import TABLES
from tests.study import plays


def tables(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.parquet").read_bytes() for name in TABLES}


def rows(folder: Path) -> list[dict[str, object]]:
    return list(pq.read_table(folder / "games.parquet").to_pylist())


def test_two_shards_joined_are_byte_for_byte_one_machine(spec: Spec, results: Path, tmp_path: Path) -> None:
    folders = (tmp_path / "first", tmp_path / "second")
    for number, folder in enumerate(folders, start=1):
        run(spec, folder, workers=number, shard=f"{number}/2", asked={"command": "batch", "runs": 4})

    with gathered(folders, tmp_path / "both") as manifest:
        close(spec, tmp_path / "both", manifest)

    assert read_toml(tmp_path / "both" / ASKED) == {"command": "batch", "runs": 4}
    assert tables(tmp_path / "both") == tables(results)
    assert (manifest.games, manifest.shard) == (8, "")


def test_a_game_set_aside_in_a_shard_is_still_named_after_the_merge(spec: Spec, tmp_path: Path) -> None:
    folders = (tmp_path / "first", tmp_path / "second")
    for number, folder in enumerate(folders, start=1):
        run(spec, folder, workers=1, shard=f"{number}/2", play=plays.raises)

    with gathered(folders, tmp_path / "both") as manifest:
        close(spec, tmp_path / "both", manifest)

    assert [(poison.founder, poison.seed) for poison in manifest.quarantined] == [
        ("steward", plays.POISON),
        ("diverter", plays.POISON),
    ]


def test_a_part_of_two_founders_stands_in_the_tables_of_its_own_shard(tmp_path: Path) -> None:
    spec = spec_of(("the-twelve-thousand",), ("steward", "diverter"), 43, plays.POISON)
    straddling = chunks_of(spec)[21]

    manifest = run(spec, tmp_path / "out", workers=1, shard="22/43", play=plays.raises)

    assert [(game.founder, game.rep) for game in straddling.games] == [("steward", 42), ("diverter", 0)]
    assert manifest.games == len(rows(tmp_path / "out")) == 1
    assert [(poison.founder, poison.seed) for poison in manifest.quarantined] == [("diverter", plays.POISON)]


def test_a_missing_shard_is_told_with_the_number_of_parts(spec: Spec, tmp_path: Path) -> None:
    run(spec, tmp_path / "first", workers=1, shard="1/2")

    with (
        pytest.raises(PlainError, match="parts are in none"),
        gathered((tmp_path / "first",), tmp_path / "both"),
    ):
        pass

    assert not (tmp_path / "both").exists()


def test_shards_of_two_batches_are_not_mixed(results: Path, tmp_path: Path) -> None:
    run(spec_of(("the-twelve-thousand",), ("idle",), 1, 1), tmp_path / "other", workers=1)

    with (
        pytest.raises(PlainError, match="another batch"),
        gathered((results, tmp_path / "other"), tmp_path / "both"),
    ):
        pass


def test_two_merges_do_not_write_to_one_folder(results: Path, tmp_path: Path) -> None:
    out = tmp_path / "both"

    with alone_in(out):
        with pytest.raises(PlainError, match="Another run writes"), gathered((results,), out):
            pass
        left = [path.name for path in out.iterdir()]

    assert left == [LOCK]


@pytest.mark.parametrize("shard", ["0/2", "3/2", "1", "one/two", "1/2/3"])
def test_a_shard_that_is_none_is_refused(spec: Spec, tmp_path: Path, shard: str) -> None:
    with pytest.raises(PlainError, match="is no shard"):
        run(spec, tmp_path / "out", workers=1, shard=shard)

    assert not (tmp_path / "out").exists()


def test_no_shard_can_say_when_a_batch_is_precise_enough(tmp_path: Path) -> None:
    stop = Stop(figure="score", half_width=5.0, every=10, least=10)
    spec = spec_of(("the-twelve-thousand",), ("steward",), 40, 1, stop=stop)

    with pytest.raises(PlainError, match="cannot be split"):
        run(spec, tmp_path / "out", workers=1, shard="1/2")


def test_the_progress_of_a_shard_ends_at_its_own_games(spec: Spec, tmp_path: Path) -> None:
    told: list[Progress] = []

    manifest = run(spec, tmp_path / "out", workers=1, shard="1/2", tell=told.append)

    assert told[-1].done == told[-1].total == manifest.games == 4
