"""A tree that is damaged is left alone, and said to be; one that is whole is looked at and no more."""

import shutil
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from race.core.words import PlainError
from race.session.beside import tree
from race.session.beside.tree import SEAL
from race.session.disk import unwritable
from race.speech import speak
from race.study.crew import CompiledPool, Pool, crew_of
from race.study.native import whole
from race.study.plan import Spec
from race.study.run import run
from tests.study.native.test_tree import parts


@pytest.fixture
def copied(translated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the translated tree, which nobody has sealed, to a home of its own and return the copy."""
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DIVERTED_FAST", raising=False)
    shutil.copytree(translated, tmp_path / "home", ignore=shutil.ignore_patterns(SEAL))
    return tree.place()


def cut_short(tree: Path) -> None:
    """Leave of a compiled module its first bytes, as a full disk does."""
    (tree / "race" / "core" / f"turn{sysconfig.get_config_var('EXT_SUFFIX')}").write_bytes(
        b"\x7fELF\x02\x01\x01"
    )


def cleared_away(tree: Path) -> None:
    """Take away a part, as who clears up old files does."""
    shutil.rmtree(tree / "race" / "core" / "rules")


DAMAGES = (cut_short, cleared_away)


def test_a_whole_tree_plays_once_and_is_only_looked_at_from_then_on(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (whole.whole_tree(), whole.damage()) == (copied, None)

    monkeypatch.setattr(subprocess, "run", None)
    whole._plays.cache_clear()  # noqa: SLF001 - as in the next process
    (copied / "race" / "__pycache__").mkdir(exist_ok=True)
    (copied / "race" / "__pycache__" / "kept.nbi").write_bytes(b"what numba keeps")

    assert (whole.whole_tree(), whole.damage()) == (copied, None)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("sealed", [False, True])
def test_a_damaged_tree_is_left_alone_and_said_to_be(
    copied: Path, damage: Callable[[Path], None], *, sealed: bool
) -> None:
    if sealed:
        assert whole.whole_tree() == copied
    damage(copied)

    said = whole.damage()

    assert whole.whole_tree() is None
    assert said is not None
    assert f"The compiled core in {copied} is damaged" in speak(said)
    with crew_of("", 2, ours=True) as crew:
        assert crew is Pool


def test_a_batch_beside_a_damaged_tree_is_played_as_the_program_is_written(
    spec: Spec, results: Path, copied: Path, tmp_path: Path
) -> None:
    cut_short(copied)

    manifest = run(spec, tmp_path / "results", workers=2)

    assert manifest.quarantined == ()
    assert parts(tmp_path / "results") == parts(results)


def test_a_tree_that_cannot_be_sealed_plays_all_the_same(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _content: bytes) -> None:
        raise unwritable(path, OSError())

    monkeypatch.setattr(whole, "write_atomically", refuse)

    with crew_of("", 2, ours=True) as crew:
        assert crew is CompiledPool
    assert not (copied / SEAL).exists()


def test_nobody_is_told_of_a_tree_that_is_switched_off_or_not_there(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_short(copied)
    monkeypatch.setenv("DIVERTED_FAST", "0")
    switched_off = whole.whole_tree(), whole.damage()
    monkeypatch.delenv("DIVERTED_FAST")
    shutil.rmtree(copied)

    assert switched_off == (whole.whole_tree(), whole.damage()) == (None, None)


def unmarked(tree: Path) -> None:
    """Take away the mark by which a tree is found."""
    (tree / "race" / "made_from").unlink()


@pytest.mark.parametrize("damage", [*DAMAGES, unmarked])
def test_what_is_damaged_is_thrown_away_before_it_is_compiled_anew(
    copied: Path, damage: Callable[[Path], None]
) -> None:
    whole.clear_damaged()
    assert copied.is_dir()  # it is whole
    damage(copied)

    whole.clear_damaged()

    assert [*tree.trees().iterdir()] == []
    whole.clear_damaged()  # where there is nothing, nothing happens


def test_a_damaged_tree_that_cannot_be_taken_away_is_one_sentence(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_path: Path, _target: Path) -> None:
        raise PermissionError(13, "somebody has it open")

    cut_short(copied)
    monkeypatch.setattr(Path, "rename", held)

    with pytest.raises(PlainError, match="somebody has it open"):
        whole.clear_damaged()
