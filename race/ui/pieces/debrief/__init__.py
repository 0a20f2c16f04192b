"""Pieces of the debrief: one told entry of a list, and the place among other founders."""
