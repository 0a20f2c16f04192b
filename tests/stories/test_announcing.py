"""Announcements in play: a word that pays, bluffs that pay or do not, and what others make of them."""

from collections.abc import Mapping

from race.core.commands import Announce
from race.core.events import Happening
from race.core.ids import RIVALS, Claim, Firm, Mood, Seat
from race.core.legality import refusal
from race.sim.race_model import RaceModel
from tests.stories.races import Also, a_close_race, a_race

LAB = Firm.XAI


def fleet(quantity: int, due: int = 9) -> Announce:
    return Announce(claim=Claim.FLEET, quantity=quantity, due=due)


def raised(said: Mapping[int, tuple[Announce, ...]], until: int, seed: int = 3) -> float:
    """Return what the rounds up to a month brought, $bn, with something announced in some month."""
    race = a_race(Also("historical", said), seed=seed)
    total = 0.0
    while race.world.month < until:
        race.step()
        total += sum(
            event.numbers["amount"] / 1e9
            for event in race.events
            if event.kind is Happening.ROUND and event.firm is LAB
        )
    return total


def test_a_word_that_is_kept_pays_at_two_rounds() -> None:
    silent, kept = raised({}, 12), raised({4: (fleet(40_000),)}, 12)

    assert kept > silent + 0.2


def test_a_bluff_pays_in_december_and_is_sometimes_regretted_in_summer() -> None:
    bluff = {10: (Announce(claim=Claim.RELEASE, quantity=1_420, due=13),)}
    seeds = (3, 4, 6)
    gain = {
        until: [raised(bluff, until, seed) - raised({}, until, seed) for seed in seeds] for until in (12, 17)
    }

    assert min(gain[12]) > 0.2
    assert min(gain[17]) < -0.5  # where December's chips have not made up for a word that is worth less


def test_a_fleet_beyond_every_permit_is_laughed_at() -> None:
    silent, brash = raised({}, 12), raised({4: (fleet(500_000),)}, 12)

    assert brash < silent


def claims_of(race: RaceModel) -> list[bool | None]:
    return [said.kept for said in race.world.labs[LAB].claims]


def worry(mood: Mood) -> int:
    return tuple(Mood).index(mood)


def test_the_date_decides_what_the_word_is_worth_next_time() -> None:
    kept = a_race(Also("historical", {4: (fleet(40_000),)}), months=9)
    missed = a_race(Also("historical", {4: (fleet(300_000),)}), months=9)

    words = [race.world.labs[LAB].credibility for race in (kept, missed)]

    assert (claims_of(kept), claims_of(missed)) == ([True], [False])
    assert words[0] > 550_000
    assert words[1] < 350_000


def test_those_who_believe_a_fleet_see_it_before_it_is_there() -> None:
    silent = a_race("historical", months=8)
    loud = a_race(Also("historical", {4: (fleet(100_000),)}), months=8)

    seen = [race.view(Seat.META).board.fleets[LAB] for race in (silent, loud)]

    running = [race.world.labs[LAB].depot.running() for race in (silent, loud)]
    assert abs(running[1] - running[0]) < running[0] // 1_000  # no more chips than before
    assert seen[1] > seen[0]


def test_a_release_that_is_announced_worries_those_who_believe_it() -> None:
    near = a_close_race(38.0)
    score = int(max(best.elo_published for lab in near.labs.values() if (best := lab.best()))) + 59
    claim = {7: (Announce(claim=Claim.RELEASE, quantity=score, due=8),)}
    silent, loud = (a_race(founder, world=near, months=2) for founder in ("idle", Also("idle", claim)))

    worried = [sum(worry(race.world.labs[firm].mood) for firm in RIVALS) for race in (silent, loud)]

    assert worried[1] > worried[0]


def test_where_nobody_announces_the_order_is_refused() -> None:
    race = a_race("idle", months=3, without=("announcing",))

    reason = refusal(race.view(Seat.FOUNDER), [], fleet(100_000))

    assert reason is not None
    assert reason.msgid == "This is switched off in this scenario."
