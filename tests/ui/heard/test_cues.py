"""A month is heard as it is read: each effect of its news stands there, and the score follows the game."""

import re
from pathlib import Path

import pytest

from race.core.events import Event, Happening
from race.core.ids import Firm
from race.core.words import Name, Sentence
from race.session.session import Report, Session
from race.ui.kit.sound.effects import EFFECTS
from race.ui.present.heard.cues import MOST, cues
from race.ui.present.heard.mood import feeling
from race.ui.present.news import told
from race.ui.screens import screen
from tests.ui.seats import played

SCREENS = Path(screen.__file__).parent
WORDS = Sentence("Something happened.")


def month_of(*events: Event) -> Report:
    return Report(month=3, events=events, league=(), fleets={}, trust_ppm=500_000, price_cents=1)


def event(kind: Happening, firm: Firm | None = None, good: int = 0, words: Sentence = WORDS) -> Event:
    return Event(kind=kind, firm=firm, sentence=words, good=good)


def test_every_effect_of_a_month_stands_in_its_news() -> None:
    for report in played(14).reports:
        found = cues(report)

        assert len(found) <= MOST
        assert all(cue.event in told(report) and cue.effect in EFFECTS for cue in found)


def test_what_is_not_told_is_not_heard() -> None:
    silent = Event(kind=Happening.LEAK)

    assert cues(month_of(silent)) == ()


def test_the_same_release_is_near_or_far() -> None:
    near, far = (month_of(event(Happening.RELEASE, firm)) for firm in (Firm.XAI, Firm.META))

    assert [cue.effect for cue in cues(near)] == ["release"]
    assert [cue.effect for cue in cues(far)] == ["release_far"]


def test_the_lead_is_won_lost_or_none_of_the_founders() -> None:
    def change(new: Firm, old: Firm) -> list[str]:
        words = Sentence("{first} takes the lead from {old}.", {"first": Name(new), "old": Name(old)})
        return [cue.effect for cue in cues(month_of(event(Happening.LEADER_CHANGE, new, words=words)))]

    assert change(Firm.XAI, Firm.META) == ["lead"]
    assert change(Firm.META, Firm.XAI) == ["lead_lost"]
    assert change(Firm.META, Firm.OPENAI) == []


def test_the_weightiest_news_are_heard_and_each_effect_once() -> None:
    report = month_of(
        event(Happening.RELEASE, Firm.META),
        event(Happening.LEAK),
        event(Happening.DISCOVERY),
        event(Happening.SUIT),
    )

    assert [cue.effect for cue in cues(report)] == ["leak", "case"]


@pytest.mark.parametrize("months", [0, 8, 20])
def test_the_mood_stays_within_its_bounds(months: int) -> None:
    now = feeling(played(months))

    assert 0.0 <= now.pace <= 1.0
    assert 0.0 <= now.unease <= 1.0


def test_a_founder_who_diverts_makes_the_hall_uneasier_than_one_who_does_not() -> None:
    diverter, steward = (feeling(played(8, founder)) for founder in ("diverter", "steward"))

    assert diverter.unease > steward.unease


def test_the_race_is_calmer_at_the_start_than_late() -> None:
    assert feeling(Session("history", 3)).pace < feeling(played(20)).pace


def test_every_effect_that_a_screen_asks_for_exists() -> None:
    asked = {
        name
        for file in SCREENS.rglob("*.py")
        for line in re.findall(r"\.play\((.*)", file.read_text())
        for name in re.findall(r'"([a-z_]+)"', line.replace('"lab"', ""))
    }

    assert asked <= set(EFFECTS)
    assert {"lift", "drop", "drop_diverted", "month", "wave", "wave_doubt", "win", "lose"} <= asked
