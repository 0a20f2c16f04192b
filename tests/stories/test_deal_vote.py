"""June 2024: the founder asks for chips in the open, and the hall answers before a crate has moved."""

from race.core.commands import CallVote, Divert
from race.core.ids import Ballot, Firm, Terms
from race.core.world import OrderLine
from race.session.session import Session
from tests.builders import a_game, changed
from tests.stories.played import after, played

BEFORE, MEETING = 4, 6


def spring(**switches: float) -> Session:
    session = Session(changed("the-twelve-thousand", switches=switches), 7)
    for _ in range(BEFORE):
        session.end_month()
    return session


def a_late_line(session: Session) -> OrderLine:
    lines = [line for line in session.view().lines if line.owner is Firm.TESLA and line.due > MEETING + 1]
    return max(lines, key=lambda line: (line.quantity, line.id))


def asked(session: Session, terms: Terms = Terms.PAID) -> CallVote:
    line = a_late_line(session)
    return CallVote(ballot=Ballot.DEAL, source=line.id, quantity=line.quantity // 4, terms=terms)


def test_what_the_owners_vote_for_is_done_the_month_after_and_weighs_little() -> None:
    session = spring()
    line = a_late_line(session)

    voted = after(session, asked(session), months=4)
    taken = after(session, Divert(source=line.id, quantity=line.quantity // 4, terms=Terms.PAID), months=4)

    assert [vote.passed for vote in voted.affairs.votes if vote.ballot is Ballot.DEAL] == [True]
    act, other = voted.affairs.acts[0], taken.affairs.acts[0]
    assert act.voted
    assert act.month == MEETING + 1 == act.published
    assert act.paid_usd > 0
    assert not other.voted


def test_a_hall_that_has_lost_its_trust_refuses_in_public() -> None:
    session = spring()
    game = played(session, asked(session, Terms.SWAP))
    world = game.position()

    world.holders.trust *= 6
    world.holders.trust //= 10
    game.end_month()

    refused = game.position().affairs
    assert [vote.passed for vote in refused.votes if vote.ballot is Ballot.DEAL] == [False]
    assert refused.acts == []
    assert refused.approved is None


def test_a_scenario_can_do_without_such_votes() -> None:
    session = spring(deal_votes=0)

    refused = session.why_not(asked(session))

    assert refused is not None
    assert refused.msgid == "This is switched off in this scenario."


def test_nobody_votes_on_what_arrives_before_it_can_be_done() -> None:
    session = a_game()
    line = min((line for line in session.view().lines if line.owner is Firm.TESLA), key=lambda one: one.due)

    refused = session.why_not(CallVote(ballot=Ballot.DEAL, source=line.id, quantity=1, terms=Terms.PAID))

    assert refused is not None
    assert "before what the meeting" in refused.msgid
