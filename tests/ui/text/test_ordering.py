"""The text client orders by words with amounts: a split of one's own, a quarter of a crate."""

import re
from io import StringIO

from race.core.commands import Divert, MakePromise, OrderChips, SplitCompute
from race.core.ids import Ballot, Seat, Subject
from race.ui.present import supply
from race.ui.present.ahead.subjects import GIVEN, weighed
from race.ui.present.orders import orders
from race.ui.present.owners import hall
from race.ui.text.client import play
from race.ui.text.table import Table
from tests.ui.text.spoken import answer


def test_a_split_is_ordered_in_four_percentages(table: Table) -> None:
    said = answer(table, "split 50 20 25 5")

    (order,) = table.session.pending
    assert order == SplitCompute(training=500_000, research=200_000, serving=250_000, safety=50_000)
    assert said.startswith("Ordered: Split compute: training 50")


def test_percent_signs_and_decimals_are_understood(table: Table) -> None:
    answer(table, "sp 42.5%, 32.5%, 20%, 5%")

    assert table.session.pending == (
        SplitCompute(training=425_000, research=325_000, serving=200_000, safety=50_000),
    )


def test_parts_that_make_no_hundred_are_answered_in_one_sentence(table: Table) -> None:
    said = answer(table, "split 50 20 25 6")

    assert said == "The four parts must make 100\u202f%; they make 101\u202f%."
    assert not table.session.pending


def test_other_than_four_percentages_is_answered_with_the_split_as_it_stands(table: Table) -> None:
    for words in ("split", "split 50 50", "split a b c d", "split 50 20 25 5 0", "split -5 55 45 5"):
        said = answer(table, words)

        assert said.startswith("Say four percentages: training, research, users, safety.")
        assert answer(table, said.rpartition(": ")[2].rstrip(".")).startswith("Ordered: Split compute")
        table.session.undo()


def test_a_second_split_of_a_month_is_refused_in_one_sentence(table: Table) -> None:
    assert answer(table, "split 50 20 25 5", "split 40 30 25 5").endswith("undo it to change it.")


def test_a_split_is_previewed_and_weighed_and_orders_nothing(table: Table) -> None:
    seen = answer(table, "preview split 40 20 25 15")
    weighed = answer(table, "forecast split 40 20 25 15 over 2 months in 2 futures")

    assert "Safety: 5\u202f%, then 15\u202f%" in seen
    assert "Split compute: training 40" in weighed
    assert not table.session.pending


def test_a_split_is_weighed_in_the_place_of_the_one_that_is_ordered(table: Table) -> None:
    answer(table, "split 5 5 85 5")
    weighed = answer(table, "forecast split 80 10 5 5 over 4 months in 2 futures")

    assert "It is weighed in the place of what is ordered." in weighed
    assert "Difference: 0.0 (0.0 to 0.0)" not in weighed.splitlines()[4]
    assert len(table.session.pending) == 1


def test_an_order_for_which_no_attention_is_left_is_weighed_in_the_place_of_one(table: Table) -> None:
    session = table.session
    offers = [order.command for order in orders(session) if isinstance(order.command, OrderChips)]
    while session.why_not(offers[0]) is None:
        session.submit(offers[0])
    assert len(session.pending) > 2

    seen = weighed(session, GIVEN, offers[1])

    assert seen.plans == ((*session.pending[:-1], offers[1]), session.pending)


def test_the_books_say_how_to_split_it(table: Table) -> None:
    page = answer(table, "room books").splitlines()
    number = next(line for line in page if "Research" in line and "%" in line).split(".")[0].strip()

    assert "split 55 20 20 5" in answer(table, f"room books {number}")


def test_a_quarter_of_a_crate_is_moved_by_its_name(table: Table) -> None:
    crate = supply.shipments(table.session)[0]

    answer(table, "move 1 quarter by silent")

    (order,) = table.session.pending
    assert isinstance(order, Divert)
    assert order.quantity == crate.quantity // 4


def test_a_number_of_chips_may_be_written_as_the_game_writes_it(table: Table) -> None:
    for words in ("1 000", "1\u202f000", "1,000", "1000"):
        answer(table, f"move 1 {words} by silent")

        (order,) = table.session.pending
        assert isinstance(order, Divert)
        assert order.quantity == 1_000
        table.session.undo()


def test_no_chips_at_all_are_not_the_whole_crate(table: Table) -> None:
    for words in ("move 1 0 by silent", "move 1 000 by silent", "preview move 1 0 by silent"):
        assert answer(table, words).startswith("Say how many chips")
        assert not table.session.pending


def test_what_the_lab_paid_for_gives_nothing_back(table: Table) -> None:
    crates = supply.shipments(table.session)
    own = next(n for n, one in enumerate(crates, 1) if one.dock == "lab" and one.payer_side == "lab")
    for words in (f"back {own} half", f"back {own}", f"preview move {own} half to carmaker"):
        assert answer(table, words) == "The lab paid for these; there is nothing to give back."
        assert not table.session.pending


def test_officers_who_will_split_it_anew_are_named(table: Table) -> None:
    told = "It is left to the officers: from next month they may set it anew."
    assert told not in answer(table, "preview split 40 20 25 15")

    assert told in answer(table, "routine split on", "preview split 40 20 25 15")


def test_a_part_of_a_crate_is_said_in_figures_or_as_half(table: Table) -> None:
    whole = supply.shipments(table.session)[0].quantity

    answer(table, "move 1 of 5,000 chips to lab by swap")
    answer(table, "move 1 half lease")

    quantities = [order.quantity for order in table.session.pending if isinstance(order, Divert)]
    assert quantities == [5_000, (whole - 5_000) // 2]


def test_after_a_bot_the_next_month_is_ones_own(table: Table) -> None:
    answer(table, "auto diverter until 2", "end")

    played = [Seat.FOUNDER in record.orders for record in table.session.journal.months]

    assert played == [True, True, False]


def test_the_hall_is_drawn_in_bars_of_one_length(table: Table) -> None:
    means = [wedge.mean for wedge in hall(table.session).wedges]

    bars = re.findall(r"  ([#.]{5,})  ", answer(table, "hall"))

    assert [(len(bar), bar.count("#")) for bar in bars] == [(20, round(20 * mean)) for mean in means]


def test_a_game_in_words_opens_with_where_one_stands(table: Table) -> None:
    out = StringIO()

    play(table, StringIO(""), out)

    assert out.getvalue().splitlines() == answer(table, "look").splitlines()


def test_the_lesson_marks_what_is_done_and_what_is_next(table: Table) -> None:
    def marks() -> str:
        return "".join(
            found[1] for found in re.finditer(r"^([*> ]) \d\. ", answer(table, "lesson"), re.MULTILINE)
        )

    first = marks()
    answer(table, "move 1 to lab by swap")

    assert re.fullmatch(r"\**> +", first)
    assert re.fullmatch(r"\*+>? *", marks())
    assert first.count("*") < marks().count("*")


def test_a_question_on_the_agenda_is_told_with_its_sum_if_it_has_one(table: Table) -> None:
    affairs = table.session.position().affairs
    affairs.agenda = {Ballot.INVESTMENT: 2_000_000_000, Ballot.LIMITS: 0}

    told = [line for line in answer(table, "affairs").splitlines() if line.startswith("On the agenda")]

    assert ["$" in line for line in told] == [True, False]


def test_an_order_that_breaks_the_founders_word_says_so_with_what_it_takes(table: Table) -> None:
    table.session.submit(MakePromise(subject=Subject.NO_DIVERSION, quantity=0, due=10))
    table.session.end_month()

    said = answer(table, "move 1 lease")

    assert "This breaks a promise; undo takes the order back. You promised the holders:" in said
    assert "If it is missed: trust " in said
    assert "This breaks a promise" not in answer(table, "split 50 20 25 5")
