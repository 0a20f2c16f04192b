"""What is kept of games: a look at a save is the save, and every month of it can be gone on from."""

import os
from pathlib import Path

import msgspec
import pytest

from race.core import commands as c
from race.core.ids import Terms
from race.core.words import PlainError
from race.session.kept.draft import note, take_up
from race.session.kept.glance import glance, glance_of
from race.session.kept.tape import SEALED, Tape
from race.session.replay import replay
from race.session.session import Refused, Session
from race.session.store import Saved, Slots, kind_of, load, save
from tests.builders import a_game, a_source
from tests.session.test_store import body_of, saved, signed


def test_a_glance_tells_what_the_whole_save_holds(tmp_path: Path) -> None:
    session = a_game(months=4, founder="swapper")
    save(session, tmp_path / "game.diverted")

    held = glance(tmp_path / "game.diverted")

    assert (held.first, held.last, held.seed) == (0, 4, session.seed)
    assert [each.trust_ppm for each in held.moments] == [report.trust_ppm for report in session.reports]
    assert msgspec.structs.replace(held, path=Path()) == glance_of(session)


@pytest.mark.parametrize(("months", "length"), [(0, 1), (3, 3)])
def test_a_scenario_that_does_not_say_its_length_is_as_long_as_was_played(
    tmp_path: Path, months: int, length: int
) -> None:
    path = saved(tmp_path, a_game(months=months))
    held = msgspec.json.decode(body_of(path))
    text = held["journal"]["scenario_text"]
    held["journal"]["scenario_text"] = text.replace("\nmonths = 12\n", '\nmonths = "twelve"\n')
    path.write_bytes(signed(msgspec.json.encode(held)))

    assert held["journal"]["scenario_text"] != text
    assert glance(path).length == length


def test_a_glance_refuses_a_save_that_was_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "game.diverted"
    save(a_game(months=1), path)
    path.write_bytes(path.read_bytes()[:-40])

    with pytest.raises(PlainError) as refused:
        glance(path)

    assert "cut short" in refused.value.sentence.msgid


@pytest.mark.parametrize("founder", ["diverter", "random", "steward"])
def test_every_month_of_a_save_is_the_month_that_was(tmp_path: Path, founder: str) -> None:
    session = a_game(months=6, founder=founder)
    save(session, tmp_path / "game.diverted")

    tape = Tape(load(tmp_path / "game.diverted"))

    marks = [record.fingerprint for record in session.journal.months]
    assert [tape.at(month).fingerprint() for month in range(1, 7)] == marks
    assert [tape.at(month).reports[-1] for month in range(7)] == session.reports
    assert tape.differs is None


def test_going_on_from_an_earlier_month_leaves_the_game_as_it_is() -> None:
    session = a_game(months=6, founder="swapper")
    before = session.fingerprint()

    fresh = Tape(session).resumed(3)
    fresh.end_month()

    assert (fresh.month, len(fresh.journal.months), fresh.journal.founder) == (4, 4, "player")
    assert (session.month, session.fingerprint()) == (6, before)
    assert replay(Saved(journal=fresh.journal, world=fresh.position(), reports=fresh.reports)) is None


def test_a_month_gone_by_takes_no_orders_and_says_why() -> None:
    past = Tape(a_game(months=3)).at(1)

    with pytest.raises(Refused) as refused:
        past.submit(c.RaiseRound())

    assert refused.value.sentence == SEALED


def test_a_tape_stops_where_the_journal_was_changed() -> None:
    session = a_game(months=5, founder="steward")
    records = session.journal.months
    records[2] = msgspec.structs.replace(records[2], orders=records[1].orders)

    tape = Tape(session)
    shown = tape.at(4).month

    assert shown == 2
    assert tape.differs is not None


def test_orders_of_one_game_are_not_taken_up_by_another_of_the_same_seed(tmp_path: Path) -> None:
    hard = Session("the-twelve-thousand", 7, difficulty="relentless")
    hard.submit(c.Divert(source=a_source(hard).id, quantity=300, terms=Terms.SWAP))
    usual, again = (
        Session("the-twelve-thousand", 7),
        Session("the-twelve-thousand", 7, difficulty="relentless"),
    )

    note(tmp_path, hard)

    assert not take_up(tmp_path, usual)
    assert take_up(tmp_path, again)
    assert (usual.pending, again.pending) == ((), hard.pending)


def test_names_of_saves_are_names_of_files_everywhere(tmp_path: Path) -> None:
    slots = Slots(tmp_path)

    place = slots.place_for("  Avant   l été 2 ")

    assert place.name == "Avant l été 2.diverted"
    for name in ("", "../up", "a/b", "con:", "auto-000001", "Auto", "quick", "CON", "lpt1", "x" * 41):
        with pytest.raises(PlainError):
            slots.place_for(name)


@pytest.mark.parametrize("name", ["Quick", "AUTO-000001", "Left-000002"])
def test_the_game_keeps_its_own_names_where_large_letters_and_small_are_the_same(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(PlainError, match="The game itself uses this name"):
        Slots(tmp_path).place_for(name)


@pytest.mark.parametrize("name", ["com\u00b9", "LPT\u00b3"])
def test_windows_keeps_raised_digits_too(tmp_path: Path, name: str) -> None:
    with pytest.raises(PlainError, match="Windows keeps this name"):
        Slots(tmp_path).place_for(name)


def test_of_saves_written_within_a_tick_of_the_clock_the_last_is_the_newest(tmp_path: Path) -> None:
    slots, session = Slots(tmp_path), a_game()
    saves = [slots.autosave(session) for _ in range(3)]
    for path in saves:
        os.utime(path, (1_000, 1_000))

    listed = slots.listed()

    assert listed == saves[::-1]


def test_a_line_that_is_left_is_kept_once(tmp_path: Path) -> None:
    slots, session = Slots(tmp_path), a_game(months=2)

    first, second = slots.keep_line(session), slots.keep_line(session)

    assert first == second
    assert kind_of(first) == "left"
    assert Session.fingerprint(load(first)) == session.fingerprint()
