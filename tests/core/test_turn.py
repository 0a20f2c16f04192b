"""A month: laws in their order, books that balance, and an error that says which account does not."""

import pytest

from race.core import turn
from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event, Happening
from race.core.fingerprint import PARTS, fingerprint
from race.core.ids import Firm
from race.core.metrics import measure
from race.core.turn import BooksDoNotBalanceError, play_month
from race.core.world import World
from tests.builders import a_world

_OPENING = a_world(month=0)


def played(world: World) -> turn.Played:
    return play_month(world, Orders({}), Chance(1))


def only(monkeypatch: pytest.MonkeyPatch, law: turn.Law) -> None:
    monkeypatch.setattr(turn, "LAWS", (law,))


def test_a_month_leaves_the_position_it_came_from_alone() -> None:
    world = _OPENING.copy()
    before = fingerprint(world)

    after = played(world)

    assert fingerprint(world) == before
    assert after.world.month == world.month + 1
    assert set(before.differing(fingerprint(after.world))) <= set(PARTS)
    assert before.differing(before) == ()


def test_every_account_is_explained_by_its_receipts() -> None:
    month = played(_OPENING.copy())

    balances = month.balances

    assert [(balance.firm, balance.account) for balance in balances if not balance.adds_up] == []
    assert any(balance.explained for balance in balances)
    assert month.balances is balances


def test_a_law_that_makes_money_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def mint(world: World, orders: Orders, chance: Chance) -> list[Event]:
        del orders, chance
        world.labs[Firm.META].cash_usd += 7
        return []

    only(monkeypatch, mint)

    with pytest.raises(BooksDoNotBalanceError, match="month 1: money was made or lost, 7 dollars"):
        played(_OPENING.copy())


def test_a_change_without_a_receipt_is_named_with_its_account(monkeypatch: pytest.MonkeyPatch) -> None:
    def hide(world: World, orders: Orders, chance: Chance) -> list[Event]:
        del orders, chance
        world.labs[Firm.META].users_k += 5
        return []

    only(monkeypatch, hide)

    with pytest.raises(
        BooksDoNotBalanceError, match=r"month 1: meta\.users was \d+, is \d+ with receipts of 0"
    ):
        played(_OPENING.copy())


def test_a_position_that_was_touched_between_two_months_is_counted_anew() -> None:
    first = played(_OPENING.copy())
    touched = first.world
    touched.labs[Firm.META].users_k += 5

    second = play_month(touched, Orders({}), Chance(1), closed=first.books)

    assert all(balance.adds_up for balance in second.balances)


def test_the_month_that_ends_a_game_says_so() -> None:
    world = _OPENING.copy()
    world.affairs.removed = True

    over = played(world)

    assert over.world.ending is not None
    assert over.events[-1].kind is Happening.ENDING


def test_what_a_month_is_measured_by_is_what_is_true() -> None:
    world = _OPENING.copy()

    rows = measure(world)

    assert rows["tesla", "chips_powered"] == world.carmaker.depot.powered()
    assert rows["market", "frontier_elo"] == max(lab.published() for lab in world.labs.values())
    assert {entity for entity, _ in rows} == {firm.value for firm in Firm} | {"market"}
    assert all(rows[firm.value, "compute_h100e"] == lab.depot.running() for firm, lab in world.labs.items())
