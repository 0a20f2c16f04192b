"""Numbers laid over a scenario: however its file is written, only they change."""

import pytest

from race.core.ids import Firm
from race.scenario.load import load_scenario, parse_scenario
from race.scenario.mistakes import Mistakes
from race.scenario.numbers import numbers_of
from race.scenario.opening import open_world
from race.scenario.overrides import changed
from race.speech import speak

TEXT = load_scenario("history").text


@pytest.mark.parametrize(
    "text",
    [
        "rules.race.luck_sd = 11.0\n" + TEXT,
        TEXT + "\n[ rules . race ]\nluck_sd = 11.0\n",
        TEXT + "\n[\"rules\".'race']\nluck_sd = 11.0\n",
        "rules = { race = { luck_sd = 11.0 } }\n" + TEXT,
    ],
    ids=["dotted", "spaced", "quoted", "inline"],
)
def test_numbers_are_changed_in_any_sound_spelling(text: str) -> None:
    scenario = parse_scenario("mine", text)

    now = changed(scenario, {"race.error_sd": 3.0, "labs.openai.staff": 800})

    assert (now.rules.race.luck_sd, now.rules.race.error_sd) == (11.0, 3.0)
    assert now.means[Firm.OPENAI].staff == 800
    assert now.means[Firm.META] == scenario.means[Firm.META]


def test_the_text_of_a_changed_scenario_is_that_scenario() -> None:
    now = changed(load_scenario("precipice"), {"race.luck_sd": 9.0, "labs.meta.greed": 0.25})

    again = parse_scenario("precipice", now.text)

    assert (again.rules, again.means, again.file) == (now.rules, now.means, now.file)


def test_numbers_that_do_not_fit_are_blamed_and_not_the_file() -> None:
    with pytest.raises(Mistakes) as refused:
        changed(load_scenario("open-field"), {"labs.openai.staff": 800})

    assert refused.value.code == 2
    assert "numbers that were asked for" in speak(refused.value.sentence)
    assert "in an equal field" in speak(refused.value.mistakes[0])


def test_the_number_of_holders_is_a_number_as_any_other() -> None:
    story = load_scenario("open-field")
    asked = changed(story, {"owners.size": 900})
    written = parse_scenario("mine", story.text + "\n[rules.owners]\nsize = 700\n")

    founded = [len(open_world(each, 1).holders.trust) for each in (story, asked, written)]

    assert founded == [500, 900, 700]
    assert numbers_of(story)["owners.size"].value == 500
