"""A stranger's file: every mistake at once, in plain words, with its place and what could stand there."""

import re

import pytest

from race.scenario.load import load_scenario, parse_scenario
from race.scenario.mistakes import Mistakes
from race.speech import speak

TEXT = load_scenario("history").text


def told(text: str) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        parse_scenario("mine", text)
    return [speak(mistake) for mistake in caught.value.mistakes]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "months = 36",
            'months = "36"',
            'months: a whole number is needed here, such as 12 or 30_000; it says "36".',
        ),
        ("months = 36", "months = 99", "months: 99 is out of bounds; give 1 to 36."),
        ("holders = 2000", "holders = 2000.5", "holders: a whole number is needed here"),
        ("supply_factor = 1.0", "supply_factor = nan", "supply_factor: nan is out of bounds"),
        (
            "[lab]",
            "[labs.openai]\nrecipe = nan\n[lab]",
            "labs.openai.recipe: nan is out of bounds; give -500 to 500.",
        ),
        ('payer = "xai"', 'payer = "xia"', "lines[1].payer: \"xia\" is not known; did you mean 'xai'?"),
        ("[lab]", "[lab]\nsites = 3", "lab.sites: a list is needed here, such as [6, 18]; it says 3."),
        (
            'title = "History"',
            "title = 7",
            'title: a text in quotes is needed here, such as "pay"; it says 7.',
        ),
        ('"History"', '" "', "title: a text of 1 to 60 letters is needed here; it has 0."),
        (
            '"History"',
            f'"{"x" * 100_000}"',
            "title: a text of 1 to 60 letters is needed here; it has 100000.",
        ),
        (
            "months = 36",
            "months = 6\nstart = 6",
            "start: 6 months are played as reported, and the game has only 6 months; start earlier.",
        ),
        ("[6, 18, 30]", "[6, 18, 6]", "meetings: month 6 stands there twice; take one out."),
        ("[6, 18, 30]", "[6, 18, 40]", "meetings: month 40 is outside the game of 36 months; give 1 to 36."),
        ("[6, 18, 30]", "[0, 6, 18]", "meetings: month 0 is outside the game of 36 months; give 1 to 36."),
        ('["pay", "domicile"]', '["pay", "pay"]', "resolutions.6: 'pay' stands there twice; take one out."),
        ('["pay", "domicile"]', '["pey"]', "resolutions.6[0]: \"pey\" is not known; did you mean 'pay'?"),
    ],
)
def test_a_wrong_value_is_told_with_what_could_stand_there(old: str, new: str, sentence: str) -> None:
    mistakes = told(TEXT.replace(old, new, 1))

    assert any(sentence in mistake for mistake in mistakes), mistakes


def test_the_holders_may_meet_in_the_first_month_and_in_the_last() -> None:
    found = parse_scenario("mine", TEXT.replace("[6, 18, 30]", "[36, 6, 18, 30, 1]", 1))

    assert found.setting.meetings == (1, 6, 18, 30, 36)


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    wrong = TEXT.replace("months = 36", "months = 99").replace("stake_ppm = 130_000", "stake_ppm = true")

    mistakes = told(wrong.replace("supply_factor = 1.0", 'supply_facto = 1.0\nfield = "evn"'))

    assert [mistake.split(":")[0].split(" ")[0] for mistake in mistakes] == [
        "supply_facto",
        "months",
        "field",
        "carmaker.stake_ppm",
    ]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            '[rules.race]\nluck_sd = "x"',
            'rules.race.luck_sd: a number is needed here, such as 0.5; it says "x".',
        ),
        (
            '[labs.openai]\ncash_usd = "x"',
            'labs.openai.cash_usd: a whole number is needed here, such as 12 or 30_000; it says "x".',
        ),
        ('[labs.openai]\nfirm = "meta"', "labs.openai.firm is not known; take it out."),
        (
            "[rules]\nrace = 3",
            "rules.race: a table is needed here, such as [rules.race] on a line of its own.",
        ),
    ],
)
def test_one_mistake_is_told_once_by_who_looks_closest(wrong: str, sentence: str) -> None:
    assert told(f"{TEXT}\n{wrong}\n") == [sentence]


def test_a_carmaker_without_a_site_is_a_mistake() -> None:
    raw = re.sub(r"\[\[carmaker\.sites\]\].*\n(?:\w.*\n)+", "", TEXT).replace(
        "[carmaker]", "[carmaker]\nsites = []"
    )

    mistakes = told(raw)

    assert mistakes == ["carmaker.sites: there must be at least one site, for the chips it runs; add one."]


@pytest.mark.parametrize(
    ("text", "changed", "sentence"),
    [
        ('title = "', 'titel = "', "titel is not known; did you mean 'title'?"),
        ('title = "', 'unheard_of = "', "unheard_of is not known; take it out."),
        (
            'title = "',
            'titel = "',
            "title is missing; write it, as the scenarios that come with the game do.",
        ),
        (
            "months = 36",
            "months = 36\nlines = [3]",
            "lines[0]: a table is needed here, such as [[lines]] on a line of its own.",
        ),
        ("6 = [", "7 = [", "resolutions.7: there is no meeting in that month; add it to meetings."),
    ],
)
def test_a_mistake_names_its_remedy(text: str, changed: str, sentence: str) -> None:
    torn = TEXT.replace(text, changed, 1)

    assert sentence in told(torn.split("# The memo")[0] if "lines =" in changed else torn)


def test_a_chapter_of_the_rules_that_stands_in_the_open_is_told_where_it_belongs() -> None:
    found = told(TEXT + "\n[switches]\nleaks = 0\n")

    assert found[-1] == "switches is not known; did you mean 'rules.switches'?"
