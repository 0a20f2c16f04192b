"""Files and texts of strangers: a tree that is safe to walk and to print, or one sentence."""

import os
import tomllib
from pathlib import Path

import pytest

from race.core.words import PlainError
from race.files import assets
from race.scenario.mistakes import Mistakes
from race.scenario.toml import check_file, parse_toml, read_toml, write_toml
from race.speech import speak

SHIPPED = sorted((assets() / "scenarios").glob("*.toml"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("months = " + "9" * 5_000, "thousands of digits"),
        ("a = " + "[" * 5_000 + "]" * 5_000, "nested too deep"),
        ("a = " + "[" * 100 + "]" * 100, "nested too deep"),
        (".".join("a" * 5_000) + " = 1", "nested too deep"),
        ("months = ", "not readable TOML"),
    ],
    ids=["digits", "lists", "fewer lists", "tables", "torn"],
)
def test_a_text_that_cannot_be_read_is_one_sentence(text: str, said: str) -> None:
    with pytest.raises(PlainError) as refused:
        parse_toml(text, "mine")

    assert said in speak(refused.value.sentence)
    assert refused.value.code == 3


def test_every_unfit_letter_and_number_is_told_with_its_place() -> None:
    text = 'title = "\\u001b[31m"\n"k\\u0007" = 1\nlist = ["fine", "\\u202e"]\nlong = 0x' + "f" * 5_000

    with pytest.raises(Mistakes) as refused:
        parse_toml(text, "mine")

    told = [speak(mistake) for mistake in refused.value.mistakes]
    assert [line.split(":")[0] for line in told] == ["k\\u0007", "title", "list[1]", "long"]
    assert all(line.isprintable() for line in told)


def test_letters_of_any_language_are_no_control_characters() -> None:
    tree = parse_toml('title = "déjà\u00a0vu – 多謝 👩‍💻"', "mine")

    assert tree == {"title": "déjà\u00a0vu – 多謝 👩‍💻"}


def test_a_mark_at_the_start_of_a_file_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "marked.toml").write_bytes(b"\xef\xbb\xbfmonths = 3\n")

    assert read_toml(tmp_path / "marked.toml") == {"months": 3}


def test_a_file_in_other_letters_is_refused_with_the_place(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b'title = "\xe9"')

    with pytest.raises(PlainError) as refused:
        read_toml(tmp_path / "latin.toml")

    assert "(byte 9); save it as UTF-8" in speak(refused.value.sentence)


@pytest.mark.parametrize(
    ("place", "said"),
    [("", "is a folder"), (os.devnull, "is no ordinary file"), ("nowhere", "There is no file")],
)
def test_what_is_no_file_is_called_what_it_is(tmp_path: Path, place: str, said: str) -> None:
    path = tmp_path / place

    with pytest.raises(PlainError) as refused:
        check_file(path)

    told = speak(refused.value.sentence)
    assert said in told
    assert told.count(str(path)) == 1


def test_a_file_that_may_not_be_read_is_named_once_with_what_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("months = 3")

    def refuse(*_words: object, **_more: object) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(PlainError) as refused:
        read_toml(path)

    told = speak(refused.value.sentence)
    assert told.startswith(f"{path} cannot be read (Permission denied); ")
    assert told.count(str(path)) == 1


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_is_written_says_what_was_read(path: Path) -> None:
    tree = parse_toml(path.read_text("utf-8"), path.stem)

    assert tomllib.loads(write_toml(tree)) == tree


def test_odd_keys_and_values_survive_writing() -> None:
    tree = {
        "a b": {"": 1.5, 'quo"te': {"deep": [1, 2]}},
        "emoji": "👩‍💻 \\ \x7f",
        "mixed": [{"x": 1}, 2],
        "rows": [{"x": {"y": 1e300}}, {}],
        "empty": {},
        "off": False,
    }

    assert tomllib.loads(write_toml(tree)) == tree
