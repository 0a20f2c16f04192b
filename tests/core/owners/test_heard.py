"""Who is heard by whom in the hall."""

import numpy as np

from race.core.formulas.owners.crowd import listen, minds_of
from race.core.formulas.owners.holders import heard_by, listeners
from race.session.session import Session


def test_a_leader_is_heard_by_those_who_step_elsewhere_when_it_changes_its_mind() -> None:
    session = Session("history", 3)
    session.end_month()
    view = session.view()
    owners, people = view.board.rules.owners, view.holders
    seat = int(heard_by(people).argmax())
    minds = minds_of(owners, people.kind, people.neighbours)
    before = listen(people.trust, minds)

    far = people.trust.copy()
    far[seat] = 10_000_000  # nobody listens to that
    after = listen(far, minds)
    _all, still = listeners(owners, people, seat)

    moved = np.flatnonzero(before != after)
    assert still > 0
    assert still - 2 <= len(moved[moved != seat]) <= still  # one whose step is the same either way moves not


def test_everybody_has_eight_voices_in_all() -> None:
    people = Session("history", 3).view().holders

    often = heard_by(people)

    assert often.sum() == 8 * len(people.kind)
    assert often.max() > 2 * often.mean() - 1
