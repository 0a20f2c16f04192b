"""The numbers a scenario may change, by name: those of the rulebook and the means of labs.

A number is named by its chapter (`race.luck_sd`) or by its lab (`labs.openai.parent_usd`); whoever takes
such names from the command line asks here whether there is one, and whether a value is within its bounds.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from race.core.ids import Firm
from race.core.rulebook import Rulebook
from race.core.rulebook.catalogue import Entry, entries, entries_of
from race.core.words import N_, Part, PlainError, Sentence
from race.scenario.lab_means import LabMeans, table_of_labs
from race.scenario.load import Scenario
from race.scenario.mistakes import shortened

_LABS: Final = "assets/scenarios/labs.toml"
"""Where the means of labs stand, with what is known of them; a scenario may have its own."""


def numbers_of(scenario: Scenario) -> dict[str, Entry]:
    """Return every number of a scenario that can be changed; in an equal field no lab has its own."""
    return _numbers(scenario.rules, scenario.means if scenario.file.equal is None else {})


@lru_cache(maxsize=1)
def usual_numbers() -> Mapping[str, Entry]:
    """Return every number that can be changed, as it is in the story."""
    return _numbers(Rulebook(), table_of_labs())


def _numbers(rules: Rulebook, means: Mapping[Firm, LabMeans]) -> dict[str, Entry]:
    found = {path: entry for path, entry in entries(rules).items() if entry.tunable}
    for firm, each in means.items():
        found |= {
            entry.path: replace(entry, source=_LABS) for entry in entries_of(f"labs.{firm.value}", each)
        }
    return found


def known_number(name: str, known: Iterable[str]) -> str:
    """Return a number's name if there is such a number; raises PlainError with the nearest one otherwise."""
    names = list(known)
    if name in names:
        return name
    near = get_close_matches(name, names, n=1)
    raise PlainError(
        Sentence(
            N_("There is no number '{n}'; did you mean {near}?")
            if near
            else N_("There is no number '{n}'; `diverted explain --chapter all` lists them."),
            {"n": shortened(name), "near": near[0] if near else ""},
        ),
        code=2,
    )


def checked(name: str, value: float, known: Mapping[str, Entry]) -> float:
    """Return a value as the number of that name keeps it; raises PlainError for no such number or value.

    >>> checked("labs.openai.parent_usd", 5e8, usual_numbers())
    500000000
    """
    entry = known[known_number(name, known)]
    told: dict[str, Part] = {"n": f"{name}={shortened(str(value))}"}
    if not entry.low <= value <= entry.high:
        raise PlainError(
            Sentence(
                N_("'{n}' is out of bounds; give {low} to {high}."),
                told | {"low": f"{entry.low:_}", "high": f"{entry.high:_}"},
            ),
            code=2,
        )
    if entry.whole and value != int(value):
        raise PlainError(Sentence(N_("'{n}' must be a whole number."), told), code=2)
    return int(value) if entry.whole else value
