"""Changed numbers: a fragment to read, and a whole scenario that can be played."""

from collections.abc import Mapping
from typing import Any

from race.core.words import N_, Sentence
from race.scenario.load import Scenario, scenario_of
from race.scenario.mistakes import Mistakes
from race.scenario.toml import parse_toml, write_toml


def fragment(values: Mapping[str, float]) -> str:
    """Return numbers as the tables of a scenario file.

    >>> print(fragment({"race.luck_sd": 14.0, "labs.openai.parent_usd": 500_000_000, "race.error_sd": 5.0}))
    [rules.race]
    luck_sd = 14.0
    error_sd = 5.0
    <BLANKLINE>
    [labs.openai]
    parent_usd = 500000000
    <BLANKLINE>
    """
    return write_toml(_laid({}, values))


def _laid(tree: Mapping[str, Any], values: Mapping[str, float]) -> dict[str, Any]:
    """Return a tree with numbers laid over it; the tree itself stays as it is."""
    laid = dict(tree)
    for path, value in values.items():
        table, _dot, field = path.removeprefix("labs.").rpartition(".")
        part = "labs" if path.startswith("labs.") else "rules"
        laid[part] = {**laid.get(part, {})}
        laid[part][table] = {**laid[part].get(table, {}), field: value}
    return laid


def changed(scenario: Scenario, values: Mapping[str, float]) -> Scenario:
    """Return the scenario with numbers changed; its own changes of other numbers stay.

    Raises Mistakes, which blame the numbers and not the file, when it is not sound then.
    """
    tree = _laid(parse_toml(scenario.text, scenario.name), values)
    try:
        return scenario_of(scenario.name, write_toml(tree), tree, scenario.difficulty, scenario.trait)
    except Mistakes as error:
        raise _misfit(scenario.name, error) from error


def _misfit(name: str, error: Mistakes) -> Mistakes:
    """Blame the numbers that were changed for what is wrong now, not the file, which was sound."""
    found = Mistakes(name, list(error.mistakes))
    found.code = 2
    found.sentence = Sentence(
        N_("With the numbers that were asked for, {file} is not sound:"), {"file": name}
    )
    return found
