"""One line of the bench: a figure, what it is held against, and how it was taken."""

import msgspec

from race.core.words import Sentence


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

    @property
    def met(self) -> bool | None:
        """Return whether the bar is met, or None without a bar or a figure."""
        if self.bar is None or self.value is None:
            return None
        return self.value >= self.bar if self.more_is_better else self.value <= self.bar
