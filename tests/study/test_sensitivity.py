from pathlib import Path

import pytest

from race.core.words import PlainError
from race.study.experiments.grid import grid, read_values
from race.study.experiments.sensitivity import Design, Method, design, effects, write_effects
from race.study.tuning.dials import Dial

DIALS = tuple(
    Dial(path=f"race.{name}", low=1.0, high=3.0, present=2.0, whole=False) for name in ("a", "b", "c")
)


def response(study: Design) -> list[float]:
    """Answer at every side with a figure that a makes much of, b a little, and c nothing."""
    return [10.0 * side.numbers["race.a"] + 2.0 * side.numbers["race.b"] ** 2 for side in study.sides]


@pytest.mark.parametrize("method", [Method.MORRIS, Method.SOBOL])
def test_numbers_come_in_the_order_of_their_effect(method: Method) -> None:
    study = design(method, DIALS, 64, seed=1)

    found = effects(study, response(study), seed=1)

    assert [each.number for each in found] == ["race.a", "race.b", "race.c"]
    assert found[-1].main == pytest.approx(0.0, abs=0.02)


def test_an_effect_is_what_going_from_bound_to_bound_does() -> None:
    study = design(Method.MORRIS, DIALS, 16, seed=1)

    largest = effects(study, response(study), seed=1)[0]

    assert largest.main == pytest.approx(20.0, abs=0.02)
    assert largest.whole == pytest.approx(0.0, abs=0.02)


def test_points_that_are_the_same_are_played_once() -> None:
    study = design(Method.MORRIS, DIALS[:2], 32, seed=1)

    assert len(study.points) == 32 * 3
    assert len(study.sides) == 16  # four levels of two numbers
    assert max(study.side_of) == 15


def test_a_figure_that_nothing_moves_has_no_effects(tmp_path: Path) -> None:
    study = design(Method.SOBOL, DIALS, 4, seed=1)

    found = effects(study, [5.0] * len(study.sides), seed=1)

    assert {each.whole for each in found} == {0.0}
    assert write_effects(tmp_path, study, found).read_text().splitlines()[0].endswith("s1,s1_half,st,st_half")


@pytest.mark.parametrize(
    ("method", "dials", "samples", "said"),
    [
        (Method.MORRIS, DIALS[:1], 8, "two numbers"),
        (Method.MORRIS, DIALS, 1, "2 or more"),
        (Method.SOBOL, DIALS, 12, "power of two"),
    ],
)
def test_a_design_that_says_nothing_is_refused(
    method: Method, dials: tuple[Dial, ...], samples: int, said: str
) -> None:
    with pytest.raises(PlainError, match=said):
        design(method, dials, samples, seed=1)


def test_a_sweep_has_every_combination_after_the_usual_game() -> None:
    sides = grid(read_values("race.luck_sd=10/14,switches.swap=0/1"))

    assert [side.name for side in sides] == [
        "usual",
        "race.luck_sd=10,switches.swap=0",
        "race.luck_sd=10,switches.swap=1",
        "race.luck_sd=14,switches.swap=0",
        "race.luck_sd=14,switches.swap=1",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "what is swept"),
        ("race.luck_sd", "are no values"),
        ("race.luck_sd=" + "/".join(str(n / 10) for n in range(401)), "too many"),
    ],
    ids=["none", "no values", "too many"],
)
def test_a_sweep_of_nothing_or_of_too_much_is_refused(text: str, said: str) -> None:
    with pytest.raises(PlainError, match=said):
        grid(read_values(text))
