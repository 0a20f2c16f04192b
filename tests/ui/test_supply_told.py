import pytest

from race.core.commands import ExtendRun, StartRun
from race.ui.kit.theme import DARK
from race.ui.present import advice, supply
from race.ui.screens import looks
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
    assert any("could go on" in words for words in told)


def test_a_dock_tells_its_sites_their_permits_and_its_warehouse() -> None:
    session = seats.played(14)
    view = session.view()

    lab = supply.docks(session)[1]

    told = "\n".join(lab.standing)
    early = [site for site in view.own.depot.sites if site.ready <= view.board.month < site.papers]
    assert told.count("ahead of their permits") == len(early) > 0
    assert "wait in the warehouse" in told
    assert str(
        next(dock.tip for dock in looks.board(session, DARK, {}, "").docks if dock.key == "lab")
    ).endswith(lab.standing[-1])


def test_every_crate_says_what_was_ordered() -> None:
    crates = supply.shipments(seats.played(14))

    assert crates
    assert all(fact in crate.explained for crate in crates for fact in crate.facts)
    assert all(crate.facts for crate in crates if crate.source != supply.BACK)
