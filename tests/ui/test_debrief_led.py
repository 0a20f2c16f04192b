"""What came of a turning point is told from the months' own books, and no more than they say."""

import itertools
import re
from pathlib import Path

import pygame
import pytest

from race.core.ids import PPM, Firm, Kind
from race.core.receipts import Account
from race.core.words import cents
from race.session.session import Report, Session
from race.speech import quantity, set_language
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme
from race.ui.pieces.debrief.entry import Entry, EntrySpec
from race.ui.present.debrief.report.page import page
from race.ui.present.debrief.turning import Turn, turning_points
from race.ui.present.debrief.weighing import turns_told, without_it
from race.ui.screens.debrief.pages import placed_entries
from race.ui.screens.screen import Screen
from tests.ui import seats
from tests.ui.looked import looked_back
from tests.ui.test_debrief import FOUNDERS, ended, wait_for_all


def turns(founder: str) -> tuple[Session, tuple[Turn, ...]]:
    session = seats.finished(founder)
    return session, turning_points(session, most=99)


def of(session: Session, month: int) -> tuple[Report, Report]:
    """Return a month's report and the one before it."""
    return next((now, old) for old, now in itertools.pairwise(session.reports) if now.month == month)


def test_the_kinds_that_are_named_moved_as_much_as_is_said() -> None:
    session, found = turns("promiser")
    broken = next(turn for turn in found if "due February 2026" in turn.text and "broke" in turn.text)

    now, before = of(session, broken.month)

    changes = {kind: round((now.camps[kind] - before.camps[kind]) / PPM * 100, 1) for kind in now.camps}
    first, second = sorted((kind for kind in changes if kind is not Kind.SHORT), key=changes.__getitem__)[:2]
    assert (first, second) == (Kind.ACTIVE, Kind.PENSION)
    assert broken.led[0] == (
        f"That month trust fell most among active funds (\u2212{-changes[first]}) "
        f"and pension funds (\u2212{-changes[second]})."
    )


def test_what_the_news_did_to_the_share_is_its_own_receipt() -> None:
    session, found = turns("promiser")
    broken = next(turn for turn in found if "due February 2026" in turn.text and "broke" in turn.text)
    posted = [
        entry.amount
        for balance in of(session, broken.month)[0].balances
        for entry in balance.receipts
        if balance.account is Account.PRICE and entry.cause.msgid.startswith("Promise missed")
    ]

    assert len(posted) == 1
    assert f"The news took {quantity(cents(-posted[0]))} off the share" in broken.led[1]


def test_a_happening_without_receipts_of_its_own_is_said_to_have_moved_nobody() -> None:
    for founder in ("swapper", "promiser"):
        _session, found = turns(founder)
        bare = [turn for turn in found if turn.sort == "loud" and not turn.act]

        assert bare
        assert not [turn for turn in bare for fact in turn.led if "among" in fact or "news" in fact]


def test_a_deed_that_was_little_of_a_month_s_change_does_not_claim_it() -> None:
    _session, found = turns("steward")
    (kept,) = [
        turn for turn in found if "chips running, due October 2024" in turn.text and "kept" in turn.text
    ]

    assert not [fact for fact in kept.led if "among" in fact]
    assert kept.led == ("The news put $6.28 on the share. The rising share added 4.8 of trust.",)


@pytest.mark.parametrize("founder", ["swapper", "steward", "promiser"])
def test_who_is_said_to_be_passed_stood_before_the_lab_and_stands_behind_it(founder: str) -> None:
    session, found = turns(founder)
    passing = [turn for turn in found if turn.led and turn.led[0].startswith("It passed")]

    assert passing
    for turn in passing:
        orders = [[line.firm for line in report.league] for report in of(session, turn.month)]
        (behind, ahead) = (
            set(orders[0][orders[0].index(Firm.XAI) :]),
            set(orders[1][: orders[1].index(Firm.XAI)]),
        )
        named = re.split(", | and ", turn.led[0].removeprefix("It passed ").removesuffix("."))
        assert len(named) == len(behind & ahead)


def test_a_promise_that_was_made_is_told_with_what_became_of_it() -> None:
    _session, found = turns("promiser")
    made = [turn for turn in found if turn.text.startswith("You made a promise")]

    assert made
    assert {turn.led[0].split(" in ")[0] for turn in made} == {"You broke it", "You kept it"}


def test_a_month_s_diversions_are_set_against_the_game_without_them_once() -> None:
    session = seats.finished("diverter")
    seen = looked_back(session)
    found = turning_points(session)

    full = [words[0] for words in turns_told(session, seen, found)]

    assert [turn.act for turn in found[:2]] == [found[0].act] * 2
    assert found[0].act
    assert without_it(session, seen, found[0].act)[0] in full[0]
    assert sum("Against the game without it" in words for words in full) == 1
    assert not [words for words in turns_told(session, None, found) if "Against" in words[0]]
    assert "Against the game without it" in page(session, seen)


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize("founder", FOUNDERS)
@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1920, 1080)])
def test_all_turning_points_stand_at_once_in_as_many_words_as_fit(
    tmp_path: Path, founder: str, size: tuple[int, int], tongue: str
) -> None:
    set_language(tongue)
    found = ended(tmp_path, founder)
    found.resize(pygame.Surface(size))
    wait_for_all(found)
    session = seats.finished(founder)

    shown = [each for each in found.top.stage.controls if isinstance(each, Entry)]

    turned = turning_points(session)
    assert [each.name for each in shown] == [f"turn.{place}" for place in range(1, len(turned) + 1)]
    assert found.top.stage.find("more") is None
    assert all(each.spec.words.startswith(turn.text) for each, turn in zip(shown, turned, strict=True))
    assert all(each.spec.words != turn.text for each, turn in zip(shown, turned, strict=True) if turn.led)
    assert all(each.rect.bottom <= next_one.rect.y for each, next_one in itertools.pairwise(shown))


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize("founder", FOUNDERS)
def test_what_a_low_window_has_no_room_for_is_on_the_next_page(
    tmp_path: Path, founder: str, tongue: str
) -> None:
    set_language(tongue)
    found = ended(tmp_path, founder)
    found.resize(pygame.Surface((960, 540)))
    wait_for_all(found)
    turned = {f"turn.{place}": turn for place, turn in enumerate(turning_points(seats.finished(founder)), 1)}

    pages = [_told(found.top)]
    while found.top.stage.find("more") is not None and len(pages) < len(turned):
        found.top.take(Action("press", "more"))
        pages.append(_told(found.top))
        if sum(map(len, pages)) >= len(turned):
            break

    told = {name: words for each in pages for name, words in each.items()}
    assert list(told) == list(turned)
    assert all(told[name] != turn.text for name, turn in turned.items() if turn.led)
    assert all(told[name].startswith(turn.text) for name, turn in turned.items())


def test_a_picture_shows_every_turning_point_whatever_it_takes() -> None:
    theme, bare = Theme.for_window(960, 540), "Nothing more. "
    long = EntrySpec("May", words=bare * 9, shorter=(bare * 5,), bare=bare)
    box = Rect(0, 0, 320, 180)

    full = placed_entries(theme, box, [(str(place), long) for place in range(5)])
    kept = placed_entries(theme, box, [(str(place), long) for place in range(4)], bare=True)

    assert 0 < len(full) < 4
    assert all(each.spec.words != bare for each in full)
    assert len(kept) == 4
    assert kept[-1].rect.bottom <= box.bottom


def _told(screen: Screen) -> dict[str, str]:
    """Return what the entries that are shown say, by their names."""
    return {each.name: each.spec.words for each in screen.stage.controls if isinstance(each, Entry)}


def test_the_wheel_turns_the_pages_of_a_low_window_from_first_to_last(tmp_path: Path) -> None:
    set_language("fr")
    found = ended(tmp_path, "diverter")
    found.resize(pygame.Surface((960, 540)))
    wait_for_all(found)
    first = list(_told(found.top))

    for y in (1, -1, -1, -1, -1, -1):
        found.feed([pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=y)], found.desk.now + 10)
    last = list(_told(found.top))
    for _turn in range(4):
        found.feed([pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1)], found.desk.now + 10)

    assert first[0] == "turn.1"
    assert last[-1] == "turn.4"
    assert last[0] != "turn.1"
    assert list(_told(found.top)) == first
