"""Everything that is heard, made by numpy and kept in memory: tones, effects, the score, and who plays them.

`tones` knows waves, `effects` short figures, `score` a music without end that follows two numbers, `player`
the sound card, and `silence` keeps its drivers from the console. Nothing is read from a disk, and nothing
here knows the game.
"""
