"""What the hall says when something has happened: by what stirred it."""

from typing import Final

from race.core.words import N_

REMARKS: Final[dict[str, tuple[str, ...]]] = {
    "broken": (
        N_("We wrote the date on the calendar. The calendar was free, from a bank."),
        N_("A promise is a share one cannot sell."),
        N_("Not late, they say. Early for something else."),
        N_("I do not mind the number. I mind that it had a comma."),
        N_("Words, then acts, then other words. We were told about the first."),
        N_("I have it in writing. I have it in three writings."),
        N_("Somebody should promise less. I nominate somebody."),
        N_("My plumber keeps dates. My plumber has no slides."),
    ),
    "taken": (
        N_("I paid for those. I should have liked to see them blink."),
        N_("If it is the same family, why are there two doors?"),
        N_("It is not the chips. It is that they knew the way."),
        N_("They will bring them back. People bring back ladders."),
        N_("How many? And how many had sockets? The second one is the question."),
        N_("I read it in the paper. I own the paper's subject."),
        N_("One lorry is an accident, a lorry a quarter is a policy."),
        N_("Good for the lab. Which of us has the lab?"),
    ),
    "court": (
        N_("I am suing myself, my lawyer says, on my behalf."),
        N_("A court is slow, and reads everything. I like both."),
        N_("They will find what was said. It will be in a worse order."),
        N_("My complaint is number something. It has a stamp."),
        N_("Whoever wins, we pay. That is what owning means."),
        N_("The judge asked where the dock is. Nobody had asked."),
        N_("I only wanted an inventory. It has grown."),
        N_("Settle, says the fund. With whom, says the other fund."),
    ),
    "kept": (
        N_("Well. That was the date, and there it was."),
        N_("I had prepared a speech. I shall have to eat it."),
        N_("Somebody did what they said. Is there a form?"),
        N_("I give it three hundredths. They know what I mean."),
        N_("It does not undo the rest. It undoes some."),
        N_("I rang to congratulate and was put on hold. It was pleasant."),
        N_("My son says I may put the cap back on."),
        N_("Once is a sample of one. A nice one."),
    ),
    "voted": (
        N_("We raised our hands. Some of us raised them twice, for exercise."),
        N_("The abstainers have the best faces. Like fish."),
        N_("I voted by post. The stamp had a car on it."),
        N_("They count shares, not people. I looked for my pile."),
        N_("A year is long. I wrote my question on my hand for the next one."),
        N_("It was close at my table. We were three."),
        N_("The result was read in a voice for weather."),
        N_("Now they know what we think, to one decimal."),
    ),
    "paper": (
        N_("{share}. I have stopped converting it into holidays."),
        N_("A quarter is thirteen weeks and one sentence."),
        N_("Insiders sell for many reasons. I know only one of them."),
        N_("The price is right twice a day, like my cooker."),
        N_("It moved on cars. Imagine."),
        N_("I look at the price when I am sad, and then I know why."),
        N_('Whatever they earn, I hear "chips" nine times on the call.'),
        N_("My dentist holds it as well. We do not talk during."),
    ),
}
"""By what stirred the hall."""
