"""What the house's people quote, a table for each, the weightiest first.

In a saying {then} and {n} are the month and the number of what is remembered, {m} is today's number,
{who} is the person's name. What is remembered need not be about the same chips: a saying is true either
way, and says {m} of what has just happened. None says who of them is a man or a woman. Each is said once in
a game.
"""

from typing import Final

from race.core.ids import Matter, Person
from race.core.wording.quotations.counsel import COUNSEL
from race.core.wording.quotations.lawyer import LAWYER
from race.core.wording.quotations.officer import OFFICER
from race.core.wording.quotations.scientist import SCIENTIST

Saying = tuple[Matter, Matter, tuple[str, ...]]
"""What has just happened, what is remembered, and words for it."""
SAYINGS: Final[dict[Person, tuple[Saying, ...]]] = {
    Person.OFFICER: OFFICER,
    Person.COUNSEL: COUNSEL,
    Person.SCIENTIST: SCIENTIST,
    Person.LAWYER: LAWYER,
}
