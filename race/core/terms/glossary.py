"""The glossary: every term by its name, other words that lead to it, and the numbers behind it.

Read by `explain` on the command line, and by whoever wants to show a formula with its numbers.
"""

import re
from difflib import get_close_matches
from typing import Final

import msgspec

from race.core.rulebook import Rulebook
from race.core.rulebook.catalogue import Entry, entries
from race.core.terms.about_chips import TERMS as CHIPS
from race.core.terms.about_money import TERMS as MONEY
from race.core.terms.about_owners import TERMS as OWNERS
from race.core.terms.about_people import TERMS as PEOPLE
from race.core.terms.about_play import TERMS as PLAY
from race.core.terms.about_rivals import TERMS as RIVALS
from race.core.terms.about_training import TERMS as TRAINING
from race.core.terms.term import Term
from race.core.words import N_, PlainError, Sentence

TERMS: Final = {term.name: term for term in (*TRAINING, *CHIPS, *MONEY, *OWNERS, *PEOPLE, *PLAY, *RIVALS)}
OTHER_WORDS: Final = {
    "elo": "quality",
    "flop": "training_flop",
    "compute": "training_flop",
    "method": "recipe",
    "talent": "people",
    "fog": "score_error",
    "queue": "lead_time",
    "price_of_chips": "premium",
    "demand": "share",
    "worth": "valuation",
    "loan": "interest",
    "secret": "leak",
    "warehouse": "defence",
    "ballot": "vote",
    "court": "suits",
    "points": "score",
    "incident": "incident_chance",
    "crate": "flow",
    "directors": "for_sale",
    "idle": "for_sale",
    "haste": "mood",
    "autonomy": "pace",
    "ill_will": "grudge",
    "chipmaker": "weight",
    "sale": "offer",
    "draw": "pull",
    "budget": "parents",
    "building": "site",
}
_NAME: Final = re.compile(r"[A-Za-z_]\w*")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a term's table."""

    given: dict[str, float]
    value: float


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """A term under a rulebook: its numbers as they are, and its table of values."""

    term: str
    meaning: str
    unit: str
    lines: tuple[str, ...]
    """The formula by names."""
    filled: tuple[str, ...]
    """The formula with the rulebook's numbers in it."""
    given: dict[str, str]
    numbers: tuple[Entry, ...]
    related: tuple[Entry, ...]
    function: str
    """Where the law's own arithmetic stands."""
    rows: tuple[Row, ...]
    source: str
    digits: int


def find(word: str) -> Term | Entry:
    """Return the term or the number a word stands for.

    Raises PlainError with near words when there is none.
    """
    plain = word.strip().lower().replace("-", "_").replace(" ", "_")
    name = OTHER_WORDS.get(plain, plain)
    if name in TERMS:
        return TERMS[name]
    known = entries()
    if word in known:
        return known[word]
    near = get_close_matches(plain, [*TERMS, *OTHER_WORDS, *known], n=3, cutoff=0.55)
    near += [path for path in known if path.rpartition(".")[2] == plain and path not in near]
    text = (
        N_("There is no term '{word}'; did you mean {near}?")
        if near
        else N_("There is no term '{word}'; `diverted explain` lists them.")
    )
    raise PlainError(Sentence(text, {"word": word, "near": ", ".join(near)}), code=2)


def explain(term: Term, rules: Rulebook) -> Explained:
    """Return a term with its numbers and its table under a rulebook."""
    known = entries(rules)
    numbers = tuple(known[path] for path in term.numbers)
    values = {entry.path.rpartition(".")[2]: entry.value for entry in numbers}
    return Explained(
        term=term.name,
        meaning=term.meaning,
        unit=term.unit,
        lines=tuple(f"{symbol} = {text}" for symbol, text in term.lines),
        filled=tuple(f"{symbol} = {_fill(text, values)}" for symbol, text in term.lines),
        given=dict(term.given),
        numbers=numbers,
        related=tuple(known[path] for path in term.related),
        function=f"{term.function.__module__}.{term.function.__name__}",
        rows=tuple(Row(given=dict(one.given), value=one.value(rules)) for one in term.examples),
        source=term.source,
        digits=term.digits,
    )


def terms_with(path: str) -> tuple[str, ...]:
    """Return the names of the terms in whose formula or company a number stands."""
    return tuple(name for name, term in TERMS.items() if path in (*term.numbers, *term.related))


def _fill(text: str, values: dict[str, float]) -> str:
    """Write numbers in place of their names.

    >>> _fill("elo_base + elo_decade * log10(flop / 1e25)", {"elo_base": 1258.0, "elo_decade": 43.0})
    '1258 + 43 * log10(flop / 1e25)'
    """
    return _NAME.sub(lambda found: f"{values[found[0]]:.12g}" if found[0] in values else found[0], text)
