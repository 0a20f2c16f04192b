"""A whole game as a string: whoever reads it plays it again and believes nothing."""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path

import msgspec
import pytest

from race.core.words import PlainError
from race.files import assets
from race.policy.routine import Routine
from race.session.hindsight.whole import MARK, played_again, whole_of
from race.session.session import Session

SCENARIO = "the-twelve-thousand"


def by_hand() -> Session:
    """Return a game of a player's own orders and standing ones, a bot's months among them."""
    session = Session(SCENARIO, 5, trait="lawyer")
    session.leave_to_officers([Routine.TRAIN, Routine.MONEY])
    session.end_month()
    session.hand_to("swapper")
    for _month in range(4):
        session.end_month()
    session.hand_to(None)
    session.leave_to_officers([Routine.CHIPS])
    session.end_month()
    return session


@pytest.mark.parametrize("founder", ["diverter", "random"])
def test_a_finished_game_has_the_same_score_for_whoever_reads_it(founder: str) -> None:
    session = Session(SCENARIO, 3, founder, difficulty="relentless")
    while session.ending is None:
        session.end_month()

    found = played_again(whole_of(session.journal))

    assert found.same
    assert found.same_rules
    assert found.session.score() == session.score()


def test_own_orders_officers_and_bots_are_told_apart_again() -> None:
    session = by_hand()

    found = played_again(whole_of(session.journal))

    assert found.same
    assert found.session.fingerprint() == session.fingerprint()


def test_a_string_may_be_broken_into_lines_on_its_way() -> None:
    text = whole_of(by_hand().journal)

    assert played_again("\n".join(text[at : at + 60] for at in range(0, len(text), 60))).same


def test_orders_that_the_judge_forbids_are_no_game() -> None:
    text = whole_of(by_hand().journal)
    parts = msgspec.msgpack.decode(unpacked(text))
    parts[-1][0][0] = [{"type": "RaiseRound"}] * 9

    with pytest.raises(PlainError) as refused:
        played_again(packed(parts))

    assert refused.value.code == 5


def test_a_string_may_not_name_a_file_of_this_machine(tmp_path: Path) -> None:
    here = tmp_path / "mine.toml"
    here.write_bytes((assets() / "scenarios" / f"{SCENARIO}.toml").read_bytes())
    parts = msgspec.msgpack.decode(unpacked(whole_of(by_hand().journal)))
    parts[0] = str(here)

    with pytest.raises(PlainError, match="no game as a string"):
        played_again(packed(parts))


def test_a_position_that_is_only_claimed_is_not_believed() -> None:
    parts = msgspec.msgpack.decode(unpacked(whole_of(by_hand().journal)))
    parts[5] = "0" * 16

    assert not played_again(packed(parts)).same


@pytest.mark.parametrize(
    "text", ["", "DIVERTED1.", "DIVERTED1.!!!", "DIVERTED2.abc", "DIVERTED1." + "A" * 200_000]
)
def test_what_is_no_game_is_refused_in_words(text: str) -> None:
    with pytest.raises(PlainError):
        played_again(text)


def test_a_string_that_would_fill_the_memory_is_not_unpacked() -> None:
    bomb = urlsafe_b64encode(zlib.compress(b"\0" * 50_000_000, 9)).decode()

    with pytest.raises(PlainError):
        played_again(MARK + bomb)


def test_a_strangers_scenario_has_no_string() -> None:
    session = by_hand()
    session.journal.scenario = "my-own"

    assert whole_of(session.journal) == ""


def unpacked(text: str) -> bytes:
    letters = text.removeprefix(MARK)
    return zlib.decompress(urlsafe_b64decode(letters + "=" * (-len(letters) % 4)))


def packed(parts: list[object]) -> str:
    return MARK + urlsafe_b64encode(zlib.compress(msgspec.msgpack.encode(parts))).decode().rstrip("=")
