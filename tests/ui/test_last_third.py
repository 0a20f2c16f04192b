"""The last third: how far the frontier is, until when a run must begin, what would be out untested only."""

import pytest
from msgspec.structs import replace

from race.core.commands import BuildSite, Command, OrderChips, PublishRelease, StartRun
from race.core.ids import Firm, Generation
from race.core.words import month, months
from race.core.world import Candidate, TrainingRun
from race.policy.routine import Routine
from race.session.preview import preview
from race.session.session import Report, Session
from race.speech import quantity as write
from race.ui.present import advice
from race.ui.present.ahead import lap
from race.ui.present.consequences import foresee
from race.ui.present.orders.lab import LENGTHS
from race.ui.present.rooms.counts import counts
from tests.ui import seats

FIRST = 34
"""First of the three months that decide a game of 36."""


def behind(report: Report, gap: float) -> Report:
    """Return a month in which the founder's lab stands so many Elo behind the best other."""
    best = next(line.elo_published for line in report.league if line.firm is not Firm.XAI)
    league = tuple(
        replace(line, elo_published=best - gap) if line.firm is Firm.XAI else line for line in report.league
    )
    return replace(report, league=league)


def with_gaps(months: int, *gaps: float) -> Session:
    """Return a game after some months, the last of which had these gaps, Elo."""
    session = seats.played(months).fork()
    *earlier, _last = range(len(session.reports) - len(gaps) + 1)
    kept = session.reports[: len(earlier)]
    late = [behind(report, gap) for report, gap in zip(session.reports[len(kept) :], gaps, strict=True)]
    session.resume(session.position(), session.journal, [*kept, *late])
    return session


def with_a_run(months: int, run: TrainingRun | None, finished: int | None = None) -> Session:
    """Return a game whose lab has this run, or a run that is finished, and has released nothing good."""
    session = seats.played(months).fork()
    world = session.position().copy()
    lab = world.labs[Firm.XAI]
    lab.run = run
    lab.candidate = (
        None if finished is None else Candidate(finished=finished, flop=1e27, elo=1_520.0, luck=0.0)
    )
    lab.releases = [replace(release, elo_true=min(release.elo_true, 1_300.0)) for release in lab.releases]
    session.resume(world, session.journal, session.reports)
    return session


def hints(session: Session) -> str:
    return " ".join(hint.text for hint in advice.hints(session))


@pytest.mark.parametrize(
    ("gaps", "told"),
    [
        ((30,) * 7, "15 Elo to go by October 2026; in half a year no nearer"),
        ((45, *(30,) * 6), "15 Elo to go by October 2026; in half a year 15 nearer"),
        ((22, *(30,) * 6), "15 Elo to go by October 2026; in half a year 8 further off"),
    ],
)
@pytest.mark.parametrize("months", [27, 30])
def test_how_far_the_frontier_is_and_how_fast_it_came_nearer(
    months: int, gaps: tuple[float, ...], told: str
) -> None:
    assert lap.lap_lines(with_gaps(months, *gaps))[-1] == f"Frontier: {told}"


def test_who_is_near_enough_now_is_told_the_mean() -> None:
    assert (
        lap.lap_lines(with_gaps(30, 60, 30, 10))[-1] == "Frontier: at most 15 Elo behind; mean 33 Elo behind"
    )


def test_before_the_last_third_and_at_the_frontier_nothing_is_told() -> None:
    assert lap.lap_lines(with_gaps(8, *(30,) * 7)) == ()
    assert lap.lap_lines(with_gaps(27, *(5,) * 7)) == ()


def test_once_months_count_only_those_are_told() -> None:
    line = lap.lap_lines(with_gaps(FIRST, 50, 20, 25))[-1]

    assert line == "Frontier: 10 Elo behind at most from now on; so far 25 Elo behind"


@pytest.mark.parametrize("length", LENGTHS)
def test_a_run_that_begins_by_the_date_that_is_named_is_out_when_the_months_that_decide_begin(
    length: int,
) -> None:
    page = counts(with_a_run(27, None))
    line = next(line for line in page.lines() if line.key == f"start.{length}")
    start = FIRST - length - 2
    session = with_a_run(start, None)
    assert line.cells[1] == write(month(start))
    assert f"Last month to begin a run of {length} months" in hints(session)

    session.submit(StartRun(months=length))
    assert "Last month to begin" not in hints(session)
    while session.position().month < FIRST:
        session.end_month()
        if session.why_not(PublishRelease(tested=True)) is None:
            session.submit(PublishRelease(tested=True))

    assert session.position().labs[Firm.XAI].releases[-1].month == FIRST


def test_a_date_that_is_past_or_that_a_run_stands_before_is_not_named() -> None:
    busy = counts(with_a_run(27, TrainingRun(started=25, months=6)))

    assert [line.key for line in busy.lines() if line.key.startswith("start.")] == ["start.2"]
    assert not [line for line in counts(with_a_run(8, None)).lines() if line.key.startswith("start.")]


@pytest.mark.parametrize(("length", "there"), [(2, 3), (3, 2), (4, 1), (5, 0)])
def test_a_run_says_in_how_many_of_the_months_that_decide_it_is_out(length: int, there: int) -> None:
    seen = preview(with_a_run(30, None).view(), StartRun(months=length))
    told = next(effect for effect in seen.effects if effect.label == "Deciding months it is out")

    assert told.value == months(there)
    assert told.good == (1 if there == 3 else -1)


def test_a_run_early_in_the_game_says_nothing_of_them() -> None:
    seen = preview(with_a_run(8, None).view(), StartRun(months=3))

    assert "Deciding months it is out" not in [effect.label for effect in seen.effects]


@pytest.mark.parametrize(
    ("started", "state"), [(31, "in time"), (32, "untested only"), (33, "too late to release")]
)
def test_a_run_that_leaves_no_month_for_its_tests_is_not_called_in_time(started: int, state: str) -> None:
    session = with_a_run(32, TrainingRun(started=started, months=4))
    line = next(line for line in counts(session).lines() if line.key == "run")

    assert line.cells[2] == state
    assert ("only untested would it still be out" in hints(session)) is (state == "untested only")


@pytest.mark.parametrize(
    "command",
    [
        OrderChips(company=Firm.XAI, generation=Generation.NEXT, quantity=4_000),
        BuildSite(company=Firm.XAI, power_kw=60_000, forced=True),
    ],
)
def test_what_comes_too_late_for_any_run_says_so(command: Command) -> None:
    early, late, after = (" ".join(foresee(seats.played(now), command).warnings) for now in (8, 30, 34))

    assert "No run that begins then" in late
    assert "after the end" not in late
    assert "No run that begins then" not in early + after


def test_a_site_that_a_run_of_one_month_can_still_use_is_not_too_late() -> None:
    site = BuildSite(company=Firm.XAI, power_kw=60_000, forced=True)  # five months, a run, its tests, the end
    last, late = (" ".join(foresee(seats.played(now), site).warnings) for now in (28, 29))

    assert "No run that begins then" not in last
    assert "No run that begins then" in late


def test_idle_money_is_told_beside_chips_that_wait_for_power() -> None:
    session = seats.played(8).fork()
    world = session.position().copy()
    lab = world.labs[Firm.XAI]
    lab.cash_usd, lab.run, world.affairs.promises = 10**11, TrainingRun(started=8, months=3), []
    lab.depot.batches += [replace(lab.depot.batches[0], site=None, quantity=90_000)]
    session.resume(world, session.journal, session.reports)

    told = hints(session)

    assert "stored chips will find no power" in told
    assert "lie idle: the lab could begin a further site" in told


def test_idle_money_is_not_told_when_no_run_could_use_what_it_builds() -> None:
    def told(months: int) -> str:
        session = seats.played(months).fork()
        world = session.position().copy()
        world.labs[Firm.XAI].cash_usd, world.labs[Firm.XAI].loans = 10**12, []
        world.affairs.promises = []
        session.resume(world, session.journal, session.reports)
        return hints(session)

    assert "lie idle" in told(27)
    assert "lie idle" not in told(30)


@pytest.mark.parametrize(("cash", "told"), [(1, True), (10**11, False)])
def test_loans_that_the_cash_pays_many_times_over_are_no_matter(cash: int, *, told: bool) -> None:
    session = seats.played(8).fork()
    world = session.position().copy()
    world.labs[Firm.XAI].cash_usd, world.affairs.promises = cash, []
    session.resume(world, session.journal, session.reports)

    assert ("Loans take" in hints(session)) is told


def test_officers_who_would_skip_the_tests_are_told_of_before_they_do() -> None:
    session = with_a_run(27, None, finished=27)
    assert "in its safety tests" in hints(session)

    session.leave_to_officers([Routine.RELEASE])

    assert PublishRelease(tested=False) in session.coming()
    assert "The officers will release it untested" in hints(session)
