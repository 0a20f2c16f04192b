"""What the house's people quote, as tables: what has just happened, what it reminds them of, the words.

In a saying {then} and {n} are the month and the number of what is remembered, {m} is today's number,
{who} is the person's name. None says who of them is a man or a woman.
"""

from typing import Final

from race.core.ids import Matter, Person
from race.core.words import N_

_M: Final = Matter
Saying = tuple[Matter, Matter, str]
"""What has just happened, what is remembered, and the words."""
SAYINGS: Final[dict[Person, tuple[Saying, ...]]] = {
    Person.OFFICER: (
        (
            _M.MISSED_CHIPS,
            _M.CALMED,
            N_("{who}: in {then} you told me it would hold this time. The {m} chips are still not here."),
        ),
        (
            _M.BROKE,
            _M.PROMISED_HANDS,
            N_(
                "{who}: I read your letter of {then} to the plant: no chips without a vote. It was {m} chips."
            ),
        ),
        (
            _M.PROMISED_CHIPS,
            _M.MISSED_CHIPS,
            N_(
                "{who}: in {then} we were to have {n} chips running and had not. Where are the {m} to come "
                "from?"
            ),
        ),
        (
            _M.PROMISED_STEPS,
            _M.MISSED_STEPS,
            N_(
                "{who}: milestone {n} was due in {then} and did not come. Now it is "
                "milestone {m}, with a date."
            ),
        ),
        (
            _M.SILENT,
            _M.PROMISED_CHIPS,
            N_(
                "{who}: in {then} you promised {n} chips running here. {m} of what was to "
                "keep that word left "
                "tonight."
            ),
        ),
        (
            _M.SWAPPED,
            _M.PROMISED_CHIPS,
            N_(
                "{who}: {m} chips change slots, and the {n} you promised in {then} are counted from the same "
                "list."
            ),
        ),
        (
            _M.PUT_OFF,
            _M.PROMISED_CHIPS,
            N_("{who}: the site waits {m} longer. The {n} chips you promised in {then} were to stand in it."),
        ),
        (
            _M.SILENT,
            _M.SILENT,
            N_("{who}: {n} chips in {then}, {m} now. I keep the count, since there is no paper."),
        ),
        (
            _M.GAVE_BACK,
            _M.SILENT,
            N_("{who}: {m} chips are back. They were {n} when they left in {then}, but the dock is glad."),
        ),
        (
            _M.KEPT_CHIPS,
            _M.MISSED_CHIPS,
            N_("{who}: after {then} nobody down here believed a number. The {m} chips are running."),
        ),
        (
            _M.KEPT_STEPS,
            _M.PROMISED_STEPS,
            N_("{who}: milestone {n}, as you said in {then}. The team has put your sentence on a cake."),
        ),
        (
            _M.KEPT_CHIPS,
            _M.PROMISED_CHIPS,
            N_("{who}: {n} chips, as you said in {then}. I had a speech ready for the other case."),
        ),
    ),
    Person.COUNSEL: (
        (
            _M.DENIED,
            _M.CALMED,
            N_(
                "{who}: in {then} you gave me your word that I would sign no more of "
                "these. This one is about "
                "{m} chips."
            ),
        ),
        (
            _M.DENIED,
            _M.SILENT,
            N_("{who}: you ask me to deny {m} chips. My note of {then} says {n}."),
        ),
        (
            _M.DENIED,
            _M.SWAPPED,
            N_("{who}: the swap of {then} has {n} chips and two signatures. One of them is yours."),
        ),
        (
            _M.BROKE,
            _M.PROMISED_HANDS,
            N_(
                "{who}: in {then} you promised the owners a vote before any chip moves, until {n}. {m} have "
                "moved."
            ),
        ),
        (
            _M.SILENT,
            _M.DENIED,
            N_(
                "{who}: in {then} I denied {n} chips in your name. Please let that letter "
                "grow old before you "
                "take {m} more."
            ),
        ),
        (
            _M.REFUTED,
            _M.DENIED,
            N_(
                "{who}: the denial of {then} was about {n} chips. It is refuted, and my name stands under it."
            ),
        ),
        (
            _M.SILENT,
            _M.SILENT,
            N_("{who}: {n} chips in {then}, {m} now. Two are a pattern, and a pattern has a name in court."),
        ),
        (
            _M.THING,
            _M.SILENT,
            N_("{who}: first the {n} chips of {then}, now {m} of something else. It is the same paragraph."),
        ),
        (
            _M.TOLD,
            _M.SILENT,
            N_("{who}: {n} chips, {then}, said by you before anybody else said it. That I can defend."),
        ),
        (
            _M.APOLOGISED,
            _M.DENIED,
            N_("{who}: an apology for what we denied in {then}. It comes late, and it is the right letter."),
        ),
        (
            _M.OPENLY,
            _M.SILENT,
            N_("{who}: a contract this time. In {then} it was {n} chips and a nod."),
        ),
        (
            _M.SWAPPED,
            _M.SWAPPED,
            N_("{who}: {n} chips in {then}, {m} now, and each time we say that it was an exception."),
        ),
        (
            _M.KEPT_HANDS,
            _M.PROMISED_HANDS,
            N_("{who}: no chip without a vote, said in {then}, held until {n}. I shall frame the page."),
        ),
    ),
    Person.SCIENTIST: (
        (
            _M.UNTESTED,
            _M.CALMED,
            N_("{who}: in {then} you told me that the next one would be tested. This one is out at {m}."),
        ),
        (
            _M.UNTESTED,
            _M.INCIDENT,
            N_(
                "{who}: after the incident of {then} we said: never again untested. It took us until a score "
                "of {m}."
            ),
        ),
        (
            _M.INCIDENT,
            _M.UNTESTED,
            N_("{who}: the release of {then}, the one at {n}, was not tested. I wrote it down that evening."),
        ),
        (
            _M.UNTESTED,
            _M.UNTESTED,
            N_("{who}: untested at {n} in {then}, untested at {m} now. People here have begun to ask why."),
        ),
        (
            _M.CLAIM_MISSED,
            _M.CLAIMED,
            N_("{who}: in {then} you announced {n}, and I learned it from the paper. The date has passed."),
        ),
        (
            _M.CLAIMED,
            _M.CLAIM_MISSED,
            N_("{who}: the last number was {n}, due in {then}, and missed. May I see this one first?"),
        ),
        (
            _M.THING,
            _M.THING,
            N_(
                "{who}: first it was worth {n}, in {then}, now {m}. Those who come with it "
                "ask what they have "
                "signed."
            ),
        ),
        (
            _M.CLAIM_KEPT,
            _M.CLAIMED,
            N_("{who}: {n}, as you said in {then}. Next time I shall say it, and you will be surprised."),
        ),
        (
            _M.RELEASED,
            _M.UNTESTED,
            N_("{who}: {m}, and tested. In {then} it was {n} and hope."),
        ),
        (
            _M.RELEASED,
            _M.RELEASED,
            N_("{who}: {n} in {then}, {m} now, and both slept through their tests. It can be done."),
        ),
    ),
    Person.LAWYER: (
        (
            _M.BROKE,
            _M.PROMISED_HANDS,
            N_(
                "{who}, for the pension fund: in {then} we were promised a vote before any chip moves, until "
                "{n}. We read about {m} of them."
            ),
        ),
        (
            _M.REFUTED,
            _M.DENIED,
            N_(
                "{who}, for the pension fund: by the founder's word of {then}, {n} chips never moved. The "
                "documents differ."
            ),
        ),
        (
            _M.MISSED_CHIPS,
            _M.PROMISED_CHIPS,
            N_("{who}, for the pension fund: {n} chips were promised in {then}. The fund has counted."),
        ),
        (
            _M.MISSED_STEPS,
            _M.PROMISED_STEPS,
            N_(
                "{who}, for the pension fund: milestone {n} was promised in {then}. Our "
                "pensioners are patient "
                "by trade."
            ),
        ),
        (
            _M.PROMISED_CHIPS,
            _M.MISSED_CHIPS,
            N_(
                "{who}, for the pension fund: {m} chips are promised. The {n} of {then} are in our folder "
                "still."
            ),
        ),
        (
            _M.SILENT,
            _M.DENIED,
            N_("{who}, for the pension fund: in {then} the founder denied {n} chips. Today they are {m}."),
        ),
        (
            _M.SILENT,
            _M.SILENT,
            N_(
                "{who}, for the pension fund: {n} chips in {then}, {m} more now. We have "
                "bought a second folder."
            ),
        ),
        (
            _M.SWAPPED,
            _M.SWAPPED,
            N_(
                "{who}, for the pension fund: {n} chips swapped in {then}, {m} now. An exception is what "
                "happens once."
            ),
        ),
        (
            _M.SILENT,
            _M.PROMISED_CHIPS,
            N_(
                "{who}, for the pension fund: {n} chips were promised to the carmaker in {then}. {m} went to "
                "the lab."
            ),
        ),
        (
            _M.PEACE,
            _M.SILENT,
            N_("{who}, for the pension fund: a gift is noted. So are the {n} chips of {then}."),
        ),
        (
            _M.KEPT_CHIPS,
            _M.MISSED_CHIPS,
            N_(
                "{who}, for the pension fund: after {then} we did not expect {m} chips. We "
                "have amended our note."
            ),
        ),
    ),
}
"""What each person says of what, the weightiest first."""
