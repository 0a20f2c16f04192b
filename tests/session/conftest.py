"""Games that several tests of a session look at."""

import pytest

from race.session.session import Session


@pytest.fixture(scope="module")
def sued() -> Session:
    """Return the game of a founder who takes everything, when a case is open."""
    session = Session("history", seed=7, founder="diverter")
    while not any(case.decided is None for case in session.view().affairs.cases):
        session.end_month()
    return session
