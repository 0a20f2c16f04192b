"""What is said is true as it is read: amounts that differ, rates with their unit, labels in one piece."""

from dataclasses import replace
from pathlib import Path

import pytest

from race.core.words import Sentence, usd
from race.speech import NARROW, set_language, speak
from race.ui.kit import text
from race.ui.kit.theme import BODY, SECONDARY_BOLD, Theme
from race.ui.present.guide.topics import KeysNow, topics
from race.ui.present.news import lines_of
from race.ui.screens.ahead import dress
from race.ui.screens.ahead.war_room import WarRoom
from tests.ui import seats

_REFUSED = "This costs {cost} now; {free} is left."


@pytest.mark.parametrize(
    ("cost", "free", "told"),
    [
        (1_104_000_000, 1_096_000_000, "$1.104 B now; $1.096 B"),
        (508_400_000, 507_900_000, "$508.4 M now; $507.9 M"),
        (1_100_000_000, 900_000_000, "$1.1 B now; $900 M"),
        (1_100_000_000, 1_100_000_000, "$1.1 B now; $1.1 B"),
    ],
)
def test_two_amounts_that_differ_are_told_with_digits_that_show_it(cost: int, free: int, told: str) -> None:
    sentence = Sentence(_REFUSED, {"cost": usd(cost), "free": usd(free)})

    said = speak(sentence).replace(NARROW, " ")

    assert said == f"This costs {told} is left."


def test_amounts_that_differ_are_told_apart_in_french_too() -> None:
    set_language("fr")
    sentence = Sentence(_REFUSED, {"cost": usd(1_104_000_000_000), "free": usd(1_103_900_000_000)})

    said = speak(sentence).replace(NARROW, " ")

    assert "1 104,0 Md $" in said
    assert "1 103,9 Md $" in said


def test_a_rate_of_the_rulebook_is_told_in_per_cent() -> None:
    every = {topic.key: topic.aside for topic in topics(seats.played(2), KeysNow())}

    assert every["number.race.failure"] == f"1.5{NARROW}% a month"
    assert every["number.chips.fail_ppm"] == f"0.12{NARROW}% a month"
    assert every["number.diversion.lease_rent"] == f"3.5{NARROW}% of the value a month"
    assert every["number.court.print_lack"] == "2.5 times a month"


def test_a_site_built_before_its_permits_is_rushed_in_the_help_too() -> None:
    every = topics(seats.played(2), KeysNow())

    told = [topic.words() for topic in every if topic.key.startswith(("number.chips.", "term."))]

    assert [words for words in told if "forced site" in words or "Forced build" in words] == []
    assert any("rushed" in words for words in told)


def test_a_label_stays_beside_a_figure_that_is_its_whole_value() -> None:
    theme = Theme.for_window(1280, 720)
    words = f"Votre parole compte. Loyauté\u00a0: 70{NARROW}%, puis 80{NARROW}%."

    broken = [text.wrap(theme, words, BODY, room) for room in range(120, 420, 5)]

    assert [lines for lines in broken if any(line.endswith(":") for line in lines[:-1])] == []


def test_news_that_repeat_are_counted_at_their_end() -> None:
    reports = seats.played(14).reports

    told = [line.text for report in reports for line in lines_of(report, 99)]

    assert [words for words in told if "\u00d7" in words] == []
    assert any(words.endswith(("(2 times).", "(3 times).")) for words in told)


def test_the_legend_of_the_war_room_has_room_for_its_word_before_any_future(tmp_path: Path) -> None:
    set_language("fr")
    theme, room = seats.desk().theme, WarRoom(seats.desk(), seats.game(tmp_path, 33))
    bare = tuple(replace(state, futures=(), names=()) for state in room.fans)

    margin = dress.fan_margins(theme, bare)[1]

    assert margin >= text.width(theme, "Maintenant", SECONDARY_BOLD) + theme.px(30)
