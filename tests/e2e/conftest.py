"""Leaves the run on a display out where none can be started, and says so at the end."""

import pytest

from tests.e2e.display import missing

collect_ignore = ["test_display.py"] if missing() else []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in a sentence that the program was not run on a display."""
    if absent := missing():
        terminalreporter.write_line(
            f"{' and '.join(absent)} not on this machine: the window was NOT run on a display."
        )
