"""Headlines from the courthouse and the authority: suits, files, rulings, settlements, fines."""

from typing import Final

from race.core.words import N_

COURTS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "demand": (
        (
            N_("Holders ask to read {carmaker}'s books; the door opens in {date}, pens stay outside"),
            N_("A request for documents, politely worded and numbered one to forty"),
            N_("{carmaker} has until {date} to find what it filed and where"),
            N_("Books and records are demanded. The books are willing, the records are shy"),
        ),
        (
            N_("Snoopers want the books by {date}. We lend them a colouring one"),
            N_("Reading? At {carmaker}? In {date}? Bring biscuits"),
            N_("Forty questions and not one about range"),
            N_("Let them look! Our accountant says the numbers are lovely"),
        ),
        (
            N_("Read access requested to {carmaker}'s records; latency: until {date}"),
            N_("A query with forty clauses runs against {carmaker}. Expected result: {date}"),
            N_("Holders ask for logs. We ask holders for logs"),
            N_("Audit trail, meet auditors; {date}"),
        ),
    ),
    "read.found": (
        (
            N_("The files were read. New to the readers: {n}. New to the founder: none"),
            N_("Things that holders did not know, found in a cabinet: {n}"),
            N_("{carmaker}'s records are better kept than its secrets, counted: {n}"),
            N_("Somebody read to the end of the folder. Findings: {n}"),
        ),
        (
            N_("They found stuff: {n}. We find stuff in our glove box, too"),
            N_("Findings: {n}. Big deal. Okay, middling deal"),
            N_("Whoever left the cabinet open owes us a headline. Found: {n}"),
            N_("Digging, digging, found: {n}. Try the beach next"),
        ),
        (
            N_("Inspection of {carmaker}'s files: unknowns become known, {n}"),
            N_("Recall of the search: good. Items: {n}"),
            N_("Diff between what was said and what was filed, hunks: {n}"),
            N_("Hidden state observed, components: {n}"),
        ),
    ),
    "read.nothing": (
        (
            N_("The files were read and hold what was said. Holders leave with a parking ticket"),
            N_("Nothing new in {carmaker}'s books, which is news"),
            N_("The cabinet was searched; it contained a cabinet's contents"),
            N_("Clean files at {carmaker}. The lawyers bill by the hour all the same"),
        ),
        (
            N_("CLEAN AS A WHISTLE. Whistle included"),
            N_("They looked, they found the staples. Apology accepted"),
            N_("Books: boring. Boss: innocent. Lunch: on them"),
            N_("Nothing! Told you! (We had not looked either)"),
        ),
        (
            N_("Null result at {carmaker}. We publish null results"),
            N_("Search returned zero rows. The index is fine, we checked"),
            N_("The files agree with the statements to the last digit"),
            N_("No anomalies. The anomaly detector asked for a day off"),
        ),
    ),
    "suit": (
        (
            N_("{carmaker}'s owners sue over the chips; complaints so far: {n}; files open by {date}"),
            N_("Complaint number {n}. The clerk has had a stamp made"),
            N_("On behalf of the company, against its founder: a suit, with files due in {date}"),
            N_("Derivative suits have nothing to do with calculus, and everything with subtraction"),
            N_("The courthouse has a new folder, and {date} on its cover"),
            N_("Complaints in the case: {n}. The lawyers share a taxi"),
            N_("Paper moves: a complaint of thirty pages, an annex of nine hundred"),
            N_("They plead what was printed. {date} will show what was not"),
        ),
        (
            N_("They are SUING. Over chips. Have they tried the curly ones?"),
            N_("See you in court, say people with no fun at parties. Complaints: {n}"),
            N_("Lawyers 1, vibes 0. Second half in {date}"),
            N_("A suit! Ours is from the sales and fits better"),
            N_("Files open in {date}. We suggest opening a window instead"),
            N_("Complaints: {n}. Fans: eleven million. Do the maths, judge"),
            N_("Somebody served the Boss papers. Ours are funnier"),
            N_("Complaint no. {n}: collect them all"),
        ),
        (
            N_("Case filed; discovery scheduled for {date}; secrets have a deadline now"),
            N_("Complaints in the case: {n}. We plot them against leaks; the lag is weeks"),
            N_("A lawsuit is a distributed search with a very slow index: {date}"),
            N_("Holders escalate privileges: court, {date}"),
            N_("The plaintiffs cite a table of ours. It had a typo, now it has standing"),
            N_("What is true and what is published differ; files due in {date} hold the difference"),
            N_("Case tree, depth {n}; leaf nodes are lawyers"),
            N_("A deadline for the unsaid: {date}"),
        ),
    ),
    "discovery": (
        (
            N_("The court opens the files; what the holders did not know, in numbers: {n}"),
            N_("Discovery: what the founder wrote, the founder now hears. New items: {n}"),
            N_("The folder is thicker than the defence. Unknown until today: {n}"),
            N_("Read aloud in court, in the founder's own words. Novelties: {n}"),
        ),
        (
            N_("They read the Boss's MAIL. New bits: {n}. Rude!"),
            N_("Discovery? We discovered the coffee machine. They found: {n}"),
            N_("Taken out of context: {n}. In context it is worse, so let us leave it out"),
            N_("New facts: {n}. Old love: all of it"),
        ),
        (
            N_("Sealed variables printed: {n}"),
            N_("Court runs a full table scan. Hits: {n}"),
            N_("Discovery decoded: {n} new, the rest we had, in the appendix, without thanks"),
            N_("Ground truth arrives by bailiff. Labels changed: {n}"),
        ),
    ),
    "ruling.won": (
        (
            N_("The court finds for the founder. The plaintiffs find their coats"),
            N_("Dismissed. {carmaker}'s holders paid for both sides, as owners do"),
            N_("The judge needed nine pages to say no"),
            N_("For the founder, with costs, and a footnote nobody enjoyed"),
        ),
        (
            N_("NOT. GUILTY. (It was a civil case. NOT GUILTY!)"),
            N_("Case closed, sunroof open"),
            N_("The judge drives one of ours. Coincidence! Justice!"),
            N_("Won! Somebody play the horn in the key of law"),
        ),
        (
            N_("Suit rejected. Published and true agreed more than the plaintiffs hoped"),
            N_("Court returns 0"),
            N_("Judgment for the founder; the reasoning is longer than the reasons"),
            N_("The evidence was below the threshold. We had drawn the threshold in pencil"),
        ),
    ),
    "ruling.lost": (
        (
            N_("Return {quantity} chips, pay {price}: the court can count, too"),
            N_("{quantity} chips come home by court order, {price} comes with them"),
            N_("Borrowed without asking, returned by judgment: {quantity} chips and {price}"),
            N_("The law of the dock: {quantity} chips back, {price} for the use"),
        ),
        (
            N_("{quantity} chips BACK? We had given them names"),
            N_("{price}. The judge must think we are made of {price}"),
            N_("The court took {quantity} chips from the Boss. Technically back. TECHNICALLY"),
            N_("Appeal! To whom? We are asking our readers"),
        ),
        (
            N_("Rollback: {quantity} chips restored to {carmaker}; the training they did stays done"),
            N_("{quantity} chips and {price}. Time on the chips was not returned, it cannot be"),
            N_("Restitution has no undo for gradients: {quantity} chips, {price}"),
            N_("Judgment: {quantity} chips move the other way, with better paperwork"),
        ),
    ),
    "ruling.paid": (
        (
            N_("The court finds for the holders and names a price: {price}"),
            N_("{price}, says the judge. There is nothing left to carry back"),
            N_("Judgment against the lab: {price}, in money, which does not need a lorry"),
            N_("What came back is charged for its absence: {price}"),
        ),
        (
            N_("{price} for STUFF THAT IS BACK! Do libraries know?"),
            N_("Guilty of borrowing. The fee is {price}. Our drill went for less"),
            N_("{price}. We checked the small change. It is small"),
            N_("The judge wants {price} and no chips. At least somebody does"),
        ),
        (
            N_("Ruling: {price}; chips to return: none; time to return: unavailable"),
            N_("{price}: the integral of absence, priced"),
            N_("The court bills usage after the fact: {price}"),
            N_("For the holders, {price}; the state variable was restored earlier, the gradient kept"),
        ),
    ),
    "injunction": (
        (
            N_("No deals between {carmaker} and {lab}, says the court, until further notice"),
            N_("An injunction lands on the dock and sits down"),
            N_("The shortest contract of the year has one word: stop"),
            N_("A ban on what had become a habit; shares at {share}"),
        ),
        (
            N_("BANNED. From our own car park, practically"),
            N_("The judge has put cones on the dock. CONES"),
            N_("Grounded! No chips, no deals, bed at eight"),
            N_("First they ban deals, then sunroofs. Write to nobody, it is a court"),
        ),
        (
            N_("Traffic between {carmaker} and {lab} dropped by default"),
            N_("The court closes the port"),
            N_("Deal rate set to zero by an external controller"),
            N_("Injunction: the one safety mechanism with a bailiff"),
        ),
    ),
    "injunction.lifted": (
        (
            N_("The ban is lifted; the two companies may speak again, in writing"),
            N_("Deals may resume. Nobody wants to be first"),
            N_("The court takes its cones home"),
            N_("A settlement and a policy do what argument did not"),
        ),
        (
            N_("FREE! The dock is open, the band is terrible, who cares"),
            N_("The cones are GONE. We kept one"),
            N_("Back in business, promise we shall behave (the Boss promised, we crossed fingers)"),
            N_("Ban over. Did you miss us? We were right here"),
        ),
        (
            N_("Port reopened, logging on"),
            N_("Constraint relaxed; the optimiser was told to be gentle"),
            N_("Deals re-enabled between {carmaker} and {lab}, with review"),
            N_("The court restores service. Uptime since the last secret: one day"),
        ),
    ),
    "settled": (
        (
            N_("Settled for {price}; both sides are disappointed, which is the definition"),
            N_("{price} buys a silence with signatures"),
            N_("The holders take {price} and the train home"),
            N_("Without admitting anything, {price} is admitted"),
        ),
        (
            N_("{price} and everybody SHAKES HANDS"),
            N_("Cheaper than the drama: {price}"),
            N_("Peace costs {price}. War had no seat heating"),
            N_("{price}, done, next. What is new in wipers?"),
        ),
        (
            N_("Case converges at {price}"),
            N_("{price}: the price of not knowing what a judge would have known"),
            N_("Settlement of {price}, truth value undefined"),
            N_("Both parties stop early; validation loss {price}"),
        ),
    ),
    "inquiry": (
        (
            N_("The authority would like to know what {lab} does with drivers' records; answer by {date}"),
            N_("A letter with a coat of arms reaches {lab}"),
            N_("Questions about records, with {date} underlined twice"),
            N_("The regulator wakes, stretches, and asks about the drivers"),
        ),
        (
            N_("Our trips to the bakery are being STUDIED. We are flattered"),
            N_("The authority asks about records. Ours is 41 minutes to the coast"),
            N_("Paperwork for the Boss by {date}. Send a pencil"),
            N_("Who cares where we drive? (They do, until {date})"),
        ),
        (
            N_("Records of drivers, purpose unknown: the authority asks for the purpose by {date}"),
            N_("A privacy inquiry with good questions; we would add two"),
            N_("Fleet records are training data now, and evidence"),
            N_("A consent box is looked at; the authority ticks another"),
        ),
    ),
    "fine": (
        (
            N_("{fine} for what became of drivers' records; {lab} calls it a learning rate"),
            N_("The authority sends an invoice: {fine}"),
            N_("Privacy, it turns out, is worth {fine}"),
            N_("{fine}, payable at once, deductible never"),
        ),
        (
            N_("{fine}! For KNOWING the way home!"),
            N_("Fine? Not fine. {fine}"),
            N_("They fined our bakery trips: {fine}. The croissant of the century"),
            N_("{fine} and not one driver got a voucher"),
        ),
        (
            N_("Data has a price after all: {fine}"),
            N_("{fine}: the regulariser nobody tuned"),
            N_("Penalty term applied, weight {fine}"),
            N_("The records cost {fine}; deleting them remains free"),
        ),
    ),
    "testified": (
        (
            N_("{who} takes the stand and keeps to dates, the cruellest kind of evidence"),
            N_("Under oath, {who} remembers in order"),
            N_("{who} testifies; the founder takes notes, late"),
            N_("{who} had kept the paper. It is exhibit nine"),
        ),
        (
            N_("{who} talked. And talked. With DATES. Who remembers dates?"),
            N_("Our sketch of {who} in court: page four, wrong nose"),
            N_("{who} told on the Boss. We tell on nobody, except in print"),
            N_("Witness {who}: zero jokes in two hours"),
        ),
        (
            N_("{who}'s memory, checked against the dock's log: zero errors"),
            N_("Testimony of {who}: a time series with a voice"),
            N_("{who} cross-examined; consistency holds under perturbation"),
            N_("Human log file {who} read into the record"),
        ),
    ),
    "read_out": (
        (
            N_("Read aloud, from the founder's own file, {date}: a line that did not expect an audience"),
            N_("The clerk's voice is flat, and {date} is a long time to have kept a sentence"),
            N_("A file of the house speaks: it begins in {date}"),
            N_("{date}: the date of a sentence, and, from today, of a headline"),
        ),
        (
            N_("They read the Boss's DIARY. The bit from {date}. Sniggers in row two"),
            N_("Who writes things DOWN? In {date}? In English?"),
            N_("The line from {date} was funny in context. We were not told the context"),
            N_("Burn after reading, they say. After WRITING, we say. {date}"),
        ),
        (
            N_('Log entry of {date} replayed before a court; the log level was "candid"'),
            N_("Primary source, {date}, author present, author pale"),
            N_("The founder's file compresses well: one line of {date} held the whole case"),
            N_("{date}: an append-only file meets a read-only court"),
        ),
    ),
}
"""Wordings by kind of story, for each paper in turn."""
