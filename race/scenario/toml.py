"""TOML in and out: the one reader of strangers' files and texts, and a small writer.

Whatever a file holds, the reader answers with a tree or with a sentence; what it hands out is safe to walk,
to write and to print: no endless nesting, no endless number, no letter that steers a terminal.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from unicodedata import bidirectional, category

from race.core.words import N_, PlainError, Sentence
from race.scenario.mistakes import Mistakes

_DEEPEST: Final = 24
"""Tables and lists inside each other: far more than any file of ours needs."""
_LONGEST: Final = 1_000
"""Bits of a whole number: TOML itself promises 64."""
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_TURNED: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Signs that turn the direction of what is read."""


def names_toml(word: str) -> bool:
    """Return whether a word is the path of a TOML file, in small letters or large.

    >>> names_toml("mine/short.toml"), names_toml("SHORT.TOML"), names_toml("history")
    (True, True, False)
    """
    return word.lower().endswith(".toml")


def check_file(path: Path) -> None:
    """Raise PlainError saying what a path is that is no file one can read.

    Raises OSError for a name that the system does not even look for; the command line answers it in words.
    """
    if path.is_file():
        return
    if path.is_dir():
        raise _refuse(N_("{file} is a folder; give the path of a file."), path)
    if path.exists():
        raise _refuse(N_("{file} is no ordinary file; give the path of one."), path)
    raise _refuse(N_("There is no file {file}; check its path."), path)


def read_text(path: Path) -> str:
    """Return a file's text, without the mark that some editors put first; raises PlainError for any other."""
    check_file(path)
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise PlainError(
            Sentence(
                N_("{file} is no text in UTF-8 (byte {n}); save it as UTF-8."),
                {"file": str(path), "n": str(error.start)},
            )
        ) from error


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file says; raises PlainError when it cannot be read."""
    return parse_toml(read_text(path), str(path))


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """Return what a TOML text says; raises PlainError with what is wrong."""
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PlainError(
            Sentence(N_("{file} is not readable TOML: {problem}."), {"file": name, "problem": str(error)})
        ) from error
    except ValueError as error:  # Python reads no number of so many digits
        raise PlainError(
            Sentence(N_("{file} has a number with thousands of digits; write a shorter one."), {"file": name})
        ) from error
    except RecursionError as error:
        raise _too_deep(name) from error
    mistakes = list(_unfit(tree, name))
    if mistakes:
        raise Mistakes(name, mistakes)
    return tree


def _unfit(tree: Mapping[str, Any], file: str) -> Iterator[Sentence]:
    """Yield what no file may hold; goes down without recursion, so that any depth is answered."""
    ahead: list[tuple[str, int, object]] = [("", 0, tree)]
    while ahead:
        place, depth, value = ahead.pop()
        if depth > _DEEPEST:
            raise _too_deep(file)
        if isinstance(value, Mapping):
            ahead += [(f"{place}.{_shown(name)}", depth + 1, value[name]) for name in reversed(value)]
            yield from (_steering(f"{place}.{_shown(name)}") for name in value if steers(name))
        elif isinstance(value, list):
            ahead += [(f"{place}[{n}]", depth + 1, value[n]) for n in reversed(range(len(value)))]
        elif isinstance(value, str) and steers(value):
            yield _steering(place)
        elif isinstance(value, int) and value.bit_length() > _LONGEST:
            yield Sentence(
                N_("{place}: this number is far too long; write a shorter one."),
                {"place": place.removeprefix(".")},
            )


def steers(text: str) -> bool:
    r"""Return whether a text holds a letter that is no letter: it ends a line, or steers a terminal.

    >>> steers("a\x1b[31m"), steers("déjà\u00a0vu")
    (True, False)
    """
    return any(category(letter) in {"Cc", "Zl", "Zp"} or bidirectional(letter) in _TURNED for letter in text)


def _shown(name: str) -> str:
    return "".join(f"\\u{ord(letter):04x}" if steers(letter) else letter for letter in name)


def _steering(place: str) -> Sentence:
    return Sentence(
        N_("{place}: a line break or another control character stands in the text; take it out."),
        {"place": place.removeprefix(".")},
    )


def _too_deep(name: str) -> PlainError:
    return PlainError(
        Sentence(N_("{file} has lists or tables nested too deep; write it flatter."), {"file": name})
    )


def unreadable(path: Path, error: OSError) -> PlainError:
    """Return the one sentence for a file that is there and cannot be read."""
    return PlainError(
        Sentence(
            N_("{file} cannot be read ({problem}); see to its permissions, or give another file."),
            {"file": str(path), "problem": error.strerror or type(error).__name__},
        )
    )


def _refuse(msgid: str, path: Path) -> PlainError:
    return PlainError(Sentence(msgid, {"file": str(path)}))


def write_toml(tree: Mapping[str, Any]) -> str:
    r"""Return a tree as TOML: what is plain first, then each table under its heading.

    >>> print(write_toml({"a": {"b": {"c": 1}}, "x": [{"y": 0.5}], "name": "é", "on": True}), end="")
    name = "é"
    on = true
    <BLANKLINE>
    [a.b]
    c = 1
    <BLANKLINE>
    [[x]]
    y = 0.5
    """
    return "\n".join("".join(f"{line}\n" for line in block) for block in _blocks(tree, "", "") if block)


def _blocks(table: Mapping[str, Any], place: str, heading: str) -> Iterator[list[str]]:
    plain, below = [], []
    for name, value in table.items():
        at = f"{place}.{_key(name)}" if place else _key(name)
        if isinstance(value, Mapping):
            below.append((value, at, f"[{at}]"))
        elif isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
            below += [(item, at, f"[[{at}]]") for item in value]
        else:
            plain.append(f"{_key(name)} = {_value(value)}")
    listed = heading.startswith("[[")
    yield [heading] * bool(heading and (plain or listed or not below)) + plain
    for inner, at, said in below:
        yield from _blocks(inner, at, said)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _value(name)


def _value(value: object) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(name)} = {_value(item)}" for name, item in value.items()) + "}"
    return str(value)
