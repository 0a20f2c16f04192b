"""Orders about what passes between the founder's two companies that are refused."""

from typing import Final

from race.core import commands as c
from race.core.ids import PPM, Firm, Seat, Terms, Thing
from race.core.legality.diversion import left_for_sale
from race.core.view import FounderView
from race.core.world import World
from tests.core.legality.refused import (
    AGAIN,
    CAR_LINE,
    COMING,
    COURT,
    GONE,
    LEFT,
    OPENING,
    READY,
    Refused,
    act,
    on,
    seen,
)

_SILENT, _SWAP, _PAID, _LEASE = Terms.SILENT, Terms.SWAP, Terms.PAID, Terms.LEASE
_FOR_SALE: Final = (
    "The directors sell what would stand idle: {left} of these, for the carmaker could run them "
    "{part} of the time. Swap or lease the rest, or let the holders vote."
)
_POOR: Final = on("lab", cash_usd=0)
_STOPPED: Final = on("affairs", injunction=True)
_LICENCES: Final = on("world", month=OPENING.rules.diversion.license_month)
_CARS: Final = on("world", month=OPENING.rules.diversion.channel_month)


def _divert(quantity: int = 100, terms: Terms = _SILENT, source: int = CAR_LINE) -> c.Divert:
    return c.Divert(source=source, quantity=quantity, terms=terms)


def _thing(thing: Thing, quantity: int = 1, terms: Terms = _SILENT) -> c.DivertThing:
    return c.DivertThing(thing=thing, terms=terms, quantity=quantity)


def _sold() -> int:
    """Return how many of the carmaker's line its directors sell, H100e."""
    view = seen(Seat.FOUNDER)
    assert isinstance(view, FounderView)
    return left_for_sale(view, (), next(line for line in view.lines if line.id == CAR_LINE))


_SOLD: Final = _sold()


def _without_orders(world: World) -> None:
    """Take the lab's lines out of the chipmaker's book."""
    world.market.lines = [line for line in world.market.lines if line.payer is not Firm.XAI]


PASSING: Final = (
    Refused(COURT, _divert(terms=_PAID), (_STOPPED,)),
    Refused(COURT, _thing(Thing.RESEARCHERS), (_STOPPED,)),
    Refused(
        "The holders have voted limits: only paid, leased or disclosed deals are allowed.",
        _divert(),
        (on("affairs", limits=True),),
        rather=_divert(terms=_LEASE),
    ),
    Refused(
        "The sharing policy you signed allows only paid, leased or disclosed deals.",
        _divert(terms=_SWAP),
        (on("affairs", sharing_policy=True),),
        rather=_divert(terms=_LEASE),
    ),
    Refused(
        "The lab would pay {price}; it has {free}.",
        _divert(terms=_PAID),
        (_POOR,),
        rather=_divert(terms=_SWAP),
    ),
    Refused(
        "The directors sell what would stand idle, and have none of these left: the carmaker could run "
        "them {part} of the time. Swap them, lease them, or let the holders vote.",
        _divert(terms=_PAID),
        given=(_divert(_SOLD, terms=Terms.DISCLOSED),),
        rather=_divert(terms=_LEASE),
    ),
    Refused(
        _FOR_SALE, _divert(_SOLD + 1, terms=Terms.DISCLOSED), rather=_divert(_SOLD, terms=Terms.DISCLOSED)
    ),
    Refused(
        _FOR_SALE,
        _divert(_SOLD, terms=_PAID),
        given=(_divert(1, terms=Terms.DISCLOSED),),
        rather=_divert(_SOLD - 1, terms=_PAID),
    ),
    Refused(GONE, _divert(source=0), rather=_divert()),
    Refused(LEFT, _divert(2_000), given=(_divert(2_000),), rather=_divert(500)),
    Refused(
        "A swap gives the lab's own later chips; the lab has {own} on order, {asked} are needed.",
        _divert(terms=_SWAP),
        (_without_orders,),
        rather=_divert(),
    ),
    Refused(
        "Only chips that are on order can be swapped.",
        _thing(Thing.RESEARCHERS, terms=_SWAP),
        rather=_thing(Thing.RESEARCHERS),
    ),
    Refused("Chips change docks crate by crate.", _thing(Thing.CHIPS), rather=_divert()),
    Refused("{n} researchers work at the carmaker.", _thing(Thing.RESEARCHERS, 10**6)),
    Refused(
        "A lab can hire {most} researchers a month; asked this month: {asked}, still free: {left}.",
        _thing(Thing.RESEARCHERS, OPENING.rules.race.hire_limit - 1),
        given=(c.SetPay(level=PPM), c.Hire(researchers=1), _thing(Thing.RESEARCHERS)),
        rather=_thing(Thing.RESEARCHERS, OPENING.rules.race.hire_limit - 2),
    ),
    Refused("The carmaker has no such site.", _thing(Thing.SITE, 0), rather=_thing(Thing.SITE, COMING)),
    Refused(
        AGAIN,
        _thing(Thing.SITE, COMING),
        given=(_thing(Thing.SITE, COMING),),
        rather=_thing(Thing.SITE, READY),
    ),
    Refused("There are too few records worth a licence before {date}.", _thing(Thing.DATA)),
    Refused(
        "The lab has the carmaker's fleet records already.",
        _thing(Thing.DATA),
        (_LICENCES, act(thing=Thing.DATA)),
    ),
    Refused(
        "The lab has the carmaker's fleet records already.",
        _thing(Thing.DATA),
        (_LICENCES,),
        given=(_thing(Thing.DATA),),
    ),
    Refused("The cars cannot carry the lab's product before {date}.", _thing(Thing.CHANNEL)),
    Refused(
        "The cars carry the lab's product already.",
        _thing(Thing.CHANNEL),
        (_CARS, on("carmaker", channel=0)),
        rather=_divert(),
    ),
    Refused("The carmaker has no such site.", c.DelaySite(site=0, months=1)),
    Refused(
        "This site has power from {date}; it cannot be put off.",
        c.DelaySite(site=READY, months=1),
        rather=c.DelaySite(site=COMING, months=1),
    ),
    Refused(
        "A site can be put off by {most} in all; {left} are left for this one.",
        c.DelaySite(site=COMING, months=OPENING.rules.diversion.delay_most),
        given=(c.DelaySite(site=COMING, months=1),),
        rather=c.DelaySite(site=COMING, months=1),
    ),
)

GIVING: Final = (
    Refused(
        "What was learned from the fleet records cannot be unlearned.",
        c.GiveBack(quantity=1, thing=Thing.DATA),
        (act(thing=Thing.DATA, outstanding=1), act(thing=Thing.SITE, outstanding=20_000)),
        rather=c.GiveBack(quantity=1, thing=Thing.SITE),
    ),
    Refused(
        "The lab has nothing of that kind to give back.",
        c.GiveBack(quantity=1, thing=Thing.SITE),
        (act(thing=Thing.CHANNEL, outstanding=1),),
        rather=c.GiveBack(quantity=1, thing=Thing.CHANNEL),
    ),
    Refused(
        "The lab has nothing of that kind to give back.",
        c.GiveBack(quantity=0, thing=Thing.CHANNEL),
        (act(thing=Thing.CHANNEL, outstanding=1),),
        rather=c.LicenseBack(),
    ),
    Refused(
        "Of the carmaker's people, {left} are at the lab.",
        c.GiveBack(quantity=6, thing=Thing.RESEARCHERS),
        (act(thing=Thing.RESEARCHERS, outstanding=5),),
        rather=c.GiveBack(quantity=5, thing=Thing.RESEARCHERS),
    ),
    Refused(
        "The lab owes the carmaker {left} chips.",
        c.GiveBack(quantity=60),
        (act(),),
        given=(c.GiveBack(quantity=50),),
        rather=c.GiveBack(quantity=50),
    ),
    Refused(
        "Chips are lent for {low} to {high}.",
        c.LendChips(quantity=100, months=0),
        rather=c.LendChips(quantity=100, months=1),
    ),
    Refused(
        "The lab has {own} chips of its own to lend; {asked} were asked for.",
        c.LendChips(quantity=1, months=1),
        (on("floor", batches=[]),),
    ),
    Refused(
        "The carmaker's cars learn from one release at a time; the next in {date}.",
        c.LicenseBack(),
        (on("affairs", last_license=1),),
    ),
    Refused(
        "The carmaker's cars learn from one release at a time; the next in {date}.",
        c.LicenseBack(),
        given=(c.LicenseBack(free=True),),
    ),
    Refused(
        "The court has stopped deals between your companies; license it for nothing.",
        c.LicenseBack(),
        (_STOPPED,),
        rather=c.LicenseBack(free=True),
    ),
    Refused(
        "The carmaker would pay {fee}; it has {cash}.",
        c.LicenseBack(),
        (on("carmaker", cash_usd=0),),
        rather=c.LicenseBack(free=True),
    ),
)
