"""Whoever leaves in haste leaves no worker behind that goes on playing."""

import pytest

from race.study import crew


def test_workers_are_told_to_leave_when_a_second_interruption_came_before_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[bool] = []
    monkeypatch.setattr(crew.Processes, "leave", lambda _pool: told.append(True))

    with crew.Pool(1):
        pass
    assert told == []

    with pytest.raises(KeyboardInterrupt), crew.Pool(1):
        raise KeyboardInterrupt
    assert told == [True]
