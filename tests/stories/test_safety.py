"""Safety in play: haste builds risk, fear of the leader costs care, and at the end it is everybody's."""

from race.core.commands import PublishRelease, SplitCompute
from race.core.ids import RIVALS, Ending, Firm
from race.core.world import Candidate, Release
from race.sim.race_model import RaceModel
from tests.stories.races import Also, a_close_race, a_race

LAB = Firm.XAI


def care(race: RaceModel) -> int:
    return sum(race.world.labs[firm].split.safety for firm in RIVALS)


def debt(race: RaceModel) -> int:
    return sum(race.world.labs[firm].safety_debt for firm in RIVALS)


def test_to_know_who_leads_has_a_price_in_care() -> None:
    near, far = (a_race("idle", world=a_close_race(lead), months=6) for lead in (-60.0, 150.0))

    assert care(far) < care(near)
    assert debt(far) > debt(near)


def test_haste_builds_risk_and_longer_tests_mend_it() -> None:
    def risk(months: int, *, tested: bool) -> int:
        world = a_race("idle", months=6).world.copy()
        lab = world.labs[LAB]
        lab.safety_debt = 300_000
        lab.candidate = Candidate(finished=6 if not tested else 4, flop=1e26, elo=1_300.0, luck=0.0)
        plan = {6 + months: (PublishRelease(tested=tested),)}
        return a_race(Also("idle", plan), world=world, months=3).world.labs[LAB].safety_debt

    hurried, tested, longer = risk(1, tested=False), risk(1, tested=True), risk(2, tested=True)

    assert hurried > tested > longer


def careless_end(*, limits: bool = False) -> list[Ending | None]:
    """Return how games end in which the leader, beyond the precipice, has spent nothing on safety."""
    nothing = SplitCompute(training=500_000, research=300_000, serving=200_000, safety=0)
    ends = []
    for seed in range(10):
        world = a_close_race(0.0)
        best = Release(
            month=6, flop=1e27, elo_true=1_620.0, elo_published=1_620.0, open_weights=False, tested=True
        )
        world.labs[LAB].releases.append(best)
        world.labs[LAB].safety_debt = 20_000_000
        world.market.regulated = limits
        race = a_race(Also("idle", {7: (nothing,)}), seed=seed, world=world)
        while race.world.month < 14 and race.world.ending is None:
            race.step()
        ends.append(race.world.ending)
    return ends


def test_beyond_the_precipice_an_incident_is_everybodys() -> None:
    ends = careless_end()

    assert Ending.CATASTROPHE in ends


def test_a_limit_contains_what_would_have_been_the_end() -> None:
    ends = careless_end(limits=True)

    assert Ending.CATASTROPHE not in ends


def test_without_safety_there_is_neither_risk_nor_end() -> None:
    race = a_race("historical", months=24, without=("safety",))

    assert {lab.safety_debt for lab in race.world.labs.values()} == {0}
    assert sum(lab.incidents for lab in race.world.labs.values()) == 0
