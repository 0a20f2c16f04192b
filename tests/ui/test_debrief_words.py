"""The debrief says nothing of what there is none of, and what its figures leave out."""

import itertools
from dataclasses import replace
from unittest.mock import patch

import pytest
from msgspec.structs import replace as replace_of

from race.core.events import Happening
from race.core.ids import PPM, Firm
from race.speech import set_language
from race.ui.kit import text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, SECONDARY
from race.ui.kit.widgets import Button
from race.ui.pieces.debrief.entry import EntrySpec, entry_height
from race.ui.pieces.debrief.leaf import Leaf, leaf_height, set_leaves
from race.ui.present.debrief import turning
from race.ui.present.debrief.case import Block, case_file
from race.ui.present.debrief.moved import chosen, held
from race.ui.present.debrief.place import placed
from race.ui.present.debrief.turning import turning_points
from race.ui.present.debrief.verdict import cards, verdict
from race.ui.present.opened.last_words import last_words
from race.ui.screens.debrief.foot import links
from race.ui.screens.debrief.pages import entries
from tests.ui import seats
from tests.ui.looked import looked_back


def test_before_any_bot_has_finished_nothing_is_said_of_none_of_them() -> None:
    assert placed(seats.finished("swapper"), []).told == "36 of 36 months by the bot Swapper"


def test_no_place_is_told_while_founders_are_still_being_played() -> None:
    session = seats.finished("swapper")
    seen = looked_back(session)

    early = placed(session, seen.others[:10], seen.awaited)
    whole = placed(session, seen.others, seen.awaited)

    assert (early.title, early.verdict) == ("10 of 33 simulated founders", "still being played")
    assert whole.title == "33 simulated founders"
    assert whole.verdict.startswith("you, better than")


def test_a_leak_s_change_of_trust_is_that_of_its_own_story() -> None:
    session = seats.finished("swapper")
    leaked = next(
        (turn, entry.cause)
        for turn in turning_points(session, most=99)
        if turn.sort == "loud" and "The papers have it" in turn.text
        for entry in itertools.chain.from_iterable(
            chosen(report) for report in session.reports if report.month == turn.month
        )
        if entry.cause.msgid == "{quantity} chips swapped"
    )
    turn, cause = leaked
    entries = [entry for report in session.reports for entry in chosen(report) if entry.cause == cause]

    assert turn.change == "Trust −0.9"
    assert turn.moved == pytest.approx(sum(entry.amount for entry in entries) / held(session) / PPM)


def test_what_has_no_receipts_of_its_own_claims_no_change_of_trust() -> None:
    turns = turning_points(seats.finished("swapper"), most=99)
    (sued,) = [turn for turn in turns if "sue over" in turn.text]

    assert sued.change == "Month's deeds: trust +0.4"
    assert sued.moved == 0.0


@pytest.mark.parametrize("wide", [280, 460])
def test_why_nothing_is_weighed_yet_stands_whole(wide: int) -> None:
    theme, session = seats.desk().theme, seats.finished("swapper")
    ((_key, waits),) = entries("without", session, verdict(session), None, theme.palette, picked="")

    lines = text.wrap(theme, waits.words, SECONDARY, wide)

    bare = entry_height(theme, EntrySpec(waits.head, words="-"), wide)
    assert entry_height(theme, waits, wide) == bare + (len(lines) - 1) * text.line_height(theme, SECONDARY)


def test_as_many_promises_were_kept_as_the_news_told_of() -> None:
    for founder in ("swapper", "steward", "diverter"):
        session = seats.finished(founder)
        news = [event.kind for report in session.reports for event in report.events]
        kept, missed = news.count(Happening.PROMISE_KEPT), news.count(Happening.PROMISE_MISSED)

        (card,) = [card for card in cards(session) if card.side == "word"]

        assert card.figure == (f"{kept} of {kept + missed}" if kept + missed else "None due")


def test_the_last_words_of_the_loyal_speak_for_the_founder_and_those_of_who_left_against() -> None:
    signs = {
        (founder, member.person.value): sign
        for founder in ("swapper", "diverter")
        for member, _words, sign in last_words(seats.finished(founder))
    }

    assert signs["swapper", "officer"] == 1
    assert signs["swapper", "lawyer"] == 0
    assert signs["diverter", "counsel"] == -1


def test_a_release_that_won_no_place_is_told_with_whose_it_is_and_where_it_stands() -> None:
    for founder, words in (
        ("steward", "xAI: a new release scores"),
        ("idle", "xAI refreshes its release to"),
    ):
        found = [
            turn.text for turn in turning_points(seats.finished(founder), most=99) if turn.sort == "race"
        ]

        assert any(each.startswith(words) for each in found)
        assert not {"New release", "Refresh of an earlier release"} & set(found)


@pytest.mark.parametrize("founder", ["swapper", "steward", "diplomat"])
def test_the_same_months_decided_it_in_every_language(founder: str) -> None:
    told = [(turn.month, turn.sort) for turn in turning_points(seats.finished(founder))]

    set_language("fr")

    assert told == [(turn.month, turn.sort) for turn in turning_points(seats.finished(founder))]


@pytest.mark.parametrize("size", [(1260, 640), (1152, 648), (1366, 768)])
def test_the_way_to_look_back_has_its_whole_words(size: tuple[int, int]) -> None:
    desk = seats.desk(size)
    (look,) = [one for one in links(desk, Rect(500, 18, 750, 28), None) if one.name == "rewind"]

    assert isinstance(look, Button)
    assert not text.fit(desk.theme, look.spec.text, BODY, look._room()).cut  # noqa: SLF001 - what the words are cut to


@pytest.mark.parametrize("high", range(300, 620, 20))
def test_the_case_file_has_no_leaf_for_its_last_line_alone(high: int) -> None:
    theme = seats.desk().theme
    leaves = [Leaf(block.sort, block.text, block.mark, block.note) for block in _both()]

    columns = set_leaves(theme, leaves, (520, high))

    assert [leaf for column in columns for leaf in column] == leaves
    assert all(column[-1].sort != "head" for column in columns)
    assert any(leaf.sort != "foot" for leaf in columns[-1])
    for column in columns:
        above = leaf_height(theme, replace(column[0], text=""), 520)  # the first stands at the very top
        assert sum(leaf_height(theme, leaf, 520) for leaf in column) - above <= high


def _both() -> tuple[Block, ...]:
    complaint, answer = case_file(seats.finished("diverter"))
    return (*complaint, *answer)


def test_the_case_file_calls_no_chance_in_court_certain_and_tells_its_cases_apart() -> None:
    session = seats.finished("diverter").fork()
    told = [block.text for block in _both()]
    case = session.position().affairs.cases[0]
    more = replace_of(session.position().affairs, cases=[case, replace_of(case, id=case.id + 1, filed=8)])
    view = replace_of(session.view(), affairs=more)

    with patch.object(session, "view", return_value=view):
        several = [block.text for part in case_file(session) for block in part]

    assert any("the holders' chance was 99" in words for words in told)
    assert any(words.startswith("Cases before the last: 1. Filed in August 2024") for words in several)
    assert any(words.startswith("Case of March 2024: It was still open") for words in several)


def test_a_place_that_votes_won_is_no_release() -> None:
    for founder in ("diplomat", "diverter"):
        session = seats.finished(founder)
        out = {
            report.month
            for report in session.reports
            if any(event.kind is Happening.RELEASE and event.firm is Firm.XAI for event in report.events)
        }

        steps = [*turning._steps(session)]  # noqa: SLF001 - of all of them, the heaviest are shown

        assert {turn.month for turn in steps if "release" in turn.text} <= out
