"""The people of the founder's own house: how loyal they are, and what they remember."""

import msgspec
from msgspec.structs import replace

from race.core.ids import Matter, Person


class Memory(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One thing that somebody remembers of the founder, with its month and its number."""

    matter: Matter
    month: int
    """When it was said or done."""
    thing: int = 0
    """Id of the promise or act it is about; 0 for none."""
    amount: int = 0
    """Its number: chips, dollars, Elo or months, by the matter."""


class Member(msgspec.Struct, kw_only=True, gc=False):
    """One post of the house and whoever holds it."""

    person: Person
    holder: int = 1
    """Whose name it is: the first, second or third who holds the post."""
    loyalty: int = 0
    """Ppm; of the pension fund's lawyer it is patience."""
    warned: int | None = None
    """Month in which this person said what will happen unless something changes."""
    gone: int | None = None
    """Month since which the post is empty."""
    calmed: int = -12
    """Month in which the founder last talked to this person."""
    spoke: int = -12
    """Month in which this person last quoted the founder."""
    memories: tuple[Memory, ...] = ()
    """In the order they were made."""
    said: tuple[int, ...] = ()
    """Places of the words this person has used, each once."""


class House(msgspec.Struct, kw_only=True):
    """Everybody of the house, and how much of the record they have taken in."""

    members: list[Member] = []
    """One a post, in the order of `race.core.ids.PERSONS`; empty in a game without them."""
    former: list[Member] = []
    """Who has left, as they were on that day: they can still testify."""
    incidents: int = 0
    """Incidents of the lab that the house knows of."""
    refuted: int = 0
    """Denials that it knows to be refuted."""

    def holds(self, person: Person) -> bool:
        """Return whether somebody holds a post; a game without people lacks nobody."""
        return all(member.gone is None for member in self.members if member.person is person)

    def copy(self) -> "House":
        """Copy the house; who has left does not change any more."""
        house = replace(self)
        house.members = list(map(replace, self.members))
        house.former = list(self.former)
        return house
