"""Lines about what was decided at the lab: training, money, people, rivals."""

from typing import Final

from race.core.wording.filed.entry import COUNSEL, LAB, PRESS, RECRUITERS, SECURITY, TREASURER, Entry, Grade
from race.core.words import N_

ENTRIES: Final = {
    "split": Entry(
        LAB,
        Grade.HARMLESS,
        "",
        (
            N_("New split of the machines from Monday. Complaints on one page, please."),
            N_("Move the compute as in the table. The table is final until the next table."),
            N_("More here, less there. Those who get less may call it focus."),
        ),
    ),
    "run": Entry(
        LAB,
        Grade.HARMLESS,
        "months",
        (
            N_("Start the run, {n} at most. Nobody touches anything."),
            N_("{n} of training from tonight. Sleep in turns."),
            N_("Go. {n}, and I want the curve, not the commentary."),
            N_("Train for {n}. If it fails, fail early and tell me first."),
        ),
    ),
    "extend": Entry(
        LAB,
        Grade.HARMLESS,
        "months",
        (
            N_("Give the run {n} more. It is nearly there; it has been nearly there before."),
            N_("{n} longer. The curve still bends, so do we."),
            N_("Add {n}. The calendar will cope."),
        ),
    ),
    "stop": Entry(
        LAB,
        Grade.HARMLESS,
        "",
        (
            N_("Stop the run and keep what it knows."),
            N_("Enough. Take it out of the oven."),
            N_("Stop here. Good is released; perfect is somebody else's."),
        ),
    ),
    "untested": Entry(
        LAB,
        Grade.BAD,
        "",
        (
            N_("Release today, tests after. The public is a kind of test."),
            N_("Skip the last suite. It has never found anything, lately."),
            N_("Ship it. Safety can read about it with the rest of us."),
            N_("If the tests take a month, the tests are the risk."),
        ),
    ),
    "release": Entry(
        LAB,
        Grade.HARMLESS,
        "",
        (
            N_("Tests are green. Release, and no adjectives."),
            N_("Out it goes, tested. Keep the log; some day I shall be proud of it."),
            N_("Release on Tuesday. It passed; say what it passed."),
        ),
    ),
    "round": Entry(
        TREASURER,
        Grade.HARMLESS,
        "",
        (
            N_("Raise a round. Tell the story, then the number, in that order."),
            N_("Sell a fifth. I can count to five."),
            N_("Open the books to investors, the good ones first. Books, I mean."),
        ),
    ),
    "borrow": Entry(
        TREASURER,
        Grade.AWKWARD,
        "usd",
        (
            N_("Borrow {n} on the chips. All of them that are ours."),
            N_("{n} from the bank. They asked whose chips; say the lab's."),
            N_("Take {n} in debt. The chips will never know."),
        ),
    ),
    "hire": Entry(
        RECRUITERS,
        Grade.HARMLESS,
        "count",
        (
            N_("Hire {n}. Curious first, cheap last."),
            N_("{n} new people. Desks are a detail."),
            N_("Find {n} researchers who read the papers and {n} chairs."),
        ),
    ),
    "raid": Entry(
        RECRUITERS,
        Grade.AWKWARD,
        "count",
        (
            N_("Call {n} people at {firm}. Use their own telephone list; it is very good."),
            N_("{firm} has {n} people we like. Make it hard to stay there."),
            N_("Offer {n} at {firm} a number with one zero more than they are used to."),
        ),
    ),
    "raid_carmaker": Entry(
        RECRUITERS,
        Grade.BAD,
        "count",
        (
            N_("{n} from the carmaker would do better at the lab. So would the lab."),
            N_("Take {n} out of autonomy. The cars have driven themselves this long."),
            N_("Poach {n} from my other company, gently. They know the way."),
        ),
    ),
    "pay": Entry(
        RECRUITERS,
        Grade.HARMLESS,
        "ppm",
        (
            N_("Pay goes to {n} of the usual. Tell them before the rumour does."),
            N_("{n} of what others pay. The rest is mission."),
            N_("Set pay at {n}. If somebody cries, note which way."),
        ),
    ),
    "claim": Entry(
        PRESS,
        Grade.AWKWARD,
        "",
        (
            N_("Announce it with a date. Dates make people stop asking how."),
            N_("Say we shall have it. We very probably shall."),
            N_("Round the number up once. Only once."),
        ),
    ),
    "price": Entry(
        LAB,
        Grade.HARMLESS,
        "ppm",
        (
            N_("The service costs {n} of the usual from now on."),
            N_("Price at {n}. If they leave, they were not users, they were weather."),
            N_("{n} of what the market asks. Let the market ask us why."),
        ),
    ),
    "lobby": Entry(
        COUNSEL,
        Grade.AWKWARD,
        "",
        (
            N_("Somebody should worry about {firm}'s turbines. Let it be a citizen."),
            N_("File a concern about {firm}'s site. We are very concerned."),
            N_("Send the authorities our worries about {firm}, typed, without our letterhead."),
        ),
    ),
    "probe": Entry(
        SECURITY,
        Grade.AWKWARD,
        "",
        (
            N_("Find out what {firm} is running. Read what is public, twice, and then ask."),
            N_("I should like to know {firm}'s fleet to the nearest hall."),
            N_("Have somebody count the lorries at {firm}. Bring them a flask."),
        ),
    ),
    "sell_lab": Entry(
        TREASURER,
        Grade.AWKWARD,
        "",
        (
            N_("Find out what {firm} would pay for the lab. Do not sound hungry."),
            N_("Draft the sale to {firm}. Keep a drawer for second thoughts."),
            N_("{firm} may have it. Somebody should."),
        ),
    ),
}
