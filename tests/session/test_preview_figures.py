"""Every order says by figures what it would do; rounds, splits, returns by the engine's own judgement."""

import re

import pytest

from race.core import commands as c
from race.core.events import Happening
from race.core.ids import Terms, Thing
from race.session.preview import Preview, preview
from race.session.preview.effect import Effect
from race.session.preview.ranges.round import raised, valued
from race.session.preview.ranges.split import method_moved, turned_away
from race.session.session import Session
from race.speech import speak
from race.ui.present.orders import orders
from tests.ui import seats

PRICE = ("Attention", "Costs now")


def effect(seen: Preview, label: str) -> Effect:
    """Return the effect of a preview that has this name."""
    return next(one for one in seen.effects if one.label == label)


@pytest.mark.parametrize("founder", ["swapper", "diverter", "diplomat", "speculator"])
def test_every_order_that_is_offered_says_a_figure(founder: str) -> None:
    session = Session("history", 3, founder)
    bare = set()
    while session.ending is None and session.month < 30:
        for order in orders(session)[:: 1 + session.month % 3]:
            seen = preview(session.view(), order.command)
            told = [one for one in seen.effects if one.label not in PRICE]
            if not order.why_not and not told and not re.search(r"\d", speak(seen.line)):
                bare.add(type(order.command))
        session.end_month()

    assert bare == set()


@pytest.mark.parametrize("months", [1, 2, 3, 4, 10, 16])
def test_a_round_brings_what_was_said(months: int) -> None:
    session = seats.played(months).fork()
    low, high = raised(session.view())

    session.submit(c.RaiseRound())
    session.end_month()

    closed = [event for event in session.reports[-1].events if event.kind is Happening.ROUND]
    brought = next(event.numbers["amount"] for event in closed if event.firm is session.view().firm)
    assert 0.985 * low <= brought <= 1.015 * high


def test_a_round_of_the_first_three_says_what_it_brings_without_their_place() -> None:
    view = seats.played(22).view()
    assert [line.firm for line in view.board.league].index(view.firm) < 3

    seen = preview(view, c.RaiseRound())

    (warning,) = seen.warnings
    assert "out of the first 3" in speak(warning)
    assert valued(view, passed=True)[0] < valued(view)[0]


def test_a_split_says_what_it_makes_of_each_part() -> None:
    view = seats.played(8).view()
    now = view.own.split
    moved = c.SplitCompute(
        training=now.training - 100_000,
        research=now.research + 100_000,
        serving=now.serving,
        safety=now.safety,
    )
    starved = c.SplitCompute(
        training=now.training + now.serving, research=now.research, serving=0, safety=now.safety
    )

    seen, hungry = preview(view, moved), preview(view, starved)

    training = effect(seen, "Training a month")
    assert training.then is not None
    assert training.then.value < training.value.value
    assert training.good == -1
    assert effect(seen, "Method in the long run, Elo").value.value == method_moved(view, moved.research) > 0
    away = effect(hungry, "Users and firms turned away").then
    assert away is not None
    assert away.value == turned_away(view, 0) > 0


def test_a_run_s_range_has_its_lower_end_first() -> None:
    session = Session("history", 3, "swapper")
    while session.ending is None and session.month < 34:
        for order in orders(session):
            if isinstance(order.command, c.StartRun) and not order.why_not:
                for one in preview(session.view(), order.command).effects:
                    assert one.high is None or one.value.value <= one.high.value
        session.end_month()


def test_an_untested_release_says_what_it_makes_of_the_risk() -> None:
    session = Session("history", 3, "swapper")
    while session.view().own.candidate is None:
        session.end_month()
    view = session.view()

    bold, careful = (preview(view, c.PublishRelease(tested=tested)) for tested in (False, True))

    risk = effect(bold, "Incident a month")
    assert risk.then is not None
    assert risk.then.value > risk.value.value
    assert "Incident a month" not in [one.label for one in careful.effects]


def test_people_who_go_back_take_method_along_and_mend_what_is_known() -> None:
    session = Session("history", 5)
    session.submit(c.DivertThing(thing=Thing.RESEARCHERS, terms=Terms.DISCLOSED, quantity=10))
    session.end_month()
    back = c.GiveBack(thing=Thing.RESEARCHERS, quantity=10)
    kept = session.fork()
    kept.end_month()

    seen = preview(session.view(), back)
    session.submit(back)
    session.end_month()

    lost = kept.view().own.recipe - session.view().own.recipe
    assert 0 < lost <= -effect(seen, "Method, Elo").value.value
    assert effect(seen, "Trust mended").value.value > 0
    assert effect(seen, "Next milestone").value.value > 0


def test_a_loan_on_shares_that_is_repaid_saves_its_interest() -> None:
    session = Session("history", 5)
    session.submit(c.PledgeStake(shares_ppm=10_000))
    session.end_month()

    seen = preview(session.view(), c.PledgeStake(shares_ppm=-10_000))

    saved = effect(seen, "Interest a year")
    assert saved.then is not None
    assert saved.then.value < saved.value.value
    assert effect(seen, "Pledged then").value.value == 0


def test_what_is_cancelled_costs_its_part_of_the_standing_with_the_chipmaker() -> None:
    session = Session("history", 5)
    view = session.view()
    own = [line for line in view.lines if line.payer is view.firm]
    line = own[0]

    seen = preview(view, c.CancelOrder(line=line.id, quantity=line.quantity))

    most = view.board.rules.chips.relation_cancel
    part = line.quantity / sum(each.quantity for each in own)
    assert effect(seen, "Standing with the chipmaker").value.value == -int(most * part)
