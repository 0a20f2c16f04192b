"""Widget kit: theme, layout, text, paint, focus, widgets; it knows pygame and nothing of the game."""
