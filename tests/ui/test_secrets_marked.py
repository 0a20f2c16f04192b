"""A secret has a mark of its own: a padlock says that something cannot be done, and nothing else."""

from race.core.commands import PlugLeak
from race.ui.kit.theme import Theme
from race.ui.present import owners
from race.ui.present.orders.signs import sign_of
from race.ui.present.rooms.cases import press
from race.ui.present.rooms.plan import ROOMS
from race.ui.screens import looks
from tests.ui import seats

MARK = "hidden"


def test_a_secret_has_one_mark_wherever_it_stands() -> None:
    session = seats.played(5, "diverter")
    secret = {f"act.{act.act}" for act in owners.diversions(session) if act.secret}

    on_the_table = {row.key: row.icon for row in looks.affair_rows(session, Theme().palette)}
    in_the_room = {line.key: line.icon for line in press(session).lines()}

    assert secret
    assert {key for key, icon in on_the_table.items() if icon == MARK} == secret
    assert {key for key, icon in in_the_room.items() if icon == MARK} == secret
    assert sign_of(PlugLeak(act=0)) == MARK


def test_no_room_looks_locked() -> None:
    assert "lock" not in {room.icon for room in ROOMS}
