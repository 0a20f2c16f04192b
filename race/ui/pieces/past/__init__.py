"""Pieces that look back: a month as a small picture, a game's months on a line."""
