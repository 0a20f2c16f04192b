import json
from pathlib import Path

import pytest

from race.cli.exits import Exit
from tests.cli.conftest import Ask

SMALL = ("--scenario", "the-twelve-thousand", "--runs", 2, "--workers", 1)


def test_a_sweep_sets_every_value_against_the_usual_game(ask: Ask, tmp_path: Path) -> None:
    answer = ask(
        *("sweep", "--numbers", "race.luck_sd", "--points", 2, "--figures", "score"),
        *(*SMALL, "--out", tmp_path / "out", "--json"),
    )

    told = json.loads(answer.out)
    assert (answer.code, answer.err) == (Exit.FINE, "")
    assert [line["cell"]["side"] for line in told["lines"]] == ["race.luck_sd=0", "race.luck_sd=60"]


def test_morris_screens_and_sobol_measures_what_is_left(ask: Ask, tmp_path: Path) -> None:
    answer = ask(
        *("sensitivity", "--numbers", "race.luck_sd,money.revenue_multiple", "--bounds", "race.luck_sd=5:30"),
        *("--method", "both", "--samples", 2, *SMALL, "--out", tmp_path / "out"),
    )

    again = ask(
        *("sensitivity", "--spec", tmp_path / "out" / "sobol" / "spec.toml", "--workers", 1),
        *("--out", tmp_path / "again"),
    )

    assert (answer.code, again.code) == (Exit.FINE, Exit.FINE)
    assert "mean effect" in answer.out
    assert 'bounds = "race.luck_sd=5:30"' in (tmp_path / "out" / "sobol" / "spec.toml").read_text()
    for name in ("games.parquet", "effects.csv"):
        assert (tmp_path / "again" / name).read_bytes() == (tmp_path / "out" / "sobol" / name).read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("sweep",), "what is swept"),
        (("sweep", "--numbers", "race.luck_ds"), "race.luck_sd"),
        (("sweep", "--numbers", "race.luck_sd", "--points", "1"), "2 points or more"),
        (("sweep", "--values", "=1/2"), "There is no number ''"),
        (("sweep", "--values", "switches.swap=0/1/2"), "'switches.swap=2' is out of bounds; give 0 to 1"),
        (
            ("sweep", "--values", "labs.openai.parent_usd=-1/2"),
            "'labs.openai.parent_usd=-1' is out of bounds",
        ),
        (("sweep", "--values", "race.luck_sd=10/10"), "'race.luck_sd=10' is named twice"),
        (("sweep", "--values", "race.luck_sd=10/14,race.luck_sd=12"), "'race.luck_sd' is named twice"),
        (("sweep", "--numbers", "race.luck_sd", "--values", "race.luck_sd=12"), "is named twice"),
        (
            ("sweep", "--numbers", "labs.openai.staff", "--bounds", "labs.openai.staff=-5:10"),
            "must stay within its bounds, 1 to 200000",
        ),
        (("sensitivity", "--numbers", "race.luck_sd"), "two numbers"),
        (("sensitivity", "--numbers", "race.luck_sd,race.error_sd", "--method", "guess"), "morris"),
        (
            ("sensitivity", "--numbers", "race.luck_sd,race.error_sd", "--method", "both", "--keep", "1"),
            "--keep",
        ),
        (("sensitivity", "--numbers", "race.luck_sd,race.error_sd", "--figure", "scroe"), "score"),
    ],
    ids=" ".join,
)
def test_bad_words_are_answered_before_anything_is_played(
    ask: Ask, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    answer = ask(*words, "--out", tmp_path / "out")

    assert answer.code == Exit.USAGE
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_shard_of_a_design_misses_no_game_of_the_others(ask: Ask, tmp_path: Path) -> None:
    answer = ask(
        *("sensitivity", "--numbers", "race.luck_sd,money.pay_usd", "--samples", 2, *SMALL),
        *("--shard", "1/2", "--json", "--out", tmp_path / "out"),
    )

    assert (answer.code, answer.err) == (Exit.FINE, "")
    assert json.loads(answer.out).keys() == {"folder", "manifest"}


def test_an_answer_names_the_figure_that_was_moved(ask: Ask, tmp_path: Path) -> None:
    answer = ask(
        *("sensitivity", "--numbers", "race.luck_sd,money.pay_usd", "--samples", 2, "--figure", "trust"),
        *(*SMALL, "--out", tmp_path),
    )

    assert "What is moved is trust: 0.7" in answer.out
