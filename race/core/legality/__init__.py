"""Legality, written once: what a seat may order, and the sentence that says why not."""

from race.core.legality.judge import admit, attention, refusal
from race.core.legality.purse import cost, free_cash

__all__ = ["admit", "attention", "cost", "free_cash", "refusal"]
