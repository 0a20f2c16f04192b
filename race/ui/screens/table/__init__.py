"""The main screen: its ground, and what is done on it."""
