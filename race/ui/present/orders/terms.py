"""The terms on which chips go from the carmaker to the lab: their names, and what each of them means."""

from race.core.ids import Terms
from race.speech import _


def terms_names() -> dict[Terms, str]:
    """Return the terms in words, in the order of the board's switch."""
    return {
        Terms.SWAP: _("Swap"),
        Terms.SILENT: _("Silent"),
        Terms.PAID: _("Paid"),
        Terms.DISCLOSED: _("Disclosed"),
        Terms.LEASE: _("Lease"),
    }


def terms_meanings() -> dict[Terms, str]:
    """Return what each of the terms means."""
    return {
        Terms.SWAP: _("The lab's own later chips go to the carmaker in exchange. Secret until it leaks."),
        Terms.SILENT: _(
            "Just do it. The carmaker pays; secret until it leaks, then its directors call the chips back."
        ),
        Terms.PAID: _(
            "The lab buys most of what would stand idle, at the market price; on the next quarter's books."
        ),
        Terms.DISCLOSED: _(
            "Announced first with reasons: the lab buys most of what would stand idle, at cost."
        ),
        Terms.LEASE: _(
            "The carmaker keeps them; the lab pays rent for a year. Secret until the next quarter's books."
        ),
    }
