import shutil
from pathlib import Path

import pytest

from race import files
from race.core.rulebook import Rulebook
from race.scenario.load import override
from race.session.digests import code_digest, rules_digest


@pytest.mark.parametrize("table", ["scenarios/labs.toml", "facts/supplier_monthly.csv"])
def test_the_tables_that_worlds_are_made_from_are_a_part_of_the_program(
    table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = code_digest.__wrapped__()
    for folder in ("scenarios", "facts"):
        shutil.copytree(files.assets() / folder, tmp_path / folder)
    monkeypatch.setattr("race.session.digests.assets", lambda: tmp_path)
    copied = code_digest.__wrapped__()

    (tmp_path / table).write_bytes((tmp_path / table).read_bytes() + b"\n")

    assert copied == usual != code_digest.__wrapped__()


@pytest.mark.parametrize(
    ("chapter", "number", "counts"), [("imagining", "money_sd", False), ("rivals", "misjudged", True)]
)
def test_what_a_founder_only_imagines_is_no_rule_of_a_game_played_again(
    chapter: str, number: str, *, counts: bool
) -> None:
    usual = Rulebook()

    other = override(usual, {chapter: {number: 0.25}})

    assert other != usual
    assert (rules_digest(other) != rules_digest(usual)) is counts
