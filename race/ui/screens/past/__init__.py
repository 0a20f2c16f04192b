"""Screens that look back: the saves on the shelf with every month of theirs, and a game watched again."""
