"""Collect every sentence a person can see and bring the catalogues up to date (`make messages`).

New sentences arrive untranslated; a sentence that is not used any more leaves.
Nothing is guessed: a changed sentence is a new one. French gets the spaces and apostrophes of French.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from tools.asked import reader

ROOT: Final = Path(__file__).resolve().parent.parent
LOCALE: Final = ROOT / "assets" / "locale"
KEYWORDS: Final = {"_": None, "N_": None, "plural": (1, 2)}
_SHOWN: Final = ("title", "summary")
_SET: Final = {
    "fr": (
        (re.compile(r"(?<=\w)'(?=[\w{«])"), "’"),
        (re.compile(r"[ \xa0\u202f]+(?=[;!?])"), "\u202f"),
        (re.compile(r"[ \xa0\u202f]+(?=:)"), "\xa0"),
        (re.compile(r"«[ \xa0\u202f]*"), "«\xa0"),
        (re.compile(r"[ \xa0\u202f]*»"), "\xa0»"),
        (re.compile(r"(?<=[\d}])[ \xa0]+(?=%)"), "\u202f"),
    )
}
"""How a language sets its type, as patterns and what takes their place."""


def main() -> None:
    """Bring every catalogue up to date."""
    reader(__doc__).parse_args()
    everything = collect()
    for catalogue in sorted(LOCALE.glob("*/LC_MESSAGES/diverted.po")):
        update(catalogue, everything)


def scenario_texts(
    file: IO[bytes],
    keywords: Any,  # noqa: ANN401, ARG001 - Babel's signature
    comment_tags: Any,  # noqa: ANN401, ARG001 - Babel's signature
    options: Any,  # noqa: ANN401, ARG001 - Babel's signature
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Yield the texts of a scenario file that the menu shows."""
    table = tomllib.load(file)
    for key in _SHOWN:
        if isinstance(text := table.get(key), str):
            yield 1, "_", text, []


def rulebook_texts(
    file: IO[bytes],
    keywords: Any,  # noqa: ANN401 - Babel's signature
    comment_tags: Any,  # noqa: ANN401
    options: Any,  # noqa: ANN401
) -> Iterator[tuple[Any, ...]]:
    """Yield what a chapter of the rulebook says: units, meanings and sources of its numbers.

    Only here is `number` the rulebook's: `race.speech.number` writes numbers and holds no sentences.
    """
    yield from extract_python(file, keywords, comment_tags, options)
    file.seek(0)
    for part in ast.walk(ast.parse(file.read())):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "number":
            for given in (*part.args, *(named.value for named in part.keywords)):
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield given.lineno, "N_", given.value, []


def collect() -> Catalog:
    """Return a catalogue of everything that is said in the program and the scenarios."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    said = Catalog(project="Diverted", charset="utf-8", fuzzy=False)
    for folder in ("race", "assets/scenarios"):
        found = extract_from_dir(ROOT / folder, _beneath(folder, methods), options, keywords=KEYWORDS)
        for _, _, message, _, _ in found:
            said.add(message)
    return said


def typeset(language: str, text: str) -> str:
    """Return a text with the apostrophes and the spaces of its language; sentences and braces stay.

    >>> typeset("fr", "L'action : {n} % ; « vite » ?").split()
    ['L’action', ':', '{n}', '%', ';', '«', 'vite', '»', '?']
    """
    for pattern, instead in _SET.get(language, ()):
        text = pattern.sub(instead, text)
    return text


def _beneath(folder: str, methods: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [
        (pattern.removeprefix(folder + "/"), method)
        for pattern, method in methods
        if pattern.startswith(folder)
    ]


def update(path: Path, said: Catalog) -> None:
    """Bring one catalogue up to date; its translations stay, its header is kept short and stable."""
    language = path.parent.parent.name
    with path.open("rb") as file:
        old = read_po(file, locale=language, domain="diverted")
    new = Catalog(locale=old.locale, domain="diverted", fuzzy=False)
    # a language has the forms that its file says, not those that a later Babel counts in it
    new.mime_headers = [("Plural-Forms", old.plural_forms)]
    for message in said:
        if message.id:
            known = old.get(message.id)
            kept = known.string if known and known.pluralizable == message.pluralizable else None
            if not kept:
                kept = ("",) * old.num_plurals if message.pluralizable else ""
            forms = tuple(typeset(language, form) for form in ([kept] if isinstance(kept, str) else kept))
            new.add(message.id, forms if message.pluralizable else forms[0])
    with path.open("wb") as file:
        head = _HEADER.format(language=language, plurals=old.plural_forms)
        file.write(head.encode())
        write_po(file, new, omit_header=True, no_location=True, sort_output=True, width=110)


_HEADER: Final = """\
# Diverted in words; see CONTRIBUTING.md, "Words".
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


if __name__ == "__main__":
    main()
