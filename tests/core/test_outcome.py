"""Outcome: eleven endings in their order, and a score whose parts keep to their ranges."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from race.core.ids import PPM, Ending, Firm, Subject
from race.core.outcome import (
    final_gap,
    judge_ending,
    promises_kept,
    rank,
    score,
    score_lines,
    true_elo,
    true_gap,
)
from race.core.world import Promise, World
from tests.builders import a_world

_OPENING = a_world()


def a_last_month() -> World:
    """Return the opening position as if it were the last, a lab far behind and middling owners."""
    world = _OPENING.copy()
    world.month = world.setting.months
    world.gaps = [300.0] * 12
    front = max((lab.truest() for lab in world.labs.values()), key=lambda best: best.elo_true if best else 0)
    assert front is not None
    lab = world.labs[Firm.XAI]
    lab.releases = [
        replace(front, elo_true=front.elo_true - 300.0, elo_published=front.elo_published - 300.0)
    ]
    return world


def near(world: World) -> None:
    world.gaps = [0.0] * 12


def believed(world: World) -> None:
    """Have the owners trust, and every promise kept."""
    world.holders.trust[:] = int(0.9 * PPM)
    world.affairs.promises = [
        Promise(id=n, made=1, subject=Subject.NO_DIVERSION, quantity=1, due=9, claim=0.5, kept=True)
        for n in range(int(world.rules.score.promises_needed))
    ]


def cared_for(world: World) -> None:
    """Have the carmaker's chips run and its cars drive."""
    world.holders.trust[:] = int(0.9 * PPM)
    world.carmaker.depot.batches[0].quantity = 2 * world.carmaker.planned_chips
    world.carmaker.autonomy_reached = 4


def broken(world: World) -> None:
    world.carmaker.price_cents = 1


def removed(world: World) -> None:
    world.affairs.removed = True


def sold(world: World) -> None:
    lab = world.labs[Firm.XAI]
    lab.sold, lab.buyer, lab.sold_usd = True, Firm.META, 10**10


def indebted(world: World) -> None:
    world.labs[Firm.XAI].debt_months = world.rules.money.debt_months


def ruined(world: World) -> None:
    world.market.catastrophe = True


def enjoined(world: World) -> None:
    world.affairs.injunction = True


def close(world: World) -> None:
    world.gaps = [world.rules.score.contender_gap] * 12


ENDINGS = [
    (Ending.ALSO_RAN, ()),
    (Ending.STEWARD, (cared_for,)),
    (Ending.CONTENDER, (close, cared_for)),
    (Ending.FRONTIER, (near, cared_for)),
    (Ending.TRIUMPH, (near, believed)),
    (Ending.ENJOINED, (near, believed, enjoined)),
    (Ending.PYRRHIC, (near, believed, enjoined, broken)),
    (Ending.PYRRHIC, (near, believed, removed)),
    (Ending.REMOVED, (believed, removed)),
    (Ending.ABSORBED, (removed, sold, indebted)),
    (Ending.BANKRUPT, (removed, indebted)),
    (Ending.CATASTROPHE, (removed, indebted, ruined)),
]


@pytest.mark.parametrize(("ending", "facts"), ENDINGS)
def test_the_first_ending_that_holds_is_the_one(
    ending: Ending, facts: tuple[Callable[[World], None], ...]
) -> None:
    world = a_last_month()
    for fact in facts:
        fact(world)

    found = judge_ending(world)

    assert found is ending


def test_there_is_a_way_to_every_ending() -> None:
    assert {ending for ending, _ in ENDINGS} == set(Ending)


@pytest.mark.parametrize("sudden", [removed, sold, indebted, ruined])
def test_a_sudden_ending_does_not_wait_for_the_last_month(sudden: Callable[[World], None]) -> None:
    going_on, over = a_last_month(), a_last_month()
    going_on.month = over.month = 5

    sudden(over)

    assert judge_ending(going_on) is None
    assert judge_ending(over) is not None


def test_a_founder_with_too_few_votes_has_lost_control() -> None:
    world = a_last_month()
    world.carmaker.stake_ppm = int(world.rules.score.margin_votes) - 1

    assert judge_ending(world) is Ending.REMOVED


@pytest.mark.parametrize("facts", [facts for _, facts in ENDINGS])
def test_a_score_is_its_parts_times_the_factor_of_the_ending(
    facts: tuple[Callable[[World], None], ...],
) -> None:
    world = a_last_month()
    for fact in facts:
        fact(world)
    world.ending = judge_ending(world)

    found = score(world)

    parts = (found.race, found.owners, found.carmaker, found.house, found.world)
    assert min(parts) >= 0.0
    assert 0 <= found.total <= 1_000
    assert abs(found.total - sum(parts) * found.factor) <= 0.5


@pytest.mark.parametrize("facts", [facts for _, facts in ENDINGS])
def test_a_part_of_the_score_is_the_sum_of_its_lines_and_none_brings_more_than_its_most(
    facts: tuple[Callable[[World], None], ...],
) -> None:
    world = a_last_month()
    for fact in facts:
        fact(world)

    found, lines = score(world), score_lines(world)

    assert {part: pytest.approx(getattr(found, part)) for part in lines} == {
        part: sum(line.points for line in made) for part, made in lines.items()
    }
    assert all(0.0 <= line.points <= line.most for made in lines.values() for line in made)
    assert sum(line.most for made in lines.values() for line in made) == 1_000


def test_what_was_lost_counts_less_than_what_was_kept() -> None:
    world = a_last_month()
    factors = {}
    for ending in Ending:
        world.ending = ending
        factors[ending] = score(world).factor
    world.ending = Ending.ABSORBED
    factor_of = {}
    for buyer in (Firm.META, Firm.TESLA):
        world.labs[Firm.XAI].buyer = buyer
        factor_of[buyer] = score(world).factor

    lost = {ending for ending, factor in factors.items() if factor < 1.0}
    assert lost == {
        Ending.ENJOINED, Ending.REMOVED, Ending.ABSORBED, Ending.BANKRUPT, Ending.CATASTROPHE,
    }  # fmt: skip
    assert factors[Ending.ABSORBED] < factor_of[Firm.META] <= factor_of[Firm.TESLA]


def test_a_lab_that_was_sold_counts_for_what_was_given_for_it() -> None:
    kept, given = a_last_month(), a_last_month()
    for world in (kept, given):
        world.labs[Firm.XAI].valuation_usd = 10**9
    sold(given)

    assert score(given).house > score(kept).house


def test_prizes_and_months_near_the_front_add_up_to_a_most() -> None:
    world = a_last_month()
    points = []
    for prizes in ([], [2], [1], [1] * 50):
        world.labs[Firm.XAI].milestones = prizes
        points.append(score(world).race)

    assert points == sorted(set(points))
    assert points[-1] - points[0] == world.rules.score.prize_most


def test_promises_weigh_by_what_they_claimed_and_none_is_no_answer() -> None:
    world = a_last_month()
    silent = promises_kept(world.affairs)
    world.affairs.promises = [
        Promise(id=1, made=1, subject=Subject.AUTONOMY, quantity=1, due=9, claim=1.5, kept=True),
        Promise(id=2, made=1, subject=Subject.CHIPS_POWERED, quantity=1, due=9, claim=0.5, kept=False),
        Promise(id=3, made=1, subject=Subject.NO_DIVERSION, quantity=1, due=39, claim=9.0),
    ]

    assert silent is None
    assert promises_kept(world.affairs) == 0.75


@pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
def test_before_a_promise_has_come_due_the_part_that_the_rulebook_says_counts_as_kept(part: float) -> None:
    world = a_world()
    world.affairs.promises = []
    world.rules = replace(world.rules, score=replace(world.rules.score, none_due=part))

    points = next(
        line.points for lines in score_lines(world).values() for line in lines if line.key == "promises"
    )

    assert points == part * world.rules.score.promise_points


def test_a_lab_without_a_release_is_last_and_a_game_without_a_month_has_no_gap() -> None:
    world = a_last_month()
    world.labs[Firm.XAI].releases, world.gaps = [], []

    assert rank(world) == len(world.labs)
    assert final_gap(world) == 0.0


def test_a_position_scores_what_its_parts_come_to_by_hand() -> None:
    world = a_last_month()
    lab, carmaker = world.labs[Firm.XAI], world.carmaker
    world.gaps = [0.0] * 5 + [100.0] * 8 + [15.0] + [30.0] * 3
    lab.milestones, lab.incidents, lab.valuation_usd, lab.staff, lab.people_lost = (
        [1, 2, 0],
        1,
        10**10,
        30,
        10,
    )
    world.holders.trust[:] = PPM // 2
    world.affairs.promises = [
        Promise(id=1, made=1, subject=Subject.AUTONOMY, quantity=1, due=9, claim=1.5, kept=True),
        Promise(id=2, made=1, subject=Subject.CHIPS_POWERED, quantity=1, due=9, claim=0.5, kept=False),
    ]
    carmaker.price_cents, carmaker.price_start_cents, carmaker.sector_ppm = 8_000, 10_000, 1_250_000
    carmaker.depot.batches[0].quantity, carmaker.planned_chips, carmaker.autonomy_reached = 6_000, 15_000, 2
    world.ending = Ending.ENJOINED

    found = score(world)

    assert found.race == pytest.approx(165 + 36 + 5)  # 90 of 120 Elo, a first and a second, a month of 12
    assert found.owners == pytest.approx(60 + 60 + 32)  # trust, three quarters of a word, 0.64 of the price
    assert found.carmaker == pytest.approx(36 + 30)  # two fifths of the chips, two of four milestones
    assert found.house == pytest.approx(24 + 45)  # ten billions, three quarters of the people
    assert found.world == pytest.approx(40)
    assert found.total == 400  # three quarters of 533


def gap(world: World, n: float) -> None:
    cared_for(world)
    world.gaps = [n] * 3


def alone(world: World, n: float) -> None:
    world.gaps = [n] * 3


def place(world: World, n: float) -> None:
    """Put the lab beside the third of the field, n tenths of an Elo below it."""
    third = sorted(map(true_elo, world.labs.values()), reverse=True)[2]
    lab = world.labs[Firm.XAI]
    lab.releases = [replace(lab.releases[0], elo_true=third - n / 10)]


def chips(world: World, n: float) -> None:
    near(world)
    world.carmaker.planned_chips, world.carmaker.depot.batches[0].quantity = 100_000, int(n)


def price(world: World, n: float) -> None:
    near(world)
    world.carmaker.price_start_cents, world.carmaker.price_cents, world.carmaker.sector_ppm = (
        10_000,
        int(n),
        PPM,
    )


def votes(world: World, n: float) -> None:
    world.carmaker.stake_ppm = int(n)


def stewarded(world: World, n: float) -> None:
    cared_for(world)
    world.carmaker.planned_chips, world.carmaker.depot.batches[0].quantity = 100_000, int(n)


def driven(world: World, n: float) -> None:
    cared_for(world)
    world.carmaker.autonomy_reached = int(n)


def liked(world: World, n: float) -> None:
    cared_for(world)
    world.holders.trust[:] = int(n)


def trusted(world: World, n: float) -> None:
    near(world)
    believed(world)
    world.holders.trust[:] = int(n)


def kept(world: World, n: float) -> None:
    near(world)
    believed(world)
    world.affairs.promises = [
        Promise(id=k, made=1, subject=Subject.NO_DIVERSION, quantity=1, due=9, claim=1.0, kept=k < n)
        for k in range(5)
    ]


@pytest.mark.parametrize(
    ("fact", "bound", "step", "at", "beyond"),
    [
        (gap, 15.0, 0.1, Ending.FRONTIER, Ending.CONTENDER),
        (alone, 40.0, 0.1, Ending.CONTENDER, Ending.ALSO_RAN),
        (place, 0.0, 1.0, Ending.CONTENDER, Ending.ALSO_RAN),
        (chips, 50_000, -1, Ending.FRONTIER, Ending.PYRRHIC),
        (price, 3_000, -1, Ending.FRONTIER, Ending.PYRRHIC),
        (votes, 80_000, -1, Ending.ALSO_RAN, Ending.REMOVED),
        (stewarded, 90_000, -1, Ending.STEWARD, Ending.ALSO_RAN),
        (driven, 3, -1, Ending.STEWARD, Ending.ALSO_RAN),
        (liked, 620_000, -1, Ending.STEWARD, Ending.ALSO_RAN),
        (trusted, 550_000, -1, Ending.TRIUMPH, Ending.FRONTIER),
        (kept, 3, -1, Ending.TRIUMPH, Ending.FRONTIER),
    ],
)
def test_an_ending_begins_where_the_rulebook_says(
    fact: Callable[[World, float], None], bound: float, step: float, at: Ending, beyond: Ending
) -> None:
    there, past = a_last_month(), a_last_month()

    fact(there, bound)
    fact(past, bound + step)

    assert (judge_ending(there), judge_ending(past)) == (at, beyond)


def test_whoever_is_in_front_has_a_gap_below_nothing() -> None:
    world = a_last_month()
    lab = world.labs[Firm.XAI]
    behind = true_gap(world)
    lab.releases = [replace(lab.releases[0], elo_true=true_elo(lab) + behind + 25.0)]

    assert behind == pytest.approx(300.0)
    assert true_gap(world) == pytest.approx(-25.0)
