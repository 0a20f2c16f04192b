"""Headlines about people who change labs, runs that fail, and what labs announce."""

from typing import Final

from race.core.words import N_

TALK: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "people.in": (
        (
            N_("{people} leave {source} for {target}; pay follows at a distance"),
            N_("{target} hires at {source}. Number of farewell cakes: {people}"),
            N_("Talent has a price list. {target} bought {people} from {source}"),
            N_("From {source} to {target}, researchers: {people}. Garden leave is in bloom"),
        ),
        (
            N_("Welcome, brains! {people} of them, from {source}. Free cap at reception"),
            N_("{source} sends its best, by accident: {people} to {target}"),
            N_("They came for the chips and stayed for the parking: {people}"),
            N_("Poached, like eggs: {people}. Delicious, sorry {source}"),
        ),
        (
            N_("Migration {source} to {target}, {people}; driver: chips per head"),
            N_("{people} change badge; method travels in heads at no bandwidth cost"),
            N_("Weights stay, people move: {people} from {source}"),
            N_("{target} gains {people}. The recipe should show it in two quarters"),
        ),
    ),
    "people.out": (
        (
            N_("{people} leave {source} for {target}. Exit interviews are described as brief"),
            N_("{target} opens its purse and {source} its door: {people}"),
            N_("The lab's lift goes down: {people} to {target}"),
            N_("{people} resignations at {source}, all dated after the bonus"),
            N_('{people} fewer at {source}; the knowledge is "documented", says a person leaving'),
        ),
        (
            N_("{people} traitors. We mean: good luck at {target}. TRAITORS"),
            N_("They left for {target}? The canteen there has no fries"),
            N_("More desk space! {people} gone, plants distributed"),
            N_("{people} leave. The Boss has not noticed, the Boss notices everything"),
            N_("Bye, {people} geniuses. Who waters the plants?"),
        ),
        (
            N_("{source} loses {people} to {target}. Papers to follow, names first"),
            N_("Outflow {people}. People follow compute, or leave the boss, the data cannot say"),
            N_("Recipe walks out: {people} pairs of shoes"),
            N_("Brain drain of {people}; we measured the drain"),
            N_("{target} takes {people} from {source}; citations migrate more slowly"),
            N_("The recipe has legs: {people}, towards {target}"),
        ),
    ),
    "people": (
        (
            N_("{source} to {target}: {people}. Recruiters post a good quarter"),
            N_("{people} change lab; the non-compete clauses are read, for once"),
            N_("{target} takes {people} from {source} and a taxi company a good week"),
            N_("Researchers on the move, {source} to {target}: {people}"),
        ),
        (
            N_("{people} swap {source} for {target}. Neither has a good car park"),
            N_("Brains go round and round: {people}, today to {target}"),
            N_("{people} new badges at {target}. The lanyards are nice, we hear"),
            N_("Why {target}? We would have gone to {lab}. For the chargers"),
        ),
        (
            N_("Edge {source} to {target}, weight {people}"),
            N_("{people} researchers flow downhill in compute per head, to {target}"),
            N_("{target} plus {people}, {source} minus {people}: knowledge is copied, not moved"),
            N_("Talent graph updated: {people} from {source}"),
        ),
    ),
    "run.failed": (
        (
            N_("A training run of {firm} fails; electricity does not give refunds"),
            N_("{firm} loses weeks of compute to a loss that would not fall"),
            N_("Sunk cost, freshly sunk: a run of {firm} stops"),
            N_("At {firm} the power bill arrives and the result does not"),
        ),
        (
            N_("Oops at {firm}. Have you tried turning it off and on"),
            N_("{firm}'s computer said no"),
            N_("A run at {firm} went flat. Always carry a spare"),
            N_("Weeks of sums at {firm}, carried the one wrong"),
        ),
        (
            N_("Divergence at {firm}: the loss went up, so did the pulse of the night shift"),
            N_("{firm} loses a run. Checkpoints are cheap, we say, each time"),
            N_("NaN at {firm}"),
            N_("A run ends early at {firm}; hardware, data or hubris, in that order"),
        ),
    ),
    "run.broke": (
        (
            N_("A run of {firm} stumbles and goes on from a checkpoint, {part} poorer"),
            N_("{firm} repeats {part} of a run; the meter does not run backwards"),
            N_("Back a page at {firm}: {part} of a run is done twice"),
            N_("{part} of a run at {firm} was practice, it turns out"),
        ),
        (
            N_("{firm}'s computer tripped, got up, looked round: {part} lost"),
            N_("Hiccup at {firm}! A glass of water and {part} of the run, upside down"),
            N_("{firm} forgot to save. Well, it saved. But earlier: {part}"),
            N_("A run at {firm} took a wrong exit and drove {part} back"),
        ),
        (
            N_("Checkpoint restored at {firm}; {part} is computed again, to the same digits, one hopes"),
            N_("{firm}: a loss spike, a rollback, {part} spent"),
            N_("Rewind of {part} at {firm}; the seed was kept, the mood was not"),
            N_("{part} of a run at {firm} enters the literature as overhead"),
        ),
    ),
    "claim.own": (
        (
            N_("{firm} announces {quantity} for {due}. We have opened a file with that name"),
            N_("{quantity} by {due}, says {firm}; the market discounts, as for cash"),
            N_("{firm} puts a number in the window: {quantity}, {due}"),
            N_("Rivals will read it, too: {firm}, {quantity}, {due}"),
        ),
        (
            N_("{quantity} by {due}! Write it on your hand"),
            N_('The Boss says {quantity}. The others say "um"'),
            N_("{due}, {quantity}, {firm}. Three words, one heart attack for the rest"),
            N_("{firm} calls its shot: {quantity}. Corner pocket, {due}"),
        ),
        (
            N_("{firm} pre-announces {quantity} for {due}; scored in public at that date"),
            N_("Bluff or plan? {quantity} by {due}: our odds are in the margin, in pencil"),
            N_("{quantity} at {due}: rivals update their plans on it, which may be the point"),
            N_("A forward-looking statement by {firm}, looking as far as {due}: {quantity}"),
        ),
    ),
    "claim.rival": (
        (
            N_("{firm} announces {quantity} by {due}; the forecasters raise a glass"),
            N_("A date from {firm}: {due}, with {quantity}. Others cough"),
            N_("{quantity} by {due} at {firm}, subject to everything"),
            N_("{firm} guides to {quantity}, {due}"),
        ),
        (
            N_("{firm} says {quantity} by {due}. We say: in what colour"),
            N_("Big talk at {firm}: {quantity}. Big yawn here"),
            N_("{due}? {firm} will be lucky. Or right. Mostly lucky"),
            N_("{firm} promises {quantity}. Somebody has been reading our Boss"),
        ),
        (
            N_("{firm} claims {quantity} by {due}; our indicators suggest it, one of them"),
            N_("{quantity}, {due}, {firm}: added to the table of things to be checked"),
            N_("{firm} announces. Announced and true converge, eventually, from above"),
            N_("Signal from {firm}: {quantity} by {due}; reliability estimated from its last one"),
        ),
    ),
    "claim.kept.own": (
        (
            N_("{firm} has the {quantity} it announced; credit is extended by a comma"),
            N_("Said {quantity}, has {quantity}: {firm}'s statements are quoted near par"),
            N_("{quantity} at {firm}, as advertised. The advertiser is surprised"),
            N_("{firm} delivers {quantity}. Sceptics restate"),
        ),
        (
            N_("SAID IT. DID IT. {quantity}"),
            N_("{quantity}, as the Boss foretold. Prophets charge more"),
            N_("We counted: {quantity}. We counted again for the joy of it"),
            N_("Promise machine go brrr: {quantity} at {firm}"),
        ),
        (
            N_("{firm}: {quantity} verified. Calibration improves"),
            N_("Announced {quantity}, measured {quantity}. We framed the scatter plot"),
            N_("{quantity} at {firm}: observed, from a public road"),
            N_("A claim of {firm} survives contact with its date"),
        ),
    ),
    "claim.kept.rival": (
        (
            N_("{firm} has its {quantity}; dull competence is also a strategy"),
            N_("{quantity}, on time, at {firm}. The others take note, we take lunch"),
            N_("{firm} keeps its word at {quantity}"),
            N_("As announced: {firm}, {quantity}"),
        ),
        (
            N_("{firm} did what it said. Where is the fun in that"),
            N_("{quantity} for {firm}. Good for them. GOOD. FOR. THEM"),
            N_("Okay, {firm}. {quantity}. We saw"),
            N_("{firm} kept a promise, somebody fetch smelling salts"),
        ),
        (
            N_("{firm} verified at {quantity}"),
            N_("Forecast and outturn agree at {firm}: {quantity}"),
            N_("{quantity} at {firm}; our prior on its statements goes up a notch"),
            N_("Checked and true: {firm}, {quantity}. Next"),
        ),
    ),
    "claim.missed.own": (
        (
            N_("{firm} does not have its {quantity}. The press release does"),
            N_("{quantity}, announced; {quantity}, awaited. {firm} is between the two"),
            N_("Rivals planned for {quantity} at {firm} and may now relax"),
            N_("A number meets its date and does not recognise it: {quantity}"),
        ),
        (
            N_("{quantity} is in the post. The post is slow. Blame the post"),
            N_("Who needs {quantity}? We never liked {quantity}"),
            N_("{firm} is so far ahead that {quantity} has not caught up"),
            N_("Rounded generously, it is {quantity}"),
        ),
        (
            N_("{quantity} not observed at {firm}; absence of evidence, then evidence of absence"),
            N_("{firm}'s credibility, updated on {quantity}: lower, and well earned"),
            N_("Bluff called at {quantity}"),
            N_('Our table lists {quantity} under "not found"'),
        ),
    ),
    "claim.missed.rival": (
        (
            N_("{firm} is still waiting for its {quantity}; so are those who believed the date"),
            N_("{quantity}: announced early, arriving later. An ordinary year at {firm}"),
            N_("{firm} revises a date, as one does with halls and kitchens"),
            N_("Not yet {quantity} at {firm}; somebody blames the weather"),
        ),
        (
            N_("{firm} late? Only the Boss may be late"),
            N_("{quantity}? Not at {firm}, not today"),
            N_("{firm} missed. We send a card, with glitter"),
            N_("Everybody is late at {quantity}. It is a feature of {quantity}"),
        ),
        (
            N_("{firm}: {quantity} outstanding; calendars eat announcements"),
            N_("{quantity} not measured at {firm} at the date; measured later, probably"),
            N_("A forecast of {firm} meets the calendar"),
            N_("Dates at {firm} have error bars now, drawn by us"),
        ),
    ),
    "left": (
        (
            N_("{who} leaves the founder's house, with a handshake and a box"),
            N_("A departure at the top: {who}. The reasons are described as dated"),
            N_("{who} goes. What {who} knows is harder to hand in"),
            N_("{who} has resigned; the market asks what was in the last memo"),
        ),
        (
            N_("{who} is OUT. Somebody get the cake, no, the other cake"),
            N_("Bye {who}! Leave the mug"),
            N_("{who}, gone. More Boss for everybody"),
            N_('So {who} had "enough". Enough of WHAT? Winning?'),
        ),
        (
            N_("{who} departs; institutional memory drops by one reader"),
            N_("Dependency {who} removed; tests now fail in unexpected places"),
            N_("{who} exits with a clean log and a full head"),
            N_("Key person risk, realised: {who}"),
        ),
    ),
    "tale.good": (
        (
            N_("An old decision at {lab} matures, above par"),
            N_("Something the founder did months ago is paying, to general surprise"),
            N_("Small causes: a kindness of {lab}'s returns with a receipt"),
            N_("Patience pays at {lab}; the ledger has no line for it"),
            N_('A favour filed under "miscellaneous" turns out to be an asset'),
        ),
        (
            N_("Karma! It drives electric!"),
            N_("The Boss planted a seed. It is a TREE. It has a charger"),
            N_("What goes around comes around, waxed"),
            N_("Nice Boss, nice luck. Coincidence? Never heard of it"),
            N_("Remember that thing? It went WELL"),
        ),
        (
            N_("Delayed reward observed at {lab}; credit assignment is left to historians"),
            N_("Long-horizon effect of a small act: positive, one standard favour"),
            N_("{lab}: the impulse was months ago, the response is now"),
            N_("A decision, evaluated months later on data it had not seen"),
            N_("Autocorrelation of good deeds: small, significant, pleasant"),
        ),
    ),
    "tale.bad": (
        (
            N_("A saving of months ago arrives at {lab} with its costs attached"),
            N_("Something {lab} did not answer has answered"),
            N_("The bill for a small thing is not small"),
            N_("Filed, forgotten, forwarded: an old matter at {lab}"),
            N_("Interest compounds on neglect as well, notes {lab}"),
        ),
        (
            N_("It was FINE when we left it. Who woke it up?"),
            N_("Old news bites the Boss. Bad news. Sit"),
            N_("Told you so, says nobody we speak to"),
            N_("We had a lovely photo for this spot. Then this"),
            N_("That thing from months ago? It has a sequel. Bad sequel"),
        ),
        (
            N_("Technical debt at {lab}, of the other kind, falls due"),
            N_("Latent variable becomes patent"),
            N_("{lab} meets the tail of an old decision"),
            N_("A silent failure of months ago logs itself"),
            N_("Hysteresis at {lab}: removing the cause did not remove the effect"),
        ),
    ),
}
"""Wordings by kind of story, for each paper in turn."""
