"""Diverted: the AI race, played from inside.

Rooms, from the top: `cli`; `ui` and `study`; `session`; `sim`; `policy` and `scenario`; `speech`;
`core` and `files`. A room imports downwards only, and `docs/architecture.md` says what each is for.
"""

from typing import Final

__version__: Final = "0.1.0"
