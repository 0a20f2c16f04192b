"""The core compiled beside the game: what is told of it, and how it ends."""

import sys
import time  # noqa: TID251 - a process of its own is waited for
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from race.core.formulas.owners.compiled import SWITCH
from race.core.words import Sentence, percent
from race.session.beside import making
from race.session.beside.making import WHOLE, Making, Stage, Told

PATIENCE = 30.0
WAITS = "import sys\nfor line in sys.stdin: pass\nopen({gone!r}, 'w').close()\n"


def maker(folder: Path, *said: Told, then: str = "") -> str:
    """Write a module that says some things and then does something; return its name."""
    lines = "".join(f"print({msgspec.json.encode(told).decode()!r}, flush=True)\n" for told in said)
    (folder / "a_maker.py").write_text(lines + then, encoding="utf-8")
    return "a_maker"


def waited(look: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not look() and time.monotonic() < end:
        time.sleep(0.01)
    return look()


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.setattr(making, "sealed_tree", lambda: None)


def test_who_plays_hears_that_it_begins_and_that_it_is_there(tmp_path: Path) -> None:
    heard: list[Sentence] = []
    core = Making(maker(tmp_path, Told(0), Told(WHOLE // 2), Told(WHOLE)), lambda: heard.append(core.news()))

    core.follow(wished=True)

    assert waited(core.is_there)
    assert waited(lambda: len(heard) == 2)
    assert "once" in heard[0].msgid
    assert "from now on" in heard[1].msgid


def test_a_reason_in_any_letters_arrives_whatever_the_system_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    why = Sentence("Nobody may write to {folder}.", {"folder": "José/Иван"})
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    line = msgspec.json.encode(Told(why=why))
    (tmp_path / "a_maker.py").write_text(f"import sys\nsys.stdout.buffer.write({line!r} + b'\\n')\n", "utf-8")
    core = Making("a_maker", lambda: None)

    core.follow(wished=True)

    assert waited(lambda: core.stage is Stage.FAILED)
    assert core.told.why == why


def test_what_cannot_be_read_is_a_failure_and_no_end(tmp_path: Path) -> None:
    (tmp_path / "a_maker.py").write_text("import sys\nsys.stdout.buffer.write(b'\\xe9\\n')\n", "utf-8")
    core = Making("a_maker", lambda: None)

    core.follow(wished=True)

    assert waited(lambda: core.stage is Stage.FAILED)


def test_what_is_there_stays_there_for_who_wants_no_more_compiled(tmp_path: Path) -> None:
    core = Making(maker(tmp_path, Told(WHOLE)), lambda: None)
    core.follow(wished=True)
    assert waited(core.is_there)

    core.follow(wished=False)

    assert core.is_there()


def test_the_settings_name_what_keeps_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "0")

    assert Making("a_maker", lambda: None).sentence().msgid.startswith(f"{SWITCH}=0")


def test_its_process_gives_way_to_all_others(tmp_path: Path) -> None:
    said = (
        "import os, msgspec\nprint(msgspec.json.encode({'part': os.nice(0)}).decode(), flush=True)\ninput()\n"
    )
    (tmp_path / "a_maker.py").write_text(said, "utf-8")
    core = Making("a_maker", lambda: None)

    core.follow(wished=True)

    assert waited(lambda: core.told.part > 0)
    assert core.told.part == 19
    core.end()


def test_how_far_it_is_is_told_in_the_settings(tmp_path: Path) -> None:
    core = Making(maker(tmp_path, Told(WHOLE // 4), then="input()"), lambda: None)

    core.follow(wished=True)

    assert waited(lambda: core.told.part > 0)
    assert core.sentence().values["part"] == percent(WHOLE // 4)
    core.end()


def test_a_machine_that_cannot_compile_is_no_news_but_told_where_one_asks(tmp_path: Path) -> None:
    heard: list[Stage] = []
    why = Sentence("No C compiler answers.")
    core = Making(maker(tmp_path, Told(0, why), then="raise SystemExit(4)"), lambda: heard.append(core.stage))

    core.follow(wished=True)

    assert waited(lambda: core.stage is Stage.FAILED)
    assert core.news() == why
    assert heard == []


@pytest.mark.parametrize("then", ["raise SystemExit(1)", "import os; os.abort()"])
def test_what_fails_on_the_way_is_told(tmp_path: Path, then: str) -> None:
    heard: list[Stage] = []
    core = Making(maker(tmp_path, Told(WHOLE // 2), then=then), lambda: heard.append(core.stage))

    core.follow(wished=True)

    assert waited(lambda: len(heard) == 2)
    assert heard == [Stage.MAKING, Stage.FAILED]
    assert "without a word" in core.news().msgid


def test_what_is_not_wished_for_any_more_is_ended_and_may_begin_again(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    core = Making(maker(tmp_path, Told(WHOLE // 2), then=WAITS.format(gone=str(gone))), lambda: None)

    core.follow(wished=True)
    assert waited(lambda: core.stage is Stage.MAKING)
    core.follow(wished=False)

    assert core.stage is Stage.NONE
    assert waited(gone.exists)
    core.follow(wished=True)
    assert waited(lambda: core.stage is Stage.MAKING)
    core.end()


def test_what_is_there_already_is_no_news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Stage] = []
    monkeypatch.setattr(making, "sealed_tree", lambda: tmp_path)
    core = Making(maker(tmp_path, then="raise SystemExit(1)"), lambda: heard.append(core.stage))

    core.follow(wished=True)

    assert waited(core.is_there)
    assert heard == []


@pytest.mark.parametrize(("module", "switch"), [("", ""), ("a_maker", "0")])
def test_nothing_is_made_where_nobody_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, switch: str
) -> None:
    monkeypatch.setenv(SWITCH, switch)
    gone = tmp_path / "begun"
    maker(tmp_path, then=f"open({str(gone)!r}, 'w').close()")
    core = Making(module, lambda: None)

    core.follow(wished=True)
    time.sleep(0.3)

    assert core.stage is Stage.NONE
    assert not gone.exists()


def test_a_python_that_cannot_start_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nobody"))
    core = Making("a_maker", lambda: None)

    core.follow(wished=True)

    assert waited(lambda: core.stage is Stage.FAILED)
