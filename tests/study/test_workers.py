"""How many play at a time."""

import pytest

from race.study import crew
from race.study.crew import Processes, crew_size


def test_windows_is_asked_for_no_more_processes_than_it_can_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "cores", lambda: 96)
    monkeypatch.setattr("sys.platform", "win32")

    sizes = crew_size(None), crew_size(200), crew_size(4)

    assert sizes == (61, 61, 4)
    Processes(sizes[0]).shutdown()  # the library itself refuses one more


def test_elsewhere_as_many_play_as_were_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "cores", lambda: 96)
    monkeypatch.setattr("sys.platform", "linux")

    assert (crew_size(None), crew_size(200)) == (96, 200)
