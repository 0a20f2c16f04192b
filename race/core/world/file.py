"""The house's file: what the founder has ordered, a line each, and which lines were read out."""

import msgspec
from msgspec.structs import replace


class Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One order as somebody wrote it down; its words stand in `race.core.wording.filed`."""

    month: int
    kind: str
    """Key of the tables of lines."""
    amount: int = 0
    """Its number: chips, kW, people, dollars or ppm, by the kind."""
    about: int = 0
    """Id of the act or promise it is about; 0 for none."""
    name: str = ""
    """Whom it names: a firm, a kind of holder or somebody of the house."""
    wording: int = 0
    """Place of its words among those of its kind."""


class Heard(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One line that a court had read out."""

    line: int
    """Its place in the file."""
    month: int


class File(msgspec.Struct, kw_only=True):
    """All lines in the order they were written."""

    lines: list[Line] = []
    read: list[Heard] = []
    """What a court had read out, in that order."""
    last: dict[str, int] = {}
    """Place of the words that were last used for each kind, so that they come in turn."""

    def copy(self) -> "File":
        """Copy the file; lines are shared."""
        file = replace(self)
        file.lines = list(self.lines)
        file.read = list(self.read)
        file.last = dict(self.last)
        return file
