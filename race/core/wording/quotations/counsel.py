"""What the general counsel quotes: what has just happened, what it is compared with, the words."""

from typing import Final

from race.core.ids import Matter
from race.core.words import N_

_M: Final = Matter
COUNSEL: Final[tuple[tuple[Matter, Matter, tuple[str, ...]], ...]] = (
    (
        _M.DENIED,
        _M.CALMED,
        (
            N_(
                "{who}: in {then} you gave me your word that I would sign no more of these. This one is "
                "about {m} chips."
            ),
        ),
    ),
    (
        _M.SILENT,
        _M.CALMED,
        (N_("{who}: we spoke in {then}, and you were very clear. So are these {m} chips."),),
    ),
    (
        _M.DENIED,
        _M.SILENT,
        (
            N_("{who}: you ask me to deny {m} chips. My note of {then} says {n}."),
            N_(
                "{who}: before I write that {m} chips never moved: I was in the room in {then}, and the "
                "table said {n}."
            ),
        ),
    ),
    (
        _M.DENIED,
        _M.SWAPPED,
        (N_("{who}: the swap of {then} has {n} chips and two signatures. One of them is yours."),),
    ),
    (
        _M.BROKE,
        _M.PROMISED_HANDS,
        (
            N_(
                "{who}: in {then} you promised the owners a vote before any chip moves, until {n}. {m} "
                "have moved."
            ),
            N_(
                "{who}: your word of {then} runs until {n}. I ask before I file it: were the {m} chips "
                "put to a vote?"
            ),
        ),
    ),
    (
        _M.SILENT,
        _M.DENIED,
        (
            N_(
                "{who}: in {then} I denied {n} chips in your name. Please let that letter grow old "
                "before you take {m} more."
            ),
            N_("{who}: {m} chips, and the ink of {then} is not dry. That letter was about {n}."),
        ),
    ),
    (
        _M.REFUTED,
        _M.DENIED,
        (
            N_(
                "{who}: {m} chips were denied, and that is refuted. Under the denial of {then}, of {n}, "
                "stands my name."
            ),
            N_(
                "{who}: I said {n} chips had not moved, in {then}, because you said so. From now on I "
                "shall say who said so."
            ),
        ),
    ),
    (
        _M.SILENT,
        _M.SILENT,
        (
            N_("{who}: {n} chips in {then}, {m} now. Two are a pattern, and a pattern has a name in court."),
            N_(
                "{who}: I have a sheet with two lines: {then}, {n}; today, {m}. I should like it to stay "
                "a sheet."
            ),
            N_(
                "{who}: {m} chips without a word. For the {n} of {then} I had prepared three words; none "
                "fits twice."
            ),
        ),
    ),
    (
        _M.THING,
        _M.SILENT,
        (N_("{who}: first the {n} chips of {then}, now {m} of something else. It is the same paragraph."),),
    ),
    (
        _M.TOLD,
        _M.SILENT,
        (
            N_(
                "{who}: {m} chips, said by you before anybody else said it. That I can defend. In {then}, "
                "with {n} gone, I would not have bet on it."
            ),
        ),
    ),
    (
        _M.APOLOGISED,
        _M.DENIED,
        (
            N_(
                "{who}: an apology for {m} chips. In {then} I denied {n} in your name; this is the better "
                "letter."
            ),
        ),
    ),
    (
        _M.APOLOGISED,
        _M.SWAPPED,
        (
            N_(
                "{who}: an apology for {m} chips. It cost one page; for the swap of {then}, {n} chips, I had "
                "budgeted eleven."
            ),
        ),
    ),
    (
        _M.OPENLY,
        _M.SILENT,
        (N_("{who}: a contract this time. In {then} it was {n} chips and a nod."),),
    ),
    (
        _M.SWAPPED,
        _M.SWAPPED,
        (
            N_("{who}: {n} chips in {then}, {m} now, and each time we say that it was an exception."),
            N_(
                "{who}: another swap, {m}. The form I drew up for the {n} of {then} is beginning to look "
                "like a habit."
            ),
            N_(
                "{who}: {m} chips against later ones. For the {n} of {then} I wrote 'once'. I have "
                "crossed it out."
            ),
        ),
    ),
    (
        _M.KEPT_HANDS,
        _M.PROMISED_HANDS,
        (N_("{who}: no chip without a vote, said in {then}, held until {n}. I shall frame the page."),),
    ),
    (
        _M.PEACE,
        _M.REFUTED,
        (N_("{who}: peace, and after {then}. The {n} chips will be a footnote; I write short footnotes."),),
    ),
)
