"""The saves in words: which game, which month of it, how it stood, when it was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from race.core.ids import KINDS, LABS, PPM, Firm
from race.core.rulebook.character.traits import NO_TRAIT
from race.core.words import cents, elo, month
from race.files import written_at
from race.session.journal import PLAYER
from race.session.kept.glance import Glance, Moment
from race.session.store import AUTO, LEFT, QUICK, kind_of
from race.speech import _, ordinal
from race.speech import quantity as write
from race.ui.present.debrief.verdict import ending_words
from race.ui.present.figures import months_told
from race.ui.present.opened.trait import NAMES


@dataclass(frozen=True, slots=True)
class Shot:
    """A month as a small picture: trust of each kind of holder 0-1, each lab's published quality so far.

    Attributes:
        trust: (key, trust) in the hall's order.
        lines: (lab, its scores month by month) of every lab, the founder's last; None where it had none.
        first: month index of the first of them.
        length: months of the whole game.
    """

    trust: tuple[tuple[str, float], ...]
    lines: tuple[tuple[str, tuple[float | None, ...]], ...]
    first: int
    length: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of a month: label, figure."""

    label: str
    shown: str


@dataclass(frozen=True, slots=True)
class Save:
    """One save on the shelf; `wrong` says why it cannot be opened, and the rest is then empty.

    Attributes:
        key: the file's name.
        kind: `auto`, `left`, `quick`, or empty for a name somebody chose.
        title: its name in words.
        when: when it was written.
        state: month and place in one line.
    """

    key: str
    kind: str
    title: str
    when: str
    state: str
    wrong: str = ""
    held: Glance | None = None


def told(path: Path, held: Glance | None, wrong: str = "") -> Save:
    """Return a save in words; `held` is None for one that cannot be opened, and `wrong` why."""
    kind = kind_of(path)
    names = {AUTO: _("Autosave"), LEFT: _("Left behind"), QUICK: _("Quick save")}
    title = names.get(kind, path.stem)
    state = state_told(held) if held else _("Cannot be opened")
    return Save(path.name, kind, title, written_told(path), state, wrong, held)


def written_told(path: Path) -> str:
    """Return when a file was written: today and yesterday by name, earlier days by date."""
    days, date, time = written_at(path)
    if days <= 0:
        return _("today {time}").format(time=time)
    return _("yesterday {time}").format(time=time) if days == 1 else f"{date} {time}"


def state_told(held: Glance) -> str:
    """Return a save's position in one line: date, place, and how it ended if it did."""
    words = _("{date} · {place} of {n}").format(
        date=write(month(held.last)), place=ordinal(_place(held.at(held.last))), n=len(LABS)
    )
    return f"{words} · {ending_words()[held.ending][0]}" if held.ending else words


def _place(moment: Moment) -> int:
    places = [line.firm for line in moment.league]
    return places.index(Firm.XAI) + 1 if Firm.XAI in places else len(LABS)


def game_told(held: Glance) -> str:
    """Return which game a save is of: scenario, difficulty, trait, seed, who holds the seat."""
    levels = {
        "apprentice": _("Apprentice"),
        "standard": _("Standard"),
        "relentless": _("Relentless"),
    }
    parts = [_(held.title), levels.get(held.difficulty, held.difficulty)]
    if held.trait != NO_TRAIT:
        parts.append(_(NAMES.get(held.trait, held.trait)))
    parts.append(_("Seed {n}").format(n=held.seed))
    if held.founder != PLAYER:
        parts.append(_("played by {bot}").format(bot=held.founder))
    return " · ".join(parts)


def month_told(held: Glance, at: int) -> str:
    """Return how far a game was; one that starts later counts the months before it, too."""
    return months_told(at, held.length)


def facts(held: Glance, at: int) -> tuple[Fact, ...]:
    """Return how a month stood: place, quality, trust, share price."""
    moment = held.at(at)
    own = next((line for line in moment.league if line.firm is Firm.XAI), None)
    return (
        Fact(_("Race"), _("{place} of {n}").format(place=ordinal(_place(moment)), n=len(LABS))),
        Fact(_("Quality"), write(elo(own.elo_published)) if own else "–"),
        Fact(_("Trust"), trust_told(held, at)),
        Fact(_("Share price"), write(cents(moment.price_cents))),
    )


def trust_told(held: Glance, at: int) -> str:
    """Return the owners' trust in a month, of 100."""
    return str(round(100 * held.at(at).trust_ppm / PPM))


def shot(held: Glance, at: int) -> Shot:
    """Return a month of a save as a small picture."""
    moment = held.at(at)
    past = [each for each in held.moments if each.month <= moment.month]
    trust = tuple((kind.value, moment.camps.get(kind, moment.trust_ppm) / PPM) for kind in KINDS)
    own_last = sorted(LABS, key=lambda firm: firm is Firm.XAI)
    lines = tuple((firm.value, tuple(_score(each, firm) for each in past)) for firm in own_last)
    return Shot(trust, lines, held.first, held.length)


def _score(moment: Moment, firm: Firm) -> float | None:
    return next((line.elo_published for line in moment.league if line.firm is firm), None)


def shelved(saves: Sequence[Save]) -> tuple[Save, ...]:
    """Return the rows of the shelf from all saves, newest first: those somebody named stand at the top.

    An autosave all of whose months a newer one holds too is left out: the line of months opens any of them.
    """
    kept: list[Save] = []
    for save in saves:
        if save.kind != AUTO or not any(_holds(newer, save) for newer in kept if newer.kind == AUTO):
            kept.append(save)
    return tuple(sorted(kept, key=lambda save: bool(save.kind)))


def _holds(newer: Save, older: Save) -> bool:
    """Return whether a save is of the other's game and holds every month of it."""
    one, other = newer.held, older.held
    if one is None or other is None:
        return False
    same = (one.seed, one.scenario, one.difficulty, one.trait, one.founder) == (
        (other.seed, other.scenario, other.difficulty, other.trait, other.founder)
    )
    return same and one.moments[: len(other.moments)] == other.moments


def latest_of(saves: Sequence[Save]) -> str:
    """Return the key of the first save that can be opened; empty for none."""
    return next((save.key for save in saves if save.held is not None), "")
