"""Lines about what was ordered, built and moved: chips, sites, people, records."""

from typing import Final

from race.core.wording.filed.entry import BUILDERS, COUNSEL, MANAGERS, RECRUITERS, SUPPLY, Entry, Grade
from race.core.words import N_

ENTRIES: Final = {
    "order_lab": Entry(
        SUPPLY,
        Grade.HARMLESS,
        "chips",
        (
            N_("Book {n} chips for the lab. Early is cheaper than eloquent."),
            N_("{n} more for the lab. Ask for the front of the queue, politely, twice."),
            N_("Order {n}. If they laugh, wait until they have finished and order {n}."),
            N_("The lab wants {n} chips. The lab always wants chips; today it gets them."),
        ),
    ),
    "order_carmaker": Entry(
        SUPPLY,
        Grade.HARMLESS,
        "chips",
        (
            N_("{n} chips for the carmaker. On its own account, at its own door."),
            N_("Book {n} for the cars. Write the dock on the crate, in large letters."),
            N_("{n} for the carmaker, and let the plan say so too."),
        ),
    ),
    "cancel": Entry(
        SUPPLY,
        Grade.AWKWARD,
        "chips",
        (
            N_("Cancel {n}. Say the plan moved. Plans do."),
            N_("We no longer need {n} chips. We needed them loudly once; be brief."),
            N_("Take {n} off the book and let them keep the deposit. It buys silence by weight."),
        ),
    ),
    "site_forced": Entry(
        BUILDERS,
        Grade.AWKWARD,
        "kw",
        (
            N_("{n}, in months. Turbines first; the papers can catch up by truck."),
            N_("Pour for {n} now. The permit has a process; so does concrete."),
            N_("Build {n} in a hurry. If the town asks, it is temporary, like everything."),
            N_("{n} by the date I gave. Whoever says it takes two years may watch."),
        ),
    ),
    "site": Entry(
        BUILDERS,
        Grade.HARMLESS,
        "kw",
        (
            N_("Start {n} the ordinary way: permits, hats, patience."),
            N_("{n} more. Take the two years and give me a photograph a month."),
            N_("Break ground for {n}. Invite the mayor; mayors like holes."),
        ),
    ),
    "rent": Entry(
        SUPPLY,
        Grade.HARMLESS,
        "chips",
        (
            N_("Rent {n} from the clouds. We pay by the hour and complain by the month."),
            N_("Set the rental to {n}. Dear, but it is there on Monday."),
            N_("{n} rented chips. Somebody else's electricity bill, for once."),
        ),
        of_none=N_("No more rented chips. I shall miss having somebody else to blame."),
    ),
    "take_silent": Entry(
        SUPPLY,
        Grade.GRAVE,
        "chips",
        (
            N_("Change the address on {n} chips. The invoice can stay as it is."),
            N_("{n} chips: new dock, same paperwork. Nobody upstairs needs the tour."),
            N_("Send the {n} to the lab. If anybody asks, they are in transit, which they are."),
            N_("Move {n} chips before the quarter knows about it."),
            N_("{n} to the lab tonight. I would rather explain this later, or never."),
            N_("Use my telephone for the {n}, not the mail. I see that this is the mail."),
        ),
    ),
    "take_swap": Entry(
        SUPPLY,
        Grade.BAD,
        "chips",
        (
            N_("We take their {n} now, they take ours later. Later is a date, I am sure."),
            N_("Swap the slots for {n} chips. On paper it is even; read the paper slowly."),
            N_("{n} chips change places in the queue. The queue will not mind. It is a queue."),
            N_("Write it up as a swap of {n}. A swap sounds like two people agreed."),
            N_("The lab goes first with {n}, the carmaker second. Both are me, so it is unanimous."),
        ),
    ),
    "take_paid": Entry(
        SUPPLY,
        Grade.AWKWARD,
        "chips",
        (
            N_("The lab pays for {n}. Keep the receipt somewhere findable."),
            N_("{n} chips, sold at arm's length. Same arm, but measure it."),
            N_("Invoice the lab for {n} chips, and let the auditors see the stamp."),
        ),
    ),
    "take_told": Entry(
        SUPPLY,
        Grade.HARMLESS,
        "chips",
        (
            N_("Put {n} chips in the announcement, with the number in digits."),
            N_("Tell them about the {n} before somebody tells them about me."),
            N_("Say {n} out loud today. It will not get cheaper to say."),
        ),
    ),
    "take_lease": Entry(
        SUPPLY,
        Grade.AWKWARD,
        "chips",
        (
            N_("{n} chips on lease, with rent and a return date. Circle the date."),
            N_("The lab rents {n} from the carmaker. I negotiated with myself and won."),
            N_("Lease {n}. They stay the carmaker's; only the heat is ours."),
        ),
    ),
    "take_people": Entry(
        RECRUITERS,
        Grade.BAD,
        "count",
        (
            N_("{n} of the carmaker's people start at the lab on Monday. They volunteered when asked twice."),
            N_("Move {n} across. New badge, same car park."),
            N_("{n} go to the lab. Call it a career, not a transfer."),
        ),
    ),
    "take_site": Entry(
        BUILDERS,
        Grade.BAD,
        "kw",
        (
            N_("The site with {n} is the lab's now. Turn the sign round."),
            N_("Hand over {n} with its grid connection. The cars can plug in somewhere."),
            N_("{n} changes tenant. The landlord does not object; I asked him in the mirror."),
        ),
    ),
    "take_records": Entry(
        COUNSEL,
        Grade.BAD,
        "",
        (
            N_("License the fleet's records to the lab. Drivers agreed somewhere on page forty."),
            N_("The lab gets the records. Take the names off, or most of them."),
            N_("Miles are miles. Send the lab the lot."),
        ),
    ),
    "take_cars": Entry(
        MANAGERS,
        Grade.AWKWARD,
        "",
        (
            N_("The lab's product goes into the cars. The owners will find it on the dashboard."),
            N_("Put the assistant in every car. It is shelf space; we own the shelf."),
            N_("The cars carry the lab from today. No bill between friends."),
        ),
    ),
    "give_back": Entry(
        SUPPLY,
        Grade.HARMLESS,
        "chips",
        (
            N_("Send {n} back. Say thank you; it will be noticed."),
            N_("{n} go home. Photograph the crate at both ends."),
            N_("Return {n} as agreed, or as we shall say we agreed."),
        ),
    ),
    "give_back_thing": Entry(
        COUNSEL,
        Grade.HARMLESS,
        "",
        (
            N_("Give it back to the carmaker, in the state we took it or better."),
            N_("It goes home. Have somebody sign for it."),
            N_("Undo that one. I have changed my mind, which is allowed."),
        ),
    ),
    "lend": Entry(
        SUPPLY,
        Grade.HARMLESS,
        "chips",
        (
            N_("Lend the carmaker {n} of ours. For once the truck is full in that direction."),
            N_("{n} of the lab's chips help the cars for a while. Keep a copy of this one."),
            N_("Put {n} at the carmaker's disposal. In writing. Especially in writing."),
        ),
    ),
    "delay_site": Entry(
        MANAGERS,
        Grade.BAD,
        "months",
        (
            N_("Let the carmaker's hall wait {n}. Concrete improves with age, say that."),
            N_("Put their site off by {n}. A chip without a socket is easier to borrow."),
            N_("{n} later is fine. Blame the transformers; everybody does."),
            N_("Slow the hall by {n} and keep the reason short."),
        ),
    ),
}
