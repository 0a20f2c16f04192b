"""Seats for learners: the founder's as a Gymnasium environment, all labs' as a PettingZoo one.

`import race.env` registers `AiRace/Founder-v0`; the other is in `race.env.labs`. What is seen obeys the
fog, what is wanted is judged as everybody's orders are, and the game behind it is the same to the
fingerprint. Needs the extra `rl`.
"""

from gymnasium import register

from race.env.founder import FounderEnv

__all__ = ["FounderEnv"]

register(id="AiRace/Founder-v0", entry_point="race.env.founder:FounderEnv")
