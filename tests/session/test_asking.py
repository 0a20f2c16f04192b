"""What asks for the founder asks once, and again only when it gets worse."""

import pytest

from race.core.words import Sentence
from race.session.asking import Asks, Pressing, Reason, told


def cash(degree: int) -> Pressing:
    """Return a lab that is short of cash, the worse the higher the degree."""
    return {(Asks.CASH, 0, degree): Reason(asks=Asks.CASH, sentence=Sentence("The cash runs out."))}


@pytest.mark.parametrize(
    ("before", "after", "asks"), [(None, 1, True), (1, 2, True), (1, 1, False), (2, 1, False)]
)
def test_a_state_asks_when_it_comes_up_and_when_it_gets_worse(
    before: int | None, after: int, *, asks: bool
) -> None:
    found = told((), {} if before is None else cash(before), cash(after))

    assert bool(found) is asks
