"""Laws of the founder's own house: its people, its questions, its file."""
