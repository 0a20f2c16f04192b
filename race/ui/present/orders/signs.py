"""The sign of an order: what it is about at a glance, or whose people and sites it goes to."""

from typing import Final

from race.core import commands as c
from race.core.ids import Firm, Thing

_SIGNS: Final[dict[type[c.Command], str]] = {
    c.OrderChips: "chip",
    c.CancelOrder: "close",
    c.BuildSite: "bolt",
    c.RentCloud: "grid",
    c.SplitCompute: "fork",
    c.StartRun: "play",
    c.ExtendRun: "plus",
    c.StopRun: "pause",
    c.PublishRelease: "right",
    c.RaiseRound: "books",
    c.Borrow: "plus",
    c.SellStake: "minus",
    c.PledgeStake: "paragraph",
    c.SellLab: "scales",
    c.SetPrice: "books",
    c.Hire: "people",
    c.SetPay: "people",
    c.Divert: "chip",
    c.LendChips: "chip",
    c.LicenseBack: "left",
    c.DelaySite: "undo",
    c.PlanCarmaker: "gear",
    c.MakePromise: "word",
    c.CallVote: "arch",
    c.CourtHolders: "people",
    c.GiveGift: "plus",
    c.Speak: "info",
    c.Announce: "alert",
    c.PlugLeak: "hidden",
    c.Reassure: "home",
}
_THINGS: Final = {
    Thing.RESEARCHERS: "people",
    Thing.SITE: "bolt",
    Thing.DATA: "document",
    Thing.CHANNEL: "right",
    Thing.CHIPS: "chip",
}


def sign_of(command: c.Command) -> str:
    """Return a sign of the kit, or the key of the rival that the order goes to."""
    match command:
        case c.Hire(source=Firm() as firm) if firm is not Firm.TESLA:
            return firm.value
        case c.Lobby(target=firm) | c.Probe(target=firm):
            return firm.value
        case c.DivertThing():
            return _THINGS[command.thing]
        case _:
            return _SIGNS.get(type(command), "chevron_right")
