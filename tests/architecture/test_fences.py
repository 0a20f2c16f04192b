import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import RACE, ROOT, modules, packages, short, tree

LINTER = "from importlinter.cli import lint_imports_command as check; check()"
ENGINE_LUCK = {"random", "rng"}
NOT_OURS = "reference.py"
"""The bench's yardstick: a month as one would first write it with Mesa, luck included."""


def test_a_room_imports_downwards_only() -> None:
    checked = subprocess.run(
        [sys.executable, "-c", LINTER, "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout


def test_the_linter_sees_a_forbidden_import(tmp_path: Path) -> None:
    room = tmp_path / "race"
    for name in ("__init__", "core/__init__", "ui/__init__"):
        (room / name).parent.mkdir(parents=True, exist_ok=True)
        (room / f"{name}.py").touch()
    (room / "core" / "turn.py").write_text("import race.ui\n")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.importlinter]\nroot_packages = ["race"]\n'
        '[[tool.importlinter.contracts]]\nname = "down"\ntype = "layers"\n'
        'containers = ["race"]\nlayers = ["ui", "core"]\nexhaustive = true\n'
    )

    checked = subprocess.run(
        [sys.executable, "-c", LINTER, "--no-logo", "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 1
    assert "race.core.turn -> race.ui" in checked.stdout


def test_no_luck_comes_from_the_engine() -> None:
    drawn = [
        f"{short(path)}:{node.lineno}"
        for path in modules()
        if path.is_relative_to(RACE / "sim") and path.name != NOT_OURS
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in ENGINE_LUCK
    ]

    assert drawn == []


def test_every_room_says_what_it_is_for() -> None:
    silent = [short(folder) for folder in packages() if not ast.get_docstring(tree(folder / "__init__.py"))]

    assert silent == []


def test_every_module_opens_with_its_rule() -> None:
    silent = [short(path) for path in modules() if not ast.get_docstring(tree(path))]

    assert silent == []


@pytest.mark.parametrize(
    "room",
    sorted(path.stem for path in RACE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()),
)
def test_the_one_page_names_every_room(room: str) -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

    assert room == "__init__" or f"`race.{room}`" in page


def test_no_import_is_relative() -> None:
    relative = [
        f"{short(path)}:{node.lineno}"
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert relative == []


def test_asking_to_play_loads_neither_engine_nor_parser() -> None:
    heavy = "{'mesa', 'typer', 'numpy', 'rich', 'pandas', 'numba'}"
    probe = f"import sys, race.cli, race.cli.play; print(sorted({heavy} & set(sys.modules)))"

    loaded = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert loaded.stdout.strip() == "[]"
