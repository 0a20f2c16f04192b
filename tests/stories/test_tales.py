"""The month in which somebody of the house asks, and the month in which the answer comes back."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from race.core.chance import Chance
from race.core.commands import Answer
from race.core.events import Happening
from race.core.formulas.house.tales import remembered
from race.core.ids import Firm
from race.core.rules.house.tales import tell_tales
from race.core.tales import SCRIPTS
from race.core.world import Tale
from race.session.session import Refused, Session
from tests.builders import a_world, orders, scenario
from tests.stories.played import without


def asked(seed: int = 7) -> Session:
    """Return a game in the month in which the first question waits."""
    session = Session(scenario(), seed)
    while not any(tale.choice is None for tale in session.view().affairs.tales):
        session.end_month()
    return session


def first(session: Session) -> Tale:
    """Return the first question of a game."""
    return session.view().affairs.tales[0]


def told(session: Session, kind: Happening) -> Iterator[int]:
    """Yield the months in which something of a kind was told."""
    return (report.month for report in session.reports for event in report.events if event.kind is kind)


def test_an_answer_is_felt_at_once_and_comes_back_months_later() -> None:
    session = asked()
    tale, rules = first(session), session.view().board.rules.tales

    session.submit(Answer(tale=tale.key, choice=0))
    while not first(session).done:
        session.end_month()

    answered, back = next(told(session, Happening.ANSWERED)), next(told(session, Happening.AFTERMATH))
    assert first(session).choice == 0
    assert rules.back_least <= back - answered <= rules.back_most


def test_silence_is_the_last_answer() -> None:
    session = asked()

    session.end_month()

    assert first(session).choice == SCRIPTS[first(session).key].default


def test_a_question_is_answered_once_and_only_while_it_waits() -> None:
    session = asked()
    answer = Answer(tale=first(session).key, choice=0)

    session.submit(answer)

    with pytest.raises(Refused, match="answered already"):
        session.submit(answer)
    session.end_month()
    with pytest.raises(Refused, match="Nobody in the house waits"):
        session.submit(answer)


def test_questions_never_repeat_and_three_months_are_never_without_one() -> None:
    session = Session(scenario(), 5, "idle")

    while session.ending is None and session.month < 20:
        session.end_month()

    tales = session.view().affairs.tales
    months = [0, *(tale.asked for tale in tales)]
    assert len({tale.key for tale in tales}) == len(tales)
    assert all(1 <= later - earlier <= 3 for earlier, later in pairwise(months))


def test_without_the_switch_nobody_asks() -> None:
    session = Session(without("tales"), 7, "random")

    for _ in range(12):
        session.end_month()

    assert session.view().affairs.tales == []


@pytest.mark.parametrize("key", SCRIPTS)
def test_every_tale_has_both_acts_whatever_is_answered(key: str) -> None:
    script = SCRIPTS[key]

    for choice in range(len(script.ways)):
        world = a_world(month=8)
        world.affairs.tales.append(remembered(world, key))
        world.month = 9
        answered = tell_tales(world, orders(Answer(tale=key, choice=choice)), Chance(3))
        world.month = world.affairs.tales[0].due
        back = tell_tales(world, orders(), Chance(3))

        assert answered[0].kind is Happening.ANSWERED
        assert back[0].kind is Happening.AFTERMATH
        assert world.affairs.tales[0].done
        assert world.labs[Firm.XAI].cash_usd >= 0
        assert world.money() == 0
