import itertools
from pathlib import Path
from xml.dom.minidom import parseString

import pygame
import pytest
from msgspec.structs import replace

from race.core.ids import Ending, Thing
from race.core.receipts import Account
from race.core.rules.owners.opinion import WEATHER
from race.session.hindsight.code import code_of
from race.session.kept.tape import Tape
from race.session.session import Session
from race.speech import date, set_language, speak
from race.ui.kit.theme import DARK
from race.ui.pieces.chart import Chart
from race.ui.pieces.plot import Series
from race.ui.present.debrief.case import case_file
from race.ui.present.debrief.place import BINS, placed
from race.ui.present.debrief.report.drawing import apart
from race.ui.present.debrief.report.page import page
from race.ui.present.debrief.turning import places_won, turning_points
from race.ui.present.debrief.verdict import eyebrow, headline, verdict
from race.ui.present.debrief.weighing import weighed
from race.ui.screens import looks
from race.ui.screens.debrief.case import CaseSheet
from race.ui.screens.debrief.main import EndingScreen
from race.ui.screens.game import Game, Shelf
from race.ui.window import Window
from tests.ui import seats
from tests.ui.looked import MadeUp, looked_back

FOUNDERS = ("swapper", "diverter", "steward", "speculator")


def ended(folder: Path, founder: str = "swapper", *, crew: bool = True) -> Window:
    """Return a window on the debrief of a finished game, whose re-runs are made up."""
    found = seats.window(folder)
    session = seats.finished(founder).fork()
    if crew:
        found.desk.crew = lambda: MadeUp(session)
    shelf: Shelf = found.world.shelf
    found.stack = [EndingScreen(found.desk, Game(session, shelf))]
    return found


def screen(found: Window) -> EndingScreen:
    assert isinstance(found.top, EndingScreen)
    return found.top


def wait_for_all(found: Window) -> None:
    """Let the window's loop look until nothing is played any more."""
    top = screen(found)
    while top.seen is None or top.seen.busy:
        found.wait()


@pytest.mark.parametrize("founder", FOUNDERS)
def test_turning_points_are_of_different_months_and_in_order(founder: str) -> None:
    found = turning_points(seats.finished(founder))

    months = [turn.month for turn in found]
    assert months == sorted(set(months))
    assert all(later - earlier > 1 for earlier, later in itertools.pairwise(months))
    assert 1 <= len(found) <= 4


@pytest.mark.parametrize("founder", FOUNDERS)
def test_the_weather_among_the_owners_decided_nothing(founder: str) -> None:
    session = seats.finished(founder)
    posted = {
        entry.cause.msgid
        for report in session.reports
        for balance in report.balances
        if balance.account is Account.TRUST
        for entry in balance.receipts
    }

    found = {turn.text for turn in turning_points(session, most=99)}

    assert posted >= {cause.msgid for cause in WEATHER}
    assert found.isdisjoint(speak(cause) for cause in WEATHER)


def test_a_release_that_wins_places_is_told_when_it_comes() -> None:
    told = [places_won(seats.played(month)) for month in range(6)]

    assert [bool(words) for words in told] == [False] * 5 + [True]
    assert "from 6th to 5th" in told[-1]


def test_the_next_meeting_stands_by_the_founders_word_and_presses_when_it_is_near() -> None:
    far, near = (looks.affair_rows(seats.played(months), DARK) for months in (1, 4))

    assert [row.key for row in far].index("meeting") == len(far) - 1
    assert near[0].key == "meeting"
    assert "would keep you" in near[0].right


def test_who_never_trains_reads_that_standing_still_decided_it() -> None:
    found = turning_points(seats.finished("idle", "the-twelve-thousand"))

    assert any("without a new release" in turn.text and turn.moved < 0 for turn in found)


@pytest.mark.parametrize("founder", FOUNDERS)
def test_the_headline_is_one_line_without_a_full_stop_in_both_languages(founder: str) -> None:
    session = seats.finished(founder)

    told = {tongue: (set_language(tongue), headline(session))[1] for tongue in ("en", "fr")}

    assert all(words and not words.endswith(".") and "{" not in words for words in told.values())


def test_the_headline_says_who_kept_the_company() -> None:
    lost, kept = seats.finished("diverter"), seats.finished("steward")

    assert lost.ending is Ending.REMOVED
    assert "lost the company" in headline(lost)
    assert "kept both companies" in headline(kept)


def test_the_place_counts_everybody_once_and_names_the_same_world() -> None:
    session = seats.finished("swapper")
    others = looked_back(session).others

    found = placed(session, others)

    assert sum(found.counts) == len(others)
    assert len(found.counts) == BINS
    assert len(found.same) == sum(each.seed == session.seed for each in others)
    assert "bots, not people" in found.told


def test_the_place_counts_only_bots_and_says_that_they_are() -> None:
    session = seats.finished("swapper")
    others = looked_back(session).others
    total = session.score().total

    best = placed(session, [replace(each, total=0) for each in others])
    middling = placed(session, [replace(each, total=total + place) for place, each in enumerate(others)])

    assert best.title == f"{len(others)} simulated founders"
    assert best.verdict == "you, better than all the bots"
    assert middling.verdict.endswith("% of the bots")


def test_a_decision_says_in_words_whether_it_brought_points_or_cost_them() -> None:
    session = seats.finished("swapper")

    found = weighed(session, looked_back(session))

    assert {one.worth for one in found} == {f"brought {one.moved} points" for one in found}


def test_a_game_that_bots_have_played_in_part_says_how_much_of_it() -> None:
    session = Session("history", seed=3)
    session.end_month()
    session.hand_to("steward")
    for _month in range(2):
        session.end_month()
    session.hand_to(None)
    session.end_month()

    own, handed = eyebrow(Session("history", seed=3), "Contender"), eyebrow(Tape(session).at(4), "Contender")

    assert len(own) == 1
    assert handed[1:] == ("2 of 4 months by the bot Steward",)


def test_a_game_that_several_bots_have_played_says_how_much_they_played_together() -> None:
    session = Session("history", seed=3)
    for bot, months in (("steward", 1), ("swapper", 2), (None, 1)):
        session.hand_to(bot)
        for _month in range(months):
            session.end_month()

    assert eyebrow(session, "Contender")[1:] == ("3 of 4 months by bots",)


def test_a_decision_tells_what_it_won_and_what_it_cost() -> None:
    session = seats.finished("swapper")

    found = weighed(session, looked_back(session))

    first = found[0]
    assert first.title == "Everything you diverted"
    assert {change.good for change in first.won} <= {True}
    assert {change.good for change in first.cost} <= {False}
    assert str(session.score().total - first.moved) in first.otherwise
    assert first.luck


def test_a_decision_without_which_the_game_goes_on_says_who_runs_the_lab_from_then_on() -> None:
    session = seats.finished("diverter")
    seen = looked_back(session)
    assert seen.played is not None
    as_long = weighed(session, seen)[0].otherwise

    seen.played = replace(seen.played, quality=seen.played.quality[:-1])

    assert "officers" not in as_long
    assert weighed(session, seen)[0].otherwise.endswith(
        f"After {date(session.month)}, where your game ended, your officers run the lab."
    )


@pytest.mark.parametrize("founder", FOUNDERS)
def test_the_case_tells_every_large_diversion_and_says_that_it_is_a_game(founder: str) -> None:
    session = seats.finished(founder)

    complaint, answer = case_file(session)

    acts = session.view().affairs.acts
    words = " ".join(block.text for block in complaint)
    largest = max(acts, key=lambda act: act.value_usd, default=None)
    if largest is None:
        assert "Nothing. Every chip" in words
    elif largest.thing is Thing.CHIPS:
        assert f"{largest.quantity:,}".replace(",", "\u202f") in words
    assert "part of a game" in answer[-1].text


def test_the_report_needs_nothing_from_elsewhere_and_is_well_formed() -> None:
    session = seats.finished("diverter")

    html = page(session, looked_back(session))

    drawings = [part.partition("</svg>")[0] for part in html.split("<svg ")[1:]]
    assert len(drawings) == 3
    for drawing in drawings:
        parseString(f"<svg {drawing}</svg>")  # noqa: S318 - our own drawing
    assert "http" not in html
    assert "<script" not in html
    assert "prefers-color-scheme:dark" in html
    assert headline(session) in html
    assert code_of(session.journal) in html


def test_names_at_the_ends_of_lines_keep_apart() -> None:
    rows = apart([30.0, 30.0, 31.0, 90.0, 99.0], 16.0, 0.0, 100.0)

    ordered = sorted(rows)
    assert all(later - earlier >= 16.0 for earlier, later in itertools.pairwise(ordered))
    assert ordered[0] >= 0.0
    assert ordered[-1] <= 100.0


def test_the_background_fills_the_charts_while_the_debrief_is_open(tmp_path: Path) -> None:
    found = ended(tmp_path)
    before = [each.key for each in _series(found)]

    wait_for_all(found)

    assert "never" not in before
    assert "never" in [each.key for each in _series(found)]


def _series(found: Window) -> tuple[Series, ...]:
    chart = found.top.stage.find("race")
    assert isinstance(chart, Chart)
    return chart.spec.series


def test_a_decision_that_is_chosen_draws_its_own_course(tmp_path: Path) -> None:
    found = ended(tmp_path)
    wait_for_all(found)
    screen(found).page = "without"
    screen(found).lay()
    lines = [each for each in _series(found) if each.key == "never"]
    names = [one.key for one in weighed(screen(found).game.session, looked_back(screen(found).game.session))]
    other = next(each for each in found.top.stage.controls if each.name in names[1:])

    seats.click(found, other.rect.centre)

    assert screen(found).picked == other.name
    assert [each for each in _series(found) if each.key == "never"] != lines


def test_pages_are_turned_with_keys_alone(tmp_path: Path) -> None:
    found = ended(tmp_path)
    wait_for_all(found)
    seats.focus_on(found, "page")

    seats.keys(found, [pygame.K_RIGHT, pygame.K_RIGHT])

    assert screen(found).page == "judges"
    assert {"staff", "holders", "rivals", "public"} <= {each.name for each in found.top.stage.controls}


def test_what_has_no_room_comes_with_the_next_page(tmp_path: Path) -> None:
    found = ended(tmp_path)
    wait_for_all(found)
    top = screen(found)
    top.page = "without"
    top.lay()
    first = {each.name for each in top.stage.controls}
    assert "more" in first

    seats.keys(found, [pygame.K_PAGEDOWN])
    second = {each.name for each in top.stage.controls}
    seats.keys(found, [pygame.K_PAGEUP])

    assert second - first
    assert {each.name for each in top.stage.controls} == first


def test_a_key_keeps_the_report_as_page_and_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path))
    found = ended(tmp_path)
    wait_for_all(found)

    seats.keys(found, [pygame.K_s])

    files = sorted(path.suffix for path in (tmp_path / "reports").iterdir())
    picture = pygame.image.load(next((tmp_path / "reports").glob("*.png")))
    assert files == [".html", ".png"]
    assert picture.get_size() == (1920, 1080)
    assert str(tmp_path) in found.desk.toasts[-1].text


def test_a_full_disk_is_said_and_the_debrief_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIVERTED_HOME", str(tmp_path / "file"))
    (tmp_path / "file").write_text("no folder")
    found = ended(tmp_path)

    seats.keys(found, [pygame.K_s])

    assert "is a file, not a folder" in found.desk.toasts[-1].text
    assert isinstance(found.top, EndingScreen)


def test_the_case_opens_and_closes_by_key(tmp_path: Path) -> None:
    found = ended(tmp_path, "diverter")

    seats.keys(found, [pygame.K_j])
    opened = isinstance(found.top, CaseSheet)
    seats.keys(found, [pygame.K_ESCAPE])

    assert opened
    assert isinstance(found.top, EndingScreen)


@pytest.mark.parametrize("founder", FOUNDERS)
@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1920, 1080)])
def test_the_leaves_of_the_case_are_full_and_no_head_stands_last(
    tmp_path: Path, founder: str, size: tuple[int, int]
) -> None:
    found = ended(tmp_path, founder)
    found.resize(pygame.Surface(size))
    seats.keys(found, [pygame.K_j])
    sheet = found.top
    assert isinstance(sheet, CaseSheet)

    told = [block.text for part in case_file(sheet.game.session) for block in part]

    assert [leaf.text for leaves in sheet.leaves for leaf in leaves] == told
    assert all(leaves[-1].sort not in ("head", "part") for leaves in sheet.leaves)
    assert len(sheet.leaves) == 2 or all(len(leaves) > 4 for leaves in sheet.leaves[:-1])


def test_leaving_gives_up_what_is_still_played(tmp_path: Path) -> None:
    found = ended(tmp_path)
    while screen(found).seen is None:
        found.wait()
    seen = screen(found).seen
    assert seen is not None

    seats.keys(found, [pygame.K_ESCAPE])

    assert not seen.busy
    assert found.wait() is None


def test_without_a_crew_the_debrief_says_so_and_shows_the_rest(tmp_path: Path) -> None:
    found = ended(tmp_path, crew=False)

    found.draw()

    assert screen(found).seen is None
    assert verdict(screen(found).game.session).turns


@pytest.mark.parametrize("founder", FOUNDERS)
def test_no_two_decisions_are_called_the_same(founder: str) -> None:
    session = seats.finished(founder)

    titles = [one.title for one in weighed(session, looked_back(session), most=99)]

    assert titles
    assert len(set(titles)) == len(titles)
