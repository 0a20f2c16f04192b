"""Headlines about the owners' ladder: letters, votes, gifts, what is said behind doors."""

from typing import Final

from race.core.words import N_

HOLDERS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "letter": (
        (
            N_("An open letter to {carmaker}'s board, four pages, no exclamation marks"),
            N_("Holders write to the board. The board has read the envelope"),
            N_("Dear board: trust stands at {trust}, and so does the patience of index funds"),
            N_("A letter with more signatures than adjectives reaches {carmaker}"),
            N_('"We remain, for now, your shareholders": a letter worth reading to its last comma'),
            N_("The pen is mightier than the {share}, hope the holders of {carmaker}"),
            N_("The letter asks three questions and answers two of them itself"),
            N_("Post from the owners, second class, first quality"),
            N_("The board thanks its correspondents for their paper"),
        ),
        (
            N_("Some people have time to write LETTERS"),
            N_("Whingers' club posts a letter. Postage paid by whingers"),
            N_("An open letter! Shut it, there is a draught"),
            N_("Dear board, we love you. Signed, the people who can park"),
            N_("They wrote a letter. We wrote a SONG. It is in the supplement"),
            N_("Four pages of grumbling, zero mention of the heated seats"),
            N_("A letter in Times New Roman. We rest our case"),
            N_("They signed in blue. We sign in GLITTER"),
            N_("A letter! The shredder has a fan club"),
        ),
        (
            N_("Letter to {carmaker}'s board parsed: one demand, three threats, a dangling else"),
            N_("Sentiment of the letter: minus 0.6. Sentiment of the reply: not found"),
            N_("Open letter, closed source: who drafted it"),
            N_("Trust {trust}, half-life of a letter three weeks, we measured"),
            N_("The holders' letter cites our appendix. We are moved, and cite them back"),
            N_("A letter arrives on paper. The gazette had to look up paper"),
            N_("Letter received; entropy low, grievance high"),
            N_("Holders write plain text. The answer will be formatted"),
        ),
    ),
    "courted": (
        (
            N_("Some holders heard it first, over dinner; the others read it here"),
            N_("Selective hearing: the founder's private talks are public"),
            N_("Dessert for a few funds, the bill for everybody"),
            N_("What was said at table nine reaches tables one to eight"),
        ),
        (
            N_("The Boss has friends. Friends have dinner. Scandal! (It is not)"),
            N_("Jealous? Ask for a dinner as well. We did. No answer yet"),
            N_("They talked in private, like PEOPLE"),
            N_("Menu leaked: sole, potatoes, guidance"),
        ),
        (
            N_("Side channel found between the founder and some holders"),
            N_("Information was not uniformly distributed. Physics has a word for what follows"),
            N_("Private key exchange over dinner, intercepted by a waiter"),
            N_("Broadcast beats unicast, the founder learns"),
        ),
    ),
    "keep.won": (
        (
            N_("{support} for the founder; the rest of the votes are also counted, and remembered"),
            N_("The founder stays with {support}. The hall was warm, the applause was not"),
            N_("Confirmed at {support}: a mandate, or a postponement"),
            N_("{support} say stay. Nobody asked them for how long"),
            N_("{support}: the founder thanks everybody and looks at the funds"),
            N_("The owners renew, {support}; the terms are not written down anywhere"),
        ),
        (
            N_("{support}!!! THE BOSS STAYS! Honk if you voted"),
            N_("They came, they moaned, they lost: {support} for the Boss"),
            N_("{support}. Frame it. Hang it where the in-laws sit"),
            N_("Our exit poll of one car park said 100 %. Reality: {support}. Close"),
            N_("{support}! Grown men hugged a charging post"),
            N_("THE BOSS IS BACK (never left): {support}"),
        ),
        (
            N_("{support} in favour, in line with our simulation, which had a bug"),
            N_("Founder retained, {support}. The turnout is the story, as ever"),
            N_("Vote of {support}: the distribution has two humps and a valley of proxies"),
            N_("Stable equilibrium at {support}; perturb with care"),
            N_("{support}, of which convinced: fewer; of which defaulted: more"),
            N_("The vote measures trust plus habit: {support}"),
        ),
    ),
    "keep.lost": (
        (
            N_("{support} is not enough. {carmaker} is looking for a chief, apply in writing"),
            N_("The owners remembered that they are the owners: {support} to stay"),
            N_("Out at {support}. The chips stay where they are, for the court to find"),
            N_("A company without its founder, a founder with {support}"),
        ),
        (
            N_("We have no headline. {support}. We have no headline"),
            N_("Mugs at half price: {support} was not enough"),
            N_("{support} and they call it democracy. We call it Tuesday, the worst one"),
            N_("Thank you, Boss. {support} of us meant it"),
        ),
        (
            N_("Removed at {support}: threshold crossed, hysteresis likely"),
            N_("The system rejected its largest component: {support}"),
            N_("{support}: the long-expected phase change, and still everybody is wet"),
            N_("Founder deallocated. {support}"),
        ),
    ),
    "money.won": (
        (
            N_("{amount} of {carmaker}'s cash for the lab, with {support}. Trust is a currency after all"),
            N_("Holders invest {amount} in what they used to complain about"),
            N_("{support} for {amount}: the honest way turns out to have a cashier"),
            N_("The lab receives {amount}, and a hall full of new bosses"),
        ),
        (
            N_("{amount} for the lab and we ALL own a bit of robot brain"),
            N_("{support} said SHUT UP AND TAKE {amount}"),
            N_("Asked nicely, got {amount}. Mothers everywhere nod"),
            N_("{amount}! Our reader Gus put in the price of a wiper"),
        ),
        (
            N_("{amount} by ballot buys about the chips that silence would have cost"),
            N_("{support}: cooperation, it says here, is an evolutionarily stable strategy"),
            N_("{amount} into {lab}. At going rates that is a hall and its transformer"),
            N_("Legitimate transfer detected, {amount}. Our detector was not trained for this"),
        ),
    ),
    "money.lost": (
        (
            N_("{amount} for the lab? {support} is a polite no"),
            N_("The owners keep {amount} and their opinion"),
            N_("{support}: {carmaker}'s money stays at {carmaker}, a novelty some enjoyed"),
            N_("A request for {amount} returns to its sender"),
        ),
        (
            N_("{amount} short, and whose fault? Page one to nine"),
            N_("Only {support}? Somebody left the pensioners in charge of the buttons"),
            N_("No {amount} this year. We are starting a jar"),
            N_("{support}. We demand a recount, a snack and a recount"),
        ),
        (
            N_("{support}, below the bar. The proposal for {amount} is archived, not deleted"),
            N_("No {amount}: trust at {trust} does not open the cash desk"),
            N_("Gradient towards {amount} vanished at {support}"),
            N_("Request for {amount}: 403, forbidden"),
        ),
    ),
    "limits.won": (
        (
            N_("Limits on deals with the lab pass, {support}. The founder's hands are itemised"),
            N_("{support} for a fence between two companies with one gardener"),
            N_("The owners put a lock on the dock: {support}"),
            N_("Related-party deals get a gate, and the gate gets a committee: {support}"),
        ),
        (
            N_("Red tape wins, {support}. Red is not even a good colour"),
            N_("They put the Boss on a leash. {support}. Woof"),
            N_("{support} for rules. RULES! On a genius!"),
            N_("Speed bumps in our own car park: {support}"),
        ),
        (
            N_("Rate limiter installed between {carmaker} and {lab}, {support}"),
            N_("{support} for access control. Welcome to every other system"),
            N_("A firewall, adopted by {support}, after the fire"),
            N_("Constraint added to the founder's optimisation: {support}"),
        ),
    ),
    "limits.lost": (
        (
            N_("No limits on deals with the lab, for want of votes: {support}"),
            N_("The fence fails at {support}. Good neighbours will have to do"),
            N_("{support} wanted a lock; the door stays as it is, ajar"),
            N_("Limits rejected at {support}: the founder's freedom is intact and listed as a risk"),
        ),
        (
            N_("NO LEASH! Only {support} voted for boredom"),
            N_("Freedom wins, fences lose: {support}"),
            N_("{support} for limits? There are not even limits on our font size"),
            N_("The Boss runs free. Open your windows, you can hear it"),
        ),
        (
            N_("Unbounded optimisation continues; the constraint got {support}"),
            N_("Access list unchanged, {support}. Log everything"),
            N_("{support} for limits: not significant, noted by everybody"),
            N_("The fence is left as an exercise, {support}"),
        ),
    ),
    "vote.won": (
        (
            N_("Resolution carried with {support}; the coffee ran out earlier"),
            N_(
                "{support} in favour at {carmaker}'s meeting, where the front rows clap and the back rows "
                "vote"
            ),
            N_("The board thanks the owners for {support}, and reads the abstentions at night"),
            N_("Carried: {support}. It is a majority, says the secretary, who has seen others"),
            N_("{support}, shares at {share}: nobody left before the sandwiches"),
        ),
        (
            N_("{support} YES! Best meeting ever, free pens"),
            N_("We won, {support}, and the pens are blue"),
            N_("A landslide, an avalanche: {support}"),
            N_("Hall on its feet: {support}. (There were not enough chairs)"),
            N_("{support}. Tell the neighbour with the diesel"),
        ),
        (
            N_("Quorum reached, {support} in favour, no faults detected"),
            N_("{support}: the proxies voted, the humans attended"),
            N_("Passed with {support}; the histogram by kind is the interesting plot"),
            N_("{support} is one number. The hall is two thousand"),
            N_("Yes wins by {support} and by default settings"),
        ),
    ),
    "vote.lost": (
        (
            N_("{support}: the abstainers sank it, as abstainers do, without a splash"),
            N_('Resolution fails with {support}. The board will "reflect", a verb without a date'),
            N_("{carmaker}'s owners say no, politely, by {support}"),
            N_("Not carried: {support}. The founder reads the result without the adjectives"),
            N_("{support} in favour and the motion is out of favour"),
        ),
        (
            N_("ROBBED! {support} and they call it losing"),
            N_("Who abstains? WHO? {support}. We have a list of nobody"),
            N_("{support}. Our horoscope had said Tuesday would be tricky"),
            N_("We lost by a whisker, a proxy and a fund: {support}"),
            N_("Moral victory, {support}. Morals are not counted"),
        ),
        (
            N_("{support}: not enough signal"),
            N_("Failed at {support}; abstention acted as a no with better manners"),
            N_("The no came from the tail of the distribution, where the shares are: {support}"),
            N_("Motion rejected, {support}. Error message: none, as usual"),
            N_("{support}. We had forecast it, and were not asked"),
        ),
    ),
    "vote.called": (
        (
            N_("The founder will ask the owners in {due}. Asking has been known to help"),
            N_("A question for the meeting of {due}; the answer is being counted in pencil"),
            N_("On the agenda of {due}: something that used to be done at night"),
            N_("Holders get a ballot for {due} and, for once, time to read it"),
        ),
        (
            N_("YOUR say in {due}! Sharpen the pencil, warm up the thumb"),
            N_("The Boss asks YOU. When did your boss last ask you?"),
            N_("Vote early, vote {due}, vote with a clean windscreen"),
            N_("{due}: be there, wear the cap"),
        ),
        (
            N_("Ballot opens in {due}. Schema attached, no breaking changes"),
            N_("A pull request against {carmaker}, to be reviewed in {due}"),
            N_("The question of {due} is well posed, which is half of a proof"),
            N_("Polling the owners in {due} instead of interrupting them"),
        ),
    ),
    "gift.director": (
        (
            N_("An independent director joins; the chair is new, so is the silence"),
            N_("{carmaker}'s board gets somebody who reads the annexes"),
            N_("The new director owns no caps, no mugs and one pencil"),
            N_("Independence arrives by the side door, with a folder"),
        ),
        (
            N_("A new face on the board. Does it drive electric? We ask what matters"),
            N_("Fine, a grown-up. Everybody sit straight"),
            N_("The Boss is BIG enough for a small director"),
            N_("Welcome aboard! Cake in the canteen, questions at the door"),
        ),
        (
            N_("Watchdog timer installed on {carmaker}'s board"),
            N_("One independent variable joins a dependent board"),
            N_("Board gains a checksum"),
            N_("Redundancy added: a director who may say no"),
        ),
    ),
    "gift.policy": (
        (
            N_("A compute-sharing policy is signed; both signatures are the founder's"),
            N_("Rules for sharing chips now exist, twelve pages, one of them blank for amendments"),
            N_("{carmaker} and {lab} agree on who may take what, in that order"),
            N_("The policy is public, which is the policy"),
        ),
        (
            N_("Sharing rules! Like the biscuits in our office, but followed"),
            N_("It is all WRITTEN DOWN now. Can we talk about cars again?"),
            N_("Mum and Dad signed a paper. Lunch is saved"),
            N_("A policy! It has a ring to it, and a ring binder"),
        ),
        (
            N_("Scheduler for shared compute published; fairness bound included"),
            N_("A mutex between two companies. The deadlock is left to the lawyers"),
            N_("Policy diff: plus 212 lines, minus one habit"),
            N_("Allocation is now a table instead of a mood"),
        ),
    ),
    "merger": (
        (
            N_("The founder asks {carmaker} to buy {lab} for {price}; buyer and seller share a pen"),
            N_("{price} in shares for {lab}, to be voted in {due}. Arms of various lengths are expected"),
            N_("Two companies, one offer: {price}, {due}"),
            N_("Owners of the chips may own the hall they went to as well, notes a fund: {price}"),
        ),
        (
            N_("ONE BIG FAMILY for {price}! Vote in {due}!"),
            N_("We could OWN the brain. {price}. We have four pounds"),
            N_("Marry already! {due}!"),
            N_("{price}? For the clever box AND the car park? Deal"),
        ),
        (
            N_("Merge request: {lab} into {carmaker}, {price}, review due {due}"),
            N_("A merger would make every diversion internal. We note it as elegant"),
            N_("{price}: the boundary that all our articles are about may go in {due}"),
            N_("Two queues, one owner: throughput unchanged, paperwork halved, {due}"),
        ),
    ),
}
"""Wordings by kind of story, for each paper in turn."""
