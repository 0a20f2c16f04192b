"""Legality, written once: what a seat may order, and the sentence that says why not."""

from race.core.legality.judge import attention, refusal
from race.core.legality.purse import cost, free_cash

__all__ = ["attention", "cost", "free_cash", "refusal"]
