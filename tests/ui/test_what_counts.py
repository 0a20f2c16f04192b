"""What counts: the last lap on the table and the room behind it, in both front ends."""

import re
from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from race.core.commands import BuildSite, Command, OrderChips, StartRun
from race.core.events import Event, Happening
from race.core.ids import RIVALS, Ending, Firm, Generation
from race.core.outcome import GOOD, Reckoning, judge_last
from race.core.words import N_, Sentence
from race.core.world import Candidate, TrainingRun
from race.session.heard.judged import made_out
from race.session.session import Session
from race.session.store import Slots
from race.ui.present import advice, news
from race.ui.present.ahead import lap
from race.ui.present.consequences import foresee
from race.ui.present.debrief.verdict import ending_words
from race.ui.present.guide.topics import KeysNow, topics
from race.ui.present.rooms.counts import counts
from race.ui.screens.table import month
from race.ui.text.client import play
from race.ui.text.table import Table
from tests.builders import other_truth
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def reckoning(**facts: float) -> Reckoning:
    return replace(made_out(seats.played(30)), **facts)


def test_the_last_lap_is_said_in_its_months_only() -> None:
    assert [lap.on_it(seats.played(months)) for months in (0, 27, 28, 35)] == [False, False, True, True]
    assert [len(lap.lap_lines(seats.played(months))) for months in (0, 27, 28, 35)] == [0, 1, 2, 2]
    assert lap.lap_lines(seats.finished("swapper")) == ()


def test_the_line_names_the_ending_that_would_be_judged_and_the_next_that_lacks_least() -> None:
    session = seats.played(30)

    first, second = lap.lap_lines(session)
    now = judge_last(made_out(session))

    assert ending_words()[now][0] in first
    assert second.startswith(f"{ending_words()[lap.next_aim(made_out(session)) or now][0]}: ")


def test_nothing_is_wished_for_beyond_the_best_and_a_broken_company_first() -> None:
    best, broken = reckoning(gap=-5.0, trust=0.9), reckoning(gap=-5.0)
    price = broken.carmaker.price_cents // 1000
    broken = replace(broken, carmaker=replace(broken.carmaker, price_cents=price))
    kept = [replace(promise, kept=True) for promise in best.affairs.promises]
    best = replace(best, affairs=replace(best.affairs, promises=(kept * 3)[:3] if kept else kept))

    assert lap.next_aim(broken) is Ending.FRONTIER
    assert [asked.key for asked in lap.missing(broken, Ending.FRONTIER)] == ["price"]
    if judge_last(best) is Ending.TRIUMPH:
        assert lap.next_aim(best) is None


@pytest.mark.parametrize("months", [9, 30])
def test_what_sets_a_lab_apart_is_told_in_parts_that_sum_to_its_distance(months: int) -> None:
    session = seats.played(months)
    scores = {line.firm: line.elo_published for line in session.view().board.league}

    near = [line for line in counts(session).lines() if line.key.startswith("near.")]

    assert len(near) == len(RIVALS)
    for line in near:
        told = next(said.words for said in line.opened if said.words.startswith("What sets it apart"))
        parts = re.findall(r"([+−]?\d+) by", told)
        gap = scores[Firm(line.key.removeprefix("near."))] - scores[Firm.XAI]
        assert sum(int(part.replace("−", "-")) for part in parts) == round(gap)
        assert (" older" in told) + (" newer" in told) == len(parts) - 2


def test_the_room_lists_every_aim_and_every_line_of_the_score() -> None:
    page = counts(seats.played(30))
    tables = {table.key: table for table in page.tables()}

    assert [line.key for line in tables["endings"].lines][:4] == [f"ending.{ending}" for ending in GOOD]
    assert len(tables["points"].lines) == 11
    assert len(tables["near"].lines) == 6
    assert all(line.opened for key in ("endings", "points", "near") for line in tables[key].lines)


def test_window_and_text_game_say_the_same(tmp_path: Path) -> None:
    session = seats.played(30).fork()
    out = StringIO()

    play(Table(session, Slots(tmp_path)), StringIO("room score\nscore\n"), out)

    told = out.getvalue()
    page = counts(session)
    assert all(words in told for words in lap.lap_lines(session))
    assert all(line.cells[0] in told for line in page.lines())
    assert f"Score {lap.points_told(session)} of 1\u202f000" in told


def test_neither_the_help_nor_the_text_game_tells_the_true_gap(tmp_path: Path) -> None:
    def told(session: Session) -> str:
        out = StringIO()
        play(Table(session, Slots(tmp_path)), StringIO("score\n"), out)
        points = [topic.words() for topic in topics(session, KeysNow()) if topic.key == "score.points"]
        return f"{out.getvalue()} {points}"

    session = seats.played(30).fork()

    assert told(other_truth(session)) == told(session)


def test_an_ending_that_changes_is_told_once(tmp_path: Path) -> None:
    game, desk = seats.game(tmp_path, 30), seats.desk()

    month.tell_standing(desk, game)
    told = [toast.text for toast in desk.toasts]
    desk.toasts.clear()
    month.tell_standing(desk, game)

    assert lap.stands(game.session) in told
    assert lap.stands(game.session) not in [toast.text for toast in desk.toasts]


def too_late(months: int, command: Command) -> str:
    return " ".join(foresee(seats.played(months), command).warnings)


@pytest.mark.parametrize(
    "command",
    [
        OrderChips(company=Firm.XAI, generation=Generation.NEXT, quantity=4_000),
        BuildSite(company=Firm.XAI, power_kw=60_000, forced=True),
        StartRun(months=3),
    ],
)
def test_what_comes_after_the_end_is_said_before_it_is_ordered(command: Command) -> None:
    assert "after the end" not in too_late(8, command)
    assert "after the end" in too_late(34, command)


def test_a_run_that_can_only_be_released_untested_says_so() -> None:
    assert "only untested would it count" in too_late(32, StartRun(months=3))


def with_a_lab(months: int, run: TrainingRun | None, finished: int | None = None) -> str:
    """Return the hints of a game whose lab has this run, or a candidate, and nothing on order."""
    session = seats.played(months).fork()
    world = session.position().copy()
    lab = world.labs[Firm.XAI]
    lab.run = run
    lab.candidate = (
        None if finished is None else Candidate(finished=finished, flop=1e26, elo=1_500.0, luck=0.0)
    )
    lab.loans, world.market.lines, world.affairs.promises = [], [], []
    lab.cash_usd = 4 * 10**9  # too little for another site
    session.resume(world, session.journal, session.reports)
    return " ".join(hint.text for hint in advice.hints(session))


@pytest.mark.parametrize("asked", ["No training run", "no chips on order", "no promise from you"])
def test_no_hint_asks_for_what_cannot_come_before_the_end(asked: str) -> None:
    assert asked in with_a_lab(8, None)
    assert asked not in with_a_lab(35, None)


def test_a_run_or_tests_that_end_too_late_are_told() -> None:
    assert "too late to release" in with_a_lab(33, TrainingRun(started=34, months=3))
    assert "too late" not in with_a_lab(33, TrainingRun(started=33, months=3))
    assert "Its tests end too late" in with_a_lab(35, None, finished=35)
    assert "in its safety tests" in with_a_lab(34, None, finished=34)


def test_after_the_ending_nothing_waits() -> None:
    assert advice.hints(seats.finished("swapper")) == ()


def test_a_delivery_too_small_for_a_crate_is_no_news() -> None:
    report = seats.played(8).reports[-1]
    few, many = (
        Event(
            kind=Happening.CHIPS_DELIVERED,
            firm=Firm.TESLA,
            numbers={"quantity": quantity},
            sentence=Sentence(N_("Delivered by the chipmaker")),
        )
        for quantity in (4, 4_000)
    )

    assert news.told(replace(report, events=(few, many))) == [many]
