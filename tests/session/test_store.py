"""Saves: the game goes on as if it had never been put away, and nothing damaged is opened."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pytest

from race.core import commands as c
from race.core.ids import Terms
from race.core.words import PlainError
from race.session import store
from race.session.journal import SCHEMA
from race.session.session import Session
from tests.builders import a_game, a_source

Spoil = Callable[[dict[str, Any]], Any]


def signed(body: bytes, schema: int = SCHEMA) -> bytes:
    return f"DIVERTED {schema} {len(body)} {sha256(body).hexdigest()}\n".encode() + body


def body_of(path: Path) -> bytes:
    return path.read_bytes().partition(b"\n")[2]


def saved(folder: Path, session: Session, name: str = "game") -> Path:
    path = folder / f"{name}{store.SUFFIX}"
    store.save(session, path)
    return path


def finish(session: Session) -> list[str]:
    while session.ending is None:
        session.end_month()
    return [record.fingerprint.whole for record in session.journal.months]


@pytest.mark.parametrize("founder", ["diverter", "random", "steward"])
def test_a_loaded_game_is_the_same_and_ends_the_same(tmp_path: Path, founder: str) -> None:
    session = a_game(months=5, founder=founder)
    path = saved(tmp_path, session)

    loaded = store.load(path)

    assert loaded.fingerprint() == session.fingerprint()
    assert loaded.score() == session.score()
    assert finish(loaded) == finish(session)


def test_a_save_of_a_loaded_game_opens_too(tmp_path: Path) -> None:
    session = a_game(months=4, founder="diverter")

    again = store.load(saved(tmp_path, store.load(saved(tmp_path, session)), "again"))

    assert finish(again) == finish(session)


def test_orders_of_the_running_month_are_kept(tmp_path: Path) -> None:
    session = a_game(months=1)
    order = c.Divert(source=a_source(session).id, quantity=300, terms=Terms.LEASE)
    session.submit(order)

    loaded = store.load(saved(tmp_path, session))

    assert loaded.pending == (order,)


def test_news_and_receipts_of_earlier_months_are_kept(tmp_path: Path) -> None:
    session = a_game(months=3, founder="swapper")

    loaded = store.load(saved(tmp_path, session))

    assert loaded.reports == session.reports
    assert loaded.balances() == session.balances()
    assert loaded.view().board.news == session.view().board.news


def test_a_finished_game_opens_finished(tmp_path: Path) -> None:
    session = a_game(founder="idle")
    finish(session)

    assert store.load(saved(tmp_path, session)).ending is session.ending


def refusal_of(path: Path) -> str:
    with pytest.raises(PlainError) as caught:
        store.read(path)
    assert caught.value.code == 3
    return caught.value.sentence.msgid


def test_a_save_that_is_cut_short_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path, a_game(months=1))
    path.write_bytes(path.read_bytes()[:-100])

    assert refusal_of(path) == "{file} is cut short; open an older save."


def test_a_save_with_a_flipped_bit_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path, a_game(months=1))
    content = bytearray(path.read_bytes())
    content[-50] ^= 1
    path.write_bytes(content)

    assert refusal_of(path) == "{file} is damaged; open an older save."


def test_a_save_of_a_newer_game_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path, a_game())
    path.write_bytes(signed(body_of(path), schema=SCHEMA + 1))

    assert refusal_of(path) == "{file} was written by a newer version of the game; update to open it."


def test_a_save_of_an_older_world_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path, a_game())
    path.write_bytes(signed(body_of(path), schema=SCHEMA - 1))

    assert refusal_of(path) == "{file} is a save of an older world, which is gone; start a new game."


@pytest.mark.parametrize("content", [b"", b"\n", b"hello", b"DIVERTED x y z\n{}", b"\xff\xfe\x00" * 50])
def test_a_file_that_is_no_save_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "game.diverted"
    path.write_bytes(content)

    assert refusal_of(path) == "{file} is not a save of this game."


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "none.diverted") == "There is no file {file}; check its path."


@pytest.mark.parametrize("body", [b"{}", b"[]", b"nul", b'{"journal":1}', b"[" * 100_000])
def test_a_signed_file_without_a_game_says_so(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "game.diverted"
    path.write_bytes(signed(body))

    assert refusal_of(path) == "{file} does not hold a game: {problem}."


NONSENSE: dict[str, Spoil] = {
    "a month that was not played": lambda world: world.update(month=30),
    "trust beyond the whole": lambda world: world["holders"].update(prior=world["holders"]["shares"]),
    "neighbours that are not there": lambda world: world["holders"].update(kind=world["holders"]["trust"]),
    "a lab fewer": lambda world: world["labs"].pop("mistral"),
    "labs in another order": lambda world: world.update(labs=dict(sorted(world["labs"].items()))),
    "chips fewer than none": lambda world: world["carmaker"]["depot"]["batches"][0].update(quantity=-1),
    "a share for nothing": lambda world: world["carmaker"].update(price_cents=0),
    "more cash than there is": lambda world: world["labs"]["xai"].update(cash_usd=10**30),
    "two things with one id": lambda world: world["market"]["lines"][0].update(
        id=world["market"]["lines"][1]["id"]
    ),
    "a split that is not whole": lambda world: world["labs"]["xai"]["split"].update(training=7),
    "a supply that ends early": lambda world: world["setting"].update(supply=[]),
    "neighbours in other rows": lambda world: world["holders"]["neighbours"]["shape"].reverse(),
    "a loyalty below none": lambda world: world["affairs"]["house"]["members"][0].update(loyalty=-1),
    "a post nobody has a name for": lambda world: world["affairs"]["house"]["members"][0].update(holder=0),
    "a post fewer": lambda world: world["affairs"]["house"]["members"].pop(),
    "a deal about no chips": lambda world: world["affairs"].update(
        deal={"source": 1, "quantity": 0, "terms": "paid"}
    ),
}
"""Positions of an opening, which no fingerprint in the journal vouches for."""


@pytest.mark.parametrize("spoil", NONSENSE.values(), ids=NONSENSE)
def test_a_position_that_cannot_be_is_not_opened_even_when_it_is_signed(tmp_path: Path, spoil: Spoil) -> None:
    path = saved(tmp_path, a_game())
    held = msgspec.json.decode(body_of(path))
    spoil(held["world"])
    path.write_bytes(signed(msgspec.json.encode(held)))

    assert refusal_of(path) == "{file} holds a position that cannot be; open an older save."


def test_a_position_that_its_journal_does_not_lead_to_is_not_opened(tmp_path: Path) -> None:
    path = saved(tmp_path, a_game(months=2))
    held = msgspec.json.decode(body_of(path))
    held["world"]["labs"]["xai"].update(cash_usd=10**9)
    path.write_bytes(signed(msgspec.json.encode(held)))

    assert refusal_of(path) == "{file} holds a position that cannot be; open an older save."


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")

    with pytest.raises(PlainError) as caught:
        store.save(a_game(), tmp_path / "taken" / "game.diverted")

    assert caught.value.code == 4
    assert "taken" in str(caught.value.sentence.values["file"])


def test_an_older_save_survives_a_failed_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, a_game())
    before = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(PlainError, match="cannot be written"):
        store.save(a_game(months=1), path)

    assert [file.read_bytes() for file in tmp_path.iterdir()] == [before]


def test_autosaves_rotate_and_the_newest_is_found(tmp_path: Path) -> None:
    slots = store.Slots(tmp_path)
    session = a_game()
    for _ in range(store.KEPT + 2):
        slots.autosave(session)
    session.end_month()

    newest = slots.autosave(session)
    found = slots.newest()

    assert len(list(tmp_path.iterdir())) == store.KEPT
    assert found is not None
    assert (found[0], found[1].world.month) == (newest, 1)


def test_a_damaged_newest_save_falls_back_to_the_newest_good_one_and_is_named(tmp_path: Path) -> None:
    slots = store.Slots(tmp_path)
    session = a_game()
    good = slots.autosave(session)
    session.end_month()
    bad = slots.autosave(session)
    bad.write_bytes(bad.read_bytes()[:2_000])

    found = slots.last_good()

    assert found is not None
    assert (found.path, found.skipped) == (good, (bad,))


def test_a_folder_with_nothing_good_has_no_newest(tmp_path: Path) -> None:
    (tmp_path / "auto-abcdef.diverted").write_text("mine")

    slots = store.Slots(tmp_path)

    assert slots.newest() is None
    assert slots.autosave(a_game()).name == "auto-000001.diverted"


def test_two_windows_do_not_share_a_folder(tmp_path: Path) -> None:
    with store.Slots(tmp_path).lock(), pytest.raises(PlainError) as caught, store.Slots(tmp_path).lock():
        pass

    assert caught.value.code == 4
    with store.Slots(tmp_path).lock():
        assert (tmp_path / "window.lock").exists()


def test_a_lock_in_a_folder_that_cannot_be_written_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("a file where the folder should be")

    with pytest.raises(PlainError) as caught, store.Slots(tmp_path / "saves").lock():
        pass

    assert caught.value.code == 4


def test_a_month_beyond_all_counting_is_not_opened(tmp_path: Path) -> None:
    path = saved(tmp_path, a_game())
    held = msgspec.json.decode(body_of(path))
    held["world"]["market"]["lines"][0]["due"] = 10**9
    path.write_bytes(signed(msgspec.json.encode(held)))

    assert refusal_of(path) == "{file} holds a position that cannot be; open an older save."


def test_a_link_that_leads_nowhere_is_skipped(tmp_path: Path) -> None:
    good = saved(tmp_path, a_game())
    (tmp_path / f"lost{store.SUFFIX}").symlink_to(tmp_path / "gone")
    (tmp_path / f"round{store.SUFFIX}").symlink_to(tmp_path / f"round{store.SUFFIX}")

    found = store.Slots(tmp_path).newest()

    assert found is not None
    assert found[0] == good


def test_what_a_killed_program_was_writing_is_thrown_away(tmp_path: Path) -> None:
    good, draft = saved(tmp_path, a_game()), tmp_path / ".auto-000001.diverted.4711.tmp"
    draft.write_bytes(b"DIVERTED")

    with store.Slots(tmp_path).lock():
        left = sorted(path.name for path in tmp_path.iterdir())

    assert left == [good.name, "window.lock"]


def test_a_game_is_kept_although_a_folder_has_the_name_of_the_last_one(tmp_path: Path) -> None:
    (tmp_path / f"left-000001{store.SUFFIX}").mkdir()

    kept = store.Slots(tmp_path).keep_line(a_game())

    assert kept.name == f"left-000002{store.SUFFIX}"
    assert store.read(kept).world.month == 0


@pytest.fixture(scope="module")
def played() -> dict[str, Any]:
    """Return what the save of a game holds in which labs have published and owners have heard something."""
    session = Session("the-twelve-thousand", 3, "diverter")
    for _ in range(4):
        session.end_month()
    held: dict[str, Any] = msgspec.json.decode(store.packed(session).partition(b"\n")[2])
    session.close()
    return held


def test_news_without_the_numbers_that_rivals_read_are_not_opened(
    tmp_path: Path, played: dict[str, Any]
) -> None:
    held, path = deepcopy(played), tmp_path / "game.diverted"
    release = next(
        event for report in held["reports"] for event in report["events"] if event["kind"] == "release"
    )
    del release["numbers"]["score"]
    path.write_bytes(signed(msgspec.json.encode(held)))

    assert refusal_of(path) == "{file} holds a position that cannot be; open an older save."


def test_an_answer_that_is_neither_yes_nor_no_is_not_opened(tmp_path: Path, played: dict[str, Any]) -> None:
    held, path = deepcopy(played), tmp_path / "game.diverted"
    heard = next(iter(held["world"]["holders"]["heard"].values()))
    told = bytearray(b64decode(heard["bytes"]))
    told[told.index(1)] = 53
    heard["bytes"] = b64encode(told).decode()
    path.write_bytes(signed(msgspec.json.encode(held)))

    assert refusal_of(path) == "{file} does not hold a game: {problem}."
