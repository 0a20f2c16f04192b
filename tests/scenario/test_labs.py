import pytest

from race.core.ids import Firm
from race.core.words import PlainError
from race.scenario.load import load_scenario, parse_scenario

HISTORY = load_scenario("history").text


def test_a_scenario_can_change_the_means_of_one_lab() -> None:
    scenario = parse_scenario("changed", HISTORY + "\n[labs.meta]\nstaff = 7\nrecipe_goal = -3.5\n")

    assert scenario.means[Firm.META].staff == 7
    assert scenario.means[Firm.META].recipe_goal == -3.5
    assert scenario.means[Firm.OPENAI] == load_scenario("history").means[Firm.OPENAI]


@pytest.mark.parametrize(
    "labs",
    [
        "[labs.meta]\nstaf = 7\n",
        "[labs.meta]\nstaff = 7.5\n",
        "[labs.atlantis]\nstaff = 7\n",
        "[labs.meta]\ntraining = 1\n",
    ],
)
def test_means_that_make_no_sense_are_named(labs: str) -> None:
    with pytest.raises(PlainError) as refused:
        parse_scenario("changed", HISTORY + "\n" + labs)

    assert "labs" in str(getattr(refused.value, "mistakes", ""))
