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
        N_("A delivery of {quantity} chips arrives at {firm}."),
        N_("{firm}'s wait is over for {quantity} chips."),
    ),
    "Researchers move from {source} to {target} ({people}).": (
        N_("{target} wins researchers from {source} ({people})."),
        N_("Desks are emptied at {source} and filled at {target} ({people})."),
        N_("People of {source}'s now do their research at {target} ({people})."),
        N_("{source} loses researchers to {target} ({people})."),
        N_("{target} prints new badges for people of {source}'s ({people})."),
    ),
    "Known researchers join young {firm}; each head there has {part} of the chips of others.": (
        N_("At {firm} each head has {part} of the chips of others. Known researchers can count, and come."),
        N_("Known names sign at {firm}, which has {part} of the chips that others have for each head."),
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
        N_("{firm} has sent an order for {quantity} chips, to come in {due}."),
        N_("{firm} takes a place in the queue for {quantity} chips, which are to come in {due}."),
        N_("{quantity} chips are reserved for {firm}, to come in {due}."),
    ),
    "{firm} refreshes its release to a score of {score}.": (
        N_("{firm} tunes its release; it now scores {score}."),
        N_("A refresh at {firm} brings its release to a score of {score}."),
        N_("{firm}'s release is better overnight and scores {score}."),
        N_("{firm} brings more of the same, which scores {score}."),
    ),
    "{firm} releases open weights that score {score}.": (
        N_("{firm} gives its weights away; they score {score}."),
        N_("{firm} publishes open weights, which score {score}."),
        N_("Whoever wants can have {firm}'s new weights; they score {score}."),
        N_("{firm} publishes weights, and a score of {score} is everybody's now."),
    ),
    "{firm} makes a release that scores {score}.": (
        N_("{firm} has a new release, and it scores {score}."),
        N_("{firm} shows a new release, keeps it closed, and scores {score}."),
        N_("{firm} comes out with a release that scores {score}."),
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
        N_("{firm} begins to build {power}, to be ready in {ready}."),
        N_("Work begins on {power} for {firm}; the plan says {ready}."),
        N_("{firm} has ground for {power} and a date, {ready}."),
        N_("The first spade goes in for {firm}: {power} are to stand by {ready}."),
    ),
    "{firm} switches on {power}.": (
        N_("{power} are live at {firm}."),
        N_("{firm} has opened one more hall, of {power}."),
        N_("The grid notices {firm}, which takes {power} more."),
        N_("The lights go on at {firm}, {power} of them."),
    ),
    "{quantity} chips change docks; later chips of the lab's go to the carmaker.": (
        N_("{quantity} chips go to the lab now; the carmaker gets the lab's later ones."),
        N_("The docks swap {quantity} chips now against as many later."),
        N_("{quantity} chips come early for the lab and late for the carmaker."),
        N_("The lorry turns left with {quantity} chips; the lab owes the next ones."),
    ),
    "{quantity} chips quietly change docks.": (
        N_("{quantity} chips change docks, and nobody writes it down but the files."),
        N_("By night {quantity} chips find another dock."),
        N_("{quantity} chips of the carmaker's are at the lab; few people know."),
    ),
    "{firm}'s site slips to {ready}.": (
        N_("{firm} must wait for its site until {ready}."),
        N_("A site of {firm}'s is late and is planned for {ready} now."),
        N_("Building at {firm} takes longer, until {ready}."),
    ),
    "{firm} raises {amount} at a valuation of {valuation}.": (
        N_("{firm} closes a round of {amount} and is valued at {valuation}."),
        N_("Investors put {amount} into {firm}, at {valuation}."),
        N_("At {valuation} {firm} sells a part of itself for {amount}."),
        N_("{firm} has {amount} more from investors and is worth {valuation} as of today."),
    ),
    "The papers have it: {quantity} of the carmaker's chips went to the lab.": (
        N_("It is printed: {quantity} chips of the carmaker's are at the lab."),
        N_("The secret of {quantity} chips is one no more."),
        N_("Somebody talked: {quantity} of the carmaker's chips went to the lab."),
        N_("The papers know of {quantity} chips that went to the lab."),
    ),
    "Holders sue over the diverted chips (complaints in the case: {n}); its files open by {date}.": (
        N_("There is a suit over the diverted chips (complaints: {n}); the court opens the files by {date}."),
        N_("Holders go to court about the chips (complaints so far: {n}); the files open by {date}."),
        N_("The chips have a case number, complaints {n}, and a date for the files: {date}."),
    ),
    "{first} takes the lead from {old}.": (
        N_("{old} led; {first} leads."),
        N_("{first} is in front now, ahead of {old}."),
        N_("The league has a new head, {first}, after {old}."),
        N_("{first} overtakes {old} at the top."),
    ),
    "{firm} is the first past {mark}.": (
        N_("Nobody was past {mark} before {firm}."),
        N_("{mark} is passed for the first time, by {firm}."),
        N_("{firm} takes the prize of {mark}."),
    ),
    "{firm} is the second past {mark}.": (
        N_("{firm} passes {mark} as well, second."),
        N_("{firm} is past {mark} as well now, as the second."),
        N_("{firm} puts a second name to {mark}."),
    ),
    "The carmaker reports its quarter ({date}): revenue {revenue} in the month.": (
        N_("The carmaker's quarter is out ({date}); the month brought {revenue}."),
        N_("The quarterly figures of {date} say that the carmaker took {revenue} in the month."),
        N_("The carmaker opens its books for {date}: {revenue} in the month."),
    ),
    "The founder explains: {quantity} chips had no powered place at the carmaker.": (
        N_("{quantity} chips would have stood in the dark, the founder explains, and it is true."),
        N_("The founder's excuse for {quantity} chips holds: there was no power for them."),
        N_("There was no socket for {quantity} chips, says the founder, and the site plan agrees."),
    ),
    "Autonomy misses its date: {n} of 4 milestones are reached.": (
        N_("Autonomy is late: {n} of 4 milestones are there on the day."),
        N_("The date for autonomy passes with {n} of 4 milestones."),
        N_("Autonomy slips; {n} of 4 is where it stands."),
    ),
    "Autonomy reaches milestone {n} of 4.": (
        N_("The cars have passed milestone {n} of 4."),
        N_("The autonomy programme delivers milestone {n} of 4."),
        N_("Autonomy is at {n} of 4."),
    ),
    "The promise that was due in {due} is kept.": (
        N_("Your word for {due} is kept."),
        N_("What you promised for {due} is there."),
        N_("The books agree with your promise of {due}."),
    ),
    "The promise that was due in {due} is not kept.": (
        N_("Your word for {due} is broken."),
        N_("What you promised for {due} is not there."),
        N_("The books disagree with your promise of {due}."),
    ),
    "{firm} borrows {amount} on its chips.": (
        N_("{firm} takes a loan of {amount} with its chips as the pledge."),
        N_("A bank lends {firm} {amount} on chips."),
        N_("{firm} takes {amount} of debt on its chips."),
    ),
    "A training run of {firm} fails; its compute is lost.": (
        N_("A run at {firm} has failed, and nothing of it is left."),
        N_("{firm} loses a run whole."),
        N_("All of a run is lost at {firm}."),
    ),
    "The owners vote on the founder; {support} of the votes cast want the founder to stay.": (
        N_("The vote on the founder is counted; {support} of the votes cast are for staying."),
        N_("Shall the founder stay? {support} of the votes cast say yes."),
    ),
    "The owners vote on limits on deals with the lab; {support} of the votes cast are in favour.": (
        N_("Limits on deals with the lab were put to the vote; {support} of the votes cast are in favour."),
        N_("The vote on limits on deals with the lab is counted; {support} of the votes cast are in favour."),
    ),
    "{firm} cancels {quantity} chips that were booked for {due}.": (
        N_("{firm} gives up {quantity} chips it had booked for {due}."),
        N_("{quantity} chips for {due} are cancelled by {firm}."),
    ),
    "You have answered: {answer}": (
        N_("You said: {answer}"),
        N_("So you have decided: {answer}"),
        N_("Your answer has been noted: {answer}"),
        N_("You have given your answer: {answer}"),
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
