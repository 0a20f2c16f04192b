"""Tales of the people who work in the two houses."""

from typing import Final

from race.core.ids import Kind
from race.core.tales.script import Later, On, Push, Script, Way, When
from race.core.words import N_

PEOPLE: Final = (
    Script(
        key="five_offers",
        title=N_("Five with the same offer"),
        question=N_(
            "Five of {lab}'s researchers have the same offer in their pockets and ask for a talk before "
            "Friday, together."
        ),
        ways=(
            Way(
                N_("Match the offer."),
                N_("Money keeps whoever believes that you win; the others can count as well."),
                (Push(On.LAB_CASH, -2),),
                When.LEADING,
                Later(N_("They have stayed, and tell newcomers why."), (Push(On.PEOPLE, 1),)),
                Later(
                    N_("They took the match, and some of them the next offer as well."),
                    (Push(On.PEOPLE, -1),),
                ),
            ),
            Way(
                N_("Talk about the work."),
                N_("They take it as your word that the work comes out, and will remember it."),
                (Push(On.ATTENTION, -1),),
                When.RELEASED,
                Later(
                    N_("What you had talked about is out, with five names under it."),
                    (Push(On.PEOPLE, 1), Push(On.RECIPE, 1)),
                ),
                Later(N_("The work you had talked about is not out. The five are."), (Push(On.PEOPLE, -2),)),
            ),
            Way(
                N_("Wish them well."),
                N_("You part as friends, and friends sometimes come back with news."),
                (Push(On.PEOPLE, -2),),
                When.LEADING,
                Later(
                    N_("Some of them come back and say what the others' evenings are like."),
                    (Push(On.PEOPLE, 1), Push(On.RECIPE, 1)),
                ),
                Later(N_("Their new employer thanks you in a footnote.")),
            ),
        ),
    ),
    Script(
        key="canteen",
        title=N_("What is said at lunch"),
        question=N_(
            "{carmaker}'s autonomy team and {lab}'s researchers share a canteen and, of late, their test "
            "results. Both heads want it to be allowed, or not known."
        ),
        ways=(
            Way(
                N_("Allow it, with a contract."),
                N_("A dull contract does no harm: both teams gain by it, or the lawyers yawn."),
                (Push(On.ATTENTION, -1),),
                When.SUED,
                Later(
                    N_("The contract about the canteen makes a dull afternoon for the other side."),
                    (Push(On.TRUST, 1, (Kind.INDEX, Kind.PENSION)),),
                ),
                Later(
                    N_("Both teams have become better at lunch."), (Push(On.AUTONOMY, 1), Push(On.RECIPE, 1))
                ),
            ),
            Way(
                N_("Do not know of it."),
                N_("Both teams gain now; the funds may ask later why you did not know."),
                (Push(On.AUTONOMY, 1), Push(On.RECIPE, 1)),
                When.LEAKED,
                Later(
                    N_("Now that people look at the two houses, they look at the canteen too."),
                    (Push(On.TRUST, -1, (Kind.ACTIVE, Kind.PENSION, Kind.INDEX)),),
                ),
                Later(N_("Nobody has noticed but the cook, who plans for both.")),
            ),
            Way(
                N_("Separate the tables."),
                N_("What they taught each other is given up, and good people may eat elsewhere."),
                (),
                When.MILESTONE,
                Later(N_("The tables are separate. The bicycle shed is not.")),
                Later(N_("The best of the autonomy team eat elsewhere now."), (Push(On.AUTONOMY, -1),)),
            ),
        ),
    ),
    Script(
        key="page_five",
        title=N_("Page five of a memo"),
        question=N_(
            "The head of safety has written six pages about {lab}'s next release. Page five asks for three "
            "weeks. She has sent it to you alone."
        ),
        when=When.TRAINING,
        ways=(
            Way(
                N_("Give her the weeks."),
                N_("Three weeks have a way of growing; a release without the fault is noticed."),
                (Push(On.LAB_CASH, -1),),
                When.RELEASED,
                Later(
                    N_("The release lacks the one fault that everybody talks about elsewhere."),
                    (Push(On.TRUST, 1, (Kind.INDEX, Kind.RETAIL)), Push(On.RECIPE, 1)),
                ),
                Later(N_("The three weeks have become many. She apologises for most of them.")),
            ),
            Way(
                N_("Thank her and go on."),
                N_("If she is right, retail holders and researchers ask who read page five."),
                (),
                When.LUCK,
                Later(N_("Page five was about something that has not happened.")),
                Later(
                    N_("What page five described has happened, in a call centre, on a Sunday."),
                    (Push(On.TRUST, -1, (Kind.RETAIL, Kind.INDEX)), Push(On.PEOPLE, -1)),
                ),
            ),
            Way(
                N_("File it."),
                N_("No holder will hear of it; she may leave, and be polite about it."),
                (),
                When.LUCK,
                Later(N_("Nobody has asked for page five.")),
                Later(
                    N_("She leaves politely and gives a talk on how to write memos."), (Push(On.PEOPLE, -1),)
                ),
            ),
        ),
    ),
    Script(
        key="a_date",
        title=N_("A date for the chips, in writing"),
        question=N_(
            "The head of {carmaker}'s autonomy asks you for a date for her chips, in writing, so that "
            "she can "
            "plan by it."
        ),
        weight=3,
        ways=(
            Way(
                N_("Give her a date."),
                N_("She plans by it and keeps the paper, for the day when chips pass her by."),
                (Push(On.AUTONOMY, 1),),
                When.TOOK,
                Later(
                    N_("Her date has passed, and chips have passed her. She has kept the paper."),
                    (Push(On.AUTONOMY, -2), Push(On.INSIDERS, 1)),
                ),
                Later(N_("She planned by the date, and it held."), (Push(On.AUTONOMY, 1),)),
            ),
            Way(
                N_("Tell her to plan for fewer."),
                N_("Honest but slower: her team may find a shorter way, or analysts a longer."),
                (Push(On.AUTONOMY, -1),),
                When.MILESTONE,
                Later(
                    N_("With fewer chips her team has found a shorter way. The paper says so on page one."),
                    (Push(On.AUTONOMY, 1), Push(On.PRICE, 1)),
                ),
                Later(N_("She planned for fewer, and analysts now plan for later."), (Push(On.PRICE, -1),)),
            ),
            Way(
                N_("Not in writing."),
                N_("Leaves no paper; she can still ask the board, where the funds listen."),
                (),
                When.MILESTONE,
                Later(N_("She planned without a date and was nearly right.")),
                Later(
                    N_("She has asked the board for the date instead."),
                    (Push(On.TRUST, -1, (Kind.ACTIVE, Kind.PENSION)),),
                ),
            ),
        ),
    ),
    Script(
        key="two_addresses",
        title=N_("A shipment with two addresses"),
        question=N_(
            "An intern at {carmaker} has found a shipment with two addresses in the system. He told his "
            "supervisor, and the supervisor tells you."
        ),
        when=When.SECRET,
        weight=5,
        ways=(
            Way(
                N_("Tell them both the truth."),
                N_("They keep what they are told; if it comes out, they speak well of you."),
                (Push(On.INSIDERS, 1),),
                When.LEAKED,
                Later(
                    N_(
                        "It came out, though not through the intern. He says that you had told him the truth."
                    ),
                    (Push(On.TRUST, 1, (Kind.RETAIL, Kind.FANS)),),
                ),
                Later(
                    N_("The intern has a contract now and keeps the addresses in order."),
                    (Push(On.INSIDERS, -2),),
                ),
            ),
            Way(
                N_("Have the entry corrected."),
                N_("The trace leaves the screen; a court can still ask when, and why."),
                (Push(On.INSIDERS, -1),),
                When.SUED,
                Later(
                    N_("Corrections have dates. The holders' lawyers ask about the date of this one."),
                    (Push(On.TRUST, -2, (Kind.INDEX, Kind.PENSION, Kind.ACTIVE)),),
                ),
                Later(N_("The system shows one address.")),
            ),
            Way(
                N_("Say nothing to either."),
                N_("They draw their own conclusions, and an intern has a thesis to write."),
                (),
                When.LUCK,
                Later(
                    N_("The supervisor takes it for an error. The intern is back at his studies."),
                    (Push(On.INSIDERS, -1),),
                ),
                Later(N_("The intern is writing his thesis about it."), (Push(On.INSIDERS, 2),)),
            ),
        ),
    ),
    Script(
        key="three_months_at_sea",
        title=N_("Three months at sea"),
        question=N_(
            "The best builder of {lab}'s halls wants three months at sea. He has not had a free day "
            "since the "
            "first one."
        ),
        when=When.BUILDING,
        ways=(
            Way(
                N_("Let him go, paid."),
                N_("The hall misses him. Sailors come back with ideas, or do not come back."),
                (Push(On.LAB_SITE, -1),),
                When.LUCK,
                Later(
                    N_("He is back, with a beard and a better plan for the next hall."),
                    (Push(On.LAB_SITE, 2),),
                ),
                Later(
                    N_("He sends a card from an island, and another with his notice."),
                    (Push(On.ATTENTION, -1),),
                ),
            ),
            Way(
                N_("After this hall."),
                N_("He drives this hall hard for you, and the next one as a tired man."),
                (Push(On.LAB_SITE, 1),),
                When.BUILDING,
                Later(N_("There is always another hall. He builds it, slowly."), (Push(On.LAB_SITE, -2),)),
                Later(N_("The hall is done and he is at sea. His deputy is good.")),
            ),
        ),
    ),
    Script(
        key="payslip",
        title=N_("A payslip on the wall"),
        question=N_(
            "A payslip of {lab}'s hangs in {carmaker}'s plant. People there ask why one line of code is "
            "worth "
            "as much as four doors an hour."
        ),
        ways=(
            Way(
                N_("Pay the plant a bonus."),
                N_("The line may work it off in hours; the comparison stays on the wall."),
                (Push(On.CARMAKER_CASH, -1),),
                When.RISEN,
                Later(
                    N_("The line has never stood still for so few hours."),
                    (Push(On.CARMAKER_CASH, 2), Push(On.TRUST, 1, (Kind.RETAIL,))),
                ),
                Later(N_("The bonus is spent. The payslip still hangs there.")),
            ),
            Way(
                N_("Go there and explain it."),
                N_("Workers who own shares will listen, and a visit offends nobody there."),
                (Push(On.ATTENTION, -1),),
                When.RISEN,
                Later(
                    N_("The plant owns shares too, and they have risen."),
                    (Push(On.TRUST, 1, (Kind.RETAIL,)),),
                ),
                Later(N_("The plant has asked a researcher to join a shift. He has found two faults.")),
            ),
            Way(
                N_("It will pass."),
                N_("It saves you the trip; a shift that is angry may stay at home as well."),
                (),
                When.CALM,
                Later(N_("It has passed.")),
                Later(
                    N_("A shift stayed at home for an afternoon, and the cars of that afternoon are late."),
                    (Push(On.CARMAKER_CASH, -1), Push(On.PRICE, -1)),
                ),
            ),
        ),
    ),
)
"""Seven tales, told by those whom they concern."""
