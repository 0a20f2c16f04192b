"""Headlines from the race: who leads, who passes a mark, what goes wrong, who looks over the fence."""

from typing import Final

from race.core.words import N_

CONTEST: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "milestone.own": (
        (
            N_("{firm} passes {mark}; the accountants ask what it is {mark} of"),
            N_("{mark} at {firm}. Investors nod at a number, as they were taught"),
            N_("A mark is passed: {mark}, by {firm}. The bill for it is in section D"),
            N_("{firm} at {mark}: prestige is booked as an intangible"),
        ),
        (
            N_("{mark}!!! {firm} DID IT and we were wearing the cap"),
            N_("{firm} smashes {mark}. There are bits of {mark} everywhere"),
            N_("The Boss promised smart. {mark} is smart. Our cat is about 900"),
            N_("{mark}! Ring the bell, the big one, no, the BIG one"),
        ),
        (
            N_("{firm} past {mark}, outside the error bars, inside our predictions"),
            N_("{mark} by {firm}: compute up, recipe up, luck assumed constant"),
            N_("A mark at {mark} falls to {firm}; we have ordered a taller axis"),
            N_("{firm}, {mark}. Replication welcome, bring your own hall"),
        ),
    ),
    "milestone": (
        (
            N_("{firm} first past {mark}; its cost per point is not in the release"),
            N_("{mark} is passed by {firm}. The market for second places opens lower"),
            N_("First past {mark}: {firm}. Users follow, invoices follow users"),
            N_("{firm} plants a flag at {mark} and insures it"),
            N_("A prize nobody pays and everybody prices: {firm}, {mark}"),
            N_("{mark} reached at {firm}; the market had priced it as {mark} and a half"),
        ),
        (
            N_("{firm} at {mark}. Can it park, though?"),
            N_("So {firm} got {mark} first. We got the better upholstery"),
            N_("{mark} for {firm}. Small clap. Tiny"),
            N_("{firm} past {mark}. The Boss is stretching, watch out"),
            N_("First to {mark} was {firm}. First in our HEARTS is somebody else"),
        ),
        (
            N_("{mark} reached by {firm}; the curve continues, the ceiling is coming"),
            N_("{firm} crosses {mark}: our bet was two months later, we owe a colleague lunch"),
            N_("First measurement above {mark}: {firm}. Second measurement pending"),
            N_("{firm} takes {mark}. Each further mark costs more than the last, see fit"),
            N_("Threshold {mark}: {firm} was here"),
            N_("{mark}, {firm}, on schedule by somebody's schedule"),
            N_("{firm} past {mark}; the reviewers pass the biscuits"),
        ),
    ),
    "milestone.second": (
        (
            N_("Second past {mark}: {firm}. Half the fame at two thirds of the cost"),
            N_("{firm} reaches {mark} too, and says it had not noticed the first"),
            N_("{mark}, again; {firm} buys at the second price"),
            N_("{firm} follows past {mark}. Following is a business"),
        ),
        (
            N_("{firm} second at {mark}. Silver is just grey that tries"),
            N_("Also past {mark}: {firm}. Also ran: our photocopier"),
            N_("{mark} is getting crowded. {firm} brought a chair"),
            N_("Second! {firm} waves. Wave back, be nice"),
        ),
        (
            N_("Independent confirmation that {mark} exists: {firm}"),
            N_("{firm} at {mark}: method diffuses, as method does"),
            N_("Two points make a line: {firm} is the second past {mark}"),
            N_("{mark} replicated by {firm}, at a different price"),
        ),
    ),
    "lead.own": (
        (
            N_("{first} leads, ahead of {old}. The founder's other company holds {share} a share"),
            N_("In front: {first}. In question: for how long"),
            N_("{first} overtakes {old} and finds the view expensive"),
            N_('The late starter leads. {old} is said to be "reviewing"'),
        ),
        (
            N_("FIRST! {first} passes {old} on the outside, no indicator"),
            N_("{old}? Tiny dot in the mirror. {first} leads!"),
            N_("We are number ONE and the font is not big enough"),
            N_("{first} takes the lead. The Boss takes a bow. We take the day off"),
        ),
        (
            N_("{first} over {old}, by more than the noise"),
            N_("Lead change: {first}. What {old} trains now is the next headline"),
            N_("{first} leads. Chip-months explain most of it, talent the rest, luck the residual"),
            N_("argmax changes from {old} to {first}"),
        ),
    ),
    "lead": (
        (
            N_("{first} takes the lead from {old}; the tables at the good restaurants are rebooked"),
            N_("{old} led until lunch. {first} leads now"),
            N_("A new leader, {first}, and the same invoices"),
            N_("{first} ahead of {old}: the analysts had both in front"),
            N_("The lead goes to {first}. {old} keeps the plaque"),
            N_("{first} leads. Contracts signed last week with {old} are read again"),
            N_("From {old} to {first}: the crown is rented by the month"),
        ),
        (
            N_("{first} leads, {old} does not, and neither makes cars"),
            N_("Musical chairs! {first} sits, {old} stands, we hum"),
            N_("{old} out, {first} in. Wake us when it is {lab}"),
            N_("{first} in front. Enjoy it, it is a loan"),
            N_("{first} passes {old}. We looked up from our phones for that"),
            N_("{first}, then {old}, then a bus, then probably us soon"),
            N_("New leader {first}. Same old weather"),
        ),
        (
            N_("{first} passes {old}; half-life of a lead this year: short"),
            N_("Table sorted again, {first} on top, {old} below, bars overlapping"),
            N_("{first} leads by published score; the true order is known to nobody, us included"),
            N_("Swap at position zero: {old}, {first}"),
            N_("{first} over {old}. Our chart has run out of colours, not of leaders"),
            N_("{first} ahead of {old} by a margin that our plotter draws as a smudge"),
            N_("Order changes, {first} before {old}; the gap to the ceiling shrinks for all"),
            N_("{old} had it, {first} has it, entropy wants it"),
        ),
    ),
    "lead.lost": (
        (
            N_("{lab} loses the lead to {first}; the bill for having had it remains"),
            N_("{first} overtakes. What the chips bought, time takes back"),
            N_("It was nice at the top, and short. {first} leads"),
            N_("{lab} second. The lenders were told to expect first"),
        ),
        (
            N_("We LET {first} pass. It is called manners"),
            N_("{first} leads. This is a blip. We print it small"),
            N_("Second is the new first, says nobody, {first} says it louder"),
            N_("{first} overtook on our blind side, where we keep the fries"),
        ),
        (
            N_("{first} above {lab}: compute elsewhere compounds, too"),
            N_("{lab} overtaken; the chip queue decides races a year in advance"),
            N_("Lead lost to {first}. Regression to the mean has a new friend"),
            N_("{first} on top. {lab} within the bars, for those who like bars"),
        ),
    ),
    "incident": (
        (
            N_("An incident with a release is in the headlines, including, reluctantly, this one"),
            N_("Something said by a machine costs its makers a quarter"),
            N_("The insurers of intelligence raise their premium"),
            N_("After an incident, every lab finds that it had always stressed care"),
            N_("A release misbehaves; lawyers behave accordingly"),
        ),
        (
            N_("It said WHAT? Print it? We are a family paper"),
            N_("Robot trouble! None of ours had a face, so no harm"),
            N_("An incident. Grandma was right about the talking toaster"),
            N_("Keep calm and hold the wheel, folks"),
            N_("Somebody's clever box did something clever. Too clever"),
        ),
        (
            N_("Incident report: a failure mode from the literature, section 4, ours"),
            N_("Skipped tests do not disappear, they run in production"),
            N_("What happened is reproducible, which is the good news and the bad"),
            N_("The tail of the distribution introduces itself"),
            N_("Postmortem season opens; the first draft blames the second draft"),
        ),
    ),
    "incident.limits": (
        (
            N_("Lawmakers set a limit; the lobbyists set a table"),
            N_("After the incident, the law: dangerous releases need a permit and patience"),
            N_("A threshold enters into force. It is written in FLOP, nobody can picture it"),
            N_("Regulation arrives the usual way, just after"),
        ),
        (
            N_("LIMITS! On THINKING! What next, on horns?"),
            N_("New law: clever boxes need a licence. So do drivers, fair enough"),
            N_("Lawmakers have discovered computers. Bless"),
            N_("Speed limit for brains: in force"),
        ),
        (
            N_("A limit on dangerous releases, with a definition we can nearly compute"),
            N_("Lawmakers threshold the input because the output is hard to measure"),
            N_("Precaution gets a statute and a form with nine fields"),
            N_("Limit in force. The gap between capable and careful is now a legal term"),
        ),
    ),
    "incident.car": (
        (
            N_("The lab's incident rode along in {carmaker}'s cars"),
            N_("Shared product, shared trouble: {carmaker} has {lab}'s bad week as well"),
            N_("{carmaker}'s dashboards apologise, in a calm voice, to their owners"),
            N_("A channel carries both ways. {carmaker} learns which"),
        ),
        (
            N_("My car said something to my mother-in-law. THANK YOU"),
            N_("The dashboard was rude to a reader. The reader was rude first"),
            N_("Mute button tip of the week, page six"),
            N_("It is in our CARS? Okay, now we are a bit cross"),
        ),
        (
            N_("Common-mode failure between {lab} and {carmaker}, at motorway speed"),
            N_("Correlated risk: one release, two companies, a million dashboards"),
            N_("The blast radius had wheels"),
            N_("Isolation between lab and car was a slide. It is now a ticket"),
        ),
    ),
    "probe": (
        (
            N_("People who asked about {lab}'s rivals too loudly turn out to be the founder's"),
            N_("Market research, with binoculars: the founder's people are noticed"),
            N_("The founder's curiosity is now a matter of record"),
            N_("A visitor counted somebody else's chips and was counted"),
        ),
        (
            N_("They only asked! With a drone! A small one!"),
            N_("Our Boss is CURIOUS. Genius is"),
            N_("Caught peeking. Who does not peek at the neighbour's charger"),
            N_("Spy? Bird-watcher. Big bird. Made of chips"),
        ),
        (
            N_("Active sensing detected; the observer has been observed"),
            N_("Counting a rival's chips from the car park: method sound, camouflage poor"),
            N_("The founder samples rivals at a rate above courtesy"),
            N_("Probe effect: the answer changes when you ask that loudly"),
        ),
    ),
}
"""Wordings by kind of story, for each paper in turn."""
