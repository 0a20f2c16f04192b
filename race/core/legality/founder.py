"""What the founder of two companies may order, and the sentence that says why not."""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.formulas.house.stake import buy_back_most, window_open
from race.core.formulas.owners.ballots import investment_room
from race.core.formulas.owners.carmaker import MILESTONES
from race.core.formulas.owners.court import not_settled
from race.core.ids import Ballot, Gift, Stance, Subject, Terms
from race.core.legality.chips import Rule
from race.core.legality.diversion import related
from race.core.legality.purse import cost, find_source, free_cash
from race.core.view import FounderView
from race.core.words import N_, Sentence, chips, count, month, months, percent, usd
from race.core.world import OrderLine


def _plan(view: FounderView, given: Sequence[c.Command], command: c.PlanCarmaker) -> Sentence | None:
    del given
    rules = view.board.rules.founder
    if rules.budget_least <= command.chip_budget <= rules.budget_most:
        return _buy_back(view, command.buy_back_usd) if command.buy_back_usd else None
    return Sentence(
        N_("The carmaker's chip budget goes from {low} to {high} of the plan."),
        {"low": percent(rules.budget_least), "high": percent(rules.budget_most)},
    )


def _buy_back(view: FounderView, amount: int) -> Sentence | None:
    """Say why the carmaker cannot buy back shares for so many dollars."""
    if not window_open(view.board.rules, view.board.month):
        return Sentence(N_("The carmaker buys back shares in the month after a quarterly report."))
    most = buy_back_most(view.board.rules, view.carmaker)
    if 0 < amount <= most:
        return None
    return Sentence(N_("The carmaker can buy back shares for up to {most}."), {"most": usd(most)})


def _promise(view: FounderView, given: Sequence[c.Command], command: c.MakePromise) -> Sentence | None:
    rules, now = view.board.rules.founder, view.board.month
    still = [promise for promise in view.affairs.promises if promise.kept is None]
    new = [other for other in given if isinstance(other, c.MakePromise)]
    if len(still) + len(new) >= rules.promises_open:
        return Sentence(
            N_("{n} promises are open; nobody would believe another."), {"n": count(len(still) + len(new))}
        )
    if command.subject in {other.subject for other in still} | {other.subject for other in new}:
        return Sentence(N_("There is a promise about this already."))
    if (
        not now + rules.promise_least_months
        <= command.due
        <= min(now + rules.promise_most_months, view.board.setting.months)
    ):
        return Sentence(
            N_("A promise gives a date {low} to {high} away, before the end of {end}."),
            {
                "low": months(rules.promise_least_months),
                "high": months(rules.promise_most_months),
                "end": month(view.board.setting.months),
            },
        )
    return _number_of(view, command)


def _number_of(view: FounderView, command: c.MakePromise) -> Sentence | None:
    reached = view.carmaker.autonomy_reached
    if not 0 <= command.quantity <= view.board.rules.founder.promise_most:
        most = view.board.rules.founder.promise_most
        return Sentence(N_("Nobody would believe a number beyond {most}."), {"most": count(most)})
    match command.subject:
        case Subject.AUTONOMY if not reached < command.quantity <= MILESTONES:
            return Sentence(
                N_("{n} of 4 milestones are reached; promise more, up to 4."), {"n": count(reached)}
            )
        case Subject.CHIPS_POWERED if command.quantity <= view.carmaker.depot.powered():
            running = view.carmaker.depot.powered()
            return Sentence(N_("{n} chips run already; promise more."), {"n": chips(running)})
        case _:
            return None


def _speak(  # noqa: C901, PLR0911 - one line for each stance
    view: FounderView, given: Sequence[c.Command], command: c.Speak
) -> Sentence | None:
    act = next((act for act in view.affairs.acts if act.id == command.act), None)
    if act is None:
        return Sentence(N_("There is nothing of that kind to speak about."))
    if any(isinstance(other, c.Speak) and other.act == command.act for other in given):
        return Sentence(N_("You have spoken about this already this month."))
    match command.stance:
        case Stance.DISCLOSE if act.published is not None:
            return Sentence(N_("This has been public since {date}."), {"date": month(act.published)})
        case Stance.JUSTIFY | Stance.APOLOGISE if act.published is None:
            return Sentence(N_("Nobody knows of this; disclose it first."))
        case Stance.JUSTIFY if act.justified:
            return Sentence(N_("You have explained this already."))
        case Stance.DENY if act.denied:
            return Sentence(N_("You have denied this already."))
        case Stance.DENY if act.disclosed:
            return Sentence(N_("You have announced this yourself."))
        case Stance.APOLOGISE if act.repaired:
            return Sentence(N_("This is made good already."))
        case _:
            return None


def _gift(view: FounderView, given: Sequence[c.Command], command: c.GiveGift) -> Sentence | None:
    if any(isinstance(other, c.GiveGift) and other.gift is command.gift for other in given):
        return Sentence(N_("This has been ordered already this month; undo it to change it."))
    return _settle(view, given, command) if command.gift is Gift.SETTLEMENT else _given(view, command)


def _given(view: FounderView, command: c.GiveGift) -> Sentence | None:
    """Say why a director or a policy cannot be given: it is there already."""
    affairs = view.affairs
    match command.gift:
        case Gift.DIRECTOR if affairs.director:
            return Sentence(N_("An independent director sits on the board already."))
        case Gift.SHARING_POLICY if affairs.sharing_policy:
            return Sentence(N_("A compute-sharing policy is in force already."))
        case _:
            return None


def _settle(view: FounderView, given: Sequence[c.Command], command: c.GiveGift) -> Sentence | None:
    """Say why the holders do not settle."""
    cases = view.affairs.cases
    if not any(not_settled(case) for case in cases):
        return Sentence(N_("There is no open case to settle."))
    if _patience_is_out(view):
        return Sentence(
            N_("The holders have settled {n} cases for money; now they want a sharing policy first."),
            {"n": count(sum(case.settled for case in cases))},
        )
    if (price := cost(view, command)) > max(0, free := free_cash(view, given)):
        return Sentence(
            N_("The holders want {price} to settle; the lab has {free}."),
            {"price": usd(price), "free": usd(free)},
        )
    return None


def _patience_is_out(view: FounderView) -> bool:
    """Return whether the holders have taken money often enough to want a promise as well."""
    affairs = view.affairs
    settled = sum(case.settled for case in affairs.cases)
    return not affairs.sharing_policy and settled >= view.board.rules.court.settlements_most


def _vote(view: FounderView, given: Sequence[c.Command], command: c.CallVote) -> Sentence | None:
    if command.ballot not in (Ballot.INVESTMENT, Ballot.DEAL):
        return Sentence(
            N_("You can put an investment or a deal on chips to the vote; the board asks the rest.")
        )
    asked = any(isinstance(other, c.CallVote) and other.ballot is command.ballot for other in given)
    if asked or command.ballot in view.affairs.agenda:
        return Sentence(N_("This question is on the agenda already."))
    meetings = [meeting for meeting in view.board.setting.meetings if meeting > view.board.month]
    if not meetings:
        return Sentence(N_("There is no annual meeting left in this game."))
    if command.ballot is Ballot.DEAL:
        return _deal(view, command, meetings[0])
    most = investment_room(view.board.rules, view.own.valuation_usd, view.carmaker.cash_usd)
    if not 0 < command.amount_usd <= most:
        return Sentence(N_("The carmaker can invest up to {most}."), {"most": usd(most)})
    return None


def _deal(view: FounderView, command: c.CallVote, meeting: int) -> Sentence | None:
    """Say why chips cannot be put to the vote of a meeting."""
    if view.affairs.injunction:
        return related(view, command.terms)
    if command.terms is Terms.SILENT:
        return Sentence(N_("A vote is public: ask for a swap, a price, a lease or a sale at cost."))
    source = find_source(view, command.source)
    if source is None:
        return Sentence(N_("These chips are not at the carmaker's dock any more."))
    if isinstance(source, OrderLine) and source.due <= meeting + 1:
        return Sentence(
            N_(
                "These chips arrive in {due}, before what the meeting of {date} votes for can be carried out."
            ),
            {"due": month(source.due), "date": month(meeting)},
        )
    if not 0 < command.quantity <= source.quantity:
        return Sentence(
            N_("{asked} chips were asked for; {left} are left there."),
            {"asked": chips(command.quantity), "left": chips(source.quantity)},
        )
    return None


RULES: Final[dict[type[c.Command], Rule]] = {
    c.PlanCarmaker: _plan,
    c.MakePromise: _promise,
    c.Speak: _speak,
    c.GiveGift: _gift,
    c.CallVote: _vote,
}
"""Commands that only the founder of the two companies has, besides what passes between them."""
