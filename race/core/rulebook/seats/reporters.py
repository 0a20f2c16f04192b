"""Numbers of the press: where reporters look, and how hard."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class ReporterRules(msgspec.Struct, frozen=True, kw_only=True):
    """What draws reporters to the carmaker, on top of the usual effort."""

    memory: Annotated[int, number("months", 1, 36, "How long the press comes back to what came out.")] = 6
    act: Annotated[float, number("usual effort", 0.0, 3.0, "Effort that each published diversion adds.")] = (
        0.4
    )
    missed: Annotated[float, number("usual effort", 0.0, 3.0, "Effort that each missed promise adds.")] = 0.3
    case: Annotated[float, number("usual effort", 0.0, 3.0, "Effort that each open case adds.")] = 0.3
    quiet: Annotated[
        float, number("usual effort", 0.0, 3.0, "Effort spent on some lab while the carmaker is no news.")
    ] = 1.2
