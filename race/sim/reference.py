"""FROZEN: a month like ours as one would first write it with Mesa and NumPy, kept as a yardstick.

Seven lab agents whose `step()` decides and acts at once, 2,000 holders of one carmaker in (N, K)
arrays with eight neighbours each, weekly opinions, a DataCollector every month, 36 months. The bench
plays it beside the real game, so that a figure of games per second means something on any machine.
It is never made faster and never follows the game's rules; nothing but the bench plays it.
"""

from math import exp, log10
from typing import Any, Final

import mesa
import numpy as np

MONTHS: Final = 36
HOLDERS: Final = 2_000
COMPANIES: Final = 1
NEIGHBOURS: Final = 8
LABS: Final = 7
WEEKS: Final = (4, 4, 5)


class ReferenceLab(mesa.Agent):
    """A lab that buys chips, trains and releases, all in its own step."""

    model: "ReferenceModel"

    def __init__(self, model: "ReferenceModel") -> None:
        """Start with drawn means and a temper."""
        super().__init__(model)
        rng = model.luck
        self.cash = rng.lognormal(20.0, 0.6)
        self.chips = rng.lognormal(9.5, 0.7)
        self.on_order: list[float] = []
        self.trained = rng.lognormal(24.0, 0.5)
        self.quality = 1_200.0 + rng.normal(0.0, 20.0)
        self.users = rng.uniform(1.0, 10.0)
        self.boldness = rng.uniform(0.2, 0.9)

    @property
    def behind(self) -> float:
        """Return the Elo points to the best lab."""
        return float(max(lab.quality for lab in self.model.labs) - self.quality)

    def step(self) -> None:
        """Decide and act for one month."""
        rng = self.model.luck
        pressure = 1.0 / (1.0 + exp(-(self.behind - 40.0) / 25.0))
        budget = self.cash * (0.1 + 0.2 * self.boldness * pressure)
        price = self.model.chip_price
        if budget > price:
            self.on_order.append(budget / price)
            self.cash -= budget
        if len(self.on_order) > 3:  # noqa: PLR2004 - three months of waiting
            self.chips += self.on_order.pop(0)
        self.trained += self.chips * 2.0e9 * rng.lognormal(0.0, 0.1)
        if rng.random() < 0.15 + 0.2 * pressure:
            self.quality = max(
                self.quality, 1_200.0 + 80.0 * log10(self.trained / 1e10) + rng.normal(0.0, 8.0)
            )
        total = sum(lab.users * exp(lab.quality / 200.0 - 6.0) for lab in self.model.labs)
        share = self.users * exp(self.quality / 200.0 - 6.0) / total
        self.users = 0.9 * self.users + 0.1 * share * 60.0
        self.cash += self.users * 2.0e6 + 4.0e7 * (1.0 + share)
        if self is self.model.labs[0] and rng.random() < 0.1 + 0.3 * pressure:
            self.chips += self.model.divert(0.1)


class ReferenceModel(mesa.Model):
    """Seven labs, one carmaker and its holders, month by month."""

    def __init__(self, seed: int = 0) -> None:
        """Draw labs, holders and their network for a seed."""
        super().__init__()
        self.random.seed(seed)
        self.luck = np.random.default_rng(seed)  # noqa: TID251 - as one would first write it
        self.labs = [ReferenceLab(self) for _ in range(LABS)]
        self.month = 0
        self.chip_price = 25_000.0
        self.carmaker_chips = 15_000.0
        self.shock = 0.0
        self.price = np.full(COMPANIES, 200.0)
        self.trust = np.clip(self.luck.normal(0.6, 0.15, (HOLDERS, COMPANIES)), 0.0, 1.0)
        self.prior = self.trust.copy()
        self.shares = self.luck.lognormal(0.0, 1.0, (HOLDERS, COMPANIES))
        self.stubborn = self.luck.uniform(0.2, 0.8, (HOLDERS, 1))
        self.neighbours = self.luck.integers(0, HOLDERS, (HOLDERS, NEIGHBOURS))
        self.datacollector = mesa.DataCollector(
            model_reporters={
                "price": lambda model: float(model.price[0]),
                "trust": lambda model: float(model.trust.mean()),
                "chips": lambda model: model.carmaker_chips,
                "best": lambda model: max(lab.quality for lab in model.labs),
                "votes": lambda model: float((model.trust > 0.5).mean()),  # noqa: PLR2004 - a majority of one's own
            },
            agent_reporters={
                "cash": "cash",
                "chips": "chips",
                "quality": "quality",
                "users": "users",
                "behind": "behind",
            },
        )

    def divert(self, part: float) -> float:
        """Take a part of the carmaker's chips; the holders will hear of it."""
        taken = part * self.carmaker_chips
        self.carmaker_chips -= taken
        self.shock -= 0.3 * part
        return taken

    def step(self) -> None:
        """Play one month: the labs in random order, then the holders week by week."""
        self.agents.shuffle_do("step")
        self.carmaker_chips += 1_000.0
        for _ in range(WEEKS[self.month % 3]):
            self.week()
        self.shock *= 0.5
        self.chip_price *= 0.995
        self.month += 1
        self.datacollector.collect(self)

    def week(self) -> None:
        """Let the holders' week pass."""
        heard = self.trust[self.neighbours].mean(axis=1)
        pull = self.stubborn * self.prior + (1.0 - self.stubborn) * heard
        noise = self.luck.normal(0.0, 0.01, self.trust.shape)
        self.trust = np.clip(self.trust + 0.2 * (pull - self.trust) + 0.25 * self.shock + noise, 0.0, 1.0)
        demand = self.trust - 0.6 + self.luck.normal(0.0, 0.02, self.trust.shape)
        trades = np.where(demand > 0.0, demand, 0.5 * demand) * self.shares * 0.01
        self.shares = np.maximum(self.shares + trades, 0.0)
        self.price = self.price * (1.0 + trades.sum(axis=0) / self.shares.sum(axis=0))

    def close(self) -> None:
        """Let go of the agents, as Mesa 3.3 would not."""
        self.agents.do("remove")
        ids: Any = getattr(mesa.Agent, "_ids", None)
        if ids is not None:
            ids.pop(self, None)


def play_reference(seed: int) -> float:
    """Play one whole reference game and return the carmaker's last share price."""
    game = ReferenceModel(seed)
    try:
        for _ in range(MONTHS):
            game.step()
        return float(game.price[0])
    finally:
        game.close()
