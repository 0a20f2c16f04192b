import json
import os
import subprocess
import sys
from functools import cache

import pytest

from race.study.bench.signature import fingerprints, signature
from race.study.game import play_game
from tests.architecture.house import ROOT

BOTS = ("steward", "diverter", "random")
PLAY = """
import json
from race.study.game import play_game
bots = ("steward", "diverter", "random")
print(json.dumps([play_game("the-twelve-thousand", bot, 1).fingerprint for bot in bots]))
"""
ENVIRONMENTS = {
    "another hash seed, and a numpy without wide instructions": {
        "PYTHONHASHSEED": "12345",
        "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR",
    },
    "a random hash seed, and a libm without wide instructions": {
        "PYTHONHASHSEED": "random",
        "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA",
    },
}


@cache
def here() -> list[str]:
    """Return the fingerprints of the games as this process plays them."""
    return [play_game("the-twelve-thousand", bot, 1).fingerprint for bot in BOTS]


@pytest.mark.parametrize("change", ENVIRONMENTS.values(), ids=list(ENVIRONMENTS))
def test_the_game_is_the_same_with(change: dict[str, str]) -> None:
    quiet = {"PYTHONWARNINGS": "ignore", **os.environ, **change}  # numpy may warn that a feature is not there

    told = subprocess.run(
        [sys.executable, "-c", PLAY], cwd=ROOT, env=quiet, capture_output=True, text=True, check=True
    )

    assert json.loads(told.stdout) == here()


def test_the_same_seed_gives_the_same_fingerprint_twice() -> None:
    first, again = (play_game("the-twelve-thousand", "random", 11, months=True) for _ in range(2))

    assert first == again


def test_another_seed_is_another_game() -> None:
    first, other = (play_game("the-twelve-thousand", "steward", seed) for seed in (1, 2))

    assert first.fingerprint != other.fingerprint


@pytest.mark.slow
def test_the_signature_stands_for_all_its_games() -> None:
    games = fingerprints()

    assert len(set(games.values())) == len(games) == 6
    assert signature() == signature()
