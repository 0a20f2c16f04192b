"""What the hall says at its level of trust: by kind of holder."""

from typing import Final

from race.core.ids import Kind
from race.core.words import N_

GRUMBLES: Final[dict[Kind, dict[str, tuple[str, ...]]]] = {
    Kind.FANS: {
        "low": (
            N_("I have the tattoo. I do not show the tattoo."),
            N_("My car still loves me. The company, I am less sure."),
            N_("I defended you at Christmas. I shall need something for Easter."),
            N_("The cap is in the drawer. The drawer is open, mind."),
            N_("I queued all night for this share. I could have slept."),
            N_("Tell me it was aliens. I would believe aliens."),
        ),
        "middle": (
            N_("I am not worried. I only refresh."),
            N_("Genius needs room. How much room, roughly?"),
            N_("It is all part of the plan. May I see a part of the plan?"),
            N_("I answered every critic online. There are more critics than evenings."),
            N_("We believe. We should like to be thanked for it, with a date."),
            N_("My nephew asked about the chips. I talked about the doors."),
        ),
        "high": (
            N_("Best shares I ever framed."),
            N_("They laugh now. They laughed at the handle, too."),
            N_("I named the dog after the hall."),
            N_("Whatever the question, yes."),
            N_("I would lend my own chips. I have crisps."),
            N_("{share}! I said so, at {share}, at every price."),
        ),
    },
    Kind.RETAIL: {
        "low": (
            N_("I bought cars, robots and a date. I have a car."),
            N_("My broker asks how I feel. My broker never asks."),
            N_("One reads one's own company in the paper, like the weather elsewhere."),
            N_("I have forty shares and forty questions."),
            N_("If I took a crate home from work, there would be a word for it."),
            N_("My wife was right about the bonds. I hold that against the founder."),
        ),
        "middle": (
            N_("I read the letter. I read the other letter. I need a third one."),
            N_("Half of me wants to sell. It is not the half with the password."),
            N_("At {share} I am not angry. I am attentive."),
            N_("Tell me where the chips are. I do not ask whose. Where."),
            N_("I shall vote. I have bought an envelope."),
            N_("The meeting has free coffee. One hears more when one stays for it."),
        ),
        "high": (
            N_("It pays for the roof. I like the roof."),
            N_("The founder said a date and it was the date. I rang my sister."),
            N_("I sleep. Ask my neighbour with the bonds."),
            N_("I have never read the annexes and I am right so far."),
            N_("They told us first. That is worth a quarter to me."),
            N_("My grandson wants to know who runs it. I said: we do."),
        ),
    },
    Kind.INDEX: {
        "low": (
            N_("We own it because it is there. We vote because it is too much there."),
            N_("We cannot sell. We can, however, abstain very slowly."),
            N_("Our stewardship team has asked for a second person."),
            N_("Page 61 of our guidelines was written for somebody. We now know for whom."),
            N_("We hold seven per cent and our breath."),
            N_("The index has a weight. It is on our chest."),
        ),
        "middle": (
            N_("We engage. It means we have sent an invitation to a call."),
            N_("The adviser will recommend something. We recommend waiting for it."),
            N_("Our vote is a rule, and the rule is under review."),
            N_("Related parties should be related on paper."),
            N_("We have no opinion, in size."),
            N_("Governance is a column. We have coloured it yellow."),
        ),
        "high": (
            N_("We own four thousand companies and remember the name of this one fondly."),
            N_("No remarks. In our line that is a bouquet."),
            N_("The proxy form came back to us green."),
            N_("Tracking error: nil. Founder error: nil."),
            N_("It discloses before we ask. We had a form for asking."),
            N_("We have deleted a paragraph. Do you know how rarely we delete?"),
        ),
    },
    Kind.ACTIVE: {
        "low": (
            N_("I sell what I cannot explain. I have started to explain."),
            N_("There is a discount for the founder now. It used to be a premium."),
            N_("We ran the numbers without the lab. They ran."),
            N_("Capital allocation, my foot. It has gone next door, my foot."),
            N_("My measure of trust has one input, and it is late."),
            N_("I asked three questions on the call and heard the hold music."),
        ),
        "middle": (
            N_("We hold, we hedge, we hear things."),
            N_("Tell me the return on a chip that is elsewhere."),
            N_("It is cheap at {share} if the dock is honest."),
            N_("I like the company. I count the company."),
            N_("A decent quarter would calm me. So would an inventory."),
            N_("We have a position. Its knees hurt."),
        ),
        "high": (
            N_("Every dollar has an address here. I collect those."),
            N_("I doubled. My committee has asked whether I am well."),
            N_("A founder who asks first. There should be a factor for that."),
            N_("We were early, and paid to be."),
            N_("The lab deal came with a vote and an invoice. I wept a little."),
            N_("At {share} it is not cheap. Good sleep never is."),
        ),
    },
    Kind.PENSION: {
        "low": (
            N_("Nurses own this. We shall be asked what we did."),
            N_("We have a lawyer who was bored. She is not bored."),
            N_("Retirement is a promise with a date. We know what those look like."),
            N_("Our members drive buses. They understand who took the wheel."),
            N_("We wrote in March. It was a long letter. It is longer now."),
            N_("We are patient for forty years at a time. This took four months."),
        ),
        "middle": (
            N_("The trustees met. The biscuits were plain. So were the questions."),
            N_("We keep a folder. It is thin. We keep it."),
            N_("An independent director would be welcome, and a chair for them."),
            N_("We vote for the long run. How long is yours?"),
            N_("We ask for a policy. Any policy, to begin with."),
            N_("Our actuary smiles on Fridays. It is Thursday."),
        ),
        "high": (
            N_("The members are content. Two of them wrote to say so."),
            N_("We read the sharing policy aloud at the annual picnic."),
            N_("It is dull and it is growing. We are a pension fund. This is love."),
            N_("Somebody restored what was taken. We have put that in the folder, too."),
            N_("Forty years, then. We are in."),
            N_("Our lawyer asked for a holiday. Granted."),
        ),
    },
    Kind.ACTIVIST: {
        "low": (
            N_("I bought three per cent and a megaphone."),
            N_('The slide deck has a hundred pages. Page one says "enough".'),
            N_("I do not want your chair. I want it measured."),
            N_("There are two companies here and one of them is ours. Find it."),
            N_("The board has been very patient with itself."),
            N_("We have candidates. They have pencils."),
        ),
        "middle": (
            N_("I write a letter a month. It keeps the hand warm."),
            N_("Split it, audit it, or thank it. I am flexible."),
            N_("I came for the discount and stayed for the minutes."),
            N_("The founder is a risk factor with a following."),
            N_("I have asked for a list of docks."),
            N_("Trust at {trust} is a number I can work with, in either direction."),
        ),
        "high": (
            N_("I have nothing to say. It is on slide one."),
            N_("They did what we asked. My whole career is against it."),
            N_("I sold the megaphone, at a profit."),
            N_("The board returned my call. I had not called."),
            N_("Fine governance. One gets so little done."),
            N_("My next letter is a thank-you note. I had to look up the form."),
        ),
    },
    Kind.SHORT: {
        "low": (
            N_("Never interrupt a founder who is moving boxes."),
            N_("I pay interest to hold this opinion. It pays it back now."),
            N_("Everybody asks me about chips. I ask about the power."),
            N_("A hundred and twelve pages. The summary is a photograph of a dock."),
            N_("At {share} I am only half right. Patience."),
            N_('I like it when they say "synergy". It has a smell.'),
        ),
        "middle": (
            N_("I borrow shares. I return them. It can be done."),
            N_("My report is ready. So is my umbrella."),
            N_("The fans write to me. I correct the spelling."),
            N_("One day it will be worth what it earns. One waits, at interest."),
            N_("I read annexes for a living. It is a living."),
            N_("Nobody invites me to the meeting. I own the chairs."),
        ),
        "high": (
            N_("It hurts and it is instructive. Mostly it hurts."),
            N_("I covered on Tuesday. The rest of the week was lovely."),
            N_("An honest founder is a terrible thing to be short of."),
            N_("I was right in every way but the price."),
            N_("They publish everything. What is one to find?"),
            N_("At {share} I take up gardening."),
        ),
    },
}
"""By kind of holder and level of trust."""
