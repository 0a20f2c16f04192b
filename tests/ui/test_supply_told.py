from pathlib import Path

import pytest
from msgspec.structs import replace

from race.core.commands import Divert, DivertThing, ExtendRun, GiveBack, StartRun
from race.core.ids import PPM, Firm, Terms, Thing
from race.core.legality.diversion import SALES, left_for_sale, owed
from race.session.forecast.coming import FUTURES
from race.ui.kit.theme import DARK
from race.ui.pieces.board import Board
from race.ui.pieces.crates import Preview
from race.ui.present import advice, orders, supply
from race.ui.present.consequences import Consequence, of_moves
from race.ui.present.standing import standing
from race.ui.screens import looks
from race.ui.screens.table.main import MainScreen
from tests.builders import a_game, a_source
from tests.ui import seats


@pytest.mark.parametrize(("months", "founder"), [(4, "historical"), (14, "swapper"), (22, "random")])
def test_never_more_than_five_hints_and_the_pressing_first(months: int, founder: str) -> None:
    hints = advice.hints(seats.played(months, founder))

    assert len(hints) <= advice.MOST
    assert [hint.urgent for hint in hints] == sorted((hint.urgent for hint in hints), reverse=True)


def test_a_run_that_ends_this_month_is_pointed_out_while_it_can_go_on() -> None:
    session = seats.played(0).fork()
    session.submit(StartRun(months=2))
    session.end_month()

    told = [hint.text for hint in advice.hints(session)]

    assert session.why_not(ExtendRun(months=1)) is None
    assert any("ends in February 2024; it could go on" in words for words in told)


def test_a_dock_tells_its_sites_their_permits_and_its_warehouse() -> None:
    session = seats.played(14)
    view = session.view()

    lab = supply.docks(session)[1]

    told = "\n".join(lab.standing)
    early = [site for site in view.own.depot.sites if site.ready <= view.board.month < site.papers]
    assert told.count("ahead of their permits") == len(early) > 0
    assert "wait in the warehouse" in told
    assert str(
        next(
            dock.tip
            for dock in looks.board(session, Terms.SWAP, DARK, {}, Preview("", "")).docks
            if dock.key == "lab"
        )
    ).endswith(lab.standing[-1])


def test_every_crate_says_what_was_ordered() -> None:
    crates = supply.shipments(seats.played(14))

    assert crates
    assert all(fact in crate.explained for crate in crates for fact in crate.facts)
    assert all(crate.facts for crate in crates if crate.source != supply.BACK)


def test_a_crate_that_has_not_come_when_it_was_due_is_called_late() -> None:
    session = seats.played(0).fork()
    a_source(session).due = 0

    late = [crate for crate in supply.shipments(session) if crate.when_short == "late"]

    assert [crate.explained[1] for crate in late] == ["Late: it was due in December 2023."]


def test_what_a_queue_leaves_of_a_line_is_no_crate_and_is_told_at_the_dock() -> None:
    session = a_game()
    near = [line for line in session.view().lines if line.due <= 1 and line.owner is Firm.TESLA]
    small = near[0]
    whole = supply.shipments(session)

    small.quantity = 9  # as after many months of a full queue

    left = {crate.source for crate in whole} - {crate.source for crate in supply.shipments(session)}
    carmaker, lab = supply.docks(session)
    assert left == {small.id}
    assert carmaker.standing[0].endswith("too small for a crate: 9.")
    assert not any("too small" in told for told in lab.standing)


def test_a_small_lot_that_was_diverted_keeps_its_crate() -> None:
    session = a_game()
    near = [line for line in session.view().lines if line.due <= 1 and line.owner is Firm.TESLA]
    near[0].quantity, near[0].owner = 9, Firm.XAI
    session.submit(Divert(source=near[1].id, quantity=1, terms=Terms.SILENT))

    crates = {crate.source: crate for crate in supply.shipments(session)}

    assert crates[near[0].id].tag == "diverted"
    assert crates[near[1].id].pending


def test_towards_the_end_the_hints_say_how_it_stands() -> None:
    early, late = (advice.hints(seats.played(months, "swapper", "the-twelve-thousand")) for months in (2, 10))

    assert not any(hint.group == advice.COUNTS for hint in early)
    assert late[0].text.startswith("As it stands: ")


def test_only_chips_that_go_back_fill_a_crate() -> None:
    session = a_game(name="history")
    ready = [site for site in session.view().carmaker.depot.sites if site.ready <= session.month]
    chips, people = (
        a_source(session, 2_000),
        DivertThing(thing=Thing.RESEARCHERS, terms=Terms.PAID, quantity=3),
    )
    site = DivertThing(thing=Thing.SITE, terms=Terms.SILENT, quantity=ready[-1].id)
    for taken in (people, site, Divert(source=chips.id, quantity=2_000, terms=Terms.SILENT)):
        session.submit(taken)
    session.end_month()
    for thing in (Thing.SITE, Thing.RESEARCHERS):
        session.submit(GiveBack(thing=thing, quantity=owed(session.view(), thing)))
    others = (supply.moved(session), supply.order_behind(session, supply.BACK))
    crates = {crate.source for crate in supply.shipments(session)}

    session.submit(GiveBack(quantity=1_500))

    assert (others, supply.BACK in crates) == ((0, None), False)
    assert supply.moved(session) == 1_500
    assert supply.order_behind(session, supply.BACK) == 2
    assert supply.shipments(session)[0].quantity == 1_500


def test_the_strip_keeps_what_moved_crates_change_and_tells_the_month_in_words(tmp_path: Path) -> None:
    game = seats.game(tmp_path)
    game.coming.play(game.session, FUTURES)
    whole = MainScreen(seats.desk(), game).stage.find("board")
    moves = list[tuple[Consequence, ...]]()
    for crate in [crate for crate in supply.shipments(game.session) if crate.dock == "carmaker"][:2]:
        game.move(str(crate.source), "lab")
        moves.append(of_moves(game.session))
    game.coming.play(game.session, FUTURES)
    moved = MainScreen(seats.desk(), game).stage.find("board")

    assert isinstance(whole, Board)
    assert isinstance(moved, Board)
    assert [each.label for each in whole.spec.rest.effects][:2] == ["Quality", "Trust"]
    assert [each.shown for each in moved.spec.rest.effects] == [each.shown for each in moves[1]]
    assert "quality" in moved.spec.rest.text
    assert [each.shown for each in moves[0]][:2] == ["0 to +2.4", "−0.1"]
    assert [each.shown for each in moves[1]][:2] == ["0 to +5.4", "−0.2"]
    assert [[each.good for each in move][:2] for move in moves] == [[1, -1], [1, -1]]


@pytest.mark.parametrize(
    ("weight", "words"),
    [(PPM - 1, "later than others"), (PPM, "as it serves others"), (PPM + 1, "sooner than others")],
)
def test_a_dock_tells_how_the_chipmaker_serves_it(weight: int, words: str) -> None:
    view = replace(a_game().view(), regard=weight, carmaker_regard=weight)

    assert all(words in standing(view, firm)[-1] for firm in (Firm.XAI, Firm.TESLA))


def test_a_crate_that_is_let_to_the_lab_stays_the_carmakers_on_the_table() -> None:
    session = a_game()
    sources = [line for line in session.view().lines if line.owner is Firm.TESLA and line.quantity > 1_000]
    for line, terms in zip(sources, (Terms.LEASE, Terms.SILENT), strict=False):
        session.submit(Divert(source=line.id, quantity=line.quantity, terms=terms))

    crates = [crate for crate in supply.shipments(session) if crate.pending]

    assert [crate.leased for crate in crates] == [crate.source == sources[0].id for crate in crates]
    assert {crate.leased for crate in crates} == {True, False}


def test_a_part_of_a_crate_moves_and_the_rest_stays_a_crate_of_its_own() -> None:
    session = a_game()
    whole = supply.shipments(session)[0]
    part = supply.move(session, whole.source, "lab", Terms.SWAP, 5_000)
    assert part is not None

    session.submit(part)

    moved, rest = (
        next(crate for crate in supply.shipments(session) if crate.dock == dock)
        for dock in ("lab", "carmaker")
    )
    assert (moved.quantity, moved.pending, rest.quantity) == (5_000, True, whole.quantity - 5_000)
    assert (supply.order_behind(session, moved.source), supply.order_behind(session, rest.source)) == (
        0,
        None,
    )
    assert supply.move(session, rest.source, "lab", Terms.LEASE) == Divert(
        source=whole.source, quantity=rest.quantity, terms=Terms.LEASE
    )


def test_what_runs_at_the_carmaker_can_be_taken_and_stands_at_the_lab_as_ordered() -> None:
    session = a_game()
    taken = next(
        order
        for order in orders.orders(session)
        if isinstance(order.command, Divert) and "run at" in order.text and not order.why_not
    )

    session.submit(taken.command)

    crate = next(crate for crate in supply.shipments(session) if crate.pending)
    assert (crate.dock, crate.quantity) == ("lab", 15_000)
    assert any("running" in fact for fact in crate.facts)


def test_half_of_the_largest_crate_is_offered_or_what_is_for_sale_of_it() -> None:
    session = a_game()
    largest = max(
        (line for line in session.view().lines if line.owner is Firm.TESLA), key=lambda line: line.quantity
    )

    offered = [order.command for order in orders.orders(session)]

    taken = {
        command.terms: command.quantity
        for command in offered
        if isinstance(command, Divert) and command.source == largest.id
    }
    sold = left_for_sale(session.view(), (), largest)
    assert taken.keys() == set(Terms)
    assert {taken[terms] for terms in SALES} == {sold}
    assert {taken[terms] for terms in Terms if terms not in SALES} == {largest.quantity // 2}
