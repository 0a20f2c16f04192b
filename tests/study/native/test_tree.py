"""The whole program translated, not compiled: it plays the same games, and workers find it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from race.core.words import Sentence
from race.session.beside import tree, use
from race.session.digests import code_digest
from race.study.bench.speed import speed
from race.study.crew import CompiledPool, Pool, crew_of
from race.study.native.tree import compiled_modules
from race.study.native.whole import whole_tree
from race.study.plan import Spec
from race.study.run import run
from tests.golden.games import GAMES, name_of, recorded

PLAY = """
import json, sys
import race.plain
from race.sim.race_model import RaceModel

for scenario, founder, seed in json.loads(sys.argv[1]):
    race, months = RaceModel(scenario, founder, seed, collect=False), []
    while race.world.ending is None:
        race.step()
        months.append(race.fingerprint().parts)
    print(json.dumps([race.world.ending.value, months]))
"""


@pytest.fixture
def home(translated: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the program find the translated tree."""
    monkeypatch.setenv("DIVERTED_HOME", str(translated))
    monkeypatch.delenv("DIVERTED_FAST", raising=False)
    return translated


@pytest.mark.golden
@pytest.mark.usefixtures("home")
def test_the_translated_program_plays_the_golden_games() -> None:
    played = subprocess.run(
        [sys.executable, "-c", PLAY, json.dumps(GAMES)],
        cwd=tree.place(),
        env=use.environment(tree.place()),
        capture_output=True,
        text=True,
        check=True,
    )

    records = recorded()
    for game, line in zip(GAMES, played.stdout.splitlines(), strict=True):
        record = records[name_of(*game)]
        assert json.loads(line) == [record.ending, record.months]


@pytest.mark.usefixtures("home")
def test_what_decides_and_carries_out_is_compiled_and_has_no_structs() -> None:
    modules = compiled_modules(tree.place())

    assert {"race/core/turn.py", "race/core/world/lab.py", "race/policy/budget.py"} <= {*modules}
    assert not any("msgspec.Struct" in (tree.place() / module).read_text("utf-8") for module in modules)


def test_only_the_tree_of_this_very_program_is_found(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tree.tree() == tree.place()
    assert tree.place().is_relative_to(home)

    monkeypatch.setattr(tree, "code_digest", lambda: "0123456789abcdef")
    assert tree.tree() is None


def test_a_tree_answers_for_the_program_it_was_made_from(home: Path) -> None:
    del home
    script = "from race.session.digests import code_digest; print(code_digest())"
    told = subprocess.run(
        [sys.executable, "-c", script],
        env=use.environment(tree.place()),
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.strip() == code_digest()


def test_nobody_plays_in_a_tree_who_has_switched_it_off(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del home
    monkeypatch.setenv("DIVERTED_FAST", "0")

    assert tree.tree() is None


@pytest.mark.usefixtures("home")
def test_several_workers_play_our_own_games_in_the_tree_and_nobody_else() -> None:
    with (
        crew_of("", 2, ours=True) as ours,
        crew_of("", 2) as somebodys,
        crew_of("", 1, ours=True) as alone,
    ):
        assert (ours, somebodys, alone) == (CompiledPool, Pool, Pool)


@pytest.mark.usefixtures("home")
def test_the_master_imports_nothing_from_a_tree() -> None:
    before = [*sys.path]

    with tree.placed_first(tree.tree()):
        assert sys.path == [str(tree.place()), *before]
    with tree.placed_first(None):
        assert sys.path == before

    assert sys.path == before


@pytest.fixture
def marked(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the tree to a home of its own, where it leaves a mark when it is imported; return that mark."""
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path / "home"))
    shutil.copytree(home, tmp_path / "home")
    mark = tmp_path / "mark"
    with (tree.place() / "race" / "plain.py").open("a", encoding="utf-8") as file:
        file.write(f"\nfrom pathlib import Path\nPath({os.fspath(mark)!r}).touch()\n")
    return mark


def seen_whole(mark: Path) -> None:
    """Have the tree seen to be whole, so that only those who play in it later leave the mark."""
    assert whole_tree() is not None
    mark.unlink(missing_ok=True)


def parts(folder: Path) -> dict[str, bytes]:
    """Return the part files of a results folder."""
    return {path.name: path.read_bytes() for path in sorted((folder / "parts").iterdir())}


def test_a_batch_played_in_the_tree_is_the_same_to_the_byte(
    spec: Spec, results: Path, marked: Path, tmp_path: Path
) -> None:
    seen_whole(marked)

    manifest = run(spec, tmp_path / "results", workers=2)

    assert marked.exists()
    assert manifest.quarantined == ()
    assert parts(tmp_path / "results") == parts(results)


def test_games_that_fail_in_the_tree_are_played_as_the_program_is_written(
    spec: Spec, results: Path, marked: Path, tmp_path: Path
) -> None:
    broken = tree.place() / "race" / "sim" / "together.py"
    broken.write_text(f"{broken.read_text('utf-8')}\n\ndel step_together\n", encoding="utf-8")
    text = broken.read_text("utf-8").replace("del step_together", "def step_together(games): raise TypeError")
    broken.write_text(text, encoding="utf-8")
    told: list[tuple[int, int]] = []
    seen_whole(marked)

    manifest = run(spec, tmp_path / "results", workers=2, tell=lambda now: told.append((now.done, now.total)))

    assert marked.exists()
    assert (manifest.quarantined, told[-1]) == ((), (8, 8))
    assert parts(tmp_path / "results") == parts(results)


@pytest.mark.usefixtures("home")
def test_the_bench_plays_in_the_tree_beside_the_others() -> None:
    found = {measure.key: measure for measure in speed(1)}

    reference = found["reference_games_per_second"].value
    assert reference is not None
    for name in ("compiled", "compiled_fast"):
        rate, ratio = found[f"{name}_games_per_second"].value, found[f"{name}_vs_reference"].value
        assert rate is not None
        assert ratio == pytest.approx(rate / reference)


def test_without_a_tree_the_bench_says_how_to_make_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path))

    found = {measure.key: measure for measure in speed(1)}

    assert found["compiled_games_per_second"].value is None
    assert found["compiled_vs_catanatron"].note == Sentence("not measured: run `diverted compile`")
