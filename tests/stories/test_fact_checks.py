"""A promise of twice what is on order: somebody reads the order book before the date comes."""

from race.core.commands import MakePromise
from race.core.events import Happening
from race.core.formulas.owners.carmaker import Footing, booked_by
from race.core.ids import PPM, Subject
from race.core.words import percent
from race.session.preview import preview
from race.session.session import Session
from tests.builders import changed

DUE, MONTHS = 9, 8


def boasting(seed: int = 7, times: int = 2, **switches: float) -> Session:
    """Return a game a month before the date of a promise of so many times what the books can hold."""
    session = Session(changed("the-twelve-thousand", switches=switches), seed)
    session.submit(a_boast(session, times))
    for _ in range(MONTHS):
        session.end_month()
    return session


def a_boast(session: Session, times: int) -> MakePromise:
    view = session.view()
    footing = Footing.of(view.board, view.carmaker)
    can = booked_by(footing, view.lines, DUE)
    return MakePromise(subject=Subject.CHIPS_POWERED, quantity=times * can, due=DUE)


def printed(session: Session) -> list[str]:
    told = [event for report in session.reports for event in report.events]
    return [event.kind for event in told if event.kind is Happening.PROMISE_PRINTED]


def test_what_the_order_book_rules_out_is_printed_once_and_costs_trust_before_the_date() -> None:
    boast, silence = boasting(), boasting(fact_checks=0)

    assert len(printed(boast)) == 1
    assert printed(silence) == []
    assert boast.position().affairs.promises[0].printed is not None
    assert boast.position().holders.trust.mean() < silence.position().holders.trust.mean()


def test_what_the_books_carry_is_never_news() -> None:
    assert printed(boasting(times=1)) == []


def test_the_preview_says_what_the_books_rule_out_and_how_likely_it_is_printed() -> None:
    session = Session(changed("the-twelve-thousand"), 7)

    warned = [preview(session.view(), a_boast(session, times)).warnings for times in (2, 1)]
    bold, modest = ([word.values["part"] for word in each if "part" in word.values] for each in warned)

    assert bold == [percent(PPM // 2)]
    assert modest == []
