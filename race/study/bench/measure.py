"""One line of the bench: a figure, what it is held against, and how it was taken."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import msgspec

from race.core.formulas.owners.compiled import IN_C, SWITCH, wish
from race.core.words import N_, Sentence

NOT_FAST: Final = Sentence(N_("not measured: the extra 'fast' is not installed"))


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """A measured figure with its bar and aim; `value` None when it could not be measured here."""

    key: str
    title: Sentence
    value: float | None
    unit: str
    bar: float | None = None
    aim: float | None = None
    more_is_better: bool = True
    note: Sentence | None = None
    at_bars_pace: float | None = None
    """What took seconds, at the pace of the machine on which the bars were set (`race.study.bench.pace`)."""

    @property
    def met(self) -> bool | None:
        """Return whether the bar is met, or None without a bar or a figure."""
        if self.bar is None or self.value is None:
            return None
        return self.value >= self.bar if self.more_is_better else self.value <= self.bar


@contextmanager
def fast(*, on: bool) -> Iterator[None]:
    """Play with what numba compiles, or as without the extra `fast`, as long as this lasts."""
    before = os.environ.get(SWITCH)
    os.environ[SWITCH] = "1" if on else IN_C
    wish.cache_clear()
    try:
        yield
    finally:
        wish.cache_clear()
        if before is None:
            del os.environ[SWITCH]
        else:
            os.environ[SWITCH] = before
