import csv
import json
import tomllib
from pathlib import Path

import pytest

from race.cli.exits import Exit
from race.scenario.load import load_scenario
from tests.cli.conftest import Ask

SMALL = ("--scenario", "the-twelve-thousand", "--runs", 3, "--workers", 1)


def test_a_comparison_tells_every_side_against_the_first(ask: Ask, tmp_path: Path) -> None:
    answer = ask("compare", "usual", "race.luck_sd=14", "idle", *SMALL, "--out", tmp_path / "out")

    lines = answer.out.splitlines()
    assert answer.code == Exit.FINE
    assert [line.split()[0] for line in lines[1:7]] == ["race.luck_sd=14"] * 3 + ["idle"] * 3
    assert "9 games on 3 common seeds" in answer.out
    assert (tmp_path / "out" / "differences.csv").read_text().count("\n") == 7


def test_a_figure_that_some_games_lack_says_on_how_many_seeds_it_rests(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "short.toml").write_text(
        load_scenario("the-twelve-thousand").text.replace("months = 12", "months = 11")
    )

    answer = ask(
        *("compare", "the-twelve-thousand", tmp_path / "short.toml", "--runs", 3, "--workers", 1),
        *("--figures", "score,elo_true_12", "--out", tmp_path / "out"),
    )

    lines = answer.out.splitlines()
    assert [line.split()[-3] for line in lines[:3]] == ["p,", "3", "0"]
    assert "Where seeds are fewer" in answer.out


def test_the_options_of_a_results_folder_play_it_again(ask: Ask, tmp_path: Path) -> None:
    ask("compare", "steward", "swapper", *SMALL, "--figures", "score,rank", "--out", tmp_path / "first")
    options = tmp_path / "first" / "spec.toml"

    answer = ask("compare", "--spec", options, "--out", tmp_path / "second", "--workers", 1)

    assert answer.code == Exit.FINE
    assert tomllib.loads(options.read_text())["sides"] == ["steward", "swapper"]
    for name in ("games.parquet", "differences.csv", "spec.toml"):
        assert (tmp_path / "second" / name).read_bytes() == (tmp_path / "first" / name).read_bytes()


def test_words_weigh_more_than_the_file(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('runs = 50\nfounder = ["idle"]\nscenario = "the-twelve-thousand"\n')

    answer = ask(
        *("batch", "--spec", tmp_path / "mine.toml", "--runs", 1, "--workers", 1),
        *("--out", tmp_path / "out", "--json"),
    )

    spec = json.loads(answer.out)["manifest"]["spec"]
    assert (spec["founders"], spec["runs"]) == (["idle"], 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rnus = 5", "did you mean 'runs'"),
        ('command = "sweep"', "is for the command 'sweep'"),
        ("runs = ", "not readable TOML"),
        ("runs = true", "the option 'runs' has a value"),
        ("runs = nan", "--runs takes a whole number"),
        ("months = 1", "write true or false"),
    ],
)
def test_a_file_of_options_that_cannot_be_used_is_answered_in_words(
    ask: Ask, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "mine.toml").write_text(text)

    answer = ask("compare", "steward", "idle", "--spec", tmp_path / "mine.toml", "--out", tmp_path / "out")

    assert answer.code in {Exit.USAGE, Exit.BAD_FILE}
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("steward",), "two sides"),
        (("steward", "steward"), "named twice"),
        (("steward", "swaper"), "did you mean 'swapper'"),
        (("steward", "race.luck_ds=3"), "luck_sd"),
        (("steward", "race.luck_sd=much"), "is no number"),
        (("steward", "race.luck_sd=-4"), "race.luck_sd"),
        (("usual", "race.luck_sd=1e300"), "'race.luck_sd=1e+300' is out of bounds; give 0 to 60"),
        (("usual", "race.luck_sd=nan"), "out of bounds"),
        (("usual", "labs.openai.staff=7.5"), "whole number"),
        (("usual", "labs.openai.training=5e5"), "With the numbers that were asked for"),
        (("usual", "=3"), "There is no number ''"),
        (("usual", "race=3"), "There is no number 'race'"),
        (("usual", "title=3"), "There is no number 'title'"),
        (("usual", "labs=3"), "There is no number 'labs'"),
        (("usual", "race.[x=3"), "There is no number 'race.[x'"),
        (("usual", "labs.openai=3"), "did you mean labs.openai."),
        (("usual", "labs.tesla.staff=3"), "There is no number 'labs.tesla.staff'"),
        (("steward", ","), "is empty"),
        (("steward", "swapper,"), "is empty"),
        (("usual", "race.luck_sd=14,race.luck_sd=15"), "sets race.luck_sd twice"),
        (("usual", "idle,swapper"), "sets founder twice"),
        (("steward", "steward,standard"), "are the same game"),
        (("usual", "steward"), "are the same game"),
        (("steward", "swapper", "--figures", "scroe"), "did you mean 'score'"),
        (("steward", "swapper", "--precision", "0"), "more than 0"),
    ],
    ids=" ".join,
)
def test_a_side_that_means_nothing_is_refused_before_anything_is_played(
    ask: Ask, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    answer = ask("compare", *words, "--out", tmp_path / "out")

    assert answer.code == Exit.USAGE
    assert said in answer.err
    assert not (tmp_path / "out").exists()


def test_a_file_of_numbers_is_blamed_for_its_own_mistakes(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[rules.race]\nluck_sd = 900\n[labs.openai]\nstaff = 0\n")

    answer = ask("compare", "usual", tmp_path / "mine.toml", "--out", tmp_path / "out")

    assert answer.code == Exit.BAD_FILE
    assert "mine.toml has 2 mistakes" in answer.err
    assert "rules.race.luck_sd: 900 is out of bounds" in answer.err
    assert "labs.openai.staff: 0 is out of bounds" in answer.err


def test_a_file_of_numbers_is_a_side(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[rules.race]\nluck_sd = 9\n[labs.openai]\nstaff = 800\n")

    answer = ask("compare", "usual", tmp_path / "mine.toml", *SMALL, "--out", tmp_path / "out", "--json")

    sides = json.loads(answer.out)["manifest"]["spec"]["sides"]
    assert sides[1]["numbers"] == {"race.luck_sd": 9, "labs.openai.staff": 800}


def test_enough_is_enough(ask: Ask, tmp_path: Path) -> None:
    answer = ask(
        *("batch", "--scenario", "the-twelve-thousand", "--founder", "idle", "--runs", 60),
        *("--precision", 500, "--workers", 1, "--out", tmp_path / "out", "--json", "--no-months"),
    )

    manifest = json.loads(answer.out)["manifest"]
    assert (manifest["games"], manifest["seeds"]) == (40, 40)
    assert manifest["looks"][0][1] < 500


def test_shards_are_joined_and_told_as_one(ask: Ask, tmp_path: Path) -> None:
    whole = ask("compare", "steward", "swapper", *SMALL, "--out", tmp_path / "whole")
    for number in (1, 2):
        told = ask(
            *("compare", "steward", "swapper", *SMALL),
            *("--shard", f"{number}/2", "--out", tmp_path / str(number)),
        )
        assert f"Shard {number}/2" in told.out

    joined = ask("merge", tmp_path / "1", tmp_path / "2", "--out", tmp_path / "both")

    assert joined.code == Exit.FINE
    assert joined.out.splitlines()[:4] == whole.out.splitlines()[:4]
    for name in ("games.parquet", "differences.csv"):
        assert (tmp_path / "both" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_one_pair_of_games_tells_a_difference_and_claims_nothing(ask: Ask, tmp_path: Path) -> None:
    words = ("compare", "steward", "idle", "--scenario", "the-twelve-thousand", "--runs", 1, "--workers", 1)

    told = ask(*words, "--out", tmp_path / "told")
    read = ask(*words, "--out", tmp_path / "read", "--json")

    assert " –" in told.out
    assert not any(sign in told.out for sign in ("[", "*", "inf"))
    assert json.loads(read.out)["lines"][0]["found"]["difference"]["low"] is None
    with (tmp_path / "told" / "differences.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["low"], row["high"], row["p"]) for row in rows} == {("", "", "1.0")}


def test_a_finished_comparison_tells_the_figures_it_is_asked_for_now(ask: Ask, tmp_path: Path) -> None:
    words = ("compare", "steward", "idle", *SMALL, "--out", tmp_path / "out")
    ask(*words, "--figures", "score")

    again = ask(*words, "--resume", "--figures", "rank")

    assert "rank" in again.out.splitlines()[1].split()
    assert "score" not in again.out
    assert tomllib.loads((tmp_path / "out" / "spec.toml").read_text())["figures"] == "rank"


def test_a_machine_reads_of_a_shard_where_it_is_and_no_difference(ask: Ask, tmp_path: Path) -> None:
    answer = ask(
        *("compare", "steward", "swapper", *SMALL, "--shard", "1/2", "--json", "--out", tmp_path / "out")
    )

    told = json.loads(answer.out)
    assert (answer.code, told.keys()) == (Exit.FINE, {"folder", "manifest"})
    assert told["manifest"]["shard"] == "1/2"
    assert not (tmp_path / "out" / "differences.csv").exists()
