"""The papers: three of them on the same facts, none that was not public, nothing said twice too soon."""

import ast
import string
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from race.core.events import Happening
from race.core.ids import KINDS, Ending, Mood
from race.session.session import Session
from race.session.store import load, save
from race.speech import speak
from race.ui.present.debrief.case import _COURT_CASH, _COURT_CHIPS
from race.ui.present.debrief.moved import WEATHERED
from race.ui.present.guide.linked import _CAUSES
from race.ui.present.news import lines_of
from race.ui.present.papers.editions import PAPERS, _big, editions
from race.ui.present.papers.facts import (
    _SPOKEN,
    BIG,
    BIGGEST,
    OWNERS,
    RANKED,
    Fact,
    facts_of,
    kind_of,
    standing,
)
from race.ui.present.papers.voices.hall import GRUMBLES
from race.ui.present.papers.voices.remarks import REMARKS
from race.ui.present.papers.voices.rivals import VOICES
from race.ui.present.papers.wire import WIRE
from race.ui.present.papers.wording import HEADLINES, LAST_PAGES, SMALL_NEWS
from tests.architecture.house import ROOT, tree

BOTS = ("historical", "diverter", "steward", "random")


@cache
def played(founder: str, seed: int = 5) -> Session:
    """Return a game that a bot has played to its end; order nothing in it."""
    session = Session("history", seed, founder)
    while session.ending is None:
        session.end_month()
    return session


def braces(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_kind_of_story_has_at_least_four_wordings_in_each_paper() -> None:
    columns = {kind: [len(wordings) for wordings in HEADLINES[kind]] for kind in RANKED}

    assert set(RANKED) == set(HEADLINES)
    assert {kind: sizes for kind, sizes in columns.items() if len(sizes) != 3 or min(sizes) < 4} == {}


def test_every_ending_has_a_last_page_in_each_paper() -> None:
    sizes = {ending: [len(lines) for lines in LAST_PAGES[f"end.{ending}"]] for ending in Ending}

    assert min(min(each) for each in sizes.values()) >= 2
    assert editions(played("steward"))[-1].columns[0][0].kind.startswith("end.")


def test_the_worst_news_open_the_papers_every_time_and_big_ones_the_first() -> None:
    opens = {
        weight: [_big(Fact("suit", OWNERS, weight, {}), seen) for seen in (frozenset(), frozenset({"suit"}))]
        for weight in (BIG - 1, BIG, BIGGEST - 1, BIGGEST)
    }

    assert opens[BIG - 1] == [False, False]
    assert opens[BIG] == opens[BIGGEST - 1] == [True, False]
    assert opens[BIGGEST] == [True, True]


def test_rivals_and_the_hall_have_something_to_say_in_every_mood() -> None:
    moods = {mood: sum(map(len, VOICES[mood].values())) for mood in Mood}
    levels = {
        (kind, level): len(GRUMBLES[kind][level]) for kind in KINDS for level in ("low", "middle", "high")
    }

    assert min(moods.values()) >= 6
    assert min(levels.values()) >= 6


def test_no_line_stands_twice_in_the_wordings() -> None:
    headlines = [line for papers in HEADLINES.values() for paper in papers for line in paper]
    small = [line for paper in SMALL_NEWS for line in paper]
    said = [line for mood in VOICES.values() for lines in mood.values() for line in lines]
    heard = [line for kind in GRUMBLES.values() for lines in kind.values() for line in lines]
    remarks = [line for lines in REMARKS.values() for line in lines]

    times = Counter([*headlines, *small, *said, *heard, *remarks])

    assert [line for line, count in times.items() if count > 1] == []


@pytest.mark.parametrize("founder", BOTS)
def test_every_wording_of_what_happens_finds_its_numbers(founder: str) -> None:
    facts = [fact for report in played(founder).reports for fact in facts_of(report)]

    open_braces = [
        (fact.kind, line)
        for fact in facts
        for paper in HEADLINES[fact.kind]
        for line in paper
        if not braces(line) <= set(fact.values)
    ]

    assert facts
    assert open_braces == []


def test_voices_and_small_news_name_only_what_always_stands() -> None:
    always = set(standing(played("historical").reports[-1]))
    lines = [
        *(line for paper in SMALL_NEWS for line in paper),
        *(line for papers in LAST_PAGES.values() for paper in papers for line in paper),
        *(line for mood in VOICES.values() for said in mood.values() for line in said),
        *(line for kind in GRUMBLES.values() for said in kind.values() for line in said),
        *(line for said in REMARKS.values() for line in said),
    ]

    assert [line for line in lines if not braces(line) <= always] == []


def test_the_sentences_by_which_stories_and_causes_are_told_apart_are_the_laws_own() -> None:
    laws = sorted((ROOT / "race" / "core").rglob("*.py"))
    said = {
        node.value
        for path in laws
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    told_apart = (*_SPOKEN, *WIRE, *_COURT_CASH, _COURT_CHIPS, *WEATHERED, *_CAUSES)
    assert [sentence for sentence in told_apart if sentence not in said] == []


def test_every_wording_of_the_news_says_what_the_law_says() -> None:
    fewer = [
        wording
        for sentence, wordings in WIRE.items()
        for wording in wordings
        if braces(wording) != braces(sentence)
    ]

    assert fewer == []


def test_the_same_event_is_worded_the_same_wherever_it_is_read() -> None:
    report = played("historical").reports[9]

    first, again = lines_of(report, 40), lines_of(report, 40)

    assert first == again


def test_the_same_game_has_the_same_papers_and_another_seed_has_others() -> None:
    game, other = played("historical"), played("historical", 6)

    first, again = editions(game), editions(game)

    assert first == again
    assert first[0] != editions(other)[0]


def test_reading_the_papers_changes_nothing() -> None:
    session = played("steward").fork()
    before = session.fingerprint()

    editions(session)

    assert session.fingerprint() == before


def test_what_only_the_founder_knows_is_not_printed() -> None:
    private = [
        event
        for report in played("diverter").reports
        for event in report.events
        if event.known_to is not None and event.kind is Happening.DIVERSION
    ]

    assert private
    assert [kind_of(event) for event in private] == [""] * len(private)


@pytest.mark.parametrize("founder", BOTS)
def test_three_papers_lead_with_the_same_fact_in_three_wordings(founder: str) -> None:
    for edition in editions(played(founder)):
        leads = [column[0] for column in edition.columns]

        assert len(leads) == len(PAPERS)
        assert len({lead.words.msgid for lead in leads}) == len(PAPERS)
        assert len({lead.kind for lead in leads}) == 1
        assert all("{" not in speak(lead.words) for lead in leads)


@pytest.mark.parametrize("founder", BOTS)
def test_nobody_speaks_twice_in_one_month(founder: str) -> None:
    speakers = [
        [voice.speaker for voice in (*edition.voices, *edition.grumbles)]
        for edition in editions(played(founder))
    ]

    assert [names for names in speakers if len(names) != len(set(names))] == []


def test_a_wording_comes_back_only_when_its_like_are_used_up() -> None:
    shown = Counter(
        (paper, line.kind, line.words.msgid)
        for edition in editions(played("historical"))
        for paper, column in zip(PAPERS, edition.columns, strict=True)
        for line in column
    )

    uneven = [
        (paper, kind)
        for paper, kind in {(paper, kind) for paper, kind, _ in shown}
        if kind in HEADLINES and _spread(shown, paper, kind) > 1
    ]

    assert uneven == []


def _spread(shown: Counter[tuple[str, str, str]], paper: str, kind: str) -> int:
    """Return how much oftener the commonest wording of a kind was shown than the rarest."""
    wordings = HEADLINES[kind][PAPERS.index(paper)]
    times = [shown[paper, kind, line] for line in wordings]
    return max(times) - min(times)


def test_the_news_are_worded_the_same_once_the_game_is_loaded(tmp_path: Path) -> None:
    session = Session("history", 3, "swapper")
    for _month in range(4):
        session.end_month()
    save(session, tmp_path / "game.diverted")

    again = load(tmp_path / "game.diverted")

    told = [[line.text for line in lines_of(report, 99)] for report in session.reports]
    assert told == [[line.text for line in lines_of(report, 99)] for report in again.reports]
    assert sum(map(len, told)) > 40
