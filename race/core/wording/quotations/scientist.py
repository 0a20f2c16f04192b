"""What the chief scientist quotes: what has just happened, what it is compared with, the words."""

from typing import Final

from race.core.ids import Matter
from race.core.words import N_

_M: Final = Matter
SCIENTIST: Final[tuple[tuple[Matter, Matter, tuple[str, ...]], ...]] = (
    (
        _M.UNTESTED,
        _M.CALMED,
        (N_("{who}: in {then} you told me that the next one would be tested. This one is out at {m}."),),
    ),
    (
        _M.UNTESTED,
        _M.INCIDENT,
        (
            N_(
                "{who}: after the incident of {then} we said: never again untested. It took us until a "
                "score of {m}."
            ),
        ),
    ),
    (
        _M.INCIDENT,
        _M.UNTESTED,
        (N_("{who}: the release of {then}, the one at {n}, was not tested. I wrote it down that evening."),),
    ),
    (
        _M.UNTESTED,
        _M.UNTESTED,
        (
            N_("{who}: untested at {n} in {then}, untested at {m} now. People here have begun to ask why."),
            N_("{who}: in {then} it went well, at {n}. That is what I am asked to call evidence for {m}."),
            N_(
                "{who}: the test bench has been free since {then}. The {n} did not need it, nor does the "
                "{m}, I hear."
            ),
        ),
    ),
    (
        _M.CLAIM_MISSED,
        _M.CLAIMED,
        (
            N_("{who}: in {then} you announced {n}, and I learned it from the paper. The date has passed."),
            N_(
                "{who}: {n}, announced in {then}. We had a sheet of paper on the wall with it. We have "
                "the wall."
            ),
        ),
    ),
    (
        _M.CLAIMED,
        _M.CLAIM_MISSED,
        (N_("{who}: the last number was {n}, due in {then}, and missed. May I see this one first?"),),
    ),
    (
        _M.CLAIMED,
        _M.CLAIM_KEPT,
        (N_("{who}: after the {n} of {then} they believe us. I would not spend that on a Tuesday."),),
    ),
    (
        _M.THING,
        _M.THING,
        (
            N_(
                "{who}: first it was worth {n}, in {then}, now {m}. Those who come with it ask what they "
                "have signed."
            ),
        ),
    ),
    (
        _M.CLAIM_KEPT,
        _M.CLAIMED,
        (N_("{who}: {n}, as you said in {then}. Next time I shall say it, and you will be surprised."),),
    ),
    (
        _M.RELEASED,
        _M.UNTESTED,
        (
            N_("{who}: {m}, and tested. In {then} it was {n} and hope."),
            N_(
                "{who}: we tested it and found two things. In {then}, at {n}, we would have found them "
                "in the news."
            ),
        ),
    ),
    (
        _M.RELEASED,
        _M.INCIDENT,
        (N_("{who}: {m}, tested. Since {then} I have kept the old incident's number, {n}, on my door."),),
    ),
    (
        _M.RELEASED,
        _M.RELEASED,
        (
            N_("{who}: {n} in {then}, {m} now, and both slept through their tests. It can be done."),
            N_("{who}: between {then} and today lie {n} and {m}, and not one apology. I call that a method."),
            N_(
                "{who}: since {n}, in {then}, people have stopped asking whether it is ready at {m}. "
                "They ask how."
            ),
        ),
    ),
)
