"""What a gift to the owners does is said in numbers before it is given, and comes about."""

from copy import copy

import pytest
from msgspec.structs import replace

from race.core.commands import GiveGift, Speak
from race.core.ids import PPM, Gift, Stance, Thing
from race.session.preview import preview
from race.session.session import Session
from tests.builders import a_game
from tests.session.test_preview_ranges import ends, moved, share


def said(session: Session, gift: Gift) -> dict[str, float]:
    effects = preview(session.view(), GiveGift(gift=gift)).effects
    return {str(effect.label): effect.value.value for effect in effects}


@pytest.mark.parametrize("gift", [Gift.DIRECTOR, Gift.SHARING_POLICY])
def test_a_gift_says_how_many_suits_it_leaves(sued: Session, gift: Gift) -> None:
    rules = sued.view().board.rules

    assert said(sued, gift)["Suits, of as many without it"] == PPM * rules.court.gift_suit
    assert str(preview(sued.view(), GiveGift(gift=gift)).line.msgid).startswith("Suits become rarer")


def test_a_policy_says_what_it_makes_of_a_ban(sued: Session) -> None:
    told = said(sued, Gift.SHARING_POLICY)

    without, with_it = told["Chance of a ban, without it"], told["Chance of a ban, with it"]

    assert without == pytest.approx(said(sued, Gift.SETTLEMENT)["Without it deals are banned"])
    assert with_it == pytest.approx(without * sued.view().board.rules.court.governed, abs=1)


def test_a_second_gift_does_not_claim_to_make_suits_rarer(sued: Session) -> None:
    view = sued.view()
    governed = copy(view.affairs)
    governed.director = True

    second = preview(replace(view, affairs=governed), GiveGift(gift=Gift.SHARING_POLICY))

    assert "Suits, of as many without it" not in {str(effect.label) for effect in second.effects}
    assert second.line.msgid.startswith("Suits stay as rare")


def test_a_gift_mends_trust_as_far_as_was_said() -> None:
    calm, gift = a_game(name="history", months=4, founder="steward", seed=5), GiveGift(gift=Gift.DIRECTOR)

    low, high = ends(calm, gift, "Trust mended")

    assert 0 < low <= high
    assert share(moved(calm, gift, "An independent director", months=5), low, high) >= 0.65


def test_what_is_no_chip_is_not_said_to_have_been_run() -> None:
    session = Session("history", seed=7, founder="diverter")
    while not any(act.thing is not Thing.CHIPS for act in session.view().affairs.acts):
        session.end_month()
    act = next(act for act in session.view().affairs.acts if act.thing is not Thing.CHIPS)

    told = preview(session.view(), Speak(act=act.id, stance=Stance.JUSTIFY))

    assert "run" not in told.line.msgid
    assert {"The carmaker could have used"} <= {str(effect.label) for effect in told.effects}
