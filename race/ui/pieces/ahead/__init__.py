"""Pieces of the war room."""
