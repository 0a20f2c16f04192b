"""A promise of running chips is on track only while sites stand for them, and says so before it is made."""

from race.core import commands as c
from race.core.formulas.owners.carmaker import booked_by, powered_by
from race.core.ids import Subject, Terms, Thing
from race.core.words import chips
from race.session.preview import preview
from race.session.session import Session
from race.speech import quantity as write
from race.ui.present import owners
from race.ui.present.rooms.word import word

_DUE = 12


def promised(*, site_taken: bool) -> Session:
    """Return a game in which more is promised than runs, with or without the site that now stands."""
    session = Session("history", seed=5)
    session.submit(c.MakePromise(subject=Subject.CHIPS_POWERED, quantity=24_000, due=_DUE))
    session.end_month()
    while not session.view().carmaker.depot.powered() > 30_000:
        session.end_month()
    if site_taken:
        site = max(session.view().carmaker.depot.sites, key=lambda one: (one.ready <= 9, one.power_kw))
        session.submit(c.DivertThing(thing=Thing.SITE, terms=Terms.SILENT, quantity=site.id))
        session.end_month()
    return session


def position(session: Session) -> tuple[int, int]:
    """Return what the carmaker can have at the date, and what of it can run."""
    view = session.view()
    given = (view.board.rules, view.board.setting, view.carmaker, view.board.month)
    return booked_by(given, view.lines, _DUE), powered_by(given, view.lines, _DUE)


def test_a_promise_is_at_risk_once_the_site_for_its_chips_is_gone() -> None:
    kept, lost = promised(site_taken=False), promised(site_taken=True)

    assert [owners.promises(game)[0].status for game in (kept, lost)] == ["On track", "At risk"]
    can_have, can_run = position(lost)
    assert can_run < 24_000 < can_have


def test_the_room_of_promises_says_how_many_chips_still_need_power() -> None:
    lost = promised(site_taken=True)
    _can_have, can_run = position(lost)

    told = " ".join(said.words for said in word(lost).tables()[0].lines[0].opened)

    assert f"needs power for {write(chips(24_000 - can_run))} chips" in told


def test_the_preview_of_a_promise_warns_of_chips_that_no_site_stands_for() -> None:
    kept, lost = promised(site_taken=False), promised(site_taken=True)
    order = c.MakePromise(subject=Subject.CHIPS_POWERED, quantity=24_000, due=_DUE)

    warned = [preview(game.view(), order, ()).warnings for game in (kept, lost)]

    assert [[one.msgid.startswith("Its sites can run") for one in each].count(True) for each in warned] == [
        0,
        1,
    ]
