"""The month in which the directors call back what went to the lab without a word."""

import pytest

from race.core.commands import Divert, GiveBack, Speak
from race.core.events import Happening
from race.core.formulas.passing.diversion import recall_month
from race.core.ids import Firm, Stance, Terms
from race.session.preview import preview
from race.session.session import Session
from race.ui.present.advice import hints
from race.ui.present.owners import diversions
from tests.builders import changed, scenario
from tests.stories.played import act_of, offer, played, without

MONTHS = scenario().rules.court.recall_months


def told(start: Session, terms: Terms = Terms.SILENT) -> Session:
    """Take the 12,000 on some terms and tell the owners of it a month later."""
    line = offer(start)
    game = played(start, Divert(source=line.id, quantity=line.quantity, terms=terms))
    return played(game, Speak(act=act_of(game.position()).id, stance=Stance.DISCLOSE))


def test_the_directors_have_them_back_three_months_after_it_is_known() -> None:
    game = told(Session("history", 7))
    act = act_of(game.position())
    due = recall_month(game.position().rules, act)

    waiting, home = played(game, months=MONTHS - 1), played(game, months=MONTHS)

    assert due == (act.published or 0) + MONTHS
    assert act_of(waiting.position()).outstanding == act.quantity
    assert act_of(home.position()).outstanding == 0
    called = [event for event in home.reports[-1].events if event.kind is Happening.GIVEN_BACK]
    assert [event.good for event in called] == [-1]
    before, after = (game.position().labs[Firm.XAI].depot.chips() for game in (waiting, home))
    assert before - after > 10_000
    told_of = [line.status for game in (waiting, home) for line in diversions(game)]
    assert told_of[0].startswith("public; called back in")
    assert told_of[1] == "back at the carmaker"
    assert not act_of(home.position()).repaired  # nobody is thanked for what was called back


def test_who_gives_them_back_first_is_thanked_and_nothing_is_called() -> None:
    game = told(Session("history", 7))

    world = played(game, GiveBack(quantity=act_of(game.position()).quantity)).position()

    assert act_of(world).repaired
    assert recall_month(world.rules, act_of(world)) is None


@pytest.mark.parametrize(
    ("start", "terms"),
    [
        (Session("history", 7), Terms.SWAP),
        (Session(changed(court={"justified_idle": 1.0}), 7), Terms.SILENT),
        (Session(without("suits"), 7), Terms.SILENT),
    ],
    ids=["swapped", "could not have been run", "without suits"],
)
def test_the_directors_leave(start: Session, terms: Terms) -> None:
    game = played(told(start, terms), months=MONTHS)

    assert act_of(game.position()).outstanding == (0 if terms is Terms.SWAP else 12_000)
    assert not any(event.kind is Happening.GIVEN_BACK for event in game.reports[-1].events)


def test_the_founder_is_told_before_the_order_and_before_the_day() -> None:
    start = Session("history", 7)
    line = offer(start)

    silent = preview(start.view(), Divert(source=line.id, quantity=line.quantity, terms=Terms.SILENT))
    swap = preview(start.view(), Divert(source=line.id, quantity=line.quantity, terms=Terms.SWAP))
    waiting = [hint.text for hint in hints(told(start))]

    assert any("called back" in warning.msgid for warning in silent.warnings)
    assert not any("called back" in warning.msgid for warning in swap.warnings)
    assert any(text.startswith("The directors have") for text in waiting)
