"""Judging: every command has one rule, and bots' wishes are judged once."""

from race.core import commands as c
from race.core.chance import Chance
from race.core.ids import Firm, Gift, Seat, Terms, Thing
from race.core.legality import admit, answers, chips, craft, diversion, founder, lab, stake, tales
from race.core.legality.judge import ATTENTION, admit_after, refusal
from race.core.legality.purse import cost, free_cash, price_now
from race.core.view import FounderView, LabView, look, read_board
from race.scenario.opening import open_world
from tests.builders import changed, scenario


def test_every_command_that_takes_attention_has_one_rule() -> None:
    tables = (
        answers.RULES,
        chips.RULES,
        craft.RULES,
        lab.RULES,
        founder.RULES,
        diversion.RULES,
        stake.RULES,
        tales.RULES,
    )

    kinds = [kind for table in tables for kind in table]

    assert sorted(kinds, key=str) == sorted(ATTENTION, key=str)


def test_what_was_admitted_is_not_judged_again_on_that_view_and_is_on_another() -> None:
    world = open_world(scenario(), 1)
    board = read_board(world, (), Chance(1))
    founder_view, rival_view = look(world, Seat.FOUNDER, board), look(world, Seat.OPENAI, board)
    order = c.BuildSite(company=Firm.XAI, power_kw=20_000, forced=True)

    once = admit(founder_view, [order, c.SetPrice(level=900_000), c.SetPrice(level=800_000)])

    assert once == (order, c.SetPrice(level=900_000))
    assert admit(founder_view, once) is once
    assert order not in admit(rival_view, once)


def test_a_routine_follows_what_was_ordered_and_takes_no_attention() -> None:
    world = open_world(scenario(), 1)
    view = look(world, Seat.FOUNDER, read_board(world, (), Chance(1)))
    assert isinstance(view, FounderView)
    given = tuple(c.Lobby(target=Firm.META) for _ in range(view.attention))
    routine = (c.SetPrice(level=900_000), c.SetPrice(level=800_000), c.RentCloud(quantity=-1))

    judged = admit_after(view, given, routine)

    assert judged == (*given, c.SetPrice(level=900_000))
    assert admit(view, judged) is judged


def test_what_only_the_founder_orders_costs_nobody_else_anything() -> None:
    world = open_world(scenario(), 1)
    rival = look(world, Seat.OPENAI, read_board(world, (), Chance(1)))
    assert isinstance(rival, LabView)
    wishes = (
        c.GiveGift(gift=Gift.SETTLEMENT),
        c.DivertThing(thing=Thing.DATA, terms=Terms.PAID),
        c.Divert(source=world.market.lines[0].id, quantity=100, terms=Terms.PAID),
        c.PledgeStake(shares_ppm=-1),
        c.SetPrice(level=900_000),
    )

    assert [cost(rival, wish) for wish in wishes] == [0] * len(wishes)
    assert [price_now(rival, wish) for wish in wishes] == [0] * len(wishes)
    assert free_cash(rival, wishes) == rival.own.cash_usd


def test_what_costs_nothing_can_be_ordered_in_debt() -> None:
    world = open_world(changed(money={"hire_usd": 0}), 1)
    world.labs[Firm.XAI].cash_usd = -1
    view = look(world, Seat.FOUNDER, read_board(world, (), Chance(1)))

    assert refusal(view, (), c.Hire(researchers=1)) is None
    assert refusal(view, (), c.Hire(researchers=1, source=Firm.META)) is not None
