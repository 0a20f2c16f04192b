from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest
from msgspec.structs import replace

from race.core.commands import Divert, DivertThing
from race.core.ids import Ending, Seat, Terms, Thing
from race.core.words import PlainError
from race.session.beside.crew import hands
from race.session.hindsight.code import LETTERS, SCENARIOS, Shared, code_of, read, same_rules, written
from race.session.hindsight.courses import Stood, as_played, lucky, rerun, stand_in
from race.session.hindsight.crowd import CROWD, Crowd
from race.session.hindsight.decisions import DIVERSIONS, KINDS, decisions
from race.session.hindsight.looking import Hindsight
from race.session.hindsight.past import pack, remember
from race.session.hindsight.recorded import Recorded
from race.session.session import Session
from race.sim.race_model import RaceModel
from tests.builders import a_source
from tests.inline import Idle, Inline

SHORT = "the-twelve-thousand"


@cache
def finished(founder: str = "swapper", scenario: str = SHORT) -> Session:
    session = Session(scenario, 3, founder)
    while session.ending is None:
        session.end_month()
    return session


@pytest.mark.parametrize("founder", ["swapper", "diverter", "historical", "random"])
def test_a_game_played_again_with_every_order_is_the_same_game(founder: str) -> None:
    packed = pack(finished(founder).journal)

    again = rerun(packed, ())

    assert again == as_played(packed)
    assert again is not None
    assert again.total == finished(founder).score().total


def test_a_game_that_starts_late_is_played_again_from_its_own_first_month() -> None:
    packed = pack(finished("swapper", "colossus").journal)

    assert rerun(packed, ()) == as_played(packed)


def test_people_who_were_taken_are_not_counted_among_the_chips() -> None:
    session = Session(SHORT, 3)
    line = a_source(session, 2_000)
    chips = Divert(source=line.id, quantity=1, terms=Terms.SILENT)
    session.submit(chips)
    session.submit(DivertThing(thing=Thing.RESEARCHERS, terms=Terms.PAID, quantity=3))
    session.end_month()

    every = decisions(session.journal)[0]

    assert every.key == DIVERSIONS
    assert (every.command, every.quantity) == (chips, 1)


def test_without_the_diversions_nothing_is_diverted_and_the_start_is_the_same() -> None:
    session = finished("diverter", "history")
    packed = pack(session.journal)
    every = decisions(session.journal)[0]

    other, played = rerun(packed, every.left_out), as_played(packed)

    assert every.key == DIVERSIONS
    assert other is not None
    assert played is not None
    assert other.quality[: every.month + 1] == played.quality[: every.month + 1]
    assert other.trust[-1] > played.trust[-1]


def test_beyond_the_months_of_a_game_that_ended_early_officers_run_the_lab() -> None:
    session = finished("diverter", "history")
    past = remember(pack(session.journal))
    every = decisions(session.journal)[0]
    race = RaceModel(past.scenario, Recorded(past, every.left_out), past.seed, collect=False)

    ordered = []
    while race.world.ending is None:
        race.step()
        ordered.append(race.orders.by_seat.get(Seat.FOUNDER, ()))
    race.close()

    assert len(ordered) > len(session.journal.months)
    assert all(ordered[len(session.journal.months) :])


def test_decisions_name_orders_of_the_journal_and_none_twice() -> None:
    journal = finished("promiser", "history").journal

    found = decisions(journal)

    orders = {
        (month, place): command
        for month, record in enumerate(journal.months)
        for place, command in enumerate(record.orders.get(Seat.FOUNDER, ()))
    }
    assert {place for one in found for place in one.left_out} <= set(orders)
    assert len({one.left_out for one in found}) == len(found)
    assert {one.key for one in found} <= {*KINDS, DIVERSIONS}
    assert sum(isinstance(command, Divert) for command in orders.values()) <= len(found[0].left_out)


def test_other_luck_is_the_same_for_both_sides_of_a_decision() -> None:
    session = finished()
    packed, every = pack(session.journal), decisions(session.journal)[0]

    nothing = lucky(packed, (), every.month, (0, 1))
    twice = [lucky(packed, every.left_out, every.month, (0, 1)) for _ in range(2)]

    assert all(pair.made == pair.left for pair in nothing)
    assert twice[0] == twice[1]
    assert [pair.made for pair in twice[0]] == [pair.made for pair in nothing]


def test_a_bot_in_the_very_same_world_does_what_it_did_there() -> None:
    session = finished("steward")

    stood = stand_in(pack(session.journal), ((session.seed, "steward"),))

    assert (stood[0].total, stood[0].ending) == (session.score().total, session.ending)


def test_a_journal_of_other_rules_is_not_played_again() -> None:
    session = finished()
    journal = Session(SHORT, 4).journal
    journal.months = list(session.journal.months)

    assert as_played(pack(journal)) is None


def test_a_journal_with_impossible_orders_is_not_played_again_and_breaks_nothing() -> None:
    journal = Session(SHORT, 3, "swapper").journal
    wrong = Divert(source=10**9, quantity=5, terms=Terms.SWAP)
    journal.months = [
        replace(record, orders={Seat.FOUNDER: (wrong,)}) for record in finished().journal.months
    ]

    assert as_played(pack(journal)) is None
    assert rerun(pack(journal), ()) is None


def test_looking_back_finds_the_whole_and_ranks_by_what_was_moved() -> None:
    seen = Hindsight(finished(), Inline, worlds=1, draws=1)

    seen.finish()

    found = seen.reruns(20)
    moved = [abs(seen.score.total - one.course.total) for one in found[1:]]
    assert not seen.busy
    assert seen.done == seen.asked
    assert found[0].decision.key == DIVERSIONS
    assert moved == sorted(moved, reverse=True)
    assert len(found[0].pairs) == 1
    assert len({each.founder for each in seen.others}) == len(seen.others)


@pytest.mark.parametrize("backwards", [False, True])
def test_founders_count_in_the_same_order_whoever_finishes_first(*, backwards: bool) -> None:
    crowd = Crowd(7, 2)
    order = [one for lot in crowd.lots() for one in lot]
    first = order[: crowd.lot + 5]

    for seed, founder in reversed(first) if backwards else first:
        crowd.keep((Stood(founder=founder, seed=seed, total=1, ending=Ending.STEWARD),))

    assert [(each.seed, each.founder) for each in crowd.counted()] == order[: crowd.lot]
    assert {seed for seed, _founder in order[: crowd.lot]} == {7, 8}
    assert len(order) == crowd.most <= CROWD


def test_more_founders_stand_in_only_while_somebody_looks_and_few_are_asked_at_a_time() -> None:
    idle = Idle()
    seen = Hindsight(finished(), lambda: idle, worlds=1, draws=0)
    while seen.busy:
        idle.play()
        seen.look()
    asked = len(idle.asked)

    seen.close()

    assert 0 < asked <= 4 * hands()
    assert all(future.cancelled() for future, _ask in idle.asked)
    assert not seen.growing


def test_a_thread_plays_no_more_founders_than_the_first() -> None:
    with ThreadPoolExecutor(1) as thread:
        seen = Hindsight(finished(), lambda: thread, worlds=1, draws=0)
        seen.finish()

        assert not seen.growing
        assert len(seen.others) == seen.awaited < seen.most


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("seed", [0, 7, 31, 32, 20_417, 2**63 - 1])
def test_a_code_says_the_world_it_was_written_for(scenario: str, seed: int) -> None:
    world = Shared(
        scenario=scenario, difficulty="relentless", trait="gambler", seed=seed, rules="7Z", orders="0A1B"
    )

    assert read(written(world).lower().replace("-", " ")) == world


def test_one_wrong_letter_is_noticed() -> None:
    code = code_of(finished().journal)
    wrong = [
        code[:place] + letter + code[place + 1 :]
        for place, right in enumerate(code)
        if right != "-"
        for letter in LETTERS
        if letter != right
    ]

    noticed = 0
    for each in wrong:
        with pytest.raises(PlainError):
            read(each)
        noticed += 1

    assert noticed == len(wrong)


def test_a_code_knows_the_rules_and_the_orders_it_was_played_with() -> None:
    mine, other = finished("swapper").journal, finished("steward").journal

    first, second = read(code_of(mine)), read(code_of(other))

    assert same_rules(first, mine.rules)
    assert not same_rules(first, "other rules")
    assert first.orders != second.orders
    assert (first.seed, first.scenario) == (second.seed, second.scenario)
