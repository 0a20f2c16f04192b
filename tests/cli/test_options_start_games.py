"""Options of a game start one at once, in the window as in the text game."""

import pytest

from race.cli import play as playing
from race.cli.exits import Exit
from race.ui import app
from tests.cli.conftest import Ask


@pytest.mark.parametrize(
    ("named", "scenario"),
    [
        ({}, None),
        ({"seed": 5}, "history"),
        ({"trait": "showman"}, "history"),
        ({"scenario": "scarcity"}, "scarcity"),
    ],
)
def test_who_names_anything_of_a_game_gets_the_game_and_no_menu(
    monkeypatch: pytest.MonkeyPatch, named: dict[str, str], scenario: str | None
) -> None:
    opened = a_window(monkeypatch)

    playing.play(**named)  # type: ignore[arg-type]  # the options' own names

    assert opened.get("scenario") == scenario
    assert all(opened[name] == value for name, value in named.items())


def a_window(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Pretend that there is a display; return what the window will have been opened with."""
    opened: dict[str, object] = {}
    monkeypatch.setattr(playing, "has_display", lambda *_: True)
    monkeypatch.setattr(playing, "display_opens", lambda: True)

    def run(**told: object) -> int:
        opened.update(told)
        return 0

    monkeypatch.setattr(app, "run", run)
    return opened


@pytest.mark.parametrize(
    ("words", "option", "command"),
    [
        (("--seed", "0", "watch"), "--seed", "watch"),
        (("--scenario", "scarcity", "batch", "--runs", "1"), "--scenario", "batch"),
        (("--text", "play"), "--text", "play"),
    ],
)
def test_an_option_that_a_command_would_not_hear_of_is_refused(
    ask: Ask, words: tuple[str, ...], option: str, command: str
) -> None:
    answer = ask(*words)

    assert answer.code == Exit.USAGE
    assert answer.err.startswith(f"{command} does not read {option}, which stands before it;")
    assert answer.out == ""


def test_a_language_that_is_named_before_the_word_play_is_the_windows(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = a_window(monkeypatch)

    answer = ask("--lang", "fr", "play")

    assert (answer.code, opened["lang"]) == (Exit.FINE, "fr")
