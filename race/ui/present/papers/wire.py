"""Other wordings of what is told most often, so that a month of news does not read like a ledger.

A wording may name what the law's own sentence names, and must say the same.
"""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from race.core.events import Event, Happening
from race.core.words import N_, Sentence

WIRE: Final[dict[str, tuple[str, ...]]] = {
    "{quantity} chips reach {firm}'s dock.": (
        N_("{quantity} chips are unloaded at {firm}."),
        N_("{firm} signs for {quantity} chips."),
        N_("A delivery for {firm}: {quantity} chips."),
        N_("{firm}'s wait is over for {quantity} chips."),
    ),
    "Researchers who move from {source} to {target}: {people}.": (
        N_("{target} wins researchers from {source}: {people}."),
        N_("Desks emptied at {source} and filled at {target}: {people}."),
        N_("From {source} to {target} go, in researchers: {people}."),
        N_("{source} loses researchers to {target}: {people}."),
        N_("New badges at {target} for people of {source}'s: {people}."),
    ),
    "Known researchers join young {firm}; each head there has {part} of the chips of others.": (
        N_("At {firm} each head has {part} of the chips of others. Known researchers can count, and come."),
        N_("Known names sign at {firm}: for each head it has {part} of the chips that others have."),
    ),
    "{firm} starts a training run of {months}.": (
        N_("At {firm} a training run begins; it takes {months}."),
        N_("{firm} sets its chips to training for {months}."),
        N_("For {months} {firm} trains what comes next."),
        N_("A run of {months} is under way at {firm}."),
    ),
    "A training run of {firm} is finished.": (
        N_("{firm} has finished training."),
        N_("The run at {firm} has come to its end."),
        N_("{firm}'s chips have done their run; something is in the drawer."),
        N_("At {firm} a run is done, and people sleep."),
    ),
    "{firm} books {quantity} chips for {due}.": (
        N_("{firm} orders {quantity} chips, due in {due}."),
        N_("An order by {firm}: {quantity} chips for {due}."),
        N_("{firm} takes a place in the queue: {quantity} chips, {due}."),
        N_("{quantity} chips are reserved for {firm}, to come in {due}."),
    ),
    "{firm} refreshes its release to a score of {score}.": (
        N_("{firm} tunes its release; it now scores {score}."),
        N_("A refresh at {firm} brings {score}."),
        N_("{firm}'s release is better overnight: {score}."),
        N_("More of the same at {firm}, at {score}."),
    ),
    "{firm} releases open weights that score {score}.": (
        N_("{firm} gives its weights away; they score {score}."),
        N_("Open weights by {firm}, at {score}."),
        N_("Whoever wants can have {firm}'s new weights: {score}."),
        N_("{firm} publishes weights, and {score} is everybody's now."),
    ),
    "{firm} makes a release that scores {score}.": (
        N_("{firm} has a new release: {score}."),
        N_("New from {firm}, closed, at {score}."),
        N_("{firm} comes out with {score}."),
        N_("The new release of {firm} is measured at {score}."),
    ),
    "Holders write an open letter to the carmaker's board.": (
        N_("An open letter of holders reaches the carmaker's board."),
        N_("The carmaker's board has post from its owners, and so has everybody."),
        N_("Holders sign a letter to the board and publish it."),
        N_("Dear board, write holders of the carmaker, and mean the founder."),
        N_("In a letter holders ask the carmaker's board who decides there."),
    ),
    "{firm} breaks ground for {power}, planned for {ready}.": (
        N_("{firm} begins to build: {power}, to be ready in {ready}."),
        N_("Work begins on {power} for {firm}; the plan says {ready}."),
        N_("{firm} has ground for {power} and a date, {ready}."),
        N_("Spades for {firm}: {power} by {ready}."),
    ),
    "{firm} switches on {power}.": (
        N_("{power} are live at {firm}."),
        N_("{firm} has a hall more: {power}."),
        N_("The grid notices {firm}: {power}."),
        N_("Lights on at {firm}, {power} of them."),
    ),
    "{quantity} chips change docks; later chips of the lab's go to the carmaker.": (
        N_("{quantity} chips go to the lab now; the carmaker gets the lab's later ones."),
        N_("A swap at the docks: {quantity} chips now against as many later."),
        N_("{quantity} chips early for the lab, late for the carmaker."),
        N_("The lorry turns left with {quantity} chips; the lab owes the next ones."),
    ),
    "{quantity} chips quietly change docks.": (
        N_("{quantity} chips change docks, and nobody writes it down but the files."),
        N_("By night {quantity} chips find another dock."),
        N_("{quantity} chips of the carmaker's are at the lab; few people know."),
    ),
    "{firm}'s site slips to {ready}.": (
        N_("{firm} must wait for its site until {ready}."),
        N_("A site of {firm}'s is late: {ready} now."),
        N_("Building at {firm} takes longer, to {ready}."),
    ),
    "{firm} raises {amount} at a valuation of {valuation}.": (
        N_("{firm} closes a round: {amount}, valued at {valuation}."),
        N_("Investors put {amount} into {firm}, at {valuation}."),
        N_("At {valuation} {firm} sells a part of itself for {amount}."),
        N_("{amount} for {firm}, which is worth {valuation} as of today."),
    ),
    "The papers have it: {quantity} of the carmaker's chips went to the lab.": (
        N_("It is printed: {quantity} chips of the carmaker's are at the lab."),
        N_("The secret of {quantity} chips is one no more."),
        N_("Somebody talked: {quantity} of the carmaker's chips went to the lab."),
        N_("The papers know of {quantity} chips that went to the lab."),
    ),
    "Holders sue over the diverted chips (complaints in the case: {n}); its files open by {date}.": (
        N_("A suit over the diverted chips (complaints: {n}); the court opens the files by {date}."),
        N_("Holders go to court about the chips. Complaints so far: {n}; files by {date}."),
        N_("The chips have a case number, complaints {n}, and a date for the files: {date}."),
    ),
    "{first} takes the lead from {old}.": (
        N_("{old} led; {first} leads."),
        N_("{first} is in front now, ahead of {old}."),
        N_("The league has a new head: {first}, after {old}."),
        N_("{first} overtakes {old} at the top."),
    ),
    "{firm} is the first past {mark}.": (
        N_("Nobody was past {mark} before {firm}."),
        N_("{mark} is passed for the first time, by {firm}."),
        N_("{firm} takes the prize of {mark}."),
    ),
    "{firm} is the second past {mark}.": (
        N_("{firm} passes {mark} as well, second."),
        N_("Second past {mark}: {firm}."),
        N_("{mark} has its second name: {firm}."),
    ),
    "The carmaker reports its quarter ({date}): revenue {revenue} in the month.": (
        N_("The carmaker's quarter is out ({date}); the month brought {revenue}."),
        N_("Quarterly figures of {date}: the carmaker took {revenue} in the month."),
        N_("The carmaker opens its books for {date}: {revenue} in the month."),
    ),
    "The founder explains: {quantity} chips had no powered place at the carmaker.": (
        N_("{quantity} chips would have stood in the dark, the founder explains, and it is true."),
        N_("The founder's excuse for {quantity} chips holds: there was no power for them."),
        N_("No socket for {quantity} chips, says the founder; the site plan agrees."),
    ),
    "Autonomy misses its date: {n} of 4 milestones are reached.": (
        N_("Autonomy is late: {n} of 4 milestones on the day."),
        N_("The date for autonomy passes with {n} of 4 milestones."),
        N_("Autonomy slips; {n} of 4 is where it stands."),
    ),
    "Autonomy reaches milestone {n} of 4.": (
        N_("The cars have passed milestone {n} of 4."),
        N_("Milestone {n} of 4: the autonomy programme delivers."),
        N_("Autonomy is at {n} of 4."),
    ),
    "Promise kept, due {due}.": (
        N_("Your word for {due} is kept."),
        N_("What you promised for {due} is there."),
        N_("The books agree with your promise of {due}."),
    ),
    "Promise missed, due {due}.": (
        N_("Your word for {due} is broken."),
        N_("What you promised for {due} is not there."),
        N_("The books disagree with your promise of {due}."),
    ),
    "{firm} borrows {amount} on its chips.": (
        N_("{firm} takes a loan of {amount} with its chips as the pledge."),
        N_("A bank lends {firm} {amount} on chips."),
        N_("{amount} of debt for {firm}, on its chips."),
    ),
    "A training run of {firm} fails; its compute is lost.": (
        N_("A run at {firm} has failed, and nothing of it is left."),
        N_("{firm} loses a run whole."),
        N_("All of a run is lost at {firm}."),
    ),
    "The owners' vote on the founder: {support} of the votes cast to stay.": (
        N_("The owners have voted on the founder; to stay: {support} of the votes cast."),
        N_("Shall the founder stay? {support} of the votes cast say yes."),
    ),
    "The owners' vote on limits on deals with the lab: {support} of the votes cast in favour.": (
        N_("Limits on deals with the lab, put to the vote: {support} of the votes cast in favour."),
        N_("The owners vote on limits on deals with the lab; in favour: {support} of the votes cast."),
    ),
    "{firm} cancels {quantity} chips that were booked for {due}.": (
        N_("{firm} gives up {quantity} chips it had booked for {due}."),
        N_("{quantity} chips for {due} are cancelled by {firm}."),
    ),
    "Your answer: {answer}": (
        N_("You said: {answer}"),
        N_("So you have decided: {answer}"),
        N_("Noted as your answer: {answer}"),
        N_("Your word on it: {answer}"),
    ),
}
"""By the law's own sentence."""

_JOINED: Final = N_(
    "More holders join the suit over the diverted chips (complaints in it: {n}); its files open by {date}."
)


def gathered(events: Sequence[Event]) -> list[Event]:
    """Return a month's events with the complaints in one case told once, by the last of them.

    Where the case was filed in an earlier month, holders join it: nobody sues a second time.
    """
    last = {event.numbers.get("case"): event for event in events if event.kind is Happening.SUIT}
    found: list[Event] = []
    heard: set[float] = set()
    for event in events:
        case = event.numbers.get("case") if event.kind is Happening.SUIT else None
        if case is None:
            found.append(event)
        elif case not in heard:
            heard.add(case)
            found.append(last[case] if event.numbers["suits"] == 1 else _joined(last[case]))
    return found


def _joined(event: Event) -> Event:
    return replace(event, sentence=Sentence(_JOINED, event.sentence.values if event.sentence else {}))
