"""The chance of each ending in the last year: what is told is what the futures played on came to."""

from io import StringIO
from pathlib import Path

import pytest

from race.core.ids import WON, Ending
from race.session.beside import crew
from race.session.forecast.outlook import GOAL, Change, Odds, Outlook
from race.session.store import Slots
from race.speech import set_language
from race.ui.present import advice
from race.ui.present.ahead import chance
from race.ui.present.ahead.lookout import Lookout
from race.ui.present.rooms.counts import counts
from race.ui.screens.rooms.counts import CountsRoom
from race.ui.screens.table.main import MainScreen
from race.ui.text.ahead import forecast
from race.ui.text.client import play
from race.ui.text.table import Table
from tests.inline import Idle, Remembering
from tests.ui import seats
from tests.ui.test_screens_layout import faults, large

pytestmark = pytest.mark.usefixtures("own_home")
LATE = 33
"""Months after which three are left of the game that is played here."""
BEING_PLAYED = "The futures to the end are being played…"


def foreseen(change: Change | None = None, month: int = LATE, months: int = 3) -> Outlook:
    """Return 64 futures, of which 23 end in Frontier or better."""
    ends = {Ending.TRIUMPH: 3, Ending.FRONTIER: 20, Ending.CONTENDER: 41}
    both = (ends,) if change is None else (ends, {Ending.ALSO_RAN: 64})
    odds = {GOAL: Odds(shares=(23 / 64, 0.0)[: len(both)], change=change)}
    return Outlook(
        month=month,
        months=months,
        futures=64,
        fans=(),
        changes={},
        apart={},
        odds=odds,
        support=(None,),
        endings=both,
    )


def room(folder: Path, months: int = LATE, *, size: tuple[int, int] = (1280, 720)) -> CountsRoom:
    """Return the room of a game beside which processes may play."""
    desk = seats.desk(size)
    desk.crew = Remembering
    return CountsRoom(desk, seats.game(folder, months))


def wait(screen: CountsRoom) -> None:
    """Let the room wait until nothing changes by itself any more."""
    for _look in range(40):
        if screen.wait() is None:
            return
        screen.desk.now += 1_000
        screen.refresh()
    pytest.fail("the room never sleeps")


def test_the_sentence_counts_the_futures() -> None:
    session = seats.played(LATE)

    told = chance.chance_told(session, foreseen())
    rows = {said.words: said.shown for said in chance.endings_told(session, foreseen())}

    assert told == "In 64 futures in which your officers play on: Frontier or better in 23 (36\u202f%)."
    assert rows == {
        "In 64 futures": "",
        "Triumph": "3 (5\u202f%)",
        "Frontier": "20 (31\u202f%)",
        "Contender": "41 (64\u202f%)",
    }


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.1, 0.5, "This month's orders change that by +36 (+10 to +50) in a hundred."),
        (-0.1, 0.5, "So few futures do not tell whether this month's orders change that."),
    ],
)
def test_what_the_orders_change_is_told_where_it_is_sure(low: float, high: float, said: str) -> None:
    change = Change(mean=0.36, low=low, high=high)

    assert chance.chance_told(seats.played(LATE), foreseen(change)).endswith(f" {said}")


def test_the_room_tells_the_count_over_the_futures_that_were_played(tmp_path: Path) -> None:
    screen = room(tmp_path)
    before = screen.page.lead
    wait(screen)
    seen = screen.game.lookout.ordered(screen.game.session)

    assert before.endswith(BEING_PLAYED)
    assert seen is not None
    won = sum(seen.endings[0].get(ending, 0) for ending in WON)
    assert sum(seen.endings[0].values()) == seen.futures
    assert f"In {seen.futures} futures" in screen.page.lead
    assert f"Frontier or better in {won} (" in screen.page.lead
    opened = next(line for line in screen.page.lines() if line.key == "ending.frontier").opened
    assert opened[-len(seen.endings[0]) - 1 :] == chance.endings_told(screen.game.session, seen)


def test_an_order_takes_the_chance_away_until_its_own_futures_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, idle = room(tmp_path), Idle()
    wait(screen)
    with monkeypatch.context() as still:
        still.setattr(crew, "open_crew", lambda: idle)
        screen.game.order(seats.an_order(screen.game.session))
        screen.lay()
        screen.wait()
        screen.refresh()
        held = screen.page.lead
        while idle.asked:
            idle.play()
    wait(screen)

    assert held.endswith(BEING_PLAYED)
    assert "Frontier or better in" in screen.page.lead
    assert "his month's orders" in screen.page.lead


def test_before_the_last_year_nothing_is_told_or_played(tmp_path: Path) -> None:
    screen = room(tmp_path, 20)
    wait(screen)

    assert screen.page == counts(screen.game.session)
    assert not screen.game.lookout.looking_on
    assert chance.chance_told(seats.played(20), foreseen(month=20, months=16)) == ""


@pytest.mark.parametrize(("month", "months"), [(LATE - 1, 4), (LATE, 2)])
def test_futures_of_another_month_or_that_stop_early_tell_nothing(month: int, months: int) -> None:
    session, seen = seats.played(LATE), foreseen(month=month, months=months)

    assert chance.chance_told(session, seen) == chance.short_told(session, seen) == ""
    assert chance.endings_told(session, seen) == ()
    assert chance.ends_told(session, seen) == ""


def test_why_it_is_not_told_is_said(tmp_path: Path) -> None:
    screen = room(tmp_path, 26)
    screen.desk.kept.foresight = False
    screen.lay()
    forbidden = screen.page.lead
    screen.desk.kept.foresight = True
    screen.game.lookout.months = 6
    screen.lay()

    assert forbidden.endswith("ask for them in the war room.")
    assert screen.page.lead.endswith("look 6 months ahead, not to the end; the war room sets how far.")


def test_the_last_lap_has_one_line_of_it() -> None:
    session, early = seats.played(LATE), seats.played(26)
    told = [hint for hint in advice.hints(session, foreseen()) if "futures" in hint.text]

    assert [(hint.text, hint.group) for hint in told] == [
        ("Frontier or better in 23 of 64 futures", advice.COUNTS)
    ]
    assert advice.hints(early, foreseen(month=26, months=10)) == advice.hints(early)


def test_the_text_game_counts_them_on_request_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(seats.played(LATE).fork(), Slots(tmp_path))
    told = list(forecast(table, []))
    monkeypatch.setattr(crew, "open_crew", lambda: pytest.fail("asked for futures"))
    out = StringIO()
    play(table, StringIO("room score\n"), out)

    line = next(line for line in told if "How it ends. " in line)
    assert "Likely: Frontier or better in" in line
    assert "of 2 futures (" in line
    assert "the word forecast plays futures to the end" in out.getvalue()


def test_a_forecast_that_stops_before_the_end_says_nothing_of_it(tmp_path: Path) -> None:
    table = Table(seats.played(LATE).fork(), Slots(tmp_path))

    assert not any("How it ends" in line for line in forecast(table, ["over", "1", "month"]))


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", seats.SIZES)
def test_the_longest_words_have_room(
    size: tuple[int, int], text_size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_language("fr")
    seen = foreseen(Change(mean=0.36, low=0.1, high=0.5))
    monkeypatch.setattr(Lookout, "ordered", lambda _lookout, _session: seen)
    monkeypatch.setattr(Lookout, "now", lambda _lookout, _session, _weighed=None: None)

    desk = large(text_size, size)
    screens = [CountsRoom(desk, seats.game(tmp_path, LATE)), MainScreen(desk, seats.game(tmp_path, LATE))]

    assert [faults(screen) for screen in screens] == [[], []]
