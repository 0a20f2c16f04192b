"""A table that is played in words, in English."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from race.session.store import Slots
from race.speech import set_language
from race.ui.text.table import Table
from tests.builders import a_game


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(a_game(), Slots(tmp_path))
