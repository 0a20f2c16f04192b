"""Measures of the world: they play what they say and leave out what they say."""

import pytest

from race.core.ids import LABS, Firm, Seat
from race.core.view import LabView
from race.sim.cast import style_of
from race.sim.race_model import RaceModel
from race.study.game import play_game
from race.study.measures.alive import alive_on_one_position, withhold
from race.study.measures.dilemma import FOUNDERS, dilemma, swapping, without_compounding
from race.study.measures.random_rival import falls
from race.study.measures.responses import ACTS, answers
from race.study.measures.symmetry import symmetry
from tests.builders import scenario


def test_a_withheld_view_says_no_word_of_the_player() -> None:
    game = RaceModel("history", "historical", 1, collect=False)
    for _ in range(5):
        game.step()
    view = game.view(Seat.META)
    assert isinstance(view, LabView)

    board = withhold(view).board

    assert all(line.firm is not Firm.XAI for line in board.league)
    assert not board.fleets[Firm.XAI]
    assert not {event.firm for event in board.news} & {Firm.XAI, Firm.TESLA}
    assert withhold(view).own is view.own


def test_rivals_do_something_else_when_they_hear_nothing() -> None:
    told = alive_on_one_position(scenario(), "historical", range(1, 3))

    assert 0.0 < told.clear_orders.value <= told.orders.value <= 1.0


def test_the_open_field_counts_one_leader_a_game() -> None:
    told = symmetry(range(1, 3))

    assert sum(told.leaders.values()) == 2
    assert set(told.leaders) == set(LABS)
    assert 0.0 <= told.p <= 1.0


def test_the_swap_puts_more_chips_on_the_floor_by_summer() -> None:
    worth = {
        (one.figure, one.month): one.gain
        for one in dilemma(scenario("the-twelve-thousand"), "historical", range(1, 3), compounding=True)
    }

    assert worth["compute_h100e", 6].value > 5_000
    assert worth["elo_true", 36].games == 0


@pytest.mark.parametrize("founder", FOUNDERS)
def test_who_makes_the_swap_is_the_founder_of_that_name(founder: str) -> None:
    world = scenario("the-twelve-thousand")

    swaps, _ = swapping(founder, style_of(world.means[Firm.XAI]))

    assert play_game(world, swaps, 1).fingerprint == play_game(world, founder, 1).fingerprint


def test_without_compounding_four_rules_are_off() -> None:
    switches = without_compounding(scenario()).rules.switches

    assert (switches.research, switches.talent, switches.collateral, switches.prizes) == (0, 0, 0, 0)
    assert switches.swap == 1


def test_dice_are_compared_with_the_lab_on_the_same_seeds() -> None:
    (fall,) = falls(scenario("the-twelve-thousand"), range(1, 3), (Firm.MISTRAL,))

    assert fall.firm is Firm.MISTRAL
    assert fall.lower.value == fall.at_random.value - fall.usual.value


def test_the_owners_answer_worse_acts_with_less_trust() -> None:
    told = {answer.act: answer.changes for answer in answers(scenario(), range(1, 4))}

    assert set(ACTS) < set(told)
    swap, idle, denied = (
        told[act]["trust +4 wk"].value
        for act in ("12k swap, no powered site", "12k silent, built site idle", "the same, denied, refuted")
    )
    assert denied < idle < swap < 0.0 < told["one kept promise"]["trust +4 wk"].value
