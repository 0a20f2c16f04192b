import json
import re
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from race.cli.exits import Exit
from race.core.events import Happening
from race.core.ids import Ending
from race.core.metrics import measure
from race.policy.registry import FOUNDERS
from race.study.compare import read_games
from race.study.game import GameRecord
from tests.architecture.house import ROOT
from tests.builders import a_game
from tests.cli.conftest import Ask

HEADLESS = (ROOT / "docs" / "headless.md").read_text(encoding="utf-8")
MESA = (ROOT / "docs" / "mesa.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^    diverted (.*)$", HEADLESS, re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_option_of_an_example_is_there(ask: Ask, example: str) -> None:
    command, *words = example.split()

    answer = ask(command, "--help")

    assert answer.code == Exit.FINE
    assert [word for word in words if word.startswith("--") and word not in answer.out] == []


def test_examples_that_are_given_one_after_another_do_not_meet_in_one_folder() -> None:
    keeping = ("batch", "compare", "sweep", "sensitivity", "balance")  # refuse a folder of other results
    examples = [example for example in EXAMPLES if example.split()[0] in keeping]

    folders = [re.search(r"--out (\S+)", example) for example in examples]

    named = [
        folder[1] if folder else example.split()[0] for folder, example in zip(folders, examples, strict=True)
    ]
    assert len(set(named)) == len(named) > len(keeping)


def test_every_command_without_a_window_has_an_example(ask: Ask) -> None:
    listed = re.findall(r"^  (\w+)  +\S", ask("--help").out.partition("Commands:")[2], re.MULTILINE)

    assert {example.split()[0] for example in EXAMPLES} == set(listed) - {"play"}


def test_the_script_that_reads_a_results_folder_runs(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = re.findall(r"```python\n(.*?)```", HEADLESS, re.DOTALL)[0]
    monkeypatch.chdir(tmp_path)
    ask("batch", "--scenario", "the-twelve-thousand", "--runs", 2, "--workers", 1)

    exec(script, {})  # noqa: S102 - it is our own

    assert re.match(r"Interval\(value=-0\.\d+, low=-\d", capsys.readouterr().out)


def test_the_script_that_draws_a_sweep_runs(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = re.findall(r"```python\n(.*?)```", HEADLESS, re.DOTALL)[1]
    monkeypatch.chdir(tmp_path)
    ask("sweep", "--scenario", "the-twelve-thousand", "--values", "race.luck_sd=5/20", "--runs", 2)

    exec(script, {})  # noqa: S102 - it is our own

    assert (tmp_path / "luck.png").stat().st_size > 5_000
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[-2:]] == ["5.0", "20.0"]


def test_every_kind_of_event_and_every_ending_is_named() -> None:
    told = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", HEADLESS))))

    assert {kind.value for kind in (*Happening, *Ending)} - told == set()


def test_events_say_how_much_where_the_page_says_so(ask: Ask, tmp_path: Path) -> None:
    table = HEADLESS.partition("| Kinds |")[2].partition("\n\n")[0]
    counting = [row for row in table.splitlines() if not row.endswith("| nothing |")]
    counted = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", "".join(counting)))))
    ask("batch", "--founder", "random,diverter", "--runs", 2, "--workers", 1, "--out", tmp_path)

    rows = pq.read_table(tmp_path / "events.parquet").to_pylist()

    assert {row["kind"] for row in rows if row["quantity"] is not None} - counted == set()


def test_a_row_is_played_again_by_watch_as_the_page_says(ask: Ask, tmp_path: Path) -> None:
    ask("batch", "--scenario", "the-twelve-thousand", "--founder", "swapper", "--runs", 1, "--out", tmp_path)
    [row] = read_games(tmp_path).to_pylist()

    told = ask("watch", "--scenario", "the-twelve-thousand", "--founder", "swapper", "--seed", 1, "--json")

    assert json.loads(told.out.splitlines()[-1])["fingerprint"] == row["fingerprint"]


def test_the_script_for_people_who_know_mesa_runs() -> None:
    script = re.findall(r"```python\n(.*?)```", MESA, re.DOTALL)[0]

    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()

    assert len(script.strip().splitlines()) <= 12
    assert [line.split()[:2] for line in told] == [
        ["steward", "1"],
        ["steward", "2"],
        ["diverter", "1"],
        ["diverter", "2"],
    ]
    assert all(line.split()[2] not in {"", "None"} for line in told)


def test_a_policy_of_ones_own_plays_as_the_page_says() -> None:
    script = re.findall(r"```python\n(.*?)```", MESA, re.DOTALL)[2]

    first, second = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()

    start, end = map(int, re.findall(r"\d+", first)[:2])
    assert end > start
    assert second == "['mistral']"


def test_a_founder_of_ones_own_builds_on_a_bot_as_the_page_says() -> None:
    script = re.findall(r"```python\n(.*?)```", MESA, re.DOTALL)[3]

    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    gains = json.loads(told)
    assert len(gains) == 4
    assert any(gains)


def test_agents_are_collected_one_by_one_as_the_page_says() -> None:
    script = re.findall(r"```python\n(.*?)```", MESA, re.DOTALL)[4]

    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert re.match(r"84 \{'anthropic': '[a-z]+', ", told)  # seven labs, twelve months


def test_every_figure_of_the_tables_is_explained() -> None:
    world = a_game().position()
    metrics = {metric for _entity, metric in measure(world)}
    columns = set(GameRecord.__struct_fields__) - {"score", "measures", "opening", "events"}

    told = set(re.findall(r"[a-z_0-9]+", " ".join(re.findall(r"`([^`]+)`", HEADLESS))))

    assert sorted((metrics | columns) - told) == []


def test_the_page_for_people_who_know_mesa_names_every_bot() -> None:
    assert f"`{' '.join(FOUNDERS)}`" in MESA


def test_the_script_for_people_who_know_salib_runs() -> None:
    script = re.findall(r"```python\n(.*?)```", MESA, re.DOTALL)[1]

    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert re.fullmatch(r"race\.luck_sd \d+\.\d race\.error_sd \d+\.\d\n", told)


def test_the_script_for_people_who_train_learners_runs() -> None:
    script = re.findall(r"```python\n(.*?)```", MESA, re.DOTALL)[5]

    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()

    assert re.fullmatch(r"[a-z_]+ \d+ -?0\.\d{3} [0-9a-f]{16}", told[0])
    assert told[1].startswith("0.")


def test_the_script_for_people_who_train_all_labs_runs() -> None:
    script = re.findall(r"```python\n(.*?)```", MESA, re.DOTALL)[6]

    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert len(script.strip().splitlines()) <= 12
    assert re.match(r"[a-z_]+ [0-9a-f]{16} \{'xai': '-?0\.\d\d', 'openai': ", told)
