"""A hint about chips without power leads to what helps: a site, patience, a loan, a cancelled order."""

from msgspec.structs import replace

from race.core.commands import BuildSite, CancelOrder, LendChips
from race.core.ids import Firm
from race.session.session import Session
from race.ui.present.advice import hints
from race.ui.present.ahead.power import helped, of_the_dark, stands
from tests.builders import a_game
from tests.ui import seats


def stored(months: int, quantity: int = 90_000) -> Session:
    """Return a game at a month in which the lab has so many chips more, without power."""
    session = seats.played(months).fork()
    world = session.position().copy()
    depot = world.labs[Firm.XAI].depot
    depot.batches += [replace(depot.batches[0], site=None, quantity=quantity)]
    session.resume(world, session.journal, session.reports)
    return session


def test_where_a_site_comes_in_time_the_hint_leads_to_it() -> None:
    ((words, group, about),) = of_the_dark(stored(8))

    assert "will find no power next month" in " ".join(words.split())
    assert (group, about) == ("chips", BuildSite)


def test_where_a_site_under_way_suffices_no_other_is_asked_for() -> None:
    session = stored(8)
    world = session.position().copy()
    site = world.labs[Firm.XAI].depot.sites[0]
    at = session.month + 2
    coming = replace(site, id=99_999, started=session.month, ready=at, power_kw=900_000)
    world.labs[Firm.XAI].depot.sites.append(coming)
    session.resume(world, session.journal, session.reports)

    ((words, _group, about),) = of_the_dark(session)

    assert helped(session.view()) == at
    assert "wait for the site of" in " ".join(words.split())
    assert about is None


def test_where_a_site_comes_too_late_the_carmaker_is_named_or_nobody() -> None:
    session = stored(32)
    view = session.view()
    assert stands(view) >= view.board.setting.months - 2

    advised = list(of_the_dark(session))

    assert advised
    for words, group, about in advised:
        assert "too late" in words
        assert group == "between"
        assert isinstance(about, LendChips)
        assert session.why_not(about) is None
    assert not [hint for hint in hints(session) if hint.about is BuildSite]


def test_an_order_that_a_site_would_come_too_late_for_can_be_cancelled() -> None:
    session = a_game(name="colossus")
    world = session.position().copy()
    world = replace(world, setting=replace(world.setting, months=session.month + 6))
    session.resume(world, session.journal, session.reports)

    ((words, group, about),) = of_the_dark(session)

    assert "the order can be cancelled" in " ".join(words.split())
    assert group == "chips"
    assert isinstance(about, CancelOrder)
    assert session.why_not(about) is None
