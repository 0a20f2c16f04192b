"""Lines about what was said and given to the owners, and kept from them."""

from typing import Final

from race.core.wording.filed.entry import COUNSEL, MANAGERS, NOTE, PRESS, SECURITY, TREASURER, Entry, Grade
from race.core.words import N_

ENTRIES: Final = {
    "promise_chips": Entry(
        PRESS,
        Grade.AWKWARD,
        "chips",
        (
            N_("Promise {n} chips running. I shall find the chips after I have found the words."),
            N_("Say {n} by then. A round number, so that it can be remembered; that is also the risk."),
            N_("{n} running. Put it in the letter before somebody counts."),
            N_("We shall have {n}. I have seen a chart in which we do."),
        ),
    ),
    "promise_steps": Entry(
        PRESS,
        Grade.AWKWARD,
        "count",
        (
            N_("Promise milestone {n}. Next year is a large place."),
            N_("Milestone {n}, with a date. The engineers will learn of it with the others."),
            N_("Tell them milestone {n} is solved in principle. Principle is where I live."),
        ),
    ),
    "promise_hands": Entry(
        PRESS,
        Grade.AWKWARD,
        "month",
        (
            N_("No chip moves without a vote until {n}. Say it slowly, so that I hear it too."),
            N_("My hands are off until {n}. Both of them; mention both."),
            N_("Promise them peace until {n}. The lab will find the calendar."),
        ),
    ),
    "disclose": Entry(
        PRESS,
        Grade.HARMLESS,
        "chips",
        (
            N_("Tell the owners about the {n}, today, in one sentence."),
            N_("Publish the {n}. I would rather be early than quoted."),
            N_("Put the {n} in the open. It is lighter there."),
        ),
    ),
    "justify": Entry(
        PRESS,
        Grade.AWKWARD,
        "chips",
        (
            N_("Explain the {n}: no power, no place, no loss. Check the middle one."),
            N_("The {n} would have sat in a warehouse. Somebody find me the warehouse."),
            N_("Say the {n} had nowhere to plug in. It is nearly a diagram."),
        ),
    ),
    "deny": Entry(
        PRESS,
        Grade.GRAVE,
        "chips",
        (
            N_("Deny the {n}. Use the short version."),
            N_("We have no knowledge of {n} chips. Write that I have no knowledge."),
            N_("The answer about the {n} is no, whatever the question turns out to be."),
            N_("Say there were no {n}. And please delete this."),
            N_("No diversion, no {n}, no comment. In that order, the order matters."),
        ),
    ),
    "apologise": Entry(
        PRESS,
        Grade.HARMLESS,
        "chips",
        (
            N_("Say sorry for the {n}. The word, not a paragraph about the word."),
            N_("I was wrong about the {n}. Print it before I explain it."),
            N_("Apologise for {n} chips, by number, with my name under it."),
        ),
    ),
    "plug": Entry(
        SECURITY,
        Grade.GRAVE,
        "chips",
        (
            N_("Find out who knows about the {n}, and how much they enjoy working here."),
            N_("Everybody who saw the {n} signs again. The form is new; so is page three."),
            N_("The list of people who know about the {n} is too long. Shorten the list."),
            N_("Talk to the drivers about the {n}. Kindly. Take a lawyer."),
        ),
    ),
    "disclose_thing": Entry(
        PRESS,
        Grade.HARMLESS,
        "",
        (
            N_("Tell the owners what went across, today, in one sentence."),
            N_("Publish it. I would rather be early than quoted."),
            N_("Into the open with it. It is lighter there."),
        ),
    ),
    "justify_thing": Entry(
        PRESS,
        Grade.AWKWARD,
        "",
        (
            N_("Explain that the carmaker had no use for it. Find out whether it had."),
            N_("Say it was spare. Spare is a point of view."),
            N_("There is a reason for that one. Write the reason and send me a copy."),
        ),
    ),
    "deny_thing": Entry(
        PRESS,
        Grade.GRAVE,
        "",
        (
            N_("Deny it. The short version."),
            N_("Nothing went anywhere. Write it in the present tense."),
            N_("We do not know what they mean, and I know exactly what they mean."),
        ),
    ),
    "apologise_thing": Entry(
        PRESS,
        Grade.HARMLESS,
        "",
        (
            N_("Say sorry for that one. The word, not a paragraph about it."),
            N_("I was wrong there. Print it before I explain it."),
            N_("An apology, by name, with mine under it."),
        ),
    ),
    "plug_thing": Entry(
        SECURITY,
        Grade.GRAVE,
        "",
        (
            N_("Find out who has seen it, and how much they enjoy working here."),
            N_("Everybody in that room signs again. The form is new; so is page three."),
            N_("The list of people who know is too long. Shorten the list."),
        ),
    ),
    "gift_director": Entry(
        COUNSEL,
        Grade.HARMLESS,
        "",
        (
            N_("Find an independent director. Really independent; I shall notice."),
            N_("One seat for somebody who disagrees with me in complete sentences."),
            N_("An independent director, then. Give them a key that works."),
        ),
    ),
    "gift_policy": Entry(
        COUNSEL,
        Grade.HARMLESS,
        "",
        (
            N_("Write the sharing policy so that I can be caught by it."),
            N_("A policy for who gets which chips. Short enough for me to have read it."),
            N_("Sign the policy. From now on I ask first, it says here."),
        ),
    ),
    "gift_settle": Entry(
        COUNSEL,
        Grade.HARMLESS,
        "",
        (
            N_("Settle. I have read what the next page would cost."),
            N_("Pay them and close it, before somebody reads this one aloud."),
            N_("Make peace. Round up."),
        ),
    ),
    "license": Entry(
        MANAGERS,
        Grade.HARMLESS,
        "",
        (
            N_("License the release to the carmaker. It taught us; we teach it."),
            N_("The cars get what the lab has made. Send the paper with it."),
            N_("Give the carmaker the release. Something should go that way too."),
        ),
    ),
    "plan_less": Entry(
        MANAGERS,
        Grade.BAD,
        "ppm",
        (
            N_("The carmaker's chip budget goes to {n} of plan. The plan in public stays the plan."),
            N_("{n} of plan will do for the cars. They learn fast, I keep saying so."),
            N_("Cut the cars to {n}. What they do not book, nobody has to divert."),
        ),
    ),
    "plan_more": Entry(
        MANAGERS,
        Grade.HARMLESS,
        "ppm",
        (
            N_("The carmaker books {n} of plan. It is allowed to want things."),
            N_("{n} of plan for the cars. Write down that I said more."),
            N_("Set the cars to {n} and let them have it."),
        ),
    ),
    "vote": Entry(
        COUNSEL,
        Grade.HARMLESS,
        "",
        (
            N_("Put it to the vote. If they say no, I want it to have been a good question."),
            N_("Ask the owners. It is their company on meeting days."),
            N_("On the agenda, with the number in the title."),
        ),
    ),
    "court_owners": Entry(
        PRESS,
        Grade.AWKWARD,
        "",
        (
            N_("Lunch with {who}. Say what the others will hear later."),
            N_("See {who}, in private. No slides; slides travel."),
            N_("{who}: be warm, be brief, be nowhere near a calendar entry."),
        ),
    ),
    "sell_stake": Entry(
        TREASURER,
        Grade.AWKWARD,
        "ppm",
        (
            N_("Sell {n} of the company, in the window, like everybody. For the lab, unlike everybody."),
            N_("{n} of my shares go. I still believe; I also have invoices."),
            N_("Sell {n} quietly. The form is public, so quietly is a manner of speaking."),
        ),
    ),
    "pledge": Entry(
        TREASURER,
        Grade.AWKWARD,
        "ppm",
        (
            N_("Pledge {n} of the company for the lab. If the price holds, nobody was brave."),
            N_("{n} as a pledge. Tell the bank the price only goes one way, not which."),
            N_("Put {n} behind the loan. I sleep well; put that behind it too."),
        ),
    ),
    "free_stake": Entry(
        TREASURER,
        Grade.HARMLESS,
        "ppm",
        (
            N_("Free {n} from the bank. I missed them."),
            N_("Pay back and take {n} home."),
            N_("{n} out of pledge. One worry less, file it under worries."),
        ),
    ),
    "answer": Entry(
        NOTE,
        Grade.HARMLESS,
        "",
        (
            N_("Decided. They will find out what it meant when I do."),
            N_("Gave an answer. It sounded better in the corridor."),
            N_("Yes to one thing, so no to two. Will hear of it."),
            N_("Answered before lunch. Regret, if any, after."),
        ),
    ),
    "reassure": Entry(
        NOTE,
        Grade.HARMLESS,
        "",
        (
            N_("Talked with {who}. Gave my word; must remember where."),
            N_("{who} needs to hear that it matters. It does. Said so."),
            N_("An hour with {who}. Listened for most of it."),
        ),
    ),
}
