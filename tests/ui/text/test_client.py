"""The text client: the whole game in words, one sentence for whatever is not understood."""

import re
from io import StringIO
from pathlib import Path

import pytest

from race.core.commands import MakePromise
from race.core.ids import Subject
from race.core.words import PlainError
from race.session.asking import Asks
from race.session.store import Slots, load
from race.speech import MINUS, NARROW, set_language
from race.ui.present.rounding import shared_out
from race.ui.text.client import ANSWERS, play, run
from race.ui.text.receipts import OPENS
from race.ui.text.table import Table
from race.ui.text.vocabulary import WORDS
from tests.builders import a_game, a_source
from tests.ui.text.spoken import answer

MONTH = "(January|February|March|April|May|June|July|August|September|October|November|December)"


def played(table: Table, *lines: str) -> str:
    out = StringIO()
    play(table, StringIO("\n".join(lines) + "\n"), out)
    return out.getvalue()


def a_number(page: str, words: str) -> str:
    """Return the number under which a page lists something."""
    found = re.search(rf"^ *(\d+)\. .*{re.escape(words)}", page, re.MULTILINE)
    assert found, f"{words} is not on the page:\n{page}"
    return found[1]


def test_a_whole_game_is_played_to_its_verdict(table: Table) -> None:
    script = ["move 1 to lab by swap", "do 1", "end", *["orders", "do 2", "end"] * 11]

    told = played(table, *script)

    assert table.session.ending is not None
    assert len(re.findall(rf"^{MONTH} 20\d\d  Cash", told, re.MULTILINE)) == table.session.month
    score, onward = told.rstrip().splitlines()[-2:]
    assert score.startswith("Score ")
    assert "debrief" in onward
    assert "  Race " in told


def test_every_word_has_an_answer_and_every_answer_a_word() -> None:
    assert [word.long for word in WORDS] == list(ANSWERS)


@pytest.mark.parametrize("word", [word.long for word in WORDS if word.long != "quit"])
@pytest.mark.parametrize("short", [False, True])
def test_every_word_is_answered(table: Table, word: str, *, short: bool) -> None:
    said = next(one.short for one in WORDS if one.long == word) if short else word

    assert answer(table, said).strip()


def test_crates_move_by_number_and_undo_brings_them_back(table: Table) -> None:
    source = a_source(table.session)

    moved = answer(table, "move 1 to lab by swap")
    board = answer(table, "board")
    answer(table, "undo")

    assert moved.startswith("Ordered: Swap")
    assert "moves when the month ends" in board
    assert source.owner == "tesla"
    assert table.session.pending == ()


def test_the_short_way_of_saying_a_move_is_the_same_order(tmp_path: Path) -> None:
    one, other = Table(a_game(), Slots(tmp_path)), Table(a_game(), Slots(tmp_path))

    answer(one, "move 2 to lab by lease")
    answer(other, "M 2 LEASE")

    assert one.session.pending == other.session.pending != ()


def test_diverted_chips_go_back(table: Table) -> None:
    answer(table, "move 1 to lab by silent", "end")
    number = a_number(answer(table, "board"), "diverted")

    told = answer(table, f"back {number}")

    assert told == "Ordered: Give back 12\u202f000 chips. Attention left: 5."


def test_an_order_is_given_by_its_number(table: Table) -> None:
    number = a_number(answer(table, "orders"), "Train for 3 months")

    told = answer(table, f"do {number}")

    assert told == "Ordered: Train for 3 months. Attention left: 5."


def test_the_judges_sentence_stands_by_the_order_and_answers_it(table: Table) -> None:
    page = answer(table, "orders")
    number = a_number(page, "Stop the run")

    assert "Not now: No training run is under way." in page
    assert answer(table, f"do {number}") == "No training run is under way."


def test_a_preview_names_numbers_and_orders_nothing(table: Table) -> None:
    told = answer(table, "preview move 1 to lab by swap", "preview 13")

    assert "Leak, monthly: " in told
    assert "Costs now: " in told
    assert table.session.pending == ()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("baord", "I do not know 'baord'; did you mean board? help lists every word."),
        ("do", "Say which one by its number: do 7."),
        ("do 999", "There is no number 999 here"),
        ("do x", "Say which one by its number: do 7."),
        ("do \u00b2", "Say which one by its number: do 7."),
        ("move", "Say which one by its number: move 2 to lab by swap."),
        ("move 1", "Say on which terms: by swap, silent, paid, disclosed or lease."),
        ("move 1 to lab by swpa", "There are no terms 'swpa'; did you mean swap?"),
        ("move 1 to carmaker", "This crate stands there already."),
        ("why", "for example: why trust."),
        ("why trsut", "for example: why trust."),
        ("undo", "There is nothing to undo this month."),
        ("redo", "There is nothing to redo."),
        ("auto", "Say which bot plays for you: idle"),
        ("auto nobody", "Say which bot plays for you: idle"),
        ("auto idle until rain", "at leak, suit, meeting, setback, line, lead, vote, end, not at 'rain'."),
        ("save", "A save needs a name: save NAME."),
        ("save ../x", "A name has letters"),
        ("load nowhere", "There is no save nowhere; load without a name lists them."),
        ("load auto", "There is no save yet; save NAME writes one."),
    ],
)
def test_what_is_not_understood_gets_one_sentence(table: Table, said: str, sentence: str) -> None:
    before = table.session.fingerprint()

    told = answer(table, said)

    assert sentence in told
    assert "\n" not in told
    assert (table.session.fingerprint(), table.session.pending) == (before, ())


def test_a_crate_that_moves_already_is_not_moved_twice(table: Table) -> None:
    answer(table, "move 1 to lab by swap")
    number = a_number(answer(table, "board"), "moves when the month ends")

    assert answer(table, f"move {number} by swap").startswith("This crate moves by an order")


def test_an_empty_line_is_no_question(table: Table) -> None:
    assert answer(table, "", "   ") == ""


def amounts(page: str) -> list[tuple[float, ...]]:
    """Return the columns of figures of a page of receipts: start, causes, now."""
    columns: list[list[float]] = []
    for line in page.replace(NARROW, "").replace(MINUS, "-").splitlines():
        figure = re.match(r" +([+-]?)\$?(-?)\$?([\d.]+)", line)
        if figure is None:
            columns += [] if line.startswith("   ") else [[]]  # causes too small to be shown have no figure
        else:
            columns[-1].append(float(f"{figure[1] or figure[2]}{figure[3]}".replace("+", "")))
    return [tuple(column) for column in columns if column]


@pytest.mark.parametrize("word", OPENS)
def test_printed_receipts_add_up(table: Table, word: str) -> None:
    table.session.hand_to("swapper")
    for _ in range(8):
        table.session.end_month()
        for column in amounts(answer(table, f"why {word}")):
            assert sum(column[:-1]) == pytest.approx(column[-1])


def test_users_are_opened_in_heads_as_they_are_told(table: Table) -> None:
    table.session.hand_to("swapper")
    table.session.end_month()

    now = answer(table, "why users")
    heads = table.session.view().own.users_k * 1000

    assert f"{heads:,}  now".replace(",", "\u202f") in now


def test_rounding_is_shared_out_where_most_was_lost() -> None:
    assert shared_out([0, 4, 4, 4, -3], 9, 10) == [0, 1, 0, 0, 0]
    assert shared_out([95, -44, -44], 7, 10) == [10, -5, -4]


def test_a_game_is_saved_and_opened_by_name(table: Table) -> None:
    answer(table, "move 1 to lab by swap", "end", "do 1")
    before = table.session.fingerprint(), table.session.pending

    told = answer(table, "save first", "end", "load first")

    assert told.splitlines()[0] == "Saved as first."
    assert (table.session.fingerprint(), table.session.pending) == before
    assert "first: January 2024" in answer(table, "load")


def test_the_newest_save_opens_by_the_word_auto(table: Table) -> None:
    answer(table, "end", "end")
    mark = table.session.fingerprint()
    table.session = a_game()

    answer(table, "load auto")

    assert table.session.fingerprint() == mark


def test_a_damaged_save_is_named_and_the_game_goes_on(table: Table) -> None:
    answer(table, "save first")
    path = table.slots.folder / "first.diverted"
    path.write_bytes(path.read_bytes()[:-10])
    session = table.session

    told = answer(table, "load first")

    assert told == "first.diverted is cut short; open an older save."
    assert table.session is session


def test_a_save_is_deleted_once_it_has_been_said_twice(table: Table) -> None:
    answer(table, "save first", "save other")
    path = table.slots.folder / "first.diverted"

    assert answer(table, "delete first") == "first will be gone for good; say it again to delete it."
    answer(table, "delete other", "delete first", "look", "delete first")
    assert path.exists()

    assert answer(table, "delete First") == "first is deleted."
    assert not path.exists()
    assert (table.slots.folder / "other.diverted").exists()
    assert answer(table, "delete first").startswith("There is no save first")


def test_a_bot_plays_until_something_happens_and_gives_the_seat_back(table: Table) -> None:
    told = answer(table, "auto diverter until leak")

    kinds = [{event.kind for event in report.events} for report in table.session.reports]
    assert told.splitlines()[-1] == "Stopped at the first leak."
    assert "leak" in kinds[-1]
    assert not any("leak" in earlier for earlier in kinds[:-1])
    assert table.session.journal.founder == "player"


def test_a_finished_game_refuses_in_words(table: Table) -> None:
    answer(table, "auto idle")

    assert answer(table, "end") == "The game is over."
    assert answer(table, "auto idle") == "The game is over."
    assert answer(table, "do 1") == "The game is over."


def test_the_same_commands_lead_to_the_same_fingerprint_in_text_and_in_a_session(table: Table) -> None:
    answer(table, "move 1 to lab by swap", "do 1", "end", "save half", "end")
    session = a_game()
    for order in load(table.slots.folder / "half.diverted").journal.months[0].orders["founder"]:  # type: ignore[index]
        session.submit(order)
    session.end_month()
    session.end_month()
    reloaded = Table(a_game(), table.slots)
    answer(reloaded, "load half", "end")

    assert table.session.fingerprint() == session.fingerprint() == reloaded.session.fingerprint()


def test_plain_lines_have_no_bars_and_no_thin_spaces(tmp_path: Path) -> None:
    table = Table(a_game(), Slots(tmp_path), plain=True)

    told = played(table, *(word.long for word in WORDS if word.long not in ("quit", "load")), "hall", "board")

    assert [letter for letter in (NARROW, MINUS, "#", "\u00b7") if letter in told] == []


def test_french_speaks_french_and_keeps_the_words(table: Table) -> None:
    set_language("fr")

    told = answer(table, "look", "hall", "aide")

    assert "Confiance" in told
    assert "help" in told


def run_in(folder: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> str:
    monkeypatch.setenv("DIVERTED_HOME", str(folder))
    out = StringIO()
    assert run("the-twelve-thousand", 7, lines=StringIO("\n".join(lines)), out=out) == 0
    return out.getvalue()


def test_leaving_in_the_middle_of_a_month_keeps_its_orders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_in(tmp_path, monkeypatch, "do 1", "quit")

    told = run_in(tmp_path, monkeypatch, "load auto", "look", "undo", "quit")

    assert "Ordered 1: Train for 2 months" in told


def test_a_line_that_never_comes_is_goodbye(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Type help" in run_in(tmp_path, monkeypatch)


def test_two_clients_do_not_share_a_save_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Slots(tmp_path / "saves").lock(), pytest.raises(PlainError, match="Another window") as caught:
        run_in(tmp_path, monkeypatch, "quit")

    assert caught.value.code == 4


def test_a_save_folder_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")

    with pytest.raises(PlainError, match="is a file, not a folder"):
        run_in(tmp_path / "home", monkeypatch, "quit")


def test_a_disk_that_fills_up_is_told_and_the_month_goes_on(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    told = answer(table, "end")

    assert "No space left on device" in told
    assert table.session.month == 1


def test_a_game_that_was_left_is_offered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run_in(tmp_path, monkeypatch, "end", "quit")
    second = run_in(tmp_path, monkeypatch, "quit")

    assert ["load auto" in told for told in (first, second)] == [False, True]


def test_a_vote_opens_by_kind_and_its_columns_sum(table: Table) -> None:
    table.session.run_until([Asks.MEETING])
    table.session.run_until([Asks.MEETING])

    page = answer(table, "why votes")

    first = page.splitlines()[2:]
    columns = [[float(part) for part in line.replace(NARROW, "").split()[-4:]] for line in first[:8]]
    assert "Together" in first[7]
    assert [sum(column) for column in zip(*columns[:-1], strict=True)] == pytest.approx(columns[-1])


def test_a_promise_opens_with_what_is_booked_and_what_it_gave(table: Table) -> None:
    order = MakePromise(subject=Subject.CHIPS_POWERED, quantity=30_000, due=8)
    table.session.submit(order)
    table.session.end_month()

    page = answer(table, "why promises")

    assert "Stands at" in page
    assert "There, on order or planned" in page
    assert "of trust so far" in page


def test_months_run_in_words_and_the_officers_say_what_they_will_order(table: Table) -> None:
    left = answer(table, "routine all")
    page = answer(table, "run until meeting")

    assert "The officers will order: " in left
    assert "  - train " in answer(table, "routine train off")
    assert page.splitlines()[-1].startswith("Stopped: The holders meet in ")
    assert len(re.findall(rf"^{MONTH} 20\d\d  Cash", page, re.MULTILINE)) == table.session.month


@pytest.mark.parametrize("line", ["run until tea", "routine tea", "routine train maybe"])
def test_what_can_not_ask_or_stand_is_told_in_one_sentence(table: Table, line: str) -> None:
    assert len(answer(table, line).splitlines()) == 1
    assert table.session.month == 0
    assert table.session.standing == ()
