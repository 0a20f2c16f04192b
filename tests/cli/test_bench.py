import json
import sys
from pathlib import Path

import pytest

from race.cli.exits import Exit
from race.core.words import PlainError, Sentence
from race.session.beside import crew
from race.study.bench.ahead import forecast
from race.study.bench.bench import Bench, Part
from race.study.bench.measure import Measure
from race.study.bench.owners import owners
from race.study.bench.pace import at_pace, pace, paced
from race.study.bench.peer import Catanatron
from race.study.bench.sides import idle_window, table_frame
from race.study.bench.size import fork, memory, populated
from race.study.bench.speed import speed
from tests.cli.conftest import Ask
from tests.inline import Inline


def measured(value: float | None, *, more: bool) -> Measure:
    return Measure(key="k", title=Sentence("a figure"), value=value, unit="x", bar=2.0, more_is_better=more)


def test_a_bar_is_met_from_its_own_side() -> None:
    assert [measured(value, more=True).met for value in (1.9, 2.0, 2.1)] == [False, True, True]
    assert [measured(value, more=False).met for value in (1.9, 2.0, 2.1)] == [True, True, False]


def test_what_could_not_be_measured_meets_nothing() -> None:
    assert measured(None, more=True).met is None


def seconds(value: float | None, unit: str = "ms") -> Measure:
    return Measure(key="k", title=Sentence("a wait"), value=value, unit=unit, bar=2.0, more_is_better=False)


def test_what_takes_seconds_is_told_at_the_pace_of_the_machine_the_bars_come_from() -> None:
    assert at_pace(seconds(3.0), 0.5).at_bars_pace == 1.5
    assert at_pace(seconds(3.0), 0.5).met is False
    assert at_pace(seconds(None), 0.5).at_bars_pace is None
    assert at_pace(seconds(3.0, "x"), 0.5).at_bars_pace is None


def test_the_pace_is_taken_before_and_after_what_takes_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    paces = iter((0.4, 0.6, 0.5))
    monkeypatch.setattr("race.study.bench.pace.pace", lambda: next(paces))

    assert [figure.at_bars_pace for figure in paced(lambda: [seconds(4.0), seconds(3.0, "x")])] == [2.0, None]
    assert paced(lambda: [seconds(3.0, "x")]) == [seconds(3.0, "x")]


def test_the_pace_is_that_of_the_frozen_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[int] = []
    monkeypatch.setattr("race.study.bench.pace.play_reference", played.append)
    monkeypatch.setattr("race.study.clock.busy", iter(range(0, 1_000, 2)).__next__)

    assert pace() == pytest.approx(1.0 / (38.0 * 2.0))
    assert len(played) > 1


def test_the_bench_plays_beside_the_reference_and_without_mesa() -> None:
    found = {measure.key: measure for measure in speed(1)}

    ours, reference = found["games_per_second"].value, found["reference_games_per_second"].value
    assert ours is not None
    assert reference is not None
    assert found["vs_reference"].value == pytest.approx(ours / reference)
    assert found["mesa_share"].value is not None


def test_the_bench_plays_with_the_compiler_and_without_it() -> None:
    found = {measure.key: measure for measure in speed(1)}

    rates = [found[key].value for key in ("games_per_second", "fast_games_per_second")]

    assert None not in rates
    assert found["vs_catanatron"].value is None
    assert found["vs_catanatron"].note is not None


PRETENDED = """
class Color: RED = BLUE = WHITE = ORANGE = None
class RandomPlayer:
    def __init__(self, colour): pass
class Game:
    def __init__(self, players): assert len(players) == 4
    def play(self): sum(range(100_000))
"""


def test_catanatron_plays_beside_us_in_the_python_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "catanatron.py").write_text(PRETENDED, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    found = {measure.key: measure.value for measure in speed(1, sys.executable)}

    rate, ours = found["catanatron_games_per_second"], found["games_per_second"]
    assert rate is not None
    assert ours is not None
    assert found["vs_catanatron"] == pytest.approx(ours / rate)


@pytest.mark.parametrize("python", ["no/python/here", sys.executable])
def test_a_python_without_catanatron_is_named_in_a_sentence(
    python: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)

    with pytest.raises(PlainError) as told:
        Catanatron(python)

    assert told.value.sentence.values == {"path": python}
    assert told.value.code == Exit.ENVIRONMENT


def test_what_somebody_at_the_window_waits_for_is_measured_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(crew, "open_crew", Inline)
    monkeypatch.setattr("race.study.bench.ahead._FUTURES", 2)
    monkeypatch.setattr("race.study.bench.ahead._MONTHS", 1)

    figures = [*forecast(), *table_frame()]

    assert [figure.key for figure in figures] == ["forecast_s", "forecast_next_s", "table_frame_ms"]
    assert all(figure.value for figure in figures)
    assert [*tmp_path.iterdir()] == []


def test_the_window_at_rest_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("race.study.bench.sides._SETTLES", 0.5)
    monkeypatch.setattr("race.study.bench.sides._WATCHED", 0.1)

    figure = idle_window()[0]

    assert (figure.key, figure.bar) == ("idle_percent", 2.0)
    assert figure.value is not None


def test_a_month_of_the_owners_is_measured_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("race.study.bench.owners.LARGE", 3_000)
    monkeypatch.setattr("race.study.bench.owners._MONTHS", 2)

    figures = owners()

    assert [figure.key for figure in figures] == [
        "owners_month_us",
        "owners_month_fast_us",
        "owners_vs_reference",
        "fast_owners_vs_reference",
        "owners_large_month_us",
        "owners_large_month_fast_us",
    ]
    assert all(figure.value for figure in figures)


def test_the_large_population_is_as_large_as_its_name_says() -> None:
    assert populated(5_000, "steward").world.holders.trust.shape == (5_000,)


def test_a_fork_and_memory_are_measured() -> None:
    figures = [*fork(), *memory(1)]

    assert [figure.key for figure in figures] == ["fork_us", "playable_fork_us", "memory_mb"]
    assert all(figure.value is not None for figure in figures)


def test_the_bench_prints_a_table_and_the_signature(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = at_pace(seconds(3.0), 0.5)
    found = Bench(signature="abc", measures=(measured(4.0, more=True), measured(None, more=False), slow))
    monkeypatch.setattr("race.study.bench.bench.run_bench", lambda *_words: found)

    table, machine = ask("bench"), ask("bench", "--json")

    assert table.code == machine.code == Exit.FINE
    assert [line.split() for line in table.out.splitlines()[1:]] == [
        ["a", "figure", "4", "x", "≥", "2", "yes"],
        ["a", "figure", "-", "≤", "2"],
        ["a", "wait", "3", "ms", "1.5", "ms", "≤", "2", "no"],
        ["signature", "abc"],
    ]
    assert json.loads(machine.out)["measures"][0]["value"] == 4.0


def test_each_part_says_how_long_those_to_come_will_take(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = tuple(Part(usual, lambda: [measured(4.0, more=True)]) for usual in (1.0, 2.0, 4.0))
    times = iter((0.0, 60.0, 120.0, 300.0))
    monkeypatch.setattr("race.study.bench.bench.steps", lambda *_words: parts)
    monkeypatch.setattr("race.study.bench.bench.signature", lambda: "abc")
    monkeypatch.setattr("race.study.clock.now", lambda: next(times))
    monkeypatch.setattr("race.study.bench.pace.pace", lambda: 1.0)

    answer = ask("bench")

    assert answer.err.splitlines() == [
        "a figure: 4 x (about 6.0 minutes for 2 more parts)",
        "a figure: 4 x (about 2.7 minutes for 1 more part)",
        "a figure: 4 x",
    ]


def test_a_bench_of_no_games_is_refused(ask: Ask) -> None:
    answer = ask("bench", "--games", "0")

    assert answer.code == Exit.USAGE
    assert "1 or more" in answer.err
