"""How damaging a line of the file is by what has come of it, and how it reads."""

from typing import Final

from race.core.ids import KINDS, PPM, Kind, week_of
from race.core.rulebook import Rulebook
from race.core.wording.filed import ENTRIES, Grade
from race.core.words import N_, Name, Quantity, Quote, Sentence, Term
from race.core.world import Act, Affairs, Line, Story, World

_KIND: Final = {
    Kind.FANS: N_("the fans"),
    Kind.RETAIL: N_("the retail holders"),
    Kind.INDEX: N_("the index funds"),
    Kind.ACTIVE: N_("the active funds"),
    Kind.PENSION: N_("the pension funds"),
    Kind.ACTIVIST: N_("the activists"),
    Kind.SHORT: N_("the short sellers"),
}
_READ: Final = Sentence(N_("Lines of the founder's file are read out in court"))
_OF_AN_ACT: Final = frozenset(
    (
        *("take_silent", "take_swap", "take_paid", "take_told", "take_lease"),
        *("take_people", "take_site", "take_records", "take_cars"),
        *("plug", "plug_thing", "deny", "deny_thing"),
    )
)
_SIZED: Final = "take_"
_EXCUSES: Final = ("justify", "justify_thing")
_HANDS: Final = "promise_hands"
_WORD: Final = "promise_"
_UNTESTED: Final = "untested"


def at_worst(rules: Rulebook, grade: Grade) -> int:
    """Return the damage of a grade, ppm.

    >>> [at_worst(Rulebook(), grade) for grade in Grade]
    [0, 200000, 500000, 1000000]
    """
    file = rules.file
    return (0, file.awkward, file.bad, file.grave)[grade]


def damage(rules: Rulebook, affairs: Affairs, incidents: int, line: Line) -> int:
    """Return how damaging a line would read now, ppm: by its kind and by what has come of it since.

    A promise that was kept harms nobody, one that was missed is bad; what was told, apologised for or
    voted weighs less or nothing; a small taking less than a large one.
    """
    kind, worst = line.kind, at_worst(rules, ENTRIES[line.kind].grade)
    if kind in _OF_AN_ACT:
        act = _find(affairs, line.about)
        return worst if act is None else damage_of(rules, kind, act)
    if kind in _EXCUSES:
        act = _find(affairs, line.about)
        untrue = act is not None and act.idle_share > rules.court.justified_idle
        return rules.file.bad if untrue else worst
    if kind.startswith(_WORD):
        kept = next((one.kept for one in affairs.promises if one.id == line.about), None)
        if kept is None:
            return worst
        return 0 if kept else rules.file.grave if kind == _HANDS else rules.file.bad
    return rules.file.grave if kind == _UNTESTED and incidents else worst


def damage_of(rules: Rulebook, kind: str, act: Act) -> int:
    """Return how damaging a line of a kind about an act reads, ppm."""
    worst = at_worst(rules, ENTRIES[kind].grade)
    return int(worst * _left(rules, act, sized=kind.startswith(_SIZED)))


def _find(affairs: Affairs, about: int) -> Act | None:
    for act in affairs.acts:
        if act.id == about:
            return act
    return None


def _left(rules: Rulebook, act: Act, *, sized: bool) -> float:
    """Return what is left of the damage of a line about an act, 0-1."""
    if act.voted:
        return 0.0
    file = rules.file
    left = file.owned if act.disclosed or act.repaired else 1.0
    if not sized:
        return left
    return left * (file.small + (1.0 - file.small) * min(1.0, act.severity / file.full_size))


def worst_lines(rules: Rulebook, affairs: Affairs, incidents: int) -> list[tuple[int, int]]:
    """Return what a court would have read out now: the damage and the place of each line, the worst first.

    It hears one line of a kind before a second: a court likes a pattern less than a surprise.
    """
    file = affairs.file
    read = {heard.line for heard in file.read}
    found = [
        (weight, place)
        for place, line in enumerate(file.lines)
        if place not in read and (weight := damage(rules, affairs, incidents, line)) >= rules.file.least
    ]
    found.sort(key=lambda each: (-each[0], each[1]))
    first, again = list[tuple[int, int]](), list[tuple[int, int]]()
    kinds = set[str]()
    for each in found:
        kind = file.lines[each[1]].kind
        (again if kind in kinds else first).append(each)
        kinds.add(kind)
    chosen = (first + again)[: rules.file.read_out]
    chosen.sort(key=lambda each: (-each[0], each[1]))
    return chosen


def quote_of(line: Line) -> Quote:
    """Return the words of a line with its number and name."""
    entry = ENTRIES[line.kind]
    if entry.of_none and not line.amount:
        return Quote(entry.of_none, {})
    values: dict[str, Quantity | Name | Term | str] = {}
    if entry.unit:
        values["n"] = Quantity(entry.unit, line.amount)
    if line.name:
        named = Term(_KIND[Kind(line.name)]) if line.name in KINDS else Name(line.name)
        values["firm"] = values["who"] = named
    return Quote(entry.wordings[line.wording % len(entry.wordings)], values)


def writer_of(line: Line) -> str:
    """Return who wrote a line to whom, to be translated."""
    return ENTRIES[line.kind].writer


def part_of(rules: Rulebook, weights: list[int]) -> float:
    """Return how damaging the lines together are, 0-1: of as many grave ones as are read out.

    >>> [round(part_of(Rulebook(), weights), 2) for weights in ([], [500_000], [1_000_000] * 3)]
    [0.0, 0.17, 1.0]
    """
    return sum(weights) / max(1, rules.file.read_out * rules.file.grave)


def read_story(world: World, part: float) -> Story:
    """Tell the owners what was read out; `part` is how damaging it was, 0-1."""
    owners, file = world.rules.owners, world.rules.file
    effect = [-int(PPM * file.trust * part * kind.missed + 0.5) for kind in owners.kinds]
    effect[len(KINDS) - 1] = 0  # who has sold short keeps the opinion that made the position
    return Story(
        id=world.new_id(),
        label=_READ,
        week=week_of(world.month + 1),
        salience=min(1.0, owners.salience_base + file.salience * part),
        effect=tuple(effect),
        memory=file.memory,
        bad_conduct=True,
    )
