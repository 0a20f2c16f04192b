import ast
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from race import speech
from race.cli.play import speak_in
from race.core.words import PlainError, Sentence
from race.speech import language, languages, set_language, speak
from tests.architecture.house import ROOT
from tools.messages import collect, typeset, update

CATALOGUES = sorted((ROOT / "assets" / "locale").glob("*/LC_MESSAGES/diverted.po"))


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def forms(words: str | tuple[str, ...] | list[str]) -> list[str]:
    """Return the forms of a sentence: one, or those of a plural."""
    return [words] if isinstance(words, str) else list(words)


def braces(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_no_sentence_hides_from_the_catalogue() -> None:
    known = {message.id[0] if isinstance(message.id, tuple) else message.id for message in collect()}

    hidden = [
        (path.relative_to(ROOT).as_posix(), call.lineno, call.args[0].value)
        for path in sorted((ROOT / "race").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "N_", "plural")
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and call.args[0].value not in known
    ]

    assert hidden == []  # inside an f-string a sentence is not found


def test_french_is_spoken() -> None:
    assert languages() == ("en", "fr")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_sentence_is_translated(path: Path) -> None:
    known = catalogue(path)

    translated = {message.id for message in known if message.string and all(forms(message.string))}
    missing = [message.id for message in collect() if message.id and message.id not in translated]

    assert missing == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_no_translation_is_a_guess_or_a_leftover(path: Path) -> None:
    known, said = catalogue(path), {message.id for message in collect()}

    guesses = [message.id for message in known if message.id and message.fuzzy]
    leftovers = [message.id for message in known if message.id not in said]

    assert guesses == []
    assert leftovers == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_translation_fills_the_same_braces(path: Path) -> None:
    # a form may leave out the number where the English singular does ("one chip")
    torn = [
        message.id
        for message in catalogue(path)
        if message.id and message.string
        for said in forms(message.string)
        if braces(said) not in [braces(form) for form in forms(message.id)]
    ]

    assert torn == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_translation_has_the_apostrophes_and_spaces_of_its_language(path: Path) -> None:
    language = path.parts[-3]

    torn = [
        said
        for message in catalogue(path)
        if message.id and message.string
        for said in forms(message.string)
        if typeset(language, said) != said
    ]

    assert torn == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_translation_ends_as_its_sentence_does(path: Path) -> None:
    torn = [
        message.id
        for message in catalogue(path)
        if message.id and message.string and (mark := forms(message.id)[-1][-1]) in ".:?!…"
        for said in forms(message.string)
        if said[-1:] != mark
    ]

    assert torn == []


def test_a_language_without_a_catalogue_is_answered_in_english() -> None:
    before = language()

    spoken = set_language("xx")

    set_language(before)
    assert spoken == "en"


@pytest.mark.parametrize(
    ("variables", "system", "spoken"),
    [({}, "French_France", "fr"), ({"LANG": "en_GB.UTF-8"}, "French_France", "en"), ({}, None, "en")],
)
def test_where_no_variable_tells_the_language_the_system_does(
    variables: dict[str, str], system: str | None, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = language()
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("locale.getlocale", lambda: (system, "1252"))  # as Windows answers

    found = set_language()

    set_language(before)
    assert found == spoken


def test_a_language_that_is_not_compiled_is_answered_in_english_numbers_and_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = tmp_path / "locale" / "fr" / "LC_MESSAGES" / "diverted.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.touch()
    before = language()
    monkeypatch.setattr(speech, "assets", lambda: tmp_path)

    spoken, written = set_language("fr"), speech.number(1234.5, 1)
    with pytest.raises(
        PlainError, match="'fr' is not compiled: install the program with pip, or run make mess"
    ):
        speak_in("fr")

    monkeypatch.undo()
    set_language(before)
    assert (spoken, written) == ("en", f"1{speech.NARROW}234.5")


def test_a_counted_sentence_keeps_its_forms_and_a_new_one_waits_for_them(tmp_path: Path) -> None:
    path = tmp_path / "fr" / "LC_MESSAGES" / "diverted.po"
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid ""\nmsgstr "Language: fr\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        'msgid "{n} suit"\nmsgid_plural "{n} suits"\n'
        'msgstr[0] "{n} plainte"\nmsgstr[1] "{n} plaintes"\n',
        "utf-8",
    )
    said = Catalog(locale="fr")
    said.add(("{n} suit", "{n} suits"))
    said.add(("{n} person", "{n} people"))

    update(path, said)

    kept = {message.id: message.string for message in catalogue(path) if message.id}
    assert kept["{n} suit", "{n} suits"] == ("{n} plainte", "{n} plaintes")
    assert kept["{n} person", "{n} people"] == ("", "")


def test_french_drops_an_end_before_a_vowel() -> None:
    before = language()
    set_language("fr")

    spoken = [
        speak(Sentence("Le site de {firm}, que {rival} suit", {"firm": firm, "rival": rival}))
        for firm, rival in (("OpenAI", "Mistral"), ("Meta", "Anthropic"))
    ]

    set_language(before)
    assert spoken == ["Le site d’OpenAI, que Mistral suit", "Le site de Meta, qu’Anthropic suit"]
