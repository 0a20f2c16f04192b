"""Spring 2025 at a lab that trails: a newcomer's release, a permit, and what the lab makes of them."""

from race.core.commands import PublishRelease
from race.core.ids import Firm, Mood, seat_of
from race.core.view import LabView
from race.core.world import Candidate, Release, Site
from race.policy.feeling import feel
from race.sim.race_model import RaceModel
from tests.builders import changed

MONTHS = 6


def a_rival(*, jump: float = 0.0, permit_kw: int = 0, tempers: int = 1, seed: int = 3) -> RaceModel:
    """Play half a year, let the player's lab surprise everybody, and play one month more."""
    race = RaceModel(changed(switches={"tempers": tempers}), "idle", seed, collect=False)
    for _ in range(MONTHS):
        race.step()
    lab, rival = race.world.labs[Firm.XAI], race.world.labs[Firm.OPENAI]
    if jump:
        best = max(max(r.elo_published for r in other.releases) for other in race.world.labs.values())
        lab.candidate = None
        lab.releases.append(
            Release(
                month=MONTHS, flop=1e26, elo_true=best + jump, elo_published=best + jump,
                open_weights=False, tested=True,
            )
        )  # fmt: skip
    if permit_kw:
        lab.depot.sites.append(Site(id=9_999, power_kw=permit_kw, started=MONTHS - 1, ready=30))
    own = max(release.elo_true for release in rival.releases)
    rival.run, rival.candidate = None, Candidate(finished=MONTHS, flop=1e26, elo=own + 20.0, luck=0.0)
    race.step()
    return race


def view_of(race: RaceModel, firm: Firm) -> LabView:
    view = race.view(seat_of(firm))
    assert isinstance(view, LabView)
    return view


def test_a_newcomer_far_ahead_alarms_everybody_who_has_a_temper() -> None:
    calm, stirred, cold = a_rival(), a_rival(jump=90.0), a_rival(jump=90.0, tempers=0)

    moods = [feel(view_of(race, Firm.OPENAI)).mood for race in (calm, stirred, cold)]

    assert moods[1] is Mood.ALARMED
    assert moods[0] is not Mood.ALARMED
    assert moods[2] is Mood.CALM


def test_a_lost_lead_is_answered_with_what_is_in_the_drawer() -> None:
    def answered(tempers: int) -> int:
        games = [a_rival(jump=90.0, tempers=tempers, seed=seed) for seed in range(8)]
        for race in games:
            race.step()
        return sum(
            any(isinstance(order, PublishRelease) for order in race.orders.by_seat[seat_of(Firm.OPENAI)])
            or race.world.labs[Firm.OPENAI].candidate is None
            for race in games
        )

    assert answered(1) >= answered(0)


def test_a_permit_for_a_large_site_makes_others_spend_faster_two_months_later() -> None:
    quiet, building = a_rival(seed=4), a_rival(permit_kw=250_000, seed=4)

    urges = [feel(view_of(race, Firm.META)).urge for race in (quiet, building)]

    assert urges[1] > urges[0] + 0.05
