"""The processes beside the game: whoever dies, whoever waits is told."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from threading import Event, Thread

import pytest

from race.core.formulas.owners.compiled import IN_C, built
from race.session.beside import crew


def _rest(seconds: float) -> int:
    Event().wait(seconds)
    return os.getpid()


@pytest.fixture
def own_crew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give the program a crew of one process for a while; its own one is kept."""
    monkeypatch.setattr(crew, "hands", lambda: 1)
    monkeypatch.setattr(crew._Shared, "crew", None)  # noqa: SLF001 - the shared one itself
    yield
    crew.send_home()


def _gone(process: int) -> bool:
    """Tell whether a process has ended, after a moment if it has not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    Event().wait(0.05)
    return False


def _die(_long: bytes) -> None:
    os._exit(1)


def _compiles() -> str:
    return os.environ.get("DIVERTED_FAST", "")


@pytest.mark.usefixtures("own_crew")
def test_processes_that_are_called_early_are_ready_for_hundreds_of_months(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DIVERTED_FAST", raising=False)
    first = crew.open_crew().submit(_compiles).result()

    crew.call_early()

    assert (first, crew.open_crew().submit(_compiles).result()) == ("", "1" if built() is None else IN_C)


def test_whoever_wants_arrays_alone_keeps_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIVERTED_FAST", "0")

    crew._get_ready()  # noqa: SLF001 - here, for a server of processes keeps the environment it began with

    assert _compiles() == "0"


@pytest.mark.usefixtures("own_crew")
def test_a_thread_that_is_sent_home_begins_nothing_more() -> None:
    begun, go_on = Event(), Event()
    hands = crew.without_processes()
    hands.submit(begun.set)
    _first, second = (hands.submit(go_on.wait) for _ in range(2))
    begun.wait()

    crew.send_home()
    go_on.set()

    assert second.cancelled()


@pytest.mark.usefixtures("own_crew")
def test_processes_that_are_sent_home_do_not_finish_what_they_are_at() -> None:
    first = crew.open_crew()
    process = first.submit(_rest, 0.0).result()
    first.submit(_rest, 60.0)

    crew.send_home()

    assert any(_gone(process) for _look in range(200))
    assert crew.open_crew() is not first


def test_a_question_behind_one_that_was_given_up_is_told_that_the_processes_died(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crew, "hands", lambda: 1)
    hands = crew._processes()  # noqa: SLF001 - a crew of its own: the program's one is kept
    assert hands is not None
    process = hands.submit(_rest, 0.0).result()
    asked = [hands.submit(_rest, 30.0) for _place in range(6)]
    given_up, last = asked[4], asked[5]

    given_up.cancel()
    os.kill(process, signal.SIGKILL)

    with pytest.raises(BrokenProcessPool):
        last.result(timeout=60.0)
    assert given_up.cancelled()


def test_the_end_waits_for_no_long_question_that_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "hands", lambda: 1)
    hands = crew._processes()  # noqa: SLF001 - a crew of its own: the program's one is kept
    assert hands is not None
    asked = [hands.submit(_die, bytes(2**20)) for _place in range(4)]

    end = Thread(target=hands.shutdown, daemon=True)
    end.start()
    end.join(60.0)

    assert not end.is_alive()
    assert all(isinstance(question.exception(timeout=0.0), BrokenProcessPool) for question in asked)


@pytest.mark.usefixtures("own_crew")
def test_whoever_asks_early_is_told_while_the_processes_start(monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    first = crew.open_crew()

    def submit(*_given: object) -> Future[int]:
        told.append(crew.gathering())
        return Future()

    monkeypatch.setattr(first, "submit", submit)
    monkeypatch.setattr(crew, "wait", lambda _asked: told.append(crew.gathering()))

    crew.call_early()

    assert told == [True, False]


@pytest.mark.parametrize(("lent", "playing"), [(1, 1), (3, 3), (64, crew.MOST)])
def test_as_many_play_as_cores_are_lent(monkeypatch: pytest.MonkeyPatch, lent: int, playing: int) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {*range(lent)}, raising=False)

    assert crew.hands() == playing
