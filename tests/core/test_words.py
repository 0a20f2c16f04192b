"""Sentences where no reader is known: written in English, with bare figures and bare names."""

from race.core.words import Name, PlainError, Quantity, Quote, Sentence, Term, plainly


def test_every_part_of_a_sentence_is_written_as_it_stands() -> None:
    sentence = Sentence(
        "{n} for {usd}, said {firm} of {term}: {quote} ({text})",
        {
            "n": Quantity("chips", 5),
            "usd": Quantity("usd", 7),
            "firm": Name("meta"),
            "term": Term("a swap"),
            "quote": Quote("{firm} waits", {"firm": Name("xai")}),
            "text": "bare",
        },
    )

    assert plainly(sentence) == "5 for 7 usd, said meta of a swap: xai waits (bare)"


def test_an_error_with_single_mistakes_names_each_on_a_line() -> None:
    error = PlainError(Sentence("Two mistakes."))
    error.mistakes = (Sentence("{what} is none.", {"what": "One"}), Sentence("Other."))

    assert str(error) == "Two mistakes.\n  One is none.\n  Other."
