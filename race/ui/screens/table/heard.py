"""What is heard at the table: the month, the wave through the hall, the news; and the mood of the score."""

from typing import Final

from race.ui.present.heard.cues import cues
from race.ui.present.heard.mood import feeling
from race.ui.screens.game import Game
from race.ui.screens.screen import Desk

WAVE_AT: Final = 120
NEWS_AT: Final = 1_150
"""Milliseconds after the month's bells at which the wave and the weightiest news are heard."""
APART: Final = 900
"""Milliseconds between two effects of the news."""
_SEEN: Final = 3_000
"""Change of trust, ppm, from which the wave is loud enough to be heard."""


def feel(desk: Desk, game: Game) -> None:
    """Let the score follow the game."""
    now = feeling(game.session)
    desk.voice.feel(now.pace, now.unease)


def hear_month(desk: Desk, game: Game) -> None:
    """Play what the month that has just ended sounds like: its bells, the wave if there is one, its news."""
    reports = game.session.reports
    desk.voice.play("month")
    change = reports[-1].trust_ppm - reports[-2].trust_ppm if len(reports) > 1 else 0
    if abs(change) >= _SEEN:
        desk.voice.play("wave" if change > 0 else "wave_doubt", WAVE_AT)
    for place, cue in enumerate(cues(reports[-1])):
        desk.voice.play(cue.effect, NEWS_AT + place * APART)
    feel(desk, game)
