"""What the rules allow and bots do is offered to the player too."""

import re

import pytest

from race.core.commands import BuildSite, CourtHolders, Divert, DivertThing, OrderChips, StartRun
from race.core.ids import KINDS, Firm, Kind, Terms, Thing
from race.core.legality.diversion import SALES, left_for_sale
from race.core.words import chips
from race.session.session import Session
from race.speech import quantity, set_language
from race.ui.present.orders import orders
from race.ui.present.orders.owners import between, word
from race.ui.present.rooms.page import doing
from race.ui.text.looking import order_lines
from tests.builders import a_game, a_world, changed


def test_every_kind_of_holder_with_votes_can_be_met_in_private() -> None:
    session = Session("history", seed=3)

    met = [
        command.kind for _group, _words, command in word(session.view()) if isinstance(command, CourtHolders)
    ]

    assert met == [kind for kind in KINDS if kind is not Kind.SHORT]
    assert all(session.why_not(CourtHolders(kind=kind)) is None for kind in met)


def test_people_can_move_in_the_open_too() -> None:
    moves = [
        command.terms
        for _group, _words, command in between(Session("history", seed=3).view())
        if isinstance(command, DivertThing) and command.thing is Thing.RESEARCHERS
    ]

    assert moves == [Terms.DISCLOSED, Terms.SILENT, Terms.PAID]


def test_half_of_a_crate_is_offered_in_right_french_whatever_its_month() -> None:
    set_language("fr")
    session, months = Session("history", seed=3), set()
    for _month in range(10):
        session.end_month()
        for _group, words, _command in between(session.view()):
            assert not re.search(r"\bde (août|avril|octobre)", words)
            months.update(re.findall(r"^Moitié .* pour (\w+) \d{4}", words))

    assert months & {"août", "avril", "octobre"}


@pytest.mark.parametrize("terms", SALES)
def test_of_the_first_offer_just_what_is_for_sale_can_be_bought(terms: Terms) -> None:
    session = Session("history", seed=3)
    offer = max(session.view().lines, key=lambda line: line.quantity if line.owner is Firm.TESLA else 0)

    words, buying = next(
        (words, command)
        for _group, words, command in between(session.view())
        if isinstance(command, Divert) and command.terms is terms
    )

    assert buying.quantity == left_for_sale(session.view(), (), offer)
    assert session.why_not(buying) is None
    assert words.startswith(quantity(chips(buying.quantity)))
    assert quantity(chips(12_000)) in words


def test_the_largest_site_that_can_be_forced_is_offered() -> None:
    session = Session("history", seed=3)
    offered = [
        one.command for one in orders(session) if isinstance(one.command, BuildSite) and one.command.forced
    ]
    largest = session.view().board.rules.chips.site_limit_kw

    assert max(site.power_kw for site in offered) == largest
    assert len({site.power_kw for site in offered}) == len(offered)


@pytest.mark.parametrize(("limit", "forced"), [(50_000, [50_000]), (100_000, [60_000, 100_000])])
def test_no_site_beyond_what_a_scenario_allows_is_offered(limit: int, forced: list[int]) -> None:
    session = Session(changed(chips={"site_limit_kw": limit}), seed=3)
    sites = [
        (one.command, one.why_not)
        for one in orders(session)
        if isinstance(one.command, BuildSite) and one.command.company is Firm.XAI
    ]

    assert [site.power_kw for site, _reason in sites if site.forced] == forced
    assert [site.power_kw for site, _reason in sites if not site.forced] == [limit]
    assert not any("A site has" in reason for _site, reason in sites)


def late_in(month: int) -> Session:
    """Return a game in a month near its end, with money."""
    world, game = a_world(month=month), a_game()
    world.labs[Firm.XAI].cash_usd = 40_000_000_000
    game.resume(world, game.journal, game.reports)
    return game


def test_what_stands_only_after_the_end_is_offered_last_with_the_reason() -> None:
    session = late_in(20)
    offered = [order for order in orders(session) if order.group == "chips"]

    assert [order.command for order in offered if order.late] == [
        BuildSite(company=Firm.XAI, power_kw=181_000, forced=False)
    ]
    assert offered[-1].late == "That is after the end in December 2026: it will not count."
    assert not offered[-1].why_not
    assert "all its permits" in doing(session, frozenset({"BuildSite"})).lines[-1].cells[0]
    told = next(line for line in order_lines(session) if "all its permits" in line)
    assert told.endswith(offered[-1].late)


def test_in_the_last_months_nothing_that_arrives_too_late_comes_first() -> None:
    session = late_in(33)
    for group in ("chips", "train"):
        late = [bool(order.late) for order in orders(session) if order.group == group]
        assert late == sorted(late)
    kinds = {type(order.command) for order in orders(session) if order.late}

    assert kinds == {BuildSite, OrderChips, StartRun}
    assert not any(order.late for order in orders(late_in(3)))
