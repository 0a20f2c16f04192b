import csv
import re
from functools import partial
from pathlib import Path

import msgspec
import pytest

from race.core.words import PlainError
from race.study.balance import games as played
from race.study.balance.measures import IN, OUT, UNSETTLED, Measure, judge, measures
from race.study.balance.page.page import command
from race.study.balance.plan import (
    FULL,
    QUICK,
    QUOTAS,
    Sizes,
    Spec,
    arms_of,
    chunks_of,
    quota_name,
    scaled,
)
from race.study.balance.study import prepare, run_balance
from race.study.balance.tally import Side, Tally, paired_rate, ratio
from race.study.balance.told import shown
from race.study.compare import Interval
from race.study.game import play_game, play_or_tell
from race.study.run import Progress
from tests.study import plays
from tests.study.sides import outcomes

SMALL = Spec(
    scenarios=("the-twelve-thousand",),
    difficulties=("standard", "relentless"),
    founders=("idle", "steward", "diverter"),
    sizes=Sizes(field=5, other=1, quota=1, mechanic=1),
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("balance") / "report"
    run_balance(SMALL, folder, workers=1)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Return what a report has written, without the manifest, which knows the time."""
    return {path.name: path.read_bytes() for path in folder.glob("*.*") if path.suffix != ".json"}


def test_all_arms_of_a_plan_start_from_the_same_seed() -> None:
    first = {chunk.arm.arm: chunk.seeds[0] for chunk in reversed(chunks_of(SMALL))}

    assert set(first) == {arm.arm for arm in arms_of(SMALL)}
    assert set(first.values()) == {SMALL.seed}


def test_a_larger_quota_takes_more_of_the_flow() -> None:
    taken = [
        play_game("the-twelve-thousand", quota_name(percent), 3).diverted_h100e for percent in (0, 50, 100)
    ]

    assert taken[0] == 0
    assert taken[0] < taken[1] < taken[2]


def test_a_report_that_lost_its_parts_is_finished_to_the_same_bytes_on_two_processes(report: Path) -> None:
    before = files(report)
    for part in list((report / "parts").iterdir())[::3]:
        part.unlink()

    run_balance(SMALL, report, workers=2, resume=True)

    assert files(report) == before


def test_the_page_asks_nothing_of_a_network_and_runs_no_script(report: Path) -> None:
    page = (report / "balance.html").read_text(encoding="utf-8")

    assert not re.search(r"https?:|//[a-z]|url\(|@import|<script|<img|<iframe| on[a-z]+=", page)
    assert re.findall(r'<link[^>]*href="([^"]*)"', page) == ["data:,"]
    assert page.count("<svg") == page.count("</svg>") > 10


def test_the_tables_hold_every_game_and_every_arm(report: Path) -> None:
    games = (report / "games.csv").read_text(encoding="utf-8").splitlines()
    arms = (report / "arms.csv").read_text(encoding="utf-8").splitlines()
    quotas = (report / "quotas.csv").read_text(encoding="utf-8").splitlines()

    assert len(games) - 1 == sum(arm.runs for arm in arms_of(SMALL))
    assert len(arms) - 1 == len(arms_of(SMALL))
    assert len(quotas) - 1 == len(QUOTAS)


def test_a_game_that_fails_is_named_and_the_others_are_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(played, "play_or_tell", partial(play_or_tell, play=partial(plays.raises, poison=2)))
    spec = Spec(
        scenarios=("the-twelve-thousand",),
        difficulties=("standard",),
        founders=("idle",),
        sizes=Sizes(field=3, other=0, quota=0, mechanic=0),
    )

    tally, sheet = run_balance(spec, tmp_path / "report", workers=1)

    assert sheet.failed == ("idle, the-twelve-thousand, seed 2",)
    assert [game.seed for game in tally.sides[0].games] == [1, 3]


@pytest.mark.parametrize(
    ("low", "high", "verdict"), [(0.22, 0.30, IN), (0.18, 0.30, UNSETTLED), (0.34, 0.50, OUT)]
)
def test_a_line_is_settled_only_when_its_interval_agrees(low: float, high: float, verdict: str) -> None:
    found = Interval((low + high) / 2, low, high, 100)

    assert judge(found, 0.20, 0.32) == verdict


def test_pairs_that_never_differ_prove_little_when_they_are_few() -> None:
    ours, theirs = outcomes(*["frontier"] * 8), outcomes(*["frontier"] * 8)

    found = paired_rate(ours, theirs)

    assert found.value == 0.0
    assert found.high > 0.3


def test_one_pair_that_differs_does_not_prove_a_difference() -> None:
    found = paired_rate(outcomes("frontier"), outcomes("contender"))

    assert found.value == 1.0
    assert not found.excludes_zero


def line(name: str, *sides: Side) -> Measure:
    """Return the line of the balance whose name starts like this."""
    found = measures(Tally(spec=Spec(), sides=sides, lost=()))
    return next(one for one in found if one.name.startswith(name))


def each(side: Side, **figures: object) -> Side:
    """Return a side with other figures in all of its games."""
    games = tuple(msgspec.structs.replace(game, **figures) for game in side.games)
    return Side(arm=side.arm, games=games)


def test_one_pair_of_games_settles_nothing() -> None:
    early = each(outcomes("contender", founder="diverter"), frontier_months_by_18=2)

    found = line("Diverter's months", early, outcomes("contender", founder="swapper"))

    assert found.found.value == 2.0
    assert found.verdict == UNSETTLED
    assert shown(found) == "2.00 (–)"


def test_where_diverting_pays_most_is_not_told_by_one_seed() -> None:
    won = [outcomes("contender"), outcomes("frontier"), outcomes("contender")]
    sides = [
        Side(
            arm=msgspec.structs.replace(side.arm, part="quota", founder=quota_name(percent)), games=side.games
        )
        for side, percent in zip(won, (0, 50, 100), strict=True)
    ]

    peak, beyond = line("Share of the flow", *sides), line("Rate there", *sides)

    assert peak.found.value == pytest.approx(0.5)
    assert (peak.verdict, beyond.verdict) == (UNSETTLED, UNSETTLED)
    assert shown(peak) == "50.0 % (–)"


def trusted(side: Side, trust: float) -> Side:
    """Return a side whose games end with about this trust."""
    games = [msgspec.structs.replace(game, trust=trust + 0.01 * (game.seed % 2)) for game in side.games]
    return Side(arm=side.arm, games=tuple(games))


@pytest.mark.parametrize(
    ("games", "end", "losers", "verdict"),
    [(1, "contender", "swapper", UNSETTLED), (200, "contender", "swapper", OUT), (200, "frontier", "", IN)],
    ids=["one game", "many", "many that win alike"],
)
def test_a_founder_is_beaten_in_both_only_where_the_games_are_enough_to_say_so(
    games: int, end: str, losers: str, verdict: str
) -> None:
    better = each(outcomes(*["frontier"] * games), trust=0.8)
    other = trusted(outcomes(*[end] * games, founder="swapper"), 0.6)

    found = line("Archetypes but the Diverter", better, other, outcomes("steward", founder="idle"))

    assert (found.who, found.verdict) == (losers, verdict)
    assert found.found.games == 2 * games


def test_an_end_that_is_not_known_is_empty_in_the_tables(report: Path) -> None:
    arms = (report / "arms.csv").read_text(encoding="utf-8").splitlines()
    measured = (report / "measures.csv").read_text(encoding="utf-8")

    lone = next(row for row in csv.DictReader(arms) if row["games"] == "1")
    assert float(lone["score"]) > 0
    assert (lone["score_low"], lone["score_high"]) == ("", "")
    assert "inf" not in measured


def test_a_ratio_of_rates_has_an_interval_around_it() -> None:
    ours = outcomes(*["frontier", "contender"] * 50)
    theirs = outcomes(*["frontier", "frontier", "frontier", "contender"] * 25)

    found = ratio(ours, theirs)

    assert found.value == pytest.approx(50 / 75)
    assert 0.4 < found.low < found.value < found.high < 1.0


def test_seeds_that_only_they_have_played_correct_for_ours_being_easy() -> None:
    easy, hard = ["frontier", "frontier", "frontier", "contender"] * 25, ["contender", "frontier"] * 50
    ours, theirs = outcomes(*easy), outcomes(*easy, *hard, *hard, *hard, founder="swapper")
    few = outcomes(*easy, founder="swapper")

    on_common, on_all = ratio(ours, few), ratio(ours, theirs)

    assert (on_common.value, on_common.games) == (1.0, 100)
    assert on_all.value == pytest.approx(1.0)  # alike wherever both have played, they are alike elsewhere
    assert (on_all.low, on_all.high) == pytest.approx((1.0, 1.0))


def test_luck_that_is_not_common_is_not_corrected() -> None:
    theirs = outcomes(*["frontier", "contender"] * 200, founder="swapper")
    ours = outcomes(*["frontier", "frontier", "contender", "contender"] * 10)

    few, many = ratio(ours, Side(arm=theirs.arm, games=theirs.games[:40])), ratio(ours, theirs)

    assert many.value == pytest.approx(few.value)
    assert many.high - many.low < few.high - few.low


@pytest.mark.parametrize(
    "spec",
    [
        Spec(founders=("nobody",)),
        Spec(founders=("idle", "idle")),
        Spec(scenarios=("nowhere",)),
        Spec(difficulties=("hard",)),
        Spec(seed=1_000_000),
        Spec(sizes=Sizes(field=0, other=0, quota=0, mechanic=0)),
        Spec(sizes=Sizes(field=1, other=0, quota=0, mechanic=0, choices=-1)),
        Spec(founders=("idle",), sizes=Sizes(field=1, other=0, quota=0, mechanic=0, exploit=1)),
        Spec(seed=999_990, sizes=Sizes(field=1, other=0, quota=0, mechanic=0, choices=20)),
    ],
    ids=[
        "founder",
        "twice",
        "scenario",
        "difficulty",
        "seed",
        "runs",
        "choices",
        "nobody to beat",
        "months to weigh",
    ],
)
def test_a_plan_that_cannot_be_played_is_refused_before_anything_is(spec: Spec) -> None:
    with pytest.raises(PlainError) as refused:
        prepare(spec)

    assert refused.value.code == 2


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(PlainError) as refused:
        run_balance(SMALL, tmp_path, workers=1)

    assert refused.value.code == 4
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("sizes", "words"),
    [
        (QUICK, "diverted balance --quick --seed 1"),
        (FULL, "diverted balance --runs 2000 --seed 1"),
        (scaled(QUICK, 80), "diverted balance --quick --runs 80 --seed 1"),
        (
            msgspec.structs.replace(FULL, planner=0, exploit=150),
            "diverted balance --runs 2000 --planner 0 --exploit 150 --seed 1",
        ),
    ],
    ids=["quick", "full", "more of a quick one", "with a search"],
)
def test_the_page_names_the_command_that_plays_it_again(sizes: Sizes, words: str) -> None:
    assert command(Spec(sizes=sizes)).startswith(words)


def test_a_second_report_into_a_folder_is_refused_while_the_first_is_played(
    report: Path, tmp_path: Path
) -> None:
    refused: list[int] = []

    def intrude(_progress: Progress) -> None:
        with pytest.raises(PlainError, match="Another run writes to") as caught:
            run_balance(SMALL, tmp_path / "report", workers=1, resume=True)
        refused.append(caught.value.code)

    run_balance(SMALL, tmp_path / "report", workers=1, tell=intrude)

    assert set(refused) == {4}
    assert files(tmp_path / "report") == files(report)


def test_a_plan_that_is_no_text_is_another_reports(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(PlainError, match="holds another report"):
        run_balance(SMALL, tmp_path, workers=1, resume=True)

    assert [path.name for path in tmp_path.iterdir()] == ["plan.txt"]
