"""Talent in play: pay, raids, an empty market, and nobody lost on the way."""

from race.core.chance import Chance
from race.core.commands import Hire, SetPay
from race.core.formulas.race.people import counted
from race.core.ids import Firm
from race.core.legality import refusal
from race.core.view import look_founder, read_board
from race.speech import speak
from tests.builders import a_game
from tests.stories.races import Also, a_race

LAB = Firm.XAI


def test_better_pay_keeps_people_and_is_paid_for_every_month() -> None:
    usual = a_race(Also("idle", {}), months=12)
    well_paid = a_race(Also("idle", {1: (SetPay(level=2_000_000),)}), months=12)

    few, many = well_paid.world.labs[LAB], usual.world.labs[LAB]

    assert few.researchers > many.researchers
    assert few.cash_usd < many.cash_usd
    assert few.recipe > many.recipe


def test_rivals_follow_dear_pay_and_come_down_again() -> None:
    plan = {1: (SetPay(level=2_000_000),), 5: (SetPay(level=1_000_000),)}

    def paid(months: int) -> list[int]:
        labs = a_race(Also("idle", plan), months=months).world.labs
        return [lab.pay_level for firm, lab in labs.items() if firm is not LAB]

    assert max(paid(1)) <= 1_400_000  # nobody has heard of it
    assert paid(4).count(1_800_000) >= 3
    assert max(paid(20)) <= 1_400_000


def test_a_raid_helps_more_when_people_like_the_raider() -> None:
    raid = {month: (Hire(researchers=10, source=Firm.META),) for month in range(1, 9)}
    poor, rich = (raid | {1: (SetPay(level=level), *raid[1])} for level in (700_000, 2_000_000))

    came = [a_race(Also("idle", plan), months=8).world.labs[LAB].researchers for plan in (poor, rich)]

    assert came[1] > 1.5 * came[0]


def test_a_raided_lab_remembers_and_falls_behind_its_own_path() -> None:
    raid = {month: (Hire(researchers=12, source=Firm.MISTRAL),) for month in range(1, 5)}
    quiet, raided = a_race("idle", months=4), a_race(Also("idle", raid), months=4)

    before, after = quiet.world.labs[Firm.MISTRAL], raided.world.labs[Firm.MISTRAL]

    assert after.recipe < before.recipe
    assert after.grudges.get(LAB, 0) > before.grudges.get(LAB, 0)


def test_research_and_people_are_two_roads_to_a_better_recipe() -> None:
    hire = {month: (Hire(researchers=12),) for month in range(1, 13)}

    def gain(*without: str) -> float:
        hired, idle = (
            a_race(founder, months=18, without=without).world.labs[LAB]
            for founder in (Also("idle", hire), "idle")
        )
        return hired.recipe - idle.recipe

    assert gain() > 0.0
    assert gain() > gain("talent") + 5.0


def test_the_market_for_people_can_run_dry() -> None:
    session = a_game()
    position = session.position().copy()
    position.people.looking = 3
    view = look_founder(position, read_board(position, (), Chance(1)))

    reason = refusal(view, [], Hire(researchers=4))

    assert refusal(view, [], Hire(researchers=3)) is None
    assert reason is not None
    assert speak(reason) == "3 researchers look for work in the open market."


def test_nobody_is_lost_or_made_up() -> None:
    for founder in ("random", "historical", "diverter"):
        race = a_race(founder, months=0)
        while race.world.month < 24 and race.world.ending is None:
            race.step()
            there, should_be = counted(race.world)
            assert there == should_be
            assert all(1 <= lab.researchers <= lab.staff for lab in race.world.labs.values())


def test_the_first_people_from_the_carmaker_came_as_reported() -> None:
    moved = [a_race("historical", seed=seed, months=6).world.people.from_carmaker for seed in range(3)]

    assert all(5 <= people <= 25 for people in moved)  # fact C42, by June 2024


def test_labs_keep_their_people_as_reported() -> None:
    facts = {Firm.ANTHROPIC: 80, Firm.GOOGLE_DEEPMIND: 78, Firm.OPENAI: 67, Firm.META: 64}  # fact C41
    kept = dict.fromkeys(facts, 1.0)
    race = a_race("historical")

    while race.world.month < 24:
        before = {firm: race.world.labs[firm].researchers for firm in facts}
        gone = {firm: race.world.labs[firm].people_lost for firm in facts}
        race.step()
        for firm in facts:
            kept[firm] *= 1.0 - (race.world.labs[firm].people_lost - gone[firm]) / before[firm]

    assert all(abs(100 * kept[firm] - fact) <= 9 for firm, fact in facts.items()), kept
