"""Receipts: start + causes = now, for every number that matters.

A law that changes an account posts the amount with its cause; the turn asserts the sums.
Accounts are named `firm.quantity`, amounts are whole (dollars, chips, ppm-shares, milli-Elo).
"""

from enum import StrEnum

import msgspec

from race.core.ids import Firm
from race.core.words import Sentence


class Account(StrEnum):
    """A quantity that keeps receipts."""

    CASH = "cash"
    """Whole US dollars of a company."""
    CHIPS = "chips"
    """H100-equivalents at a company's address (on its floor or in its warehouse)."""
    TRUST = "trust"
    """Share-weighted trust in the founder: sum over long holders of shares x ppm."""
    PRICE = "price"
    """The carmaker's share price in US cents."""
    QUALITY = "quality"
    """Published score of a lab's best release, in thousandths of an Elo point."""
    USERS = "users"
    """A lab's weekly users, thousands."""
    VALUATION = "valuation"
    """What investors think a lab is worth, whole US dollars."""


class Receipt(msgspec.Struct, frozen=True, gc=False):
    """Say that one account changed by `amount` for one cause."""

    firm: Firm
    account: Account
    amount: int
    cause: Sentence


class Balance(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Show an account over one month: what it was, the receipts, what it is."""

    firm: Firm
    account: Account
    before: int
    now: int
    receipts: tuple[Receipt, ...]

    @property
    def explained(self) -> int:
        """Return the sum of the receipts."""
        return sum([receipt.amount for receipt in self.receipts])

    @property
    def adds_up(self) -> bool:
        """Return whether start + causes = now."""
        return self.before + self.explained == self.now
