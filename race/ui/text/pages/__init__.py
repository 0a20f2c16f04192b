"""Long pages of the text game: the papers of a month, the debrief of a finished game."""
