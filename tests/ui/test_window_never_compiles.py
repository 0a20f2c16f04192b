"""The thread that draws never stands still for the compiler."""

from threading import get_ident

import pytest

from race.core.formulas.owners import compiled
from race.session.beside import crew
from race.ui import app


def test_a_game_in_the_window_keeps_the_compiler_out_of_its_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled._Work, "in_haste", None)  # noqa: SLF001 - nobody after this test
    monkeypatch.setattr(crew, "call_early", lambda: None)

    app.call_early()  # what the loop does after the table's first frame

    assert compiled._Work.in_haste == get_ident()  # noqa: SLF001
