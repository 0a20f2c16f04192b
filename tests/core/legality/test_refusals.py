"""Refusals: every reason can be met, is true, and leaves something else to order."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from race.core import legality
from race.core.legality import admit, refusal
from tests.core.legality import companies, founder, passing
from tests.core.legality.refused import Refused, seen

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
    view = seen(case)

    why = refusal(view, case.given, case.order)

    assert why is not None
    assert why.msgid == case.says
    assert {field for _, field, _, _ in Formatter().parse(why.msgid) if field} <= set(why.values)
    assert admit(view, (*case.given, case.order)) == case.given


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.rather is not None], ids=lambda case: case.says[:40]
)
def test_beside_what_is_refused_something_can_be_ordered(case: Refused) -> None:
    assert case.rather is not None

    assert refusal(seen(case), case.given, case.rather) is None
