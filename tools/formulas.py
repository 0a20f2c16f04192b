"""Write `docs/formulas.md`: every term of the glossary with its formula, numbers, values and source.

The page says what `diverted explain` says, under the rulebook as it is; `make formulas` writes it, and
a test compares.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from race.cli.explain import plain
from race.core.rulebook import Rulebook
from race.core.rulebook.catalogue import Entry
from race.core.terms.glossary import TERMS, Explained, explain
from tools.asked import reader

PAGE: Final = Path(__file__).resolve().parent.parent / "docs" / "formulas.md"
_HEAD: Final = """\
# The formulas

Written by `make formulas` from the registry that answers `diverted explain TERM`; a test works every
formula out and compares it with the law's own function. [odd.md](odd.md) says where each belongs.
"""


def main() -> None:
    """Write the page."""
    reader(__doc__).parse_args()
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """Return the whole page as Markdown."""
    return "\n".join(
        [_HEAD, *(line for term in TERMS.values() for line in _section(explain(term, Rulebook())))]
    )


def _section(term: Explained) -> Iterator[str]:
    """Yield the lines of one term."""
    yield f"## {term.term.replace('_', ' ')}\n"
    yield f"{term.meaning}\n"
    yield from (f"    {line}" for line in term.lines)
    yield ""
    yield from (f"- `{name}`: {words}" for name, words in term.given.items())
    yield ""
    yield "| Number | Value | Unit | Bounds | Meaning | Source |"
    yield "|---|---|---|---|---|---|"
    yield from (_row(entry) for entry in (*term.numbers, *term.related))
    yield ""
    if term.rows:
        names = tuple(term.rows[0].given)
        yield "| " + " | ".join((*names, f"**{term.term}**, {term.unit}")) + " |"
        yield "|" + "---|" * (len(names) + 1)
        for row in term.rows:
            cells = (*(plain(row.given[name]) for name in names), plain(row.value, term.digits))
            yield "| " + " | ".join(cells) + " |"
        yield ""
    yield f"Source: {term.source}. Worked out by `{term.function}`.\n"


def _row(entry: Entry) -> str:
    bounds = f"{entry.low:g} … {entry.high:g}"
    cells = (f"`{entry.path}`", f"{entry.value:g}", entry.unit, bounds, entry.meaning, entry.source)
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main()
