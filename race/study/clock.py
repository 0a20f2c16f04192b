"""The only clock of the project: durations for progress bars and measurements, dates for manifests.

No law, policy or table reads it, so that a result can never depend on when it was made.
"""

import time
from collections.abc import Callable
from statistics import median


def now() -> float:
    """Return seconds on a clock that only moves forward."""
    return time.perf_counter()


def busy() -> float:
    """Return CPU seconds this process has used; other programs on the machine do not count."""
    return time.process_time()


def stamp() -> str:
    """Return the date and time of day in UTC, for a manifest."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def cost(action: Callable[[], object], *, repeats: int = 1, batch: int = 1) -> float:
    """Return the median CPU seconds of one call, over `repeats` timings of `batch` calls each."""
    timings = []
    for _ in range(repeats):
        start = busy()
        for _ in range(batch):
            action()
        timings.append((busy() - start) / batch)
    return median(timings)
