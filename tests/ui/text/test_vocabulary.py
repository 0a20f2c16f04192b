"""The words of the text client: short forms, and those of the reader's own language."""

import pytest

from race.speech import languages, set_language
from race.ui.text.vocabulary import WORDS, find_word, own_words


def test_no_two_words_share_a_short_form() -> None:
    names = [name for word in WORDS for name in (word.long, word.short)]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", languages())
def test_every_language_has_a_word_of_its_own_for_each_command(code: str) -> None:
    set_language(code)

    own = own_words()

    assert list(own.values()) == list(WORDS)
    assert [find_word(name) for name in own] == list(WORDS)
    assert [find_word(word.long) for word in WORDS] == list(WORDS)


@pytest.mark.parametrize(
    ("said", "meant"), [("aide", "help"), ("répondre", "answer"), ("repondre", "answer")]
)
def test_a_command_is_heard_in_french_too_with_its_accents_or_without(said: str, meant: str) -> None:
    set_language("fr")

    assert find_word(said).long == meant
