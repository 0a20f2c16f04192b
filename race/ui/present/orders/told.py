"""A submitted command in a few words, for the list of this month's orders."""

from race.core import commands as c
from race.core.ids import Ballot, Gift, Stance, Terms, Thing
from race.core.tales import SCRIPTS
from race.core.words import chips, count, flop, kw, month, months, percent, usd
from race.speech import _, name
from race.speech import quantity as write
from race.ui.present import owners


def told(command: c.Command) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a command
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
        case c.CancelOrder():
            return _("Cancel {n} chips").format(n=write(chips(command.quantity)))
        case c.DivertThing():
            return _passing(command.thing, command.quantity)
        case c.BuildSite():
            return _("Site of {power}").format(power=write(kw(command.power_kw)))
        case c.StartRun(target_flop=target) if target > 0.0:
            return _("Train until {compute}").format(compute=write(flop(target)))
        case c.StartRun():
            return _("Train for {time}").format(time=write(months(command.months)))
        case c.PublishRelease():
            return _("Release after safety tests") if command.tested else _("Release now, untested")
        case c.ExtendRun():
            return _("Train {time} longer").format(time=write(months(command.months)))
        case c.RentCloud(quantity=quantity) if quantity:
            return _("Rent {n} chips in the cloud").format(n=write(chips(quantity)))
        case c.Hire(source=None):
            return _("Hire {n} researchers").format(n=write(count(command.researchers)))
        case c.Hire(source=source) if source is not None:
            return _("Poach {n} researchers from {firm}").format(
                n=write(count(command.researchers)), firm=name(source)
            )
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
        case c.CallVote(ballot=Ballot.DEAL):
            return _("Ask the holders for {n} chips").format(n=write(chips(command.quantity)))
        case c.CallVote():
            return _("On the agenda: {question}").format(question=owners.ballot_names()[command.ballot])
        case c.Speak():
            return _stances()[command.stance]
        case c.GiveGift():
            return _gifts()[command.gift]
        case c.SplitCompute():
            parts = (command.training, command.research, command.serving, command.safety)
            return _("Split compute: {parts}").format(
                parts=" / ".join(write(percent(part)) for part in parts)
            )
        case c.MakePromise():
            said = owners.promised_words(command.subject, command.quantity)
            return _("Promise: {what}, by {due}").format(what=said, due=write(month(command.due)))
        case _:
            return kind_words()[type(command)]


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


def _passing(thing: Thing, quantity: int) -> str:
    """Return what goes from the carmaker to the lab besides chips."""
    match thing:
        case Thing.CHIPS:
            return _("Chips to the lab")
        case Thing.RESEARCHERS:
            return _("{n} of the carmaker's people to the lab").format(n=write(count(quantity)))
        case Thing.SITE:
            return _("A site of the carmaker's to the lab")
        case Thing.DATA:
            return _("The fleet's records to the lab")
        case Thing.CHANNEL:
            return _("The lab's product in the cars")


def kind_words() -> dict[type[c.Command], str]:
    """Return the kinds of command that need no numbers in a list."""
    return {
        c.RentCloud: _("Rent nothing any more"),
        c.StopRun: _("Stop the run"),
        c.GiveBack: _("Give back"),
        c.LendChips: _("Lend chips to the carmaker"),
        c.LicenseBack: _("License the release to the carmaker"),
        c.DelaySite: _("Put off the carmaker's site"),
        c.Announce: _("Announcement"),
        c.Lobby: _("Complain"),
        c.PlanCarmaker: _("Carmaker's chip budget"),
        c.CourtHolders: _("Talk with owners in private"),
        c.Probe: _("Look into a rival"),
        c.PlugLeak: _("Plug a leak"),
        c.Reassure: _("Talk with one of your people"),
        c.SellStake: _("Sell shares"),
        c.PledgeStake: _("Pledge shares"),
        c.SellLab: _("Sell the lab"),
    }
