"""You raid a lab twice in autumn; in the next year its lawyers read the papers of your building site."""

from race.core.commands import Hire, Lobby
from race.core.ids import Firm, Seat, seat_of
from race.core.world import Release, Site
from race.sim.race_model import RaceModel
from tests.builders import orders


def raided(times: int, *, top: bool = True, seed: int = 2) -> int:
    """Raid a lab some times, build at the top of the league, and count its complaints of a year."""
    race = RaceModel("history", "idle", seed, collect=False)
    for _ in range(times):
        race.play(orders(Hire(researchers=8, source=Firm.META), by=Seat.FOUNDER))
    lab = race.world.labs[Firm.XAI]
    lab.depot.sites.append(Site(id=9_999, power_kw=200_000, started=1, ready=36))
    score = 1700.0 if top else 900.0
    lab.releases.append(
        Release(month=1, flop=1e26, elo_true=score, elo_published=score, open_weights=False, tested=True)
    )
    complaints = 0
    for _ in range(12):
        race.step()
        given = race.orders.by_seat[seat_of(Firm.META)]
        complaints += sum(isinstance(one, Lobby) and one.target is Firm.XAI for one in given)
    return complaints


def test_a_raid_is_remembered_and_fades() -> None:
    race = RaceModel("history", "idle", 2, collect=False)

    race.play(orders(Hire(researchers=8, source=Firm.META), by=Seat.FOUNDER))
    fresh = race.world.labs[Firm.META].grudges[Firm.XAI]
    for _ in range(12):
        race.step()

    assert 0.4 * fresh < race.world.labs[Firm.META].grudges[Firm.XAI] < 0.6 * fresh


def test_complaints_come_from_whom_you_raided_when_you_are_at_the_top() -> None:
    angry = sum(raided(4, seed=seed) for seed in range(6))
    friendly = sum(raided(0, seed=seed) for seed in range(6))
    low = sum(raided(4, top=False, seed=seed) for seed in range(6))

    assert angry > 0
    assert friendly == low == 0
