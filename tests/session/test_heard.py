"""What the founder hears is what happens: chances that are told are the chances that are drawn."""

from collections import Counter

import pytest

from race.core.chance import Chance
from race.core.commands import Hire, MovePeople, OrderChips
from race.core.formulas.race.chips import halt_chance, slip_chance
from race.core.formulas.race.people import draws
from race.core.ids import LABS, PPM, Firm, Generation, Seat
from race.core.rules.race.sites import power_sites
from race.core.rules.race.talent import move_people
from race.core.words import Quantity
from race.core.world import Site
from race.policy.institutions.talent import TalentPolicy
from race.session.heard.chipmaker import quoted, weighing
from race.session.heard.talent import called_away, paid, raid, talent
from race.session.preview import preview
from race.session.session import Session
from tests.builders import a_world, orders

RIVALS = tuple(lab for lab in LABS if lab is not Firm.XAI)


def played(months: int, founder: str = "swapper") -> Session:
    session = Session("history", 3, founder)
    for _month in range(months):
        session.end_month()
    return session


def test_the_weight_that_is_told_is_the_weight_of_the_coming_month() -> None:
    session = Session("history", 3, "swapper")

    for _month in range(14):
        told = {firm: weighing(session, firm).weight for firm in (Firm.XAI, Firm.TESLA)}
        session.end_month()
        weights = session.position().market.weights
        assert told == {firm: weights[firm] for firm in told}


def test_the_chipmaker_speaks_of_no_rival() -> None:
    with pytest.raises(ValueError, match="does not speak"):
        weighing(played(1), Firm.META)


def test_a_booking_is_promised_for_the_month_that_was_previewed() -> None:
    session = played(5)
    session.hand_to(None)
    order = OrderChips(company=Firm.XAI, generation=session.view().board.generation, quantity=500)

    told = preview(quoted(session), order).line.values["due"]
    assert isinstance(told, Quantity)
    before = {line.id for line in session.view().lines}
    session.submit(order)
    session.end_month()

    new = next(
        line
        for line in session.view().lines
        if line.id not in before and line.payer is Firm.XAI and line.quantity == order.quantity
    )
    assert new.generation in Generation
    assert told.value == new.due


def test_as_many_leave_as_was_told_or_one_more() -> None:
    session = Session("history", 3, "swapper")

    for _month in range(14):
        told = talent(session).leaving
        session.end_month()
        moves = session.journal.months[-1].orders.get(Seat.TALENT, ())
        left = sum(move.researchers for move in own(moves) if move.target is None)
        assert left in (told.fewest, told.fewest + 1)


def own(moves: object) -> list[MovePeople]:
    assert isinstance(moves, tuple)
    return [move for move in moves if isinstance(move, MovePeople) and move.source is Firm.XAI]


def test_people_leave_as_often_as_is_told_and_go_where_is_told() -> None:
    session, tries = played(8), 3_000
    told = talent(session).leaving
    view, policy = session.asked(Seat.TALENT), TalentPolicy()

    drawn = [own(policy.decide(view, Chance(seed).stream(8, "policy"))) for seed in range(tries)]

    more = sum(
        any(move.target is None and move.researchers > told.fewest for move in moves) for moves in drawn
    )
    known = [move for moves in drawn for move in moves if move.target is not None]
    went = Counter(move.target for move in known)
    assert more / tries == pytest.approx(told.more_ppm / PPM, abs=0.03)
    assert len(known) / tries == pytest.approx(told.known_ppm / PPM, abs=0.03)
    assert max(move.researchers for move in known) == told.known_most
    for firm, share in told.to:
        assert went[firm] / len(known) == pytest.approx(share / PPM, abs=0.06)


def test_the_parts_of_what_draws_people_add_up_to_the_laws_draw() -> None:
    found = talent(played(12))

    whole = draws(found.rules, found.places)

    most = found.rules.talent.draw_most
    for firm, pull in found.pulls.items():
        assert whole[firm] == pytest.approx(max(-most, min(most, pull.whole())), abs=1e-9)


def test_who_is_called_comes_as_often_as_is_told() -> None:
    session, tries = played(10), 400
    found, position = talent(session), session.position()

    for source in (Firm.OPENAI, Firm.META):
        told, came = raid(found, source, 6), 0
        for seed in range(tries):
            world = position.copy()
            before = world.labs[source].people_lost
            move_people(world, orders(Hire(researchers=6, source=source)), Chance(seed))
            came += world.labs[source].people_lost - before
        rate = came / tries / told.called
        assert told.low_ppm / PPM - 0.04 <= rate <= told.high_ppm / PPM + 0.04


def test_more_pay_keeps_people() -> None:
    found = talent(played(6))

    poor, rich = paid(found, 800_000), paid(found, 1_500_000)

    assert rich.known_ppm < found.leaving.known_ppm < poor.known_ppm


def test_a_lab_that_draws_more_calls_people_away_more_easily() -> None:
    found = talent(played(6))
    pull = draws(found.rules, found.places)
    best, worst = max(RIVALS, key=pull.__getitem__), min(RIVALS, key=pull.__getitem__)

    assert called_away(found, best)[0] >= called_away(found, worst)[0]
    assert raid(found, best, 5).high_ppm <= raid(found, worst, 5).high_ppm


def test_a_site_slips_and_is_stopped_as_often_as_is_told() -> None:
    world, tries, slips, stops = a_world(month=3), 1_500, 0, 0
    chips = world.rules.chips
    now = world.month

    for seed in range(tries):
        trial, luck = world.copy(), Chance(seed)
        building = Site(id=9_001, power_kw=10_000, started=now, ready=now + 9, forced=True)
        early = Site(id=9_002, power_kw=10_000, started=0, ready=now, forced=True, papers=now + 9)
        trial.labs[Firm.XAI].depot.sites = [building, early]
        for _month in range(8):
            trial.month += 1
            power_sites(trial, orders(), luck)
        slips += building.ready > now + 9
        stops += early.ready > now

    assert slips / tries == pytest.approx(slip_chance(chips, 9), abs=0.04)
    assert stops / tries == pytest.approx(halt_chance(chips, 9), abs=0.03)
