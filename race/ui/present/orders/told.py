"""A submitted command in a few words, for the list of this month's orders."""

from race.core import commands as c
from race.core.formulas.house.sayings import POSTS, name_of
from race.core.formulas.passing.things import find_site
from race.core.ids import Ballot, Claim, Firm, Gift, Stance, Terms, Thing
from race.core.tales import SCRIPTS
from race.core.view import FounderView
from race.core.words import chips, count, elo, flop, kw, month, months, percent, sliver, usd
from race.speech import _, name, plural
from race.speech import quantity as write
from race.ui.present import owners
from race.ui.present.orders.lab import hire_words, pledge_words
from race.ui.present.orders.owners import stance_words, terms_words


def told(command: c.Command, view: FounderView | None = None) -> str:
    """Return a submitted command in a few words, for the list of this month's orders.

    With the view of the month it also says which line, site, act or person a number stands for.
    """
    named = _named(command, view) if view is not None else ""
    return named or _race(command) or _money(command) or _between(command) or kind_words()[type(command)]


def _named(command: c.Command, view: FounderView) -> str:  # noqa: PLR0911 - one line a command
    """Return the words of a command that names something of the books by its number."""
    match command:
        case c.CancelOrder() if line := next((one for one in view.lines if one.id == command.line), None):
            words = plural("Cancel {n} chip of {due}", "Cancel {n} chips of {due}", command.quantity)
            return words.format(n=write(chips(command.quantity)), due=write(month(line.due)))
        case c.DelaySite() if site := find_site(view.carmaker, command.site):
            return _("Put off the carmaker's site of {date} by {time}").format(
                date=write(month(site.ready)), time=write(months(command.months))
            )
        case c.DivertThing(thing=Thing.SITE) if site := find_site(view.carmaker, command.quantity):
            return _("Take the carmaker's site of {power}: {terms}").format(
                power=write(kw(site.power_kw)), terms=terms_words()[command.terms]
            )
        case c.PledgeStake(shares_ppm=part) if part > 0:
            return pledge_words(view, part)
        case c.Speak() | c.PlugLeak():
            return _of_act(command, view)
        case c.Reassure():
            members = view.affairs.house.members
            return next(
                (
                    _("Talk with {who}, {post}").format(
                        who=name(name_of(member).key), post=_(POSTS[member.person])
                    )
                    for member in members
                    if member.person is command.person
                ),
                "",
            )
        case _:
            return ""


def _of_act(command: c.Speak | c.PlugLeak, view: FounderView) -> str:
    act = next((act for act in view.affairs.acts if act.id == command.act), None)
    if act is None:
        return ""
    words = (
        _("Have it kept secret: {act} of {date}")
        if isinstance(command, c.PlugLeak)
        else stance_words()[command.stance]
    )
    return words.format(act=owners.thing_words(act.thing, act.quantity), date=write(month(act.month)))


def _race(command: c.Command) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a command
    """Return the words of a command about chips, sites, runs and releases; empty for the others."""
    match command:
        case c.OrderChips(prepaid=prepaid) if prepaid:
            return _("Order {n} chips, pay {part} ahead").format(
                n=write(chips(command.quantity)), part=write(percent(prepaid))
            )
        case c.OrderChips():
            return _("Order {n} chips").format(n=write(chips(command.quantity)))
        case c.CancelOrder():
            words = plural("Cancel {n} chip", "Cancel {n} chips", command.quantity)
            return words.format(n=write(chips(command.quantity)))
        case c.BuildSite():
            words = (
                _("Rush a site of {power} before its permits")
                if command.forced
                else _("Build a site of {power} with all its permits")
            )
            return words.format(power=write(kw(command.power_kw)))
        case c.RentCloud(quantity=quantity) if quantity:
            return _("Rent {n} chips in the cloud").format(n=write(chips(quantity)))
        case c.StartRun(target_flop=target) if target > 0.0:
            return _("Train until {compute}").format(compute=write(flop(target)))
        case c.StartRun():
            return _("Train for {time}").format(time=write(months(command.months)))
        case c.ExtendRun():
            return _("Train {time} longer").format(time=write(months(command.months)))
        case c.PublishRelease():
            return _release(command)
        case c.SplitCompute():
            return _(
                "Split compute: training {training}, research {research}, users {users}, safety {safety}"
            ).format(
                training=write(percent(command.training)),
                research=write(percent(command.research)),
                users=write(percent(command.serving)),
                safety=write(percent(command.safety)),
            )
        case c.Lobby():
            return _("Complain about {firm}'s sites").format(firm=name(command.target))
        case c.Probe():
            return _("Look into {firm}").format(firm=name(command.target))
        case _:
            return ""


def _release(command: c.PublishRelease) -> str:
    if command.open_weights:
        return _("Release with open weights") if command.tested else _("Release now, open and untested")
    return _("Release after safety tests") if command.tested else _("Release now, untested")


def _money(command: c.Command) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a command
    """Return the words of a command about money, people, shares and claims; empty for the others."""
    match command:
        case c.Hire():
            return hire_words(command)
        case c.SetPay():
            return _("Pay: {part} of the usual").format(part=write(percent(command.level)))
        case c.SetPrice():
            return _("Price of the product: {part} of the usual").format(part=write(percent(command.level)))
        case c.Answer():
            return _("Answer: {words}").format(words=_(SCRIPTS[command.tale].ways[command.choice].words))
        case c.RaiseRound():
            return _("Raise a round of equity")
        case c.Borrow():
            return _("Borrow {amount} on the chips").format(amount=write(usd(command.amount_usd)))
        case c.SellStake():
            return _("Sell {part} of the carmaker for the lab").format(part=write(sliver(command.shares_ppm)))
        case c.PledgeStake(shares_ppm=part) if part < 0:
            return _("Repay the loan on {part} of the carmaker").format(part=write(sliver(-part)))
        case c.PledgeStake():
            return _("Pledge {part} of the carmaker for a loan").format(
                part=write(sliver(command.shares_ppm))
            )
        case c.SellLab(buyer=Firm.TESLA):
            return _("Ask the holders to buy the lab")
        case c.SellLab():
            return _("Sell the lab to {firm}").format(firm=name(command.buyer))
        case c.Announce(claim=Claim.FLEET):
            return _("Announce {n} running chips by {due}").format(
                n=write(chips(command.quantity)), due=write(month(command.due))
            )
        case c.Announce():
            return _("Announce a release that scores {n} by {due}").format(
                n=write(elo(command.quantity)), due=write(month(command.due))
            )
        case _:
            return ""


def _between(command: c.Command) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a command
    """Return the words of a command between the companies or before the owners; empty for the others."""
    match command:
        case c.Divert():
            return _moved(command)
        case c.DivertThing():
            return _passing(command)
        case c.GiveBack():
            return _returning(command)
        case c.LendChips():
            return _("Lend {n} chips to the carmaker for {time}").format(
                n=write(chips(command.quantity)), time=write(months(command.months))
            )
        case c.LicenseBack(free=True):
            return _("License the lab's release to the carmaker for nothing")
        case c.LicenseBack():
            return _("License the lab's release to the carmaker for a fee")
        case c.PlanCarmaker(buy_back_usd=spent) if spent:
            return _("The carmaker buys back shares for {amount}").format(amount=write(usd(spent)))
        case c.PlanCarmaker():
            return _("Carmaker's chip budget: {part} of the plan").format(
                part=write(percent(command.chip_budget))
            )
        case c.CallVote(ballot=Ballot.DEAL):
            return _("Ask the holders for {n} chips: {terms}").format(
                n=write(chips(command.quantity)), terms=terms_words()[command.terms]
            )
        case c.CallVote(ballot=Ballot.INVESTMENT):
            return _("Ask the holders to invest {amount} in the lab").format(
                amount=write(usd(command.amount_usd))
            )
        case c.CallVote():
            return _("On the agenda: {question}").format(question=owners.ballot_names()[command.ballot])
        case c.CourtHolders():
            return _("Talk in private: {kind}").format(kind=owners.kind_names()[command.kind])
        case c.Speak():
            return _stances()[command.stance]
        case c.GiveGift():
            return _gifts()[command.gift]
        case c.MakePromise():
            said = owners.promised_words(command.subject, command.quantity)
            return _("Promise: {what}, by {due}").format(what=said, due=write(month(command.due)))
        case _:
            return ""


def _stances() -> dict[Stance, str]:
    return {
        Stance.DISCLOSE: _("Disclose a diversion"),
        Stance.JUSTIFY: _("Explain a diversion"),
        Stance.DENY: _("Deny a diversion"),
        Stance.APOLOGISE: _("Apologise for a diversion"),
    }


def _gifts() -> dict[Gift, str]:
    return {
        Gift.DIRECTOR: _("Appoint an independent director"),
        Gift.SHARING_POLICY: _("Sign a compute-sharing policy"),
        Gift.SETTLEMENT: _("Settle the open cases"),
    }


def _passing(command: c.DivertThing) -> str:
    """Return what goes from the carmaker to the lab besides chips, and on which terms."""
    words = {
        Thing.CHIPS: _("Chips to the lab"),
        Thing.RESEARCHERS: _("Move {n} people from {firm}: {terms}"),
        Thing.SITE: _("A site of the carmaker's to the lab"),
        Thing.DATA: _("License the fleet's records: {terms}"),
        Thing.CHANNEL: _("Put the lab's product into the cars: {terms}"),
    }
    return words[command.thing].format(
        n=write(count(command.quantity)), firm=name(Firm.TESLA), terms=terms_words()[command.terms]
    )


def _moved(command: c.Divert) -> str:
    """Return what goes to the lab, on which terms."""
    n = command.quantity
    words = {
        Terms.SWAP: plural("Swap {n} chip to the lab", "Swap {n} chips to the lab", n),
        Terms.SILENT: plural("Take {n} chip silently", "Take {n} chips silently", n),
        Terms.PAID: plural("Buy {n} chip for the lab", "Buy {n} chips for the lab", n),
        Terms.DISCLOSED: plural("Announce {n} chip for the lab", "Announce {n} chips for the lab", n),
        Terms.LEASE: plural("Lease {n} chip for the lab", "Lease {n} chips for the lab", n),
    }
    return words[command.terms].format(n=write(chips(n)))


def _returning(command: c.GiveBack) -> str:
    """Return what goes back to the carmaker."""
    words = {
        Thing.CHIPS: plural("Give back {n} chip", "Give back {n} chips", command.quantity),
        Thing.RESEARCHERS: _("Give the carmaker's people back"),
        Thing.SITE: _("Give the site back"),
        Thing.CHANNEL: _("Take the lab's product out of the cars"),
        Thing.DATA: _("Give back"),
    }
    return words[command.thing].format(n=write(chips(command.quantity)))


def kind_words() -> dict[type[c.Command], str]:
    """Return the kinds of command that need no numbers in a list."""
    return {
        c.RentCloud: _("Rent nothing any more"),
        c.StopRun: _("Stop the run"),
        c.DelaySite: _("Put off the carmaker's site"),
        c.PlugLeak: _("Plug a leak"),
        c.Reassure: _("Talk with one of your people"),
    }
