import math
from typing import Any

import pytest

from race.core.rulebook import Rulebook
from race.core.rulebook.catalogue import Entry, entries
from race.core.terms.glossary import OTHER_WORDS, TERMS, explain, find, terms_with
from race.core.terms.term import Term
from race.core.words import PlainError
from race.scenario.load import override

WORDS: dict[str, Any] = {
    "log": math.log,
    "log10": math.log10,
    "exp": math.exp,
    "floor": math.floor,
    "min": min,
    "max": max,
    "__builtins__": {},
}


def worked_out(term: Term, given: dict[str, float], rules: Rulebook) -> float:
    """Work a term's lines out by hand."""
    known = entries(rules)
    names: dict[str, Any] = {path.rpartition(".")[2]: known[path].value for path in term.numbers} | given
    value = math.nan
    for symbol, text in term.lines:
        value = names[symbol] = eval(text, WORDS, names)  # noqa: S307 - our own formulas
    return value


@pytest.mark.parametrize("term", TERMS.values(), ids=lambda term: term.name)
def test_a_formula_says_what_the_law_does(term: Term) -> None:
    rules = Rulebook()

    by_law = [example.value(rules) for example in term.examples]
    by_hand = [worked_out(term, dict(example.given), rules) for example in term.examples]

    assert by_law
    assert by_hand == pytest.approx(by_law, rel=5e-4, abs=1.01 if term.digits == 0 else 1e-5)


@pytest.mark.parametrize("term", TERMS.values(), ids=lambda term: term.name)
def test_a_formula_names_its_numbers_and_no_others(term: Term) -> None:
    known = entries()

    text = " ".join(line for _, line in term.lines)
    short = [path.rpartition(".")[2] for path in term.numbers]

    assert set(term.numbers) | set(term.related) <= set(known)
    assert [name for name in short if name not in text] == []
    assert len(set(short)) == len(short)
    assert set(term.given) == set(term.examples[0].given)


def test_a_changed_rulebook_changes_what_is_shown() -> None:
    rules = override(Rulebook(), {"race": {"elo_decade": 60.0}})

    explained = explain(TERMS["quality"], rules)

    assert "60 * log10" in explained.filled[0]
    assert "elo_decade * log10" in explained.lines[0]
    assert explained.rows[1].value == pytest.approx(Rulebook().race.elo_base + 60.0)
    assert explained.function == "race.core.formulas.race.quality.raw_quality"


@pytest.mark.parametrize("word", ["quality", "lead time", "Lead-Time", "elo", "race.elo_decade"])
def test_a_word_is_found_as_people_write_it(word: str) -> None:
    found = find(word)

    assert isinstance(found, Term | Entry)


@pytest.mark.parametrize(
    ("word", "near"),
    [("qualty", "quality"), ("elo_decade", "race.elo_decade"), ("race.elo_decad", "race.elo_decade")],
)
def test_an_unknown_word_is_answered_with_near_ones(word: str, near: str) -> None:
    with pytest.raises(PlainError) as refused:
        find(word)

    assert refused.value.code == 2
    assert near in str(refused.value.sentence.values["near"])


def test_other_words_lead_to_terms_that_are_there() -> None:
    assert set(OTHER_WORDS.values()) <= set(TERMS)
    assert not set(OTHER_WORDS) & set(TERMS)


@pytest.mark.parametrize(
    ("chapter", "part"),
    [
        ("race", 0.8),
        ("chips", 0.7),
        ("money", 0.8),
        ("tempers", 0.6),
        ("buyers", 1),
        ("stake", 1),
        ("sale", 1),
    ],
)
def test_the_numbers_of_the_race_lead_to_a_formula(chapter: str, part: float) -> None:
    numbers = [path for path in entries() if path.startswith(f"{chapter}.")]

    assert sum(bool(terms_with(path)) for path in numbers) >= part * len(numbers)


def test_a_number_leads_back_to_its_terms() -> None:
    assert terms_with("race.elo_decade") == ("quality",)
    assert "recipe" in terms_with("race.recipe_drift")


def test_every_number_has_a_unit_a_meaning_and_a_source_within_its_bounds() -> None:
    poor = [
        entry.path
        for entry in entries().values()
        if not (entry.unit and entry.meaning and entry.source and entry.low <= entry.value <= entry.high)
    ]

    assert poor == []
