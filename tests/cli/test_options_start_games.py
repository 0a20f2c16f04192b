"""Options of a game start one at once, in the window as in the text game."""

import pytest

from race.cli import play as playing
from race.ui import app


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
    opened: dict[str, object] = {}
    monkeypatch.setattr(playing, "has_display", lambda *_: True)
    monkeypatch.setattr(playing, "display_opens", lambda: True)

    def run(**told: object) -> int:
        opened.update(told)
        return 0

    monkeypatch.setattr(app, "run", run)

    playing.play(**named)  # type: ignore[arg-type]  # the options' own names

    assert opened.get("scenario") == scenario
    assert all(opened[name] == value for name, value in named.items())
