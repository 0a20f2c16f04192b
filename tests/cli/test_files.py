import json
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from race.cli.exits import Exit
from race.session.journal import SCHEMA
from race.session.session import Session
from race.session.store import save
from tests.architecture.house import ROOT
from tests.cli.conftest import Ask

BROKEN = """
title = "Broken"
summary = 3
months = 99
meetings = [6]
holder = 2000
"""


def a_session(months: int = 3) -> Session:
    session = Session("the-twelve-thousand", 4, "swapper")
    for _ in range(months):
        session.end_month()
    session.close()
    return session


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "game.diverted"
    save(a_session(), path)
    return path


def test_a_save_plays_the_same_again(ask: Ask, saved: Path) -> None:
    answer = ask("replay", saved)

    assert answer.code == Exit.FINE
    assert "3 months" in answer.out


def test_a_replay_names_the_month_and_the_part_that_differ(ask: Ask, tmp_path: Path) -> None:
    session = a_session()
    record = session.journal.months[1]
    parts = {**record.fingerprint.parts, "holders": "0" * 16}
    session.journal.months[1] = msgspec.structs.replace(
        record, fingerprint=msgspec.structs.replace(record.fingerprint, whole="0" * 16, parts=parts)
    )
    save(session, tmp_path / "other.diverted")

    answer = ask("replay", tmp_path / "other.diverted")

    assert answer.code == Exit.DIFFERENCE
    assert "February 2024 (month 2): holders." in answer.err


def test_a_save_of_other_rules_is_not_played_again(ask: Ask, tmp_path: Path) -> None:
    session = a_session()
    session.journal.rules = "0" * 16
    save(session, tmp_path / "old.diverted")

    replayed, checked = ask("replay", tmp_path / "old.diverted"), ask("check", tmp_path / "old.diverted")

    assert replayed.code == Exit.DIFFERENCE
    assert "other rules" in replayed.err
    assert checked.code == Exit.FINE
    assert "other rules" in checked.out


def test_a_sound_save_is_told_what_it_is(ask: Ask, saved: Path) -> None:
    answer = ask("check", saved)

    assert answer.code == Exit.FINE
    assert "the-twelve-thousand, seed 4, swapper, March 2024" in answer.out


@pytest.mark.parametrize("command", ["check", "replay"])
@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda content: content[:-100], "cut short"),
        (lambda content: content[:-9] + b"0" + content[-8:], "damaged"),
        (lambda content: content.replace(b"DIVERTED %d " % SCHEMA, b"DIVERTED 999 ", 1), "newer version"),
        (lambda _: b"", "not a save"),
        (lambda _: b"\x00\xff" * 500, "not a save"),
    ],
    ids=["truncated", "damaged", "newer", "empty", "noise"],
)
def test_a_save_that_cannot_be_trusted_is_refused_and_kept(
    ask: Ask, saved: Path, command: str, harm: Callable[[bytes], bytes], said: str
) -> None:
    saved.write_bytes(harm(saved.read_bytes()))
    before = saved.read_bytes()

    answer = ask(command, saved)

    assert answer.code == Exit.BAD_FILE
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1
    assert saved.read_bytes() == before


@pytest.mark.parametrize("command", ["check", "replay"])
def test_a_file_that_is_not_there_is_named(ask: Ask, tmp_path: Path, command: str) -> None:
    answer = ask(command, tmp_path / "nothing.diverted")

    assert answer.code == Exit.BAD_FILE
    assert answer.err == f"There is no file {tmp_path / 'nothing.diverted'}; check its path.\n"


@pytest.mark.parametrize("command", ["check", "replay"])
def test_a_save_that_may_not_be_read_is_answered_with_what_to_do(
    ask: Ask, saved: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)

    answer = ask(command, saved)

    assert answer.code == Exit.BAD_FILE
    assert answer.err.startswith(f"{saved} cannot be read (Permission denied); see to its permissions")


@pytest.mark.parametrize("name", ["history", "the-twelve-thousand"])
def test_the_scenarios_of_the_game_are_sound(ask: Ask, name: str) -> None:
    answer = ask("check", ROOT / "assets" / "scenarios" / f"{name}.toml")

    assert answer.code == Exit.FINE
    assert "2000 holders" in answer.out


def test_a_scenario_of_one_month_is_told_as_one(ask: Ask, tmp_path: Path) -> None:
    text = (
        (ROOT / "assets" / "scenarios" / "history.toml")
        .read_text("utf-8")
        .replace("months = 36", "months = 1")
    )
    (tmp_path / "short.toml").write_text(text.replace("[6, 18, 30]", "[1]").replace("6 = [", "1 = ["))

    answer = ask("check", tmp_path / "short.toml")

    assert answer.code == Exit.FINE
    assert "History, 1 month, 2000 holders." in answer.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "is a folder"),
        ("dir.diverted", "is a folder"),
        ("dir.toml", "is a folder"),
        (os.devnull, "no ordinary file"),
    ],
)
def test_what_is_no_file_is_not_said_to_be_missing(ask: Ask, tmp_path: Path, name: str, said: str) -> None:
    for folder in ("dir.diverted", "dir.toml"):
        (tmp_path / folder).mkdir()

    answer = ask("check", tmp_path / name)

    assert answer.code == Exit.BAD_FILE
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize("door", [("check",), ("compare", "usual"), ("batch", "--spec")], ids=" ".join)
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("months = " + "9" * 5_000, "thousands of digits"),
        ("months = " + "[" * 5_000 + "]" * 5_000, "nested too deep"),
        ("months = ", "not readable TOML"),
    ],
    ids=["digits", "nesting", "torn"],
)
def test_toml_beyond_every_limit_is_one_sentence_at_every_door(
    ask: Ask, tmp_path: Path, door: tuple[str, ...], text: str, said: str
) -> None:
    (tmp_path / "odd.toml").write_text(text)

    answer = ask(*door, tmp_path / "odd.toml")

    assert answer.code == Exit.BAD_FILE
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1


def test_a_mark_at_the_start_of_options_is_no_part_of_them(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"\xef\xbb\xbfrnus = 5\n")

    answer = ask("batch", "--spec", tmp_path / "mine.toml")

    assert answer.code == Exit.USAGE
    assert "there is no option 'rnus'" in answer.err


def test_all_mistakes_of_a_scenario_are_listed_at_once(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text(BROKEN)

    answer = ask("check", tmp_path / "broken.toml")

    assert answer.code == Exit.BAD_FILE
    for place in (
        "summary",
        "months",
        "holder",
        "did you mean 'holders'",
        "carmaker is missing",
        "lab is missing",
    ):
        assert place in answer.err


def test_a_file_that_is_no_toml_is_refused_with_its_line(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "torn.toml").write_text('title = "Torn\n')

    answer = ask("check", tmp_path / "torn.toml")

    assert answer.code == Exit.BAD_FILE
    assert "line 1" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_a_machine_reads_that_a_save_is_the_same_game(ask: Ask, saved: Path) -> None:
    replayed, checked = ask("replay", saved, "--json"), ask("check", saved, "--json")

    same, sound = json.loads(replayed.out), json.loads(checked.out)
    assert (replayed.code, checked.code) == (Exit.FINE, Exit.FINE)
    assert (same["same"], same["months"], same["differs_in"]) == (True, 3, None)
    assert (sound["sound"], sound["kind"], sound["month"], sound["date"]) == (True, "save", 3, "2024-03")


def test_a_machine_reads_where_a_replay_differs(ask: Ask, tmp_path: Path) -> None:
    session = a_session()
    record = session.journal.months[1]
    session.journal.months[1] = msgspec.structs.replace(
        record, fingerprint=msgspec.structs.replace(record.fingerprint, whole="0" * 16)
    )
    save(session, tmp_path / "other.diverted")

    answer = ask("replay", tmp_path / "other.diverted", "--json")

    told = json.loads(answer.out)
    assert (answer.code, answer.err) == (Exit.DIFFERENCE, "")
    assert (told["same"], told["differs_in"]["month"]) == (False, 2)


def test_a_machine_reads_how_a_shared_game_ended(ask: Ask, saved: Path) -> None:
    text = json.loads(ask("replay", saved, "--share", "--json").out)["game"]

    answer = ask("replay", text, "--json")

    told, mark = json.loads(answer.out), json.loads(ask("replay", saved, "--json").out)["fingerprint"]
    assert answer.code == Exit.FINE
    assert (told["same"], told["months"], told["ending"], told["fingerprint"]) == (True, 3, None, mark)


def test_a_shared_game_that_is_not_over_is_told_as_one_that_goes_on(ask: Ask, saved: Path) -> None:
    text = json.loads(ask("replay", saved, "--share", "--json").out)["game"]

    answer = ask("replay", text)

    assert "March 2024: the game goes on. If it ended now:" in answer.out
    assert "Also-ran" not in answer.out
    assert "of 1\u202f000, fingerprint" in answer.out


def test_a_game_that_is_a_string_is_not_printed_as_one_again(ask: Ask, saved: Path) -> None:
    text = json.loads(ask("replay", saved, "--share", "--json").out)["game"]

    answer = ask("replay", text, "--share")

    assert (answer.code, answer.out) == (Exit.USAGE, "")
    assert answer.err == "This game is a string already; name a save, or leave --share out.\n"


def test_a_machine_reads_every_mistake_of_a_file(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text(BROKEN)

    broken, missing = ask("check", tmp_path / "broken.toml", "--json"), ask("check", "nowhere", "--json")

    told = json.loads(broken.out)
    assert (broken.code, broken.err, told["sound"]) == (Exit.BAD_FILE, "", False)
    assert len(told["mistakes"]) > 4
    assert "nowhere" in json.loads(missing.out)["mistakes"][0]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("check", ""), "Name the scenario or the save to judge, as in: diverted check my-scenario.toml"),
        (("replay", " "), "Name the save or the game to play again, as in: diverted replay game.diverted"),
        (("merge", "one", ""), "Name the folders of all shards, as in: diverted merge first/ second/ "),
        (("batch", "--out", ""), "The option --out needs a value; "),
        (("batch", "--spec="), "The option --spec needs a value; "),
        (("tune", "--storage", " "), "The option --storage needs a value; "),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_an_empty_path_is_none(ask: Ask, words: tuple[str, ...], sentence: str) -> None:
    answer = ask(*words)

    assert answer.code == Exit.USAGE
    assert answer.err.startswith(sentence)


def test_a_file_is_known_by_its_ending_in_large_letters_too(ask: Ask, tmp_path: Path) -> None:
    loud = tmp_path / "LOUD.TOML"
    loud.write_bytes((ROOT / "assets" / "scenarios" / "the-twelve-thousand.toml").read_bytes())

    checked = ask("check", loud)
    compared = ask("compare", "usual", loud, "--runs", 1, "--workers", 1, "--out", tmp_path / "out")

    assert checked.code == Exit.FINE
    assert "LOUD.TOML is a sound scenario" in checked.out
    assert compared.code == Exit.FINE


@pytest.mark.parametrize("folder", ["here", "here/below"])
@pytest.mark.parametrize("command", ["batch", "hindcast"])
def test_a_file_in_a_folders_place_is_named_with_what_to_do(
    ask: Ask, tmp_path: Path, command: str, folder: str
) -> None:
    (tmp_path / "here").write_text("a file")

    answer = ask(command, "--runs", 1, "--out", tmp_path / folder)

    assert answer.code == Exit.ENVIRONMENT
    assert answer.err == f"{tmp_path / 'here'} is a file, not a folder; choose another folder.\n"


def test_what_may_not_be_read_is_asked_for_by_opening_it(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_bytes((ROOT / "assets" / "scenarios" / "the-twelve-thousand.toml").read_bytes())
    monkeypatch.setattr(os, "access", lambda *_: False)  # the parser's own look, which has no remedy

    checked, played = ask("check", mine), ask("batch", "--spec", mine)

    assert checked.code == Exit.FINE
    assert "there is no option 'title'" in played.err


def test_a_scenario_file_that_is_not_there_is_no_name_of_one(ask: Ask) -> None:
    answer = ask("watch", "--scenario", "nowhere.toml")

    assert (answer.code, answer.err) == (Exit.BAD_FILE, "There is no file nowhere.toml; check its path.\n")


def test_a_folder_that_may_not_be_written_is_named_and_not_its_lock(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(place: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(place))

    monkeypatch.setattr(Path, "mkdir", refuse)

    answer = ask("hindcast", "--runs", 1, "--out", tmp_path / "out")

    assert answer.code == Exit.ENVIRONMENT
    assert answer.err == (
        f"{tmp_path / 'out'} cannot be written (Permission denied); "
        "see to its permissions, or choose another folder.\n"
    )
