"""Previews of what the founder says and gives to the carmaker's owners."""

from typing import Final, cast

from msgspec.structs import replace

from race.core import commands as c
from race.core.formulas.house.stake import retire
from race.core.formulas.owners.ballots import deal_shift, owed_shift, take_tally
from race.core.formulas.owners.carmaker import (
    Footing,
    booked_by,
    claim_of,
    expected_of,
    lacking,
    milestone_month,
    powered_by,
    print_ppm,
)
from race.core.formulas.owners.court import acts_of, odds_of, open_wound, owed_chips, owed_use_usd
from race.core.formulas.owners.evidence import curiosity, earlier_published, effects, salience, seen
from race.core.formulas.owners.stories import amends_worth, missed_again, repair_effect
from race.core.formulas.passing.diversion import recall_month, weigh
from race.core.formulas.race.chips import planned_share, quarter_flow, quarter_of
from race.core.ids import PPM, Ballot, Gift, Stance, Subject, Thing
from race.core.legality.purse import coming, find_source
from race.core.view import FounderView
from race.core.words import N_, Sentence, chips, month, percent, points, usd
from race.core.world import Act, Case, Promise
from race.session.preview.effect import AT_THE_END, Effect, Preview, Previews
from race.session.preview.passing import made_good, of_return
from race.session.preview.ranges.compute import added
from race.session.preview.ranges.trust import felt


def _give_back(view: FounderView, command: c.Command) -> Preview:
    back = cast("c.GiveBack", command)
    if back.thing is not Thing.CHIPS:
        return of_return(view, back)
    taken = [line for line in view.lines if line.owner is view.firm and line.act is not None]
    first = sum(line.quantity for line in taken)  # what has not been delivered goes back first
    return Preview(
        line=Sentence(N_("What is given back in full is made good; the lab loses the compute.")),
        effects=(
            Effect(label=N_("To the carmaker"), value=chips(back.quantity), good=1),
            added(view, N_("Quality"), -back.quantity, surely=-max(0, back.quantity - first)),
            *made_good(view, back),
        ),
    )


def _plan(view: FounderView, command: c.Command) -> Preview:
    plan, board = cast("c.PlanCarmaker", command), view.board
    quarter = quarter_of(board.month + 1) + 3
    share = planned_share(board.rules, quarter) * plan.chip_budget // PPM
    flow = quarter_flow(board.setting, quarter, share)
    return Preview(
        line=Sentence(N_("For quarters that are not booked yet; the public plan does not bend.")),
        effects=(
            *_bought(view, plan.buy_back_usd),
            Effect(label=N_("Chips a quarter"), value=chips(flow)),
            Effect(label=N_("Price a quarter"), value=usd(flow * board.chip_price_usd), good=-1),
        ),
    )


def _bought(view: FounderView, amount: int) -> tuple[Effect, ...]:
    """Return what a buy-back changes, nothing without one."""
    if amount <= 0:
        return ()
    after = replace(view.carmaker)
    part = retire(after, amount) / view.carmaker.shares
    rise = int(PPM * view.board.rules.stake.buy_back_price * part)
    return (
        Effect(label=N_("Carmaker's cash"), value=usd(-amount), good=-1),
        Effect(label=N_("Share price"), value=percent(rise), good=1, moves=True),
        Effect(label=N_("Your votes after"), value=percent(after.stake_ppm), good=1),
    )


def _promise(view: FounderView, command: c.Command) -> Preview:
    promise, owners = cast("c.MakePromise", command), view.board.rules.owners
    gain = view.board.rules.trait.promise_gain
    footing = Footing.of(view.board, view.carmaker)
    wait = expected_of(footing, promise.subject, promise.due)
    claim = claim_of(view.board.rules, promise.subject, promise.quantity, wait)
    now = tuple(int(PPM * owners.claim_gain * claim * kind.promises * gain) for kind in owners.kinds)
    return Preview(
        line=_checked(view, promise),
        effects=(
            felt(view, N_("Trust now"), now, owners.claim_salience),
            Effect(
                label=N_("Share price now"),
                value=percent(int(PPM * owners.claim_price * claim * gain)),
                good=1,
                moves=True,
            ),
            *if_missed(view),
        ),
        warnings=(*_slow(view, promise), *_dark(view, promise), *_ruled_out(view, promise)),
    )


def _checked(view: FounderView, promise: c.MakePromise) -> Sentence:
    """Say when the books are looked at, and what of chips they will show by all that is booked today."""
    due = month(promise.due)
    reached = _reached(view, promise)
    if reached is not None and reached <= promise.due:
        words = N_("Checked against the books in {due}; at today's pace it is reached in {date}.")
        return Sentence(words, {"due": due, "date": month(reached)})
    if promise.subject is not Subject.CHIPS_POWERED:
        return Sentence(N_("Checked against the books in {due}."), {"due": due})
    footing = Footing.of(view.board, view.carmaker)
    booked = chips(booked_by(footing, view.lines, promise.due))
    words = N_("Checked against the books in {due}; there, on order or planned for then: {n} chips.")
    return Sentence(words, {"due": due, "n": booked})


def _reached(view: FounderView, promise: c.MakePromise) -> int | None:
    """Return the month in which a promised milestone is reached at today's pace, None for none or never."""
    if promise.subject is not Subject.AUTONOMY:
        return None
    return milestone_month(view.board.rules, view.carmaker, view.board.month, promise.quantity)


def _slow(view: FounderView, promise: c.MakePromise) -> tuple[Sentence, ...]:
    """Warn of a milestone that the programme does not reach in time at today's pace."""
    reached = _reached(view, promise)
    if promise.subject is not Subject.AUTONOMY or (reached is not None and reached <= promise.due):
        return ()
    if reached is None:
        return (Sentence(N_("At today's pace it is never reached.")),)
    return (Sentence(N_("At today's pace it is reached only in {date}."), {"date": month(reached)}),)


def _dark(view: FounderView, promise: c.MakePromise) -> tuple[Sentence, ...]:
    """Warn of chips that are promised as running and that no site stands for by then."""
    if promise.subject is not Subject.CHIPS_POWERED:
        return ()
    footing = Footing.of(view.board, view.carmaker)
    can_run = powered_by(footing, view.lines, promise.due)
    if can_run >= min(promise.quantity, booked_by(footing, view.lines, promise.due)):
        return ()
    return (
        Sentence(
            N_("The carmaker can have {n} chips running by then, if no site is late."), {"n": chips(can_run)}
        ),
    )


def if_missed(view: FounderView) -> tuple[Effect, Effect]:
    """Return what a missed promise would take of trust and of the price."""
    owners, loss = view.board.rules.owners, view.board.rules.trait.promise_loss
    again = owners.missed_loss * missed_again(view.board.rules, view.affairs, -1)
    missed = tuple(-int(PPM * again * kind.missed * loss) for kind in owners.kinds)
    price = percent(-int(PPM * owners.missed_price * loss))
    return (
        felt(view, N_("Trust if missed"), missed, owners.result_salience),
        Effect(label=N_("Price if missed"), value=price, good=-1, moves=True),
    )


def _ruled_out(view: FounderView, promise: c.MakePromise) -> tuple[Sentence, ...]:
    """Say what the books rule out of a promise, and how soon somebody prints it."""
    board, affairs = view.board, view.affairs
    said = Promise(
        id=-1,
        made=board.month,
        subject=promise.subject,
        quantity=promise.quantity,
        due=promise.due,
        claim=0.0,
    )
    lack = lacking(Footing.of(board, view.carmaker), view.lines, said)
    risk = print_ppm(board.rules, lack, curiosity(affairs))
    if not risk:
        return ()
    return (
        Sentence(
            N_("The books rule out {part} of it; monthly chance that the papers print that: {risk}."),
            {"part": percent(int(PPM * lack)), "risk": percent(risk)},
        ),
    )


def _speak(view: FounderView, command: c.Command) -> Preview:
    speak = cast("c.Speak", command)
    act = next((act for act in view.affairs.acts if act.id == speak.act), None)
    if act is None:
        return Preview(line=AT_THE_END)
    lines = {
        Stance.DISCLOSE: N_("Told by you, it weighs less than found out."),
        Stance.JUSTIFY: _excuse(view, act),
        Stance.DENY: N_("Quiets the story now. If documents refute it, it costs far more."),
        Stance.APOLOGISE: N_("Undoes part of the damage, once."),
    }
    idle = int(act.idle_share * PPM)
    run = act.thing is Thing.CHIPS
    could = N_("The carmaker could have run") if run else N_("The carmaker could have used")
    return Preview(
        line=Sentence(lines[speak.stance]),
        effects=(
            *_comes_of(view, act, speak.stance),
            _weight(view, act, speak.stance),
            Effect(label=could, value=percent(idle), good=-1),
            *_goes_back(view, act, speak.stance),
        ),
    )


def _excuse(view: FounderView, act: Act) -> str:
    """Return what an explanation is worth: chips had no power, anything else would have lain idle."""
    true = act.idle_share <= view.board.rules.court.justified_idle
    if act.thing is not Thing.CHIPS:
        return (
            N_("The carmaker could not have used it: that quiets the story.")
            if true
            else N_("The carmaker could have used too much of it: that would convince few.")
        )
    return (
        N_("The warehouse defence is true: it quiets the story.")
        if true
        else N_("The carmaker could have run too many of them: the defence would convince few.")
    )


def _goes_back(view: FounderView, act: Act, stance: Stance) -> tuple[Effect, ...]:
    """Return when the directors have the chips back, if they call for them once it is told."""
    told = view.board.month + 1 if stance is Stance.DISCLOSE else None
    due = recall_month(
        view.board.rules, replace(act, published=told if act.published is None else act.published)
    )
    return () if due is None else (Effect(label=N_("Called back"), value=month(due), good=-1),)


def _comes_of(view: FounderView, act: Act, stance: Stance) -> tuple[Effect, ...]:
    """Return how loud a published story stays, of what it is, or what an apology wins back."""
    rules = view.board.rules
    excused = rules.court.justified_salience if act.idle_share <= rules.court.justified_idle else 1.0
    left = {Stance.JUSTIFY: excused, Stance.DENY: rules.court.denial_salience}.get(stance)
    if act.published is None:
        return ()
    if left is not None:
        part = percent(int(PPM * left))
        return (Effect(label=N_("The story stays as loud as"), value=part, good=int(left < 1.0)),)
    if stance is not Stance.APOLOGISE:
        return ()
    loud = min(rules.owners.repair_salience, salience(rules, act))
    return (felt(view, N_("Trust mended"), repair_effect(rules, amends_worth(rules, act)), loud),)


def _weight(view: FounderView, act: Act, stance: Stance) -> Effect:
    """Return what an act weighs with the owners when it is told."""
    rules = view.board.rules
    if stance is Stance.DISCLOSE:  # who tells what was denied refutes it
        act = replace(act, disclosed=True, refuted=act.denied)
    weight = seen(rules, act, earlier_published(view.affairs, act))
    return felt(view, N_("Trust at stake"), effects(rules, weight), salience(rules, act))


def _gift(view: FounderView, command: c.Command) -> Preview:
    gift, affairs = cast("c.GiveGift", command).gift, view.affairs
    calmed = affairs.director or affairs.sharing_policy  # a second gift makes suits no rarer
    lines = {
        Gift.DIRECTOR: N_("Suits stay as rare as they are; the owners are reassured.")
        if calmed
        else N_("Suits become rarer; the more was wrong before, the more the owners are reassured."),
        Gift.SHARING_POLICY: N_("Suits stay as rare as they are; a ban can be lifted; secret deals are over.")
        if calmed
        else N_("Suits become rarer and a ban can be lifted; secret deals are over."),
        Gift.SETTLEMENT: N_("Closes the cases for money; with a sharing policy it lifts a ban in time."),
    }
    rarer = percent(int(PPM * view.board.rules.court.gift_suit))
    given: dict[Gift, tuple[Effect, ...]] = {
        Gift.DIRECTOR: (),
        Gift.SHARING_POLICY: _governed(view),
        Gift.SETTLEMENT: _at_stake(view),
    }
    fewer = Effect(label=N_("Suits, of as many without it"), value=rarer, good=1)
    calms = gift is not Gift.SETTLEMENT and not calmed
    effects = (_reassured(view, gift), *((fewer,) if calms else ()), *given[gift])
    return Preview(line=Sentence(lines[gift]), effects=effects)


def _reassured(view: FounderView, gift: Gift) -> Effect:
    """Return how far a gift mends trust: by what is neither settled nor decided, and a gift by itself."""
    rules = view.board.rules
    worth = open_wound(rules, view.affairs, view.board.month + 1) / rules.owners.repair_full
    worth += 0.0 if gift is Gift.SETTLEMENT else rules.owners.repair_least
    effect = repair_effect(rules, min(1.0, worth))
    return felt(view, N_("Trust mended"), effect, rules.owners.repair_salience)


def _governed(view: FounderView) -> tuple[Effect, ...]:
    """Return how likely the next ruling bans deals, without a sharing policy and with it."""
    case = _next_case(view)
    if case is None:
        return ()
    rules, affairs = view.board.rules, view.affairs
    odds = (
        odds_of(rules, case, affairs.cases, affairs.acts, governed=governed) for governed in (False, True)
    )
    before, after = (percent(int(PPM * wins * enjoins)) for wins, enjoins in odds)
    return (
        Effect(label=N_("Chance of a ban, without it"), value=before),
        Effect(label=N_("Chance of a ban, with it"), value=after, good=1),
    )


def _next_case(view: FounderView) -> Case | None:
    """Return the case that is decided next, None without one."""
    due = [case for case in view.affairs.cases if case.decided is None and not case.settled]
    return min(due, key=lambda one: (one.decision, one.id), default=None)


def _at_stake(view: FounderView) -> tuple[Effect, ...]:
    """Return what the next ruling may bring if nobody settles."""
    rules, affairs = view.board.rules, view.affairs
    case = _next_case(view)
    if case is None:
        return ()
    governed = affairs.sharing_policy
    wins, enjoins = odds_of(rules, case, affairs.cases, affairs.acts, governed=governed)
    about, _earlier = acts_of(case, affairs.cases, affairs.acts)
    fleet = sum(batch.quantity for batch in view.own.depot.batches if not batch.leased)
    return (
        Effect(label=N_("Without it the holders win"), value=percent(int(PPM * wins)), good=1),
        Effect(label=N_("Without it deals are banned"), value=percent(int(PPM * wins * enjoins)), good=1),
        Effect(label=N_("If they win, to return"), value=chips(owed_chips(rules, about, fleet)), good=1),
        Effect(label=N_("If they win, to pay"), value=usd(owed_use_usd(rules, about)), good=1),
    )


def _vote(view: FounderView, command: c.Command) -> Preview:
    vote = cast("c.CallVote", command)
    shift, worth = _asked(view, vote)
    tally = take_tally(view.board.rules, view.holders, view.carmaker, vote.ballot, shift)
    cast_votes = max(1, tally.votes_for + tally.votes_against + tally.abstained)
    had = vote.ballot is Ballot.INVESTMENT and shift > 0.0
    asked = Sentence(
        N_("They know what the lab has had already: this vote asks for more trust than a first one ({n})."),
        {"n": points(int(PPM * shift))},
    )
    worth_of = N_("Worth of the chips") if vote.ballot is Ballot.DEAL else N_("For the lab")
    return Preview(
        line=Sentence(N_("Goes to the next annual meeting; it may fail in public.")),
        effects=(
            Effect(label=N_("Today's poll, for"), value=percent(PPM * tally.votes_for // cast_votes)),
            Effect(label=worth_of, value=usd(worth), good=1),
        ),
        warnings=(asked,) if had else (),
    )


def _asked(view: FounderView, vote: c.CallVote) -> tuple[float, int]:
    """Return what a question asks of its voters beyond the usual, and what it is worth to the lab."""
    if vote.ballot is Ballot.INVESTMENT:
        return owed_shift(view.board.rules, view.affairs), vote.amount_usd
    source = find_source(view, vote.source) if vote.ballot is Ballot.DEAL else None
    if source is None:
        return 0.0, vote.amount_usd
    weight = weigh(coming(view), source, vote.quantity, vote.terms)
    return deal_shift(view.board.rules, weight.severity, vote.terms), weight.value_usd


OWNERS: Final[Previews] = {
    c.GiveBack: _give_back,
    c.PlanCarmaker: _plan,
    c.MakePromise: _promise,
    c.Speak: _speak,
    c.GiveGift: _gift,
    c.CallVote: _vote,
}
"""Words and gifts to the owners."""
