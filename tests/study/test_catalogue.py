from collections.abc import Sequence

import pytest

from race.policy.founders.archetypes import HABITS
from race.study.balance.catalogue import ELSEWHERE, SHOWN, Line, catalogue
from race.study.balance.measures import IN, OUT
from race.study.balance.plan import Spec
from race.study.balance.tally import Side, Tally
from race.study.compare import Interval
from race.study.measures.choices import Choice
from race.study.measures.exploit import compared
from tests.study.sides import outcomes

FIELD = outcomes(*["frontier", "contender"] * 10)


def line(number: int, *sides: Side, **asked: object) -> Line:
    """Return one line of the catalogue of a few games."""
    tally = Tally(spec=Spec(), sides=(FIELD, *sides), lost=(), **asked)  # type: ignore[arg-type]
    return next(one for one in catalogue(tally, None) if one.number == number)


def choice(gain: float, low: float) -> Choice:
    return Choice(
        founder="steward",
        seed=1,
        month=3,
        orders=("", "Hire", "SetPay"),
        best="Hire",
        gain=Interval(gain, low, gain + 9.0, 8),
        span=gain,
        lead=0.0,
    )


@pytest.mark.parametrize(
    ("endings", "verdict"),
    [(["frontier", "contender", "contender", "contender"] * 5, IN), (["frontier", "contender"] * 10, OUT)],
    ids=["half as good", "as good"],
)
def test_one_mechanic_alone_must_be_worse_than_a_whole_strategy(endings: Sequence[str], verdict: str) -> None:
    alone = outcomes(*endings, founder="only-swaps", part="single")

    found = line(13, alone)

    assert found.verdict == verdict
    assert found.found.startswith("only-swaps: ")


def test_one_mechanic_alone_is_not_judged_where_nobody_wins() -> None:
    lost = outcomes(*["contender"] * 9)
    tally = Tally(spec=Spec(), sides=(lost, outcomes("contender", part="single")), lost=())

    found = next(one for one in catalogue(tally, None) if one.number == 13)

    assert (found.verdict, found.found) == (SHOWN, "nobody reached Frontier")


@pytest.mark.parametrize(
    ("more", "verdict"), [([20.0, 21.0, 22.0], OUT), ([1.0, 2.0, 3.0], IN), ([0.0, 30.0, 60.0], SHOWN)]
)
def test_a_habit_is_an_exploit_only_when_it_is_surely_better(more: list[float], verdict: str) -> None:
    made = {"steward": {1: 100.0, 2: 100.0, 3: 100.0}}
    found = {seed: 100.0 + gain for seed, gain in enumerate(more, 1)}

    told = line(15, exploit=compared(HABITS["steward"], found, made))

    assert told.verdict == verdict
    assert "over steward" in told.found


@pytest.mark.parametrize(
    ("choices", "verdict"),
    [
        ([choice(30.0, 5.0)] * 4, IN),
        ([choice(2.0, -5.0)] * 4, OUT),
        ([choice(30.0, -5.0)] * 4, SHOWN),
    ],
    ids=["surely", "hardly", "perhaps"],
)
def test_choices_matter_only_when_the_figure_and_the_certain_months_agree(
    choices: list[Choice], verdict: str
) -> None:
    assert line(18, choices=tuple(choices)).verdict == verdict


def test_a_line_that_nobody_asked_for_says_how_to_ask() -> None:
    found = {number: line(number) for number in (13, 15, 18, 21)}

    assert {one.verdict for one in found.values()} == {ELSEWHERE}
    assert "--exploit" in found[15].found
    assert "--choices" in found[18].found
