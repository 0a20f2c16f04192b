"""A word of the game with its formula, numbers, table and source: `explain`."""

from typing import TYPE_CHECKING, Annotated, Final

import msgspec
import typer

from race.cli.columns import columns
from race.cli.exits import Exit
from race.core.words import N_, PlainError, Sentence
from race.speech import _, labelled

if TYPE_CHECKING:
    from race.core.rulebook import Rulebook
    from race.core.rulebook.catalogue import Entry
    from race.core.terms.glossary import Explained

_ALL: Final = "all"
"""The chapter of all chapters."""


def explain(
    term: Annotated[
        str | None,
        typer.Argument(help=_("A term (quality) or a number (race.elo_decade); without it, all terms.")),
    ] = None,
    *,
    chapter: Annotated[
        str | None,
        typer.Option(help=_("List the numbers of a chapter: court, switches, labs.openai; all for all.")),
    ] = None,
    scenario: Annotated[
        str | None, typer.Option(help=_("Show the numbers of this scenario, by name or TOML file."))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("Print the answer as JSON."))] = False,
) -> int:
    """Explain a word, or list the words or numbers there are; return the exit code."""
    from race.core.rulebook.catalogue import Entry, entries
    from race.core.terms import glossary
    from race.scenario.numbers import usual_numbers

    usual = entries() | dict(usual_numbers())
    rules, known = _rules(scenario)
    if term is not None and chapter is not None:
        raise PlainError(Sentence(N_("Name a term or a chapter, not both.")), code=Exit.USAGE)
    if chapter is not None:
        return _list_numbers(chapter, known, usual, as_json=as_json)
    if term is None:
        return _list(known, as_json=as_json)
    if (entry := known.get(term)) is not None:
        return _tell_number(entry, usual, as_json=as_json)
    found = glossary.find(term)
    if isinstance(found, Entry):  # a number, in other letters
        return _tell_number(known[found.path], usual, as_json=as_json)
    explained = glossary.explain(found, rules)
    if as_json:
        print(msgspec.json.encode(explained).decode())
    else:
        _show_term(explained, usual)
    return Exit.FINE


def _rules(scenario: str | None) -> "tuple[Rulebook, dict[str, Entry]]":
    """Return the rulebook of a scenario, or the usual one, and every number, those of labs too."""
    from race.core.rulebook import Rulebook
    from race.core.rulebook.catalogue import entries
    from race.scenario.load import load_scenario
    from race.scenario.numbers import numbers_of, usual_numbers

    if scenario is None:
        return Rulebook(), entries() | dict(usual_numbers())
    loaded = load_scenario(scenario)
    return loaded.rules, entries(loaded.rules) | numbers_of(loaded)


def _list_numbers(
    chapter: str, known: "dict[str, Entry]", usual: "dict[str, Entry]", *, as_json: bool
) -> int:
    """List the numbers of a chapter, of a lab, or all; raises PlainError for a chapter that is none."""
    found = tuple(each for path, each in known.items() if chapter == _ALL or path.startswith(f"{chapter}."))
    if not found:
        raise PlainError(
            Sentence(
                N_("There is no chapter '{chapter}'; there are: {known}."),
                {"chapter": chapter, "known": ", ".join(_chapters(known))},
            ),
            code=Exit.USAGE,
        )
    if as_json:
        print(msgspec.json.encode({"numbers": found}).decode())
    else:
        print(_table(found, usual))
    return Exit.FINE


def _chapters(known: "dict[str, Entry]") -> list[str]:
    return [*dict.fromkeys(path.partition(".")[0] for path in known), _ALL]


def _tell_number(entry: "Entry", usual: "dict[str, Entry]", *, as_json: bool) -> int:
    from race.core.terms.glossary import terms_with

    words = terms_with(entry.path)
    if as_json:
        print(
            msgspec.json.encode({"number": entry, "usual": usual[entry.path].value, "terms": words}).decode()
        )
    else:
        _show_number(entry, usual, words)
    return Exit.FINE


def _list(known: "dict[str, Entry]", *, as_json: bool) -> int:
    from race.core.terms.glossary import TERMS

    if as_json:
        print(msgspec.json.encode({name: term.meaning for name, term in TERMS.items()}).decode())
        return Exit.FINE
    print(columns([[name, _(term.meaning)] for name, term in TERMS.items()]))
    print()
    print(_("Explain one with: diverted explain quality; one number with: diverted explain race.elo_decade"))
    print(
        _("All numbers of a chapter with: diverted explain --chapter court (chapters: {chapters})").format(
            chapters=", ".join(_chapters(known))
        )
    )
    return Exit.FINE


def _show_term(explained: "Explained", usual: "dict[str, Entry]") -> None:
    print(labelled(explained.term, _(explained.meaning)))
    print()
    for by_name, filled in zip(explained.lines, explained.filled, strict=True):
        print(f"    {by_name}")
        if filled != by_name:
            print(f"    {' ' * by_name.index('=')}{filled[filled.index('=') :]}")
    print()
    print(columns([["  " + name, _(meaning)] for name, meaning in explained.given.items()]))
    if explained.numbers:
        print()
        print(_("Numbers:"))
        print(_table(explained.numbers, usual))
    print()
    print(_("Values ({unit}):").format(unit=_(explained.unit)))
    print(_values(explained))
    if explained.related:
        print()
        print(_("Numbers that belong to it:"))
        print(_table(explained.related, usual))
    print()
    print(_("Source: {source}").format(source=_(explained.source)))
    print(_("Worked out by {function}").format(function=explained.function))


def _show_number(entry: "Entry", usual: "dict[str, Entry]", words: tuple[str, ...]) -> None:
    print(labelled(entry.path, _(entry.meaning)))
    print()
    print(_table((entry,), usual))
    if words:
        print()
        print(_("It stands in: {terms}").format(terms=", ".join(words)))


def _table(numbers: "tuple[Entry, ...]", usual: "dict[str, Entry]") -> str:
    headings = [_("number"), _("value"), _("unit"), _("bounds"), _("meaning"), _("source")]
    rows = [
        [
            entry.path,
            _value(entry, usual[entry.path]),
            _(entry.unit),
            f"{plain(entry.low)} … {plain(entry.high)}",
            _(entry.meaning),
            _(entry.source),
        ]
        for entry in numbers
    ]
    return columns([["  " + headings[0], *headings[1:]], *[["  " + row[0], *row[1:]] for row in rows]])


def _value(entry: "Entry", usual: "Entry") -> str:
    if entry.value == usual.value:
        return plain(entry.value)
    return _("{value} (usually {usual})").format(value=plain(entry.value), usual=plain(usual.value))


def _values(explained: "Explained") -> str:
    names = list(explained.rows[0].given)
    symbol = explained.lines[-1].partition(" ")[0]
    rows = [
        [*(plain(row.given[name]) for name in names), plain(row.value, explained.digits)]
        for row in explained.rows
    ]
    return columns([["  " + names[0], *names[1:], symbol], *[["  " + row[0], *row[1:]] for row in rows]])


def plain(value: float, digits: int | None = None) -> str:
    """Write a number as a formula does: no separators, few figures.

    >>> plain(8300), plain(9.89e14), plain(0.1), plain(1343.26, 0), plain(3.2e25, 2)
    ('8300', '9.89e+14', '0.1', '1343', '3.2e+25')
    """
    if abs(value) >= 1e13:  # noqa: PLR2004 - training compute and peaks
        return f"{value:.4g}"
    if digits is None:
        return f"{value:.12g}"
    return f"{value:.{digits}f}"
