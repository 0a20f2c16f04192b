"""Mechanics that are switched off, and seats without a lab: what then does not happen."""

import pytest
from msgspec.structs import replace

from race.core.chance import Chance
from race.core.commands import (
    Announce,
    CancelOrder,
    ExtendRun,
    MovePeople,
    Orders,
    PublishRelease,
    RentCloud,
    SetPay,
    SetPrice,
    StartRun,
)
from race.core.events import Event, Happening
from race.core.exact import log
from race.core.formulas.race.claims import credibility_ppm
from race.core.formulas.race.money import business_spending
from race.core.formulas.race.people import carry, drawn_by, from_carmaker
from race.core.formulas.race.quality import error_left
from race.core.formulas.race.worth import appraise
from race.core.ids import PPM, Claim, Firm, Generation, Seat
from race.core.rulebook.talent import TalentRules
from race.core.rules.race.chip_market import trade_chips
from race.core.rules.race.claims import keep_face
from race.core.rules.race.demand import win_users
from race.core.rules.race.releases import publish
from race.core.rules.race.safety import run_risks
from race.core.rules.race.sites import power_sites
from race.core.rules.race.talent import move_people
from race.core.rules.race.training import train
from race.core.rules.race.wear import wear_out
from race.core.view import look_lab, read_board
from race.core.world import Batch, Candidate, Release, Said, TrainingRun, World
from tests.builders import a_world, orders, plainer

_OPENING = a_world()
NOBODY = Orders({})
CHANCE = Chance(1)


def without(*switches: str) -> World:
    return plainer(_OPENING.copy(), *switches)


def a_claim(due: int = 9) -> Said:
    return Said(claim=Claim.FLEET, quantity=90_000, made=1, due=due, before=10_000)


# -- switches -------------------------------------------------------------------------------------


def test_without_ageing_no_chip_wears() -> None:
    world = without("ageing")
    old = Batch(id=1, payer=Firm.XAI, generation=Generation.H100, quantity=90_000, arrived=-40)
    world.labs[Firm.XAI].depot.batches.append(old)

    wear_out(world, NOBODY, CHANCE)

    assert (world.market.chips_scrapped, world.labs[Firm.XAI].depot.worn) == (0, 0)


def test_few_chips_wear_a_little_before_one_of_them_fails() -> None:
    world = _OPENING.copy()
    world.labs[Firm.XAI].depot.batches = [
        Batch(id=1, payer=Firm.XAI, generation=Generation.H100, quantity=1, arrived=0, site=1)
    ]

    wear_out(world, NOBODY, CHANCE)

    assert world.labs[Firm.XAI].depot.chips() == 1
    assert world.labs[Firm.XAI].depot.worn > 0


def test_where_nobody_announces_a_word_is_worth_nothing_and_is_not_taken() -> None:
    world = without("announcing")
    lab = world.labs[Firm.XAI]
    lab.claims, lab.credibility = [a_claim(due=1)], PPM

    told = keep_face(world, orders(Announce(claim=Claim.FLEET, quantity=90_000, due=9)), CHANCE)

    assert told == []
    assert lab.claims == [a_claim(due=1)]
    assert credibility_ppm(world.rules, lab) == PPM < credibility_ppm(_OPENING.rules, lab)


def test_without_business_and_serving_only_consumers_choose() -> None:
    world, whole = without("business", "serving"), _OPENING.copy()
    firms = {firm: lab.business_ppm for firm, lab in world.labs.items()}

    for each in (world, whole):
        win_users(each, NOBODY, CHANCE)

    assert business_spending(world.rules, 10**6) == 0 < business_spending(whole.rules, 10**6)
    assert {firm: lab.business_ppm for firm, lab in world.labs.items()} == firms
    assert {firm: lab.business_ppm for firm, lab in whole.labs.items()} != firms
    assert all(lab.turned_k == 0 for lab in world.labs.values())


def test_without_evidence_a_score_keeps_its_error() -> None:
    world, whole = without("evidence"), _OPENING.copy()
    scores = {}
    for each in (world, whole):
        lab = each.labs[Firm.XAI]
        lab.candidate = Candidate(finished=1, flop=1e25, elo=1_500.0, luck=0.0)
        publish(each, orders(PublishRelease(tested=False)), CHANCE)
        scores[each is world] = [lab.releases[-1].elo_published]
        each.month += 1
        publish(each, NOBODY, CHANCE)
        scores[each is world].append(lab.releases[-1].elo_published)

    assert scores[True][0] == scores[True][1]
    assert scores[False][0] != scores[False][1]
    assert error_left(world.rules, 5) == error_left(world.rules, 0) > error_left(whole.rules, 5)


def test_without_safety_nothing_can_go_wrong_and_no_risk_is_taken() -> None:
    world = without("safety")
    lab = world.labs[Firm.XAI]
    lab.candidate, debt = Candidate(finished=1, flop=1e25, elo=1_500.0, luck=0.0), lab.safety_debt
    lab.safety_debt = debt = PPM

    publish(world, orders(PublishRelease(tested=False)), CHANCE)

    assert run_risks(world, NOBODY, CHANCE) == []
    assert (lab.safety_debt, lab.incidents) == (debt, 0)


def test_without_prizes_tempers_and_claims_a_release_is_only_a_release() -> None:
    world, calm = without("prizes", "tempers"), without("announcing")
    moods = {firm: lab.mood for firm, lab in world.labs.items()}
    told = []
    for each in (world, calm):
        each.labs[Firm.XAI].candidate = Candidate(finished=1, flop=1e26, elo=1_900.0, luck=0.0)
        told.append([event.kind for event in publish(each, orders(PublishRelease(tested=False)), CHANCE)])

    assert Happening.MILESTONE not in told[0]
    assert Happening.MILESTONE in told[1]
    assert {firm: lab.mood for firm, lab in world.labs.items()} == moods
    assert {firm: lab.mood for firm, lab in calm.labs.items()} != moods


def test_without_research_talent_and_diffusion_methods_only_drift() -> None:
    world, whole = without("research", "talent", "diffusion"), _OPENING.copy()
    for each in (world, whole):
        each.labs[Firm.XAI].researchers *= 4
        train(each, NOBODY, CHANCE)
    before = [world.labs[firm].recipe for firm in (Firm.XAI, Firm.OPENAI)]

    carry(world, world.labs[Firm.OPENAI], world.labs[Firm.XAI], 10)
    from_carmaker(world, 5)

    assert [world.labs[firm].recipe for firm in (Firm.XAI, Firm.OPENAI)] == before
    assert whole.labs[Firm.XAI].recipe > world.labs[Firm.XAI].recipe


def test_without_collateral_a_lab_is_worth_its_revenue_and_a_flat_amount() -> None:
    world = without("collateral")
    lab = world.labs[Firm.XAI]

    worth = appraise(world.rules, lab, 0.0, 1.0, 1)

    assert (worth.chips, worth.coming, worth.rank) == (0, 0, 0)
    assert worth.total() >= world.rules.money.flat_usd


def test_without_prepayment_lines_are_served_by_their_buyers_weight_alone() -> None:
    parts = {}
    for world in (_OPENING.copy(), without("prepayment")):
        world.market.lines = [line for line in world.market.lines if line.payer in (Firm.XAI, Firm.TESLA)]
        for line in world.market.lines:
            line.quantity, line.due = 10**7, 1
            line.deposit_usd = line.quantity * line.unit_price_usd if line.payer is Firm.XAI else 0
        world.carmaker.cash_usd = 10**15
        before = world.labs[Firm.XAI].depot.chips(), world.carmaker.depot.chips()
        trade_chips(world, NOBODY, CHANCE)
        got = world.labs[Firm.XAI].depot.chips() - before[0], world.carmaker.depot.chips() - before[1]
        parts[bool(world.rules.switches.prepayment)] = got[0] / sum(got)

    ours = len([line for line in _OPENING.market.lines if line.payer is Firm.XAI])
    all_lines = len([line for line in _OPENING.market.lines if line.payer in (Firm.XAI, Firm.TESLA)])
    assert parts[False] == pytest.approx(ours / all_lines, rel=0.01)
    assert parts[True] > parts[False]


# -- nothing there --------------------------------------------------------------------------------


def test_a_market_without_a_line_serves_nobody() -> None:
    world = _OPENING.copy()
    world.market.lines, booked = [], world.carmaker.booked_until

    told = trade_chips(world, orders(CancelOrder(line=7, quantity=1)), CHANCE)

    assert told == []
    assert world.carmaker.booked_until == booked


def test_a_field_without_a_release_has_no_users_no_leader_and_no_incident() -> None:
    world = _OPENING.copy()
    for lab in world.labs.values():
        lab.releases = []
    users = {firm: lab.users_k for firm, lab in world.labs.items()}

    told: list[Event] = [
        *publish(world, NOBODY, CHANCE), *win_users(world, NOBODY, CHANCE), *run_risks(world, NOBODY, CHANCE),
    ]  # fmt: skip

    assert told == []
    assert world.market.margin_leader is _OPENING.market.margin_leader
    assert {firm: lab.users_k for firm, lab in world.labs.items()} == users
    assert Firm.XAI not in {line.firm for line in read_board(world, (), CHANCE).league}


def test_the_first_leader_is_no_change_of_the_lead() -> None:
    world = _OPENING.copy()
    world.market.leader = world.market.margin_leader = None

    told = publish(world, NOBODY, CHANCE)

    assert Happening.LEADER_CHANGE not in {event.kind for event in told}
    assert world.market.margin_leader is world.market.leader is not None
    assert (world.market.leader_changes, world.market.margin_changes) == (0, 0)


def test_a_run_without_a_chip_ends_with_nothing_to_release() -> None:
    world = _OPENING.copy()
    lab = world.labs[Firm.XAI]
    lab.depot.batches, lab.depot.rented = [], 0
    lab.run = TrainingRun(started=1, months=1)

    told = train(world, NOBODY, CHANCE)

    assert told == []
    assert lab.run is None
    assert lab.candidate is None


def test_what_is_not_under_way_is_not_extended() -> None:
    world = _OPENING.copy()

    train(world, orders(ExtendRun(months=2)), CHANCE)

    assert world.labs[Firm.XAI].run is None


def test_the_last_researcher_stays() -> None:
    world = _OPENING.copy()
    world.labs[Firm.META].researchers = 1
    move = MovePeople(source=Firm.META, target=Firm.XAI, researchers=30)

    move_people(world, orders(move, by=Seat.TALENT), CHANCE)

    assert world.labs[Firm.META].researchers >= 1


@pytest.mark.parametrize("sign", [-1, 1])
def test_no_lab_draws_people_faster_than_the_most(sign: int) -> None:
    rules = TalentRules()
    most = rules.grow_most
    edge = (log(most) + 1e-10) / rules.grow_steep

    found = [drawn_by(rules, sign * head) for head in (edge, 9.0)]

    assert found == [most if sign > 0 else 1.0 / most] * 2


def test_a_league_below_the_first_mark_wins_no_prize() -> None:
    world = _OPENING.copy()
    for lab in world.labs.values():
        lab.releases = [replace(lab.releases[0], elo_true=100.0, elo_published=100.0, month=1)]

    told = publish(world, NOBODY, CHANCE)

    assert Happening.MILESTONE not in {event.kind for event in told}


def test_a_prize_that_one_alone_has_reached_keeps_its_second_place() -> None:
    world = _OPENING.copy()
    alone = world.labs[Firm.XAI]
    top = max(lab.published() for lab in world.labs.values()) + 400.0
    world.market.leader = world.market.margin_leader = None
    for lab in world.labs.values():
        lab.releases = []
    alone.releases = [
        Release(month=1, flop=1e26, elo_true=top, elo_published=top, open_weights=False, tested=True)
    ]

    publish(world, NOBODY, CHANCE)

    assert set(alone.milestones) <= {0, 1}
    assert 1 in alone.milestones


# -- seats without a lab --------------------------------------------------------------------------


def test_a_seat_without_a_lab_has_no_training_and_no_view_of_one() -> None:
    world = _OPENING.copy()

    with pytest.raises(ValueError, match="press has no lab to train at"):
        train(world, orders(StartRun(months=2), by=Seat.PRESS), CHANCE)
    with pytest.raises(ValueError, match="press does not speak for a lab"):
        look_lab(world, Seat.PRESS, read_board(world, (), CHANCE))


def test_words_of_a_seat_without_a_lab_change_no_lab() -> None:
    world, still = _OPENING.copy(), _OPENING.copy()
    claim = Announce(claim=Claim.FLEET, quantity=90_000, due=9)
    given = orders(claim, SetPrice(level=1), SetPay(level=1), RentCloud(quantity=5), by=Seat.PRESS)

    for each, asked in ((world, given), (still, NOBODY)):
        keep_face(each, asked, CHANCE)
        win_users(each, asked, CHANCE)
        move_people(each, asked, CHANCE)
        power_sites(each, asked, CHANCE)

    assert world.labs == still.labs
