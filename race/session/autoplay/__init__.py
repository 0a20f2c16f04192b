"""Somebody else in the founder's seat: a bot's months one by one, and what they are to stop at."""
