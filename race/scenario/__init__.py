"""What a game starts from: validated TOML and the table of facts, joined into an opening world.

Every mistake of a file is told at once, with its place; nothing is played in here.
"""
