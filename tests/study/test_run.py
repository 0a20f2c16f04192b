import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import msgspec
import pyarrow.parquet as pq
import pytest

from race.core.words import PlainError, Sentence
from race.scenario.load import scenario_text
from race.study.crew import context
from race.study.manifest import alone_in, read_manifest, write_manifest
from race.study.plan import Spec, chunks_of
from race.study.run import Progress, run, spec_of
from race.study.tables import TABLES, part_path
from tests.architecture.house import ROOT
from tests.study import plays

BATCH = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background has it switched off
from race.cli import main
sys.exit(main())
"""
PARTS = "parts/games-*.parquet"
METHODS = """
import mesa, multiprocessing as m
from race.study.crew import context
print(m.get_start_method(), context().get_start_method())
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Return a scenario of one's own, which a test may change."""
    path = tmp_path / "mine.toml"
    path.write_text(scenario_text("the-twelve-thousand"), encoding="utf-8")
    return path


def tables(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.parquet").read_bytes() for name in TABLES}


def parts(folder: Path) -> int:
    return len(list(folder.glob(PARTS)))


def batch(folder: Path, *words: str) -> "subprocess.Popen[bytes]":
    command = [
        sys.executable,
        "-c",
        BATCH,
        "batch",
        "--scenario",
        "the-twelve-thousand",
        "--out",
        str(folder),
    ]
    return subprocess.Popen(
        [*command, *words],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def wait_for(process: "subprocess.Popen[bytes]", folder: Path, sign: str, count: int = 1) -> None:
    """Wait until a batch has written so many files of a kind, or is over."""
    for _ in range(3000):
        if len(list(folder.glob(sign))) >= count or process.poll() is not None:
            return
        Event().wait(0.02)


def test_two_workers_write_the_same_bytes_as_one(spec: Spec, results: Path, tmp_path: Path) -> None:
    run(spec, tmp_path / "two", workers=2)

    assert tables(tmp_path / "two") == tables(results)


def test_parts_that_are_there_are_not_played_again(spec: Spec, results: Path, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    run(spec, folder, workers=1)
    part_path(folder, "games", 2).unlink()
    part_path(folder, "months", 5).write_bytes(b"cut short")
    told: list[Progress] = []

    run(spec, folder, workers=1, resume=True, tell=told.append)

    assert told[0].kept == 6
    assert told[-1].done == told[-1].total == 8
    assert tables(folder) == tables(results)


def test_a_killed_batch_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    process = batch(killed, "--runs", "10", "--workers", "2")
    wait_for(process, killed, PARTS, 3)
    process.kill()
    process.communicate()
    kept = parts(killed)

    process = batch(killed, "--runs", "10", "--workers", "2", "--resume")
    process.communicate()
    run(spec_of(("the-twelve-thousand",), ("steward", "diverter"), 10, 1), whole, workers=1)

    assert 3 <= kept < 20
    assert process.returncode == 0
    assert tables(killed) == tables(whole)
    assert [path.name for path in (killed / "parts").iterdir() if path.name.startswith(".")] == []


def test_an_interrupted_batch_keeps_what_is_finished_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "interrupted"
    process = batch(folder, "--runs", "100", "--workers", "2")
    wait_for(process, folder, PARTS)

    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: every process hears of it
    _, told = process.communicate()

    games = pq.read_table(folder / "games.parquet")
    manifest = read_manifest(folder)
    assert process.returncode == 130
    assert b"--resume" in told
    assert b"Traceback" not in told
    assert 0 < games.num_rows < 200
    assert manifest is not None
    assert (manifest.finished, manifest.games) == (None, games.num_rows)


def _without_server(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """Lose the server of processes so many times before one can be asked of it."""
    usual, left = ProcessPoolExecutor.submit, iter(range(times))

    def submit(self: ProcessPoolExecutor, fn: Callable[..., Any], /, *args: object) -> Future[Any]:
        if next(left, None) is not None:
            raise EOFError
        return usual(self, fn, *args)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", submit)


def test_a_server_of_processes_that_is_killed_costs_no_game(
    monkeypatch: pytest.MonkeyPatch, spec: Spec, tmp_path: Path, results: Path
) -> None:
    _without_server(monkeypatch, 3)

    manifest = run(spec, tmp_path / "out", workers=2)

    assert manifest.quarantined == ()
    assert tables(tmp_path / "out") == tables(results)


def test_processes_that_can_never_be_asked_end_a_batch_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, spec: Spec, tmp_path: Path
) -> None:
    _without_server(monkeypatch, 1_000)

    with pytest.raises(PlainError, match="--workers 1"):
        run(spec, tmp_path / "out", workers=2)


@pytest.mark.parametrize("sign", ["manifest.json", "parts/.playing-*.json"])
def test_an_interruption_while_workers_start_leaves_no_traceback_of_theirs(tmp_path: Path, sign: str) -> None:
    folder = tmp_path / "early"
    process = batch(folder, "--runs", "100", "--workers", "2")
    wait_for(process, folder, sign)  # before the first process starts; when the first of them plays

    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate()

    assert b"forkserver" not in told
    assert b"Process ForkServerProcess" not in told


@pytest.mark.parametrize("workers", [1, 2])
def test_a_game_that_raises_is_set_aside_by_its_seed(spec: Spec, tmp_path: Path, workers: int) -> None:
    told: list[Progress] = []
    manifest = run(spec, tmp_path / "out", workers=workers, tell=told.append, play=plays.raises)

    seeds = pq.read_table(tmp_path / "out" / "games.parquet")["seed"].to_pylist()
    assert [(poison.founder, poison.seed) for poison in manifest.quarantined] == [
        ("steward", 4),
        ("diverter", 4),
    ]
    assert "PoisonError: seed 4 is poison" in manifest.quarantined[0].traceback
    assert seeds == [1, 2, 3, 1, 2, 3]
    assert (told[-1].done, told[-1].total) == (8, 8), "the bar comes to its end"
    assert read_manifest(tmp_path / "out") == manifest


def test_a_game_that_kills_its_worker_is_set_aside_and_the_rest_is_played(tmp_path: Path) -> None:
    spec = spec_of(("the-twelve-thousand",), ("steward",), runs=6, seed=1)

    manifest = run(spec, tmp_path / "out", workers=2, play=plays.kills)

    assert [poison.seed for poison in manifest.quarantined] == [4]
    assert manifest.games == 5


def test_no_innocent_game_is_set_aside_while_workers_are_shot(tmp_path: Path) -> None:
    spec = spec_of(("the-twelve-thousand",), ("steward",), runs=6, seed=1)
    marks = tmp_path / "marks"
    marks.mkdir()

    manifest = run(spec, tmp_path / "out", workers=2, play=partial(plays.is_shot, marks=str(marks)))

    assert len(list(marks.iterdir())) == 6
    assert manifest.quarantined == ()
    assert manifest.games == 6


def test_a_folder_of_another_batch_is_refused_and_left_as_it_is(results: Path, spec: Spec) -> None:
    before = tables(results)

    for other, said in (
        (spec_of(("the-twelve-thousand",), ("steward",), 4, 1), "another batch"),
        (spec, "add --resume"),
    ):
        with pytest.raises(PlainError, match=said):
            run(other, results, workers=1)

    assert tables(results) == before


def test_a_folder_of_another_version_is_refused(spec: Spec, results: Path, tmp_path: Path) -> None:
    manifest = read_manifest(results)
    assert manifest is not None
    manifest.code = "0" * 16
    (tmp_path / "manifest.json").write_bytes(msgspec.json.encode(manifest))

    with pytest.raises(PlainError, match="another version"):
        run(spec, tmp_path, workers=1, resume=True)


def test_a_look_that_saw_no_interval_is_read_again(results: Path, tmp_path: Path) -> None:
    manifest = read_manifest(results)
    assert manifest is not None
    manifest.looks = ((40, None), (60, 2.5))

    write_manifest(tmp_path, manifest)

    assert read_manifest(tmp_path) == manifest


def test_a_cluster_that_does_not_answer_leaves_no_folder(
    spec: Spec, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(_address: str, _workers: int) -> None:
        raise PlainError(Sentence("No scheduler answers."), code=4)

    monkeypatch.setattr("race.study.crew.cluster", silent)

    with pytest.raises(PlainError, match="No scheduler"):
        run(spec, tmp_path / "out", workers=1, cluster="tcp://127.0.0.1:1")

    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_files_is_refused(spec: Spec, tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine")

    with pytest.raises(PlainError, match="holds other files"):
        run(spec, tmp_path, workers=1)

    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_a_worker_that_plays_another_game_may_not_play(
    spec: Spec, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("race.study.run.proof", lambda: "another")

    with pytest.raises(PlainError, match="plays another game"):
        run(spec, tmp_path / "out", workers=1)

    assert parts(tmp_path / "out") == 0


def test_a_worker_of_another_program_may_not_play_though_its_short_game_is_the_same(
    spec: Spec, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("race.study.manifest.code_digest", lambda: "0" * 16)

    with pytest.raises(PlainError, match="plays another game"):
        run(spec, tmp_path / "out", workers=1)

    assert parts(tmp_path / "out") == 0


def test_a_scenario_is_what_its_file_says_when_it_is_played_and_stays_in_the_manifest(
    mine: Path, tmp_path: Path
) -> None:
    def fingerprint(folder: Path) -> str:
        manifest = run(spec_of((str(mine),), ("steward",), 1, 1), folder, workers=1)
        assert manifest.files == {str(mine): mine.read_text(encoding="utf-8")}
        return str(pq.read_table(folder / "games.parquet")["fingerprint"][0])

    before = fingerprint(tmp_path / "before")
    with mine.open("a", encoding="utf-8") as file:
        file.write("\n[rules.race]\nluck_sd = 40.0\n")

    assert fingerprint(tmp_path / "after") != before


def test_a_worker_plays_the_text_that_it_was_given_and_needs_no_file(mine: Path, tmp_path: Path) -> None:
    spec = spec_of((str(mine),), ("steward",), 2, 1)

    manifest = run(spec, tmp_path / "out", workers=1, tell=lambda _: mine.unlink(missing_ok=True))

    assert (manifest.games, manifest.quarantined) == (2, ())


def test_a_scenario_that_changes_after_it_was_asked_for_is_not_played(mine: Path, tmp_path: Path) -> None:
    spec = spec_of((str(mine),), ("steward",), 1, 1)
    mine.write_text(mine.read_text(encoding="utf-8") + "\n# another word\n", encoding="utf-8")

    with pytest.raises(PlainError, match="has changed since"):
        run(spec, tmp_path / "out", workers=1)

    assert not (tmp_path / "out").exists()


def test_the_manifest_says_what_was_played_by_what(results: Path, spec: Spec) -> None:
    manifest = read_manifest(results)

    assert manifest is not None
    assert manifest.spec == spec
    assert manifest.root_seed == 1
    assert manifest.parts == len(chunks_of(spec)) == 8
    assert [(cell.cell, cell.founder) for cell in manifest.cells] == [(0, "steward"), (1, "diverter")]
    assert {"mesa", "numpy", "pyarrow"} <= manifest.versions.keys()
    assert manifest.finished is not None
    assert manifest.games == 8


def test_workers_start_as_this_project_chooses_although_mesa_asks_for_spawn() -> None:
    said = subprocess.run(
        [sys.executable, "-c", METHODS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert said[1] == ("forkserver" if os.name == "posix" else "spawn")
    assert context().get_start_method() == said[1]


def test_a_game_that_is_played_after_all_is_no_longer_set_aside(
    spec: Spec, results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_words: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("race.study.worker.write_part", full)
    with pytest.raises(PlainError, match="cannot be written"):
        run(spec, tmp_path / "out", workers=1, play=partial(plays.raises, poison=1))
    monkeypatch.undo()

    manifest = run(spec, tmp_path / "out", workers=1, resume=True)

    assert (manifest.games, manifest.quarantined) == (8, ())
    assert tables(tmp_path / "out") == tables(results)


def test_a_second_run_on_a_folder_is_refused_and_the_first_loses_nothing(
    spec: Spec, results: Path, tmp_path: Path
) -> None:
    refused: list[PlainError] = []

    def intrude(progress: Progress) -> None:
        if progress.done == 3:
            (tmp_path / "out" / "parts" / ".games.1.tmp").write_bytes(b"of the first")
            with pytest.raises(PlainError, match="Another run writes to") as caught:
                run(spec, tmp_path / "out", workers=1, resume=True)
            refused.append(caught.value)
            assert (tmp_path / "out" / "parts" / ".games.1.tmp").exists()

    run(spec, tmp_path / "out", workers=1, tell=intrude)

    assert [error.code for error in refused] == [4]
    assert tables(tmp_path / "out") == tables(results)


def test_a_folder_in_which_a_run_was_killed_at_once_is_free(spec: Spec, tmp_path: Path) -> None:
    with alone_in(tmp_path / "out"):
        pass

    assert run(spec, tmp_path / "out", workers=1).games == 8
