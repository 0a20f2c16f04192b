"""Every number of a lab has a unit, bounds and a meaning, and the world lives with what they allow."""

from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from race.core.rulebook.catalogue import Entry
from race.scenario.lab_means import Means
from race.scenario.load import load_scenario, parse_scenario
from race.scenario.mistakes import Mistakes
from race.scenario.numbers import usual_numbers
from race.scenario.overrides import changed
from race.sim.race_model import RaceModel
from race.speech import speak

TEXT = load_scenario("history").text
OPENAI = [entry for path, entry in usual_numbers().items() if path.startswith("labs.openai.")]
MISTRAL = [entry for path, entry in usual_numbers().items() if path.startswith("labs.mistral.")]
PARTS = ("training", "research", "serving", "safety")
SHARES = ("share_ppm", "business_ppm")


def told(text: str) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        parse_scenario("mine", text)
    return [speak(mistake) for mistake in caught.value.mistakes]


def test_every_number_of_a_lab_is_described() -> None:
    numbers = {field.name for field in msgspec.structs.fields(Means) if field.type is not bool}

    assert {entry.path.rpartition(".")[2] for entry in OPENAI} == numbers
    assert all(entry.unit and entry.meaning and entry.low < entry.high for entry in OPENAI)
    assert not any(get_args(field.type) == () and field.type in {int, float} for field in FIELDS)


FIELDS = msgspec.structs.fields(Means)


@pytest.mark.parametrize("entry", OPENAI, ids=lambda entry: entry.path)
@pytest.mark.parametrize("upper", [False, True], ids=["low", "high"])
def test_a_number_out_of_its_bounds_is_refused_with_them(entry: Entry, *, upper: bool) -> None:
    beyond = entry.high + 1 if upper else entry.low - 1
    name = entry.path.rpartition(".")[2]

    mistakes = told(TEXT + f"\n[labs.openai]\n{name} = {beyond}\n")

    assert mistakes[0].startswith(f"{entry.path}: {beyond} is out of bounds; give ")


@settings(max_examples=40, deadline=None)
@given(
    entry=st.sampled_from([each for each in MISTRAL if not each.path.endswith((*PARTS, *SHARES))]),
    upper=st.booleans(),
)
def test_months_are_played_with_a_labs_number_at_its_bound(entry: Entry, *, upper: bool) -> None:
    bound = entry.high if upper else entry.low
    start = changed(load_scenario("the-twelve-thousand"), {entry.path: bound})

    race = RaceModel(start, "opportunist", 3, collect=False)
    for _ in range(4):
        race.step()
    month = race.world.month
    race.close()

    assert month == 4


@pytest.mark.parametrize("whole", [*PARTS, "none of the users"])
def test_months_are_played_with_as_much_compute_in_one_part_as_may_be(whole: str) -> None:
    split = {f"labs.mistral.{part}": 0 for part in PARTS} | {"labs.mistral.training": 10_000}
    split |= {f"labs.mistral.{whole}": 990_000 if whole != "training" else 1_000_000}
    nobody = {"labs.mistral.share_ppm": 0, "labs.mistral.business_ppm": 0}
    start = changed(load_scenario("the-twelve-thousand"), split if whole in PARTS else nobody)

    race = RaceModel(start, "opportunist", 3, collect=False)
    for _ in range(4):
        race.step()
    month = race.world.month
    race.close()

    assert month == 4


@pytest.mark.parametrize("share", SHARES)
def test_no_share_is_given_away_twice(share: str) -> None:
    mistakes = told(TEXT + f"\n[labs.meta]\n{share} = 500_000\n")

    assert len(mistakes) == 1
    assert f"labs: {share} of all labs makes " in mistakes[0]


def test_shares_of_an_equal_field_are_summed_too() -> None:
    text = load_scenario("open-field").text.replace("share_ppm = 142_857", "share_ppm = 150_000")

    assert told(text) == ["equal: share_ppm of all labs makes 1050000 ppm; give 1000000 at most."]


@pytest.mark.parametrize("name", ["tesla", "atlantis"])
def test_who_is_no_lab_has_no_means_and_only_labs_are_named(name: str) -> None:
    mistakes = told(TEXT + f"\n[labs.{name}]\nstaff = 3\n")

    assert len(mistakes) == 1
    assert mistakes[0].startswith(f'labs.{name}: "{name}" is not known; there are: xai, openai')
    assert "tesla" not in mistakes[0].partition("there are")[2]
