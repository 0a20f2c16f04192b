"""Headlines about the carmaker's quarters and its autonomy programme."""

from typing import Final

from race.core.words import N_

QUARTERS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "earnings.up": (
        (
            N_("{carmaker}: {revenue} in the month of {date}; margins behave, analysts do not"),
            N_("Better than feared, worse than hoped, {revenue}: the shares choose better"),
            N_('{carmaker} reports {revenue}; the word "chips" occurs nine times, the word "cars" eight'),
            N_("A good quarter at {carmaker}: {revenue}. It still makes cars, it turns out"),
            N_("{revenue}, shares {share}: holders forgive in percentages"),
            N_("{date} at {carmaker}: {revenue}, and nobody asked about the dock"),
            N_("{carmaker}'s {date}: {revenue}, a beat by a penny and a paragraph"),
            N_("{revenue}; the cash register still opens towards the right company"),
            N_("{share}: relief, priced"),
            N_("Demand for cars surprises those who came for robots: {revenue}"),
        ),
        (
            N_("{revenue}! In a MONTH! Selling JOY!"),
            N_("Beat! Smashed! Waxed! {revenue}"),
            N_("{share} a share. Told the bank, told the dentist"),
            N_("{carmaker} UP. Sceptics down, where it is damp"),
            N_("{revenue} says you cannot lose. (You can. Page nine.)"),
            N_("Results so good we read them twice, once aloud"),
            N_("{revenue}! Confetti! (Recycled, electric)"),
            N_("Green numbers! Our favourite colour after red ones"),
            N_("{date} was a GOOD month to be right"),
        ),
        (
            N_("{carmaker}'s quarter: {revenue}; one sigma above consensus, which has two members"),
            N_("{revenue} at {carmaker}; we look for compute spend, on page 61"),
            N_("Results up. Chips had nothing to do with it yet"),
            N_("{carmaker} {date}: cars fund chips, chips will drive cars, loop closed on paper"),
            N_("Price {share}: the move is results, not rerouting, as the fit says"),
            N_("{revenue}: signal, with a seasonal term"),
            N_("{revenue} in {date}: above the line that we had drawn in pencil"),
            N_("Positive surprise, by definition temporary: {revenue}"),
        ),
    ),
    "earnings.down": (
        (
            N_("{carmaker}: {revenue} in {date}, and a long sentence about the second half"),
            N_("{revenue} is less than was in the spreadsheet; {share} is what that costs"),
            N_("A soft quarter, hard questions: {revenue}"),
            N_('{carmaker} misses; "investment phase" is the phrase'),
            N_("Margins narrow at {carmaker}; the gap to the promises does not"),
            N_("Shares at {share} after {date}: the price moves on cars after all"),
            N_('{carmaker} in {date}: {revenue}, "in line with revised expectations"'),
            N_("{revenue} and a slide about robots: the pairing is becoming familiar"),
            N_("The call lasted an hour. {revenue} took a minute of it"),
            N_("{share} after {revenue}; the patient funds grow more patient, by law"),
        ),
        (
            N_("{revenue}. Could be worse! Could be a bus company"),
            N_("BUY THE DIP (this is not advice, it is a feeling)"),
            N_("The quarter sulks. Leave it alone, it comes round"),
            N_("{share}? Sale! Everything must stay!"),
            N_("Numbers, schmumbers. The seats are SO soft"),
            N_("{revenue}. We blame Mercury, and dealers"),
            N_("{date} was shorter than other months, somehow"),
            N_("{revenue}: we prefer to count smiles"),
            N_("Sales dip! More parking for us!"),
        ),
        (
            N_("{carmaker} {date}: {revenue}; reverting to a mean it never admitted"),
            N_("Revenue {revenue}; residual negative; adjective count positive"),
            N_("{carmaker} below forecast; autonomy delays enter as a lagged variable"),
            N_("{share}: eight to twenty per cent moves need results; these were results"),
            N_("The quarter underfits"),
            N_("{revenue}: we plotted it and turned the page upside down to check"),
            N_("{revenue}, {date}: half noise, half management, we separate the halves"),
            N_("Down quarter; the adviser's spreadsheet learns a new colour"),
        ),
    ),
    "autonomy": (
        (
            N_("Autonomy reaches step {n} of 4; this year's cars can be sold again"),
            N_("{carmaker} delivers step {n} of 4. Insurers read it with a ruler"),
            N_("Step {n} of 4: what chips, power and records are for"),
            N_("{n} down: a milestone, met, at {carmaker}; shares {share}"),
            N_("{carmaker} ticks {n} of 4, and a regulator ticks nothing yet"),
            N_("A promise made of milestones acquires one: {n} of 4"),
        ),
        (
            N_("STEP {n}! Look, no hands! (Keep hands.)"),
            N_("The car went round the roundabout and was THANKED. Step {n}"),
            N_("{n} of 4! Nan fell asleep! In the back! Legally!"),
            N_("Milestone {n}: it parked better than Dad, Dad left the room"),
            N_("It overtook a tractor. On its own. TWICE. Step {n}"),
            N_("Who is a clever car? You are! {n} of 4!"),
        ),
        (
            N_("Step {n} of 4 verified on wet cobbles"),
            N_("Autonomy {n}/4: training compute at home shows up on the road"),
            N_("Milestone {n}: interventions per thousand km, halved, plotted, framed"),
            N_("{n} of 4. The remaining ones contain the pedestrians"),
            N_("Step {n} of 4: fewer surprises per kilometre, the only metric"),
            N_("{n}/4; sensitivity to chips kept at home: high, as published"),
        ),
    ),
    "autonomy.slips": (
        (
            N_(
                "Autonomy misses its date at step {n} of 4; the chips it was to use are elsewhere, or "
                "idle, or neither"
            ),
            N_("Step {n} of 4 and holding. A date is returned unused"),
            N_("{carmaker}'s cars stay at {n} of 4; so do the drivers' hands"),
            N_("A slip at {carmaker}: {n} of 4, shares {share}, adjectives withdrawn"),
            N_("Autonomy, {n} of 4: the future is rebooked"),
            N_("{carmaker} reaches {n} of 4 on the date for more; options are repriced, excuses too"),
            N_("The robotaxi is late, said the man in the taxi: {n} of 4"),
            N_("{n} of 4. Where did the training nights go, ask holders with a map"),
        ),
        (
            N_("{n} of 4 is 100 % of {n}"),
            N_("Late is just early for the next date"),
            N_("The car is SHY. Give it time. {n} of 4"),
            N_("We like driving! Who asked? {n} of 4 and happy"),
            N_("Self-driving soon. Self-explaining never. {n} of 4"),
            N_("{n} of 4, but look how it waits at the lights. So polite"),
            N_("Dates are for fruit. {n} of 4"),
            N_("The car says next year. We believe the car"),
        ),
        (
            N_("Autonomy stalls at {n}/4: months late, counted; reasons, correlated"),
            N_("{n} of 4: the date was a point estimate"),
            N_("Compute at month t, steps at t plus lag; today, {n} of 4"),
            N_("{n}/4. A left turn remains unsolved, as in physics"),
            N_("Milestone unmet, {n} of 4; the test set was the road"),
            N_("Slip at {n} of 4: nothing clever, we only subtract dates"),
            N_("{n}/4 at the due date; compute budget of autonomy, last two quarters: see appendix"),
        ),
    ),
}
"""Wordings by kind of story, for each paper in turn."""
