import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.architecture.house import lines, modules, packages, short, tree

MOST_LINES = 400
MOST_MODULES = 12
MOST_STATEMENTS = 30
SHORT = 25
SHORT_ONES = 0.12
"""Part of all modules that may be short: a gate, a protocol, a registry."""


def test_no_module_is_longer_than_one_can_read_at_a_sitting() -> None:
    too_long = {short(path): lines(path) for path in modules() if lines(path) > MOST_LINES}

    assert too_long == {}


def test_modules_are_neither_crumbs_nor_loaves() -> None:
    sizes = [lines(path) for path in modules()]

    crumbs = sorted(short(path) for path in modules() if lines(path) < SHORT)

    assert 60 <= median(sizes) <= 200
    assert len(crumbs) <= SHORT_ONES * len(sizes), crumbs


def test_a_folder_can_be_taken_in_at_a_glance() -> None:
    found = {
        short(folder): len([path for path in modules() if path.parent == folder]) for folder in packages()
    }

    assert {folder: count for folder, count in found.items() if count > MOST_MODULES} == {}


def test_a_function_says_one_thing() -> None:
    too_long = {
        f"{short(path)}:{function.lineno} {function.name}": size
        for path in modules()
        for function in functions(path)
        if (size := statements(function)) > MOST_STATEMENTS
    }

    assert too_long == {}


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))


def statements(function: ast.FunctionDef) -> int:
    return sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1
