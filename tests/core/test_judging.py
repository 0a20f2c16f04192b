"""Judging: every command has one rule, and bots' wishes are judged once."""

from race.core import commands as c
from race.core.chance import Chance
from race.core.ids import Firm, Seat
from race.core.legality import admit, answers, chips, craft, diversion, founder, lab, stake, tales
from race.core.legality.judge import ATTENTION
from race.core.view import look, read_board
from race.scenario.opening import open_world
from tests.builders import scenario


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
    founder_view, rival_view = look(world, Seat.FOUNDER, board, ()), look(world, Seat.OPENAI, board, ())
    order = c.BuildSite(company=Firm.XAI, power_kw=20_000, forced=True)

    once = admit(founder_view, [order, c.SetPrice(level=900_000), c.SetPrice(level=800_000)])

    assert once == (order, c.SetPrice(level=900_000))
    assert admit(founder_view, once) is once
    assert order not in admit(rival_view, once)
