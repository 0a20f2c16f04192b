"""What somebody at a rival lab says, over a tray or in a lift: by mood, and by what it is about."""

from typing import Final

from race.core.ids import Mood
from race.core.words import N_

VOICES: Final[dict[Mood, dict[str, tuple[str, ...]]]] = {
    Mood.LEADING: {
        "quiet": (
            N_("We stopped looking at the table. We look at it only before lunch and after."),
            N_("Somebody has put a plant on the spare rack. That is how calm it is here."),
            N_("Leading is mostly answering letters from people who want to be second."),
            N_("The next one will be better. We said so about this one, so we know how."),
            N_("We have a meeting every Monday to be less pleased. It does not work."),
            N_("The canteen named a soup after the score. It is lukewarm by now."),
            N_("First place smells of fresh paint and of a great many visitors."),
            N_("From here one sees best how steep it gets. Nobody warned us about the view."),
        ),
        "owners": (
            N_("Shareholders? Ours send fruit."),
            N_("We read that page twice and then checked our own delivery notes. All there."),
            N_("It is a long way to come for chips. We would have lent a catalogue."),
            N_("A court date is a training run, too. It only converges to less."),
        ),
        "behind": (
            N_("They are close enough to hear us typing. We type louder."),
            N_("A good release. We sent a card. It was a very short card."),
            N_("{lab} has arrived. We kept a chair warm, and then we moved the table."),
            N_("Nice numbers. We remember having them."),
        ),
        "chips": (
            N_("They bought a mountain. We are looking at what is on top of ours."),
            N_("More chips than last month. It is catching, that."),
            N_("Somebody counted their lorries. Somebody counted ours. It is a small street."),
            N_("Chips are like umbrellas: it is about where you left them."),
        ),
        "money": (
            N_("The money comes in faster than the transformers. Say so to nobody."),
            N_("At that price one is worth more asleep than awake."),
            N_('Investors asked what we need. Electricians, we said. They wrote "equity".'),
            N_("Everybody is raising. Even our ceiling was raised."),
        ),
        "people": (
            N_("Two left, three came, and the chess club is stronger."),
            N_("They come for the compute and stay for the bread."),
            N_("We lost a good one. We kept the mug, she kept the theorem."),
            N_("Recruiters ring at dinner now. My daughter has an offer."),
        ),
    },
    Mood.CALM: {
        "quiet": (
            N_("We are where the plan said. That has never happened, so we are suspicious."),
            N_("Nobody runs in the corridor. One person walks fast, but he always did."),
            N_("The run is on schedule and the schedule is on a napkin."),
            N_("We wrote down what we would do if we were worried. It is a good list."),
            N_("Third is a fine place from which to read the second's papers."),
            N_("Somebody fixed the coffee machine. That is our release this month."),
            N_("The safety people finished early and stayed. It was odd, and nice."),
            N_("Ask me in the spring. In the spring there is a hall."),
        ),
        "owners": (
            N_("It is their affair. We only laminated the timeline."),
            N_("Our lawyers read it for pleasure. That is rare with them."),
            N_("One founder, two companies: we have trouble with one car park."),
            N_("We held a training on where things are delivered. Ten minutes, with biscuits."),
        ),
        "behind": (
            N_("Good work there. We ran it, we clapped, we went back in."),
            N_("It answers like us, and quicker. We shall be us, and better."),
            N_("They are catching up. It is what the ones behind do."),
            N_("We expected it in the summer. It is early, like summers."),
        ),
        "chips": (
            N_("A hall in that time? Somebody there owns no calendar."),
            N_("We counted the cooling towers from the train. It is a slow train."),
            N_("They have chips, we have patience. Ask again when theirs are warm."),
            N_("One can plug in only so many. We have found the number, here."),
        ),
        "money": (
            N_("Cheap money builds dear halls. We rent a small one."),
            N_("We did not raise this month. It felt like a walk."),
            N_("Somebody valued us. We put it in a drawer, with the horoscope."),
            N_("The budget passed in one sitting. I have a photograph."),
        ),
        "people": (
            N_("People move. The whiteboard stays, and most of it is right."),
            N_("They offered me twice as much. My bicycle lives here, though."),
            N_("We hired somebody who reads the old papers. She is very far ahead."),
            N_("A farewell cake a week. We are calm and getting round."),
        ),
    },
    Mood.PRESSED: {
        "quiet": (
            N_("We used to have a plan for the year. Now we have one for the weekend."),
            N_("The meeting about fewer meetings has been moved forward."),
            N_("There is a graph in the lift. Somebody up there wants us to see it."),
            N_("We still test everything. We test it quicker."),
            N_("My out-of-office reply has been switched off for me."),
            N_("Good idea of yours, they said, could it be finished."),
            N_("The vending machine is empty by nine. That is our leading indicator."),
            N_("We are one good run behind. So was everybody, once."),
        ),
        "owners": (
            N_("They get chips from a car company. We get a ticket number."),
            N_("I asked whether we own a car company. We do not. I asked twice."),
            N_("If a court slows them down, fine. It is not a strategy. It is on the slide."),
            N_("Somebody cheered in the corridor. We have a policy about cheering now."),
        ),
        "behind": (
            N_("We saw the score at breakfast. There was no breakfast after that."),
            N_("That was our trick. Theirs has a better name."),
            N_("They passed us with the window down. Waving."),
            N_('We shall answer. Somebody has crossed out "when" on the board.'),
        ),
        "chips": (
            N_("Our hall is four months away. Theirs was, three months ago."),
            N_("Procurement sleeps under the desk. The desk was on back order."),
            N_("We found chips. They were ours, mislabelled. It was a good day."),
            N_("It all goes back to one factory and one queue. I send it birthday cards."),
        ),
        "money": (
            N_("They raised again. Our finance chief has taken up swimming, to be under water elsewhere."),
            N_("We are raising, too. Slides forty to sixty are a single number."),
            N_("Rent went up. The cloud, I mean. Also the flat."),
            N_("An investor asked what our moat is. We have drawn one since."),
        ),
        "people": (
            N_("Three offers on my desk, and one of them is from us."),
            N_("She left on a Thursday and the loss went up on Friday. Coincidence. I plotted it."),
            N_("They pay in chips now. Actual chips. With names."),
            N_("Everybody is staying. They said it one after another, at the same time."),
        ),
    },
    Mood.ALARMED: {
        "quiet": (
            N_("The lights on four have been on since Sunday. We do not say which Sunday."),
            N_("There is a second whiteboard, with a curtain."),
            N_("Somebody asked what we could do without. Nobody said lunch."),
            N_('We have a room named "war". It used to be named "yoga".'),
            N_("All leave is cancelled except mine, which I had not asked for."),
            N_("The curve is beautiful. It belongs to others."),
            N_("I have a badge for a building that is not there yet."),
            N_("We ship in three weeks, said the boss, and looked at the ceiling. So did we."),
        ),
        "owners": (
            N_("Let the holders shout. We need the noise, nobody hears us run."),
            N_("Every month they spend in court is a month. We count months."),
            N_("I read their filings before our own mail. It is a bad sign, isn't it."),
            N_("Whose chips, the holders ask. How many, we ask."),
        ),
        "behind": (
            N_("We had a release for June. It is for tomorrow now."),
            N_("It beat us on the thing we are named for."),
            N_("They published a score. We published a job advert."),
            N_("Nobody spoke in the lift. Eleven floors."),
        ),
        "chips": (
            N_("I dreamt of a forklift. It drove away."),
            N_("They switched on more this month than we own. I switched on the kettle."),
            N_("We rent what we can, where we can, from whom we can. Do you have some?"),
            N_("The next generation ships to whoever asked first. We asked politely."),
        ),
        "money": (
            N_("The round closes Friday or the door does."),
            N_("We have eleven months of cash and ten months of plan."),
            N_("Our valuation is last year's. We like last year."),
            N_("Somebody sold the foosball table. It was collateral, it turns out."),
        ),
        "people": (
            N_("Whole rows of desks play hide and seek. They are very good at it."),
            N_("They rang my boss. They got my number, and then the boss's own."),
            N_("I am the senior one now. I have been here since March."),
            N_("We matched the offer. We match everything. We are a matchbox."),
        ),
    },
}
"""By mood and occasion."""
