"""Arrays and compiled loops are two ways to reckon one law: nobody can tell which of them played."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from race.core.chance import Chance
from race.core.formulas.owners import compiled as door
from race.core.formulas.owners.compiled import PLAIN, CompiledCrowd, Loops, compiled, gather, rest
from race.core.formulas.owners.week import Crowd
from race.core.rulebook.owners import OwnerRules
from race.sim.race_model import RaceModel
from tests.architecture.house import ROOT
from tests.core.owners.any_crowd import RULES, STORIES, a_population, both, told


@lru_cache(maxsize=1)
def numbas() -> Loops:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(door, "built", lambda: None)
        loops = compiled.__wrapped__()
    assert loops is not None, "numba is part of the extra 'dev'"
    return loops


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    owners=RULES,
    size=st.integers(500, 1_500),
    seed=st.integers(0, 2**40),
    tales=STORIES,
    month=st.integers(1, 36),
)
def test_compiled_loops_give_the_bits_of_the_arrays(
    owners: OwnerRules, size: int, seed: int, tales: list[tuple[float, list[int], float]], month: int
) -> None:
    holders = a_population(size, seed)

    arrays, looped = both(owners, holders, numbas(), told(tales, month), month)

    assert arrays == looped


def test_the_loops_as_written_give_the_same_bits_without_a_compiler() -> None:
    holders = a_population(500, 3)
    stories = told([(0.8, [-90_000] * 7, 0.5), (0.5, [50_000] * 7, 0.2)], 3)

    with np.errstate(over="ignore"):  # the hash of luck keeps its lowest 64 bits
        arrays, looped = both(OwnerRules(), holders, PLAIN, stories, 3)

    assert arrays == looped


@pytest.mark.parametrize(
    ("scenario", "founder"), [("history", "diverter"), ("the-twelve-thousand", "random")]
)
def test_whole_games_end_in_the_same_position_either_way(
    scenario: str, founder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def played(wish: str) -> list[str]:
        monkeypatch.setattr(door, "wish", partial(str, wish))
        race = RaceModel(scenario, founder, 11, collect=False)
        prints = []
        while race.world.ending is None:
            race.step()
            prints.append(race.fingerprint().whole)
        race.close()
        return prints

    arrays, looped = played("0"), played("1")

    assert arrays == looped


def test_a_population_comes_to_rest_the_same_either_way(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = a_population(700, 9), a_population(700, 9)

    for holders, wish in ((one, "0"), (two, "1")):
        monkeypatch.setattr(door, "wish", partial(str, wish))
        rest(OwnerRules(), holders, 26)

    assert np.array_equal(one.trust, two.trust)


def test_the_switch_chooses_and_without_it_much_play_does(monkeypatch: pytest.MonkeyPatch) -> None:
    holders = a_population(500, 1)
    monkeypatch.setattr(door, "built", lambda: None)

    def chosen(wish: str, months_before: int) -> type[Crowd]:
        monkeypatch.setattr(door, "wish", partial(str, wish))
        monkeypatch.setattr(door._Work, "holder_months", 500 * months_before)  # noqa: SLF001 - the counter
        return type(gather(OwnerRules(), holders, 1, Chance(1)))

    assert [chosen("0", 10**6), chosen("", 0), chosen("", 10**6), chosen("1", 0)] == [
        Crowd,
        Crowd,
        CompiledCrowd,
        CompiledCrowd,
    ]


def test_where_the_loops_lie_in_c_they_reckon_until_numba_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    holders, numbas_own = a_population(500, 1), replace(PLAIN)
    monkeypatch.setattr(door, "built", lambda: PLAIN)
    monkeypatch.setattr(door, "compiled", lambda: numbas_own)

    def chosen(wish: str, months_before: int) -> Loops | None:
        monkeypatch.setattr(door, "wish", partial(str, wish))
        monkeypatch.setattr(door._Work, "holder_months", 500 * months_before)  # noqa: SLF001 - the counter
        crowd = gather(OwnerRules(), holders, 1, Chance(1))
        return crowd.loops if isinstance(crowd, CompiledCrowd) else None

    wishes = [chosen("0", 10**6), chosen("", 0), chosen("", 10**4), chosen("c", 10**6)]
    quickest = [chosen("", 10**6), chosen("1", 0)]

    assert wishes[0] is None
    assert all(loops is PLAIN for loops in wishes[1:])
    assert all(loops is numbas_own for loops in quickest)


def test_the_thread_of_a_window_calls_nothing_in_but_uses_what_another_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    holders = a_population(500, 1)
    monkeypatch.setattr(door, "wish", str)
    monkeypatch.setattr(door._Work, "holder_months", door.PAYS_AFTER)  # noqa: SLF001 - the counter
    monkeypatch.setattr(door._Work, "in_haste", None)  # noqa: SLF001 - nobody after this test
    monkeypatch.setattr(door, "built", lambda: None)
    monkeypatch.setattr(door, "compiled", lru_cache(lambda: PLAIN))

    def chosen() -> type[Crowd]:
        return type(gather(OwnerRules(), holders, 1, Chance(1)))

    door.never_here()
    before = chosen()
    with ThreadPoolExecutor(1) as other:
        beside = other.submit(chosen).result()

    assert (before, beside, chosen()) == (Crowd, CompiledCrowd, CompiledCrowd)


def test_where_nothing_can_be_kept_the_loops_are_compiled_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def njit(*, cache: bool, **_words: bool) -> Callable[[Any], Any]:
        asked.append(cache)
        if cache:
            message = "cannot cache function: no locator available"
            raise RuntimeError(message)
        return lambda loop: loop

    monkeypatch.setattr("numba.njit", njit)
    monkeypatch.setattr(door, "built", lambda: None)

    with np.errstate(over="ignore"):
        loops = compiled.__wrapped__()

    for name in Loops.__struct_fields__:
        assert getattr(loops, name).__code__ is getattr(PLAIN, name).__code__
    assert asked[0] is True


def test_one_game_never_waits_for_the_compiler() -> None:
    script = (
        "import sys; from race.sim.race_model import RaceModel\n"
        "race = RaceModel('history', 'steward', 1, collect=False)\n"
        "while race.world.ending is None: race.step()\n"
        "print('numba' in sys.modules)"
    )
    unasked = {name: value for name, value in os.environ.items() if name != "DIVERTED_FAST"}

    played = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=unasked, capture_output=True, text=True, check=True
    )

    assert played.stdout.strip() == "False"


def test_a_changed_rulebook_is_looked_up_again() -> None:
    holders = a_population(500, 2)
    before = Crowd(OwnerRules(), holders, 1, Chance(1)).minds.pull.copy()

    after = Crowd(replace(OwnerRules(), pull=0.2), holders, 1, Chance(1)).minds.pull

    assert after.sum() > before.sum()
