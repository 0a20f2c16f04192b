"""Headlines about money: rounds, the founder's stake, buy-backs, loans."""

from typing import Final

from race.core.words import N_

MONEY: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "round.own": (
        (
            N_("{firm} raises {amount} at {valuation}; the chips were the collateral and the story"),
            N_("{amount} for {firm}. At {valuation} even the furniture is strategic"),
            N_("{valuation}: a number agreed by people who all want it"),
            N_("{firm} sells a slice for {amount}; the cake is made of racks"),
            N_("Investors value {firm} at {valuation}, of which revenue is a rumour"),
            N_("{amount} arrives at {firm}; the chipmaker sends regards"),
            N_("{firm} takes {amount}; dilution is a word for later"),
            N_("{valuation} for {firm}: half is chips, half is the half of the founder's diary"),
            N_("{amount} wired to {firm} before the coffee came"),
            N_("The price of {firm} is {valuation}. The cost is in another currency"),
        ),
        (
            N_("{valuation}!!! The Boss makes money the way we make tea"),
            N_("{amount} in ONE round. Ours was four pints"),
            N_("They queued to GIVE money: {amount}"),
            N_("{firm} is worth {valuation} and so is our love"),
            N_("{amount} richer, same T-shirt. That's the Boss"),
            N_("Ka-ching: {amount}. The till fell off the counter"),
            N_("{amount}!! We tried to write it with all the zeros and hit the margin"),
            N_("Investors love {firm}. Get in line, behind us, since 2019"),
            N_("{valuation}. The Boss shrugged. The shrug is worth {valuation}"),
        ),
        (
            N_("{firm} converts {amount} into chips, minus latency"),
            N_("{valuation} divided by its powered chips: we did, twice, and sat down"),
            N_("{amount} at {firm}; capital compounds where compute does"),
            N_("Valuation {valuation}: fitted to chips and rank, residual named vision"),
            N_("{firm} raises {amount}. Next constraint: transformers"),
            N_("{amount} buys roughly one generation, for roughly one generation"),
            N_(
                "{amount} raised by {firm}: collateral on the floor compounds, collateral in a lorry does not"
            ),
            N_("{firm}, {valuation}: we divide by FLOP and get a number with feelings"),
            N_("{amount} in, chips out, one quarter latency"),
        ),
    ),
    "round.rival": (
        (
            N_("{firm} raises {amount} at {valuation}; modest by next year's standards"),
            N_("{amount} for {firm}: patience is the scarce asset, it says"),
            N_("{valuation} at {firm}. The term sheet has more zeros than clauses"),
            N_("{firm} takes {amount} and a seat is added to a table"),
            N_("Fresh capital, {firm}, {amount}; the receipt says chips"),
            N_("{firm} closes at {valuation}; the champagne was a convertible"),
            N_("{amount} for {firm}; everybody else calls it an outlier, and their bank"),
        ),
        (
            N_("{amount} for {firm}. Money cannot buy style"),
            N_("{firm} worth {valuation}? Do they even have a horn"),
            N_("{firm} gets {amount}. We found a coin in a seat"),
            N_("Rich {firm}: {amount}. Richer in memories: us"),
            N_("{amount}! {firm} is buying ALL the chips, save us some"),
            N_("{firm} raises {amount}. We raise an eyebrow"),
            N_("{valuation} for {firm}, and they cycle to work"),
        ),
        (
            N_("{firm}, {amount}: expect permits in a quarter, smoke in three"),
            N_("{amount} to {firm}: the queue at the chipmaker will hear of it"),
            N_("{firm} at {valuation}; the multiple is a unit test nobody runs"),
            N_("Money into {firm}: {amount}. We plot it on a log axis for our health"),
            N_("{firm} extends its runway by {amount}, mostly taxiing"),
            N_("{firm}: {amount}. Compute follows with a lag we can name"),
            N_("{valuation}, {firm}: an embedding of hope in one dimension"),
        ),
    ),
    "bought_back": (
        (
            N_("{carmaker} buys back {part} for {amount}; fewer owners to disagree"),
            N_("{amount} of cash becomes {part} of air, at {share}"),
            N_("Nothing better to buy, says {carmaker}, and buys itself: {amount}"),
            N_("{part} retired. The rest own a little more of the same"),
        ),
        (
            N_("{carmaker} buys {carmaker}: excellent taste, {amount}"),
            N_("{amount} says WE ARE WORTH IT"),
            N_("Fewer shares, same love, more each: {part}"),
            N_("The company hugs itself with {amount}"),
        ),
        (
            N_("{amount} not spent on chips: {part} of the shares, zero FLOP"),
            N_("Denominator reduced by {part}"),
            N_("{carmaker} compresses its owners, losslessly, by {part}"),
            N_("Buy-back {amount}: the opportunity cost is a hall"),
        ),
    ),
    "stake": (
        (
            N_("The founder sells {part} of {carmaker} for {proceeds}; the tax office keeps {tax}"),
            N_("{proceeds} raised, {part} of a vote spent"),
            N_("Insider sells {part}. It is for the lab, the insider says, which is inside, too"),
            N_("The founder owns less of what is asked for more trust: {part} out"),
        ),
        (
            N_("The Boss sells {part}. Somebody has to pay for the future: {proceeds}"),
            N_("{tax} in TAX! Name a street after somebody"),
            N_("Sold {part}. Kept the keys. Relax"),
            N_("{proceeds}. It is a loan from the Boss to the Boss"),
        ),
        (
            N_("Control traded for compute at {proceeds} per {part}"),
            N_("{part} sold; quorum arithmetic shifts in the third digit that matters"),
            N_("Founder's weight in the vote, pruned by {part}"),
            N_("Irreversible transfer: {part}, {proceeds}, minus {tax} of friction"),
        ),
    ),
    "pledged": (
        (
            N_("{part} of {carmaker} pledged for {loan}; the lender has set an alarm"),
            N_("The founder borrows {loan} on {part} and on good weather"),
            N_("{loan} to the lab, secured on a share price that reads the papers"),
            N_("Leverage enters the house by the front door: {part}, {loan}"),
        ),
        (
            N_("{loan} without selling ONE share. Genius or plumbing, both good"),
            N_("The Boss bets on the Boss: {part}. Odds: lovely"),
            N_("Pawn shop? Rook shop. {loan}"),
            N_("All in! Well, {part} in"),
        ),
        (
            N_("{loan} against {part}: a put option written by the founder on the founder"),
            N_("Feedback loop armed: price, pledge, sale, price; gain {part}"),
            N_("Coupled oscillators: {carmaker}'s price and {lab}'s cash, coupling {part}"),
            N_("{part} pledged; stable, for small perturbations"),
        ),
    ),
    "freed": (
        (
            N_("The founder repays {loan}; {part} of the company is owned again rather than held"),
            N_("{part} out of pawn; the alarm clock is returned to the lender"),
            N_("Debt falls by {loan}, sleep rises"),
            N_("{loan} repaid, early, with a receipt and a sigh"),
        ),
        (
            N_("FREE AT LAST: {part}. The Boss owes nobody, except us a ride"),
            N_("Paid {loan}. Banks hate this one trick"),
            N_("{part} came home. Cake? Cake"),
            N_("Debt? What debt? {loan} less of it"),
        ),
        (
            N_("Coupling reduced by {part}"),
            N_("{loan} repaid: the feedback loop is opened before it rang"),
            N_("Deleveraging, {part}; the system has more damping"),
            N_("{part} unlocked; held by reference no more"),
        ),
    ),
    "margin": (
        (
            N_("The lender calls: {owed} owed, {value} pledged, one month of courtesy"),
            N_("{part} of {carmaker} will be sold in a month by somebody with no opinion of it"),
            N_("{owed} against {value}: the loan has outgrown its collar"),
            N_("A margin call, so named because it arrives in the margin and moves to the text"),
        ),
        (
            N_("The bank rang. The Boss let it RING"),
            N_("{owed}? Pass the hat! Pass the cap! OUR cap!"),
            N_("One month to fix {share}. Buy a car! Buy two!"),
            N_("Do not panic. We are panicking for you"),
        ),
        (
            N_("Threshold hit: {owed}/{value}. The controller will sell {part}"),
            N_("Positive feedback enters the chat: {part} in one month"),
            N_("{value} of collateral, {owed} of debt, thirty days of relaxation time"),
            N_("The loop we drew long ago has closed"),
        ),
    ),
    "seized": (
        (
            N_("The lender sells {part} for {proceeds}; {votes} of the votes are what is left"),
            N_("Sold, by the bank, at the price of the day: {part}"),
            N_("{votes}: the founder's vote after the lender's"),
            N_("Control is what you pledge when you pledge shares, {part} of holders note"),
        ),
        (
            N_("The bank SOLD our Boss's shares! {part}! We changed bank"),
            N_("{proceeds}, thieves, legal ones"),
            N_("{votes} left and every one a lion"),
            N_("Worst. Auction. Ever. {part}"),
        ),
        (
            N_("Forced liquidation {part}; damping absent, as predicted in an earlier issue"),
            N_("Votes remaining: {votes}. The quorum now has a mind of its own"),
            N_("{part} discharged through the market, {proceeds}, some heat"),
            N_("State after transition: {votes}"),
        ),
    ),
    "loan": (
        (
            N_("{firm} borrows {amount} on its chips; collateral that ages in months"),
            N_("{amount} lent on silicon at {firm}. The bank asked which silicon"),
            N_("{firm} pledges racks for {amount}"),
            N_("Debt of {amount} at {firm}, secured, cooled, insured"),
        ),
        (
            N_("{firm} gets {amount}, shows bank the blinking lights"),
            N_("{amount} on tick. Chips on tick. Tick tick tick"),
            N_("Borrow big: {amount}. Think big. Park big"),
            N_("The bank likes {firm}. We liked it FIRST"),
        ),
        (
            N_("{amount} against chips; half-life of the collateral is one generation"),
            N_("{firm} discovers leverage: {amount}"),
            N_("A bank now tracks chip prices with interest: {amount}, {firm}"),
            N_("Loan {amount}: we computed when the chips will be worth less than it"),
        ),
    ),
    "loan.called": (
        (
            N_("{firm}'s banks want {amount} back: new chips make old collateral"),
            N_("{amount} recalled at {firm}; the chips did nothing wrong but age"),
            N_("A generation ships and {firm}'s lenders recount: {amount}"),
            N_("{firm} pays for the future with the past: {amount}"),
        ),
        (
            N_("Bank wants {amount} back from {firm}. Bank has no chill"),
            N_("Old chips need love too, {firm}! {amount}!"),
            N_('{amount}! And a "kind regards"!'),
            N_("{firm} owes {amount}. Chips are vintage now"),
        ),
        (
            N_("Collateral decayed below the loan at {firm}: {amount}"),
            N_("{firm}: mark to market met Moore, {amount}"),
            N_("Depreciation schedule wins by {amount} at {firm}"),
            N_("{amount} due at {firm}; each new chip shortens an old loan"),
        ),
    ),
    "sold": (
        (
            N_("{firm} is sold; what is left of a plan is its price"),
            N_("A sign at {firm} is taken down and invoiced"),
            N_("{firm} changes hands. The hands are washed first"),
            N_("The last asset of {firm} is its address"),
        ),
        (
            N_("{firm} SOLD. Do we still get the newsletter?"),
            N_("Gone, gone, {firm}. Like our hair"),
            N_("Somebody bought {firm}. Was there a voucher?"),
            N_("{firm}: under new management, same sofa"),
        ),
        (
            N_("{firm} merged into another branch; history kept, squashed"),
            N_("Weights of {firm} change owner without noticing"),
            N_("{firm} absorbed; the league table loses a colour"),
            N_("Terminal state reached: {firm}, sold"),
        ),
    ),
}
"""Wordings by kind of story, for each paper in turn."""
