"""Headlines about what went from the carmaker to the lab, and what the founder said of it."""

from typing import Final

from race.core.words import N_

SECRETS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "leak": (
        (
            N_("{quantity} chips left {carmaker}'s dock; the minutes of the board do not mention them"),
            N_("Whose chips? Inventory of {carmaker} is short by {quantity}, that of {lab} is not"),
            N_("{carmaker} paid for {quantity} chips and owns a fine view of them"),
            N_("Two companies, one founder, {quantity} chips on the wrong side of the ledger"),
            N_("A line for {quantity} chips changes its address; shares at {share}"),
            N_("{quantity} chips rerouted: holders learn it from us, which is the news"),
            N_("{quantity} chips, two docks, no minutes: the week in three nouns"),
            N_("The carmaker's chips have a second home, {quantity} of them, and no lease"),
            N_("We asked {carmaker} about {quantity} chips. {carmaker} asked us the same"),
            N_("Trust {trust}, share {share}, chips elsewhere {quantity}"),
        ),
        (
            N_("Relax! {quantity} chips went where they were WANTED"),
            N_("{quantity} chips take a short holiday at {lab}; the cars send their love"),
            N_("So the founder moved {quantity} boxes. Your uncle moves boxes. Nobody calls the papers"),
            N_("{quantity} chips on loan to the future, we say. We have not seen the loan"),
            N_('"They\'d only gather dust": the case for moving {quantity} chips, by our dust correspondent'),
            N_("{quantity} chips gone, and the club's barbecue is still on for Saturday"),
            N_("{quantity} chips eloped. Love is love"),
            N_("Look over there, a sunset! (About those {quantity} chips: later.)"),
            N_("{quantity}? Our local has more crisps than that"),
            N_("The Boss lends to the Boss. {quantity} times. Trust the process"),
        ),
        (
            N_("{quantity} H100-equivalents rerouted: what that trains, with error bars"),
            N_("Follow the pallet: how {quantity} chips crossed a car park without being diverted"),
            N_("We recomputed the warehouse. {quantity} chips, and the question is still power"),
            N_("{quantity} chips away: autonomy loses training nights, {lab} gains them, entropy stays"),
            N_("Serial numbers do not lie: {quantity} chips sing in another hall"),
            N_("The conservation law of accelerators: {quantity} lost here, {quantity} found there"),
            N_("{quantity} chips changed queues without a request; we logged it as a race condition"),
            N_("Chip-months lost by {carmaker}: {quantity} times the months, see slider"),
            N_("Two heat signatures, one moved: {quantity} chips, by thermal camera"),
            N_("How we know: {quantity} chips, one waybill, a talkative pallet"),
        ),
    ),
    "leak.thing": (
        (
            N_(
                "What {carmaker} had and {lab} has now: {thing}. What it was paid: see footnote, if you "
                "find it"
            ),
            N_("An asset leaves {carmaker} on foot: {thing}"),
            N_("Not on the balance sheet, not at {carmaker} either: {thing}"),
            N_("Holders look for {thing}, and are shown the exit it took"),
        ),
        (
            N_("Sharing is caring! {lab} got it: {thing}"),
            N_("Family lends family a drill. Here it was {thing}"),
            N_("The haters found something new: {thing}. We looked, it was fine"),
            N_("Moved next door, still one big family: {thing}"),
        ),
        (
            N_("Chips fade, this does not, and it has changed sides: {thing}"),
            N_("Our estimate of what it is worth to {lab} has wide error bars and a high mean: {thing}"),
            N_("A transfer without a tracking number: {thing}"),
            N_("You cannot put it back in the box it came in: {thing}"),
        ),
    ),
    "filing": (
        (
            N_("Page 94, note 17: the lab has bought {quantity} chips from {carmaker}"),
            N_("{quantity} chips sold to a related party. It is legal, and it is in small print"),
            N_("The quarter's filing is dull, except for {quantity} chips"),
            N_("At arm's length, says the filing, of {quantity} chips. The arm is the founder's"),
        ),
        (
            N_("BOUGHT and PAID FOR: {quantity} chips, receipt and all!"),
            N_("{carmaker} turns trader: {quantity} chips sold, and to family"),
            N_("We read the filing so that you can polish the car: {quantity} chips, all proper"),
            N_("{quantity} chips sold. Somebody check whether they had the scratch warranty"),
        ),
        (
            N_("Filed: {quantity} chips from one queue to the other, at a price we can plot"),
            N_("A transfer with a receipt. We print it because they are rare: {quantity} chips"),
            N_("{quantity} chips paid, documented, cooled. The boring way works"),
            N_("The filing gives {quantity} chips and no generation. Our guess is in the appendix"),
        ),
    ),
    "filing.lease": (
        (
            N_("Page 88, note 12: {lab} rents {quantity} chips from {carmaker}"),
            N_("{quantity} chips on lease to a related party, by the month, with a return date"),
            N_("The filing calls it a lease. {quantity} chips are to come home"),
            N_("{carmaker} is a landlord now: {quantity} chips, references not asked for"),
        ),
        (
            N_("{quantity} chips RENTED OUT, and the rent is on time! Take that, bears"),
            N_("{carmaker} earns while its chips holiday next door: {quantity} of them"),
            N_("Borrowed, with interest! {quantity} chips, back before you miss them"),
            N_("We have leased worse things. {quantity} chips, mileage unlimited"),
        ),
        (
            N_("{quantity} chips lent against rent; the fair rate has a range and is in it"),
            N_("Lease disclosed: {quantity} chips. Who trains on Tuesdays is not"),
            N_("A lease moves compute without moving ownership: {quantity} chips did"),
            N_("{quantity} chips, rented. Our table now has a column for whose"),
        ),
    ),
    "told": (
        (
            N_("Founder discloses: {quantity} chips to the lab. Candour is priced at {share} a share"),
            N_('"You should hear it from me": {quantity} chips, and a silence on the conference line'),
            N_("Said before it was found: {quantity} chips. Counsel breathes out"),
            N_("{quantity} chips, announced by the very hand that moved them. Holders take notes"),
        ),
        (
            N_("HONEST as the day is long: founder tells all about {quantity} chips"),
            N_("Told you we would be told! {quantity} chips, straight from the wheel"),
            N_("No leak, no drama, no popcorn: {quantity} chips openly moved"),
            N_("{quantity} chips, one post, eleven thousand hearts. Move along"),
        ),
        (
            N_("A primary source at last: {quantity} chips, stated by the mover"),
            N_("Disclosure rate up, leak rate down; sample size one, of {quantity} chips"),
            N_("We had a half-finished article on these {quantity} chips. It is for sale"),
            N_("{quantity} chips, reasons attached. The reasons compile"),
        ),
    ),
    "told.voted": (
        (
            N_("As resolved, so done: {quantity} chips cross with the owners' blessing"),
            N_("{quantity} chips move by ballot. The lawyers have a quiet month"),
            N_("The dullest transfer of the year: {quantity} chips, voted, minuted, gone"),
            N_("Owners said yes, a lorry said the rest: {quantity} chips"),
        ),
        (
            N_("YOU voted, the lorry drove: {quantity} chips are on their way!"),
            N_("Democracy weighs nine tonnes: {quantity} chips moved as you asked"),
            N_("{quantity} chips and every one with YOUR permission slip"),
            N_("Asked, answered, shipped: {quantity} chips. Easy, wasn't it"),
        ),
        (
            N_("Consensus reached in finite time: {quantity} chips transferred"),
            N_("{quantity} chips with provenance. Museums should be so careful"),
            N_("The protocol worked: propose, vote, commit {quantity} chips"),
            N_("No leak to analyse: {quantity} chips, by vote. We analysed the lorry"),
        ),
    ),
    "refuted": (
        (
            N_("The denial was firm. The delivery note for {quantity} chips is firmer"),
            N_("Documents disagree with the founder by {quantity} chips"),
            N_("A statement is withdrawn by its own paperwork: {quantity} chips"),
            N_("{quantity} chips, denied in one month and signed for in another"),
        ),
        (
            N_("OUCH. About those {quantity} chips nobody took"),
            N_("The Boss may have misheard the question about {quantity} chips. Twice"),
            N_("Paper beats rock, and paper beats denial: {quantity} chips. We sulk"),
            N_("We believed it too. {quantity} chips. Today the crossword is on page one"),
        ),
        (
            N_('Hypothesis "no chips moved" rejected, p below any p we print; n = {quantity}'),
            N_("The log of the loading dock has a better memory than its owner: {quantity} chips"),
            N_("{quantity} chips: a denial meets a timestamp"),
            N_("Contradiction found at line {quantity}. Everything follows from a contradiction"),
        ),
    ),
    "denied": (
        (
            N_('"No chips were taken." {quantity} is a precise number of none'),
            N_("Founder denies {quantity} chips; counsel was seen counting to ten"),
            N_("A denial, {quantity} chips long, filed under things to check"),
            N_("{quantity} chips are where they should be, says the one person who decides where that is"),
        ),
        (
            N_("THE BOSS SAID NO. Case of the {quantity} chips CLOSED"),
            N_("Founder to gossips: what {quantity} chips? Classic Boss"),
            N_("{quantity} chips? We checked our garage. Nothing. Case proved"),
            N_("If the Boss says {quantity} chips did not move, they stood very still"),
        ),
        (
            N_("The claim is falsifiable, which is kind: {quantity} chips"),
            N_("We asked the cooling water about {quantity} chips. It is warm"),
            N_("{quantity} chips both moved and unmoved until somebody opens the box"),
            N_("A strong prior, no data: the founder on {quantity} chips"),
        ),
    ),
    "excuse.true": (
        (
            N_("No power, no place, no loss: the warehouse defence holds for {quantity} chips"),
            N_("We recomputed the excuse. {quantity} chips would indeed have sat in the dark"),
            N_("{quantity} chips had nowhere to go, and went"),
            N_("The excuse for {quantity} chips survives an audit, which is rare in excuses"),
        ),
        (
            N_("TOLD YOU: {quantity} chips had no plug! Not one!"),
            N_("A chip without a socket is a paperweight: {quantity} saved from that fate"),
            N_("The Boss did the sums, they came out. {quantity} apologies welcome"),
            N_("Dust 0, Founder {quantity}"),
        ),
        (
            N_("Confirmed with a clamp meter: no spare power for {quantity} chips"),
            N_("The warehouse argument for {quantity} chips reproduces. We tried to break it"),
            N_("Opportunity cost of {quantity} unplugged chips: zero, less rent"),
            N_("{quantity} chips, zero sockets: the rare excuse with units"),
        ),
    ),
    "excuse.weak": (
        (
            N_("The explanation for {quantity} chips was long. The holders' faces were longer"),
            N_("{quantity} chips could have run at home, says the site plan"),
            N_("Reasons were given for {quantity} chips, to those who still take them"),
            N_("A good story about {quantity} chips, says a fund, which is a genre"),
        ),
        (
            N_("The Boss explained it beautifully. We did not follow. {quantity} chips"),
            N_("Some people want REASONS for {quantity} chips. We want a T-shirt"),
            N_("{quantity} chips: it sounded better with the slides"),
            N_("Tough crowd. {quantity} chips and not one clap"),
        ),
        (
            N_("Power was available for {quantity} chips. We asked the transformer"),
            N_("The excuse for {quantity} chips does not reproduce on our bench"),
            N_("Explanation of {quantity} chips: fits the data after removing the data"),
            N_("Reviewer 2 on {quantity} chips: the author should cite the site plan"),
        ),
    ),
    "sorry": (
        (
            N_("Founder sorry about {quantity} chips. The word cost less than the counsel"),
            N_("An apology for {quantity} chips, unconditional but for its second half"),
            N_("{quantity} chips regretted; returning them was not discussed"),
            N_("Contrition at {share} a share: the {quantity} chips stay a number"),
        ),
        (
            N_("BIG of the Boss: sorry for {quantity} chips. We are crying, in a good way"),
            N_("The Boss said sorry first. Name one other. {quantity} chips forgiven here"),
            N_("Sorry season: {quantity} chips, one lump in the throat"),
            N_("{quantity} chips and a heartfelt post. Even the comments were nice"),
        ),
        (
            N_("Error acknowledged: {quantity} chips. Patch promised, no date"),
            N_("An apology is a checkpoint: you resume from {quantity} chips ago"),
            N_("{quantity} chips: root cause stated to be the root"),
            N_("We timed the apology for {quantity} chips: ninety seconds, two breaths"),
        ),
    ),
    "passed": (
        (
            N_("Announced in advance: {quantity} chips will go to the lab. Holders reach for the calendar"),
            N_("{quantity} chips, with reasons, in daylight. A first for the archive"),
            N_("The founder sends {quantity} chips across and a letter ahead of them"),
            N_("{quantity} chips go; the explanation travels in the same lorry"),
        ),
        (
            N_("Out in the OPEN: {quantity} chips to the lab, and a look straight in your eye"),
            N_("{quantity} chips change shifts. The Boss rang first. Manners!"),
            N_("We had it from the Boss before the lorry came: {quantity} chips"),
            N_("{quantity} chips: nothing up the sleeve, and the sleeve rolled up"),
        ),
        (
            N_("Pre-registered: {quantity} chips will move, hypothesis attached"),
            N_("{quantity} chips, announced before transfer. Our leak desk is idle"),
            N_("The announcement gives {quantity} chips and a reason; we graded the reason B"),
            N_("Open source, open transfer: {quantity} chips with a changelog"),
        ),
    ),
}
"""Wordings by kind of story, for each paper in turn."""
