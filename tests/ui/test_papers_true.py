"""What the papers, the voices and the tales say is so in the month in which they say it."""

import re
from collections.abc import Iterator

import pytest

from race.core.events import Event, Happening
from race.core.ids import Ending, Mood
from race.core.tales import SCRIPTS
from race.core.wording.filed import ENTRIES
from race.core.words import Sentence, chips, usd
from race.ui.present.papers.editions import _STIRRED, printed
from race.ui.present.papers.facts import kind_of
from race.ui.present.papers.voices.hall import GRUMBLES, HINTS
from race.ui.present.papers.voices.remarks import REMARKS
from race.ui.present.papers.voices.rivals import VOICES
from race.ui.present.papers.wire import WIRE
from race.ui.present.papers.wording import HEADLINES, LAST_PAGES, SMALL_NEWS
from tests.ui.test_papers import played

SEASONS = re.compile(r"\b(spring|summer|autumn|winter|christmas|easter)\b", re.IGNORECASE)
IDIOMS = ("to follow, like winter",)
"""What names a season and says nothing of the date."""


def lines() -> Iterator[str]:
    """Yield every line that may be said in any month."""
    for columns in (*HEADLINES.values(), *LAST_PAGES.values(), SMALL_NEWS):
        for column in columns:
            yield from column
    for said in (*VOICES.values(), *GRUMBLES.values(), REMARKS, WIRE):
        for each in said.values():
            yield from each
    for entry in ENTRIES.values():
        yield from entry.wordings
    for script in SCRIPTS.values():
        yield script.question
        for way in script.ways:
            yield from (way.words, way.means, way.then.told, way.otherwise.told)


def test_nothing_that_may_be_said_in_any_month_names_a_season() -> None:
    found = [line for line in lines() if SEASONS.search(line) and not line.endswith(IDIOMS)]

    assert found == []


def test_no_line_calls_itself_the_second_of_its_kind() -> None:
    letters = [line for paper in HEADLINES["letter"] for line in paper]
    told = [*letters, *WIRE["Holders write an open letter to the carmaker's board."]]

    assert [line for line in told if line.startswith("Another")] == []


def test_a_contender_is_not_said_to_stand_on_a_step_of_the_podium() -> None:
    pages = [line for paper in LAST_PAGES[f"end.{Ending.CONTENDER}"] for line in paper]

    assert [line for line in pages if re.search(r"third|bronze|three", line, re.IGNORECASE)] == []


@pytest.mark.parametrize(("back", "kind"), [(0, "ruling.paid"), (1_200, "ruling.lost")])
def test_a_ruling_that_brings_no_chip_back_is_not_told_as_one_that_does(back: int, kind: str) -> None:
    words = "The court rules for the holders: the lab returns {quantity} chips and pays {price}."
    told = Sentence(words, {"quantity": chips(back), "price": usd(119_000_000)})

    assert kind_of(Event(kind=Happening.RULING, sentence=told, good=-1)) == kind
    assert "{quantity}" not in str(HEADLINES["ruling.paid"])


def test_a_run_that_goes_on_is_not_said_to_have_stopped() -> None:
    broke = "A training run of {firm} breaks down and goes back to a checkpoint; {part} of it is lost."

    assert kind_of(Event(kind=Happening.RUN_FAILED, sentence=Sentence(broke, {}))) == "run.broke"
    assert "{part}" in str(HEADLINES["run.broke"])


def test_the_hall_does_not_speak_of_a_date_when_something_was_made_good() -> None:
    stirred = {kind: occasion for occasion, kinds in _STIRRED for kind in kinds}

    assert {stirred["sorry"], stirred["given_back"]} == {"mended"}
    assert set(stirred.values()) == set(REMARKS)


def test_who_is_ahead_of_the_lab_does_not_speak_of_having_been_passed() -> None:
    game = played("historical")
    rules = game.view().board.rules.race
    beaten = {line for mood in (Mood.PRESSED, Mood.ALARMED) for line in VOICES[mood]["behind"]}

    wrong = [
        (edition.month, voice.speaker)
        for seed in range(60)
        for report, edition in zip(game.reports[1:], printed(game.reports, seed, rules), strict=True)
        for voice in edition.voices
        if voice.words.msgid in beaten
        for order in [[line.firm.value for line in report.league]]
        if order.index(voice.speaker) < order.index("xai")
    ]

    assert wrong == []


@pytest.mark.parametrize("founder", ["idle", "diverter"])
def test_nobody_hints_at_taking_before_the_papers_have_told_of_it(founder: str) -> None:
    game = played(founder)
    rules, acts = game.view().board.rules.race, game.view().affairs.acts
    known = min((act.published for act in acts if act.published is not None), default=99)

    hinted = {
        edition.month
        for seed in range(30)
        for edition in printed(game.reports, seed, rules)
        for voice in edition.grumbles
        if voice.words.msgid in HINTS
    }

    assert (known == 99) is (founder == "idle")
    assert [month for month in hinted if month < known] == []
    assert bool(hinted) is (known < 99)


def test_who_may_hint_has_something_else_to_say_as_well() -> None:
    said = [lines for kind in GRUMBLES.values() for lines in kind.values()]

    assert not HINTS.difference(*said)
    assert min(len(set(lines) - HINTS) for lines in said) >= 4
