"""Changed numbers as text: a fragment to read, and a whole scenario that can be played.

The scenario's own text is kept, comments and all; only its tables of overrides are written anew.
"""

import re
from collections.abc import Mapping
from typing import Final

from race.scenario.load import Scenario, parse_scenario

_TABLE: Final = re.compile(r"^\s*\[+\s*([A-Za-z0-9_.\"-]+)\s*\]+")
_OURS: Final = ("rules", "labs")


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
    tables: dict[str, list[str]] = {}
    for path, value in values.items():
        table, _dot, field = path.rpartition(".")
        place = table if table.startswith("labs.") else f"rules.{table}"
        tables.setdefault(place, []).append(f"{field} = {value!r}")
    return "\n".join(f"[{place}]\n" + "".join(f"{line}\n" for line in tables[place]) for place in tables)


def changed_text(scenario: Scenario, values: Mapping[str, float]) -> str:
    """Return the scenario's text with numbers changed; its own overrides of other numbers stay."""
    kept, ours = [], False
    for line in scenario.text.splitlines(keepends=True):
        table = _TABLE.match(line)
        if table is not None:
            ours = table[1].split(".")[0] in _OURS
        if not ours:
            kept.append(line)
    own = {
        f"{chapter}.{name}": value
        for chapter, numbers in scenario.file.rules.items()
        for name, value in numbers.items()
    }
    own |= {
        f"labs.{firm.value}.{name}": value
        for firm, means in scenario.file.labs.items()
        for name, value in means.items()
    }
    return "".join(kept).rstrip() + "\n\n" + _toml({**own, **values})


def _toml(values: Mapping[str, float]) -> str:
    return fragment(values).replace(" = True\n", " = true\n").replace(" = False\n", " = false\n")


def changed(scenario: Scenario, values: Mapping[str, float]) -> Scenario:
    """Return the scenario with numbers changed, checked as a stranger's file is."""
    return parse_scenario(scenario.name, changed_text(scenario, values), scenario.difficulty, scenario.trait)
