"""What the compiling process does, tried on a file of three lines in place of what mypyc and Cython write."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from race.study.native.told import COMPILE

SOURCE = """
#include <Python.h>
static struct PyModuleDef told = {PyModuleDef_HEAD_INIT, "tried", NULL, -1, NULL};
PyMODINIT_FUNC PyInit_tried(void) { return PyModule_Create(&told); }
"""
MYPYC = """
from pathlib import Path
from setuptools import Extension

def mypycify(words, **how):
    Path("build").mkdir()
    Path("build/__native_tried.c").write_text(Path("source.c").read_text())
    return [Extension("tried", ["build/__native_tried.c"])]
"""
CYTHON = """
from pathlib import Path

def cythonize(module, *, build_dir, quiet):
    Path(build_dir, "loops.c").write_text(Path(module.sources[0]).read_text())
    module.sources[:] = [f"{build_dir}/loops.c"]
    return [module]
"""
PROVE = """
import sys, tried, tried_loops
from pathlib import Path

Path("played").write_text(sys.argv[1])
sys.exit({code})
"""
NO_COUNTING = """#!/bin/sh
case "$*" in *-fprofile-generate*) exit 1;; esac
exec gcc "$@"
"""
pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("gcc") is None, reason="gcc counts in games"
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a folder that looks to the compiling process like a translated tree."""
    files = {
        "source.c": SOURCE,
        "tried_loops.pyx": SOURCE.replace("tried", "tried_loops"),
        "Cython/__init__.py": "",
        "Cython/Build.py": CYTHON,
        "mypyc/__init__.py": "",
        "mypyc/build.py": MYPYC,
        "race/__init__.py": "",
        "race/study/__init__.py": "",
        "race/study/native/__init__.py": "",
        "race/study/native/prove.py": PROVE.format(code=0),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def compiled(tree: Path, compiler: str = "gcc", often: str = "twice") -> "subprocess.CompletedProcess[str]":
    surroundings = {**os.environ, "CC": compiler, "PYTHONPATH": str(tree), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-c", COMPILE, "2", often, "tried_loops.pyx"]
    return subprocess.run(command, cwd=tree, env=surroundings, capture_output=True, text=True, check=False)


def flags_of(told: "subprocess.CompletedProcess[str]") -> list[str]:
    """Return what each call of the compiler was told of games."""
    calls = [line for line in told.stdout.splitlines() if " -c build/" in line]
    return [
        "generate" if "-fprofile-generate" in call else "use" if "-fprofile-use" in call else ""
        for call in calls
    ]


def test_what_games_show_is_known_to_the_second_result(tree: Path) -> None:
    told = compiled(tree)

    assert told.returncode == 0, told.stderr
    assert flags_of(told) == ["generate", "generate", "use", "use"]
    assert (tree / "played").read_text("utf-8") == "11"
    assert [*tree.rglob("*.gcda")]
    assert [*tree.glob("tried.*.so")]
    assert [*tree.glob("tried_loops.*.so")]


def test_once_is_enough_where_somebody_says_so(tree: Path) -> None:
    told = compiled(tree, often="once")

    assert told.returncode == 0, told.stderr
    assert flags_of(told) == ["", ""]
    assert not (tree / "played").exists()
    assert [*tree.glob("tried.*.so")]


def test_without_counting_it_is_compiled_as_ever(tree: Path) -> None:
    compiler = tree / "gcc-that-cannot-count"
    compiler.write_text(NO_COUNTING, encoding="utf-8")
    compiler.chmod(0o755)

    told = compiled(tree, str(compiler))

    assert told.returncode == 0, told.stderr
    assert "without what games show" in told.stdout
    assert flags_of(told)[-1] == ""
    assert not (tree / "played").exists()
    assert [*tree.glob("tried.*.so")]


def test_games_that_fail_in_the_first_result_leave_the_second_as_ever(tree: Path) -> None:
    (tree / "race" / "study" / "native" / "prove.py").write_text(PROVE.format(code=3), encoding="utf-8")

    told = compiled(tree)

    assert told.returncode == 0, told.stderr
    assert flags_of(told) == ["generate", "generate", "", ""]


def test_a_compiler_that_fails_fails(tree: Path) -> None:
    (tree / "source.c").write_text("int told(void) { return }\n", encoding="utf-8")

    assert compiled(tree).returncode != 0
    assert not [*tree.glob("tried.*.so")]
