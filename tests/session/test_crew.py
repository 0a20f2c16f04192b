"""The processes beside the game: whoever dies, whoever waits is told."""

import os
import signal
from concurrent.futures.process import BrokenProcessPool
from threading import Event

import pytest

from race.session import crew


def _rest(seconds: float) -> int:
    Event().wait(seconds)
    return os.getpid()


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
