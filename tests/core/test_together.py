"""Games played in step are the games played one after another, whether anybody looks back on them or not."""

from functools import partial

import pytest

from race.core import turn
from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event
from race.core.ids import Firm, Keeps
from race.core.turn import BooksDoNotBalanceError
from race.core.world import World
from race.sim.race_model import RaceModel
from race.sim.together import play_out, step_beside, step_together

FOUNDERS = ("steward", "diverter", "swapper", "random")
MONTHS = 14


def games() -> list[RaceModel]:
    return [RaceModel("history", founder, seed, collect=False) for seed, founder in enumerate(FOUNDERS)]


@pytest.mark.parametrize("keeps", list(Keeps))
def test_games_in_step_are_the_same_games(*, keeps: Keeps) -> None:
    alone, together = games(), games()
    for game in together:
        game.keeps = keeps
    for _month in range(MONTHS):
        for game in alone:
            game.step()
        step_together(together)
        assert [game.fingerprint() for game in together] == [game.fingerprint() for game in alone]
        assert [game.events for game in together] == [game.events for game in alone]
        assert [game.refusals for game in together] == [game.refusals for game in alone]


def test_a_game_that_has_ended_stands_still_while_the_others_go_on() -> None:
    ended, going = games()[:2]
    while ended.world.ending is None:
        ended.step()
    last, month = ended.world, going.world.month
    step_together([ended, going])
    assert ended.world is last
    assert going.world.month == month + 1


def test_games_of_different_lengths_are_played_out_and_each_of_their_months_is_noted_once() -> None:
    played, alone = games(), games()
    noted: list[list[int]] = [[] for _ in played]
    lengths = []
    for game in alone:
        while game.world.ending is None:
            game.step()
        lengths.append(game.world.month)

    notes = [partial(_note, game, months) for game, months in zip(played, noted, strict=True)]
    play_out(played, notes)

    assert len({*lengths}) > 1
    assert [game.fingerprint() for game in played] == [game.fingerprint() for game in alone]
    assert noted == [[*range(1, length + 1)] for length in lengths]
    ends = [game.world for game in played]
    play_out(played)
    assert all(game.world is end for game, end in zip(played, ends, strict=True))


def _note(game: RaceModel, months: list[int]) -> None:
    months.append(game.world.month)


def test_a_position_that_is_passed_is_written_over_and_its_books_are_checked_all_the_same() -> None:
    kept, passed = (RaceModel("history", "steward", 3, collect=False) for _ in range(2))
    before, written = kept.world, passed.world
    passed.keeps = Keeps.BOOKS
    kept.step()
    passed.step()
    assert (kept.world is before, passed.world is written) == (False, True)
    assert before.month == 0
    assert passed.balances == kept.balances


def test_no_receipt_is_written_where_nothing_is_kept_and_the_next_one_is() -> None:
    game = RaceModel("history", "diverter", 3, collect=False)
    game.keeps = Keeps.NOTHING
    step_together([game])
    assert game.world.receipts == []
    assert not game.balances

    game.keeps = Keeps.ALL
    step_together([game])

    assert len(game.world.receipts) > len(Firm)
    assert sum(len(balance.receipts) for balance in game.balances) == len(game.world.receipts)


def test_games_that_differ_by_their_founder_alone_decide_once_for_everybody_else() -> None:
    apart, beside = _groups(), _groups()
    for month in range(3):  # from the second on they stand apart, and only the first of each is right
        step_together([game for group in apart for game in group])
        step_beside(beside)
        if month == 0:
            assert _prints(beside) == _prints(apart)

    assert _prints(beside) != _prints(apart)
    assert [group[0].fingerprint() for group in beside] == [group[0].fingerprint() for group in apart]


def _groups() -> list[list[RaceModel]]:
    seeds = (1, 2)
    return [[RaceModel("history", founder, seed, collect=False) for founder in FOUNDERS] for seed in seeds]


def _prints(groups: list[list[RaceModel]]) -> list[list[str]]:
    return [[game.fingerprint().whole for game in group] for group in groups]


@pytest.mark.parametrize("keeps", [Keeps.BOOKS, Keeps.ALL])
def test_the_books_of_every_game_in_step_are_checked(
    monkeypatch: pytest.MonkeyPatch, *, keeps: Keeps
) -> None:
    first, second = games()[:2]
    second.keeps = keeps

    def mint(world: World, orders: Orders, chance: Chance) -> list[Event]:
        del orders
        world.labs[Firm.META].cash_usd += 7 if chance is second.chance else 0
        return []

    monkeypatch.setattr(turn, "LAWS", (mint,))

    with pytest.raises(BooksDoNotBalanceError, match="7 dollars"):
        step_together([first, second])
