"""The other commands: what can be ordered besides moving crates, with amounts a person would choose.

Each order has its words, its preview, and, when it cannot be given, the reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from race.core import commands as c
from race.core.formulas.race.loans import loan_room
from race.core.ids import PPM, RIVALS, Ballot, Claim, Firm, Gift, Stance, Subject, Terms, Thing
from race.core.legality import attention
from race.core.legality.diversion import owed
from race.core.view import FounderView
from race.core.words import chips, count, elo, flop, kw, month, months, percent, usd
from race.session.preview import Preview, preview
from race.session.session import Session
from race.speech import _, name, speak
from race.speech import quantity as write


@dataclass(frozen=True, slots=True)
class Order:
    """One thing that can be ordered: its group, words, attention, preview and the reason against it."""

    key: str
    group: str
    text: str
    attention: int
    command: c.Command
    why_not: str


def group_names() -> dict[str, str]:
    """Return the groups of orders in words, in their order."""
    return {
        "train": _("Train and release"),
        "chips": _("Chips and power"),
        "money": _("Money and people"),
        "owners": _("Owners and word"),
        "court": _("Press and court"),
    }


def orders(session: Session) -> tuple[Order, ...]:
    """Return everything that can be ordered now besides crates, by group."""
    view = session.view()
    wishes = [
        *_train(view),
        *_chips(view),
        *_money(view),
        *_owners(view),
        *_announcements(view),
        *_court(view),
    ]
    return tuple(_judged(session, group, text, command) for group, text, command in wishes)


def _judged(session: Session, group: str, text: str, command: c.Command) -> Order:
    reason = session.why_not(command)
    return Order(
        key=f"{group}.{text}",
        group=group,
        text=text,
        attention=attention(command),
        command=command,
        why_not=speak(reason) if reason else "",
    )


def looked_ahead(session: Session, command: c.Command) -> Preview:
    """Return the consequences of a command from the founder's view."""
    return preview(session.view(), command)


Wish = tuple[str, str, c.Command]


def _train(view: FounderView) -> Iterator[Wish]:
    for length in (2, 3, 5):
        yield "train", _("Train for {time}").format(time=write(months(length))), c.StartRun(months=length)
    largest = max((release.flop for release in view.own.releases), default=1e25)
    longest = view.board.rules.race.run_longest
    target = float(f"{2.0 * largest:.1e}")  # as it is written
    yield (
        "train",
        _("Train until {compute}").format(compute=write(flop(target))),
        c.StartRun(months=longest, target_flop=target),
    )
    if view.own.run is not None:
        for more in (1, 2):
            words = _("Train {time} longer").format(time=write(months(more)))
            yield "train", words, c.ExtendRun(months=more)
    yield "train", _("Stop the run and keep what it learned"), c.StopRun()
    yield "train", _("Release after safety tests"), c.PublishRelease(tested=True)
    yield "train", _("Release now, untested"), c.PublishRelease(tested=False)
    yield "train", _("Release with open weights"), c.PublishRelease(tested=True, open_weights=True)
    for words, parts in (
        (_("Split: training first"), (600_000, 150_000, 200_000, 50_000)),
        (_("Split: research first"), (350_000, 400_000, 200_000, 50_000)),
        (_("Split: users first"), (300_000, 150_000, 500_000, 50_000)),
        (_("Split: safety first"), (400_000, 150_000, 250_000, 200_000)),
    ):
        training, research, serving, safety = parts
        yield (
            "train",
            words,
            c.SplitCompute(training=training, research=research, serving=serving, safety=safety),
        )


def _chips(view: FounderView) -> Iterator[Wish]:
    supply = view.board.supply
    for share in (20, 60, 150):
        quantity = max(500, supply * share // 1000 // 500 * 500)
        yield (
            "chips",
            _("Order {n} chips").format(n=write(chips(quantity))),
            c.OrderChips(company=Firm.XAI, generation=view.board.generation, quantity=quantity),
        )
    for power, forced in ((60_000, True), (181_000, True), (181_000, False)):
        words = _("Force a site of {power}") if forced else _("Build a site of {power} by the book")
        yield (
            "chips",
            words.format(power=write(kw(power))),
            c.BuildSite(company=Firm.XAI, power_kw=power, forced=forced),
        )
    most = (view.own.depot.rented + view.board.cloud_room) // 500 * 500
    for quantity in (most // 2, most):
        yield (
            "chips",
            _("Rent {n} chips in the cloud").format(n=write(chips(quantity))),
            c.RentCloud(quantity=quantity),
        )
    if view.own.depot.rented:
        yield "chips", _("Rent nothing any more"), c.RentCloud(quantity=0)
    for budget in (500_000, PPM, 1_500_000):
        words = _("Carmaker's chip budget: {part} of the plan").format(part=write(percent(budget)))
        yield "chips", words, c.PlanCarmaker(chip_budget=budget)


def _money(view: FounderView) -> Iterator[Wish]:
    yield "money", _("Raise a round of equity"), c.RaiseRound()
    room = loan_room(view.board.rules.money, view.own, view.board.chip_price_usd) // 10**8 * 10**8
    for amount in sorted({room // 2 // 10**8 * 10**8, room} - {0}):
        words = _("Borrow {amount} on the chips").format(amount=write(usd(amount)))
        yield "money", words, c.Borrow(amount_usd=amount)
    yield "money", _("Sell 1% of the carmaker for the lab"), c.SellStake(shares_ppm=10_000)
    yield "money", _("Hire {n} researchers").format(n=write(count(10))), c.Hire(researchers=10)
    leader = (
        view.board.league[0].firm if view.board.league[0].firm is not Firm.XAI else view.board.league[1].firm
    )
    yield (
        "money",
        _("Poach {n} researchers from {firm}").format(n=write(count(5)), firm=name(leader)),
        c.Hire(researchers=5, source=leader),
    )
    yield (
        "money",
        _("Move {n} people from {firm}").format(n=write(count(5)), firm=name(Firm.TESLA)),
        c.Hire(researchers=5, source=Firm.TESLA),
    )
    for level in (800_000, PPM, 1_500_000):
        yield "money", _("Pay: {part} of the usual").format(part=write(percent(level))), c.SetPay(level=level)
    for level in (700_000, PPM, 1_300_000):
        yield (
            "money",
            _("Price: {part} of the usual").format(part=write(percent(level))),
            c.SetPrice(level=level),
        )


def _announcements(view: FounderView) -> Iterator[Wish]:
    due, best = min(view.board.month + 6, view.board.setting.months), view.own.best()
    fleet = max(20_000, 2 * view.own.depot.running() // 5_000 * 5_000)
    words = _("Announce {n} running chips at the lab by {due}").format(
        n=write(chips(fleet)), due=write(month(due))
    )
    yield "owners", words, c.Announce(claim=Claim.FLEET, quantity=fleet, due=due)
    score = int(best.elo_published + 55) // 10 * 10 if best else 1_300
    words = _("Announce a release that scores {n} by {due}").format(
        n=write(elo(score)), due=write(month(due))
    )
    yield "owners", words, c.Announce(claim=Claim.RELEASE, quantity=score, due=due)


def _owners(view: FounderView) -> Iterator[Wish]:
    now, end = view.board.month, view.board.setting.months
    for ahead, factor in ((8, 10), (8, 13)):
        due = min(now + ahead, end)
        quantity = max(1_000, view.carmaker.depot.chips() * factor // 10 // 1_000 * 1_000 + 5_000)
        words = _("Promise {n} chips running by {due}").format(
            n=write(chips(quantity)), due=write(month(due))
        )
        yield "owners", words, c.MakePromise(subject=Subject.CHIPS_POWERED, quantity=quantity, due=due)
    due = min(now + 9, end)
    reached = view.carmaker.autonomy_reached + 1
    words = _("Promise autonomy milestone {n} by {due}").format(n=reached, due=write(month(due)))
    yield "owners", words, c.MakePromise(subject=Subject.AUTONOMY, quantity=reached, due=due)
    due = min(now + 12, end)
    words = _("Promise no diversion until {due}").format(due=write(month(due)))
    yield "owners", words, c.MakePromise(subject=Subject.NO_DIVERSION, quantity=0, due=due)
    amount = view.board.rules.founder.investment_most_usd
    words = _("Ask the holders to invest {amount} in the lab").format(amount=write(usd(amount)))
    yield "owners", words, c.CallVote(ballot=Ballot.INVESTMENT, amount_usd=amount)
    taken = owed(view)
    if taken:
        yield "owners", _("Give back {n} chips").format(n=write(chips(taken))), c.GiveBack(quantity=taken)
    yield "owners", _("Appoint an independent director"), c.GiveGift(gift=Gift.DIRECTOR)
    yield "owners", _("Sign a compute-sharing policy"), c.GiveGift(gift=Gift.SHARING_POLICY)


def _court(view: FounderView) -> Iterator[Wish]:
    stances = {
        Stance.DISCLOSE: _("Disclose: {n} chips of {date}"),
        Stance.JUSTIFY: _("Explain: {n} chips of {date}"),
        Stance.DENY: _("Deny: {n} chips of {date}"),
        Stance.APOLOGISE: _("Apologise: {n} chips of {date}"),
    }
    for act in view.affairs.acts[-2:]:
        for stance, words in stances.items():
            yield (
                "court",
                words.format(n=write(chips(act.quantity)), date=write(month(act.month))),
                c.Speak(act=act.id, stance=stance),
            )
    yield "court", _("Settle the open cases"), c.GiveGift(gift=Gift.SETTLEMENT)
    for rival in RIVALS[:2]:
        yield "court", _("Complain about {firm}'s sites").format(firm=name(rival)), c.Lobby(target=rival)


def told(command: c.Command) -> str:  # noqa: C901, PLR0911 - one line a command
    """Return a submitted command in a few words, for the list of this month's orders."""
    match command:
        case c.Divert():
            words = {
                Terms.SWAP: _("Swap {n} chips to the lab"),
                Terms.SILENT: _("Take {n} chips silently"),
                Terms.PAID: _("Buy {n} chips for the lab"),
                Terms.DISCLOSED: _("Announce {n} chips for the lab"),
                Terms.LEASE: _("Lease {n} chips for the lab"),
            }
            return words[command.terms].format(n=write(chips(command.quantity)))
        case c.GiveBack(thing=Thing.CHIPS):
            return _("Give back {n} chips").format(n=write(chips(command.quantity)))
        case c.OrderChips():
            return _("Order {n} chips").format(n=write(chips(command.quantity)))
        case c.BuildSite():
            return _("Site of {power}").format(power=write(kw(command.power_kw)))
        case c.StartRun():
            return _("Train for {time}").format(time=write(months(command.months)))
        case c.PublishRelease():
            return _("Release")
        case c.RaiseRound():
            return _("Raise a round of equity")
        case c.Borrow():
            return _("Borrow {amount} on the chips").format(amount=write(usd(command.amount_usd)))
        case c.MakePromise():
            return _("Promise by {due}").format(due=write(month(command.due)))
        case _:
            return kind_words()[type(command)]


def kind_words() -> dict[type[c.Command], str]:
    """Return the kinds of command that need no numbers in a list."""
    return {
        c.RentCloud: _("Rent cloud"),
        c.SplitCompute: _("Split compute"),
        c.ExtendRun: _("Extend the run"),
        c.StopRun: _("Stop the run"),
        c.DivertThing: _("From the carmaker to the lab"),
        c.GiveBack: _("Give back"),
        c.LendChips: _("Lend chips to the carmaker"),
        c.LicenseBack: _("License the release to the carmaker"),
        c.DelaySite: _("Put off the carmaker's site"),
        c.Hire: _("Hire"),
        c.SetPay: _("Set the pay"),
        c.Announce: _("Announcement"),
        c.SetPrice: _("Set the price"),
        c.Lobby: _("Complain"),
        c.PlanCarmaker: _("Carmaker's chip budget"),
        c.Speak: _("Statement"),
        c.GiveGift: _("Gift to the owners"),
        c.CallVote: _("Call a vote"),
        c.SellStake: _("Sell shares"),
    }
