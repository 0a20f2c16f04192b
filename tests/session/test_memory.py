"""Rubbish is looked for seldom in the processes that are ours, and never because somebody else asks us."""

import gc
import subprocess
import sys

import pytest

from race.cli import main

ASKED = """
import gc, sys
from race.cli import main
sys.argv = ["diverted", "--version"]
main()
print(gc.get_threshold()[0], gc.get_freeze_count() > 0)
"""


def test_the_program_looks_for_rubbish_seldom() -> None:
    told = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)

    threshold, frozen = told.stdout.split()[-2:]
    assert int(threshold) > 10_000
    assert frozen == "True"


def test_whoever_calls_the_program_keeps_an_own_way(capsys: pytest.CaptureFixture[str]) -> None:
    before = gc.get_threshold()

    main(["--version"])

    assert capsys.readouterr().out
    assert gc.get_threshold() == before
