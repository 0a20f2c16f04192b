"""The small news of a quiet month, and the last front page of a game."""

from typing import Final

from race.core.words import N_

PAGES: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "quiet": (
        (
            N_("Shares of {carmaker} close the month at {share}; the month closes, too"),
            N_("Trust among holders at {trust}, says a survey that cost more than it says"),
            N_("Correction: last month's correction was correct"),
            N_("{leader} leads the league; the league leads to invoices"),
            N_("Port report: crates in, crates out, nobody can say whose"),
            N_("Lunch with the Ledger: a substation engineer, who paid"),
            N_('Analysts raise {carmaker} to "hold on"'),
            N_('Obituary: the phrase "asset-light"'),
            N_("A fund publishes its voting guide: 90 pages, two of them about voting"),
            N_("Rates unchanged. Waiting times too"),
            N_("Copper up, patience down, {share}"),
            N_("Our chart of the month is a straight line and we are proud of it"),
            N_('A lorry driver on the two docks: "I go where the paper says"'),
            N_("The auditors of {carmaker} move to a bigger room"),
            N_('Glossary: "strategic" (adjective), unbudgeted'),
            N_("Two companies, one founder, one diary: a study in ink"),
            N_("Freight rates fall; excuses still travel first class"),
            N_("Letters: a reader asks what a chip looks like. So do we"),
            N_("Rent for warehouses rises near {carmaker}; somebody counts on full ones"),
            N_("Nothing happened on Wednesday. We checked"),
        ),
        (
            N_("WIN a floor mat! Guess the Boss's favourite bolt"),
            N_("Ten ways to wax a bonnet, one is wrong, can you spot it"),
            N_("{share}! We do not know what it means but we refresh it"),
            N_("Reader Bert drove to the sea on one charge and a tailwind"),
            N_("Is your dashboard lonely? Take our quiz"),
            N_("Baby named after charging cable. Both doing well"),
            N_("Club barbecue: the sausages were charged overnight"),
            N_("{leader} leads, they say. At what, parking?"),
            N_("Horoscope: a crate will enter your life"),
            N_("The Boss was seen eating a sandwich. WHAT DOES IT MEAN"),
            N_("Poll: 97 % of this page trusts the Boss. The hall: {trust}. The hall is wrong"),
            N_('Letters: "My wipers wave at other wipers." Same'),
            N_("Pull-out poster: a transformer, life size, forty pages"),
            N_('New horn sound voted in: "cathedral"'),
            N_("Which chip are you? (You are the good one)"),
            N_("Knitting corner: a cosy for your charger"),
            N_("Grandad's first reboot: a photo story"),
            N_("Mystery of the beeping solved: it was the seat belt, again"),
            N_("{carmaker} owners are better kissers, says survey of {carmaker} owners"),
            N_('Crossword: nine across, "where chips go". We could not fit it'),
        ),
        (
            N_('Erratum: for "intelligence" read "intelligence (est.)"'),
            N_("{leader} leads by an amount smaller than our font's descenders"),
            N_("Tutorial: how to read an error bar without crying"),
            N_("We asked seven releases to plan our picnic. It rained in six"),
            N_("Benchmark retired, full of honours and contamination"),
            N_("Review: a fan, 140 mm. It blows"),
            N_("Scaling laws, the musical: sold out at every size"),
            N_('Letter: "Your axis starts at 900." It does, and it will'),
            N_('On the naming of things: a release called "final-2-real"'),
            N_("A grad student found a chip in a drawer and published"),
            N_("Trust in {carmaker}'s founder: {trust}, bimodal, as all things are"),
            N_("Power draw of this gazette: 4 kW, mostly the editor's lamp"),
            N_("Puzzle: two docks, one lorry, three secrets. Minimise"),
            N_("Our forecast of last year, scored: we have moved it to fiction"),
            N_("Open problem: who reads the safety section"),
            N_("Cooling water, a biography"),
            N_("A cluster slept for nine minutes and nobody can say why"),
            N_("Peer review took so long that the result came true"),
            N_('Notation watch: the third meaning of "token" this year'),
            N_("Correction to our correction rate"),
        ),
    ),
    "end.triumph": (
        (
            N_("Frontier, control, promises kept. We have looked for the catch and found a receipt"),
            N_("Both companies stand, the word stood too: {carmaker} at {share}"),
        ),
        (
            N_("WE WON. EVERYTHING. Even Gran voted. Even the cat clapped"),
            N_("It is OVER and the Boss is TALL"),
        ),
        (
            N_("Result: positive, replicated, as promised. The reviewers wept into the appendix"),
            N_("{lab} at the frontier, and the footnotes hold. Publish"),
        ),
    ),
    "end.frontier": (
        (
            N_("{lab} stands with the first. What it owes stands in section D"),
            N_("The frontier is reached; the receipts are still being sorted"),
        ),
        (
            N_("LEVEL WITH THE BEST! (We say: best.)"),
            N_("The Boss did it, and trust is at {trust}, which is a number"),
        ),
        (
            N_("{lab} within noise of the leader, in control of both. Methods section to be read"),
            N_("Frontier: yes. Side effects: see holders"),
        ),
    ),
    "end.pyrrhic": (
        (
            N_("The lab has won. There is a question about what is left to win it for"),
            N_("Frontier reached, at {share} a share and at a price"),
        ),
        (
            N_("WE WON?? Why is it so quiet??"),
            N_("Up there! And sad! It happens to fireworks, too"),
        ),
        (
            N_("Objective maximised, constraint violated. The solver reports success"),
            N_("Global maximum on a hill that burnt"),
        ),
    ),
    "end.contender": (
        (
            N_("{lab} is close behind the best and in the black ink, mostly"),
            N_("A contender, with its founder in place and its owners awake"),
        ),
        (
            N_("SO CLOSE! We can read their number plate!"),
            N_("Whatever metal it is, it shines if you rub it. RUB IT"),
        ),
        (
            N_("{lab}: near the top within error, first in anecdotes"),
            N_("A good result that nobody will cite before the next one"),
        ),
    ),
    "end.steward": (
        (
            N_("{carmaker} thrives; the lab sends its regards from further down"),
            N_("The owners kept their chips, their company and their founder. It can be done"),
        ),
        (
            N_("OUR cars won! The clever box can wait outside"),
            N_("Trust {trust}! Put THAT on the bonnet"),
        ),
        (
            N_("Cooperation dominated. The race, alas, was scored elsewhere"),
            N_("{carmaker} converged; {lab} regularised"),
        ),
    ),
    "end.also_ran": (
        (
            N_("{lab} took part. The accounts confirm it"),
            N_("Neither ruin nor record: all of it, summarised in one depreciation table"),
        ),
        (
            N_("We are all winners, said our aunt, and she had cake"),
            N_("There is always the sequel. Is there a sequel?"),
        ),
        (
            N_("{lab}: baseline, with extra steps"),
            N_("Results inconclusive; the bill is conclusive"),
        ),
    ),
    "end.removed": (
        (
            N_("The owners have ended it. The founder's badge opens the car park, one way"),
            N_("A company takes back its chair"),
        ),
        (
            N_("No Boss. We are printing this in black, and in our caps"),
            N_("Come back. We kept the parking space"),
        ),
        (
            N_("Process killed by its owner. Exit code: trust"),
            N_("Control was a variable all along"),
        ),
    ),
    "end.seized": (
        (
            N_("The bank has ended it: the founder's votes went with the pledge"),
            N_("Nobody voted. The collateral did"),
        ),
        (
            N_("No Boss. The Boss was the deposit"),
            N_("They repossessed the Boss. We have had that with a car"),
        ),
        (
            N_("Control released by the garbage collector: no references left"),
            N_("Margin reached zero from above; founder out of range"),
        ),
    ),
    "end.bankrupt": (
        (
            N_("{lab} has run out of other people's time"),
            N_("The money ended before the sentence did"),
        ),
        (
            N_("BROKE? Did anybody look behind the sofa?"),
            N_("We passed the cap. Somebody kept the cap"),
        ),
        (
            N_("Budget exhausted before the schedule was. Checkpoint for sale"),
            N_("Cash is the one resource without a queue: it just stops"),
        ),
    ),
    "end.absorbed": (
        (
            N_("{lab} is part of something larger, as its employees learn from a new logo"),
            N_("Sold: the chips, the name, and the founder's half of the diary"),
        ),
        (
            N_("They bought us. We mean, them. Who are we again?"),
            N_("New owner, new mugs. We hate the new mugs"),
        ),
        (
            N_("{lab} merged. Conflicts resolved in favour of theirs"),
            N_("The league continues with one identifier fewer"),
        ),
    ),
    "end.enjoined": (
        (
            N_("The court has ended the scheme, in nineteen pages and one verb"),
            N_("What two companies shared is now separated by a judge"),
        ),
        (
            N_("The gavel came down on our car park"),
            N_("A judge stopped the Boss. A JUDGE. In a gown"),
        ),
        (
            N_("Access revoked, permanently, with reasons"),
            N_("The external controller wins"),
        ),
    ),
    "end.catastrophe": (
        (
            N_("There is no market report today"),
            N_("What was skipped has been delivered"),
        ),
        (
            N_("We are not joking today. Ring somebody you love"),
            N_("The horn is silent"),
        ),
        (
            N_("The tail was part of the distribution"),
            N_("Section on safety: read it now. It was short"),
        ),
    ),
}
"""Wordings by kind of story, for each paper in turn."""
