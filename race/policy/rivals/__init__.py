"""The six rivals: the same commands and rules as the player, other means and tempers.

A rival sees the league with its errors, estimates, permits and news; nothing of the player's
books. Its mood comes from the gap it reads; temper decides what it does about it.
"""

from race.policy.rivals.rival import RivalPolicy

__all__ = ["RivalPolicy"]
