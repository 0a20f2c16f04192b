import json

import pytest

from race.cli.exits import Exit
from race.core.words import Sentence
from race.study.bench.bench import Bench
from race.study.bench.measure import Measure
from race.study.bench.size import fork, memory
from race.study.bench.speed import speed
from tests.cli.conftest import Ask


def measured(value: float | None, *, more: bool) -> Measure:
    return Measure(key="k", title=Sentence("a figure"), value=value, unit="x", bar=2.0, more_is_better=more)


def test_a_bar_is_met_from_its_own_side() -> None:
    assert [measured(value, more=True).met for value in (1.9, 2.0, 2.1)] == [False, True, True]
    assert [measured(value, more=False).met for value in (1.9, 2.0, 2.1)] == [True, True, False]


def test_what_could_not_be_measured_meets_nothing() -> None:
    assert measured(None, more=True).met is None


def test_the_bench_plays_beside_the_reference_and_without_mesa() -> None:
    found = {measure.key: measure for measure in speed(1)}

    ours, reference = found["games_per_second"].value, found["reference_games_per_second"].value
    assert ours is not None
    assert reference is not None
    assert found["vs_reference"].value == pytest.approx(ours / reference)
    assert found["mesa_share"].value is not None


def test_a_fork_and_memory_are_measured() -> None:
    figures = [*fork(), *memory(1)]

    assert [figure.key for figure in figures] == ["fork_us", "playable_fork_us", "memory_mb"]
    assert all(figure.value is not None for figure in figures)


def test_the_bench_prints_a_table_and_the_signature(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Bench(signature="abc", measures=(measured(4.0, more=True), measured(None, more=False)))
    monkeypatch.setattr("race.study.bench.bench.run_bench", lambda *_words: found)

    table, machine = ask("bench"), ask("bench", "--json")

    assert table.code == machine.code == Exit.FINE
    assert [line.split() for line in table.out.splitlines()[1:]] == [
        ["a", "figure", "4", "x", "≥", "2", "yes"],
        ["a", "figure", "-", "≤", "2"],
        ["signature", "abc"],
    ]
    assert json.loads(machine.out)["measures"][0]["value"] == 4.0


def test_a_bench_of_no_games_is_refused(ask: Ask) -> None:
    answer = ask("bench", "--games", "0")

    assert answer.code == Exit.USAGE
    assert "1 or more" in answer.err
