"""The small hall of a save has the wedges of the hall on the table."""

from race.core.ids import KINDS
from race.session.session import Session
from race.ui.present import owners
from race.ui.present.kept.saves import Shot
from race.ui.screens.past.dressed import thumb


def test_each_kind_has_as_much_of_a_small_hall_as_of_the_one_on_the_table() -> None:
    session = Session("the-twelve-thousand", 7)

    small = thumb(Shot(tuple((kind.value, 0.5) for kind in KINDS), (), 0, 36))

    assert [weight for weight, _trust in small.wedges] == [
        len(wedge.trust) for wedge in owners.hall(session).wedges
    ]
