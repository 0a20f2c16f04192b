"""What a settlement spares is said before it is given, and the court rules as often as is said."""

import pytest

from race.core.chance import Chance
from race.core.commands import GiveGift, RuleOn
from race.core.ids import PPM, Gift, Seat
from race.core.view import look, read_board
from race.policy.institutions.court import CourtPolicy
from race.session.preview import preview
from race.session.session import Session

_RULINGS = 600
_BOUND = 0.08
"""Four standard errors of a share of so many rulings, at most."""


def _said(session: Session) -> dict[str, float]:
    effects = preview(session.view(), GiveGift(gift=Gift.SETTLEMENT)).effects
    return {str(effect.label): effect.value.value for effect in effects}


def test_the_court_rules_as_often_as_a_settlement_says(sued: Session) -> None:
    world = sued.position()
    world = world.copy()
    case = next(case for case in world.affairs.cases if case.decided is None)
    world.month = case.decision
    view = look(world, Seat.COURT, read_board(world, (), Chance(1)))

    ruled = [
        command
        for seed in range(_RULINGS)
        for command in CourtPolicy().decide(view, Chance(seed).stream(world.month, "court"))
        if isinstance(command, RuleOn) and command.case == case.id
    ]

    said = _said(sued)
    won = sum(ruling.for_holders for ruling in ruled) / _RULINGS
    banned = sum(ruling.injunction for ruling in ruled) / _RULINGS
    assert len(ruled) == _RULINGS
    assert won == pytest.approx(said["Without it the holders win"] / PPM, abs=_BOUND)
    assert banned == pytest.approx(said["Without it deals are banned"] / PPM, abs=_BOUND)
    assert said["If they win, to return"] > 0


def test_without_a_case_a_settlement_says_nothing_of_courts() -> None:
    assert not _said(Session("history", seed=7)).keys() & {"Without it the holders win"}
