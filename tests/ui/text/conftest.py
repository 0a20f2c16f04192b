"""A table that is played in words."""

from pathlib import Path

import pytest

from race.session.store import Slots
from race.ui.text.table import Table
from tests.builders import a_game


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(a_game(), Slots(tmp_path))
