"""What the chief operating officer quotes: what has just happened, what it is compared with, the words."""

from typing import Final

from race.core.ids import Matter
from race.core.words import N_

_M: Final = Matter
OFFICER: Final[tuple[tuple[Matter, Matter, tuple[str, ...]], ...]] = (
    (
        _M.MISSED_CHIPS,
        _M.CALMED,
        (
            N_("{who}: in {then} you told me it would hold this time. The {m} chips are still not here."),
            N_(
                "{who}: {m} chips short, and I had passed on what you told me in {then} as if it were a "
                "delivery note."
            ),
        ),
    ),
    (
        _M.BROKE,
        _M.PROMISED_HANDS,
        (
            N_(
                "{who}: I read your letter of {then} to the plant: no chips without a vote. It was {m} chips."
            ),
            N_(
                "{who}: since {then} there hangs a notice at the dock: nothing leaves without a vote. "
                "{m} chips walked past it."
            ),
        ),
    ),
    (
        _M.PROMISED_CHIPS,
        _M.MISSED_CHIPS,
        (
            N_(
                "{who}: in {then} we were to have {n} chips running and had not. Where are the {m} to "
                "come from?"
            ),
            N_(
                "{who}: I still owe the plant an answer for the {n} chips of {then}. Please let me have "
                "one for the {m}."
            ),
            N_("{who}: {n} in {then}, {m} next. The number grows, and the floor stays as large as it is."),
        ),
    ),
    (
        _M.PROMISED_STEPS,
        _M.MISSED_STEPS,
        (
            N_(
                "{who}: milestone {n} was due in {then} and did not come. Now it is milestone {m}, with "
                "a date."
            ),
            N_(
                "{who}: the team heard of milestone {m} on the radio. They are still at {n}, the one of "
                "{then}."
            ),
        ),
    ),
    (
        _M.SILENT,
        _M.PROMISED_CHIPS,
        (
            N_(
                "{who}: in {then} you promised {n} chips running here. {m} of what was to keep that word "
                "left tonight."
            ),
            N_(
                "{who}: {m} chips are gone, and the {n} you promised in {then} are still on the poster "
                "in the canteen."
            ),
        ),
    ),
    (
        _M.SWAPPED,
        _M.PROMISED_CHIPS,
        (
            N_(
                "{who}: {m} chips change slots, and the {n} you promised in {then} are counted from the "
                "same list."
            ),
            N_("{who}: a swap of {m}. I have moved the {n} promised in {then} one row down, in pencil."),
            N_("{who}: the {m} come back later, you say. The {n} of {then} were promised for earlier."),
        ),
    ),
    (
        _M.PUT_OFF,
        _M.PROMISED_CHIPS,
        (N_("{who}: the site waits {m} longer. The {n} chips you promised in {then} were to stand in it."),),
    ),
    (
        _M.PUT_OFF,
        _M.SILENT,
        (
            N_(
                "{who}: first the {n} chips of {then}, then the hall they would have stood in, {m} "
                "later. I can read a calendar."
            ),
        ),
    ),
    (
        _M.SILENT,
        _M.SILENT,
        (
            N_("{who}: {n} chips in {then}, {m} now. I keep the count, since there is no paper."),
            N_(
                "{who}: the night shift has a word for it by now. In {then} it meant {n} chips, tonight "
                "it means {m}."
            ),
            N_("{who}: {m} more. Of the {n} that left in {then} I was told that they were the last."),
        ),
    ),
    (
        _M.SWAPPED,
        _M.SWAPPED,
        (
            N_(
                "{who}: {n} chips swapped in {then}, {m} now. The supplier has begun to ask which "
                "address is ours."
            ),
            N_(
                "{who}: the {n} of {then} are promised back, the {m} of today as well. I have opened a "
                "calendar for them."
            ),
        ),
    ),
    (
        _M.GAVE_BACK,
        _M.SILENT,
        (N_("{who}: {m} chips are back. They were {n} when they left in {then}, but the dock is glad."),),
    ),
    (
        _M.KEPT_CHIPS,
        _M.MISSED_CHIPS,
        (N_("{who}: after {then} nobody down here believed a number. The {m} chips are running."),),
    ),
    (
        _M.KEPT_STEPS,
        _M.PROMISED_STEPS,
        (
            N_("{who}: milestone {n}, as you said in {then}. The team has put your sentence on a cake."),
            N_(
                "{who}: it was said in {then} and it is here: milestone {m}. I have stopped the clock in "
                "the corridor."
            ),
        ),
    ),
    (
        _M.KEPT_CHIPS,
        _M.PROMISED_CHIPS,
        (
            N_("{who}: {n} chips, as you said in {then}. I had a speech ready for the other case."),
            N_("{who}: counted twice: {m}, as promised in {then}. The second count was for pleasure."),
        ),
    ),
    (
        _M.KEPT_HANDS,
        _M.PROMISED_HANDS,
        (
            N_(
                "{who}: nothing left the dock since {then} that should not. The guards would like it to "
                "go on beyond {n}."
            ),
        ),
    ),
)
