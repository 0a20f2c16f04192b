"""An equal field: one table of means for all labs, checked like the rest of a scenario."""

import pytest

from race.core.ids import LABS
from race.files import assets
from race.scenario.load import parse_scenario
from race.scenario.mistakes import Mistakes
from race.scenario.opening import open_world
from race.speech import speak
from tests.builders import scenario

TEXT = (assets() / "scenarios" / "open-field.toml").read_text("utf-8")


def told(text: str) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        parse_scenario("mine", text)
    return [speak(mistake) for mistake in caught.value.mistakes]


def test_equal_labs_differ_in_nothing_but_the_error_of_their_first_score() -> None:
    world = open_world(scenario("open-field"), 3)

    labs = [world.labs[firm] for firm in LABS]

    assert len({(lab.cash_usd, lab.parent_usd, lab.depot.chips(), lab.recipe_goal) for lab in labs}) == 1
    assert len({tuple(site.power_kw for site in lab.depot.sites) for lab in labs}) == 1
    assert len({sum(x.quantity for x in world.market.lines if x.payer is firm) for firm in LABS}) == 1
    assert len({(lab.releases[0].elo_true, lab.releases[0].open_weights) for lab in labs}) == 1
    assert len({lab.releases[0].elo_published for lab in labs}) == len(LABS)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'field = "equal"',
            "",
            'equal is only read with field = "equal"; write that, or take the table out.',
        ),
        ("training = 250_000", "training = 260_000", "they must make 1000000"),
        ("staff = 400", "staf = 400", "equal.staf is not known; did you mean 'staff'?"),
        ("elo = 1240.0", "elo = 9000.0", "equal.elo:"),
        ('field = "equal"', 'field = "uneven"', "field:"),
    ],
)
def test_what_is_wrong_with_an_equal_field_is_said_with_its_place(old: str, new: str, sentence: str) -> None:
    mistakes = told(TEXT.replace(old, new))

    assert any(sentence in mistake for mistake in mistakes), mistakes


def test_an_equal_field_without_its_table_is_refused() -> None:
    head, rest = TEXT.split("[equal]")

    mistakes = told(head + rest[rest.index("[carmaker]") :])

    assert any("one table of means" in mistake for mistake in mistakes)
