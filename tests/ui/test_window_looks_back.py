"""The shelf of saves, the months gone by, and a bot in the seat, by keys and by mouse."""

from pathlib import Path

import pygame
import pytest

from race.session.journal import PLAYER
from race.session.store import Slots, load, save
from race.ui.kit.choices import ListBox
from race.ui.pieces.past.timeline import Timeline
from race.ui.present.seat.players import ordered
from race.ui.screens.debrief.main import EndingScreen
from race.ui.screens.door import go_on, open_month
from race.ui.screens.failure import Failure
from race.ui.screens.menu import Menu
from race.ui.screens.past.saves import Saves
from race.ui.screens.seat.choosing import Choosing
from race.ui.screens.seat.replay import PACE, Replay
from race.ui.screens.seat.spectate import Spectate
from race.ui.screens.table.main import MainScreen
from race.ui.window import Window
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def line(found: Window) -> Timeline:
    control = found.top.stage.find("line")
    assert isinstance(control, Timeline)
    return control


def shelf_list(found: Window) -> ListBox:
    control = found.top.stage.find("list")
    assert isinstance(control, ListBox)
    return control


def later(found: Window, milliseconds: int) -> None:
    """Let time pass as the loop does: what is due happens, then it is drawn."""
    found.feed([], found.desk.now + milliseconds)
    found.wait()
    found.draw()


def test_an_earlier_month_of_a_save_is_loaded_and_what_came_after_is_kept(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path)
    mark = seats.main(found).game.session.journal.months[1].fingerprint
    seats.keys(found, [pygame.K_l], pygame.KMOD_CTRL)
    assert isinstance(found.top, Saves)

    seats.keys(found, [pygame.K_LEFT, pygame.K_LEFT, pygame.K_RETURN])

    session = seats.main(found).game.session
    assert (session.month, session.fingerprint()) == (2, mark)
    left = sorted(tmp_path.glob("left-*.diverted"))
    assert [load(path).month for path in left] == [4]


def test_a_month_is_chosen_on_the_line_by_mouse(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path)
    seats.keys(found, [pygame.K_l], pygame.KMOD_CTRL)
    spot = line(found)

    seats.click(found, (spot.x_of(1), spot.track().centre[1]))
    seats.click(found, seats.centre(found.top, "load"))

    assert seats.main(found).game.session.month == 1


def test_a_month_watched_again_lists_what_was_ordered_in_it(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    game = seats.main(found).game
    game.order(seats.an_order(game.session))
    game.end_month(found.desk)
    game.end_month(found.desk)
    whole = game.session

    listed = []
    for month in (0, 1):
        told = Replay(found.desk, game.shelf, whole, month).stage.find("month_list")
        assert isinstance(told, ListBox)
        listed.append([row.text for row in told.spec.rows])

    assert listed == [list(ordered(whole, 0)), ["Nothing."]]
    assert listed[0] != listed[1]


def test_the_menu_opens_the_shelf(tmp_path: Path) -> None:
    seats.some_months(tmp_path, 1)
    again = seats.window(tmp_path)

    seats.click(again, seats.centre(again.top, "saves"))
    opened = again.top
    seats.keys(again, [pygame.K_ESCAPE])

    assert isinstance(opened, Saves)
    assert isinstance(again.top, Menu)


def test_a_game_is_saved_under_a_name_and_overwriting_is_asked_once(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path, 1)
    seats.keys(found, [pygame.K_s], pygame.KMOD_CTRL)
    seats.keys(found, [pygame.K_BACKSPACE] * 20)
    found.feed([pygame.event.Event(pygame.TEXTINPUT, text="the vote")], 50)
    seats.keys(found, [pygame.K_RETURN])
    seats.main(found).game.end_month(found.desk)

    seats.keys(found, [pygame.K_s], pygame.KMOD_CTRL)
    seats.keys(found, [pygame.K_BACKSPACE] * 20)
    found.feed([pygame.event.Event(pygame.TEXTINPUT, text="the vote")], 80)
    seats.keys(found, [pygame.K_RETURN])
    kept = load(tmp_path / "the vote.diverted").month
    seats.keys(found, [pygame.K_RETURN])

    assert kept == 1
    assert isinstance(found.top, MainScreen)
    assert load(tmp_path / "the vote.diverted").month == 2


def test_the_name_of_a_save_is_marked_so_that_typing_replaces_it(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path, 1)
    seats.keys(found, [pygame.K_s], pygame.KMOD_CTRL)

    for letters in ("the ", "vote"):
        found.feed([pygame.event.Event(pygame.TEXTINPUT, text=letters)], found.desk.now + 10)
    seats.keys(found, [pygame.K_RETURN])

    assert (tmp_path / "the vote.diverted").exists()


def test_an_arrow_lets_go_of_the_marked_name_and_keeps_it(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path, 1)
    seats.keys(found, [pygame.K_s], pygame.KMOD_CTRL)

    seats.keys(found, [pygame.K_END])
    found.feed([pygame.event.Event(pygame.TEXTINPUT, text=" again")], found.desk.now + 10)
    seats.keys(found, [pygame.K_RETURN])

    assert [path.stem for path in tmp_path.glob("* again.diverted")] == ["January 2024 again"]


def test_names_of_ones_own_come_first_and_a_games_autosaves_are_one_row(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path, 1)
    save(seats.main(found).game.session, Slots(tmp_path).place_for("mine"))
    for _month in range(2):
        seats.main(found).game.end_month(found.desk)

    shown = seats.main(found).game.shelf.listed()

    assert [each.kind or each.title for each in shown] == ["mine", "auto"]
    assert shown[1].held is not None
    assert shown[1].held.last == 3


def test_an_autosave_of_other_months_of_the_same_game_keeps_its_row(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path, 3)
    seats.main(found).game.again().keep(found.desk)

    shown = seats.main(found).game.shelf.listed()

    assert [each.held.last for each in shown if each.held] == [0, 3]


def test_one_click_on_a_save_chooses_and_two_quick_ones_load(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path, 2)
    seats.keys(found, [pygame.K_l], pygame.KMOD_CTRL)
    row = shelf_list(found).row_rects()[0][1].centre

    seats.click(found, row)
    later(found, 1000)
    seats.click(found, row)
    still = found.top
    seats.click(found, row)

    assert isinstance(still, Saves)
    assert isinstance(found.top, MainScreen)


def test_deleting_a_save_asks_once(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path, 2)
    before = len(Slots(tmp_path).listed())
    seats.keys(found, [pygame.K_l], pygame.KMOD_CTRL)

    seats.keys(found, [pygame.K_DELETE])
    asked = len(Slots(tmp_path).listed())
    seats.keys(found, [pygame.K_DELETE])

    assert (asked, len(Slots(tmp_path).listed())) == (before, before - 1)


def test_a_save_that_cannot_be_deleted_stays_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    found = seats.some_months(tmp_path, 1)
    before = Slots(tmp_path).listed()
    seats.keys(found, [pygame.K_l], pygame.KMOD_CTRL)
    with monkeypatch.context() as locked:
        locked.setattr(Path, "unlink", refuse)
        seats.keys(found, [pygame.K_DELETE, pygame.K_DELETE])

    assert isinstance(found.top, Saves)
    assert found.desk.toasts[-1].text.endswith("cannot be deleted: Permission denied.")
    assert Slots(tmp_path).listed() == before


def test_the_quick_save_is_opened_by_one_key(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path, 2)
    seats.keys(found, [pygame.K_F5])
    seats.main(found).game.end_month(found.desk)

    seats.keys(found, [pygame.K_F9])

    assert seats.main(found).game.session.month == 2


def test_looking_back_walks_the_months_orders_nothing_and_plays_on(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path)
    whole = seats.main(found).game.session
    seats.keys(found, [pygame.K_r], pygame.KMOD_CTRL)
    assert isinstance(found.top, Replay)

    seats.keys(found, [pygame.K_LEFT, pygame.K_LEFT])
    shown = found.top.game.session.month
    seats.keys(found, [pygame.K_o, pygame.K_f, pygame.K_z])
    still = found.top
    seats.keys(found, [pygame.K_RETURN])

    assert shown == 1
    assert isinstance(still, Replay)
    session = seats.main(found).game.session
    assert (session.month, session.fingerprint()) == (1, whole.journal.months[0].fingerprint)
    assert session.why_not(seats.an_order(session)) is None
    assert whole.month == 4


def test_the_months_run_by_themselves_to_the_last(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path)
    seats.keys(found, [pygame.K_r], pygame.KMOD_CTRL)
    seats.keys(found, [pygame.K_HOME, pygame.K_SPACE])

    months = []
    for _month in range(6):
        later(found, PACE)
        assert isinstance(found.top, Replay)
        months.append(found.top.game.session.month)

    assert months == [1, 2, 3, 4, 4, 4]


def test_a_save_is_watched_and_closed_to_the_shelf(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path)
    seats.keys(found, [pygame.K_l], pygame.KMOD_CTRL)

    seats.click(found, seats.centre(found.top, "watch"))
    watched = found.top
    seats.keys(found, [pygame.K_ESCAPE])

    assert isinstance(watched, Replay)
    assert isinstance(found.top, Saves)


def run(found: Window, months: int) -> Spectate:
    """Let a bot play until so many months have passed or it stops."""
    screen = found.top
    assert isinstance(screen, Spectate)
    for _turn in range(40 * months):
        if screen.game.session.month >= months or not (screen.playing or screen.hands.busy):
            break
        later(found, 2_000)
        if screen.hands.busy:
            done = screen.hands.finish()
            if done is not None:
                screen._show(done)  # noqa: SLF001 - as the next look at the clock would
    return screen


def test_the_seat_is_handed_to_a_bot_and_taken_back(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_a])
    assert isinstance(found.top, Choosing)
    for name in [row.key for row in found.top.stage.find("stops").spec.rows]:  # type: ignore[union-attr]
        found.top._turn(type(next(iter(found.top.plan.stops)))(name))  # noqa: SLF001

    seats.keys(found, [pygame.K_RETURN])
    screen = run(found, 3)
    seats.keys(found, [pygame.K_RETURN])

    session = seats.main(found).game.session
    assert screen.game.session.month == session.month >= 3
    assert session.journal.founder == PLAYER
    assert session.why_not(seats.an_order(session)) is None
    assert Slots(tmp_path).newest()[1].world.month == session.month  # type: ignore[index]


def test_a_game_is_watched_from_new_game_and_goes_on_as_a_bots(tmp_path: Path) -> None:
    found = seats.window(tmp_path)
    seats.keys(found, [pygame.K_RETURN])
    seats.click(found, seats.centre(found.top, "watch"))
    seats.keys(found, [pygame.K_RETURN])
    screen = run(found, 2)
    seats.keys(found, [pygame.K_SPACE])

    again = seats.window(tmp_path)
    seats.keys(again, [pygame.K_RETURN])

    assert screen.game.session.journal.founder == "steward"
    assert isinstance(again.top, Spectate)
    assert not again.top.playing
    assert again.top.game.session.month == screen.game.session.month


def test_a_watched_game_ends_in_its_verdict(tmp_path: Path) -> None:
    found = seats.window(tmp_path)
    seats.keys(found, [pygame.K_RETURN])
    seats.click(found, seats.centre(found.top, "watch"))
    seats.keys(found, [pygame.K_RETURN])
    screen = run(found, 12)

    seats.keys(found, [pygame.K_RETURN])

    assert screen.game.session.ending is not None
    assert isinstance(found.top, EndingScreen)


def test_a_failure_of_the_months_that_run_by_themselves_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    found = seats.some_months(tmp_path, 1)
    seats.keys(found, [pygame.K_a, pygame.K_RETURN])

    def fail(*_given: object) -> None:
        message = "a beam broke"
        raise RuntimeError(message)

    monkeypatch.setattr(Spectate, "tick", fail)
    found.wait()
    seats.click(found, seats.centre(found.top, "report"))
    report = next((tmp_path / "reports").glob("*.txt")).read_text()

    assert isinstance(found.top, Failure)
    assert found.top.told[-1] == "RuntimeError: a beam broke"
    assert "seed: 7" in report
    assert "month: 1" in report
    assert "the window failed" in caplog.text


def test_a_finished_game_is_looked_back_at_and_taken_up_before_its_end(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path, 11)
    seats.keys(found, [pygame.K_RETURN])
    ended = found.top

    seats.keys(found, [pygame.K_r], pygame.KMOD_CTRL)
    seats.keys(found, [pygame.K_LEFT, pygame.K_RETURN])

    assert isinstance(ended, EndingScreen)
    assert seats.main(found).game.session.month == 10
    assert [load(path).month for path in tmp_path.glob("left-*.diverted")] == [12]


def test_orders_on_the_table_are_kept_when_an_earlier_month_is_taken_up(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path, 3)
    game = seats.main(found).game
    game.order(seats.an_order(game.session))
    given = game.session.pending

    seats.keys(found, [pygame.K_r], pygame.KMOD_CTRL)
    seats.keys(found, [pygame.K_RETURN])

    left = next(tmp_path.glob("left-*.diverted"))
    assert load(left).pending == given
    newest = Slots(tmp_path).newest()
    assert newest is not None
    assert newest[1].world.month == 2


def test_orders_that_another_save_of_the_month_has_not_do_not_come_back(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path, 2)
    game = seats.main(found).game
    save(game.session, tmp_path / "Fresh start.diverted")
    game.order(seats.an_order(game.session))

    assert open_month(found.desk, game.shelf, tmp_path / "Fresh start.diverted") is not None
    again = go_on(found.desk, game.shelf)

    assert again is not None
    assert isinstance(again.screen, MainScreen)
    assert again.screen.game.session.pending == ()
