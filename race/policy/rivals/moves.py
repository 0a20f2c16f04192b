"""What a rival does beside its own work: price, raids, pay, complaints, public claims.

A claim of a rival is what its books bear out: it tells what it has ordered and has power for.
"""

from typing import Final

from race.core.chance import Stream
from race.core.commands import Announce, Command, Hire, Lobby, RaiseRound, SetPay, SetPrice
from race.core.events import Happening
from race.core.formulas.race.chips import capacity_kw
from race.core.formulas.race.money import pay_of_month
from race.core.ids import PPM, Claim, Firm, Mood
from race.core.view import LabView
from race.policy.feeling import Feeling
from race.policy.style import Style

CUT: Final = 700_000
"""Price of a lab that sells on price, ppm of the usual."""
LOW: Final = 3
"""Place in the league from which a lab sells on price."""
TOP: Final = 2
"""Places at the top: whose sites are complained about, who sells at the usual price."""
EAGER: Final = {Mood.LEADING: 0.05, Mood.CALM: 0.08, Mood.PRESSED: 0.25, Mood.ALARMED: 0.7}
"""How readily a greedy lab raids another, chance a month."""
RICH: Final = 40
"""Researchers whose price a lab must have in the bank to raid for any."""
RAID_PART: Final = 0.015
"""Part of the money in the bank that a raid may cost."""
SCANDALS: Final = (Happening.LEAK, Happening.INCIDENT, Happening.SUIT)
PAY: Final = {Mood.LEADING: PPM, Mood.CALM: PPM, Mood.PRESSED: 1_200_000, Mood.ALARMED: 1_400_000}
"""Pay by mood, ppm of the usual: who falls behind pays more."""
PAY_MONTHS: Final = 12
"""Months of the dearer pay that must be in the bank."""
CLAIM_MONTHS: Final = 5
"""Months ahead that a claim speaks of."""
CLAIM_STEP: Final = 1.3
"""Growth of the fleet from which it is worth a claim."""
SURE: Final = 0.9
"""Part of what is expected that a careful lab claims."""


def set_price(view: LabView, style: Style, feeling: Feeling, luck: Stream) -> list[Command]:
    """Cut the price by a third when third or lower; go back to the usual price at the top."""
    level, draw = view.own.price_level, luck.uniform()
    if not view.board.rules.switches.pricing:
        return []
    if feeling.place >= LOW and level > CUT and draw < 0.15 * style.greed:
        return [SetPrice(level=CUT)]
    if feeling.place <= TOP and level < PPM:
        return [SetPrice(level=PPM)]
    return []


def raid(view: LabView, style: Style, feeling: Feeling, luck: Stream) -> list[Command]:
    """Raid whom it resents, a lab in a scandal, or one of the lower half, where people are least happy."""
    draw = luck.uniform()
    price, cash = view.board.rules.money.poach_usd, view.own.cash_usd
    if (
        not view.board.rules.switches.poaching
        or cash < RICH * price
        or draw >= EAGER[feeling.mood] * style.greed
    ):
        return []
    angry, pick, spread, target = luck.uniform(), luck.uniform(), luck.below(4), _worst(view)
    if target is not None and angry >= min(0.5, 0.2 * view.own.grudges[target] / PPM):
        target = None
    others = [line.firm for line in view.board.league if line.firm is not view.firm]
    half = len(others) // 2
    target = target or _scandal(view) or others[half + int(pick * (len(others) - half))]
    people = min(view.board.rules.race.hire_limit, max(3 + spread, int(RAID_PART * cash / price)))
    return [Hire(researchers=people, source=target)]


def _worst(view: LabView) -> Firm | None:
    """Return the lab that is resented most, None without any ill will."""
    worst, most = None, -1
    for firm, grudge in view.own.grudges.items():
        if grudge > most:
            worst, most = firm, grudge
    return worst


def _scandal(view: LabView) -> Firm | None:
    """Return a lab that is in the news for what it would rather not be."""
    found = [event.firm for event in view.board.news if event.kind in SCANDALS]
    return next((firm for firm in found if firm is not None and firm not in (view.firm, Firm.TESLA)), None)


def complain(view: LabView, luck: Stream) -> list[Command]:
    """Complain about the sites of a resented lab while it is in the top two and builds something."""
    target = _worst(view) if view.own.grudges else None
    if target is None or not view.board.rules.switches.lobbying:
        return []
    if luck.uniform() >= min(0.5, 0.06 * view.own.grudges[target] / PPM):
        return []
    pays = target in [line.firm for line in view.board.league[:TOP]]
    builds = target in [permit.firm for permit in view.board.permits]
    return [Lobby(target=target)] if pays and builds else []


def set_pay(view: LabView, feeling: Feeling) -> list[Command]:
    """Pay more when behind and able to, the usual otherwise."""
    rules, own = view.board.rules, view.own
    if not rules.switches.pay:
        return []
    level = PAY[feeling.mood]
    if level != PPM:
        dearer = pay_of_month(rules.money, own.staff) * (level - PPM) // PPM
        if own.cash_usd < PAY_MONTHS * dearer:
            level = PPM
    return [SetPay(level=level)] if level != own.pay_level else []


def announce(view: LabView, style: Style, orders: list[Command], luck: Stream) -> list[Command]:
    """Tell investors, before a round, of the chips that are on their way and have power."""
    own, board = view.own, view.board
    if RaiseRound not in map(type, orders) or not board.rules.switches.announcing:
        return []
    if not luck.happens(style.greed):
        return []
    due = board.month + CLAIM_MONTHS
    if due > board.setting.months or any(said.kept is None for said in own.claims):
        return []
    coming = own.depot.chips() + sum(
        [line.quantity for line in view.lines if line.owner is view.firm and line.due < due]
    )
    places = int(capacity_kw(own.depot, due) / board.each_kw)
    fleet = int(SURE * min(coming, places)) // 1000 * 1000
    if fleet < CLAIM_STEP * view.running:
        return []
    return [Announce(claim=Claim.FLEET, quantity=fleet, due=due)]
