"""Removed: the end says whether the holders voted, or a lender sold what had been pledged."""

from race.core.ids import Ending
from race.session.session import Session
from race.ui.present.debrief.case import case_file
from race.ui.present.debrief.verdict import headline, verdict
from race.ui.present.papers.editions import editions
from race.ui.present.telling import verdict_lines


def ended(*, voted: bool) -> Session:
    """Return a game that the founder loses in its second month; a lender sells, or the holders have voted."""
    session = Session("history", 3)
    session.end_month()
    world = session.position()
    if voted:
        world.affairs.removed = True
    else:
        carmaker = world.carmaker
        carmaker.stake_ppm, carmaker.pledged_ppm = 100_000, 90_000
        carmaker.pledge_usd, carmaker.margin_call = 60_000_000_000, 1
    session.end_month()
    assert session.ending is Ending.REMOVED
    return session


def test_who_lost_votes_to_a_lender_was_not_voted_out() -> None:
    session = ended(voted=False)
    file = " ".join(block.text for page in case_file(session) for block in page)
    first = {column[0].kind for column in editions(session)[-1].columns}

    assert "A lender sold shares that you had pledged: 1\u202f% of the votes" in verdict(session).sentence
    assert "voted you out" not in " ".join(verdict_lines(session))
    assert "A lender's sale of pledged shares has cost the founder control." in file
    assert first == {"end.seized"}


def test_who_was_voted_out_is_told_so() -> None:
    session = ended(voted=True)
    file = " ".join(block.text for page in case_file(session) for block in page)
    first = {column[0].kind for column in editions(session)[-1].columns}

    assert verdict(session).sentence == "The holders voted you out."
    assert "The holders have voted the founder out." in file
    assert first == {"end.removed"}


def test_a_frontier_lost_to_a_lender_is_a_company_lost_not_broken() -> None:
    session = ended(voted=False)
    session.position().ending = Ending.PYRRHIC

    assert "lost the company" in headline(session)
