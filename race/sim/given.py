"""What a game is opened with, checked before anything is built: a seed, a scenario, policies at their seats.

Mesa's tables and a reader's own script hand these over; what is none of them is refused in one sentence.
"""

import reprlib
from collections.abc import Mapping
from operator import index
from pathlib import Path

from race.core.ids import Seat
from race.core.words import N_, PlainError, Sentence
from race.policy.policy import Policy
from race.scenario.load import Scenario, load_scenario


def seed_of(*given: object) -> int:
    """Return the first seed that is given, 0 without any; raises PlainError for what is none.

    >>> seed_of(None, 7), seed_of()
    (7, 0)
    """
    seed = next((one for one in given if one is not None), 0)
    try:
        number = -1 if isinstance(seed, bool) else index(seed)  # type: ignore[arg-type]  # NumPy's too
    except TypeError:
        number = -1
    if not 0 <= number < 2**63:
        raise _refused(
            N_("A seed is a whole number from 0 to 2**63 - 1, not {seed}."), seed=reprlib.repr(seed)
        )
    return number


def scenario_of(given: object) -> Scenario:
    """Return a scenario, loaded where it is named; raises PlainError for one that is none."""
    if isinstance(given, str | Path):
        return load_scenario(given)
    if isinstance(given, Scenario):
        return given
    raise _refused(
        N_("A scenario is a name, the path of a TOML file or a loaded scenario, not {given}."),
        given=reprlib.repr(given),
    )


def policies_of(given: object) -> dict[Seat, Policy]:
    """Return the policies of some seats; raises PlainError for an unknown seat or what cannot decide."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise _refused(
            N_("policies is a table from seats to policies, not {given}."), given=reprlib.repr(given)
        )
    known = set(Seat)
    for seat, policy in given.items():
        if seat not in known:
            raise _refused(
                N_("policies: there is no seat '{name}'; there are: {known}."),
                name=str(seat),
                known=", ".join(Seat),
            )
        if not decides(policy):
            raise _refused(
                N_("policies: at the seat {seat} sits {given}, which has no method decide(view, luck)."),
                seat=str(seat),
                given=reprlib.repr(policy),
            )
    return {Seat(seat): policy for seat, policy in given.items()}


def founder_of(given: object) -> str | Policy:
    """Return a founder's name or policy; raises PlainError for what is neither. The name is checked later."""
    if isinstance(given, str):
        return given
    if decides(given):
        return given  # type: ignore[return-value]
    raise _refused(
        N_("A founder is a bot's name or an object with a method decide(view, luck), not {given}."),
        given=reprlib.repr(given),
    )


def decides(given: object) -> bool:
    """Tell whether something can decide: an object with the method, and not the class of such objects."""
    return not isinstance(given, type) and callable(getattr(given, "decide", None))


def _refused(msgid: str, **values: str) -> PlainError:
    return PlainError(Sentence(msgid, dict(values)), code=2)
