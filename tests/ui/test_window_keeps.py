"""What the window keeps: each month, the month's orders, whole saves, a failure written down."""

from pathlib import Path

import pygame
import pytest

import race.ui.screens.game as rooms
from race.core.words import PlainError
from race.ui.screens.failure import Failure, write_report
from race.ui.screens.menu import Menu
from race.ui.screens.table.question import QuestionSheet
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def test_each_month_is_saved_and_continue_finds_it(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    for _month in range(2):
        seats.keys(found, [pygame.K_RETURN])
        seats.keys(found, [pygame.K_ESCAPE] if isinstance(found.top, QuestionSheet) else [])
    mark = seats.main(found).game.session.fingerprint()

    again = seats.window(tmp_path)
    seats.keys(again, [pygame.K_RETURN])

    assert len(list(tmp_path.glob("auto-*.diverted"))) == 3
    assert seats.main(again).game.session.fingerprint() == mark


def test_leaving_keeps_the_orders_of_the_month(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.focus_on(found, "board")
    seats.keys(found, [pygame.K_RIGHT])
    given = seats.main(found).game.session.pending
    found.feed([pygame.event.Event(pygame.QUIT)], 100)

    again = seats.window(tmp_path)
    seats.keys(again, [pygame.K_RETURN])

    assert found.done
    assert given
    assert seats.main(again).game.session.pending == given


def test_a_damaged_save_is_skipped_and_said(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_RETURN, pygame.K_RETURN])
    newest = max(tmp_path.glob("auto-*.diverted"), key=lambda file: file.stat().st_mtime_ns)
    newest.write_bytes(newest.read_bytes()[:-50])

    again = seats.window(tmp_path)
    told = [toast.text for toast in again.desk.toasts]
    seats.keys(again, [pygame.K_RETURN])

    assert any(newest.name in words for words in told)
    assert seats.main(again).game.session.month == 1


def test_a_link_that_leads_nowhere_does_not_keep_the_window_from_opening(tmp_path: Path) -> None:
    seats.table(tmp_path)
    (tmp_path / "lost.diverted").symlink_to(tmp_path / "gone")

    again = seats.window(tmp_path)

    assert isinstance(again.top, Menu)
    assert again.menu_shelf.state


def test_a_report_never_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    first, second = (write_report(tmp_path, RuntimeError("a beam broke")) for _ in range(2))
    assert first is not None
    assert second is not None
    first.unlink()

    third = write_report(tmp_path, RuntimeError("another beam"))

    assert third == first
    assert "a beam broke" in second.read_text()


def test_two_windows_do_not_share_saves(tmp_path: Path) -> None:
    from contextlib import ExitStack  # noqa: PLC0415 - only here

    from race.ui.screens import door  # noqa: PLC0415 - only here

    with ExitStack() as first, ExitStack() as second:
        door.open_shelf(tmp_path, first)

        with pytest.raises(PlainError) as refused:
            door.open_shelf(tmp_path, second)

    assert refused.value.code == 4


def test_a_failure_is_written_down_and_the_last_month_can_be_resumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_RETURN])

    def fail(*_given: object) -> None:
        message = "a beam broke"
        raise RuntimeError(message)

    with monkeypatch.context() as broken:
        broken.setattr(rooms.Game, "end_month", fail)
        seats.keys(found, [pygame.K_RETURN])
    failed = found.top
    seats.keys(found, [pygame.K_RETURN])

    assert isinstance(failed, Failure)
    assert failed.stage.focus == "continue"
    assert "a beam broke" in next((tmp_path / "reports").glob("*.txt")).read_text()
    assert "the window failed" in caplog.text
    assert seats.main(found).game.session.month == 1
