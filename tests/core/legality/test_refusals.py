"""Refusals: every reason can be met, is true, and leaves something else to order."""

import ast
from math import inf, nan, nextafter
from pathlib import Path
from string import Formatter

import pytest

from race.core import commands as c
from race.core import legality
from race.core.ids import Firm, Generation, Person, Seat, Terms, Thing, lab_of
from race.core.legality import admit, refusal
from race.core.words import Quantity, Sentence, usd
from race.core.world import Candidate, World
from tests.builders import plainer
from tests.core.legality import companies, edges, founder, passing
from tests.core.legality.edges import Edge
from tests.core.legality.refused import Change, Refused, on, seen

CASES = (
    *companies.CHIPS, *companies.CRAFT, *companies.PEOPLE, *companies.MONEY,
    *passing.PASSING, *passing.GIVING, *founder.OWNERS, *founder.PRIVATE, *founder.STAKE, *founder.SEAT,
)  # fmt: skip


def test_every_sentence_of_the_judge_can_be_met() -> None:
    written = {
        node.args[0].value
        for module in Path(*legality.__path__).glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "N_"
        and isinstance(node.args[0], ast.Constant)
    }

    assert written == {case.says for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says[:40])
def test_a_refusal_says_why_with_its_numbers(case: Refused) -> None:
    view = seen(case.by, *case.change)

    why = refusal(view, case.given, case.order)

    assert why is not None
    assert why.msgid == case.says
    assert {field for _, field, _, _ in Formatter().parse(why.msgid) if field} <= set(why.values)
    assert admit(view, (*case.given, case.order)) == case.given


def test_an_overdrawn_lab_is_told_what_it_owes_and_not_that_nothing_is_left() -> None:
    view = seen(Seat.FOUNDER, on("lab", cash_usd=-450_000_000))

    why = refusal(view, (), c.Hire(researchers=5))

    assert why is not None
    assert why.msgid == "This costs {cost} now; {free} is left."
    assert why.values["free"] == usd(-450_000_000)


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.rather is not None], ids=lambda case: case.says[:40]
)
def test_beside_what_is_refused_something_can_be_ordered(case: Refused) -> None:
    assert case.rather is not None

    assert refusal(seen(case.by, *case.change), case.given, case.rather) is None


@pytest.mark.parametrize("edge", [*edges.ORDERED, *edges.TRAINED, *edges.PASSED, *edges.OWNED])
def test_a_bound_is_the_last_that_is_allowed(edge: Edge) -> None:
    def refused(n: int) -> bool:
        moved = (edge.sets(n),) if edge.sets is not None else ()
        return refusal(seen(edge.by, *edge.change, *moved), edge.given, edge.asks(n)) is not None

    inside = [n for n in (edge.low, edge.high) if n is not None]
    outside = [n for n in (_beside(edge.low, -1), _beside(edge.high, 1)) if n is not None]

    assert [n for n in inside if refused(n)] == []
    assert [n for n in outside if not refused(n)] == []


def _unlimited(world: World) -> None:
    plainer(world, "export_limits")


def _beside(bound: int | None, step: int) -> int | None:
    return None if bound is None else bound + step


@pytest.mark.parametrize(
    ("order", "change", "key"),
    [
        (c.RaiseRound(), (on("lab", cash_usd=0, last_round=5),), "ready"),
        (
            c.PublishRelease(),
            (on("lab", candidate=Candidate(finished=3, flop=1e25, elo=1_200.0, luck=0.0)),),
            "ready",
        ),
        (c.DivertThing(thing=Thing.DATA, terms=Terms.SILENT), (), "date"),
        (c.DivertThing(thing=Thing.CHANNEL, terms=Terms.SILENT), (), "date"),
        (c.LicenseBack(), (on("affairs", last_license=2),), "date"),
        (c.Reassure(person=Person.COUNSEL), (founder.calmed,), "date"),
    ],
)
def test_what_is_said_to_be_possible_in_a_month_is_possible_then_and_not_before(
    order: c.Command, change: tuple[Change, ...], key: str
) -> None:
    def refused_in(month: int) -> Sentence | None:
        return refusal(seen(Seat.FOUNDER, *change, on("world", month=month - 1)), (), order)

    why = refused_in(4)

    assert why is not None
    date = why.values[key]
    assert isinstance(date, Quantity)
    assert refused_in(int(date.value)) is None
    assert refused_in(int(date.value) - 1) == why


def test_a_founder_who_waits_as_long_as_told_can_sell() -> None:
    for month in range(1, 13):
        why = refusal(seen(Seat.FOUNDER, on("world", month=month)), (), c.SellStake(shares_ppm=10))
        wait = why.values["time"] if why is not None else Quantity("months", 0)
        assert isinstance(wait, Quantity)
        then = on("world", month=month + int(wait.value))
        assert refusal(seen(Seat.FOUNDER, then), (), c.SellStake(shares_ppm=10)) is None


@pytest.mark.parametrize(
    ("by", "generation"), [(Seat.DEEPSEEK, Generation.H200), (Seat.OPENAI, Generation.B200)]
)
def test_export_rules_keep_the_newest_chips_from_one_lab_only(by: Seat, generation: Generation) -> None:
    view = seen(by, on("world", month=14))
    firm = lab_of(by)
    assert firm is not None

    allowed = [
        each
        for each in Generation
        if refusal(view, (), c.OrderChips(company=firm, generation=each, quantity=200)) is None
    ]

    assert allowed == [generation]


def test_without_export_rules_every_lab_orders_alike() -> None:
    view = seen(Seat.DEEPSEEK, _unlimited)

    assert (
        refusal(view, (), c.OrderChips(company=Firm.DEEPSEEK, generation=Generation.H100, quantity=5_000))
        is None
    )


def test_a_run_may_aim_at_the_least_and_the_most_compute_and_at_none() -> None:
    view = seen(Seat.FOUNDER)
    rules = view.board.rules.race
    least, most = rules.target_least, rules.target_most

    inside = [refusal(view, (), c.StartRun(months=2, target_flop=aim)) for aim in (0.0, least, most)]
    outside = [nextafter(least, 0.0), nextafter(most, inf), nan]

    assert inside == [None] * 3
    assert all(refusal(view, (), c.StartRun(months=2, target_flop=aim)) for aim in outside)
