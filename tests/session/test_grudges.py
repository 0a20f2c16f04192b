"""Rivals' grudges: what is told is what they hold for what the founder did, and nothing else."""

from functools import cache

import pytest

from race.core.commands import Answer, Command, Hire, Lobby, Probe
from race.core.ids import PPM, RIVALS, Firm
from race.core.tales import SCRIPTS
from race.session.heard.grudges import FELT, Deed, Offence, grudge
from race.session.session import Refused, Session
from tests.builders import changed

_OFFENDS = "Publish your own first."


def give(session: Session, command: Command) -> None:
    try:
        session.submit(command)
    except Refused:
        return


@cache
def played(months: int, seed: int = 3) -> Session:
    """Return a game in which two rivals are raided, complained about and looked into; order nothing in it."""
    session = Session(changed(court={"probe_backfires": 500_000}, tales={"ask": 0.9}), seed)
    for month in range(months):
        for target in (Firm.META, Firm.OPENAI):
            give(session, Hire(researchers=8, source=target) if month % 3 else Probe(target=target))
            give(session, Lobby(target=target))
        for tale in session.view().affairs.tales:
            ways = [way.words for way in SCRIPTS[tale.key].ways]
            give(session, Answer(tale=tale.key, choice=ways.index(_OFFENDS) if _OFFENDS in ways else 0))
        session.end_month()
    return session


@pytest.mark.parametrize("seed", [3, 4])
def test_the_grudge_that_is_told_is_the_one_that_is_held_for_what_was_done(seed: int) -> None:
    session = played(14, seed)

    for firm in RIVALS:
        held, told = session.position().labs[firm].grudges.get(Firm.XAI, 0), grudge(session, firm)
        assert (told.left if told else 0) == (held if held > FELT else 0)
        assert held == 0 or told is None or told.offences


def test_each_offence_is_told_with_its_month() -> None:
    told = grudge(played(14), Firm.META)

    assert told is not None
    assert {offence.deed for offence in told.offences} >= {Deed.RAID, Deed.COMPLAINT}
    assert all(offence.people > 0 for offence in told.offences if offence.deed is Deed.RAID)
    months = [offence.month for offence in told.offences]
    assert months == sorted(months)


def test_what_nobody_told_stays_hidden() -> None:
    session = Session("history", 3)
    session.end_month()
    for lab in session.position().labs.values():
        lab.grudges[Firm.XAI] = 5 * PPM

    assert [grudge(session, firm) for firm in RIVALS] == [None] * len(RIVALS)


def test_a_grudge_fades_as_the_law_says() -> None:
    session = played(14).fork()
    before = grudge(session, Firm.META)
    assert before is not None
    session.end_month()

    after = grudge(session, Firm.META)

    assert after is not None
    assert after.left == int(before.left * session.view().board.rules.race.grudge_kept)
    assert isinstance(after.offences[0], Offence)
