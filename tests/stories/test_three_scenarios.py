"""Three more places to start from, each told by what is different there."""

from pathlib import Path

from race.core.ids import RIVALS, Ending, Firm, Seat, Terms, Thing
from race.session.replay import replay
from race.session.session import Session
from race.session.store import load, read, save
from race.sim.race_model import RaceModel
from race.study.game import GameRecord, play_game
from tests.builders import scenario

SEEDS = range(1, 5)


def games(name: str, founder: str = "swapper") -> list[GameRecord]:
    return [play_game(scenario(name), founder, seed) for seed in SEEDS]


def test_scarcity_delivers_fewer_chips_to_everybody() -> None:
    plenty, scarce = (RaceModel(name, "steward", 2, collect=False) for name in ("history", "scarcity"))

    for race in (plenty, scarce):
        for _ in range(18):
            race.step()

    rivals = [sum(race.world.labs[firm].depot.chips() for firm in RIVALS) for race in (plenty, scarce)]
    assert rivals[1] < 0.85 * rivals[0]


def test_care_that_history_bears_ends_some_games_at_the_precipice() -> None:
    endings = {name: {game.ending for game in games(name)} for name in ("history", "precipice")}

    assert Ending.CATASTROPHE in endings["precipice"]
    assert Ending.CATASTROPHE not in endings["history"]


def test_colossus_begins_with_a_secret_and_a_hall_that_stands_in_four_months() -> None:
    session = Session("colossus", 3)

    view = session.view()

    assert session.month == 3
    assert (Thing.CHIPS, Terms.SWAP, 12_000) in {
        (act.thing, act.terms, act.quantity) for act in view.affairs.acts
    }
    assert sum(line.quantity for line in view.lines if line.owner is Firm.XAI) > 100_000
    assert view.board.rules.chips.forced_months == 4
    assert any(
        event.sentence is not None and "sent to {lab}" in event.sentence.msgid
        for event in session.reports[0].events
    )


def test_what_was_played_before_a_late_start_is_the_same_for_every_founder() -> None:
    marks = {RaceModel("colossus", founder, 5).fingerprint().whole for founder in ("idle", "diverter")}

    bots = RaceModel("colossus", "idle", 5)

    assert len(marks) == 1
    assert bots.seats[Seat.FOUNDER].policy.decide(bots.view(Seat.FOUNDER), bots.luck("any")) == ()


def test_a_game_that_starts_late_is_saved_opened_and_played_again(tmp_path: Path) -> None:
    session = Session("colossus", 3, "diverter")
    for _ in range(2):
        session.end_month()

    save(session, tmp_path / "late.diverted")
    opened = load(tmp_path / "late.diverted")

    assert opened.month == 5
    assert opened.fingerprint() == session.fingerprint()
    assert replay(read(tmp_path / "late.diverted")) is None
