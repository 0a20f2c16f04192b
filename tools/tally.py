"""Count what the monkey has reached, over several runs and several shares of one."""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from tools.asked import positive

STATES: Final = 10
"""Every state of a kind hears a tenth of the kind's events at least, however many have strayed there."""


def share(word: str) -> tuple[int, int]:
    """Read which share of how many.

    >>> share("2/3")
    (2, 3)
    """
    mine, _slash, shares = word.partition("/")
    found = positive(mine), positive(shares)
    if found[0] > found[1]:
        message = f"must be a share like 1/2, not {word!r}"
        raise argparse.ArgumentTypeError(message)
    return found


class Tally:
    """Events by the state that was visited, and by the kind that heard them when the monkey had strayed.

    In a folder every share writes a file of its own and reads all of them: what one has reached, no other
    does again, and what was stopped goes on.
    """

    def __init__(
        self, kinds: Mapping[str, str], wanted: int, folder: Path | None = None, name: str = ""
    ) -> None:
        """Want so many events of every kind; `kinds` names the kind of each state."""
        self.kinds, self.wanted, self.folder, self.name = kinds, wanted, folder, name
        self._own = {"states": Counter[str](), "visits": Counter[str](), "strayed": Counter[str]()}
        self._own["checked"] = Counter[str]()
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            if (file := folder / f"{name}.json").exists():
                self._own = {part: Counter(found) for part, found in json.loads(file.read_text()).items()}

    def _of(self, part: str) -> Counter[str]:
        """Return a part of what all shares have counted."""
        found = Counter(self._own[part])
        for file in self.folder.glob("*.json") if self.folder else ():
            if file.stem != self.name:
                found.update(json.loads(file.read_text())[part])
        return found

    def asked_for(self, name: str, only: Iterable[str]) -> bool:
        """Return whether a state is among what is named: its kind, or a part of its name."""
        words = tuple(only)
        return not words or any(word == self.kinds[name] or word in name for word in words)

    def visits(self, name: str) -> int:
        """Return how often a state was visited before."""
        return self._of("visits")[name]

    def left(self, name: str) -> int:
        """Return the events that a state has still to hear."""
        kind = self.kinds[name]
        many = sum(other == kind for other in self.kinds.values())
        least = -(-self.wanted // max(STATES, many))
        missing = -(-(self.wanted - self._of("strayed")[kind]) // many)
        return max(0, max(least, missing) - self._of("states")[name])

    def add(self, name: str, events: Mapping[str, int], months: int) -> None:
        """Count what a visit to a state came to."""
        known = set(self.kinds.values())
        self._own["states"][name] += events[name]
        self._own["visits"][name] += 1
        self._own["strayed"].update({kind: heard for kind, heard in events.items() if kind in known})
        self._own["checked"].update(events=sum(events.values()), months=months)
        if self.folder is not None:
            written = self.folder / f"{self.name}.part"
            written.write_text(json.dumps(self._own, indent=1))
            written.replace(self.folder / f"{self.name}.json")

    def reached(self) -> Counter[str]:
        """Return what every kind has heard."""
        found = Counter(self._of("strayed"))
        for name, heard in self._of("states").items():
            found[self.kinds[name]] += heard
        return found

    def told(self, chosen: Iterable[str]) -> str:
        """Return a line a kind, and what it all came to."""
        reached, checked = self.reached(), self._of("checked")
        lines = [f"{kind:<26}{reached[kind]:>8,}" for kind in sorted(chosen, key=lambda kind: reached[kind])]
        enough = sum(reached[kind] >= self.wanted for kind in chosen)
        lines.append(
            f"{enough} of {len(lines)} kinds of screens heard {self.wanted:,} events or more; "
            f"{checked['events']:,} in all, {checked['months']:,} months checked, nothing wrong"
        )
        return "\n".join(lines)
