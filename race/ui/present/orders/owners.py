"""What the founder can do between the companies and before the owners, with amounts a person would choose."""

from collections.abc import Iterator
from typing import Final

from race.core import commands as c
from race.core.formulas.owners.ballots import investment_room
from race.core.formulas.passing.lending import lendable
from race.core.ids import KINDS, RIVALS, Ballot, Firm, Gift, Kind, Stance, Subject, Terms, Thing
from race.core.legality.diversion import SALES, left_for_sale, owed
from race.core.view import FounderView
from race.core.words import chips, count, kw, month, months, usd
from race.speech import _, name, plural
from race.speech import quantity as write
from race.ui.present.orders.lab import Wish, claims
from race.ui.present.owners import kind_names, thing_words

_PEOPLE: Final = 5
"""Researchers who are moved at a time."""
_NEAR: Final = 3
"""Months ahead for which the carmaker's lines stand on the board."""
_LENT: Final = (4, 3)
"""Part of the lab's chips that is lent, a quarter, and for how many months."""


def between(view: FounderView) -> Iterator[Wish]:
    """Yield what can pass between the companies besides crates of chips."""
    for terms in (Terms.DISCLOSED, Terms.SILENT, Terms.PAID):
        yield (
            "between",
            _("Move {n} people from {firm}: {terms}").format(
                n=write(count(_PEOPLE)), firm=name(Firm.TESLA), terms=terms_words()[terms]
            ),
            c.DivertThing(thing=Thing.RESEARCHERS, quantity=_PEOPLE, terms=terms),
        )
    yield from _largest(view)
    yield from _running(view)
    yield from _sites(view)
    for thing, words in (
        (Thing.DATA, _("License the fleet's records: {terms}")),
        (Thing.CHANNEL, _("Put the lab's product into the cars: {terms}")),
    ):
        for terms in (Terms.DISCLOSED, Terms.SILENT):
            yield "between", words.format(terms=terms_words()[terms]), c.DivertThing(thing=thing, terms=terms)
    yield from _back(view)


def _largest(view: FounderView) -> Iterator[Wish]:
    """Offer half of the largest of the carmaker's crates, for who reads the list and not the docks.

    Where the carmaker's directors must be willing to sell, what is for sale of it.
    """
    least = view.board.rules.chips.order_least
    near = [line for line in view.lines if line.owner is Firm.TESLA and line.due <= view.board.month + _NEAR]
    line = max(near, key=lambda line: (line.quantity, -line.id), default=None)
    if line is None or line.quantity < 2 * least:
        return
    sold = left_for_sale(view, (), line)
    for terms, told in terms_words().items():
        part, words = line.quantity // 2, _("Half of {n} chips due in {date}: {terms}")
        if terms in SALES and sold >= least:
            part, words = sold, _("{sold} of {n} chips due in {date}: {terms}")
        said = words.format(
            sold=write(chips(part)), n=write(chips(line.quantity)), date=write(month(line.due)), terms=told
        )
        yield "between", said, c.Divert(source=line.id, quantity=part, terms=terms)


def _running(view: FounderView) -> Iterator[Wish]:
    """Offer the largest lot of chips that run at the carmaker: the board holds none that run."""
    lots = [batch for batch in view.carmaker.depot.batches if batch.site is not None and not batch.leased]
    lot = max(lots, key=lambda batch: (batch.quantity, -batch.id), default=None)
    if lot is None:
        return
    words = _("Take {n} chips that run at {firm}: {terms}")
    for terms in (Terms.SILENT, Terms.LEASE):
        said = words.format(n=write(chips(lot.quantity)), firm=name(Firm.TESLA), terms=terms_words()[terms])
        yield "between", said, c.Divert(source=lot.id, quantity=lot.quantity, terms=terms)


def _sites(view: FounderView) -> Iterator[Wish]:
    """Offer the carmaker's newest powered site, and delays of those that are being built."""
    now = view.board.month
    ready = [site for site in view.carmaker.depot.sites if site.ready <= now]
    for site in ready[-1:]:
        for terms in (Terms.SILENT, Terms.LEASE):
            yield (
                "between",
                _("Take the carmaker's site of {power}: {terms}").format(
                    power=write(kw(site.power_kw)), terms=terms_words()[terms]
                ),
                c.DivertThing(thing=Thing.SITE, quantity=site.id, terms=terms),
            )
    for site in view.carmaker.depot.sites:
        if site.ready > now + 1:
            words = _("Put off the carmaker's site of {date} by {time}").format(
                date=write(month(site.ready)), time=write(months(2))
            )
            yield "between", words, c.DelaySite(site=site.id, months=2)


def _back(view: FounderView) -> Iterator[Wish]:
    """Offer what can go back to the carmaker."""
    taken = owed(view)
    if taken:
        words = plural("Give back {n} chip", "Give back {n} chips", taken)
        yield "between", words.format(n=write(chips(taken))), c.GiveBack(quantity=taken)
    for thing, words in (
        (Thing.RESEARCHERS, _("Give the carmaker's people back")),
        (Thing.SITE, _("Give the site back")),
        (Thing.CHANNEL, _("Take the lab's product out of the cars")),
    ):
        left = owed(view, thing)
        if left:
            yield "between", words, c.GiveBack(quantity=left, thing=thing)
    part, time = _LENT
    own = sum(batch.quantity for batch in lendable(view.own.depot)) // part // 100 * 100
    yield (
        "between",
        _("Lend {n} chips to the carmaker for {time}").format(
            n=write(chips(max(100, own))), time=write(months(time))
        ),
        c.LendChips(quantity=max(100, own), months=time),
    )
    yield "between", _("License the lab's release to the carmaker for a fee"), c.LicenseBack()
    yield "between", _("License the lab's release for nothing"), c.LicenseBack(free=True)


def terms_words() -> dict[Terms, str]:
    """Return the terms as they stand at the end of an order."""
    return {
        Terms.SWAP: _("swap"),
        Terms.SILENT: _("silently"),
        Terms.PAID: _("at market price"),
        Terms.DISCLOSED: _("in the open"),
        Terms.LEASE: _("on lease"),
    }


def word(view: FounderView) -> Iterator[Wish]:
    """Yield promises, votes and gifts to the owners."""
    now, end = view.board.month, view.board.setting.months
    for ahead, factor in ((8, 10), (8, 13)):
        due = min(now + ahead, end)
        quantity = max(1_000, view.carmaker.depot.chips() * factor // 10 // 1_000 * 1_000 + 5_000)
        words = _("Promise {n} running chips at {firm} by {due}").format(
            n=write(chips(quantity)), firm=name(Firm.TESLA), due=write(month(due))
        )
        yield "owners", words, c.MakePromise(subject=Subject.CHIPS_POWERED, quantity=quantity, due=due)
    due = min(now + 9, end)
    reached = view.carmaker.autonomy_reached + 1
    words = _("Promise autonomy milestone {n} by {due}").format(n=reached, due=write(month(due)))
    yield "owners", words, c.MakePromise(subject=Subject.AUTONOMY, quantity=reached, due=due)
    due = min(now + 12, end)
    words = _("Promise no diversion until {due}").format(due=write(month(due)))
    yield "owners", words, c.MakePromise(subject=Subject.NO_DIVERSION, quantity=0, due=due)
    amount = investment_room(view.board.rules, view.own.valuation_usd, view.carmaker.cash_usd)
    words = _("Ask the holders to invest {amount} in the lab").format(amount=write(usd(amount)))
    yield "owners", words, c.CallVote(ballot=Ballot.INVESTMENT, amount_usd=amount)
    yield from _deals(view)
    for kind in (kind for kind in KINDS if kind is not Kind.SHORT):  # who has no vote is not courted
        words = _("Talk in private: {kind}").format(kind=kind_names()[kind])
        yield "owners", words, c.CourtHolders(kind=kind)
    yield "owners", _("Appoint an independent director"), c.GiveGift(gift=Gift.DIRECTOR)
    yield "owners", _("Sign a compute-sharing policy"), c.GiveGift(gift=Gift.SHARING_POLICY)


def _deals(view: FounderView) -> Iterator[Wish]:
    """Offer the carmaker's largest order that the owners can still vote on, on two kinds of terms."""
    meeting = next((at for at in view.board.setting.meetings if at > view.board.month), None)
    lines = [
        (line.quantity, line.id)
        for line in view.lines
        if meeting is not None and line.owner is Firm.TESLA and line.due > meeting + 1
    ]
    if not lines:
        return
    quantity, source = max(lines)
    for terms in (Terms.SWAP, Terms.PAID):
        words = _("Ask the holders for {n} chips: {terms}").format(
            n=write(chips(quantity)), terms=terms_words()[terms]
        )
        command = c.CallVote(ballot=Ballot.DEAL, source=source, quantity=quantity, terms=terms)
        yield "owners", words, command


def stance_words() -> dict[Stance, str]:
    """Return what can be said about an act, with room for the act and its date."""
    return {
        Stance.DISCLOSE: _("Disclose: {act} of {date}"),
        Stance.JUSTIFY: _("Explain: {act} of {date}"),
        Stance.DENY: _("Deny: {act} of {date}"),
        Stance.APOLOGISE: _("Apologise: {act} of {date}"),
    }


def court(view: FounderView) -> Iterator[Wish]:
    """Yield statements, settlements, the lab's own claims and complaints."""
    acts = view.affairs.acts
    out = [act for act in acts[:-2] if act.published == view.board.month or act.refuted]
    for act in (*out, *acts[-2:]):
        if act.published is None:
            words = _("Have it kept secret: {act} of {date}").format(
                act=thing_words(act.thing, act.quantity), date=write(month(act.month))
            )
            yield "court", words, c.PlugLeak(act=act.id)
        for stance, words in stance_words().items():
            yield (
                "court",
                words.format(act=thing_words(act.thing, act.quantity), date=write(month(act.month))),
                c.Speak(act=act.id, stance=stance),
            )
    yield "court", _("Settle the open cases"), c.GiveGift(gift=Gift.SETTLEMENT)
    yield from claims(view)
    rivals = [line.firm for line in view.board.league if line.firm in RIVALS]
    for rival in rivals[:3]:
        yield "court", _("Look into {firm}").format(firm=name(rival)), c.Probe(target=rival)
    for rival in RIVALS[:2]:
        yield "court", _("Complain about {firm}'s sites").format(firm=name(rival)), c.Lobby(target=rival)
