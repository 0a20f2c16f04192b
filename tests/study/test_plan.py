import re

import msgspec
import pytest

from race.core.words import PlainError
from race.study.plan import Spec, cells_of, check, chunks_of, games_of, spec_digest

SPEC = Spec(scenarios=("history", "the-twelve-thousand"), founders=("idle", "steward"), runs=30, seed=9)


def test_every_cell_is_played_on_the_same_seeds() -> None:
    seeds = {
        cell.cell: [game.seed for game in games_of(SPEC) if game.cell == cell.cell] for cell in cells_of(SPEC)
    }

    assert list(seeds) == [0, 1, 2, 3]
    assert all(of_cell == list(range(9, 39)) for of_cell in seeds.values())


def test_chunks_hold_every_game_once_in_order() -> None:
    games = [game for chunk in chunks_of(SPEC) for game in chunk.games]

    assert games == list(games_of(SPEC))
    assert [chunk.part for chunk in chunks_of(SPEC)] == list(range(len(chunks_of(SPEC))))


@pytest.mark.parametrize(
    ("field", "value"),
    [("runs", 31), ("seed", 10), ("founders", ("steward", "idle")), ("months", False), ("texts", ("abc",))],
    ids=str,
)
def test_whatever_can_change_a_result_changes_the_digest(field: str, value: object) -> None:
    other = msgspec.structs.replace(SPEC, **{field: value})

    assert spec_digest(other) != spec_digest(SPEC)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"runs": 0}, "1 or more"),
        ({"runs": -7}, "1 or more"),
        ({"seed": -1}, "2**63"),
        ({"seed": 2**63 - 10}, "ask for fewer runs or a smaller seed"),
        ({"runs": 10**20}, "ask for fewer runs or a smaller seed"),
        ({"seed": 2**63}, "A seed is a whole number from 0 to 2**63 - 1"),
        ({"founders": ("idle", "idle")}, "twice"),
        ({"founders": ()}, "at least one"),
    ],
    ids=str,
)
def test_a_spec_that_cannot_be_played_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(PlainError, match=re.escape(said)) as refusal:
        check(msgspec.structs.replace(SPEC, **change))

    assert refusal.value.code == 2
