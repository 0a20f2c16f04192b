"""Thirty tales of two acts, as tables: what somebody of the house asks, and what comes of the answer.

Answers are ordered: the one that costs or gives first, the bold one next, silence last.
"""

from typing import Final

from race.core.ids import Firm
from race.core.tales.outside import OUTSIDE
from race.core.tales.owners import OWNERS
from race.core.tales.people import PEOPLE
from race.core.tales.script import Later, On, Push, Script, Way, When
from race.core.tales.works import WORKS
from race.core.words import Name, Part

SCRIPTS: Final[dict[str, Script]] = {script.key: script for script in (*WORKS, *OWNERS, *PEOPLE, *OUTSIDE)}
"""Every tale by its key, in the order of the tables."""

NAMES: Final[dict[str, Part]] = {"carmaker": Name(Firm.TESLA), "lab": Name(Firm.XAI)}
"""What fills the braces of a tale's sentences."""

__all__ = ["NAMES", "SCRIPTS", "Later", "On", "Push", "Script", "Way", "When"]
