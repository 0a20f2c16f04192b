"""What `build` refuses, proves and leaves behind; the compiler itself is called by hand, it takes minutes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from race.core.words import PlainError
from race.session.beside import tree, use
from race.study.native import build as builder
from race.study.native.build import Step, build
from race.study.native.prove import GAMES


@pytest.fixture
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Step]:
    """Leave out the compiler and most of the games, in an empty home; return what is told."""
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DIVERTED_FAST", raising=False)
    monkeypatch.setattr(builder, "GAMES", GAMES[9:10])
    monkeypatch.setattr(builder, "_need_compiler", lambda _draft: None)
    monkeypatch.setattr(builder, "_compile", lambda _tree, log, _tell, **_often: log.write("compiled"))
    return []


def left() -> list[str]:
    """Return what lies where the trees lie."""
    return sorted(path.name for path in tree.trees().iterdir())


def test_a_tree_that_plays_the_same_games_is_put_where_it_is_found(quick: list[Step]) -> None:
    for age in range(5):
        (tree.trees() / f"old{age}" / "race").mkdir(parents=True)
        (tree.trees() / f"old{age}" / "race" / "made_from").touch()

    built = build(quick.append)

    assert (built.folder, built.games, tree.tree()) == (tree.place(), 1, tree.place())
    kept = [name for name in left() if not name.startswith("old")]
    assert kept == sorted([".lock", "build.log", tree.place().name])
    assert len(left()) == len(kept) + 3  # trees of older programs go but for a few
    assert quick[-1].total == 1
    assert build(quick.append) == (tree.place(), 0)


def test_a_tree_that_plays_another_game_is_thrown_away(
    quick: list[Step], monkeypatch: pytest.MonkeyPatch
) -> None:
    def translate_wrongly(tree: Path, _log: object, _tell: object, **_often: bool) -> None:
        (tree / "race" / "policy" / "institutions" / "press.py").unlink()

    monkeypatch.setattr(builder, "_compile", translate_wrongly)

    with pytest.raises(PlainError, match="speculator, seed 10") as refused:
        build(quick.append)

    assert refused.value.code == 5
    assert left() == [".lock", "build.log"]
    assert "press" in (tree.trees() / "build.log").read_text("utf-8")


def test_an_interruption_leaves_the_log_alone(quick: list[Step], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_tree: Path, _log: object, _tell: object, **_often: bool) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(builder, "_compile", interrupted)
    tree.trees().mkdir(parents=True)
    (tree.trees() / f"{use.BUILDING}1").mkdir()  # of somebody who was killed

    with pytest.raises(KeyboardInterrupt):
        build(quick.append)

    assert left() == [".lock", "build.log"]


@pytest.mark.skipif(sys.platform == "win32", reason="nobody is asked to end there")
def test_whoever_ends_a_build_ends_what_it_has_started(
    tmp_path: Path, quick: list[Step], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(builder, "_need_compiler", lambda _draft: None)
    script = (
        "import os, signal, time\nfrom pathlib import Path\n"
        f"Path({str(tmp_path / 'started')!r}).write_text(str(os.getpid()))\n"
        "os.kill(os.getppid(), signal.SIGTERM)\ntime.sleep(60)"
    )
    monkeypatch.setattr(builder, "COMPILE", script)
    before = signal.getsignal(signal.SIGTERM)

    with pytest.raises(KeyboardInterrupt):
        build(quick.append)

    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "started").read_text("utf-8")), 0)
    assert left() == [".lock", "build.log"]
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_failed_compiler_is_named_with_its_log(
    tmp_path: Path, quick: list[Step], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(builder, "_need_compiler", lambda _draft: None)
    monkeypatch.setattr(builder, "COMPILE", "import sys; print('no such thing'); sys.exit(1)")

    with pytest.raises(PlainError, match=r"build\.log") as refused:
        build(quick.append)

    assert refused.value.code == 4
    assert left() == [".lock", "build.log"]
    assert "no such thing" in (tree.trees() / "build.log").read_text("utf-8")


def test_a_machine_without_a_compiler_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path))
    monkeypatch.setattr(builder, "TRY", "raise SystemExit(1)")

    with pytest.raises(PlainError, match="environment variable CC") as refused:
        build(lambda _step: None)

    assert refused.value.code == 4


def test_without_mypy_the_line_that_installs_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path))
    monkeypatch.setattr(builder, "find_spec", lambda _name: None)

    with pytest.raises(PlainError, match=r"pip install 'diverted\[compile\]'") as refused:
        build(lambda _step: None)

    assert refused.value.code == 6
    assert not tree.trees().exists()


def test_only_one_compiles_at_a_time(quick: list[Step]) -> None:
    script = (
        "import sys, time; from pathlib import Path; from race.session.disk import held\n"
        "with held(Path(sys.argv[1]), 'busy'):\n    print(flush=True); time.sleep(30)"
    )
    command = [sys.executable, "-c", script, str(tree.trees() / ".lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        try:
            assert other.stdout is not None
            other.stdout.readline()
            with pytest.raises(PlainError, match="compiling already"):
                build(quick.append)
        finally:
            other.kill()


@pytest.mark.parametrize(("machine", "flags"), [("x86_64", "-g"), ("aarch64", "-g -ffp-contract=off")])
def test_no_processor_joins_a_product_and_a_sum(
    machine: str, flags: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.machine", lambda: machine)
    monkeypatch.setattr("sys.platform", "linux")

    assert builder._exact({"CFLAGS": "-g"}) == {"CFLAGS": flags}  # noqa: SLF001 - the one place of the flags
