"""What the pension fund's lawyer quotes: what has just happened, what it is compared with, the words."""

from typing import Final

from race.core.ids import Matter
from race.core.words import N_

_M: Final = Matter
LAWYER: Final[tuple[tuple[Matter, Matter, tuple[str, ...]], ...]] = (
    (
        _M.BROKE,
        _M.PROMISED_HANDS,
        (
            N_(
                "{who}, for the pension fund: in {then} we were promised a vote before any chip moves, "
                "until {n}. We read about {m} of them."
            ),
        ),
    ),
    (
        _M.REFUTED,
        _M.DENIED,
        (
            N_(
                "{who}, for the pension fund: by the founder's word of {then}, {n} chips never moved. "
                "The documents differ."
            ),
            N_(
                "{who}, for the pension fund: we have put the denial of {then} beside the delivery note: "
                "{n} chips. They make a handsome pair."
            ),
        ),
    ),
    (
        _M.MISSED_CHIPS,
        _M.PROMISED_CHIPS,
        (
            N_("{who}, for the pension fund: {n} chips were promised in {then}. The fund has counted."),
            N_(
                "{who}, for the pension fund: {n} chips, said in {then}. We asked the plant politely and "
                "were shown a floor."
            ),
        ),
    ),
    (
        _M.MISSED_STEPS,
        _M.PROMISED_STEPS,
        (
            N_(
                "{who}, for the pension fund: milestone {n} was promised in {then}. Our pensioners are "
                "patient by trade."
            ),
            N_(
                "{who}, for the pension fund: milestone {n}, said in {then}. Two of our trustees have "
                "retired since, on time."
            ),
        ),
    ),
    (
        _M.PROMISED_CHIPS,
        _M.MISSED_CHIPS,
        (
            N_(
                "{who}, for the pension fund: {m} chips are promised. The {n} of {then} are in our "
                "folder still."
            ),
        ),
    ),
    (
        _M.PROMISED_STEPS,
        _M.MISSED_STEPS,
        (N_("{who}, for the pension fund: milestone {m} has a date. So had milestone {n}; it was {then}."),),
    ),
    (
        _M.SILENT,
        _M.DENIED,
        (N_("{who}, for the pension fund: in {then} the founder denied {n} chips. Today they are {m}."),),
    ),
    (
        _M.DENIED,
        _M.SILENT,
        (
            N_(
                "{who}, for the pension fund: {m} chips are denied. About the {n} of {then} we had been "
                "told nothing, which was truer."
            ),
        ),
    ),
    (
        _M.SILENT,
        _M.SILENT,
        (
            N_(
                "{who}, for the pension fund: {n} chips in {then}, {m} more now. We have bought a second "
                "folder."
            ),
            N_(
                "{who}, for the pension fund: {m} chips, after the {n} of {then}. The column is long "
                "enough to be added up."
            ),
            N_(
                "{who}, for the pension fund: we learn of {m} chips from the papers, as of the {n} of "
                "{then}. A card would have done."
            ),
        ),
    ),
    (
        _M.SWAPPED,
        _M.SWAPPED,
        (
            N_(
                "{who}, for the pension fund: {n} chips swapped in {then}, {m} now. An exception is what "
                "happens once."
            ),
            N_(
                "{who}, for the pension fund: a swap is a loan without interest. {n} in {then}, {m} now: "
                "our pensioners lend at four per cent."
            ),
            N_(
                "{who}, for the pension fund: {m} chips have changed places. The fund still asks about "
                "the {n} of {then}."
            ),
        ),
    ),
    (
        _M.SWAPPED,
        _M.PROMISED_CHIPS,
        (
            N_(
                "{who}, for the pension fund: {m} chips are swapped away. {n} running were promised in "
                "{then}; both lists are in our folder."
            ),
        ),
    ),
    (
        _M.SILENT,
        _M.PROMISED_CHIPS,
        (
            N_(
                "{who}, for the pension fund: {n} chips were promised to the carmaker in {then}. {m} "
                "went to the lab."
            ),
        ),
    ),
    (
        _M.PEACE,
        _M.SILENT,
        (N_("{who}, for the pension fund: a gift is noted. So are the {n} chips of {then}."),),
    ),
    (
        _M.PEACE,
        _M.SWAPPED,
        (
            N_(
                "{who}, for the pension fund: we thank the founder. The {n} chips of {then} were "
                "swapped; our thanks are not."
            ),
        ),
    ),
    (
        _M.KEPT_CHIPS,
        _M.MISSED_CHIPS,
        (
            N_(
                "{who}, for the pension fund: after {then} we did not expect {m} chips. We have amended "
                "our note."
            ),
        ),
    ),
    (
        _M.KEPT_CHIPS,
        _M.PROMISED_CHIPS,
        (
            N_(
                "{who}, for the pension fund: {n} chips were promised in {then} and are running. We had "
                "brought the other letter."
            ),
        ),
    ),
    (
        _M.KEPT_STEPS,
        _M.PROMISED_STEPS,
        (
            N_(
                "{who}, for the pension fund: milestone {n}, promised in {then}, is here. It is entered "
                "under assets."
            ),
        ),
    ),
)
