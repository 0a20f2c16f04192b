import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from race.cli.exits import MEANINGS
from race.scenario.load import load_scenario, scenario_names
from tests.architecture.house import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def commands() -> list[str]:
    return re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE)


def ask(*words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LANGUAGE": "en"}
    return subprocess.run(
        [sys.executable, "main.py", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_two_commands_do_all_the_set_up() -> None:
    play, test = commands()

    assert play.endswith("main.py")
    assert ".[dev]" in test
    assert test.endswith("pytest -n logical --dist worksteal")


def test_the_readme_names_every_scenario() -> None:
    titles = [load_scenario(name).file.title for name in scenario_names()]

    assert [title for title in titles if f"*{title}*" not in README.replace("\n", " ")] == []


def test_the_program_of_the_readme_runs() -> None:
    program = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)

    played = [
        subprocess.run([sys.executable, "-c", text], cwd=ROOT, capture_output=True, text=True, check=True)
        for text in program
    ]

    assert [bool(re.fullmatch(r"[0-9a-f]{16}\n", run.stdout)) for run in played] == [True]


def test_the_build_server_runs_the_commands_of_the_readme() -> None:
    asked = re.search(
        r"^readme\(\) \{ sed -n \"s/\^    \\\((.*)\$1\\\)\$/\\1/p\" README\.md; \}$", CI, re.MULTILINE
    )
    assert asked is not None
    endings = re.findall(r"readme '([^']+)'", CI)

    found = [[line for line in commands() if re.fullmatch(asked[1] + ending, line)] for ending in endings]

    assert found == [[command] for command in commands()]


def test_every_program_that_make_runs_is_there() -> None:
    named = re.findall(
        r"\$\(PYTHON\) -m ((?:tools|tests)[\w.]*)", (ROOT / "Makefile").read_text(encoding="utf-8")
    )

    missing = [name for name in named if not (ROOT / (name.replace(".", "/") + ".py")).is_file()]

    assert missing == []


def test_an_old_python_can_read_the_first_file_and_is_told_in_one_sentence(tmp_path: Path) -> None:
    source = (ROOT / "main.py").read_text(encoding="utf-8")
    old = tmp_path / "old.py"
    disguise = "import sys\nsys.version_info = (3, 10, 13, 'final', 0)\n"
    old.write_text(f"{disguise}exec({source!r}, {{'__name__': '__main__'}})\n")

    told = subprocess.run([sys.executable, old], cwd=ROOT, capture_output=True, text=True, check=False)

    ast.parse(source, feature_version=(3, 8))
    assert told.returncode != 0
    assert told.stdout == ""
    assert (
        told.stderr
        == "Diverted needs Python 3.11 or newer; this is 3.10.13: install a newer one and try again.\n"
    )


def test_the_page_of_exit_codes_is_the_table_of_the_program() -> None:
    page = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")

    rows = {int(code): meaning for code, meaning in re.findall(r"^\| (\d+) \| (.*) \|$", page, re.MULTILINE)}

    assert rows == {int(code): meaning for code, meaning in MEANINGS.items()}


@pytest.mark.parametrize("words", [("--no-such",), ("no-such",), ("watch", "--seed", "many"), ("replay",)])
def test_a_wrong_word_is_answered_in_one_sentence(words: tuple[str, ...]) -> None:
    answer = ask(*words)

    assert answer.returncode == 2
    assert answer.stdout == ""
    assert len(answer.stderr.splitlines()) == 1
    assert "--help" in answer.stderr


def test_help_ends_with_the_exit_codes() -> None:
    answer = ask("--help")

    told = " ".join(answer.stdout.split())
    assert answer.returncode == 0
    assert all(f"{int(code)} {meaning}" in told for code, meaning in MEANINGS.items())
