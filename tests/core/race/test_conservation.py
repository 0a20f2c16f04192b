"""Chips and people are conserved: made is held or scrapped, booked is on its way, nobody is made up."""

from hypothesis import given, settings
from hypothesis import strategies as st

from race.core.commands import Command
from race.core.events import Event, Happening
from race.core.fingerprint import fingerprint
from race.core.formulas.race.people import counted
from race.core.ids import RIVALS, Firm, seat_of
from race.core.world import World
from race.policy.founders.random_founder import RandomFounder
from race.session.session import Refused, Session
from race.sim.race_model import RaceModel
from tests.builders import a_game
from tests.strategies import COMMANDS, aimed

SEEDS = st.integers(0, 2**63 - 1)
RECKLESS = {seat_of(lab): RandomFounder() for lab in RIVALS}


def held(world: World) -> int:
    return sum(world.depot_of(firm).chips() for firm in Firm)


def in_transit(world: World) -> int:
    return sum(line.quantity for line in world.market.lines)


def told(events: tuple[Event, ...], kind: Happening) -> int:
    return sum(int(event.numbers["quantity"]) for event in events if event.kind is kind)


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_chips_made_are_held_or_scrapped_and_the_rest_is_in_transit(seed: int) -> None:
    race = RaceModel("history", "random", seed, policies=dict(RECKLESS), collect=False)

    for _ in range(14):
        before = race.world
        race.step()
        after, events = race.world, race.events
        made = after.market.chips_made - before.market.chips_made

        assert after.market.chips_made == held(after) + after.market.chips_scrapped
        assert made == told(events, Happening.CHIPS_DELIVERED)
        assert in_transit(after) == (
            in_transit(before)
            + told(events, Happening.CHIPS_BOOKED)
            - told(events, Happening.CHIPS_CANCELLED)
            - told(events, Happening.CHIPS_DELIVERED)
        )
        if race.world.ending is not None:
            break


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_researchers_are_at_a_firm_or_looking_or_left_and_nobody_comes_from_nowhere(seed: int) -> None:
    race = RaceModel("history", "random", seed, policies=dict(RECKLESS), collect=False)

    staffed = []
    while race.world.ending is None and race.world.month < 14:
        race.step()
        there, should_be = counted(race.world)
        staffed.append([lab.researchers for lab in race.world.labs.values()])
        assert there == should_be

    sold_at_once = len(staffed) < 2
    assert sold_at_once or len({tuple(month) for month in staffed}) > 1, "nobody moved at all"


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 40), commands=st.lists(COMMANDS, min_size=1, max_size=12))
def test_a_refused_command_changes_nothing(seed: int, commands: list[Command]) -> None:
    asked = a_game(months=3, founder="diverter", seed=seed)
    silent = a_game(months=3, founder="diverter", seed=seed)
    asked.hand_to(None)
    silent.hand_to(None)

    refused = [command for wish in commands if not obeyed(asked, command := aimed(asked.view(), wish))]
    for command in asked.pending:
        silent.submit(command)

    assert len(refused) + len(asked.pending) == len(commands)
    assert fingerprint(asked.position()) == fingerprint(silent.position())
    asked.end_month()
    silent.end_month()
    assert asked.fingerprint() == silent.fingerprint()


def obeyed(session: Session, command: Command) -> bool:
    """Give a command; a refused one must leave the orders and the position as they were."""
    orders, position = session.pending, fingerprint(session.position())
    try:
        session.submit(command)
    except Refused:
        assert session.pending == orders
        assert fingerprint(session.position()) == position
        return False
    return True
