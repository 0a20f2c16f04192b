"""Headlines about the founder's word: what is promised, what the books say of it, what became of it."""

from typing import Final

from race.core.words import N_

PROMISED: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "promise.chips": (
        (
            N_("{carmaker} to run {n} chips by {due}, says the founder; the sites have not been asked"),
            N_("{n} chips by {due}: we have framed it and hung it above the copier"),
            N_("A number and a date from the founder: {n}, {due}. The order book is on its way to us"),
            N_("{carmaker} shares at {share} on a promise of {n} chips. Delivery is a separate column"),
        ),
        (
            N_("{n} CHIPS by {due}! Set your alarm, charge your car"),
            N_("The Boss names a number: {n}. The number blushed. {due}!"),
            N_("{n} chips at OUR company by {due}. We made the poster already"),
            N_("Circle {due}: {n} chips, and we are bringing cake"),
        ),
        (
            N_("{n} chips by {due} needs power that we cannot find on any permit yet"),
            N_("Claim: {n} running by {due}. Status: untested. Reviewers: everybody"),
            N_(
                "We fitted a line to {carmaker}'s deliveries. It reaches {n} after {due}, or never, or before"
            ),
            N_("{n} by {due}, stated without error bars. We have added some"),
        ),
    ),
    "promise.autonomy": (
        (
            N_("Autonomy: {n} of 4 milestones promised by {due}. The small print is all white"),
            N_("{n} of 4 by {due}. Analysts move a date, and keep the old one in a drawer"),
            N_("A date for autonomy again: {due}. We keep a shelf for them"),
            N_("The cars will reach step {n} of 4 by {due}. The cars had no comment"),
        ),
        (
            N_("Hands OFF by {due}! Step {n} of 4, and this time with feeling"),
            N_("{due}: step {n} of 4. Nan can finally nap at the wheel (she must not)"),
            N_("The car that drives itself will drive itself to step {n} by {due}"),
            N_("Step {n} of 4 by {due}. Doubters, hand in your licences"),
        ),
        (
            N_("Milestone {n} of 4 by {due}: chips, power, records, luck; three are listed on the site plan"),
            N_("We backtested earlier autonomy dates against {due}. The residuals are one-sided"),
            N_("A milestone with a date, {due}; the definition of milestone {n} is on page two"),
            N_("{n} of 4 by {due}. The fourth is the one with rain"),
        ),
    ),
    "promise.peace": (
        (
            N_("No chips without a vote until {due}. Holders ask for it in ink"),
            N_("The founder promises to ask first, until {due}. Asking is free"),
            N_("A ceasefire at the dock, to last until {due}"),
            N_("Hands off the crates until {due}: the cheapest promise and the dearest to break"),
        ),
        (
            N_("Pinky promise till {due}: no chips without YOUR vote"),
            N_("The crates stay home until {due}. We are sending flowers to the crates"),
            N_("Peace in the car park until {due}!"),
            N_("No votes, no chips, till {due}. The Boss said it, we stitched it on a cushion"),
        ),
        (
            N_("A lock on the dock until {due}; the key is a ballot"),
            N_("Write access to {carmaker}'s chips revoked until {due}, says root"),
            N_("A promise that is checkable every night until {due}. We have a script"),
            N_("Zero transfers until {due}: the easiest series we shall ever plot"),
        ),
    ),
    "promise.printed": (
        (
            N_("We read the order book. {part} of the promise for {due} is not in it"),
            N_("Promised for {due}, booked for later: {part} short, by arithmetic"),
            N_("{part} of a promise is missing and the books have not seen it"),
            N_("The date is {due}. The bookings are not. Shares at {share}"),
        ),
        (
            N_("So {part} is not booked YET. Rome was not booked in a day"),
            N_("Nit-pickers count order books. {part}, boo hoo. {due} is not here yet"),
            N_("The Boss can find {part} down the back of the sofa. Wait for {due}"),
            N_("They have a calculator. We have faith. {part} of it is calculated"),
        ),
        (
            N_("Checked against public bookings: {part} of the {due} claim cannot arrive in time"),
            N_("Lead time beats rhetoric: {part} missing at {due} under every scenario we ran"),
            N_("The {due} promise fails a unit test, by {part}"),
            N_("We subtracted. {part} remains. It was on the wrong side"),
        ),
    ),
    "promise.kept": (
        (
            N_("As promised for {due}, and delivered in {due}. We have checked the calendar twice"),
            N_("A promise due in {due} is kept. The correction desk has the day off"),
            N_("Word and books agree at {due}; shares at {share}"),
            N_("The founder said {due} and meant it. Analysts revise an opinion, not a number"),
            N_("Kept on its date: {due}. Holders are not sure how to be angry about this"),
        ),
        (
            N_("PROMISE KEPT! {due} was the date and {due} it was. Eat that, calendar"),
            N_("We said the Boss would. The Boss did. Ring your brother-in-law: {due}"),
            N_('Kept! Our "told you so" page runs to eight columns. {due}'),
            N_("{due}: a promise came home, on time, with flowers"),
            N_("Champagne (alcohol-free, we drive): kept for {due}"),
        ),
        (
            N_("Claim due {due}: verified. We are as surprised as the data"),
            N_("A promise converged by {due}. The loss is zero"),
            N_("Green tick at {due}. The founder's calibration curve gains a point"),
            N_("Reproduced independently: kept by {due}"),
            N_("Our prior was lower. We update on {due}, as the theorem asks"),
        ),
    ),
    "promise.missed": (
        (
            N_("The promise for {due} is due, and so is an explanation"),
            N_("{due} has come; what was promised for it has not"),
            N_("Missed: another date. The founder's credit is quoted with a spread"),
            N_("Holders open their diaries at {due} and find a blank page, at {share}"),
            N_("A promise expires in {due}, survived by its announcement"),
        ),
        (
            N_("Nobody is counting (they are). Missed by {due}. So what?"),
            N_("{due} was more of a MOOD than a date"),
            N_("Late? Visionary! The world missed {due}, not the Boss"),
            N_("We put the cake for {due} back in the freezer"),
            N_("Fine. Missed. We do not want to talk about {due}"),
        ),
        (
            N_("Claim due {due}: falsified. Thank you for being falsifiable"),
            N_("The {due} target was out of distribution"),
            N_("Forecast error at {due}: total. Sign: the usual one"),
            N_("Timeout at {due}. No retry was scheduled"),
            N_("We keep a table of promises. Row {due} is now red"),
        ),
    ),
}
"""Wordings by kind of story, for each paper in turn."""
