"""What a rival does beside its own work: price, raids, pay, complaints, public claims.

A claim of a rival is what its books bear out: it tells what it has ordered and has power for.
"""

from typing import Final

from race.core.chance import Stream
from race.core.commands import Announce, Command, Hire, Lobby, RaiseRound, SetPay, SetPrice
from race.core.events import Happening
from race.core.formulas.race.chips import capacity_kw
from race.core.formulas.race.money import pay_of_month
from race.core.formulas.race.temper import matched_pay, offended, pay_level, raiding
from race.core.ids import PPM, Claim, Firm
from race.core.view import LabView
from race.policy.feeling import Feeling
from race.policy.style import Style

SCANDALS: Final = (Happening.LEAK, Happening.INCIDENT, Happening.SUIT)


def set_price(view: LabView, style: Style, feeling: Feeling, luck: Stream) -> list[Command]:
    """Cut the price when low in the league; go back to the usual price at the top."""
    level, draw, rules = view.own.price_level, luck.uniform(), view.board.rules.tempers
    if not view.board.rules.switches.pricing:
        return []
    cut = rules.cut_price
    if feeling.place >= rules.cut_place and level > cut and draw < rules.cut_chance * style.greed:
        return [SetPrice(level=cut)]
    if feeling.place <= rules.top and level < PPM:
        return [SetPrice(level=PPM)]
    return []


def raid(view: LabView, style: Style, feeling: Feeling, luck: Stream) -> list[Command]:
    """Raid whom it resents, a lab in a scandal, or one of the lower half, where people are least happy."""
    draw, rules = luck.uniform(), view.board.rules
    tempers, price, cash = rules.tempers, rules.money.poach_usd, view.own.cash_usd
    eager = raiding(tempers, feeling.mood) * style.greed
    if not rules.switches.poaching or cash < tempers.raid_bank * price or draw >= eager:
        return []
    angry, pick, more, target = luck.uniform(), luck.uniform(), luck.below(tempers.raid_spread), _worst(view)
    if target is not None and angry >= offended(
        tempers.raid_grudge, view.own.grudges[target], tempers.grudge_most
    ):
        target = None
    others = [line.firm for line in view.board.league if line.firm is not view.firm]
    half = len(others) // 2
    target = target or _scandal(view) or others[half + int(pick * (len(others) - half))]
    people = max(tempers.raid_least + more, int(tempers.raid_cost * cash / max(1, price)))
    return [Hire(researchers=min(rules.race.hire_limit, people), source=target)]


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
    target, tempers = _worst(view) if view.own.grudges else None, view.board.rules.tempers
    if target is None or not view.board.rules.switches.lobbying:
        return []
    if luck.uniform() >= offended(tempers.complain, view.own.grudges[target], tempers.grudge_most):
        return []
    pays = target in [line.firm for line in view.board.league[: tempers.top]]
    builds = target in [permit.firm for permit in view.board.permits]
    return [Lobby(target=target)] if pays and builds else []


def set_pay(view: LabView, feeling: Feeling) -> list[Command]:
    """Pay more when behind, or when another lab pays far more, and able to; the usual otherwise."""
    rules, own = view.board.rules, view.own
    if not rules.switches.pay:
        return []
    dearest = max([pay for firm, pay in view.board.pays.items() if firm is not view.firm])
    wished = pay_level(rules.tempers, feeling.mood)
    wishes = (max(wished, matched_pay(rules.tempers, dearest)), wished)
    level = next((wish for wish in wishes if _affords(view, wish)), PPM)
    return [SetPay(level=level)] if level != own.pay_level else []


def _affords(view: LabView, level: int) -> bool:
    """Tell whether some months of the dearer pay are in the bank."""
    rules = view.board.rules
    dearer = pay_of_month(rules.money, view.own.staff) * (level - PPM) // PPM
    return level == PPM or view.own.cash_usd >= rules.tempers.pay_months * dearer


def announce(view: LabView, style: Style, orders: list[Command], luck: Stream) -> list[Command]:
    """Tell investors, before a round, of the chips that are on their way and have power."""
    own, board, rules = view.own, view.board, view.board.rules.tempers
    if RaiseRound not in map(type, orders) or not board.rules.switches.announcing:
        return []
    if not luck.happens(style.greed):
        return []
    due = board.month + rules.claim_months
    if due > board.setting.months or any(said.kept is None for said in own.claims):
        return []
    coming = own.depot.chips() + sum(
        [line.quantity for line in view.lines if line.owner is view.firm and line.due < due]
    )
    places = int(capacity_kw(own.depot, due) / board.each_kw)
    fleet = int(rules.claim_part * min(coming, places)) // 1000 * 1000
    if fleet < rules.claim_growth * view.running:
        return []
    return [Announce(claim=Claim.FLEET, quantity=fleet, due=due)]
